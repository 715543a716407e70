"""Of what time numbers are: clauses and numbers in, in reading order, each number's period out, and whether it lies ahead."""

from __future__ import annotations

import re

from kg.model import TIME, Mention, Sentence
from kg.relations.clauses import Clause
from kg.relations.indicators import any_of, load_words
from kg.relations.numbers import Number
from kg.relations.statements import begins_after

_VAGUE = ("目前", "近年来", "近日", "日前", "当前", "今天", "昨天", "如今", "眼下")
_NOW = ("目前", "如今", "眼下", "截至", "截止", "去年", "已")
"""What a clause begins with that tells no plan any more."""


def times_of(clause: Clause, text: str) -> list[Mention]:
    """The times of a clause that its numbers may be of, in reading order, without those inside names."""
    return [m for m in clause.mentions if m.type == TIME and _dates(m, text) and not _inside(m, clause.outer)]


# 今年3月|大桥开通以来
_SINCE_EVENT = re.compile("[^，。；0-9]{2,20}以来，")
# 自2017年7月|工作开展以来
_TO_NOW = re.compile("[^，。；]{1,24}?(?:以来|至今)")


class Periods:
    """The time that numbers are of as a document goes on, and whether it lies ahead."""

    def __init__(self, published: str) -> None:
        """`published` is the day of the report."""
        self.published = published
        self.period = ""
        self.standing = ""
        """The period of numbers before whose own time a change is reckoned from (从2010年的2500元提高到…)."""
        self.ahead = False
        """Whether the sentence has announced something."""
        self.after = False
        """Whether it has gone on to what comes after the completion of a work."""
        self.statistics = ("", "")
        """Whose figures the paragraph gave last, and of what time: the next sentence's growth is of the same."""

    def enter(self, sent: Sentence, *, new_paragraph: bool) -> None:
        """Go on to another sentence, which keeps the time of the one before only where it says so."""
        if new_paragraph and not _IN_PARTS.match(sent.text):
            self.statistics = ("", "")
        if new_paragraph or not sent.text.startswith(GOES_ON):
            self.period = ""
        self.ahead = self.after = False

    def begin(self, text: str, clause: Clause, plain: str) -> None:
        """Go on to a clause with amounts in its sentence; `plain` are its words, names blanked."""
        if self.after and text[clause.start - 1 : clause.start] == "；":  # 开工15个，预计达产后…；竣工15个
            self.after = self.ahead = False
        if not self.after and any_of("after").search(plain) and not plain.lstrip("，, ").startswith("继"):
            self.after, self.period = True, ""  # 预计明年底竣工，建成后…: the date is that of its completion
        if plain.startswith(_NOW):
            self.ahead = False
        self.standing = self.period

    def reach(self, text: str, mention: Mention, times: list[Mention], numbers: list[Mention]) -> Mention | None:
        """Go on to a number, which is of the last time before it in its clause; returns that time."""
        passed = [t for t in times if t.end <= mention.start]
        if not passed:
            return None
        time = max(passed, key=lambda t: t.end)
        before = self.period
        self.period = self._since(text, time, mention.start)
        since = next((t for t in passed if t.end < time.start and _FROM_TO.fullmatch(text, t.end, time.start)), None)
        if since and text[since.start - 1 : since.start] in ("自", "从") and "/" not in since.value + time.value:
            self.period = f"{since.value}/{time.value[: len(since.value)]}"
        if text[time.start - 1 : time.start] in ("从", "由"):  # 从2010年的2500元提高到…: its number's own year
            if any(time.end <= n.start < mention.start for n in numbers):
                earlier = [t for t in passed if t.end < time.start]
                self.period = earlier[-1].value if earlier else self.standing
            else:
                self.standing = before
        return time

    def take(self, text: str, time: Mention) -> None:
        """Keep the time that a clause without numbers names."""
        self.period = self._since(text, time, len(text))

    def close(self, text: str, plain: str, *, numbers: bool) -> None:
        """Note what a clause announces, which the next ones go on with; to state a purpose (为确保…) announces nothing."""
        if not self.ahead and self._announced(plain) and (numbers or not text.startswith("为")):
            self.ahead = True

    def of(self, number: Number, bearer: str, *, built: bool) -> str:
        """The time of a number: that of its sentence, or in a run of statistics that of the sentence before.

        Args:
            number: The number, its label without its bearer.
            bearer: The entity that bears it.
            built: Whether that is a project, road or building.
        """
        if number.kind != "percent" and _is_timeless(number.left, built=built):
            return ""
        if self.period:
            if number.kind != "duration":
                self.statistics = (bearer, self.period)
            return self.period
        return self._of_statistics(number, bearer)

    def expects(self, number: Number, *, project: bool) -> bool:
        """Is a number announced, rather than reached? A `project`'s length or cost is so planned and no target."""
        before = number.plain
        if any_of("past").search(before, max(0, len(before) - 6)):
            return False
        if project and "工期" in before and _PLANNED_TERM.search(before):
            return True
        if project and is_designed(before):
            yearly = any_of("flow").search(before[before.rfind("的") + 1 :])
            if any_of("whole").search(before) or not yearly:
                return False  # 今年将完成投资4亿元 is a target, 计划今年开工的线路投资4亿元 is none
        if self.after or self._announced(before):
            return True
        if project:  # 将新建校舍6万平方米，|增设学位900个: what comes of a work, though not how large it is to be
            return self.ahead and _EFFECT.match(before) is not None
        return (self.ahead and not self._is_over()) or (bool(self.period) and begins_after(self.period, self.published))

    def lies_ahead(self, time: Mention) -> bool:
        """Is a time not before that of the report?"""
        return bool(self.published) and "/" not in time.value and time.value >= self.published[: len(time.value)]

    def _is_over(self) -> bool:
        """Whether the month or year that numbers are of lies before the report: 经济将持续恢复，1—5月|增长3%.

        A day may be that of the announcement: 7日宣布将提供援助，价值1亿美元.
        """
        end = self.period.rpartition("/")[2]
        return 0 < len(end) < 10 and end[-1].isdigit() and end < self.published[: len(end)]

    def _announced(self, plain: str) -> bool:
        """Do words announce something, and not only estimate what is over (in November: 1—10月|预计完成产值12亿元)?"""
        if "预计" in plain and self.period[-1:].isdigit():
            end = self.period.rpartition("/")[2]
            if end < self.published[: len(end)]:
                plain = plain.replace("预计完成", "").replace("预计实现", "")
        return _announces(plain)

    def _since(self, text: str, time: Mention, end: int) -> str:
        """A time, or from then to now where the words up to `end` say so (自2017年7月工作开展以来)."""
        led = text[time.start - 1 : time.start] in ("自", "从") or "至今" in text[time.end : end]
        led = led or _SINCE_EVENT.match(text, time.end, end) is not None
        led = led and "/" not in time.value and bool(self.published)
        until = self.published[: len(time.value)]
        if led and _TO_NOW.match(text, time.end, end) and time.value < until:
            return f"{time.value}/{until}"
        return time.value

    def _of_statistics(self, number: Number, bearer: str) -> str:
        whose, period = self.statistics
        if whose != bearer or self.ahead or number.kind not in ("percent", "amount") or not _STATISTICAL.fullmatch(period):
            return ""
        recent = int(period[:4]) + 1 >= int(self.published[:4] or 0)
        dated = any(m.type == TIME for m in number.clause.mentions if m.start < number.start)
        return period if recent and not dated and not _OTHER_TIME.search(number.text, 0, number.start) else ""


# 从2016年|运营至|去年底
_FROM_TO = re.compile("[^，。；0-9]{0,8}[至到]")
GOES_ON = ("其中", "届时", "同时")
"""What a sentence begins with that goes on with the one before."""
# A month, a year or a stretch of months, as figures are reported for; a day's number says nothing of the next one's time.
_STATISTICAL = re.compile(r"(\d{4})(?:-\d\d)?(?:/\1-\d\d)?")
# 8月份工业增长9%。|分三大门类看，采矿业增长5%: the same figures in parts
_IN_PARTS = re.compile("[分从按][^，。；0-9]{2,10}看，|其中")
_OTHER_TIME = re.compile("目前|如今|眼下|现在|当前|近年|多年|未来|展望|今天|昨天|近日|预计|力争|历史")


def is_designed(left: str) -> bool:
    """Does a label name a figure of a work's design (总投资, 全长), and not what an economy invests (固定资产投资)?"""
    return bool(any_of("whole").search(left)) or bool(any_of("cost").search(left) and not any_of("economy").search(left))


def _is_timeless(left: str, *, built: bool) -> bool:
    """A length, an area, the cost of a work is of no time, whatever date the sentence names; investments of a year are."""
    if any_of("flow").search(left) or any_of("economy").search(left):
        return False
    return bool(any_of("whole").search(left)) or (built and bool(any_of("cost").search(left)))


# 计划总投资 names what is counted (今年计划投资 a target), 占年度计划96.8% and 增长符合预期 tell how it stands to a target, 行动计划 and
# 即将投产的项目 are nouns.
_PLAIN_PLANS = re.compile(
    "(?<![年内])计划(?=总?投资)|(?<=投资|资金)计划(?=[0-9])|计划(?=总投资|面积|任务|[，。；、的和与及等时中下外]|$)|预期(?=指数|寿命|目标|值)"
    "|(?:占|完成|达到|超|为)(?:全?年度?|目标)?计划(?=的?(?:[0-9]|$))|占计划|(?:符合|好于|高于|低于|超出?|不及)(?:市场)?预期"
    "|即将[^，。；将]{1,6}(?:的|项目)|[、和及]拟[^，。；]{1,6}项目"
)
_PLANS = re.compile("计划|预期|即将|拟")
# 要建成80公里, 要求建成80公里, 逐步扩大到5万亩; 要素 and 要道 are nouns.
_MUST = re.compile("[，, “]*(?:要(?!闻|素|点|塞|道|害)|逐步)")


# 计划实施工期|4年
_PLANNED_TERM = re.compile("(?:计划|预计|拟)[^，。；]{0,6}工期")


# 将新建校舍6万平方米，|新增学位900个
# or 每年可|输送电量300亿千瓦时
_EFFECT = re.compile(
    "[，, 、]*(?:(?:并|还|也|同时|预计|每年|年均?|可)*(?:新增|增设|增加|改善|解决|带动|提供|创造|惠及|满足|吸纳|安置|保障|提高|提升|安排|减少|节约|缩短|拉动|促进|辐射|覆盖|受益)"
    "|(?:并|还|也|同时|预计)*(?:每年|年|日)?可)"
)


_TAKEN = ("分散", "分布", "全省", "全市", "全县", "全区", "全部资金")
"""What follows 将 where it only marks the object: 将|分散的耕地合并."""


def _announces(plain: str) -> bool:
    """Do words tell what is planned, wanted or to come (力争达到, 将建成)?"""
    if _PLANS.search(plain):
        plain = _PLAIN_PLANS.sub("", plain)
    if any_of("target").search(plain) or _MUST.match(plain):
        return True
    at = plain.find("将")
    while at >= 0:
        done = plain.endswith(("已", "已经"), 0, at)  # 已经将资金预拨各地
        taken = plain.startswith(_TAKEN, at + 1)
        if plain.startswith(load_words()["will"], at + 1) and not (done or taken):
            return True
        at = plain.find("将", at + 1)
    return False


# 比|一季度, 高于|上年
_COMPARED_WITH = re.compile("(?:比[^，。；0-9]{1,3}前|比|较|提|超|超过|高于|低于|优于|好于|快于|不及|相当于|接近)$")
# 上年|同期
_COMPARED = re.compile("(?:相比|同期|基本持平|持平|的[0-9.]+倍)")
# 今天（8月18日），口岸启用满四年
_ANNIVERSARY = re.compile("[^，。；]{0,8}，?[^，。；0-9]{0,14}(?:满|已)?[0-9一二三四五六七八九十]{1,3}周?年(?=[，。；])")
# 始建于|2004年
_FOUNDED = re.compile("(?:建|立|办|生|始|创|设|成)于$")
# 某机构|16日|发布的报告称: when a study came out
_TOLD = re.compile("(?:对外|最新|联合|正式)?(?:发布|公布|发表)(?:的|了)?[^，。；0-9]{0,8}报告")
# 记者今天（16日）|从甲局获悉，…; 甲局今天（16日）|发布数据显示，…: the day of the telling
_TOLD_FIRST = re.compile(
    "）?(?:从|在)?[^，。；0-9]{0,24}?(?:获悉|了解到|(?:发布|公布|通报|介绍)的?[^，。；0-9]{0,16}?(?:数据|消息|统计|预报|预测|情况)?(?:显示)?)，"
)
# 由上年|全年下降转为增长: how it went before the change
_TURNED = re.compile("[^，。；0-9]{0,6}转")


def _dates(time: Mention, text: str) -> bool:
    """Is it the time of a number, rather than what the number is compared with (比一季度) or a vague one?"""
    if not time.value or time.via.rpartition(":")[2] in ("comparison", "year-bare", "plan-period"):
        return False
    # 铁路今天发送旅客: that day's; 今天，大桥合龙 dates no number.
    daily = time.text in ("今天", "昨天") and any_of("daily").search(text, time.end, time.end + 14)
    if time.text in _VAGUE and not daily:
        return False
    if _COMPARED_WITH.search(text, max(0, time.start - 6), time.start) or _COMPARED.match(text, time.end):
        return False
    if text[time.start - 1 : time.start] in ("与", "和", "同", "跟") and text.startswith(("同比", "比较", "对比"), time.end):
        return False  # 与去年同比增加
    if text[time.start - 1 : time.start] in ("由", "从") and _TURNED.match(text, time.end):
        return False
    founded = _FOUNDED.search(text, max(0, time.start - 2), time.start)
    anniversary = "年" in text[time.end : time.end + 30] and _ANNIVERSARY.match(text, time.end)
    return not (founded or anniversary or _TOLD.match(text, time.end) or _TOLD_FIRST.match(text, time.end))


def _inside(time: Mention, outer: tuple[Mention, ...]) -> bool:
    return any(m.start <= time.start and time.end <= m.end and not m.implied for m in outer)

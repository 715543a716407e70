"""The numbers of a clause: which amounts state a fact, rather than an ordinal, a grade, what was before or a way of speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import PLACE, QUANTITY, TIME, TITLE, Mention, Quantity
from kg.recognition.quantities import units
from kg.relations.clauses import Clause
from kg.relations.indicators import any_of, load_words

WHOLE_NATION = 10**8
"""So many people are spoken of as the whole nation."""
LENGTHS = frozenset(("公里", "千米", "米"))
# 望江县64毫米|次之
RANKS = "次之|居[前首第]|紧随其后|[排位]列?[前首第]"
"""What ranks a number behind it, as alternatives of a pattern."""


@dataclass(slots=True, unsafe_hash=True)
class Number:
    """An amount where it stands in its clause, with the words around it."""

    clause: Clause
    text: str
    """Its sentence."""
    mention: Mention
    quantity: Quantity
    kind: str
    """The kind of its unit."""
    previous: int
    """Where the number read before it ends, or its clause begins."""
    plain: str
    """The clause's words before it, names blanked."""
    left: str = ""
    """The words before it that name what it measures."""
    right: str = ""
    """The noun behind it."""

    @property
    def start(self) -> int:
        """Where it begins in its sentence."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where it ends in its sentence."""
        return self.mention.end

    @property
    def sentence(self) -> int:
        """The index of its sentence."""
        return self.clause.sentence


def countable(clause: Clause) -> list[Mention]:
    """The amounts of a clause that are no part of a name, a time or a title, none inside another."""
    amounts = [m for m in clause.mentions if m.type == QUANTITY and m.quantity is not None]
    if not amounts:
        return []
    skip = [(m.start, m.end) for m in clause.outer if not m.implied]
    skip += [(m.start, m.end) for m in clause.mentions if m.type in (TIME, TITLE)]
    found: list[Mention] = []
    for mention in amounts:
        inside = any(start <= mention.start and mention.end <= end for start, end in skip)
        if not inside and not (found and mention.start < found[-1].end):
            found.append(mention)
    return found


def kind_of(quantity: Quantity) -> str:
    """The kind of the unit; a unit that no table knows, as in 条段, counts."""
    unit = units().get(quantity.unit)
    if unit is None:
        return "rate" if "/" in quantity.unit else "count"
    return unit.kind


# 双向|四车道
_LANES = re.compile("[双单]向$")


def lanes(number: Number) -> str:
    """The word before a number of lanes that tells what roads have so many (双向|八车道); empty for other numbers."""
    found = _LANES.search(number.text, number.clause.start, number.start) if number.quantity.unit == "车道" else None
    return found.group() if found else ""


# 上述国家日均增产: of several that the sentence does not name.
_OF_SEVERAL = re.compile("(?:其中)?(?:上述|这些)(?:国家|省份|地区|城市|企业|省区市|产油国)")


# 6个|10亿元|以上领军企业: which of them are counted
_GRADE_OF_COUNTED = re.compile("(?:及?以上|及?以下)的?[一-鿿]{2}")


def is_fact(number: Number, *, dealt: bool) -> bool:
    """Is a number a claim of its clause, and not one of others, of before or of nothing?

    Args:
        number: The number, its label yet to be read.
        dealt: Whether it is dealt out, and may stand in a list without units.
    """
    if _others(number, dealt=dealt) or _aside(number) or _OF_SEVERAL.match(number.text, number.clause.start):
        return False
    if number.clause.start < number.previous == number.start and _GRADE_OF_COUNTED.match(number.text, number.end):
        return False
    return bool(lanes(number) or _stated(number)) and (number.kind != "duration" or _spans(number))


def is_abstract(number: Number, right: str) -> bool:
    """Does a number count what is only spoken of (3方面|要求), given the noun behind it?"""
    people = number.quantity.unit in ("人", "户", "名", "人次") and number.quantity.value < WHOLE_NATION
    if number.kind == "area" or people:
        return False  # 解决16万人|饮水问题, but 14亿人吃饭问题 is a way of speaking
    abstract = load_words()["abstract"]
    if len(right) > 3 and not right.startswith(("工作", "内容", "关注", "领域"), 2):
        right = right.removeprefix("重点")  # 88个|重点项目
    return (right.startswith(abstract) or right.endswith(abstract)) and not lanes(number)


def _others(number: Number, *, dealt: bool) -> bool:
    """Figures of others in brackets (高于全省（7.7%）), and the end of a list without units (0.7、1.4个百分点)."""
    text, start = number.text, number.start
    before = text[start - 1 : start]
    if before in ("（", "("):
        return text.endswith(("全省", "全国", "全市", "全区", "全县", "平均水平", "平均"), 0, start - 1)
    if before == "等" and text.startswith(("同志", "人", "领导", "干部"), number.end):
        return True  # 甲、乙等3名同志: those just named
    # 快于全部投资3.2和|2.7个百分点: which is whose is not said
    joined = before == "、" or (before == "和" and number.kind == "percent")
    return not dealt and joined and text[start - 2 : start - 1].isdigit()


# 较上月|13.1%的增速, 高于1月份|的10.1%, 较秋季预测|的0.2%
_BASE = re.compile(
    "(?:较|比|[高低快好]于)(?:上月|上年|去年|上季度|去年同期|上年同期|前值|此前|前一月|(?:市场|此前|年初|前次|[春夏秋冬]季)?的?(?:预期|预测|预估)值?|[0-9]{1,2}月份?)$"
)


def _aside(number: Number) -> bool:
    """Figures of another place in brackets (落后于河北（255亿美元）), and what a change is reckoned from (较上月13.1%的增速加快)."""
    text, start = number.text, number.start
    opened = max(text.rfind("（", 0, start), text.rfind("(", 0, start))
    if opened >= 0:
        if number.kind == "percent" and _BEFORE_THAT.search(text, max(0, opened - 8), opened):
            return True  # 较一季度（5.2%）|回升2个百分点
        closed = max(text.rfind("）", 0, start), text.rfind(")", 0, start))
        if opened > closed and any(m.type == PLACE and m.end == opened for m in number.clause.mentions):
            return True
    if text[start - 1 : start] == "的":
        return number.quantity.unit == "%" and bool(_BASE.search(text, 0, start - 1))
    return text.startswith("的", number.end) and bool(_BASE.search(text, 0, start))


# 较上年同期|（3.2%）
_BEFORE_THAT = re.compile(
    "(?:较|比|高于|低于)(?:上年|去年|前三?季度|上季度|[一二三]季度|上?半年|上月|[0-9]{1,2}月份?|全年|同期|水平)+的?$"
)
_NO_FACTS = ("magnitude", "article", "round", "bare")


def _stated(number: Number) -> bool:
    """Is the number a fact, and not an ordinal, a grade, a slogan's digit or a way of speaking?"""
    quantity, said = number.quantity, number.mention.text
    if not quantity.unit or number.kind in _NO_FACTS:
        return False
    if quantity.unit in load_words()["never"] and not _is_power(number):
        return False
    if quantity.unit == "届" and quantity.value >= 1900:
        return False  # 2025届毕业生: of that year
    if number.mention.via.rpartition(":")[2] in _NO_FACTS[1:]:
        return False
    if said[0] in "百千万亿数几":
        return False
    if number.kind == "count" and quantity.value < 10 and not any(c.isdigit() for c in said):
        return False  # 两点要求
    return not (_goes_before(number) or _goes_behind(number))


# 每|10家高新企业中，就有|9家是民营企业: a share
_OF_EACH = re.compile("每[0-9]+[^，。；0-9]{1,20}(?:(?:中|里)，?就?有|，?就有)[0-9]")


def _is_power(number: Number) -> bool:
    """Is it an amount of electricity (年发电量8亿|度), and no angle and no share (10度电中有4度)?"""
    if number.quantity.unit != "度" or number.quantity.value < 100:
        return False
    return "电" in number.plain[-10:] or number.text.startswith(("电", "绿电"), number.end)


def _goes_before(number: Number) -> bool:
    """Do the words before a number tell that it is no fact of its own?"""
    text, start, said = number.text, number.start, number.mention.text
    before = text[start - 1 : start]
    if before and before in "第“‘":
        return True
    near = max(0, start - 24)
    if number.kind == "count" and "每" in text[near:start] and _OF_EACH.search(text, near, start + 30):
        return True
    if said.endswith("大") and before not in ("等", "共", "设"):
        return True  # 十大行动 is a name unless its members stand before it
    # 男子50米蝶泳: a discipline; 这3个项目 were counted before; 相当于8个西湖 compares
    # 产业园三期暨5000吨饮片项目: in the name of a work
    # 位于50%以上的扩张区间: on which side of a mark; 正向着140米进军: a way to go
    if number.kind == "percent" and text.endswith(("位于", "处于"), 0, start) and _ON_A_SIDE.match(text, number.end):
        return True
    return text.endswith(("男子", "女子", "男女", "混合", "这", "相当于", "相当于是", "暨", "向着", "朝着"), 0, start)


# 位于50%|以上的扩张区间
_ON_A_SIDE = re.compile("(?:以上|以下|左右|上方)?的?[^，。；]{0,6}区间")
# 16兆瓦|风电机组: its type
_MACHINE = re.compile("[^，。；的0-9]{0,6}(?:机组|风机|发电机|电机)")
# 100米、200米|直道赛
_DISCIPLINE = re.compile(
    "(?:、[0-9]+米)*(?:和[0-9]+米)?(?:女子|男子|混合)?(?:比赛|直道|弯道|跨?栏|板|跳?台|跑|自由泳|蛙泳|蝶泳|仰泳|混合泳|短跑|接力|气?步枪|气?手枪|决赛|赛|个人|团体|竞速|追逐|速滑|障碍|(?:[两三四五六]|[0-9]{1,2})个?(?:项目|小项|单项))"
)
# 30万吨|散货轮
_VESSEL = re.compile("级?[^，。；的、0-9]{0,6}(?:货轮|货船|油轮|轮船|集装箱船|船舶|驳船|海轮)(?![用配制])")
# 火山口3公里|内区域: how far around
_WITHIN = re.compile("(?:多|左右|以)?(?:[内外处]|范围|开外|远的|之遥)")
# 单价超过|50万元的设备
_EACH_COSTS = re.compile("单[价笔个](?:超过?|达到?|在)?$")
# 500万元|以上招商项目57项, 过5亿元|的项目16个: which ones are counted
_CLASS = re.compile("(?:以上的?|的)[^，。；、0-9]{0,8}(?:项目|企业|工程|大单|订单|合同|集群|园区)(?:共|达|有|为)?[0-9]")
# 投资10—30亿元|项目5个, 上亿元|项目20个
_CLASS_BETWEEN = re.compile("的?[^，。；、0-9]{0,8}(?:项目|企业|工程)(?:共|达|有|为)?[0-9]")
# 产值迈上千亿元|台阶
_STEP = re.compile("(?:新)?(?:台阶|大关|俱乐部)")
# 79公斤|级, 11人|制; 与8兆瓦|相比; but 12项|制度成果
_OF_SORT = re.compile("级|制(?![度造定作成品订约式药图种冷氢片剂])|相比")
# 高热|39℃ is a patient's.
_FEVER = re.compile("(?:高热|高烧|发烧|体温)[^，。]{0,3}$")


def _goes_behind(number: Number) -> bool:
    """Do the words behind a measure tell that it names a type, a grade, a distance or a step?"""
    text, end, unit = number.text, number.end, number.quantity.unit
    after = text[end : end + 1]
    if number.kind != "count" and after.isascii() and after.isalpha():
        return True  # 5米SAR卫星: its type
    if number.kind not in ("count", "percent") and text.startswith(("及以上", "及以下"), end):
        return True  # 220千伏及以上线路: which ones
    if number.kind == "voltage" and "一" <= after <= "鿿":
        return True  # 110千伏变电站8座: of which voltage
    over = text.startswith("以上", end) or (text.startswith("的", end) and text.endswith(("过", "超"), 0, number.start))
    if number.kind == "amount" and over and _CLASS.match(text, end):
        return True
    if number.kind == "amount" and text.startswith(("的", "以上"), end) and _EACH_COSTS.search(text, 0, number.start):
        return True
    if number.kind == "amount" and _CLASS_BETWEEN.match(text, end):
        return True
    if number.kind == "power" and not number.plain.strip() and _MACHINE.match(text, end):
        return True
    if unit in ("吨", "标箱", "标准箱") and _VESSEL.match(text, end):
        return True
    if unit == "米" and _DISCIPLINE.match(text, end):
        return True
    if unit in LENGTHS and _WITHIN.match(text, end):
        return True
    if number.mention.text[0] == "上" and _STEP.match(text, end):
        return True
    return _OF_SORT.match(text, end) is not None or _FEVER.search(text, max(0, number.start - 6), number.start) is not None


# 用|2年时间完成, 通过|3年左右时间: how long something is to take its course
_PASSED = re.compile("(?:用|花|通过|利用|经过|历经|历时|有着?)(?:约|了)?$")
# 35年|党龄 is somebody's.
_TAKEN = re.compile("(?:左右|多)?的?(?:时间(?!缩短|压缩)|[党工教军驾]龄|历史|努力|来)")


def _spans(number: Number) -> bool:
    """Is a length of time measured, and not passed through (此前3年间)?"""
    text, start, end = number.text, number.start, number.end
    if text[start - 1 : start] in ("从", "由"):  # 从2小时压缩至1小时: what it was
        return False
    if _PASSED.search(text, max(0, start - 4), start) or _TAKEN.match(text, end):
        return False
    around = text[number.clause.start : start] + text[end : end + 3]
    return any_of("span").search(around) is not None


# 由目前的|90分钟|缩短为5分钟
_WAS = re.compile(
    "[从由](?:现在|目前|过去|原来(?:的?计划)?|原计划|此前|之前|以前|原先|当前|最初|[^，。；由从0-9]{1,8}?)?的?(?:最快|平均|约|日均|年均|不足|近|每年|每天|超)*$"
)
# 90分钟|缩短为5分钟
_BECAME = re.compile(
    "(?:左右|以上|多|余)?[^，。；0-9]{0,6}?(?:提[升高]|增[加长]|上升|扩[大展]|拓[展宽]|加宽|调整|[上下]调|下降|降低|减少|精简|压减|[缩压]短?缩?减?|攀升|跃升|突破|发展|[回升降增减变扩])[到至为成]了?"
)


def changes(number: Number) -> bool:
    """Does its clause go on to what a number became (从93项|缩减到现在的31项)?"""
    return _BECAME.match(number.text, number.end, number.clause.end) is not None


def was(number: Number) -> bool:
    """Is a number what it was before the change that its clause tells?"""
    begin = max(number.clause.start, number.start - 16)
    return changes(number) and _WAS.search(number.text, begin, number.start) is not None

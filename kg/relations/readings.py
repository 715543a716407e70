"""The numbers of a document, read clause after clause: a clause in, each number out with its bearer, its label and its time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import EVENT, PERSON, PLACE, PROJECT, QUANTITY, TIME, Mention, Quantity, Sentence
from kg.reading.words import cut
from kg.record import record
from kg.relations.bearers import Bearers, has_subject, invested_in, modified_by, way_from
from kg.relations.clauses import Clause, blank
from kg.relations.indicators import (
    RATES,
    STOPS,
    beyond,
    counted,
    dealt_with,
    is_comparison,
    left_label,
    load_words,
    measured,
    noun_phrase,
    only_change,
    split_growth,
    strip_link,
    turns_into,
    verb_at_end,
    what_goes_on,
    who_did,
    whole_name,
)
from kg.relations.numbers import LENGTHS, Number, changes, countable, is_fact, kind_of, lanes, was
from kg.relations.periods import GOES_ON, Periods, times_of
from kg.relations.respectively import Dealing, Lists, deal_out, words_between
from kg.relations.statements import Scene

LONGEST = 40
"""Characters of an indicator."""


@record
class Reading:
    """One number as read in its clause, before the document's repetitions are merged."""

    sentence: int
    subject: Mention
    mark: Mention
    quantity: Quantity
    indicator: str
    period: str
    expected: bool
    rule: str
    role: str
    """That of its sentence: a headline repeats its text."""


class Reader:
    """Reads clause after clause and keeps what they share: the thing counted, the time, and whether it lies ahead."""

    def __init__(self, scene: Scene) -> None:
        """Note which sentences of a scene hold what is read."""
        self.scene = scene
        self.numbered = {m.sentence for m in scene.mentions if m.type == QUANTITY}
        """The sentences with amounts."""
        self.telling = {m.sentence for m in scene.mentions if m.type in (TIME, EVENT)}
        """The sentences with times and events, which the amounts of later ones may rest on."""
        self.bearers = Bearers(scene)
        self.periods = Periods(scene.document.published)
        self.lists = Lists(self.bearers.named)
        self.last: Reading | None = None
        """The last number read."""
        self.counted = ""
        """What the article counted last."""
        self.thing = ""
        """What this sentence counted last: an investment that follows is theirs."""
        self.sentence = -1
        self.paragraph = -1
        self.before: Clause | None = None
        """The clause before, in the same sentence."""
        self._noun = ""
        self._unread: list[str] = []
        """Clauses without a number since then, whose measure is read once it is asked for."""

    @property
    def noun(self) -> str:
        """What the last number, or a clause without one after it, measured, for a number that comes without a name."""
        self.noun = next(filter(None, map(measured, reversed(self._unread))), self._noun)
        return self._noun

    @noun.setter
    def noun(self, said: str) -> None:
        self._noun = said
        self._unread = []

    def read(self, clause: Clause) -> Iterator[Reading]:
        """The numbers that a clause states."""
        sent = self.scene.document.sentences[clause.sentence]
        if clause.sentence != self.sentence:
            self._enter(clause.sentence, sent)
        if clause.sentence in self.numbered:
            yield from self._clause(clause, sent.text)
            self.before = clause
        elif clause.sentence in self.telling and (times := times_of(clause, sent.text)):
            self.periods.take(sent.text, times[-1])
        if clause.sentence in self.telling:
            self.bearers.remember(clause, sent.text)

    def _enter(self, sentence: int, sent: Sentence) -> None:
        new_paragraph = sent.paragraph != self.paragraph
        self.sentence, self.paragraph = sentence, sent.paragraph
        self.bearers.enter(sent.article)
        self.periods.enter(sent, new_paragraph=new_paragraph)
        self.lists.enter()
        if sent.role == "title":  # another story
            self.counted = ""
        if new_paragraph or not sent.text.startswith(GOES_ON):
            self.noun = ""
        self.before, self.thing = None, ""
        if sentence not in self.numbered:
            self.bearers.gather(sentence, sent.text)

    def _clause(self, clause: Clause, text: str) -> Iterator[Reading]:
        plain = blank(text, clause)
        times, amounts = times_of(clause, text), countable(clause)
        self.periods.begin(text, clause, plain)
        dealing = self._deal(text, clause, amounts, times)
        previous = clause.start
        for index, mention in enumerate(amounts):
            assert mention.quantity is not None
            time = self.periods.reach(text, mention, times, amounts)
            before = plain[: mention.start - clause.start]
            number = Number(clause, text, mention, mention.quantity, kind_of(mention.quantity), previous, before)
            share = dealing.shares.get(index)
            reading = self._number(number, share.indicator if share else "")
            if reading and share:
                reading = self._dealt_out(reading, index, dealing)
            if reading is None:
                continue
            self.last = reading
            if reading.rule in ("observed.amount", "observed.count") and reading.quantity.unit != "%":
                self.lists.amounts.append(reading.indicator)
            if was(number) and not (time and time.end > mention.start - 8):
                reading = replace(reading, indicator=f"{reading.indicator}（原）", period="", expected=False)
            yield reading
            previous = mention.end
        if not amounts:
            self._pass(text, clause, plain, times)
        self.periods.close(text, plain, numbers=bool(amounts))

    def _pass(self, text: str, clause: Clause, plain: str, times: list[Mention]) -> None:
        """Note the time of a clause without amounts, in a sentence with some, and what the next number measures."""
        # 10月份增长7%，今年以来高于…。其中，…: an aside on the year dates no number of October
        aside = bool(self.periods.period) and self.last is not None and self.last.sentence == clause.sentence
        if times and not (aside and times[-1].text.endswith("以来")):
            self.periods.take(text, times[-1])
        if plain:  # 粮食产量再创新高，达到…
            start = clause.subject.end if clause.subject is not None and not clause.subject.implied else clause.start
            self._unread.append(text[max(start, *(t.end for t in times), clause.start) : clause.end])

    def _deal(self, text: str, clause: Clause, amounts: list[Mention], times: list[Mention]) -> Dealing:
        """What 分别 deals out to the numbers of a clause."""
        if shares := deal_out(text, clause, self.before, amounts, times):
            shares = self.lists.complete(clause.sentence, shares, self.noun)
        else:
            shares = self.lists.again(text, clause, amounts)
        bearers = self.lists.bearers(text, clause, sorted(shares)) if shares else {}
        said = words_between(text, clause, bearers[max(bearers)], amounts[min(shares)]) if bearers else ""
        return Dealing(shares, bearers, said)

    def _dealt_out(self, reading: Reading, index: int, dealing: Dealing) -> Reading | None:
        """A reading with its share of what 分别 deals out, where that says what it is of."""
        share, bearer = dealing.shares[index], dealing.bearers.get(index)
        indicator = self._named(share.indicator)
        if not indicator:
            return None  # 两项工具分别为5000亿元互换便利和…: of nothing that is named before
        if bearer is not None:
            indicator = self.lists.measured(dealing.said, self.noun) or indicator
        elif dealing.alike:
            return None  # 三大指标分别占53%、69%和56%: which is whose is not said
        period = share.period or reading.period
        return replace(
            reading, subject=bearer or reading.subject, indicator=indicator[:LONGEST], period=period, rule="observed.listed"
        )

    def _number(self, number: Number, dealt: str) -> Reading | None:
        """One number as it is told; `dealt` is what 分别 deals it out to."""
        if number.kind == "age":
            return self._age(number)
        if _ends_list(number):
            return None
        right = _noun_behind(number)
        if not is_fact(number, right, dealt=bool(dealt)):
            if not number.quantity.unit:  # 用户数达到18.2亿，|相当于去年的1.8倍
                self.noun = _labelled(number, right).left
            return None
        number = _labelled(number, right)
        if (last := self.last) is not None and _became(number, last):
            expected = self.periods.expects(number, project=last.subject.type == PROJECT)
            return replace(last, mark=number.mention, quantity=number.quantity, period=self.periods.period, expected=expected)
        number = _per_unit(number)
        if _is_of_crime(number):
            return self._charged(number)
        return self._claimed(number, dealt)

    def _claimed(self, number: Number, dealt: str) -> Reading | None:
        """A number with what bears it, what it measures and when."""
        invested = invested_in(number)
        modified = invested or modified_by(number)
        if _is_setting(number, modified):
            return None
        growth = number.kind == "percent" and number.left.endswith((*load_words()["growth"], *RATES))
        borne = self._borne(number, modified)
        if borne is None:
            return None
        subject, number = borne
        told = self._indicator(number, subject, modified=modified is not None, growth=growth)
        if told is None:
            return None
        indicator, rule = told
        if subject is not None and (line := _line_across(number, subject)):
            subject, indicator = line, f"{subject.text}境内长度"
        if invested is not None:
            indicator, rule = number.left[-8:], "observed.amount"
        elif modified is not None:
            said = _MODIFIES.search(number.left.rpartition("、")[2])
            if said is None:
                return None  # 从地下700米的实验室: where it is, or what is done with so much
            indicator, rule = said.group(), "observed.attributive"
        else:
            indicator = self._completed(number, indicator, growth=growth) or dealt
        if number.kind == "percent" and not growth and (grown := _GROWN.match(number.text, number.end)):
            indicator += grown.group(1)
        indicator = self._named(indicator, subject) or dealt
        if subject is None or not indicator:
            return None
        self._go_on(number, indicator, growth=growth)
        expected = self.periods.expects(number, project=subject.type == PROJECT)
        period = self.periods.of(number, subject.entity, built=self.bearers.is_work(subject))
        if (growth or indicator.startswith("累计")) and _SINCE.search(number.text, 0, number.start):
            period = ""
        return self._reading(number, subject, indicator, rule, period=period, expected=expected)

    def _reading(
        self, number: Number, subject: Mention, indicator: str, rule: str, *, period: str = "", expected: bool = False
    ) -> Reading:
        role = self.scene.document.sentences[number.sentence].role
        indicator = indicator[:LONGEST]
        return Reading(number.sentence, subject, number.mention, number.quantity, indicator, period, expected, rule, role)

    def _age(self, number: Number) -> Reading | None:
        """The age of the person who stands next to it: 44岁的村民马兴权; 马兴权，44岁."""
        start, end, topic = number.start, number.end, number.clause.topic
        people = [m for m in number.clause.outer if m.type == PERSON]
        near = next((m for m in people if 0 <= m.start - end <= 12 or 0 <= start - m.end <= 4), None)
        person = near or (topic if topic is not None and topic.type == PERSON else None)
        if person is None or number.text.startswith(("以上", "以下"), end):
            return None
        return self._reading(number, person, "年龄", "observed.age")

    def _charged(self, number: Number) -> Reading | None:
        """Money taken is told of whoever took it, of no place and no court."""
        people = [m for m in self.bearers.people.get(number.sentence, ()) if m.start < number.start]
        if not people or not number.left:
            return None
        return self._reading(number, people[-1], number.left[-20:], "observed.amount", period=self.periods.period)

    def _borne(self, number: Number, modified: Mention | None) -> tuple[Mention | None, Number] | None:
        """What bears a number, and the number with its label without that; None where it is of something that is not named."""
        bearers = self.bearers
        subject = modified or bearers.find(number)
        if subject is not None and bearers.is_named_after(subject):
            return None
        subject = bearers.settle(number, subject, modified=modified is not None, counted=self.thing)
        if modified is None and bearers.is_of_another(number, subject):
            return None
        people = bearers.people.get(number.sentence)
        if people and number.left == "连续" and subject is not None and subject.sentence != number.sentence:
            subject = people[-1]
        lasting = _is_lasting(number)
        way = way_from(number) if number.kind == "duration" and not lasting else None
        if way is not None and bearers.is_plain_place(subject):
            left = left_label(number.text, way.start, number.mention, replace(number.clause, subject=None))
            return bearers.way(number), replace(number, left=left)
        if not lasting and modified is None and bearers.is_of_no_place(number, subject):
            return None
        if subject is None or way is not None:
            return subject, number
        left = bearers.without_name(number.left, subject, named=bool(number.right))
        return subject, number if left == number.left else replace(number, left=left)

    def _indicator(self, number: Number, subject: Mention | None, *, modified: bool, growth: bool) -> tuple[str, str] | None:
        """What a number measures, with the rule that tells it; None where what lasts so long is not said."""
        if growth:
            return self._growth(number.left), "observed.growth"
        if road := lanes(number):
            return f"{road}车道数", "observed.amount"
        if number.kind == "count":
            return self._count(number), "observed.count"
        lasting = self._lasting(number) if _is_lasting(number) else _amount(number, modified=modified)
        if lasting is None:
            return None
        indicator = lasting or self.noun
        if indicator in load_words()["measure"] and subject is not None and subject.type != PROJECT:
            project = "项目" if number.text.startswith("项目", number.clause.start) else ""
            indicator = (self.thing or project) + indicator
        return indicator, "observed.span" if number.kind == "duration" else "observed.amount"

    def _growth(self, left: str) -> str:
        """The thing that grows, with the words for its growth; the thing may stand a clause earlier."""
        noun, change = split_growth(left)
        noun = noun.removeprefix("转为")
        if noun and not noun.startswith(_NO_NOUN):
            self.noun = noun
            return noun + change
        whole = self._whole()
        if noun.startswith("占"):  # 占比较去年提升1.4个百分点，达到65.6%
            self.noun = noun = whole.removesuffix("占比") + noun
            return noun + change
        return whole + noun + change

    def _whole(self) -> str:
        """What a number measures that only says how it changed, or what share it is."""
        return _BY_OTHER_TIME.sub("", self.noun)

    def _count(self, number: Number) -> str:
        """What is counted, which later numbers go on with: 新建14座|车站."""
        text, start, end, left, right = number.text, _noun_start(number), number.clause.end, number.left, number.right
        indicator = counted(left, right) if right else left or self.counted or self.noun
        if not left and not right and number.quantity.unit in ("人", "人次"):
            indicator = who_did(text[start:end], number.quantity.unit) or indicator
        self.counted = self.thing = indicator
        if theirs := _COUNTRIES_OF.match(text, start, end):
            noun = noun_phrase(text[theirs.end() : end], 10)
            self.counted = noun if len(noun) > 2 else indicator
        indicator = dealt_with(text[number.clause.start : number.start], text[start:end]) or indicator
        if self.last is not None and self.last.sentence == number.sentence and _BY_ROAD.fullmatch(indicator):
            indicator += _BY_ROAD.split(self.last.indicator)[-1]  # 铁路发送旅客9万人次、公路16万人次
        return indicator

    def _lasting(self, number: Number) -> str | None:
        """What went on for so long: 粮食产量连续9年|稳定在…; None where what goes on is not said."""
        text, end = number.text, number.end
        if text.startswith("、", end):  # 东江连续4年、西江连续2年|保持优良: said once for all of a list
            end = max(m.end for m in number.clause.mentions if m.type == QUANTITY)
        went_on = what_goes_on(text[end : number.clause.end], _whole_words(end, 16, number))
        left = _lasting_label(number)
        noun = self.noun if left == "连续" and not _DONE_AGAIN.match(went_on) else ""
        if noun and self.last is not None and self.last.indicator == noun and self.last.quantity.unit in _PIECES:
            return None  # 跨过两个台阶，连续8年稳居第一: what does is not said
        return noun + left + went_on if went_on else ""

    def _completed(self, number: Number, indicator: str, *, growth: bool) -> str:
        """A label with the thing that it only compares."""
        if indicator in ("多", "少", "高", "低"):
            against = _AGAINST.search(number.text, number.clause.start, number.start)
            indicator = against.group(1) + indicator if against else indicator
        if growth or not (only_change(indicator) or (is_comparison(indicator) and not has_subject(number.clause))):
            return indicator
        whole = self._whole()
        return (whole.removesuffix("占比") if indicator.startswith("占") else whole) + indicator

    def _named(self, label: str, subject: Mention | None = None) -> str:
        """A label that is a name, and not only a comparison.

        In national news what is only pointed to has no number (这款设备直径), unless the bearer is a project (该管道|输气能力).
        """
        said = whole_name(label) if label else ""
        if not said or said.startswith(_ONLY_COMPARED):
            return ""
        if self.scene.document.place or not said.startswith(load_words()["that"]):
            return said
        parts = cut(said)
        if parts[0] not in load_words()["that"]:
            return said
        return "".join(parts[2:]) if subject is not None and self.bearers.is_work(subject) else ""

    def _go_on(self, number: Number, indicator: str, *, growth: bool) -> None:
        """Keep what a number measures for one that comes without a name."""
        if _is_lasting(number):
            self.noun = _lasting_label(number).removesuffix("连续") or self.noun
        elif not growth and not _SHARE.search(indicator) and not is_comparison(number.left):
            self.noun = indicator


# 全长24公里的深中通道, 总投资3亿元的项目: the measures that a number before a thing gives of it.
_MODIFIES = re.compile(
    r"(?:(?:规划|计划|项目|工程|预计|年度)?(?:总|全)?(?:投资额?|长度?|占地面积|占地|建筑面积|面积|造价|里程|规模|库容|装机容量|装机|产值|产能|客流量?|人口|高度?|宽度?|深度?|跨径|主跨|跨度|直径|海拔|价值|金额|重量?|重达?|时速|车速|历史|存量|储量|年?产量?|注册资本|资产|市值|床位|户籍人口|常住人口|容量|可容纳|容纳|吞吐量|发行|耗资|融资|投资|拥有|占地达?|绵延|延绵))(?:达到?|约|近|超过?|逾|为)?$"
)
# 较上月|增长, 两年平均|增长: no name of what grows
_NO_NOUN = ("较", "比", "占", "两年", "三年", *RATES)
# CPI同比由|上月下降0.3%转为上涨0.1%，|环比上涨: the label that goes on is that before it.
_BY_OTHER_TIME = re.compile("(?:[同环]比)?[由从]?$")
# 30个|国家和地区的采购商到会，超过15万人
_COUNTRIES_OF = re.compile("多?(?:个|余)?(?:国家和地区|国家|省区市|省份)的(?![0-9])")
_BY_ROAD = re.compile("铁路|公路|水路|民航")
# 连续9年|入选: of who does it, and not of what was measured before
_DONE_AGAIN = re.compile("实施|举办|开展|参加|获|入选|写入|派|发布|组织|承办|当选|评为|荣获|在")
_PIECES = frozenset(("个", "项", "家", "种", "件"))
# 降雨量300毫米，|比去年同期180毫米多|120毫米
_AGAINST = re.compile("((?:比|较)[^，。；0-9]{2,8})[^，。；]*[多少高低]$")
_ONLY_COMPARED = ("相当于", "约占", "约为", "超过", "是", "高于", "低于", "快于", "比", "较")
_SHARE = re.compile("占(?!比|.*(?:比重|比例|份额)$)")
# 均实现20%以上|增长
_GROWN = re.compile("(?:左右|以上)?的?(?:较快)?(增长|增速|降幅|增幅|涨幅)(?![^，。；])")
# “两新”政策实施以来，截至2月，|同比增长5.9%: since a time that is not said
_SINCE = re.compile("以来，[^，。；0-9]{0,6}截[至止]")


def _labelled(number: Number, right: str) -> Number:
    """A number with the words before it that name what it measures; `right` is the noun behind it."""
    text, clause, start, previous = number.text, number.clause, number.start, number.previous
    # 完成新改建农村公路11.7万公里（年度目标12.9万公里），…: behind a bracket with a number the label is that before it.
    if "）" in text[previous:start] and "（" not in text[previous:start]:
        previous = clause.start
    left = left_label(text, previous, number.mention, clause)
    if previous > clause.start:
        left = beyond(text[previous:start], left, named=bool(right))
    return replace(number, previous=previous, left=left, right=right)


_CLOSED = STOPS - {"“"}
# 11家|游客总量超10万人次: what each of those counted has so much of.
_EACH_HAS = re.compile(
    "[^，。；、0-9]{0,12}(?:量|额|率|值|幅|收入|人数|规模|观众|面积)(?:均|都)?(?:超过?|达到?|突破|为|约|近)+[0-9][0-9.]*[^，。；、的0-9]{1,8}"
)
_AND_REST = re.compile("^(?:多|余|来)?")
# 其中16个是|罕见病用药, 机上3人和地面4人|死亡
_TOLD_AFTER = re.compile("是(?=[一-鿿])|[和、][^，。；0-9]{0,6}[0-9]+(?:人|名)(死亡|遇难|受伤|失踪)")


def _noun_behind(number: Number) -> str:
    """The noun that names what is counted: 14座|车站."""
    text, end, count = number.text, number.clause.end, number.kind == "count"
    if count and (each := _EACH_HAS.match(text, number.end, end)):
        return _AND_REST.sub("", each.group())
    if changes(number):
        return ""
    start = _noun_start(number)
    if count and (after := _TOLD_AFTER.match(text, start, end)):
        return after[1] or noun_phrase(text[after.end() : end], 14)
    return "" if text[start : start + 1] in _CLOSED else noun_phrase(text[start:end], _whole_words(start, 14, number))


def _noun_start(number: Number) -> int:
    """Where the noun behind a number may begin; of households behind the number of their people (159户499名|贫困人口)."""
    if number.quantity.unit != "户":
        return number.end
    return next((m.end for m in number.clause.mentions if m.type == QUANTITY and m.start == number.end), number.end)


def _whole_words(start: int, limit: int, number: Number) -> int:
    """A length of words that ends inside no name: a limit of some characters, or up to the end of the name it would cut."""
    at = start + limit
    return next((m.end - start for m in number.clause.outer if m.start < at < m.end), limit)


def _ends_list(number: Number) -> bool:
    """Does a number count the list of names before it: 甲项目、乙项目|2项?"""
    names = (m for m in number.clause.outer if m.end == number.start) if number.kind == "count" else ()
    return any(number.text[m.start - 1 : m.start] in ("、", "和") for m in names)


def _became(number: Number, last: Reading) -> bool:
    """Is a number what the one before it turned into (由100吨增长到400吨)?"""
    if last.mark.end != number.previous or last.sentence != number.sentence or last.quantity.unit != number.quantity.unit:
        return False
    between = [m for m in number.clause.mentions if number.previous <= m.start and m.end <= number.start]
    times = [m for m in between if m.type == TIME]
    end, start = (times[0].start, times[-1].end) if times else (number.start, number.start)
    return turns_into(number.text[number.previous : end] + number.text[start : number.start])


# PM2.5浓度为每立方米|30微克
_PER_UNIT = re.compile("每(立方米|亩|公顷|平方公里|平方米|吨|桶|盎司|公斤|升|秒)$")


def _per_unit(number: Number) -> Number:
    """A number whose unit takes in what it is reckoned for, where its label ends in that."""
    per, unit = _PER_UNIT.search(number.left), number.quantity.unit
    if per is None or not per.start() or "/" in unit:
        return number
    left = strip_link(number.left[: per.start()])
    return replace(number, quantity=replace(number.quantity, unit=f"{unit}/{per.group(1)}"), left=left)


# 受贿|3000万元
_CRIME = re.compile("受贿|行贿|贪污|索贿|诈骗|挪用公款|赃款|来源不明|非法收受|扣押")


def _is_of_crime(number: Number) -> bool:
    money = number.quantity.unit in ("元", "美元", "欧元")
    return money and _CRIME.search(number.text, number.clause.start, number.start) is not None


def _is_setting(number: Number, modified: Mention | None) -> bool:
    """Does a number only tell where something is: 在海拔5000米的高原, 谢如祥在8000多米的珠穆朗玛峰上?"""
    if modified is None:
        return number.text.endswith("在海拔", 0, number.start)
    return any(m.type == PERSON and number.clause.start <= m.start < number.start for m in number.clause.outer)


def _is_lasting(number: Number) -> bool:
    """Does a number tell for how long something has gone on: 粮食产量连续|9年稳定在…?"""
    return number.kind == "duration" and number.left.endswith("连续")


def _lasting_label(number: Number) -> str:
    return number.left.removeprefix("在")


# 全国33%|的企业; 全省40%|的份额 is that of what was named before
_OF_ALL = re.compile("(?:左右|以上)?的(?!份额|比重|市场|总)")
_WIDE = ("全国", "全球", "全省", "全市", "全县", "世界")


def _amount(number: Number, *, modified: bool) -> str:
    """What an amount or a share measures: the words before it, or with the noun behind it what is done with so much."""
    text, left, right = number.text, number.left, number.right
    change = right.startswith(("缩短", "压缩", "延长", "缩减"))  # 通行时间由过去4个小时缩短到2个小时
    named = bool(right) and not modified and not change
    if named and (acts := verb_at_end(left)):
        return acts + right
    if number.kind == "percent":
        # 连接了全国|80%的县城
        wide = next((w for w in _WIDE if left.endswith(w) and not left.endswith("占" + w)), "")
        of_all = _OF_ALL.match(text, number.end) if wide else None
        if of_all and (noun := noun_phrase(text[of_all.end() : number.clause.end], 14)):
            return strip_link(left.removesuffix(wide)) + noun
        listed = text[number.start - 1 : number.start] in ("、", "和", "及")  # 全国33%的甲企业、46%的|乙企业
        if (listed or not left) and text.startswith("的", number.end):  # 94.9%的县域|能够提供服务
            start = number.end + 1
            goes_on = what_goes_on(text[start : number.clause.end], _whole_words(start, 22, number))
            if goes_on:
                return goes_on
    return counted(left, right) if named and len(left) <= 4 else left


def _line_across(number: Number, subject: Mention) -> Mention | None:
    """The line whose length in a place is told: 其中云南|境内434公里."""
    line = number.clause.theme
    if line is None or line.entity == subject.entity or line.type not in (PROJECT, PLACE):
        return None
    return line if number.quantity.unit in LENGTHS and number.text.startswith(("境内", "境"), subject.end) else None

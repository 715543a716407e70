"""The numbers of a document, read clause after clause: a clause in, each number out with its bearer, its label and its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import PERSON, PLACE, PROJECT, QUANTITY, TIME, Mention, Quantity, Sentence
from kg.reading.words import cut, tag
from kg.relations.alongside import place_beside
from kg.relations.attributes import attribute, invested_in, is_setting, line_across, modified_by, way_from
from kg.relations.bearers import Bearers, is_struck
from kg.relations.clauses import Clause, blank, has_subject, is_country
from kg.relations.counting import (
    LAND_UNITS,
    LANDS,
    acts,
    among_whom,
    did_there,
    from_where,
    how_many,
    says_nothing,
    unquoted_end,
    whose_so_many,
)
from kg.relations.enumerations import shared
from kg.relations.indicators import (
    RATES,
    counted,
    dealt_with,
    is_comparison,
    left_label,
    load_words,
    measured,
    noun_phrase,
    only_change,
    split_growth,
    turns_into,
    what_all_do,
    what_goes_on,
    who_did,
    whole_name,
)
from kg.relations.labels import (
    amount_label,
    is_growth,
    is_lasting,
    labelled,
    lasting_label,
    noun_behind,
    noun_start,
    per_unit,
    whole_words,
)
from kg.relations.lent import is_planned, of_pair, put_into, verb_before_noun, without_change
from kg.relations.numbers import LENGTHS, Number, countable, is_abstract, is_fact, kind_of, lanes, was
from kg.relations.periods import GOES_ON, Periods, times_of
from kg.relations.respectively import Dealing, Lists, deal_out, words_between
from kg.relations.statements import Scene
from kg.relations.unnamed import goes_on_with_thing, is_named_after, is_of_another, is_single

LONGEST = 40
"""Characters of an indicator."""


@dataclass(slots=True, unsafe_hash=True)
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
    bare: str = ""
    """The label where it is a noun that says nothing, unless the list that it stands in lends it a verb."""


class Reader:
    """Reads clause after clause and keeps what they share: the thing counted, the time, and whether it lies ahead."""

    def __init__(self, scene: Scene) -> None:
        """Note which sentences of a scene hold what is read."""
        self.scene = scene
        self.numbered = {m.sentence for m in scene.mentions if m.type == QUANTITY}
        """The sentences with amounts."""
        self.dated = {m.sentence for m in scene.mentions if m.type == TIME}
        """The sentences with times, which the amounts of later ones may be of."""
        self.bearers = Bearers(scene)
        self.periods = Periods(scene.document.published)
        self.lists = Lists(self.bearers.named)
        self.last: Reading | None = None
        """The last number read."""
        self.counted = ""
        """What the article counted last."""
        self.thing = ""
        """What this sentence counted last: an investment that follows is theirs."""
        self.whole = ""
        """The label of the last number, where one of its parts may be told next: 发送煤炭60万吨，其中|电煤40万吨."""
        self.part = ""
        """The verb of the whole, where the sentence tells of several parts."""
        self.traded = ""
        """What imports and exports together were last told of: 对甲国|进出口30亿元，其中出口20亿元."""
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

    def read(self, clause: Clause) -> Sequence[Reading]:
        """The numbers that a clause states."""
        found: Sequence[Reading] = ()
        sent = self.scene.document.sentences[clause.sentence]
        if clause.sentence != self.sentence:
            self._enter(clause.sentence, sent)
        if clause.sentence in self.numbered:
            told = shared(list(self._clause(clause, sent.text)), sent.text)
            found = [reading for reading in told if reading.indicator != reading.bare]
            self.before = clause
        elif clause.sentence in self.dated and (times := times_of(clause, sent.text)):
            self.periods.take(sent.text, times[-1])
        if clause.outer:
            self.bearers.occasions.remember(clause, sent.text)
        return found

    def _enter(self, sentence: int, sent: Sentence) -> None:
        new_paragraph = sent.paragraph != self.paragraph
        self.sentence, self.paragraph = sentence, sent.paragraph
        self.bearers.occasions.enter(sent.article)
        self.periods.enter(sent, new_paragraph=new_paragraph)
        self.lists.enter()
        if sent.role == "title":  # another story
            self.counted = ""
        if new_paragraph or not sent.text.startswith(GOES_ON):
            self.noun = self.traded = ""
        self.before, self.thing, self.part = None, "", ""
        if sentence not in self.numbered:
            self.bearers.occasions.gather(sentence, sent.text)

    def _clause(self, clause: Clause, text: str) -> Iterator[Reading]:
        """The numbers of a clause in a sentence with amounts."""
        plain, times, amounts = blank(text, clause), times_of(clause, text), countable(clause)
        self.periods.begin(text, clause, plain)
        if amounts:
            yield from self._amounts(clause, text, plain, times, amounts)
        else:
            self._pass(clause, text, plain, times)
        self.periods.close(text, plain, numbers=bool(amounts))

    def _amounts(
        self, clause: Clause, text: str, plain: str, times: list[Mention], amounts: list[Mention]
    ) -> Iterator[Reading]:
        dealing = self._deal(clause, text, times, amounts)
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

    def _pass(self, clause: Clause, text: str, plain: str, times: list[Mention]) -> None:
        """Note the time of a clause without amounts, in a sentence with some, and what the next number measures."""
        # 10月份增长7%，今年以来高于…。其中，…: an aside on the year dates no number of October
        aside = bool(self.periods.period) and self.last is not None and self.last.sentence == clause.sentence
        if times and text.startswith("后，", clause.end - 1) and self.periods.lies_ahead(times[-1]):
            self.periods.period, times = "", []  # 月底并网发电后，|每年可供电8亿千瓦时
        begun = times and _BEGUN.search(text, times[-1].end, clause.end)  # 3月底开工，|目前完成投资4100万元
        if not times and len(self.periods.period) > 4 and _BEGUN.search(text, clause.start, clause.end):
            self.periods.period = ""  # 5月18日，大桥开工，可安置800户
        if times and not begun and not (aside and times[-1].text.endswith("以来")):
            self.periods.take(text, times[-1])
        if plain:  # 粮食产量再创新高，达到…
            start = clause.subject.end if clause.subject is not None and not clause.subject.implied else clause.start
            self._unread.append(text[max(start, *(t.end for t in times), clause.start) : clause.end])

    def _deal(self, clause: Clause, text: str, times: list[Mention], amounts: list[Mention]) -> Dealing:
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
        fact = is_fact(number, dealt=bool(dealt))
        if not fact and number.quantity.unit:
            return None
        right = noun_behind(number)
        if not fact:  # 用户数达到18.2亿，|相当于去年的1.8倍
            self.noun = labelled(number, right).left
            return None
        if is_abstract(number, right):
            return None
        number = labelled(number, right)
        if (last := self.last) is not None and _became(number, last):
            expected = self.periods.expects(number, project=last.subject.type == PROJECT)
            return replace(last, mark=number.mention, quantity=number.quantity, period=self.periods.period, expected=expected)
        number = per_unit(number)
        if _is_of_crime(number):
            return self._charged(number)
        return self._claimed(number, dealt)

    def _claimed(self, number: Number, dealt: str) -> Reading | None:
        """A number with what bears it, what it measures and when."""
        invested = invested_in(number)
        modified = invested or modified_by(number)
        if is_setting(number, modified):
            return None
        growth = is_growth(number)
        borne = self._borne(number, modified)
        if borne is None:
            return None
        subject, number = borne
        told = self._indicator(number, subject, modified=modified is not None, growth=growth)
        if told is None:
            return None
        indicator, rule = told
        if subject is not None and (line := line_across(number, subject)):
            subject, indicator = line, f"{subject.text}境内长度"
        elif not indicator and number.quantity.unit in LENGTHS and number.text.endswith("境内", 0, number.start):
            indicator = "境内长度"
        if invested is not None:
            indicator, rule = number.left[-8:], "observed.amount"
        elif modified is not None:
            indicator, rule = attribute(number.left), "observed.attributive"
            if not indicator:
                return None
        else:
            indicator = self._completed(number, indicator, subject, growth=growth) or dealt
        if number.kind == "percent" and not growth and (grown := _GROWN.match(number.text, number.end)):
            indicator += grown.group(1)
        indicator = self._named(indicator, subject) or dealt
        if subject is None or not indicator:
            return None
        if number.kind != "percent" and not _TOLD_EVERY.search(indicator):
            every = _EVERY.search(number.text, max(number.previous, number.clause.start), number.start)
            indicator = every[1] + indicator if every else indicator
        self._go_on(number, indicator, growth=growth)
        if number.kind == "count" and self._adds_up(number, indicator):
            indicator = "累计" + indicator
        bare = self._is_bare(indicator, number, subject)
        return replace(self._timed(number, subject, indicator, rule, growth=growth), bare=indicator if bare else "")

    def _timed(self, number: Number, subject: Mention, indicator: str, rule: str, *, growth: bool) -> Reading:
        """A reading with its time, and whether it lies ahead."""
        built = self.bearers.is_work(subject)
        expected = self.periods.expects(number, project=built) or is_planned(number, subject)
        period = self.periods.of(number, subject.entity, built=built)
        if (growth or indicator.startswith("累计")) and _SINCE.search(number.text, 0, number.start):
            period = ""
        return self._reading(number, subject, indicator, rule, period=period, expected=expected)

    def _reading(
        self, number: Number, subject: Mention, indicator: str, rule: str, *, period: str = "", expected: bool = False
    ) -> Reading:
        role = self.scene.document.sentences[number.sentence].role
        indicator = indicator.removesuffix("之一")[:LONGEST]
        return Reading(number.sentence, subject, number.mention, number.quantity, indicator, period, expected, rule, role)

    def _age(self, number: Number) -> Reading | None:
        """The age of the person who stands next to it: 44岁的村民钱敏; 钱敏，44岁."""
        start, end, topic = number.start, number.end, number.clause.topic
        people = [m for m in number.clause.outer if m.type == PERSON]
        near = next((m for m in people if _AGED.fullmatch(number.text, end, m.start) or 0 <= start - m.end <= 4), None)
        person = near or (topic if topic is not None and topic.type == PERSON else None)
        if person is None or number.text.startswith(("以上", "以下"), end):
            return None
        return self._reading(number, person, "年龄", "observed.age")

    def _charged(self, number: Number) -> Reading | None:
        """Money taken is told of whoever took it, of no place and no court."""
        people = [m for m in self.bearers.people.get(number.sentence, ()) if m.start < number.start]
        if not people or not number.left:
            return None
        deed = _CRIME.search(number.text, number.clause.start, number.start)
        # 甲先后收受|乙等人财物30万元: of whoever is named before the deed
        people = [m for m in people if deed and m.end <= deed.start()] or people
        return self._reading(number, people[-1], number.left[-20:], "observed.amount", period=self.periods.period)

    def _borne(self, number: Number, modified: Mention | None) -> tuple[Mention | None, Number] | None:
        """What bears a number, and the number with its label without that; None where it is of something that is not named."""
        bearers = self.bearers
        if modified is None and (beside := place_beside(number)):
            place, measure = beside
            return place, replace(number, left=measure, right="")
        subject = modified or bearers.find(number)
        if subject is not None and is_named_after(subject, self.scene.document.sentences[subject.sentence].text):
            return None
        subject = bearers.settle(number, subject, modified=modified is not None, counted=self.thing)
        name = self.scene.entities[subject.entity].name if subject is not None else ""
        if subject is not None and subject.sentence != number.sentence:
            if _of_somebody(number) or (bearers.is_at_large(subject) and _is_of_it(number)):
                return None
            if modified is None and bearers.is_wide(subject) and goes_on_with_thing(number, name):
                subject = bearers.work_told_of(number)
        of_person = subject is not None and subject.type == PERSON and subject.sentence != number.sentence
        if of_person and number.left.endswith(load_words()["gauge"]):
            return None  # 他迅速赶赴现场。能见度不足1米
        if modified is None and is_of_another(number, name, at_large=bearers.is_at_large(subject)):
            return None
        people = bearers.people.get(number.sentence)
        if people and number.left == "连续" and subject is not None and subject.sentence != number.sentence:
            subject = people[-1]
        lasting = is_lasting(number)
        way = way_from(number) if number.kind == "duration" and not lasting else None
        if way is not None and bearers.is_plain_place(subject):
            left = left_label(number.text, way.start, number.mention, replace(number.clause, subject=None))
            return bearers.way(number), replace(number, left=left)
        if number.left.endswith("为期") and not number.right and bearers.is_plain_place(subject):
            return None  # 活动周至10日结束，为期7天
        if subject is not None and modified is None and self._is_siblings(number, subject):
            subject = bearers.instead_of(subject)
        before = subject is not None and subject.sentence != number.sentence
        if before and modified is None and not lasting and is_single(number):
            measured = number.quantity.unit in LENGTHS and bearers.is_plain_place(subject)
            if measured or bearers.is_at_large(subject):
                return None  # 大桥全长569米: only a country or division is known, from before
        if subject is None or way is not None:
            return subject, number
        if is_struck(subject, number):
            left = left_label(number.text, subject.end, number.mention, replace(number.clause, subject=None))
            return subject, replace(number, left=left)
        left = bearers.without_name(number.left, subject, named=bool(number.right))
        return subject, number if left == number.left else replace(number, left=left)

    def _is_siblings(self, number: Number, subject: Mention) -> bool:
        """Is a number of a list that of another thing, which no mention names (甲公园接待3万人次；|动物园接待2万人次)?"""
        text, last = number.text, self.last
        if last is None or last.sentence != number.sentence or last.subject.entity != subject.entity:
            return False
        if subject.sentence != number.sentence or has_subject(number.clause) or "；" not in text[subject.end : number.start]:
            return False
        other, same, rest = number.left.rpartition(last.indicator)
        return bool(same) and not rest and other.endswith(_THINGS)

    def _indicator(self, number: Number, subject: Mention | None, *, modified: bool, growth: bool) -> tuple[str, str] | None:
        """What a number measures, with the rule that tells it; None where what lasts so long is not said."""
        if growth:
            return self._growth(number.left), "observed.growth"
        if road := lanes(number):
            return f"{road}车道数", "observed.amount"
        if number.kind == "count":
            return self._count(number), "observed.count"
        lasting = self._lasting(number) if is_lasting(number) else amount_label(number, modified=modified)
        if lasting is None:
            return None
        changed_to = number.text[number.previous : number.start].strip("约近") in ("至", "到", "到了")
        indicator = lasting or without_change(self.noun, to=changed_to)  # 面积比去年增加3万亩，|达到9万亩
        if indicator.removeprefix("项目") in load_words()["measure"] and subject is not None and self._may_count(subject):
            indicator = indicator.removeprefix("项目") if self.thing.endswith("项目") else indicator
            if self.thing.endswith(_NO_WORKS):
                self.thing = ""
            project = "项目" if number.text.startswith("项目", number.clause.start) else ""
            indicator = (self.thing or project) + indicator
        return indicator, "observed.span" if number.kind == "duration" else "observed.amount"

    def _may_count(self, subject: Mention) -> bool:
        """May a cost that follows a count be that of what the subject counted (签约5个项目，|总投资3亿元), and not its own?"""
        entity = self.scene.entities[subject.entity]
        return not self.bearers.is_work(subject) and entity.kind not in ("School", "University", "Hospital")

    def _growth(self, left: str) -> str:
        """The thing that grows, with the words for its growth; the thing may stand a clause earlier."""
        noun, change = split_growth(left)
        noun = noun.removeprefix("转为")
        if noun and not noun.startswith(_NO_NOUN):
            self.noun = _AGAINST_TIME.sub("", noun) or noun
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
        text, start, end, left, right = number.text, noun_start(number), number.clause.end, number.left, number.right
        whose = _LED_BY_OF.search(text, number.clause.start, number.start) is not None
        indicator = counted(left, right, whose=whose) if right else left or how_many(number) or self.counted or self.noun
        if number.quantity.unit in LAND_UNITS:  # 沿河|6省市|生产总值
            indicator = number.quantity.unit
        if not right and number.quantity.unit in ("人", "人次") and (not left or _WHO_ALL.search(left)):
            indicator = who_did(text[start:end], number.quantity.unit) or indicator
        if not right and number.quantity.unit in ("人", "名") and (elected := _ELECTED.match(text, start, end)):
            indicator = "选举" + elected.group(1)
        if not left and not right:
            indicator = self._people(number) or indicator
        if not left and not right and indicator == self.counted:  # 推出112项制度，|38项|已复制推广
            indicator += what_all_do(text[start:end], "").removeprefix("已经").removeprefix("已")
        if right and (indicator == right or text[number.start - 1] in "、和及") and (did := did_there(number)):
            indicator = did + right
        self.counted = indicator
        sized = number.quantity.unit in ("人", "户", "名", "人次", "班", "层", "张") or indicator.endswith("规模")
        if not sized:  # 带动就业300人，|年产值600万元: not theirs
            self.thing = indicator
        if right and (indicator == right or (indicator.endswith(right) and not acts(indicator.removesuffix(right)))):
            indicator += what_all_do(text[start : unquoted_end(text, start, end)], right)
        if theirs := _COUNTRIES_OF.match(text, start, end):
            noun = noun_phrase(text[theirs.end() : end], 10)
            self.counted = noun if len(noun) > 2 else indicator
        indicator = among_whom(number) + indicator
        if right in LANDS and indicator == right:
            indicator = from_where(number) or indicator
        elif right and indicator == right:
            indicator = whose_so_many(number) or indicator
        indicator = dealt_with(text[number.clause.start : number.start], text[start:end]) or indicator
        if self.last is not None and self.last.sentence == number.sentence and _BY_ROAD.fullmatch(indicator):
            indicator += _BY_ROAD.split(self.last.indicator)[-1]  # 铁路发送旅客9万人次、公路16万人次
        return indicator

    def _people(self, number: Number) -> str:
        """Households and their people that no noun names, as a village's are told: 456户|1680人."""
        if number.quantity.unit == "户":
            # 辖12个行政村，|5666户: no villages
            of_others = self.last is not None and self.last.sentence == number.sentence and self.last.quantity.unit != "户"
            return "户数" if of_others or _PEOPLE_NEXT.match(number.text, number.end) else ""
        if number.quantity.unit == "人" and number.mention.text.endswith("人口"):  # 面积77平方公里，6.3万|人口
            return "人口"
        if number.quantity.unit == "人" and _ALL_OF_IT.search(number.text, number.clause.start, number.start):
            does = _WITHIN.sub("", number.text[number.end : number.clause.end].lstrip("多余"))
            return what_goes_on(does, 14) or "人口"  # 全县有800人|在搬迁中住进了新居
        if number.quantity.unit == "人" and self._lives_there(number):
            return "涉及人口" if self.last.indicator.startswith("涉及") else "人口"  # type: ignore[union-attr]
        theirs = self.last is not None and self.last.indicator == "户数" and number.start - self.last.mark.end <= 1
        return "人口" if number.quantity.unit == "人" and theirs else ""

    def _lives_there(self, number: Number) -> bool:
        """Does a number of people follow that of their villages (涉及24个村庄，|3万人)?"""
        if self.last is None or not self.last.indicator.endswith(_INHABITED):
            return False
        between = number.text[self.last.mark.end : number.start]
        return between[-1:] in ("，", "、") and between[:-1].endswith(self.last.indicator[-2:])

    def _lasting(self, number: Number) -> str | None:
        """What went on for so long: 粮食产量连续9年|稳定在…; None where what goes on is not said."""
        text, end = number.text, number.end
        if text.startswith("、", end):  # 东江连续4年、西江连续2年|保持优良: said once for all of a list
            end = max(m.end for m in number.clause.mentions if m.type == QUANTITY)
        went_on = what_goes_on(text[end : number.clause.end], whole_words(end, 16, number))
        left = lasting_label(number)
        noun = self.noun if left == "连续" and not _DONE_AGAIN.match(went_on) else ""
        if noun and self.last is not None and self.last.indicator == noun and self.last.quantity.unit in _PIECES:
            return None  # 跨过两个台阶，连续8年稳居第一: what does is not said
        return noun + left + went_on if went_on else ""

    def _completed(self, number: Number, indicator: str, subject: Mention | None, *, growth: bool) -> str:
        """A label with the thing that it only compares."""
        others = subject is not None and self.last is not None and self.last.subject.entity != subject.entity
        if others and not growth and indicator.startswith("占") and len(indicator) > 4:
            return indicator  # 对甲国出口增长5%，其中乙国|占我国外贸总值的8%
        if indicator in ("多", "少", "高", "低"):
            against = _AGAINST.search(number.text, number.clause.start, number.start)
            indicator = against.group(1) + indicator if against else indicator
        if indicator in ("出口", "进口"):
            return self.traded + indicator
        if verb := self._verb_of_whole(number, indicator):
            self.part = verb
            return verb + indicator
        if self.part and self._is_next_part(number, indicator):
            return self.part + indicator
        if number.kind == "percent" and (done := self._done_of_part(number, indicator)):
            return indicator + done
        if (paired := of_pair(indicator, self.noun)) != indicator:
            return paired
        if indicator.startswith("覆盖") and not has_subject(number.clause) and 2 < len(self.noun) <= 10:
            return self.noun + indicator if self.noun not in indicator and self.noun[:2] != "覆盖" else indicator
        if (spent := put_into(number, indicator)) != indicator:
            return spent
        if indicator in _PER_HEAD and self.noun and len(self.noun) <= 12:  # 耕地面积6560亩，|人均1.0亩
            return indicator + self._whole()
        if indicator in _OF_THING and self.noun and len(self.noun) <= 12 and not self.noun.endswith(indicator):
            return self._whole() + indicator  # 秋粮收获90万亩，|进度达四成
        if number.kind == "percent" and not growth and _PART.match(number.text, number.clause.start, number.start):
            measure = self._whole().rpartition("的")[2]
            if measure.endswith(_INDEXES) and not indicator.endswith(_INDEXES):  # 其中甲业、乙业|超过53%: of the same index
                return indicator + measure
        if growth or not (only_change(indicator) or (is_comparison(indicator) and not has_subject(number.clause))):
            return indicator
        whole = self._whole().removesuffix("完成" if indicator.startswith("完成") else "")
        return (whole.removesuffix("占比") if indicator.startswith("占") else whole) + indicator

    def _verb_of_whole(self, number: Number, indicator: str) -> str:
        """The verb of the number before where this one is of a part of the same thing (发送煤炭60万吨。其中，|电煤40万吨)."""
        text, last, begin = number.text, self.last, number.clause.start
        if not (text.startswith("其中", begin) or text.endswith(("其中，", "其中"), 0, begin)) or not _is_thing(indicator):
            return ""
        if last is None or last.quantity.unit != number.quantity.unit:
            return ""
        if last.sentence == number.sentence and last.mark.start >= begin:
            return ""  # 其中工业类项目4个、|商贸类项目3个
        verb = verb_before_noun(self.whole)
        return verb if not indicator.startswith(verb[:2]) else ""

    def _is_bare(self, indicator: str, number: Number, subject: Mention) -> bool:
        """Is a count of national news told by its bare noun alone, of a country or of a place told of before?

        受降雪影响，3个|省份15个路段通行受阻 says nothing of the nation's provinces. Of 18 such labels among 510 that readers judged on
        their own, 2 were right.
        """
        if self.scene.document.place or not subject.text or indicator != number.right or not says_nothing(number):
            return False
        entity = self.scene.entities[subject.entity]
        if is_country(entity):
            return True
        return subject.type == PLACE and subject.sentence != number.sentence

    def _adds_up(self, number: Number, indicator: str) -> bool:
        """Is a number one of those that a clause before began to add up (累计开行列车900列，|发送旅客8万人次)?"""
        last = self.last
        if last is None or last.sentence != number.sentence or not last.indicator.startswith("累计") or "累计" in indicator:
            return False
        near = last.mark.end == number.clause.start - 1 and last.subject.sentence == number.sentence
        return near and not has_subject(number.clause) and tag(cut(indicator)[0])[:1] == "v"

    def _is_next_part(self, number: Number, indicator: str) -> bool:
        """Is a number that of a further part (其中新设企业40户，|合作社20户)?"""
        if self.last is None or self.last.sentence != number.sentence or self.last.quantity.unit != number.quantity.unit:
            return False
        apart = self.last.mark.end == number.clause.start - 1 and number.previous == number.clause.start
        return apart and _is_thing(indicator)

    def _done_of_part(self, number: Number, indicator: str) -> str:
        """What is done with the whole, of which a number tells the part (秋粮收获过八成。分作物看，大豆|过九成)."""
        last = self.last
        if last is None or last.quantity.unit != "%" or number.sentence - last.sentence > 1 or len(indicator) > 6:
            return ""
        if not number.text.startswith(("分作物看", "分品种看", "分地区看", "分区域看", "其中")):
            return ""
        done = cut(last.indicator)[-1]
        if len(done) < 2 or done in load_words()["growth"] or indicator.endswith(_INDEXES):
            return ""
        return done if tag(done)[:1] == "v" and all(tag(word)[:1] == "n" for word in cut(indicator)) else ""

    def _named(self, label: str, subject: Mention | None = None) -> str:
        """A label that is a name, and not only a comparison.

        In national news what is only pointed to has no number (这款设备直径), unless the bearer is a project (该管道|输气能力).
        """
        said = whole_name(label) if label else ""
        if not said or said.startswith(_ONLY_COMPARED) or _ONLY_LISTED.fullmatch(said):
            return ""
        if self.scene.document.place or not said.startswith(load_words()["that"]):
            return said
        parts = cut(said)
        if parts[0] not in load_words()["that"]:
            return said
        return "".join(parts[2:]) if subject is not None and self.bearers.is_work(subject) else ""

    def _go_on(self, number: Number, indicator: str, *, growth: bool) -> None:
        """Keep what a number measures for one that comes without a name."""
        if "其中" in number.text[: number.start] and (verb := verb_before_noun(self.whole)) and indicator.startswith(verb):
            self.part = verb  # 其中，新设|企业40户
        self.whole = indicator if number.kind not in ("percent", "duration") else ""
        if traded := _TRADED.fullmatch(indicator):
            self.traded = traded[1]
        if is_lasting(number):
            self.noun = lasting_label(number).removesuffix("连续") or self.noun
        elif not growth and not _SHARE.search(indicator) and not is_comparison(number.left):
            self.noun = indicator


_NO_WORKS = ("村", "小组", "社区", "镇", "乡", "街道", "位", "岗位", "品种", "学生", "车辆", "农户", "县", "市", "区")
"""What things counted end in that cost nothing: 涉及18个村民小组，|投资80万元 is not theirs."""
# 44岁|的村民|钱敏, but not 17岁小将击败|钱敏
_AGED = re.compile("(?:(?!击败|战胜|打败|搀扶|帮助|照顾|与|和|对)[^，。；]){0,12}")
# 共12个村民小组，456户|1680人: a village's people, whatever was counted before
_PEOPLE_NEXT = re.compile("、?[0-9]+[余多]?人")
# 王平、李明、周岚等|30人|参加
_WHO_ALL = re.compile("、|等$|及")
# 选举王平等|30人|为区人大常委会委员
_ELECTED = re.compile("(?:当选)?为([^，。；0-9]{0,14}(?:委员|代表|常委|理事|监事|主席|主任))(?![^，。；]*的)")
# “我为合作社养了|2头母猪”: the speaker's, whom no subject names
_OF_SELF = re.compile("我(?![国省市州盟旗县区镇乡村社院校厂局司矿馆站军队部方党们])|我们(?:家|俩)|咱家")
# 他参与侦办案件263件，|处理165人
_OF_ONE = re.compile(
    "(?:^|[，；。])(?:如今|现在|目前|近年来|多年来|去年|今年)?，?[他她](?!们|还?(?:说|表示|介绍|指出|强调|认为|告诉|称|透露|要求|希望|建议|坦言|补充|补充道))"
)
_OF_IT = re.compile("(?:^|[，；。])它(?!们)")
# 全村共|1580人
_ALL_OF_IT = re.compile("全[村组镇乡县区市社]现?总?共?有?$")
_INHABITED = ("村庄", "行政村", "自然村", "社区", "小区", "村民小组", "乡镇", "街道")
_WITHIN = re.compile("^在[^，。；]{2,24}[中里内上下]")
_THINGS = (
    *"园馆院厂村镇县市寺湖",
    *(
        "学校",
        "小学",
        "中学",
        "大学",
        "景区",
        "公司",
        "集团",
        "中心",
        "基地",
        "广场",
        "古城",
        "古镇",
        "合作社",
        "街区",
        "小镇",
        "酒店",
    ),
)
"""What the names of things end in that have numbers of their own beside those of the thing told of."""
_PER_HEAD = ("人均", "户均", "生均", "村均")
_OF_THING = (
    "进度",
    "完成率",
    "金额",
    "总额",
    "货值",
    "增长率",
    "年均增长率",
    "平均增长率",
    "比例",
    "总量",
    "投入比重",
    "投入强度",
)
# 对甲国|进出口总值
_TRADED = re.compile("([^占比较]{2,16}?)(?:贸易)?进出口(?:总?[额值])?")
# 其中甲业、乙业|超过53%
_PART = re.compile("其中，?[^，。；0-9占]{2,40}?(?:均|都)?(?:超过?|达到?|升至|为|高于)(?:约|近)?$")
_INDEXES = ("指数", "率", "比例", "比重", "占比", "程度", "面")
_BEGUN = re.compile(
    "开工(?!率|项目|面积)|动工|奠基|破土|开建|始建|启动建设|(?:正式|全面|陆续)(?:启动|开始)(?![的项一-鿿])|开始(?:施工|建设)|封闭施工|(?:竣工|投入使用|投产|投入运[行营]|投运|建成|完工)(?![的项])"
)
# 较上月|增长, 两年平均|增长: no name of what grows
_NO_NOUN = ("较", "比", "占", "拉动", "两年", "三年", *RATES)
# CPI同比由|上月下降0.3%转为上涨0.1%，|环比上涨: the label that goes on is that before it.
# 生产总值|比一季度|回升2个百分点
_AGAINST_TIME = re.compile("(?<=[一-鿿]{2})[比较](?:前?[一二三四0-9]|上|去|同)[^，。；]{1,6}$")
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
# 其中甲省、乙省等8省|超过400亿元: who has so much, and not of what
_ONLY_LISTED = re.compile(
    "[^，。]+、[^，。]+(?:等[0-9一二三四五六七八九十两]*个?(?:省市?|市|县|区|州|省份|城市|国家|地区?的?(?:局地|部分地区|大部地?区?)?)|局地|部分地区|大部地?区?)"
)
_SHARE = re.compile("占(?!比|.*(?:比重|比例|份额)$)")
# 均实现20%以上|增长
_GROWN = re.compile("(?:左右|以上)?的?(?:较快)?(增长|增速|降幅|增幅|涨幅)(?![^，。；])")
# “两新”政策实施以来，截至2月，|同比增长5.9%: since a time that is not said
_SINCE = re.compile("以来，[^，。；0-9]{0,6}截[至止]")


def _is_thing(label: str) -> bool:
    """Is a label a short name of a thing, with no verb, preposition or adverb in it?"""
    return len(label) <= 8 and all(tag(word)[:1] not in "vpd" for word in cut(label))


def _ends_list(number: Number) -> bool:
    """Does a number count the list of names before it: 甲项目、乙项目|2项?"""
    if number.kind != "count":
        return False
    ends = [m for m in number.clause.outer if m.end == number.start and number.text[m.start - 1 : m.start] in ("、", "和")]
    # 甲街道1个小区、乙街道|2个小区: a number each
    return any(m.start - number.previous > 6 or number.previous == number.clause.start for m in ends)


def _became(number: Number, last: Reading) -> bool:
    """Is a number what the one before it turned into (由100吨增长到400吨)?"""
    if last.mark.end != number.previous or last.sentence != number.sentence or last.quantity.unit != number.quantity.unit:
        return False
    between = [m for m in number.clause.mentions if number.previous <= m.start and m.end <= number.start]
    times = [m for m in between if m.type == TIME]
    end, start = (times[0].start, times[-1].end) if times else (number.start, number.start)
    return turns_into(number.text[number.previous : end] + number.text[start : number.start])


# 每天|有16000名|建设者在现场作业
_EVERY = re.compile("((?:平均)?每[天日周月年])(?!.*的)[^，。；：]{0,14}$")
# 前来支援的|3名医生
_LED_BY_OF = re.compile("的(?:约|近|超过?|逾)?$")
_TOLD_EVERY = re.compile("每|[日周月年]均|^[日年]|连续")
# 受贿|3000万元
_CRIME = re.compile("受贿|收受|索取|行贿|贪污|索贿|诈骗|挪用公款|赃款|来源不明|扣押")


def _of_somebody(number: Number) -> bool:
    """Is a number that of the speaker, or of him or her that the sentence tells of?"""
    if number.clause.quoted and _OF_SELF.search(number.text, 0, number.start):
        return True
    return ("他" in number.text or "她" in number.text) and _OF_ONE.search(number.text, 0, number.start) is not None


def _is_of_it(number: Number) -> bool:
    """Is a number that of a thing that the sentence only points to (它将深入|11000米)?"""
    return "它" in number.text and _OF_IT.search(number.text, 0, number.start) is not None


def _is_of_crime(number: Number) -> bool:
    money = number.quantity.unit in ("元", "美元", "欧元")
    return money and _CRIME.search(number.text, number.clause.start, number.start) is not None

"""Numbers as statements: a scene in, `observed` out, each with subject, indicator, unit, period and whether it is a target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.model import (
    AGENCY,
    DOCUMENT,
    EVENT,
    PERSON,
    PLACE,
    PROJECT,
    QUANTITY,
    TIME,
    TITLE,
    Mention,
    Quantity,
    Sentence,
    Statement,
    Value,
)
from kg.reading.words import cut
from kg.recognition.quantities import units
from kg.record import record
from kg.relations.bearers import KIND_OF_PLACE, WORKS, Bearers
from kg.relations.clauses import NATION, Clause, blank, walk
from kg.relations.indicators import (
    MODIFIES,
    RATES,
    STOPS,
    any_of,
    beyond,
    counted,
    deal_out,
    dealt_with,
    is_comparison,
    left_label,
    load_words,
    measured,
    noun_phrase,
    only_change,
    split_growth,
    strip_end,
    turns_into,
    verb_at_end,
    what_goes_on,
    who_did,
    whole_name,
)
from kg.relations.statements import Scene, state

VAGUE = ("目前", "近年来", "近日", "日前", "当前", "今天", "昨天", "如今", "眼下")
MEMORY = 50
"""How many equal numbers of a document a further one is compared with."""


@record
class _Reading:
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


def extract_observations(scene: Scene) -> list[Statement]:
    """State every number that the document claims of something.

    Left out are ordinals, grades, lengths of time that measure nothing, small numerals of speech (两点要求) and numbers inside
    names; a number repeated for the same thing is stated once.
    """
    readings = _merge(list(_read(scene)))
    return [
        state(
            scene,
            r.sentence,
            r.rule,
            subject=r.subject.entity,
            predicate="observed",
            value=_value(r.quantity),
            qualifiers=_qualifiers(r),
            marks={"subject": r.subject if r.subject.text else None, "object": r.mark},
        )
        for r in readings
    ]


def _value(quantity: Quantity) -> Value:
    return quantity.value if quantity.high is None else (quantity.value, quantity.high)


def _qualifiers(reading: _Reading) -> dict[str, str | bool]:
    qualifiers: dict[str, str | bool] = {"indicator": reading.indicator, "unit": reading.quantity.unit}
    if reading.period:
        qualifiers["period"] = reading.period
    if reading.expected:
        qualifiers["expected"] = True
    return qualifiers


def _read(scene: Scene) -> Iterator[_Reading]:
    named: set[str] = set()
    reader = _Reader(scene)
    for clause in walk(scene):
        if clause.sentence in reader.numbered:
            yield from _in_names(scene, clause, named)
        yield from reader.clause(clause)


def _in_names(scene: Scene, clause: Clause, named: set[str]) -> Iterator[_Reading]:
    """What a project's name says of it, once for each project: 年产25万吨热塑性弹性体项目."""
    text = scene.document.sentences[clause.sentence].text
    for head in clause.outer:
        if head.type != PROJECT or head.entity in named:
            continue
        for mention in clause.mentions:
            quantity = mention.quantity
            if quantity is None or mention.start < head.start or mention.end >= head.end or not _is_output(quantity):
                continue
            product = noun_phrase(text[mention.end : head.end], 8).removesuffix("项目").removesuffix("工程")
            if not product:
                continue
            before = text[head.start : mention.start]
            label = next((w for w in load_words()["output"] if before.endswith(w)), "")
            indicator = f"{product}{label}量" if label.endswith("产") else f"{label}{product}" if label else f"{product}产能"
            named.add(head.entity)
            yield _Reading(clause.sentence, head, mention, quantity, indicator, "", False, "observed.name", "body")


def _is_output(quantity: Quantity) -> bool:
    kind = _kind(quantity)
    if kind in ("duration", "age", "magnitude", "percent") or quantity.unit in load_words()["never"]:
        return False
    if quantity.unit in load_words()["no output"]:  # 500米直道, ±800千伏输电工程, 千人以上供水工程
        return False
    return kind != "count" or quantity.value >= 1000


class _Reader:
    """Reads clause after clause and keeps what they share: the thing counted, the time, and whether it lies ahead."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.published = scene.document.published
        self.numbered = {m.sentence for m in scene.mentions if m.type == QUANTITY}
        """The sentences with amounts."""
        self.bearers = Bearers(scene)
        self.noun_of_list = ""
        """What the last numbers dealt out to things measured."""
        self.items: tuple[int, list[str], list[str]] = (-1, [], [])
        """The sentence of the last 分别, what it dealt its numbers to, and of what times."""
        self.amounts: list[str] = []
        """The labels of the amounts that the sentence gave so far."""
        self.listing = -1
        """The sentence that deals numbers out to things."""
        self.people: dict[int, list[Mention]] = {}
        """The people that each sentence names."""
        for mention in scene.mentions:
            if mention.type == PERSON and mention.entity:
                self.people.setdefault(mention.sentence, []).append(mention)
        self._noun = ""
        self._unread: list[str] = []
        """Clauses without a number since then, whose measure is read once it is asked for."""
        self.last: _Reading | None = None
        """The last number read."""
        self.counted = ""
        """What the article counted last."""
        self.thing = ""
        """What this sentence counted last: an investment that follows is theirs."""
        self.sentence = -1
        self.paragraph = -1
        self.period = ""
        self.statistics = ("", "")
        """Whose figures the paragraph gave last, and of what time: the next sentence's growth is of the same."""
        self.ahead = False
        self.after = False
        self.before: Clause | None = None
        """The clause before, in the same sentence."""

    @property
    def noun(self) -> str:
        """What the last number, or a clause without one after it, measured, for a number that comes without a name."""
        self.noun = next(filter(None, map(measured, reversed(self._unread))), self._noun)
        return self._noun

    @noun.setter
    def noun(self, said: str) -> None:
        self._noun = said
        self._unread = []

    def clause(self, clause: Clause) -> Iterator[_Reading]:
        sent = self.scene.document.sentences[clause.sentence]
        self._enter(clause, sent)
        text = sent.text
        outer = clause.outer
        # A sentence without amounts is read only for what later ones rest on: its time, its event and what it gathers.
        if clause.start == 0 and clause.sentence not in self.numbered:
            self.bearers.gather(clause.sentence, text)
        times = [m for m in clause.mentions if m.type == TIME and _bounds(m, text) and not _within(m, outer)]
        if clause.sentence not in self.numbered:
            if times:
                self.period = self._since(times[-1], text, None)
            self.before = clause
            self.bearers.remember(text, outer)
            return
        plain = blank(text, clause)
        if text[clause.start - 1 : clause.start] == "；":  # 开工15个，达产后…；竣工15个
            self.after = False
        if not self.after and any_of("after").search(plain) and not plain.lstrip("，, ").startswith("继"):
            self.after, self.period = True, ""  # 预计明年底竣工，建成后…: the date is that of its completion
        if plain.startswith(("目前", "如今", "眼下", "截至", "截止", "去年", "已")):
            self.ahead = False
        quantities = _countable(clause, outer)
        dealt = deal_out(text, clause, self.before, quantities, times)
        dealt = self._dealt_before(clause.sentence, dealt) or self._dealt_again(clause, text, quantities)
        bearers = self._listed(clause, text, sorted(dealt))
        alike = len(dealt) > 1 and len(set(dealt.values())) == 1
        previous = clause.start
        before = self.period
        for index, mention in enumerate(quantities):
            assert mention.quantity is not None
            time = max((t for t in times if t.end <= mention.start), key=lambda t: t.end, default=None)
            standing = self.period
            if time:
                self.period = self._since(time, text, mention)
            if time and text[time.start - 1 : time.start] in ("从", "由"):  # 从2010年的2500元提高到…: its number's own year
                if any(time.end <= q.start < mention.start for q in quantities):
                    earlier = [t for t in times if t.end < time.start]
                    self.period = earlier[-1].value if earlier else before
                else:
                    before = standing
            reading = self._number(
                clause, text, mention, mention.quantity, previous, outer, plain, dealt.get(index, ("", ""))[0]
            )
            if reading and index in dealt:
                indicator, period = dealt[index]
                indicator = self._whole(indicator)
                dealt_out = replace(reading, indicator=indicator[:40], period=period or reading.period, rule="observed.listed")
                reading = dealt_out if indicator else None  # 两项工具分别为5000亿元互换便利和…: of nothing that is named before
            if reading and index in dealt and index in bearers:
                at = text.find("分别", clause.start)
                change = strip_end(text[at + 2 : quantities[min(dealt)].start], load_words()["link"])
                said = text[max(bearers[max(bearers)].end, clause.start) : at].strip("，、 两三四五六七八九省市区县地") + change
                if not said or only_change(said):
                    said = (self.noun_of_list or self.noun) + said
                elif not self.noun_of_list:
                    self.noun_of_list = said
                reading = replace(reading, subject=bearers[index], indicator=said[:40] or reading.indicator)
            elif reading and alike:
                reading = None  # 三大指标分别占53%、69%和56%: which is whose is not said
            if reading:
                self.last = reading
                if (
                    reading.rule in ("observed.amount", "observed.count")
                    and reading.quantity.unit != "%"
                    and reading.sentence == self.sentence
                ):
                    self.amounts.append(reading.indicator)
                was = _was(clause, text, mention) and not (time and time.end > mention.start - 8)
                yield replace(reading, indicator=f"{reading.indicator}（原）", period="", expected=False) if was else reading
                previous = mention.end
        # 10月份增长7%，今年以来高于…。其中，…: an aside on the year dates no number of October
        aside = bool(self.period) and self.last is not None and self.last.sentence == clause.sentence
        if times and not quantities and not (aside and times[-1].text.endswith("以来")):
            self.period = self._since(times[-1], text, None)
        if plain and not quantities:  # 粮食产量再创新高，达到…: what the next number measures
            start = clause.subject.end if clause.subject is not None and not clause.subject.implied else clause.start
            self._unread.append(text[max(start, *(t.end for t in times), clause.start) : clause.end])
        if not self.ahead and _announced(plain) and not (text.startswith("为") and not quantities):  # 为确保…, states a purpose
            self.ahead = True
        self.before = clause
        self.bearers.remember(text, outer)

    def _since(self, time: Mention, text: str, mention: Mention | None) -> str:
        """The time of a number: the words of the clause, or from then to now where they say so (自2017年7月工作开展以来)."""
        led = text[time.start - 1 : time.start] in ("自", "从") and "/" not in time.value and self.published
        end = mention.start if mention else len(text)
        if led and _TO_NOW.match(text, time.end, end) and time.value < self.published:
            return f"{time.value}/{self.published[: len(time.value)]}"
        return time.value

    def _dealt_before(self, sentence: int, dealt: dict[int, tuple[str, str]]) -> dict[int, tuple[str, str]]:
        """What 分别 deals out, of the things that it dealt out before: 产销分别完成…，同比分别增长…."""
        if not dealt:
            return dealt
        bare = all(
            only_change(said) or said.startswith(("比", "较", "占", "恢复到", "相当于", "约占")) for said, _ in dealt.values()
        )
        where, items, dates = self.items
        if len(set(dealt.values())) == 1 and where == sentence and len(dates) == len(dealt) and len(set(dates)) > 1:
            return {i: (said, date) for date, (i, (said, _)) in zip(dates, dealt.items(), strict=True)}
        if where != sentence:  # 成交量8.25亿手，成交额50.37万亿元，同比分别增长…
            items = self.amounts[-len(dealt) :]
        if bare and len(items) == len(dealt) and len(set(dealt.values())) == 1:
            return {i: (item + said, period) for item, (i, (said, period)) in zip(items, dealt.items(), strict=True)}
        if bare and self.noun:
            return {i: (self.noun + said, period) for i, (said, period) in dealt.items()}
        # 4个省重点项目、8个市重点项目，投资完成率|分别达到100%、204%
        if len(set(dealt.values())) == 1 and len(self.amounts) == len(dealt):
            return {i: (item + said, date) for item, (i, (said, date)) in zip(self.amounts, dealt.items(), strict=True)}
        if not bare:
            self.items = (sentence, [indicator for indicator, _ in dealt.values()], [date for _, date in dealt.values()])
        return dealt

    def _dealt_again(self, clause: Clause, text: str, quantities: list[Mention]) -> dict[int, tuple[str, str]]:
        """What a run of as many numbers says of the things just dealt with: 产销分别达到…，相当于上年的|1.2倍和1.5倍."""
        where, items, _ = self.items
        if where != clause.sentence or len(quantities) != len(items):
            return {}
        if any(text[one.end : other.start] not in ("和", "、", "及") for one, other in pairwise(quantities)):
            return {}
        change = left_label(text, clause.start, quantities[0], clause)
        return {i: (item + change, "") for i, item in enumerate(items)} if is_comparison(change) else {}

    def _listed(self, clause: Clause, text: str, dealt: list[int]) -> dict[int, Mention]:
        """The things that a sentence lists and 分别 gives a number each: 甲市、乙市分别增长5%、6%."""
        at = text.find("分别", clause.start, clause.end)
        run: list[Mention] = []
        for thing in self.bearers.named.get(clause.sentence, ()) if dealt else ():
            if thing.start >= at:
                break
            joined = run and run[-1].type == thing.type and text[run[-1].end : thing.start] in ("、", "和", "及", "以及", "与")
            run = [*run, thing] if joined else [thing]
        ruled = run and text.endswith(("对", "向", "与", "从", "到", "至", "由", "自", "比", "往来", "连接"), 0, run[0].start)
        # 往来甲、乙的旅客4800万人次，车辆588万辆次，分别增长…: the numbers before are what is dealt with.
        counted = run and self.listing != clause.sentence and any(c.isdigit() for c in text[run[-1].end : at])
        if len(run) != len(dealt) or not run or ruled or counted:
            return {}
        if self.listing != clause.sentence:
            self.listing, self.noun_of_list = clause.sentence, ""
        return dict(zip(dealt, run, strict=True))

    def _enter(self, clause: Clause, sent: Sentence) -> None:
        if clause.sentence == self.sentence:
            return
        self.bearers.enter(sent.article)
        if sent.paragraph != self.paragraph:
            self.statistics = ("", "")
        if sent.role == "title":  # another story
            self.counted = ""
        if sent.paragraph != self.paragraph or not sent.text.startswith(("其中", "届时", "同时")):
            self.noun, self.period = "", ""
        self.sentence, self.paragraph = clause.sentence, sent.paragraph
        self.ahead, self.after, self.before, self.thing, self.amounts = False, False, None, "", []

    def _number(
        self,
        clause: Clause,
        text: str,
        mention: Mention,
        quantity: Quantity,
        previous: int,
        outer: tuple[Mention, ...],
        plain: str,
        dealt: str,
    ) -> _Reading | None:
        words = load_words()
        kind = _kind(quantity)
        if kind == "age":
            return self._age(clause, text, mention, quantity, outer)
        # 完成新改建农村公路11.7万公里（年度目标12.9万公里），…: behind a bracket with a number the label is that before it.
        if "（" not in text[previous : mention.start] and "）" in text[previous : mention.start]:
            previous = clause.start
        left = left_label(text, max(previous, clause.start), mention, clause)
        lanes = _LANES.search(text, clause.start, mention.start) if quantity.unit == "车道" else None
        end = mention.end
        if quantity.unit == "户":  # 159户499名贫困人口
            end = next((m.end for m in clause.mentions if m.type == QUANTITY and m.start == end), end)
        right = "" if text[end : end + 1] in _CLOSED else noun_phrase(text[end : clause.end], _whole(end, 14, outer))
        if kind == "count" and (after := _TOLD_AFTER.match(text, end, clause.end)):
            # 其中16个是|罕见病用药, 机上3人和地面4人|死亡
            right = after[1] or noun_phrase(text[after.end() : clause.end], 14)
        if _BECAME.match(text, mention.end, clause.end):  # 从93项|缩减到现在的31项
            right = ""
        if kind == "count" and (each := _EACH_HAS.match(text, mention.end, clause.end)):
            right = _AND_REST.sub("", each.group())
        if previous > clause.start:
            left = beyond(text[previous : mention.start], left, named=bool(right))
        if kind == "count" and any(m.end == mention.start and text[m.start - 1 : m.start] in ("、", "和") for m in outer):
            return None  # 甲项目、乙项目2项: the list is counted
        if (
            _others(text, mention, dealt=bool(dealt))
            or _aside(text, mention, clause)
            or _OF_SEVERAL.match(text, clause.start)
            or (not lanes and not _stated(text, mention, quantity, kind, right))
            or (kind == "duration" and not _spans(text, clause, mention))
        ):
            if not quantity.unit:  # 用户数达到18.2亿，|相当于去年的1.8倍
                self.noun = left
            return None
        if self._became(clause, text, mention, quantity, previous):
            assert self.last is not None
            expected = self._expected(clause, mention, self.last.subject, plain)
            return replace(self.last, mark=mention, quantity=quantity, period=self.period, expected=expected)
        if (per := _PER_UNIT.search(left)) and per.start() and "/" not in quantity.unit:  # PM2.5浓度为每立方米|30微克
            quantity = replace(quantity, unit=f"{quantity.unit}/{per.group(1)}")
            left = strip_end(left[: per.start()], words["link"])
        growth = kind == "percent" and left.endswith((*words["growth"], *RATES))
        if quantity.unit in ("元", "美元", "欧元") and _CRIME.search(text, clause.start, mention.start):
            return self._charged(clause, mention, quantity, left)
        invested = _invested(text, mention, left, outer)
        attributed = invested or _attributed(text, mention, clause, outer)
        if not attributed and text.endswith("在海拔", 0, mention.start):
            return None  # 在海拔5000米的高原: where
        if attributed and any(m.type == PERSON and clause.start <= m.start < mention.start for m in outer):
            return None  # 谢如祥在8000多米的珠穆朗玛峰上: where somebody is
        subject = (
            attributed or self.bearers.next_of_list(clause, text, mention, previous) or self.bearers.find(clause, text, mention)
        )
        if subject is not None and subject.text:
            named = self.scene.document.sentences[subject.sentence].text
            of_name = named.startswith("”", subject.end) and _BEGUN_NAME.search(named, 0, subject.start) is not None
            if (named.startswith(_NAMED_AFTER, subject.end) or of_name) and not subject.implied:
                return None
        if subject is not None and kind == "count" and (right or left).endswith("项目"):
            subject = self.bearers.of_projects(clause, subject)
        if subject is not None and kind == "count":
            told = self.bearers.disaster(mention, right) or self.bearers.struck(text, mention, subject, right)
            subject = told or subject
        # 甲市至乙市的甲乙铁路开通，设计时速160公里: whose length and speed it is
        place = self.scene.entities[subject.entity] if subject is not None else None
        division = place is not None and ("code" in place.facts or place.kind == "Country")
        lined = division and _LINE.search(left) is not None and quantity.unit in _LINE_UNITS
        if not attributed and (lanes or _designed(left)) and (lined or self.bearers.is_default(subject, clause)):
            subject = self.bearers.work(clause, text, mention, counted=self.thing) or subject
        if not attributed and self._of_unnamed(text, mention, subject, clause):
            return None
        text_before = text[: mention.start]
        if "这" in text_before and not attributed and subject is not None and self._this_thing(text_before, subject):
            return None
        world = kind in ("count", "percent") and left in ("全球", "世界")  # 全球45个机构的团队: none of the nation's
        if world and not attributed and subject is not None and self.scene.entities[subject.entity].name in NATION:
            return None
        if not attributed and _SEVERAL_DO.match(left) and not self._own_subject(clause):
            return None
        lasting = kind == "duration" and left.endswith("连续")
        if left == "连续" and subject is not None and subject.sentence != clause.sentence and self.people.get(clause.sentence):
            subject = self.people[clause.sentence][-1]
        ends = self._way(clause, text, mention) if kind == "duration" and not lasting else None
        if ends is not None and subject is not None and subject.type == PLACE and not self.bearers.is_work(subject):
            subject = self.bearers.way(clause, mention)
            left = left_label(text, ends.start, mention, replace(clause, subject=None))
        elif not lasting and not attributed and self._of_no_place(clause, subject, left, kind, quantity):
            return None
        left = self._without_bearer(left, subject, named=bool(right)) if subject and ends is None else left
        if growth:
            indicator, rule = self._growth(left), "observed.growth"
        elif lanes:
            indicator, rule = f"{lanes.group()}车道数", "observed.amount"
        elif kind == "count":
            indicator, rule = (counted(left, right) if right else left or self.counted or self.noun), "observed.count"
            if not left and not right and quantity.unit in ("人", "人次"):
                indicator = who_did(text[end : clause.end], quantity.unit) or indicator
            self.counted = self.thing = indicator
            theirs = _COUNTRIES_OF.match(text, end, clause.end)  # 30个国家和地区的采购商到会，|超过15万人
            if theirs:
                theirs_too = noun_phrase(text[theirs.end() : clause.end], 10)
                self.counted = theirs_too if len(theirs_too) > 2 else indicator
            indicator = dealt_with(text[clause.start : mention.start], text[end : clause.end]) or indicator
            if _BY_ROAD.fullmatch(indicator) and self.last is not None and self.last.sentence == clause.sentence:
                indicator += _BY_ROAD.split(self.last.indicator)[-1]  # 铁路发送旅客9万人次、公路16万人次
        else:
            change = right.startswith(("缩短", "压缩", "延长", "缩减"))  # 通行时间由过去4个小时缩短到2个小时
            acts = verb_at_end(left) if right and not attributed and not change else ""
            indicator = left if len(left) > 4 or not right or attributed or change else counted(left, right)
            listed = text[mention.start - 1 : mention.start] in ("、", "和", "及")  # 全国33%的甲企业、46%的|乙企业
            wide = next((w for w in _WIDE if left.endswith(w) and not left.endswith("占" + w)), "")
            of_all = _OF_ALL.match(text, mention.end) if kind == "percent" and wide else None
            if of_all and (noun := noun_phrase(text[of_all.end() : clause.end], 14)):
                indicator = strip_end(left.removesuffix(wide), words["link"]) + noun
            elif kind == "percent" and (not left or listed) and text.startswith("的", mention.end):  # 94.9%的县域|能够提供服务
                indicator = what_goes_on(text[mention.end + 1 : clause.end], _whole(mention.end + 1, 22, outer)) or indicator
            indicator = acts + right if acts else indicator
            if lasting:  # 粮食产量连续9年稳定在…: what went on so long
                left = left.removeprefix("在")
                # 东江连续4年、西江连续2年|保持优良: said once for all of a list
                last = (
                    max(m.end for m in clause.mentions if m.type == QUANTITY)
                    if text.startswith("、", mention.end)
                    else mention.end
                )
                went_on = what_goes_on(text[last : clause.end], _whole(last, 16, outer))
                noun = self.noun if left == "连续" and not _DONE_AGAIN.match(went_on) else ""
                was_counted = self.last is not None and self.last.indicator == noun and self.last.quantity.unit in _PIECES
                if noun and was_counted:
                    return None  # 跨过两个台阶，连续8年稳居第一: what does is not said
                indicator = noun + left + went_on if went_on else ""
            indicator, rule = indicator or self.noun, "observed.span" if kind == "duration" else "observed.amount"
            if indicator in words["measure"] and subject is not None and subject.type != PROJECT:
                indicator = (self.thing or ("项目" if text.startswith("项目", clause.start) else "")) + indicator
        if subject is not None and quantity.unit in _LENGTHS and text.startswith(("境内", "境"), subject.end):
            line = clause.theme
            if line is not None and line.entity != subject.entity and line.type in (PROJECT, PLACE):
                subject, indicator = line, f"{subject.text}境内长度"  # 其中云南境内434公里: of the line
        if indicator in ("多", "少", "高", "低") and (against := _AGAINST.search(text, clause.start, mention.start)):
            indicator = against.group(1) + indicator  # 降雨量300毫米，比去年同期180毫米|多120毫米
        if not growth and (only_change(indicator) or (is_comparison(indicator) and not self._own_subject(clause))):
            whole = _BY_OTHER_TIME.sub("", self.noun)
            indicator = (whole.removesuffix("占比") if indicator.startswith("占") else whole) + indicator
        indicator = indicator or dealt
        if invested is not None:
            indicator, rule = left[-8:], "observed.amount"
        elif attributed is not None:
            said = MODIFIES.search(left.rpartition("、")[2])
            if said is None:
                return None  # 从地下700米的实验室: where it is, or what is done with so much
            indicator, rule = said.group(), "observed.attributive"
        if kind == "percent" and not growth and (grown := _GROWN.match(text, mention.end)):  # 均实现20%以上|增长
            indicator += grown.group(1)
        indicator = self._whole(indicator, subject) or dealt
        if subject is None or not indicator:
            return None
        if lasting:
            self.noun = left.removesuffix("连续") or self.noun
        elif not growth and not _SHARE.search(indicator) and not is_comparison(left):
            self.noun = indicator
        expected = self._expected(clause, mention, subject, plain)
        period = self._period(clause, text, mention, subject, left, kind)
        if (growth or indicator.startswith("累计")) and _SINCE.search(text, 0, mention.start):
            period = ""
        return _Reading(clause.sentence, subject, mention, quantity, indicator[:40], period, expected, rule, self._role(clause))

    def _whole(self, label: str, subject: Mention | None = None) -> str:
        """A label that is a name, and not only a comparison.

        In national news what is only pointed to has no number (这款设备直径), unless the bearer is a project (该管道|输气能力).
        """
        said = whole_name(label) if label else ""
        if not said or said.startswith(_ONLY_COMPARED):
            return ""
        parts = cut(said)
        if self.scene.document.place or parts[0] not in load_words()["that"]:
            return said
        return "".join(parts[2:]) if subject is not None and self.bearers.is_work(subject) else ""

    def _charged(self, clause: Clause, mention: Mention, quantity: Quantity, left: str) -> _Reading | None:
        """Money taken is told of whoever took it, of no place and no court."""
        people = [m for m in self.people.get(clause.sentence, ()) if m.start < mention.start]
        if not people or not left:
            return None
        return _Reading(
            clause.sentence,
            people[-1],
            mention,
            quantity,
            left[-20:],
            self.period,
            False,
            "observed.amount",
            self._role(clause),
        )

    def _of_unnamed(self, text: str, mention: Mention, subject: Mention | None, clause: Clause) -> bool:
        """In national news: is a size that of an unnamed thing behind it, which lies in the place or was built there?"""
        place = subject is not None and subject.type == PLACE and self.scene.entities[subject.entity].kind not in WORKS
        if not place or self.scene.document.place or not _MEASURE_OF.search(text, clause.start, mention.start):
            return False
        return _OF_A_THING.match(text, mention.end, clause.end) is not None

    def _way(self, clause: Clause, text: str, mention: Mention) -> Mention | None:
        """The place that a way begins with whose time of travel is told: 甲市|至乙市最快18分钟, 甲市|和乙市之间的车程."""
        return next(
            (
                m
                for m in clause.outer
                if m.type == PLACE
                and not m.implied
                and m.end < mention.start
                and _TO_OTHER_END.match(text, m.end, mention.start)
            ),
            None,
        )

    def _this_thing(self, before: str, subject: Mention) -> bool:
        """In national news: has the sentence gone on to an unnamed firm or farm of a place (在东坪，这家企业…)?"""
        place = subject.type == PLACE and not self.bearers.is_work(subject)
        return place and not self.scene.document.place and _THIS_THING.search(before) is not None

    def _of_no_place(self, clause: Clause, subject: Mention | None, left: str, kind: str, quantity: Quantity) -> bool:
        """In national news: is it the time or size of one thing, where only a country or division is known from before?"""
        if subject is None or self.scene.document.place or subject.sentence == clause.sentence:
            return False
        if subject.type != PLACE or self.bearers.is_work(subject):
            return False
        return kind == "duration" or (quantity.unit in _SIZES and _SIZE_OF_ONE.search(left) is not None)

    def _became(self, clause: Clause, text: str, mention: Mention, quantity: Quantity, previous: int) -> bool:
        """Is a number what the one before it turned into (由100吨增长到400吨)?"""
        last = self.last
        if last is None or last.sentence != clause.sentence or last.mark.end != previous or last.quantity.unit != quantity.unit:
            return False
        times = [m for m in clause.mentions if m.type == TIME and previous <= m.start and m.end <= mention.start]
        end = times[0].start if times else mention.start
        return turns_into(text[previous:end] + text[times[-1].end if times else end : mention.start])

    def _own_subject(self, clause: Clause) -> bool:
        return clause.subject is not None and clause.subject.sentence == clause.sentence and not clause.subject.implied

    def _without_bearer(self, left: str, subject: Mention, *, named: bool) -> str:
        """A label without the name of the thing that bears the number: 宁夏|累计外送电量.

        It may be that name alone where what is counted is `named` behind the number.
        """
        entity = self.scene.entities[subject.entity]
        names = {subject.text, entity.name, *entity.aliases, *(NATION if entity.name in NATION else ())}
        before, _, after = left.partition(subject.text) if subject.text else (left, "", "")
        if before and after and KIND_OF_PLACE.fullmatch(before):  # 产粮大省湖滨|粮食产量
            return after
        name = max((n for n in names if len(n) >= 2 and left.startswith(n)), key=len, default="")
        rest = left[len(name) :].lstrip("的")
        if named and left == name:
            return ""
        # 湖山至青川最快12分钟, 湖山|北至青川: one end of a way is no bearer's name before its label.
        return rest if name and len(rest) >= 2 and not _OTHER_END.match(rest) else left

    def _period(self, clause: Clause, text: str, mention: Mention, subject: Mention, left: str, kind: str) -> str:
        """The time of a number: that of its sentence, or in a run of statistics that of the sentence before."""
        if kind != "percent" and self._timeless(left, subject):
            return ""
        if self.period:
            if kind != "duration":
                self.statistics = (subject.entity, self.period)
            return self.period
        entity, period = self.statistics
        if entity != subject.entity or kind not in ("percent", "amount") or not _STATISTICAL.fullmatch(period):
            return ""
        dated = any(m.type == TIME for m in clause.mentions if m.start < mention.start)
        recent = int(period[:4]) + 1 >= int(self.published[:4] or 0)
        return period if recent and not dated and not _OTHER_TIME.search(text, 0, mention.start) and not self.ahead else ""

    def _timeless(self, left: str, subject: Mention) -> bool:
        """A length, an area, the cost of a work is of no time, whatever date the sentence names; investments of a year are."""
        if any_of("flow").search(left) or any_of("economy").search(left):
            return False
        entity = self.scene.entities[subject.entity]
        built = entity.type == PROJECT or (entity.type == PLACE and entity.kind in WORKS)
        return bool(any_of("whole").search(left)) or (built and bool(any_of("cost").search(left)))

    def _growth(self, left: str) -> str:
        """The thing that grows, with the words for its growth; the thing may stand a clause earlier."""
        noun, change = split_growth(left)
        noun = noun.removeprefix("转为")
        if not noun or noun.startswith(("较", "比", "占", "两年", "三年", *RATES)):
            whole = _BY_OTHER_TIME.sub("", self.noun)
            if noun.startswith("占"):  # 占比较去年提升1.4个百分点，达到65.6%
                self.noun = noun = whole.removesuffix("占比") + noun
                return noun + change
            return whole + noun + change
        self.noun = noun
        return noun + change

    def _age(
        self, clause: Clause, text: str, mention: Mention, quantity: Quantity, outer: tuple[Mention, ...]
    ) -> _Reading | None:
        """The age of the person who stands next to it: 44岁的村民马兴权; 马兴权，44岁."""
        near = [m for m in outer if m.type == PERSON and (0 <= m.start - mention.end <= 12 or 0 <= mention.start - m.end <= 4)]
        person = near[0] if near else clause.topic if clause.topic is not None and clause.topic.type == PERSON else None
        if person is None or text.startswith(("以上", "以下"), mention.end):
            return None
        return _Reading(clause.sentence, person, mention, quantity, "年龄", "", False, "observed.age", self._role(clause))

    def _expected(self, clause: Clause, mention: Mention, subject: Mention, plain: str) -> bool:
        words = load_words()
        before = plain[: mention.start - clause.start]
        if any(w in before[-6:] for w in words["past"]):
            return False
        if subject.type == PROJECT and _designed(before):
            yearly = any_of("flow").search(before[before.rfind("的") + 1 :])
            if any_of("whole").search(before) or not yearly:
                return False  # 今年将完成投资4亿元 is a target, 计划今年开工的线路投资4亿元 is none
        if _announced(before) or self.after:
            return True
        if subject.type == PROJECT:
            return False
        return self.ahead or (bool(self.period) and _later(self.period, self.published))

    def _role(self, clause: Clause) -> str:
        return self.scene.document.sentences[clause.sentence].role


# A month, a year or a stretch of months, as figures are reported for; a day's number says nothing of the next one's time.
_STATISTICAL = re.compile(r"(\d{4})(?:-\d\d)?(?:/\1-\d\d)?")
_OTHER_TIME = re.compile("目前|如今|眼下|现在|当前|近年|多年|未来|展望|今天|昨天|近日|预计|力争|历史")


_COUNTRIES_OF = re.compile("多?(?:个|余)?(?:国家和地区|国家|省区市|省份)的(?![0-9])")
_CLOSED = STOPS - {"“"}
_LANES = re.compile("[双单]向$")
_CRIME = re.compile("受贿|行贿|贪污|索贿|诈骗|挪用公款|赃款|来源不明|非法收受|扣押")
_LENGTHS = frozenset(("公里", "千米", "米"))


def _designed(left: str) -> bool:
    """Does a label name a figure of a work's design (总投资, 全长), and not what an economy invests (固定资产投资)?"""
    return bool(any_of("whole").search(left)) or bool(any_of("cost").search(left) and not any_of("economy").search(left))


def _countable(clause: Clause, outer: tuple[Mention, ...]) -> list[Mention]:
    """The amounts of a clause that are no part of a name, a time or a title, none inside another."""
    skip = [(m.start, m.end) for m in outer if not m.implied] + [
        (m.start, m.end) for m in clause.mentions if m.type in (TIME, TITLE)
    ]
    found: list[Mention] = []
    for mention in clause.mentions:
        if mention.type != QUANTITY or mention.quantity is None or (found and mention.start < found[-1].end):
            continue
        if not any(start <= mention.start and mention.end <= end for start, end in skip):
            found.append(mention)
    return found


def _whole(start: int, limit: int, outer: tuple[Mention, ...]) -> int:
    """A length of words that ends inside no name: a limit of some characters, or up to the end of the name it would cut."""
    at = start + limit
    return next((m.end - start for m in outer if m.start < at < m.end), limit)


def _attributed(text: str, mention: Mention, clause: Clause, outer: tuple[Mention, ...]) -> Mention | None:
    """The thing a number modifies: 全长24公里的深中通道."""
    closer = next((c for c in ("左右的", "以上的", "的") if text.startswith(c, mention.end)), "")
    if not closer:
        return None
    start = mention.end + len(closer)
    types = (PROJECT, PLACE, AGENCY, DOCUMENT, EVENT)
    return next((m for m in outer if start <= m.start <= start + 2 and m.type in types and m.end <= clause.end), None)


# 总舱容17.5万立方米|的运输船, 长度不足0.5米|的机器人
_OF_A_THING = re.compile(
    "(?:左右|以上|以内)?的(?!(?:速度|水平|目标|规模|基础|标准|增长|高位|任务|价格|能力|要求|记录|成绩))[一-鿿]{2,}"
)
_MEASURE_OF = re.compile(
    "(?:舱容|排水量|载重量?|长度?|高度?|宽度?|深度?|厚度?|跨度|口径|重量?|体积|排量|航程|射程)(?:达到?|约|近|不足|超过?|逾|为)?$"
)


_PUTS_IN = re.compile("(?:投资|投入|斥资|耗资|出资)(?:约|近|超过?)?$")
_INTO = re.compile(
    "(?:左右|多)?，?(?:加快|大力|全力|重点|用于|先后|着力|启动)?(?:实施|建设|新建|兴建|改造|扩建|建成|打造|修建|改建|启动|推进)(?:了|的)?"
)


def _invested(text: str, mention: Mention, left: str, outer: tuple[Mention, ...]) -> Mention | None:
    """The project that an amount goes into: 投资6000万元实施湿地保护工程."""
    into = _INTO.match(text, mention.end) if _PUTS_IN.search(left) else None
    return next(
        (
            m
            for m in outer
            if into and 0 <= m.start - into.end() <= 1 and m.type == PROJECT and text[m.end : m.end + 1] not in "、和等"
        ),
        None,
    )


# 计划总投资 names what is counted (今年计划投资 a target), 占年度计划96.8% and 增长符合预期 tell how it stands to a target, 行动计划 and
# 即将投产的项目 are nouns.
_PLAIN_PLANS = re.compile(
    "(?<![年内])计划(?=总?投资)|计划(?=总投资|面积|任务|[，。；、的和与及等时中下外]|$)|预期(?=指数|寿命|目标|值)"
    "|(?:占|完成|达到|超|为)(?:全?年度?|目标)?计划(?=的?(?:[0-9]|$))|占计划|(?:符合|好于|高于|低于|超出?|不及)(?:市场)?预期"
    "|即将[^，。；将]{1,6}(?:的|项目)|[、和及]拟[^，。；]{1,6}项目"
)


def _announced(text: str) -> bool:
    words = load_words()
    text = _PLAIN_PLANS.sub("", text)
    if any_of("target").search(text) or _MUST.match(text):
        return True
    at = text.find("将")
    while at >= 0:
        done = text.endswith(("已", "已经"), 0, at)  # 已经将资金预拨各地
        if text[at + 1 : at + 2] in words["will"] and not done:
            return True
        at = text.find("将", at + 1)
    return False


# 要建成80公里, 要求建成80公里, 逐步扩大到5万亩; 要素 and 要道 are nouns.
_MUST = re.compile("[，, “]*(?:要(?!闻|素|点|塞|道|害)|逐步)")


def _merge(readings: list[_Reading]) -> list[_Reading]:
    """One reading for each number of a thing: a headline repeats its text, and a text repeats itself."""
    kept: list[_Reading] = []
    index: dict[tuple[object, str], list[int]] = {}
    for reading in sorted(readings, key=lambda r: r.role == "title"):
        positions = index.setdefault((_value(reading.quantity), reading.quantity.unit), [])
        twin = next((p for p in positions[-MEMORY:] if _repeats(reading, kept[p])), None)
        if twin is None:
            positions.append(len(kept))
            kept.append(reading)
            continue
        other = kept[twin]
        same = reading.subject.entity == other.subject.entity and reading.role == other.role
        if same and len(reading.indicator) > len(other.indicator):
            kept[twin] = replace(other, indicator=reading.indicator)
    return kept


def _repeats(reading: _Reading, other: _Reading) -> bool:
    """Is it the same fact again, given that number and unit are the same?"""
    if reading.role == "title" or _digits(reading.quantity) >= 4:
        return True
    alike = _alike(reading.indicator, other.indicator)
    if alike and reading.quantity.unit == "%" and reading.sentence != other.sentence:
        # 进口增长5.2%, 一般贸易进出口增长5.2%: what grows is told apart by its words, not its characters
        alike = (
            reading.indicator in other.indicator or other.indicator in reading.indicator or not _digits(reading.quantity) < 3
        )
    telling = _digits(reading.quantity) >= 3 or reading.quantity.value >= 10000
    if reading.subject.entity != other.subject.entity:
        return alike and telling
    return alike or telling


def _digits(quantity: Quantity) -> int:
    """How many digits a number has without its zeros at either end: three or more are hardly the same by chance."""
    return len(format(quantity.value.normalize(), "f").replace(".", "").strip("0"))


def _alike(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return sum(c in long for c in short) * 4 >= len(short) * 3


def _kind(quantity: Quantity) -> str:
    """The kind of the unit; a unit that no table knows, as in 条段, counts."""
    unit = units().get(quantity.unit)
    if unit is None:
        return "rate" if "/" in quantity.unit else "count"
    return unit.kind


def _others(text: str, mention: Mention, *, dealt: bool) -> bool:
    """Figures of others in brackets (高于全省（7.7%）), and the end of a list without units (0.7、1.4个百分点)."""
    if text[mention.start - 1 : mention.start] in ("（", "("):
        return text.endswith(("全省", "全国", "全市", "全区", "全县", "平均水平", "平均"), 0, mention.start - 1)
    if text[mention.start - 1 : mention.start] == "等" and text.startswith(("同志", "人", "领导", "干部"), mention.end):
        return True  # 甲、乙等3名同志: those just named
    return (
        not dealt and text[mention.start - 1 : mention.start] == "、" and text[mention.start - 2 : mention.start - 1].isdigit()
    )


_BASE = re.compile(
    "(?:较|比|[高低快好]于)(?:上月|上年|去年|上季度|去年同期|上年同期|前值|此前|前一月|(?:市场|此前)?预期|预测|[0-9]{1,2}月份?)$"
)


def _aside(text: str, mention: Mention, clause: Clause) -> bool:
    """Figures of another place in brackets (落后于河北（255亿美元）), and what a change is reckoned from (较上月13.1%的增速加快)."""
    opened = max(text.rfind("（", 0, mention.start), text.rfind("(", 0, mention.start))
    closed = max(text.rfind("）", 0, mention.start), text.rfind(")", 0, mention.start))
    if opened > closed and any(m.type == PLACE and m.end == opened for m in clause.mentions):
        return True
    if text[mention.start - 1 : mention.start] == "的":  # 高于1月份的10.1%
        return mention.quantity is not None and mention.quantity.unit == "%" and bool(_BASE.search(text, 0, mention.start - 1))
    return bool(_BASE.search(text, 0, mention.start)) and text.startswith("的", mention.end)


def _spans(text: str, clause: Clause, mention: Mention) -> bool:
    """Is a length of time measured, and not passed through (此前3年间)?"""
    if text[mention.start - 1 : mention.start] in ("从", "由"):  # 从2小时压缩至1小时: what it was
        return False
    if _PASSED.search(text, max(0, mention.start - 4), mention.start) or _TAKEN.match(text, mention.end):
        return False
    around = text[clause.start : mention.start] + text[mention.end : mention.end + 3]
    return any(w in around for w in load_words()["span"])


# 由目前的|90分钟|缩短为5分钟
_WAS = re.compile(
    "[从由](?:现在|目前|过去|原来|此前|之前|以前|原先|当前|最初|[^，。；由从0-9]{1,8}?)?的?(?:最快|平均|约|日均|年均|不足|近|每年|每天|超)*$"
)
_BECAME = re.compile(
    "(?:左右|以上|多|余)?[^，。；0-9]{0,6}?(?:提[升高]|增[加长]|上升|扩[大展]|拓展|调整|[上下]调|下降|降低|减少|[缩压]短?缩?减?|攀升|跃升|发展|[回升降增减变扩])[到至为成]了?"
)


def _was(clause: Clause, text: str, mention: Mention) -> bool:
    """Is a number what it was before the change that its clause tells?"""
    return (
        _WAS.search(text, max(clause.start, mention.start - 16), mention.start) is not None
        and _BECAME.match(text, mention.end, clause.end) is not None
    )


_GROWN = re.compile("(?:左右|以上)?的?(?:较快)?(增长|增速|降幅|增幅|涨幅)(?![^，。；])")
# 三省一区与央企签约111个项目, 五个城市举办50场活动: no single one of them did.
_SEVERAL_DO = re.compile(
    "(?:这|上述|南方|北方|沿线|周边)?(?:[两二三四五六七八九十]|[0-9]{1,2})(?:个(?:城市|国家|省份|省区市|地区|行业|部门|企业)|省份?[一二两三]?[区市]?|省区市?|地|市|国)"
    "(?![级营有企资道铁际家内外间之的区者铁]|之间)"
)
_PER_UNIT = re.compile("每(立方米|亩|公顷|平方公里|平方米|吨|桶|盎司|公斤|升|秒)$")
# 长沙|舰, 非洲|裔: a ship and a people are named after the place
_BEGUN_NAME = re.compile("“[^“”，。]{1,3}$")  # 台风“大|东坪”
_NAMED_AFTER = ("舰", "裔", "籍")
_TO_OTHER_END = re.compile("[东西南北]?站?(?:[至到]|[和与、][^，。；]{1,10}(?:间|两地|两市|的?车程|的?时间|最快))")
_SIZES = frozenset(("米", "公里", "吨", "平方米", "立方米", "厘米", "毫米", "千瓦"))
_SIZE_OF_ONE = re.compile(
    "^(?:全长|总长|长度?|主跨|桥长|高度?|直径|载重|宽度?|深度?|厚度?|跨度|主跨度|总?重量?|单机容量|额定容量)$"
)
_OF_ALL = re.compile("(?:左右|以上)?的(?!份额|比重|市场|总)")
_LINE = re.compile("^(?:线路|正线|主线)?(?:全长|总长|长度?|设计时速|时速)$")
_LINE_UNITS = frozenset(("公里", "米", "公里/小时"))
# 连接了|全国80%的县城
_WIDE = ("全国", "全球", "全省", "全市", "全县", "世界")
# “两新”政策实施以来，截至2月，|同比增长5.9%: since a time that is not said
_SINCE = re.compile("以来，[^，。；0-9]{0,6}截[至止]")
_BY_ROAD = re.compile("铁路|公路|水路|民航")
_TOLD_AFTER = re.compile("是(?=[一-鿿])|[和、][^，。；0-9]{0,6}[0-9]+(?:人|名)(死亡|遇难|受伤|失踪)")
_DONE_AGAIN = re.compile("实施|举办|开展|参加|获|入选|写入|派|发布|组织|承办|当选|评为|荣获|在")
_PIECES = frozenset(("个", "项", "家", "种", "件"))
_THIS_THING = re.compile(
    "这[家座台款条个处片块][^，。；]{0,14}(?:企业|公司|工厂|园区?|基地|农场|合作社|中心|店|车间|市场|项目|村|地块|厂|场)"
)
_SHARE = re.compile("占(?!比|.*(?:比重|比例|份额)$)")
# 11家|游客总量超10万人次: what each of those counted has so much of.
_EACH_HAS = re.compile(
    "[^，。；、0-9]{0,12}(?:量|额|率|值|幅|收入|人数|规模|观众|面积)(?:均|都)?(?:超过?|达到?|突破|为|约|近)+[0-9][0-9.]*[^，。；、的0-9]{1,8}"
)
_AND_REST = re.compile("^(?:多|余|来)?")
_ONLY_COMPARED = ("相当于", "约占", "约为", "超过", "是", "高于", "低于", "快于", "比", "较")
_AGAINST = re.compile("((?:比|较)[^，。；0-9]{2,8})[^，。；]*[多少高低]$")
_OTHER_END = re.compile("[、和与及至到]|[东西南北]站?[至到与]")
# 用2年时间完成, 通过3年左右时间: how long something is to take its course; 35年党龄 is somebody's.
_PASSED = re.compile("(?:用|花|通过|利用|经过|历经|历时|有着?)(?:约|了)?$")
_TAKEN = re.compile("(?:左右|多)?的?(?:时间(?!缩短|压缩)|[党工教军驾]龄|历史|努力|来)")
# CPI同比由|上月下降0.3%转为上涨0.1%，|环比上涨: the label that goes on is that before it.
_BY_OTHER_TIME = re.compile("(?:[同环]比)?[由从]?$")
# 产值迈上千亿元台阶; 高热39℃ is a patient's.
_STEP = re.compile("(?:新)?(?:台阶|大关|俱乐部)")
_FEVER = re.compile("(?:高热|高烧|发烧|体温)[^，。]{0,3}$")
# 上述国家日均增产: of several that the sentence does not name.
_OF_SEVERAL = re.compile("(?:其中)?(?:上述|这些)(?:国家|省份|地区|城市|企业|省区市|产油国)")
_DISCIPLINE = re.compile(
    "(?:、[0-9]+米)*(?:和[0-9]+米)?(?:女子|男子|混合)?(?:直道|弯道|跨?栏|板|跳?台|跑|自由泳|蛙泳|蝶泳|仰泳|混合泳|短跑|接力|气?步枪|气?手枪|决赛|赛)"
)
_WITHIN = re.compile("(?:多|左右|以)?(?:[内外处]|范围|开外|远的|之遥)")


def _stated(text: str, mention: Mention, quantity: Quantity, kind: str, right: str) -> bool:
    """Is the number a fact, and not an ordinal, a grade, a slogan's digit or a way of speaking?"""
    words = load_words()
    if not quantity.unit or quantity.unit in words["never"] or kind in ("magnitude", "article", "round", "bare"):
        return False
    if quantity.unit == "届" and quantity.value >= 1900:
        return False  # 2025届毕业生: of that year
    if mention.via.rpartition(":")[2] in ("article", "round", "bare"):
        return False
    if text.endswith(("男子", "女子", "男女", "混合"), 0, mention.start):
        return False  # 男子50米蝶泳: a discipline
    if quantity.unit == "米" and _DISCIPLINE.match(text, mention.end):
        return False  # 100米、200米直道赛
    if kind != "count" and text[mention.end : mention.end + 1].isascii() and text[mention.end : mention.end + 1].isalpha():
        return False  # 5米SAR卫星: its type
    if quantity.unit in _LENGTHS and _WITHIN.match(text, mention.end):
        return False  # 火山口3公里内区域: how far around
    if (mention.text[0] == "上" and _STEP.match(text, mention.end)) or _FEVER.search(
        text, max(0, mention.start - 6), mention.start
    ):
        return False
    if text.startswith(("级", "制", "相比"), mention.end):
        return False  # 79公斤级, 11人制; 与8兆瓦相比
    if kind not in ("count", "percent") and text.startswith(("及以上", "及以下"), mention.end):
        return False  # 220千伏及以上线路: which ones
    if text.endswith(("这", "相当于", "相当于是"), 0, mention.start):
        return False  # 这3个项目 were counted before; 相当于8个西湖 compares
    if mention.text[0] in "百千万亿数几" or (mention.start and text[mention.start - 1] in "第“‘"):
        return False
    if right.startswith(words["abstract"]) or right.endswith(words["abstract"]):
        return False
    spoken = not any(c.isdigit() for c in mention.text)
    if mention.text.endswith("大") and text[mention.start - 1 : mention.start] not in ("等", "共", "设"):
        return False  # 十大行动 is a name unless its members stand before it
    return not (spoken and kind == "count" and quantity.value < 10)


_COMPARED_WITH = re.compile("(?:比[^，。；0-9]{1,3}前|比|较|提|超|超过|高于|低于|优于|好于|快于|不及|相当于|接近)$")
_COMPARED = re.compile("(?:相比|同期|基本持平|持平|的[0-9.]+倍)")
# 自2017年7月|工作开展以来
_TO_NOW = re.compile("[^，。；]{1,24}?(?:以来|至今)")
# 始建于|2004年
# 今天（8月18日），口岸启用满四年
_ANNIVERSARY = re.compile("[^，。；]{0,8}，?[^，。；0-9]{0,14}(?:满|已)?[0-9一二三四五六七八九十]{1,3}周?年(?=[，。；])")
_FOUNDED = re.compile("(?:建|立|办|生|始|创|设|成)于$")
# 某机构|16日|发布的报告称: when a study came out
_TOLD = re.compile("(?:对外|最新|联合|正式)?(?:发布|公布|发表)(?:的|了)?[^，。；0-9]{0,8}报告")
_TURNED = re.compile("[^，。；0-9]{0,6}转")


def _bounds(time: Mention, text: str) -> bool:
    """Is it the time of a number, rather than what the number is compared with (比一季度) or a vague one?"""
    if not time.value or time.via.rpartition(":")[2] in ("comparison", "year-bare", "plan-period"):
        return False
    if _COMPARED_WITH.search(text, max(0, time.start - 6), time.start) or _COMPARED.match(text, time.end):
        return False
    if (
        _ANNIVERSARY.match(text, time.end)
        or _FOUNDED.search(text, max(0, time.start - 2), time.start)
        or _TOLD.match(text, time.end)
    ):
        return False
    # 由上年全年下降转为增长: how it went before the change
    turned = text[time.start - 1 : time.start] in ("由", "从") and _TURNED.match(text, time.end)
    if turned:
        return False
    # 铁路今天发送旅客: that day's; 今天，大桥合龙 dates no number.
    return time.text not in VAGUE or (
        time.text in ("今天", "昨天") and bool(any_of("daily").search(text, time.end, time.end + 14))
    )


def _within(time: Mention, outer: tuple[Mention, ...]) -> bool:
    return any(m.start <= time.start and time.end <= m.end and not m.implied for m in outer)


def _later(value: str, published: str) -> bool:
    """Does a period begin after the day of the report?"""
    start = value.partition("/")[0]
    return bool(published) and start[:4].isdigit() and start[: len(published)] > published[: len(start)]

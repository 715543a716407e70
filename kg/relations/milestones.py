"""Dated turns in the life of things: a scene comes in; `milestone` and `heldOn` statements go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from kg.model import AGENCY, DOCUMENT, EVENT, PLACE, PROJECT, QUANTITY, TIME, Mention, Span, Statement
from kg.recognition.events import HOLDS_IT
from kg.recognition.lexicon import rows
from kg.recognition.numerals import parse_numeral
from kg.relations.antecedents import TO_COME
from kg.relations.clauses import Clause, blank, walk
from kg.relations.statements import Scene, state
from kg.relations.triggers import Triggers

RANKS = {"milestone.carried": 3, "milestone.undated": 4}
"""Readings that a better one of the same stage replaces."""
REACH = 30
"""How many clauses of a sentence are searched for a subject or a list."""
WINDOW = 20
"""How many characters may stand between the two words of a split verb (通过…审查)."""


@dataclass(frozen=True, slots=True)
class _Verb:
    """A word of the milestone table; `tail` is the second word of a split one."""

    word: str
    tail: str
    stage: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A statement before repetitions are merged; a lower rank is the better reading."""

    sentence: int
    subject: Mention
    predicate: str
    value: str
    stage: str
    expected: bool
    rule: str
    trigger: Span
    rank: int


@cache
def load_verbs() -> tuple[_Verb, ...]:
    """Words that tell a stage, longest first."""
    verbs: list[_Verb] = []
    for row in rows("milestone_verbs"):
        for word in row["verbs"].split():
            head, _, tail = word.partition("…")
            verbs.append(_Verb(head, tail, row["stage"], tuple(row["types"].split("|"))))
    return tuple(sorted(verbs, key=lambda v: (-len(v.word) - len(v.tail), v.word, v.tail)))


@cache
def _verb_triggers() -> Triggers:
    """Which verbs of `load_verbs` a clause may hold."""
    return Triggers((verb.word,) for verb in load_verbs())


@cache
def load_words() -> Mapping[str, tuple[str, ...]]:
    """Word lists around the verbs, by kind."""
    return {row["kind"]: tuple(sorted(row["words"].split(), key=lambda w: (-len(w), w))) for row in rows("milestone_words")}


def _ceremonies() -> Iterator[tuple[str, tuple[str, ...]]]:
    for stage in ("started", "opened", "completed", "signed"):
        yield stage, load_words()[stage]


@cache
def load_held() -> Mapping[str, tuple[str, ...]]:
    """Words that say an event takes place or who is there, by kind, longest first."""
    return {row["kind"]: tuple(sorted(set(row["words"].split()), key=lambda w: (-len(w), w))) for row in rows("held_verbs")}


def extract_milestones(scene: Scene) -> list[Statement]:
    """State when things were begun, approved, signed, finished, opened, issued and closed, and when events took place.

    What is only demanded (要加快建成) is left out; what is planned with a date is `expected`.
    """
    return [
        state(
            scene,
            c.sentence,
            c.rule,
            subject=c.subject.entity,
            predicate=c.predicate,
            value=c.value,
            qualifiers={**({"stage": c.stage} if c.stage else {}), **({"expected": True} if c.expected else {})},
            marks={"subject": c.subject if c.subject.text else None, "trigger": c.trigger},
        )
        for c in _best(_Chronicle(scene).dated_claims())
    ]


def _best(claims: Iterator[_Claim]) -> list[_Claim]:
    """One date for each stage of a thing: of two readings the better one, of two as good the first, or the day in its month."""
    kept: dict[tuple[str, str, str, bool], _Claim] = {}
    for claim in claims:
        if not claim.value:
            continue
        key = (claim.subject.entity, claim.predicate, claim.stage, claim.expected)
        best = kept.get(key)
        # 旅游节6月底举行 in the headline, 将于6月26日至29日举办 below it
        refined = best and claim.rank == best.rank and claim.predicate == "heldOn" and _within(claim.value, best.value)
        if best is None or claim.rank < best.rank or refined:
            kept[key] = claim
    return list(kept.values())


def _within(day: str, month: str) -> bool:
    return len(month) == 7 < len(day) and day.startswith(month)


_ROUND_IT = ("火炬", "圣火", "一般性辩论", "倒计时", "筹备", "组委会", "执委会", "主席团", "报道", "新闻报道")
"""What takes place for an event or in it on another day than its own."""
_COMPLETED = re.compile(
    "(?:圆满|顺利|胜利|在)?(?:完成|履行)[^，。；]{0,12}|(?:各项)?(?:准备|筹备)[^，。；]{0,6}(?:就绪|完成|结束)|经过[^，。；]{2,12}"
)
# 今天（4月11日）是第29个|世界帕金森病日
_IS_DAY = re.compile("(?:（[^（）]*）)?(?:也)?是(?:我国)?(?:第[0-9一二三四五六七八九十百]{1,4}个)?")


# 7月3日之前, 7月3日施工时, but not 7月3日上午9时
_UNTIL_THEN = re.compile("(?:前|后|以来|期间|(?<![0-9零一二三四五六七八九十])时)$")


class _Chronicle:
    """Reads clause after clause and carries the date of the sentence, of the paragraph and of the article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.published = scene.document.published
        self.sentence = self.paragraph = self.article = -1
        self.carried: Mention | None = None
        """Date of the sentence so far."""
        self.timed = False
        """The sentence has named some time, even one that dates nothing here."""
        self.standing: Mention | None = None
        """Date of the paragraph's last dated report."""
        self.turning = False
        """The sentence holds a word of a stage."""
        self.past = False
        """The sentence goes back to earlier times (此前, 当年)."""
        self.waiting: Mention | None = None
        """An event whose day and verb the next clause tells: …圆满完成各项议程，26日下午闭幕."""
        self.wanting = False
        """The sentence so far says what ought to be done."""
        self.coming = False
        """The sentence so far tells what a longer time will bring (2024年，集团将…，建成湖山高铁)."""
        self.dateline: Mention | None = None
        """First day that the article names."""
        self.planned: Mention | None = None
        """When the works last announced are to begin or end, for lists that follow in the article."""
        self.told: dict[tuple[int, str], str] = {}
        """The first day on which an article reports a stage, whosever it is."""
        self.turned: dict[str, Mention] = {}
        """When a stage was last reported in the article, for lists that follow: 此次开工的项目有…"""

    def dated_claims(self) -> Iterator[_Claim]:
        """The claims, those without a date with the day that the article tells of the same turn further on."""
        for claim in list(self.claims()):
            day = self.told.get((self.scene.document.sentences[claim.sentence].article, claim.stage), "")
            if claim.rule == "milestone.undated" and day.startswith(claim.value):
                claim = replace(claim, value=day, rule="milestone.carried")
            yield claim

    def claims(self) -> Iterator[_Claim]:
        clauses = walk(self.scene)
        for index, clause in enumerate(clauses):
            self._enter(clause)
            text = self.scene.document.sentences[clause.sentence].text
            outer = clause.outer
            times = [
                m
                for m in clause.mentions
                if m.type == TIME
                and _dates(m)
                and not _nested(m, outer)
                and text[m.start - 1 : m.start] != "提"
                and not text.startswith(("重大", "重点"), m.end)  # 四季度重大项目
                and not _AROUND.match(text, m.end)
            ]
            if times and self.dateline is None:
                self.dateline = next(
                    (t for t in times if len(t.value) >= 10 and not self._later(t) and not t.text[:4].isdigit()), None
                ) or next((t for t in times if len(t.value) >= 10 and not self._later(t) and "年" in t.text), None)
            if clause.mentions:
                yield from self._held(clause, text, outer, times)
                yield from self._held_before(clauses, index, text, times)
                if not clause.quoted:
                    yield from self._ceremonies(clause, text, outer, times)
                yield from self._notices(clause, text)
            if self.turning:
                yield from self._stages(clauses, index, text, outer, times)
            ending = text[clause.start : clause.end]
            self.wanting = self.wanting or ending.startswith(("要", "“要", "届时")) or _wanted(ending) or "要求" in ending
            self.coming = self.coming or ("将" in ending and _WILL.search(ending) is not None)
            self.timed = self.timed or any(m.type == TIME for m in clause.mentions)
            if times and _SAID_ON.search(ending):
                self.carried = None
            elif times and not _UNTIL_THEN.search(ending):
                # 2月23日主持召开会议，听取2023年建议办理情况汇报: the year is that of the work
                of_work = len(times[-1].value) == 4 and times[-1].start > clause.start and ending.endswith(("汇报", "报告"))
                self.carried = self.carried if of_work and self.carried else times[-1]
                attributive = text[times[-1].end : clause.end].find("的") in range(0, 8)
                if len(times[-1].value) == 10 and not self._later(times[-1]) and not attributive:
                    self.standing = times[-1]

    def _enter(self, clause: Clause) -> None:
        sent = self.scene.document.sentences[clause.sentence]
        if sent.article != self.article:
            self.dateline, self.planned, self.turned = None, None, {}
        if sent.paragraph != self.paragraph or sent.article != self.article:
            self.standing = None
        if clause.sentence != self.sentence:
            self.carried, self.timed, self.wanting, self.coming = None, False, False, False
            self.past = sent.text.startswith(load_words()["past"])
            self.turning = bool(_verb_triggers().groups_in(sent.text))
        self.sentence, self.paragraph, self.article = clause.sentence, sent.paragraph, sent.article

    def _held(self, clause: Clause, text: str, outer: tuple[Mention, ...], times: Sequence[Mention]) -> Iterator[_Claim]:
        words = load_held()
        waiting, self.waiting = self.waiting, None
        day = next((t for t in times if len(t.value) == 10), None)
        if waiting and waiting.sentence == clause.sentence and day and all(m.type != EVENT for m in outer):
            at, verb = min(
                ((text.find(w, day.end, clause.end), w) for w in words["verb"] if w in text[day.end : clause.end]),
                default=(-1, ""),
            )
            if verb:
                yield self._event(clause, waiting, day, "held.verb", (at, at + len(verb)), 1)
        for event in outer:
            if event.type == EVENT and _COMPLETED.fullmatch(text, event.end, clause.end):
                self.waiting = event
            if event.type != EVENT or _studied(text, event) or text.startswith((*_ROUND_IT, "】"), event.end):
                continue
            dated = [t for t in times if len(t.value) >= 7 and "-" in t.value]  # 过去一年，大会胜利召开: in none of two years
            before = [t for t in dated if t.end <= event.start]
            after = [t for t in dated if 0 <= t.start - event.end <= 6]
            # 聘任会于5月6日举行: the day behind the event is its own, whatever stands before it.
            told = after and text[event.end : after[0].start].strip() in ("于", "将于", "定于", "已于", "从", "自", "")
            own = after[0] if told else before[-1] if before else after[0] if after else None
            if told:
                before = []
            if own is None and TO_COME.search(text, clause.start, event.start):
                continue  # 26日…，会议决定召开市五届人大七次会议
            carried = self.carried if self.carried and ("-" in self.carried.value or "/" not in self.carried.value) else None
            near = None if clause.quoted else own or carried
            rest, lead = text[event.end : clause.end][:24], text[max(clause.start, event.start - 6) : event.start]
            gap = text[own.end : event.start] if before and own else ""
            parts = ((w, *rest.partition(w)[::2]) for w in words["verb"] if w in rest)
            # 今天继续举行: one of its days
            verb = next((w for w, b, a in parts if not a.startswith(("后", "以来", "前")) and "继续" not in b[-8:]), "")
            if text.endswith(words["hailing"], 0, event.start) and own is None:  # 祝贺大会召开
                continue
            leads = words["happening"] if event.via == "event.disaster" else words["verb"]
            led = next((w for w in leads if w in lead), "")
            if led and own is None and lead.endswith(f"将{led}的"):  # 13日集会，抗议即将举行的峰会
                continue
            whole = (event.start, event.end)
            if verb and (near or (self.standing and not clause.quoted)):
                start = event.end + rest.index(verb)
                if event.via == "event.session" and any(
                    m.type == EVENT and 0 <= m.start - start - len(verb) <= 3 for m in outer
                ):
                    continue  # 人大二次会议今天举行|记者会: on one of its days
                day = _with_term(near or self.standing, self._terms(clause.sentence, event, verb), verb)
                yield self._event(clause, event, day, "held.verb", (start, start + len(verb)), 0 if near else 2)
            elif led and near:
                start = event.start - len(lead) + lead.index(led)
                yield self._event(clause, event, near, "held.attributive", (start, start + len(led)), 1)
            elif before and near and (len(gap) <= 1 or _IS_DAY.fullmatch(gap) or (gap.endswith("的") and len(gap) <= 6)):
                yield self._event(clause, event, near, "held.attributive", whole, 1)
            elif near and _celebrates(event):
                yield self._event(clause, event, near, "held.named", whole, 2)
            else:
                behind = text[event.end : event.end + 8].replace("见证", "")  # 冬奥会不仅见证了…: long after it
                around = text[max(0, event.start - 12) : event.start] + "|" + behind
                spoken = event.via == "event.generic" and text.startswith(("上，", "现场"), event.end)  # 签约仪式上，吴勇表示
                if _ELSEWHERE.search(text, clause.start, event.start) or _NOT_THERE.match(text, event.end):
                    continue
                way = _ON_THE_WAY.search(text, 0, event.start)
                if way and not any(t.start > way.start() for t in before):
                    continue
                if own is None and _EARLIER.match(text, event.end):  # but 5日在出席峰会前|表示
                    continue
                if own is None and (clause.quoted or _SAID.search(text, 0, event.start)):
                    continue  # 他表示，很高兴来湖山出席东湖论坛
                if any(w in around for w in words["presence"]) or spoken or (near and "参加" in around):
                    day = near or (
                        None if self.past or not self._is_reported(clause, event) else self.standing or self.dateline
                    )
                    if day is not None and "/" not in day.value:  # of several days nobody knows which
                        yield self._event(clause, event, day, "held.presence", whole, 3)

    def _is_reported(self, clause: Clause, event: Mention) -> bool:
        """Whether a sentence without a date may tell of what the article reports: its ceremony, or a headline's event.

        What else is named there (总书记主持召开座谈会，出席峰会) may have been at any time.
        """
        headline = self.scene.document.sentences[clause.sentence].role == "title"
        return headline or event.via == "event.generic" or event.text.endswith(load_held()["ceremony"])

    def _held_before(self, clauses: tuple[Clause, ...], index: int, text: str, times: Sequence[Mention]) -> Iterator[_Claim]:
        """An event named in the clause before, which only tells that its work is done or prepared: …完成各项议程，26日闭幕."""
        clause, before = clauses[index], clauses[index - 1]
        if not index or before.sentence != clause.sentence or not _READY.search(text, before.start, before.end):
            return
        event = next((m for m in before.outer if m.type == EVENT), None)
        verb = next((w for w in load_held()["verb"] if w in text[clause.start : clause.end]), "")
        day = times[0] if times else self.carried
        if event is not None and verb and day is not None and not any(m.type == EVENT for m in clause.outer):
            start = text.index(verb, clause.start)
            yield self._event(clause, event, day, "held.verb", (start, start + len(verb)), 0)

    def _terms(self, index: int, event: Mention, verb: str) -> str:
        """Where the length of an event may be told: its sentence, and of an opening the next ones that go on about it."""
        sentences = self.scene.document.sentences
        told = sentences[index].text
        for later in (
            range(index + 1, min(index + 5, len(sentences)))
            if verb in _OPENINGS and not event.text.endswith(_OF_ONE_DAY)
            else ()
        ):
            text = sentences[later].text
            if sentences[later].article != sentences[index].article:
                break
            if ("为期" in text or "持续" in text) and _GOES_ON.match(text) and self._only(later, event):
                told += text
        return told

    def _only(self, index: int, event: Mention) -> bool:
        """Does a sentence name no other event?"""
        return all(m.entity == event.entity for m in self.scene.mentions if m.sentence == index and m.type == EVENT)

    def _event(self, clause: Clause, event: Mention, time: Mention | None, rule: str, trigger: Span, rank: int) -> _Claim:
        return _Claim(clause.sentence, event, "heldOn", time.value if time else "", "", False, rule, trigger, rank)

    def _ceremonies(self, clause: Clause, text: str, outer: tuple[Mention, ...], times: Sequence[Mention]) -> Iterator[_Claim]:
        """An opening ceremony dates the thing whose name it bears: 南枫线一期工程开工仪式举行."""
        # 3月15日，2022年全县教育项目开工仪式举行: the day, not the year of the works
        told = next((t for t in reversed(times) if len(t.value) == 10), times[-1] if times else self.carried or self.standing)
        time = told or self.dateline
        if time is None or not any(m.type == EVENT for m in outer):
            return
        for event in outer:
            if event.type != EVENT:
                continue
            for stage, words in _ceremonies():
                if told is not None and any(w in event.text for w in words):
                    self.turned[stage] = told
            for inner in clause.mentions:
                apart = event.via == "event.generic" and HOLDS_IT.fullmatch(text, inner.end, event.start)  # 项目|举行|通车仪式
                if not inner.entity or not (apart or event.start <= inner.start < inner.end < event.end):
                    continue
                follows = (
                    text[event.start if apart else inner.end : event.end]
                    .removeprefix("整体")
                    .removeprefix("正式")
                    .removeprefix("集中")
                    .removeprefix("全面")
                )
                if follows.startswith("暨"):  # 甲项目|暨乙项目集中开工仪式
                    stage = next((s for s, words in _ceremonies() if any(w in follows[-6:] for w in words)), "")
                else:
                    stage = next((s for s, words in _ceremonies() if follows.removeprefix("建设").startswith(words)), "")
                fits = inner.type in (
                    (DOCUMENT,) if stage == "signed" else (PROJECT, AGENCY) if stage == "opened" else (PROJECT,)
                )
                site = inner.type == PLACE and stage != "signed" and not follows.startswith("启动") and self._site(inner)
                if stage and (fits or site) and "周年" not in follows:  # 庆祝湖山大学成立70周年大会
                    rank = 0 if times else 2
                    yield self._claim(clause, inner, time, stage, "milestone.ceremony", (event.start, event.end), rank, False)

    def _notices(self, clause: Clause, text: str) -> Iterator[_Claim]:
        """A notice founds or dissolves a body on the day it is issued: 关于成立信用建设工作领导小组的通知."""
        for body in clause.mentions:
            if body.type != AGENCY or not body.entity:
                continue
            lead = text[max(clause.start, body.start - 4) : body.start]
            stage = {"关于成立": "opened", "关于组建": "opened", "关于撤销": "closed"}.get(lead, "")
            if stage and text.startswith(("的通知", "的决定", "的公告", "的批复"), body.end):
                day = Mention(clause.sentence, body.start, body.start, "", TIME, value=self.published)
                yield self._claim(clause, body, day, stage, "milestone.notice", (body.start - 2, body.start), 2, False)

    def _stages(
        self, clauses: tuple[Clause, ...], index: int, text: str, outer: tuple[Mention, ...], times: Sequence[Mention]
    ) -> Iterator[_Claim]:
        clause = clauses[index]
        verbs = _verbs(text, clause, outer)
        plain = blank(text, clause) if verbs else ""
        for verb, start, end in verbs:
            before, after = plain[: start - clause.start], text[end : clause.end]
            preceding = [t for t in times if t.end <= start]
            listed = [m for m in self._listed(clauses, index, text, (start, end)) if self._is_listed(m, verb)]
            if listed:
                told = self._list_time(before, after, times, verb.stage)
                if told is not None:
                    ahead = self._ahead(before, told) or (self.coming and self._is_running(told))
                    for mention in listed:
                        yield self._claim(clause, mention, told, verb.stage, "milestone.list", (start, end), 2, ahead)
                continue
            if clause.quoted and not preceding:  # what somebody says counts where he dates it
                continue
            begun = before.endswith(("再", "新")) and any(m.start == end and m.type == PROJECT for m in outer)
            if (_nominal(before, after, dated=bool(preceding)) and not begun) or _demanded(before):
                continue
            wanted = _wanted(before) or self.wanting or before.startswith(load_words()["wanting"])
            if wanted and not preceding:
                continue
            time = self._time(clause, preceding, times, end)
            day = self.turned.get(verb.stage) or self.standing
            # 王宁宣布2022年湖山县教育项目开工: the year is that of the works, the day that of the report
            of_works = time is not None and any(m.type == PROJECT and m.start == time.end for m in outer)
            if of_works and time is not None and day is not None and _spans(time.value, day.value):
                time = day
            if time is not None and "Span" not in verb.types and not self._later(time) and not verb.word.endswith("完成"):
                self.turned[verb.stage] = time
                if len(time.value) == 10:
                    self.told.setdefault((self.article, verb.stage), time.value)
            subject, rule = self._subject(clauses, index, text, verb, start, end, outer)
            if rule == "milestone.object" and _SO_MANY.search(text, end, subject.start if subject else end) and not preceding:
                continue  # 发布了三批《目录》: not all on the day told of before
            if subject is not None and _OF_A_PART.match(self.scene.document.sentences[subject.sentence].text, subject.end):
                continue  # 湖山县医院|综合大楼于2008年开工，2011年投入使用
            if subject is None or _lasting(clause, text, time, start, end) or _apart(text, subject, start, clause):
                continue
            if verb.word.endswith("完成") and not _is_finished(verb.word, before, after, subject, clause):
                continue
            # Of a heading that runs into its text only the words around the date tell what lies ahead.
            near = before[max(0, preceding[-1].start - clause.start - 10) :] if preceding else before
            ahead = wanted or any(w in near for w in load_words()["ahead"])
            under_way = time is not None and time is self.carried and self._is_running(time)
            ahead = ahead or (self.coming and under_way)
            if rule == "milestone.attributive" and not preceding:  # 被关闭的银行: nobody says when
                continue
            if ahead and time is self.carried and (time is None or not (self._later(time) or under_way)):
                time, rule = self._term(clause, text, start), "milestone.term"
            elif time is None and "已" not in before[-3:]:
                time, rule = self._understood(clause, text, verb, start)
            if time is None or ("Span" in verb.types and "/" not in time.value):
                continue
            value = time.value.split("/")[0] if "Span" in verb.types else time.value.removesuffix("/..")
            expected = "Span" not in verb.types and (ahead or self._later(time))
            fitting = [m for m in outer if self._fits(m, verb) or m is subject]
            earlier = clauses[index - 1] if index else None
            if earlier and earlier.sentence == clause.sentence and _AND_OTHERS.search(text, earlier.start, clause.start):
                fitting = [*(m for m in earlier.outer if self._fits(m, verb)), *fitting]
            for mention in (subject, *_fellows(_without_places(text, outer, fitting), subject, fitting)):
                stated = rule if mention is subject else "milestone.list"
                yield _Claim(
                    clause.sentence, mention, "milestone", value, verb.stage, expected, stated, (start, end), RANKS.get(rule, 1)
                )

    def _list_time(self, before: str, after: str, times: Sequence[Mention], stage: str) -> Mention | None:
        """The date of a list that a verb announces."""
        told = times[-1] if times else self.carried
        if any(w in before for w in load_words()["ahead"]):
            # 计划新开工重点项目15项: in the year last named, not on the day of the ceremony told of before
            told = told or self.planned
            past = told is not None and len(told.value) == 10 and told.value < self.published
            self.planned = None if past else told
            return self.planned
        told = told or self.standing or self.turned.get(stage) or (self.dateline if "项目" in after[:8] else None)
        known = self.turned.get(stage)
        # of a quarter's works begun the day is known
        return known if told is not None and known is not None and _spans(told.value, known.value) else told

    def _time(self, clause: Clause, preceding: Sequence[Mention], times: Sequence[Mention], end: int) -> Mention | None:
        """The date of a verb: the one before it in the clause, else right after it, else that of the sentence so far."""
        if preceding:
            return preceding[-1]
        closing = [t for t in times if 0 <= t.start - end <= 3 and clause.end - t.end <= 2 and "/" not in t.value]
        return closing[0] if closing else self.carried

    def _understood(self, clause: Clause, text: str, verb: _Verb, start: int) -> tuple[Mention | None, str]:
        """A date that the sentence does not tell: the paragraph's, or the month of the report."""
        reckoned = any(m.type == QUANTITY and text.startswith("后", m.end) for m in clause.mentions)
        if "将" in text[:start] or text.endswith(load_words()["soon"], 0, start) or self.past:
            return None, ""
        if _LATER_ON.search(text, 0, start) or _THINKS.search(text, 0, start):
            return None, ""
        if self.standing is not None and not self.timed and not reckoned:
            return self.standing, "milestone.carried"
        known = self.turned.get(verb.stage)
        if known is not None and not self.timed and not reckoned:
            return known, "milestone.carried"
        met = text.startswith(load_words()["meeting"], clause.start) or text.startswith(load_words()["meeting"])
        if verb.stage in ("approved", "signed") and met and not self.timed and self.dateline is not None:
            return self.dateline, "milestone.carried"
        if verb.word.endswith(load_words()["strong"]) and clause.subject is not None and self.published:
            told = self._of_this_year(clause)
            if not (told or self._is_news(clause, text)):
                return None, ""
            return Mention(
                clause.sentence, start, start, "", TIME, value=self.published[: 4 if told else 7]
            ), "milestone.undated"
        return None, ""

    def _is_news(self, clause: Clause, text: str) -> bool:
        """Whether an undated sentence reports what has just happened (日前, a headline), rather than looks back on it.

        A local paper's report is of its day.
        """
        sent = self.scene.document.sentences[clause.sentence]
        return bool(self.scene.document.place or sent.role == "title" or _JUST_NOW.search(text))

    def _of_this_year(self, clause: Clause) -> bool:
        """Whether the sentence, or the one before it, tells what has come about since the year began (今年以来，…)."""
        sentences = self.scene.document.sentences
        near = sentences[max(0, clause.sentence - 1) : clause.sentence + 1]
        return any("今年以来" in sent.text and sent.article == sentences[clause.sentence].article for sent in near)

    def _listed(self, clauses: tuple[Clause, ...], index: int, text: str, verb: Span) -> Iterator[Mention]:
        """Members of a list that a verb announces or closes: 此次开工的项目有A、B、C，还有D; A、B等15个项目成功签约."""
        here, (start, end) = clauses[index], verb
        after = text[end : here.end].removeprefix("活动")
        if not after and (counted := _WORKS_BEFORE.search(text, here.start, start)):
            if "等" in counted.group():
                if text.startswith("签约", start):  # of other verbs they are the subject
                    yield from (m for m in here.outer if m.type == PROJECT and m.end <= start)
                return
            yield from self._listed_below(clauses, index)
            return
        costed = _COSTED_WORKS.match(text, end) is not None
        if not costed and not _announces(after):
            return
        for clause in clauses[index : index + REACH]:
            # 开工项目有甲、乙；签约项目有丙: the next list has a verb of its own
            other = (
                clause is not here
                and text[clause.start - 1] == "；"
                and _verb_triggers().groups_in(text[clause.start : clause.end])
            )
            if clause.sentence != here.sentence or other:
                break
            yield from (m for m in clause.outer if m.type in (PROJECT, PLACE, AGENCY) and m.start > here.start)
        headline = self.scene.document.sentences[here.sentence].role == "title"
        if not headline and not costed and ("项目" in after[:4] or _KIND_OF_WORKS.match(after) or _COUNTED_WORKS.match(after)):
            yield from self._listed_below(clauses, index)

    def _listed_below(self, clauses: tuple[Clause, ...], index: int) -> Iterator[Mention]:
        """今天集中开工项目共22项，…具体为：甲、乙: the lists may fill the rest of the paragraph, or begin another (其中包括…)."""
        sentences = self.scene.document.sentences
        here = sentences[clauses[index].sentence]
        for clause in clauses[index + 1 : index + 10 * REACH]:
            there = sentences[clause.sentence]
            if there.article != here.article or (there is not here and _OCCASION.search(there.text)):
                break  # the list is of the last occasion told of before it
            if there.text.startswith(("项目包括", "包括", "分别为", "其中包括", "其中有")):
                yield from (m for m in clause.outer if m.type == PROJECT)
            elif there.paragraph == here.paragraph or there.text.startswith(("其中", "具体")):
                yield from (m for m in clause.outer if m.via == "project.listed")

    def _subject(
        self, clauses: tuple[Clause, ...], index: int, text: str, verb: _Verb, start: int, end: int, outer: tuple[Mention, ...]
    ) -> tuple[Mention | None, str]:
        clause = clauses[index]
        fitting = [m for m in outer if self._fits(m, verb)]
        stops = frozenset("，；。、")
        named = {p for m in outer for p in range(m.start, m.end)}
        following = next(
            (
                m
                for m in fitting
                if 0 <= sum(p not in named for p in range(end, m.start)) <= 14
                and m.start >= end
                and not stops.intersection(text[end : m.start])
                and "关于" not in text[end : m.start]  # 通过关于提请审议草案的议案
            ),
            None,
        )
        gap = text[end : following.start] if following else ""
        if gap.endswith(("着", "让", "使", "为")):
            following = None  # 人工岛完工意味着湖山通道…
        if verb.word == "通过" and (gap not in ("", "了", "《", "了《") or (following and _MEANS.match(text, following.end))):
            return None, ""
        if verb.stage == "issued" and _SLATE.search(text, end):
            return None, ""
        if following is not None and following.type == PROJECT and _MANNED.match(text, following.end):
            return None, ""
        if following is not None:
            if (
                verb.stage in ("issued", "signed", "approved")
                and following.type in (DOCUMENT, PROJECT)
                and not gap.startswith("的")
            ):
                return following, "milestone.object"
            if gap.startswith("的"):
                return following, "milestone.attributive"
            if verb.stage == "closed" and _MEMBERS.match(text, following.end):
                return None, ""
            if len(gap) <= 3 and (
                following.type == PROJECT or verb.word in ("成立", "组建", "启用", "开通", "上线", "建成", "关闭", "撤销")
            ):
                return following, "milestone.object"
        after = text[end : clause.end]
        if verb.word == "贯通" and any(m.type == PLACE and m.start == end for m in outer):
            return None, ""  # 工程南北贯通两大流域
        if following is None and after.startswith(("的第", "的首", "发电的", "运行的", "运营的")):
            return None, ""  # 这是湖山水电站投产的第3台机组
        # 开通了4条通道, but 投入运营90公里
        counted = any(m.type == QUANTITY and m.start - end in (0, 1) and not _is_length(m, verb) for m in clause.mentions)
        vague = after.startswith("于") and not any(m.type == TIME and m.start == end + 1 for m in clause.mentions)
        vague = vague or after.startswith("新线")  # 全国铁路预计投产新线3000公里
        transitive = verb.word in load_words()["object"] and (
            (after.startswith("“") and verb.word in ("启用", "上线", "成立", "组建"))
            or after[:1] not in ("", *load_words()["intransitive"])
            or (after[:1] == "了" and after[1:2] not in ("", *"，。；、！"))
        )
        if "Span" in verb.types or counted or vague or transitive:
            return None, ""
        preceding = [
            m for m in fitting if m.end <= start and text[m.start - 1 : m.start] not in ("在", "与", "由", "向", "对", "经")
        ]
        if verb.stage in ("issued", "signed"):
            documents = [m for m in preceding if m.type == DOCUMENT]
            return (documents[-1], "milestone.verb") if documents else (None, "")
        projects = [m for m in preceding if m.type == PROJECT]
        subject = clause.subject
        if projects and (subject is None or subject.type != PROJECT or text[projects[-1].start - 1] == "的"):
            subject = projects[-1]
        elif subject is None or subject.start >= start or not self._fits(subject, verb):
            subject = preceding[-1] if preceding else self._dropped(clauses, index, verb)
        inner = preceding[-1] if preceding else None
        if (
            subject is not None
            and inner is not None
            and subject.end <= inner.start
            and (text[subject.end : inner.start] in ("", "的") or text.endswith(("——", "—"), 0, inner.start))
            and subject.sentence == clause.sentence
        ):
            subject = inner  # 引水工程|龙溪隧洞贯通, 某高铁控制性工程——渠江特大桥合龙
        elif (
            subject is not None
            and inner is not None
            and inner.type == PLACE
            and inner.end == start
            and subject.sentence == clause.sentence
            and _REST_OF_NAME.fullmatch(text, subject.end, inner.start)
        ):
            return None, ""
        if subject is not None and subject.type == DOCUMENT and clause.theme is not None and clause.theme.type == PROJECT:
            titled = subject.text.endswith("》") or text.startswith("》", subject.end)
            subject = subject if titled else clause.theme
        return subject, "milestone.verb"

    def _dropped(self, clauses: tuple[Clause, ...], index: int, verb: _Verb) -> Mention | None:
        """The latest thing that can take the verb: an object of the sentence so far, or the topic."""
        clause = clauses[index]
        for earlier in reversed(clauses[max(0, index - REACH) : index]):
            if earlier.sentence != clause.sentence:
                break
            if earlier.subject is not None and self._fits(earlier.subject, verb):
                return earlier.subject
            named = [
                m
                for m in earlier.outer
                if self._fits(m, verb)
                and m.type in (PROJECT, PLACE)
                and not self._is_venue(m)  # 仪式在湖山高新区举行，宣布开工
            ]
            if named:
                return named[-1]
        topic = clause.topic
        return topic if topic is not None and topic.text and self._fits(topic, verb) else None

    def _is_venue(self, mention: Mention) -> bool:
        text = self.scene.document.sentences[mention.sentence].text
        return bool(text[mention.start - 1 : mention.start] in ("在", "于") and _TAKES_PLACE.match(text, mention.end))

    def _term(self, clause: Clause, text: str, start: int) -> Mention | None:
        """The year that 预计4年后贯通 points to, counted from the report."""
        for mention in clause.mentions:
            if (
                mention.type != QUANTITY
                or mention.quantity is None
                or mention.end > start
                or not text.startswith("后", mention.end)
            ):
                continue
            years = mention.quantity.value
            if (
                mention.quantity.unit == "年"
                and mention.quantity.high is None
                and years == int(years)
                and self.published[:4].isdigit()
            ):
                year = str(int(self.published[:4]) + int(years))
                return Mention(clause.sentence, mention.start, mention.end, mention.text, TIME, value=year)
        return None

    def _fits(self, mention: Mention, verb: _Verb) -> bool:
        # 原则通过《某法（草案）》，决定提请审议: it is to be adopted elsewhere
        if "草案" in mention.text and "提请" in self.scene.document.sentences[mention.sentence].text:
            return False
        if mention.type in verb.types:
            return True
        if "Span" in verb.types:
            return mention.type == PROJECT
        return "Site" in verb.types and mention.type == PLACE and self._site(mention)

    def _is_listed(self, mention: Mention, verb: _Verb) -> bool:
        """Whether a verb's list may have such a member: 签约的甲产业园 is yet to be built, a school in it is its house."""
        signed = verb.stage == "signed" and mention.type == PLACE and self._site(mention)
        return signed or self._fits(mention, verb) or _is_house(mention, verb)

    def _site(self, mention: Mention) -> bool:
        """A place that is built, not a division that is governed."""
        entity = self.scene.entities.get(mention.entity)
        if entity is None or "code" in entity.facts:
            return False
        return entity.name.endswith(load_words()["site"]) or mention.text.endswith(load_words()["site"])

    def _claim(
        self, clause: Clause, subject: Mention, time: Mention, stage: str, rule: str, trigger: Span, rank: int, expected: bool
    ) -> _Claim:
        return _Claim(clause.sentence, subject, "milestone", time.value, stage, expected, rule, trigger, rank)

    def _ahead(self, before: str, time: Mention) -> bool:
        return self._later(time) or any(w in before for w in load_words()["ahead"])

    def _is_running(self, time: Mention) -> bool:
        """The year that the report falls into."""
        return len(time.value) == 4 and self.published.startswith(time.value)

    def _later(self, time: Mention) -> bool:
        start = time.value.split("/")[0]
        return bool(self.published) and start[:4].isdigit() and start[: len(self.published)] > self.published[: len(start)]


_JUST_NOW = re.compile("日前|近日|近期|不久前|[几这两]天|刚刚?(?![^，。]{0,6}不久)|今天|昨天|本月|随后")
# 某高速某段任|湾河特大桥合龙: a part whose name is not known in full
_REST_OF_NAME = re.compile("(?![和与及])[一-鿿]{1,2}")
# 通过《东湖往事》实景演出重现…, 通过《望山》《听海》两个篇章…: by means of it
_MEANS = re.compile("(?:》《[^》]{1,20}){0,8}》?(?!决议|决定|草案|修[订正]案|修改|等|和|及|与|并|的决)[一-鿿]{2}")
# 共发布《甲》《乙》等20部精品力作: the slate of what is to be broadcast
_SLATE = re.compile("即将推出的《|》等[0-9]{1,3}[余多]?部(?!报告|标准|法|[白蓝]皮书|著作|图书|文件)")
_HOUSE = re.compile("(?:学校|[小中大]学|高级中学|幼儿园|[一二三四五六七八九十][小中]|医院|卫生院|养老院|福利院|敬老院)$")


def _is_house(mention: Mention, verb: _Verb) -> bool:
    """Whether a body in a list of works stands for the house that is built for it: 开工的项目有甲中学、乙医院."""
    return mention.type == AGENCY and "Site" in verb.types and _HOUSE.search(mention.text) is not None


def _verbs(text: str, clause: Clause, outer: Sequence[Mention]) -> list[tuple[_Verb, int, int]]:
    """The stage words of a clause outside names, none inside another, in order."""
    found: list[tuple[_Verb, int, int]] = []
    numbers = _verb_triggers().groups_in(text[clause.start : clause.end])
    if not numbers:
        return found
    # a bare ceremony stands in its verb: 某桥|举行通车仪式
    used = {
        p for m in outer if text[m.start - 2 : m.start] != "举行" or m.via != "event.generic" for p in range(m.start, m.end)
    }
    for number in numbers:
        verb = load_verbs()[number]
        start = text.find(verb.word, clause.start, clause.end)
        while start >= 0:
            end = start + len(verb.word)
            if verb.tail:
                tail = text.find(verb.tail, end, min(end + WINDOW, clause.end))
                end = tail + len(verb.tail) if tail >= 0 else start
            inside = text[start - 1 : start] == "线" and verb.word == "上线"  # 线上线下
            if end > start and not inside and not used.intersection(range(start, start + len(verb.word))):
                used.update(range(start, start + len(verb.word)))
                found.append((verb, start, end))
            start = text.find(verb.word, start + 1, clause.end)
    return sorted(found, key=lambda item: item[1])


# 签约甲科技城、乙配件等4个重特大项目: the list right behind its verb, closed by its count.
_COUNTED_LIST = re.compile(
    r"[^，。；：的了]{3,40}、[^，。；：]{3,400}?等[0-9一二三四五六七八九十]{1,3}[个项](?:[^，。；]{0,8}(?:项目|工程))"
)
_WORKS = r"(?:重大|重点|建设|产业)?项目共?[0-9]"
# 共开工重大项目234个: the works of an occasion by their number, listed in what follows.
_COUNTED_WORKS = re.compile(_WORKS)
# 集中开工的亿元以上项目有3个
_KIND_OF_WORKS = re.compile("的[^，。；、的]{0,10}项目(?:有|包括|共|分别|是|涵盖|涉及)")
# 签约的甲产业园、乙科技等项目
_NAMED_WORKS = re.compile("的[^，。；：的]{3,40}、[^，。；：的]{3,400}?等[^，。；：、的]{0,10}(?:项目|工程)(?=[，。；]|$)")
# 我县6个项目进行了集中|签约。其中包括…; 甲项目、乙产业园等15个项目成功|签约
_WORKS_BEFORE = re.compile(
    "(?:、[^，。；：]{3,400}?等)?[0-9一二三四五六七八九十]{1,3}个[^，。；、的将拟]{0,6}项目(?:进行了?|成功|集中|现场|正式|举行|完成|顺利){0,3}$"
)
# 集中动工项目总投资42.5亿元，有甲、乙等项目: the list stands behind what it costs.
_COSTED_WORKS = re.compile("项目(?:总投资|投资|总额)[^，。；：]{2,14}，(?:其中)?(?:主要|分别)?(?:有|包括|为)[^，。；]{3,40}、")
_OCCASION = re.compile(f"(?:开工|签约|竣工|投产){_WORKS}")


def _announces(after: str) -> bool:
    """Whether what stands behind a verb begins a list of what it has happened to."""
    if after.startswith("了"):
        return "、" in after
    if after.removeprefix("建设").startswith(load_words()["announcing"]):
        return True
    if any(works.match(after) for works in (_COUNTED_LIST, _COUNTED_WORKS, _KIND_OF_WORKS, _NAMED_WORKS)):
        return True
    return after.startswith("建设") and "、" in after


# 会见来华出席开幕式的总统, 期待主席出席峰会, 乘机离开北京赴…出席峰会: that day nobody is there.
# 祝贺他出席论坛圆满成功; 还将举办主持人大赛和茶艺大会; 同出席论坛的负责人会见记者
_ELSEWHERE = re.compile(
    "祝贺|预祝|期待|结束(?:了)?[^，。；]{0,12}出席|[还即]将|将(?:举办|举行|召开)|主持人|邀请[^，。；]{0,3}出席|这是"
)
# 出席论坛|的来宾; 峰会|前夕; 第二次会议|议程草案; 出席论坛|后回到首都
_NOT_THERE = re.compile(
    "[^，。；]{0,2}的(?!还?有|包括|领导)|前夕|之际|(?:列席|议程|日程)|[^。；]{0,20}(?:后|之后)[^。；]{0,12}(?:回到|返回|抵达|离开)"
)
_ON_THE_WAY = re.compile(
    r"(?:来[华京沪]|前来|期待|盼望|启程|抵达|乘[专包]?机[^。；]{0,8}离开)[^。；]{0,90}(?:出席|参加)[^，。；]{0,12}$"
)
_EARLIER = re.compile("前(?![往来期])")
_SAID = re.compile("(?:表示|强调|指出|认为|介绍|说)(?:，|：“?)")
# 在12月5日志愿者日到来之际启动: a day that is near
_AROUND = re.compile("[^，。；]{0,14}(?:之际|来临|到来)")
# 阿明5日说，某国启动制裁: the day of saying is not that of what is said.
_SAID_ON = re.compile("日(?:在[^，。；]{1,12})?(?:说|称)$")
_TAKES_PLACE = re.compile("[^，。；]{0,6}(?:举行|召开|举办|开幕|启动)")
_WILL = re.compile("(?<!即)将(?!近|军|士|[^，。；]{0,12}(?:作为|列入|纳入|视为))")
# 圆满完成各项议程后，…闭幕; 各项准备工作已经就绪，…开幕
_READY = re.compile(
    "(?:完成|结束)(?:了)?(?:各项|全部|预定|所有|大会)*(?:议程|任务|日程|议题)(?:之?后)?$|准备工作[^，。；]{0,6}(?:就绪|完成)$"
)
# 撤销湖山法院多名法官的签证: what ends is not the body's
_MEMBERS = re.compile("的|[多数两几]名|[0-9一二三四五六七八九十]+名|部分|有关|相关")
# 组建“银发行动”志愿服务队伍: what is founded is a body called after the programme
_MANNED = re.compile("[”》]?[一-鿿]{0,6}(?:队伍|联盟|专班|小组|服务队)")
# …项目、总投资8亿元的…项目: what tells the next member's cost.
_PRICED = re.compile(r"(?<=[、和及与])(?:计划)?(?:总投资|投资)[^、，。的]{2,12}元的")


def _fellows(text: str, subject: Mention, fitting: Sequence[Mention]) -> Iterator[Mention]:
    """Further members of the list that the subject stands in: A、B和C开工; 《甲条例》《乙办法》 need no mark between them."""
    joints = ("、", "和", "及", "以及", "与", *([""] if subject.type == DOCUMENT else []))
    for direction in (1, -1):
        last = subject
        for mention in fitting[::direction]:
            between = text[last.end : mention.start] if direction == 1 else text[mention.end : last.start]
            alike = mention.type == subject.type or {mention.type, subject.type} == {PROJECT, PLACE}
            between = _PRICED.sub("", between.strip("》《 "))
            # 甲铁路、乙高铁等一批新线，丙大桥等重点工程开工
            if alike and mention is not last and (between in joints or _AND_OTHERS.fullmatch(between)):
                yield mention
                last = mention


_AND_OTHERS = re.compile("等[^，。；、]{0,8}(?:新线|工程|项目)[，、]$")


def _without_places(text: str, outer: Sequence[Mention], fitting: Sequence[Mention]) -> str:
    """The text with the divisions blanked that stand before members of a list (甲项目、江北区乙产业园)."""
    chars = list(text)
    for mention in outer:
        if mention.type == PLACE and mention not in fitting:
            chars[mention.start : mention.end] = " " * (mention.end - mention.start)
    return "".join(chars)


def _celebrates(event: Mention) -> bool:
    return event.text.endswith(load_words()["ceremony"])


_OF_A_PART = re.compile("(?:(?!的)[一-鿿]){1,8}?(?:大楼|综合楼|门诊楼|住院楼|教学楼|院区|校区|机组|车间)")
_COUNTERS = frozenset("条座个项处家所大")


_POINTED = re.compile("[这该此][座条个项处所](.{1,5})")
# 34座隧道 behind a line are its parts, but 等34座隧道 sum up
_SUM = re.compile(
    "(?:等?[0-9一二两三四五六七八九十]{1,3}[个项大][^，。；：的]{0,10}(?:项目|工程)"
    "|等(?:[0-9一二两三四五六七八九十]{1,3}|多)[个项大条座段][^，。；：的]{0,10}?(?:项目|工程|新线|线路|铁路|高铁|高速|公路|通道|大桥|隧道))"
    "[^，。；：的]{0,12}"
)
# “春雨”活动暨首场活动启动
_ALONG_WITH = re.compile("^暨.{0,6}(?:活动|仪式)")


def _apart(text: str, subject: Mention, start: int, clause: Clause) -> bool:
    """Do words before the verb name something else as its subject, a part of the thing or a thing nobody recognized?"""
    inside = subject.sentence == clause.sentence and clause.start <= subject.start < clause.end
    if inside and subject.start >= start:
        return False
    known = [m for m in clause.mentions if m.type in (TIME, QUANTITY) or (m.entity and m.type != PROJECT)]
    skip = {p for m in known for p in range(m.start, m.end)}
    low = subject.end if inside else clause.start
    rest = "".join(text[p] for p in range(low, start) if p not in skip and text[p] not in "（）()，“” 　")
    rest = _ALONG_WITH.sub("", rest)
    for word in load_words()["light"]:
        rest = rest.replace(word, "")
    if (pointed := _POINTED.fullmatch(rest)) and subject.text.endswith(pointed.group(1)):
        return False  # 这座水电站年底投产
    counts = [m for m in known if m.quantity and low <= m.start < start and m.quantity.unit in _COUNTERS]
    # 甲、乙两条高速公路通车, but not 甲项目等3个项目的|配套道路开工
    summed = bool(counts) and rest.endswith(load_words()["site"]) and "的" not in text[low:start]
    if inside and _SUM.fullmatch(text, subject.end, start):
        return False  # 甲项目、乙中心等15个重大产业项目今年将陆续|开工, 甲铁路、乙高铁等多条新线将于年底|开通
    if inside and rest.endswith((*load_words()["part"], "航线", "航班", "班列", "专列")):
        return True  # 连接湖山港的|航线开通
    return len(rest) > 3 and not (inside and summed)


def _is_length(mention: Mention, verb: _Verb) -> bool:
    """Whether an amount behind a verb without object is how long a line is."""
    return mention.quantity is not None and mention.quantity.unit == "公里" and verb.word not in load_words()["object"]


# 协会认为，国家出台意见…: on no day told of here
_THINKS = re.compile("(?:认为|看来)，")
_SO_MANY = re.compile("[0-9一二两三四五六七八九十]{1,3}[余多]?[批项份个]")
# 全会召开后不久，意见印发: on a day of its own
_LATER_ON = re.compile("后不久|不久[之以]?后|随后不久")
_DONE_TO = re.compile("(?:整治|改造|改建|扩建|改扩建|建设|建设任务|施工)?")


def _is_finished(word: str, before: str, after: str, subject: Mention, clause: Clause) -> bool:
    """Whether 完成 tells of a work itself (计划6月底完成), neither of a part of it (路基已完成) nor of what somebody does (完成投资)."""
    if after[:1] not in ("", "，", "。", "；"):
        return False
    inside = subject.sentence == clause.sentence and clause.start <= subject.start < clause.end
    low = subject.end - clause.start if inside else 0
    if word == "完成" and not any(w in before[low:] for w in load_words()["ahead"]):
        return False
    times = {at - clause.start for m in clause.mentions if m.type == TIME for at in range(m.start, m.end)}
    rest = "".join(char for at, char in enumerate(before[low:], low) if at not in times and char not in " （）")
    for light in load_words()["light"]:
        rest = rest.replace(light, "")
    return _DONE_TO.fullmatch(rest) is not None


# 为期4天, 会期三天
_TERM_OF_DAYS = re.compile(r"(?:为期|会期|展期|持续|历时)([0-9]{1,2}|[一二两三四五六七八九十])天")
# 展览将持续至20日, 将持续到5月底
_LAST_DAY = re.compile(r"持续[至到](?:([0-9]{1,2})月)?(?:([0-9]{1,2})日|底)")
# 本届大会以…为主题，为期三天: a sentence that goes on about the event
_GOES_ON = re.compile("(?:本[届次]|此次|整个)[一-鿿]{1,8}|(?:大会|展会|展览|论坛|活动|比赛|艺术节|旅游节)")
_OF_ONE_DAY = ("式", "典礼", "会谈", "会见", "发布会", "座谈会")
_OPENINGS = ("开幕", "启幕", "开赛", "开馆", "举行", "举办", "启动", "亮相", "拉开帷幕")


def _with_term(day: Mention | None, text: str, verb: str) -> Mention | None:
    """All days of an event, from its first one on or up to its last, where the text says how many or until when."""
    if day is None or len(day.value) != 10:
        return day
    told = date.fromisoformat(day.value)
    if last := _LAST_DAY.search(text):
        month = int(last[1] or told.month)
        if last[2] and (told.month, told.day) < (month, int(last[2])):
            return replace(day, value=f"{day.value}/{told.year}-{month:02}-{int(last[2]):02}")
        if not last[2] and last[1] and month >= told.month:
            return replace(day, value=f"{day.value}/{told.year}-{month:02}")
    term = _TERM_OF_DAYS.search(text)
    days = int(parse_numeral(term.group(1)) or 1) if term else 1
    if days < 2:
        return day
    span = timedelta(days=days - 1)
    low, high = (told - span, told) if verb in ("闭幕", "落幕", "圆满结束") else (told, told + span)
    return replace(day, value=f"{low.isoformat()}/{high.isoformat()}")


_SAID_THERE = re.compile("(?:等[^，。]{0,8}活动)?(?:时|期间|上)(?:发表)?(?:的(?:系列)?)?(?<!上)重要(?:讲话|指示)")


def _studied(text: str, event: Mention) -> bool:
    """An event whose spirit is carried out is not taking place: 贯彻落实五届区委十三次全会精神."""
    if _SAID_THERE.match(text, event.end):  # 学习…在全国两会期间的重要讲话
        return True
    return text.startswith(("精神", "提出", "部署", "以来"), event.end) or text[: event.start].endswith(
        ("贯彻", "落实", "学习", "传达", "自")
    )


def _nominal(before: str, after: str, *, dated: bool) -> bool:
    """Does the word name or condition something (项目的开工, 竣工面积, 建成后)? After a date 后 tells what happened."""
    if after.startswith("后") and dated:
        return False
    following = next((v.word for v in load_verbs() if after.startswith(v.word)), "")
    if following and after[len(following) :].startswith("后") and not dated:  # 建成通车后
        return True
    if (after.startswith(("运营后", "运行后")) and not dated) or any(w in after for w in ("倒计时", "在即", "首月")):
        return True
    if "周年" in after[:8]:
        return True
    if before.endswith("以") and "为契机" in after:  # 以签署规划为契机
        return True
    if before.endswith("就") and any(w in after for w in ("谈判", "磋商", "协商")):  # 就签署协议进行谈判
        return True
    return after.startswith(load_words()["afterwards"]) or before.endswith(("的", "新", "再", "重新", "此次", "本次"))


def _demanded(before: str) -> bool:
    near = before[-6:]
    return any(w in near for w in load_words()["demanded"])


def _wanted(before: str) -> bool:
    """要 as a verb of will, not in 重要, 主要 or 需要."""
    at = before.rfind("要")
    return at >= 0 and before[at - 1 : at] not in ("重", "主", "需", "只", "首", "纪", "摘") and len(before) - at <= 14


_SINCE = re.compile("[近]?[0-9一二两三四五六七八九十]{1,3}(?:多|余)?(?:个)?(?:年|月|周|天)(?:多|半)?(?:以)?来")


def _lasting(clause: Clause, text: str, time: Mention | None, start: int, end: int) -> bool:
    """计划用五年时间建成 tells how long it takes, and 成立70年来 how long it has been, not when."""
    if _SINCE.match(text, end):
        return True
    for mention in clause.mentions:
        if mention.type != QUANTITY or mention.quantity is None or mention.quantity.unit not in ("年", "个月", "天"):
            continue
        if mention.start == end:
            return True
        dated = time is not None and time.sentence == clause.sentence and time.end > mention.start
        reckoned = text.startswith("后", mention.end) or text.endswith("提前", 0, mention.start)
        if mention.end <= start and not dated and not reckoned:
            return True
    return False


def _dates(time: Mention) -> bool:
    """Does the time say when something happened, not since when or how long?"""
    if time.via.rpartition(":")[2] in ("comparison", "plan-period", "year-bare"):
        return False
    if not time.value or time.text.endswith(("以来", "来", "期间", "至今", "目前", "以后", "为止")):
        return False
    return time.text not in ("目前", "当前", "如今", "眼下", "近年", "现在")


def _spans(period: str, day: str) -> bool:
    """Does a day lie within a longer period?"""
    low, _, high = period.partition("/")
    high = high or low
    return len(low) < 10 and len(day) == 10 and low <= day[: len(low)] and day[: len(high)] <= high


def _nested(time: Mention, outer: Sequence[Mention]) -> bool:
    return any(m.start <= time.start and time.end <= m.end for m in outer)

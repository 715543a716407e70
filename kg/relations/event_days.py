"""When events take place: clauses in, in reading order, `heldOn` claims out."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from kg.model import EVENT, TIME, Mention, Span
from kg.recognition.lexicon import rows
from kg.recognition.numerals import parse_numeral
from kg.relations.antecedents import TO_COME
from kg.relations.claims import Claim, held_on
from kg.relations.clauses import Clause
from kg.relations.days import Days
from kg.relations.stages import REACH, load_words
from kg.relations.statements import Scene

_WHEN = re.compile("(?:暂定|[将定拟已])?[于在]?|(?P<term>(?:活动|展出|展览|举办|举行|比赛)时间[为是从：]|[展会]期为?)")
# 台风“云岭”|6日在湖山中部登陆, 强台风“云岭”席卷湖山
_STRIKES = re.compile("(?:(?!预计|将|可能|前)[^，。；]){0,14}?(登陆(?!前)|袭击|席卷|肆虐|横扫|侵袭)")
_THERE = re.compile("(?:将|日前|正式|昨日|今日)?[在于](?=[^，。；]{2})")
_SPOKE = re.compile("上(?:，|强调|指出|表示|致辞|讲话|发表讲话|作报告|提出|宣布)")
# 本次联赛共组建球队11支，于27日至1日举行
_THIS = re.compile("[本此该这][次届]")
_COMPLETED = re.compile(
    "(?:圆满|顺利|胜利|在)?(?:完成|履行)[^，。；]{0,12}|(?:各项)?(?:准备|筹备)[^，。；]{0,6}(?:就绪|完成|结束)|经过[^，。；]{2,12}"
)
# 圆满完成预定的各项议程后，…闭幕; 各项准备工作已经就绪，…开幕
_READY = re.compile(
    "(?:完成|结束)(?:了)?(?:(?:各项|全部|预定|所有|大会|会议)的?)*(?:议程|任务|日程|议题)(?:之?后)?$|准备工作[^，。；]{0,6}(?:就绪|完成)$"
)


@cache
def load_held() -> Mapping[str, tuple[str, ...]]:
    """Words that say an event takes place or who is there, by kind, longest first."""
    return {row["kind"]: tuple(sorted(set(row["words"].split()), key=lambda w: (-len(w), w))) for row in rows("held_verbs")}


class EventDays:
    """Reads clause after clause when the events that are named there take place."""

    def __init__(self, scene: Scene, days: Days) -> None:
        """`days` are the dates that the document carries on."""
        self.scene = scene
        self.days = days
        self.named: dict[int, set[str]] = {}
        """The events that each sentence names."""
        for mention in scene.mentions:
            if mention.type == EVENT:
                self.named.setdefault(mention.sentence, set()).add(mention.entity)
        self.waiting: Mention | None = None
        """An event whose day and verb the next clause tells: …圆满完成各项议程，26日下午闭幕."""

    def read(
        self, clauses: tuple[Clause, ...], index: int, text: str, times: Sequence[Mention], events: Sequence[Mention]
    ) -> Iterator[Claim]:
        """The days of events that a clause tells, given its times and the events that it names."""
        clause = clauses[index]
        waiting, self.waiting = self.waiting, None
        if waiting and waiting.sentence == clause.sentence and not events:
            yield from self._awaited(clause, waiting, text, times)
        for event in events:
            if event.end == clause.end or _COMPLETED.fullmatch(text, event.end, clause.end):
                self.waiting = event
            if not _studied(text, event) and not text.startswith((*_ROUND_IT, "】"), event.end):
                yield from self._held(clause, event, text, times)
        if index and not events:
            before = clauses[index - 1]
            if before.outer and before.sentence == clause.sentence:
                yield from self._held_before(clause, before, text, times)
            yield from self._held_on(clauses, index, text, times)

    def _awaited(self, clause: Clause, waiting: Mention, text: str, times: Sequence[Mention]) -> Iterator[Claim]:
        """An event named right before its clause: …圆满完成各项议程，|26日下午闭幕; 由甲局主办的湖山马拉松，|在东湖公园开跑."""
        if not times and (there := _THERE.match(text, clause.start, clause.end)) and waiting.end == clause.start - 1:
            verb = next((w for w in load_held()["verb"] if text.endswith(w, there.end(), clause.end)), "")
            if verb and (carried := self._carried()):
                told = _with_term(carried.value, self._terms(clause.sentence, waiting, verb), verb)
                yield held_on(clause, waiting, told, "held.verb", (clause.end - len(verb), clause.end), 1)
            return
        day = next((t for t in times if len(t.value) == 10), None)
        if day is None or waiting.end == clause.start - 1:
            return
        verbs = [(text.find(w, day.end, clause.end), w) for w in load_held()["verb"] if w in text[day.end : clause.end]]
        if verbs:
            at, verb = min(verbs)
            yield held_on(clause, waiting, day.value, "held.verb", (at, at + len(verb)), 1)

    def _held_before(self, clause: Clause, before: Clause, text: str, times: Sequence[Mention]) -> Iterator[Claim]:
        """An event named in the clause before, which only tells that its work is done or prepared: …完成各项议程，26日闭幕."""
        event = next((m for m in before.outer if m.type == EVENT), None)
        if event is None or not _READY.search(text, before.start, before.end):
            return
        verb = next((w for w in load_held()["verb"] if w in text[clause.start : clause.end]), "")
        day = times[0] if times else self.days.carried
        if verb and day is not None:
            start = text.index(verb, clause.start)
            yield held_on(clause, event, day.value, "held.verb", (start, start + len(verb)), 0)

    def _held_on(self, clauses: tuple[Clause, ...], index: int, text: str, times: Sequence[Mention]) -> Iterator[Claim]:
        """The one event that is named before a clause that only says when it is: 文化节由甲局主办，将于9月27日举行.

        What lasts from when to when (活动时间为9月27日至30日) may also be told in one of the next two sentences.
        """
        clause = clauses[index]
        sentence = self.scene.document.sentences[clause.sentence].text
        led = _WHEN.fullmatch(text, clause.start, times[0].start) if times else None
        if led is None:
            return
        verb = next((w for w in load_held()["verb"] if text.endswith(w, times[0].end, clause.end)), "")
        events = (
            self._named_before(clauses, index, 2 if led["term"] or _THIS.match(sentence) else 0) if verb or led["term"] else []
        )
        if len({m.entity for m in events}) == 1:
            yield held_on(clause, events[-1], times[0].value, "held.verb", (times[0].start, clause.end), 0)

    def _named_before(self, clauses: tuple[Clause, ...], index: int, reach: int) -> list[Mention]:
        """The events of the nearest sentence with any, from a clause's own back to at most `reach` before it."""
        sentences = self.scene.document.sentences
        here = clauses[index].sentence
        found: list[Mention] = []
        for clause in reversed(clauses[max(0, index - REACH) : index]):
            if here - clause.sentence > reach or sentences[clause.sentence].article != sentences[here].article:
                break
            if found and clause.sentence != found[-1].sentence:
                break
            found = [*(m for m in clause.outer if m.type == EVENT), *found]
        return found

    def _held(self, clause: Clause, event: Mention, text: str, times: Sequence[Mention]) -> Iterator[Claim]:
        """An event with its verb and its day in one clause, or with one of them."""
        own, before = _own_day(event, text, times)
        if event.via == "event.start" and (inside := _day_inside(clause, event)):
            yield held_on(clause, event, inside.value, "held.named", (inside.start, inside.end), 1)
            return
        led = _verb_before(clause, event, text)
        if own is None and _is_announced(clause, event, text, led):
            return
        near = None if clause.quoted else own or self._carried()
        day = near or (None if clause.quoted else self.days.standing)
        verb = _verb_behind(clause, event, text)
        whole = (event.start, event.end)
        if verb and day:
            if not _is_within_session(clause, event, verb):
                word = text[slice(*verb)]
                told = _with_term(day.value, self._terms(clause.sentence, event, word), word)
                # 座谈会日前召开: a day that the text prints says more
                rank = 2 if near is None else int(near.kind == "vague")
                yield held_on(clause, event, told, "held.verb", verb, rank)
        elif led and near:
            yield held_on(clause, event, near.value, "held.attributive", led, 1)
        elif near and before and _is_of_day(event, text, before[-1]):
            yield held_on(clause, event, near.value, "held.attributive", whole, 1)
        elif own and "/" in own.value and text[event.end : own.start] in ("自", "从"):  # 春运自1月7日至2月15日
            yield held_on(clause, event, own.value, "held.attributive", whole, 1)
        elif near and event.text.endswith(load_words()["ceremony"]):
            yield held_on(clause, event, near.value, "held.named", whole, 2)
        elif not _is_elsewhere(clause, event, text, own, before):
            day = self._day_of_presence(clause, event, text, near)
            if day is not None and "/" not in day.value:  # of several days nobody knows which
                yield held_on(clause, event, day.value, "held.presence", whole, 3)

    def _terms(self, index: int, event: Mention, verb: str) -> str:
        """Where the length of an event may be told: its sentence, and of an opening the next ones that go on about it."""
        sentences = self.scene.document.sentences
        told = sentences[index].text
        if verb not in _OPENINGS or event.text.endswith(_OF_ONE_DAY):
            return told
        for later in range(index + 1, min(index + 5, len(sentences))):
            text = sentences[later].text
            if sentences[later].article != sentences[index].article:
                break
            if ("为期" in text or "持续" in text or "闭幕" in text) and _GOES_ON.match(text) and self._only(later, event):
                told += text
        return told

    def _only(self, index: int, event: Mention) -> bool:
        """Does a sentence name no other event?"""
        return self.named.get(index, set()) <= {event.entity}

    def _carried(self) -> Mention | None:
        """The date of the sentence so far, where it is a day or a month: 过去一年，大会胜利召开 is in none of two years."""
        carried = self.days.carried
        return carried if carried and ("-" in carried.value or "/" not in carried.value) else None

    def _day_of_presence(self, clause: Clause, event: Mention, text: str, near: Mention | None) -> Mention | None:
        """The day of an event at which somebody is or speaks: 周岚6日出席|论坛, 签约仪式|上，吴勇表示."""
        behind = text[event.end : event.end + 8].replace("见证", "")  # 冬奥会不仅见证了…: long after it
        around = text[max(0, event.start - 12) : event.start] + "|" + behind
        spoken = event.via == "event.generic" and text.startswith(("上，", "现场"), event.end)
        goes_on = text.startswith("上，", event.end) and event.text.endswith(_LASTING)  # 11月6日，在第六届博览会|上，…揭幕
        if near and not goes_on and "在" in text[max(0, event.start - 2) : event.start] and _SPOKE.match(text, event.end):
            return near  # 4月26日，王平在第十一次会议|上强调, 昨日，在湖山推介会|上，全县签约…
        if not (any(w in around for w in load_held()["presence"]) or spoken or (near and "参加" in around)):
            return None
        if near is not None or self.days.past or not self._is_reported(clause, event):
            return near
        return self.days.standing or self.days.dateline

    def _is_reported(self, clause: Clause, event: Mention) -> bool:
        """Whether a sentence without a date may tell of what the article reports: its ceremony, or a headline's event.

        What else is named there (总书记主持召开座谈会，出席峰会) may have been at any time.
        """
        headline = self.scene.document.sentences[clause.sentence].role == "title"
        return headline or event.via == "event.generic" or event.text.endswith(load_held()["ceremony"])


_LASTING = ("博览会", "交易会", "展览会", "展销会", "运动会", "节")


def _own_day(event: Mention, text: str, times: Sequence[Mention]) -> tuple[Mention | None, list[Mention]]:
    """The day that a clause tells of an event, and the days before the event that it may be one of."""
    told = next((t for t in times if text[event.end : t.start] in ("将于", "定于", "拟于")), None)
    if told is not None:  # 第九届运动会|将于|2019年|在望江县举行: a year is all that is told
        return told, []
    dated = [t for t in times if len(t.value) >= 7 and "-" in t.value]  # 过去一年，大会胜利召开: in none of two years
    before = [t for t in dated if t.end <= event.start]
    after = [t for t in dated if 0 <= t.start - event.end <= 6]
    # 聘任会于5月6日举行: the day behind the event is its own, whatever stands before it.
    if after and text[event.end : after[0].start].strip() in ("于", "将于", "定于", "已于", "从", "自", ""):
        return after[0], []
    return before[-1] if before else after[0] if after else None, before


def _day_inside(clause: Clause, event: Mention) -> Mention | None:
    """The day within the words that tell of a start: 云川县12个项目|5月8日|集中开工."""
    return next(
        (m for m in clause.mentions if m.type == TIME and event.start < m.start and m.end < event.end and len(m.value) == 10),
        None,
    )


# 今天（4月11日）是第29个|世界帕金森病日
_IS_DAY = re.compile("(?:（[^（）]*）)?(?:也)?是(?:我国)?(?:第[0-9一二三四五六七八九十百]{1,4}个)?")


def _is_of_day(event: Mention, text: str, day: Mention) -> bool:
    """Whether the day before an event is its attribute, or the day it is: 6月3日的|大会, 今天（4月11日）是第29个|世界帕金森病日."""
    gap = text[day.end : event.start]
    return len(gap) <= 1 or _IS_DAY.fullmatch(gap) is not None or (gap.endswith("的") and len(gap) <= 6)


def _is_announced(clause: Clause, event: Mention, text: str, led: Span | None) -> bool:
    """Whether an event without a day of its own is only called or hailed; `led` is the verb right before it."""
    # 26日…，会议决定召开市五届人大七次会议; 祝贺大会召开
    if TO_COME.search(text, clause.start, event.start) or text.endswith(load_held()["hailing"], 0, event.start):
        return True
    # 13日集会，抗议即将举行的|峰会
    return led is not None and text.endswith(f"将{text[slice(*led)]}的", clause.start, event.start)


def _verb_before(clause: Clause, event: Mention, text: str) -> Span | None:
    """The word right before an event that says it takes place: 昨日|举行|的论坛, 湖山县|发生|6.2级地震."""
    low = max(clause.start, event.start - 6)
    disaster = event.via == "event.disaster"
    words = load_held()["happening" if disaster else "verb"]
    lead = text[low : event.end if disaster else event.start]
    word = next((w for w in words if w in lead), "")
    at = low + lead.find(word)
    return (at, at + len(word)) if word else None


def _verb_behind(clause: Clause, event: Mention, text: str) -> Span | None:
    """The word behind an event that says it takes place: 论坛在湖山|开幕, but not 论坛开幕后."""
    end = _end_of_list(clause, event, text)
    rest = text[end : clause.end][:24]
    if event.via == "event.disaster" and (struck := _STRIKES.match(rest)):
        return event.end + struck.start(1), event.end + struck.end(1)
    if rest.startswith("的") and text.endswith(("出席", "参加", "列席"), clause.start, event.start):
        return None  # 出席大会的|代表团召开会议
    parts = ((w, *rest.partition(w)[::2]) for w in load_held()["verb"] if w in rest)
    # 今天继续举行: one of its days
    word = next(
        (w for w, b, a in parts if not a.startswith(("后", "以来", "前", "日期", "时间", "事宜")) and "继续" not in b[-8:]), ""
    )
    at = end + rest.find(word)
    return (at, at + len(word)) if word else None


def _end_of_list(clause: Clause, event: Mention, text: str) -> int:
    """Where the last event ends of those that are listed from one on: 湖山论坛|和东湖博览会在这里开幕."""
    end = event.end
    for other in clause.outer:
        if other.type == EVENT and other.start > end and text[end : other.start] in ("、", "和", "与", "及", "以及"):
            end = other.end
    return end


def _is_within_session(clause: Clause, event: Mention, verb: Span) -> bool:
    """Whether something else takes place on one of a session's days: 人大二次会议今天|举行|记者会."""
    return event.via == "event.session" and any(m.type == EVENT and 0 <= m.start - verb[1] <= 3 for m in clause.outer)


_ROUND_IT = ("火炬", "圣火", "一般性辩论", "倒计时", "筹备", "组委会", "执委会", "主席团", "报道", "新闻报道")
"""What takes place for an event or in it on another day than its own."""
_SAID_THERE = re.compile("(?:等[^，。]{0,8}活动)?(?:时|期间|上)(?:发表)?(?:的(?:系列)?)?(?<!上)重要(?:讲话|指示)")


def _studied(text: str, event: Mention) -> bool:
    """An event whose spirit is carried out is not taking place: 贯彻落实五届区委十三次全会精神."""
    if _SAID_THERE.match(text, event.end):  # 学习…在全国两会期间的重要讲话
        return True
    return text.startswith(("精神", "提出", "部署", "以来"), event.end) or text[: event.start].endswith(
        ("贯彻", "落实", "学习", "传达", "自")
    )


# 会见来华出席开幕式的总统, 期待主席出席峰会, 乘机离开北京赴…出席峰会: that day nobody is there.
# 祝贺他出席论坛圆满成功; 还将举办主持人大赛和茶艺大会; 同出席论坛的负责人会见记者
_ELSEWHERE = re.compile(
    "祝贺|预祝|期待|结束(?:了)?[^，。；]{0,12}出席|[还即]将|将(?:举办|举行|召开)|主持人|邀请[^，。；]{0,3}出席|这是"
)
# 出席论坛|的来宾; 峰会|前夕; 第二次会议|议程草案; 出席论坛|后回到首都
_NOT_THERE = re.compile(
    "[^，。；]{0,2}的(?!还?有|包括|领导)|前夕|之际|途中|(?:列席|议程|日程)|[^。；]{0,20}(?:后|之后)[^。；]{0,12}(?:回到|返回|抵达|离开)"
)
_ON_THE_WAY = re.compile(
    r"(?:来[华京沪]|前来|期待|盼望|启程|抵达|乘[专包]?机[^。；]{0,8}离开)[^。；]{0,90}(?:出席|参加)[^，。；]{0,12}$"
)
_EARLIER = re.compile("前(?![往来期])")
_SAID = re.compile("(?:表示|强调|指出|认为|介绍|说)(?:，|：“?)")


def _is_elsewhere(clause: Clause, event: Mention, text: str, own: Mention | None, before: Sequence[Mention]) -> bool:
    """Whether who is named beside an event is not there on that day: 会见来华出席|论坛|的总统."""
    if _ELSEWHERE.search(text, clause.start, event.start) or _NOT_THERE.match(text, event.end):
        return True
    way = _ON_THE_WAY.search(text, 0, event.start)
    if way and not any(t.start > way.start() for t in before):
        return True
    if own is not None:
        return False
    # but 5日在出席峰会前|表示; 他表示，很高兴来湖山出席东湖论坛
    return bool(_EARLIER.match(text, event.end) or clause.quoted or _SAID.search(text, 0, event.start))


# 本届大会以…为主题，为期三天: a sentence that goes on about the event
_GOES_ON = re.compile("(?:本[届次]|此次|整个)[一-鿿]{1,8}|(?:会议|大会|展会|展览|论坛|活动|比赛|艺术节|旅游节)")
_OF_ONE_DAY = ("式", "典礼", "会谈", "会见", "发布会", "座谈会")
_OPENINGS = ("开幕", "启幕", "开赛", "开馆", "举行", "举办", "启动", "亮相", "拉开帷幕")
# 为期4天, 会期三天
_TERM_OF_DAYS = re.compile(r"(?:为期|会期|展期|持续|历时)([0-9]{1,2}|[一二两三四五六七八九十])天")
# 展览将持续至20日, 将持续到5月底, 会议将于1月31日闭幕
_LAST_DAY = re.compile(
    r"(?:持续[至到]|将[于在](?=[^，。；]{3,7}(?:胜利|圆满)?(?:闭幕|结束|落幕)))(?:(0?[1-9]|1[0-2])月)?(?:([0-9]{1,2})日|底)"
)


def _with_term(day: str, text: str, verb: str) -> str:
    """All days of an event, from its first one on or up to its last, where the text says how many or until when.

    Example:
        >>> _with_term("2023-06-03", "大会为期三天", "开幕"), _with_term("2023-06-03", "大会会期3天", "闭幕")
        ('2023-06-03/2023-06-05', '2023-06-01/2023-06-03')
        >>> _with_term("2023-06/..", "大会为期三天", "开幕"), _with_term("2023-06-03", "展览持续至6月31日", "开幕")
        ('2023-06/..', '2023-06-03')
    """
    if len(day) != 10 or "/" in day:  # 2023-06, 2023-06/..
        return day
    told = date.fromisoformat(day)
    if last := _LAST_DAY.search(text):
        month = int(last[1] or told.month)
        there_is = not last[2] or int(last[2]) <= monthrange(told.year, month)[1]  # no 31st of June
        if last[2] and there_is and (told.month, told.day) < (month, int(last[2])):
            return f"{day}/{told.year}-{month:02}-{int(last[2]):02}"
        if not last[2] and last[1] and month >= told.month:
            return f"{day}/{told.year}-{month:02}"
    term = _TERM_OF_DAYS.search(text)
    days = int(parse_numeral(term.group(1)) or 1) if term else 1
    if days < 2:
        return day
    span = timedelta(days=days - 1)
    low, high = (told - span, told) if verb in ("闭幕", "落幕", "落下帷幕", "圆满结束") else (told, told + span)
    return f"{low.isoformat()}/{high.isoformat()}"

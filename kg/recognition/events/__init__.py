"""Events of a sentence: meetings, ceremonies, activities and disasters, each with its whole name, its opening and its parts."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from kg.recognition.events.activities import find_activities, find_held_meetings, find_listed_activities, find_occasions
from kg.recognition.events.disasters import find_happened_disasters, find_named_disasters
from kg.recognition.events.heads import find_headed
from kg.recognition.events.names import whole_names
from kg.recognition.events.sessions import find_numbered, find_sessions
from kg.recognition.spans import Span
from kg.recognition.tokens import Words


def find_events(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Meetings, congresses, ceremonies, festivals, exhibitions and disasters of a sentence."""
    text = words.text
    # Of two that propose the same words the first one tells what they are.
    found = find_sessions(text, bounds)
    found += find_happened_disasters(text, bounds)
    found += find_headed(words, bounds, blocks, found)
    found += find_activities(words, bounds, blocks)
    found += find_held_meetings(words, bounds, blocks, found)
    found += find_named_disasters(text, bounds)
    found += find_listed_activities(text, bounds)
    found += find_numbered(text, bounds)
    found += find_occasions(text)
    if not found:
        return []
    events = whole_names(text, found, bounds)
    events += _studied(text, found, events)
    events += _openings(text, events)
    events += _opened(text, events)
    return [part for span in events for part in _apart(text, span) if not text.startswith("主持人", part.end)]


def _studied(text: str, found: Sequence[Span], events: Sequence[Span]) -> list[Span]:
    """The congresses and plenary sessions whose spirit a meeting is for by its name (学习贯彻|党的二十大|精神宣讲报告会)."""
    if "精神" not in text:
        return []
    return [
        s
        for s in found
        if s.via == "event.session"
        and text.startswith("精神", s.end)
        and any(e.start < s.start and s.end < e.end for e in events)
    ]


_OPENING = re.compile("(?:火炬传递)?(?:开幕式|闭幕式|开幕会|闭幕会|启动仪式|颁奖典礼|颁奖仪式)")


def _openings(text: str, events: Sequence[Span]) -> list[Span]:
    """The ceremonies that open, close or begin an event right after its name."""
    found: list[Span] = []
    for span in events:  # 全体大会开幕式: the opening is a part of the congress
        opening = _OPENING.match(text, span.end)
        if opening and not span.name and span.kind != "Ceremony" and all(s.end != opening.end() for s in (*events, *found)):
            found.append(Span(span.start, opening.end(), "event.head", "Ceremony"))
    return found


_WHOLE_EVENT = re.compile(
    r"(?:火炬传递)?(?:(?:开幕|闭幕)式|(?:开幕|闭幕|启动|开馆|开园|开展|开赛|开班|结业)仪式|(?:开班|结业)式|颁奖典礼|开幕|第[一二三四]阶段会议|配偶活动|特别记者会|边会)(?:$|(?<=式)暨)"
)


# 第三届湖山投资贸易洽谈会|云川招商推介会, “山水之约”——第三届…: the fair or the festival that something is held at
_EDITION_OF = re.compile(
    "(?:“[^“”]{2,24}”—{0,2})?((?:第[一二三四五六七八九十百0-9]{1,4}|首)届[^，。；“”暨和与、]{2,24}?(?:博览会|洽谈会|交易会|旅游节|文化节|艺术节|运动会|丰收节|论坛|大会|峰会))(?!开幕|闭幕|暨|组委会|筹备|执委会|资格|预选|选拔|火炬)(?=.{4,})"
)


def _opened(text: str, events: Sequence[Span]) -> list[Span]:
    """The events whose opening, closing or awards a name at its end tells (…文化节开幕式), or at whose edition something else is held."""
    found = []
    for span in events:
        whole = _WHOLE_EVENT.search(text[span.start : span.end])
        if edition := _EDITION_OF.match(text, span.start, span.end):
            found.append(Span(*edition.span(1), "event.whole", ""))
        if (
            whole
            and whole.start() >= 6
            and re.search(r"(?:[节展会赛班]|会晤)”?$", text[span.start : span.start + whole.start()])
        ):
            found.append(Span(span.start, span.start + whole.start(), "event.whole", ""))
    return found


# 第三届湖山博览会|和|湖山商务峰会: two gatherings, unless one ceremony opens both.
_AND = re.compile(
    "(?<=博览会|交易会|展览会|次会议)(?:和|与|、)(?=.{4,}(?:会|坛|节)$)|(?<=峰会|论坛|大会)(?:和|与|、)(?=(?:第|首届|20[0-9]{2}|中国|全国|世界|国际).{4,}(?:会|坛|节)$)"
    # 全县项目推进会和|工业发展推进会
    "|(?<=推进会|座谈会|动员会|调度会|部署会|现场会|培训会|工作会|表彰会|观摩会)(?:和|与|、)(?=[^和与、]{4,}会$)"
    # 湖山摄影节|系列活动——|国际影像论坛
    "|(?<=.{4}[节展会赛坛季周月])(?:系列|重要|主题|配套|分项)活动——(?=.{4})"
)


def _apart(text: str, span: Span) -> list[Span]:
    """The two gatherings that one name joins, or a festival and what is held at it, or the one that it is."""
    both = None if span.name else _AND.search(text[span.start : span.end])
    if not both:
        return [span]
    return [
        Span(span.start, span.start + both.start(), span.via, span.kind),
        Span(span.start + both.end(), span.end, span.via, span.kind),
    ]

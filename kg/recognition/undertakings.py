"""Projects and events: names that their head noun closes (…项目, …工程, …大会, …开工仪式), read from the head leftwards."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache

from kg.recognition.agencies import Span, outermost
from kg.recognition.lexicon import Names, column, rows
from kg.recognition.phrases import is_rare, name_start
from kg.recognition.tokens import Words

_ROUTE_NAME = re.compile(
    r"(?:[一-鿿]{2,6}(?:至|到)[一-鿿]{2,6}的?(?:国家)?)(?:高速公路|高速铁路|城际铁路|高速|高铁|铁路|客专|客运专线|城际|公路|一级公路|二级公路|快速路|段)"
    r"|[一-鿿]{2,3}(?:高速公路|高速铁路|城际铁路|城际轨道交通|高速|高铁|客专|城际|铁路)"
    r"|(?:轨道交通|地铁)(?:（[^（）]{1,4}）)?[0-9一二三四五六七八九十]{1,3}号线"
    r"|[GS][0-9]{1,4}(?:[一-鿿]{2,4})?高速(?:公路)?|[0-9]{3}(?:国道|省道)"
)
_EVENT_VERB = re.compile(r"(?:在[^，。；]{1,20})?(?:隆重|顺利|成功|如期|正式|今天|昨天)?(?:举行|召开|开幕|闭幕|举办|启幕|落幕|开赛|收官)")
_SESSION = re.compile(
    r"(?:中共|中国共产党|政协)?(?:[一-鿿]{2,8}(?:省|市|区|县|州|盟|旗|镇|乡))?第?[一二三四五六七八九十百0-9]{1,3}届[一-鿿]{0,14}?第?[一二三四五六七八九十0-9]{1,3}次"
    r"(?:全体)?(?:会议|全会|大会|代表大会|常委会会议|常委会|主席会议|主任会议|执委会)"
    r"|(?:中共|中国共产党)?[一-鿿]{0,8}(?:省|市|区|县|州|盟|旗|镇|乡)?(?:政协|人大常委会|人大|妇联|工会|党代会)?[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次(?:会议|全会)"
    r"|第[0-9一二三四五六七八九十百]{1,4}次[一-鿿]{2,12}(?:常务会议|常委会会议|党组会议|办公会议|主席会议|主任会议|会议)"
    r"|(?:党的|中共)?(?:十[一二三四五六七八九]|二十)大(?!道|街|桥|厦|队|类|项|件|专|行|重|指|工)|(?:党的|中共)?(?:十[一二三四五六七八九]|二十)届[一二三四五六七八九]中全会"
    r"|[一-鿿]{1,8}第[一二三四五六七八九十]{1,3}次(?:党员)?(?:党代表大会|党代会|代表大会)"
)


@lru_cache(maxsize=None)
def _heads(name: str) -> tuple[Names, dict[str, dict[str, str]]]:
    by_name = {row["head"]: row for row in rows(name)}
    return Names(by_name), by_name


@lru_cache(maxsize=1)
def _stop_names() -> frozenset[str]:
    return column("generic_names", "name")


def find_projects(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Construction and investment projects, lines, programmes, campaigns and reforms of a sentence.

    Args:
        bounds: Begin by end of places, organizations and events already found.
        blocks: Positions no name runs across (the ends of dates).
    """
    text = words.text
    found = list(_routes(words))
    finder, by_name = _heads("project_heads")
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        if not words.starts_at(end) or text[end : end + 1] in ("部", "组", "长", "师", "院", "局", "处"):
            continue
        begin, anchored = name_start(words, start, bounds, blocks=blocks, limit=46, verbs=True)
        begin = _trim(words, begin, start)
        if begin < start and _tells(words, begin, start, end, anchored, strong=row["strong"] == "1"):
            found.append(Span(begin, end, "project.head", row["kind"]))
    return outermost(found)


def _routes(words: Words) -> Iterator[Span]:
    text = words.text
    for match in _ROUTE_NAME.finditer(text):
        start, end = match.span()
        name = match.group()
        if "至" in name or "到" in name:
            start = _route_start(words, start, match.group())
        elif not words.starts_at(start):
            continue
        name = text[start:end]
        if name in _stop_names() or len(name) < 4 or any(c in "的了在是和与将为以从" for c in name[:2]):
            continue
        kind = "Railway" if re.search(r"铁|客专|客运|城际|轨道", name) else "Road"
        yield Span(start, end, "route", kind)


def _route_start(words: Words, start: int, name: str) -> int:
    """Drop words before the first of two end points (位于吉安至…: 吉安至…)."""
    text = words.text
    joint = start + max(name.find("至"), name.find("到"))
    token = words.at(joint - 1)
    return max(start, token.start) if token and joint - token.start >= 2 else start


def find_events(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Meetings, congresses, ceremonies, festivals, exhibitions and disasters of a sentence."""
    text = words.text
    found = [Span(m.start(), m.end(), "event.session", "Meeting") for m in _sessions(words)]
    finder, by_name = _heads("event_heads")
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        if not words.starts_at(end) and text[end : end + 1] not in ("暨",):
            continue
        begin, anchored = name_start(words, start, bounds, blocks=blocks, limit=60, verbs=True)
        begin = _trim(words, begin, start)
        held = bool(_EVENT_VERB.match(text, end))
        if begin < start and _tells(words, begin, start, end, anchored or held and start - begin >= 4, strong=row["strong"] == "1"):
            found.append(Span(begin, end, "event.head", row["kind"]))
    return outermost(_join(text, found))


def _sessions(words: Words) -> Iterator[re.Match[str]]:
    for match in _SESSION.finditer(words.text):
        yield match


def _join(text: str, spans: list[Span]) -> list[Span]:
    """Two ceremonies in one (揭牌仪式暨开学典礼) are one event."""
    spans = sorted(outermost(spans), key=lambda s: s.start)
    joined: list[Span] = []
    for span in spans:
        if joined and text[joined[-1].end : span.start] == "暨":
            joined[-1] = Span(joined[-1].start, span.end, joined[-1].via, joined[-1].kind)
        else:
            joined.append(span)
    return joined


_LEADING = frozenset("v d p c u r f".split())


def _trim(words: Words, begin: int, head: int) -> int:
    """Drop verbs, adverbs and counts at the beginning that do not belong to a name (加快推进…项目)."""
    while begin < head:
        token = words.at(begin)
        if token is None or words.text[begin] in "“0123456789":
            return begin
        if token.tag[:1] in ("v", "d", "p", "c", "u", "f", "r") and token.start == begin and token.tag != "vn":
            begin = token.end
        elif token.text in _GENERIC_LEAD and token.start == begin:
            begin = token.end
        else:
            return begin
    return begin


_GENERIC_LEAD = frozenset("重点 重大 一批 一个 多个 部分 新 大型 系列 相关 有关 各类 各项 主要 首个 首批 在建 全体 年度".split())


def _tells(words: Words, begin: int, head: int, end: int, anchored: bool, *, strong: bool) -> bool:
    name = words.text[begin:end]
    if name in _stop_names() or len(name) < 4 or len(name) > 80:
        return False
    inner = words.text[begin:head]
    tokens = [t for t in words.tokens if begin <= t.start < head]
    telling = [t for t in tokens if t.text not in _stop_names()]
    if not telling:
        return False
    if anchored:
        return True
    if re.search(r"[0-9A-Za-z“]|第[一二三四五六七八九十]+", inner):
        return strong or len(inner) >= 5
    rare = [t for t in telling if t.tag[:2] in ("nz", "nr", "ns", "nt") or is_rare(t.text) and t.tag[:1] not in ("v", "a", "d", "m", "q")]
    return bool(rare) and (strong or len(inner) >= 4)

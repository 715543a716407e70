"""What opens a sentence or a list's item right before its site or size is told is a name as a whole: ■云湾园外绿廊四期位于…."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.recognition.phrases import counts, is_proper, is_unknown
from kg.recognition.spans import Span
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Words

_SIGNS = ("位于", "坐落于", "坐落在", "总建筑面积", "总建设面积", "总占地面积", "规划总面积", "总投资")
_OPENING = re.compile(
    r"(?:^|(?<=[■●▲◆·；]))[ 　]*(?:[一二三四五六七八九十]是|其中，|据悉，|新建|在建)*"
    r"([^，。；：！、的了“”（）()0-9A-Za-z%《》—<>【】 　■●▲◆·]{5,26}?)(?<!规划)(?<!计划)(?<!预计)(?:规划|计划|预计)?"
    rf"({'|'.join(_SIGNS)})"
)
# What is built or laid out; a thing with a cost or an area to be built is built whatever its name.
_WORKS = re.compile("项目|工程|[一二三四五]期|提升|改造|扩建|绿化|建设|绿地")
_BUILT = ("总建设面积", "总投资")
# 云川集团总部, 地震震中: a spot of something, told of without a name of its own.
_SPOT = re.compile("(?:地点|地址|选址|震中|点位|现场|总部|企业|公司|集团|区域|地区|地块|一带|[处点家座个])$")
# 云川县新建项目|总投资: the cost of a sum.
_SUM = re.compile("(?:项目|工程|投资|园区|产业|企业|设施)$")
_NO_WORD = ("r", "d", "p", "c", "u", "y", "t")
# 园外绿廊|四期项目: a phase is one of a name, whatever words that is made of.
_PHASE = re.compile("[一二三四五]期(?:项目|工程)?$")


def find_openings(words: Words, known: Iterable[Span], bounds: Mapping[int, int]) -> tuple[list[Span], list[Span]]:
    """The projects and the places that open a clause of a sentence by a name whose end no head noun tells.

    Args:
        known: Names of places, bodies and projects already found.
        bounds: Begin by end of divisions and settlements.
    """
    text = words.text
    projects: list[Span] = []
    places: list[Span] = []
    if not any(sign in text for sign in _SIGNS):
        return projects, places
    spans = list(known)
    for match in _OPENING.finditer(text):
        start, end = match.span(1)
        sign = match.group(2)
        if not _is_name(words, start, end, bounds) or _SPOT.search(text, start, end):
            continue
        if sign == "总投资" and _SUM.search(text, start, end):
            continue
        if any(s.end == end and (s.start <= start or _tells(words, s.start, end, bounds)) for s in spans):
            continue
        if sign in _BUILT or _WORKS.search(text, start, end) or "总建设面积" in text:
            projects.append(Span(start, end, "project.opening", "ConstructionProject"))
        else:
            places.append(Span(start, end, "place.opening"))
    return projects, places


def _is_name(words: Words, start: int, end: int, bounds: Mapping[int, int]) -> bool:
    """Whether words are a noun phrase with a name in it, no clause: not 记者来到, 受灾乡镇."""
    tokens = words.between(start, end)
    return (
        words.are_whole(start, end)
        and not counts(words.text[start:end])
        and not any(t.tag[:1] in _NO_WORD and t.text[-1] != "期" for t in tokens)
        and (tokens[-1].tag[:1] not in ("v", "a", "m") or _WORKS.search(words.text, end - 2, end) is not None)
        and tokens[0].tag != "v"
        and (_tells(words, start, end, bounds) or _PHASE.search(words.text, start, end) is not None)
    )


def _tells(words: Words, start: int, end: int, bounds: Mapping[int, int]) -> bool:
    tokens = [t for t in words.between(start, end) if t.text not in generic_names()]
    return (
        any(start <= begin and stop <= end for stop, begin in bounds.items())
        or any(map(is_proper, tokens))
        or sum(map(is_unknown, tokens)) >= 2
    )

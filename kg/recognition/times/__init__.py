"""A sentence's text and its document's date in, its times out, each with an ISO 8601 value as precise as the words are.

A reader for each kind of expression (`years`, `parts`, `months`, `days`, `festivals`, `eras`, `vague`) makes a `Point` of what its pattern
matches; `readers` tells which to try by the first characters; `spans` joins points into intervals and looks at the words around them.
"""

from __future__ import annotations

import re

from kg.recognition.numerals import fold_digits
from kg.recognition.times.dates import parse_day
from kg.recognition.times.points import Frame, Point
from kg.recognition.times.readers import find_beginnings, read_point
from kg.recognition.times.spans import TimeSpan, to_spans

__all__ = ["TimeSpan", "find_times", "parse_time"]

_ITEM = re.compile(r"\d{1,2}\.(?=\d{1,2}(?:月份?)?[至到—－~-]+\d{1,2}月)")
_FLOATING = frozenset({"vague", "comparison", "year-bare", "plan-period"})
"""Kinds of times that 同年 or a bare 21日 after them does not refer to."""
_WORDS_BEFORE = re.compile(r"\s*(?:截至|截止到?|截止至|力争|争取|确保|预计|计划|自|从|在|到|于|至)*\s*")


def find_times(text: str, published: str, *, context: str = "") -> list[TimeSpan]:
    """The times of a text, in order and without overlaps.

    Args:
        text: A sentence.
        published: ISO date of the document, as precise as known, or empty.
        context: ISO date last mentioned before this text, to which a bare 21日, 同年 or 当日 refers.

    Example:
        >>> [(t.text, t.value, t.kind) for t in find_times("去年9月投用，截至6月底运行平稳。", "2022-07-14")]
        [('去年9月', '2021-09', 'month'), ('6月底', '2022-06', 'as-of')]
    """
    folded = fold_digits(text)
    frame = Frame(parse_day(published), parse_day(context))
    points: list[Point] = []
    pos = 0
    if item := _ITEM.match(folded):  # 4.1至11月完成投资…: the number of a list's line is no part of a date.
        pos = item.end()
        folded = f"{folded[: pos - 1]}、{folded[pos:]}"
    for start in find_beginnings(folded):
        point = read_point(folded, start, frame) if start >= pos else None
        if point is None:
            continue
        pos = point.end
        points.append(point)
        if point.kind not in _FLOATING and point.low.year is not None:
            frame = frame._replace(last=point.high or point.low, here=True)
    return list(to_spans(text, folded, points, frame.published)) if points else []


def parse_time(text: str, published: str) -> str | None:
    """The ISO 8601 value of one expression, or None where the text is not one dated time.

    Example:
        >>> parse_time("截至2021年底", "2022-07-14"), parse_time("上月底", "2021-07-09"), parse_time("3个月", "2021-07-09")
        ('2021-12', '2021-06', None)
    """
    spans = find_times(text, published)
    if len(spans) != 1 or not spans[0].value:
        return None
    before, after = text[: spans[0].start], text[spans[0].end :]
    return spans[0].value if _WORDS_BEFORE.fullmatch(before) and not after.strip() else None

"""Points in, `TimeSpan`s out: what 至 joins becomes one interval, and the words before and after tell the value and the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.recognition.times.cues import is_cut_off, is_deadline
from kg.recognition.times.dates import TO, Day
from kg.recognition.times.points import Point


@dataclass(slots=True, unsafe_hash=True)
class TimeSpan:
    """A time in a text: `text[start:end] == self.text`.

    `value` is a date (`2023-11-23`, `2023-11`, `2023`, `--07-08` where no year is known), an interval (`2023-05-20/2023-05-21`,
    open `2020/..`) or empty where the words name no time that can be dated.

    `kind` is one of

    * `date`, `month`, `year`, `interval`: by the precision of the value;
    * `deadline`: the end of an undertaking (到2025年, 力争2024年年底, 年底前);
    * `as-of`: a cut-off date (截至2021年底);
    * `vague`: 近日 and the like have the month of publication as value; 目前, 近年来 and lunar festivals (without their days off) none, or only a year;
    * `plan-period`: a five-year plan named without 期间 or 末 (“十四五”规划);
    * `comparison`: what something is compared with (去年同期), never the time of an event;
    * `year-bare`: a year without 年, mostly part of a name (2023长三角…大会).
    """

    start: int
    end: int
    text: str
    value: str
    kind: str


def to_spans(text: str, folded: str, points: Sequence[Point], published: Day) -> Iterator[TimeSpan]:
    """The spans of a text's points; `folded` is the text with its digits folded."""
    joined = _joined(folded, points)
    for position, point in enumerate(joined):
        limit = joined[position + 1].start if position + 1 < len(joined) else len(text)
        yield _span(text, folded, point, limit, published)


def _joined(text: str, points: Sequence[Point]) -> list[Point]:
    """Points that only 至 or a dash separates become one interval."""
    joined: list[Point] = []
    for point in points:
        left = joined[-1] if joined else None
        if (
            left
            and ((left.high is None and point.high is None) or _both_dated(text, left, point))
            and not left.kind
            and not point.kind
            and re.fullmatch(TO, text[left.end : point.start])
            and left.low.order() < (high := _end_of(left.low, point, text)).order()
        ):
            joined[-1] = left._replace(end=point.end, high=high)
        else:
            joined.append(point)
    return joined


def _both_dated(text: str, left: Point, point: Point) -> bool:
    """Whether two points of which one is longer each have a year of their own: 2003年下半年|至|2022年11月."""
    return all(_OWN_YEAR.search(text, p.start, p.end) and p.low.year is not None for p in (left, point))


_OWN_YEAR = re.compile("[0-9去今明前]年")


def _end_of(low: Day, point: Point, text: str) -> Day:
    """The second day of an interval, after the first where no year stands: 9月27日至|10月28日 of what is announced in May."""
    day = point.high or point.low
    if low.year is None or low.month is None or day.month is None or "年" in text[point.start : point.end]:
        return day
    return day._replace(year=low.year + (day.month < low.month)) if day.order() <= low.order() else day


_SUFFIX = re.compile(
    r"(?P<since>以来|至今|起(?![草源步诉义点到飞码伏价来])|来(?=[，,、]))"
    r"|(?P<before>底?前(?![\d两三后列往期夕沿景端置瞻台进方身十])|之前|以前)|(?P<other>前后|左右|期间)"
)


def _span(text: str, folded: str, point: Point, limit: int, published: Day) -> TimeSpan:
    """The value and kind of a point given what stands before it (截至, 到) and after it (以来, 前, 起), up to `limit`."""
    start, end, low, last = point.start, point.end, point.low, point.high or point.low
    value = f"{low}/{last}" if str(last) != str(low) else str(low)
    kind = point.kind or ("interval" if "/" in value else _precision(low))
    suffix = _SUFFIX.match(folded, end, limit)
    if suffix and _belongs(suffix, kind):
        end = suffix.end()
        if suffix["since"] and low.year is not None:
            value, kind = _since(low, suffix["since"], published)
        elif suffix["before"] and kind in ("date", "month", "year", "interval"):
            value, kind = str(last), "deadline"
    if is_cut_off(folded, start):
        value, kind = (value or str(published)) if kind == "vague" else str(last), "as-of"
    elif kind in ("date", "month", "year") and is_deadline(folded, start):
        kind = "deadline"
    return TimeSpan(start, end, text[start:end], value, kind)


def _belongs(suffix: re.Match[str], kind: str) -> bool:
    """Whether the word behind an expression of a kind is part of it."""
    if kind == "vague":
        return not suffix["since"]
    if kind == "plan-period":
        return not suffix["before"]
    return kind not in ("year-bare", "comparison")


def _precision(day: Day) -> str:
    return "date" if day.day else "month" if day.month else "year"


def _since(low: Day, word: str, published: Day) -> tuple[str, str]:
    """自2020年起 is open; 2021年以来 ends with publication, at the precision of its start."""
    if word == "起" or published.year is None:
        return f"{low}/..", "interval"
    now = Day(published.year, published.month if low.month else None, published.day if low.day else None)
    if now.order() <= low.order():
        return str(low), _precision(low)
    return f"{low}/{now}", "interval"

"""What the readers of times share: the frame that words are relative to, the point in time that is read, and the clock after a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from kg.recognition.times.dates import Day


class Point(NamedTuple):
    """What one expression says before the words around it are looked at."""

    start: int
    end: int
    low: Day
    high: Day | None = None
    kind: str = ""
    """One of the kinds of `TimeSpan` where the expression tells it, else empty."""


class Frame(NamedTuple):
    """What words are relative to: the date of publication and the last date named, in this text (`here`) or before it."""

    published: Day
    last: Day
    here: bool = False


Reader = tuple[re.Pattern[str], Callable[[re.Match[str], Frame], Point | None]]
"""A pattern, and what its match says (None where it is no time after all)."""
YearReader = tuple[re.Pattern[str], Callable[[re.Match[str], int | None], Point | None]]
"""The same for what follows a year (2023年|9月, 去年|年底) and belongs to it."""

_CLOCK = re.compile(
    r"(?:\((?:星期|周)[一二三四五六日天]\))?"
    r"(?:\s?(?:凌晨|清晨|早晨|早上|早(?=[\d，,])|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|晚(?![会宴报])|夜间|夜里|深夜))?"
    r"(?:\s?\d{1,2}(?:时|点(?!位|击)|:)(?:\d{1,2}(?:分|时|(?!\d))|半|整)?(?:许|左右)?)?"
)


def point(match: re.Match[str], low: Day, high: Day | None = None, kind: str = "") -> Point:
    """The point that a match's words name."""
    return Point(match.start(), match.end(), low, high, kind)


def point_with_clock(match: re.Match[str], low: Day, high: Day | None = None) -> Point:
    """The same with the time of day that follows: 12日|上午, 12日|（星期二）, 31日|24时."""
    clock = _CLOCK.match(match.string, match.end())
    return Point(match.start(), clock.end() if clock else match.end(), low, high)

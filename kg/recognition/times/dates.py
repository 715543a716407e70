"""Dates as far as they are known, the numerals they are printed with, and reckoning in months and days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kg.recognition.numerals import parse_numeral

MONTH_NUMBER = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元"
ARABIC_DAY = r"3[01]|[12]\d|0?[1-9]"
DAY_NUMBER = ARABIC_DAY + "|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
# 3日内, 15日游, 人民日报 and 每日均… tell no date.
DAY_UNIT = r"日(?!内|之内|以内|游|龄|均|元|报(?!道)|本(?![报市省区县]))"
TO = r"\s?(?:——|[-—–―~－至到])\s?"
"""What joins the first and the last of a range."""


class Day(NamedTuple):
    """A date as far as known: `2021`, `2021-07`, `2021-07-08` or `--07-08`; empty when nothing is."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """ISO 8601, as far as known."""
        head = "-" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return "" if self.year is None else head
        return f"{head}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    def order(self) -> tuple[int, int, int]:
        """A key to sort by; what is not known comes first."""
        return (self.year or 0, self.month or 0, self.day or 0)


@lru_cache(maxsize=1000)
def parse_day(iso: str) -> Day:
    """A date as precise as it is valid: `2024-13` is 2024."""
    match = re.fullmatch(r"([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?.*", iso)
    if match is None:
        return Day()
    day = Day(*(int(part) if part else None for part in match.groups()))
    return day if is_real(day) else day._replace(day=None)


def number(text: str) -> int:
    """A month, day or year as a number, in Arabic or Chinese digits; 0 where it is none."""
    if text == "元":
        return 1
    value = parse_numeral(text)
    return int(value) if value is not None else 0


def is_real(day: Day) -> bool:
    """Whether the calendar has the date."""
    if day.month is None or day.day is None:
        return True
    return 1 <= day.day <= monthrange(day.year or 2000, day.month)[1]


def date_of(day: Day) -> date:
    """The date in the calendar; what is not known counts from the beginning."""
    return date(day.year or 1, day.month or 1, day.day or 1)


def day_of(day: date) -> Day:
    """A date of the calendar as one that is wholly known."""
    return Day(day.year, day.month, day.day)


def shift_month(day: Day, months: int) -> Day:
    """The month so many months later, or only the year where no month is known."""
    if day.year is None or day.month is None:
        return Day(day.year)
    count = day.year * 12 + day.month - 1 + months
    return Day(count // 12, count % 12 + 1)


def shift_day(day: Day, days: int) -> Day:
    """The day so many days later, or only the month where no day is known."""
    if day.year is None or day.month is None or day.day is None or not is_real(day):
        return Day(day.year, day.month)
    return day_of(date_of(day) + timedelta(days=days))

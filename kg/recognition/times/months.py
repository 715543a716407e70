"""Months and days of a month: 9月, 7月8日, 5月20日至21日, 上月底, 下旬, and the year that those without one belong to."""

from __future__ import annotations

import re

from kg.recognition.times.cues import is_ahead, is_cut_off, is_yearly, may_be_date
from kg.recognition.times.dates import (
    ARABIC_DAY,
    DAY_NUMBER,
    DAY_UNIT,
    MONTH_NUMBER,
    TO,
    Day,
    is_real,
    number,
    shift_month,
)
from kg.recognition.times.points import Frame, Point, Reader, YearReader, point, point_with_clock

_MONTH = re.compile(
    rf"\s?(?P<month>{MONTH_NUMBER})\s?月"
    r"(?!亮|球|饼|嫂|薪|均|季|子|台|龄|大(?:的|$)|初?[一二三四五六七八九十]+(?![一二三四五六七八九十日号]))"
    rf"(?:份|\s?(?P<first>{DAY_NUMBER})日?{TO}(?P<last>{DAY_NUMBER}){DAY_UNIT}"
    rf"|\s?(?P<day>{DAY_NUMBER})(?:{DAY_UNIT}|号(?![线楼院门文令公馆桥机台站厂矿井地]))"
    r"|(?:底(?![层部])|末|初|上旬|中旬|下旬|中(?=[，,。])|间))?"
)
# 7月将投入使用, but not 7月将其抓获
_IS_TO_COME = re.compile(
    "[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:[上中下]旬|[底初末])?前?(?:有望|将(?:正式|全面|全线|陆续|实现|迎来|举[行办]|召开|开|投|建成|竣|通[车航水]|完成))"
)
_FAR = 62
"""Days that a date without a year may lie after publication before the year before is meant."""


def _month_of_year(match: re.Match[str], year: int | None) -> Point | None:
    """A month with its days, its end (底, 上旬) or nothing: 2023年|9月, 去年|9月12日."""
    month = number(match["month"])
    if match["first"]:
        low, high = Day(year, month, number(match["first"])), Day(year, month, number(match["last"]))
        in_order = is_real(low) and is_real(high) and low.order() < high.order()
        return point_with_clock(match, low, high) if in_order else None
    if match["day"]:
        day = Day(year, month, number(match["day"]))
        return point_with_clock(match, day) if is_real(day) else None
    return point(match, Day(year, month))


MONTH_OF_YEAR: YearReader = (_MONTH, _month_of_year)


def _month(match: re.Match[str], frame: Frame) -> Point | None:
    """7月8日, 9月, 5月底, 5月20日至21日 without a year."""
    if not may_be_date(match.string, match.start()):
        return None
    day = match["day"] or match["first"]
    month = Day(month=number(match["month"]), day=number(day) if day else None)
    return _month_of_year(match, _year_of(match.string, match.start(), month, frame))


MONTH: Reader = (_MONTH, _month)


def _year_of(text: str, start: int, day: Day, frame: Frame) -> int | None:
    """The year that a month or a day without one belongs to."""
    published, last = frame.published, frame.last
    month = day.month or 0
    if is_yearly(text, start):
        return None
    later = last.year and last.year != published.year and last.month and last.month <= month
    if frame.here and later and not is_cut_off(text, start):
        return last.year  # 2016年3月立项，5月开工
    if published.year is None:
        return last.year if frame.here else None
    if is_ahead(text, start) or _IS_TO_COME.match(text, start):
        return published.year + (1 if published.month and month < published.month else 0)
    return published.year - (1 if _lies_far_ahead(day, published) else 0)


def _lies_far_ahead(day: Day, published: Day) -> bool:
    """Whether a day of the year of publication lies so far after it that the press would have said 将."""
    if published.month is None:
        return False
    return ((day.month or 0) - published.month) * 30.4 + (day.day or 1) - (published.day or 15) > _FAR


_MONTH_WORD = re.compile(
    r"(?P<word>上上个?月|(?<!以)上个?月|(?<!日)本月|这个月|当月|同月|下个?月|(?<![首每一二三两多几数\d])次月"
    r"|(?<![一-鿿\d])月(?=[底末初])|(?<=[到在至于划计])月(?=[底末初]))"
    rf"(?:底|末|初|上旬|中旬|下旬|份)?(?:(?P<day>{ARABIC_DAY})日)?|(?<!月)[上中下]旬"
)
_SHIFT = {"上上": -2, "上": -1, "下": 1, "次": 1}


def _month_word(match: re.Match[str], frame: Frame) -> Point | None:
    """上月底, 本月, 同月, 月底, 下旬, 上月15日."""
    word = match["word"] or ""
    from_last = word[:1] in ("当", "同", "次") and frame.last.month
    shift = _SHIFT.get(word.removesuffix("月").removesuffix("个"), 0)
    month = shift_month(frame.last if from_last else frame.published, shift)
    if not match["day"]:
        return point(match, month)
    day = month._replace(day=int(match["day"])) if month.month else month
    return point_with_clock(match, day) if is_real(day) else None


MONTH_WORD: Reader = (_MONTH_WORD, _month_word)

"""Days: 2023-11-23, 21日上午, 23日至24日, 昨天, 当日9时许, 上周五, and the month that those without one belong to."""

from __future__ import annotations

import re

from kg.recognition.times.cues import is_ahead, is_yearly, may_be_date, stands_behind
from kg.recognition.times.dates import (
    ARABIC_DAY,
    DAY_UNIT,
    MONTH_NUMBER,
    TO,
    Day,
    date_of,
    is_real,
    number,
    shift_day,
    shift_month,
)
from kg.recognition.times.points import Frame, Point, Reader, point, point_with_clock

_FULL_DATE = re.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d)"
    rf"(?:(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>{ARABIC_DAY})|-(?P<only_month>1[0-2]|0[1-9]))(?![\d\-/年月])"
)


def _full_date(match: re.Match[str], frame: Frame) -> Point | None:
    """2023-11-23, 2011.4.8, 2024-01."""
    if stands_behind(match.string, match.start(), ".-/"):
        return None
    month = int(match["month"] or match["only_month"])
    day = Day(int(match["year"]), month, int(match["day"]) if match["day"] else None)
    return point_with_clock(match, day) if is_real(day) else None


FULL_DATE: Reader = (_FULL_DATE, _full_date)

_DAYS = re.compile(rf"(?P<first>{ARABIC_DAY})(?:日?{TO}(?P<last>{ARABIC_DAY}))?{DAY_UNIT}")


def _days(match: re.Match[str], frame: Frame) -> Point | None:
    """23日至24日, 21日上午: days of the month last named, or of the month of publication."""
    text, start = match.string, match.start()
    if not may_be_date(text, start) or is_yearly(text, start) or text[start - 1 : start] == "月":
        return None
    day = int(match["first"])
    month = _month_of(text, start, day, frame)
    low = month._replace(day=day)
    high = month._replace(day=int(match["last"])) if match["last"] else None
    if month.month is None or not is_real(low) or (high and (not is_real(high) or high.order() <= low.order())):
        return None
    return point_with_clock(match, low, high)


DAYS: Reader = (_DAYS, _days)


def _month_of(text: str, start: int, day: int, frame: Frame) -> Day:
    """The month of a bare day."""
    published, last = frame.published, frame.last
    if recent := _just_now(text, start, day, frame):
        return recent
    if last.month and (frame.here or not published.month or _is_of_the_news(last, published)):
        return Day(last.year, last.month)
    if published.day and day > published.day and not is_ahead(text, start):
        ago = published.day + 30 - day
        if (day - published.day) * 3 > ago:  # 6日 on the 4th is the day after tomorrow, 30日 on the 20th was last month
            return shift_month(published, -1)
    return Day(published.year, published.month) if published.month else Day()


def _just_now(text: str, start: int, day: int, frame: Frame) -> Day | None:
    """The month of a bare day that lies right before publication, where a date named earlier is of another story or of a plan.

    28日下午 in a report of the 28th, whatever month was spoken of; 自1月8日起…，国务院26日发布 in a report of 27 December.
    """
    published, last = frame.published, frame.last
    if not published.day:
        return None
    month = shift_month(published, -1 if day > published.day else 0)
    near = month._replace(day=day)
    if not is_real(near):
        return None
    ago = (date_of(published) - date_of(near)).days
    # The day would lie after publication if it were of the month last named.
    planned = bool(last.month) and last._replace(day=day).order() > published.order()
    if planned and is_ahead(text, start):
        return None
    if frame.here:
        return month if planned and ago <= 3 else None
    runs_back = last.day is not None and day < last.day
    return month if ago <= 2 or (ago <= 6 and (planned or runs_back)) else None


def _is_of_the_news(last: Day, published: Day) -> bool:
    """Whether a date named sentences ago is of the news itself rather than of its history or its plans."""
    if not (last.year and last.month and published.year and published.month):
        return False
    return -3 <= (last.year - published.year) * 12 + last.month - published.month <= 2


_DAY_WORD = re.compile(
    r"(?<!当)今[天日晚晨早](?!头条|下(?!午))|昨[天日晚夜晨]|[今昨]\([0-9]{1,2}(?:日\)|\)[天日])|(?<![一-鿿])昨(?=[一-鿿])|昨(?=起)"
    r"|(?<![以目之先])前天(?![津然气])|(?<![一-鿿])前日(?=[，上下晚])|明天|(?<!光)明日(?!之星)|明晚|(?<!先)后天"
    r"|当[天日晚]|同日|同一天|即日|翌日|(?<![首每一二三两多几数\d])次日"
)
_SHIFT = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2, "当": 0, "同": 0, "即": 0, "翌": 1, "次": 1}
_IN_BRACKETS = re.compile(rf"\((?:(?P<month>{MONTH_NUMBER})月)?(?P<day>{ARABIC_DAY})日\)")


def _day_word(match: re.Match[str], frame: Frame) -> Point:
    """今天, 昨日, 当日9时许, 今天（6月11日）上午."""
    word = match[0][0]
    base = frame.last if word in "当同次翌" and frame.last.day else frame.published
    day = shift_day(base, _SHIFT[word])
    bracket = _IN_BRACKETS.match(match.string, match.end())
    if bracket:
        month = number(bracket["month"]) if bracket["month"] else day.month
        named = Day(day.year, month, int(bracket["day"]))
        if month and is_real(named):
            return point_with_clock(bracket, named)._replace(start=match.start())
    return point_with_clock(match, day)


DAY_WORD: Reader = (_DAY_WORD, _day_word)

_WEEK = re.compile(r"(?P<week>上上|(?<!以)上|(?<![日基])本|这|下)周(?P<day>[一二三四五六日天末])?(?![边围期年刊报全])")
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}
_WEEKDAYS = {char: days for days, char in enumerate("一二三四五六日")} | {"天": 6}


def _week(match: re.Match[str], frame: Frame) -> Point:
    """上周五, 本周: a date or an interval from Monday to Sunday where the day of publication is known."""
    published = frame.published
    if not published.day:
        return point(match, Day(published.year, published.month), kind="vague")
    monday = shift_day(published, _WEEKS[match["week"]] * 7 - date_of(published).weekday())
    if match["day"] and match["day"] != "末":
        return point_with_clock(match, shift_day(monday, _WEEKDAYS[match["day"]]))
    return point(match, shift_day(monday, 5) if match["day"] else monday, shift_day(monday, 6))


WEEK: Reader = (_WEEK, _week)

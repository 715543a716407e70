"""Festivals and their days off: 元旦, 国庆假期, “五一”小长假; those of the lunar calendar have no date, their days off have."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from kg.recognition.lexicon import rows
from kg.recognition.times.dates import Day, date_of, day_of
from kg.recognition.times.points import Frame, Point, Reader, YearReader, point

_FESTIVAL = re.compile(
    r"(?:(?P<both>国庆[、和]?中秋|中秋[、和]?国庆)(?=双?节|假期|期间|长假|黄金周)"
    r"|(?P<solar>元旦|国庆(?=节|假期|期间|长假|黄金周|、|前夕|当天)"
    r"|“(?:五一|十一|六一|七一|八一|三八)”(?!勋章|奖)|(?:五一|十一)(?=国际|劳动节|假期|小?长假|黄金周)"
    r"|六一(?=国际|儿童节)|三八(?=国际|妇女节)|七一(?=建党)|八一(?=建军)"
    r"|劳动节|青年节|儿童节|建党节|建军节|教师节|植树节|妇女节)"
    r"|(?P<lunar>春节|元宵节?|清明(?=节|期间|小长假|假期|前后)|端午(?=节|期间|小长假|假期|、)|中秋(?=节|、|期间|假期|国庆)|重阳节|除夕|腊八节))"
    r"(?:国际)?(?:劳动节|儿童节|妇女节|双?节)?(?:假期期间|假期|小?长假|黄金周|期间|前夕|当天|前后)?"
)
_DATES = {
    **{"元旦": (1, 1), "三八": (3, 8), "妇女节": (3, 8), "植树节": (3, 12), "五一": (5, 1), "劳动节": (5, 1), "青年节": (5, 4)},
    **{"六一": (6, 1), "儿童节": (6, 1), "七一": (7, 1), "建党节": (7, 1), "八一": (8, 1), "建军节": (8, 1)},
    **{"教师节": (9, 10), "十一": (10, 1), "国庆": (10, 1)},
}
_OTHER_NAMES = {"劳动节": "五一", "十一": "国庆"}
_DAYS_OFF = re.compile("(?:假期|长假|黄金周|期间)$")
_PAST_IT = re.compile("(?:之|过|结束)后|后(?!天)|结束")
_WHICH_DAY = re.compile("首日|最后一[天日]|第(?P<n>[一二三四五六七八])[天日]")


def _name(match: re.Match[str]) -> str:
    """The festival's name; of two that fall together (国庆中秋假期) the one with a date."""
    return "国庆" if match["both"] else (match["solar"] or match["lunar"]).strip("“”")


def _festival(match: re.Match[str], frame: Frame) -> Point:
    """元旦, 国庆假期 without a year: the nearest one."""
    year = None if match["lunar"] else _nearest_year(_DATES[_name(match)][0], frame.published)
    return _dated(match, year, frame.published)


FESTIVAL: Reader = (_FESTIVAL, _festival)


def _festival_of_year(match: re.Match[str], year: int | None) -> Point:
    """2022年|元旦, 2024年|春节假期."""
    return _dated(match, year, Day(year))


FESTIVAL_OF_YEAR: YearReader = (_FESTIVAL, _festival_of_year)


def _nearest_year(month: int, published: Day) -> int | None:
    """The year of a feast nearest to publication: 元旦 in December is the coming one."""
    if published.year is None or published.month is None:
        return published.year
    ahead = month - published.month
    return published.year + (1 if ahead < -6 else -1 if ahead > 6 else 0)


def _dated(match: re.Match[str], year: int | None, near: Day) -> Point:
    """A festival: those of the solar calendar have a date, lunar ones only their year, days off their first and last day."""
    text, end = match.string, match.end()
    name = _name(match)
    before = text.startswith("前", end) and not text.startswith("前后", end)
    if _PAST_IT.match(text, end):  # 春节假期|后上班第一天
        return point(match, Day(year), kind="vague")
    if (
        _DAYS_OFF.search(match[0]) and not before and not text.endswith("元旦", 0, match.start())
    ):  # 元旦|春节期间 is no days off
        off = _days_off(_OTHER_NAMES.get(name, name), near)
        if off is not None:
            return _day_off(match, off)
    if match["lunar"]:
        return point(match, Day(year), kind="vague")
    return point(match, Day(year, *_DATES[name]))


def _day_off(match: re.Match[str], off: tuple[Day, Day]) -> Point:
    """The days off, or the one of them that the words go on to name: 国庆假期首日, 假期第二天."""
    which = _WHICH_DAY.match(match.string, match.end())
    if which is None:
        return point(match, *off)
    if which[0].startswith("最后"):
        day = off[1]
    else:
        day = day_of(date_of(off[0]) + timedelta(days="一二三四五六七八".index(which["n"] or "一")))
    return Point(match.start(), which.end(), day)


def _days_off(name: str, near: Day) -> tuple[Day, Day] | None:
    """First and last day off at a festival, of the year given or else the nearest to a day; None where no year so near is known."""
    known = _load_holidays().get(name, {})
    if near.year is None:
        return None
    if near.month is None:
        return known.get(near.year)
    day = date(near.year, near.month, near.day or 15)
    near_to = {abs((date_of(off[0]) - day).days): off for off in known.values()}
    least = min(near_to, default=_YEAR)
    return near_to[least] if least < _YEAR else None


_YEAR = 366
"""Days: what is so far from a festival known is told of a year that the table lacks."""


@lru_cache(maxsize=1)
def _load_holidays() -> dict[str, dict[int, tuple[Day, Day]]]:
    """The days off at each festival by year, from `kg/data/holidays.csv`."""
    found: dict[str, dict[int, tuple[Day, Day]]] = {}
    for row in rows("holidays"):
        first, last = (Day(*map(int, row[end].split("-"))) for end in ("start", "end"))
        found.setdefault(row["holiday"], {})[int(row["year"])] = (first, last)
    return found

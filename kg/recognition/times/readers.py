"""Which readers to try where: a time's first one or two characters tell what it may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognition.times.days import DAY_WORD, DAYS, FULL_DATE, WEEK
from kg.recognition.times.eras import DAYS_JUST_PAST, DECADE, EPOCH, MANY_YEARS, PLAN
from kg.recognition.times.festivals import FESTIVAL
from kg.recognition.times.months import MONTH, MONTH_WORD
from kg.recognition.times.parts import PART, SEASON, TURN
from kg.recognition.times.points import Frame, Point, Reader
from kg.recognition.times.vague import VAGUE
from kg.recognition.times.years import BARE_YEAR, YEAR, YEARS

# What may follow a numeral that begins a time: more of it, its unit, a dash or 至 (blanks may stand before both).
_GOES_ON = "〇零一二两三四五六七八九十百多余几年月个季世至到-—–―~－" + "".join(
    c for c in map(chr, range(0x3001)) if c.isspace()
)
_BEGINNINGS: tuple[tuple[str, str, tuple[Reader, ...]], ...] = (
    ("0123456789", "", (FULL_DATE, YEARS, YEAR, DECADE, PART, MONTH, DAYS, MANY_YEARS, BARE_YEAR)),
    ("一二", _GOES_ON, (YEAR, EPOCH, DECADE, PART, MONTH, MANY_YEARS)),
    ("三四五六七八九", _GOES_ON, (DECADE, PART, FESTIVAL, MONTH, MANY_YEARS)),
    ("两百", _GOES_ON, (MANY_YEARS,)),
    ("十", _GOES_ON, (EPOCH, PLAN, DECADE, FESTIVAL, PART, MONTH, MANY_YEARS)),
    ("元", "旦宵" + _GOES_ON, (FESTIVAL, MONTH)),
    ("今", "年天日晚晨早春夏秋冬后", (YEAR, DAY_WORD, SEASON, MANY_YEARS)),
    ("去明", "年天日晚春夏秋冬同", (YEAR, SEASON, VAGUE, DAY_WORD)),
    ("上", "年半上个月旬世周", (YEAR, PART, MONTH_WORD, DECADE, WEEK)),
    ("前", "年天不些几一二两三四五六七八九十0123456789", (YEAR, PART, VAGUE, DAY_WORD)),
    ("本", "年月周世", (YEAR, MONTH_WORD, WEEK, DECADE)),
    ("当同次翌", "年月天日晚一前期", (YEAR, MONTH_WORD, DAY_WORD, VAGUE)),
    ("大", "前", (YEAR,)),
    ("来", "年", (YEAR,)),
    ("后即", "年天日", (YEAR, DAY_WORD)),
    ("昨", "", (DAY_WORD,)),
    ("下", "半个月旬周", (PART, MONTH_WORD, WEEK)),
    ("第", "一二三四1234", (PART,)),
    ("中", "旬秋", (MONTH_WORD, FESTIVAL)),
    ("月", "底末初", (MONTH_WORD,)),
    ("年岁", "底末初内中", (TURN,)),
    ("这", "个周几一二两三四五六七八九十百0123456789", (MONTH_WORD, WEEK, MANY_YEARS, VAGUE)),
    ("近最", "年几些期日来段近一二两三四五六七八九十百0123456789", (DAYS_JUST_PAST, MANY_YEARS, VAGUE)),
    ("过未接此", "去来下前", (DAYS_JUST_PAST, MANY_YEARS)),
    ("日目眼现如不连多历长", "前下在今久日年期", (VAGUE,)),
    ("新改党", "中革的", (EPOCH,)),
    ("“", "一二三四五六七八九十", (PLAN, FESTIVAL)),
    ("春清端重除腊国劳青儿建教植妇", "节明午阳夕八庆动年童党军师树女", (FESTIVAL,)),
)
"""First characters, second ones, and the readers to try in order; most 上, 一 and 年 begin no time, digits and 昨 need no second."""
_READERS = {
    first + second: readers for firsts, seconds, readers in _BEGINNINGS for first in firsts for second in seconds or ("",)
}
_FIRST = "".join(sorted({beginning[0] for beginning in _READERS}))
_SECOND = "".join(sorted({beginning[1] for beginning in _READERS if len(beginning) > 1}))
# No time begins inside a number.
_BEGINNING = re.compile(f"[{_FIRST}](?:(?<=[0-9])(?<![0-9][0-9])|(?<=昨)|(?=[{re.escape(_SECOND)}]))")


def find_beginnings(text: str) -> Iterator[int]:
    """Where times may begin, left to right."""
    for match in _BEGINNING.finditer(text):
        yield match.start()


def read_point(text: str, start: int, frame: Frame) -> Point | None:
    """What the first reader that finds a time at a beginning makes of it."""
    for pattern, read in _READERS.get(text[start : start + 2]) or _READERS.get(text[start], ()):
        match = pattern.match(text, start)
        if match:
            point = read(match, frame)
            if point:
                return point
    return None

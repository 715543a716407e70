"""Years, named or relative, with what follows them: 2023年9月12日, 去年上半年, 2021—2023年, and 2023长三角…大会."""

from __future__ import annotations

import re

from kg.recognition.times.cues import stands_behind
from kg.recognition.times.dates import TO, Day, number
from kg.recognition.times.festivals import FESTIVAL_OF_YEAR
from kg.recognition.times.months import MONTH_OF_YEAR
from kg.recognition.times.parts import PART_OF_YEAR, SEASON_OF_YEAR, TURN_OF_YEAR
from kg.recognition.times.points import Frame, Point, Reader, YearReader, point
from kg.recognition.times.vague import SAME_PERIOD

_YEAR = re.compile(
    r"(?P<arabic>1[1-9]\d\d|20\d\d)\s?年(?!的?历史|[多余间版])度?"
    r"|(?P<listed>(?:19|20)\d\d)(?=(?:[、,，和与及](?:19|20)\d\d){1,9}年)"
    r"|(?P<short>0\d|[1-9]\d)年(?=(?:1[0-2]|0?[1-9])月|[底末初])"
    r"|(?P<han>[一二][〇零一二三四五六七八九]{3})年"
    r"|(?P<word>今年(?!轻)|(?<![基根日样])本年度?|去年(?!轻)|(?<!以)上年(?!纪)度?|大前年|(?<![以目从之])前年(?!度)"
    r"|(?<![说文声证表发光])明年|(?<![近未以起])来年(?!均)|(?<![一-鿿])后年|(?<=[到在至和])后年"
    r"|当年(?!轻)|同年(?![龄级代])|(?<![首每])次年|翌年)"
)
_SHIFT = {
    "今": 0,
    "本": 0,
    "去": -1,
    "上": -1,
    "大": -3,
    "前": -2,
    "明": 1,
    "来": 1,
    "后": 2,
    "当": 0,
    "同": 0,
    "次": 1,
    "翌": 1,
}
_FOLLOWING: tuple[YearReader, ...] = (
    SAME_PERIOD,
    PART_OF_YEAR,
    MONTH_OF_YEAR,
    TURN_OF_YEAR,
    SEASON_OF_YEAR,
    FESTIVAL_OF_YEAR,
)
"""What a year goes on with; the first one that is there counts."""


def _year(match: re.Match[str], frame: Frame) -> Point | None:
    """A year, named or relative, with the month, part or festival after it."""
    text, start, end = match.string, match.start(), match.end()
    if stands_behind(text, start):
        return None
    year = _year_named(match, frame)
    for pattern, read in _FOLLOWING:
        following = pattern.match(text, end)
        if following:
            found = read(following, year)
            return found._replace(start=start) if found else None
    return point(match, Day(year))


YEAR: Reader = (_YEAR, _year)


def _year_named(match: re.Match[str], frame: Frame) -> int | None:
    """2023 of 2023年, 二〇二三年 and 去年; 08年 and 98年 are of the half century before and after 2000."""
    if match["word"]:
        return _relative_year(match["word"], frame)
    if match["short"]:
        return int(match["short"]) + (2000 if int(match["short"]) < 50 else 1900)
    if match["han"]:
        return number(match["han"])
    return int(match["arabic"] or match["listed"])


def _relative_year(word: str, frame: Frame) -> int | None:
    """今年, 去年 by the date of publication, 当年, 次年 by the year last named."""
    base = frame.published.year
    if word[0] in "当同次翌":
        base = frame.last.year or base
    return None if base is None else base + _SHIFT[word[0]]


_YEARS = re.compile(rf"(?P<first>(?:19|20)\d\d)年?{TO}(?P<last>(?:19|20)\d\d)(?:年(?!前|[底末初]|\s?\d{{1,2}}月)度?|(?=[)》]))")


def _years(match: re.Match[str], frame: Frame) -> Point | None:
    """2021—2023年, 2017年~2021年, (2021-2035)."""
    if stands_behind(match.string, match.start()) or match["first"] >= match["last"]:
        return None
    return point(match, Day(int(match["first"])), Day(int(match["last"])))


YEARS: Reader = (_YEARS, _years)

_BARE_YEAR = re.compile(
    r"(?:19[5-9]|20[0-4])\d(?=’|'|\s?[一-鿿])"
    r"(?!\s?(?:人(?!工智|形机|才)|台(?!州)|天(?!津)|张(?!家)|家(?![居电博])|公(?!益|园)|元(?!宇宙)|例(?!会)"
    r"|[年月日号余多几万千百亿个名户亩吨米平斤处座条项件套辆所次位股只头匹棵株支部册种批份艘枚笔盏宗场期届级层栋幢间岁小分秒周倍起床尾羽至到毫厘克立兆度以左之及和与、]))"
)


def _bare_year(match: re.Match[str], frame: Frame) -> Point | None:
    """2023 in 2023长三角…大会; but not in G2023, 1.2023 and 第2023."""
    before = match.string[match.start() - 1] if match.start() else ""
    if (before.isalnum() and before.isascii()) or (before and before in ".-第"):
        return None
    return point(match, Day(int(match[0])), kind="year-bare")


BARE_YEAR: Reader = (_BARE_YEAR, _bare_year)

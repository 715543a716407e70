"""Parts of a year: halves, quarters, runs of months, seasons, its beginning and its end."""

from __future__ import annotations

import re

from kg.recognition.times.cues import is_ahead, is_yearly, may_be_date
from kg.recognition.times.dates import DAY_NUMBER, MONTH_NUMBER, TO, Day, number
from kg.recognition.times.points import Frame, Point, Reader, YearReader, point

_PART = re.compile(
    r"(?P<half>[上下])半年"
    r"|第?(?P<quarter>[一二三四1-4])季度(?:(?P<close>[末底])|初)?"
    r"|前(?P<quarters>[二两三23])个?季度"
    r"|(?<!此)前(?P<months>[2-9]|1[01]|[两二三四五六七八九]|十一?)个?月(?!份?\d)"
    rf"|(?P<from>{MONTH_NUMBER})(?:月份?)?{TO}(?P<to>{MONTH_NUMBER})月份?(?!\s?(?:{DAY_NUMBER})[日号])"
)


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The first and the last month of 上半年, 一季度, 一季度末, 前三季度, 前5月 or 1-5月."""
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["quarter"]:
        last = number(match["quarter"]) * 3
        return (last if match["close"] else last - 2), last
    if match["quarters"]:
        return 1, number(match["quarters"]) * 3
    if match["months"]:
        return 1, number(match["months"])
    return number(match["from"]), number(match["to"])


def _part_of_year(match: re.Match[str], year: int | None) -> Point:
    """2021年|上半年; 11-2月 ends in the year after."""
    low, high = _months(match)
    return point(match, Day(year, low), Day(year + 1 if year and high < low else year, high))


PART_OF_YEAR: YearReader = (_PART, _part_of_year)


def _part(match: re.Match[str], frame: Frame) -> Point | None:
    """上半年, 一季度, 前5月, 1~5月 without a year: of the year named before, else of the one it has been reported in."""
    text, start = match.string, match.start()
    published, last = frame.published, frame.last
    if not may_be_date(text, start):
        return None
    if is_yearly(text, start):
        return _part_of_year(match, None)
    if frame.here and last.year and last.month is None and last.year != published.year:
        return _part_of_year(match, last.year)  # 2021年，上半年…下半年…
    year = published.year
    if year and published.month and not match["half"]:
        to_come = _months(match)[1] - published.month
        if to_come > (0 if match["months"] else 5) and not is_ahead(text, start):
            year -= 1  # 四季度 in January is over
    return _part_of_year(match, year)


PART: Reader = (_PART, _part)

_SEASON_MONTHS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}


def _season_months(match: re.Match[str], year: int | None) -> Point:
    """The months of a season; winter ends in the year after."""
    low, high = _SEASON_MONTHS[match["season"]]
    return point(match, Day(year, low), Day(year + 1 if year and high < low else year, high))


SEASON_OF_YEAR: YearReader = (re.compile(r"(?P<season>[春夏秋冬])(?:[季天](?!花)|(?=[，,。以]))"), _season_months)

_SEASON = re.compile(
    r"(?P<pair>去冬今春|今冬明春)|(?P<year>[今去]|(?<![一-鿿])明|(?<=[于到在至今])明)(?P<season>[春夏秋冬])(?!晚)"
)
_SEASON_SHIFT = {"去": -1, "今": 0, "明": 1}


def _season(match: re.Match[str], frame: Frame) -> Point:
    """今春, 去冬, 去冬今春; 今冬 said in January began in the year before."""
    published = frame.published
    year = published.year
    if match["pair"]:
        first = year - 1 if year and match["pair"][0] == "去" else year
        return point(match, Day(first, 12), Day(first + 1 if first else None, 5))
    if year is not None:
        year += _SEASON_SHIFT[match["year"]] - (match["season"] == "冬" and (published.month or 12) <= 3)
    return _season_months(match, year)


SEASON: Reader = (_SEASON, _season)

_TURN_MONTH = {"底": 12, "末": 12, "终": 12, "中": 6, "初": 1}
_TURN_OF_YEAR = re.compile(
    r"(?:年(?=[底末终中初])|岁(?=末))(?:底|末|终|中(?!国)|初)"
    r"|底(?![层部线色])|末|初(?![级中高步心次期一二三衷始冬夏春秋伏赛])|中(?=[旬，,。；、])"
)


def _turn_of_year(match: re.Match[str], year: int | None) -> Point:
    """2023年|年底, 去年|底, 2021年|年中."""
    return point(match, Day(year, _TURN_MONTH[match[0][-1]]))


TURN_OF_YEAR: YearReader = (_TURN_OF_YEAR, _turn_of_year)

_TURN = re.compile(
    r"(?<![一-鿿\d])年[底末初内]|(?<=[到在至于和前，。、取争计划望保拟为])年[底末初内]|(?<![一-鿿])年中|岁末"
    # 东湖大桥项目|年底前|竣工, not 2023年底
    r"|(?<![\d今去明本每前当历全周近成多次几半两来昨同后整学财元一二三四五六七八九十〇零百千万\s])年[底末初]"
    r"(?=前?(?:将|可|有望|全[面部线]|正式|建成|完工|竣工|投产|投用|投入|开工|通车|完成|交付))"
)


def _turn(match: re.Match[str], frame: Frame) -> Point:
    """年底, 年初, 年内 of the year of publication."""
    year, month = frame.published.year, frame.published.month
    if match[0] == "年内":
        return point(match, Day(year), kind="deadline")
    if match[0] == "年末" and year and (month or 12) <= _BULLETIN and _COUNTED_THEN.match(match.string, match.end()):
        year -= 1
    return point(match, Day(year, _TURN_MONTH[match[0][-1]]))


_BULLETIN = 6
"""Until which month bulletins give the figures of the year before."""
# 年末|全市户籍人口…
_COUNTED_THEN = re.compile("全[省市区县州]|常住|户籍|总人口|金融|实有|拥有|共有|各项|城镇|登记|居民|公路|移动|固定")
TURN: Reader = (_TURN, _turn)

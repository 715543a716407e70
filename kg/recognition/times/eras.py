"""Stretches of many years: decades, five-year plans, 改革开放以来, 近五年, and the years that lie before or after now (三年前)."""

from __future__ import annotations

import re

from kg.recognition.times.cues import is_ahead, stands_behind
from kg.recognition.times.dates import Day, number, shift_day, shift_month
from kg.recognition.times.points import Frame, Point, Reader, point

_DECADE = re.compile(
    r"(?P<of>20|19|二十|十九|上个?|本)世纪(?P<tens>[1-9]0|[一二三四五六七八九]十)年代(?:[初中末]期?)?"
    r"|(?P<of_two>20|19|二十|十九|上个?)世纪(?P<first>[一二三四五六七八])(?P<last>[二三四五六七八九])十年代"
    r"|(?P<century>1\d|2[01]|二十一?|十[六七八九])世纪(?!海上丝绸之路)(?:初|末|中叶)?"
    r"|(?P<bare>[2-9]0|[二三四五六七八九]十)年代(?:[初中末]期?)?"
)
_CENTURY_BEGINS = {"上": 1900, "上个": 1900, "本": 2000, "19": 1800, "十九": 1800, "20": 1900, "二十": 1900}


def _decade(match: re.Match[str], frame: Frame) -> Point | None:
    """20世纪80年代, 上世纪五六十年代, 80年代, 21世纪初."""
    if stands_behind(match.string, match.start()):
        return None
    if match["century"]:
        century = number(match["century"])
        return point(match, Day(century * 100 - 99), Day(century * 100), kind="vague")
    begin = _CENTURY_BEGINS[match["of"] or match["of_two"] or "20"]
    if match["first"]:
        return point(match, Day(begin + number(match["first"]) * 10), Day(begin + number(match["last"]) * 10 + 9))
    tens = number(match["tens"] or match["bare"])
    if match["bare"] and tens == 20:  # 二十年代 is of our century, 九十年代 of the last one
        begin = 2000
    return point(match, Day(begin + tens), Day(begin + tens + 9))


DECADE: Reader = (_DECADE, _decade)

_PLAN = re.compile(
    r"“(?P<quoted>[一二三四六七八九]|十[一二三四五六七八九]?)五”"
    r"(?P<tail>期间|时期|以来|末期?|初期?|中期|开局之年|收官之年|头[一两]年|前\w年|后\w年)?"
    r"|(?P<plain>十[一二三四五])五(?P<plain_tail>期间|时期|以来|末|初|规划|开局之年|收官之年)"
)


def _plan(match: re.Match[str], frame: Frame) -> Point:
    """“十三五”期间 is 2016/2020, “十四五”末 is 2025; the plan alone is a name."""
    first = 1951 + number(match["quoted"] or match["plain"]) * 5
    tail = match["tail"] or match["plain_tail"] or ""
    if tail.startswith(("末", "收官")):
        return point(match, Day(first + 4))
    if tail.startswith(("初", "开局")):
        return point(match, Day(first))
    if tail.endswith("年") and 0 < (count := number(tail[1:-1].replace("两", "二"))) < 5:  # “十四五”前四年
        years = (first + 5 - count, first + 4) if tail[0] == "后" else (first, first + count - 1)
        return point(match, *(Day(years[0]), Day(years[1])) if count > 1 else (Day(years[0]),))
    return point(match, Day(first), Day(first + 4), kind="" if tail and tail != "规划" else "plan-period")


PLAN: Reader = (_PLAN, _plan)

_EPOCH = re.compile(r"新中国成立(?:以来|以后|后)|改革开放(?:以来|以后)|(?:党的)?(?P<congress>十[四五六七八九]|二十)大以来")
_EPOCHS = {
    "新": 1949,
    "改": 1978,
    "十四": 1992,
    "十五": 1997,
    "十六": 2002,
    "十七": 2007,
    "十八": 2012,
    "十九": 2017,
    "二十": 2022,
}


def _epoch(match: re.Match[str], frame: Frame) -> Point:
    """改革开放以来, 党的十八大以来."""
    published = frame.published.year
    return point(match, Day(_EPOCHS[match["congress"] or match[0][0]]), Day(published) if published else None)


EPOCH: Reader = (_EPOCH, _epoch)

_MANY_YEARS = re.compile(
    r"(?P<pre>近|最近的?|过去的?|未来的?|今后的?|接下来的?|此前的?|这)?"
    r"(?P<count>\d{1,3}|[一二两三四五六七八九十百]{1,5})(?P<odd>[多余几])?(?P<unit>年|个月)"
    r"(?P<post>以来|来(?!自|源|说|到|源)|间(?![接隔])|前(?![期列往后景沿端三两五十\d])|之前|以前|后(?!续))?(?!级|代|制)"
)
_EFFORT_AFTER = re.compile(r"时间|左右|之久|的(?:时间|努力|建设|施工|奋战|攻坚|筹备|发展|等待|打造)")
_EFFORT_BEFORE = re.compile(r"(?:历时|经过|历经|用了?|耗时|长达|花了?|为期|达|已有?|超过?|约)$")
_AGO = ("前", "之前", "以前")
_TO_COME = ("未来", "今后", "接下来")


def _many_years(match: re.Match[str], frame: Frame) -> Point | None:
    """近五年, 五年来, 未来十年, 三年前, 两个月前, 预计4年后."""
    text, start = match.string, match.start()
    pre, post, count = match["pre"] or "", match["post"] or "", number(match["count"])
    published, year = frame.published, frame.published.year
    if not count or stands_behind(text, start, "第.") or _is_amount(match):
        return None
    if post == "后":
        plain = not pre and not match["odd"] and match["unit"] == "年"
        return point(match, Day(year + count)) if plain and year is not None and is_ahead(text, start) else None
    if match["odd"] or year is None:
        return point(match, Day(), kind="vague") if post else None  # 20多年来
    if match["unit"] == "个月":
        return point(match, shift_month(published, -count)) if post in _AGO else None
    if post in _AGO:
        return point(match, Day(year - count))
    if pre.startswith(_TO_COME):
        return point(match, Day(year), Day(year + count))
    return point(match, Day(year - count), Day(year))


MANY_YEARS: Reader = (_MANY_YEARS, _many_years)


_DAYS_JUST_PAST = re.compile(
    r"(?:过去|近|最近的?)(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?P<unit>小时|[天日周]|星期)(?:以来|来|内|里|中)?(?![年末边报刊])"
)
_HOURS_OF_DAY = 24


def _days_just_past(match: re.Match[str], frame: Frame) -> Point | None:
    """过去一周, 近3天来, 过去24小时."""
    count = number(match["count"])
    near = match[0][0] != "过"
    if stands_behind(match.string, match.start(), "由从比较跟"):  # 由过去3小时缩短到1小时
        return None
    if not count or frame.published.day is None or (near and not match[0].endswith(("来", "内", "里", "中"))):
        return None  # 近3天 may be how long something takes
    unit = match["unit"]
    days = -(-count // _HOURS_OF_DAY) if unit == "小时" else count * (7 if unit in ("周", "星期") else 1)
    told = frame.last if frame.here and _TOLD_THEN.search(match.string, 0, match.start()) else None
    day = told if told is not None and told.day is not None else frame.published
    return point(match, shift_day(day, -days), day)


# 甲军8日称，|过去一天
_TOLD_THEN = re.compile("(?:称|表示|说|通报|消息|声明)[^，。；]{0,4}，[^，。；]{0,12}$")
DAYS_JUST_PAST: Reader = (_DAYS_JUST_PAST, _days_just_past)


def _is_amount(match: re.Match[str]) -> bool:
    """Whether it is told how long something takes (五年, 近3个月间, 近五年的努力, 历时近三年), and not when it is."""
    text, start = match.string, match.start()
    pre, post = match["pre"], match["post"]
    if pre in ("近", "最近"):
        if _EFFORT_AFTER.match(text, match.end()) or (not post and _EFFORT_BEFORE.search(text, max(0, start - 3), start)):
            return True
        return post in _AGO
    if pre == "这":
        return not post or post in _AGO
    if pre:
        return post in _AGO
    return not post or (post == "间" and match["unit"] != "年")

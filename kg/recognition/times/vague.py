"""Times without a date of their own: 近日, 目前, 近年来, and 同期, what something is compared with."""

from __future__ import annotations

import re

from kg.recognition.times.dates import Day
from kg.recognition.times.points import Frame, Point, Reader, YearReader, point

_VAGUE = re.compile(
    r"近年来?|近几年来?|近些年来?|近期|(?<![接临])近日(?![本均])来?|近来|近一?段时间|(?<![\d节生假休今明昨次])日前"
    r"|(?<![项科题数栏书节曲剧])目前|(?<!应)当前(?![值往])|眼下|(?<![出实体呈表展发浮涌显再闪])现在(?!时)|如今"
    r"|前不久|不久前|前些天|前几天|连日来|这几天|最近(?![的处])"
    r"|多年以?来|历年来?|长期以来|一直以来|(?<!共)同期(?![待声录])|去年?同期"
)
_THESE_DAYS = (
    "近日",
    "日前",
    "近期",
    "连日来",
    "前不久",
    "不久前",
    "近来",
    "近段时间",
    "近一段时间",
    "最近",
    "这几天",
    "前几天",
    "前些天",
)


def _vague(match: re.Match[str], frame: Frame) -> Point:
    """近日, 日前 (the month of publication, unless it has just begun); 目前, 近年来 (no date)."""
    published = frame.published
    if match[0].endswith("同期"):
        year = published.year
        return point(match, Day(year - 1 if year and match[0][0] == "去" else None), kind="comparison")
    # 近日 in the first days of a month may well mean the one before.
    if match[0].startswith(_THESE_DAYS) and not (published.day and published.day <= 3):
        return point(match, Day(published.year, published.month), kind="vague")
    return point(match, Day(), kind="vague")


VAGUE: Reader = (_VAGUE, _vague)


def _same_period(match: re.Match[str], year: int | None) -> Point:
    """2021年|同期."""
    return point(match, Day(year), kind="comparison")


SAME_PERIOD: YearReader = (re.compile("同期"), _same_period)

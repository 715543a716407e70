"""Words before an expression that tell how it is meant (每年, 将, 截至) or that it is no time (第, 连续, a number)."""

from __future__ import annotations

import re

_YEARLY = re.compile(r"(?:每年|历年|每逢)(?:的)?$")
_AHEAD = re.compile(r"(?:将|预计|计划|拟|力争|争取|确保|有望|预期|定于)[，,]?[^，。；,;]{0,6}$")
_AS_OF = re.compile(r"截(?:至|止)(?:到|至|于)?$")
_UNTIL = re.compile(r"(?:(?<![从自由来解看得达受收回遇感谈展说提讲听见想找])到|(?:力争|争取)(?:到|在|于)?|确保(?:到|在|于))$")
_NO_DATE = re.compile(r"(?:第|连续|为期|历时|每隔|每|近|超过|长达|\d)$")
_NO_DIGIT_AFTER = frozenset(".-+")
_HYPHENS = ("日-", "月-", "年-")


def is_yearly(text: str, start: int) -> bool:
    """Of every year, and so of none: 每年|6月举办."""
    return _YEARLY.search(text, max(0, start - 4), start) is not None


def is_ahead(text: str, start: int) -> bool:
    """Of what is still to come: 将于|12月开工, 力争|年底建成."""
    return _AHEAD.search(text, max(0, start - 10), start) is not None


def is_cut_off(text: str, start: int) -> bool:
    """The day up to which something is counted: 截至|6月底."""
    return _AS_OF.search(text, max(0, start - 4), start) is not None


def is_deadline(text: str, start: int) -> bool:
    """The end of an undertaking: 到|2025年, 力争|今年年底."""
    return _UNTIL.search(text, max(0, start - 4), start) is not None


def may_be_date(text: str, start: int) -> bool:
    """False within amounts and codes; but 8.三季度 is item 8 of a list, and 9月27日-10月28日 ends with a date."""
    if text[start - 1 : start] in _NO_DIGIT_AFTER and text[start] in "0123456789" and text[start - 2 : start] not in _HYPHENS:
        return False
    return _NO_DATE.search(text, max(0, start - 3), start) is None


def stands_behind(text: str, start: int, characters: str = "") -> bool:
    """Whether a digit, or one of the characters, stands right before."""
    before = text[start - 1] if start else ""
    return before.isdigit() or (before != "" and before in characters)

"""Phases and sections named by number or ends alone (一期, 首段): which project each is of, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import PROJECT, Mention

_PHASED = re.compile("(?<=.)(?:[一二三四五]|首)期.*$")
_BETWEEN_ENDS = re.compile("[^至到期]{2,}[至到][^至到]{2,}段")
_REACH = 3
"""How many sentences a bare phase may stand behind its project."""


def phase_parents(mentions: Iterable[Mention]) -> dict[Mention, Mention]:
    """What a phase named by number alone (一期) is a phase of: the last project or line before it."""
    parents: dict[Mention, Mention] = {}
    last: Mention | None = None
    for mention in mentions:
        if last is not None and mention.sentence == last.sentence and mention.end <= last.end:
            continue  # the road in 湖山公路北延工程
        if mention.via == "project.phase":
            if last is not None and mention.sentence - last.sentence <= _REACH:
                parents[mention] = last
        elif (mention.type == PROJECT and mention.via != "project.quoted") or (
            mention.via == "route" and "“" not in mention.text  # “八纵八横”高铁网
        ):
            last = mention
    return parents


def phase_of(whole: str, phase: str) -> str:
    """The name of a phase of a project: the second phase is not one of the first.

    Example:
        >>> phase_of("湖山产业园一期工程", "二期"), phase_of("湖山产业园", "首段")
        ('湖山产业园二期', '湖山产业园首段')
    """
    return (_PHASED.sub("", whole) if phase[1:2] == "期" else whole) + phase


def tells_its_ends(phase: str) -> bool:
    """Whether a section tells by itself which one is meant: 望江至东湖段正在建设."""
    return _BETWEEN_ENDS.fullmatch(phase) is not None

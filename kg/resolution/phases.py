"""Phases and sections named by number or ends alone (一期, 首段): which project each is of, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import AGENCY, PLACE, PROJECT, Mention

_PHASED = re.compile("(?<=.)(?:[一二三四五]|首)期.*$")
_BETWEEN_ENDS = re.compile("[^至到期]{2,}[至到][^至到]{2,}段")
_BUILT_IN_PHASES = ("发电厂", "处理厂", "水厂", "电站", "产业园", "工业园")
_REACH = 3
"""How many sentences a bare phase may stand behind its project."""


def phase_parents(mentions: Iterable[Mention]) -> dict[Mention, Mention]:
    """What a phase named by number alone (一期) is a phase of: the last project or line before it."""
    parents: dict[Mention, Mention] = {}
    last: Mention | None = None
    line: Mention | None = None  # of which the last is a section: 湖山线望江段
    for mention in mentions:
        if last is not None and mention.sentence == last.sentence and mention.end <= last.end:
            if mention.via == "route" and mention.start == last.start and last.text.endswith("段"):
                line = mention
            continue  # the road in 湖山公路北延工程
        if mention.via == "project.phase":
            if last is not None and mention.sentence - last.sentence <= _REACH:
                parents[mention] = line if line and mention.text.endswith("段") else last
        elif (
            (mention.type == PROJECT and mention.via != "project.quoted")
            or (mention.via == "route" and "“" not in mention.text)  # “八纵八横”高铁网
            or (mention.type in (AGENCY, PLACE) and mention.text.endswith(_BUILT_IN_PHASES) and not _is_aside(mention, last))
        ):
            last, line = mention, None
    return parents


def _is_aside(site: Mention, last: Mention | None) -> bool:
    """Whether a plant or a park is only named in a sentence on a project: 该工程服务湖山工业园等产业发展，一期工程…."""
    return last is not None and last.type == PROJECT and site.start > 6 and site.sentence - last.sentence <= _REACH


def phase_of(whole: str, phase: str) -> str:
    """The name of a phase of a project: the second phase is not one of the first.

    Example:
        >>> phase_of("湖山产业园一期工程", "二期"), phase_of("湖山产业园", "首段")
        ('湖山产业园二期', '湖山产业园首段')
    """
    return (_PHASED.sub("", whole) if phase[1:2] == "期" else whole) + phase


def same_phase(phase: str) -> tuple[str, str, str]:
    """The forms in which a text may call one phase.

    Example:
        >>> same_phase("一期工程")
        ('一期工程', '一期项目', '一期')
    """
    number = phase.removesuffix("工程").removesuffix("项目")
    return number + "工程", number + "项目", number


def tells_its_ends(phase: str) -> bool:
    """Whether a section tells by itself which one is meant: 望江至东湖段正在建设."""
    return _BETWEEN_ENDS.fullmatch(phase) is not None

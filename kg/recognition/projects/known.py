"""Programmes that everyone calls alike: initiatives, works of many provinces, freight services, missions of space flight."""

from __future__ import annotations

import re

from kg.recognition.spans import Span

_BELT_AND_ROAD = re.compile(r"“一带一路”(?:倡议)?")

# A work of many provinces, which no road's or railway's head noun closes.
_CORRIDOR = re.compile("西部陆海新通道")

# 中欧班列, 西部陆海新通道班列: freight services by their name
_TRAIN_SERVICE = re.compile(
    "中欧班列(?![（一-鿿）]{0,6}集结中心)(?:（[一-鿿]{2,6}）)?|中亚班列|中老铁路国际货运列车|西部陆海新通道班列"
)

# 神舟十七号载人飞行任务, 嫦娥六号: a numbered mission of space flight, with what is called after it.
_MISSION = re.compile(
    "(?:神舟|天舟|嫦娥|天问|夸父)[一二三四五六七八九十百]{1,3}号(?:[甲乙丙])?"
    "(?:载人飞行任务|飞行任务|载人飞船发射任务|探月任务|发射任务|任务|载人飞船|货运飞船|飞船|探测器|卫星)?(?![^，。；、]{0,4}乘组)"
)

_NUMBERED = "[一二三四五六七八九十百]{1,4}号"
# 成功发射海哨三号卫星, 将云海二号05星送入轨道
_SATELLITE = re.compile(
    f"(?:^|(?<=[射将把的和与、，：；“了颗]))(?:(?![射将把的和与了颗个])[一-鿿]){{2,6}}{_NUMBERED}(?:卫星|[A-Z0-9]{{1,2}}星)(?!座|组|发射[中场基]|上)"
)
# 长征五号遥九运载火箭 is one rocket, 长征五号运载火箭 a model.
_ROCKET = re.compile(
    f"(?:长征|快舟|捷龙|力箭|引力|谷神星|双曲线|朱雀){_NUMBERED}[甲乙丙丁]?遥[一二三四五六七八九十百]{{1,4}}(?:运载)?火箭"
)

_KNOWN = (
    ("“一带一路”", _BELT_AND_ROAD, "project.quoted", "一带一路"),
    ("西部陆海新通道", _CORRIDOR, "project.known", ""),
    ("列", _TRAIN_SERVICE, "project.quoted", ""),
    ("号", _MISSION, "project.mission", ""),
    ("星", _SATELLITE, "project.mission", ""),
    ("火箭", _ROCKET, "project.mission", ""),
)
"""What each name holds, to be looked for first; how it was found; what it stands for where that is more than it says."""


def is_known(name: str) -> bool:
    """Whether a project's name is one that everyone writes alike, so that it is one project in all papers.

    Example:
        >>> is_known("一带一路"), is_known("嫦娥六号"), is_known("东湖大桥项目")
        (True, True, False)
    """
    return any(name == called or (held in name and pattern.fullmatch(name)) for held, pattern, _, called in _KNOWN)


def find_known(text: str) -> list[Span]:
    """Programmes, services and missions by a name that is written alike wherever it stands."""
    found: list[Span] = []
    for held, pattern, via, name in _KNOWN:
        if held in text:
            found += [Span(m.start(), m.end(), via, "Programme", name) for m in pattern.finditer(text)]
    return found

"""Where a sentence says that it happens (在甲镇，): a sentence whose topic was told of before in, the place that its numbers are of out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.model import PLACE, Entity, Mention
from kg.recognition.divisions import contains
from kg.relations.clauses import is_country

# 在甲镇，; 在甲省某地的山林里，
_SET_IN = re.compile("(?:（新闻联播）：)?在([^，。；：0-9]{2,28}?)(?:境内|[里内上中])?(?<![下时后间])，")
# A place that no list knows: 在东坪地区首府湖滨市，
_UNKNOWN = re.compile("(?:[省市县州郡镇村岛湾]|地区|首都|首府|农场|林场|港口|机场|车站|码头)$")
_SEVERAL = re.compile("[、和与及]|等")


def set_elsewhere(text: str, end: int) -> re.Match[str] | None:
    """The words on where a sentence happens, where it begins with them before `end`.

    Example:
        >>> set_elsewhere("在东坪地区首府湖滨市，87%的居民离开", 13)[1]
        '东坪地区首府湖滨市'
    """
    return _SET_IN.match(text, 0, end)


def goes_on(topic: Entity, scene: re.Match[str], named: Sequence[Mention], entities: Mapping[str, Entity]) -> bool:
    """May a sentence set in some place go on about a place told of before: its country, what it lies in, the same again?

    `named` are the things that the sentence names.
    """
    places = _places(scene, named)
    if is_country(topic):
        return all(m.entity == topic.id or entities[m.entity].kind != "Country" for m in places)
    if not places:
        return _UNKNOWN.search(scene[1]) is None
    code = str(topic.facts.get("code", ""))
    inside = [str(entities[m.entity].facts.get("code", "")) for m in places]
    return any(m.entity == topic.id for m in places) or any(code and c and contains(code, c) for c in inside)


def place_set(scene: re.Match[str], named: Sequence[Mention]) -> Mention | None:
    """The place that a sentence is set in, where it names that one; none of several, and none that only leads to one nobody knows."""
    places = _places(scene, named)
    if not places or _SEVERAL.search(scene[1]):
        return None
    rest = scene.string[places[-1].end : scene.end(1)]
    return None if len(rest) > 1 and _UNKNOWN.search(rest) else places[-1]


def _places(scene: re.Match[str], named: Sequence[Mention]) -> list[Mention]:
    return [m for m in named if m.type == PLACE and scene.start(1) <= m.start and m.end <= scene.end(1)]

"""Numbers right behind a place's name, each that place's own: 全市平均降雨量30毫米，最大是甲县113毫米，乙县73毫米次之."""

from __future__ import annotations

import re

from kg.model import PLACE, Mention
from kg.relations.numbers import Number

_LISTS = frozenset("，；：、。（和及")
# 最大是|甲县113毫米, 以|甲县113毫米最大, 其中|甲县5人
_LEADS = re.compile("(?:分别|依次|主要|其中)?(?:是|为|有|以|(?:出现|发生)?在|其中|包括|即)$")
_AFTER = re.compile(
    "(?:多|余|左右)?(?:$|[，；、。）]|次之|居[前首第]|[为排位]列?[前首第最]|最[大高多少低小]|紧随其后|分列|和(?=[一-鿿]{2})|及(?=[一-鿿]{2}))"
)
# 最大|是甲县113毫米: no measure of its own, but that of the number before
_ONLY_RANK = re.compile(
    "(?:其中)?(?:最[大高多低小少](?:的|值)?|其次|第[一二三四五]|排名?第[一二三四五]|[前后]两?[位名]|居首|次之)?(?:地区|的)?"
)
_SPANS = ("duration", "age")
# 途经|甲县32公里: a part of what passes
_OF_WAYS = frozenset(("公里", "千米", "公里/小时"))


def place_before(number: Number) -> Mention | None:
    """The place right before a number that ends its item of a list: whatever the sentence is about, the number is that place's.

    What a preposition or a verb leads to (距甲县22公里, 投资甲县3亿元) and the last of several places (甲县、乙县5人) is not.
    """
    text, start = number.text, number.start
    if number.kind in _SPANS or number.quantity.unit in _OF_WAYS or not _AFTER.match(text, number.end):
        return None
    named = [m for m in number.clause.outer if not m.implied and m.end <= start]
    if not named or named[-1].end != start or named[-1].type != PLACE:
        return None
    begin = chain_start(named)
    if begin == number.clause.start or text[begin - 1] not in _LISTS:
        return named[-1] if begin and begin != number.clause.start and _LEADS.search(text, 0, begin) else None
    listed = text[begin - 1] in "、和及"
    return None if listed and (begin - 1 != number.previous) and number.previous < begin - 1 else named[-1]


def chain_start(named: list[Mention]) -> int:
    """Where the run of names begins that the last one ends: 甲市|乙县|丙站."""
    start = named[-1].start
    for mention in reversed(named[:-1]):
        if mention.end == start:
            start = mention.start
    return start


def measure_before(number: Number) -> str:
    """What a number right behind a place's name measures by its clause's words (县平均降雨量以|甲县167毫米), empty where they only rank."""
    named = [m for m in number.clause.outer if not m.implied and m.end <= number.start]
    name = number.text[chain_start(named) : number.start]
    at = number.left.rfind(name)
    said = _LEADS.sub("", number.left[:at] if at >= 0 else "")
    return "" if _ONLY_RANK.fullmatch(said) else said

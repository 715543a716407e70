"""Numbers right behind a place's name, each that place's own: 全市平均雨量30毫米，最大是甲县95毫米，乙县64毫米次之."""

from __future__ import annotations

import re

from kg.model import PLACE, Mention
from kg.relations.numbers import RANKS, Number

_LISTS = frozenset("，；：、。（和及")
# 最大是|甲县95毫米, 以|甲县95毫米最大, 其中|甲县5人
_LEADS = re.compile("(?:分别|依次|主要|其中)?(?:是|为|有|以|(?:出现|发生)?在|其中|包括|即)$")
_AFTER = re.compile(
    f"(?:多|余|左右)?(?:$|[，；、。）]|{RANKS}|为列?[前首第最]|[排位]列?最|最[大高多少低小]|分列|[和及](?=[一-鿿]{{2}}))"
)
# 最大|是甲县95毫米: no measure of its own, but that of the number before
_ONLY_RANK = re.compile(
    "(?:其中)?(?:最[大高多低小少](?:的|值)?|其次|第[一二三四五]|排名?第[一二三四五]|[前后]两?[位名]|居首|次之)?(?:地区|的)?"
)
_SPANS = ("duration", "age")
# 途经|甲县32公里: a part of what passes
_OF_WAYS = frozenset(("公里", "千米", "公里/小时"))


def place_beside(number: Number) -> tuple[Mention, str] | None:
    """The place right before a number that ends its item of a list, and what is measured by the clause's words (县平均降雨量以|甲县95毫米).

    Whatever the sentence is about, the number is that place's; where the words only rank it, the measure is empty. What a preposition or
    a verb leads to (距甲县22公里, 投资甲县3亿元) and the last of several places (甲县、乙县5人) bears no such number.
    """
    text, start = number.text, number.start
    if number.kind in _SPANS or number.quantity.unit in _OF_WAYS or not _AFTER.match(text, number.end):
        return None
    named = [m for m in number.clause.outer if not m.implied and m.end <= start]
    if not named or named[-1].end != start or named[-1].type != PLACE:
        return None
    begin = _chain_start(named)
    if begin == number.clause.start:
        return None
    if text[begin - 1] not in _LISTS:
        if not _LEADS.search(text, 0, begin):
            return None
    elif text[begin - 1] in "、和及" and number.previous < begin - 1:
        return None
    return named[-1], _measure(number, text[begin:start])


def _chain_start(named: list[Mention]) -> int:
    """Where the run of names begins that the last one ends: 甲市|乙县|丙站."""
    start = named[-1].start
    for mention in reversed(named[:-1]):
        if mention.end == start:
            start = mention.start
    return start


def _measure(number: Number, name: str) -> str:
    """The label of a number without the place's name at its end and what leads to that."""
    at = number.left.rfind(name)
    said = _LEADS.sub("", number.left[:at] if at >= 0 else "")
    return "" if _ONLY_RANK.fullmatch(said) else said

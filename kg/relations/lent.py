"""What a label takes from the words around it: a bare word in, the same with its verb, its other half or what it is for (支出 → 医保基金支出)."""

from __future__ import annotations

import re

from kg.model import DOCUMENT, Mention
from kg.reading.words import cut, tag
from kg.relations.indicators import word_set
from kg.relations.numbers import Number


def verb_before_noun(label: str) -> str:
    """The words of a label up to its last verb, where only nouns follow: 发送|煤炭."""
    words = cut(label)
    last = max((i for i, word in enumerate(words) if tag(word) == "v"), default=-1)
    said = "".join(words[: last + 1])
    return said if 0 <= last < len(words) - 1 and 2 <= len(said) <= 8 else ""


def of_pair(label: str, noun: str) -> str:
    """A label with the head of the one before, where both are a pair: 粮食|播种面积60万亩，产量5亿斤.

    Example:
        >>> of_pair("产量", "粮食播种面积"), of_pair("产值", "茶园")
        ('粮食产量', '产值')
    """
    head = _HEAD_OF.fullmatch(noun) if label in _SAME_HEAD else None
    return head[1] + label if head is not None and head[1] != label else label


def put_into(number: Number, label: str) -> str:
    """What money is put in for, told behind it: 投入|5亿元用于洼地治理, 投入|5亿元，对42个小区进行改造."""
    if label not in word_set("put in"):
        return label
    if used := _USED_FOR.match(number.text, number.end):
        return f"{label}用于{used[1]}"
    if done := _DONE_TO.match(number.text, number.end):
        return label + done[2] + done[1]
    return label


def without_change(label: str, *, to: bool = False) -> str:
    """A label without what it says of a change, for the number that came of it; `to` where that is told by no more than 至.

    Example:
        >>> without_change("大豆面积比去年增加"), without_change("下调基准利率", to=True)
        ('大豆面积', '基准利率')
    """
    kept = _CHANGED.sub("", label)
    return _CHANGES.sub("", kept) or kept if to else kept


def is_planned(number: Number, subject: Mention) -> bool:
    """Does a plan say so (《行动方案》提出，今年|减排1亿吨)?"""
    if subject.type != DOCUMENT or subject.sentence != number.sentence:
        return False
    return _PLAN.search(subject.text) is not None and _LAYS_DOWN.match(number.text, subject.end) is not None


_USED_FOR = re.compile("(?:多|左右)?，?(?:主要|全部|专项|重点|专门)?用于([^，。；0-9]{2,14})")
_DONE_TO = re.compile(
    "(?:多|左右)?，(?:用于)?对(?:[0-9]+[余多]?[个家座条处所栋])?([^，。；0-9]{2,12})(?:进行|实施|开展)([^，。；0-9的]{2,6})(?=[，。；]|$)"
)
_SAME_HEAD = ("产量", "总产量", "产值", "单产", "支出", "出口指数", "进口指数", "内贸指数")
# 粮食|播种面积, 医保基金|收入
_HEAD_OF = re.compile("([^占比]{2,14}?)(?:播种面积|种植面积|面积|收入|生产指数|内贸指数|出口指数)")
_CHANGED = re.compile("(?<=[一-鿿]{2})[比较][^，。；]{1,8}(?:增加|减少|增长|提[高升]|上升|下降|扩大|新增)了?$")
# 下调|基准利率15个基点至2%
_CHANGES = re.compile("^(?:下调|上调|调整|提高|降低)|(?:下调|上调|调整|提高|降低)$")
_PLAN = re.compile("(?:方案|规划|计划|意见|纲要)》?$")
_LAYS_DOWN = re.compile("》?[^，。；]{0,6}(?:提出|明确|要求|规划)")

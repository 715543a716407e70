"""Numbers in a list: what is said once for all of them, the verb before the first (建成3座车站、|2座桥梁) and the predicate behind the last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.reading.words import cut, tag
from kg.relations.clauses import PREPOSITIONS
from kg.relations.indicators import AMOUNT_REST, BUILDS, STOPS, load_words, noun_phrase

if TYPE_CHECKING:
    from kg.relations.readings import Reading

_RULES = ("observed.count", "observed.amount")
# 3座|车站、|2座桥梁; 3座|车站以及约|2座桥梁
_NEXT = re.compile(
    "(?:多|余)?的?((?:[^，。；：！？、0-9“”（）]|-[0-9]+){2,18}?)(?:、|以及|和|及|与|，(?:以及|和))(?:约|近|超过?|共|另有|逾)?"
)
# 新建8万亩|、改造提升|6万亩高标准农田
_NEXT_VERB = re.compile("(?:多|余|左右)?[、，和]([一-鿿]{2,6}?)(?:约|近|超过?)?")


def shared(readings: Sequence[Reading], text: str) -> Sequence[Reading]:
    """The readings of a clause, those of a list with the verb and the predicate that they share, as `text`, its sentence, says.

    3人死亡、5人受伤 share nothing.
    """
    told = list(readings)
    nouns = ["", *(_listed_noun(before, reading, text) for before, reading in pairwise(told))]
    for at in range(1, len(told)):
        before, reading, noun = told[at - 1], told[at], nouns[at]
        verb = before.indicator.removesuffix(noun) if noun and before.indicator.endswith(noun) else ""
        verb = "" if verb.endswith("来自") else verb  # 来自40个国家、80家企业
        if verb and _is_noun(reading, text) and tag(cut(verb)[-1])[:1] == "v":
            told[at] = replace(reading, indicator=verb + reading.indicator)
    for at in range(len(told) - 1, 0, -1):
        before, reading, noun = told[at - 1], told[at], nouns[at]
        if thing := _shared_object(before, reading, text):
            told[at - 1] = replace(before, indicator=before.indicator + thing)
            continue
        if not noun or before.indicator != noun or noun.endswith(load_words()["casualty"]):
            continue
        if text[before.mark.start - 1] in PREPOSITIONS:  # 与40个国家、10个组织签署协议
            continue
        if _is_noun(reading, text, alone=True) and (does := _predicate(reading.indicator)):
            told[at - 1] = replace(before, indicator=noun + does)
    return told


def _shared_object(before: Reading, reading: Reading, text: str) -> str:
    """What both verbs of two numbers are of, told behind the second: 新建8万亩、改造提升6万亩|高标准农田."""
    if before.quantity.unit != reading.quantity.unit or before.rule not in _RULES or reading.rule not in _RULES:
        return ""
    verb = _NEXT_VERB.fullmatch(text, before.mark.end, reading.mark.start)
    if verb is None or not _all_verbs(before.indicator) or not _all_verbs(verb[1]):
        return ""
    thing = noun_phrase(text[reading.mark.end :], 14)
    return thing if thing and reading.indicator.endswith(thing) else ""


def _all_verbs(words: str) -> bool:
    return all(tag(word)[:1] in ("v", "d") or word in BUILDS for word in cut(words))


def _predicate(label: str) -> str:
    """What a label says that the noun it begins with does: 辅警|因公牺牲, but not 种植基地."""
    words = cut(label)
    if len(words) < 2 or tag(words[-1]) != "v":
        return ""
    begun = next((i for i, word in enumerate(words) if i and tag(word)[:1] in ("v", "d", "p")), 0)
    return "".join(words[begun:]) if begun and tag(words[begun - 1])[:1] == "n" else ""


def _listed_noun(before: Reading, reading: Reading, text: str) -> str:
    """The noun between two numbers of a list: 3座|车站、2座桥梁."""
    if before.rule not in _RULES or reading.rule not in _RULES or before.subject.entity != reading.subject.entity:
        return ""
    found = _NEXT.fullmatch(text, before.mark.end, reading.mark.start)
    return found[1] if found else ""


def _is_noun(reading: Reading, text: str, *, alone: bool = False) -> bool:
    """Is a label no more than the words behind the number, up to the clause's end where they are to stand `alone`?"""
    behind = AMOUNT_REST.sub("", text[reading.mark.end :])
    after = behind[len(reading.indicator) :][:1]
    return behind.startswith(reading.indicator) and (not alone or after in STOPS or not after)

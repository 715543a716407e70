"""Programmes and campaigns that a quotation names: “五水共治”工作, “双百工程”, “甲”“乙”两个行动."""

from __future__ import annotations

import re

from kg.recognition.lexicon import column
from kg.recognition.spans import Span
from kg.recognition.telling import QUOTED_EVENT, WEIGHED, generic_names

_QUOTED = re.compile(r"“([^“”]{2,24})”(?!杯)")

# “五水共治”工作, “三改一拆”专项行动: campaigns by a saying that begins with a number.
_CAMPAIGN = re.compile(r"(?!两个|三个|四个|五个|十个|第)[一二两三四五六七八九十百千万双][一-鿿]{3,6}")
_AS_WORK = re.compile(r"(?:[、和]“[^“”]{3,8}”)*(?:专项)?(?:工作|行动|整治(?!点)|攻坚|活动|项目|改革)")

_QUOTED_HEAD = re.compile(r"“([^“”，。]{2,14}(?:工程|(?<!在)行动|计划|项目|试点))”(?!杯)")

# “春风”“暖冬”两个专项行动: names that share one head noun
_QUOTED_LIST = re.compile(
    r"((?:“[^“”]{2,16}”[、和]?){2,})[0-9一二三四五六七八九十]{0,3}个?(专项行动计划|行动计划|专项行动|行动|工程|项目|计划|改革)"
)


def find_quoted(text: str) -> tuple[list[Span], list[tuple[int, int]]]:
    """Programmes by a quotation.

    Returns:
        The programmes, and the stretches whose head nouns close no names of their own: lists of quotations with the head they
        share, events by a quotation.
    """
    if "“" not in text:
        return [], []
    found = [m.span() for m in _QUOTED.finditer(text) if _is_programme(text, m)]
    closed = [m.span() for m in QUOTED_EVENT.finditer(text)]
    for listed in _QUOTED_LIST.finditer(text):
        closed.append(listed.span())
        found += [m.span() for m in _QUOTED.finditer(text, *listed.span(1))]
    found += [
        m.span()
        for m in _QUOTED_HEAD.finditer(text)
        if not any(a <= m.start() < b for a, b in closed)
        and not WEIGHED.search(m.group(1))
        and m.group(1) not in generic_names()
    ]
    return [Span(start, end, "project.quoted", "Programme") for start, end in found], closed


def _is_programme(text: str, quoted: re.Match[str]) -> bool:
    """Whether a quotation is a known programme, or a saying by a number that what follows calls a work."""
    name = quoted.group(1)
    return name in column("programmes", "name") or bool(_CAMPAIGN.fullmatch(name) and _AS_WORK.match(text, quoted.end()))

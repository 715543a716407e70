"""Which words may stand in a place's name: names, rare words and single characters, no everyday words."""

from __future__ import annotations

import re

from kg.reading.words import frequency, tag
from kg.recognition.phrases import boundary_words, counts, is_proper
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Token, Words

# Characters beside 路, 村 and the like that make them common: 一条新路, 全村.
FRAME = frozenset("一本全该各每我新老旧小大条个走修铺的与和、")


def may_name(token: Token, *, road: bool) -> bool:
    """Whether a word may be part of a village's, river's or road's name: a name, an unknown or rare word, or a plain single character."""
    if is_proper(token) or frequency(token.text) < 60:
        return True
    if len(token.text) == 1:
        return (
            (road and token.text not in FRAME)
            or token.tag[:1] in ("n", "f", "g", "z", "b", "", "t", "k", "q", "x", "j")
            or token.tag in ("ng", "ag", "vg")
            or token.text == "月"  # 月潭水库
        )
    return road and token.tag[:1] in ("n", "a", "v") and len(token.text) == 2 and token.tag != "vn"


def is_bare_name(words: Words, start: int, end: int) -> bool:
    """Whether words as a whole may be a place's name that no head noun shows: names, rare words, single characters."""
    tokens = words.between(start, end)
    if not tokens or tokens[0].start != start or tokens[-1].end != end or end - start > 4:
        return False
    name = words.text[start:end]
    return (
        name not in generic_names()
        and name not in boundary_words()
        and tag(name)[:2] in ("", "ns", "nr", "nz")
        and all(len(token.text) == 1 or may_name(token, road=False) for token in tokens)
    )


_NO_ITEM = re.compile(
    "[的了在与和及为对将把等]|(?:单位|企业|部门|项目|工程|设施|问题|工作|产业|服务|活动|文化|旅游|资源|特色|美食|产品|行业|领域|方面|[两三四五六七八九十]国)$"
)


def is_item(words: Words, start: int, end: int) -> bool:
    """Whether the words of a list's item may name a place: whole words, none of them everyday by itself."""
    tokens = words.between(start, end)
    name = words.text[start:end]
    return (
        words.are_whole(start, end)
        and not counts(name)
        and not _NO_ITEM.search(name)
        and not any(
            len(t.text) > 1 and (t.text in boundary_words() or t.tag in ("v", "d", "p", "c", "u", "r", "m", "l", "i"))
            for t in tokens
        )
        and not all(
            t.text in generic_names() or (t.tag in ("n", "vn", "a", "b", "j") and frequency(t.text) >= 600) for t in tokens
        )
    )

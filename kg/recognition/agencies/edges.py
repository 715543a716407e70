"""Bodies told by the edges of their names: what fills all between an opening and a head noun.

The dictionary has many names of towns and schools as everyday words (富裕, 团结, 前锋), so that the words before 小学 tell nothing; what
stands around them does: 来到富裕小学、前锋初中.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.reading.words import frequency
from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import column
from kg.recognition.phrases import boundary_words, counts, namesakes
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Token, Words

# What only a name or a noun can follow: a mark, a preposition, a visit; 的 leads to common nouns as often.
_LEADS = re.compile(
    "(?:[，。；：、！？（“ ]|来到|走进|走访了?|前往|深入到?|抵达|赶到|考察了?|参观了?|视察了?|慰问了?|察看了?|查看了?|位于|来自"
    "|(?<![存实现内潜正自所])在|(?<![得达收感回签找受])到|(?<![自理经])由|(?<!参)与|(?<![随温柔谐共总缓调融饱中亲])和"
    "|(?<![数根证依占收])据|(?<![服听])从|(?<![方导倾走取意志风动定])向|(?<![面针])对)$"
)


def opens(text: str, at: int) -> bool:
    """Whether nothing but a name or a noun can begin at a position: behind a mark, a preposition, a visit.

    Example:
        >>> opens("来到富裕小学", 2), opens("一批小学", 2)
        (True, False)
    """
    return not at or _LEADS.search(text, max(0, at - 3), at) is not None


# What is called by any word at all, if an opening stands before it and no class of such houses is meant.
_BY_WORD = ("小学", "中学", "初中", "高中", "完小", "幼儿园", "一贯制学校", "卫生院", "居委会", "村委会", "支行")
_BY_NAMESAKE = ("School", "Hospital", "Village", "Cooperative", "Bank")
_FARMS = ("农场", "林场", "牧场", "煤矿", "茶场")
_NO_PART = ("v", "d", "p", "c", "u", "r", "y", "e", "o", "t", "w", "q", "f")


def start_by_edges(words: Words, head: int, end: int, kind: str, bounds: Mapping[int, int]) -> int:
    """Where a body's name begins that fills all between an opening and its head noun, or -1.

    It begins with a county's name (开化|职业技术学校), with a word that sights and schools all over the country are called by
    (团结|中心小学), or, before what is called by any word, with a noun that is no class of such houses (前锋|初中).
    """
    text, at = words.text, head
    tokens: list[Token] = []
    while at and head - at < 12 and not opens(text, at):
        token = words.at(at - 1)
        across = token is not None and at == head and token.start < head < token.end == end  # 开化|公交公司
        if (
            token is None
            or not (token.end == at or across)
            or token.text in boundary_words()
            or not "一" <= token.text[0] <= "鿿"
        ):
            return -1
        tokens.insert(0, token)
        at = token.start
    if not tokens or not opens(text, at) or head - at < 2 or counts(text[at:head]):
        return -1
    first, rest = tokens[0], tokens[1:]
    if any(t.tag[:1] in _NO_PART and t.tag != "vn" for t in rest):
        return -1
    houses = kind in _BY_NAMESAKE or text.endswith(_FARMS, head, end)
    plain = first.text in generic_names() or first.text in column("agency_stopwords", "word")
    if (rest or houses or end - head > 2) and not plain and is_of_county(first.text, everyday=houses):
        return at
    if first.text in namesakes() and not plain:
        of_village = kind == "Party" and bool(rest) and rest[0].text in ("社区", "村")
        return at if (houses and _only_sorts(rest)) or of_village else -1
    called = 2000 if text.endswith(_BY_WORD, head, end) else 200 if text.endswith(_FARMS, head, end) else 0
    if rest or len(first.text) < 2 or first.tag[:1] != "n" or plain:
        return -1
    return at if frequency(first.text) < called else -1


def is_of_county(word: str, *, everyday: bool) -> bool:
    """Whether a word is the short form of a county or a city.

    Args:
        everyday: Whether one counts that is an everyday word too (富裕, 开化).
    """
    if not 2 <= len(word) <= 3 or word[-1] in "省市区县州盟旗镇乡村":
        return False
    named = load_divisions().named
    return bool(named(word) or (everyday and (named(word + "县") or named(word + "市"))))


def _only_sorts(tokens: Sequence[Token]) -> bool:
    """Whether words behind a name tell what sort of house it is (团结|社区|居委会, 红旗|第二|小学)."""
    return len(tokens) < 3 and all(t.tag[:1] in ("n", "j", "b", "m", "a") or t.tag == "vn" for t in tokens)

"""Where a name begins: from its head noun leftwards, word by word, to the first word that cannot be part of it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import lru_cache

from kg.reading.words import frequency
from kg.recognition.lexicon import column
from kg.recognition.tokens import Words

LEVELS = ("自治区", "自治州", "街道", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "村")
_STOP_TAGS = ("p", "c", "u", "r", "d", "y", "e", "o", "t", "w", "x")
_PUNCTUATION = frozenset("，。；：！？、《》〈〉（）“”‘’…—|[]【】 \n")


@lru_cache(maxsize=1)
def boundary_words() -> frozenset[str]:
    """Words that stand before names without being part of them."""
    return column("boundary_words", "word")


def name_start(
    words: Words,
    head: int,
    bounds: Mapping[int, int],
    *,
    blocks: Container[int] = (),
    limit: int = 24,
    verbs: bool = False,
    quotes: bool = True,
) -> tuple[int, bool]:
    """Where the name begins whose head noun begins at `head`.

    Args:
        bounds: Begin by end of the places and organizations already found: a name may begin with one, not before it.
        blocks: Positions that no name runs across, such as the end of a date.
        limit: Characters to look at.
        verbs: Whether verbs may be part of the name (projects, events) or end it (organizations).
        quotes: Whether a quotation may be part of the name.

    Returns:
        The start, and whether the name is anchored there by a place, an organization, a level (市, 县) or a quotation.
    """
    text, start, anchored = words.text, head, False
    stops = boundary_words()
    while start > 0 and head - start < limit:
        if start in blocks:
            break
        bound = bounds.get(start)
        if bound is not None:
            start = bound
            anchored = True
            if verbs:
                continue
            while bounds.get(start) is not None:
                start = bounds[start]
            if text[max(0, start - 2) : start] in ("中共", "中国"):
                start -= 2
            break
        char = text[start - 1]
        if char == "”" and quotes:
            opened = text.rfind("“", max(0, start - 30), start)
            if opened < 0:
                break
            start, anchored = opened, True
            continue
        if char in _PUNCTUATION:
            break
        token = words.at(start - 1)
        assert token is not None
        piece = text[token.start : start]
        if piece in LEVELS and (token.start == 0 or not _is_word_part(words, token.start)):
            start, anchored = token.start, True
            break
        if piece in stops or (token.tag[:1] in _STOP_TAGS and len(piece) == len(token.text)):
            break
        if not verbs and token.tag[:1] == "v" and token.tag != "vn" and len(piece) > 1 and frequency(piece) > 3000:
            break
        if not verbs and token.tag == "v" and len(piece) == 1:
            break
        if token.tag[:1] == "m" and not verbs and piece not in ("第一", "第二", "第三", "一", "二", "三"):
            break
        start = token.start
    return start, anchored


def _is_word_part(words: Words, at: int) -> bool:
    """Whether the character before is 我, 本, 全, 该 or 各: our city, the whole county, which is pointing, not naming."""
    return words.text[at - 1] in "我本全该各"


def is_rare(word: str) -> bool:
    """Whether a word is rare enough to tell one thing from another: unknown, a single character, or seldom used."""
    return len(word) == 1 or frequency(word) < 200

"""Places: administrative divisions by the gazetteer, all others (roads, rivers, stations, villages, parks) by their head noun."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from kg.reading.words import frequency, tag
from kg.recognition.agencies import Span, outermost
from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import Names, rows
from kg.recognition.phrases import boundary_words, name_start
from kg.recognition.tokens import Words

_PLOT = re.compile(r"[0-9A-Z]{1,4}(?:-[0-9A-Z]{1,4}){1,2}(?:号)?地块")
_DIVISION_END = ("省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "村", "社区")
# Kinds whose name does not begin with the place it lies in: 文昌南路 in 西夏区, but 乌兰浩特经济技术开发区.
_NATURAL = frozenset(("Road", "Water", "Natural", "Settlement"))


@lru_cache(maxsize=1)
def _heads() -> tuple[Names, dict[str, dict[str, str]]]:
    by_name = {row["head"]: row for row in rows("place_heads")}
    return Names(by_name), by_name


def find_divisions(words: Words, known: Collection[str] = ()) -> list[Span]:
    """Spans that may name an administrative division or a region; full names always, short forms where the words allow.

    Args:
        known: Short forms whose full name the document gives or that lie around the paper's place, taken without asking the dictionary.
    """
    text = words.text
    return [
        Span(start, end, "division")
        for start, end in load_divisions().scan(text)
        if _is_division(words, start, end, text[start:end] in known)
    ]


def _is_division(words: Words, start: int, end: int, known: bool) -> bool:
    name = words.text[start:end]
    first, last = words.at(start), words.at(end - 1)
    assert first is not None and last is not None
    whole = first.start == start and last.end == end
    if len(name) > 2 and name.endswith(_DIVISION_END):
        # 京东 in 北京东路, but not 区 in 社区服务: a full name may not end inside a word that begins within it.
        return whole or not (last.end > end and last.start > start and len(last.text) > 1)
    if known or name in load_divisions().regions():
        return whole or first.start == start
    return whole and tag(name) in ("ns", "nsf", "")


def find_places(words: Words, divisions: Mapping[int, int]) -> list[Span]:
    """Places other than administrative divisions, left to right.

    Args:
        divisions: Begin by end of the divisions in the sentence.
    """
    text = words.text
    spans = [(start, end) for end, start in divisions.items()]
    found = [s for s in _by_head(words, divisions) if all(s.end <= a or b <= s.start or (s.start <= a and b < s.end) for a, b in spans)]
    found += [Span(m.start(), m.end(), "place.plot", "Site") for m in _PLOT.finditer(text)]
    return outermost(found)


def _by_head(words: Words, divisions: Mapping[int, int]) -> Iterator[Span]:
    text = words.text
    finder, by_name = _heads()
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        kind, strong = row["kind"], row["strong"] == "1"
        if not words.starts_at(end) and len(text[start:end]) < 2:
            continue
        begin, anchored = name_start(words, start, divisions, limit=14, quotes=False)
        if kind in _NATURAL:
            begin = _after_divisions(begin, start, divisions)
        if begin >= start:
            continue
        name = text[begin:end]
        if not _is_name(words, begin, start, end, anchored, strong=strong, natural=kind in _NATURAL):
            continue
        yield Span(begin, end, "place.head", kind or ("Place" if len(name) else ""))


def _after_divisions(begin: int, head: int, divisions: Mapping[int, int]) -> int:
    """The begin of a name after the divisions before it: 文昌南路 in 西夏区文昌南路."""
    ends = [end for end, start in divisions.items() if begin <= start and end < head]
    return max([begin, *ends])


def _is_name(words: Words, begin: int, head: int, end: int, anchored: bool, *, strong: bool, natural: bool) -> bool:
    text = words.text
    name, inner = text[begin:end], text[begin:head]
    known = tag(name)
    if known and known not in ("ns", "nz", "nt", "nr"):
        return False
    if known == "ns":
        return True
    limit = 6 if natural else 16
    if len(inner) > limit or inner in boundary_words():
        return False
    tokens = [t for t in words.tokens if begin <= t.start < head]
    if not tokens:
        return False
    if natural:
        if len(inner) < 2 or tokens[0].start != begin:
            return len(inner) >= 1 and len(inner) <= 3 and strong and all(len(t.text) == 1 and t.tag in ("", "nr", "nz", "ns", "ng", "g", "n") for t in tokens) and len(tokens) >= 2
        return all(t.tag[:2] in ("ns", "nr", "nz") or frequency(t.text) < 60 or (len(t.text) == 1 and t.tag[:1] in ("n", "a", "m", "f", "g", "")) for t in tokens) and not all(
            frequency(t.text) > 2000 and len(t.text) == 2 for t in tokens
        )
    rare = any(t.tag[:2] in ("ns", "nr", "nz") or (frequency(t.text) < 60 and t.tag[:1] not in ("v", "a", "d")) for t in tokens)
    return (anchored and len(inner) >= 1) or (rare and (strong or len(inner) >= 2))

"""What surrounds a document's sentences: the names that the paper's place and the document's own words make sure of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Document
from kg.recognition.divisions import DIVISION_END, Division, letters_of, load_divisions
from kg.recognition.lexicon import Names
from kg.recognition.quantities import find_quantities
from kg.recognition.states import sides_of


@dataclass(frozen=True, slots=True)
class Around:
    """The names that the paper's place and the document's own words make sure of."""

    shorts: frozenset[str]
    """Of the paper's division and those it lies in, and of all divisions that the text gives in full."""
    towns: Names
    """Short forms of the towns of the paper's county (亭林 for 亭林镇)."""
    near: tuple[str, ...]
    """The code of the paper's division, if it has one."""
    sides: Mapping[str, str]
    """The countries that 中方 and 泰方 mean in a document without a place: those it names in full, by their first character."""
    counted: bool
    """Whether a document without a place gives numbers, which 我国 and 全国 may bear."""
    letters: frozenset[str]
    """The characters that the paper's division and those it lies in go by: 金 for 金山区, 沪."""


def around(doc: Document) -> Around:
    """What a document's place and its sentences as a whole tell, before any of them is read for names."""
    gazetteer = load_divisions()
    division = gazetteer.by_code(doc.place) if doc.place else None
    shorts = {name for d in (division, *gazetteer.chain(division)) for name in (d.short, d.name)} if division else set()
    near = [division.code] if division else []
    for sent in doc.sentences:
        before = 0
        last: Division | None = None
        for start, end in gazetteer.scan(sent.text):
            name = sent.text[start:end]
            inside = gazetteer.named_inside(name, last.code) if last and before == start else None
            full = inside or gazetteer.resolve(name, near=near)
            if full and full.name == name:
                if len(name) > 2:
                    shorts.add(full.short)
                elif inside:
                    shorts.add(name)  # 庆阳环县: from here on 环县 is no part of a word
            before, last = end, full
    towns = gazetteer.towns(doc.place) if division and division.level in ("county", "zone") else ()
    return Around(
        frozenset(s for s in shorts if len(s) >= 2),
        Names(t.short or t.name[:-1] for t in towns if len(t.short or t.name[:-1]) >= 2),
        tuple(near),
        {} if doc.place else sides_of(doc.text),
        not doc.place and any(find_quantities(sent.text) for sent in doc.sentences),
        frozenset(letter for d in ((division, *gazetteer.chain(division)) if division else ()) for letter in letters_of(d)),
    )


def sure_divisions(text: str, known: frozenset[str]) -> list[tuple[int, int]]:
    """Spans of divisions written in full, and of the short forms known to the document."""
    return [
        (start, end)
        for start, end in load_divisions().scan(text)
        if text[start:end] in known
        or (
            end - start > 2
            and text[start:end].endswith(DIVISION_END)
            and not _IN_COUNTRY.match(text, end - 2)
            and not (text.endswith("部地区", start, end) and text[start - 1 : start] in tuple("东西南北中"))
        )
    ]


# 发展|乡村, 提高|城镇化, 城镇居民: 乡 and 镇 that end no name.
_IN_COUNTRY = re.compile("[一-鿿]乡村|城镇(?:化|居民|人口|就业|新增|老旧|污水|生活|职工|登记|调查|常住)")

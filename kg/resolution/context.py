"""Where a document stands: which division 区, 市 or 该镇 means at a given sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kg.model import Document
from kg.recognition.divisions import Division, load_divisions
from kg.recognition.lexicon import rows

_LEVEL_OF = {"省": "province", "自治区": "province", "州": "prefecture", "自治州": "prefecture", "盟": "prefecture"}


@dataclass(frozen=True)
class Context:
    """The paper's division with its containers, and the divisions each sentence names."""

    paper: Division | None
    containers: tuple[Division, ...]
    named: Mapping[int, tuple[Division, ...]]
    """Divisions by the index of the sentence that names them, in the order of the words."""

    @cached_property
    def _of_level(self) -> dict[str, list[tuple[int, Division]]]:
        """Divisions of each level asked for, with their sentences, in reading order."""
        return {}

    def means(self, level: str, sentence: int) -> Division | None:
        """The division a bare level (区, 市, 县, 省) means in a sentence: the paper's own, or the last one named."""
        for division in (self.paper, *self.containers):
            if division and _has_level(division, level):
                return division
        return self.last_named(level, sentence)

    def last_named(self, level: str, sentence: int) -> Division | None:
        """The nearest division of a level named in this sentence or before it, else the first named after."""
        if level not in self._of_level:
            self._of_level[level] = [(at, d) for at in sorted(self.named) for d in self.named[at] if _has_level(d, level)]
        found = self._of_level[level]
        after = bisect_right(found, sentence, key=lambda pair: pair[0])
        return found[max(after - 1, 0)][1] if found else None


def context_of(doc: Document, named: Mapping[int, tuple[Division, ...]]) -> Context:
    """The context of a document whose sentences name the given divisions."""
    gazetteer = load_divisions()
    paper = gazetteer.by_code(doc.place) if doc.place else None
    if paper and doc.published:
        former = [
            row["old_name"]
            for row in rows("renames")
            if row["new_code"] == paper.code and row["date"] > doc.published and row["old_name"]
        ]
        if former:
            # 市 in a paper of 临安市 of 2013 is the city that became 临安区.
            paper = replace(paper, name=former[0])
    return Context(paper, tuple(gazetteer.chain(paper)) if paper else (), named)


def _has_level(division: Division, level: str) -> bool:
    if level in _LEVEL_OF and division.level != _LEVEL_OF[level]:
        return False
    if level == "自治区":
        return division.name.endswith("自治区")
    if level == "区":
        return division.name.endswith("区") and division.level == "county"
    return division.name.endswith(level)

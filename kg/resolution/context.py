"""Where a document stands: which division 区, 市 or 该镇 means at a given sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kg.model import Document, Mention
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
    abroad: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)
    """Places abroad by the index of the sentence, in the order of the words."""
    articles: tuple[int, ...] = ()
    """The article of each sentence."""

    _of_level: dict[str, list[tuple[int, Division]]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Divisions of each level asked for, with their sentences, in reading order."""

    def place_abroad(self, level: str, mention: Mention) -> Mention | None:
        """The place abroad that 该市 or 该州 points to: the last of that level named before it in its article, if no division is nearer."""
        at = mention.sentence
        while at >= 0 and self._same_article(at, mention.sentence):
            if any(_has_level(division, level) for division in self.named.get(at, ())):
                return None
            before = [m for m in self.abroad.get(at, ()) if at < mention.sentence or m.start < mention.start]
            fitting = [m for m in before if m.text.endswith(level) or (level == "市" and m.kind == "City")]
            if fitting:
                return fitting[-1]
            at -= 1
        return None

    def _same_article(self, one: int, other: int) -> bool:
        return not self.articles or self.articles[one] == self.articles[other]

    def means(self, level: str, sentence: int) -> Division | None:
        """The division a bare level (区, 市, 县, 省) means in a sentence: the paper's own, or the last one named."""
        for division in (self.paper, *self.containers):
            if division and _has_level(division, level):
                return division
        return self.last_named(level, sentence)

    def last_named(self, level: str, sentence: int) -> Division | None:
        """The nearest division of a level named in this sentence or before it, else the first named after.

        None where the story has gone abroad since: 莫斯科市长 is no mayor of the city that the item before told of.
        """
        if level not in self._of_level:
            self._of_level[level] = [(at, d) for at in sorted(self.named) for d in self.named[at] if _has_level(d, level)]
        found = self._of_level[level]
        after = bisect_right(found, sentence, key=lambda pair: pair[0])
        if not found:
            return None
        at, division = found[max(after - 1, 0)]
        if self.paper is None and any(sentence >= index > at for index in self.abroad if self._same_article(index, sentence)):
            return None
        return division


def context_of(doc: Document, named: Mapping[int, tuple[Division, ...]], mentions: Iterable[Mention] = ()) -> Context:
    """The context of a document whose sentences name the given divisions, and in `mentions` places abroad."""
    gazetteer = load_divisions()
    paper = gazetteer.by_code(doc.place) if doc.place else None
    if paper:
        # 全县 in a paper that still writes 靖溪县 some months after is the county that is 靖溪市 by now.
        former = [
            row["old_name"]
            for row in rows("renames")
            if row["new_code"] == paper.code
            and row["old_name"]
            and (row["date"] > doc.published > "" or (row["old_name"] in doc.text and paper.name not in doc.text))
        ]
        if former:
            # 市 in a paper of 临安市 of 2013 is the city that became 临安区.
            paper = replace(paper, name=former[0])
    abroad: dict[int, tuple[Mention, ...]] = {}
    regions = gazetteer.regions()
    for mention in mentions if paper is None else ():
        region = regions.get(mention.text) if mention.via == "division" else None
        if mention.via == "place.foreign" or (region and (region.within or region.kind == "Country")):
            kind = region.kind if region else mention.kind
            # Written out, as `dataclasses.replace` takes five times as long: where it stands and its kind are all that is asked.
            seen = Mention(mention.sentence, mention.start, mention.end, mention.text, mention.type, kind=kind)
            abroad[mention.sentence] = (*abroad.get(mention.sentence, ()), seen)
    articles = tuple(sent.article for sent in doc.sentences)
    return Context(paper, tuple(gazetteer.chain(paper)) if paper else (), named, abroad, articles)


def _has_level(division: Division, level: str) -> bool:
    if level in _LEVEL_OF and division.level != _LEVEL_OF[level]:
        return False
    if level == "自治区":
        return division.name.endswith("自治区")
    if level == "区":
        return division.name.endswith("区") and division.level == "county"
    return division.name.endswith(level)

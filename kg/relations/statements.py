"""Statements with identifiers that are a pure function of their content, and evidence at verified offsets."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kg.model import Document, Entity, Evidence, Mention, Span, Statement, Value
from kg.reading.alignment import locate
from kg.relations.literals import load_literal_rules

_encode = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What relations are read from: a document, its mentions in reading order, and the entities they stand for.

    A scene is equal only to itself, so that what is read from it once (`kg.relations.clauses.walk`) can be kept by it.
    """

    document: Document
    mentions: tuple[Mention, ...]
    """All mentions, nested ones too, sorted by (sentence, start, -end)."""
    entities: Mapping[str, Entity]
    talks: tuple[Mention, ...] = ()
    """Mentions of talks and visits, kept apart: their words hold a verb (会见…总统鲁瓦), and its people are read as such."""


@lru_cache(maxsize=1)  # the readers of one document each go through its sentences
def by_sentence(scene: Scene) -> Mapping[int, Sequence[Mention]]:
    """The mentions of each sentence that has any, in reading order."""
    found: dict[int, list[Mention]] = {}
    for mention in scene.mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


def article_begins(scene: Scene) -> Mapping[int, int]:
    """The first sentence of each article."""
    begins: dict[int, int] = {}
    for index, sent in enumerate(scene.document.sentences):
        begins.setdefault(sent.article, index)
    return begins


def begins_after(value: str, published: str) -> bool:
    """Whether a time begins after the report, as far as both are precise.

    Example:
        >>> begins_after("2024-06", "2024-05-20"), begins_after("2024", "2024-05-20"), begins_after("2025/2027", "2024")
        (True, False, True)
    """
    start = value.partition("/")[0]
    return bool(published) and start[:4].isdigit() and start[: len(published)] > published[: len(start)]


def state(
    scene: Scene,
    sentence: int,
    rule: str,
    *,
    subject: str,
    predicate: str,
    object: str | None = None,
    value: Value | None = None,
    qualifiers: Mapping[str, str | bool] | None = None,
    marks: Mapping[str, Mention | Span | None] | None = None,
    confidence: float | None = None,
) -> Statement:
    """A statement with the sentence it was read from as evidence.

    Args:
        sentence: Index of the sentence in the document.
        rule: Identifier of the rule that read it.
        marks: The words for `subject`, `object` and `trigger`: mentions of any sentence, or spans in this sentence's text.
        confidence: That of the literal rule where none is given.
    """
    if confidence is None:
        confidence = load_literal_rules()[rule].confidence
    qualifiers = dict(sorted(qualifiers.items())) if qualifiers else {}
    key = _encode([subject, predicate, object, canonical(value), qualifiers])
    identifier = "statement/" + hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]
    doc = scene.document
    sent = doc.sentences[sentence]
    located: dict[str, Span] = {}
    for role, mark in (marks or {}).items():
        if isinstance(mark, Mention):
            spans = locate(doc.sentences[mark.sentence], mark.start, mark.end, doc.text)
        else:
            spans = locate(sent, *mark, doc.text) if mark else ()
        if spans:
            located[role] = spans[0]
    evidence = [
        Evidence(doc.id, start, end, doc.text[start:end], rule, doc.articles[sent.article].id, located)
        for start, end in _quotations(locate(sent, 0, len(sent.text), doc.text), located)
    ]
    return Statement(identifier, subject, predicate, object, value, qualifiers, tuple(evidence), confidence)


def _quotations(pieces: Sequence[Span], marks: Mapping[str, Span]) -> Sequence[Span]:
    """The stretches of a document that quote a sentence.

    One that mark-up cuts (<strong>本报讯</strong>（记者…）) is quoted by the pieces that hold the words it is read from, else by its longest.
    """
    if len(pieces) == 1:
        return pieces
    telling = [(a, b) for a, b in pieces if any(a <= start and end <= b for start, end in marks.values())]
    return telling or sorted(pieces, key=lambda piece: piece[0] - piece[1])[:1]


def canonical(value: Value | None) -> object:
    """A value as plain JSON data, one form for equal numbers (`4.70` and `4.7`)."""
    if isinstance(value, tuple):
        return [canonical(value[0]), canonical(value[1])]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value


def published_by(doc: Document) -> dict[str, str]:
    """The qualifier that dates a report, where the document's date is known."""
    return {"reported": doc.published} if doc.published else {}

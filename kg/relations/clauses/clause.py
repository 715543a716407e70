"""A clause with what it is about, and the stretch of a sentence that it is before that is known."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import AGENCY, ENTITY_TYPES, EVENT, PLACE, PROJECT, Entity, Mention

PREPOSITIONS = frozenset("在与向对从由自被经到至较比占距和及于据按沿往像跟同给把")
TOUCHING = frozenset("跨穿临邻靠傍接连抵")
"""Verbs behind which stands what something only crosses or borders on: 跨|黄河与某公路相连."""
BUILT = frozenset(("Road", "Railway", "Airport", "Port", "Reservoir", "Park", "Building", "Infrastructure"))
"""Kinds of places that are built, with a length, an area and a cost of their own."""
NATION = ("中国", "中华人民共和国", "全国", "我国")
SUBJECT_TYPES = (PROJECT, PLACE, AGENCY, EVENT)


@dataclass(slots=True, unsafe_hash=True)
class Clause:
    """A stretch of a sentence between two stops, with what it is about."""

    sentence: int
    start: int
    end: int
    """Half-open range in the sentence's text, without the closing stop."""
    quoted: bool
    """The words are somebody's: they stand inside quotation marks that hold more than a name."""
    mentions: tuple[Mention, ...]
    """Mentions inside the clause, in reading order, nested ones too."""
    outer: tuple[Mention, ...]
    """The entities among them that lie inside no other."""
    subject: Mention | None
    """The mention that the clause itself names as its subject, if it names one."""
    topic: Mention | None
    """The subject, or the one carried from clauses before; its sentence may be an earlier one."""
    theme: Mention | None
    """The first thing its sentence is about: a project or a document that later clauses fill in, whoever acts in them."""
    unnamed: bool = False
    """The clause goes on about something that the document points to and never names (这口井, 该片)."""


@dataclass(slots=True, unsafe_hash=True)
class Stretch:
    """A clause before it is known what it is about."""

    sentence: int
    text: str
    """The whole sentence."""
    start: int
    end: int
    mentions: tuple[Mention, ...]
    """Mentions inside the clause, in reading order, nested ones too."""
    outer: tuple[Mention, ...]
    """The entities among them that lie inside no other."""


def outermost(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Entity mentions that lie inside no other; the mentions must be sorted by (start, -end)."""
    kept: list[Mention] = []
    end = -1
    for mention in mentions:
        if mention.entity and mention.type in ENTITY_TYPES and mention.end > end:
            kept.append(mention)
            end = mention.end
    return tuple(kept)


def blank(text: str, clause: Clause) -> str:
    """The clause's words with its names blanked, so that the 计划 of a name announces nothing; as long as the clause."""
    parts: list[str] = []
    at = clause.start
    for mention in clause.outer:
        if not mention.implied:
            parts += text[at : mention.start], " " * (mention.end - mention.start)
            at = mention.end
    return "".join((*parts, text[at : clause.end]))


def has_subject(clause: Clause) -> bool:
    """Does a clause name its subject itself?"""
    return clause.subject is not None and clause.subject.sentence == clause.sentence and not clause.subject.implied


def implied_mention(entity: Entity) -> Mention:
    """A mention without words: the division a paper belongs to is understood."""
    return Mention(-1, 0, 0, "", entity.type, entity=entity.id, implied=True)


def is_country(entity: Entity) -> bool:
    """Is it a country, by its kind or as the nation by whatever name?"""
    return entity.kind == "Country" or entity.name in NATION

"""Mentions to entities: one real thing, one identifier, whatever its forms in the text.

`resolve` is a pure function of one document's mentions and the bundled resources; the same thing in two documents meets by identifier.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.model import ENTITY_TYPES, Document, Entity, Location, Mention
from kg.reading.alignment import locate
from kg.resolution.names import called
from kg.resolution.referents import Referent, division_referent, referent_of
from kg.resolution.survey import survey

__all__ = ["resolve"]


def resolve(doc: Document, mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], dict[str, Entity]]:
    """Give every entity mention its entity.

    Returns:
        The mentions with `entity` set (those that stand for nothing are left out), and the entities by identifier.
    """
    whole = survey(doc, mentions)
    things: dict[str, _Thing] = {}
    linked: list[Mention] = []
    # Divisions come first: one that the text names is called as in reference data, not as 我县 of an old paper has it.
    for mention, division in whole.divisions.items():
        linked.append(_link(mention, division_referent(division), things))
    for mention in whole.mentions:
        if mention.type not in ENTITY_TYPES:
            linked.append(mention)
        elif referent := referent_of(mention, whole):
            linked.append(_link(mention, referent, things))
    entities = {thing.id: _entity(doc, thing) for thing in things.values()}
    return tuple(sorted(linked, key=lambda m: (m.sentence, m.start, -m.end, m.type, m.entity))), entities


@dataclass
class _Thing:
    """An entity in the making."""

    id: str
    type: str
    name: str
    kind: str
    facts: Mapping[str, str]
    names: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)


def _link(mention: Mention, referent: Referent, things: dict[str, _Thing]) -> Mention:
    """The mention with its entity, which is added to `things` with its first mention."""
    thing = things.get(referent.id)
    if thing is None:
        thing = things[referent.id] = _Thing(referent.id, mention.type, referent.name, referent.kind, referent.facts)
    thing.mentions.append(mention)
    if not mention.implied:
        thing.names.add(called(mention))
    m = mention  # Written out, as every mention passes here and `dataclasses.replace` takes nine times as long.
    return Mention(
        m.sentence, m.start, m.end, m.text, m.type, m.name, m.via, m.kind, m.value, m.quantity, referent.id, m.implied
    )


def _entity(doc: Document, thing: _Thing) -> Entity:
    spans: set[tuple[int, int]] = set()
    for mention in thing.mentions:
        spans.update(locate(doc.sentences[mention.sentence], mention.start, mention.end, doc.text))
    return Entity(
        thing.id,
        thing.type,
        thing.name,
        thing.kind,
        tuple(sorted(thing.names - {thing.name})),
        tuple([Location(doc.id, start, end, doc.text[start:end]) for start, end in sorted(spans)]),
        thing.facts,
    )

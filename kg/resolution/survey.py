"""What must be known of a whole document before any of its mentions has its entity."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Document, Mention
from kg.recognition.divisions import Division
from kg.resolution.agencies import Named
from kg.resolution.bodies import name_agencies
from kg.resolution.built import unify_built
from kg.resolution.ceremonies import stories_of
from kg.resolution.context import Context, context_of
from kg.resolution.divisions import by_sentence, resolve_divisions
from kg.resolution.identity import plain
from kg.resolution.names import FullNames, full_name, full_names
from kg.resolution.phases import phase_parents
from kg.resolution.routes import unify_routes
from kg.resolution.scopes import county_of, homes_of


@dataclass(slots=True, unsafe_hash=True)
class Survey:
    """What a document tells of its mentions when it is seen as a whole."""

    doc: Document
    mentions: Sequence[Mention]
    """All of them, those of one line with one type."""
    context: Context
    code: str
    """The county or higher division of the paper, which scopes most names."""
    divisions: Mapping[Mention, Division]
    routes: Mapping[Mention, str]
    """The full name of the line that a mention means."""
    agencies: Mapping[Mention, Named]
    wholes: Mapping[str, Named]
    """江北市公安局湖山分局 and 湖山分局 are one body, of the division that its full name tells: bodies by their names."""
    names: FullNames
    homes: Mapping[str, str]
    """The scope of each person."""
    phases: Mapping[Mention, Mention]
    """What each bare phase is a phase of."""
    stories: Mapping[int, Sequence[Mention]]
    """The projects and events that each article tells of."""
    regular: Collection[str]
    """市委召开常委会议 in the headline is the one that the text tells of, whichever rule has found it: regular meetings by name."""
    generic: Collection[str]
    """Events that the text calls by their sort alone, as it calls them."""


def survey(doc: Document, mentions: Sequence[Mention]) -> Survey:
    """Go through a document as a whole."""
    mentions, routes = unify_routes(unify_built(doc, mentions))
    divisions = resolve_divisions(doc, mentions)
    context = context_of(doc, by_sentence(divisions), mentions)
    agencies = name_agencies(doc, mentions, context)
    names = full_names(doc, mentions, agencies)
    return Survey(
        doc,
        mentions,
        context,
        code=county_of(doc.place),
        divisions=divisions,
        routes=routes,
        agencies=agencies,
        wholes={plain(body.name): body for body in reversed(agencies.values())},
        names=names,
        homes=homes_of(mentions, agencies),
        phases=phase_parents(mentions),
        stories=stories_of(doc, mentions),
        regular={full_name(m, names) for m in mentions if m.via == "event.regular"},
        generic={plain(m.text) for m in mentions if m.via == "event.generic"},
    )

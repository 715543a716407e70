"""A user's own names and rules on top of kg's: documents read again with them, as a new graph.

Names come from a CSV file (`name,type,kind,aliases`; several aliases parted by `|`), rules from a folder of TOML files.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kg.build import Extract, extract, merge
from kg.errors import DataError, InputError
from kg.graph import KnowledgeGraph
from kg.model import ENTITY_TYPES, Document, Entity, Location, Mention
from kg.ontology import KG, nearest
from kg.reading.alignment import locate
from kg.recognition.lexicon import Names
from kg.relations.rule_files import load_rules
from kg.resolution import resolve
from kg.resolution.identity import mint

_COLUMNS = ("name", "type", "kind", "aliases")
_VIA = "lexicon.own"


@dataclass(frozen=True, slots=True)
class OwnName:
    """A thing that a user knows by name."""

    name: str
    type: str
    kind: str = ""
    """A subclass of the type, as a local name of the ontology; else empty."""
    aliases: tuple[str, ...] = ()


def extend_graph(
    graph: KnowledgeGraph, *, lexicon: str | Path | None = None, rules: str | Path | None = None
) -> KnowledgeGraph:
    """Read a graph's documents again with names and rules of your own added to kg's.

    A name of yours wins over what kg recognizes in the same words or within them, and all its aliases become one entity: so a
    lexicon also mends names that kg cuts wrongly, and joins nodes that are one thing.

    Args:
        graph: From `build_graph`; a graph that was loaded holds no sentences to read again.
        lexicon: A CSV file with the columns `name,type,kind,aliases`.
        rules: A folder of TOML files; see `kg check`.

    Raises:
        DataError: Where the lexicon or a rule is malformed; the text says where.
        InputError: Where a file cannot be read, or the graph was loaded.
    """
    if any(doc.text and not doc.sentences for doc in graph.documents.values()):
        raise InputError("a loaded graph cannot be extended: build it from its files first")
    read = reader(lexicon=lexicon, rules=rules)
    return merge(
        [read(doc) for doc in graph.documents.values()], graph.report.get("skipped", ()), graph.report.get("options", {})
    )


def reader(*, lexicon: str | Path | None = None, rules: str | Path | None = None) -> Callable[[Document], Extract]:
    """`kg.build.extract` with names and rules of the user's; arguments and errors as for `extend_graph`."""
    names = read_names(Path(lexicon)) if lexicon else ()
    own_rules = load_rules(Path(rules)) if rules else ()
    if rules and not own_rules:
        raise InputError(f"{rules}: no rules here (*.toml)")

    def settle(doc: Document, mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], dict[str, Entity]]:
        return _with_names(doc, *resolve(doc, mentions), names)

    return partial(extract, settle=settle if names else resolve, rules=own_rules)


def read_names(path: Path) -> tuple[OwnName, ...]:
    """Names from a CSV file in UTF-8; lines that begin with `#` are comments.

    Raises:
        DataError: For the first thing that is wrong, with file and line.
        InputError: Where the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    try:
        table = list(csv.reader((line for _, line in numbered), strict=True))
    except csv.Error as error:
        raise DataError(f"{path}: no proper CSV ({error}); is a quotation mark left open?") from error
    if len(table) != len(numbered):
        raise DataError(f"{path}: a quotation runs over more than one line")
    header = tuple(table[0]) if table else ()
    if set(header) - set(_COLUMNS) or not {"name", "type"} <= set(header):
        raise DataError(f"{path}: the first line must name the columns {','.join(_COLUMNS)} (kind and aliases may be missing)")
    return tuple(
        _own_name(dict(zip(header, row, strict=False)), f"{path}:{number}")
        for (number, _), row in zip(numbered[1:], table[1:], strict=True)
    )


def check_names(path: Path) -> list[str]:
    """What is wrong with a lexicon of the user's, one line; empty where all is well."""
    try:
        read_names(path)
    except (DataError, InputError) as error:
        return [str(error)]
    return []


def _own_name(row: Mapping[str, str], where: str) -> OwnName:
    name, type_, kind = (row.get(key, "").strip() for key in ("name", "type", "kind"))
    aliases = tuple(alias.strip() for alias in row.get("aliases", "").split("|") if alias.strip())
    if any(len(form) < 2 for form in (name, *aliases)):
        raise DataError(f"{where}: names have two characters or more: {name!r}")
    if type_ not in ENTITY_TYPES:
        raise DataError(f"{where}: no type {type_!r}; {nearest(type_, [*ENTITY_TYPES])}")
    if kind and kind not in KG:
        raise DataError(f"{where}: no kind {kind!r}; {nearest(kind, KG.terms)}")
    return OwnName(name, type_, kind, aliases)


def _with_names(
    doc: Document, mentions: Sequence[Mention], entities: Mapping[str, Entity], names: Sequence[OwnName]
) -> tuple[tuple[Mention, ...], dict[str, Entity]]:
    """The user's names put in the place of what was recognized in their words."""
    of_form = {form: own for own in names for form in (own.name, *own.aliases)}
    ids = {own.name: _identifier(doc, own, entities) for own in names}
    finder = Names(of_form)
    own_mentions: list[Mention] = []
    for index, sent in enumerate(doc.sentences):
        for start, end in finder.find(sent.text):
            text = sent.text[start:end]
            own = of_form[text]
            own_mentions.append(
                Mention(index, start, end, text, own.type, name=own.name, via=_VIA, kind=own.kind, entity=ids[own.name])
            )
    if not own_mentions:
        return tuple(mentions), dict(entities)
    covered: dict[int, list[Mention]] = {}
    for mention in own_mentions:
        covered.setdefault(mention.sentence, []).append(mention)

    def stays(mention: Mention) -> bool:
        """What overlaps a name of the user's goes, unless the name is only a part of it."""
        return all(
            mention.end <= own.start
            or mention.start >= own.end
            or (mention.start <= own.start and own.end < mention.end)
            or (mention.start < own.start and own.end <= mention.end)
            for own in covered.get(mention.sentence, ())
        )

    kept = [mention for mention in mentions if not mention.entity or mention.implied or stays(mention)]
    gone = {m.entity for m in mentions if m.entity} - {m.entity for m in kept}
    lost = {location for m in set(mentions) - set(kept) for location in _locations(doc, m)}
    containers = {entity.facts.get("parent") for entity in entities.values() if entity.id not in gone}
    made = {
        entity.id: replace(entity, mentions=tuple(location for location in entity.mentions if location not in lost))
        for entity in entities.values()
        if entity.id not in gone or entity.id in containers
    }
    for own in names:
        locations = [location for m in own_mentions if m.entity == ids[own.name] for location in _locations(doc, m)]
        if locations:
            made[ids[own.name]] = _entity(ids[own.name], own, made.get(ids[own.name]), locations)
    merged = sorted((*kept, *own_mentions), key=lambda m: (m.sentence, m.start, -m.end, m.type, m.entity))
    return tuple(merged), made


def _identifier(doc: Document, own: OwnName, entities: Mapping[str, Entity]) -> str:
    """That of the entity which bears the name already, else a new one in the scope of the document's place."""
    same = [e.id for e in entities.values() if e.type == own.type and own.name == e.name]
    return min(same) if same else mint(own.type, own.name, doc.place)


def _entity(identifier: str, own: OwnName, known: Entity | None, locations: Sequence[Location]) -> Entity:
    said = {location.text for location in locations}
    aliases = {*own.aliases, *(form for form in said if form.isprintable()), *(known.aliases if known else ())} - {own.name}
    mentions = {*locations, *(known.mentions if known else ())}
    return Entity(
        identifier,
        own.type,
        own.name,
        own.kind or (known.kind if known else ""),
        tuple(sorted(aliases)),
        tuple(sorted(mentions, key=lambda m: (m.doc, m.start, m.end, m.text))),
        known.facts if known else {},
    )


def _locations(doc: Document, mention: Mention) -> Iterator[Location]:
    for start, end in locate(doc.sentences[mention.sentence], mention.start, mention.end, doc.text):
        yield Location(doc.id, start, end, doc.text[start:end])

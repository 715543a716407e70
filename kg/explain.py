"""Why the graph says what it says: each statement with its sentence, the words marked, the rule and the document."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.model import AGENCY, Entity, Evidence, Statement
from kg.recognition.divisions import load_divisions
from kg.relations.literals import load_literal_rules
from kg.relations.rule_files import load_rules
from kg.resolution.identity import mint, place_id

_MARKS = {"subject": "【】", "object": "〔〕", "trigger": "‹›"}


def explain(graph: KnowledgeGraph, what: str, *, most: int = 20) -> Iterator[str]:
    """Lines that show the evidence of a statement or of an entity's statements.

    Args:
        what: A statement's or entity's identifier, or an entity's name or alias.
        most: Statements to show of each entity.

    Raises:
        InputError: Where nothing in the graph is called that; the message offers what is nearest.
    """
    if what in graph.statements:
        yield from _statement(graph, graph.statements[what])
        return
    entities = find_entities(graph, what)
    if not entities:
        near = sorted({e.name for e in graph.entities.values() if what[:2] in e.name})[:5]
        raise InputError(f"nothing is called {what!r} in this graph" + (f"; near it: {'、'.join(near)}" if near else ""))
    for entity in entities:
        yield f"{entity.name}  {entity.type}  {entity.id}" + (f"  也称 {'、'.join(entity.aliases)}" if entity.aliases else "")
        mine = [s for s in graph.statements.values() if entity.id in (s.subject, s.object)]
        for stmt in sorted(mine, key=lambda s: (s.predicate, s.subject, s.id))[:most]:
            yield from _statement(graph, stmt)
        if len(mine) > most:
            yield f"  … and {len(mine) - most} more (--most {len(mine)})"


def find_entities(graph: KnowledgeGraph, what: str) -> list[Entity]:
    """The entities with this identifier, name or alias."""
    if what in graph.entities:
        return [graph.entities[what]]
    found = [e for e in graph.entities.values() if what == e.name or what in e.aliases]
    return found or [graph.entities[i] for i in _full_name(what) if i in graph.entities]


def _full_name(what: str) -> list[str]:
    """Identifiers that a name with its province and city before it may mean: 上海市金山区, 上海市金山区人民政府.

    Example:
        >>> _full_name("上海市金山区"), _full_name("上海市金山区人民政府")
        (['place/310116'], ['agency/金山区人民政府_310116'])
    """
    gazetteer = load_divisions()
    division = gazetteer.parse_place(what)
    if division is not None:
        return [place_id(division)]
    for end in range(len(what) - 2, 3, -1):
        division = gazetteer.parse_place(what[:end])
        if division is not None and what[:end].endswith(division.name):
            return [mint(AGENCY, what[end - len(division.name) :], division.code)]
    return []


def _statement(graph: KnowledgeGraph, stmt: Statement) -> Iterator[str]:
    yield f"  {name_of(graph, stmt.subject)} — {stmt.predicate} — {_target(graph, stmt)}  {_qualifiers(stmt)}  {stmt.confidence:.2f}  {stmt.id}"
    for evidence in stmt.evidence:
        doc = graph.documents.get(evidence.doc)
        date = f", {doc.published}" if doc and doc.published else ""
        yield f"      {_marked(evidence)}"
        yield f"      {evidence.doc}{date}, {evidence.start}–{evidence.end}, {evidence.rule}{describe_rule(evidence.rule)}"


def describe_rule(identifier: str) -> str:
    """What a rule of ours reads, after a colon; empty for a user's own rule.

    Example:
        >>> describe_rule("observed.age")
        ': the age of the person beside it'
    """
    literal = load_literal_rules().get(identifier)
    description = literal.description if literal else next((r.description for r in load_rules() if r.id == identifier), "")
    return f": {description}" if description else ""


def name_of(graph: KnowledgeGraph, identifier: str) -> str:
    """An entity's name, or the identifier where it is none."""
    entity = graph.entities.get(identifier)
    return entity.name if entity else identifier


def _target(graph: KnowledgeGraph, stmt: Statement) -> str:
    if stmt.object is not None:
        return name_of(graph, stmt.object)
    if isinstance(stmt.value, tuple):
        return f"{stmt.value[0]}–{stmt.value[1]}"
    return str(stmt.value)


def _qualifiers(stmt: Statement) -> str:
    return " ".join(f"{key}={value}" for key, value in stmt.qualifiers.items())


def _marked(evidence: Evidence) -> str:
    """The sentence with the words for subject, object and trigger in brackets; line ends as spaces."""
    inserts: list[tuple[int, int, str]] = []
    for role, (start, end) in evidence.marks.items():
        if role in _MARKS and evidence.start <= start < end <= evidence.end:
            inserts += [(start, 1, _MARKS[role][0]), (end, 0, _MARKS[role][1])]
    out, at = "", evidence.start
    for position, _, mark in sorted(inserts):
        out += evidence.text[at - evidence.start : position - evidence.start] + mark
        at = position
    return " ".join((out + evidence.text[at - evidence.start :]).split())

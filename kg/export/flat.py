"""Entities and statements as flat rows of texts and numbers: what tables and graph formats without lists or dates can hold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kg.export.triples import bounds_of
from kg.model import Entity, Statement
from kg.ontology import KG

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

Row = dict[str, str | float | int]

ENTITY_COLUMNS: Final = ("id", "name", "type", "kind", "aliases", "mentions", "code", "level", "longitude", "latitude")
STATEMENT_COLUMNS: Final = (
    *("id", "subject", "predicate", "object", "label", "title", "role", "stage", "date", "reported", "expected", "end"),
    *("confidence", "sources", "docs", "quote"),
)
VALUE_COLUMNS: Final = (
    *(
        "id",
        "subject",
        "predicate",
        "label",
        "value",
        "low",
        "high",
        "unit",
        "indicator",
        "period",
        "stage",
        "date",
        "from",
        "until",
    ),
    *("expected", "confidence", "sources", "docs", "quote"),
)
NUMBERS: Final = frozenset({"mentions", "longitude", "latitude", "confidence", "sources", "value", "low", "high"})
"""Columns that hold numbers, or nothing; all others hold text."""


def entity_rows(graph: KnowledgeGraph) -> Iterator[Row]:
    """One row an entity, with `ENTITY_COLUMNS`; aliases joined by “|”."""
    for entity in graph.entities.values():
        yield _entity(entity)


def statement_rows(graph: KnowledgeGraph) -> Iterator[Row]:
    """One row a statement between two entities of the graph, with `STATEMENT_COLUMNS`."""
    for stmt in graph.statements.values():
        if stmt.object in graph.entities and stmt.subject in graph.entities:
            yield _statement(stmt, STATEMENT_COLUMNS)


def value_rows(graph: KnowledgeGraph) -> Iterator[Row]:
    """One row a statement of a date or number, with `VALUE_COLUMNS`."""
    for stmt in graph.statements.values():
        if stmt.object is None and stmt.subject in graph.entities:
            yield _statement(stmt, VALUE_COLUMNS)


def _entity(entity: Entity) -> Row:
    row: Row = dict.fromkeys(ENTITY_COLUMNS, "")
    row |= {"id": entity.id, "name": entity.name or entity.id, "type": entity.type, "kind": entity.kind}
    row |= {"aliases": "|".join(entity.aliases), "mentions": len(entity.mentions)}
    row |= {key: entity.facts[key] for key in ("code", "level") if key in entity.facts}
    row |= {key: float(entity.facts[key]) for key in ("longitude", "latitude") if key in entity.facts}
    return row


def _statement(stmt: Statement, columns: tuple[str, ...]) -> Row:
    found: Row = {key: _text(value) for key, value in stmt.qualifiers.items()}
    found |= {"id": stmt.id, "subject": stmt.subject, "predicate": stmt.predicate, "object": stmt.object or ""}
    found |= {"label": KG[stmt.predicate].labels["zh"], "confidence": stmt.confidence}
    docs = sorted({evidence.doc for evidence in stmt.evidence})
    found |= {"sources": len(docs), "docs": "|".join(docs), "quote": stmt.evidence[0].text if stmt.evidence else ""}
    if isinstance(stmt.value, str):
        found["date"] = stmt.value
        found["from"], found["until"] = bounds_of(stmt.value)
    elif isinstance(stmt.value, Decimal):
        found["value"] = _number(stmt.value)
    elif stmt.value is not None:
        found |= {"low": _number(stmt.value[0]), "high": _number(stmt.value[1])}
    return {column: found.get(column, "") for column in columns}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _text(value: str | bool) -> str:
    return value if isinstance(value, str) else "true" if value else ""

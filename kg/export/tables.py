"""The graph as JSON lines: `entities.jsonl`, `statements.jsonl`, `documents.jsonl`, `report.json`, written and read back without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.model import Article, Document, Entity, Evidence, Location, Statement, Value


def entity_row(entity: Entity) -> dict[str, Any]:
    """An entity as a JSON object."""
    return {
        "id": entity.id,
        "type": entity.type,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "facts": dict(entity.facts),
        "mentions": [{"doc": m.doc, "start": m.start, "end": m.end, "text": m.text} for m in entity.mentions],
    }


def statement_row(statement: Statement) -> dict[str, Any]:
    """A statement as a JSON object; exact numbers become JSON numbers with all their digits."""
    return {
        "id": statement.id,
        "subject": statement.subject,
        "predicate": statement.predicate,
        "object": statement.object,
        "value": _plain(statement.value),
        "qualifiers": dict(statement.qualifiers),
        "evidence": [
            {
                "doc": e.doc,
                "start": e.start,
                "end": e.end,
                "text": e.text,
                "rule": e.rule,
                "article": e.article,
                "marks": {key: list(span) for key, span in e.marks.items()},
            }
            for e in statement.evidence
        ],
        "confidence": statement.confidence,
    }


def document_row(document: Document) -> dict[str, Any]:
    """A document as a JSON object, with its text and articles."""
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published,
        "place": document.place,
        "source": document.publisher,
        "url": document.url,
        "inferred": list(document.inferred),
        "articles": [{"id": a.id, "title": a.title} for a in document.articles],
        "text": document.text,
    }


def read_entity(row: Mapping[str, Any]) -> Entity:
    """The inverse of `entity_row`."""
    return Entity(
        id=row["id"],
        type=row["type"],
        name=row["name"],
        kind=row.get("kind", ""),
        aliases=tuple(row.get("aliases", ())),
        mentions=tuple(Location(m["doc"], m["start"], m["end"], m["text"]) for m in row.get("mentions", ())),
        facts=dict(row.get("facts", {})),
    )


def read_statement(row: Mapping[str, Any]) -> Statement:
    """The inverse of `statement_row`."""
    value = row["value"]
    if isinstance(value, list):
        value = (Decimal(str(value[0])), Decimal(str(value[1])))
    elif isinstance(value, int | float | Decimal):
        value = Decimal(str(value))
    return Statement(
        id=row["id"],
        subject=row["subject"],
        predicate=row["predicate"],
        object=row["object"],
        value=value,
        qualifiers=dict(row["qualifiers"]),
        evidence=tuple(
            Evidence(
                e["doc"],
                e["start"],
                e["end"],
                e["text"],
                e["rule"],
                e.get("article", ""),
                {key: (span[0], span[1]) for key, span in e.get("marks", {}).items()},
            )
            for e in row["evidence"]
        ),
        confidence=float(row["confidence"]),
    )


def read_document(row: Mapping[str, Any]) -> Document:
    """The inverse of `document_row`; sentences are not stored, only the text they were read from."""
    return Document(
        id=row["id"],
        text=row["text"],
        articles=tuple(Article(a["id"], a["title"]) for a in row.get("articles", ())),
        sentences=(),
        title=row["title"],
        publisher=row["source"],
        published=row["published"],
        place=row["place"],
        url=row.get("url", ""),
        inferred=tuple(row.get("inferred", ())),
    )


def write_jsonl(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write one compact JSON object a line, UTF-8, keys in the order given."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(encode(row) + "\n" for row in rows)


def write_json(path: Path, data: Mapping[str, Any]) -> None:
    """Write one JSON object, indented for reading."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Read one JSON object a line; numbers with a point keep their digits as `Decimal`."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line, parse_float=Decimal)


def _plain(value: Value | None) -> Any:
    if isinstance(value, tuple):
        return [_plain(value[0]), _plain(value[1])]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value

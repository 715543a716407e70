"""The graph as JSON lines: `entities.jsonl`, `statements.jsonl`, `documents.jsonl`, `report.json`, written and read back without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.model import Article, Document, Entity, Evidence, Location, Statement, Value

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_text = json.encoder.encode_basestring
"""A text as JSON has it."""


def entity_line(entity: Entity) -> str:
    """An entity as a JSON object on one line, written out: making a dictionary of each mention first takes twice as long."""
    mentions = [f'{{"doc":{_text(m.doc)},"start":{m.start},"end":{m.end},"text":{_text(m.text)}}}' for m in entity.mentions]
    return (
        f'{{"id":{_text(entity.id)},"type":{_text(entity.type)},"kind":{_text(entity.kind)},"name":{_text(entity.name)},'
        f'"aliases":[{",".join(map(_text, entity.aliases))}],"facts":{_mapping(entity.facts)},"mentions":[{",".join(mentions)}]}}'
    )


def statement_line(statement: Statement) -> str:
    """A statement as a JSON object on one line; exact numbers become JSON numbers with all their digits."""
    evidence = [
        f'{{"doc":{_text(e.doc)},"start":{e.start},"end":{e.end},"text":{_text(e.text)},"rule":{_text(e.rule)},'
        f'"article":{_text(e.article)},"marks":{{{",".join([f"{_text(key)}:[{a},{b}]" for key, (a, b) in e.marks.items()])}}}}}'
        for e in statement.evidence
    ]
    value = "null" if statement.value is None else _encode(_plain(statement.value))
    return (
        f'{{"id":{_text(statement.id)},"subject":{_text(statement.subject)},"predicate":{_text(statement.predicate)},'
        f'"object":{"null" if statement.object is None else _text(statement.object)},"value":{value},'
        f'"qualifiers":{_mapping(statement.qualifiers)},"evidence":[{",".join(evidence)}],"confidence":{statement.confidence!r}}}'
    )


def document_line(document: Document) -> str:
    """A document as a JSON object on one line, with its text and articles."""
    row = {
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
    return _encode(row)


def read_entity(row: Mapping[str, Any]) -> Entity:
    """The inverse of `entity_line`."""
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
    """The inverse of `statement_line`."""
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
    """The inverse of `document_line`; sentences are not stored, only the text they were read from."""
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


def write_jsonl(path: Path, lines: Iterable[str]) -> None:
    """Write lines of JSON, UTF-8."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)


def write_json(path: Path, data: Mapping[str, Any]) -> None:
    """Write one JSON object, indented for reading."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Read one JSON object a line; numbers with a point keep their digits as `Decimal`."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line, parse_float=Decimal)


def _mapping(values: Mapping[str, str | bool]) -> str:
    members = [f"{_text(key)}:{_text(value) if isinstance(value, str) else _encode(value)}" for key, value in values.items()]
    return f"{{{','.join(members)}}}"


def _plain(value: Value | None) -> Any:
    if isinstance(value, tuple):
        return [_plain(value[0]), _plain(value[1])]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value

"""The graph as CSV for Neo4j's import (`neo4j-admin database import`), which DuckDB, Kùzu and spreadsheets read as well."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.export.flat import (
    ENTITY_COLUMNS,
    NUMBERS,
    STATEMENT_COLUMNS,
    VALUE_COLUMNS,
    Row,
    entity_rows,
    statement_rows,
    value_rows,
)

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FILES: Final = ("entities.csv", "values.csv", "relations.csv")
_VALUE = tuple(column for column in VALUE_COLUMNS if column != "subject")
_RELATION = tuple(column for column in STATEMENT_COLUMNS if column not in ("subject", "object", "predicate"))


def write_neo4j(graph: KnowledgeGraph, folder: str | Path) -> None:
    """Write `entities.csv` and `values.csv` (nodes: things, and stated dates and numbers) and `relations.csv` (edges).

    Imported by: `neo4j-admin database import full --nodes=entities.csv --nodes=values.csv --relationships=relations.csv`.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    header = ["id:ID", *(_typed(column) for column in ENTITY_COLUMNS[1:]), ":LABEL"]
    _write(folder / "entities.csv", header, ([*row.values(), _labels(row)] for row in entity_rows(graph)))
    header = ["id:ID", *(_typed(column) for column in _VALUE[1:]), ":LABEL"]
    _write(
        folder / "values.csv",
        header,
        (
            [*(row[column] for column in _VALUE), "Value;" + ("Observation" if row["predicate"] == "observed" else "Date")]
            for row in value_rows(graph)
        ),
    )
    header = [":START_ID", ":END_ID", ":TYPE", *(_typed(column) for column in _RELATION)]
    edges: list[list[object]] = [
        [row["subject"], row["object"], row["predicate"], *(row[column] for column in _RELATION)]
        for row in statement_rows(graph)
    ]
    edges += [
        [row["subject"], row["id"], row["predicate"], *(row.get(column, "") for column in _RELATION)]
        for row in value_rows(graph)
    ]
    _write(folder / "relations.csv", header, edges)


def _write(path: Path, header: list[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _typed(column: str) -> str:
    return f"{column}:double" if column in NUMBERS else column


def _labels(row: Row) -> str:
    return f"{row['type']};{row['kind']}" if row["kind"] else str(row["type"])

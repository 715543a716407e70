"""The graph as Parquet tables for data frames and warehouses; needs pyarrow, the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import MissingExtraError
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

FILES: Final = ("entities.parquet", "relations.parquet", "values.parquet", "evidence.parquet")
_EVIDENCE = ("statement", "doc", "article", "start", "end", "text", "rule")


def write_parquet(graph: KnowledgeGraph, folder: str | Path) -> None:
    """Write `entities`, `relations` (between entities), `values` (dates and numbers) and `evidence` as Parquet tables.

    Raises:
        MissingExtraError: Where pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: F401 - only asked whether it is there
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow: in kg's folder, pip install '.[parquet]'") from error
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "entities.parquet", ENTITY_COLUMNS, entity_rows(graph), integers={"mentions"})
    _write(folder / "relations.parquet", STATEMENT_COLUMNS, statement_rows(graph), integers={"sources"})
    _write(folder / "values.parquet", VALUE_COLUMNS, value_rows(graph), integers={"sources"})
    evidence: Iterable[Row] = (
        dict(zip(_EVIDENCE, (stmt.id, e.doc, e.article, e.start, e.end, e.text, e.rule), strict=True))
        for stmt in graph.statements.values()
        for e in stmt.evidence
    )
    _write(folder / "evidence.parquet", _EVIDENCE, evidence, integers={"start", "end"})


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Row], *, integers: set[str]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    values: dict[str, list[Any]] = {column: [] for column in columns}
    for row in rows:
        for column in columns:
            value = None if row[column] == "" else row[column]
            values[column].append(float(value) if column in NUMBERS - integers and value is not None else value)
    types = {
        column: pa.int64() if column in integers else pa.float64() if column in NUMBERS else pa.string() for column in columns
    }
    table = pa.table({column: pa.array(values[column], type=types[column]) for column in columns})
    parquet.write_table(table, path)

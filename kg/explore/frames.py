"""A graph as pandas DataFrames: one row an entity, a statement, a piece of evidence, a document, or a row of an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kg.explain import name_of
from kg.explore.packages import need
from kg.model import Statement

if TYPE_CHECKING:
    import pandas as pd

    from kg.graph import KnowledgeGraph
    from kg.query.sparql import Answer

_ENTITY = ("id", "name", "type", "kind", "aliases", "mentions", "documents", "statements", "code", "longitude", "latitude")
_STATEMENT = (
    *("id", "subject", "predicate", "object", "value", "high", "unit", "indicator", "title", "role", "stage", "date", "period"),
    *("expected", "end", "reported", "confidence", "documents", "quote", "subject_id", "object_id"),
)
_EVIDENCE = ("statement", "document", "headline", "published", "start", "end", "text", "rule")
_DOCUMENT = ("id", "title", "publisher", "published", "place", "characters", "articles", "statements", "inferred", "url")


@dataclass(frozen=True, slots=True)
class Frames:
    """Tables of a graph, made anew at every call, so changing one changes nothing else.

    Example:
        >>> from kg.graph import KnowledgeGraph
        >>> list(Frames(KnowledgeGraph.of([], [], [])).documents.columns)[:4]
        ['id', 'title', 'publisher', 'published']
    """

    graph: KnowledgeGraph

    @property
    def entities(self) -> pd.DataFrame:
        """One row an entity; `mentions`, `documents` and `statements` are counts. The most mentioned first."""
        graph = self.graph
        said: Counter[str] = Counter()
        for stmt in graph.statements.values():
            said.update({stmt.subject, stmt.object or stmt.subject})
        rows = [
            {
                "id": entity.id,
                "name": entity.name,
                "type": entity.type,
                "kind": entity.kind,
                "aliases": "、".join(entity.aliases),
                "mentions": len(entity.mentions),
                "documents": len({mention.doc for mention in entity.mentions}),
                "statements": said[entity.id],
                "code": entity.facts.get("code", ""),
                **{key: float(entity.facts[key]) for key in ("longitude", "latitude") if key in entity.facts},
            }
            for entity in sorted(graph.entities.values(), key=lambda entity: (-len(entity.mentions), entity.id))
        ]
        return _frame(rows, _ENTITY)

    @property
    def statements(self) -> pd.DataFrame:
        """One row a statement, with names for people to read and identifiers for joining.

        `object` is the name of the thing, `date` the date, `value` (with `high` for ranges) and `unit` the number that is stated.
        """
        return _frame([_statement_row(self.graph, stmt) for stmt in self.graph.statements.values()], _STATEMENT)

    @property
    def evidence(self) -> pd.DataFrame:
        """One row a sentence that a statement rests on: `document.text[start:end] == text`."""
        rows = []
        for stmt in self.graph.statements.values():
            for item in stmt.evidence:
                doc = self.graph.documents.get(item.doc)
                headlines = {article.id: article.title for article in doc.articles} if doc else {}
                rows.append(
                    {
                        "statement": stmt.id,
                        "document": item.doc,
                        "headline": headlines.get(item.article) or (doc.title if doc else ""),
                        "published": doc.published if doc else "",
                        "start": item.start,
                        "end": item.end,
                        "text": item.text,
                        "rule": item.rule,
                    }
                )
        return _frame(rows, _EVIDENCE)

    @property
    def documents(self) -> pd.DataFrame:
        """One row a document, in the order of its date; `statements` counts what it states, `inferred` what was not given."""
        stated: Counter[str] = Counter()
        for stmt in self.graph.statements.values():
            stated.update({item.doc for item in stmt.evidence})
        rows = [
            {
                "id": doc.id,
                "title": doc.title,
                "publisher": doc.publisher,
                "published": doc.published,
                "place": name_of(self.graph, f"place/{doc.place}") if doc.place else "",
                "characters": len(doc.text),
                "articles": len(doc.articles),
                "statements": stated[doc.id],
                "inferred": "、".join(doc.inferred),
                "url": doc.url,
            }
            for doc in sorted(self.graph.documents.values(), key=lambda doc: (doc.published, doc.id))
        ]
        return _frame(rows, _DOCUMENT)

    def query(self, sparql: str) -> pd.DataFrame:
        """The rows that a SPARQL query finds; see `KnowledgeGraph.query`."""
        return answer_frame(self.graph.query(sparql))

    def ask(self, question: str, **values: str) -> pd.DataFrame:
        """The rows that answer a prepared question; see `KnowledgeGraph.ask`."""
        return answer_frame(self.graph.ask(question, **values))


def answer_frame(answer: Answer) -> pd.DataFrame:
    """An answer to a query as a table, with its columns even where no row was found."""
    rows = [{key: _plain(value) for key, value in row.items()} for row in answer]
    table = _frame(rows, answer.columns).convert_dtypes()
    for column in table.select_dtypes("string"):
        table[column] = table[column].fillna("")
    return table


def _plain(value: object) -> object:
    """Numbers as Python's own, which pandas sorts and adds."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _statement_row(graph: KnowledgeGraph, stmt: Statement) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(_STATEMENT, "")
    row |= {"expected": False, "end": False, "value": None, "high": None, **stmt.qualifiers}
    row |= {
        "id": stmt.id,
        "subject": name_of(graph, stmt.subject),
        "predicate": stmt.predicate,
        "object": name_of(graph, stmt.object) if stmt.object else "",
        "confidence": stmt.confidence,
        "documents": len({item.doc for item in stmt.evidence}),
        "quote": stmt.evidence[0].text if stmt.evidence else "",
        "subject_id": stmt.subject,
        "object_id": stmt.object or "",
    }
    if isinstance(stmt.value, str):
        row["date"] = stmt.value
    elif isinstance(stmt.value, Decimal):
        row["value"] = float(stmt.value)
    elif stmt.value is not None:
        row["value"], row["high"] = map(float, stmt.value)
    return row


def _frame(rows: list[Mapping[str, Any]] | list[dict[str, Any]], columns: tuple[str, ...]) -> pd.DataFrame:
    return need("pandas").DataFrame(rows, columns=list(columns))

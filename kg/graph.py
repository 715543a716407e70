"""The knowledge graph: entities and statements of many documents, merged by identifier, with all their evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.export import tables
from kg.model import Document, Entity, Statement

if TYPE_CHECKING:
    import networkx as nx
    import rdflib


@dataclass(frozen=True)
class KnowledgeGraph:
    """Entities, statements and documents by identifier, each mapping in the order of its keys.

    Example:
        >>> graph = KnowledgeGraph.of([], [], [])
        >>> len(graph.entities), len(graph | graph)
        (0, 0)
    """

    entities: Mapping[str, Entity]
    statements: Mapping[str, Statement]
    documents: Mapping[str, Document]
    report: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        entities: Iterable[Entity],
        statements: Iterable[Statement],
        documents: Iterable[Document],
        report: Mapping[str, Any] | None = None,
    ) -> KnowledgeGraph:
        """Merge parts into a graph: what has one identifier is one thing, with all its mentions and evidence."""
        by_entity: dict[str, Entity] = {}
        for entity in entities:
            known = by_entity.get(entity.id)
            by_entity[entity.id] = _merge_entities(known, entity) if known else entity
        by_statement: dict[str, Statement] = {}
        for statement in statements:
            known_statement = by_statement.get(statement.id)
            by_statement[statement.id] = _merge_statements(known_statement, statement) if known_statement else statement
        return cls(
            dict(sorted(by_entity.items())),
            dict(sorted(by_statement.items())),
            dict(sorted((d.id, d) for d in documents)),
            dict(report or {}),
        )

    def __len__(self) -> int:
        """The number of statements."""
        return len(self.statements)

    def __or__(self, other: KnowledgeGraph) -> KnowledgeGraph:
        """The union of two graphs: nothing is lost, nothing counted twice."""
        return KnowledgeGraph.of(
            [*self.entities.values(), *other.entities.values()],
            [*self.statements.values(), *other.statements.values()],
            [*self.documents.values(), *other.documents.values()],
            {**other.report, **self.report},
        )

    @property
    def nx(self) -> nx.MultiDiGraph[str]:
        """The graph for networkx: entities as nodes, statements between two entities as edges keyed by their identifier.

        Statements with a literal are in the node's attribute `values`, a list of (predicate, value, qualifiers).
        """
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for entity in self.entities.values():
            graph.add_node(entity.id, name=entity.name, type=entity.type, kind=entity.kind, values=[])
        for stmt in self.statements.values():
            if stmt.object is None:
                graph.nodes[stmt.subject]["values"].append((stmt.predicate, stmt.value, dict(stmt.qualifiers)))
            else:
                graph.add_edge(
                    stmt.subject,
                    stmt.object,
                    key=stmt.id,
                    predicate=stmt.predicate,
                    confidence=stmt.confidence,
                    **stmt.qualifiers,
                )
        return graph

    @property
    def rdf(self) -> rdflib.Graph:
        """The graph for rdflib."""
        from kg.export.rdf import to_rdflib

        return to_rdflib(self)

    @classmethod
    def load(cls, folder: str | Path) -> KnowledgeGraph:
        """Open what `kg build` wrote.

        Raises:
            InputError: Where the folder holds no build.
        """
        folder = Path(folder)
        try:
            return cls(
                {row["id"]: tables.read_entity(row) for row in tables.read_jsonl(folder / "entities.jsonl")},
                {row["id"]: tables.read_statement(row) for row in tables.read_jsonl(folder / "statements.jsonl")},
                {row["id"]: tables.read_document(row) for row in tables.read_jsonl(folder / "documents.jsonl")},
                json.loads((folder / "report.json").read_text(encoding="utf-8")),
            )
        except (OSError, ValueError, KeyError) as error:
            raise InputError(
                f"{folder}: no build of kg here ({error}); make one with `kg build INPUT --out {folder}`"
            ) from error


def _merge_entities(one: Entity, two: Entity) -> Entity:
    """Both entities' names, mentions and facts; the outcome does not depend on the order of the two."""
    names = {one.name, two.name, *one.aliases, *two.aliases}
    name = min(one.name, two.name, key=lambda n: (-len(n), n))
    return replace(
        one,
        name=name,
        kind=max(one.kind, two.kind),
        aliases=tuple(sorted(names - {name})),
        mentions=tuple(sorted({*one.mentions, *two.mentions}, key=lambda m: (m.doc, m.start, m.end, m.text))),
        facts={**one.facts, **two.facts},
    )


def _merge_statements(one: Statement, two: Statement) -> Statement:
    """One statement with the evidence of both; each sentence is kept once per rule."""
    evidence = {(e.doc, e.start, e.end, e.rule): e for e in (*one.evidence, *two.evidence)}
    return replace(
        one,
        evidence=tuple(evidence[key] for key in sorted(evidence)),
        confidence=max(one.confidence, two.confidence),
    )

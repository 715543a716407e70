"""The knowledge graph: entities and statements of many documents, merged by identifier, with all their evidence."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.export import tables
from kg.model import Document, Entity, Statement

if TYPE_CHECKING:
    import networkx as nx
    import pyoxigraph as ox
    import rdflib
    from matplotlib.axes import Axes

    from kg.explore.frame import Frame
    from kg.explore.frames import Frames
    from kg.explore.quotations import Quotations
    from kg.explore.timelines import Timeline
    from kg.query.sparql import Answer


@dataclass(frozen=True, repr=False)
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
        same_entities: dict[str, list[Entity]] = {}
        for entity in entities:
            same_entities.setdefault(entity.id, []).append(entity)
        same_statements: dict[str, list[Statement]] = {}
        for statement in statements:
            same_statements.setdefault(statement.id, []).append(statement)
        return cls(
            {id_: _merge_entities(same_entities[id_]) for id_ in sorted(same_entities)},
            {id_: _merge_statements(same_statements[id_]) for id_ in sorted(same_statements)},
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

    @cached_property
    def store(self) -> ox.Store:
        """The graph as a store that answers SPARQL, made at the first query."""
        from kg.query.sparql import open_store

        return open_store(self)

    def query(self, sparql: str) -> Answer:
        """Answer a SPARQL query; its rows are dictionaries that pandas takes. All prefixes of `graph.ttl` are declared."""
        from kg.query.sparql import run

        return run(self.store, sparql)

    def ask(self, question: str, **values: str) -> Answer:
        """Answer a prepared question of `ontology/queries`, such as `graph.ask("career", person="刘健")`."""
        from kg.query.questions import answer

        return answer(self.store, question, values)

    @property
    def frames(self) -> Frames:
        """The graph as pandas DataFrames: `frames.entities`, `.statements`, `.evidence`, `.documents`, `.ask(…)`, `.query(…)`."""
        from kg.explore.frames import Frames

        return Frames(self)

    def find(self, what: str | Entity) -> list[Entity]:
        """The entities of an identifier, name or alias, the most mentioned first; see `kg.explore.selection.find`."""
        from kg.explore.selection import find

        return find(self, what)

    def evidence(self, what: str | Entity | Statement) -> Quotations:
        """The sentences behind a statement, or behind all that is said of a thing; see `kg.explore.quotations.quote`."""
        from kg.explore.quotations import quote

        return quote(self, what)

    def neighbourhood(
        self, *what: str | Entity, hops: int = 1, predicates: Collection[str] = (), most: int | None = None
    ) -> KnowledgeGraph:
        """The graph around some things; see `kg.explore.selection.neighbourhood`."""
        from kg.explore.selection import neighbourhood

        return neighbourhood(self, *what, hops=hops, predicates=predicates, most=most)

    def without(self, *identifiers: str) -> KnowledgeGraph:
        """The graph without some statements or entities; see `kg.explore.selection.without`."""
        from kg.explore.selection import without

        return without(self, *identifiers)

    def timeline(self, what: str | Entity) -> Timeline:
        """All that is dated about a thing; see `kg.explore.timelines.timeline`."""
        from kg.explore.timelines import timeline

        return timeline(self, what)

    def show(self, *what: str | Entity, hops: int = 1, height: int = 600) -> Frame:
        """The explorer in a notebook, opened at some things or on the whole graph; see `kg.explore.frame.show`."""
        from kg.explore.frame import show

        return show(self, *what, hops=hops, height=height)

    def plot(self, ax: Axes | None = None, *, most: int = 60, colors: Mapping[str, str] | None = None) -> Axes:
        """Draw the network with matplotlib; see `kg.explore.pictures.draw_network`."""
        from kg.explore.pictures import draw_network

        return draw_network(self, ax, most=most, colors=colors)

    def map(self, ax: Axes | None = None, *, types: Collection[str] = ("Project",)) -> Axes:
        """Draw where things lie with matplotlib; see `kg.explore.pictures.draw_map`."""
        from kg.explore.pictures import draw_map

        return draw_map(self, ax, types=types)

    def _repr_html_(self) -> str:
        from kg.explore.summary import graph_html

        return graph_html(self)

    def __repr__(self) -> str:
        """Counts, in one line."""
        return f"<KnowledgeGraph: {len(self.documents)} documents, {len(self.entities)} entities, {len(self.statements)} statements>"

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


def _merge_entities(same: Sequence[Entity]) -> Entity:
    """The names, mentions and facts of all; the outcome does not depend on their order."""
    if len(same) == 1:
        return same[0]
    names = {name for entity in same for name in (entity.name, *entity.aliases)}
    name = min((entity.name for entity in same), key=lambda n: (-len(n), n))
    mentions = {(m.doc, m.start, m.end, m.text): m for entity in same for m in entity.mentions}
    return replace(
        same[0],
        name=name,
        kind=max(entity.kind for entity in same),
        aliases=tuple(sorted(names - {name})),
        mentions=tuple(mentions[key] for key in sorted(mentions)),
        facts={key: value for entity in same for key, value in entity.facts.items()},
    )


def _merge_statements(same: Sequence[Statement]) -> Statement:
    """One statement with the evidence of all; each sentence is kept once per rule."""
    if len(same) == 1:
        return same[0]
    evidence = {(e.doc, e.start, e.end, e.rule): e for stmt in same for e in stmt.evidence}
    return replace(
        same[0],
        evidence=tuple(evidence[key] for key in sorted(evidence)),
        confidence=max(stmt.confidence for stmt in same),
    )

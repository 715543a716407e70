"""Parts of a graph: what is near some things, or all but what is known to be wrong. Graphs in, smaller graphs out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.explain import find_entities
from kg.model import Entity

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


def find(graph: KnowledgeGraph, what: str | Entity) -> list[Entity]:
    """The entities that are meant: by identifier, name or alias, the most mentioned first.

    Raises:
        InputError: Where nothing is called that; the message offers names near it.
    """
    if isinstance(what, Entity):
        return [what]
    found = find_entities(graph, what)
    if not found:
        names = sorted({name for entity in graph.entities.values() for name in (entity.name, *entity.aliases)})
        near = [name for name in names if what in name][:5] or get_close_matches(what, names, n=5, cutoff=0.4)
        raise InputError(f"nothing is called {what!r} in this graph" + (f"; near it: {'、'.join(near)}" if near else ""))
    return sorted(found, key=lambda entity: (-len(entity.mentions), entity.id))


def neighbourhood(
    graph: KnowledgeGraph,
    *what: str | Entity,
    hops: int = 1,
    predicates: Collection[str] = (),
    most: int | None = None,
) -> KnowledgeGraph:
    """The part of a graph around some things, as a graph: `.nx` is it for networkx, `.plot()` draws it.

    Args:
        what: Identifiers, names or aliases; a name that several things share means all of them.
        hops: How many statements away a thing may be.
        predicates: Follow and keep only these; all where none is given.
        most: Keep at most so many entities: the nearest, and of those equally near the ones of which most is said.

    Raises:
        InputError: Where a name is unknown.
    """
    near: dict[str, set[str]] = defaultdict(set)
    degree: dict[str, int] = defaultdict(int)
    for stmt in graph.statements.values():
        if predicates and stmt.predicate not in predicates:
            continue
        degree[stmt.subject] += 1
        if stmt.object is not None:
            degree[stmt.object] += 1
            near[stmt.subject].add(stmt.object)
            near[stmt.object].add(stmt.subject)
    chosen = {entity.id: None for name in what for entity in find(graph, name)}
    edge = list(chosen)
    for _ in range(hops):
        following = {other for entity in edge for other in near[entity]} - chosen.keys()
        edge = sorted(following, key=lambda entity: (-degree[entity], entity))
        chosen.update(dict.fromkeys(edge))
    return only(graph, list(chosen)[:most], predicates=predicates)


def only(graph: KnowledgeGraph, entities: Iterable[str], *, predicates: Collection[str] = ()) -> KnowledgeGraph:
    """The graph of some entities: what is said of them alone or of two of them, and the documents that say it."""
    kept = set(entities)
    statements = {
        key: stmt
        for key, stmt in graph.statements.items()
        if stmt.subject in kept
        and (stmt.object is None or stmt.object in kept)
        and (not predicates or stmt.predicate in predicates)
    }
    docs = {evidence.doc for stmt in statements.values() for evidence in stmt.evidence}
    return replace(
        graph,
        entities={key: entity for key, entity in graph.entities.items() if key in kept},
        statements=statements,
        documents={key: doc for key, doc in graph.documents.items() if key in docs},
    )


def without(graph: KnowledgeGraph, *identifiers: str) -> KnowledgeGraph:
    """The graph without some statements, or without some entities and all that is said of them.

    Args:
        identifiers: Of statements (`statement/5f0c…`) or entities (`person/…`), as the graph has them. One that is
            not there is an error: a list of corrections that no longer fits should not pass unnoticed.

    Raises:
        InputError: Where the graph has no such statement or entity.
    """
    unknown = [key for key in identifiers if key not in graph.statements and key not in graph.entities]
    if unknown:
        raise InputError(f"not in this graph: {'、'.join(unknown)}")
    wrong = set(identifiers)
    return replace(
        graph,
        entities={key: entity for key, entity in graph.entities.items() if key not in wrong},
        statements={key: stmt for key, stmt in graph.statements.items() if not wrong & {key, stmt.subject, stmt.object}},
    )

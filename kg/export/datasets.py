"""The graph as N-Quads and TriG, one named graph per document: what each document says, apart from what others say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.rdf import nt_term, ordered, paragraph, prefixes, turtle_terms
from kg.export.triples import Description, describe
from kg.ids import DEFAULT_BASE, check_base, to_iri

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


def write_nquads(graph: KnowledgeGraph, path: str | Path, *, base: str = DEFAULT_BASE) -> None:
    """Write one quad a line: named graphs in the order of the documents' identifiers, then what no single document says."""
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        for name, descriptions in named_graphs(graph, base):
            tail = f" <{name}> .\n" if name else " .\n"
            for subject, pairs in descriptions:
                file.writelines(f"<{subject}> <{predicate}> {nt_term(value)}{tail}" for predicate, value in ordered(pairs))


def write_trig(graph: KnowledgeGraph, path: str | Path, *, base: str = DEFAULT_BASE) -> None:
    """Write TriG, in the order of `write_nquads`."""
    term = turtle_terms(base)
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        for prefix, namespace in prefixes(base).items():
            file.write(f"@prefix {prefix}: <{namespace}> .\n")
        for name, descriptions in named_graphs(graph, base):
            if name:
                file.write(f"\n{term(name)} {{\n")
            for subject, pairs in descriptions:
                file.write("\n" + paragraph(subject, pairs, term))
            if name:
                file.write("}\n")


def named_graphs(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> Iterator[tuple[str, Iterator[Description]]]:
    """Each document's name with what it says, then the default graph (empty name) with entities that no document mentions.

    A statement that two documents make is in both graphs, with the evidence of each.
    """
    check_base(base)
    statements: dict[str, list[str]] = {doc: [] for doc in graph.documents}
    for stmt in graph.statements.values():
        for doc in sorted({evidence.doc for evidence in stmt.evidence}):
            statements.setdefault(doc, []).append(stmt.id)
    mentioned: dict[str, set[str]] = {doc: set() for doc in statements}
    for entity in graph.entities.values():
        for doc in {mention.doc for mention in entity.mentions}:
            mentioned.setdefault(doc, set()).add(entity.id)
    seen: set[str] = set()
    for doc in sorted(mentioned):
        part = _part(graph, doc, statements.get(doc, []), mentioned[doc])
        seen |= part.entities.keys()
        yield to_iri(f"doc/{doc}", base), describe(part, base)
    rest = replace(
        graph,
        entities={key: entity for key, entity in graph.entities.items() if key not in seen},
        statements={key: stmt for key, stmt in graph.statements.items() if not stmt.evidence},
        documents={},
    )
    yield "", describe(rest, base)


def _part(graph: KnowledgeGraph, doc: str, statements: list[str], mentioned: set[str]) -> KnowledgeGraph:
    """The graph as one document gives it."""
    made = [graph.statements[key] for key in statements]
    wanted = mentioned | {key for stmt in made for key in (stmt.subject, stmt.object) if key}
    queue = sorted(wanted)
    for key in queue:  # with the divisions above
        parent = graph.entities[key].facts.get("parent") if key in graph.entities else None
        if parent and parent not in wanted:
            wanted.add(parent)
            queue.append(parent)
    return replace(
        graph,
        entities={key: graph.entities[key] for key in sorted(wanted) if key in graph.entities},
        statements={stmt.id: replace(stmt, evidence=tuple(e for e in stmt.evidence if e.doc == doc)) for stmt in made},
        documents={doc: graph.documents[doc]} if doc in graph.documents else {},
    )

"""The graph as Turtle of RDF 1.2: a statement reifies a triple term (`rdf:reifies <<( s p o )>>`) rather than its three parts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.rdf import paragraph, prefixes, turtle_terms
from kg.export.triples import OBJECT, PREDICATE, SUBJECT, describe
from kg.ids import DEFAULT_BASE, check_base

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


def write_rdf12(graph: KnowledgeGraph, path: str | Path, *, base: str = DEFAULT_BASE) -> None:
    """Write Turtle 1.2. An observation reifies the triple that has itself as object, as its plain triple does."""
    term = turtle_terms(check_base(base))
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        for prefix, namespace in prefixes(base).items():
            file.write(f"@prefix {prefix}: <{namespace}> .\n")
        for subject, pairs in describe(graph, base):
            parts = {predicate: value for predicate, value in pairs if predicate in (SUBJECT, PREDICATE, OBJECT)}
            rest = [pair for pair in pairs if pair[0] not in parts]
            text = paragraph(subject, rest, term)
            if SUBJECT in parts:
                triple = " ".join(term(parts.get(part, subject)) for part in (SUBJECT, PREDICATE, OBJECT))
                text = text.removesuffix(" .\n") + f" ;\n    rdf:reifies <<( {triple} )>> .\n"
            file.write("\n" + text)

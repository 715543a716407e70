"""The graph as Turtle, N-Triples and for rdflib: own writers, so that bytes are stable and a million triples take seconds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from kg.export.triples import LABEL, NAMESPACES, SECTIONS, TYPE, Description, Literal, Object, Pair, describe
from kg.ids import DEFAULT_BASE, check_base

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

    from kg.graph import KnowledgeGraph

LARGE: Final = 200_000
"""Triples from which on rdflib works on a pyoxigraph store, where oxrdflib is installed."""

_LOCAL_NAME = re.compile("[A-Za-z0-9_\u3001-\ud7ff\uff01-\uffef][-A-Za-z0-9_\u3001-\ud7ff\uff01-\uffef]*")
_CONTROLS = [chr(number) for number in (*range(9), 11, 12, *range(14, 32), 127)]
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"} | {char: f"\\u{ord(char):04X}" for char in _CONTROLS}
)


def write_turtle(source: KnowledgeGraph | pyoxigraph.Store, path: str | Path, *, base: str = DEFAULT_BASE) -> None:
    """Write a graph, or a store that a graph was loaded into, as Turtle.

    Subjects stand in the order of their IRIs, predicates and objects likewise, types and labels first:
    the bytes are a function of the set of triples, so what was read back is written as it was.
    """
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        write_descriptions(_descriptions(source, base), file, base=base)


def to_turtle(source: KnowledgeGraph | pyoxigraph.Store, *, base: str = DEFAULT_BASE) -> str:
    """The Turtle that `write_turtle` writes."""
    from io import StringIO

    file = StringIO()
    write_descriptions(_descriptions(source, base), file, base=base)
    return file.getvalue()


def write_ntriples(source: KnowledgeGraph | pyoxigraph.Store, path: str | Path, *, base: str = DEFAULT_BASE) -> None:
    """Write one triple a line, in the order of `write_turtle`."""
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        for subject, pairs in _descriptions(source, base):
            head = f"<{subject}> <"
            file.writelines(f"{head}{predicate}> {nt_term(value)} .\n" for predicate, value in ordered(pairs))


def to_rdflib(graph: KnowledgeGraph, *, base: str = DEFAULT_BASE) -> rdflib.Graph:
    """The graph for rdflib; a large one on oxrdflib's store, where that is installed, which answers SPARQL far faster."""
    import rdflib

    descriptions = list(describe(graph, check_base(base)))
    large = sum(len(pairs) for _, pairs in descriptions) >= LARGE
    rdf = rdflib.Graph(store="Oxigraph" if large and _has_oxrdflib() else "default")
    for prefix, namespace in prefixes(base).items():
        rdf.bind(prefix, namespace)
    rdf.addN(
        (rdflib.URIRef(subject), rdflib.URIRef(predicate), _rdflib_term(value), rdf)
        for subject, pairs in descriptions
        for predicate, value in pairs
    )
    return rdf


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """All prefixes that the writers use."""
    return {**NAMESPACES, **{prefix: f"{base}{section}/" for prefix, section in SECTIONS.items()}}


def write_descriptions(descriptions: Iterable[Description], file: TextIO, *, base: str = DEFAULT_BASE) -> None:
    """Write Turtle with all prefixes, one paragraph a subject."""
    for prefix, namespace in prefixes(base).items():
        file.write(f"@prefix {prefix}: <{namespace}> .\n")
    term = turtle_terms(base)
    for subject, pairs in descriptions:
        file.write("\n" + paragraph(subject, pairs, term))


def paragraph(subject: str, pairs: Iterable[Pair], term: Callable[[Object], str]) -> str:
    """One subject in Turtle, ending in a full stop and a line end."""
    parts: list[str] = []
    last = ""
    for predicate, value in ordered(pairs):
        if predicate == last:
            parts[-1] += f" , {term(value)}"
        else:
            parts.append(f"{'a' if predicate == TYPE else term(predicate)} {term(value)}")
            last = predicate
    return f"{term(subject)} " + " ;\n    ".join(parts) + " .\n"


def ordered(pairs: Iterable[Pair]) -> list[Pair]:
    """Predicates and objects in canonical order: types, then labels, then by IRI; objects by their text."""
    return sorted(pairs, key=_pair_key)


def turtle_terms(base: str = DEFAULT_BASE) -> Callable[[Object], str]:
    """A function that writes a term in Turtle: prefixed where its local part is plain letters, else in full."""
    by_namespace = {namespace: prefix for prefix, namespace in prefixes(base).items()}
    # The IRIs written before, which most are; literals are seldom the same.
    written: dict[str, str] = {}

    def iri(value: str) -> str:
        cut = max(value.rfind("/"), value.rfind("#")) + 1
        prefix = by_namespace.get(value[:cut])
        local = value[cut:]
        short = written[value] = f"{prefix}:{local}" if prefix and _LOCAL_NAME.fullmatch(local) else f"<{value}>"
        return short

    def term(value: Object) -> str:
        if isinstance(value, str):
            return written.get(value) or iri(value)
        text, datatype, lang = value
        # What is printable has no control characters; of the rest some are escaped.
        plain = text.isprintable() and '"' not in text and "\\" not in text
        quoted = f'"{text if plain else text.translate(_ESCAPES)}"'
        if lang:
            return f"{quoted}@{lang}"
        return f"{quoted}^^{written.get(datatype) or iri(datatype)}" if datatype else quoted

    return term


def nt_term(value: Object) -> str:
    """A term in N-Triples."""
    if isinstance(value, Literal):
        text, datatype, lang = value
        quoted = f'"{text.translate(_ESCAPES)}"'
        return f"{quoted}@{lang}" if lang else f"{quoted}^^<{datatype}>" if datatype else quoted
    return f"<{value}>"


def _descriptions(source: KnowledgeGraph | pyoxigraph.Store, base: str) -> Iterator[Description]:
    from kg.graph import KnowledgeGraph

    check_base(base)
    return describe(source, base) if isinstance(source, KnowledgeGraph) else _stored(source)


def _stored(store: pyoxigraph.Store) -> Iterator[Description]:
    """What a store's default graph says, in the order of `describe`."""
    import pyoxigraph

    subjects: dict[str, list[Pair]] = {}
    for quad in store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()):
        node = quad.object
        value: Object
        if isinstance(node, pyoxigraph.Literal):
            plain = node.language or node.datatype.value == NAMESPACES["xsd"] + "string"
            value = Literal(node.value, "" if plain else node.datatype.value, node.language or "")
        else:
            value = node.value  # type: ignore[union-attr]
        subjects.setdefault(quad.subject.value, []).append((quad.predicate.value, value))  # type: ignore[union-attr]
    for subject in sorted(subjects):
        yield subject, subjects[subject]


def _pair_key(pair: Pair) -> tuple[str, str, str]:
    predicate, value = pair
    if isinstance(value, str):
        return _FIRST.get(predicate, predicate), value, ""
    text, datatype, lang = value
    return _FIRST.get(predicate, predicate), text, datatype or lang


_FIRST = {TYPE: "", LABEL: " "}
"""What types and labels are sorted as, before any IRI."""


def _rdflib_term(value: Object) -> rdflib.term.Node:
    import rdflib

    if isinstance(value, Literal):
        datatype = rdflib.URIRef(value.datatype) if value.datatype else None
        return rdflib.Literal(value.value, lang=value.lang or None, datatype=datatype, normalize=False)
    return rdflib.URIRef(value)


def _has_oxrdflib() -> bool:
    from importlib.util import find_spec

    return find_spec("oxrdflib") is not None

"""The graph as JSON-LD: one object a subject under our own context, so that it reads as plain JSON too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.rdf import ordered, prefixes
from kg.export.triples import ALT_LABEL, LABEL, NAMESPACES, TYPE, Literal, Object, describe
from kg.ids import DEFAULT_BASE, check_base, to_local
from kg.ontology import KG, NAMESPACE

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


def write_jsonld(graph: KnowledgeGraph, path: str | Path, *, base: str = DEFAULT_BASE) -> None:
    """Write JSON-LD 1.1, one subject a line, in the order of `write_turtle`."""
    known = context(check_base(base))
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context":{_dump(known)},\n"@graph":[')
        separator = "\n"
        for subject, pairs in describe(graph, base):
            node: dict[str, Any] = {"id": _reference(subject, base)}
            for predicate, value in ordered(pairs):
                key, plain = _pair(predicate, value, known, base)
                node.setdefault(key, []).append(plain)
            lone = {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()}
            file.write(separator + _dump(lone))
            separator = ",\n"
        file.write("\n]}\n")


def context(base: str = DEFAULT_BASE) -> dict[str, Any]:
    """Our JSON-LD context: identifiers relative to the base, the ontology's properties by their bare names."""
    terms: dict[str, Any] = {"@version": 1.1, "@base": base, "id": "@id", "type": "@type"}
    terms |= {prefix: {"@id": namespace, "@prefix": True} for prefix, namespace in prefixes(base).items() if namespace in _USED}
    terms |= {
        "label": {"@id": "rdfs:label", "@language": "zh"},
        "altLabel": {"@id": "skos:altLabel", "@language": "zh"},
    }
    for name, term in KG.terms.items():
        if term.kind == "object":
            terms[name] = {"@id": f"kg:{name}", "@type": "@id"}
        elif term.kind == "datatype":
            terms[name] = {"@id": f"kg:{name}"}
    return terms


_USED = frozenset(NAMESPACES.values())


def _pair(predicate: str, value: Object, known: dict[str, Any], base: str) -> tuple[str, Any]:
    if predicate == TYPE:
        return "type", _prefixed(str(value))
    if isinstance(value, Literal):
        if predicate in (LABEL, ALT_LABEL) and value.lang == "zh":
            return "label" if predicate == LABEL else "altLabel", value.value
        key = _key(predicate)
        if value.lang:
            return key, {"@value": value.value, "@language": value.lang}
        return key, {"@value": value.value, "@type": _prefixed(value.datatype)} if value.datatype else value.value
    key = _key(predicate)
    reference = _reference(value, base)
    return key, reference if isinstance(known.get(key), dict) and known[key].get("@type") == "@id" else {"id": reference}


def _key(predicate: str) -> str:
    return predicate[len(NAMESPACE) :] if predicate.startswith(NAMESPACE) else _prefixed(predicate)


def _prefixed(iri: str) -> str:
    for prefix, namespace in NAMESPACES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _reference(iri: str, base: str) -> str:
    """Relative to the base where that is safe: its first step has no colon."""
    if to_local(iri, base) is None or iri.startswith(NAMESPACES["kg"][:-1]):
        return iri
    relative = iri[len(base) :]
    return iri if ":" in relative or relative.startswith(("/", "?", "#")) or "//" in relative else relative


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

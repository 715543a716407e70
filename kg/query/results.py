"""Answers as text: an aligned table for people, CSV, TSV, JSON and XML of the SPARQL recommendations, RDF for graphs."""

from __future__ import annotations

import csv
import io
import json
from typing import Final
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export.rdf import prefixes, write_descriptions
from kg.export.triples import Literal, Object, Pair
from kg.ids import DEFAULT_BASE, to_local
from kg.ontology import NAMESPACE, ONTOLOGY, nearest
from kg.query.sparql import Answer, Term, plain

GRAPH_FORMATS: Final = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


def format_answer(answer: Answer, form: str = "table", *, base: str = DEFAULT_BASE) -> str:
    """An answer as text.

    Args:
        form: `table` (aligned, IRIs shortened), `csv`, `tsv`, `json`, `xml`, or for `CONSTRUCT` a name of `GRAPH_FORMATS`.

    Raises:
        QueryError: On another form, or one that cannot hold this kind of answer.

    Example:
        >>> print(format_answer(Answer(("name", "n"), ((ox.Literal("刘健", language="zh"), ox.Literal(2)),))))
        name | n
        -----+--
        刘健 | 2
        (1 row)
    """
    if form in GRAPH_FORMATS:
        return _graph(answer, form, base)
    writers = {"table": _table, "csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml}
    if form not in writers:
        raise QueryError(f"no format {form} for answers; {nearest(form, [*writers, *GRAPH_FORMATS])}")
    return writers[form](answer, base)


def short(term: Term | None, base: str = DEFAULT_BASE) -> str:
    """A term for people: identifiers without the base, vocabulary with its prefix, literals without type.

    Example:
        >>> short(ox.NamedNode("https://kg.example.org/person/刘健_310116")), short(ox.NamedNode("http://www.w3.org/ns/org#Post"))
        ('person/刘健_310116', 'org:Post')
    """
    if isinstance(term, ox.Literal):
        return term.value
    if not isinstance(term, ox.NamedNode):
        return "" if term is None else str(plain(term))
    iri = term.value
    if iri.startswith(base) and not iri.startswith(ONTOLOGY):
        return to_local(iri, base) or iri
    for prefix, namespace in prefixes(base).items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return "kg:" + iri[len(NAMESPACE) :] if iri.startswith(NAMESPACE) else iri


def width(text: str) -> int:
    """Columns of a terminal that a text takes: Chinese characters take two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _table(answer: Answer, base: str) -> str:
    if answer.boolean is not None:
        return "yes" if answer.boolean else "no"
    cells = [[" ".join(short(term, base).split()) for term in row] for row in answer.rows]
    widths = [max([width(name), *(width(row[i]) for row in cells)]) for i, name in enumerate(answer.columns)]

    def line(row: list[str]) -> str:
        return " | ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)).rstrip()

    count = f"({len(cells)} row{'' if len(cells) == 1 else 's'}{', more left out' if answer.truncated else ''})"
    return "\n".join([line(list(answer.columns)), "-+-".join("-" * size for size in widths), *map(line, cells), count])


def _csv(answer: Answer, base: str) -> str:
    if answer.boolean is not None:
        raise QueryError("CSV has no form for the answer to ASK; use json")
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(answer.columns)
    writer.writerows(["" if term is None else str(getattr(term, "value", term)) for term in row] for row in answer.rows)
    return file.getvalue()


def _tsv(answer: Answer, base: str) -> str:
    if answer.boolean is not None:
        raise QueryError("TSV has no form for the answer to ASK; use json")
    lines = ["\t".join("?" + name for name in answer.columns)]
    lines += ["\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in answer.rows]
    return "\n".join(lines) + "\n"


def _json(answer: Answer, base: str) -> str:
    data: dict[str, object] = {"head": {}, "boolean": answer.boolean}
    if answer.boolean is None:
        bindings = [
            {name: _json_term(term) for name, term in zip(answer.columns, row, strict=True) if term is not None}
            for row in answer.rows
        ]
        data = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(data, ensure_ascii=False)


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, ox.Literal):
        found: dict[str, object] = {"type": "literal", "value": term.value}
        if term.language:
            found["xml:lang"] = term.language
        elif term.datatype.value != _XSD_STRING:
            found["datatype"] = term.datatype.value
        return found
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    return {"type": "uri" if isinstance(term, ox.NamedNode) else "bnode", "value": term.value}


def _xml(answer: Answer, base: str) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in answer.columns)
    if answer.boolean is not None:
        body = f"<boolean>{'true' if answer.boolean else 'false'}</boolean>"
    else:
        rows = (
            "".join(
                f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
                for name, term in zip(answer.columns, row, strict=True)
                if term is not None
            )
            for row in answer.rows
        )
        body = "<results>" + "".join(f"<result>{row}</result>" for row in rows) + "</results>"
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
    return f"{start}<head>{head}</head>{body}</sparql>"


def _xml_term(term: Term) -> str:
    if isinstance(term, ox.Literal):
        if term.language:
            return f"<literal xml:lang={quoteattr(term.language)}>{escape(term.value)}</literal>"
        typed = "" if term.datatype.value == _XSD_STRING else f" datatype={quoteattr(term.datatype.value)}"
        return f"<literal{typed}>{escape(term.value)}</literal>"
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return "<triple>" + "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts.items()) + "</triple>"
    tag = "uri" if isinstance(term, ox.NamedNode) else "bnode"
    return f"<{tag}>{escape(term.value)}</{tag}>"


def _graph(answer: Answer, form: str, base: str) -> str:
    if not answer.is_graph:
        raise QueryError(f"{form} holds graphs, which CONSTRUCT and DESCRIBE give; for rows use csv, tsv, json or xml")
    if form == "turtle":
        return _turtle(answer, base)
    found = sorted({ox.Triple(*row) for row in answer.rows}, key=str)  # type: ignore[arg-type]
    return (ox.serialize(found, format=GRAPH_FORMATS[form]) or b"").decode("utf-8")


def _turtle(answer: Answer, base: str) -> str:
    """By our own writer, for pyoxigraph's lists prefixes in another order each time."""
    subjects: dict[str, dict[Pair, None]] = {}
    for subject, predicate, value in answer.rows:
        subjects.setdefault(_node(subject), {})[_node(predicate), _object(value)] = None
    file = io.StringIO()
    write_descriptions(((subject, list(subjects[subject])) for subject in sorted(subjects)), file, base=base)
    return file.getvalue()


def _object(term: Term | None) -> Object:
    if isinstance(term, ox.Literal):
        datatype = "" if term.language or term.datatype.value == _XSD_STRING else term.datatype.value
        return Literal(term.value, datatype, term.language or "")
    return _node(term)


def _node(term: Term | None) -> str:
    """The IRI; a blank node, which only a query that makes one can give, gets a well-known IRI (RDF 1.1, section 3.5)."""
    return term.value if isinstance(term, ox.NamedNode) else f"{DEFAULT_BASE}.well-known/genid/{getattr(term, 'value', '')}"

"""HTML of the endpoint: the page of a thing with all that is said of it, and the query page; nothing comes from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.export.rdf import prefixes
from kg.export.triples import LABEL, TYPE
from kg.ids import to_local
from kg.ontology import KG, NAMESPACE, ONTOLOGY
from kg.query.questions import load_questions
from kg.query.results import short

_FOLDER = Path(__file__).parent / "html"


@cache
def _template(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def query_page(base: str) -> str:
    """The page with the prepared questions, a SPARQL editor, and results as a table or a graph."""
    questions = [
        {
            "name": question.name,
            "zh": question.captions["zh"],
            "en": question.captions["en"],
            "sparql": question.sparql.strip(),
            "parameters": [
                {"name": p.name, "type": _type_name(p.type), "description": p.description, "default": p.default}
                for p in question.parameters
            ],
        }
        for question in load_questions().values()
    ]
    data = {"base": base, "prefixes": prefixes(base), "questions": questions}
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")  # no </script> can end the script early
    return _template("query.html").replace("/*DATA*/null", text)


Rows = Iterable[Mapping[str, Any]]
"""Bindings of SPARQL's JSON results."""


def thing_page(iri: str, forward: Rows, backward: Rows, base: str, *, quotes: Rows = ()) -> str:
    """The page of one IRI.

    Args:
        forward: Rows with `predicate`, `object` and, where the object has one, its `label`.
        backward: Rows with `subject`, `predicate` and `label`.
        quotes: Rows with a statement's `predicate`, `subject` and its `name`, and the `quote` it rests on, `source` and its `label`.
    """
    rows = list(forward)
    names = [row["object"]["value"] for row in rows if row["predicate"]["value"] == LABEL]
    title = names[0] if names else _name(iri, base)
    types = " ".join(_link(row["object"]["value"], base) for row in rows if row["predicate"]["value"] == TYPE)
    said = "".join(
        f"<tr><th>{_predicate(row, base)}</th><td>{_value(row['object'], row.get('label'), base)}</td></tr>"
        for row in rows
        if row["predicate"]["value"] not in (LABEL, TYPE)
    )
    heard = "".join(
        f"<tr><td>{_value(row['subject'], row.get('label'), base)}</td><th>{_predicate(row, base)}</th></tr>"
        for row in backward
    )
    sentences = "".join(
        f"<tr><th>{_value(row['subject'], row.get('name'), base)} {_predicate(row, base)}</th><td>{escape(row['quote']['value'])} "
        f"<small>{_value(row['source'], row.get('label'), base)}</small></td></tr>"
        for row in quotes
    )
    path = escape(_path(iri, base))
    forms = " ".join(f'<a href="{path}?format={form}">{name}</a>' for form, name in _FORMS)
    parts = {
        "TITLE": escape(title),
        "IRI": escape(iri),
        "TYPES": types,
        "SAID": said,
        "HEARD": heard,
        "QUOTES": sentences,
        "FORMS": forms,
    }
    page = _template("thing.html")
    for name, text in parts.items():
        page = page.replace(f"<!--{name}-->", text)
    return page


_TYPE_NAMES = {"text": "用语", "words": "字样", "date": "日期", "start": "起始日期"}


def _type_name(types: str) -> str:
    """What a parameter is, in Chinese."""
    return "、".join(_TYPE_NAMES.get(name) or KG[name].labels["zh"] for name in types.split("|"))


_FORMS = (("turtle", "Turtle"), ("nt", "N-Triples"), ("jsonld", "JSON-LD"), ("rdfxml", "RDF/XML"))


def _value(term: Mapping[str, Any], label: Mapping[str, Any] | None, base: str) -> str:
    if term["type"] == "uri":
        return _link(term["value"], base, label["value"] if label else "")
    kind = term.get("datatype", "")
    note = (
        f' <small title="{escape(kind)}">{escape(kind.rpartition("#")[2])}</small>'
        if kind.startswith("http://www.w3.org")
        else ""
    )
    return escape(term["value"]) + note


def _predicate(row: Mapping[str, Any], base: str) -> str:
    return _link(row["predicate"]["value"], base)


def _link(iri: str, base: str, name: str = "") -> str:
    return f'<a href="{escape(_path(iri, base))}">{escape(name or _name(iri, base))}</a>'


def _name(iri: str, base: str) -> str:
    """Of our terms the Chinese name, of things the identifier, of others' terms the prefixed name."""
    term = iri[len(NAMESPACE) :]
    if iri.startswith(NAMESPACE) and term in KG:
        return KG[term].labels["zh"]
    return short(NamedNode(iri), base)


def _path(iri: str, base: str) -> str:
    """Where this server has the page of an IRI; other people's IRIs stay as they are, unless they could run as a script."""
    if iri.startswith(ONTOLOGY):
        return quote(iri[len(ONTOLOGY) - len("/ontology") :], safe="/#")
    if (local := to_local(iri, base)) is not None:
        return "/" + quote(local, safe="/")
    return iri if iri.startswith(("http://", "https://")) else "#"

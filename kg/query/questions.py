"""Prepared questions: reads `ontology/queries/*.rq`, resolves the names given to their parameters and answers them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import DataError, QueryError
from kg.export.triples import LABEL, NAMESPACES, days
from kg.ids import DEFAULT_BASE, to_iri, to_local
from kg.model import ENTITY_TYPES
from kg.ontology import KG, folder, nearest
from kg.query.sparql import Answer, Term, run

ANY: Final = "any"
"""The default of a parameter that may be left out: then the question is asked of everything."""
MAX_MEANINGS: Final = 12
"""How many things of one name a question is asked of, before the name is refused as too vague."""

_TEXT_TYPES = ("text", "words", "date", "start")
_HEADER = re.compile(r"# (name|caption-zh|caption-en|param): (.+)")
_PARAMETER = re.compile(r"(?P<name>\w+) (?P<type>[\w|]+)(?:=(?P<default>\S+))? (?P<description>.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question wants to be told."""

    name: str
    type: str
    """`text` (a Chinese term as it stands in the graph), `words` (part of one), `date` (its last day counts),
    `start` (its first day counts), `Source`, `Entity`, or entity types joined by `|`."""
    description: str
    default: str | None
    """What stands where nothing is given: None when it must be given."""


@dataclass(frozen=True, slots=True)
class Question:
    """A prepared question: its name, captions by language, parameters and SPARQL."""

    name: str
    captions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str

    @property
    def usage(self) -> str:
        """How it is asked on the command line, optional parameters in brackets."""
        given = (f"{p.name}={p.type.upper()}" if p.default is None else f"[{p.name}={p.type.upper()}]" for p in self.parameters)
        return " ".join([self.name, *given])


@cache
def load_questions() -> Mapping[str, Question]:
    """All questions by name.

    Raises:
        DataError: Where the head of a file is malformed.

    Example:
        >>> load_questions()["career"].usage
        'career person=PERSON'
    """
    questions = (parse_question(path.read_text(encoding="utf-8"), path) for path in sorted((folder() / "queries").glob("*.rq")))
    return {question.name: question for question in questions}


def parse_question(text: str, path: Path) -> Question:
    """Read a question from its file: head lines `# name:`, `# caption-zh:`, `# caption-en:`, `# param:`, then SPARQL.

    Raises:
        DataError: Where a head line is missing or malformed.
    """
    heads: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not (match := _HEADER.fullmatch(line)):
            continue
        key, value = match.groups()
        if key != "param":
            heads[key] = value
            continue
        found = _PARAMETER.fullmatch(value)
        if not found:
            raise DataError(f"{path}:{number}: a parameter reads “# param: name type description”, not “{line}”")
        for name in found["type"].split("|"):
            if name not in (*_TEXT_TYPES, "Source", "Entity", *ENTITY_TYPES):
                raise DataError(
                    f"{path}:{number}: no type {name}; {nearest(name, [*_TEXT_TYPES, 'Source', 'Entity', *ENTITY_TYPES])}"
                )
        parameters.append(Parameter(found["name"], found["type"], found["description"], found["default"]))
    if missing := {"name", "caption-zh", "caption-en"} - heads.keys():
        raise DataError(f"{path}: the head lacks “# {min(missing)}:”")
    if heads["name"] != path.stem:
        raise DataError(f"{path}: the question is called {heads['name']}; name and file must agree")
    sparql = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return Question(heads["name"], {"zh": heads["caption-zh"], "en": heads["caption-en"]}, tuple(parameters), sparql)


def parse_values(pairs: Iterable[str]) -> dict[str, str]:
    """Arguments of the command line, `key=value` each, as a mapping.

    Raises:
        QueryError: Where one has no “=”.

    Example:
        >>> parse_values(["agency=区委", "date=2022-07-14"])
        {'agency': '区委', 'date': '2022-07-14'}
    """
    values: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            raise QueryError(f"“{pair}” is no key=value")
        values[key] = value
    return values


def answer(
    store: ox.Store, name: str, values: Mapping[str, str], *, base: str = DEFAULT_BASE, limit: int | None = None
) -> Answer:
    """Ask one question.

    A name that several things share is asked of each of them, and the rows are put together.

    Args:
        values: Parameters by name; entities by any of their names or by identifier (`person/刘健_310116`).

    Raises:
        QueryError: Where question, parameter or name is unknown, or a date is none; the text tells the nearest valid one.
    """
    question = find_question(name)
    rows: dict[tuple[Term | None, ...], None] = {}
    columns: tuple[str, ...] = ()
    truncated = False
    for bound in bindings(store, question, values, base=base):
        part = run(store, question.sparql, base=base, values=bound, limit=limit)
        columns = part.columns
        truncated |= part.truncated
        rows.update(dict.fromkeys(part.rows))
    found = tuple(rows)
    if limit is not None and len(found) > limit:
        found, truncated = found[:limit], True
    return Answer(columns, found, truncated=truncated)


def find_question(name: str) -> Question:
    """The question of a name; raises `QueryError` with the nearest name where there is none."""
    questions = load_questions()
    if name not in questions:
        raise QueryError(f"no question {name}; {nearest(name, questions)}")
    return questions[name]


def bindings(
    store: ox.Store, question: Question, values: Mapping[str, str], *, base: str = DEFAULT_BASE
) -> list[dict[str, Term]]:
    """What the parameters of a question may stand for: one binding for each combination of meanings.

    Raises:
        QueryError: As `answer`.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for key in values:
        if key not in known:
            raise QueryError(f"{question.name} has no parameter {key}; it is asked as: {question.usage}")
    meanings: dict[str, list[Term]] = {}
    for parameter in question.parameters:
        value = values.get(parameter.name) or parameter.default
        if value is None:
            raise QueryError(
                f"{question.name} needs {parameter.name} ({parameter.description}); it is asked as: {question.usage}"
            )
        if value != ANY:
            meanings[parameter.name] = _meanings(store, parameter, value, base)
    return [dict(zip(meanings, combination, strict=True)) for combination in product(*meanings.values())]


def _meanings(store: ox.Store, parameter: Parameter, value: str, base: str) -> list[Term]:
    if parameter.type in ("text", "words"):
        return [ox.Literal(value, language="zh") if parameter.type == "text" else ox.Literal(value)]
    if parameter.type in ("date", "start"):
        span = days(value)
        if not span:
            raise QueryError(f"{parameter.name}: {value} is no date; write 2022-07-14, 2022-07 or 2022")
        return [ox.Literal(span[0 if parameter.type == "start" else 1])]
    return [*resolve(store, value, parameter.type, base=base)]


def resolve(store: ox.Store, name: str, types: str = "Entity", *, base: str = DEFAULT_BASE) -> list[ox.NamedNode]:
    """The things that a name may mean: by identifier, name or alias, else by the shortest names with its characters in order.

    Args:
        types: Entity types joined by `|`, `Entity` for any, or `Source`.

    Raises:
        QueryError: Where nothing has the name, or too many things have; the text tells the nearest names.
    """
    wanted = set(ENTITY_TYPES if types == "Entity" else types.split("|"))
    for iri in [name] if "://" in name else [to_iri(name, base), to_iri(f"doc/{name}", base)]:
        if " " not in iri and _is_of(store, ox.NamedNode(iri), wanted):
            return [ox.NamedNode(iri)]
    names = (ox.NamedNode(LABEL), ox.NamedNode(NAMESPACES["skos"] + "altLabel"))
    exact = {
        quad.subject
        for predicate in names
        for literal in (ox.Literal(name, language="zh"), ox.Literal(name))
        for quad in store.quads_for_pattern(None, predicate, literal, ox.DefaultGraph())
    }
    found = sorted((node for node in exact if isinstance(node, ox.NamedNode) and _is_of(store, node, wanted)), key=str)
    if found:
        return _few(name, found, base)
    if near := _shortest(store, name, wanted):
        return _few(name, near, base)
    raise QueryError(
        f"nothing called {name} among {' and '.join(sorted(wanted))}; find names by: kg ask DIR search words={name[:2]}"
    )


def _is_of(store: ox.Store, node: ox.NamedNode, wanted: Iterable[str]) -> bool:
    kind = ox.NamedNode(NAMESPACES["rdf"] + "type")
    return any(ox.Quad(node, kind, ox.NamedNode(KG[name].iri), ox.DefaultGraph()) in store for name in wanted)


def _shortest(store: ox.Store, name: str, wanted: Iterable[str]) -> list[ox.NamedNode]:
    """The things in whose names the text stands, or else its characters in order; of too many the shortest named ones.

    The shortest name is the likeliest meaning of a short form.
    """
    rows = run(
        store,
        "SELECT ?thing ?name { ?thing rdfs:label|skos:altLabel ?name FILTER (REGEX(?name, ?pattern)) }",
        values={"pattern": ox.Literal(".*".join(re.escape(char) for char in name))},
    ).rows
    named = sorted(
        (len(said.value), thing.value, name in said.value)
        for thing, said in rows
        if isinstance(thing, ox.NamedNode) and isinstance(said, ox.Literal)
    )
    for pick in ([row for row in named if row[2]], named):
        lengths: dict[ox.NamedNode, int] = {}
        for length, iri, _ in pick:
            lengths.setdefault(ox.NamedNode(iri), length)
        found = [node for node in lengths if _is_of(store, node, wanted)]
        if found:
            return [node for node in found if lengths[node] == lengths[found[0]] or len(found) <= MAX_MEANINGS]
    return []


def _few(name: str, found: list[ox.NamedNode], base: str) -> list[ox.NamedNode]:
    if len(found) > MAX_MEANINGS:
        some = ", ".join(to_local(node.value, base) or node.value for node in found[:5])
        raise QueryError(f"{name} may mean {len(found)} things ({some} …); give one of these identifiers")
    return found

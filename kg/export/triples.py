"""From a knowledge graph to RDF: one generator of subjects with what is said of them, shared by all RDF forms."""

from __future__ import annotations

import hashlib
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.errors import DataError
from kg.ids import DEFAULT_BASE, to_iri
from kg.model import Document, Entity, Evidence, Statement
from kg.ontology import KG, nearest

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

NAMESPACES: Final[Mapping[str, str]] = {
    "kg": "https://kg.example.org/ontology#",
    "role": "https://kg.example.org/ontology/role/",
    "stage": "https://kg.example.org/ontology/stage/",
    "level": "https://kg.example.org/ontology/level/",
    "title": "https://kg.example.org/ontology/title/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SECTIONS: Final[Mapping[str, str]] = {
    "agency": "agency",
    "article": "article",
    "build": "build",
    "date": "date",
    "doc": "doc",
    "document": "document",
    "event": "event",
    "ev": "evidence",
    "geometry": "geometry",
    "interval": "interval",
    "person": "person",
    "place": "place",
    "post": "post",
    "project": "project",
    "stmt": "statement",
}
"""Prefixes for what is minted under the base, by the first step of the path."""


class Literal(NamedTuple):
    """An RDF literal: its lexical form and its datatype IRI or language tag (neither: a plain string)."""

    value: str
    datatype: str = ""
    lang: str = ""


Object = str | Literal
"""An IRI, or a literal."""
Pair = tuple[str, Object]
"""A predicate's IRI with one object."""
Description = tuple[str, list[Pair]]
"""A subject's IRI with all that is said of it."""
Triple = tuple[str, str, Object]

_XSD, _RDF = NAMESPACES["xsd"], NAMESPACES["rdf"]
TYPE: Final = _RDF + "type"
LABEL: Final = NAMESPACES["rdfs"] + "label"
ALT_LABEL: Final = NAMESPACES["skos"] + "altLabel"
SUBJECT, PREDICATE, OBJECT = _RDF + "subject", _RDF + "predicate", _RDF + "object"
_ORG, _OA, _TIME, _GEO = NAMESPACES["org"], NAMESPACES["oa"], NAMESPACES["time"], NAMESPACES["geo"]
_DCTERMS, _PROV = NAMESPACES["dcterms"], NAMESPACES["prov"]
_DATE, _INTEGER = _XSD + "date", _XSD + "integer"
# The terms of each evidence: made once, so that each is looked up and compared as one object.
_POSITION_SELECTOR, _QUOTE_SELECTOR = _OA + "TextPositionSelector", _OA + "TextQuoteSelector"
_SOURCE, _START, _END, _EXACT = _OA + "hasSource", _OA + "start", _OA + "end", _OA + "exact"
_TRUE: Final = Literal("true", _XSD + "boolean")
_DATE_TYPES: Final = (
    (re.compile(r"\d{4}-\d\d-\d\d"), _XSD + "date"),
    (re.compile(r"\d{4}-\d\d"), _XSD + "gYearMonth"),
    (re.compile(r"\d{4}"), _XSD + "gYear"),
    (re.compile(r"--\d\d-\d\d"), _XSD + "gMonthDay"),
    (re.compile(r"--\d\d"), _XSD + "gMonth"),
    (re.compile(r"\d{4}(-\d\d){0,2}/(\d{4}(-\d\d){0,2}|\.\.)|\.\./\d{4}(-\d\d){0,2}"), NAMESPACES["edtf"] + "EDTF"),
)


def describe(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> Iterator[Description]:
    """All that the graph says, subject by subject in the order of their IRIs, each subject once, without blank nodes.

    Raises:
        DataError: Where a predicate, kind, role or stage is not in the ontology.
    """
    sections = _sections(graph, base)
    for name in sorted(sections, key=lambda section: section + "/"):
        merged: dict[str, list[Pair]] = {}
        for subject, pairs in sections[name]:
            known = merged.setdefault(subject, pairs)
            if known is not pairs:  # an article that is also an entity; its headline is its one label
                known += [pair for pair in pairs if pair[0] != LABEL and pair not in known]
        for subject in sorted(merged):
            yield subject, merged[subject]


def triples(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> Iterator[Triple]:
    """The graph as single triples, each once."""
    for subject, pairs in describe(graph, base):
        for predicate, value in pairs:
            yield subject, predicate, value


def evidence_id(evidence: Evidence) -> str:
    """The local identifier of an evidence, a hash of its place and rule.

    Example:
        >>> evidence_id(Evidence("002", 5, 9, "刘健主持", "post.title-before-name"))
        'evidence/bdf6d009da0210bf'
    """
    return _evidence_id(evidence.doc, evidence.start, evidence.end, evidence.rule)


@lru_cache(maxsize=1 << 16)  # a statement refers to it, and it is described itself
def _evidence_id(doc: str, start: int, end: int, rule: str) -> str:
    return "evidence/" + hashlib.sha256(f"{doc}\0{start}\0{end}\0{rule}".encode()).hexdigest()[:16]


@cache
def date_literal(iso: str) -> Literal:
    """A date or interval as a typed literal; intervals use the Library of Congress's Extended Date/Time Format.

    What is no ISO 8601 date stays a plain string, which validation reports.

    Example:
        >>> date_literal("2023-06").datatype, date_literal("2023-05-20/2023-05-21").datatype
        ('http://www.w3.org/2001/XMLSchema#gYearMonth', 'http://id.loc.gov/datatypes/edtf/EDTF')
    """
    for pattern, datatype in _DATE_TYPES:
        if pattern.fullmatch(iso):
            return Literal(iso, datatype)
    return Literal(iso)


@cache
def days(iso: str) -> tuple[str, str] | None:
    """The first and last day of a date or interval; None where it has no year or is no date.

    Example:
        >>> days("2024-02"), days("2023-05-20/2023-06"), days("--07-08")
        (('2024-02-01', '2024-02-29'), ('2023-05-20', '2023-06-30'), None)
    """
    first, last = bounds_of(iso)
    return (first, last) if first and last else None


def bounds_of(iso: str) -> tuple[str, str]:
    """As `days`, with empty text for an end that is open (`2016/..`: since 2016) or unknown.

    Example:
        >>> bounds_of("2016/.."), bounds_of("近日")
        (('2016-01-01', ''), ('', ''))
    """
    start, _, end = iso.partition("/")
    first, last = _first_and_last(start), _first_and_last(end or start)
    return first[0] if first else "", last[1] if last else ""


def _first_and_last(iso: str) -> tuple[str, str] | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso)
    if not match:
        return None
    year, month, day = match.groups()
    if day:
        return iso, iso
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    if not (1 <= int(month) <= 12 and int(year)):
        return None
    return f"{iso}-01", f"{iso}-{monthrange(int(year), int(month))[1]:02}"


def decimal_literal(number: Decimal) -> Literal:
    """An exact number in the one form that equal numbers share.

    Example:
        >>> decimal_literal(Decimal("95.670")).value, decimal_literal(Decimal("3.27E+9")).value
        ('95.67', '3270000000')
    """
    return Literal(format(number.normalize() + 0, "f"), _XSD + "decimal")


@dataclass(frozen=True, slots=True)
class _Index:
    """What entities need to know of the statements, gathered in one pass."""

    plain: Mapping[str, Mapping[Pair, None]]
    """Plain triples by the identifier of their subject, in order, each once."""
    posts: Mapping[str, Mapping[str, None]]
    """Posts not known to have ended, by the person's identifier."""
    intervals: Mapping[str, None]
    """Dates of reports for which memberships are attested."""


def _index(graph: KnowledgeGraph, base: str) -> _Index:
    plain: dict[str, dict[Pair, None]] = {}
    posts: dict[str, dict[str, None]] = {}
    intervals: dict[str, None] = {}
    for stmt in graph.statements.values():
        predicate = _predicate(stmt.predicate)
        value = _object(stmt, base)
        if value is not None:
            plain.setdefault(stmt.subject, {})[predicate, value] = None
        if stmt.object and stmt.predicate == "cooperatesWith":
            plain.setdefault(stmt.object, {})[predicate, to_iri(stmt.subject, base)] = None
        if stmt.predicate == "holdsPost" and not _is_true(stmt.qualifiers.get("end")):
            if "title" in stmt.qualifiers and stmt.object:
                posts.setdefault(stmt.subject, {})[_post(stmt)] = None
            if reported := _attested(stmt):
                intervals[reported] = None
    return _Index(plain, posts, intervals)


def _sections(graph: KnowledgeGraph, base: str) -> dict[str, Iterable[Description]]:
    """Descriptions by the first step of their subjects' paths."""
    index = _index(graph, base)
    statements, documents, entities = graph.statements.values(), graph.documents.values(), graph.entities.values()
    sections: dict[str, list[Entity]] = {}
    for entity in entities:
        sections.setdefault(entity.id.partition("/")[0], []).append(entity)
    found: dict[str, Iterable[Description]] = {
        name: [_entity(entity, graph, index, base) for entity in members] for name, members in sections.items()
    }
    instants = {day for iso in index.intervals for day in days(iso) or ()}
    found["article"] = [
        *found.get("article", ()),
        *(_article(doc, n, base) for doc in documents for n in range(len(doc.articles))),
    ]
    found["build"] = [_build(graph, base)] if documents or statements else []
    found["date"] = [_instant(day, base) for day in instants]
    found["doc"] = [_source(doc, graph, base) for doc in documents]
    found["evidence"] = [
        evidence_description(item, base) for item in {evidence_id(e): e for s in statements for e in s.evidence}.values()
    ]
    found["geometry"] = [_geometry(entity, base) for entity in entities if _is_located(entity)]
    found["interval"] = [_interval(iso, base) for iso in index.intervals]
    found["post"] = [*_posts(graph, base)]
    found["statement"] = (statement_description(stmt, base) for stmt in statements)
    return found


def _entity(entity: Entity, graph: KnowledgeGraph, index: _Index, base: str) -> Description:
    pairs: list[Pair] = [(TYPE, KG[entity.type].iri)]
    if entity.kind:
        pairs.append((TYPE, _kind(entity.kind, entity.type)))
    pairs.append((LABEL, Literal(entity.name, lang="zh")))
    pairs += [(ALT_LABEL, Literal(alias, lang="zh")) for alias in dict.fromkeys(entity.aliases) if alias != entity.name]
    pairs += [(_ORG + "holds", to_iri(post, base)) for post in index.posts.get(entity.id, ())]
    facts = entity.facts
    if (
        (code := facts.get("code")) and code.isascii() and "/" not in code
    ):  # a town's key (310116/亭林镇) is no code of the standard
        pairs.append((KG.code, Literal(code)))
    if level := facts.get("level"):
        pairs.append((KG.level, KG.concept("level", level).iri))
    if (parent := facts.get("parent")) and parent in graph.entities:
        pairs.append((KG.parent, to_iri(parent, base)))
    if renamed := facts.get("renamed"):
        pairs.append((KG.renamed, Literal(renamed)))
    if _is_located(entity):
        pairs.append((_GEO + "hasGeometry", to_iri(_geometry_id(entity), base)))
    pairs += index.plain.get(entity.id, ())
    return to_iri(entity.id, base), pairs


def statement_description(stmt: Statement, base: str = DEFAULT_BASE) -> Description:
    """The node of one statement: what is claimed, with qualifiers, confidence and evidence."""
    pairs: list[Pair] = [(TYPE, KG.Statement)]
    if stmt.predicate == "observed":
        pairs.append((TYPE, KG.Observation))
    elif stmt.predicate == "holdsPost" and stmt.object:
        pairs.append((TYPE, _ORG + "Membership"))
    pairs += [(SUBJECT, to_iri(stmt.subject, base)), (PREDICATE, _predicate(stmt.predicate))]
    if stmt.predicate == "observed":
        pairs += _numbers(stmt)
    elif (value := _object(stmt, base)) is not None:
        pairs.append((OBJECT, value))
    for key, qualifier in stmt.qualifiers.items():
        pairs += _qualifier(key, qualifier)
    stated = stmt.value if isinstance(stmt.value, str) else stmt.qualifiers.get("date")
    if isinstance(stated, str):
        pairs += _bounds(stated)
    if stmt.predicate == "holdsPost" and stmt.object:
        pairs += _membership(stmt, base)
    pairs.append((KG.confidence, _confidence(stmt.confidence)))
    pairs += [(KG.evidence, to_iri(local, base)) for local in dict.fromkeys(map(evidence_id, stmt.evidence))]
    return to_iri(stmt.id, base), pairs


def evidence_description(evidence: Evidence, base: str = DEFAULT_BASE) -> Description:
    """The node of one evidence: selectors with the quotation, its offsets and the rule."""
    pairs: list[Pair] = [
        (TYPE, KG.Evidence),
        (TYPE, _POSITION_SELECTOR),
        (TYPE, _QUOTE_SELECTOR),
        (_SOURCE, to_iri(f"doc/{evidence.doc}", base)),
        (_START, Literal(str(evidence.start), _INTEGER)),
        (_END, Literal(str(evidence.end), _INTEGER)),
        (_EXACT, Literal(evidence.text, "", "zh")),
        (KG.rule, Literal(evidence.rule)),
    ]
    if evidence.article:
        pairs.append((KG.inArticle, to_iri(evidence.article, base)))
    return to_iri(evidence_id(evidence), base), pairs


def _object(stmt: Statement, base: str) -> Object | None:
    """The object of the plain triple: of an observation the statement itself, as a bare number without its unit is void."""
    if stmt.predicate == "observed":
        return to_iri(stmt.id, base)
    if stmt.object:
        return to_iri(stmt.object, base)
    return date_literal(stmt.value) if isinstance(stmt.value, str) else None


def _numbers(stmt: Statement) -> Iterator[Pair]:
    if isinstance(stmt.value, Decimal):
        yield KG.value, decimal_literal(stmt.value)
    elif isinstance(stmt.value, tuple):
        yield KG.low, decimal_literal(stmt.value[0])
        yield KG.high, decimal_literal(stmt.value[1])


@lru_cache(maxsize=1 << 12)  # few are said of one statement only
def _qualifier(key: str, value: str | bool) -> tuple[Pair, ...]:
    return tuple(_read_qualifier(key, value))


def _read_qualifier(key: str, value: str | bool) -> Iterator[Pair]:
    text = str(value)
    if key in ("title", "indicator"):
        yield KG[key].iri, Literal(text, lang="zh")
    elif key in ("role", "stage"):
        yield KG[key].iri, KG.concept(key, text).iri
    elif key in ("date", "reported", "period"):
        yield KG[key].iri, date_literal(text)
    elif key == "unit":
        yield KG.unit, Literal(text)
        if same := _units().get(text):
            yield NAMESPACES["qudt"] + "hasUnit", same
    elif key in ("expected", "end"):
        if _is_true(value):
            yield KG[key].iri, _TRUE
    else:
        raise DataError(f"statements have no qualifier {key}; {nearest(key, list(_QUALIFIERS))}")


@lru_cache(maxsize=1 << 12)
def _bounds(iso: str) -> tuple[Pair, ...]:
    """The first and last day of a date or interval, as far as known."""
    bounds = zip((KG["from"].iri, KG.until), bounds_of(iso), strict=True)
    return tuple((name, Literal(day, _DATE)) for name, day in bounds if day)


@lru_cache(maxsize=1 << 8)
def _confidence(value: float) -> Literal:
    return decimal_literal(Decimal(str(value)))


def _membership(stmt: Statement, base: str) -> Iterator[Pair]:
    """The same post in the words of W3C ORG."""
    yield _ORG + "member", to_iri(stmt.subject, base)
    yield _ORG + "organization", to_iri(stmt.object or "", base)
    if title := stmt.qualifiers.get("title"):
        yield KG.post, to_iri(_post(stmt), base)
        if concept := KG.concepts.get(f"title/{title}"):
            yield _ORG + "role", concept.iri
    if reported := _attested(stmt):
        yield _ORG + "memberDuring", to_iri(f"interval/{reported}", base)


def _attested(stmt: Statement) -> str:
    """The date of the report for which a membership is attested: none for a former one."""
    reported = stmt.qualifiers.get("reported")
    return reported if isinstance(reported, str) and days(reported) and not _is_true(stmt.qualifiers.get("end")) else ""


def _post(stmt: Statement) -> str:
    return f"post/{(stmt.object or '').partition('/')[2]}/{stmt.qualifiers['title']}"


def _posts(graph: KnowledgeGraph, base: str) -> Iterator[Description]:
    for stmt in graph.statements.values():
        if stmt.predicate == "holdsPost" and stmt.object and (title := stmt.qualifiers.get("title")):
            agency = graph.entities.get(stmt.object)
            pairs: list[Pair] = [
                (TYPE, _ORG + "Post"),
                (LABEL, Literal(f"{agency.name if agency else ''}{title}", lang="zh")),
                (_ORG + "postIn", to_iri(stmt.object, base)),
            ]
            if concept := KG.concepts.get(f"title/{title}"):
                pairs.append((_ORG + "role", concept.iri))
            yield to_iri(_post(stmt), base), pairs


def _interval(iso: str, base: str) -> Description:
    first, last = days(iso) or (iso, iso)
    return to_iri(f"interval/{iso}", base), [
        (TYPE, _TIME + "Interval"),
        (LABEL, Literal(iso)),
        (_TIME + "hasBeginning", to_iri(f"date/{first}", base)),
        (_TIME + "hasEnd", to_iri(f"date/{last}", base)),
    ]


def _instant(day: str, base: str) -> Description:
    return to_iri(f"date/{day}", base), [
        (TYPE, _TIME + "Instant"),
        (LABEL, Literal(day)),
        (_TIME + "inXSDDate", Literal(day, _XSD + "date")),
    ]


def _is_located(entity: Entity) -> bool:
    return "longitude" in entity.facts and "latitude" in entity.facts


def _geometry_id(entity: Entity) -> str:
    return f"geometry/{entity.id}"


def _geometry(entity: Entity, base: str) -> Description:
    point = f"POINT ({entity.facts['longitude']} {entity.facts['latitude']})"
    return to_iri(_geometry_id(entity), base), [
        (TYPE, _GEO + "Geometry"),
        (_GEO + "asWKT", Literal(point, _GEO + "wktLiteral")),
    ]


def _source(doc: Document, graph: KnowledgeGraph, base: str) -> Description:
    pairs: list[Pair] = [
        (TYPE, KG.Source),
        (LABEL, Literal(doc.title or doc.id, lang="zh")),
        (_DCTERMS + "identifier", Literal(doc.id)),
    ]
    if doc.publisher:
        pairs.append((NAMESPACES["dc"] + "publisher", Literal(doc.publisher, lang="zh")))
    if doc.published:
        pairs.append((_DCTERMS + "issued", date_literal(doc.published)))
    if f"place/{doc.place}" in graph.entities:
        pairs.append((_DCTERMS + "spatial", to_iri(f"place/{doc.place}", base)))
    if doc.url:
        pairs.append((NAMESPACES["schema"] + "url", Literal(doc.url, _XSD + "anyURI")))
    pairs += [(KG.inferred, Literal(name)) for name in doc.inferred]
    return to_iri(f"doc/{doc.id}", base), pairs


def _article(doc: Document, index: int, base: str) -> Description:
    article = doc.articles[index]
    return to_iri(article.id, base), [
        (TYPE, KG.Document),
        (TYPE, KG.Article),
        (LABEL, Literal(article.title or f"{doc.title or doc.id} 第{index + 1}篇", lang="zh")),
        (_DCTERMS + "isPartOf", to_iri(f"doc/{doc.id}", base)),
    ]


def _build(graph: KnowledgeGraph, base: str) -> Description:
    version = str(graph.report.get("version", ""))
    rules = sorted({evidence.rule for stmt in graph.statements.values() for evidence in stmt.evidence})
    key = "\0".join([version, *graph.documents])
    pairs: list[Pair] = [(TYPE, KG.Build), (LABEL, Literal(f"kg {version}".strip()))]
    if version:
        pairs.append((KG.version, Literal(version)))
    pairs += [(_PROV + "used", to_iri(f"doc/{doc}", base)) for doc in graph.documents]
    pairs += [(KG.rule, Literal(rule)) for rule in rules]
    return to_iri("build/" + hashlib.sha256(key.encode("utf-8")).hexdigest()[:16], base), pairs


_QUALIFIERS: Final = ("title", "role", "stage", "date", "indicator", "unit", "period", "expected", "end", "reported")
_PREDICATES: Final = (
    *("holdsPost", "visited", "participatedIn", "wrote", "partOf", "locatedIn", "passesThrough", "hasStation"),
    *("undertakes", "issued", "about", "cooperatesWith", "milestone", "heldOn", "observed"),
)


@cache
def _predicate(name: str) -> str:
    if name not in _PREDICATES:
        raise DataError(f"statements have no predicate {name}; {nearest(name, list(_PREDICATES))}")
    return KG[name].iri


@cache
def _kind(kind: str, entity_type: str) -> str:
    return KG.kind(entity_type, kind).iri


@cache
def _units() -> Mapping[str, str]:
    """QUDT's IRIs by the way a unit is written."""
    found: dict[str, str] = {}
    for concept in KG.concepts.values():
        if concept.scheme == "unit" and concept.same:
            found.update(dict.fromkeys((concept.labels["zh"], *concept.alternatives), concept.same[0]))
    return found


def _is_true(value: object) -> bool:
    return value is True or value == "true"

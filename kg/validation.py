"""A build against the shapes: violations name the node, say in Chinese and English what is wrong, and quote the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import InputError, MissingExtraError
from kg.export.rdf import prefixes
from kg.export.tables import read_jsonl
from kg.export.triples import NAMESPACES, OBJECT, PREDICATE, SUBJECT
from kg.ids import DEFAULT_BASE, to_local
from kg.ontology import KG, NAMESPACE, ONTOLOGY, folder
from kg.query.sparql import base_of

if TYPE_CHECKING:
    import rdflib

    from kg.graph import KnowledgeGraph

_SH = "http://www.w3.org/ns/shacl#"
_OA = NAMESPACES["oa"]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing wrong with a graph."""

    node: str
    """Local identifier, or IRI, of the node that is wrong."""
    path: str
    """The property concerned, with its prefix; empty where the node as a whole is."""
    value: str
    """The value that is wrong, where one is."""
    zh: str
    en: str
    doc: str
    """The source file with the sentence; empty where no statement leads to one."""
    quote: str

    def line(self, lang: str = "zh") -> str:
        """The violation in one line.

        Example:
            >>> Violation("place/990101", "kg:code", "99", "须为六位数字", "A code has 6 digits", "a", "东湖县。").line("en")
            'place/990101 kg:code “99”: A code has 6 digits [a: 东湖县。]'
        """
        what = " ".join(part for part in (self.node, self.path, self.value and f"“{self.value}”") if part)
        where = f" [{self.doc}: {' '.join(self.quote.split())}]" if self.quote else ""
        return f"{what}{'：' if lang == 'zh' else ': '}{self.zh if lang == 'zh' else self.en}{where}"


def validate(graph: KnowledgeGraph) -> tuple[Violation, ...]:
    """Check a graph in memory against `ontology/shapes.ttl`, and its quotations against its documents.

    Raises:
        MissingExtraError: Where pySHACL is not installed.
    """
    from tempfile import TemporaryDirectory

    from kg.export.rdf import write_turtle

    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "graph.ttl"
        write_turtle(graph, path)
        return _validate(path, {doc.id: doc.text for doc in graph.documents.values()}, DEFAULT_BASE)


def validate_folder(build: str | Path) -> tuple[Violation, ...]:
    """Check what `kg build` wrote: `graph.ttl` against the shapes, its quotations against `documents.jsonl`.

    Raises:
        InputError: Where the folder holds no build, or its Turtle cannot be read.
        MissingExtraError: Where pySHACL is not installed.
    """
    build = Path(build)
    try:
        texts = {row["id"]: row["text"] for row in read_jsonl(build / "documents.jsonl")}
        return _validate(build / "graph.ttl", texts, base_of(build))
    except (OSError, SyntaxError, ValueError, KeyError) as error:
        what = " ".join(str(error).split())[:200]
        raise InputError(f"{build}: no build of kg here ({what}); make one with `kg build INPUT --out {build}`") from error


def _validate(turtle: Path, texts: Mapping[str, str], base: str) -> tuple[Violation, ...]:
    try:
        import pyshacl
    except ImportError as error:
        raise MissingExtraError("kg validate needs pySHACL: in kg's folder, pip install '.[validate]'") from error
    import rdflib

    data = _read(turtle)
    shapes = rdflib.Graph().parse(folder() / "shapes.ttl", format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(report, rdflib.Graph)
    found = {*_from_report(report, data, base), *_wrong_quotes(data, texts, base)}
    return tuple(sorted(found))


def _read(turtle: Path) -> rdflib.Graph:
    """The file for rdflib, parsed by pyoxigraph, which is ten times as fast."""
    import pyoxigraph as ox
    import rdflib

    nodes: dict[Any, rdflib.term.Node] = {}

    def node(term: Any) -> rdflib.term.Node:
        known = nodes.get(term)
        if known is None:
            if isinstance(term, ox.Literal):
                datatype = None if term.language else rdflib.URIRef(term.datatype.value)
                known = rdflib.Literal(term.value, lang=term.language, datatype=datatype)
            else:
                known = rdflib.URIRef(term.value) if isinstance(term, ox.NamedNode) else rdflib.BNode(term.value)
            nodes[term] = known
        return known

    data = rdflib.Graph()
    for quad in ox.parse(path=str(turtle), format=ox.RdfFormat.TURTLE):
        data.add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return data


def _from_report(report: rdflib.Graph, data: rdflib.Graph, base: str) -> Iterator[Violation]:
    import rdflib

    def one(result: rdflib.term.Node, name: str) -> rdflib.term.Node | None:
        return report.value(result, rdflib.URIRef(_SH + name))

    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(_SH + "ValidationResult")):
        node, path, value = one(result, "focusNode"), one(result, "resultPath"), one(result, "value")
        messages = {
            str(getattr(message, "language", "") or "en"): str(message)
            for message in report.objects(result, rdflib.URIRef(_SH + "resultMessage"))
        }
        shape = str(one(result, "sourceShape") or "").rpartition("_")[2]
        predicate = KG[shape].iri if shape in KG else str(path or "")
        doc, quote = _sentence(data, node, predicate)
        yield Violation(
            _short(node, base),
            _short(path, base) if isinstance(path, rdflib.URIRef) else "",
            "" if value is None or value == node else _short(value, base),
            messages.get("zh", ""),
            messages.get("en", ""),
            doc,
            quote,
        )


def _wrong_quotes(data: rdflib.Graph, texts: Mapping[str, str], base: str) -> Iterator[Violation]:
    """Evidence whose words do not stand where it says: the one thing that shapes cannot see."""
    import rdflib

    for node, exact in data.subject_objects(rdflib.URIRef(_OA + "exact")):
        source, start, end = (data.value(node, rdflib.URIRef(_OA + name)) for name in ("hasSource", "start", "end"))
        doc = (to_local(str(source), base) or "").removeprefix("doc/")
        if doc in texts and isinstance(start, rdflib.Literal) and isinstance(end, rdflib.Literal):
            first, last = start.toPython(), end.toPython()
            if isinstance(first, int) and isinstance(last, int) and texts[doc][first:last] != str(exact):
                yield Violation(
                    _short(node, base),
                    "oa:exact",
                    texts[doc][first:last],
                    "原文在所指位置不是这些字",
                    "The source has other words at these offsets",
                    doc,
                    str(exact),
                )


def _sentence(data: rdflib.Graph, node: rdflib.term.Node | None, predicate: str) -> tuple[str, str]:
    """The source and words that lead to a node: its own, its evidence's, or those of a statement on it."""
    import rdflib

    if node is None:
        return "", ""
    exact, source = rdflib.URIRef(_OA + "exact"), rdflib.URIRef(_OA + "hasSource")
    evidence = rdflib.URIRef(KG.evidence)
    candidates = [node, *sorted(data.objects(node, evidence), key=str)]
    statements = sorted({*data.subjects(rdflib.URIRef(SUBJECT), node), *data.subjects(rdflib.URIRef(OBJECT), node)}, key=str)
    about = [stmt for stmt in statements if str(data.value(stmt, rdflib.URIRef(PREDICATE))) == predicate]
    for stmt in [*about, *statements]:
        candidates += sorted(data.objects(stmt, evidence), key=str)
    candidates += [
        item for stmt in sorted(data.subjects(rdflib.URIRef(KG.post), node), key=str) for item in data.objects(stmt, evidence)
    ]
    for candidate in candidates:
        quote = data.value(candidate, exact)
        if quote is not None:
            doc = data.value(candidate, source)
            return str(doc).rpartition("/doc/")[2] if doc is not None else "", str(quote)
    return "", ""


def _short(node: rdflib.term.Node | None, base: str) -> str:
    text = str(node)
    if text.startswith(ONTOLOGY):
        return "kg:" + text[len(NAMESPACE) :] if text.startswith(NAMESPACE) else text[len(ONTOLOGY) + 1 :]
    if (local := to_local(text, base)) is not None:
        return local
    for prefix, namespace in prefixes(base).items():
        if text.startswith(namespace):
            return f"{prefix}:{text[len(namespace) :]}"
    return text

"""SPARQL over a build: opens its graph as a pyoxigraph store and runs read-only queries on it."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import InputError, QueryError
from kg.export.rdf import prefixes, to_turtle
from kg.ids import DEFAULT_BASE
from kg.ontology import ONTOLOGY
from kg.ontology import folder as ontology_folder

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
STORE_FOLDER: Final = ".store"
ON_DISK_FROM: Final = 16_000_000
"""Bytes of Turtle from which on a build's store is kept on disk: loading takes longer than a second from there."""

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''  # long strings
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''  # strings
    r'|<[^<>"{}|^`\\\s]*>|\#[^\n]*'  # IRIs and comments
    r"|[?$](?P<variable>\w+)|[\w.-]*:[\w:%.-]*"  # variables and prefixed names
    r"|(?P<word>\w+)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: rows of terms under column names; `ASK` has `boolean`, `CONSTRUCT` the columns of a triple.

    Iterating gives one dictionary of plain Python values a row, which pandas takes: `pandas.DataFrame(answer)`.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    boolean: bool | None = None
    is_graph: bool = False
    truncated: bool = False
    """More rows were there than the limit allowed."""

    def __iter__(self) -> Iterator[dict[str, object]]:
        """Rows as dictionaries of plain values."""
        for row in self.rows:
            yield {name: plain(term) for name, term in zip(self.columns, row, strict=True)}

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rows)


def open_store(source: str | Path | KnowledgeGraph, *, on_disk: bool | None = None) -> ox.Store:
    """Open a graph for querying: its triples in the default graph, the ontology in a named graph of its own.

    Args:
        source: A folder that `kg build` wrote, or a graph in memory.
        on_disk: Keep the store of a folder on disk beside the build, where reopening takes no time; None decides by size.

    Raises:
        InputError: Where the folder holds no build.
    """
    if not isinstance(source, str | Path):
        return _fill(ox.Store(), to_turtle(source).encode("utf-8"))
    turtle = Path(source) / "graph.ttl"
    try:
        status = turtle.stat()
        if not (status.st_size >= ON_DISK_FROM if on_disk is None else on_disk):
            return _fill(ox.Store(), turtle.read_bytes())
    except OSError as error:
        raise InputError(f"{source}: no build of kg here ({error}); make one with `kg build INPUT --out {source}`") from error
    return ox.Store.read_only(str(_disk_store(turtle, f"{status.st_size}-{status.st_mtime_ns}")))


def base_of(folder: str | Path) -> str:
    """The base IRI that a build was made with, as its report says."""
    try:
        report = json.loads((Path(folder) / "report.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return DEFAULT_BASE
    return str(report.get("base", DEFAULT_BASE))


def run(
    store: ox.Store,
    sparql: str,
    *,
    base: str = DEFAULT_BASE,
    values: Mapping[str, Term] | None = None,
    limit: int | None = None,
    default_graphs: tuple[str, ...] = (),
    named_graphs: tuple[str, ...] = (),
) -> Answer:
    """Answer a SPARQL query. All prefixes of `kg.export.rdf.prefixes` are declared already.

    Args:
        values: Terms that variables stand for, which must not be among those selected.
        limit: Rows after which to stop, or all.
        default_graphs: The dataset, as the SPARQL protocol may name it; empty for the store's own default graph.
        named_graphs: The graphs that `GRAPH` may reach; empty for all.

    Raises:
        QueryError: On a syntax error, an update, or a call to another endpoint.

    Example:
        >>> list(run(ox.Store(), "SELECT ?n { VALUES ?n { 1 2 } }"))
        [{'n': 1}, {'n': 2}]
    """
    check_read_only(sparql)
    try:
        result = store.query(
            bound(sparql, values) if values else sparql,
            prefixes=prefixes(base),
            default_graph=[ox.NamedNode(iri) for iri in default_graphs] or None,
            named_graphs=[ox.NamedNode(iri) for iri in named_graphs] or None,
        )
        if isinstance(result, ox.QueryBoolean):
            return Answer((), (), boolean=bool(result))
        rows: list[tuple[Term | None, ...]] = []
        truncated = False
        columns: tuple[str, ...] = ("subject", "predicate", "object")
        if isinstance(result, ox.QuerySolutions):
            columns = tuple(variable.value for variable in result.variables)
        for item in result:
            if limit is not None and len(rows) >= limit:
                truncated = True
                break
            rows.append((item.subject, item.predicate, item.object) if isinstance(item, ox.Triple) else tuple(item))
    except (SyntaxError, ValueError, OSError) as error:
        raise QueryError(f"the query cannot be read: {_one_line(error)}") from error
    return Answer(columns, tuple(rows), is_graph=isinstance(result, ox.QueryTriples), truncated=truncated)


def check_read_only(sparql: str) -> None:
    """Refuse what would change the graph or reach out to the network.

    Raises:
        QueryError: Where the text is an update or has a `SERVICE` clause.

    Example:
        >>> check_read_only("SELECT ?service { ?service rdfs:label 'LOAD' }  # SERVICE")
        >>> check_read_only("SELECT * { SERVICE <http://example.net/> { ?s ?p ?o } }")
        Traceback (most recent call last):
        kg.errors.QueryError: SERVICE is refused: queries run on this graph alone and reach no network
    """
    decoded = _ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), sparql)
    for text in {sparql, decoded}:
        words = [match["word"].upper() for match in _TOKEN.finditer(text) if match["word"]]
        if "SERVICE" in words:
            raise QueryError("SERVICE is refused: queries run on this graph alone and reach no network")
        for word in words:
            if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"):
                break
            if word in ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"):
                raise QueryError(f"{word} is refused: the graph is read-only; change the texts or merges and build again")


def plain(term: Term | None) -> object:
    """A term as a Python value: numbers and booleans typed, the rest as text.

    Example:
        >>> plain(ox.Literal("95.67", datatype=ox.NamedNode(_DECIMAL))), plain(ox.NamedNode("https://kg.example.org/place/310116"))
        (Decimal('95.67'), 'https://kg.example.org/place/310116')
    """
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        if term.datatype.value == _INTEGER:
            return int(term.value)
        if term.datatype.value == _DECIMAL:
            return Decimal(term.value)
        return term.value == "true" if term.datatype.value == _BOOLEAN else term.value
    return str(term) if isinstance(term, ox.Triple) else term.value


def bound(sparql: str, values: Mapping[str, Term]) -> str:
    """The query with terms in the place of variables.

    pyoxigraph's own substitution binds selected variables only. Terms are written by pyoxigraph, escaped and complete, and only
    where the grammar has a variable, so no value can change what the query says.
    """

    def replace(match: re.Match[str]) -> str:
        term = values.get(match["variable"] or "")
        return match[0] if term is None else str(term)

    return _TOKEN.sub(replace, sparql)


def _fill(store: ox.Store, turtle: bytes) -> ox.Store:
    store.bulk_load(turtle, format=ox.RdfFormat.TURTLE)
    graph = ox.NamedNode(ONTOLOGY)
    store.bulk_load(path=str(ontology_folder() / "kg.ttl"), format=ox.RdfFormat.TURTLE, to_graph=graph)
    return store


def _disk_store(turtle: Path, stamp: str) -> Path:
    """The folder of the store for this very state of the file, made where it is not there yet; older ones are removed."""
    home = turtle.parent / STORE_FOLDER
    path = home / stamp
    if path.is_dir():
        return path
    home.mkdir(exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix="draft-", dir=home))
    store = _fill(ox.Store(str(draft)), turtle.read_bytes())
    store.optimize()
    store.flush()
    del store
    for old in home.iterdir():
        if old != draft:
            shutil.rmtree(old, ignore_errors=True)
    draft.rename(path)
    return path


def _one_line(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= 160 else text[:160] + " …"

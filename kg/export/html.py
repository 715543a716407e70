"""The graph as one HTML page to explore: a bounded picture by pyvis, and all statements with their sentences as data beside it.

The page asks no network for anything, and nothing of a document is markup in it: texts travel as JSON and are shown as text.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.layout import arrange
from kg.model import DOCUMENT, ENTITY_TYPES, Document, Entity, Evidence, Statement, Value
from kg.ontology import KG

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FIRST_VIEW = 110
"""Most nodes in the first picture: as many as keep legible labels on a laptop's screen."""
LARGEST_FILE = 30_000_000
"""Bytes above which a page keeps only the strongest evidence of each statement."""

# Okabe and Ito's colours, somewhat muted, each with a shape of its own: nobody has to tell types by colour alone.
LOOKS = {
    "Person": ("#0f6cac", "dot"),
    "Agency": ("#d98a00", "square"),
    "Place": ("#0a8f6c", "hexagon"),
    "Project": ("#c8501e", "diamond"),
    "Event": ("#b0649a", "triangle"),
    "Document": ("#6b7785", "triangleDown"),
}
BYLINE_WEIGHT = 0.2  # who wrote an article matters less to what it is about
LITERAL_WEIGHT = 0.5
SCRIPTS = (
    "store.js",
    "search.js",
    "arrange.js",
    "claims.js",
    "dom.js",
    "panel.js",
    "picture.js",
    "address.js",
    "views.js",
    "controls.js",
    "explorer.js",
)
"""In this order, within one function: each sees what is above it."""

_LABEL_LINE = 9  # full-width characters
_FONT = 13  # pixels


def write_html(graph: KnowledgeGraph, path: Path) -> None:
    """Write the explorer of a graph as one file that needs no network; the same graph gives the same bytes.

    Args:
        graph: What a build made, or what `KnowledgeGraph.load` opened.
        path: The file to write; its folder exists.

    Example:
        >>> import tempfile
        >>> from kg.graph import KnowledgeGraph
        >>> target = Path(tempfile.mkdtemp()) / "graph.html"
        >>> write_html(KnowledgeGraph.of([], [], []), target)
        >>> target.read_text(encoding="utf-8").startswith("<!doctype html>")
        True
    """
    path.write_bytes(to_html(graph).encode("utf-8", "replace"))


def to_html(graph: KnowledgeGraph, *, view: str = "") -> str:
    """The page of `write_html` as text, for a notebook's frame or a server.

    Args:
        view: What is shown first, written like the part of the page's address after `#`, such as ``n=person/刘健_310116``.
    """
    everything = _rough_size(graph) <= 1.25 * LARGEST_FILE
    data = _page_data(graph, all_evidence=everything)
    block = _json_block(data)
    if everything and len(block.encode("utf-8", "replace")) > LARGEST_FILE:
        data = _page_data(graph, all_evidence=False)
        block = _json_block(data)
    parts = {
        "style": _asset("explorer.css"),
        "network": _vis_network(),
        "script": "\n".join(_asset(name) for name in SCRIPTS),
        "words": _json_block(json.loads(_asset("words.json"))),
        "first": _json_block({**_first_view(graph, data), "view": view}),
        "data": block,
    }
    page = re.split(r"<!--kg:(\w+)-->|/\*kg:(\w+)\*/", _asset("page.html"))
    # split gives text, name or None, name or None, text, ...: what is put in is never searched for marks again
    return "".join(parts[piece] if at % 3 else piece for at, piece in enumerate(page) if piece is not None)


def weigh(graph: KnowledgeGraph) -> dict[str, float]:
    """How much is said of each entity: its statements, by confidence, bylines and literals counting less."""
    weights: dict[str, float] = defaultdict(float)
    for stmt in graph.statements.values():
        share = stmt.confidence * (BYLINE_WEIGHT if stmt.predicate == "wrote" else 1.0)
        if stmt.object is None:
            weights[stmt.subject] += share * LITERAL_WEIGHT
        else:
            weights[stmt.subject] += share
            weights[stmt.object] += share
    return {entity: round(weights.get(entity, 0.0), 6) for entity in graph.entities}


def choose_first(graph: KnowledgeGraph, *, most: int = FIRST_VIEW) -> list[str]:
    """The entities of the first picture, heaviest first: those linked among the heaviest, then what is linked to them."""
    weights = weigh(graph)
    ranked = sorted(weights, key=lambda entity: (-weights[entity], entity))
    near: dict[str, set[str]] = defaultdict(set)
    for stmt in graph.statements.values():
        if stmt.object is not None and stmt.object != stmt.subject:
            near[stmt.subject].add(stmt.object)
            near[stmt.object].add(stmt.subject)
    heaviest = set(ranked[:most])
    chosen = {entity for entity in heaviest if near[entity] & heaviest}
    for entity in ranked[most:] if chosen else ranked:
        if len(chosen) >= most:
            break
        if not chosen or near[entity] & chosen or len(ranked) <= most:
            chosen.add(entity)
    return [entity for entity in ranked if entity in chosen]


def _first_view(graph: KnowledgeGraph, data: Mapping[str, Any]) -> dict[str, Any]:
    """Nodes, edges and options of the first picture, as pyvis makes them for vis-network; identifiers are row numbers."""
    from pyvis.network import Network

    chosen = choose_first(graph)
    at = {entity: index for index, entity in enumerate(chosen)}
    weights = weigh(graph)
    rows = {entity: row for row, entity in enumerate(data["entities"]["id"])}
    pairs: Counter[tuple[int, int]] = Counter()
    for stmt in graph.statements.values():
        if stmt.object is not None and stmt.subject in at and stmt.object in at and stmt.subject != stmt.object:
            one, two = sorted((at[stmt.subject], at[stmt.object]))
            pairs[one, two] += 1
    sizes = [node_size(weights[entity]) for entity in chosen]
    boxes = [_label_box(graph.entities[entity].name, size) for entity, size in zip(chosen, sizes, strict=True)]
    points = arrange(boxes, sorted(pairs))
    network = Network(height="100%", width="100%", directed=True)
    for entity, size, (x, y) in zip(chosen, sizes, points, strict=True):
        color, shape = LOOKS.get(graph.entities[entity].type, LOOKS[DOCUMENT])
        network.add_node(
            rows[entity], label=graph.entities[entity].name, shape=shape, color=color, size=size, x=x, y=y, physics=False
        )
    for (one, two), count in sorted(pairs.items()):
        network.add_edge(rows[chosen[one]], rows[chosen[two]], width=1 + min(count, 6) / 3)
    network.set_options(
        json.dumps(
            {
                "physics": {"enabled": False},
                "layout": {"randomSeed": 1, "improvedLayout": False},
                "interaction": {
                    "hover": True,
                    "keyboard": False,
                    "multiselect": False,
                    "selectConnectedEdges": False,
                    "tooltipDelay": 10_000_000,
                },
                "nodes": {"borderWidth": 1.5, "font": {"size": _FONT}},
                "edges": {"smooth": False, "selectionWidth": 1.5, "hoverWidth": 0.5},
            }
        )
    )
    nodes, edges, *_, options = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options) if isinstance(options, str) else options}


def node_size(weight: float) -> float:
    """A node's radius in pixels, by the weight of its entity; the page's scripts hold the same formula.

    Example:
        >>> node_size(0), node_size(25), node_size(10_000)
        (5.0, 11.0, 20.0)
    """
    return float(min(20.0, round(5 + 1.2 * weight**0.5, 1)))


def _label_box(name: str, size: float) -> tuple[float, float]:
    """Room for a node and its label of at most two lines below it."""
    width = sum(1.0 if ord(char) > 0x2E80 else 0.55 for char in name)
    lines = 1 if width <= _LABEL_LINE else 2
    return max(min(width, _LABEL_LINE) * _FONT, size * 2) + 12, size * 2 + lines * _FONT * 1.25 + 12


def _page_data(graph: KnowledgeGraph, *, all_evidence: bool) -> dict[str, Any]:
    """The whole graph as columns: rows refer to each other by number, every repeated text stands once."""
    articles = _articles(graph.documents.values())
    entities = _all_entities(graph, articles)
    row = {entity.id: index for index, entity in enumerate(entities)}
    doc_row = {doc: index for index, doc in enumerate(graph.documents)}
    predicates = sorted({stmt.predicate for stmt in graph.statements.values()})
    predicate_row = {predicate: index for index, predicate in enumerate(predicates)}
    kinds = _Table()
    qualifiers = _Table()
    sentences = _Table()
    rules = _Table()
    article_row = {key: index for index, key in enumerate(articles)}
    columns: dict[str, list[Any]] = {key: [] for key in ("id", "s", "p", "o", "v", "q", "c", "n")}
    proof: dict[str, list[Any]] = {"text": [], "rule": [], "marks": []}
    left_out = 0
    for stmt in graph.statements.values():
        evidence: Sequence[Evidence] = stmt.evidence
        if not all_evidence and len(evidence) > 1:
            left_out += len(evidence) - 1
            evidence = [strongest(stmt)]
        columns["id"].append(stmt.id.removeprefix("statement/"))
        columns["s"].append(row[stmt.subject])
        columns["p"].append(predicate_row[stmt.predicate])
        columns["o"].append(-1 if stmt.object is None else row[stmt.object])
        columns["v"].append(_json_value(stmt.value))
        columns["q"].append(qualifiers.row(tuple(sorted(stmt.qualifiers.items()))))
        columns["c"].append(round(stmt.confidence * 100))
        columns["n"].append(len(evidence))
        for item in evidence:
            proof["text"].append(
                sentences.row((item.text, doc_row.get(item.doc, -1), article_row.get((item.doc, item.article), -1), item.start))
            )
            proof["rule"].append(rules.row(item.rule))
            proof["marks"].extend(_marks(item))
    docs = list(graph.documents.values())
    return {
        "left_out": left_out,
        "types": list(ENTITY_TYPES),
        "looks": [LOOKS[name] for name in ENTITY_TYPES],
        "documents": {
            "id": [doc.id for doc in docs],
            "title": [doc.title for doc in docs],
            "published": [doc.published for doc in docs],
            "publisher": [doc.publisher for doc in docs],
            "place": [doc.place for doc in docs],
            "url": [doc.url for doc in docs],
        },
        "articles": {
            "id": [key[1] for key in articles],
            "title": list(articles.values()),
        },
        "entities": {
            "id": [entity.id for entity in entities],
            "type": [
                ENTITY_TYPES.index(entity.type) if entity.type in ENTITY_TYPES else len(ENTITY_TYPES) - 1 for entity in entities
            ],
            "kind": [kinds.row(entity.kind) for entity in entities],
            "name": [entity.name for entity in entities],
            "aliases": [[alias for alias in entity.aliases if alias != entity.name] or 0 for entity in entities],
            "facts": [dict(entity.facts) or 0 for entity in entities],
            "mentions": [len(entity.mentions) for entity in entities],
            "docs": [sorted({doc_row[m.doc] for m in entity.mentions if m.doc in doc_row}) for entity in entities],
        },
        "kinds": kinds.values(),
        "predicates": predicates,
        "weights": [BYLINE_WEIGHT if predicate == "wrote" else 1 for predicate in predicates],
        "statements": columns,
        "qualifiers": [dict(pairs) for pairs in qualifiers.values()],
        "evidence": proof,
        "sentences": {
            "text": [item[0] for item in sentences.values()],
            "doc": [item[1] for item in sentences.values()],
            "article": [item[2] for item in sentences.values()],
            "start": [item[3] for item in sentences.values()],
        },
        "rules": rules.values(),
        "terms": _terms(graph),
        "pinyin": _readings(entities),
    }


class _Table:
    """Distinct values in the order they came, each with its row number."""

    def __init__(self) -> None:
        self._rows: dict[Any, int] = {}

    def row(self, value: Any) -> int:
        return self._rows.setdefault(value, len(self._rows))

    def values(self) -> list[Any]:
        return list(self._rows)


def strongest(stmt: Statement) -> Evidence:
    """The evidence that shows a statement best: most words marked, then the shortest, then the first."""
    return min(stmt.evidence, key=lambda e: (-len(e.marks), len(e.text), e.doc, e.start, e.rule))


def _articles(documents: Iterable[Document]) -> dict[tuple[str, str], str]:
    """Headline by document and article."""
    return {(doc.id, article.id): article.title for doc in documents for article in doc.articles}


def _all_entities(graph: KnowledgeGraph, articles: Mapping[tuple[str, str], str]) -> list[Entity]:
    """The graph's entities, and the articles that statements speak of without an entity of their own."""
    titles = {article: title for (_, article), title in articles.items()}
    named = {stmt.subject for stmt in graph.statements.values()}
    named |= {stmt.object for stmt in graph.statements.values() if stmt.object is not None}
    missing = sorted(named - graph.entities.keys())
    return [*graph.entities.values(), *(Entity(entity, DOCUMENT, titles.get(entity) or entity) for entity in missing)]


def _terms(graph: KnowledgeGraph) -> dict[str, list[str]]:
    """Chinese and English labels of the kinds, levels, stages, roles and titles that occur, as the ontology has them."""
    used = {("kind", entity.kind) for entity in graph.entities.values()}
    used |= {("level", str(entity.facts.get("level"))) for entity in graph.entities.values()}
    for stmt in graph.statements.values():
        used |= {(scheme, str(stmt.qualifiers[scheme])) for scheme in ("stage", "role", "title") if scheme in stmt.qualifiers}
    found = {}
    for scheme, name in sorted(used):
        term = KG.terms.get(name) if scheme == "kind" else KG.concepts.get(f"{scheme}/{name}")
        if term:
            found[f"{scheme}/{name}"] = [term.labels["zh"], term.labels["en"]]
    return found


def _rough_size(graph: KnowledgeGraph) -> int:
    """About how many bytes the whole graph takes: three per character of each distinct sentence, and an average per row."""
    lengths: dict[tuple[str, int], int] = {}
    rows = 0
    for stmt in graph.statements.values():
        rows += len(stmt.evidence)
        for item in stmt.evidence:
            lengths[item.doc, item.start] = len(item.text)
    return 3 * sum(lengths.values()) + 20 * rows + 45 * len(graph.statements) + 80 * len(graph.entities)


def _marks(item: Evidence) -> list[int]:
    """Subject, object and trigger as offsets into the sentence, in the UTF-16 units that browsers count; 0, 0 where absent."""
    marks: list[int] = []
    narrow = item.text.isascii() or len(item.text.encode("utf-16-le", "surrogatepass")) == 2 * len(item.text)
    for role in ("subject", "object", "trigger"):
        start, end = item.marks.get(role, (0, 0))
        start, end = start - item.start, end - item.start
        if not 0 <= start < end <= len(item.text):
            start, end = 0, 0
        elif not narrow:
            start, end = (at + sum(char > "\uffff" for char in item.text[:at]) for at in (start, end))
        marks += (start, end)
    return marks


def _json_value(value: Value | None) -> Any:
    """A number where a browser keeps all its digits, else its digits as text; a range as a list; a date as text."""
    if isinstance(value, tuple):
        return [_json_value(value[0]), _json_value(value[1])]
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value) if abs(value) < 2**53 else format(value, "f")
        return float(value) if Decimal(repr(float(value))) == value else format(value, "f")
    return value


def _readings(entities: Iterable[Entity]) -> dict[str, str]:
    """Pinyin → the characters read so, only those that occur in names."""
    used = {char for entity in entities for name in (entity.name, *entity.aliases) for char in name}
    found = {reading: "".join(sorted(used.intersection(characters))) for reading, characters in _pinyin().items()}
    return {reading: characters for reading, characters in found.items() if characters}


@cache
def _pinyin() -> dict[str, str]:
    text = (resources.files("kg") / "data" / "pinyin.csv").read_text(encoding="utf-8")
    return {row["reading"]: row["characters"] for row in csv.DictReader(text.splitlines())}


def _json_block(data: Any) -> str:
    """JSON that no HTML parser can mistake for markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _asset(name: str) -> str:
    return (resources.files("kg.export") / "explorer" / name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """The vis-network script that pyvis brings, the newest of them."""
    # Found without importing pyvis, which loads IPython and more.
    pyvis = find_spec("pyvis")
    assert pyvis is not None
    assert pyvis.origin is not None
    found = sorted((Path(pyvis.origin).parent / "lib").glob("vis-*/vis-network.min.js"))
    return found[-1].read_text(encoding="utf-8")

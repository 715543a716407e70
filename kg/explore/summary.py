"""What a graph shows of itself in a notebook: its counts, what most is said of, and a small picture."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from kg.explore.pictures import layout_of, short_label
from kg.export.html import LOOKS, node_size, weigh
from kg.model import DOCUMENT, ENTITY_TYPES
from kg.ontology import KG

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

_PICTURED, _NAMED, _FONT = 36, 6, 11


def graph_html(graph: KnowledgeGraph) -> str:
    """The summary as HTML that any notebook shows as it stands: no script, no network."""
    types = Counter(entity.type for entity in graph.entities.values())
    predicates = Counter(stmt.predicate for stmt in graph.statements.values())
    weights = weigh(graph)
    ranked = sorted(weights, key=lambda entity: (-weights[entity], entity))
    rows = ""
    for name in ENTITY_TYPES:
        # Articles are what everything comes from, not what it is about.
        heaviest = [e for e in map(graph.entities.__getitem__, ranked) if e.type == name and e.kind != "Article"][:_NAMED]
        if types[name]:
            rows += (
                f'<tr><td style="text-align:left"><span style="color:{LOOKS[name][0]}">⬤</span> '
                f"{escape(KG[name].labels['zh'])} {name}</td><td>{types[name]}</td>"
                f'<td style="text-align:left">{escape("、".join(short_label(e.name, 16) for e in heaviest))}</td></tr>'
            )
    said = " · ".join(f"{escape(KG[name].labels['zh'])} {count}" for name, count in predicates.most_common())
    return (
        f'<div lang="zh"><b>KnowledgeGraph</b>: {len(graph.documents)} documents, {len(graph.entities)} entities, '
        f"{len(graph.statements)} statements<table>{rows}</table><small>{said}</small>{graph_svg(graph)}</div>"
    )


def graph_svg(graph: KnowledgeGraph, *, most: int = _PICTURED) -> str:
    """A still picture of the entities of which most is said, as SVG; empty for an empty graph."""
    chosen, points = layout_of(graph, most, _FONT)
    if not chosen:
        return ""
    weights = weigh(graph)
    left, right = min(x for x, _ in points.values()) - 70, max(x for x, _ in points.values()) + 70
    top, bottom = min(y for _, y in points.values()) - 30, max(y for _, y in points.values()) + 40
    lines, nodes = [], []
    pairs = {
        tuple(sorted((s.subject, s.object)))
        for s in graph.statements.values()
        if s.object is not None and s.subject in points and s.object in points and s.subject != s.object
    }
    for one, two in sorted(pairs):
        (x1, y1), (x2, y2) = points[one], points[two]
        lines.append(f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"/>')
    for entity in chosen:
        (x, y), size, thing = points[entity], node_size(weights[entity]), graph.entities[entity]
        color = LOOKS.get(thing.type, LOOKS[DOCUMENT])[0]
        nodes.append(
            f'<g><title>{escape(thing.name)}</title><circle cx="{x:g}" cy="{y:g}" r="{size:g}" fill="{color}"/>'
            f'<text x="{x:g}" y="{y + size + _FONT:g}">{escape(short_label(thing.name))}</text></g>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {right - left:g} {bottom - top:g}"'
        f' style="max-width:{right - left:g}px;width:100%;display:block" role="img" aria-label="graph">'
        f'<g stroke="#9aa5b1" stroke-opacity=".6">{"".join(lines)}</g>'
        f'<g font-size="{_FONT}" text-anchor="middle" fill="currentColor" font-family="sans-serif">{"".join(nodes)}</g></svg>'
    )

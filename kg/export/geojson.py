"""Places, and projects, bodies and events by the place they lie in, as GeoJSON for maps."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model import DOCUMENT, PERSON, Entity

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


def write_geojson(graph: KnowledgeGraph, path: str | Path) -> None:
    """Write one point for each thing whose place is known: its own coordinates, or those of the nearest container.

    `at` tells whose coordinates they are; where it is not the thing itself, the point is only that division's seat.
    """
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","features":[')
        separator = "\n"
        for feature in features(graph):
            file.write(separator + json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
            separator = ",\n"
        file.write("\n]}\n")


def features(graph: KnowledgeGraph) -> Iterator[dict[str, Any]]:
    """The points, in the order of their identifiers."""
    containers: dict[str, list[str]] = {}
    told: dict[str, dict[str, list[Any]]] = {}
    for stmt in graph.statements.values():
        if stmt.predicate in ("locatedIn", "passesThrough") and stmt.object:
            containers.setdefault(stmt.subject, []).append(stmt.object)
        elif stmt.predicate in ("milestone", "heldOn") and isinstance(stmt.value, str):
            note = {"date": stmt.value, **{k: v for k, v in stmt.qualifiers.items() if k in ("stage", "expected")}}
            told.setdefault(stmt.subject, {}).setdefault(stmt.predicate, []).append(note)
        elif stmt.predicate == "observed" and isinstance(stmt.value, Decimal):
            number = {
                "indicator": stmt.qualifiers.get("indicator", ""),
                "value": float(stmt.value),
                "unit": stmt.qualifiers.get("unit", ""),
            }
            told.setdefault(stmt.subject, {}).setdefault("observed", []).append(number)
    for entity in graph.entities.values():
        if entity.type in (PERSON, DOCUMENT):
            continue
        at = _located(entity, graph.entities, containers)
        if at:
            point = [float(at.facts["longitude"]), float(at.facts["latitude"])]
            properties = {"name": entity.name, "type": entity.type, "kind": entity.kind, "at": at.id, **told.get(entity.id, {})}
            if "code" in entity.facts:
                properties["code"] = entity.facts["code"]
            yield {
                "type": "Feature",
                "id": entity.id,
                "geometry": {"type": "Point", "coordinates": point},
                "properties": properties,
            }


def _located(entity: Entity, entities: Mapping[str, Entity], containers: Mapping[str, list[str]]) -> Entity | None:
    """The thing itself, or the nearest of its containers that has coordinates: breadth first."""
    queue = [entity.id]
    for current in queue:
        known = entities.get(current)
        if known is None:
            continue
        if "longitude" in known.facts and "latitude" in known.facts:
            return known
        parents = [known.facts["parent"]] if "parent" in known.facts else []
        # The gazetteer's container first: a text may name only a far one (金山工业区 in 上海市).
        queue += [c for c in (*parents, *sorted(containers.get(current, ()))) if c not in queue]
    return None

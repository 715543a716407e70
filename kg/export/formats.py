"""All forms a build can be written in, by name; `kg export` is a thin layer over this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import ExportError
from kg.export.datasets import write_nquads, write_trig
from kg.export.geojson import write_geojson
from kg.export.jsonld import write_jsonld
from kg.export.neo4j import write_neo4j
from kg.export.networks import write_gexf, write_graphml
from kg.export.parquet import write_parquet
from kg.export.rdf import write_ntriples, write_turtle
from kg.export.rdf12 import write_rdf12
from kg.ontology import nearest

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

_RDF: Final[Mapping[str, tuple[str, Callable[..., None]]]] = {
    "turtle": ("graph.ttl", write_turtle),
    "nt": ("graph.nt", write_ntriples),
    "nq": ("graph.nq", write_nquads),
    "trig": ("graph.trig", write_trig),
    "jsonld": ("graph.jsonld", write_jsonld),
    "rdf12": ("graph.rdf12.ttl", write_rdf12),
}
_OTHER: Final[Mapping[str, tuple[str, Callable[..., None]]]] = {
    "graphml": ("graph.graphml", write_graphml),
    "gexf": ("graph.gexf", write_gexf),
    "geojson": ("graph.geojson", write_geojson),
    "neo4j": ("neo4j", write_neo4j),
    "parquet": ("parquet", write_parquet),
}
FORMATS: Final = (*_RDF, *_OTHER)


def write(graph: KnowledgeGraph, form: str, path: str | Path, *, base: str | None = None) -> None:
    """Write a graph in a form of `FORMATS`; `neo4j` and `parquet` make `path` a folder.

    Raises:
        ExportError: Where there is no such form, or the path cannot be written.
        MissingExtraError: Where the form needs a package that is not installed.
    """
    if form not in FORMATS:
        raise ExportError(f"no form {form}; {nearest(form, list(FORMATS))}")
    _, writer = {**_RDF, **_OTHER}[form]
    options: dict[str, Any] = {"base": base} if base is not None and form in _RDF else {}
    try:
        writer(graph, path, **options)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error


def export_folder(folder: str | Path, form: str, out: str | Path | None = None) -> Path:
    """Write the build in a folder in another form and return where it is: `out`, or a usual name within the folder.

    Raises:
        InputError: Where the folder holds no build.
        ExportError: As `write`.
    """
    from kg.graph import KnowledgeGraph
    from kg.query.sparql import base_of

    if form not in FORMATS:
        raise ExportError(f"no form {form}; {nearest(form, list(FORMATS))}")
    path = Path(out) if out is not None else Path(folder) / {**_RDF, **_OTHER}[form][0]
    write(KnowledgeGraph.load(folder), form, path, base=base_of(folder))
    return path

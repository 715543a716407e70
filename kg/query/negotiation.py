"""Content negotiation: from an `Accept` header to the form an answer is written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ROWS: Final[Mapping[str, str]] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
"""Media types of result tables, the default first."""
GRAPHS: Final[Mapping[str, str]] = {
    "text/turtle": "turtle",
    "application/x-turtle": "turtle",
    "application/n-triples": "nt",
    "text/plain": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/xml": "rdfxml",
    "application/json": "jsonld",
}
"""Media types of graphs, the default first."""
PAGES: Final[Mapping[str, str]] = {"text/html": "html", "application/xhtml+xml": "html"}
MEDIA_TYPES: Final[Mapping[str, str]] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "html": "text/html; charset=utf-8",
}
"""The media type that an answer in a form is sent with."""


def choose(accept: str, offered: Mapping[str, str]) -> str | None:
    """The form that a client likes best, the first offered where it does not care; None where it accepts none of them.

    Example:
        >>> choose("text/csv;q=0.5, application/sparql-results+xml", ROWS), choose("", ROWS), choose("*/*", GRAPHS)
        ('xml', 'json', 'turtle')
        >>> choose("image/png", ROWS)
    """
    if not accept.strip():
        return next(iter(offered.values()))
    best: tuple[float, int, int] | None = None
    form = None
    for media, quality in _parse(accept):
        for order, known in enumerate(offered):
            exact = _matches(media, known)
            if exact and quality > 0:
                rank = (quality, exact, -order)
                if best is None or rank > best:
                    best, form = rank, offered[known]
    return form


def _parse(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = float(value)
                except ValueError:
                    quality = 0.0
        found.append((media, quality))
    return found


def _matches(media: str, known: str) -> int:
    """How exactly a media range names a type: 3 itself, 2 its kind, 1 anything, 0 not at all."""
    if media == known:
        return 3
    if media == "*/*":
        return 1
    return 2 if media.endswith("/*") and known.startswith(media[:-1]) else 0

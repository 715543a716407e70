"""The explorer inside a notebook: a part of the graph as an interactive frame that needs no network."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote as percent

from kg.errors import ExportError
from kg.explore.selection import find, neighbourhood, only
from kg.export.html import choose_first, to_html
from kg.model import Entity

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

MOST = 400
"""Entities that a frame holds: it is stored in the notebook with every run."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page that a notebook shows in place; `save` writes it as a file of its own."""

    html: str = field(repr=False)
    height: int
    entities: int
    statements: int

    def save(self, path: str | Path) -> Path:
        """Write the page as one HTML file for any browser.

        Raises:
            ExportError: Where it cannot be written.
        """
        path = Path(path)
        try:
            path.write_text(self.html, encoding="utf-8", errors="replace", newline="\n")
        except OSError as error:
            raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error
        return path

    def _repr_html_(self) -> str:
        # An origin of its own: whatever is on the page cannot reach the notebook around it.
        return (
            f'<iframe sandbox="allow-scripts allow-downloads allow-popups" srcdoc="{escape(self.html)}" title="kg"'
            f' style="width:100%;height:{self.height}px;border:1px solid rgba(128,128,128,.4);border-radius:6px"></iframe>'
        )


def show(graph: KnowledgeGraph, *what: str | Entity, hops: int = 1, height: int = 600) -> Frame:
    """The explorer for the neighbourhood of some things, opened at the first of them; of the whole graph where none is given.

    Args:
        what: Identifiers, names or aliases.
        hops: How many statements away a thing may be.
        height: Pixels that the frame is high.

    Raises:
        InputError: Where a name is unknown.
    """
    if what:
        part = neighbourhood(graph, *what, hops=hops, most=MOST)
        view = "n=" + percent(find(graph, what[0])[0].id, safe="/")
    else:
        part = graph if len(graph.entities) <= MOST else only(graph, choose_first(graph, most=MOST))
        view = ""
    return Frame(to_html(part, view=view), height, len(part.entities), len(part.statements))

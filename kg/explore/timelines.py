"""What is dated about a thing, in order: as a table, as a chain for networkx, as a plot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.explain import name_of
from kg.explore.fonts import chinese_labels
from kg.explore.packages import need
from kg.explore.quotations import claim_of
from kg.explore.selection import find
from kg.export.html import LOOKS
from kg.export.triples import days
from kg.model import Entity, Statement

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from matplotlib.axes import Axes

    from kg.graph import KnowledgeGraph

_COLUMNS = ("date", "until", "basis", "claim", "label", "expected", "statement")
_LONGEST_LABEL = 34
_BAND = "#9aa5b1"
_HAPPENINGS = ("holdsPost", "visited", "participatedIn", "issued", "cooperatesWith")
"""What is dated by its report where the text gives no date."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something dated that is said of a thing."""

    start: str
    """First day, ISO 8601."""
    end: str
    """Last day: that of the month or year where no day is told."""
    basis: str
    """`stated`: the text dates it; `reported`: only the day of the report is known."""
    label: str
    """A few words for a plot."""
    claim: str
    """The statement in words."""
    statement: Statement

    @property
    def expected(self) -> bool:
        """It had not happened yet when it was reported."""
        return bool(self.statement.qualifiers.get("expected"))


@dataclass(frozen=True, slots=True, repr=False)
class Timeline:
    """Moments of one or several things, the earliest first."""

    title: str
    moments: tuple[Moment, ...]
    color: str = _BAND

    def __len__(self) -> int:
        """How many moments there are."""
        return len(self.moments)

    @property
    def frame(self) -> pd.DataFrame:
        """One row a moment."""
        rows = [(m.start, m.end, m.basis, m.claim, m.label, m.expected, m.statement.id) for m in self.moments]
        table: pd.DataFrame = need("pandas").DataFrame(rows, columns=list(_COLUMNS))
        return table

    @property
    def nx(self) -> nx.DiGraph[str]:
        """A chain for networkx: a node for each moment, named by its statement, an edge `days` long to the next."""
        import networkx as nx

        chain: nx.DiGraph[str] = nx.DiGraph(name=self.title)
        for moment in self.moments:
            chain.add_node(moment.statement.id, date=moment.start, until=moment.end, label=moment.label, basis=moment.basis)
        for one, two in zip(self.moments, self.moments[1:], strict=False):
            gap = (date.fromisoformat(two.start) - date.fromisoformat(one.start)).days
            chain.add_edge(one.statement.id, two.statement.id, days=gap)
        return chain

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draw the moments from top to bottom: a dot for a day, a bar for a month or a year, hollow for what was expected."""
        with chinese_labels():
            return _plot(self, ax)

    def __repr__(self) -> str:
        """Title and number of moments; a notebook shows the table."""
        return f"<timeline of {self.title}: {len(self.moments)} moments>"

    def _repr_html_(self) -> str:
        return str(self.frame[["date", "until", "claim", "basis"]].to_html(index=False))


def timeline(graph: KnowledgeGraph, what: str | Entity) -> Timeline:
    """All that is dated about a thing.

    A post or a visit without a date of its own stands at the day of its report; an event that the thing took part in, at the
    event's date.

    Raises:
        InputError: Where nothing in the graph is called that.
    """
    entities = find(graph, what)
    meant = {entity.id for entity in entities}
    held = {s.subject: s.value for s in graph.statements.values() if s.predicate == "heldOn" and isinstance(s.value, str)}
    moments = []
    for stmt in graph.statements.values():
        if stmt.subject not in meant and stmt.object not in meant:
            continue
        when, basis = _date_of(stmt, held)
        if not when:
            published = (graph.documents[item.doc].published for item in stmt.evidence if item.doc in graph.documents)
            when, basis = min(filter(None, published), default=""), "reported"
            if stmt.predicate not in _HAPPENINGS:
                continue  # an undated fact of what something is or where it lies
        span = days(when)
        if span:
            moments.append(Moment(*span, basis, _label(graph, stmt, meant), claim_of(graph, stmt), stmt))
    moments.sort(key=lambda m: (m.start, m.end, m.label, m.statement.id))
    color = LOOKS[entities[0].type][0] if entities[0].type in LOOKS else _BAND
    return Timeline("、".join(dict.fromkeys(entity.name for entity in entities)), tuple(moments), color)


def _date_of(stmt: Statement, held: dict[str, str]) -> tuple[str, str]:
    if isinstance(stmt.value, str):
        return stmt.value, "stated"
    for key in ("date", "period"):
        if key in stmt.qualifiers:
            return str(stmt.qualifiers[key]), "stated"
    if stmt.predicate == "participatedIn" and stmt.object in held:
        return held[stmt.object], "stated"
    return str(stmt.qualifiers.get("reported", "")), "reported"


def _label(graph: KnowledgeGraph, stmt: Statement, meant: set[str]) -> str:
    """The statement without the thing that the timeline is about."""
    if stmt.predicate == "holdsPost" and stmt.object is not None:
        title = f"{stmt.qualifiers.get('title', '')}{'（卸任）' if stmt.qualifiers.get('end') else ''}"
        holder = "" if stmt.subject in meant else name_of(graph, stmt.subject)
        words = f"{holder} {name_of(graph, stmt.object) if stmt.subject in meant else ''} {title}"
    else:
        claim = claim_of(graph, stmt)
        words = claim.partition(" — ")[2] if stmt.subject in meant else claim
        if isinstance(stmt.value, str):  # its date is where it stands
            words = words.replace(f" — {stmt.value}", "")
            if stmt.predicate == "milestone":
                words = words.rpartition("（")[2].removesuffix("）") or words
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1] + "…"


def _plot(line: Timeline, ax: Axes | None) -> Axes:
    plt, dates = need("matplotlib.pyplot"), need("matplotlib.dates")
    if ax is None:
        _, ax = plt.subplots(figsize=(9, 1.2 + 0.32 * max(len(line.moments), 1)), layout="constrained")
    axes: Any = ax
    for row, moment in enumerate(line.moments):
        start, end = (dates.date2num(date.fromisoformat(day)) for day in (moment.start, moment.end))
        face = "none" if moment.expected else line.color
        if end > start:
            axes.plot([start, end], [row, row], color=line.color, linewidth=5, alpha=0.35, solid_capstyle="round")
        axes.plot([start], [row], "o", markerfacecolor=face, markeredgecolor=line.color, markersize=6)
    axes.set_yticks(range(len(line.moments)), [moment.label for moment in line.moments])
    axes.invert_yaxis()
    locator = dates.AutoDateLocator(minticks=3, maxticks=9)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
    axes.grid(axis="both", color="#808080", alpha=0.2)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_title(line.title, loc="left")
    return ax

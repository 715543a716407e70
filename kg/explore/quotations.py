"""The sentences behind a statement or an entity, with the words for subject, object and trigger marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from kg.explain import name_of
from kg.explore.packages import need
from kg.explore.selection import find
from kg.model import Entity, Evidence, Statement
from kg.ontology import KG

if TYPE_CHECKING:
    import pandas as pd

    from kg.graph import KnowledgeGraph

SHOWN = 20
"""Quotations that a notebook shows at once; the table `frame` has all."""
_COLUMNS = ("claim", "quote", "document", "published", "start", "end", "rule", "confidence", "statement")
# Light enough to be read through on white and on black.
_COLORS = {"subject": "rgba(15,108,172,.28)", "object": "rgba(217,138,0,.32)", "trigger": "rgba(200,80,30,.22)"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """One sentence, and what it was read to say."""

    claim: str
    """The statement in words: subject — predicate — object or value (qualifiers)."""
    statement: Statement
    evidence: Evidence
    headline: str
    published: str


@dataclass(frozen=True, slots=True, repr=False)
class Quotations:
    """Quotations in the order of their dates; a notebook shows them with the words marked."""

    items: tuple[Quotation, ...]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.items)

    def __iter__(self) -> Iterator[Quotation]:
        """The quotations, oldest first."""
        return iter(self.items)

    def __getitem__(self, index: int) -> Quotation:
        """The quotation at a position."""
        return self.items[index]

    @property
    def frame(self) -> pd.DataFrame:
        """All of them as a table."""
        rows = [
            (q.claim, e.text, e.doc, q.published, e.start, e.end, e.rule, q.statement.confidence, q.statement.id)
            for q in self.items
            for e in (q.evidence,)
        ]
        table: pd.DataFrame = need("pandas").DataFrame(rows, columns=list(_COLUMNS))
        return table

    def __repr__(self) -> str:
        """Their number; a notebook shows them in full."""
        return f"<{len(self.items)} quotations>"

    def _repr_html_(self) -> str:
        shown = "".join(map(_html, self.items[:SHOWN]))
        left = len(self.items) - SHOWN
        return f'<div lang="zh">{shown}</div>' + (f"<p>… {left} more: see <code>.frame</code></p>" if left > 0 else "")


def quote(graph: KnowledgeGraph, what: str | Entity | Statement) -> Quotations:
    """What a statement, or all that is said of an entity, rests on.

    Args:
        what: A statement or its identifier; an entity, its identifier, name or alias.

    Raises:
        InputError: Where nothing in the graph is called that.
    """
    if isinstance(what, str) and what in graph.statements:
        what = graph.statements[what]
    if isinstance(what, Statement):
        statements = [what]
    else:
        meant = {entity.id for entity in find(graph, what)}
        statements = [stmt for stmt in graph.statements.values() if stmt.subject in meant or stmt.object in meant]
    found = [_quotation(graph, stmt, evidence) for stmt in statements for evidence in stmt.evidence]
    return Quotations(tuple(sorted(found, key=lambda q: (q.published, q.evidence.doc, q.evidence.start, q.statement.id))))


def claim_of(graph: KnowledgeGraph, stmt: Statement) -> str:
    """A statement in words, with the ontology's Chinese name of its predicate.

    Example:
        >>> from kg.graph import KnowledgeGraph
        >>> claim_of(KnowledgeGraph.of([], [], []), Statement("s", "a", "heldOn", None, "2022-07-14", {}, (), 0.9))
        'a — 举行于 — 2022-07-14'
    """
    if stmt.object is not None:
        target = name_of(graph, stmt.object)
    elif isinstance(stmt.value, tuple):
        target = f"{stmt.value[0]}–{stmt.value[1]}"
    else:
        target = str(stmt.value)
    known = stmt.qualifiers
    target += str(known.get("unit", "")) if stmt.object is None else ""
    words = [_qualifier(key, value) for key, value in known.items() if key not in ("unit", "reported")]
    label = KG[stmt.predicate].labels["zh"]
    return f"{name_of(graph, stmt.subject)} — {label} — {target}" + (f"（{'，'.join(words)}）" if words else "")


def _qualifier(key: str, value: str | bool) -> str:
    """A qualifier in Chinese: the ontology's name of a role or stage, a word for what is only expected or over."""
    if isinstance(value, bool):
        return {"expected": "预计", "end": "卸任"}.get(key, key)
    term = KG.concepts.get(f"{key}/{value}")
    return term.labels["zh"] if term else value


def _quotation(graph: KnowledgeGraph, stmt: Statement, evidence: Evidence) -> Quotation:
    doc = graph.documents.get(evidence.doc)
    headlines = {article.id: article.title for article in doc.articles} if doc else {}
    headline = headlines.get(evidence.article) or (doc.title if doc else "")
    return Quotation(claim_of(graph, stmt), stmt, evidence, headline, doc.published if doc else "")


def _html(item: Quotation) -> str:
    evidence = item.evidence
    source = " · ".join(
        filter(None, (item.headline, item.published, f"{evidence.doc} {evidence.start}–{evidence.end}", evidence.rule))
    )
    return (
        f'<div style="margin:.6em 0"><b>{escape(item.claim)}</b> <small>{item.statement.confidence:.2f}</small>'
        f'<div style="border-left:3px solid rgba(128,128,128,.5);padding-left:.7em;margin:.2em 0">{_marked(evidence)}</div>'
        f'<small style="opacity:.75">{escape(source)}</small></div>'
    )


def _marked(evidence: Evidence) -> str:
    """The sentence as HTML, its words marked by colour and title; marks that overlap an earlier one are left out."""
    out, at = "", evidence.start
    for (start, end), role in sorted((span, role) for role, span in evidence.marks.items()):
        if at <= start < end <= evidence.end and role in _COLORS:
            out += escape(evidence.text[at - evidence.start : start - evidence.start])
            words = escape(evidence.text[start - evidence.start : end - evidence.start])
            out += f'<mark title="{role}" style="background:{_COLORS[role]};color:inherit">{words}</mark>'
            at = end
    return out + escape(evidence.text[at - evidence.start :])

"""Found names as places in a sentence, and which of those that overlap is kept."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A found name: its place, how it was found, and the subclass its head noun tells."""

    start: int
    end: int
    via: str
    kind: str = ""
    name: str = ""
    """What the words stand for where that is more than they say (广湛 in 广湛、深江高铁)."""


def outermost(spans: list[Span]) -> list[Span]:
    """Of overlapping spans the longest, left to right."""
    if len(spans) < 2:
        return spans
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if kept and span.start < kept[-1].end:
            if span.end > kept[-1].end and span.end - span.start > kept[-1].end - kept[-1].start:
                kept[-1] = span
            continue
        kept.append(span)
    return kept

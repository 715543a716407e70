"""Found names as places in a sentence: which of those that overlap is kept, where one begins with others, what a list holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
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


def extend(start: int, bounds: Mapping[int, int]) -> int:
    """Where a name begins with the places and bodies that stand right before it."""
    while bounds.get(start) is not None:
        start = bounds[start]
    return start


def items_of(text: str, start: int, end: int, marks: str = "、") -> list[tuple[int, int]]:
    """Where the items of a list stand that fills a stretch of the text.

    Args:
        marks: The characters that may stand between two items.

    Example:
        >>> items_of("设东湖、云岭和望江站", 1, 9, marks="、和")
        [(1, 3), (4, 6), (7, 9)]
    """
    spans, at = [], start
    for item in re.split(f"[{marks}]", text[start:end]):
        spans.append((at, at + len(item)))
        at += len(item) + 1
    return spans

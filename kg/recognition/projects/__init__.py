"""Projects, programmes, campaigns and reforms of a sentence, each by what tells it: a known name, a quotation, a list, a head noun."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from kg.recognition.projects.heads import find_headed
from kg.recognition.projects.known import find_known
from kg.recognition.projects.listed import find_listed
from kg.recognition.projects.quoted import find_quoted
from kg.recognition.projects.works import find_works
from kg.recognition.spans import Span, outermost
from kg.recognition.tokens import Words


def find_projects(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Construction and investment projects, programmes, campaigns and reforms of a sentence.

    Args:
        bounds: Begin by end of places, organizations and routes already found.
        blocks: Positions no name runs across (the ends of dates).
    """
    text = words.text
    # Of two that propose the same words the first one tells what they are.
    quoted, closed = find_quoted(text)
    found = find_known(text) + quoted
    found += find_works(words, bounds, blocks)
    found += find_listed(words, bounds)
    found += find_headed(words, bounds, blocks, closed)
    found = outermost(found)
    return found + _wholes(text, found)


_WHOLE = re.compile("(?<=工程|项目)(?:[一二三四]|首)期(?:工程|项目)?$")


def _wholes(text: str, found: Sequence[Span]) -> list[Span]:
    """The projects whose phase a name tells at its end (湖山公路改造工程|二期)."""
    wholes = []
    for span in found:
        if span.via == "project.head" and "期" in text[span.start : span.end]:
            phase = _WHOLE.search(text, span.start, min(span.end, span.start + 20))
            if phase:
                wholes.append(span._replace(end=phase.start()))
    return wholes

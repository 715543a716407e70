"""Identifiers: a pure function of type, canonical name and scope, so that nothing moves when a document is added."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, PROJECT
from kg.recognition.divisions import Division

_FOLDER = {PERSON: "person", PLACE: "place", PROJECT: "project", AGENCY: "agency", EVENT: "event", DOCUMENT: "document"}
_DROPPED = re.compile(r"[\s《》〈〉“”‘’\"'「」『』]")


def mint(type_: str, name: str, *scope: str) -> str:
    """An identifier such as `person/刘健_310116`.

    Example:
        >>> mint("Person", "刘 健", "310116"), mint("Document", "《预算法》")
        ('person/刘健_310116', 'document/预算法')
    """
    made = f"{_FOLDER[type_]}/{plain(name)}"
    for part in scope:
        if part:
            made += "_" + part
    return made


def place_id(division: Division) -> str:
    """A division's identifier by its code: `place/310116`, `place/310116/亭林镇`."""
    return f"place/{division.code}"


@lru_cache(maxsize=1 << 16)  # each name is held against others again and again
def plain(name: str) -> str:
    """A name without quotation marks and white space."""
    return _DROPPED.sub("", name)

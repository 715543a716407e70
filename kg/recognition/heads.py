"""Heads of state whom the press calls by a bare title: 习近平主席."""

from __future__ import annotations

from functools import lru_cache

from kg.recognition.lexicon import rows


@lru_cache(maxsize=1)
def _heads() -> dict[str, list[tuple[str, str, str]]]:
    """By name the months a head of state was in office, the last one empty while he is, and the state."""
    heads: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows("heads_of_state"):
        heads.setdefault(row["name"], []).append((row["from"], row["until"], row["country"]))
    return heads


def state_of(name: str, published: str) -> str:
    """The state whose head a name means in a text of a day, or an empty string.

    Example:
        >>> state_of("习近平", "2023-10-19"), state_of("习近平", "2011-04"), state_of("王大河", "2023-10-19")
        ('中国', '', '')
    """
    for start, end, country in _heads().get(name, ()):
        if start <= published and (not end or published[:7] <= end):
            return country
    return ""

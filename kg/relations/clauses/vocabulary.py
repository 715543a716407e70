"""Word lists of the clause walk, from `kg/data/clause_words.csv`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.recognition.lexicon import rows


@cache
def load_words() -> Mapping[str, tuple[str, ...]]:
    """Word lists of the walk by kind."""
    return {row["kind"]: tuple(row["words"].split()) for row in rows("clause_words")}


@cache
def any_of(kind: str) -> re.Pattern[str]:
    """The words of a kind as alternatives."""
    return re.compile("|".join(map(re.escape, load_words()[kind])))

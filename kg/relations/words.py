"""Words that tell what a name is, by kind, from `kg/data/name_words.csv`; out come alternatives for a regular expression."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def words_of(kind: str) -> str:
    """The words of a kind as alternatives, longest first.

    Raises:
        KeyError: Where the table has no such kind.

    Example:
        >>> words_of("town line")
        '有轨电车|轨道交通|地铁|轻轨'
    """
    return _load()[kind]


@cache
def _load() -> Mapping[str, str]:
    with files("kg").joinpath("data/name_words.csv").open(encoding="utf-8") as file:
        return {
            row["kind"]: "|".join(re.escape(word) for word in sorted(row["words"].split(), key=lambda w: (-len(w), w)))
            for row in csv.DictReader(file)
        }

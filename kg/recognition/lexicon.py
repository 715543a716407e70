"""Name lists from `kg/data/*.csv`: read once, checked for their columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.errors import DataError


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `kg/data/<name>.csv`, comment lines (`#`) left out.

    Raises:
        DataError: Where the file is missing or a row has not as many fields as the header.
    """
    path = files("kg").joinpath("data", f"{name}.csv")
    try:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    except OSError as error:
        raise DataError(f"{name}.csv: cannot be read ({error})") from error
    reader = csv.DictReader(lines)
    found = []
    for row in reader:
        if None in row or None in row.values():
            raise DataError(
                f"{name}.csv: the row beginning {next(iter(row.values()))!r} has not {len(reader.fieldnames or ())} fields"
            )
        found.append({str(key): value for key, value in row.items()})
    return tuple(found)


@cache
def column(name: str, key: str) -> frozenset[str]:
    """One column of a list as a set."""
    return frozenset(row[key] for row in rows(name))


class Names:
    """A set of strings that can be found in a text, longest first at every place, in one pass."""

    def __init__(self, names: Iterable[str]) -> None:
        """Build the automaton of the names."""
        self._names = sorted(set(names))
        # Aho and Corasick's automaton (1975), in Rust: a text is read once, however many names there are. With its transitions
        # written out it is twice as fast, which pays up to a few hundred names.
        kind = Implementation.DFA if len(self._names) < 1000 else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(self._names, MatchKind.LeftmostLongest, store_patterns=False, implementation=kind)

    def __bool__(self) -> bool:
        """Whether there is any name."""
        return bool(self._names)

    def find(self, text: str) -> list[tuple[int, int]]:
        """All longest matches, left to right, none overlapping another.

        Example:
            >>> Names(["市委", "市委党校"]).find("在市委党校")
            [(1, 5)]
        """
        return [(start, end) for _, start, end in self._automaton.find_matches_as_indexes(text)]

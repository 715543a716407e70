"""Name lists from `kg/data/*.csv`: read once, checked for their columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

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
        """Sort the names by their first two characters, the longer first."""
        by_head: dict[str, list[str]] = {}
        for name in set(names):
            by_head.setdefault(name[:2], []).append(name)
        self._by_head = {head: sorted(group, key=len, reverse=True) for head, group in by_head.items()}
        self._short = {name for name in by_head if len(name) == 1}
        firsts = "".join(sorted({re.escape(head[0]) for head in by_head}))
        # Most positions of a text begin no name: one character class finds the others at the speed of `re`.
        self._first = re.compile(f"[{firsts}]" if firsts else "(?!)")

    def find(self, text: str) -> list[tuple[int, int]]:
        """All longest matches, left to right, none overlapping another.

        Example:
            >>> Names(["市委", "市委党校"]).find("在市委党校")
            [(1, 5)]
        """
        found = []
        end = 0
        by_head, short = self._by_head, self._short
        for match in self._first.finditer(text):
            at = match.start()
            if at < end:
                continue
            group = by_head.get(text[at : at + 2])
            name = next((name for name in group if text.startswith(name, at)), "") if group else ""
            if name:
                end = at + len(name)
            elif text[at] in short:
                end = at + 1
            else:
                continue
            found.append((at, end))
        return found

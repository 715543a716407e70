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


def _class(characters: Iterable[str]) -> str:
    """A pattern for one of some characters."""
    found = "".join(sorted(set(map(re.escape, characters))))
    return f"[{found}]" if found else "(?!)"


class Names:
    """A set of strings that can be found in a text, longest first at every place, in one pass."""

    def __init__(self, names: Iterable[str]) -> None:
        """Group the names by their first two characters, with the lengths that occur, the longest first."""
        self._names = frozenset(names)
        by_head: dict[str, set[int]] = {}
        for name in self._names:
            by_head.setdefault(name[:2], set()).add(len(name))
        self._sizes = {head: tuple(sorted(sizes, reverse=True)) for head, sizes in by_head.items()}
        self._short = frozenset(name for name in by_head if len(name) == 1)
        # Most positions of a text begin no name: their first two characters rule them out at the speed of `re`.
        firsts, seconds = _class(head[0] for head in by_head), _class(head[1] for head in by_head if len(head) > 1)
        self._first = re.compile(f"{firsts}(?={seconds})|{_class(self._short)}")

    def __bool__(self) -> bool:
        """Whether there is any name."""
        return bool(self._names)

    def find(self, text: str) -> list[tuple[int, int]]:
        """All longest matches, left to right, none overlapping another.

        Example:
            >>> Names(["市委", "市委党校"]).find("在市委党校")
            [(1, 5)]
        """
        found = []
        end = 0
        names, sizes = self._names, self._sizes.get
        for match in self._first.finditer(text):
            at = match.start()
            if at < end:
                continue
            # A slice at the text's end may be shorter than asked for: the name's own length counts.
            for size in sizes(text[at : at + 2], ()):
                if (name := text[at : at + size]) in names:
                    end = at + len(name)
                    found.append((at, end))
                    break
            else:
                if text[at] in self._short:
                    end = at + 1
                    found.append((at, end))
        return found

"""Which of many words occur in a text, found in one pass: most rules have nothing to say about most sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


class Triggers:
    """Groups of words; a text calls up the groups of which it holds a word.

    Example:
        >>> Triggers([("开工", "动工"), ("通车",), ("开工仪式",)]).groups_in("大桥开工仪式举行")
        [0, 2]
    """

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        """Sort the words by their first two characters."""
        groups_of: dict[str, set[int]] = {}
        for number, words in enumerate(groups):
            for word in words:
                groups_of.setdefault(word, set()).add(number)
        self._by_head: dict[str, list[tuple[str, frozenset[int]]]] = {}
        for word, numbers in groups_of.items():
            self._by_head.setdefault(word[:2], []).append((word, frozenset(numbers)))
        firsts = "".join(sorted({re.escape(head[0]) for head in self._by_head}))
        lone = "".join(sorted({re.escape(head) for head in self._by_head if len(head) == 1}))
        seconds = "".join(sorted({re.escape(head[1]) for head in self._by_head if len(head) == 2}))
        pairs = f"[{firsts}](?=[{seconds}])" if seconds else "(?!)"
        # A position counts only where both a first and a second character of some word stand: few do.
        self._start = re.compile(f"[{lone}]|{pairs}" if lone else pairs)

    def groups_in(self, text: str, start: int = 0, end: int | None = None) -> list[int]:
        """The numbers of the groups of which a word lies in `text[start:end]`, ascending."""
        end = len(text) if end is None else end
        found: set[int] = set()
        by_head = self._by_head
        for match in self._start.finditer(text, start, end):
            at = match.start()
            for head in (text[at : at + 2], text[at]):
                for word, numbers in by_head.get(head, ()):
                    if text.startswith(word, at, end):
                        found |= numbers
        return sorted(found)


@lru_cache(maxsize=16)
def triggers_of(groups: tuple[tuple[str, ...], ...]) -> Triggers:
    """The same groups of words, made ready once."""
    return Triggers(groups)

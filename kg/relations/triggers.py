"""Which of many words occur in a text, found in one pass: most rules have nothing to say about most sentences."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation


class Triggers:
    """Groups of words; a text calls up the groups of which it holds a word.

    Example:
        >>> Triggers([("开工", "动工"), ("通车",), ("开工仪式",)]).groups_in("大桥开工仪式举行")
        [0, 2]
    """

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        """Build the automaton of the words."""
        groups_of: dict[str, set[int]] = {}
        for number, words in enumerate(groups):
            for word in words:
                groups_of.setdefault(word, set()).add(number)
        self._groups = list(groups_of.values())
        self._automaton = AhoCorasick(list(groups_of), implementation=Implementation.DFA, store_patterns=False)

    def groups_in(self, text: str) -> list[int]:
        """The numbers of the groups of which a word lies in a text, ascending."""
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        if not matches:
            return []
        found: set[int] = set()
        for word, _, _ in matches:
            found |= self._groups[word]
        return sorted(found)

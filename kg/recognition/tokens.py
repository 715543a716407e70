"""A sentence as words with their places: what every recognizer asks for boundaries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.reading.words import cut, tag
from kg.recognition.titles import title_within


@dataclass(frozen=True, slots=True)
class Token:
    """A dictionary word, or a single character where the dictionary knows none."""

    start: int
    end: int
    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's text with its tokens, and the token that covers each character."""

    text: str
    tokens: tuple[Token, ...]
    covering: tuple[int, ...]

    def at(self, position: int) -> Token | None:
        """The token that covers a position, None past the end."""
        return self.tokens[self.covering[position]] if 0 <= position < len(self.covering) else None

    def starts_at(self, position: int) -> bool:
        """Whether a token begins there (the end of the text counts)."""
        token = self.at(position)
        return token is None or token.start == position


def tokenize(text: str, names: Iterable[tuple[int, int]] = ()) -> Words:
    """Cut a sentence into words.

    Args:
        names: Spans known to be names, in order and apart: no word runs across their ends (以|上海|湾区, not 以上|海湾|区).

    Example:
        >>> [t.text for t in tokenize("主持会议").tokens]
        ['主持', '会议']
        >>> [t.text for t in tokenize("国电集团党组书记").tokens]
        ['国电', '集团', '党组', '书记']
    """
    tokens: list[Token] = []
    covering: list[int] = []

    def add(piece: str, kind: str) -> None:
        at = len(covering)
        covering.extend([len(tokens)] * len(piece))
        tokens.append(Token(at, at + len(piece), piece, kind))

    at = 0
    for start, end in [*names, (len(text), len(text))]:
        for word in cut(text[at:start]):
            split = title_within(word)
            if split:
                add(word[:split], tag(word[:split]) or "n")
                add(word[split:], tag(word[split:]) or "n")
            else:
                add(word, tag(word))
        if start < end:
            add(text[start:end], tag(text[start:end]) or "ns")
        at = end
    return Words(text, tuple(tokens), tuple(covering))

"""A sentence as words with their places: what every recognizer asks for boundaries."""

from __future__ import annotations

from dataclasses import dataclass

from kg.reading.words import cut, tag


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


def tokenize(text: str) -> Words:
    """Cut a sentence into words.

    Example:
        >>> [t.text for t in tokenize("主持会议").tokens]
        ['主持', '会议']
    """
    tokens: list[Token] = []
    covering: list[int] = []
    at = 0
    for word in cut(text):
        covering += [len(tokens)] * len(word)
        tokens.append(Token(at, at + len(word), word, tag(word)))
        at += len(word)
    return Words(text, tuple(tokens), tuple(covering))

"""A sentence as words with their places: what every recognizer asks for boundaries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from kg.reading.words import cut, tag
from kg.recognition.titles import title_within


class Token(NamedTuple):
    """A dictionary word, or a single character where the dictionary knows none."""

    start: int
    end: int
    text: str
    tag: str


_start = attrgetter("start")
# A sentence has dozens of tokens: made without the call that a named tuple's own constructor adds.
_token = tuple.__new__


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's text with its tokens, and the token that covers each character."""

    text: str
    tokens: tuple[Token, ...]
    covering: tuple[Token, ...]

    def at(self, position: int) -> Token | None:
        """The token that covers a position, None past the end."""
        return self.covering[position] if 0 <= position < len(self.covering) else None

    def starts_at(self, position: int) -> bool:
        """Whether a token begins there (the end of the text counts)."""
        return not 0 <= position < len(self.covering) or self.covering[position].start == position

    def are_whole(self, start: int, end: int) -> bool:
        """Whether a stretch of the text is made of whole tokens, at least one."""
        return start < end and self.starts_at(start) and self.starts_at(end)

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in a stretch of the text."""
        if start >= end:
            return ()
        return self.tokens[bisect_left(self.tokens, start, key=_start) : bisect_left(self.tokens, end, key=_start)]


def tokenize(text: str, names: Iterable[tuple[int, int]] = ()) -> Words:
    """Cut a sentence into words.

    Args:
        names: Spans known to be names, in order and apart: no word runs across their ends (以|上海|湾区, not 以上|海湾|区).

    Example:
        >>> [t.text for t in tokenize("主持召开会议").tokens]
        ['主持', '召开', '会议']
        >>> [t.text for t in tokenize("国电集团党组书记").tokens]
        ['国电', '集团', '党组', '书记']
    """
    tokens: list[Token] = []
    covering: list[Token] = []
    at = 0
    for start, end in [*names, (len(text), len(text))]:
        for piece, kind, size in chain.from_iterable(map(_pieces, cut(text[at:start]))):
            token = _token(Token, (at, at := at + size, piece, kind))
            tokens.append(token)
            covering += (token,) * size
        if start < end:
            token = _token(Token, (start, end, text[start:end], tag(text[start:end]) or "ns"))
            tokens.append(token)
            covering += (token,) * (end - start)
        at = end
    return Words(text, tuple(tokens), tuple(covering))


@lru_cache(maxsize=50_000)
def _pieces(word: str) -> tuple[tuple[str, str, int], ...]:
    """A word of the dictionary as tokens, each with its tag and length: itself, or a body and a title (市委|书记)."""
    split = title_within(word)
    if not split:
        return ((word, tag(word), len(word)),)
    return tuple((piece, tag(piece) or "n", len(piece)) for piece in (word[:split], word[split:]))

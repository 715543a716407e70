"""From a sentence and its mentions to a skeleton: the same text with one character for every outermost mention.

Patterns over a skeleton see words and types at once, and a gap counts a long name as one step.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.model import ENTITY_TYPES, QUANTITY, TIME, TITLE, Mention, Span
from kg.record import record

TYPE_CHARS: Mapping[str, str] = {name: chr(0xE000 + index) for index, name in enumerate((*ENTITY_TYPES, TITLE, TIME, QUANTITY))}
"""One private-use character for each type of mention."""

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_HALF_WIDTH = re.compile("[,;:()!?]")
_FOLDED = str.maketrans(",;:()!?", "，；：（）！？")
_WHITE = re.compile(r"\s")
_SENTENCE_MARKS = str.maketrans("。！？", "，，，")


@record
class Skeleton:
    """A sentence with its outermost mentions folded to characters."""

    text: str
    origin: tuple[int, ...]
    """For each character of `text`, and for its end, the offset in the sentence."""
    mentions: Mapping[int, Mention]
    """The mention behind each type character, by position in `text`."""

    def span(self, start: int, end: int) -> Span:
        """The sentence offsets of `text[start:end]`."""
        if start >= end:
            return self.origin[start], self.origin[start]
        last = end - 1
        mention = self.mentions.get(last)
        return self.origin[start], mention.end if mention else self.origin[last] + 1


def outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that lie in no other, in order; of two for the same words an entity said in words comes first."""
    kept: list[Mention] = []
    reach = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, _rank(m))):
        if mention.start >= reach and mention.end > mention.start:
            kept.append(mention)
            reach = mention.end
    return kept


def build_skeleton(text: str, mentions: Sequence[Mention], within: Span | None = None) -> Skeleton:
    """Fold a sentence: mentions to type characters, half-width marks to full-width ones, white space away.

    With `within`, fold only that stretch and the mentions inside it, such as a long name that states something itself.

    Example:
        >>> met = Mention(0, 0, 2, "周岚", "Person")
        >>> build_skeleton("周岚 到会", [met]).text == TYPE_CHARS["Person"] + "到会"
        True
    """
    chars: list[str] = []
    origin: list[int] = []
    text = _PRIVATE.sub("□", text)
    if _HALF_WIDTH.search(text):
        text = text.translate(_FOLDED)
    white = _WHITE.search(text) is not None
    found: dict[int, Mention] = {}
    at, stop = within or (0, len(text))
    inside = [m for m in mentions if at <= m.start and m.end <= stop]
    if within:
        inside = [m for m in inside if (m.start, m.end) != within]

    def plain(start: int, end: int) -> None:
        if white:
            kept = [offset for offset in range(start, end) if not text[offset].isspace()]
            chars.extend(text[offset] for offset in kept)
            origin.extend(kept)
        else:
            chars.append(text[start:end])
            origin.extend(range(start, end))

    for mention in outermost(inside):
        plain(at, mention.start)
        found[len(origin)] = mention
        chars.append(TYPE_CHARS[mention.type])
        origin.append(mention.start)
        at = mention.end
    plain(at, stop)
    origin.append(stop)
    body = "".join(chars)
    # A full stop inside the sentence (in a quotation) parts clauses, not sentences.
    body = body[:-1].translate(_SENTENCE_MARKS) + body[-1:]
    return Skeleton(body, tuple(origin), found)


def _rank(mention: Mention) -> int:
    if mention.type in ENTITY_TYPES:
        return 2 if mention.implied else 0
    return 1

"""From a sentence and its mentions to a skeleton: the same text with one character for every outermost mention.

Patterns over a skeleton see words and types at once, and a gap counts a long name as one step.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import ENTITY_TYPES, QUANTITY, TIME, TITLE, Mention, Span

TYPE_CHARS: Mapping[str, str] = {name: chr(0xE000 + index) for index, name in enumerate((*ENTITY_TYPES, TITLE, TIME, QUANTITY))}
"""One private-use character for each type of mention."""

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_HALF_WIDTH = re.compile("[,;:()!?]")
_FOLDED = str.maketrans(",;:()!?", "，；：（）！？")
_WHITE = re.compile(r"\s")
# Any of these: most sentences hold none.
_TO_FOLD = re.compile(f"{_PRIVATE.pattern}|{_HALF_WIDTH.pattern}|{_WHITE.pattern}")


@dataclass(slots=True, unsafe_hash=True)
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
    """Of mentions in reading order those that lie in no other; of two for the same words an entity said in words comes first."""
    kept: list[Mention] = []
    reach = 0
    for mention in mentions:
        start, end = mention.start, mention.end
        if start >= reach:
            if end > start:
                kept.append(mention)
                reach = end
        elif end == reach and start == kept[-1].start and _rank(mention) < _rank(kept[-1]):
            kept[-1] = mention
    return kept


def build_skeleton(text: str, mentions: Sequence[Mention], within: Span | None = None) -> Skeleton:
    """Fold a sentence: mentions to type characters, half-width marks to full-width ones, white space away.

    With `within`, fold only that stretch and the mentions inside it, such as a long name that states something itself.

    Example:
        >>> met = Mention(0, 0, 2, "周岚", "Person")
        >>> build_skeleton("周岚 到会", [met]).text == TYPE_CHARS["Person"] + "到会"
        True
    """
    at, stop = 0, len(text)
    if within:
        at, stop = within
        mentions = [m for m in mentions if at <= m.start and m.end <= stop and (m.start, m.end) != within]
    white = False
    if _TO_FOLD.search(text):
        text = _PRIVATE.sub("□", text)
        if _HALF_WIDTH.search(text):
            text = text.translate(_FOLDED)
        white = _WHITE.search(text, at, stop) is not None
    chars: list[str] = []
    origin: list[int] = []
    found: dict[int, Mention] = {}
    for mention in outermost(mentions):
        start = mention.start
        chars += text[at:start], TYPE_CHARS[mention.type]
        origin += range(at, start + 1)
        found[len(origin) - 1] = mention
        at = mention.end
    chars.append(text[at:stop])
    origin += range(at, stop + 1)
    body = "".join(chars)
    if white:
        kept = [place for place, char in enumerate(body) if not char.isspace()]
        origin = [origin[place] for place in (*kept, len(body))]
        found = {new: found[place] for new, place in enumerate(kept) if place in found}
        body = "".join(body.split())
    # A full stop inside the sentence (in a quotation) parts clauses, not sentences.
    body = body[:-1].replace("。", "，").replace("！", "，").replace("？", "，") + body[-1:]
    return Skeleton(body, tuple(origin), found)


def _rank(mention: Mention) -> int:
    if mention.type in ENTITY_TYPES:
        return 2 if mention.implied else 0
    return 1

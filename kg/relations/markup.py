"""From an example sentence with its mentions marked to a document that relations can be read from.

``[周岚|Person]在[滨江区|Place]调研 => 周岚 → 滨江区``: a mention is its words and its type; a third part is what they stand
for, an entity's name (``[该线|Project|湖滨线]``) or the value of a time (``[5月3日|Time|2023-05-03]``). After ``=>`` come the
expected pairs, parted by ``;``. Sentences end as in prose; a line end starts a new paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import ENTITY_TYPES, QUANTITY, TIME, TITLE, Article, Document, Entity, Mention, Sentence
from kg.relations.statements import Scene

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)(?:\|([^\[\]|]*))?\]")
_END = re.compile("[。！？]”?|\n")


class MarkupError(ValueError):
    """An example that cannot be read."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example sentence as written, its plain text with mentions, and the pairs of names expected of it."""

    text: str
    plain: str
    marks: tuple[tuple[int, int, str, str], ...]
    """Start, end, type and meaning of each mention in `plain`."""
    pairs: tuple[tuple[str, str], ...]


def parse_example(text: str) -> Example:
    """Read an example.

    Raises:
        MarkupError: Where a mention has an unknown type, or a pair is not written as ``甲 → 乙``.

    Example:
        >>> parse_example("[周岚|Person]来到[滨江区|Place]。 => 周岚 → 滨江区").pairs
        (('周岚', '滨江区'),)
    """
    prose, arrow, wanted = text.partition("=>")
    pairs: list[tuple[str, str]] = []
    for pair in wanted.split(";") if arrow else ():
        subject, found, object_ = (part.strip() for part in pair.partition("→"))
        if not (subject and found and object_):
            raise MarkupError(f"write the expected pair {pair.strip()!r} as 甲 → 乙")
        pairs.append((subject, object_))
    plain: list[str] = []
    marks: list[tuple[int, int, str, str]] = []
    length = at = 0
    prose = prose.rstrip()
    for match in _MARK.finditer(prose):
        words, kind, meaning = match[1], match[2], match[3] or ""
        if kind not in {*ENTITY_TYPES, TITLE, TIME, QUANTITY}:
            raise MarkupError(f"unknown type {kind!r}")
        plain += [prose[at : match.start()], words]
        length += match.start() - at
        marks.append((length, length + len(words), kind, meaning or words))
        length += len(words)
        at = match.end()
    plain.append(prose[at:])
    return Example(text, "".join(plain), tuple(marks), tuple(pairs))


def scene_of(example: Example) -> Scene:
    """A document of one article with the example's sentences, mentions and entities."""
    plain = example.plain
    sentences: list[Sentence] = []
    start = paragraph = 0
    for end in [*(m.end() for m in _END.finditer(plain)), len(plain)]:
        text = plain[start:end].rstrip("\n")
        if text.strip():
            sentences.append(Sentence(text, ((start, start + len(text)),), 0, paragraph))
        paragraph += plain[start:end].count("\n")
        start = end
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    for low, high, kind, meaning in example.marks:
        index = next(i for i, sent in enumerate(sentences) if sent.pieces[0][0] <= low < sent.pieces[0][1])
        identifier = f"{kind.lower()}/{meaning}" if kind in ENTITY_TYPES else ""
        if identifier:
            entities[identifier] = Entity(identifier, kind, meaning)
        offset = sentences[index].pieces[0][0]
        value = meaning if kind == TIME else ""
        words = plain[low:high]
        mentions.append(Mention(index, low - offset, high - offset, words, kind, entity=identifier, value=value))
    document = Document("example", plain, (Article("example", ""),), tuple(sentences))
    return Scene(document, tuple(mentions), entities)

"""What the recognizers find in a sentence, as plain names, for tables of (sentence, expected names)."""

from __future__ import annotations

from kg.model import Document, Mention
from kg.reading import Metadata, parse_document
from kg.recognition import recognize

JINSHAN = "310116"
Row = tuple[str, list[str]]
"""A text of our own making, and the names of one type that a careful reader finds in it, in the order of the words."""


def read(text: str, *, place: str = JINSHAN, published: str = "2023-07-08") -> tuple[Document, tuple[Mention, ...]]:
    """A document of a paper (Jinshan's by default) with its mentions."""
    doc = parse_document(text, "a", Metadata(published=published, place=place))
    return doc, recognize(doc)


def found(text: str, type_: str, *, place: str = JINSHAN, published: str = "2023-07-08") -> list[str]:
    """Names of one type in the order of the words, longer ones first; what is only implied (区长 → the government) is left out."""
    _, mentions = read(text, place=place, published=published)
    return [mention.name or mention.text for mention in mentions if mention.type == type_ and not mention.implied]

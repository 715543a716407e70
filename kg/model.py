"""The nouns of the system, from a file's text to a statement with its evidence: frozen data, no behaviour.

Two kinds of offsets occur, both in code points, 0-based, half-open:

* *document* offsets point into `Document.text`, the file as decoded;
* *sentence* offsets point into `Sentence.text`, which joins the pieces that a line end, a column or a caption broke apart.

What a build makes by the hundred thousand is a plain dataclass that nobody writes to (`tests/test_values.py`): a frozen one sets each field
through `object.__setattr__`, which takes seven times as long (2.2 against 0.3 microseconds for a mention). It has to be
`dataclasses.dataclass` by name, as mypyc compiles no other decorated class to a native one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

PERSON, PLACE, PROJECT = "Person", "Place", "Project"
AGENCY, EVENT, DOCUMENT = "Agency", "Event", "Document"
ENTITY_TYPES = (PERSON, PLACE, PROJECT, AGENCY, EVENT, DOCUMENT)
TITLE, TIME, QUANTITY = "Title", "Time", "Quantity"  # mentions that are no entities of their own

Span = tuple[int, int]
"""A half-open range of document offsets."""


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """A sentence in reading order.

    `text` joins the document spans `pieces`, folded character by character (`kg.reading.folding.fold`: １２ → 12, `,` → `，`), so that
    rules see one kind of digit and comma while every offset stays what it was.
    """

    text: str
    pieces: tuple[Span, ...]
    article: int
    """Index of the article in `Document.articles` that the sentence belongs to."""
    paragraph: int
    """Counts paragraphs through the document; a blank line or a line end that closes a sentence ends one."""
    role: str = "body"
    """`title`, `byline`, `body`, `caption` or `furniture` (page marks, editors, QR hints)."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page: its identifier within the graph and its headline."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as decoded, with what is known about it and its text in reading order."""

    id: str
    """The file's name without its suffix, with its folder where names repeat."""
    text: str
    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]
    title: str = ""
    publisher: str = ""
    published: str = ""
    """ISO date of issue, as precise as known: `2022-07-14`, `2024-01`, `2021` or empty."""
    place: str = ""
    """GB/T 2260 code of the division the paper belongs to, such as `310116`; empty for national media or when unknown."""
    url: str = ""
    inferred: tuple[str, ...] = ()
    """Which of `published` and `place` were taken from the text rather than given."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in the unit itself: 32.7亿元 is 3270000000 元. `high` is set for ranges, `value` then being the low end."""

    value: Decimal
    unit: str
    high: Decimal | None = None
    approximate: bool = False


@dataclass(slots=True)
class Mention:
    """A span of a sentence recognized as something: an entity, a title, a time or an amount.

    `sentence.text[start:end] == text`. `name` is what the words stand for where that differs from them: 区税务局 → 金山区税务局.
    """

    sentence: int
    """Index into `Document.sentences`."""
    start: int
    end: int
    text: str
    type: str
    name: str = ""
    via: str = ""
    """Which recognizer found it, for explaining and debugging."""
    kind: str = ""
    """The subclass that the words tell (`Company`, `Railway`, `Meeting`), or for times and amounts their sort; else empty."""
    value: str = ""
    """ISO 8601 value of a time."""
    quantity: Quantity | None = None
    entity: str = ""
    """Identifier of the entity, once resolved; empty for titles, times and amounts."""
    implied: bool = False
    """The words only imply the entity (区长 implies the district government, 该区 points to it): never a name of it."""

    def __hash__(self) -> int:
        """Mentions are keys of many tables: where one stands tells them apart in a third of the time that all fields take."""
        return hash((self.sentence, self.start, self.end, self.type))


@dataclass(slots=True, unsafe_hash=True)
class Location:
    """Where an entity was mentioned: `document.text[start:end] == text`."""

    doc: str
    start: int
    end: int
    text: str


@dataclass(slots=True, unsafe_hash=True)
class Entity:
    """One real thing. `id` is a pure function of type, name and scope, such as `person/刘健_310116`."""

    id: str
    type: str
    name: str
    kind: str = ""
    """A subclass of the type where the words tell it, as a local name of the ontology (`Company`, `Town`, `Meeting`); else empty."""
    aliases: tuple[str, ...] = ()
    mentions: tuple[Location, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    """What reference data knows: `code`, `level`, `parent`, `longitude`, `latitude`."""


@dataclass(slots=True, unsafe_hash=True)
class Evidence:
    """The words a statement rests on: `document.text[start:end] == text`, and the rule that read them so.

    `marks` gives, in document offsets, the words for `subject`, `object` and `trigger`; it may lack any of them.
    """

    doc: str
    start: int
    end: int
    text: str
    rule: str
    article: str = ""
    marks: Mapping[str, Span] = field(default_factory=dict)


Value = str | Decimal | tuple[Decimal, Decimal]
"""A statement's literal object: an ISO 8601 date or interval, an exact number, or a range of numbers."""


@dataclass(slots=True, unsafe_hash=True)
class Statement:
    """A claim of a document: subject, predicate, and an entity (`object`) or a literal (`value`); qualifiers refine it.

    Qualifier keys are those of the guideline: `title`, `role`, `stage`, `date`, `indicator`, `unit`, `period`, `expected`, `end`,
    and `reported`, the date of the report.
    """

    id: str
    subject: str
    predicate: str
    object: str | None
    value: Value | None
    qualifiers: Mapping[str, str | bool]
    evidence: tuple[Evidence, ...]
    confidence: float

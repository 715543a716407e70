"""The walk through a document: clause by clause, each with its subject and with the topic carried from the clauses before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from kg.model import PLACE, Mention, Sentence
from kg.relations.clauses.clause import Clause, Stretch, implied_mention, outermost
from kg.relations.clauses.introductions import find_founded, find_introduced
from kg.relations.clauses.pointing import PHASES, Memory, find_pointing, lies_somewhere, may_point_nowhere
from kg.relations.clauses.splitting import dateline_end, find_speech, split_clauses
from kg.relations.clauses.subjects import find_subject, is_national, only_reports
from kg.relations.clauses.topics import Topics, officials_of
from kg.relations.statements import Scene, by_sentence


@lru_cache(maxsize=1)  # the readers of one document each walk through it
def walk(scene: Scene) -> tuple[Clause, ...]:
    """The clauses of a document in reading order, with their topics; page furniture is left out.

    A topic holds through its paragraph, an event's through its sentence. A new paragraph that names nothing is about what its
    headline is about, or else about the division the paper belongs to; where neither is known its clauses have no topic.
    """
    return tuple(_Walk(scene).clauses())


class _Walk:
    """State of one walk: who was named last, and what the paragraph is about."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.by_sentence = by_sentence(scene)
        self.officials = officials_of(scene)
        self.topics = Topics(scene, self.officials)
        self.memory = Memory(scene, self.topics.home)
        self.seen: dict[str, int] = {}
        """The paragraph that named each entity last."""
        self.topic: Mention | None = None
        self.theme: Mention | None = None
        """The first thing that the sentence is about."""
        self.whole: Mention | None = None
        """What the sentence was about before it told of a part (其中|甲园区5个): the next sentence is about the whole again."""
        self.unnamed = False
        """Whether the paragraph has gone on to something without a name."""
        self.speech = False
        """Whether quotation marks are open."""

    def clauses(self) -> Iterator[Clause]:
        """The clauses of the document."""
        paragraph = article = -1
        for index, sent in enumerate(self.scene.document.sentences):
            if sent.role == "furniture":
                continue
            if sent.article != article or (sent.role == "title" and self.topics.home is None):
                self.memory.latest = {}  # 该项目 points to nothing of another story
            if sent.paragraph != paragraph or sent.article != article:
                self.speech = self.unnamed = False
                self.topic = self.topics.of_opening(sent, self.seen)
            else:
                self._go_on(index, sent)
            paragraph, article, self.whole, self.theme = sent.paragraph, sent.article, None, None
            yield from self._sentence(index, sent)

    def _go_on(self, index: int, sent: Sentence) -> None:
        """What a further sentence of a paragraph is about to begin with: an event ends with its sentence, a part with its own."""
        part = sent.text.startswith("其中")
        if self.topic is not None and not part and self.topics.is_over(self.topic, self.by_sentence.get(index, ())):
            self.topic = self.topics.of_paragraph(sent.article, sent.paragraph, self.seen)
        elif self.whole is not None and not part and not sent.text.startswith("该"):
            self.topic = self.whole

    def _sentence(self, index: int, sent: Sentence) -> Iterator[Clause]:
        """The clauses of a sentence."""
        text = sent.text
        speech, self.speech = find_speech(text, self.speech)
        pointing = find_pointing(text)
        national = "全国" in text or "我国" in text
        to_nowhere = may_point_nowhere(text)
        for stretch in self._stretches(index, text):
            if (
                text[stretch.start - 1 : stretch.start] == "；"
            ):  # …；另“一纵”是指平营高速公路，…: the next item has a theme of its own
                self.theme = None
            reports = only_reports(stretch)
            subject = None if reports else self._subject(stretch, pointing)
            if subject is not None:
                self._take(subject, stretch)
            elif self.memory.is_other_phase(stretch, self.topic):
                self.topic = self.whole  # 一期处理500吨，…；二期|250吨: of no phase that has a name
            else:
                if to_nowhere and not reports and not self.unnamed:
                    self.unnamed = self.memory.points_nowhere(stretch, self.topic)
                if national and is_national(stretch):
                    self._take_nation()
                elif not reports:
                    self._introduce(stretch)
            if founded := find_founded(stretch):
                self.whole, self.topic = self.whole or self.topic, founded
            yield self._clause(stretch, subject, quoted=bool(speech) and _is_within(stretch, speech))
            if stretch.mentions:
                self._remember(stretch, sent.paragraph)

    def _stretches(self, index: int, text: str) -> Iterator[Stretch]:
        """The clauses of a sentence behind its dateline, with the mentions inside; no clause ends inside a mention."""
        mentions = tuple(self.by_sentence.get(index, ()))
        starts = [m.start for m in mentions]
        lead = dateline_end(text)
        for start, end in split_clauses(text, tuple([(m.start, m.end) for m in mentions])):
            start = max(start, lead)
            if start >= end:
                continue
            inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)] if mentions else ()
            yield Stretch(index, text, start, end, inside, outermost(inside) if inside else ())

    def _subject(self, stretch: Stretch, pointing: list[int]) -> Mention | None:
        """The subject that a clause names, itself or by a pointing word."""
        pointed = None
        if pointing or self.memory.phases:
            pointed = self.memory.find_pointed(stretch, pointing, self.topic, self.theme)
        if pointed is None and not stretch.outer:
            return None
        return find_subject(stretch, pointed, self.scene.entities, self.officials, first=self.theme is None)

    def _take(self, subject: Mention, stretch: Stretch) -> None:
        """Go on about a subject."""
        of_whole = subject.text in PHASES if subject.implied else subject.type == PLACE
        part = of_whole and stretch.text.startswith("其中", stretch.start)
        self.unnamed = False
        self.whole = (self.whole or self.topic) if part else None
        self.topic = subject
        self.theme = self.theme or subject

    def _take_nation(self) -> None:
        """Go on about the whole nation (前三季度全国用电量…)."""
        nation = self.topics.nation
        self.unnamed = False
        self.topic = self.theme = implied_mention(nation) if nation else None

    def _introduce(self, stretch: Stretch) -> None:
        """Go on about what a clause without a subject brings up, if anything."""
        outer = stretch.outer
        if not outer or (self.unnamed and lies_somewhere(stretch)):
            return
        introduced = find_introduced(stretch, self.topic, first=self.theme is None or self.theme.type == PLACE)
        named_again = self.topic is not None and any(m.entity == self.topic.entity for m in outer)
        self.unnamed = self.unnamed and introduced is None and not named_again
        self.topic = introduced or self.topic

    def _clause(self, stretch: Stretch, subject: Mention | None, *, quoted: bool) -> Clause:
        """A stretch with what it is about."""
        return Clause(
            stretch.sentence,
            stretch.start,
            stretch.end,
            quoted,
            stretch.mentions,
            stretch.outer,
            subject,
            self.topic,
            self.theme or self.topic,
            self.unnamed,
        )

    def _remember(self, stretch: Stretch, paragraph: int) -> None:
        """Keep what a clause names for pointing words after it."""
        # 三沙镇党委书记说，该镇…: a place that a body's name begins with may be pointed to as well.
        places = [m for m in stretch.mentions if m.type == PLACE and m.entity and not m.implied]
        for mention in (*places, *stretch.outer):
            self.memory.add(mention)
            self.seen[mention.entity] = paragraph


def _is_within(stretch: Stretch, speech: list[tuple[int, int]]) -> bool:
    """Whether a clause's middle lies in one of the stretches that somebody says."""
    middle = (stretch.start + stretch.end) // 2
    return any(low <= middle < high for low, high in speech)

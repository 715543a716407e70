"""Documents to mentions: people, places, agencies, projects, events, documents, titles, times and amounts.

`recognize` reads each sentence by its own words first, then looks for every name found with good evidence in all the others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from kg.model import EVENT, Document, Mention
from kg.recognition.again import trim_to_known, with_told
from kg.recognition.around import around, sure_divisions
from kg.recognition.mentions import mentions_of
from kg.recognition.people import find_again, find_in_each
from kg.recognition.people.abroad import short_forms, stands_alone
from kg.recognition.people.full_names import Found
from kg.recognition.steps import Reading, read_names
from kg.recognition.talks import TALKS, talks_of
from kg.recognition.times import TimeSpan, find_times, parse_time
from kg.recognition.tokens import Words, tokenize

__all__ = ["recognize"]


def recognize(doc: Document) -> tuple[Mention, ...]:
    """All mentions of a document, nested ones too, sorted by sentence, start and the longer first.

    Names are as the text has them; `kg.resolution` decides what each stands for. An implied body (区长 → the government) is a mention
    with `implied` set, at the words that imply it.
    """
    surroundings = around(doc)
    sentences = [
        tokenize(sent.text, sure_divisions(sent.text, surroundings.shorts)) if sent.role != "furniture" else None
        for sent in doc.sentences
    ]
    persons = _people(doc, sentences)
    times = _times(doc, sentences)
    readings = [
        Reading(index, words, times[index], persons[index]) for index, words in enumerate(sentences) if words is not None
    ]
    read_names(readings, surroundings)
    mentions = [mention for reading in readings for mention in mentions_of(reading, surroundings, doc.published)]
    mentions = with_told(trim_to_known(mentions, sentences), sentences)
    mentions += _told_talks(doc, mentions)
    return tuple(sorted(set(mentions), key=lambda m: (m.sentence, m.start, -m.end, m.type, m.via)))


def _people(doc: Document, sentences: Sequence[Words | None]) -> list[list[Found]]:
    """The people of each sentence: those that its own words tell, and those that another sentence told."""
    read = [(words, sent.role) for sent, words in zip(doc.sentences, sentences, strict=True) if words]
    told = iter(find_in_each(read))
    names: dict[str, str] = {}
    per_sentence: list[dict[tuple[int, int], Found]] = []
    for words in sentences:
        found: dict[tuple[int, int], Found] = {}
        for person in next(told) if words else ():
            found.setdefault((person.start, person.end), person)
            names.setdefault(person.name, person.via)
        per_sentence.append(found)
    full = short_forms(names)
    for index, person in find_again([sent.text for sent in doc.sentences], sorted({*names, *full})):
        words = sentences[index]
        if words and stands_alone(words, person.start, person.end):
            per_sentence[index].setdefault((person.start, person.end), person)
    for found in per_sentence:
        for span, person in found.items():
            if person.name in full:
                found[span] = person._replace(name=full[person.name])
    return [_separate(found.values()) for found in per_sentence]


def _times(doc: Document, sentences: Sequence[Words | None]) -> list[list[TimeSpan]]:
    """The times of each sentence; a bare day (3日) is one of the month named last before it."""
    found: list[list[TimeSpan]] = []
    context = ""
    article, told_on = -1, doc.published
    for sent, words in zip(doc.sentences, sentences, strict=True):
        if sent.article != article:
            article, told_on = sent.article, doc.published
        sent_by_wire = words is not None and ("日讯" in words.text or "日电" in words.text or "日 " in words.text)
        if (
            words and sent_by_wire and (despatch := _DESPATCH.match(words.text))
        ):  # 1月16日讯…今天: of the despatch, not of the paper
            told_on = _despatched(despatch.group(1), doc.published)
        found.append(find_times(words.text, told_on, context=context) if words else [])
        for time in found[-1]:
            if time.kind == "date" and len(time.value) == 10:
                context = time.value
    return found


_DESPATCH = re.compile("[^，。；：0-9]{0,16}([0-9]{1,2}月[0-9]{1,2}日) ?[讯电]")


def _despatched(day: str, published: str) -> str:
    """The day of a despatch that is printed one of the next days, else the day of the paper."""
    told = parse_time(day, published) or ""
    if len(told) != 10 or len(published) != 10:
        return published
    late = date.fromisoformat(published) - date.fromisoformat(told)
    return told if timedelta(0) <= late <= timedelta(3) else published


def _told_talks(doc: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Talks and visits as events, the words that tell of them being their mentions."""
    for index, talks in talks_of(doc, mentions):
        text = doc.sentences[index].text[talks.start : talks.end]
        yield Mention(
            index, talks.start, talks.end, text, EVENT, name=talks.name, via=TALKS, kind="Meeting" if talks.guests else "Visit"
        )


def _separate(found: Collection[Found]) -> list[Found]:
    """People that do not overlap: those found by their surroundings before those found again, the longer first.

    But 郑光才 whom another sentence names is not 郑光 here: 郑光|才做重要讲话.
    """
    if len(found) < 2:
        return list(found)
    kept: list[Found] = []
    again = {p.start: p.end for p in found if p.via == "again"}
    for person in sorted(found, key=lambda p: (p.via == "again", -(p.end - p.start), p.start)):
        if again.get(person.start, 0) > person.end:
            continue
        if all(person.end <= other.start or person.start >= other.end for other in kept):
            kept.append(person)
    return sorted(kept, key=lambda p: p.start)

"""Talks and state visits: who took part, where and on which day, from the sentence that tells of them and from who is said to have come too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import PERSON, PLACE, TIME, Mention, Statement
from kg.recognition.talks import Talks, talks_of
from kg.relations.statements import Scene, by_sentence, state

# 李安、赵立等参加上述活动。: at the end of what is told of the talks.
_CAME_TOO = re.compile(
    "等?(?:同志)?(?:[12]?[0-9]日)?(?:也|分别)?(?:一同|一起)?(?:参加|出席|陪同)(?:了)?(?P<all>上述|以上|有关|相关)?(?:会见|会谈|会晤|活动|访问)?。?"
)
# 在湖山出席峰会期间会见…: what is done in the place that 在 names, but not what else is held there.
_IN = re.compile("[在于]$")
_OTHER_THERE = re.compile("(?:举行|召开|举办|工作|生活)的")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def extract_talks(scene: Scene) -> list[Statement]:
    """`participatedIn`, `locatedIn` and `heldOn` of the talks and visits that recognition found."""
    if not scene.talks:
        return []
    events = {(m.sentence, m.start): m for m in scene.talks}
    mentions = by_sentence(scene)
    told: list[Mention] = []
    found: list[Statement] = []
    at = 0
    talks = talks_of(scene.document, scene.mentions)
    for index in sorted(mentions):
        while at < len(talks) and talks[at][0] <= index:
            sentence, one = talks[at]
            if event := events.get((sentence, one.start)):
                found += _of_talks(scene, event, one, mentions[sentence])
                told.append(event)
            at += 1
        found += _came_too(scene, index, mentions[index], told)
    return found


def _of_talks(scene: Scene, event: Mention, talks: Talks, here: Sequence[Mention]) -> Iterator[Statement]:
    text = scene.document.sentences[event.sentence].text
    people = sorted((m for m in here if m.type == PERSON), key=lambda m: m.start)
    for person in (people[n] for n in (talks.host, *talks.guests)):
        yield _attended(scene, event.sentence, person, event)
    host = people[talks.host]
    places = [m for m in here if m.type == PLACE and m.entity]
    if talks.guests:
        place = _where(text, places, host, event)
        sites = [place] if place else []
    else:
        sites = [m for m in places if event.start < m.start and m.end <= event.end]
    for site in sites:
        yield state(
            scene,
            event.sentence,
            "talks.place",
            subject=event.entity,
            predicate="locatedIn",
            object=site.entity,
            marks={"subject": event, "object": site},
        )
    days = [m for m in here if m.type == TIME and _DAY.match(m.value) and m.end <= event.end]
    if days and (not talks.guests or len(days[-1].value) == 10):  # a tour of three days is no day of talks
        yield state(
            scene,
            event.sentence,
            "talks.day",
            subject=event.entity,
            predicate="heldOn",
            value=days[-1].value,
            marks={"subject": event, "trigger": (days[-1].start, days[-1].end)},
        )


def _where(text: str, places: Sequence[Mention], host: Mention, event: Mention) -> Mention | None:
    """The place behind the last 在 before the guests are named, the innermost of a chain."""
    found: Mention | None = None
    for place in places:
        inside = found is not None and place.start == found.end
        if place.start > event.end or (found and place.end <= found.end) or _OTHER_THERE.match(text, place.end):
            continue  # 北京 of 北京人民大会堂
        if _IN.search(text, 0, place.start) or inside:
            found = place
    return found


def _came_too(scene: Scene, index: int, here: Sequence[Mention], told: Sequence[Mention]) -> Iterator[Statement]:
    """Everybody of a sentence that says no more than who came too."""
    sent = scene.document.sentences[index]
    if len(sent.text) > 90:
        return
    people = sorted((m for m in here if m.type == PERSON and m.entity), key=lambda m: m.start)
    events = [m for m in told if scene.document.sentences[m.sentence].article == sent.article] if people else []
    if not events:
        return
    came = _CAME_TOO.fullmatch(sent.text, people[-1].end)
    if came is None or re.search("[。；：]", sent.text[: people[-1].end]):
        return
    meant = {m.entity: m for m in events} if came["all"] else {events[-1].entity: events[-1]}
    for person in people:
        for event in meant.values():
            yield _attended(scene, index, person, event)


def _attended(scene: Scene, sentence: int, person: Mention, event: Mention) -> Statement:
    return state(
        scene,
        sentence,
        "talks.attended",
        subject=person.entity,
        predicate="participatedIn",
        object=event.entity,
        qualifiers={"role": "attended"},
        marks={"subject": person, "object": event},
    )

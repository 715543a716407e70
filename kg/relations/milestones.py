"""Dated turns in the life of things: a scene comes in; `milestone` and `heldOn` statements go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.model import EVENT, TIME, Statement
from kg.relations.ceremonies import from_ceremonies, from_notices
from kg.relations.claims import Claim, best_claims
from kg.relations.clauses import walk
from kg.relations.days import Days
from kg.relations.event_days import EventDays
from kg.relations.statements import Scene, state
from kg.relations.turns import Turns


def extract_milestones(scene: Scene) -> list[Statement]:
    """State when things were begun, approved, signed, finished, opened, issued and closed, and when events took place.

    What is only demanded (要加快建成) is left out; what is planned with a date is `expected`.
    """
    return [
        state(
            scene,
            c.sentence,
            c.rule,
            subject=c.subject.entity,
            predicate=c.predicate,
            value=c.value,
            qualifiers={**({"stage": c.stage} if c.stage else {}), **({"expected": True} if c.expected else {})},
            marks={"subject": c.subject if c.subject.text else None, "trigger": c.trigger},
        )
        for c in best_claims(_dated(scene))
    ]


def _dated(scene: Scene) -> Iterator[Claim]:
    """The claims of a document, those without a date with the day that the article tells of the same turn further on."""
    days = Days(scene)
    for claim in list(_claims(scene, days)):
        day = days.told.get((scene.document.sentences[claim.sentence].article, claim.stage), "")
        if claim.rule == "milestone.undated" and day.startswith(claim.value):
            yield replace(claim, value=day, rule="milestone.carried")
        else:
            yield claim


def _claims(scene: Scene, days: Days) -> Iterator[Claim]:
    """What each clause of a document claims, in reading order."""
    events, turns = EventDays(scene, days), Turns(scene, days)
    clauses = walk(scene)
    dated = {m.sentence for m in scene.mentions if m.type == TIME}
    sentence = -1
    for index, clause in enumerate(clauses):
        text = scene.document.sentences[clause.sentence].text
        if clause.sentence != sentence:
            sentence = clause.sentence
            days.enter(sentence)
            turns.enter(text)
        if not clause.mentions and not turns.verbs:
            continue
        times = days.begin(clause, text) if sentence in dated else []
        if clause.mentions:
            held = [m for m in clause.outer if m.type == EVENT]
            yield from events.read(clauses, index, text, times, held)
            if held and not clause.quoted:
                yield from from_ceremonies(scene, days, clause, text, times, held)
            if "关于" in text:
                yield from from_notices(days.published, clause, text)
        if turns.verbs:
            yield from turns.read(clauses, index, text, times)
        if sentence in dated:
            days.close(clause, text, times)

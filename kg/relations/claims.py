"""Claims that a thing came to a stage, or that an event took place, at some time: readings in, the best of each kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Mention, Span
from kg.relations.clauses import Clause


@dataclass(slots=True, unsafe_hash=True)
class Claim:
    """A statement before repetitions are merged; a lower rank is the better reading."""

    sentence: int
    subject: Mention
    predicate: str
    value: str
    stage: str
    expected: bool
    rule: str
    trigger: Span
    rank: int


def milestone(
    clause: Clause, subject: Mention, time: str, stage: str, rule: str, trigger: Span, rank: int, *, expected: bool = False
) -> Claim:
    """A thing comes to a stage."""
    return Claim(clause.sentence, subject, "milestone", time, stage, expected, rule, trigger, rank)


def held_on(clause: Clause, event: Mention, time: str, rule: str, trigger: Span, rank: int) -> Claim:
    """An event takes place."""
    return Claim(clause.sentence, event, "heldOn", time, "", False, rule, trigger, rank)


def best_claims(claims: Iterator[Claim]) -> list[Claim]:
    """One date for each stage of a thing: of two readings the better one, of two as good the first, or the day in its month.

    A plant's first unit and all of it come into use on days of their own.
    """
    kept: dict[tuple[str, str, str, bool, bool], Claim] = {}
    for claim in claims:
        if not claim.value:
            continue
        key = (claim.subject.entity, claim.predicate, claim.stage, claim.expected, claim.rule == "milestone.unit")
        best = kept.get(key)
        # 旅游节6月底举行 in the headline, 将于6月26日至29日举办 below it
        refined = (
            best
            and claim.rank == best.rank
            and (claim.predicate == "heldOn" or claim.rule == "milestone.list")
            and _within(claim.value, best.value)
        )
        if best is None or claim.rank < best.rank or refined:
            kept[key] = claim
    return list(kept.values())


def _within(day: str, known: str) -> bool:
    """Whether a day lies in the month known, or an interval begins with the day known (5月12日开幕…展出时间为5月12日至23日)."""
    return (len(known) == 7 < len(day) and day.startswith(known)) or day.startswith(f"{known}/")

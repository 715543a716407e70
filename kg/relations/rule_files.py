"""Rules as their TOML files give them: read, checked key by key, with the nearest valid word where one is misspelled.

A rule is a pattern over the skeleton of a sentence (`kg.relations.patterns`), a predicate, its qualifiers, a confidence, and
examples that show what it reads (`yes`) and what it must leave alone (`no`).
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.model import ENTITY_TYPES
from kg.ontology import KG
from kg.relations.antecedents import EVENT_REACH
from kg.relations.markup import Example, MarkupError, parse_example
from kg.relations.patterns import Pattern, PatternError, compile_pattern

RULES = Path(__file__).resolve().parent.parent / "data" / "rules"

PREDICATES = (
    "visited",
    "participatedIn",
    "partOf",
    "locatedIn",
    "passesThrough",
    "hasStation",
    "undertakes",
    "issued",
    "about",
    "cooperatesWith",
    "holdsPost",
    "wrote",
)
"""What a rule may state: the relations between two entities."""

QUALIFIERS: Mapping[str, tuple[str | bool, ...]] = {
    "expected": (True,),
    "role": ("presided", "spoke", "attended", "organized", "announced", "invests", "builds", "operates", "runs"),
}
EACH_OTHER = "each-other"
ENDS = {"subject", "object"}

_RULE_KEYS = {
    "id": str,
    "description": str,
    "pattern": str,
    "subject": str,
    "object": str,
    "named": dict,
    "within": int,
    "reach": int,
    "qualifiers": dict,
    "dated": bool,
    "guard": bool,
    "plans": bool,
    "yields": bool,
    "inside": bool,
    "confidence": float,
    "yes": list,
    "no": list,
}
_REQUIRED = ("id", "description", "pattern", "confidence", "yes", "no")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way in which the press states a relation. A rule is equal only to itself."""

    id: str
    predicate: str
    pattern: Pattern
    description: str
    confidence: float
    file: str = ""
    """The name of the file it stands in."""
    subject: tuple[str, ...] = ()
    """Types of a subject that the clauses before name (`"topic:Project|Place"`); empty where the pattern has a slot."""
    object: tuple[str, ...] = ()
    """The same for the object."""
    many: bool = False
    """Whoever is listed with the topic counts too (`"topic:Person*"`)."""
    each_other: bool = False
    """Every two members of the subject's list are related."""
    named: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """For `subject` or `object`, what one of the entity's names must match; for `event`, what the event at hand is called."""
    within: int = 2
    """How many sentences back a topic may stand."""
    reach: int = EVENT_REACH
    """How many sentences back an event may stand that is the topic."""
    qualifiers: Mapping[str, str | bool] = field(default_factory=dict)
    dated: bool = False
    """The nearest date before the trigger qualifies the statement."""
    guard: bool = True
    """Leave alone what is negated, demanded, planned or hypothetical."""
    plans: bool = True
    """What is only announced (将出席, 即将访问) counts."""
    yields: bool = False
    """Say nothing where another rule relates the same two in the document more precisely."""
    inside: bool = False
    """Read also the names of events, projects and documents, which may state something (甲与乙战略合作签约仪式)."""
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()


def load_rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """Read every `*.toml` of a folder, kg's own rules by default.

    Raises:
        DataError: For the first thing that is wrong, with file, rule and the nearest valid word.
    """
    return _load(folder or RULES)


@cache
def _load(folder: Path) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for found in read_rules(folder):
        if isinstance(found, str):
            raise DataError(found)
        rules.append(found)
    return tuple(rules)


def read_rules(folder: Path) -> Iterator[Rule | str]:
    """Rules in the order of files and their lines; in place of a bad one, what is wrong with it."""
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield f"{path.name}: {error}"
            continue
        yield from (f"{path.name}: {problem}" for problem in _unknown(data, ("predicate", "rule")))
        predicate = data.get("predicate")
        if predicate not in PREDICATES:
            yield f"{path.name}: unknown predicate {predicate!r}{_nearest(str(predicate), PREDICATES)}"
            continue
        for number, row in enumerate(data.get("rule", ()), 1):
            where = f"{path.name}: rule {row.get('id', number)}"
            problems = list(_problems(row, predicate))
            if row.get("id") in seen:
                problems.append(f"the id is taken in {seen[row['id']]}")
            if problems:
                yield from (f"{where}: {problem}" for problem in problems)
                continue
            seen[row["id"]] = path.name
            yield _rule(row, predicate, path.name)


def _problems(row: Mapping[str, Any], predicate: str) -> Iterator[str]:
    """What keeps a table of a rule file from being a rule."""
    yield from _unknown(row, _RULE_KEYS)
    yield from (f"{key} is missing" for key in _REQUIRED if key not in row)
    for key, value in row.items():
        if key in _RULE_KEYS and not isinstance(value, _RULE_KEYS[key]):
            yield f"{key} must be a {_RULE_KEYS[key].__name__}, not {value!r}"
            return
    if not 0 < row.get("confidence", 1) <= 1:
        yield f"confidence must be above 0 and at most 1, not {row['confidence']}"
    for key, value in row.get("qualifiers", {}).items():
        if key not in QUALIFIERS:
            yield f"unknown qualifier {key!r}{_nearest(key, QUALIFIERS)}"
        elif value not in QUALIFIERS[key]:
            yield f"unknown {key} {value!r}{_nearest(str(value), [str(valid) for valid in QUALIFIERS[key]])}"
    for slot, expression in row.get("named", {}).items():
        if slot not in ("subject", "object", "event"):
            yield f"named.{slot}: name subject, object or event"
        try:
            re.compile(expression)
        except (re.error, TypeError) as error:
            yield f"named.{slot}: {error}"
    for text in [*row.get("yes", ()), *row.get("no", ())]:
        try:
            parse_example(text)
        except MarkupError as error:
            yield f"example {text!r}: {error}"
    try:
        pattern = compile_pattern(row.get("pattern", "<->"))
    except PatternError as error:
        yield f"pattern: {error}"
        return
    yield from _ends(row, pattern, predicate)


def _ends(row: Mapping[str, Any], pattern: Pattern, predicate: str) -> Iterator[str]:
    """Whether subject and object each come from one place and are of types the predicate allows."""
    term = KG[predicate]
    for slot, allowed in (("subject", term.domain), ("object", term.range)):
        given = row.get(slot, "")
        if slot == "object" and given == EACH_OTHER:
            if "subject" in pattern.slots and not pattern.slots["subject"].many:
                yield 'object = "each-other" needs a list slot {subject:…*}'
            continue
        if bool(given) == (slot in pattern.slots):
            yield f'{slot} must come from a slot {{{slot}:…}} in the pattern or from {slot} = "topic:…", not both or neither'
            continue
        if given and not given.startswith("topic:"):
            yield (
                f'{slot} must be "topic:Type|Type", with * for all that are listed'
                + (f' or "{EACH_OTHER}"' if slot == "object" else "")
                + f", not {given!r}"
            )
            continue
        types = _topic_types(given) if given else pattern.slots[slot].types
        for name in types:
            if name not in ENTITY_TYPES:
                yield f"{slot}: unknown type {name!r}{_nearest(name, ENTITY_TYPES)}"
            elif name not in allowed:
                yield f"{slot}: {predicate} takes {' or '.join(allowed)} there, not {name}"


def _topic_types(given: str) -> tuple[str, ...]:
    """The types of `topic:Type|Type`, with or without the * for all that are listed."""
    return tuple(given.removeprefix("topic:").removesuffix("*").split("|"))


def _rule(row: Mapping[str, Any], predicate: str, file: str) -> Rule:
    def topic(slot: str) -> tuple[str, ...]:
        given = row.get(slot, "")
        return _topic_types(given) if given.startswith("topic:") else ()

    return Rule(
        id=row["id"],
        predicate=predicate,
        pattern=compile_pattern(row["pattern"]),
        description=row["description"],
        confidence=row["confidence"],
        file=file,
        subject=topic("subject"),
        object=topic("object"),
        many=any(row.get(slot, "").startswith("topic:") and row[slot].endswith("*") for slot in ("subject", "object")),
        each_other=row.get("object") == EACH_OTHER,
        named={slot: re.compile(expression) for slot, expression in row.get("named", {}).items()},
        within=row.get("within", 2),
        reach=row.get("reach", EVENT_REACH),
        qualifiers=row.get("qualifiers", {}),
        dated=row.get("dated", False),
        guard=row.get("guard", True),
        plans=row.get("plans", True),
        yields=row.get("yields", False),
        inside=row.get("inside", False),
        yes=tuple(parse_example(text) for text in row["yes"]),
        no=tuple(parse_example(text) for text in row["no"]),
    )


def _unknown(table: Mapping[str, Any], keys: Iterable[str]) -> Iterator[str]:
    valid = tuple(keys)
    yield from (f"unknown key {key!r}{_nearest(key, valid)}" for key in table if key not in valid)


def _nearest(word: str, valid: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(valid), 1, 0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(valid)}"

"""Numbers as statements: a scene in, `observed` out, each with subject, indicator, unit, period and whether it is a target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import EVENT, PROJECT, Quantity, Statement, Value
from kg.recognition.phrases import item_end
from kg.relations.bearers import Bearers
from kg.relations.clauses import Clause, walk
from kg.relations.indicators import load_words, noun_phrase
from kg.relations.numbers import kind_of
from kg.relations.readings import Reader, Reading
from kg.relations.statements import Scene, state

MEMORY = 50
"""How many equal numbers of a document a further one is compared with."""


def extract_observations(scene: Scene) -> list[Statement]:
    """State every number that the document claims of something.

    Left out are ordinals, grades, lengths of time that measure nothing, small numerals of speech (两点要求) and numbers inside
    names; a number repeated for the same thing is stated once.
    """
    reader = Reader(scene)
    readings = _merge([_of_headline(scene, reading, reader.bearers) for reading in list(_read(scene, reader))])
    return [
        state(
            scene,
            r.sentence,
            r.rule,
            subject=r.subject.entity,
            predicate="observed",
            value=_value(r.quantity),
            qualifiers=_qualifiers(r),
            marks={"subject": r.subject if r.subject.text else None, "object": r.mark},
        )
        for r in readings
    ]


def _value(quantity: Quantity) -> Value:
    return quantity.value if quantity.high is None else (quantity.value, quantity.high)


def _qualifiers(reading: Reading) -> dict[str, str | bool]:
    qualifiers: dict[str, str | bool] = {"indicator": reading.indicator, "unit": reading.quantity.unit}
    if reading.period:
        qualifiers["period"] = reading.period
    if reading.expected:
        qualifiers["expected"] = True
    return qualifiers


def _read(scene: Scene, reader: Reader) -> Iterator[Reading]:
    named: set[str] = set()
    for clause in walk(scene):
        if clause.sentence in reader.numbered:
            yield from _in_names(scene, clause, named)
            yield from _magnitudes(scene, clause, named)
        yield from reader.read(clause)


def _of_headline(scene: Scene, reading: Reading, bearers: Bearers) -> Reading:
    """A number of a headline or the first sentence, which may be of the event told of below: 甲市30个项目集中开工 总投资40亿元."""
    sent = scene.document.sentences[reading.sentence]
    if reading.sentence and reading.role != "title":
        return reading
    if item_end(sent.text):  # （6）…: of another event than the items before
        return reading
    event = bearers.occasions.of_headline(sent.article, sent.text, reading.indicator)
    return replace(reading, subject=event) if event is not None and bearers.is_plain_place(reading.subject) else reading


def _in_names(scene: Scene, clause: Clause, named: set[str]) -> Iterator[Reading]:
    """What a project's name says of it, once for each project: 年产25万吨热塑性弹性体项目."""
    text = scene.document.sentences[clause.sentence].text
    for head in clause.outer:
        if head.type != PROJECT or head.entity in named:
            continue
        for mention in clause.mentions:
            quantity = mention.quantity
            if quantity is None or mention.start < head.start or mention.end >= head.end or not _is_output(quantity):
                continue
            if indicator := _output(text[head.start : mention.start], text[mention.end : head.end], kind_of(quantity)):
                named.add(head.entity)
                yield Reading(clause.sentence, head, mention, quantity, indicator, "", False, "observed.name", "body")


def _magnitudes(scene: Scene, clause: Clause, named: set[str]) -> Iterator[Reading]:
    """What an earthquake's name says of its strength, once for each: 东坪县6.2级地震."""
    for quake in clause.outer:
        if quake.type != EVENT or quake.entity in named or not quake.text.endswith("地震"):
            continue
        for mention in clause.mentions:
            grade = mention.quantity
            if grade is not None and grade.unit == "级" and quake.start <= mention.start and mention.end < quake.end:
                named.add(quake.entity)
                yield Reading(clause.sentence, quake, mention, grade, "震级", "", False, "observed.name", "body")


def _output(before: str, after: str, kind: str) -> str:
    """The name of a project's output, from the words of its own name before and after the number: 年产|25万吨|弹性体项目.

    A number of a power, by its `kind`, tells how much a plant can put out: 50兆瓦|风电项目.
    """
    product = noun_phrase(after, 8).removesuffix("项目").removesuffix("工程")
    label = next((w for w in load_words()["output"] if before.endswith(w)), "")
    if kind == "power" and not label and _PLANT.search(product):
        return "装机容量"
    if not product or not label:
        return product and f"{product}产能"
    return f"{product}{label}量" if label.endswith("产") else f"{label}{product}"


# 50兆瓦|风电项目, but not 5吉瓦|电池项目
_PLANT = re.compile("(?:[风火热水核]|发|蓄能|光伏|光热)电(?![池站]?设备)|光伏(?!组件|玻璃)|风力|储能|蓄能")


def _is_output(quantity: Quantity) -> bool:
    """May an amount in a project's name be what the project puts out?"""
    kind = kind_of(quantity)
    if kind in ("duration", "age", "magnitude", "percent") or quantity.unit in load_words()["never"]:
        return False
    if quantity.unit in load_words()["no output"]:  # 500米直道, ±800千伏输电工程, 千人以上供水工程
        return False
    return kind != "count" or quantity.value >= 1000


def _merge(readings: list[Reading]) -> list[Reading]:
    """One reading for each number of a thing: a headline repeats its text, and a text repeats itself."""
    kept: list[Reading] = []
    index: dict[tuple[object, str], list[int]] = {}
    for reading in sorted(readings, key=lambda r: r.role == "title"):
        positions = index.setdefault((_value(reading.quantity), reading.quantity.unit), [])
        twin = next((p for p in positions[-MEMORY:] if _repeats(reading, kept[p])), None)
        if twin is None:
            positions.append(len(kept))
            kept.append(reading)
            continue
        other = kept[twin]
        same = reading.subject.entity == other.subject.entity and reading.role == other.role
        if same and len(reading.indicator) > len(other.indicator):
            kept[twin] = replace(other, indicator=reading.indicator)
    return kept


def _repeats(reading: Reading, other: Reading) -> bool:
    """Is it the same fact again, given that number and unit are the same?"""
    one, two, digits = reading.indicator, other.indicator, _digits(reading.quantity)
    if reading.role == "title" or digits >= 4:
        return True
    telling = digits >= 3 or (digits >= 2 and reading.quantity.value >= 10000)
    alike = _alike(one, two)
    if "observed.name" in (reading.rule, other.rule) and reading.subject.entity != other.subject.entity:
        return False  # 50兆瓦风电项目开工, 一期装机容量50兆瓦
    if reading.quantity.unit == "%" and reading.sentence != other.sentence and digits < 3:
        # 进口增长5.2%, 一般贸易进出口增长5.2%: what grows is told apart by its words, not its characters
        alike = alike and (one in two or two in one)
    return alike and telling if reading.subject.entity != other.subject.entity else alike or telling


def _digits(quantity: Quantity) -> int:
    """How many digits a number has without its zeros at either end: three or more are hardly the same by chance."""
    return len(format(quantity.value.normalize(), "f").replace(".", "").strip("0"))


def _alike(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return sum(c in long for c in short) * 4 >= len(short) * 3

"""Who went along on a tour, from the sentence at a report's end that says no more than that."""

from __future__ import annotations

import pytest

from kg.relations.companions import extract_companions
from kg.relations.rule_files import load_rules
from kg.relations.rules import extract_relations
from tests.scenes import scene

TOUR = "[5月3日|Time|2023-05-03]，[周岚|Person]在[湖山县|Place]调研。[周岚|Person]来到[望江镇|Place]，察看春耕。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[钱敏|Person]、[赵立|Person]一同调研。", {("钱敏", "湖山县"), ("赵立", "湖山县")}),
        ("市政协主席[钱敏|Person]，副主席[赵立|Person]先后参加调研。", {("钱敏", "湖山县"), ("赵立", "湖山县")}),
        ("县领导[钱敏|Person]参加督导活动。", {("钱敏", "湖山县")}),
        ("[钱敏|Person]全程参与督查。", {("钱敏", "湖山县")}),
        ("[钱敏|Person]陪同调研。", set()),
        ("[钱敏|Person]、[赵立|Person]参加。", {("钱敏", "望江镇"), ("赵立", "望江镇")}),
        ("随后召开会议。[钱敏|Person]参加。", set()),
        # guests behind the hosts
        (
            "县长[钱敏|Person]陪同；[赵立|Person]、县政协主席[郑一凡|Person]等参加考察。",
            {("赵立", "湖山县"), ("郑一凡", "湖山县")},
        ),
        # what says more than that somebody went along
        ("[周岚|Person]在县长[钱敏|Person]陪同下调研。", set()),
        ("[钱敏|Person]强调，各部门要参加调研。", set()),
        ("[钱敏|Person]主持会议，有关负责人参加调研。", set()),
        ("[钱敏|Person]参加调研座谈会。", set()),
    ],
)
def test_who_went_along(text: str, expected: set[tuple[str, str]]) -> None:
    made = scene(TOUR + text)
    found = extract_companions(made, extract_relations(made, load_rules()))
    assert {(made.entities[s.subject].name, made.entities[s.object or ""].name) for s in found} == expected
    assert all(s.qualifiers == {"date": "2023-05-03"} for s in found)


def test_at_its_end_a_sentence_tells_who_went_along_where_it_says() -> None:
    made = scene("[周岚|Person]到[望江镇|Place]就春耕进行调研，副县长[钱敏|Person]、局长[赵立|Person]参加调研。")
    found = extract_companions(made, extract_relations(made, load_rules()))
    assert {(made.entities[s.subject].name, made.entities[s.object or ""].name) for s in found} == {
        ("钱敏", "望江镇"),
        ("赵立", "望江镇"),
    }


def test_without_a_visit_nobody_went_along() -> None:
    made = scene("[周岚|Person]讲话。[钱敏|Person]参加调研。")
    assert extract_companions(made, extract_relations(made, load_rules())) == []

"""Every rule reads its own examples as they say, and the rules together cover every predicate with near misses."""

from collections import Counter

import pytest

from kg.relations.rule_files import Rule, load_rules
from kg.relations.rules import failing_examples

RULES = load_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule: Rule) -> None:
    assert failing_examples(rule) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_examples_and_a_description(rule: Rule) -> None:
    assert len(rule.yes) >= 2
    assert rule.no
    assert len(rule.description) >= 8
    assert not rule.description.endswith("。")


def test_each_predicate_has_at_least_ten_sentences_with_near_misses() -> None:
    positive: Counter[str] = Counter()
    negative: Counter[str] = Counter()
    for rule in RULES:
        positive[rule.predicate] += len(rule.yes)
        negative[rule.predicate] += len(rule.no)
    for predicate in (
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
    ):
        assert positive[predicate] + negative[predicate] >= 10, predicate
        assert negative[predicate] >= 3, predicate

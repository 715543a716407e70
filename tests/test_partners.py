"""Who of several parties works with whom."""

from __future__ import annotations

import pytest

from kg.relations.rule_files import load_rules
from kg.relations.rules import extract_relations
from tests.scenes import scene

A, B, C, D, E, F = (f"[{name}|Agency]" for name in ("甲集团", "乙集团", "丙银行", "丁大学", "戊公司", "己公司"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A}与{B}签署合作协议。", {"甲乙"}),
        # one with each of several, and they not with each other
        (f"{A}与{B}、{C}、{D}签署合作协议。", {"甲乙", "甲丙", "甲丁"}),
        (f"{A}和{B}、{C}签署合作协议。", {"甲乙", "甲丙"}),
        (f"{A}、{B}、{C}与{D}签订合作协议。", {"甲丁", "乙丁", "丙丁"}),
        (f"{A}联合{B}、{C}、{D}、{E}、{F}发起倡议。", {"甲乙", "甲丙", "甲丁", "甲戊", "甲己"}),
        # all with all
        (f"{A}、{B}和{C}签署合作协议。", {"甲乙", "甲丙", "乙丙"}),
        (f"{A}与{B}、{C}三方共同签署协议。", {"甲乙", "甲丙", "乙丙"}),
        # pair by pair
        (f"{A}与{B}、{C}与{D}、{E}与{F}签署合作协议。", {"甲乙", "丙丁", "戊己"}),
        # a cause that many share, and a partner whom nobody knows
        (f"{A}、{B}、{C}、{D}、{E}、{F}共同发起倡议。", set()),
        (f"{A}、{B}、{C}联合{D}、{E}、{F}发起倡议。", set()),
        (f"研究院与{A}、{B}、{C}签署合作协议。", set()),
        (f"双方在{A}、{B}、{C}等多边机制内密切配合。", set()),
    ],
)
def test_partners(text: str, expected: set[str]) -> None:
    made = scene(text)
    found = [s for s in extract_relations(made, load_rules()) if s.predicate == "cooperatesWith"]
    assert {made.entities[s.subject].name[0] + made.entities[s.object or ""].name[0] for s in found} == expected

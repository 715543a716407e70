"""Talks and state visits: the events that a sentence tells of by who meets whom, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import build
from kg.recognition.talks import find_talks

PEOPLE = ("王平", "李安", "鲁瓦", "里奥斯", "赵立")


def talks(text: str) -> list[str]:
    people = sorted((at, at + len(name), name) for name in PEOPLE if (at := text.find(name)) >= 0)
    return [found.name for found in find_talks(text, people)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王平在湖山会见甲国总统鲁瓦。", ["王平会见甲国总统鲁瓦"]),
        ("王平昨天会见来华进行国事访问的甲国总统鲁瓦。", ["王平会见甲国总统鲁瓦"]),
        ("王平会见了甲国总统鲁瓦和乙国总理里奥斯。", ["王平会见甲国总统鲁瓦和乙国总理里奥斯"]),
        ("王平在湖山分别会见甲国总统鲁瓦、总理里奥斯。", ["王平会见甲国总统鲁瓦", "王平会见里奥斯"]),
        ("应甲国议长里奥斯邀请，王平对甲国进行正式访问，同议长里奥斯举行会谈。", ["王平对甲国进行正式访问"]),
        ("王平对甲国进行正式访问，同议长里奥斯举行会谈。", ["王平对甲国进行正式访问", "王平同里奥斯举行会谈"]),
        ("王平与到访的甲国总统鲁瓦在湖山举行会谈。", ["王平同甲国总统鲁瓦举行会谈"]),
        ("湖山电视台消息：欢迎仪式后，王平同鲁瓦举行会谈。", ["王平同鲁瓦举行会谈"]),
        ("2月8日，王平同甲国总统鲁瓦通电话。", ["王平同甲国总统鲁瓦通电话"]),
        ("在新年即将到来之际，王平同甲国总统鲁瓦通电话。", ["王平同甲国总统鲁瓦通电话"]),
        # told by somebody, or still to come, or with others than the one who is named
        ("李安表示，王平去年会见甲国总统鲁瓦。", []),
        ("王平将会见甲国总统鲁瓦。", []),
        ("王平希望对甲国进行国事访问。", []),
        ("王平主席去年同鲁瓦总统会晤。", []),
        ("王平会见由甲国议长里奥斯率领的代表团。", []),
        ("王平会见赵立同志亲属。", []),
        ("王平、李安会见甲国总统鲁瓦。", []),
        ("王平同乙国总理里奥斯共同主持第五次定期会晤。", []),
        ("王平会见记者，鲁瓦在座。", []),
        ("会见鲁瓦时，王平介绍了县情。", []),
    ],
)
def test_talks(text: str, expected: list[str]) -> None:
    assert talks(text) == expected


def test_what_is_told_of_talks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "主席王平会见泰国总统\n5月9日下午，国家主席王平在河内会见泰国总统鲁瓦。\n李安、赵立等参加会见。\n", encoding="utf-8"
    )
    graph = build(tmp_path, published="2023-05-10")
    event = "王平会见泰国总统鲁瓦"
    names = {e.id: e.name for e in graph.entities.values()}
    assert {
        (names[s.subject], s.predicate, names.get(s.object or "", s.value))
        for s in graph.statements.values()
        if event in (names[s.subject], names.get(s.object or ""))
    } == {
        (event, "heldOn", "2023-05-09"),
        (event, "locatedIn", "河内"),
        *((name, "participatedIn", event) for name in ("王平", "鲁瓦", "李安", "赵立")),
    }

"""Names that the dictionary cuts into single characters, before a head noun: by their edges names, elsewhere what is said before."""

from __future__ import annotations

import pytest

from kg.recognition.coinages import coinage_start
from kg.recognition.tokens import tokenize
from tests.mentions import Row, found

NAMED: list[Row] = [
    ("白柳水库蓄水。", ["白柳水库"]),
    ("记者走进大谭小学看到。", ["大谭小学"]),
    ("记者在小屯公园看到，客人来到高湾火车站。", ["小屯公园", "高湾火车站"]),
    ("望江县通源卫生院、里潭社区受到表彰。", ["望江县", "里潭社区", "望江县通源卫生院"]),
    ("位于县城的马鸣大桥两侧，三埠码头热闹。", ["马鸣大桥", "三埠码头"]),
    # behind a word that stands before names
    ("项目落户山斗产业园。", ["山斗产业园"]),
    ("把稳中塔关系航向。", []),
    # kinds of things, told by two characters that the dictionary cuts apart as well
    ("改造老旧小区，建设零碳园区，小微水库除险。", []),
    ("推进病险水库加固，市州经济带建设，三家医院、两所小学开放。", []),
    # what is done, and parts of a country
    ("合力筑牢高原屏障，水毁较重地区恢复生产。", []),
    ("实现碳达峰，大坝容貌焕然一新。", []),
    ("检查全县水库，该镇小学、我村医院开放。", []),
]


@pytest.mark.parametrize("row", NAMED, ids=[row[0] for row in NAMED])
def test_coinages(row: Row) -> None:
    """A name fills all between its head noun and the edge before it."""
    text, expected = row
    assert found(text, "Place") + found(text, "Agency") == expected


@pytest.mark.parametrize(
    ("text", "head", "start"),
    [("在白柳水库", 3, 1), ("白柳水库", 2, 0), ("在老旧小区", 3, -1), ("修水库", 1, -1), ("三家医院", 2, -1)],
)
def test_coinage_start(text: str, head: int, start: int) -> None:
    """The name begins behind the word that leads to it, and a count or a kind is none."""
    assert coinage_start(tokenize(text), head) == start

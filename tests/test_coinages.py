"""Names that the dictionary cuts into single characters, before a head noun: by their edges names, elsewhere what is said before."""

from __future__ import annotations

import pytest

from kg.recognition.coinages import called_start, coinage_start
from kg.recognition.tokens import tokenize
from tests.mentions import Row, found

NAMED: list[Row] = [
    ("白柳水库蓄水。", ["白柳水库"]),
    ("记者走进大谭小学看到。", ["大谭小学"]),
    ("记者在小屯公园看到，客人来到高湾火车站。", ["小屯公园", "高湾火车站"]),
    ("望江县通源卫生院、里潭社区受到表彰。", ["望江县", "里潭社区", "望江县通源卫生院"]),
    ("位于县城的马鸣大桥两侧，三埠码头热闹。", ["马鸣大桥", "三埠码头"]),
    # everyday words that places are called by, alone or before a tail, a family's or a side's village
    ("记者在胜利公园看到，检查组走进团结农贸市场。", ["胜利公园", "团结农贸市场"]),
    ("途经光明大桥、跃进隧道，修复了前进水电站。", ["光明大桥", "跃进隧道"]),
    ("黄泥墩水库位于县城东部，记者来到二道营林场。", ["黄泥墩水库", "二道营林场"]),
    ("位于何家沟大桥两侧，高家窝堡村受灾。", ["何家沟大桥", "高家窝堡村"]),
    ("望江县东李各庄村、后湾码头", ["望江县", "东李各庄村", "后湾码头"]),
    ("记者走进平安社区、白柳家园小区，来到王家煤矿。", ["平安社区", "白柳家园小区", "王家煤矿"]),
    ("望江县同心水闸、红旗干渠、大谭填埋场。", ["望江县", "同心水闸", "红旗干渠", "大谭填埋场"]),
    # what is told by its merits, its goods, its sort or what is done to it
    ("深入开展平安社区创建，平安社区建设提速，繁荣社区经济，振兴社区产业，取得胜利成果。", []),
    ("建设核桃产业园，开展振兴示范区评选，打造幸福家园，重建家园。", []),
    ("推进智慧水闸建设，改造病险水电站，建设110千伏变电站，另一煤矿停产。", []),
    ("一个新的青年社区，打造人民的幸福河。", []),
    # behind a word that stands before names
    ("项目落户山斗产业园。", ["山斗产业园"]),
    ("把稳中塔关系航向。", []),
    # kinds of things, told by two characters that the dictionary cuts apart as well
    ("改造老旧小区，建设零碳园区，小微水库除险。", []),
    ("推进病险水库加固，市州经济带建设，三家医院、两所小学开放。", []),
    # what is done, and parts of a country
    ("合力筑牢高原屏障，水毁较重地区恢复生产。", []),
    ("实现碳达峰，大坝容貌焕然一新，让孩子上好学校。", []),
    ("检查全县水库，该镇小学、我村医院开放。", []),
]


@pytest.mark.parametrize("row", NAMED, ids=[row[0] for row in NAMED])
def test_coinages(row: Row) -> None:
    """A name fills all between its head noun and the edge before it."""
    text, expected = row
    assert found(text, "Place") + found(text, "Agency") == expected


@pytest.mark.parametrize(
    ("text", "head", "start"),
    [
        ("在白柳水库", 3, 1),
        ("白柳水库", 2, 0),
        ("在老旧小区", 3, -1),
        ("修水库", 1, -1),
        ("三家医院", 2, -1),
        ("在十家堡隧道", 4, 1),
        ("小何家沟村", 4, 1),
        ("两家店铺", 2, -1),
    ],
)
def test_coinage_start(text: str, head: int, start: int) -> None:
    """The name begins behind the word that leads to it, and a count or a kind is none."""
    assert coinage_start(tokenize(text), head) == start


@pytest.mark.parametrize(
    ("text", "head", "settled", "start"),
    [
        ("在胜利水库", 3, False, 1),
        ("取得胜利水库", 4, False, -1),
        ("创建平安社区", 4, True, -1),
        ("走进平安社区", 4, True, 2),
        ("在大有庄水库", 4, False, 1),
        ("有三道沟水库", 4, False, -1),
    ],
)
def test_called_start(text: str, head: int, start: int, *, settled: bool) -> None:
    """The name fills all up to the edge before it and holds a word or a tail that places are called by."""
    assert called_start(tokenize(text), head, (), goods=True, settled=settled) == start

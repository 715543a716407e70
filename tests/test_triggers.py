import pytest

from kg.relations.triggers import Triggers

GROUPS = [("开工", "动工"), ("通车",), ("开工仪式",), ("在",), ("工仪", "仪式在")]


@pytest.mark.parametrize(
    "text",
    [
        "大桥开工仪式在湖山县举行",
        "动工",
        "开开工工",
        "线路通",
        "车通车",
        "开工仪",
        "在",
        "",
        "无关的话",
    ],
)
def test_groups_are_those_with_a_word_in_the_text(text: str) -> None:
    expected = [number for number, words in enumerate(GROUPS) if any(word in text for word in words)]
    assert Triggers(GROUPS).groups_in(text) == expected


def test_words_must_lie_whole_in_the_stretch() -> None:
    text = "大桥开工仪式"
    assert Triggers(GROUPS).groups_in(text[2:4]) == [0]
    assert Triggers(GROUPS).groups_in(text[3:6]) == [4]
    assert Triggers(GROUPS).groups_in(text[2:3]) == []


def test_no_groups_call_up_nothing() -> None:
    assert Triggers([]).groups_in("大桥开工") == []
    assert Triggers([("在",)]).groups_in("人在") == [0]

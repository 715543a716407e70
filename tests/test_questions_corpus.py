"""The prepared questions over the sample corpus: what the articles say is what comes back."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import build
from kg.export.rdf import write_turtle
from kg.query.questions import answer, load_questions, parse_values
from kg.query.results import short
from kg.query.sparql import open_store
from kg.validation import validate

CORPUS = Path(__file__).parent.parent / "corpus"

EXPECTED: list[tuple[str, str, list[str]]] = [
    # question, parameters, rows that must be among the answers: all their words stand in one row
    ("who-held-post", "agency=区政府 date=2021-08", ["区长 刘健"]),
    ("who-held-post", "agency=金山区人民政府 date=2023-12-31", ["区长 李泽龙 2023-11-24"]),
    ("who-held-post", "agency=金山区委 date=2021-08", ["书记 胡卫国"]),
    ("career", "person=刘健", ["人民政府 区长 2020-01-13", "书记 2021-11-18 2023-11-24"]),
    ("successors", "agency=区政府 title=区长", ["刘健 2020-01-13", "李泽龙 2023-11-24"]),
    ("successors", "agency=区委 title=书记", ["胡卫国 2021-07-09", "刘健 2021-11-18"]),
    ("people-of-agency", "agency=区政府", ["刘健 区长", "潘恩华 副区长"]),
    ("holders-of-title", "title=区长", ["刘健 金山区人民政府", "李泽龙 金山区人民政府"]),
    ("colleagues", "person=李泽龙", ["刘健"]),
    ("former-posts", "", ["刘健 区长"]),
    ("who-met-whom", "person=刘健", ["陈通 开工仪式"]),
    ("events-of-person", "person=刘健", ["常务会议 主持", "开工仪式 出席"]),
    ("events-of-agency", "agency=区政府", ["常务会议"]),
    ("participants", "event=上海乐高乐园度假区开工仪式", ["陈通 出席", "刘健 出席"]),
    ("events-in-place", "place=金山", ["2023长三角乡村振兴大会 2023-09-08"]),
    ("events-between", "start=2023-09 end=2023-09", ["2023长三角乡村振兴大会 2023-09-08"]),
    ("visits-of-person", "person=陈吉宁", ["金山区 2023-11-23"]),
    ("visits-to-place", "place=金山", ["陈吉宁 2023-11-23"]),
    ("projects-of-place", "place=金山", ["南枫线一期工程 2023-12-28 开工"]),
    ("unfinished-projects", "date=2022-12-31", ["湾澜碳纤维复合材料中试基地项目 2020-05-14", "热塑性弹性体项目 2022-06"]),
    ("overdue", "date=2022-12-31", ["湾澜碳纤维复合材料中试基地项目 建成 2022-12"]),
    ("timeline", "thing=湾澜碳纤维复合材料中试基地项目", ["开工"]),
    ("largest-investments", "", ["热塑性弹性体项目 3270000000", "湾澜碳纤维复合材料中试基地项目 1580000000"]),
    ("compare", "indicator=总投资", ["湾澜碳纤维复合材料中试基地项目 1580000000 元"]),
    ("numbers", "thing=南枫线一期工程", ["95.67 公里", "14 座"]),
    ("indicator-over-time", "thing=金山 indicator=固定资产投资", ["123350000000 元"]),
    ("two-amounts", "", ["湾澜碳纤维复合材料中试基地项目 总投资 元 1200000000 1580000000"]),
    ("two-in-one-post", "", []),
    ("documents-issued", "agency=区政府", ["行动方案 2022-07"]),
    ("about", "topic=中国共产党上海市第十二次代表大会", ["学习会 活动"]),
    ("written-by", "person=朱悦昕", ["2022-07-14"]),
    ("routes-through", "place=亭林镇", ["南枫线"]),
    ("routes-through", "place=金山区", ["南枫线"]),
    ("stations", "line=南枫线", ["亭林站 设站", "枫泾站 设站", "亭林镇 途经"]),
    ("within-place", "place=金山", ["亭林镇 地点", "中民村 地点"]),
    ("partners", "party=金山", ["嘉兴市"]),
    ("parts", "whole=金山区委", ["常委会"]),
    ("parties-of-project", "project=瑞金医院金山院区项目", ["瑞金医院 建设"]),
    ("undertakings", "agency=上海湾澜复合材料有限公司", ["投资"]),
    ("sources", "", ["2022-07-14-study-session 2022-07-14"]),
    ("sources-of", "thing=李泽龙", ["2023-11-24-chen-jining-visit 任职于"]),
    ("single-source", "thing=陈吉宁", ["走访 2023-11-24-chen-jining-visit"]),
    ("what-article-says", "source=2023-12-29-nanfeng-line", ["南枫线一期工程 95.67公里", "陆知秋 撰写"]),
    ("search", "words=乐高", ["上海乐高乐园度假区 地点"]),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("corpus")
    write_turtle(build(CORPUS), made / "graph.ttl")
    return made


@pytest.fixture(scope="module")
def store(folder: Path) -> ox.Store:
    return open_store(folder)


@pytest.mark.parametrize(("name", "parameters", "expected"), EXPECTED)
def test_question(store: ox.Store, name: str, parameters: str, expected: list[str]) -> None:
    rows = [" ".join(short(term) for term in row) for row in answer(store, name, parse_values(parameters.split())).rows]
    for words in expected:
        assert any(all(word in row for word in words.split()) for row in rows), rows


def test_every_question_is_asked() -> None:
    assert {name for name, _, _ in EXPECTED} == set(load_questions())


def test_the_corpus_conforms_to_the_shapes() -> None:
    pytest.importorskip("pyshacl")
    assert [violation.line("en") for violation in validate(build(CORPUS))] == []

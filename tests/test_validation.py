"""`kg validate`: good graphs conform; each way of breaking one is named, with the node and the sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from graphs import CEREMONY, CHEN, COUNTY, DAM, GOVERNMENT, RAILWAY, TAX, TEXTS, TOWN, ZHOU, changed, hand_made

from kg import build_graph
from kg.build import write
from kg.errors import InputError
from kg.export.rdf import to_turtle
from kg.export.tables import document_line, write_jsonl
from kg.graph import KnowledgeGraph
from kg.validation import validate, validate_folder

pytest.importorskip("pyshacl")


def test_a_good_graph_conforms() -> None:
    assert validate(hand_made()) == ()


def test_an_empty_graph_conforms() -> None:
    assert validate(KnowledgeGraph.of([], [], [])) == ()


def with_entity(entity_id: str, **fields: object) -> KnowledgeGraph:
    graph = hand_made()
    return replace(graph, entities={**graph.entities, entity_id: replace(graph.entities[entity_id], **fields)})  # type: ignore[arg-type]


BROKEN_GRAPHS = {
    "domain": (changed(hand_made(), TAX, "partOf", predicate="wrote"), TAX, "“撰写”的主语须为人物", "云东铁路开工仪式"),
    "range": (changed(hand_made(), ZHOU, "visited", object=CHEN), CHEN, "“走访”的宾语须为地点", "调研柳桥镇"),
    "post at a place": (
        changed(hand_made(), CHEN, "holdsPost", object=TOWN),
        TOWN,
        "“任职于”的宾语须为机构、国家或国外的州、市",
        "陈立秋主持",
    ),
    "date of an event": (
        changed(hand_made(), CEREMONY, "heldOn", value="2022-02-30"),
        CEREMONY,
        "“举行于”的日期不合规",
        "云东铁路",
    ),
    "date of a report": (
        changed(hand_made(), CHEN, "holdsPost", qualifiers={"title": "县长", "reported": "7月14日"}),
        "statement/",
        "报道日期不是合规的日期",
        "陈立秋",
    ),
    "year out of range": (changed(hand_made(), DAM, "milestone", value="0221-06"), DAM, "“进程”的日期不合规", "白鹤水库"),
    "milestone without a stage": (
        changed(hand_made(), RAILWAY, "milestone", qualifiers={}),
        "statement/",
        "没有阶段",
        "云东铁路",
    ),
    "range turned round": (
        changed(hand_made(), RAILWAY, "observed", value=(Decimal(3), Decimal(2))),
        "statement/",
        "下限须为数，且不大于上限",
        "95.67公里",
    ),
    "number without an indicator": (
        changed(hand_made(), RAILWAY, "observed", qualifiers={"unit": "公里"}),
        "statement/",
        "数值没有指标",
        "95.67",
    ),
    "no evidence": (changed(hand_made(), DAM, "locatedIn", evidence=()), "statement/", "陈述没有证据", ""),
    "confidence above one": (
        changed(hand_made(), DAM, "locatedIn", confidence=1.5),
        "statement/",
        "可信度须为零到一",
        "白鹤水库",
    ),
    "neither object nor value": (
        changed(hand_made(), DAM, "locatedIn", object=None),
        "statement/",
        "陈述须有宾语、数值或数值范围",
        "白鹤",
    ),
    "object not in the graph": (
        changed(hand_made(), DAM, "locatedIn", object="place/nowhere"),
        "place/nowhere",
        "“位于”的宾语",
        "白鹤",
    ),
    "code": (with_entity(COUNTY, facts={"code": "9901"}), COUNTY, "区划代码须为六、九或十二位数字", "柳桥镇"),
    "parent that is a body": (with_entity(COUNTY, facts={"parent": GOVERNMENT}), COUNTY, "上级区划须是另一个地点", "柳桥镇"),
    "coordinates": (
        with_entity(COUNTY, facts={"longitude": "121", "latitude": "97°"}),
        f"geometry/{COUNTY}",
        "坐标须写作 POINT",
        "",
    ),
    "no name": (with_entity(TOWN, name=""), TOWN, "实体须有且只有一个中文名称", "白鹤"),
}


@pytest.mark.parametrize("way", BROKEN_GRAPHS)
def test_a_broken_graph_is_caught(way: str) -> None:
    graph, node, message, quote = BROKEN_GRAPHS[way]
    found = validate(graph)
    told = [v for v in found if v.node.startswith(node) and message in v.zh]
    assert told, [v.line() for v in found]
    assert quote in told[0].quote
    assert told[0].en


BROKEN_TURTLE = {
    "two types": ("agency:云州大学_990100 a kg:Person .", "agency/云州大学_990100", "恰属六类之一"),
    "a kind of another type": ("person:陈立秋_990101 a kg:Town .", "person/陈立秋_990101", "子类与大类不符"),
    "unknown class": ("person:陈立秋_990101 a kg:Mayor .", "person/陈立秋_990101", "类型不在词汇中"),
    "two names": ('place:990100 rdfs:label "云州"@zh .', "place/990100", "有且只有一个中文名称"),
    "a name without language": ('place:990100 skos:altLabel "Yunzhou" .', "place/990100", "别名须为非空的中文文字"),
    "bare statement": ("stmt:00 a kg:Statement .", "statement/00", "陈述须有且只有一个主语"),
    "unknown predicate": ("stmt:00 a kg:Statement ; rdf:predicate kg:likes .", "statement/00", "十五种关系"),
    "unknown stage": ("stmt:00 a kg:Statement ; kg:stage stage:begun .", "statement/00", "阶段不在阶段表中"),
    "unknown role": ("stmt:00 a kg:Statement ; kg:role role:watched .", "statement/00", "角色不在角色表中"),
    "first day after last": (
        'stmt:00 kg:from "2022-02-02"^^xsd:date ; kg:until "2022-02-01"^^xsd:date ; a kg:Statement .',
        "statement/00",
        "起日晚于止日",
    ),
    "evidence that ends before it starts": ("ev:00 a kg:Evidence ; oa:start 9 ; oa:end 5 .", "evidence/00", "起点须在终点之前"),
    "evidence from nowhere": ('ev:00 a kg:Evidence ; oa:exact "县长"@zh .', "evidence/00", "证据须出自一个来源文件"),
    "month that is none": ('doc:b dcterms:issued "2024-13"^^xsd:gYearMonth .', "doc/b", "来源文件的日期不是合规的日期"),
    "words that stand elsewhere": (
        'ev:00 a kg:Evidence ; oa:hasSource doc:a ; oa:start 0 ; oa:end 2 ; oa:exact "镇长"@zh ; kg:rule "r" .',
        "evidence/00",
        "原文在所指位置不是这些字",
    ),
}


def build(folder: Path, more: str = "") -> Path:
    graph = hand_made()
    (folder / "graph.ttl").write_text(f"{to_turtle(graph)}\n{more}\n", encoding="utf-8")
    write_jsonl(folder / "documents.jsonl", map(document_line, graph.documents.values()))
    (folder / "report.json").write_text(json.dumps(dict(graph.report)), encoding="utf-8")
    return folder


@pytest.mark.parametrize("way", BROKEN_TURTLE)
def test_a_broken_file_is_caught(way: str, tmp_path: Path) -> None:
    more, node, message = BROKEN_TURTLE[way]
    found = validate_folder(build(tmp_path, more))
    assert any(v.node == node and message in v.zh for v in found), [v.line() for v in found]


def test_a_good_build_conforms(tmp_path: Path) -> None:
    assert validate_folder(build(tmp_path)) == ()


def test_a_build_with_posts_of_countries_conforms(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2023年7月5日，国家主席周明远在曼谷会见智利总统博里奇。\n", encoding="utf-8")
    graph = build_graph(tmp_path, published="2023-07-08")
    assert {s.object for s in graph.statements.values() if s.predicate == "holdsPost"} == {"place/中国", "place/智利"}
    assert validate_folder(write(graph, tmp_path / "graph")) == ()


@pytest.mark.parametrize("files", [[], ["documents.jsonl"]])
def test_a_folder_without_a_build(files: list[str], tmp_path: Path) -> None:
    for name in files:
        (tmp_path / name).touch()
    with pytest.raises(InputError, match="no build of kg here"):
        validate_folder(tmp_path)


def test_turtle_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no build of kg here"):
        validate_folder(build(tmp_path, "this is no Turtle"))


def test_a_line_names_node_value_message_and_sentence() -> None:
    (found, *_) = validate(changed(hand_made(), CEREMONY, "heldOn", value="2022-02-30"))
    assert found.line("en") == (
        f"{CEREMONY} kg:heldOn “2022-02-30”: The date of “held on” is not valid (year, month, day or interval) "
        f"[b: {TEXTS['b'].partition('。')[0]}。]"
    )

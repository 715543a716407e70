"""SPARQL over a build, and the prepared questions with their answers."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from graphs import hand_made

from kg.errors import DataError, InputError, QueryError
from kg.export.rdf import write_turtle
from kg.ids import to_iri
from kg.query.questions import answer, load_questions, parse_question, parse_values, resolve
from kg.query.results import format_answer, short
from kg.query.sparql import open_store, plain, run

QUESTIONS: list[tuple[str, str, list[str]]] = [
    # question, parameters, rows (cells joined by a space)
    ("about", "topic=水网规划", ["十届县委五次全会 活动"]),
    (
        "career",
        "person=周明远",
        [
            "东湖县人民政府 县长 2021-07-09 2021-07-09 false",
            "东湖县人民政府 县长 2022-07-14 2022-07-14 true",
            "中共东湖县委员会 书记 2022-07-14 2022-07-14 false",
        ],
    ),
    ("colleagues", "person=林若水", ["周明远 东湖县人民政府", "陈立秋 东湖县人民政府"]),
    ("compare", "indicator=计划总投资", ["白鹤水库扩建工程 510000000 元", "白鹤水库扩建工程 470000000 元"]),
    ("documents-issued", "agency=县政府", ["《东湖县水网规划》 2022-02"]),
    ("events-between", "start=2022-03 end=2022-06", ["十届县委五次全会 2022-03-10 2022-03-11"]),
    ("events-in-place", "place=东湖", ["云东铁路开工仪式 2022-07-08"]),
    ("events-of-agency", "agency=云东铁路有限公司", ["云东铁路开工仪式 主办 2022-07-08"]),
    ("events-of-person", "person=周明远", ["云东铁路开工仪式 出席 2022-07-08"]),
    ("former-posts", "", ["周明远 东湖县人民政府 县长 2022-07-14"]),
    ("former-posts", "agency=县委", []),
    ("holders-of-title", "title=书记", ["周明远 中共东湖县委员会 2022-07-14"]),
    ("indicator-over-time", "thing=东湖县 indicator=生产总值", ["地区生产总值 2020 95.5 亿元", "地区生产总值 2021 101 亿元"]),
    ("largest-investments", "", ["白鹤水库扩建工程 计划总投资 510000000", "白鹤水库扩建工程 计划总投资 470000000"]),
    ("numbers", "thing=云东铁路", ["全长 95.67 公里"]),
    ("numbers", "thing=东湖县", ["地区生产总值 2020 95.5 亿元", "地区生产总值 2021 101 亿元", "游客 8000000 10000000 人次"]),
    ("overdue", "date=2023-06-30", []),
    ("overdue", "date=2024", ["白鹤水库扩建工程 建成 2023"]),
    ("participants", "event=云东铁路开工仪式", ["云东铁路有限公司 主办", "林若水 主持", "周明远 出席"]),
    ("parties-of-project", "project=云东铁路", ["云东铁路有限公司 建设"]),
    ("partners", "party=云州大学", ["云东铁路有限公司"]),
    ("parts", "whole=云东铁路", ["云东铁路一期工程 云东铁路"]),
    ("people-of-agency", "agency=县委", ["周明远 书记 2022-07-14"]),
    (
        "projects-of-place",
        "place=东湖县",
        [
            "云东铁路 2022-07-08 开工",
            "白鹤水库扩建工程 510000000 元 2021-06 开工；2023 建成（预期）",
            "白鹤水库扩建工程 470000000 元 2021-06 开工；2023 建成（预期）",
        ],
    ),
    ("routes-through", "place=望山镇", ["云东铁路 望山镇"]),
    ("routes-through", "place=东湖", ["云东铁路 东湖站"]),
    ("search", "words=铁路一期", ["project/云东铁路一期工程_990101 云东铁路一期工程 项目"]),
    ("single-source", "thing=望山镇", []),
    ("sources", "", ["a 东湖报a 2021-07-09 东湖报 7", "b 东湖报b 2022-07-14 东湖报 14", "c 东湖报c 2022-07-14 东湖报 7"]),
    ("sources-of", "thing=何晓燕", ["撰写 县委书记周明远、县长林若水出席云东铁路开工仪式。 b 2022-07-14"]),
    ("stations", "line=云东铁路", ["东湖站 设站", "望山镇 途经"]),
    (
        "successors",
        "agency=县政府 title=县长",
        ["周明远 2021-07-09 2021-07-09", "林若水 2022-07-14 2022-07-14", "陈立秋 2022-07-14 2022-07-14"],
    ),
    ("timeline", "thing=白鹤水库扩建", ["2021-06 开工", "2023 建成 true"]),
    ("two-amounts", "", ["白鹤水库扩建工程 计划总投资 元 470000000 510000000"]),
    ("two-in-one-post", "", ["东湖县人民政府县长 林若水 陈立秋 2022-07-14"]),
    ("undertakings", "agency=云东铁路有限公司", ["云东铁路 建设"]),
    ("unfinished-projects", "date=2022", ["白鹤水库扩建工程 2021-06-01", "云东铁路 2022-07-08"]),
    ("unfinished-projects", "date=2021-12-31", ["白鹤水库扩建工程 2021-06-01"]),
    ("visits-of-person", "person=周明远", ["柳桥镇 2021-07-08"]),
    ("visits-to-place", "place=东湖", ["周明远 柳桥镇 2021-07-08"]),
    ("what-article-says", "source=东湖报b", []),
    ("who-held-post", "agency=县政府 date=2021-12", ["县长 周明远 2021-07-09"]),
    ("who-held-post", "agency=县政府 date=2023", ["县长 林若水 2022-07-14", "县长 陈立秋 2022-07-14"]),
    ("who-met-whom", "person=周明远", ["林若水 云东铁路开工仪式 2022-07-08"]),
    ("within-place", "place=柳桥镇", ["白鹤村 地点"]),
    ("written-by", "person=何晓燕", ["东湖新闻b 2022-07-14"]),
]
LONG = {"what-article-says", "single-source"}  # answers that are tested apart


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return open_store(hand_made())


def cells(store: ox.Store, name: str, parameters: str) -> list[str]:
    rows = answer(store, name, parse_values(parameters.split())).rows
    return [" ".join(text for term in row if (text := short(term))) for row in rows]


@pytest.mark.parametrize(("name", "parameters", "rows"), [q for q in QUESTIONS if q[0] not in LONG])
def test_question(store: ox.Store, name: str, parameters: str, rows: list[str]) -> None:
    assert cells(store, name, parameters) == rows


def test_what_an_article_says(store: ox.Store) -> None:
    found = cells(store, "what-article-says", "source=东湖报b")
    assert len(found) == 19
    assert "云东铁路 数值 95.67公里 云东铁路全长95.67公里，途经望山镇，设东湖站。" in found
    assert found[-1].endswith("设东湖站。")  # in the order of the text


def test_statements_with_one_source(store: ox.Store) -> None:
    found = cells(store, "single-source", "thing=周明远")
    assert [row.split()[1:] for row in found] == [
        ["任职于", "a"],
        ["任职于", "b"],
        ["任职于", "b"],
        ["参加", "b"],
    ]  # the visit has two


def test_every_question_is_tested() -> None:
    questions = load_questions()
    assert len(questions) >= 30
    assert {name for name, _, _ in QUESTIONS} == set(questions)


@pytest.mark.parametrize("name", sorted(load_questions()))
def test_questions_have_captions_and_select_no_parameter(name: str) -> None:
    question = load_questions()[name]
    assert all(question.captions.values())
    assert "SELECT" in question.sparql
    head = question.sparql.partition("{")[0]
    assert not [p.name for p in question.parameters if f"?{p.name} " in head + " "]


@pytest.mark.parametrize(
    ("name", "types", "local"),
    [
        ("东湖县", "Place", "place/990101"),
        ("东湖", "Place", "place/990101"),
        ("县政府", "Agency", "agency/东湖县人民政府_990101"),
        ("东湖县政府", "Agency", "agency/东湖县人民政府_990101"),  # its characters in order
        ("水网规划", "Document", "document/《东湖县水网规划》_990101"),
        ("铁路一期", "Project", "project/云东铁路一期工程_990101"),
        ("person/周明远_990101", "Person", "person/周明远_990101"),
        ("https://kg.example.org/place/990100", "Entity", "place/990100"),
        ("b", "Source", "doc/b"),
    ],
)
def test_names_resolve(store: ox.Store, name: str, types: str, local: str) -> None:
    assert [node.value for node in resolve(store, name, types)] == [to_iri(local)]


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("carreer", "", "no question carreer; nearest: career"),
        ("career", "", r"career needs person .* asked as: career person=PERSON"),
        ("career", "who=周明远", "no parameter who"),
        ("career", "person=东湖县", "nothing called 东湖县 among Person"),
        ("career", "person=周明远）", "nothing called 周明远） among Person"),
        ("overdue", "date=明年", "date: 明年 is no date; write 2022-07-14"),
        ("career", "周明远", "“周明远” is no key=value"),
    ],
)
def test_wrong_questions_get_a_helpful_line(store: ox.Store, name: str, parameters: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        cells(store, name, parameters)


@pytest.mark.parametrize("value", ['铁路" . ?s ?p ?o . FILTER("', "铁路') } #", "铁路\\", "?thing", '"""', "铁路\n}"])
def test_values_cannot_change_the_query(store: ox.Store, value: str) -> None:
    assert answer(store, "search", {"words": value}).rows == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# caption-zh: 甲\n# caption-en: a\nSELECT", "lacks “# name:”"),
        ("# name: q\n# caption-zh: 甲\nSELECT", "lacks “# caption-en:”"),
        ("# name: q\n# caption-zh: 甲\n# caption-en: a\n# param: x Persn who\nSELECT", ":4: no type Persn; nearest: Person"),
        ("# name: q\n# caption-zh: 甲\n# caption-en: a\n# param: x\nSELECT", ":4: a parameter reads"),
        ("# name: r\n# caption-zh: 甲\n# caption-en: a\nSELECT", "called r; name and file must agree"),
    ],
)
def test_a_malformed_question_names_file_and_line(text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        parse_question(text, Path("q.rq"))


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://example.net/sparql> { ?s ?p ?o } }",
        "select * { service silent ?x { ?s ?p ?o } }",
        "SELECT ?s { ?s ?p '#' . SERVICE <http://example.net/> {} }",
        'SELECT ?s { ?s ?p """a"b""" . SERVICE<http://example.net/>{} }',
        r"SELECT * { SERV\u0049CE <http://example.net/> { ?s ?p ?o } }",
        "INSERT DATA { <a:a> <b:b> 1 }",
        "PREFIX x: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://example.net/data.ttl>",
        "CLEAR ALL",
        "DROP DEFAULT",
    ],
)
def test_updates_and_other_endpoints_are_refused(store: ox.Store, sparql: str) -> None:
    with pytest.raises(QueryError, match="refused"):
        run(store, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { ?service rdfs:label 'SERVICE' }",
        "SELECT * { ?s ?p ?o FILTER (?o < 3 && ?o > 1) } # LOAD, then SERVICE",
        "SELECT * { ?load <http://service.example/SERVICE> ?o }",
    ],
)
def test_words_alone_are_no_offence(store: ox.Store, sparql: str) -> None:
    assert run(store, sparql).columns


@pytest.mark.parametrize("sparql", ["SELECT ?x WHERE", "SELEKT *", "", "SELECT ?x { ?x nope:a 1 }"])
def test_a_syntax_error_is_one_line(store: ox.Store, sparql: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, sparql)
    assert "\n" not in str(caught.value)


def test_rows_are_plain_values_for_pandas(store: ox.Store) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(run(store, "SELECT ?value ?unit { ?o kg:value ?value ; kg:unit ?unit } ORDER BY ?value"))
    assert list(frame.columns) == ["value", "unit"]
    assert frame["value"][0] == Decimal("95.5")


@pytest.mark.parametrize(
    ("literal", "value"), [("3", 3), ("3.50", Decimal("3.50")), ("true", True), ('"甲"@zh', "甲"), ("<a:b>", "a:b")]
)
def test_plain_values(store: ox.Store, literal: str, value: object) -> None:
    row = run(store, f"SELECT ?x {{ VALUES ?x {{ {literal} }} }}").rows[0]
    assert plain(row[0]) == value


FORMS = "SELECT ?name ?value { VALUES (?name ?value) { ('甲,\"乙'@zh 1.5) (<https://kg.example.org/place/310116> UNDEF) } }"


def test_table_aligns_wide_characters(store: ox.Store) -> None:
    lines = format_answer(run(store, FORMS)).splitlines()
    assert lines == ["name         | value", "-------------+------", '甲,"乙       | 1.5', "place/310116 |", "(2 rows)"]


def test_csv_follows_the_recommendation(store: ox.Store) -> None:
    assert format_answer(run(store, FORMS), "csv") == 'name,value\r\n"甲,""乙",1.5\r\nhttps://kg.example.org/place/310116,\r\n'


@pytest.mark.parametrize(
    ("form", "results"),
    [("json", ox.QueryResultsFormat.JSON), ("xml", ox.QueryResultsFormat.XML), ("tsv", ox.QueryResultsFormat.TSV)],
)
def test_results_read_back(store: ox.Store, form: str, results: ox.QueryResultsFormat) -> None:
    found = run(store, FORMS)
    read = ox.parse_query_results(format_answer(found, form), format=results)
    assert isinstance(read, ox.QuerySolutions)
    assert [tuple(row) for row in read] == list(found.rows)


@pytest.mark.parametrize(("form", "text"), [("table", "yes"), ("json", '{"head": {}, "boolean": true}')])
def test_ask(store: ox.Store, form: str, text: str) -> None:
    assert format_answer(run(store, "ASK { ?s ?p ?o }"), form) == text


@pytest.mark.parametrize(
    ("form", "rdf"),
    [
        ("turtle", ox.RdfFormat.TURTLE),
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("jsonld", ox.RdfFormat.JSON_LD),
        ("rdfxml", ox.RdfFormat.RDF_XML),
    ],
)
def test_construct_gives_a_graph(store: ox.Store, form: str, rdf: ox.RdfFormat) -> None:
    found = run(store, "CONSTRUCT { ?s rdfs:label ?name } { ?s a kg:Person ; rdfs:label ?name }")
    assert {quad.triple for quad in ox.parse(format_answer(found, form).encode(), format=rdf)} == {
        ox.Triple(*row) for row in found.rows
    }


@pytest.mark.parametrize(("sparql", "form"), [("ASK {}", "csv"), ("SELECT * {}", "turtle"), ("SELECT * {}", "excel")])
def test_forms_that_cannot_hold_an_answer(store: ox.Store, sparql: str, form: str) -> None:
    with pytest.raises(QueryError):
        format_answer(run(store, sparql), form)


def test_limit_tells_that_more_was_there(store: ox.Store) -> None:
    found = run(store, "SELECT ?s { ?s a kg:Person }", limit=2)
    assert (len(found), found.truncated) == (2, True)
    assert format_answer(found).endswith("(2 rows, more left out)")


def test_ontology_is_in_a_graph_of_its_own(store: ox.Store) -> None:
    label = "SELECT ?l { GRAPH <https://kg.example.org/ontology> { kg:holdsPost rdfs:label ?l } FILTER (LANG(?l) = 'zh') }"
    assert [row["l"] for row in run(store, label)] == ["任职于"]
    assert not run(store, "ASK { kg:holdsPost rdfs:label ?l }").boolean


def test_store_on_disk_is_kept_and_renewed(tmp_path: Path) -> None:
    write_turtle(hand_made(), tmp_path / "graph.ttl")
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    first = list(run(open_store(tmp_path, on_disk=True), count))
    kept = list((tmp_path / ".store").iterdir())
    assert first == list(run(open_store(tmp_path, on_disk=True), count)) == list(run(open_store(tmp_path), count))
    assert list((tmp_path / ".store").iterdir()) == kept
    (tmp_path / "graph.ttl").write_text("<a:s> <a:p> <a:o> .", encoding="utf-8")
    assert list(run(open_store(tmp_path, on_disk=True), count)) == [{"n": 1}]
    assert len(list((tmp_path / ".store").iterdir())) == 1


def test_a_folder_without_a_build(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no build of kg here"):
        open_store(tmp_path)


def test_json_keeps_chinese_readable(store: ox.Store) -> None:
    text = format_answer(run(store, 'SELECT ?n { VALUES ?n { "东湖县"@zh } }'), "json")
    assert "东湖县" in text
    assert json.loads(text)["results"]["bindings"] == [{"n": {"type": "literal", "value": "东湖县", "xml:lang": "zh"}}]

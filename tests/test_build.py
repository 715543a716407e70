"""The whole path on tiny input: what is built, that it is the same every time, and that nothing half-written stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg import build_graph
from kg.build import OUTPUTS, Extract, build, extract, write
from kg.errors import ExportError, InputError
from kg.graph import KnowledgeGraph
from kg.model import Document

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLE = "区委常委会召开会议\n\n本报讯（记者 林夏禾）7月8日，区委书记顾明远主持召开区委常委会会议。区委副书记、区长林望舒出席会议。\n"


@pytest.fixture(scope="module")
def corpus() -> KnowledgeGraph:
    return build(CORPUS)


def article(folder: Path, name: str = "a.txt", text: str = ARTICLE) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_mention_and_evidence_quotes_its_document(corpus: KnowledgeGraph) -> None:
    texts = {doc.id: doc.text for doc in corpus.documents.values()}
    mentions = [m for entity in corpus.entities.values() for m in entity.mentions]
    assert len(mentions) > 500
    assert all(texts[m.doc][m.start : m.end] == m.text for m in mentions)
    evidence = [e for stmt in corpus.statements.values() for e in stmt.evidence]
    assert len(evidence) > 300
    assert all(texts[e.doc][e.start : e.end] == e.text for e in evidence)
    marks = [(texts[e.doc], span) for e in evidence for span in e.marks.values()]
    assert all(0 <= start < end <= len(text) for text, (start, end) in marks)


def test_a_sentence_cut_by_mark_up_is_quoted_by_the_piece_that_tells(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "<p><strong>本报讯</strong>（见习记者）昨天，区长周明远到亭林镇调研。</p>\n", encoding="utf-8"
    )
    graph = build_graph(tmp_path, published="2023-07-08", place="上海市金山区")
    quoted = {s.predicate: [e.text for e in s.evidence] for s in graph.statements.values()}
    assert quoted["visited"] == ["（见习记者）昨天，区长周明远到亭林镇调研。"]


def test_every_statement_has_evidence_and_known_ends(corpus: KnowledgeGraph) -> None:
    for stmt in corpus.statements.values():
        assert stmt.evidence, stmt.id
        assert stmt.subject in corpus.entities, stmt
        assert stmt.object is None or stmt.object in corpus.entities, stmt
        assert (stmt.object is None) != (stmt.value is None), stmt


def test_every_entity_has_a_type_and_a_name(corpus: KnowledgeGraph) -> None:
    assert all(e.type and e.name for e in corpus.entities.values())


def test_posts_are_dated_by_their_report(corpus: KnowledgeGraph) -> None:
    held = {
        (corpus.entities[s.subject].name, s.qualifiers["title"], str(s.qualifiers["reported"])[:4])
        for s in corpus.statements.values()
        if s.predicate == "holdsPost"
    }
    assert {("刘健", "区长", "2021"), ("刘健", "书记", "2022"), ("胡卫国", "书记", "2021"), ("陈吉宁", "书记", "2023")} <= held


def test_one_person_in_many_articles_is_one_entity(corpus: KnowledgeGraph) -> None:
    for name in ("刘健", "李泽龙", "胡卫国"):
        assert [e.id for e in corpus.entities.values() if e.name == name] == [f"person/{name}_310116"]


def test_the_same_fact_in_two_articles_is_one_statement_with_two_pieces_of_evidence(corpus: KnowledgeGraph) -> None:
    sources = [{e.doc for e in s.evidence} for s in corpus.statements.values()]
    assert max(map(len, sources)) >= 2


def test_all_outputs_are_written_and_read_back(tmp_path: Path) -> None:
    article(tmp_path)
    graph = build(tmp_path, published="2022-07-09", place="上海市金山区")
    write(graph, tmp_path / "out")
    assert {p.name for p in (tmp_path / "out").iterdir()} == set(OUTPUTS)
    again = KnowledgeGraph.load(tmp_path / "out")
    assert again.entities == graph.entities
    assert again.statements == graph.statements


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    outputs = []
    for seed in ("0", "1"):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "kg.cli", "build", str(CORPUS), "--out", str(out), "--quiet"],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        outputs.append({name: (out / name).read_bytes() for name in OUTPUTS})
    assert outputs[0] == outputs[1]


def test_a_document_adds_and_moves_nothing(tmp_path: Path) -> None:
    article(tmp_path, "b.txt")
    alone = build(tmp_path, published="2022-07-09", place="310116")
    article(tmp_path, "a.txt", "区长林望舒调研石化街道。\n")
    both = build(tmp_path, published="2022-07-09", place="310116")
    assert set(alone.entities) <= set(both.entities)
    assert set(alone.statements) <= set(both.statements)


def test_union_of_two_builds_is_the_build_of_both(tmp_path: Path) -> None:
    one, two = tmp_path / "1", tmp_path / "2"
    one.mkdir(), two.mkdir()
    article(one, "a.txt"), article(two, "b.txt", "区委书记顾明远会见客商。\n")
    options = {"published": "2022-07-09", "place": "310116"}
    union, both = build(one, **options) | build(two, **options), build(one, two, **options)
    assert union.entities == both.entities
    assert union.statements == both.statements


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is binary"),
        ("latin.txt", "über große Flüsse, déjà vu".encode("latin-1") * 20, "neither UTF-8 nor GB18030"),
        ("page.pdf", b"%PDF-1.7", "only .txt and .md"),
    ],
)
def test_bad_files_are_skipped_with_one_clear_line(tmp_path: Path, name: str, content: bytes, complaint: str) -> None:
    good, bad = article(tmp_path), tmp_path / name
    bad.write_bytes(content)
    graph = build(good, bad, place="310116", published="2022-07-09")
    assert len(graph.documents) == 1
    (line,) = graph.report["skipped"]
    assert name in line
    assert complaint in line
    assert "\n" not in line


def test_a_fault_of_ours_costs_one_file_and_says_which(tmp_path: Path) -> None:
    def read(doc: Document) -> Extract:
        return extract(doc) if doc.id == "a" else [][1]

    article(tmp_path, "a.txt"), article(tmp_path, "b.txt")
    graph = build(tmp_path, place="310116", read=read)
    assert set(graph.documents) == {"a"}
    (line,) = graph.report["skipped"]
    assert "b.txt: kg itself failed on this file (IndexError: list index out of range); please report it" in line


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no \\.txt or \\.md file"):
        build(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        build(tmp_path / "missing")


def test_an_unknown_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no known division"):
        build(article(tmp_path), place="乌有市")


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("河北雄安新区", "130000"),
        ("河南省郑州市郑东新区", "410100"),
        ("中国上海", "310000"),
        ("中国", ""),
        ("吉林省、河南省", ""),
    ],
)
def test_a_place_wider_or_newer_than_the_divisions(tmp_path: Path, place: str, code: str) -> None:
    graph = build(article(tmp_path), place=place)
    assert graph.documents["a"].place == code
    assert not graph.report["skipped"]


@pytest.mark.parametrize(
    "hosts",
    [
        "区长周明远、区政协主席李闻达参加活动。",
        "区长周明远、区政协主席李闻达分别陪同有关活动。",
        "区长周明远，区政协主席李闻达；副区长赵立群出席活动。",
    ],
)
def test_a_delegation_is_whoever_leads_it_and_not_its_hosts(tmp_path: Path, hosts: str) -> None:
    told = f"7月7日，长沙县委书记丁一鸣带领党政代表团来金山考察。{hosts}代表团先后到金山博物馆、青川木业公司考察。"
    graph = build(article(tmp_path, text=told), published="2023-07-08", place="上海市金山区")
    visited = [s for s in graph.statements.values() if s.predicate == "visited"]
    assert {graph.entities[s.subject].name for s in visited} == {"丁一鸣"}
    assert len(visited) == 3


def test_what_a_delegation_visits_elsewhere_lies_there(tmp_path: Path) -> None:
    told = "7月7日，区委书记丁一鸣带领党政代表团赴长沙县考察。代表团先后到青川木业公司、翠湾公园考察。"
    graph = build(article(tmp_path, text=told), published="2023-07-08", place="上海市金山区")
    lies = {s.subject: s.object for s in graph.statements.values() if s.predicate == "locatedIn"}
    changsha = next(e.id for e in graph.entities.values() if e.name == "长沙县")
    assert lies[next(e.id for e in graph.entities.values() if e.name == "翠湾公园")] == changsha


def test_a_file_of_an_unknown_place_is_read_without_one(tmp_path: Path) -> None:
    article(tmp_path)
    (tmp_path / "manifest.csv").write_text("file,place\na.txt,乌有市\n", encoding="utf-8")
    graph = build(tmp_path, place="310116")
    assert graph.documents["a"].place == ""
    (line,) = graph.report["skipped"]
    assert "manifest.csv, a.txt: '乌有市' is no known division" in line


def test_a_broken_manifest_does_not_stop_other_folders(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad", tmp_path / "good"
    bad.mkdir(), good.mkdir()
    article(bad, "a.txt"), article(good, "b.txt")
    (bad / "manifest.csv").write_text("file,date\na.txt,2022\n", encoding="utf-8")
    graph = build(bad, good, place="310116")
    assert set(graph.documents) == {"b"}
    assert "manifest.csv" in graph.report["skipped"][0]


def test_an_output_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    graph = build(article(tmp_path), place="310116")
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    with pytest.raises(ExportError):
        write(graph, blocked)
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_the_report_tells_what_was_inferred(tmp_path: Path) -> None:
    article(tmp_path, "2022-07-09.txt")
    report = build(tmp_path, place="310116").report
    assert report["inferred"] == {"2022-07-09": ["published"]}
    assert json.dumps(report, ensure_ascii=False)


def test_kg_build_can_be_called(tmp_path: Path) -> None:
    assert set(kg.build(article(tmp_path), place="310116").documents) == {"a"}

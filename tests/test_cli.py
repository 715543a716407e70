"""The command line as a user meets it: output, messages and exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

TEXT = "7月8日，区委书记顾明远主持召开区委常委会会议。区委副书记、区长林望舒出席会议。\n"


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, args)), catch_exceptions=False)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("build", folder, "--out", folder / "out", "--place", "上海市金山区", "--published", "2022-07-09")
    assert result.exit_code == 0, result.output
    return folder / "out"


def test_help_names_every_command() -> None:
    result = run("--help")
    for command in ("build", "query", "explain", "stats", "ask", "validate", "export", "serve", "check", "ontology"):
        assert f"\n  {command} " in result.output
    for command in main.commands:
        assert run(command, "--help").exit_code == 0


def test_every_command_says_what_it_does() -> None:
    assert all(command.help for command in main.commands.values())


def test_build_says_where_to_look(out: Path) -> None:
    result = run("build", out.parent / "a.txt", "--out", out, "--place", "310116", "--published", "2022-07-09")
    assert "graph.html" in result.stderr
    assert result.stdout == ""


def test_quiet_is_quiet(out: Path) -> None:
    result = run("build", out.parent / "a.txt", "--out", out, "--place", "310116", "--published", "2022-07-09", "--quiet")
    assert result.output == ""


def test_skipped_input_ends_with_status_1(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    result = run("build", tmp_path, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "b.txt: is empty" in result.stderr
    assert (tmp_path / "out" / "graph.ttl").exists()


def test_nothing_to_do_ends_with_status_2_and_writes_nothing(tmp_path: Path) -> None:
    result = run("build", tmp_path / "missing", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "no such file or folder" in result.stderr
    assert not (tmp_path / "out").exists()


def test_stats_counts(out: Path) -> None:
    assert "holdsPost" in run("stats", out).output
    assert json.loads(run("stats", out, "--format", "json").output)["documents"] == 1


def test_explain_shows_the_sentence_with_its_words_marked(out: Path) -> None:
    output = run("explain", out, "顾明远").output
    assert "〔区委〕‹书记›【顾明远】" in output
    assert "post.title-before-name" in output


def test_explain_offers_what_is_near(out: Path) -> None:
    result = run("explain", out, "顾明")
    assert result.exit_code == 2
    assert "顾明远" in result.stderr


def test_query_answers_who_held_which_post(out: Path) -> None:
    sparql = (
        "PREFIX kg: <https://kg.example.org/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?who ?title ?body ?reported WHERE { ?s a kg:Statement ; "
        "rdf:predicate kg:holdsPost ; rdf:subject/rdfs:label ?who ; rdf:object/rdfs:label ?body ; kg:title ?title ; kg:reported ?reported }"
    )
    rows = run("query", out, sparql, "--format", "csv").output
    assert "顾明远,书记,中共金山区委,2022-07-09" in rows
    assert "林望舒,区长,金山区人民政府,2022-07-09" in rows


def test_a_folder_without_a_build_is_named(tmp_path: Path) -> None:
    result = run("stats", tmp_path)
    assert result.exit_code == 2
    assert "no build of kg here" in result.stderr


def test_check_names_file_and_rule(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[rule]]\nid = "own.test"\npredikate = "visited"\n', encoding="utf-8")
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "own.toml" in result.output


def test_names_of_ones_own_are_found_by_a_build(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("7月8日，青禾小馆在山阳镇开业。", encoding="utf-8")
    (tmp_path / "names.csv").write_text("name,type,kind,aliases\n青禾小馆,Agency,Company,\n", encoding="utf-8")
    folder = tmp_path / "out"
    result = run("build", tmp_path / "a.txt", "--out", folder, "--place", "310116", "--lexicon", tmp_path / "names.csv")
    assert result.exit_code == 0
    assert '"青禾小馆"' in (folder / "entities.jsonl").read_text(encoding="utf-8")


def test_a_bad_lexicon_stops_before_the_build(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("7月8日，青禾小馆在山阳镇开业。", encoding="utf-8")
    (tmp_path / "names.csv").write_text("name,type\n青禾小馆,Shop\n", encoding="utf-8")
    result = run("build", tmp_path / "a.txt", "--out", tmp_path / "out", "--lexicon", tmp_path / "names.csv")
    assert result.exit_code == 1
    assert "names.csv:2: no type 'Shop'" in result.stderr
    assert not (tmp_path / "out").exists()


def test_check_reads_lexicons_too(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text('name,type\n"青禾小馆,Agency\n', encoding="utf-8")
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "no proper CSV" in result.output


def test_check_of_a_folder_without_rules_says_so(tmp_path: Path) -> None:
    assert "no rule files" in run("check", tmp_path).output

"""The commands over a finished build: output, exit status, messages."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from graphs import CEREMONY, changed, hand_made

from kg.errors import KGError
from kg.export.rdf import write_turtle
from kg.export.tables import document_line, entity_line, statement_line, write_jsonl
from kg.graph import KnowledgeGraph
from kg.query.commands import COMMANDS


def build(folder: Path, graph: KnowledgeGraph) -> Path:
    write_jsonl(folder / "entities.jsonl", map(entity_line, graph.entities.values()))
    write_jsonl(folder / "statements.jsonl", map(statement_line, graph.statements.values()))
    write_jsonl(folder / "documents.jsonl", map(document_line, graph.documents.values()))
    (folder / "report.json").write_text(json.dumps(dict(graph.report)), encoding="utf-8")
    write_turtle(graph, folder / "graph.ttl")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("build"), hand_made())


def call(*arguments: object, stdin: str = "") -> Result:
    group = click.Group("kg", commands={command.name: command for command in COMMANDS if command.name})
    return CliRunner().invoke(group, [str(argument) for argument in arguments], input=stdin)


QUERY = "SELECT ?name { ?p a kg:Person ; rdfs:label ?name } ORDER BY ?name LIMIT 2"


@pytest.mark.parametrize("way", ["argument", "file", "stdin"])
def test_query(folder: Path, tmp_path: Path, way: str) -> None:
    (tmp_path / "q.rq").write_text(QUERY, encoding="utf-8")
    argument = {"argument": QUERY, "file": f"@{tmp_path}/q.rq", "stdin": "-"}[way]
    assert call("query", folder, argument, stdin=QUERY).output == "name\n------\n何晓燕\n周明远\n(2 rows)\n"


@pytest.mark.parametrize(
    ("form", "output"),
    [("csv", "name\r\n何晓燕\r\n周明远\r\n"), ("tsv", '?name\n"何晓燕"@zh\n"周明远"@zh\n')],
)
def test_query_forms(folder: Path, form: str, output: str) -> None:
    assert call("query", folder, QUERY, "--format", form).stdout_bytes.decode() == output


def test_ask_lists_the_questions(folder: Path) -> None:
    output = call("ask", folder).output
    assert "who-held-post agency=AGENCY date=DATE\n    某日某机构各职务由谁担任" in output
    assert "former-posts [agency=AGENCY]" in output


def test_ask_answers(folder: Path) -> None:
    output = call("ask", folder, "who-held-post", "agency=县委", "date=2022-12-31").output
    assert "书记  | 周明远 | 2022-07-14" in output


@pytest.mark.parametrize(("lang", "message"), [("zh", "“举行于”的日期不合规"), ("en", "The date of “held on” is not valid")])
def test_validate_tells_what_is_wrong(tmp_path: Path, lang: str, message: str) -> None:
    pytest.importorskip("pyshacl")
    broken = build(tmp_path, changed(hand_made(), CEREMONY, "heldOn", value="2022-02-30"))
    result = call("validate", broken, "--lang", lang)
    assert result.exit_code == 1
    assert message in result.output
    assert "violations" in result.stderr


def test_validate_conforms(folder: Path) -> None:
    pytest.importorskip("pyshacl")
    result = call("validate", folder)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "conforms\n")


def test_export_says_where(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "g.graphml"
    assert call("export", folder, "--format", "graphml", "--out", out).output.strip() == str(out)
    assert out.read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(("option", "start"), [([], "@prefix kg:"), (["--html"], "<!doctype html>")])
def test_ontology(option: list[str], start: str) -> None:
    assert call("ontology", *option).output.startswith(start)


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "nowhere", "ASK {}"),
        ("ask", "nowhere", "sources"),
        ("validate", "nowhere"),
        ("export", "nowhere", "--format", "nt"),
        ("serve", "nowhere"),
    ],
)
def test_a_folder_without_a_build_is_an_error_of_ours(arguments: tuple[str, ...]) -> None:
    assert isinstance(call(*arguments).exception, KGError)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_is_documented(command: click.Command) -> None:
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option) and option.name != "port")

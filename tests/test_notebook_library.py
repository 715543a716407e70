"""What a graph offers in a notebook: tables, quotations, neighbourhoods, timelines, pictures, the explorer in a frame."""

from __future__ import annotations

import builtins
import html
import re
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import graphs
import pytest

import kg
from kg.errors import DataError, ExportError, InputError, MissingExtraError
from kg.explore.packages import need
from kg.extension import read_names
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity

EMPTY = KnowledgeGraph.of([], [], [])


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return graphs.hand_made()


# The package


def test_package_offers_what_it_lists() -> None:
    assert kg.__all__ == sorted(kg.__all__)
    for name in kg.__all__:
        assert getattr(kg, name).__doc__
    public = {
        name for name, value in vars(kg).items() if callable(value) and not name.startswith("_") and name != "import_module"
    }
    assert public - {"Any", "Final", "build"} <= set(kg.__all__)
    assert set(kg.__all__) <= set(dir(kg))


def test_package_builds_writes_loads_whatever_was_imported_before(tmp_path: Path) -> None:
    import kg.build  # the module of that name must not stand in the way

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("7月8日，区委书记刘健主持召开会议。", encoding="utf-8")
    built = kg.build_graph(tmp_path / "in", published="2022-07-09", place="上海市金山区")
    folder = kg.write_graph(built, tmp_path / "out")
    assert kg.load(folder).statements == built.statements


def test_package_has_no_other_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        kg.biuld  # noqa: B018 - the access is the test


# Tables


def test_entities_frame(graph: KnowledgeGraph) -> None:
    pytest.importorskip("pandas")
    frame = graph.frames.entities.set_index("id")
    assert len(frame) == len(graph.entities)
    assert frame.loc[graphs.COUNTY, "name"] == "东湖县"
    assert frame.loc[graphs.COUNTY, "aliases"] == "东湖、云州市东湖县"
    assert frame.loc[graphs.COUNTY, "longitude"] == pytest.approx(121.34)
    assert frame.loc[graphs.ZHOU, "statements"] == sum(graphs.ZHOU in (s.subject, s.object) for s in graph.statements.values())


def test_statements_frame_has_names_numbers_and_flags(graph: KnowledgeGraph) -> None:
    pytest.importorskip("pandas")
    frame = graph.frames.statements
    assert set(frame["id"]) == set(graph.statements)
    dam = frame[(frame["subject"] == "白鹤水库扩建工程") & (frame["indicator"] == "计划总投资")]
    assert sorted(dam["value"]) == [470_000_000, 510_000_000]
    visitors = frame[frame["indicator"] == "游客"].iloc[0]
    assert (visitors["value"], visitors["high"]) == (8_000_000, 10_000_000)
    assert frame["expected"].dtype == bool
    assert list(frame.loc[frame["end"], "subject"]) == ["周明远"]
    held = frame[(frame["predicate"] == "heldOn") & (frame["subject"] == "云东铁路开工仪式")].iloc[0]
    assert held["date"] == "2022-07-08"


def test_evidence_frame_can_be_checked_against_the_texts(graph: KnowledgeGraph) -> None:
    pytest.importorskip("pandas")
    frame = graph.frames.evidence
    assert len(frame) >= len(graph.statements)
    for row in frame.itertuples():
        assert graph.documents[row.document].text[row.start : row.end] == row.text


def test_documents_frame_is_in_order_of_date(graph: KnowledgeGraph) -> None:
    pytest.importorskip("pandas")
    frame = graph.frames.documents
    assert list(frame["id"]) == ["a", "b", "c"]
    assert list(frame["place"]) == ["东湖县"] * 3
    assert frame.loc[2, "inferred"] == "place"


@pytest.mark.parametrize("name", ["entities", "statements", "evidence", "documents"])
def test_frames_of_an_empty_graph_have_their_columns(name: str) -> None:
    pytest.importorskip("pandas")
    frame = getattr(EMPTY.frames, name)
    assert len(frame) == 0
    assert len(frame.columns) >= 8


def test_answers_as_frames(graph: KnowledgeGraph) -> None:
    pytest.importorskip("pandas")
    career = graph.frames.ask("career", person="周明远")
    assert "东湖县人民政府" in set(career["agency"])
    none = graph.frames.query("SELECT ?a ?b { ?a kg:noSuchThing ?b }")
    assert list(none.columns) == ["a", "b"]
    lengths = graph.frames.query("SELECT ?n { ?s kg:indicator '全长'@zh ; kg:value ?n }")
    assert list(lengths["n"]) == [95.67]
    rows = list(graph.query("SELECT ?name { ?p a kg:Person ; rdfs:label ?name } ORDER BY ?name"))
    assert {"name": "周明远"} in rows


# Parts of a graph


def test_find_by_identifier_name_and_alias(graph: KnowledgeGraph) -> None:
    for what in (graphs.COMMITTEE, "中共东湖县委员会", "县委", graph.entities[graphs.COMMITTEE]):
        assert [entity.id for entity in graph.find(what)] == [graphs.COMMITTEE]


def test_find_offers_what_is_near(graph: KnowledgeGraph) -> None:
    with pytest.raises(InputError, match=r"near it: .*周明远"):
        graph.find("周明运")


@pytest.mark.parametrize(
    ("hops", "within", "beyond"),
    [
        (0, {graphs.ZHOU}, {graphs.GOVERNMENT}),
        (1, {graphs.ZHOU, graphs.GOVERNMENT, graphs.COMMITTEE, graphs.TOWN, graphs.CEREMONY}, {graphs.LIN, graphs.RAILWAY}),
        (2, {graphs.LIN, graphs.CHEN, graphs.TAX, graphs.RAILWAY, graphs.COUNTY}, {graphs.UNIVERSITY}),
    ],
)
def test_neighbourhood(graph: KnowledgeGraph, hops: int, within: set[str], beyond: set[str]) -> None:
    part = graph.neighbourhood("周明远", hops=hops)
    assert within <= part.entities.keys()
    assert not beyond & part.entities.keys()
    assert all(s.subject in part.entities and (s.object is None or s.object in part.entities) for s in part.statements.values())
    assert set(part.nx.nodes) == set(part.entities)


def test_neighbourhood_by_predicate_and_size(graph: KnowledgeGraph) -> None:
    posts = graph.neighbourhood("周明远", hops=2, predicates=["holdsPost"])
    assert {s.predicate for s in posts.statements.values()} == {"holdsPost"}
    assert graphs.CHEN in posts.entities
    assert graphs.TOWN not in posts.entities
    few = graph.neighbourhood("周明远", hops=2, most=3)
    assert len(few.entities) == 3
    assert graphs.ZHOU in few.entities


def test_without(graph: KnowledgeGraph) -> None:
    one = next(iter(graph.statements))
    assert graph.without(one).statements.keys() == graph.statements.keys() - {one}
    fewer = graph.without(graphs.ZHOU)
    assert not any(graphs.ZHOU in (s.subject, s.object) for s in fewer.statements.values())
    assert fewer.without() == fewer
    with pytest.raises(InputError, match="statement/0"):
        graph.without("statement/0")


# Quotations


def test_evidence_of_a_name_and_of_a_statement(graph: KnowledgeGraph) -> None:
    quotations = graph.evidence("白鹤水库扩建工程")
    assert [q.published for q in quotations] == sorted(q.published for q in quotations)
    assert all("白鹤水库" in q.evidence.text for q in quotations)
    stmt = quotations[0].statement
    assert {q.statement.id for q in graph.evidence(stmt.id)} == {stmt.id} == {q.statement.id for q in graph.evidence(stmt)}


def test_quotations_say_it_in_chinese(graph: KnowledgeGraph) -> None:
    claims = {q.claim for q in graph.evidence("白鹤水库扩建工程")}
    assert "白鹤水库扩建工程 — 进程 — 2023（预计，建成）" in claims
    assert any("470000000元（计划总投资）" in claim for claim in claims)


def test_quotations_frame(graph: KnowledgeGraph) -> None:
    pytest.importorskip("pandas")
    quotations = graph.evidence("林若水")
    assert list(quotations.frame["quote"]) == [q.evidence.text for q in quotations]


def test_text_of_documents_is_never_markup() -> None:
    text = "区长<script>alert(1)</script>主持“会议”。\u202e\x00"
    base = graphs.hand_made()
    stmt = next(s for s in base.statements.values() if s.predicate == "holdsPost")
    evidence = replace(
        stmt.evidence[0], doc="x", start=0, end=len(text), text=text, marks={"subject": (0, 6), "trigger": (2, 12)}
    )
    wild = KnowledgeGraph.of(
        [replace(e, name=f"<img src=x onerror=alert(1)>{e.name}") for e in base.entities.values()],
        [replace(stmt, evidence=(evidence,))],
        [Document("x", text, (), (), title="</div><b>")],
    )
    for shown in (wild.evidence(stmt.id)._repr_html_(), wild._repr_html_()):
        assert not re.search("<script|<img|</div><b>", shown)
        assert "&lt;" in shown
    frame = wild.show(graphs.ZHOU)._repr_html_()
    assert frame.count("<") == 2  # the frame and its end: all else is quoted


# Timelines


def test_timeline_of_a_project(graph: KnowledgeGraph) -> None:
    moments = graph.timeline("白鹤水库扩建工程").moments
    assert [(m.start, m.end, m.label, m.expected) for m in moments] == [
        ("2021-06-01", "2021-06-30", "开工", False),
        ("2023-01-01", "2023-12-31", "预计，建成", True),
    ]


def test_timeline_of_a_person_tells_stated_from_reported(graph: KnowledgeGraph) -> None:
    found = {(m.start, m.basis) for m in graph.timeline("周明远").moments}
    assert ("2021-07-09", "reported") in found  # 县长, on the day of the report
    assert ("2021-07-08", "stated") in found  # the visit
    assert ("2022-07-08", "stated") in found  # the ceremony, by its own date


def test_timeline_for_networkx(graph: KnowledgeGraph) -> None:
    line = graph.timeline("周明远")
    chain = line.nx
    assert chain.number_of_edges() == len(line) - 1
    assert all(days >= 0 for _, _, days in chain.edges(data="days"))


# Pictures


@pytest.fixture
def pyplot(monkeypatch: pytest.MonkeyPatch) -> Any:
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    from kg.explore.fonts import chinese_font

    if not chinese_font():
        pytest.skip("this machine has no font with Chinese characters")
    yield plt
    plt.close("all")


def test_network_plot_draws_names_with_a_font_that_has_them(graph: KnowledgeGraph, pyplot: Any, tmp_path: Path) -> None:
    axes = graph.plot(most=20)
    drawn = {text.get_text() for text in axes.texts}
    assert {"东湖县", "周明远"} <= drawn
    axes.figure.savefig(tmp_path / "network.png")  # a missing character would warn, and a warning fails the test
    assert (tmp_path / "network.png").stat().st_size > 5_000


def test_network_plot_into_given_axes_with_colours(graph: KnowledgeGraph, pyplot: Any) -> None:
    _, axes = pyplot.subplots()
    assert graph.plot(axes, most=10, colors=dict.fromkeys(graph.entities, "#123456")) is axes
    assert axes.get_legend() is None


def test_timeline_plot(graph: KnowledgeGraph, pyplot: Any, tmp_path: Path) -> None:
    axes = graph.timeline("周明远").plot()
    assert any("县长" in label.get_text() for label in axes.get_yticklabels())
    axes.figure.savefig(tmp_path / "timeline.png")


def test_map_counts_things_at_the_nearest_known_place(graph: KnowledgeGraph, pyplot: Any, tmp_path: Path) -> None:
    axes = graph.map()
    labels = [text.get_text() for text in axes.texts]
    assert "东湖县  2" in labels
    assert any(label in ("金山", "平湖", "嘉善") for label in labels)  # its real neighbours, from the bundled coordinates
    axes.figure.savefig(tmp_path / "map.png")


def test_pictures_of_an_empty_graph(pyplot: Any) -> None:
    assert EMPTY.map().get_title(loc="left") == "没有可定位的对象"
    assert not EMPTY.plot().texts
    assert "0 entities" in EMPTY._repr_html_()


def test_a_machine_without_a_chinese_font_gets_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("matplotlib")
    from kg.explore import fonts

    monkeypatch.setattr(fonts, "chinese_font", lambda: None)
    with pytest.warns(UserWarning, match="fonts-noto-cjk"):
        assert fonts.use_chinese_font() is None


def test_plots_leave_the_settings_of_matplotlib_alone(graph: KnowledgeGraph, pyplot: Any) -> None:
    before = list(pyplot.rcParams["font.family"])
    graph.plot(most=5)
    assert list(pyplot.rcParams["font.family"]) == before


def test_summary_counts_and_draws(graph: KnowledgeGraph) -> None:
    shown = graph._repr_html_()
    assert "3 documents" in shown
    assert "<svg" in shown
    assert "周明远" in shown
    assert not re.search(r"""(src|href)=|url\(|<script""", shown)
    assert repr(graph) == f"<KnowledgeGraph: 3 documents, {len(graph.entities)} entities, {len(graph.statements)} statements>"


# The explorer in a frame


def test_show_frames_the_neighbourhood(graph: KnowledgeGraph, tmp_path: Path) -> None:
    frame = graph.show("周明远", hops=1, height=420)
    shown = frame._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts')
    assert "allow-same-origin" not in shown
    assert "height:420px" in shown
    page = html.unescape(re.search('srcdoc="([^"]*)"', shown)[1])  # type: ignore[index]
    assert page == frame.html
    assert '"view":"n=person/%E5%91%A8' in page
    assert "柳桥镇" in page
    assert "云州大学" not in page
    assert frame.save(tmp_path / "part.html").read_text(encoding="utf-8") == frame.html
    with pytest.raises(ExportError, match="cannot be written"):
        frame.save(tmp_path)


def test_show_of_everything_and_of_nothing(graph: KnowledgeGraph) -> None:
    assert graph.show().entities == len(graph.entities)
    assert EMPTY.show().entities == 0
    with pytest.raises(InputError, match="nothing is called"):
        graph.show("无此人")


# Missing packages


def test_missing_package_says_how_to_get_it(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.partition(".")[0] in ("pandas", "matplotlib")]:
        monkeypatch.delitem(sys.modules, module)
    imported = builtins.__import__

    def without_extras(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] in ("pandas", "matplotlib"):
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_extras)
    monkeypatch.setattr("kg.explore.packages.import_module", without_extras)
    with pytest.raises(MissingExtraError, match=r"needs pandas: in kg's folder, pip install '.\[notebook\]'"):
        _ = graph.frames.entities
    with pytest.raises(MissingExtraError, match="needs matplotlib"):
        graph.plot()
    assert graph._repr_html_()  # the summary and the explorer need neither
    assert graph.show("周明远").entities
    with pytest.raises(MissingExtraError):
        need("pandas")


# Names and rules of one's own

RULE = """predicate = "cooperatesWith"
[[rule]]
id = "own.supplier"
description = "甲成为乙的供应商"
pattern = "{subject:Agency}<成为>{object:Agency}的?供应商"
confidence = 0.9
yes = ["[江北公司|Agency]成为[东湖公司|Agency]供应商。 => 江北公司 → 东湖公司"]
no = ["[江北公司|Agency]没有成为[东湖公司|Agency]供应商。"]
"""


@pytest.fixture
def own(tmp_path: Path) -> KnowledgeGraph:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "昨日，青篁一号开工，总投资8.6亿元。\n\n远山纸业有限公司成为青篁材料有限公司供应商。", encoding="utf-8"
    )
    return kg.build_graph(folder, published="2024-05-21", place="浙江省安吉县")


def test_lexicon_makes_one_thing_of_all_its_names(own: KnowledgeGraph, tmp_path: Path) -> None:
    lexicon = tmp_path / "names.csv"
    lexicon.write_text(
        "# ours\nname,type,kind,aliases\n安吉竹材项目,Project,ConstructionProject,青篁一号|竹材园\n", encoding="utf-8-sig"
    )
    better = kg.extend_graph(own, lexicon=lexicon)
    [project] = better.find("青篁一号")
    assert (project.name, project.type, project.aliases) == ("安吉竹材项目", "Project", ("竹材园", "青篁一号"))
    assert [m.text for m in project.mentions] == ["青篁一号"]
    [number] = [s for s in better.statements.values() if s.predicate == "observed"]
    assert (number.subject, number.value) == (project.id, Decimal("860000000"))
    for entity in better.entities.values():
        for mention in entity.mentions:
            assert better.documents[mention.doc].text[mention.start : mention.end] == mention.text


def test_rules_of_ones_own(own: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "supply.toml").write_text(RULE, encoding="utf-8")
    found = [
        s for s in kg.extend_graph(own, rules=tmp_path / "rules").statements.values() if s.evidence[0].rule == "own.supplier"
    ]
    assert [(s.subject, s.object) for s in found] == [("agency/远山纸业有限公司", "agency/青篁材料有限公司")]


def test_extending_by_nothing_changes_nothing(own: KnowledgeGraph) -> None:
    same = kg.extend_graph(own)
    assert (same.entities, same.statements, same.report) == (own.entities, own.statements, own.report)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,sort\n甲乙,Project\n", r"names.csv: the first line must name the columns"),
        ("name,type\n# ours\n青篁一号,Projekt\n", r"names.csv:3: no type 'Projekt'; nearest: Project"),
        ("name,type,kind\n青篁一号,Project,Railwy\n", r"names.csv:2: no kind 'Railwy'; nearest: Railway"),
        ("name,type\n青,Project\n", r"names.csv:2: names have two characters or more"),
        ("", r"names.csv: the first line"),
    ],
)
def test_wrong_lexicons_are_refused(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read_names(path)


def test_what_cannot_be_extended(own: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="loaded graph"):
        kg.extend_graph(kg.load(kg.write_graph(own, tmp_path / "out")))
    with pytest.raises(InputError, match="cannot be read"):
        kg.extend_graph(own, lexicon=tmp_path / "none.csv")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no rules here"):
        kg.extend_graph(own, rules=tmp_path / "empty")


def test_entities_are_found_as_they_are() -> None:
    stray = Entity("person/某某", "Person", "某某")
    assert EMPTY.find(stray) == [stray]

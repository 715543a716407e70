"""The explorer page in a real headless Chromium without network: what a reader can do with it, and what a document cannot."""

from __future__ import annotations

import json
import re
import shutil
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import graphs
import pytest

from kg.export import html
from kg.export.layout import arrange
from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Entity, Evidence, Statement

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]
HOSTILE = (
    '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=2">"onerror=`${window.hacked=3}`'
    "\x00\x07\u202e\u2028<!--kg:data-->"
)


@dataclass
class Opened:
    """A page with what went wrong on it."""

    page: Any
    trouble: list[str] = field(default_factory=list)

    def go(self, **hash_: str) -> None:
        self.page.evaluate("(hash) => { location.hash = hash; }", urllib.parse.urlencode(hash_))
        self.page.wait_for_timeout(60)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait up to five seconds; Playwright's own waiting evaluates strings on the page, which its policy forbids."""
        for _ in range(100):
            if holds():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("what was waited for did not come")

    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    def state(self, expression: str) -> Any:
        return self.page.evaluate(f"kgExplorer.{expression}")

    def spot(self, entity: str) -> tuple[float, float]:
        """Where an entity is drawn, in pixels of the window."""
        x, y = self.page.evaluate(
            "(id) => { const box = document.getElementById('picture').getBoundingClientRect();"
            " const at = kgExplorer.picture.spot(kgExplorer.store.find(id)); return [box.left + at.x, box.top + at.y]; }",
            entity,
        )
        return x, y

    def shown(self) -> set[str]:
        return set(self.page.evaluate("kgExplorer.view().nodes.map((e) => kgExplorer.store.data.entities.id[e])"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "graph.html"
    html.write_html(with_marks(graphs.hand_made()), path)
    return path


@pytest.fixture
def visit(browser: Any, page_file: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page offline; at the end there must be no error, no message and no request."""
    visits: list[tuple[Any, Opened]] = []

    def start(path: Path = page_file, *, hash: str = "", **options: Any) -> Opened:
        options = {"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN", "offline": True, **options}
        context = browser.new_context(**options)
        opened = Opened(context.new_page())
        visits.append((context, opened))
        opened.page.on("console", lambda message: opened.trouble.append(f"console: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.trouble.append(f"error: {error}"))
        opened.page.on(
            "request",
            lambda request: (
                opened.trouble.append(request.url) if not request.url.startswith(("file:", "blob:", "data:")) else None
            ),
        )
        opened.page.goto(path.as_uri() + hash)
        opened.page.wait_for_selector("html[data-ready]")
        return opened

    yield start
    troubles = [trouble for _, opened in visits for trouble in opened.trouble]
    for context, _ in visits:
        context.close()
    assert troubles == []


def with_marks(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The hand-made graph with the words for Zhou's first post marked."""
    stmt = next(
        s
        for s in graph.statements.values()
        if (s.subject, s.object) == (graphs.ZHOU, graphs.GOVERNMENT) and "end" not in s.qualifiers
    )
    marks = {"subject": (2, 5), "object": (0, 1), "trigger": (0, 2)}
    evidence = tuple(replace(item, marks=marks) for item in stmt.evidence)
    return replace(graph, statements={**graph.statements, stmt.id: replace(stmt, evidence=evidence)})


def test_same_bytes(page_file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.html"
    html.write_html(with_marks(graphs.hand_made()), again)
    assert again.read_bytes() == page_file.read_bytes()


def test_refers_to_no_network_resource(page_file: Path) -> None:
    text = page_file.read_text(encoding="utf-8")
    attribute = r"""\b(?:src|href|action|poster|srcset|data)\s*=\s*["']?"""
    call = r"""url\(\s*["']?|@import\s+["']?|\bimport\s*\(?\s*["']|\bfetch\(\s*["'`]"""
    assert re.findall(f"(?:{attribute}|{call})(?:https?:)?//", text) == []
    assert "default-src 'none'" in text


def test_empty_graph(visit: Callable[..., Opened], tmp_path: Path) -> None:
    html.write_html(KnowledgeGraph.of([], [], []), tmp_path / "empty.html")
    assert "没有符合条件" in visit(tmp_path / "empty.html").page.inner_text("#status")


def test_first_view_is_bounded_and_linked() -> None:
    hub = Entity("place/中心", "Place", "中心")
    spokes = [Entity(f"agency/{i:03d}", "Agency", f"第{i}处") for i in range(400)]
    said = [Statement(f"statement/{i:03d}", spoke.id, "locatedIn", hub.id, None, {}, (), 0.9) for i, spoke in enumerate(spokes)]
    chosen = html.choose_first(KnowledgeGraph.of([hub, *spokes], said, []))
    assert chosen[0] == hub.id
    assert len(chosen) == html.FIRST_VIEW <= 300


def test_arrangement_has_no_overlap() -> None:
    boxes = [(40.0 + 13 * (i % 7), 40.0 + i % 3 * 10) for i in range(90)]
    points = arrange(boxes, [(i, i // 3) for i in range(1, 90)])
    overlaps = [
        (i, j)
        for i in range(90)
        for j in range(i)
        if abs(points[i][0] - points[j][0]) < (boxes[i][0] + boxes[j][0]) / 2 - 1.5
        and abs(points[i][1] - points[j][1]) < (boxes[i][1] + boxes[j][1]) / 2 - 1.5
    ]
    assert overlaps == []


def test_large_page_keeps_strongest_evidence(
    visit: Callable[..., Opened], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = graphs.hand_made()
    twice = next(s for s in graph.statements.values() if s.subject == graphs.ZHOU and s.predicate == "visited")
    assert len(twice.evidence) == 2
    monkeypatch.setattr(html, "LARGEST_FILE", 1000)
    html.write_html(graph, tmp_path / "large.html")
    opened = visit(tmp_path / "large.html")
    assert "另有 1 条未收入本页" in opened.page.inner_text("#leftOut")
    opened.go(s=twice.id.removeprefix("statement/"))
    assert opened.page.locator("blockquote").count() == 1


def test_first_view_draws_labels_apart(visit: Callable[..., Opened]) -> None:
    opened = visit()
    labels = opened.state("picture.labels()")
    assert len(labels) >= 8
    assert opened.state("picture.network.physics.physicsEnabled") is False
    for at, one in enumerate(labels):
        for two in labels[:at]:
            apart = (
                one["right"] <= two["left"]
                or two["right"] <= one["left"]
                or one["bottom"] <= two["top"]
                or two["bottom"] <= one["top"]
            )
            assert apart, (one, two)
    pixels = opened.page.evaluate(
        "() => { const canvas = document.querySelector('#picture canvas');"
        " const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
        " return data.filter((value, at) => at % 4 === 3 && value).length; }"
    )
    assert pixels > 2000


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        pytest.param("周明远", "周明远", id="Chinese"),
        pytest.param("zhoumingyuan", "周明远", id="pinyin"),
        pytest.param("zhou ming", "周明远", id="pinyin in part"),
        pytest.param("zmy", "周明远", id="initials"),
        pytest.param("zhmyuan", "周明远", id="mixed"),
        pytest.param("县委", "中共东湖县委员会", id="alias"),
        pytest.param("dhxw", "中共东湖县委员会", id="initials of an alias"),
        pytest.param("chenliqiu", "陈立秋", id="another"),
    ],
)
def test_search(visit: Callable[..., Opened], typed: str, name: str) -> None:
    page = visit().page
    page.press("body", "/")
    page.keyboard.type(typed)
    assert page.inner_text("#results li[aria-selected=true]").startswith(name)
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == name


def test_search_without_a_hit_says_so(visit: Callable[..., Opened]) -> None:
    page = visit().page
    page.fill("#query", "qqqqq")
    assert page.inner_text("#results") == "没有符合条件的内容"


def test_click_opens_neighbourhood_and_double_click_expands(visit: Callable[..., Opened]) -> None:
    opened = visit(hash="#n=" + urllib.parse.quote(graphs.RAILWAY))
    assert graphs.RAILWAY_COMPANY in opened.shown()
    assert graphs.LIN not in opened.shown()
    opened.page.mouse.dblclick(*opened.spot(graphs.CEREMONY))
    opened.page.wait_for_timeout(350)
    assert {graphs.LIN, graphs.ZHOU, graphs.RAILWAY_COMPANY} <= opened.shown()
    opened.page.mouse.click(*opened.spot(graphs.ZHOU))
    opened.page.wait_for_timeout(400)
    assert opened.page.inner_text("#panel h2") == "周明远"
    assert graphs.COMMITTEE in opened.shown()
    assert graphs.RAILWAY_COMPANY not in opened.shown()
    opened.page.click("#back")
    opened.page.wait_for_timeout(60)
    assert graphs.RAILWAY_COMPANY in opened.shown()
    opened.page.click("#forward")
    opened.page.wait_for_timeout(60)
    assert graphs.RAILWAY_COMPANY not in opened.shown()


def test_line_opens_its_sentence_with_words_marked(visit: Callable[..., Opened]) -> None:
    opened = visit(hash="#n=" + urllib.parse.quote(graphs.ZHOU))
    (x1, y1), (x2, y2) = opened.spot(graphs.ZHOU), opened.spot(graphs.GOVERNMENT)
    opened.page.mouse.click(x1 + (x2 - x1) * 0.62, y1 + (y2 - y1) * 0.62)
    opened.page.wait_for_timeout(60)
    assert opened.page.inner_text("blockquote >> nth=0") == "县长周明远调研柳桥镇。"
    marked = opened.page.eval_on_selector_all("blockquote mark", "(all) => all.map((m) => [m.className, m.textContent])")
    assert marked == [["object", "县"], ["trigger", "长"], ["subject", "周明远"]]
    panel = opened.panel()
    for expected in ("东湖新闻a", "东湖报 2021-07-09", "a:0–11", "test.holdsPost", "0.90", "县长"):
        assert expected in panel


def test_citation_is_copied(visit: Callable[..., Opened]) -> None:
    opened = visit(hash="#n=" + urllib.parse.quote(graphs.HE), permissions=["clipboard-read", "clipboard-write"])
    opened.page.click("#panel .near button.link >> text=原句")
    opened.page.click("text=复制引文")
    opened.page.wait_for_selector("text=已复制")
    copied = opened.page.evaluate("navigator.clipboard.readText()")
    assert (
        copied == "“县委书记周明远、县长林若水出席云东铁路开工仪式。”——《东湖新闻b》，东湖报，2022-07-14，b:0–24（test.wrote）"
    )


def test_person_has_dated_posts(visit: Callable[..., Opened]) -> None:
    opened = visit(hash="#n=" + urllib.parse.quote(graphs.ZHOU))
    posts = opened.page.locator(".timeline").first.inner_text()
    assert re.sub(r"\s+", " ", posts) == (
        "2021-07-09 县长 · 东湖县人民政府 原句 "
        "2022-07-14 县长 · 东湖县人民政府 (曾任) 原句 2022-07-14 书记 · 中共东湖县委员会 原句"
    )


def test_project_has_life_cycle_figures_and_conflicts(visit: Callable[..., Opened]) -> None:
    opened = visit(hash="#n=" + urllib.parse.quote(graphs.DAM))
    panel = opened.panel()
    for expected in ("2021-06", "建成 (预计)", "4.7 亿元", "5.1 亿元", "同一指标有不同数值: 计划总投资", "990101"):
        assert expected in panel
    assert opened.page.locator("svg.chart rect").count() == 2


def test_two_people_in_one_post_are_flagged(visit: Callable[..., Opened]) -> None:
    opened = visit(hash="#n=" + urllib.parse.quote(graphs.GOVERNMENT))
    assert "同一职务在重叠时期有不同的人: 县长" in opened.panel()
    opened.page.click(".flag button")
    said = opened.page.locator(".said").all_inner_texts()
    assert {text.split(" — ")[0] for text in said} == {"林若水", "陈立秋"}


def test_two_dates_for_one_stage_are_flagged(visit: Callable[..., Opened], tmp_path: Path) -> None:
    graph = graphs.hand_made()
    known = next(s for s in graph.statements.values() if s.subject == graphs.DAM and s.qualifiers.get("stage") == "started")
    other = replace(known, id="statement/other", value="2021-08-01")
    finer = replace(known, id="statement/finer", value="2021-06-15")  # no conflict with 2021-06
    html.write_html(
        KnowledgeGraph.of(graph.entities.values(), [*graph.statements.values(), other], graph.documents.values()),
        tmp_path / "a.html",
    )
    html.write_html(
        KnowledgeGraph.of(graph.entities.values(), [*graph.statements.values(), finer], graph.documents.values()),
        tmp_path / "b.html",
    )
    where = "#n=" + urllib.parse.quote(graphs.DAM)
    assert "同一阶段有不同日期: 开工" in visit(tmp_path / "a.html", hash=where).panel()
    assert "同一阶段" not in visit(tmp_path / "b.html", hash=where).panel()


def test_filter_by_type_and_predicate(visit: Callable[..., Opened]) -> None:
    opened = visit()
    assert opened.page.inner_text("#types .row:first-of-type .count") == "4"
    opened.page.uncheck("#types input[value=Person]")
    assert not [entity for entity in opened.shown() if entity.startswith("person/")]
    opened.page.click("#predicates >> xpath=preceding-sibling::summary")
    opened.page.uncheck("#predicates input[value=locatedIn]")
    assert graphs.VILLAGE not in opened.shown()
    opened.page.click("#reset")
    assert {graphs.VILLAGE, graphs.ZHOU} <= opened.shown()


@pytest.mark.parametrize(
    ("hash_", "present", "absent"),
    [
        pytest.param({"place": graphs.TOWN}, {graphs.VILLAGE, graphs.DAM}, {graphs.ZHOU, graphs.RAILWAY}, id="place"),
        pytest.param({"doc": "c"}, {graphs.CHEN, graphs.PLAN}, {graphs.LIN, graphs.RAILWAY}, id="document"),
        pytest.param({"to": "2021-12"}, {graphs.ZHOU, graphs.DAM}, {graphs.LIN, graphs.CHEN}, id="time until"),
        pytest.param({"from": "2022-02"}, {graphs.LIN, graphs.CHEN}, {graphs.VILLAGE}, id="time from"),
        pytest.param({"sure": "95"}, set(), {graphs.ZHOU}, id="confidence"),
    ],
)
def test_filter_by_address(visit: Callable[..., Opened], hash_: dict[str, str], present: set[str], absent: set[str]) -> None:
    opened = visit(hash="#" + urllib.parse.urlencode(hash_))
    assert present <= opened.shown()
    assert not absent & opened.shown()


def test_filter_by_controls_is_in_the_address(visit: Callable[..., Opened]) -> None:
    opened = visit()
    opened.page.fill("#place", "柳桥镇")
    opened.page.press("#place", "Tab")
    opened.page.fill("#document", "a")
    opened.page.press("#document", "Tab")
    opened.page.fill("#confidence", "50")
    opened.page.wait_for_timeout(100)
    given = urllib.parse.parse_qs(urllib.parse.urlsplit(opened.page.url).fragment)
    assert given == {"place": [graphs.TOWN], "doc": ["a"], "sure": ["50"]}


def test_time_slider(visit: Callable[..., Opened]) -> None:
    opened = visit()
    low = int(opened.page.get_attribute("#from", "min"))
    opened.page.fill("#to", str(low + 1))
    opened.page.wait_for_timeout(100)
    assert opened.page.inner_text("#span") == "2021-06 – 2021-07"
    assert graphs.LIN not in opened.shown()


def test_communities_on_demand(visit: Callable[..., Opened]) -> None:
    opened = visit()
    assert opened.page.is_hidden("#groups")
    opened.page.check("#communities")
    assert opened.page.locator("#groups li").count() >= 2


def test_deep_link_restores_a_view(visit: Callable[..., Opened]) -> None:
    one = visit()
    one.go(n=graphs.RAILWAY, x=graphs.CEREMONY, groups="1", no="about")
    other = visit(hash="#" + urllib.parse.urlsplit(one.page.url).fragment)
    assert other.shown() == one.shown()
    assert other.panel() == one.panel()
    assert other.page.is_checked("#communities")


def test_unknown_link_shows_the_overview(visit: Callable[..., Opened]) -> None:
    assert graphs.ZHOU in visit(hash="#n=person/%E6%97%A0&x=%00&s=none&place=?&from=soon&sure=x&pair=1").shown()


def test_picture_is_saved_as_png(visit: Callable[..., Opened], tmp_path: Path) -> None:
    page = visit(accept_downloads=True).page
    with page.expect_download() as download:
        page.click("#png")
    download.value.save_as(tmp_path / "view.png")
    data = (tmp_path / "view.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") > 500
    assert len(data) > 10_000


def test_selection_is_saved_as_csv(visit: Callable[..., Opened], tmp_path: Path) -> None:
    page = visit(hash="#n=" + urllib.parse.quote(graphs.DAM), accept_downloads=True).page
    with page.expect_download() as download:
        page.click("#csv")
    download.value.save_as(tmp_path / "selection.csv")
    text = (tmp_path / "selection.csv").read_text(encoding="utf-8-sig")
    assert '"510000000","元"' in text
    assert "白鹤水库扩建工程计划总投资5.1亿元。" in text
    assert "周明远" not in text


def test_keyboard(visit: Callable[..., Opened]) -> None:
    opened = visit(hash="#n=" + urllib.parse.quote(graphs.RAILWAY))
    page = opened.page
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    chosen = opened.state("state().node")
    assert chosen != opened.state("state().focus")
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    assert opened.state("state().focus") == chosen
    page.keyboard.press("[")
    opened.until(lambda: opened.state("state().focus") != chosen)  # going back takes the browser its time
    page.keyboard.press("Escape")
    opened.until(lambda: "单击实体查看邻域" in opened.panel())
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert page.is_hidden("#help")


def test_both_languages_say_the_same_things() -> None:
    words = json.loads(html._asset("words.json"))

    def shape(table: dict[str, Any]) -> dict[str, Any]:
        return {
            key: shape(value) if isinstance(value, dict) else sorted(re.findall(r"\{\w+\}", value))
            for key, value in table.items()
        }

    assert shape(words["zh"]) == shape(words["en"])


def test_language_switch(visit: Callable[..., Opened]) -> None:
    page = visit(hash="#n=" + urllib.parse.quote(graphs.ZHOU)).page
    assert page.get_attribute("#query", "placeholder") == "名称、别名、拼音或首字母"
    page.click("#language")
    assert page.get_attribute("html", "lang") == "en"
    assert page.inner_text("#home") == "Overview"
    assert "书记 (Party secretary)" in page.inner_text("#panel")
    assert visit(locale="en-GB").page.inner_text("h1") == "Knowledge graph"


def test_dark_phone_and_print(visit: Callable[..., Opened]) -> None:
    dark = visit(color_scheme="dark")
    assert dark.page.get_attribute("html", "data-theme") == "dark"
    phone = visit(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, hash="#n=" + urllib.parse.quote(graphs.ZHOU)
    )
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.page.locator("#picture canvas").bounding_box()["height"] > 250
    phone.page.tap("#sieve")
    assert phone.page.is_visible("#types")
    phone.page.emulate_media(media="print")
    assert phone.page.is_hidden("header.bar")
    assert phone.page.is_visible("#panel h2")


def hostile_graph() -> KnowledgeGraph:
    text = f"{HOSTILE}与𠮷野讲话{HOSTILE}。"
    person, body = (
        Entity(f"person/{HOSTILE}", "Person", f"甲{HOSTILE}", aliases=(HOSTILE,), facts={"code": HOSTILE}),
        Entity("agency/𠮷", "Agency", "𠮷野"),
    )
    start = text.index("𠮷野")
    proof = Evidence(
        "bad",
        0,
        len(text),
        text,
        HOSTILE,
        f"article/{HOSTILE}",
        {"object": (start, start + 2), "trigger": (start + 2, start + 4)},
    )
    said = [
        Statement("statement/1", person.id, "holdsPost", body.id, None, {"title": HOSTILE, "reported": HOSTILE}, (proof,), 0.5),
        Statement(
            "statement/2", person.id, "observed", None, HOSTILE, {"indicator": "=1+1" + HOSTILE, "unit": HOSTILE}, (proof,), 0.5
        ),
        Statement("statement/3", person.id, "milestone", None, "2021-13-99", {"stage": "__proto__"}, (proof,), 0.5),
    ]
    return KnowledgeGraph.of(
        [person, body], said, [Document("bad", text, (Article(f"article/{HOSTILE}", HOSTILE),), (), HOSTILE, HOSTILE, HOSTILE)]
    )


def test_hostile_document_stays_text(visit: Callable[..., Opened], tmp_path: Path) -> None:
    html.write_html(hostile_graph(), tmp_path / "hostile.html")
    opened = visit(tmp_path / "hostile.html")
    opened.page.fill("#query", "甲")
    opened.page.press("#query", "Enter")
    assert "onerror" in opened.panel()
    opened.go(s="1")
    assert opened.page.inner_text("mark.object >> nth=1") == "𠮷野"
    assert opened.page.inner_text("mark.trigger >> nth=1") == "讲话"
    for script in ("typeof window.hacked", "document.querySelectorAll('img, #panel script').length"):
        assert opened.page.evaluate(script) in ("undefined", 0)
    opened.page.click("#language")
    assert opened.page.evaluate("document.querySelectorAll('#panel a, #panel iframe').length") == 0


def test_spreadsheets_run_no_cell(visit: Callable[..., Opened], tmp_path: Path) -> None:
    graph = graphs.changed(graphs.hand_made(), graphs.DAM, "milestone", value="=cmd|'/C calc'!A0")
    html.write_html(graph, tmp_path / "formula.html")
    page = visit(tmp_path / "formula.html", hash="#n=" + urllib.parse.quote(graphs.DAM)).page
    with page.expect_download() as download:
        page.click("#csv")
    download.value.save_as(tmp_path / "formula.csv")
    assert "\"'=cmd" in (tmp_path / "formula.csv").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, as axe-playwright-python brings it."""
    package = pytest.importorskip("axe_playwright_python")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "where",
    ["", "#n=" + urllib.parse.quote(graphs.GOVERNMENT), "#n=" + urllib.parse.quote(graphs.DAM) + "&groups=1", "#sentence"],
)
def test_accessibility(visit: Callable[..., Opened], axe: str, where: str, scheme: str) -> None:
    opened = visit(hash="#n=" + urllib.parse.quote(graphs.ZHOU) if where == "#sentence" else where, color_scheme=scheme)
    if where == "#sentence":
        opened.page.click("#panel .timeline button.link >> text=原句 >> nth=0")
    opened.page.evaluate(axe)
    found = opened.page.evaluate("axe.run().then((outcome) => outcome.violations)")
    assert [
        (each["id"], each["impact"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")
    ] == []


def test_works_in_a_notebooks_frame(visit: Callable[..., Opened], tmp_path: Path) -> None:
    (tmp_path / "notebook.html").write_text(
        "<!doctype html><html data-ready='1' lang='en'><body></body></html>", encoding="utf-8"
    )
    outer = visit(tmp_path / "notebook.html").page
    content = html.to_html(graphs.hand_made(), view="n=" + urllib.parse.quote(graphs.ZHOU))
    outer.evaluate(
        "(srcdoc) => { const frame = document.createElement('iframe');"
        " Object.assign(frame, { srcdoc, width: 900, height: 600 }); document.body.append(frame); }",
        content,
    )
    frame = outer.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for()
    assert frame.locator("#panel h2").inner_text() == "周明远"
    frame.locator("#panel >> text=中共东湖县委员会").first.click()
    assert frame.locator("#panel h2").inner_text() == "中共东湖县委员会"
    frame.locator("#back").click()
    assert frame.locator("#panel h2").inner_text() == "周明远"

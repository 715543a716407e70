"""Time the explorer page at scale: a made-up graph is written, opened in headless Chromium, searched and clicked through.

Run from a clone: `python benchmarks/html_scale.py [--entities 50000] [--statements 200000] [--pyvis 2000]`; prints JSON.
`--pyvis N` also opens a page of stock pyvis with the N heaviest entities, its defaults untouched but for the inlined script.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.export.html import choose_first, write_html
from kg.graph import KnowledgeGraph
from kg.model import ENTITY_TYPES, Article, Document, Entity, Evidence, Location, Statement

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]
_SYLLABLES = (
    "安北长川东方光海华江金景开林明南宁平青庆山石泰文西新兴阳永云中州张李王刘陈杨赵黄周吴徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯"
)
_TAILS = {"Person": "", "Place": "镇", "Project": "建设工程", "Agency": "管理局", "Event": "推进会", "Document": "实施意见"}
_LINKS = ("holdsPost", "visited", "participatedIn", "locatedIn", "partOf", "undertakes", "issued", "about", "cooperatesWith")


def make_graph(entities: int, statements: int, *, seed: int = 7) -> KnowledgeGraph:
    """A graph whose degrees are as uneven as those of real ones; the same numbers give the same graph."""
    rng = random.Random(seed)
    things = []
    for number in range(entities):
        kind = ENTITY_TYPES[number % len(ENTITY_TYPES)]
        name = "".join(rng.choices(_SYLLABLES, k=3)) + str(number % 97) + _TAILS[kind]
        things.append(Entity(f"{kind.lower()}/{name}_{number}", kind, name, aliases=(name[:2] + _TAILS[kind],)))
    documents, said = [], []
    per_document = 20
    for number in range(max(1, statements // per_document)):
        date = f"20{10 + number % 15:02d}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        doc_id = f"d{number:06d}"
        documents.append(
            Document(doc_id, "", (Article(f"document/{doc_id}-1", f"第{number}期要闻"),), (), f"第{number}期", "日报", date)
        )
        for place in range(per_document):
            at = number * per_document + place
            if at >= statements:
                break
            one = things[int(entities * rng.random() ** 3)]
            two = things[int(entities * rng.random() ** 2)]
            sentence, row = divmod(place, 3)  # three statements to a sentence
            if row == 0:
                text = f"{date}，{one.name}就{two.name}相关工作作出安排，推动各项任务落实，取得阶段性成效，有关负责人作了介绍。"
            start = sentence * 100
            marks = {"subject": (start + 11, start + 15)}
            proofs = tuple(
                Evidence(doc_id, start + again, start + again + len(text), text, "made.up", documents[-1].articles[0].id, marks)
                for again in range(1 + at % 2)
            )
            if at % 8 == 0:
                said.append(
                    Statement(
                        f"statement/{at:016x}", one.id, "observed", None, Decimal(rng.randrange(10**9)),
                        {"indicator": "产值", "unit": "元", "reported": date}, proofs, 0.8,
                    )
                )  # fmt: skip
            else:
                predicate = _LINKS[at % len(_LINKS)]
                said.append(Statement(f"statement/{at:016x}", one.id, predicate, two.id, None, {"reported": date}, proofs, 0.9))
    placed = [
        Entity(
            e.id, e.type, e.name, aliases=e.aliases, mentions=(Location(documents[i % len(documents)].id, 0, 1, e.name[:1]),)
        )
        for i, e in enumerate(things)
    ]
    return KnowledgeGraph.of(placed, said, documents)


def time_page(path: Path) -> dict[str, Any]:
    """Seconds until the first view can be used, and the longest stall of each step after that, in milliseconds."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        context = browser.new_context(viewport={"width": 1366, "height": 820}, offline=True)
        page = context.new_page()
        page.add_init_script(
            "window.stalls = []; new PerformanceObserver((list) => list.getEntries().forEach((each) =>"
            " stalls.push([each.startTime, each.duration]))).observe({type: 'longtask', buffered: true})"
        )
        begin = time.perf_counter()
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_selector("html[data-ready]", timeout=120_000)
        assert page.evaluate("kgExplorer.picture.labels().length") > 0
        opened = time.perf_counter() - begin
        page.wait_for_timeout(800)
        stalls: dict[str, float] = {}

        def step(name: str, act: Any) -> None:
            page.wait_for_timeout(300)
            start = page.evaluate("performance.now()")
            act()
            page.wait_for_timeout(500)
            longest = page.evaluate(
                "(start) => Math.max(0, ...stalls.filter(([at]) => at >= start - 1).map(([, ms]) => ms))", start
            )
            stalls[name] = round(longest)

        name = page.evaluate("kgExplorer.store.name(kgExplorer.view().nodes[0])")
        step("search_chinese", lambda: page.locator("#query").press_sequentially(name[:3], delay=60))
        step("clear", lambda: page.fill("#query", ""))
        step("search_pinyin", lambda: page.locator("#query").press_sequentially("zhangliw", delay=60))
        step("clear_again", lambda: page.fill("#query", ""))
        step("search_initials", lambda: page.locator("#query").press_sequentially("zl", delay=60))
        step("open", lambda: page.press("#query", "Enter"))
        step(
            "open_heaviest",
            lambda: page.evaluate("location.hash = 'n=' + kgExplorer.store.data.entities.id[kgExplorer.view().nodes[0]]"),
        )
        hub = "kgExplorer.store.data.entities.id[kgExplorer.store.weight.indexOf(Math.max(...kgExplorer.store.weight))]"
        step("open_hub", lambda: page.evaluate(f"location.hash = 'n=' + {hub}"))
        step("expand", lambda: page.evaluate(f"location.hash = 'x=' + {hub}"))
        step("filter_type", lambda: page.uncheck("#types input >> nth=1"))
        step("filter_confidence", lambda: page.evaluate("location.hash = 'sure=85'"))
        step("filter_time", lambda: page.evaluate("location.hash = 'from=2015-01&to=2018-12'"))
        step("communities", lambda: page.check("#communities"))
        step("overview", lambda: page.click("#home"))
        browser.close()
    return {"first_view_s": round(opened, 2), "longest_stall_ms": stalls}


def time_stock_pyvis(graph: KnowledgeGraph, most: int, path: Path) -> dict[str, Any]:
    """What pyvis makes of the heaviest entities by its own means."""
    from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
    from playwright.sync_api import sync_playwright
    from pyvis.network import Network

    begin = time.perf_counter()
    network = Network(cdn_resources="in_line")
    chosen = set(choose_first(graph, most=most))
    for entity in sorted(chosen):
        network.add_node(entity, label=graph.entities[entity].name)
    for stmt in graph.statements.values():
        if stmt.subject in chosen and stmt.object in chosen:
            network.add_edge(stmt.subject, stmt.object)
    path.write_text(network.generate_html(), encoding="utf-8")
    wrote = time.perf_counter() - begin
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_context(offline=True).new_page()
        begin = time.perf_counter()
        page.goto(path.as_uri(), wait_until="commit")
        try:
            page.wait_for_function(
                "window.network && document.getElementById('loadingBar').style.display === 'none'", timeout=120_000
            )
            settled: float | str = round(time.perf_counter() - begin, 1)
        except PlaywrightTimeoutError:
            settled = "over 120"
        browser.close()
    return {"nodes": most, "edges": len(network.edges), "written_s": round(wrote, 2), "settled_s": settled}


def main() -> None:
    """Build, write, open and report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entities", type=int, default=50_000)
    parser.add_argument("--statements", type=int, default=200_000)
    parser.add_argument("--pyvis", type=int, default=0, help="how many entities to hand to stock pyvis, 0 for none")
    options = parser.parse_args()
    graph = make_graph(options.entities, options.statements)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.html"
        begin = time.perf_counter()
        write_html(graph, path)
        outcome: dict[str, Any] = {
            "entities": len(graph.entities),
            "statements": len(graph.statements),
            "written_s": round(time.perf_counter() - begin, 2),
            "megabytes": round(path.stat().st_size / 1e6, 1),
            **time_page(path),
        }
        if options.pyvis:
            outcome["stock_pyvis"] = time_stock_pyvis(graph, options.pyvis, Path(folder) / "pyvis.html")
    print(json.dumps(outcome, indent=1))


if __name__ == "__main__":
    main()

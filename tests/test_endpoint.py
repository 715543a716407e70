"""`kg serve` under real clients: urllib, curl, SPARQLWrapper, rdflib; its pages; and what it refuses."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
import rdflib
from graphs import RAILWAY, ZHOU, hand_made

from kg.errors import InputError, QueryError
from kg.export.rdf import write_turtle
from kg.ids import to_iri
from kg.query.endpoint import MAX_BODY, Limits, Server, make_server
from kg.query.negotiation import GRAPHS, ROWS, choose

NAMES = "SELECT ?name { ?p a kg:Person ; rdfs:label ?name } ORDER BY ?name"
# Six variables over a thousand triples: no machine ends this.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER (STR(?a) > STR(?l)) }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("build")
    write_turtle(hand_made(), made / "graph.ttl")
    (made / "report.json").write_text("{}", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    running = make_server(folder, port=0, cors="*", limits=Limits(seconds=2.0, rows=50))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()
    running.close()


@pytest.fixture(scope="module")
def site(server: Server) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def get(
    address: str, *, data: bytes | None = None, method: str | None = None, **headers: str
) -> tuple[int, str, dict[str, str]]:
    """Status, text and headers of an answer."""
    request = urllib.request.Request(address, data, {k.replace("_", "-"): v for k, v in headers.items()}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(), dict(error.headers)


def asked(site: str, query: str, accept: str = "", **more: str) -> tuple[int, str, dict[str, str]]:
    return get(f"{site}/sparql?{urlencode({'query': query, **more})}", **({"Accept": accept} if accept else {}))


def names(text: str) -> list[str]:
    return [row["name"]["value"] for row in json.loads(text)["results"]["bindings"]]


PEOPLE = ["何晓燕", "周明远", "林若水", "陈立秋"]


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_the_three_ways_to_ask(site: str, way: str) -> None:
    form = "application/x-www-form-urlencoded"
    status, text, headers = {
        "get": lambda: asked(site, NAMES),
        "form": lambda: get(f"{site}/sparql", data=urlencode({"query": NAMES}).encode(), Content_Type=form),
        "direct": lambda: get(f"{site}/sparql", data=NAMES.encode(), Content_Type="application/sparql-query; charset=utf-8"),
    }[way]()
    assert (status, names(text)) == (200, PEOPLE)
    assert headers["Content-Type"] == "application/sparql-results+json"


@pytest.mark.parametrize(
    ("accept", "media", "results"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", ox.QueryResultsFormat.JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml", ox.QueryResultsFormat.XML),
        ("text/csv", "text/csv; charset=utf-8", None),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", ox.QueryResultsFormat.TSV),
        ("text/html;q=0.2, text/csv;q=0.9, */*;q=0.1", "text/csv; charset=utf-8", None),
    ],
)
def test_curl_gets_each_table_form(site: str, accept: str, media: str, results: ox.QueryResultsFormat | None) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    command = [
        curl,
        "-s",
        "-G",
        "-w",
        "\n%{content_type}",
        "-H",
        f"Accept: {accept}",
        "--data-urlencode",
        f"query={NAMES}",
        f"{site}/sparql",
    ]
    text, _, kind = subprocess.run(command, capture_output=True, check=True, text=True).stdout.rpartition("\n")
    assert kind == media
    if results:
        read = ox.parse_query_results(text, format=results)
        assert isinstance(read, ox.QuerySolutions)
        assert [row["name"].value for row in read] == PEOPLE  # type: ignore[union-attr]
    else:
        assert text.split() == ["name", *PEOPLE]


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ],
)
@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning:rdflib")
def test_graphs_in_each_form(site: str, accept: str, form: str) -> None:
    status, text, headers = asked(site, "CONSTRUCT { ?p rdfs:label ?n } { ?p a kg:Person ; rdfs:label ?n }", accept)
    assert status == 200
    assert headers["Content-Type"].startswith(accept)
    found = rdflib.Graph().parse(data=text, format=form)
    assert sorted(str(name) for name in found.objects()) == PEOPLE


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml", "text/csv"])
def test_yes_and_no(site: str, accept: str) -> None:
    status, text, _ = asked(site, "ASK { ?p kg:holdsPost ?a }", accept)
    assert status == 200
    assert "true" in text


def test_sparqlwrapper(site: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{site}/sparql")
    client.setQuery(NAMES)
    for form in (wrapper.JSON, wrapper.XML, wrapper.CSV):
        client.setReturnFormat(form)
        found = client.query().convert()
        if form == wrapper.JSON:
            assert [row["name"]["value"] for row in found["results"]["bindings"]] == PEOPLE
        elif form == wrapper.XML:
            assert [node.firstChild.data for node in found.getElementsByTagName("literal")] == PEOPLE
        else:
            assert found.decode().split() == ["name", *PEOPLE]
    client.setMethod(wrapper.POST)
    client.setReturnFormat(wrapper.JSON)
    assert len(client.query().convert()["results"]["bindings"]) == 4
    client.setQuery("CONSTRUCT { ?p a kg:Person } { ?p a kg:Person }")
    client.setReturnFormat(wrapper.TURTLE)
    assert len(rdflib.Graph().parse(data=client.query().convert(), format="turtle")) == 4


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflibs_sparql_store(site: str, method: str) -> None:
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = rdflib.Graph(SPARQLStore(f"{site}/sparql", method=method))  # type: ignore[arg-type]
    assert [str(row[0]) for row in graph.query(NAMES)] == PEOPLE  # type: ignore[index]
    assert (rdflib.URIRef(to_iri(ZHOU)), rdflib.RDFS.label, rdflib.Literal("周明远", lang="zh")) in graph


def test_dataset_parameters(site: str) -> None:
    label = "SELECT ?name { kg:holdsPost rdfs:label ?name FILTER (LANG(?name) = 'zh') }"
    assert names(asked(site, label)[1]) == []
    assert names(asked(site, label, **{"default-graph-uri": "https://kg.example.org/ontology"})[1]) == ["任职于"]
    named = "SELECT ?name { GRAPH ?g { kg:holdsPost rdfs:label ?name } FILTER (LANG(?name) = 'zh') }"
    assert names(asked(site, named)[1]) == ["任职于"]
    assert names(asked(site, named, **{"named-graph-uri": "https://kg.example.org/none"})[1]) == []


def test_service_description(site: str) -> None:
    status, text, _ = get(f"{site}/sparql", Accept="text/turtle")
    found = rdflib.Graph().parse(data=text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert status == 200
    assert list(found.objects(None, sd.endpoint)) == [rdflib.URIRef(f"{site}/sparql")]
    assert (None, sd.supportedLanguage, sd.SPARQL11Query) in found
    assert not [node for node in found.all_nodes() if isinstance(node, rdflib.BNode)]


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ("SELEKT *", 400, "the query cannot be read"),
        ("", 400, "the query cannot be read"),
        ("INSERT DATA { <a:a> <a:b> 1 }", 403, "INSERT is refused"),
        ("LOAD <http://example.net/x>", 403, "LOAD is refused"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403, "SERVICE is refused"),
    ],
)
def test_wrong_and_refused_queries(site: str, query: str, status: int, message: str) -> None:
    found, text, headers = asked(site, query)
    assert (found, text.count("\n")) == (status, 1)
    assert message in text
    assert headers["Content-Type"].startswith("text/plain")


def test_updates_are_refused_however_they_come(site: str) -> None:
    update = "INSERT DATA { <a:a> <a:b> 1 }"
    assert get(f"{site}/sparql", data=update.encode(), Content_Type="application/sparql-update")[0] == 403
    form = "application/x-www-form-urlencoded"
    assert get(f"{site}/sparql", data=urlencode({"update": update}).encode(), Content_Type=form)[0] == 403
    assert get(f"{site}/sparql", data=b"<a> <b> <c> .", method="PUT")[0] == 501


@pytest.mark.parametrize(
    ("path", "options", "status"),
    [
        ("/sparql", {"data": b"x", "Content_Type": "text/plain"}, 415),
        ("/sparql?query=ASK%7B%7D", {"Accept": "image/png"}, 406),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, 400),
        ("/sparql", {"data": b"\xff", "Content_Type": "application/sparql-query"}, 400),
        ("/person/nobody", {}, 404),
        ("/ontology/stage/none", {}, 404),
        ("/%3Cscript%3E", {}, 404),
        ("/../../etc/passwd", {}, 404),
        ("/person", {"data": b"x"}, 405),
        ("/ask/nothing", {}, 400),
    ],
)
def test_other_wrong_requests(site: str, path: str, options: dict[str, str], status: int) -> None:
    assert get(site + path, **options)[0] == status  # type: ignore[arg-type]


def test_too_long_a_query_is_not_read(site: str) -> None:
    line = http.client.HTTPConnection(site.removeprefix("http://"))
    line.putrequest("POST", "/sparql")
    line.putheader("Content-Length", str(MAX_BODY + 1))
    line.endheaders()
    assert line.getresponse().status == 413
    line.close()


def test_an_endless_query_is_stopped_and_the_server_goes_on(site: str) -> None:
    start = time.monotonic()
    status, text, _ = asked(site, ENDLESS)
    assert (status, text.strip()) == (503, "the query took longer than 2 seconds and was stopped; narrow it or add LIMIT")
    assert time.monotonic() - start < 10
    assert names(asked(site, NAMES)[1]) == PEOPLE


def test_long_answers_are_cut_and_say_so(site: str) -> None:
    _, text, headers = asked(site, "SELECT ?name { ?name ?p ?o }")
    assert len(names(text)) == 50
    assert headers["X-Truncated"] == "true"
    assert "X-Truncated" not in asked(site, NAMES)[2]


def test_questions_by_name(site: str) -> None:
    status, text, _ = get(f"{site}/ask/career?{urlencode({'person': '周明远'})}")
    assert status == 200
    assert {row["title"]["value"] for row in json.loads(text)["results"]["bindings"]} == {"县长", "书记"}
    assert get(f"{site}/ask/career?{urlencode({'person': '周明远', 'format': 'csv'})}")[1].startswith("agency,title")


def test_an_iri_is_a_page_and_a_graph(site: str) -> None:
    address = f"{site}/{quote(RAILWAY)}"
    status, page, headers = get(address, Accept="text/html")
    assert status == 200
    assert "<h1>云东铁路</h1>" in page
    assert "望山镇</a>" in page
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    status, turtle, _ = get(address, Accept="text/turtle")
    found = rdflib.Graph().parse(data=turtle, format="turtle")
    assert (rdflib.URIRef(to_iri(RAILWAY)), rdflib.RDFS.label, rdflib.Literal("云东铁路", lang="zh")) in found


@pytest.mark.parametrize(
    ("path", "text"), [("/ontology", "任职于"), ("/ontology/stage/started", "开工"), ("/doc/a", "东湖报a")]
)
def test_terms_and_sources_have_pages(site: str, path: str, text: str) -> None:
    status, page, _ = get(site + path, Accept="text/html")
    assert status == 200
    assert text in page
    assert get(site + path, Accept="text/turtle")[0] == 200


def test_no_page_asks_the_network(site: str) -> None:
    for path in ("/", "/ontology", f"/{quote(RAILWAY)}"):
        page = get(site + path, Accept="text/html")[1]
        assert not [mark for mark in ('src="http', "src='http", "<link", "@import", "url(") if mark in page]


def test_pages_escape_what_texts_say(tmp_path: Path) -> None:
    from kg.query.pages import thing_page

    row = {"predicate": {"type": "uri", "value": "https://kg.example.org/ontology#title"}}
    evil = [
        row | {"object": {"type": "literal", "value": "<script>alert(1)</script>"}},
        row | {"object": {"type": "uri", "value": "javascript:alert(1)"}},
    ]
    page = thing_page("https://kg.example.org/person/x", evil, [], "https://kg.example.org/")
    assert "<script>" not in page
    assert 'href="javascript' not in page


def test_cors_is_an_option(site: str, folder: Path) -> None:
    assert asked(site, NAMES)[2]["Access-Control-Allow-Origin"] == "*"
    status, _, headers = get(f"{site}/sparql", method="OPTIONS")
    assert (status, "POST" in headers["Allow"]) == (204, True)
    closed = make_server(folder, port=0)
    try:
        threading.Thread(target=closed.serve_forever, daemon=True).start()
        assert "Access-Control-Allow-Origin" not in asked(f"http://127.0.0.1:{closed.server_port}", NAMES)[2]
    finally:
        closed.shutdown()
        closed.close()


def test_head_has_no_body(site: str) -> None:
    status, text, headers = get(f"{site}/", method="HEAD")
    assert (status, text) == (200, "")
    assert int(headers["Content-Length"]) > 1000


def test_a_taken_port_and_a_missing_build(site: str, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="try another --port"):
        make_server(folder, port=int(site.rpartition(":")[2]))
    with pytest.raises(InputError, match="no build of kg here"):
        make_server(tmp_path, port=0)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/*", "xml"),
        ("application/sparql-results+xml;q=0.4, text/csv;q=0.6", "csv"),
        ("text/csv;q=0, application/json", "json"),
        ("image/png", None),
        ("text/csv;q=x", None),
    ],
)
def test_negotiation(accept: str, form: str | None) -> None:
    assert choose(accept, ROWS) == form
    assert choose("text/turtle, */*;q=0.1", GRAPHS) == "turtle"


def test_query_page_in_a_browser(site: str) -> None:
    """It asks its server alone: a question is chosen, its answer is a table and a graph, a link leads on."""
    sync = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium is installed")
    with sync.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        trouble: list[str] = []
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda request: trouble.append(request.url) if not request.url.startswith(site) else None)
        page.goto(site)
        page.click("button[data-name=career]")
        page.fill("input[name=person]", "周明远")
        page.click("#parameters button")
        page.wait_for_selector("#table td")
        assert "中共东湖县委员会" in page.inner_text("#table")
        page.click("#view")
        assert page.locator("#graph circle").count() >= 3
        page.click("#view")
        page.fill("#sparql", "SELECT ?p { ?p a kg:Person } ORDER BY ?p LIMIT 1")
        page.click("#run")
        page.click("#table a")
        page.wait_for_selector("h1:has-text('何晓燕')")
        page.go_back()
        page.fill("#sparql", "SELECT nonsense")
        page.click("#run")
        page.wait_for_selector("#message.error")
        assert "cannot be read" in page.inner_text("#message")
        browser.close()
    assert [item for item in trouble if not item.endswith("favicon.ico")] == []

"""The graph as RDF: shape, bytes, round trips."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from graphs import (
    COMMITTEE,
    COUNTY,
    DAM,
    GOVERNMENT,
    LIN,
    PLENUM,
    RAILWAY,
    RAILWAY_COMPANY,
    TOWN,
    UNIVERSITY,
    ZHOU,
    changed,
    hand_made,
)
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.export.rdf import to_rdflib, to_turtle, write_ntriples, write_turtle
from kg.export.triples import LABEL, days, triples
from kg.graph import KnowledgeGraph
from kg.ids import DEFAULT_BASE, escape, to_iri, to_local
from kg.model import Entity
from kg.ontology import KG, ONTOLOGY
from kg.query.sparql import open_store, run

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return hand_made()


@pytest.fixture(scope="module")
def store(graph: KnowledgeGraph) -> ox.Store:
    return open_store(graph)


def asked(store: ox.Store, pattern: str) -> bool:
    return bool(run(store, f"ASK {{ {pattern} }}").boolean)


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        (ZHOU, "holdsPost", COMMITTEE),
        (TOWN, "locatedIn", COUNTY),
        (RAILWAY_COMPANY, "cooperatesWith", UNIVERSITY),
        (UNIVERSITY, "cooperatesWith", RAILWAY_COMPANY),  # symmetric: both directions, from one statement
    ],
)
def test_a_statement_is_a_plain_triple(store: ox.Store, subject: str, predicate: str, value: str) -> None:
    assert asked(store, f"<{to_iri(subject)}> kg:{predicate} <{to_iri(value)}>")


SAID = """
    <{county}> a kg:Place, kg:County ; rdfs:label "东湖县"@zh ; kg:code "990101" ; kg:level level:county
    <{county}> skos:altLabel "东湖"@zh
    <{county}> geo:hasGeometry/geo:asWKT "POINT (121.34 30.74)"^^geo:wktLiteral ; kg:parent/kg:code "990100"
    <{town}> kg:renamed "2001年并入河西乡"
    # a post in the words of W3C ORG
    ?m a org:Membership ; org:member <{zhou}> ; org:organization <{committee}> ; kg:title "书记"@zh ; org:role title:书记
    ?m org:member <{zhou}> ; org:memberDuring/time:hasEnd/time:inXSDDate "2022-07-14"^^xsd:date
    ?m org:member <{zhou}> ; kg:post/rdfs:label "中共东湖县委员会书记"@zh
    <{lin}> org:holds ?post . ?post a org:Post ; org:postIn <{government}>
    # dates: as precise as told, and as the first and last day they may mean
    <{dam}> kg:milestone "2021-06"^^xsd:gYearMonth
    ?s rdf:subject <{dam}> ; kg:stage stage:started ; kg:from "2021-06-01"^^xsd:date ; kg:until "2021-06-30"^^xsd:date
    <{plenum}> kg:heldOn "2022-03-10/2022-03-11"^^edtf:EDTF
    # numbers are exact, with their unit as written and as QUDT's
    <{railway}> kg:observed ?o . ?o a kg:Observation ; kg:indicator "全长"@zh ; kg:value 95.67 ; kg:unit "公里"
    <{railway}> kg:observed/qudt:hasUnit <http://qudt.org/vocab/unit/KiloM>
    <{county}> kg:observed ?o . ?o kg:low 8000000.0 ; kg:high 10000000.0
    # evidence leads to the words in the file, and the file to its paper
    ?s rdf:subject <{dam}> ; kg:evidence ?e . ?e a oa:TextQuoteSelector ; oa:start 11 ; kg:inArticle/rdfs:label "东湖新闻a"@zh
    ?e oa:hasSource ?d . ?d dc:publisher "东湖报"@zh ; dcterms:issued "2021-07-09"^^xsd:date ; dcterms:spatial/kg:code "990101"
    ?b a kg:Build ; kg:version "0.1.0" ; kg:rule "test.holdsPost" ; prov:used ?d . ?d a kg:Source
"""
NODES = {
    **{"county": COUNTY, "town": TOWN, "zhou": ZHOU, "lin": LIN, "committee": COMMITTEE, "government": GOVERNMENT},
    **{"dam": DAM, "plenum": PLENUM, "railway": RAILWAY},
}
PATTERNS = [line.strip() for line in SAID.splitlines() if line.strip() and not line.strip().startswith("#")]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_graph_says(store: ox.Store, pattern: str) -> None:
    assert asked(store, pattern.format_map({name: to_iri(local) for name, local in NODES.items()}))


def test_a_former_post_is_not_held(store: ox.Store) -> None:
    ended = f"?m org:member <{to_iri(ZHOU)}> ; kg:end true"
    assert asked(store, ended)
    assert not asked(store, ended + " ; org:memberDuring ?time")


def test_an_open_interval_has_one_bound() -> None:
    store = open_store(changed(hand_made(), PLENUM, "heldOn", value="2016/.."))
    since = f'<{to_iri(PLENUM)}> kg:heldOn "2016/.."^^edtf:EDTF . ?s rdf:subject <{to_iri(PLENUM)}> ; kg:from "2016-01-01"^^xsd:date'
    assert asked(store, since)
    assert not asked(store, since + " ; kg:until ?day")


def test_there_are_no_blank_nodes(graph: KnowledgeGraph) -> None:
    assert not [node for triple in to_rdflib(graph) for node in triple if isinstance(node, rdflib.BNode)]


def test_every_term_used_is_defined(graph: KnowledgeGraph) -> None:
    used = {part for triple in triples(graph) for part in triple if isinstance(part, str) and part.startswith(ONTOLOGY)}
    defined = {term.iri for term in KG.terms.values()} | {concept.iri for concept in KG.concepts.values()}
    assert used <= defined


def test_rdflib_and_pyoxigraph_read_the_same_graph(graph: KnowledgeGraph, store: ox.Store) -> None:
    turtle = to_turtle(graph)
    by_rdflib = rdflib.Graph().parse(data=turtle, format="turtle")
    by_pyoxigraph = {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    assert len(by_rdflib) == len(by_pyoxigraph) == sum(1 for _ in triples(graph))
    assert set(by_rdflib) == set(to_rdflib(graph))


def test_turtle_survives_a_round_trip_to_the_byte(graph: KnowledgeGraph, store: ox.Store, tmp_path: Path) -> None:
    write_turtle(graph, tmp_path / "one.ttl")
    write_turtle(store, tmp_path / "two.ttl")
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


def test_ntriples_hold_the_same_triples(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write_ntriples(graph, tmp_path / "graph.nt")
    lines = (tmp_path / "graph.nt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines)) == sum(1 for _ in triples(graph))
    assert set(rdflib.Graph().parse(tmp_path / "graph.nt", format="nt")) == set(to_rdflib(graph))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_bytes_do_not_depend_on_hash_seed(graph: KnowledgeGraph, seed: str) -> None:
    code = "import sys, graphs, kg.export.rdf as r; sys.stdout.buffer.write(r.to_turtle(graphs.hand_made()).encode())"
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{HERE}:{HERE.parent}"}
    made = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
    assert made.decode() == to_turtle(graph)


def test_another_base_moves_everything_but_the_ontology(graph: KnowledgeGraph) -> None:
    base = "https://news.example.net/kg/"
    moved = list(triples(graph, base))
    assert all(subject.startswith(base) for subject, _, _ in moved)
    assert not [
        part
        for triple in moved
        for part in triple
        if isinstance(part, str) and part.startswith(DEFAULT_BASE) and ONTOLOGY not in part
    ]


def test_a_bad_base_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(DataError, match="no IRI to mint under"):
        to_turtle(graph, base="kg example")


@pytest.mark.parametrize(
    ("graph_with", "message"),
    [
        ({"kind": "Twon"}, "Twon is no kind of Place; nearest: Town"),
        ({"type": "Plaze"}, "no term Plaze; nearest: Place"),
        ({"facts": {"level": "contry"}}, "no concept contry; nearest: country, county"),
    ],
)
def test_what_the_ontology_lacks_is_refused(graph_with: dict[str, str], message: str) -> None:
    fields = {"id": "place/x", "type": "Place", "name": "某地"} | graph_with
    with pytest.raises(DataError, match=message):
        to_turtle(KnowledgeGraph.of([Entity(**fields)], [], []))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("iso", "span"),
    [
        ("2024-02-09", ("2024-02-09", "2024-02-09")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2023-05-20/2023-06", ("2023-05-20", "2023-06-30")),
        ("2023-13", None),
        ("2016/..", None),
        ("--07-08", None),
        ("近日", None),
    ],
)
def test_days_of_a_date(iso: str, span: tuple[str, str] | None) -> None:
    assert days(iso) == span


@pytest.mark.parametrize(
    ("local", "path"),
    [
        ("place/310116/亭林镇", "place/310116/亭林镇"),
        ("project/“幸福湾区”行动_310116", "project/“幸福湾区”行动_310116"),
        ("document/《a<b>》 c", "document/《a%3Cb%3E》%20c"),
        ("event/50%", "event/50%25"),
        ("agency/甲\u200e乙", "agency/甲%E2%80%8E乙"),
    ],
)
def test_only_what_the_rfc_forbids_is_escaped(local: str, path: str) -> None:
    assert escape(local) == path
    assert to_local(to_iri(local)) == local


@given(st.text(min_size=1), st.text())
def test_any_identifier_and_text_survives(name: str, alias: str) -> None:
    if any("\ud800" <= char <= "\udfff" for char in name + alias):
        return
    graph = KnowledgeGraph.of([Entity(f"agency/x{name}", "Agency", name, aliases=(alias,))], [], [])
    turtle = to_turtle(graph)
    names = {str(label) for label in rdflib.Graph().parse(data=turtle, format="turtle").objects(None, rdflib.RDFS.label)}
    assert names == {name}
    quads = ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)
    assert [quad.object.value for quad in quads if quad.predicate.value == LABEL] == [name]  # type: ignore[union-attr]

"""Other forms of the graph, each read back by a real reader of it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from graphs import CEREMONY, COUNTY, DAM, RAILWAY, TEXTS, TOWN, hand_made

from kg.errors import ExportError, InputError
from kg.export.formats import FORMATS, export_folder, write
from kg.export.rdf import to_rdflib
from kg.export.tables import document_line, entity_line, statement_line, write_jsonl
from kg.export.triples import NAMESPACES
from kg.graph import KnowledgeGraph
from kg.ids import to_iri
from kg.model import Entity
from kg.ontology import KG

REIFIES = NAMESPACES["rdf"] + "reifies"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return hand_made()


def links(graph: KnowledgeGraph) -> set[tuple[str, str, str]]:
    return {(s.subject, s.predicate, s.object) for s in graph.statements.values() if s.object in graph.entities}


def literals(graph: KnowledgeGraph) -> int:
    return sum(s.object is None for s in graph.statements.values())


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"parquet"}))
def test_bytes_are_stable(graph: KnowledgeGraph, form: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(graph, form, tmp_path / name)
    one, two = (sorted(p.rglob("*")) if p.is_dir() else [p] for p in (tmp_path / "one", tmp_path / "two"))
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]


@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning:rdflib")
def test_jsonld_is_the_same_graph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, "jsonld", tmp_path / "graph.jsonld")
    assert set(rdflib.Graph().parse(tmp_path / "graph.jsonld", format="json-ld")) == set(to_rdflib(graph))
    store = ox.Store()
    store.load(path=str(tmp_path / "graph.jsonld"), format=ox.RdfFormat.JSON_LD)
    assert len(store) == len(to_rdflib(graph))


def test_jsonld_reads_as_plain_json(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, "jsonld", tmp_path / "graph.jsonld")
    nodes = {node["id"]: node for node in json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))["@graph"]}
    assert nodes[RAILWAY]["label"] == "云东铁路"
    assert nodes[RAILWAY]["passesThrough"] == "place/990101/望山镇"


@pytest.mark.parametrize(
    ("form", "ox_format", "rdflib_format"), [("nq", ox.RdfFormat.N_QUADS, "nquads"), ("trig", ox.RdfFormat.TRIG, "trig")]
)
@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning:rdflib")
def test_datasets_have_a_named_graph_a_document(
    graph: KnowledgeGraph, tmp_path: Path, form: str, ox_format: ox.RdfFormat, rdflib_format: str
) -> None:
    write(graph, form, tmp_path / "graph")
    quads = list(ox.parse(path=str(tmp_path / "graph"), format=ox_format))
    names = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    assert names == {to_iri(f"doc/{doc}") for doc in TEXTS}
    dataset = rdflib.Dataset()
    dataset.parse(tmp_path / "graph", format=rdflib_format)
    assert sum(1 for _ in dataset.quads()) == len(quads)
    visited = [q.graph_name for q in quads if q.predicate.value == KG.visited]
    assert {name.value for name in visited if isinstance(name, ox.NamedNode)} == {to_iri("doc/a"), to_iri("doc/c")}
    merged = {(q.subject, q.predicate, q.object) for q in quads if q.predicate.value in {t.iri for t in KG.terms.values()}}
    store = ox.Store()
    write(graph, "nt", tmp_path / "graph.nt")
    store.load(path=str(tmp_path / "graph.nt"), format=ox.RdfFormat.N_TRIPLES)
    rules = KG.rule, KG.version
    whole = {(q.subject, q.predicate, q.object) for q in store if q.predicate.value in {t.iri for t in KG.terms.values()}}
    assert {t for t in merged if t[1].value not in rules} == {t for t in whole if t[1].value not in rules}


def test_rdf12_reifies_the_plain_triple(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, "rdf12", tmp_path / "graph.ttl")
    quads = [q.triple for q in ox.parse(path=str(tmp_path / "graph.ttl"), format=ox.RdfFormat.TURTLE)]
    terms = {t.object for t in quads if t.predicate.value == REIFIES}
    plain = {t for t in quads if not isinstance(t.object, ox.Triple)}
    assert len([t for t in quads if t.predicate.value == REIFIES]) == len(graph.statements)
    assert terms <= plain
    assert not [t for t in quads if t.predicate.value == NAMESPACES["rdf"] + "subject"]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networks_are_read_by_networkx(graph: KnowledgeGraph, tmp_path: Path, form: str) -> None:
    write(graph, form, tmp_path / "graph")
    read = nx.read_graphml(tmp_path / "graph", force_multigraph=True) if form == "graphml" else nx.read_gexf(tmp_path / "graph")
    assert set(read.nodes) == set(graph.entities)
    assert {(a, data["predicate"], b) for a, b, data in read.edges(data=True)} == links(graph)
    assert read.nodes[COUNTY]["name"] == "东湖县"
    assert read.nodes[COUNTY]["longitude"] == 121.34


def test_graphml_is_read_by_igraph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    write(graph, "graphml", tmp_path / "graph.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    assert (read.vcount(), read.ecount()) == (len(graph.entities), len(graph.statements) - literals(graph))


@pytest.mark.parametrize("form", ["graphml", "gexf", "neo4j", "geojson"])
def test_names_with_marks_and_controls_do_no_harm(form: str, tmp_path: Path) -> None:
    odd = KnowledgeGraph.of([Entity('agency/"甲"&<乙>', "Agency", '“甲”&<乙>,"\n\x0b丙', aliases=("a|b",))], [], [])
    write(odd, form, tmp_path / "graph")
    if form == "graphml":
        assert nx.read_graphml(tmp_path / "graph").nodes['agency/"甲"&<乙>']["name"] == '“甲”&<乙>,"\n丙'


def test_neo4j_files_hold_together(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, "neo4j", tmp_path)
    names = ("entities", "values", "relations")
    rows = {n: list(csv.DictReader((tmp_path / f"{n}.csv").read_text(encoding="utf-8").splitlines())) for n in names}
    nodes = {row["id:ID"]: row for name in ("entities", "values") for row in rows[name]}
    assert len(nodes) == len(graph.entities) + literals(graph)
    assert {row[end] for row in rows["relations"] for end in (":START_ID", ":END_ID")} <= set(nodes)
    assert len(rows["relations"]) == len(graph.statements)
    assert nodes[COUNTY][":LABEL"] == "Place;County"


def test_duckdb_counts_what_we_count(graph: KnowledgeGraph, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    write(graph, "neo4j", tmp_path)
    found = duckdb.sql(f"SELECT \":TYPE\", count(*) FROM '{tmp_path}/relations.csv' GROUP BY 1").fetchall()
    counted = {predicate: sum(s.predicate == predicate for s in graph.statements.values()) for predicate, _ in found}
    assert dict(found) == counted


def test_kuzu_counts_what_we_count(graph: KnowledgeGraph, tmp_path: Path) -> None:
    kuzu = pytest.importorskip("kuzu")
    write(graph, "neo4j", tmp_path)
    header = (tmp_path / "entities.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    columns = ", ".join(f"{n.partition(':')[0] or 'labels'} {'DOUBLE' if n.endswith(':double') else 'STRING'}" for n in header)
    base = kuzu.Connection(kuzu.Database(str(tmp_path / "base")))
    base.execute(f"CREATE NODE TABLE Thing({columns}, PRIMARY KEY(id))")
    base.execute(f"COPY Thing FROM '{tmp_path}/entities.csv' (header=true)")
    assert base.execute("MATCH (t:Thing) RETURN count(t)").get_next() == [len(graph.entities)]


def test_maplib_counts_what_we_count(graph: KnowledgeGraph, tmp_path: Path) -> None:
    maplib = pytest.importorskip("maplib")
    write(graph, "turtle", tmp_path / "graph.ttl")
    model = maplib.Model()
    model.read(str(tmp_path / "graph.ttl"), format="turtle")
    assert model.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")["n"][0] == len(to_rdflib(graph))


def test_geojson_places_projects_by_their_county(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, "geojson", tmp_path / "graph.geojson")
    collection = json.loads((tmp_path / "graph.geojson").read_text(encoding="utf-8"))
    found = {feature["id"]: feature for feature in collection["features"]}
    assert collection["type"] == "FeatureCollection"
    assert found[DAM]["geometry"] == {"type": "Point", "coordinates": [121.34, 30.74]}
    assert found[DAM]["properties"]["at"] == COUNTY
    assert {"date": "2021-06", "stage": "started"} in found[DAM]["properties"]["milestone"]
    assert {TOWN, CEREMONY} <= set(found)


def test_parquet_is_read_by_pandas(graph: KnowledgeGraph, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    write(graph, "parquet", tmp_path)
    entities = pandas.read_parquet(tmp_path / "entities.parquet")
    relations = pandas.read_parquet(tmp_path / "relations.parquet")
    values = pandas.read_parquet(tmp_path / "values.parquet")
    evidence = pandas.read_parquet(tmp_path / "evidence.parquet")
    assert list(entities["id"]) == list(graph.entities)
    assert len(relations) + len(values) == len(graph.statements) == evidence["statement"].nunique()
    assert values["value"].max() == 510_000_000
    assert all(TEXTS[row.doc][row.start : row.end] == row.text for row in evidence.itertuples())


@pytest.fixture
def folder(graph: KnowledgeGraph, tmp_path: Path) -> Path:
    write_jsonl(tmp_path / "entities.jsonl", map(entity_line, graph.entities.values()))
    write_jsonl(tmp_path / "statements.jsonl", map(statement_line, graph.statements.values()))
    write_jsonl(tmp_path / "documents.jsonl", map(document_line, graph.documents.values()))
    (tmp_path / "report.json").write_text(json.dumps(dict(graph.report)), encoding="utf-8")
    write(graph, "turtle", tmp_path / "graph.ttl")
    return tmp_path


def test_a_build_is_loaded_and_exported_with_the_same_bytes(folder: Path) -> None:
    again = export_folder(folder, "turtle", folder / "again.ttl")
    assert again.read_bytes() == (folder / "graph.ttl").read_bytes()


def test_export_goes_beside_the_build(folder: Path) -> None:
    assert export_folder(folder, "nt") == folder / "graph.nt"


@pytest.mark.parametrize(
    ("form", "message"), [("grahpml", "no form grahpml; nearest: graphml"), ("xlsx", "no form xlsx; known: ")]
)
def test_an_unknown_form_is_refused(folder: Path, form: str, message: str) -> None:
    with pytest.raises(ExportError, match=message):
        export_folder(folder, form)


def test_no_build_no_export(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no build of kg here"):
        export_folder(tmp_path, "nt")


def test_where_nothing_can_be_written_it_says_so(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write(graph, "nt", tmp_path / "missing" / "graph.nt")

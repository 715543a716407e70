"""The vocabulary: complete, consistent, and closed."""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

import kg
from kg.errors import DataError
from kg.export.triples import NAMESPACES
from kg.model import ENTITY_TYPES
from kg.ontology import KG, NAMESPACE, ONTOLOGY, Vocabulary, folder

GUIDELINE = {
    "holdsPost": (("Person",), ("Agency", "Country", "Region", "City")),
    "visited": (("Person",), ("Place", "Agency", "Project")),
    "participatedIn": (("Person", "Agency", "Place"), ("Event",)),
    "wrote": (("Person",), ("Document",)),
    "locatedIn": (("Place", "Agency", "Project", "Event"), ("Place",)),
    "passesThrough": (("Project", "Place"), ("Place",)),
    "hasStation": (("Project", "Place"), ("Place",)),
    "undertakes": (("Agency", "Place"), ("Project", "Place", "Agency")),
    "issued": (("Agency", "Place"), ("Document",)),
    "about": (("Event", "Document"), ("Document", "Project", "Event")),
    "cooperatesWith": (("Agency", "Place"), ("Agency", "Place")),
    "milestone": (("Project", "Agency", "Place", "Document"), ()),
    "heldOn": (("Event",), ()),
    "observed": (("Entity",), ("Observation",)),
}


@pytest.fixture(scope="module")
def turtle() -> rdflib.Graph:
    return rdflib.Graph().parse(folder() / "kg.ttl")


@pytest.mark.parametrize(("name", "sides"), GUIDELINE.items())
def test_predicates_have_the_guidelines_domain_and_range(name: str, sides: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert (KG[name].domain, KG[name].range) == sides


@pytest.mark.parametrize("name", sorted(KG.terms))
def test_every_term_is_described_in_both_languages(name: str) -> None:
    term = KG[name]
    assert set(term.labels) == set(term.definitions) == {"zh", "en"}
    assert term.example
    assert term.kind == "class" or name == "rank" or term.domain


def test_labels_tell_terms_apart() -> None:
    for kind in ("class", "object", "datatype"):
        labels = [term.labels["zh"] for term in KG.terms.values() if term.kind == kind]
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("wrong", "right"), [("holdPost", "holdsPost"), ("Goverment", "Government"), ("locateIn", "locatedIn")]
)
def test_a_typo_fails_with_the_nearest_name(wrong: str, right: str) -> None:
    with pytest.raises(DataError, match=f"no term {wrong}; nearest: {right}"):
        getattr(KG, wrong)


def test_an_unknown_concept_fails_with_the_nearest_name() -> None:
    with pytest.raises(DataError, match="scheme stage has no concept start; nearest: started"):
        KG.concept("stage", "start")


@pytest.mark.parametrize("entity_type", [name for name in ENTITY_TYPES if name != "Person"])
def test_types_have_kinds(entity_type: str) -> None:
    assert len(KG.kinds(entity_type)) >= 6
    assert KG.fits("observed", KG.kinds(entity_type)[0], "Observation")


@pytest.mark.parametrize(
    ("predicate", "subject", "object_", "fits"),
    [
        ("holdsPost", "Person", "Bank", True),
        ("holdsPost", "Agency", "Agency", False),
        ("heldOn", "Meeting", "", True),
        ("issued", "Agency", "", False),
    ],
)
def test_what_fits_a_predicate(predicate: str, subject: str, object_: str, fits: bool) -> None:
    assert KG.fits(predicate, subject, object_) is fits


@pytest.mark.parametrize(
    ("table", "entity_type"),
    [
        *((f"{name}_heads.csv", name.title()) for name in ("place", "project", "agency", "event", "document")),
        *(("regions.csv", "Place"), ("national_agencies.csv", "Agency"), ("local_agencies.csv", "Agency")),
    ],
)
def test_every_kind_of_the_lexicons_is_a_class(table: str, entity_type: str) -> None:
    with (Path(kg.__file__).parent / "data" / table).open(encoding="utf-8") as file:
        kinds = {row["kind"] for row in csv.DictReader(file)} - {""}
    assert {KG.kind(entity_type, kind).iri for kind in kinds}


def test_officials_have_ranks(turtle: rdflib.Graph) -> None:
    title = rdflib.URIRef(KG.concept("title", "县长").iri)
    assert turtle.value(title, rdflib.URIRef(KG.rank)) == rdflib.URIRef(KG.concept("rank", "县处级正职").iri)


def test_units_have_their_ucum_codes(turtle: rdflib.Graph) -> None:
    unit = rdflib.URIRef(KG.concept("unit", "平方公里").iri)
    assert str(turtle.value(unit, SKOS.notation)) == "km2"


def test_every_term_used_by_the_code_is_defined() -> None:
    """And every term defined is used by the code, the shapes or the questions, or is a kind that recognition may fill."""
    root = Path(kg.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    used = set(re.findall(r"\bKG\.([A-Za-z]+)\b", code)) - set(dir(Vocabulary))
    used -= {"holdPost"}  # the docstring shows a typo
    assert used <= set(KG.terms)
    others = "\n".join(path.read_text(encoding="utf-8") for path in (*folder().glob("queries/*.rq"), folder() / "shapes.ttl"))
    written = set(re.findall(r"\bkg:([A-Za-z]+)\b", others))
    assert written <= set(KG.terms)
    quoted = set(re.findall(r'"([A-Za-z]+)"', code))
    kinds = {kind for entity_type in ENTITY_TYPES for kind in KG.kinds(entity_type)}
    schemes_and_abstract = {"Entity", "rank"}  # the common superclass; what titles in the ontology itself bear
    assert set(KG.terms) - used - written - quoted - kinds - schemes_and_abstract == set()


def test_alignments_reach_the_standards(turtle: rdflib.Graph) -> None:
    links = {
        str(value)
        for _, predicate, value in turtle
        if predicate
        in (RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, SKOS.closeMatch, SKOS.exactMatch, SKOS.narrowMatch)
    }
    for prefix in ("org", "prov", "oa", "time", "skos", "schema", "geo", "dcterms", "qudt"):
        assert any(link.startswith(NAMESPACES[prefix]) for link in links), prefix
    assert any(link.startswith("http://qudt.org/vocab/unit/") for link in links)


def contradictions(graph: rdflib.Graph) -> list[str]:
    """What OWL 2 RL finds inconsistent."""
    owlrl = pytest.importorskip("owlrl")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return sorted(str(message) for predicate, message in graph.predicate_objects() if "error" in str(predicate).lower())


def test_ontology_is_consistent_under_owl_rl(turtle: rdflib.Graph) -> None:
    """Nothing falls under two disjoint classes, not even with the data of a whole graph, and no class is made empty."""
    from graphs import hand_made

    from kg.export.rdf import to_rdflib

    closed = turtle + to_rdflib(hand_made())
    assert contradictions(closed) == []
    assert list(closed.subjects(RDF.type, OWL.Nothing)) == []
    assert [node for node in closed.subjects(RDFS.subClassOf, OWL.Nothing) if str(node).startswith(NAMESPACE)] == []


def test_owl_rl_finds_a_contradiction(turtle: rdflib.Graph) -> None:
    """The check above would notice: a place that is a person is reported."""
    broken = rdflib.Graph() + turtle
    thing = rdflib.URIRef("https://kg.example.org/place/x")
    broken.add((thing, RDF.type, rdflib.URIRef(KG.Place)))
    broken.add((thing, RDF.type, rdflib.URIRef(KG.Person)))
    assert contradictions(broken)


def test_no_property_is_of_both_kinds(turtle: rdflib.Graph) -> None:
    """OWL 2 DL keeps object, datatype and annotation properties apart."""
    kinds = [
        set(turtle.subjects(RDF.type, kind)) for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    ]
    assert not kinds[0] & kinds[1]
    assert not kinds[0] & kinds[2]
    assert not kinds[1] & kinds[2]
    used = set(turtle.predicates()) - {RDF.type, RDF.first, RDF.rest}
    declared = kinds[0] | kinds[1] | kinds[2]
    assert {str(p) for p in used - declared if not str(p).startswith((str(OWL), str(RDFS)))} == set()


def test_every_term_says_where_it_is_defined(turtle: rdflib.Graph) -> None:
    for term in KG.terms.values():
        assert (rdflib.URIRef(term.iri), RDFS.isDefinedBy, rdflib.URIRef(ONTOLOGY)) in turtle


def test_ontology_is_found_inside_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel carries the files in kg/data/ontology; a checkout has them beside the package."""
    inside = tmp_path / "kg" / "data" / "ontology"
    inside.mkdir(parents=True)
    (inside / "kg.ttl").touch()
    monkeypatch.setattr(sys.modules["kg.ontology"], "__file__", str(tmp_path / "kg" / "ontology.py"))
    assert folder() == inside
    (inside / "kg.ttl").unlink()
    with pytest.raises(DataError, match="neither beside nor inside"):
        folder()


@pytest.mark.filterwarnings("ignore")  # owlready2's own
def test_owlready2_loads_every_class(turtle: rdflib.Graph, tmp_path: Path) -> None:
    owlready2 = pytest.importorskip("owlready2")
    turtle.serialize(tmp_path / "kg.nt", format="nt", encoding="utf-8")
    world = owlready2.World()
    world.get_ontology((tmp_path / "kg.nt").as_uri()).load()
    declared = set(turtle.subjects(rdflib.RDF.type, rdflib.OWL.Class))
    assert {c.iri for c in world.classes()} == {str(iri) for iri in declared if isinstance(iri, rdflib.URIRef)}

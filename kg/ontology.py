"""The vocabulary: reads `ontology/kg.ttl` and offers its terms as a closed namespace, in which a typo fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from kg.errors import DataError

ONTOLOGY: Final = "https://kg.example.org/ontology"
NAMESPACE: Final = ONTOLOGY + "#"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"


def folder() -> Path:
    """Where the Turtle files are: `ontology/` beside the package in a source checkout, inside the package when installed.

    Raises:
        DataError: Where neither is there, so the installation is broken.
    """
    package = Path(__file__).parent
    for path in (package / "data" / "ontology", package.parent / "ontology"):
        if (path / "kg.ttl").is_file():
            return path
    raise DataError("ontology/kg.ttl is neither beside nor inside the package kg; install zhkg again")


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property: its IRI, names and definitions by language, and what it applies to."""

    name: str
    iri: str
    kind: str
    """`class`, `object` or `datatype` (properties)."""
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    parents: tuple[str, ...]
    """Local names of direct superclasses."""
    domain: tuple[str, ...]
    """Local names of the classes that may bear the property; empty for any."""
    range: tuple[str, ...]
    """Local names of the classes its values belong to; empty for literals and foreign classes."""
    symmetric: bool = False
    example: str = ""
    hidden: tuple[str, ...] = ()
    """What the lexicons call the class, where another type has a class of that name."""


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of a SKOS scheme, such as the stage 开工."""

    name: str
    iri: str
    scheme: str
    labels: Mapping[str, str]
    same: tuple[str, ...] = ()
    """IRIs that mean the same elsewhere, such as a unit of QUDT."""
    alternatives: tuple[str, ...] = ()


class Vocabulary:
    """The terms of `kg.ttl` as attributes: `KG.holdsPost` is an IRI, and a name that is not defined raises `DataError`.

    Example:
        >>> KG.holdsPost
        'https://kg.example.org/ontology#holdsPost'
        >>> KG.holdPost
        Traceback (most recent call last):
        kg.errors.DataError: the ontology has no term holdPost; nearest: holdsPost, post, Port
    """

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """All classes and properties by local name, in the order of their names."""
        return dict(sorted(_read_terms()))

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """All concepts of the SKOS schemes by `scheme/name`, such as `stage/started`."""
        return dict(sorted(_read_concepts()))

    @cached_property
    def schemes(self) -> Mapping[str, Mapping[str, str]]:
        """The names of the SKOS schemes by language, by the scheme as concepts bear it (`role`, `stage`, `level` …)."""
        kind = ("iri", _SKOS + "ConceptScheme")
        found = {iri: facts for iri, facts in _description().items() if kind in facts.get(_RDF + "type", ())}
        return {
            iri[len(NAMESPACE) :].removesuffix("Scheme").lower(): dict(facts[_RDFS + "label"])
            for iri, facts in sorted(found.items())
        }

    def __getattr__(self, name: str) -> str:
        """The IRI of a class or property."""
        if name.startswith("_"):  # what copy, pickle and doctest look for is no typo
            raise AttributeError(name)
        iri = self.__dict__[name] = self[name].iri  # from now on an attribute like any other
        return iri

    def __getitem__(self, name: str) -> Term:
        """The term with a local name; raises `DataError` with the nearest name where there is none."""
        try:
            return self.terms[name]
        except KeyError:
            raise DataError(f"the ontology has no term {name}; {nearest(name, self.terms)}") from None

    def __contains__(self, name: object) -> bool:
        """Whether a class or property has that local name."""
        return name in self.terms

    def concept(self, scheme: str, name: str) -> Concept:
        """An entry of a scheme: `KG.concept("stage", "started")`; raises `DataError` where there is none."""
        try:
            return self.concepts[f"{scheme}/{name}"]
        except KeyError:
            near = nearest(name, [key.partition("/")[2] for key in self.concepts if key.startswith(scheme + "/")])
            raise DataError(f"the scheme {scheme} has no concept {name}; {near}") from None

    def ancestors(self, name: str) -> tuple[str, ...]:
        """A class and all its superclasses, the class itself first.

        Example:
            >>> KG.ancestors("Bank")
            ('Bank', 'Company', 'Agency', 'Entity')
        """
        found = [name]
        for current in found:
            found += [parent for parent in self[current].parents if parent not in found]
        return tuple(found)

    def kinds(self, entity_type: str) -> tuple[str, ...]:
        """The subclasses of an entity type, direct or not, by name: what `Entity.kind` may hold.

        Example:
            >>> "Town" in KG.kinds("Place"), KG.kinds("Person")
            (True, ())
        """
        self[entity_type]
        return _kinds(entity_type)

    def kind(self, entity_type: str, kind: str) -> Term:
        """The subclass that a lexicon's kind means for a type; raises `DataError` where there is none.

        Example:
            >>> KG.kind("Place", "Town").name, KG.kind("Event", "Congress").name
            ('Town', 'EventCongress')
        """
        known = self.kinds(entity_type)
        if kind in known:
            return self[kind]
        for name in known:
            if kind in self[name].hidden:
                return self[name]
        raise DataError(f"{kind} is no kind of {entity_type}; {nearest(kind, list(known))}")

    def fits(self, predicate: str, subject_type: str, object_type: str = "") -> bool:
        """Whether a statement of these entity types is within the predicate's domain and range; no object type: a literal.

        Example:
            >>> KG.fits("holdsPost", "Person", "Agency"), KG.fits("holdsPost", "Agency", "Agency"), KG.fits("heldOn", "Event")
            (True, False, True)
        """
        term = self[predicate]
        takes_entity = not set(term.range).isdisjoint(self.ancestors(object_type)) if object_type else not _entities(term.range)
        return not set(term.domain).isdisjoint(self.ancestors(subject_type)) and takes_entity


KG: Final = Vocabulary()


def _entities(names: tuple[str, ...]) -> bool:
    return any("Entity" in KG.ancestors(name) for name in names)


@cache
def _kinds(entity_type: str) -> tuple[str, ...]:
    return tuple(
        name
        for name, term in KG.terms.items()
        if term.kind == "class" and name != entity_type and entity_type in KG.ancestors(name)
    )


def nearest(name: str, known: Iterator[str] | Mapping[str, object] | list[str]) -> str:
    """The end of an error message: which known names come nearest to a wrong one."""
    names = list(known)
    close = get_close_matches(name, names, n=3, cutoff=0.5)
    return f"nearest: {', '.join(close)}" if close else f"known: {', '.join(sorted(names)[:8])}"


_Node = tuple[str, str]
"""A term of the file: (`iri`, `blank`, or a language tag for literals; the text)."""


@cache
def _description() -> Mapping[str, Mapping[str, tuple[_Node, ...]]]:
    """The file as subject → predicate → objects."""
    import pyoxigraph

    path = folder() / "kg.ttl"
    subjects: dict[str, dict[str, list[_Node]]] = {}
    try:
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            node = quad.object
            if isinstance(node, pyoxigraph.Literal):
                value = (node.language or "", node.value)
            else:
                value = ("iri" if isinstance(node, pyoxigraph.NamedNode) else "blank", node.value)
            subject = quad.subject.value
            subjects.setdefault(subject, {}).setdefault(quad.predicate.value, []).append(value)
    except (OSError, SyntaxError) as error:
        raise DataError(f"{path}: {error}") from error
    return {subject: {key: tuple(values) for key, values in facts.items()} for subject, facts in subjects.items()}


def _read_terms() -> Iterator[tuple[str, Term]]:
    kinds = {_OWL + "Class": "class", _OWL + "ObjectProperty": "object", _OWL + "DatatypeProperty": "datatype"}
    for iri, facts in _description().items():
        if not iri.startswith(NAMESPACE):
            continue
        types = [text for _, text in facts.get(_RDF + "type", ())]
        kind = next((kinds[text] for text in types if text in kinds), None)
        if kind is None:
            continue
        name = iri[len(NAMESPACE) :]
        examples = facts.get(_SKOS + "example", (("", ""),))
        yield (
            name,
            Term(
                name,
                iri,
                kind,
                dict(facts.get(_RDFS + "label", ())),
                dict(facts.get(_SKOS + "definition", ())),
                _classes(facts.get(_RDFS + "subClassOf", ())),
                _classes(facts.get(_RDFS + "domain", ())),
                _classes(facts.get(_RDFS + "range", ())),
                _OWL + "SymmetricProperty" in types,
                examples[0][1],
                tuple(text for _, text in facts.get(_SKOS + "hiddenLabel", ())),
            ),
        )


def _classes(nodes: tuple[_Node, ...]) -> tuple[str, ...]:
    """The local names of classes, unions opened; classes of other vocabularies are left out."""
    found: list[str] = []
    for kind, text in nodes:
        if kind == "iri" and text.startswith(NAMESPACE):
            found.append(text[len(NAMESPACE) :])
        elif kind == "blank":
            ((_, cell),) = _description()[text][_OWL + "unionOf"]
            while cell != _RDF + "nil":
                ((_, member),) = _description()[cell][_RDF + "first"]
                found.append(member[len(NAMESPACE) :])
                ((_, cell),) = _description()[cell][_RDF + "rest"]
    return tuple(found)


def _read_concepts() -> Iterator[tuple[str, Concept]]:
    for iri, facts in _description().items():
        if _SKOS + "inScheme" not in facts:
            continue
        key = iri[len(ONTOLOGY) + 1 :]
        scheme, _, name = key.partition("/")
        yield (
            key,
            Concept(
                name,
                iri,
                scheme,
                dict(facts.get(_SKOS + "prefLabel", ())),
                tuple(text for _, text in facts.get(_SKOS + "exactMatch", ())),
                tuple(text for _, text in facts.get(_SKOS + "altLabel", ())),
            ),
        )

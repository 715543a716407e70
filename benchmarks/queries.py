"""How long the prepared questions take on a generated graph of a million triples, beside rdflib's own engine where it can keep up.

Run: python benchmarks/queries.py [--triples 1000000] [--rdflib SECONDS]
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from kg.export.rdf import prefixes, write_turtle
from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Entity, Evidence, Statement, Value
from kg.query.questions import answer, bindings, load_questions
from kg.query.sparql import bound, open_store

TRIPLES_A_DOCUMENT = 495
"""About how many triples one generated report makes."""
TITLES = ("书记", "县长", "副县长", "局长", "主任", "董事长")
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = "伟芳秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚"
STAGES = ("planned", "approved", "started", "completed", "opened")
INDICATORS = (("计划总投资", "元"), ("地区生产总值", "亿元"), ("全长", "公里"), ("床位", "张"), ("增长", "%"))

PARAMETERS = {
    "agency": "县0人民政府",
    "place": "县0",
    "person": "PERSON",
    "project": "县0第0号工程",
    "line": "县0第0号工程",
    "thing": "县0第0号工程",
    "topic": "县0第0号工程",
    "whole": "县0第0号工程",
    "event": "县0第0次会议",
    "party": "县0第0公司",
    "source": "report-00000",
    "title": "县长",
    "date": "2022-06-30",
    "start": "2022-01",
    "end": "2022-03",
    "indicator": "计划总投资",
    "words": "县0第0",
}


def generate(documents: int) -> KnowledgeGraph:
    """A graph of reports about invented counties, the same on every run."""
    rng = random.Random(20240101)
    counties = max(10, documents // 20)
    entities: dict[str, Entity] = {}
    statements: list[Statement] = []
    docs: list[Document] = []

    def thing(kind: str, name: str, sub: str = "", **facts: str) -> str:
        key = f"{kind.lower()}/{name}"
        entities.setdefault(key, Entity(key, kind, name, sub, (f"{name}（简）",), facts=facts))
        return key

    for number in range(documents):
        county = f"县{number % counties}"
        doc = f"report-{number:05}"
        published = f"{2018 + number % 7}-{1 + number % 12:02}-{1 + number % 28:02}"
        docs.append(Document(doc, "", (Article(f"article/{doc}/1", f"{county}新闻{number}"),), (), doc, "某报", published))
        place = thing(
            "Place", county, "County", code=f"{990000 + number % counties}", level="county", longitude="121.3", latitude="30.7"
        )
        towns = [thing("Place", f"{county}镇{i}", "Town", level="town", parent=place) for i in range(4)]
        government, company = (
            thing("Agency", f"{county}人民政府", "Government"),
            thing("Agency", f"{county}第{number % 5}公司", "Company"),
        )
        people = [
            thing("Person", rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN) + str(rng.randrange(counties)))
            for _ in range(4)
        ]
        project = thing("Project", f"{county}第{number % 7}号工程", "ConstructionProject")
        event, plan = (
            thing("Event", f"{county}第{number % 11}次会议", "Meeting"),
            thing("Document", f"《{county}规划{number % 3}》", "Plan"),
        )
        said: list[tuple[str, str, str | None, Value | None, dict[str, str | bool]]] = [
            *((p, "holdsPost", government, None, {"title": rng.choice(TITLES), "reported": published}) for p in people),
            *((p, "participatedIn", event, None, {"role": rng.choice(("attended", "presided", "spoke"))}) for p in people),
            (people[0], "visited", rng.choice(towns), None, {"date": published}),
            (people[1], "wrote", f"article/{doc}/1", None, {}),
            *((town, "locatedIn", place, None, {}) for town in towns),
            (project, "locatedIn", rng.choice(towns), None, {}),
            (project, "passesThrough", rng.choice(towns), None, {}),
            (company, "undertakes", project, None, {"role": "builds"}),
            (government, "issued", plan, None, {"date": published}),
            (event, "about", rng.choice([plan, project]), None, {}),
            (event, "heldOn", None, published, {}),
            (event, "locatedIn", place, None, {}),
            (company, "cooperatesWith", government, None, {}),
            (project, "milestone", None, published, {"stage": rng.choice(STAGES), "expected": rng.random() < 0.3}),
        ]
        for indicator, unit in INDICATORS:
            number_ = Decimal(rng.randrange(1, 10**9))
            said.append(
                (
                    rng.choice([project, place]),
                    "observed",
                    None,
                    number_,
                    {"indicator": indicator, "unit": unit, "period": published[:4]},
                )
            )
        for at, (subject, predicate, object_, value, qualifiers) in enumerate(said):
            key = repr((subject, predicate, object_, value, sorted(qualifiers.items())))
            evidence = Evidence(
                doc, at * 20, at * 20 + 19, f"{doc}第{at}句话说了一件事情如下", f"bench.{predicate}", f"article/{doc}/1"
            )
            identifier = "statement/" + hashlib.sha256(key.encode()).hexdigest()[:16]
            statements.append(Statement(identifier, subject, predicate, object_, value, qualifiers, (evidence,), 0.9))
    return KnowledgeGraph.of(entities.values(), statements, docs, {"version": "bench"})


def main() -> None:
    """Generate, load, ask, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rdflib", type=int, default=0, metavar="SECONDS", help="also ask rdflib, at most so long a question")
    options = parser.parse_args()
    graph = generate(options.triples // TRIPLES_A_DOCUMENT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock = _Clock()
        write_turtle(graph, folder / "graph.ttl")
        print(f"write Turtle        {clock.lap():8.2f} s   {(folder / 'graph.ttl').stat().st_size / 1e6:.0f} MB")
        store = open_store(folder, on_disk=True)
        print(f"load, on disk       {clock.lap():8.2f} s   {len(store)} triples with the ontology")
        store = open_store(folder, on_disk=True)
        print(f"open again          {clock.lap():8.3f} s")
        person = next(e.name for e in graph.entities.values() if e.type == "Person")
        slowest = 0.0
        times = list(_ask_all(store, person))
        for question, seconds, rows in times:
            slowest = max(slowest, seconds)
            print(f"{question:24}{seconds * 1000:8.1f} ms {rows:6} rows")
        print(f"slowest {slowest * 1000:.0f} ms of {len(times)} questions")
        if options.rdflib:
            _ask_rdflib(store, folder, person, options.rdflib)


def _values(question: str, person: str) -> dict[str, str]:
    parameters = load_questions()[question].parameters
    return {p.name: PARAMETERS[p.name].replace("PERSON", person) for p in parameters if p.default is None}


def _ask_all(store: object, person: str) -> Iterator[tuple[str, float, int]]:
    for question in load_questions():
        best, rows = 9e9, 0
        for _ in range(3):
            clock = _Clock()
            rows = len(answer(store, question, _values(question, person)))  # type: ignore[arg-type]
            best = min(best, clock.lap())
        yield question, best, rows


def _ask_rdflib(store: object, folder: Path, person: str, seconds: int) -> None:
    """The same queries by rdflib's engine on its own memory store, the ontology in a named graph."""
    import rdflib

    from kg.ontology import ONTOLOGY
    from kg.ontology import folder as ontology_folder

    dataset = rdflib.Dataset()
    clock = _Clock()
    dataset.default_graph.parse(folder / "graph.ttl")
    dataset.graph(ONTOLOGY).parse(ontology_folder() / "kg.ttl")
    print(f"rdflib: load        {clock.lap():8.2f} s")
    signal.signal(signal.SIGALRM, _stop)
    for question in load_questions().values():
        for values in bindings(store, question, _values(question.name, person))[:1]:  # type: ignore[arg-type]
            signal.alarm(seconds)
            try:
                rows = len(list(dataset.query(bound(question.sparql, values), initNs=prefixes())))
                print(f"rdflib: {question.name:24}{clock.lap() * 1000:10.1f} ms {rows:6} rows", flush=True)
            except TimeoutError:
                print(f"rdflib: {question.name:24}     over {seconds} s", flush=True)
            finally:
                signal.alarm(0)
                clock.lap()


def _stop(*_: object) -> None:
    raise TimeoutError


class _Clock:
    def __init__(self) -> None:
        self.start = time.perf_counter()

    def lap(self) -> float:
        now = time.perf_counter()
        seconds, self.start = now - self.start, now
        return seconds


if __name__ == "__main__":
    main()

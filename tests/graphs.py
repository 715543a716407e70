"""A small graph made by hand, with every predicate: the invented county 东湖 over three reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kg.graph import KnowledgeGraph
from kg.model import Article, Document, Entity, Evidence, Statement, Value

COUNTY, PREFECTURE, TOWN, VILLAGE = "place/990101", "place/990100", "place/990101/柳桥镇", "place/990101/柳桥镇/白鹤村"
STATION, LINE_STOP = "place/东湖站_990101", "place/990101/望山镇"
GOVERNMENT, COMMITTEE, TAX = "agency/东湖县人民政府_990101", "agency/中共东湖县委员会_990101", "agency/东湖县税务局_990101"
RAILWAY_COMPANY, UNIVERSITY = "agency/云东铁路有限公司_990100", "agency/云州大学_990100"
ZHOU, LIN, CHEN, HE = "person/周明远_990101", "person/林若水_990101", "person/陈立秋_990101", "person/何晓燕_990101"
RAILWAY, PHASE, DAM = "project/云东铁路_990101", "project/云东铁路一期工程_990101", "project/白鹤水库扩建工程_990101"
PLENUM, CEREMONY = "event/十届县委五次全会_990101_2022-03-10", "event/云东铁路开工仪式_990101_2022-07-08"
PLAN, OPINION = "document/《东湖县水网规划》_990101", "document/《关于推进水网建设的意见》_990101"
ARTICLE = "article/b/1"

TEXTS = {
    "a": "县长周明远调研柳桥镇。白鹤水库扩建工程计划总投资4.7亿元，2021年6月开工，预计2023年建成。",
    "b": "县委书记周明远、县长林若水出席云东铁路开工仪式。云东铁路全长95.67公里，途经望山镇，设东湖站。",
    "c": "县长陈立秋主持会议，传达《东湖县水网规划》。白鹤水库扩建工程计划总投资5.1亿元。上年周明远调研柳桥镇。",
}
PUBLISHED = {"a": "2021-07-09", "b": "2022-07-14", "c": "2022-07-14"}


def hand_made() -> KnowledgeGraph:
    """The graph of all three reports."""
    documents = [
        Document(
            name,
            text,
            (Article(f"article/{name}/1", f"东湖新闻{name}"),),
            (),
            title=f"东湖报{name}",
            publisher="东湖报",
            published=PUBLISHED[name],
            place="990101",
            url=f"https://news.example.net/{name}",
            inferred=("place",) if name == "c" else (),
        )
        for name, text in TEXTS.items()
    ]
    return KnowledgeGraph.of(_entities(), _statements(), documents, {"version": "0.1.0"})


def _entities() -> list[Entity]:
    county = {"code": "990101", "level": "county", "parent": PREFECTURE, "longitude": "121.34", "latitude": "30.74"}
    return [
        Entity(PREFECTURE, "Place", "云州市", "Prefecture", facts={"code": "990100", "level": "prefecture"}),
        Entity(COUNTY, "Place", "东湖县", "County", ("东湖", "云州市东湖县"), facts=county),
        Entity(
            TOWN,
            "Place",
            "柳桥镇",
            "Town",
            ("东湖县柳桥镇",),
            facts={"level": "town", "parent": COUNTY, "renamed": "2001年并入河西乡"},
        ),
        Entity(VILLAGE, "Place", "白鹤村", "Village", facts={"level": "village"}),
        Entity(LINE_STOP, "Place", "望山镇", "Town", facts={"level": "town", "parent": COUNTY}),
        Entity(STATION, "Place", "东湖站", "Station"),
        Entity(GOVERNMENT, "Agency", "东湖县人民政府", "Government", ("县政府",)),
        Entity(COMMITTEE, "Agency", "中共东湖县委员会", "Party", ("县委", "东湖县委")),
        Entity(TAX, "Agency", "东湖县税务局", "Government", ("县税务局",)),
        Entity(RAILWAY_COMPANY, "Agency", "云东铁路有限公司", "Company"),
        Entity(UNIVERSITY, "Agency", "云州大学", "University"),
        Entity(ZHOU, "Person", "周明远"),
        Entity(LIN, "Person", "林若水"),
        Entity(CHEN, "Person", "陈立秋"),
        Entity(HE, "Person", "何晓燕"),
        Entity(RAILWAY, "Project", "云东铁路", "ConstructionProject"),
        Entity(PHASE, "Project", "云东铁路一期工程", "Phase"),
        Entity(DAM, "Project", "白鹤水库扩建工程", "ConstructionProject", ("白鹤水库扩建",)),
        Entity(PLENUM, "Event", "十届县委五次全会", "Meeting"),
        Entity(CEREMONY, "Event", "云东铁路开工仪式", "Ceremony"),
        Entity(PLAN, "Document", "《东湖县水网规划》", "Plan", ("水网规划",)),
        Entity(OPINION, "Document", "《关于推进水网建设的意见》", "Opinion"),
        Entity(ARTICLE, "Document", "东湖新闻b", "Article"),
    ]


@dataclass(frozen=True)
class Say:
    """Makes statements of one report, each with a whole sentence of it as evidence."""

    doc: str
    made: list[Statement] = field(default_factory=list)

    def __call__(
        self,
        subject: str,
        predicate: str,
        object_: str | None = None,
        *,
        value: Value | None = None,
        at: str = "",
        **qualifiers: str | bool,
    ) -> None:
        if predicate == "holdsPost":
            qualifiers["reported"] = PUBLISHED[self.doc]
        key = repr([subject, predicate, object_, value, sorted(qualifiers.items())])
        text = TEXTS[self.doc]
        start = text.index(at) if at else 0
        end = text.index("。", start) + 1
        evidence = Evidence(self.doc, start, end, text[start:end], f"test.{predicate}", f"article/{self.doc}/1")
        identifier = "statement/" + hashlib.sha256(key.encode()).hexdigest()[:16]
        self.made.append(
            Statement(identifier, subject, predicate, object_, value, dict(sorted(qualifiers.items())), (evidence,), 0.9)
        )


def _statements() -> Iterator[Statement]:
    a, b, c = Say("a"), Say("b"), Say("c")
    a(ZHOU, "holdsPost", GOVERNMENT, title="县长")
    a(ZHOU, "visited", TOWN, date="2021-07-08")
    a(TOWN, "locatedIn", COUNTY)
    a(VILLAGE, "locatedIn", TOWN, at="白鹤")
    a(DAM, "locatedIn", VILLAGE, at="白鹤")
    a(DAM, "milestone", value="2021-06", stage="started", at="白鹤")
    a(DAM, "milestone", value="2023", stage="completed", expected=True, at="白鹤")
    a(DAM, "observed", value=Decimal("470000000"), indicator="计划总投资", unit="元", at="白鹤")
    a(COUNTY, "observed", value=Decimal("95.5"), indicator="地区生产总值", unit="亿元", period="2020")
    a(COUNTY, "observed", value=Decimal("101"), indicator="地区生产总值", unit="亿元", period="2021")
    a(COUNTY, "observed", value=(Decimal("8000000"), Decimal("10000000")), indicator="游客", unit="人次")
    b(ZHOU, "holdsPost", COMMITTEE, title="书记")
    b(LIN, "holdsPost", GOVERNMENT, title="县长")
    b(ZHOU, "holdsPost", GOVERNMENT, title="县长", end=True)
    b(ZHOU, "participatedIn", CEREMONY, role="attended")
    b(LIN, "participatedIn", CEREMONY, role="presided")
    b(RAILWAY_COMPANY, "participatedIn", CEREMONY, role="organized")
    b(CEREMONY, "locatedIn", TOWN)
    b(CEREMONY, "heldOn", value="2022-07-08")
    b(CEREMONY, "about", RAILWAY)
    b(HE, "wrote", ARTICLE)
    b(RAILWAY, "passesThrough", LINE_STOP, at="云东铁路全长")
    b(RAILWAY, "hasStation", STATION, at="云东铁路全长")
    b(STATION, "locatedIn", COUNTY, at="云东铁路全长")
    b(RAILWAY, "observed", value=Decimal("95.67"), indicator="全长", unit="公里", at="云东铁路全长")
    b(PHASE, "partOf", RAILWAY)
    b(TAX, "partOf", GOVERNMENT)
    b(RAILWAY, "milestone", value="2022-07-08", stage="started")
    b(RAILWAY_COMPANY, "undertakes", RAILWAY, role="builds")
    b(RAILWAY_COMPANY, "cooperatesWith", UNIVERSITY)
    c(CHEN, "holdsPost", GOVERNMENT, title="县长")
    c(PLENUM, "about", PLAN)
    c(PLENUM, "heldOn", value="2022-03-10/2022-03-11")
    c(CHEN, "participatedIn", PLENUM, role="presided")
    c(GOVERNMENT, "issued", PLAN, date="2022-02")
    c(COMMITTEE, "issued", OPINION)
    c(DAM, "observed", value=Decimal("510000000"), indicator="计划总投资", unit="元", at="白鹤")
    c(ZHOU, "visited", TOWN, date="2021-07-08", at="上年")
    yield from a.made
    yield from b.made
    yield from c.made


def changed(graph: KnowledgeGraph, subject: str, predicate: str, /, **fields: object) -> KnowledgeGraph:
    """The graph with the first statement of a subject and predicate replaced."""
    stmt = next(s for s in graph.statements.values() if (s.subject, s.predicate) == (subject, predicate))
    return replace(graph, statements={**graph.statements, stmt.id: replace(stmt, **fields)})  # type: ignore[arg-type]

"""The names of a document's sentences, step by step: a recognizer goes over all sentences before the next one begins.

Places come first, since they begin organizations; organizations next, since they begin projects and events. A thousand patterns and the
tables behind them do not fit a processor's cache together: all of them sentence by sentence take a third longer than one after another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.reading.words import tag
from kg.recognition.abroad import find_bodies, find_countries
from kg.recognition.agencies import find_agencies
from kg.recognition.around import Around
from kg.recognition.documents import find_documents
from kg.recognition.events import find_events
from kg.recognition.foreign import find_foreign_places
from kg.recognition.openings import find_openings
from kg.recognition.people.full_names import Found
from kg.recognition.places import find_places
from kg.recognition.places.division_names import find_divisions, find_listed_towns
from kg.recognition.places.houses import find_houses
from kg.recognition.places.listed import (
    find_listed_kinds,
    find_listed_markets,
    find_listed_places,
    find_listed_stations,
    find_listed_villages,
    find_listed_waterworks,
    find_on_the_way,
)
from kg.recognition.places.settlements import find_settlements
from kg.recognition.places.venues import find_venues
from kg.recognition.places.visited import find_visited_places
from kg.recognition.posts import Post, read_career, read_posts, read_posts_after
from kg.recognition.projects import find_projects
from kg.recognition.quantities import QuantitySpan, find_quantities
from kg.recognition.routes import builds, find_route_ends, find_routes, find_sections
from kg.recognition.spans import Span
from kg.recognition.times import TimeSpan
from kg.recognition.tokens import Words


@dataclass(slots=True)
class Reading:
    """What is known of one sentence so far; each step sets what later ones ask for.

    Proposals may overlap; `kg.recognition.selection` decides between them.

    Attributes:
        index: The sentence's place in the document.
        closed: Spans of documents and people, inside which nothing else is looked for.
        issued: Where a notice's own name begins, with who issues it (某市人民政府办公室关于…).
        bounds: Begin by end of the places that organizations begin with.
        titled: The same with states, for the posts in them.
        bodies: Begin by end of the organizations.
        everything: Begin by end of all that projects and events begin with.
        blocks: Ends of dates, people and titles, which no name runs across.
    """

    index: int
    words: Words
    times: Sequence[TimeSpan]
    persons: list[Found]
    posts: list[Post] = field(default_factory=list)
    amounts: Sequence[QuantitySpan] = field(init=False)
    documents: list[Span] = field(init=False)
    closed: list[tuple[int, int]] = field(init=False)
    issued: frozenset[int] = field(init=False)
    states: list[Span] = field(init=False)
    divisions: list[Span] = field(init=False)
    settlements: list[Span] = field(init=False)
    abroad: list[Span] = field(init=False)
    places: list[Span] = field(init=False)
    agencies: list[Span] = field(init=False)
    routes: list[Span] = field(init=False)
    events: list[Span] = field(init=False)
    projects: list[Span] = field(init=False)
    bounds: dict[int, int] = field(init=False)
    titled: dict[int, int] = field(init=False)
    bodies: dict[int, int] = field(init=False)
    everything: dict[int, int] = field(init=False)
    blocks: set[int] = field(init=False)

    def free(self, spans: list[Span]) -> list[Span]:
        """The spans that touch no document and no person."""
        if not (spans and self.closed):
            return spans
        # A notice's own name (关于成立某某领导小组的通知) holds the name of the body it founds.
        return [
            s
            for s in spans
            if s.via == "agency.founded" or s.start in self.issued or not any(a < s.end and s.start < b for a, b in self.closed)
        ]


def read_names(readings: Sequence[Reading], around: Around) -> None:
    """Take every sentence of a document through all steps."""
    for step in _STEPS:
        for reading in readings:
            step(reading, around)


def _read_amounts(it: Reading, _: Around) -> None:
    found = find_quantities(it.words.text)
    it.amounts = [a for a in found if not any(t.start < a.end and a.start < t.end for t in it.times)]


def _read_stops(it: Reading, _: Around) -> None:
    """Of a list of stations none is a person: 设云岭东、高川、石岭3个车站."""
    if it.persons and "站" in it.words.text and "、" in it.words.text:
        stops = [(s.start, s.end) for s in find_listed_stations(it.words.text)]
        it.persons = [p for p in it.persons if not any(a <= p.start and p.end <= b for a, b in stops)]


def _read_documents(it: Reading, _: Around) -> None:
    it.documents = find_documents(it.words)
    marked = [(s.start, s.end) for s in it.documents if s.via == "document.marked"]
    it.persons = [p for p in it.persons if not any(a <= p.start and p.end <= b for a, b in marked)]
    it.closed = [(s.start, s.end) for s in it.documents if s.via != "document.signed"]
    it.closed += [(p.start, p.end) for p in it.persons]
    it.issued = frozenset(a for a, _ in it.closed if "关于" in it.words.text[a + 2 : a + 34])


def _read_states(it: Reading, _: Around) -> None:
    it.states = it.free([*find_countries(it.words)])


def _read_divisions(it: Reading, around: Around) -> None:
    found = it.free([*find_divisions(it.words, around.shorts, around.near), *find_listed_towns(it.words, around.towns)])
    begin = {s.start for s in it.states}
    it.divisions = [d for d in found if d.start not in begin]  # 美|国务卿
    it.bounds = {s.end: s.start for s in it.divisions}


def _read_settlements(it: Reading, _: Around) -> None:
    it.settlements = it.free(find_settlements(it.words, it.bounds))
    it.bounds.update({s.end: s.start for s in it.settlements})


def _read_abroad(it: Reading, _: Around) -> None:
    it.abroad = it.free([*find_foreign_places(it.words, it.bounds)])
    it.bounds.update({s.end: s.start for s in it.abroad})
    it.titled = {**it.bounds, **{s.end: s.start for s in it.states}}


def _read_agencies(it: Reading, _: Around) -> None:
    text = it.words.text
    found = _joined(text, it.free(find_agencies(it.words, it.bounds)), it.free([*find_bodies(it.words, it.bounds)]))
    it.agencies = [s for s in found if not _one_of(text, s, it.titled)]
    it.bodies = {s.end: s.start for s in it.agencies}


def _read_posts(it: Reading, _: Around) -> None:
    for person in it.persons:
        it.posts += read_posts(it.words, person.start, it.bodies, it.titled)
        it.posts += read_posts_after(it.words, person, it.bodies, it.titled)
    if not it.persons:
        it.posts += read_career(it.words, it.bodies, it.bounds)
    it.agencies += [
        Span(post.body[0], post.body[1], "agency.post")
        for post in it.posts
        if post.body and not post.found and post.body[1] not in it.bodies
    ]


def _read_routes(it: Reading, _: Around) -> None:
    text = it.words.text
    it.routes = it.free(find_routes(it.words))
    it.everything = {**it.bounds, **it.bodies, **{s.end: s.start for s in it.routes}}
    # 金山区2023年招商引资大会: a year behind a place is part of an event's name.
    dates = {
        t.end
        for t in it.times
        if t.kind != "year-bare"
        and not (t.start in it.everything and (t.kind == "year" or text.endswith(("季度", "半年"), 0, t.end)))
        and not (_FEAST.match(text[t.start : t.end]) and _KEEPS.search(text, max(0, t.start - 5), t.start))
    }
    # 习近平新时代…主题教育: a name that is part of a longer one ends nothing.
    people = {p.end for p in it.persons if not text.startswith(("新时代", "总书记", "同志诞辰", "诞辰"), p.end)}
    it.blocks = dates | people | {p.title_end for p in it.posts}


# 庆祝第38个|教师节|暨表彰大会, 庆|“三八”|文艺汇演: a feast that is kept is a part of an event's name
_FEAST = re.compile("^[^0-9年月日]*(?:节|[三五六七八十]一|三八|国庆|元旦|中秋)”?$")
_KEEPS = re.compile("(?:庆祝?|喜?迎|纪念|第[0-9一二三四五六七八九十百]{1,3}个)$")


def _read_events(it: Reading, _: Around) -> None:
    # 俄罗斯联邦安全会议 is a body, and so is 博鳌亚洲论坛 where it has a chairman.
    councils = {(s.start, s.end) for s in it.agencies if s.via == "agency.abroad" or s.kind in ("Congress", "Government")}
    councils.update(post.body for post in it.posts if post.body)
    it.events = [s for s in find_events(it.words, it.everything, it.blocks) if (s.start, s.end) not in councils]
    # 第三届茶文化节|组委会: who prepares an event is no event.
    it.agencies += [
        Span(s.start, s.end + len(committee.group()), "agency.head", "LeadingGroup")
        for s in (it.events if "委会" in it.words.text else ())
        if (committee := _COMMITTEE_OF_EVENT.match(it.words.text, s.end))
    ]


def _read_places(it: Reading, _: Around) -> None:
    it.places = it.free([*find_places(it.words, it.bounds), *find_houses(it.words.text, it.bodies)])


def _read_projects(it: Reading, _: Around) -> None:
    text = it.words.text
    # 清溪源水库|加固工程: what stands somewhere begins the name of what is done to it.
    begin = {**{s.end: s.start for s in it.places}, **it.everything}
    undertakings = find_projects(it.words, begin, it.blocks)
    sections = find_sections(it.words, it.routes, undertakings)
    projects = [
        *(s for s in undertakings if not any(_is_in_section(text, s, o) for o in sections)),
        *sections,
        *(s for s in it.routes if _is_built(text, s)),
    ]
    # In a list of projects a firm is a firm (某药业), and what else acts elsewhere is what is built (某创新中心).
    firms = [s for s in projects if s.via == "project.listed" and _FIRM.search(text[s.start : s.end])]
    works = {(s.start, s.end) for s in projects if s.via == "project.listed" and s not in firms}
    it.projects = [s for s in projects if s not in firms]
    it.agencies = [s for s in it.agencies if (s.start, s.end) not in works or not _BUILT.search(text[s.start : s.end])]
    it.agencies += [s._replace(via="agency.listed", kind="Company") for s in firms]


def _read_listed_places(it: Reading, around: Around) -> None:
    words = it.words
    sites = {s.end: s.start for s in it.places}
    behind = {end: start for end, start in sites.items() if start in it.bounds}
    known = {**it.bounds, **it.bodies, **sites}
    waterworks = find_listed_waterworks(words)
    # 设江北、南溪、望江南3个车站, 长春、望江等6个垸: what a list calls like divisions
    named = {(s.start, s.end) for s in (*it.places, *waterworks) if s.name}
    it.places = [
        *([d for d in it.divisions if (d.start, d.end) not in named] if named else it.divisions),
        *it.settlements,
        *it.abroad,
        *it.states,
        *it.free(waterworks),
        *it.places,
        *it.free(find_listed_places(words, it.bounds)),
        *it.free([*find_on_the_way(words, known)]),
        *it.free(find_listed_villages(words, it.bounds)),
        *it.free(find_listed_markets(words)),
        *it.free(find_venues(words, sites)),
        *it.free(find_listed_kinds(words, known)),
        *it.free(find_visited_places(words, {**it.bounds, **behind}, it.bodies)),
        *find_route_ends(words, [*it.routes, *(p for p in it.projects if p.via in _SECTIONED)], around.near),
        *(s for s in it.routes if not _is_built(words.text, s)),
    ]


def _read_openings(it: Reading, _: Around) -> None:
    stretches = {(s.start, s.end) for s in it.places if s.via == "place.stretch"}
    it.projects = [s for s in it.projects if (s.start, s.end) not in stretches]
    projects, places = find_openings(it.words, (*it.places, *it.projects, *it.agencies), it.bounds)
    it.projects += it.free(projects)
    it.places += it.free(places)


def _tidy(it: Reading, _: Around) -> None:
    """Names without what only leads to them, and none that tells of one of many."""
    text = it.words.text
    if _ADVERB.search(text):
        it.projects, it.places, it.agencies = (_said(text, spans) for spans in (it.projects, it.places, it.agencies))
    it.events, it.projects, it.places = (
        [_without_lead(text, s) for s in spans if not _one_of(text, s, it.titled)]
        for spans in (it.events, it.projects, it.places)
    )
    it.events = [_with_work(s, it.projects) for s in it.events]
    # 江北会议中心 is a hall before it is a centre that acts.
    halls = {(s.start, s.end) for s in it.places if s.kind == "Building"}
    venues = {s.end: s.start for s in it.places if s.via == "place.venue"}
    it.agencies = [
        s
        for s in it.agencies
        if not _COUNTED.match(text, s.start, s.end)
        and not (s.via == "agency.head" and (s.start, s.end) in halls)
        and venues.get(s.end, s.start) >= s.start  # 云州影院 is no cinema of a 州
    ]


_STEPS = (
    _read_amounts,
    _read_stops,
    _read_documents,
    _read_states,
    _read_divisions,
    _read_settlements,
    _read_abroad,
    _read_agencies,
    _read_posts,
    _read_routes,
    _read_events,
    _read_places,
    _read_projects,
    _read_listed_places,
    _read_openings,
    _tidy,
)


def _with_work(event: Span, works: Sequence[Span]) -> Span:
    """An event with all of the work that its name begins within (江北|湖山广场项目开工仪式)."""
    start = min((w.start for w in works if w.start < event.start < w.end < event.end), default=event.start)
    return event if event.name else event._replace(start=start)


def _is_built(text: str, route: Span) -> bool:
    """Whether a sentence tells of a line's building rather than of the line."""
    return builds(text, route.start, route.end) or bool(route.name and "项目" in text[route.end : route.end + 40])


_COMMITTEE_OF_EVENT = re.compile("(?:组委会|组织委员会|执委会|筹委会)(?:办公室)?")
# 近百名党委讲师团专家: people counted, no body.
_COUNTED = re.compile("(?:近|约|逾|数|上)?[十百千万]+[多余]?[名位]")
_LEAD = re.compile(
    "据(?=[一-鿿]{3})|为(?=高铁|高速|铁路|公路)|专程到|前往|(?:全面|深入|持续|大力|扎实|坚决)?(?:实施|打好|打赢)(?=[一-鿿]{4})|[一-鿿]{0,4}(?:做好|办好|开好)(?=[一-鿿]{4})"
)


_ADVERB = re.compile("不断|充分|全面|持续|进一步|切实|大力|着力|积极|逐步|主动|严格|坚决")


def _said(text: str, spans: Sequence[Span]) -> list[Span]:
    """Names found by their head without what is done to them (充分肯定|国务院); none where little is left (不断丰富|社区)."""
    said = []
    for span in spans:
        adverb = None if span.name or span.via in ("division", "place.foreign") else _ADVERB.match(text, span.start, span.end)
        if adverb and tag(text[adverb.end() : adverb.end() + 2]) == "v":
            span = span._replace(start=min(adverb.end() + 2, span.end))
            if span.end - span.start < 3:
                continue
        said.append(span)
    return said


def _without_lead(text: str, span: Span) -> Span:
    """A name without the word that leads to it where a clause begins (据|龙洞水库指挥部介绍), or the end of what points (我县|东湖项目)."""
    if span.start and text[span.start] in "省市区县州旗" and text[span.start - 1] in "我本全该" and not span.name:
        return span._replace(start=span.start + 1)
    lead = None if span.via in ("division", "place.foreign") else _LEAD.match(text, span.start, span.end)
    opens = not span.start or text[span.start - 1] in "，。；： "
    return span._replace(start=lead.end()) if lead and (opens or len(lead.group()) > 1) and not span.name else span


# 甲国一购物中心, 乙州一中学: one of many, told without its name; 一汽, 一中, 第一人民医院 and 一体化 are names or parts of words.
_ONE = re.compile(
    "(?<![第十])一(?:[家所座处间]|大型|小型|购物|私立|公立|商[场店]|军[用事]|[一-鿿]{0,4}(?:音乐[厅会]|核电站|大学|高中|学校|教堂|机场|工厂|药厂|医院|公司|酒店|超市|党)$)"
)


def _one_of(text: str, span: Span, ends: Mapping[int, int]) -> bool:
    """Whether a name only tells that something is one of a place's many."""
    if "一" not in text[span.start : span.end]:
        return False
    first = min((end for end in ends if span.start < end < span.end), default=span.end)
    return _ONE.search(text, first, span.end) is not None


def _joined(text: str, agencies: list[Span], abroad: list[Span]) -> list[Span]:
    """Organizations with the bodies of foreign states, of two that overlap the longer: 空军 is no body of its own in 乌克兰空军."""
    joined: list[Span] = []
    for body in abroad:
        longer = next((a for a in agencies if a.start == body.start and a.end > body.end), None)
        if longer:  # 乌国防部|情报总局
            name = longer.name or body.name + text[body.end : longer.end]
            agencies = [a._replace(name=name) if a is longer else a for a in agencies]
        elif not any(a.start < body.start and body.end <= a.end for a in agencies):
            joined.append(body)
    return [a for a in agencies if not any(a.start < b.end and b.start < a.end for b in joined)] + joined


_SECTIONED = ("project.section", "project.phase", "project.head", "project.listed")
_PHASE = re.compile("[一二三四]期(?:工程|项目)?$")


def _is_in_section(text: str, span: Span, section: Span) -> bool:
    """Whether a section is the phase it begins with (湖山线一期工程（望江至东湖段）), or ends with a work cut out of it."""
    if span.start == section.start:
        return span.end < section.end and _PHASE.search(text, max(span.start, span.end - 5), span.end) is not None
    return section.start < span.start and span.end == section.end


_FIRM = re.compile("(?:公司|集团|药业|实业|合作社|(?<!处理)(?<!加工)(?<![水电气])厂)$")
_BUILT = re.compile("(?:中心|馆|园|基地|实验室|站|院|城|广场|综合体)$")

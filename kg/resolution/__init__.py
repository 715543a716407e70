"""Mentions to entities: one real thing, one identifier, whatever its forms in the text.

`resolve` is a pure function of one document's mentions and the bundled resources; the same thing in two documents meets by identifier.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model import AGENCY, DOCUMENT, ENTITY_TYPES, EVENT, PERSON, PLACE, PROJECT, TITLE, Document, Entity, Location, Mention
from kg.reading.alignment import locate
from kg.recognition.divisions import Division, letters_of, letters_of_provinces, load_divisions
from kg.recognition.events.heads import HOLDS_IT
from kg.resolution.agencies import Named
from kg.resolution.bodies import name_agencies
from kg.resolution.context import Context, context_of
from kg.resolution.divisions import FROM_GAZETTEER, by_sentence, region_of, resolve_divisions
from kg.resolution.identity import mint, place_id, plain
from kg.resolution.names import called, common_form, full_name, full_names, is_party_congress, without_version
from kg.resolution.phases import phase_of, phase_parents, tells_its_ends
from kg.resolution.routes import unify_routes

__all__ = ["resolve"]


@dataclass
class _Thing:
    """An entity in the making."""

    id: str
    type: str
    name: str
    kind: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)


def resolve(doc: Document, mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], dict[str, Entity]]:
    """Give every entity mention its entity.

    Returns:
        The mentions with `entity` set (those that stand for nothing are left out), and the entities by identifier.
    """
    mentions, routes = unify_routes(mentions)
    divisions = resolve_divisions(doc, mentions)
    context = context_of(doc, by_sentence(divisions), mentions)
    things: dict[str, _Thing] = {}
    linked: list[Mention] = []

    def link(mention: Mention, id_: str, name: str, kind: str = "", **facts: str) -> None:
        thing = things.get(id_)
        if thing is None:
            thing = things[id_] = _Thing(id_, mention.type, name, kind, facts)
        thing.mentions.append(mention)
        if not mention.implied:
            thing.names.add(called(mention))
        linked.append(_linked(mention, id_))

    agencies = name_agencies(doc, mentions, context)
    parents = phase_parents(mentions)
    for mention, division in divisions.items():
        _link_division(mention, division, link)
    short = full_names(doc, mentions, agencies)
    homes = _homes(mentions, agencies)
    code = _county(doc.place)
    # 市委召开常委会议 in the headline is the one that the text tells of, whichever rule has found it.
    regular = {full_name(m, short) for m in mentions if m.via == "event.regular"}
    generic = {plain(m.text) for m in mentions if m.via == "event.generic"}
    stories = _stories(doc, mentions)
    # 江北市公安局湖山分局 and 湖山分局 are one body, of the division that its full name tells.
    wholes = {plain(body.name): body for body in reversed(agencies.values())}
    for mention in mentions:
        if mention.type not in ENTITY_TYPES:
            linked.append(mention)
        elif mention.type == PERSON:
            link(mention, mint(PERSON, mention.name, homes.get(mention.name, code)), mention.name)
        elif mention.via == "deixis":
            _link_pointed(mention, context, link)
        elif mention.type in (PROJECT, PLACE) and mention in routes:
            full = routes[mention]
            link(mention, mint(mention.type, full, "" if "至" in full else code), full, mention.kind)
        elif mention.type == AGENCY and mention in agencies:
            body = agencies[mention]
            name = plain(body.name)
            full = short[AGENCY].get(name, name)
            link(mention, _agency_id(full, body if full == name else wholes.get(full, body), code), full, body.kind)
        elif mention.type == PLACE and mention not in divisions:
            abroad = mention.via == "place.foreign"
            name = called(mention)
            region = region_of(name if abroad else mention.text) if abroad or mention.via in FROM_GAZETTEER else None
            if region:
                above = {"parent": mint(PLACE, region.within)} if region.within else {}
                link(mention, mint(PLACE, region.name), region.name, region.kind, **above)
                continue
            full = short[PLACE].get(name, name)
            link(mention, mint(PLACE, full, "" if abroad else code), full, mention.kind)
        elif mention.via == "project.phase":
            if mention in parents:
                parent = parents[mention]
                name, phase = plain(parent.text), plain(mention.text)
                id_ = mint(PROJECT, phase_of(short[parent.type].get(name, name), phase), code)
                link(mention, id_, phase_of(name, phase), mention.kind)
            elif tells_its_ends(mention.text):
                link(mention, mint(PROJECT, plain(mention.text), code), plain(mention.text), mention.kind)
        elif mention.via == "event.generic":
            story = stories[doc.sentences[mention.sentence].article]
            full = short[EVENT].get(plain(mention.text), plain(mention.text))
            if full != plain(mention.text) and all(full_name(m, short) != full for m in story if m.type == EVENT):
                full = plain(mention.text)  # the ceremony of another story
            if opening := _OPENS.fullmatch(full):
                full = _opened(mention, opening[1], story, doc)
                if not full:
                    continue  # the opening of a session is the session
            elif full == mention.text:
                full = _celebrated(mention, story, doc) or _of_project(mention, story, doc) or full
                full = short[EVENT].get(full, full)
            known = _regular_id(full, doc, code) if full in regular else _named_id(EVENT, full, doc, code)
            id_ = mint(EVENT, full, code, doc.published, doc.id) if full in generic else known
            link(mention, id_, full, mention.kind)
        elif mention.via == "event.regular" or (mention.type == EVENT and full_name(mention, short) in regular):
            full = full_name(mention, short)
            link(mention, _regular_id(full, doc, code), full, mention.kind)
        elif mention.type in (PROJECT, EVENT, DOCUMENT):
            if (
                mention.type == DOCUMENT
                and len(plain(mention.text)) <= 2
                and plain(mention.text) == short[DOCUMENT].get(plain(mention.text))
            ):
                continue  # 《条例》 that could be either of two
            name = called(mention)
            if mention.type == DOCUMENT:
                name = without_version(name)
            full = short[mention.type].get(name, name)
            if mention.type == EVENT:
                full = common_form(full)
            link(mention, _named_id(mention.type, full, doc, code), full, mention.kind)
    entities = {thing.id: _entity(doc, thing) for thing in things.values()}
    return tuple(sorted(linked, key=lambda m: (m.sentence, m.start, -m.end, m.type, m.entity))), entities


# 开工 of 开工仪式, 签约 of 签约仪式: what a bare ceremony is for.
_CEREMONY = re.compile(r"(开工|奠基|签约|揭牌|启动|竣工|通车|开幕|投产|启用|颁奖|首发|授牌)(?:剪彩)?(?:仪式|典礼|活动)?$")


_OPENS = re.compile("(?:活动|大会|会议|论坛)?([开闭]幕式)")
_LASTS = re.compile("(?:节|会|展|赛|周|季|论坛|运动会|博览会|主场活动)$")
"""What an event that is opened is called."""


def _linked(m: Mention, entity: str) -> Mention:
    """The same mention of an entity: written out, as every mention passes here and `dataclasses.replace` takes nine times as long."""
    return Mention(m.sentence, m.start, m.end, m.text, m.type, m.name, m.via, m.kind, m.value, m.quantity, entity, m.implied)


def _stories(doc: Document, mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """The projects and the events by a name of their own that each article tells of: one of them is its bare ceremony."""
    stories: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.type == PROJECT or (mention.type == EVENT and mention.via != "event.generic"):
            stories[doc.sentences[mention.sentence].article].append(mention)
    return stories


def _opened(bare: Mention, opening: str, story: Sequence[Mention], doc: Document) -> str:
    """The name of a bare opening (王平出席开幕式): the one named before it, else of the festival, fair or games told of most, or nothing.

    It is of its own item of the news: of what its headline names, else of its own paragraph where that tells of one.
    """
    here = doc.sentences[bare.sentence]
    told = [m for m in story if m.type == EVENT]
    named = [m for m in told if opening in called(m)]
    if named:
        last = [m for m in named if m.sentence <= bare.sentence] or named[:1]
        return plain(last[-1].name or last[-1].text)
    lasting = [
        (m, name)
        for m in told
        if m.sentence <= bare.sentence and _LASTS.search(name := called(m)) and not _SESSION.search(name)
    ]
    headed = [name for m, name in lasting if doc.sentences[m.sentence].role == "title"]
    lately = [(m, name) for m, name in lasting if bare.sentence <= m.sentence + _OPENING_REACH]
    near = [
        name
        for m, name in lately
        if doc.sentences[m.sentence].paragraph == here.paragraph and (m.sentence, m.end) < (bare.sentence, bare.start)
    ]
    names = Counter(headed or near or [name for _, name in lately])
    return names.most_common(1)[0][0] + opening if names else ""


_OPENING_REACH = 12
"""How many sentences a bare opening may stand behind what it opens."""
_SESSION = re.compile("(?:全会|全体会议|常委会|次会议|政协|人大)")


def _celebrated(bare: Mention, story: Sequence[Mention], doc: Document) -> str:
    """The name of the event that a bare ceremony (出席开工仪式) is: the last named one for the same occasion, or nothing."""
    occasion = _CEREMONY.search(bare.text)
    named = [
        called(m)
        for m in story
        if m.type == EVENT
        and m.sentence <= bare.sentence
        and occasion
        and (
            ((other := _CEREMONY.search(m.text)) and other.group(1) == occasion.group(1))
            # 集中开工活动|启动。启动仪式上
            or re.match(f"(?:正式)?{occasion.group(1)}[，。]", doc.sentences[m.sentence].text[m.end : m.end + 8])
        )
    ]
    return named[-1] if named else ""


# 云川二桥|举行|通车仪式
_OPENED_SITE = re.compile("(?:桥|隧道|[公铁]路|高速|大道|水库|电站|机场|航站楼|码头|公园)$")


def _of_project(bare: Mention, story: Sequence[Mention], doc: Document) -> str:
    """The name of a bare ceremony by the project that its sentence or the headline (湖山小镇项目开工) says to be begun, or nothing."""
    occasion = _CEREMONY.search(bare.text)
    if occasion is None:
        return ""
    for project in story:
        if (project.type == PROJECT or _OPENED_SITE.search(project.text)) and project.sentence <= bare.sentence:
            sent = doc.sentences[project.sentence]
            here = project.sentence == bare.sentence and project.end < bare.start
            headed = sent.role == "title" and re.match("(?:正式|集中|全面|隆重)?" + occasion.group(1), sent.text[project.end :])
            if headed or (here and HOLDS_IT.fullmatch(sent.text, project.end, bare.start)):
                return plain(project.name or project.text) + bare.text
    return ""


def _link_division(mention: Mention, division: Division, link: object) -> None:
    assert callable(link)
    chain = load_divisions().chain(division)
    facts = {"code": division.code, "level": division.level}
    if chain:
        facts["parent"] = place_id(chain[0])
    if division.longitude is not None:
        facts["longitude"], facts["latitude"] = str(division.longitude), str(division.latitude)
    link(mention, place_id(division), division.name, division.level.capitalize(), **facts)


def _link_pointed(mention: Mention, context: Context, link: object) -> None:
    """我县 and 全市 mean the paper's division or the last one named; 全国 and 我国 the country."""
    assert callable(link)
    if "国" in mention.text:
        link(mention, mint(PLACE, "中国"), "中国", "Country")
        return
    if len(mention.text) == 1:
        places = (context.paper, *context.containers)
        division = next((d for d in places if d and mention.text in letters_of(d)), None)
        division = division or letters_of_provinces().get(mention.text)
    else:
        if mention.text[0] == "该" and (there := context.place_abroad(mention.text[1:], mention)):
            region = load_divisions().regions().get(there.text)
            name = region.name if region else there.text
            link(mention, mint(PLACE, name), name, there.kind)
            return
        level, paper = mention.text[1:], context.paper
        # 全区 in the paper of a region or of one of its cities
        province = paper if paper is None or paper.level == "province" else context.containers[-1]
        regional = level == "区" and paper is not None and paper.level != "county"
        regional = regional and province is not None and province.name.endswith("自治区")
        division = province if regional else context.means(level, mention.sentence)
    if division:
        _link_division(mention, division, link)


def _homes(mentions: Sequence[Mention], agencies: dict[Mention, Named]) -> dict[str, str]:
    """The scope of each person: the division of the body of the first post; nothing for posts in national bodies."""
    homes: dict[str, str] = {}
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    for found in by_sentence.values():
        for index, mention in enumerate(found):
            if mention.type != PERSON or mention.name in homes:
                continue
            titles = [m for m in found[:index] if m.type == TITLE and m.end <= mention.start]
            if titles and titles[-1].end >= mention.start - 1:
                body = next(
                    (
                        agencies[m]
                        for m in found
                        if m in agencies and (m.end == titles[-1].start or m.start == titles[-1].start)
                    ),
                    None,
                )
                if body and body.division:
                    homes[mention.name] = _county(body.division.code)
                elif (
                    body
                    and body.unique
                    and body.kind in ("Party", "Government", "Congress", "Consultative", "Discipline", "Military")
                ):
                    homes[mention.name] = ""
    return homes


def _county(code: str) -> str:
    return code.partition("/")[0]


def _agency_id(full: str, body: Named, code: str) -> str:
    if body.unique:
        return mint(AGENCY, full)
    return mint(AGENCY, full, _county(body.division.code) if body.division else code)


# A report that every government gives each year is one of that year and place.
_YEARLY = re.compile(r"(?:政府|人大常委会|法院|检察院|政协常委会)?工作报告")


def _regular_id(full: str, doc: Document, code: str) -> str:
    """A regular meeting is one of the day of its report, unless the document tells its number (第12次常务会议)."""
    return _named_id(EVENT, full, doc, code) if re.search("第|届", full) else mint(EVENT, full, code, doc.published)


def _named_id(type_: str, full: str, doc: Document, code: str) -> str:
    if type_ == EVENT and is_party_congress(full):
        return mint(type_, full)
    if type_ == DOCUMENT and len(full) >= 8:
        return mint(type_, full)
    yearly = (type_ == EVENT and not re.search(r"20\d\d|届|第", full)) or (type_ == DOCUMENT and _YEARLY.fullmatch(full))
    return mint(type_, full, code, doc.published[:4] if yearly else "")


def _entity(doc: Document, thing: _Thing) -> Entity:
    spans: set[tuple[int, int]] = set()
    for mention in thing.mentions:
        spans.update(locate(doc.sentences[mention.sentence], mention.start, mention.end, doc.text))
    return Entity(
        thing.id,
        thing.type,
        thing.name,
        thing.kind,
        tuple(sorted(thing.names - {thing.name})),
        tuple([Location(doc.id, start, end, doc.text[start:end]) for start, end in sorted(spans)]),
        thing.facts,
    )

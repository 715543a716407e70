"""What each mention stands for, type by type: the identifier of its entity, the name and what reference data knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, PROJECT, Mention
from kg.recognition.divisions import Division, Region, letters_of, letters_of_provinces, load_divisions
from kg.recognition.projects.known import is_known
from kg.resolution.ceremonies import name_ceremony
from kg.resolution.context import Context
from kg.resolution.divisions import FROM_GAZETTEER, region_of
from kg.resolution.identity import mint, place_id, plain
from kg.resolution.names import called, common_form, full_name, without_version
from kg.resolution.phases import phase_of, same_phase, tells_its_ends
from kg.resolution.scopes import agency_id, named_id, regular_id
from kg.resolution.survey import Survey


@dataclass(slots=True, unsafe_hash=True)
class Referent:
    """The real thing that a mention stands for."""

    id: str
    name: str
    kind: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


def referent_of(mention: Mention, survey: Survey) -> Referent | None:
    """What an entity's mention stands for; None where that stays open.

    Names of divisions are left out: `division_referent` is for them.
    """
    return _BY_TYPE[mention.type](mention, survey)


def division_referent(division: Division) -> Referent:
    """A division, by its code."""
    chain = load_divisions().chain(division)
    facts = {"code": division.code, "level": division.level}
    if chain:
        facts["parent"] = place_id(chain[0])
    if division.longitude is not None:
        facts["longitude"], facts["latitude"] = str(division.longitude), str(division.latitude)
    return Referent(place_id(division), division.name, division.level.capitalize(), facts)


def _region_referent(region: Region) -> Referent:
    above = {"parent": mint(PLACE, region.within)} if region.within else {}
    return Referent(mint(PLACE, region.name), region.name, region.kind, above)


def _person(mention: Mention, survey: Survey) -> Referent:
    return Referent(mint(PERSON, mention.name, survey.homes.get(mention.name, survey.code)), mention.name)


def _agency(mention: Mention, survey: Survey) -> Referent | None:
    body = survey.agencies.get(mention)
    if body is None:
        return None
    name = plain(body.name)
    full = survey.names[AGENCY].get(name, name)
    whole = body if full == name else survey.wholes.get(full, body)
    return Referent(agency_id(full, whole, survey.code), full, body.kind)


def _place(mention: Mention, survey: Survey) -> Referent | None:
    if mention.via == "deixis":
        return _pointed(mention, survey)
    if mention in survey.routes:
        return _line(mention, survey)
    if mention in survey.divisions:
        return None
    abroad = mention.via == "place.foreign"
    region = region_of(called(mention) if abroad else mention.text) if abroad or mention.via in FROM_GAZETTEER else None
    if region:
        return _region_referent(region)
    full = _of_our_level(full_name(mention, survey.names), mention, survey)
    if mention.via == "route.end":  # 望江西 of 望江西至石泉东段 where the document has 望江西站
        full = survey.names[PLACE].get(f"{full}站", full)
    kind = mention.kind or ("Town" if full.endswith(("镇", "乡")) and not abroad else "")
    return Referent(mint(PLACE, full, "" if abroad else survey.code), full, kind)


def _pointed(mention: Mention, survey: Survey) -> Referent | None:
    """我县 and 全市 mean the paper's division or the last one named; 全国 and 我国 the country."""
    if "国" in mention.text:
        return Referent(mint(PLACE, "中国"), "中国", "Country")
    context, level = survey.context, mention.text[1:]
    if not level:  # 沪, 粤
        places = (context.paper, *context.containers)
        division = next((d for d in places if d and mention.text in letters_of(d)), None)
        division = division or letters_of_provinces().get(mention.text)
    elif mention.text[0] == "该" and (there := context.place_abroad(level, mention)):
        region = load_divisions().regions().get(there.text)
        name = region.name if region else there.text
        return Referent(mint(PLACE, name), name, there.kind)
    else:
        division = (_region_of_paper(context) or _region_before(context, mention)) if level == "区" else None
        division = division or context.means(level, mention.sentence)
    return division_referent(division) if division else None


def _region_of_paper(context: Context) -> Division | None:
    """The autonomous region that 全区 means in its own paper or in one of its cities', none in a county's."""
    paper = context.paper
    if paper is None or paper.level == "county":
        return None
    province = paper if paper.level == "province" else context.containers[-1]
    return province if province.name.endswith("自治区") else None


def _region_before(context: Context, mention: Mention) -> Division | None:
    """The autonomous region that 全区 means in national news that has just named one and no district (湖滨自治区去年|全区产值…)."""
    if context.paper is not None:
        return None
    for index in range(mention.sentence, max(mention.sentence - 4, -1), -1):
        named = context.named.get(index, ())
        if any(d.level == "county" and d.name.endswith("区") for d in named):
            return None
        if region := next((d for d in named if d.level == "province" and d.name.endswith("自治区")), None):
            return region
    return None


def _line(mention: Mention, survey: Survey) -> Referent:
    full = survey.routes[mention]
    return Referent(mint(mention.type, full, "" if "至" in full else survey.code), full, mention.kind)


def _project(mention: Mention, survey: Survey) -> Referent | None:
    if mention in survey.routes:
        return _line(mention, survey)
    if mention.via == "project.phase":
        return _phase(mention, survey)
    full = _of_our_level(full_name(mention, survey.names), mention, survey)
    id_ = mint(PROJECT, full) if is_known(full) else named_id(PROJECT, full, survey.doc, survey.code)
    return Referent(id_, full, mention.kind)


def _phase(mention: Mention, survey: Survey) -> Referent | None:
    phase, parent = plain(mention.text), survey.phases.get(mention)
    if parent:
        name = plain(parent.text)
        whole = survey.names[parent.type].get(name, name)
        for form in same_phase(phase):
            if full := survey.names[PROJECT].get(phase_of(whole, form)):  # 湖山电厂二期项目, 二期
                return Referent(named_id(PROJECT, full, survey.doc, survey.code), full, mention.kind)
        said = {plain(other.text) for other in survey.phases}
        phase = next((form for form in same_phase(phase) if form in said), phase)
        return Referent(mint(PROJECT, phase_of(whole, phase), survey.code), phase_of(name, phase), mention.kind)
    return Referent(mint(PROJECT, phase, survey.code), phase, mention.kind) if tells_its_ends(mention.text) else None


def _event(mention: Mention, survey: Survey) -> Referent | None:
    if mention.via == "event.generic":
        return _ceremony(mention, survey)
    full = full_name(mention, survey.names)
    told = _of_place_and_year(full, mention, survey)
    if mention.via == "event.regular" or full in survey.regular:
        return Referent(regular_id(told, survey.doc, survey.code), told, mention.kind)
    full = common_form(told)
    return Referent(named_id(EVENT, full, survey.doc, survey.code), full, mention.kind)


# 全市|推进会, 我县|农民丰收节; 市|十六届人大常委会第三次会议, 区|政协五届一次会议; 十四届|区|委第六次全会
_OF_OURS = re.compile("(?:[全我])([省市县区州旗])(?!级)(?=.{4})")
_OF_OUR_BODY = re.compile(
    "([省市县区州旗])(?=第?[一二三四五六七八九十]{1,3}届|委(?!托|员)|政协|人大|政府)|第?[一二三四五六七八九十]{1,3}届([省市县区州旗])(?=委|政协|人大|政府)"
)
_THIS_YEAR = re.compile("今年的?")


def _of_place_and_year(name: str, mention: Mention, survey: Survey) -> str:
    """An event's name with the place and the year that the text only points to: 全市推进会 of 湖山市, 今年第二季度开工仪式 of 2022."""
    if (this := _THIS_YEAR.match(name)) and survey.doc.published[:4]:
        name = f"{survey.doc.published[:4]}年{name[this.end() :]}"
    pointed = _OF_OURS.match(name) or _OF_OUR_BODY.match(name)
    if pointed is None:
        return name
    level = pointed[1] or pointed[2]
    division = _region_of_paper(survey.context) if level == "区" and name.startswith("全") else None
    division = division or survey.context.means(level, mention.sentence)
    if division is None:
        return name
    return division.name + name[0 if pointed.re is _OF_OUR_BODY and pointed[2] else pointed.end() :]


# 县|体育中心, 市|中医院综合楼建设项目; but 市政道路, 县域经济, 区块链, 省道215线
_OF_OUR_LEVEL = re.compile(
    "([省市县区州旗])(?![级政民域城道际内外区场直属间乡镇辖容花树府长委里值位块下校企本]|重点|重大|中心城)(?=.{3})"
)


def _of_our_level(name: str, mention: Mention, survey: Survey) -> str:
    """The name of a project or a place with the division that the text leaves out: 县体育中心 of 湖山县."""
    level = _OF_OUR_LEVEL.match(name)
    division = survey.context.means(level[1], mention.sentence) if level else None
    return division.name + name[1:] if division else name


def _ceremony(mention: Mention, survey: Survey) -> Referent | None:
    doc, code = survey.doc, survey.code
    story = survey.stories.get(doc.sentences[mention.sentence].article, ())
    full = name_ceremony(mention, story, doc, survey.names)
    if not full:
        return None
    if full in survey.generic:  # 仪式 of which nothing more is told is one of this document
        id_ = mint(EVENT, full, code, doc.published, doc.id)
    else:
        id_ = regular_id(full, doc, code) if full in survey.regular else named_id(EVENT, full, doc, code)
    return Referent(id_, full, mention.kind)


def _document(mention: Mention, survey: Survey) -> Referent | None:
    names, words = survey.names[DOCUMENT], plain(mention.text)
    if len(words) <= 2 and names.get(words) == words:
        return None  # 《条例》 that could be either of two
    name = without_version(called(mention))
    full = names.get(name, name)
    return Referent(named_id(DOCUMENT, full, survey.doc, survey.code), full, mention.kind)


_BY_TYPE: Mapping[str, Callable[[Mention, Survey], Referent | None]] = {
    PERSON: _person,
    PLACE: _place,
    PROJECT: _project,
    AGENCY: _agency,
    EVENT: _event,
    DOCUMENT: _document,
}

"""Whose a number is: a number in, the mention out that bears it, of its sentence or of one before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, PROJECT, Entity, Mention
from kg.recognition.divisions import contains, foreign_countries
from kg.relations import opening
from kg.relations.casualties import Casualties
from kg.relations.clauses import BUILT, NATION, PREPOSITIONS, SUBJECT_TYPES, Clause, home_of, is_country
from kg.relations.indicators import STOPS, any_of, load_words
from kg.relations.named_before import MANNED, holder_of_one, householder, issuer, person_before, team_before
from kg.relations.numbers import Number, lanes
from kg.relations.occasions import Occasions
from kg.relations.periods import is_designed
from kg.relations.statements import Scene

ACTIVE_BODIES = ("Company", "Bank", "School", "University", "Hospital", "Institution", "Cooperative")
"""Kinds of bodies that numbers are about rather than announced by."""
_SINGLE = ("ConstructionProject", "InvestmentProject", "Phase", "Railway", "Road")
"""Kinds of projects that are one work, and hold no others."""
_PASSING = ("ConstructionProject", "Programme", "Reform")
"""Kinds of projects that a local paper's next sentence may still be about, and the one after it is not."""
_CAUSING = ("使", "让", "带动", "推动", "令", "致", "标志着", "意味着")
_SO_FAR = re.compile("截[至止]|迄今|至今")
_WIDE = ("Region", "City", "Sea", "River")
"""Kinds of places beside countries and divisions in which there is many a thing."""
MEMORY = 3
"""For how many sentences a work is understood where nobody names it."""


class Bearers:
    """What a document has named so far that numbers may belong to."""

    def __init__(self, scene: Scene) -> None:
        """Note what each sentence of a scene names."""
        self.scene = scene
        sentences = scene.document.sentences
        mentions = [m for m in scene.mentions if m.entity]
        self.works = _by_sentence(m for m in mentions if m.type in (PROJECT, PLACE) and self.is_work(m))
        """The projects, roads and buildings that each sentence names, outermost and in order."""
        self.named = _by_sentence(m for m in mentions if m.type in (PLACE, PROJECT, AGENCY) and not m.implied)
        """The places, projects and bodies that each sentence names, outermost and in order."""
        self.people = _by_sentence((m for m in mentions if m.type == PERSON), nested=True)
        """The people that each sentence names."""
        in_titles = (m for m in mentions if m.type in (PLACE, PROJECT, EVENT) and sentences[m.sentence].role == "title")
        self.titles = _by_sentence(in_titles, nested=True)
        """The places, projects and events that each headline names."""
        places = (m for m in mentions if m.type == PLACE and not m.implied)
        disasters = (m for m in mentions if m.type == EVENT and scene.entities[m.entity].kind == "Disaster")
        self.casualties = Casualties(scene, _by_sentence(disasters, nested=True), _by_sentence(places, nested=True))
        self.occasions = Occasions(scene)

    def is_work(self, mention: Mention) -> bool:
        """Is it a project or a place that is built?"""
        entity = self.scene.entities[mention.entity]
        return entity.type == PROJECT or (entity.type == PLACE and entity.kind in BUILT)

    def is_plain_place(self, mention: Mention | None) -> bool:
        """Is it a place that is not built?"""
        return mention is not None and mention.type == PLACE and not self.is_work(mention)

    def is_at_large(self, subject: Mention | None) -> bool:
        """Is it a place in national news, which has no place of its own?"""
        return not self.scene.document.place and self.is_plain_place(subject)

    def is_wide(self, subject: Mention | None) -> bool:
        """Is it a country, a division, a sea in national news, in which there is many a thing?"""
        if subject is None or not self.is_at_large(subject):
            return False
        entity = self.scene.entities[subject.entity]
        return "code" in entity.facts or entity.kind in _WIDE or is_country(entity)

    def find(self, number: Number) -> Mention | None:
        """What a number is told of: the event told of before, the clause's subject, or the topic it goes on with."""
        if listed := self._next_of_list(number):
            return listed
        if whole := holder_of_one(number):
            return whole
        if team := team_before(number):
            return team
        if division := self._in_all(number):
            return division
        if person := person_before(number) or householder(number, self.people.get(number.sentence, ())):
            return person
        found = self._beside_briefing(self.occasions.find(number) or self._subject(number))
        if found is not None and self._of_nation_rather(found, number):
            return _implied(self._nation())
        if found is not None and (self._only_proposes(found, number) or self._told_by_another(found, number)):
            if (home := home_of(self.scene)) is not None:
                return _implied(home)
            if self.scene.entities[found.entity].name.startswith(_OF_THE_NATION):
                return _implied(self._nation())
        clause, text = number.clause, number.text
        if found is not None and found.sentence == number.sentence and not found.implied:
            led = text[max(found.end, number.start - 16) : number.start]
            some = ("等" in led or "在内的" in led) and _LISTS.fullmatch(text, found.end, number.start)
            return _implied(home_of(self.scene)) if some else found
        places = [m for m in clause.outer if m.type == PLACE and not m.implied and m.end <= number.start]
        here = found is not None and found.sentence == number.sentence
        # 产粮大省|黑龙江农作物收获2亿亩: what kind of place it is stands before the subject
        if places and not here and _KIND_OF_PLACE.fullmatch(text, clause.start, places[0].start):
            return places[0]
        # “粮仓”河南|8500万亩小麦: the division right before the number, where no other is named as the subject
        near = next((m for m in places if m.end == number.start), None)
        if near is None or number.end >= clause.end or text[number.end] in STOPS:
            return found
        apart = text[near.start - 1 : near.start] in PREPOSITIONS or "code" not in self.scene.entities[near.entity].facts
        return found if apart else near

    def instead_of(self, subject: Mention) -> Mention | None:
        """The division that bears what is of a thing that nobody names, beside the one told of."""
        return subject if self.is_plain_place(subject) else _implied(home_of(self.scene))

    def settle(self, number: Number, subject: Mention | None, *, modified: bool, counted: str) -> Mention | None:
        """What a number is of rather than the subject told of: the dead of a disaster, the length of a line.

        Args:
            number: The number.
            subject: What it was found to be told of.
            modified: Whether it stands before that as its modifier.
            counted: What the sentence has counted.
        """
        if number.kind == "count" and subject is not None and (number.right or number.left).endswith("项目"):
            subject = self._of_projects(number.clause, subject)
        if number.kind == "count" or number.left.endswith("经济损失"):
            subject = self.casualties.find(number, subject) or subject
        if number.left.endswith("震源深度") and (quake := self.casualties.disasters.get(number.sentence)):
            return quake[0]
        if number.left.startswith(_OF_LINE) and self.is_plain_place(subject):
            return self._work(number, counted=counted)  # 自东坪北站引出，经…，线路|全长428公里: of no station
        if number.kind in ("area", "amount") and subject is not None and self.scene.entities[subject.entity].kind == "Party":
            subject = self._seat(subject)
        if modified or not (is_designed(number.left) or lanes(number)):
            return subject
        entity = self.scene.entities[subject.entity] if subject is not None else None
        division = entity is not None and ("code" in entity.facts or entity.kind == "Country")
        # 甲市至乙市的甲乙铁路开通，设计时速160公里: whose length and speed it is
        lined = division and number.quantity.unit in _LINE_UNITS and _LINE.search(number.left)
        if not (lined or self._is_default(subject, entity, number)):
            return subject
        return (
            self._work(number, counted=counted) or subject or (_implied(home_of(self.scene)) if self._listed(number) else None)
        )

    def work_told_of(self, number: Number) -> Mention | None:
        """The project, road or building that a sentence goes on with by a common noun (基地|规划总规模): the only one told of just before."""
        return self._work(number, counted="")

    def way(self, number: Number) -> Mention | None:
        """The road, line or bridge that a time of travel is told of: the first of this sentence or of one just before."""
        sentences = self.scene.document.sentences
        for index in range(number.sentence, max(number.sentence - MEMORY - 1, -1), -1):
            if sentences[index].article != sentences[number.sentence].article or sentences[index].role == "title":
                break
            works = [m for m in self.works.get(index, ()) if (index, m.start) < (number.sentence, number.start)]
            if works:
                return works[0]
        return None

    def without_name(self, left: str, subject: Mention, *, named: bool) -> str:
        """A label without the name of the thing that bears the number: 宁夏|累计外送电量.

        It may be that name alone where what is counted is `named` behind the number.
        """
        entity = self.scene.entities[subject.entity]
        names = {subject.text, entity.name, *entity.aliases, *(NATION if entity.name in NATION else ())}
        before, _, after = left.partition(subject.text) if subject.text else (left, "", "")
        if before and after and _KIND_OF_PLACE.fullmatch(before):  # 产粮大省湖滨|粮食产量
            return after
        if before and not after and before != left and left.endswith(MANNED):  # 派遣|青川支队|15车
            return before
        name = max((n for n in names if len(n) >= 2 and left.startswith(n)), key=len, default="")
        rest = left[len(name) :].lstrip("的")
        if name in NATION:  # 中国|队夺得金牌
            rest = _TEAM.sub("", rest)
        if left == name and (named or left.endswith(MANNED)):
            return ""
        return rest if name and len(rest) >= 2 and not _OTHER_END.match(rest) else left

    def _next_of_list(self, number: Number) -> Mention | None:
        """The next thing of a list with a number each: 长江干流4年、|黄河干流2年."""
        first, previous = number.clause.subject, number.previous
        if previous <= number.clause.start or first is None or first.implied or first.type not in (PLACE, PROJECT):
            return None
        named = (m for m in number.clause.outer if previous <= m.start and m.end <= number.start and m.type == first.type)
        return next((m for m in named if not m.implied and _JOINT.fullmatch(number.text, previous, m.start)), None)

    def _beside_briefing(self, subject: Mention | None) -> Mention | None:
        """What is told of; but what is only told at a press briefing is its division's, or the nation's where the State Council holds it."""
        name = self.scene.entities[subject.entity].name if subject is not None and subject.type == EVENT else ""
        if not name.endswith(_BRIEFINGS):
            return subject
        return _implied(home_of(self.scene) or (self._nation() if name.startswith("国务院") else None))

    def _of_nation_rather(self, found: Mention, number: Number) -> bool:
        """Is a number the nation's rather than of the games that its team plays at, or the ministry that guides all regions?"""
        if self.scene.document.place:
            return False
        entity, before = self.scene.entities[found.entity], number.text[: number.start]
        if entity.type == EVENT and number.quantity.unit == "枚":
            return _OUR_TEAM.search(before) is not None
        ours = entity.type == AGENCY and entity.kind == "Government" and number.kind == "percent"
        return ours and _GUIDES_ALL.search(before) is not None

    def _only_proposes(self, meeting: Mention, number: Number) -> bool:
        """Is a meeting only told to have proposed what the number is of (甲县委全会提出，新增就业2万人)?"""
        entity = self.scene.entities[meeting.entity]
        if entity.type != EVENT or entity.kind not in ("Meeting", "Congress") or meeting.sentence != number.sentence:
            return False
        return _PROPOSES.match(number.text, meeting.end, number.start) is not None

    def _told_by_another(self, subject: Mention, number: Number) -> bool:
        """Does a source stand between a place and the number, so that a local paper goes on with its own (甲市启动响应；记者获悉，…)?"""
        if number.clause.subject is not None or not self.is_plain_place(subject):
            return False
        return subject.sentence == number.sentence and _SOURCE.search(number.text, subject.end, number.start) is not None

    def _in_all(self, number: Number) -> Mention | None:
        """The division or the nation that has so many, of which the subject is one or which it reaches: 项目系全市|66项重点工作."""
        text, start = number.text, number.start
        if number.kind != "count":
            return None
        if "在华" in text and "在华" in text[number.end : number.clause.end] and number.clause.subject is None:
            return _implied(self._nation())  # 已有|10家|外资银行获准在华开展业务
        found = (
            _ONE_OF_ALL.search(text, max(number.clause.start, start - 12), start) if "全" in text[start - 3 : start] else None
        )
        if found is None:
            return None
        if found[1] == "国":
            return _implied(self._nation())
        home = home_of(self.scene)
        code = str(home.facts.get("code", "")) if home else ""
        of_level = (e for e in self.scene.entities.values() if e.type == PLACE and e.name.endswith(found[1]))
        around = (e for e in of_level if code and (own := e.facts.get("code", "")) and (own == code or contains(own, code)))
        return _implied(next(around, None))

    def _nation(self) -> Entity | None:
        """The nation, where the document names it."""
        return next((e for e in self.scene.entities.values() if e.type == PLACE and e.name in NATION), None)

    def _subject(self, number: Number) -> Mention | None:
        """The clause's subject, whom it makes do something (使甲市增收5亿元), or the topic it goes on with."""
        clause, text = number.clause, number.text
        named = [m for m in clause.outer if m.end <= number.start and m.type in SUBJECT_TYPES]
        if clause.subject is not None and clause.subject.start < number.start:
            return next((m for m in named if m.type == PLACE and is_struck(m, number)), clause.subject)
        if self._other_list(number):
            return None
        if issued := issuer(number):
            return issued
        if moved := [m for m in named if text.endswith(_CAUSING, clause.start, m.start)]:
            return moved[-1]
        if clause.unnamed:
            return None
        topic = self._topic(number)
        here = topic is not None and topic.sentence == clause.sentence
        if topic is not None and here and _NATION_RUNS.search(text, 0, topic.start):
            return _implied(self._nation())
        if not here and (abroad := self._reporting(clause.sentence, text)):
            return abroad
        if topic is not None and not here and self.is_at_large(topic):
            named, entities = self.named.get(clause.sentence, []), self.scene.entities
            told = opening.set_elsewhere(text, number.start)
            if told and not opening.goes_on(entities[topic.entity], told, named, entities):
                return opening.place_set(told, named)
            if other := self._other_place(topic, number):
                return None if text.startswith(_AMONG, other.end) else other
        if topic is not None:
            return topic if self._holds(topic, number) else self._headline(clause) or _implied(home_of(self.scene))
        near = next((m for m in named if text[m.start - 1 : m.start] not in ("向", "对", "给", "与", "从", "“")), None)
        return near or self._headline(clause)

    def _other_list(self, number: Number) -> bool:
        """Does a clause begin with others of the kind of its topic, listed (甲线增开8列，|乙线、丙线等增开6列)?"""
        clause, topic = number.clause, number.clause.topic
        first = clause.outer[0] if clause.outer else None
        if topic is None or first is None or first.start != clause.start or first.type != topic.type or first.implied:
            return False
        whole, part = self.scene.entities[topic.entity], self.scene.entities[first.entity]
        code, within = str(whole.facts.get("code", "")), str(part.facts.get("code", ""))
        if is_country(whole) or (code and within and contains(code, within)):
            return False  # 全国改造小区5万个，|甲省、乙省等24个省份全部开工
        listed = number.text.startswith("、", first.end) and _OTHERS_DO.search(number.text, first.end, number.start)
        return (
            bool(listed)
            and topic.sentence == clause.sentence
            and first.entity != topic.entity
            and topic.type in (PLACE, PROJECT)
        )

    def _other_place(self, topic: Mention, number: Number) -> Mention | None:
        """The place that a clause of national news names beside a place told of before, whose the number is rather.

        广西、江东大部地区将出现|50毫米以上的降雨 is not of a town told of before, 江东机场|发送5万人次 may be.
        """
        entity = self.scene.entities[topic.entity]
        if is_country(entity):
            return None
        code = str(entity.facts.get("code", ""))
        for mention in number.clause.outer:
            if mention.type != PLACE or mention.implied or mention.end > number.start or mention.entity == topic.entity:
                continue
            if number.text[mention.start - 1 : mention.start] in PREPOSITIONS:  # 对中亚、拉美出口|增长8%
                return None
            other = self.scene.entities[mention.entity]
            within = str(other.facts.get("code", ""))
            if other.name not in NATION and not (code and within and (contains(code, within) or contains(within, code))):
                return mention
        return None

    def _topic(self, number: Number) -> Mention | None:
        """The clause's topic, or the project or document of its sentence that it fills in."""
        clause, theme, topic = number.clause, number.clause.theme, number.clause.topic
        if topic is None or topic.via == "byline":  # who writes is not written about
            return None
        fills_in = theme is not None and theme.type == PROJECT and topic.type in (AGENCY, PLACE, PERSON)
        if theme is not None and fills_in and _SINCE_IT.match(number.text, theme.end) and theme.sentence == topic.sentence:
            fills_in = False  # “甲行动”启动十年来，乙市|进出口额达30亿元
        if theme is not None and fills_in and topic.type == AGENCY and theme.sentence == topic.sentence == clause.sentence:
            # 甲局持续推进乙工程|和丙研究等18个项目，组织实施268项: one of what a body does
            fills_in = not number.text.startswith(("和", "、", "等", "及", "与"), theme.end)
        if theme is not None and (fills_in or theme.type == DOCUMENT):
            topic = theme
        only_first = topic.sentence == clause.sentence and number.text.endswith(_NOT_ONLY, 0, topic.start)
        if only_first or self._only_runs(topic, number):  # 不仅仅是甲工程，今年以来|26项工程开工
            return _implied(home_of(self.scene))
        if topic.type == EVENT and self.scene.entities[topic.entity].kind == "Ceremony":
            if number.kind == "area":  # 开馆仪式举行。博物馆占地|50万平方米
                return self.work_told_of(number)
            since = topic.end if topic.sentence == clause.sentence else 0
            if _SO_FAR.search(number.text, since, number.start):
                return None  # 入住仪式举行，截至当天，|已有2578户居民迁入新居: what has come about is not the ceremony's
        if topic.type != EVENT and topic.sentence == clause.sentence and topic.start >= number.end:
            return None  # 59部作品获“五色花”工程奖: what is named only behind the number
        if topic.type == PLACE and topic.sentence not in (-1, clause.sentence) and not self.scene.document.place:
            before = self.scene.document.sentences[topic.sentence].text
            if _OF_THEM.search(before, 0, topic.start):
                return None  # 收购9万吨，其中东坪4万吨。|玉米收购…: of the whole again
        return topic

    def _only_runs(self, topic: Mention, number: Number) -> bool:
        """Is a programme only told to go on, before figures of the economy (“甲计划”持续推进，|八大产业增加值增长9%)?"""
        entity, clause = self.scene.entities[topic.entity], number.clause
        if entity.type != PROJECT or number.kind != "percent" or not self.scene.document.place:
            return False
        if topic.sentence != clause.sentence or not _RUNS.match(number.text, topic.end, clause.start):
            return False
        return entity.name.endswith(("计划", "行动", "战略", "工程")) and any_of("growth").search(number.plain) is not None

    def _of_projects(self, clause: Clause, subject: Mention) -> Mention | None:
        """Whose projects are counted: no single project told of in a sentence before, but its place."""
        entity = self.scene.entities[subject.entity]
        if subject.sentence == clause.sentence or entity.type != PROJECT or entity.kind not in _SINGLE:
            return subject
        return _implied(home_of(self.scene))

    def _is_default(self, subject: Mention | None, entity: Entity | None, number: Number) -> bool:
        """Whether nothing, or only a division or government that the sentence does not name, was found to bear a number."""
        if subject is None or entity is None:
            return True
        if "code" in entity.facts:
            return subject.sentence != number.sentence
        return entity.kind in ("Government", "Party")

    def _work(self, number: Number, *, counted: str) -> Mention | None:
        """The project, road or building that a length, an area or an investment belongs to: of this sentence, or told of just before.

        `counted` is what the sentence has counted.
        """
        text, start = number.text, number.start
        opened = max(text.rfind("；", 0, start), text.rfind("其中", 0, start), 0)
        inside = [m for m in self.works.get(number.sentence, ()) if opened <= m.start < start and not _lies_by(m, text)]
        if inside:
            return None if self._listed(number) else inside[0]
        if counted:
            return None  # 签订了7个项目的合作协议，投资总额300亿元: what was counted here, no work told of before
        sentences = self.scene.document.sentences
        for index in range(number.sentence - 1, max(number.sentence - MEMORY - 1, -1), -1):
            if sentences[index].article != sentences[number.sentence].article:
                break
            if works := self.works.get(index):
                return works[-1] if len({m.entity for m in works}) == 1 else None
        return None

    def _seat(self, committee: Mention) -> Mention:
        """The place that a Party committee's name begins with, whose works it plans (甲镇党委规划一处产业园，占地|30亩)."""
        places = [e for e in self.scene.entities.values() if e.type == PLACE and e.name.endswith(_SEATS)]
        named = [(n, e) for e in places for n in (e.name, *e.aliases) if committee.text.startswith(n)]
        if not named:
            return committee
        name, place = max(named, key=lambda pair: (len(pair[0]), pair[1].id))
        return replace(committee, end=committee.start + len(name), text=name, type=PLACE, entity=place.id)

    def _listed(self, number: Number) -> bool:
        """Does a list of works stand before a number, which is of them together (甲改造工程、乙新建工程，总投资|4亿元)?"""
        works = [m for m in self.works.get(number.sentence, ()) if m.start < number.start]
        if not works:
            return False
        return number.text.startswith("、", works[0].start - 1) or _GOES_ON_LISTING.match(number.text, works[0].end) is not None

    def _reporting(self, sentence: int, text: str) -> Mention | None:
        """The foreign country whose office a sentence without a subject quotes (甲国统计局13日称，…), or that office."""
        if not any(word in text for word in _SAYING):
            return None
        start = text.find("：") + 1 if text.startswith("（") else 0
        start += len(text[start:]) - len(text[start:].lstrip("另据"))
        country = _country_at(text, start)
        if not country or not _QUOTES_OFFICE.match(text, start + len(country)):
            return None
        place = next(
            (e for e in self.scene.entities.values() if e.kind == "Country" and (country == e.name or country in e.aliases)),
            None,
        )
        if place is not None:
            return Mention(sentence, start, start + len(country), country, PLACE, entity=place.id)
        return next((m for m in self.named.get(sentence, ()) if m.type == AGENCY and m.start == start), None)

    def _headline(self, clause: Clause) -> Mention | None:
        """In national news, the place, project, fair or meeting of the headline right above: a number without a subject is told of it."""
        sentences = self.scene.document.sentences
        if self.scene.document.place:
            return None
        above = clause.sentence - 1
        while above >= 0 and sentences[above].role != "title" and clause.sentence - above <= 4:
            above -= 1
        if above < 0 or sentences[above].role != "title" or sentences[above].article != sentences[clause.sentence].article:
            return None
        above_it = [m for m in self.titles.get(above, ()) if self.scene.entities[m.entity].kind not in ("Congress", "Party")]
        # 青海|云江水电站 is one thing, 江北市|招商大会 may be either
        whole = [o for o in above_it if o.type == PLACE]
        named = [m for m in above_it if m.type != PLACE or not any(o.start <= m.start and m.end < o.end for o in whole)]
        return named[0] if len({m.entity for m in named}) == 1 else None

    def _holds(self, topic: Mention, number: Number) -> bool:
        """May a thing named in an earlier sentence bear the numbers of this one?

        An office that spoke before was only their source; and in national news, which has no place of its own, the next
        paragraph is another story.
        """
        clause = number.clause
        if topic.sentence in (-1, clause.sentence):
            return True
        entity = self.scene.entities[topic.entity]
        if entity.type == AGENCY and entity.kind not in ACTIVE_BODIES:
            return self._goes_on_acting(topic, number)
        if self.scene.document.place and entity.kind in _PASSING and clause.sentence - topic.sentence > 1:
            return self._goes_on_with(topic, number)
        headline = clause.theme is topic and entity.name in NATION and entity.type == PLACE
        if self.scene.document.place or headline:
            return True
        sentences = self.scene.document.sentences
        near = sentences[topic.sentence].paragraph == sentences[clause.sentence].paragraph
        # what is counted is seldom of a country or a place abroad that was named before the last sentence
        far = 1 if number.kind == "count" and "code" not in entity.facts else 2
        return near and (entity.type != PLACE or entity.name in NATION or clause.sentence - topic.sentence <= far)

    def _goes_on_with(self, work: Mention, number: Number) -> bool:
        """Does a sentence tell more of a building project, where those between have named nothing else (建成后|床位500张)?"""
        if self.scene.entities[work.entity].kind != "ConstructionProject" or number.sentence - work.sentence > MEMORY:
            return False
        between = range(work.sentence + 1, number.sentence)
        if any(m.entity != work.entity for index in between for m in self.named.get(index, ())):
            return False
        said = number.text[: number.end]
        return any_of("after").search(said) is not None or any_of("whole").search(said) is not None

    def _goes_on_acting(self, office: Mention, number: Number) -> bool:
        """Does a sentence tell of what an office did that was named before (已派出5个工作组)?"""
        text, since = number.text, number.sentence - office.sentence
        if since == 1 and any_of("act").match(text.lstrip("已并还正又")):
            return True
        # 行动中，大队共|检查车辆350辆: in a local paper the deeds may stand anywhere, and go on for some sentences
        return bool(self.scene.document.place) and since <= MEMORY and _deeds().search(text, 0, number.start) is not None


def is_struck(mention: Mention, number: Number) -> bool:
    """Is it what the subject of a number's clause brings something upon: 甲国加征关税导致|乙国出口下降9%?"""
    subject = number.clause.subject
    if subject is None or mention.sentence != number.sentence or mention.start < subject.end:
        return False
    return number.text.endswith(("导致", "造成"), subject.end, mention.start)


def _lies_by(work: Mention, text: str) -> bool:
    """Does a road or a river only tell where something lies: 位于|甲路|以东?"""
    before = text.endswith(("位于", "坐落于", "坐落在", "地处", "毗邻", "紧邻", "邻近", "临近", "靠近"), 0, work.start)
    return before or _BESIDE.match(text, work.end) is not None


def _by_sentence(mentions: Iterable[Mention], *, nested: bool = False) -> dict[int, list[Mention]]:
    """Mentions by their sentence, in order; without those inside another unless `nested`."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        inside = found.setdefault(mention.sentence, [])
        if nested or not inside or mention.start >= inside[-1].end:
            inside.append(mention)
    return found


def _implied(entity: Entity | None) -> Mention | None:
    """A mention without words of a place that is understood."""
    return Mention(-1, 0, 0, "", PLACE, entity=entity.id, implied=True) if entity else None


def _country_at(text: str, start: int) -> str:
    """The foreign country whose name stands at a place of a text, if one does."""
    countries = foreign_countries()
    return next((text[start : start + n] for n in range(10, 1, -1) if text[start : start + n] in countries), "")


@cache
def _deeds() -> re.Pattern[str]:
    """What offices do, at the beginning of a clause or behind what it tells of them: 行动中，|共检查."""
    deeds = "|".join(map(re.escape, (*load_words()["act"], *load_words()["enforce"])))
    return re.compile(f"(?:^|[，；：])[^，；：。、0-9]{{0,8}}?(?:{deeds})")


# 两个项目均系|全市|66项重点工作, 范围拓展至|全国|720个县
_ONE_OF_ALL = re.compile(
    "(?:[系是为]|入选|列入|纳入|属于|拓展[至到]|扩大[至到]|覆盖|涉及)全([国省市县区州旗])(?:共|约|近|超)?$"
)
# ；记者从省防总|获悉，
_SOURCE = re.compile("[；…]记者[^，；。]{0,24}(?:获悉|了解到)，|；据(?:初步)?统计，")
# 全会|明确了加快构建5个产业集群, but 会议|审议3个文件
_PROPOSES = re.compile(
    "[^，。；]{0,6}(?:提出|明确|要求|强调|指出|部署|确定)(?!.{0,3}[0-9一二三四五六七八九十两]+[项个条点方]{1,2}(?:要求|意见|建议|措施|任务|方面))"
)
_BRIEFINGS = ("新闻发布会", "吹风会", "记者会", "新闻通气会")
# 乙线、丙线等|线路增开6列, but not 乙县、丙县等|8个县
_OTHERS_DO = re.compile("等(?:地|多地)?[^，。；0-9等约近超]{2,}$")
# 中央政治局会议|指出
_OF_THE_NATION = ("中央", "中共", "党的", "国务院", "全国")
_NOT_ONLY = ("不仅是", "不仅仅是", "不只是", "除了")
# “甲计划”|持续推进，
_RUNS = re.compile("[^，。；]{0,6}(?:推进|实施|落实|开展|见效|显效|落地|展开)，")
_SAYING = ("称", "表示", "公布", "发布", "宣布", "显示", "通报", "消息")
# 甲国|国家统计局13日公布的数据显示，; its press tells of anybody.
_QUOTES_OFFICE = re.compile(f"(?!媒体|方面|新闻|通讯|电视)[^，。；]{{2,16}}(?:{'|'.join(_SAYING)})[^，。；]{{0,10}}[，：]")
# 我国加快实施|“茶山+”行动，茶叶产量增长5%: what the nation runs bears none of its numbers
_NATION_RUNS = re.compile("(?:我国|国家)(?:加快|大力|深入|全面|持续|启动)*(?:实施|推进|开展|落实)“?$")
# 收购9万吨，其中|东坪4万吨
_OF_THEM = re.compile("[0-9][^，。；]{1,6}(?:以上)?，其中，?$")
# 产粮大省|黑龙江
_KIND_OF_PLACE = re.compile("[^，。；0-9在与向对从由被比和、]{2,8}(?:大[省市县区国镇]|强[省市县区国]|之[乡都城]|名[城镇])“?")
_SEATS = ("镇", "乡", "街道", "村", "社区", "县", "区", "市", "旗")
_GOES_ON_LISTING = re.compile("[、和及与]")
# 4年|、|黄河干流; 1个|小区、|乙街道
_JOINT = re.compile("(?:多|左右|以上)?[一-鿿]{0,4}?[、和及与]")
# 湖山至青川最快12分钟, 湖山|北至青川: one end of a way is no bearer's name before its label.
_OTHER_END = re.compile("[、和与及至到]|[东西南北]站?[至到与]")
# 甲中心、乙项目|等201个项目开工: those named are some of the counted, and none of them has so many
_LISTS = re.compile(
    "(?:(?:建设|项目|工程)?[、（(和与及][^，。；]*)?(?:等(?:[^，。；、的0-9]{0,12}(?:项目|工程))?|在内的)(?:约|近|超|共)?"
)
_LINE = re.compile("^(?:线路|正线|主线)?(?:全长|总长|长度?|设计时速|时速)$")
# 甲省|、乙省, 甲县|等5个县
_AMONG = ("、", "等", "至", "到", "和", "与", "及")
# “甲行动”|启动十年来，
_SINCE_IT = re.compile("”?(?:倡议|战略)?(?:提出|实施|启动|开展|推进)[^，。；]{0,8}(?:以来|年来|后)，")
# 在运动会上，|中国体育代表团夺得18枚金牌
_OUR_TEAM = re.compile("(?:中国|我国)[^，。；]{0,6}(?:代表团|代表队|健儿|运动员|选手|队)")
# 中国|体育代表队|夺得金牌
_TEAM = re.compile("^(?:体育)?(?:代表)?队(?!伍)")
# 甲部正|指导各地抢收，进度已过六成
_GUIDES_ALL = re.compile("(?:指导|督促|组织|推动|支持)各地")
# 甲路|以东、|乙街与丙街交叉口
_BESIDE = re.compile("以[东西南北]|[东西南北]{1,2}[侧面]|(?:与[^，。；、]{2,10})?交[叉汇]|旁|附近")
_OF_LINE = ("线路", "全线", "正线", "路线", "主线")
_LINE_UNITS = frozenset(("公里", "米", "公里/小时"))

"""Whose a number is: a clause and a number in, the mention out that bears it, of this sentence or of one before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, PROJECT, Mention
from kg.recognition.divisions import foreign_countries
from kg.relations.clauses import NATION, PREPOSITIONS, SUBJECT_TYPES, Clause, home_of
from kg.relations.indicators import STOPS, any_of, load_words
from kg.relations.occasions import Occasion
from kg.relations.statements import Scene

ACTIVE_BODIES = ("Company", "Bank", "School", "Hospital", "Institution")
"""Kinds of bodies that numbers are about rather than announced by."""
_SINGLE = ("ConstructionProject", "InvestmentProject", "Phase", "Railway", "Road")
CAUSING = ("使", "让", "带动", "推动", "令", "致")
WORKS = frozenset(("Road", "Railway", "Airport", "Port", "Reservoir", "Park", "Building", "Infrastructure"))
"""Kinds of places that are built, with a length, an area and a cost of their own."""


class Bearers:
    """What a document has named so far that numbers may belong to."""

    def __init__(self, scene: Scene) -> None:
        """Note what each sentence of a scene names."""
        self.scene = scene
        mentions = [m for m in scene.mentions if m.entity]
        self.works = _by_sentence(m for m in mentions if self.is_work(m))
        """The projects, roads and buildings that each sentence names, outermost and in order."""
        self.named = _by_sentence(m for m in mentions if m.type in (PLACE, PROJECT, AGENCY) and not m.implied)
        """The places, projects and bodies that each sentence names, outermost and in order."""
        self.places = _by_sentence((m for m in mentions if m.type == PLACE and not m.implied), nested=True)
        """The places that each sentence names, those within names too."""
        sentences = scene.document.sentences
        in_titles = (m for m in mentions if m.type in (PLACE, PROJECT, EVENT) and sentences[m.sentence].role == "title")
        self.titles = _by_sentence(in_titles, nested=True)
        """The places, projects and events that each headline names."""
        disasters = (m for m in mentions if m.type == EVENT and scene.entities[m.entity].kind == "Disaster")
        self.disasters = _by_sentence(disasters, nested=True)
        """The disasters, accidents and attacks that each sentence names."""
        self.hit: Mention | None = None
        """The place that a sentence tells an attack on: its dead and wounded are not the attacker's."""
        self.hit_in = -1
        """That sentence."""
        self.occasion = Occasion(scene)
        """The event that the article tells of."""

    def is_work(self, mention: Mention) -> bool:
        """Is it a project or a place that is built?"""
        entity = self.scene.entities[mention.entity]
        return entity.type == PROJECT or (entity.type == PLACE and entity.kind in WORKS)

    def enter(self, article: int) -> None:
        """Go on to a sentence of an article."""
        self.occasion.enter(article)

    def gather(self, sentence: int, text: str) -> None:
        """Note a sentence that speaks of all that an occasion has started or signed."""
        self.occasion.gather(sentence, text)

    def remember(self, text: str, outer: tuple[Mention, ...]) -> None:
        """Note the event that a clause told of."""
        self.occasion.remember(text, outer)

    def find(self, clause: Clause, text: str, mention: Mention) -> Mention | None:
        """What a number is told of: the event told of before, the clause's subject, or the topic it goes on with."""
        found = self.occasion.find(clause, text, mention) or self._subject(clause, text, mention)
        # “粮仓”河南|8500万亩小麦: the division right before the number, where no other is named as the subject
        near = next((m for m in clause.outer if m.end == mention.start and m.type == PLACE and not m.implied), None)
        if found is None or found.sentence != clause.sentence:
            told = next((m for m in clause.outer if m.type == PLACE and not m.implied and m.end <= mention.start), None)
            # 产粮大省|黑龙江农作物收获2亿亩: what kind of place it is stands before the subject
            if told is not None and KIND_OF_PLACE.fullmatch(text, clause.start, told.start):
                return told
        followed = mention.end < clause.end and text[mention.end] not in STOPS
        if near is None or not followed or (found is not None and found.sentence == clause.sentence and not found.implied):
            return found
        apart = text[near.start - 1 : near.start] in PREPOSITIONS or "code" not in self.scene.entities[near.entity].facts
        return found if apart else near

    def next_of_list(self, clause: Clause, text: str, mention: Mention, previous: int) -> Mention | None:
        """The next thing of a list with a number each: 长江干流4年、|黄河干流2年."""
        first = clause.subject
        if previous <= clause.start or first is None or first.implied or first.type not in (PLACE, PROJECT):
            return None
        named = (m for m in clause.outer if previous <= m.start and m.end < mention.start and m.type == first.type)
        return next((m for m in named if not m.implied and _JOINT.fullmatch(text, previous, m.start)), None)

    def _subject(self, clause: Clause, text: str, mention: Mention) -> Mention | None:
        subject, outer = clause.subject, clause.outer
        if subject is not None and subject.start < mention.start:
            return subject
        moved = [
            m
            for m in outer
            if m.end <= mention.start and m.type in SUBJECT_TYPES and text.endswith(CAUSING, clause.start, m.start)
        ]
        if moved:
            return moved[-1]
        if clause.unnamed:
            return None
        theme, topic = clause.theme, clause.topic
        if theme is not None and topic is not None:
            fills_in = theme.type == PROJECT and topic.type in (AGENCY, PLACE, PERSON)
            topic = theme if fills_in or theme.type == DOCUMENT else topic
        if topic is not None and topic.type != EVENT and topic.sentence == clause.sentence and topic.start >= mention.end:
            topic = None  # 59部作品获“五色花”工程奖: what is named only behind the number
        if topic is not None and topic.sentence == clause.sentence and _NATION_RUNS.search(text, 0, topic.start):
            nation = next((e for e in self.scene.entities.values() if e.type == PLACE and e.name in NATION), None)
            return Mention(-1, 0, 0, "", PLACE, entity=nation.id, implied=True) if nation else None
        told_before = topic is not None and topic.type == PLACE and topic.sentence not in (-1, clause.sentence)
        if topic is not None and told_before and not self.scene.document.place:
            before = self.scene.document.sentences[topic.sentence].text
            if _OF_THEM.search(before, 0, topic.start):  # 收购9万吨，其中东坪4万吨。|玉米收购…: of the whole again
                topic = None
        if topic is None or topic.sentence != clause.sentence:
            abroad = self._reporting(clause.sentence, text)
            if abroad is not None:
                return abroad
        if topic is None:
            told = [m for m in outer if m.end <= mention.start and m.type in SUBJECT_TYPES]
            near = next((m for m in told if text[m.start - 1 : m.start] not in ("向", "对", "给", "与", "从", "“")), None)
            return near or self._headline(clause)
        if self._holds(topic, clause):
            return topic
        return self._headline(clause)

    def of_projects(self, clause: Clause, subject: Mention) -> Mention | None:
        """Whose projects are counted: no single project told of in a sentence before, but its place."""
        entity = self.scene.entities[subject.entity]
        if subject.sentence == clause.sentence or entity.type != PROJECT or entity.kind not in _SINGLE:
            return subject
        home = home_of(self.scene)
        return Mention(-1, 0, 0, "", PLACE, entity=home.id, implied=True) if home else None

    def disaster(self, mention: Mention, right: str) -> Mention | None:
        """The accident or disaster that people died of: the last one told of, at most two sentences before in the article."""
        if not right.endswith(load_words()["casualty"]):
            return None
        articles = self.scene.document.sentences
        for at in range(mention.sentence, max(mention.sentence - 3, -1), -1):
            told = [m for m in self.disasters.get(at, ()) if (at, m.start) < (mention.sentence, mention.start)]
            if articles[at].article == articles[mention.sentence].article and told:
                return told[-1]
        return None

    def struck(self, text: str, mention: Mention, subject: Mention, right: str) -> Mention | None:
        """The place where people died of what the subject did, for the rest of its sentence: 甲军空袭乙省，造成3人死亡.

        Where none is named as attacked, those who died tell it (3名乙国士兵), or who counted them (乙省卫生部门称).
        """
        if self.hit is None or self.hit_in != mention.sentence:
            self.hit, self.hit_in = self._attacked(text, mention, subject, right), mention.sentence
        return self.hit

    def _attacked(self, text: str, mention: Mention, subject: Mention, right: str) -> Mention | None:
        if (
            not right.endswith(load_words()["casualty"])
            or subject.sentence != mention.sentence
            or subject.type not in (AGENCY, PLACE)
        ):
            return None
        attack = _ATTACK.search(text, subject.end, mention.start)
        if attack is None or _SUFFERS.search(text, subject.end, attack.start()):
            return None
        others = [
            m
            for m in self.places.get(mention.sentence, ())
            if m.entity != subject.entity and not subject.start <= m.start < subject.end
        ]
        attacked = [
            m for m in others if subject.end <= m.start < mention.start and _ATTACKED.search(text, subject.end, m.start)
        ]
        theirs = [m for m in others if mention.end <= m.start < mention.end + len(right)]
        counting = [m for m in others if m.start < subject.start]
        return next(iter((*attacked[-1:], *theirs, *counting)), None)

    def _reporting(self, sentence: int, text: str) -> Mention | None:
        """The foreign country whose office a sentence without a subject quotes (甲国统计局13日称，…), or that office."""
        if not any(word in text for word in _SAYING):
            return None
        start = text.find("：") + 1 if text.startswith("（") else 0
        start += len(text[start:]) - len(text[start:].lstrip("另据"))
        country = _country_at(text, start)
        if not country or not _QUOTES_OFFICE.match(text, start + len(country)):
            return None
        place = next((e for e in self.scene.entities.values() if e.kind == "Country" and country in (e.name, *e.aliases)), None)
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

    def is_default(self, subject: Mention | None, clause: Clause) -> bool:
        """Whether nothing, or only a division or government that the sentence does not name, was found to bear a number."""
        if subject is None:
            return True
        entity = self.scene.entities[subject.entity]
        if subject.sentence == clause.sentence and "code" in entity.facts:
            return False
        return "code" in entity.facts or entity.kind in ("Government", "Party")

    def work(self, clause: Clause, text: str, mention: Mention, *, counted: str) -> Mention | None:
        """The project, road or building that a length, an area or an investment belongs to: of this sentence, or told of just before.

        `counted` is what the sentence has counted.
        """
        opened = max(text.rfind("；", 0, mention.start), text.rfind("其中", 0, mention.start), 0)
        inside = [m for m in self.works.get(clause.sentence, ()) if opened <= m.start < mention.start]
        if inside:
            return inside[0]
        if counted:
            return None  # 签订了7个项目的合作协议，投资总额300亿元: what was counted here, no work told of before
        sentences = self.scene.document.sentences
        for index in range(clause.sentence - 1, max(clause.sentence - 4, -1), -1):
            if sentences[index].article != sentences[clause.sentence].article:
                break
            if works := self.works.get(index):
                return works[-1] if len({m.entity for m in works}) == 1 else None
        return None

    def way(self, clause: Clause, mention: Mention) -> Mention | None:
        """The road, line or bridge that a time of travel is told of: the first of this sentence or of one just before."""
        sentences = self.scene.document.sentences
        for index in range(clause.sentence, max(clause.sentence - 4, -1), -1):
            if sentences[index].article != sentences[clause.sentence].article or sentences[index].role == "title":
                break
            works = [m for m in self.works.get(index, ()) if (index, m.start) < (mention.sentence, mention.start)]
            if works:
                return works[0]
        return None

    def _holds(self, topic: Mention, clause: Clause) -> bool:
        """May a thing named in an earlier sentence bear the numbers of this one?

        An office that spoke before was only their source; and in national news, which has no place of its own, the next
        paragraph is another story.
        """
        if topic.sentence in (-1, clause.sentence):
            return True
        entity = self.scene.entities[topic.entity]
        if entity.type == AGENCY and entity.kind not in ACTIVE_BODIES:
            # 已派出5个工作组: the office that spoke of its doings before does this too
            sentence = self.scene.document.sentences[clause.sentence]
            return (
                topic.sentence == clause.sentence - 1 and any_of("act").match(sentence.text.lstrip("已并还正又"), 0) is not None
            )
        headline = clause.theme is topic and entity.name in NATION and entity.type == PLACE
        if self.scene.document.place or headline:
            return True
        sentences = self.scene.document.sentences
        near = sentences[topic.sentence].paragraph == sentences[clause.sentence].paragraph
        return near and (entity.type != PLACE or entity.name in NATION or clause.sentence - topic.sentence <= 2)


def _by_sentence(mentions: Iterable[Mention], *, nested: bool = False) -> dict[int, list[Mention]]:
    """Mentions by their sentence, in order; without those inside another unless `nested`."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        inside = found.setdefault(mention.sentence, [])
        if nested or not inside or mention.start >= inside[-1].end:
            inside.append(mention)
    return found


def _country_at(text: str, start: int) -> str:
    """The foreign country whose name stands at a place of a text, if one does."""
    countries = foreign_countries()
    return next((text[start : start + n] for n in range(10, 1, -1) if text[start : start + n] in countries), "")


_SAYING = ("称", "表示", "公布", "发布", "宣布", "显示", "通报")
# 甲国|国家统计局13日公布的数据显示，; its press tells of anybody.
_QUOTES_OFFICE = re.compile(f"(?!媒体|方面|新闻|通讯|电视)[^，。；]{{2,16}}(?:{'|'.join(_SAYING)})[^，。；]{{0,10}}[，：]")
# 我国加快实施|“茶山+”行动，茶叶产量增长5%: what the nation runs bears none of its numbers
_NATION_RUNS = re.compile("(?:我国|国家)(?:加快|大力|深入|全面|持续|启动)*(?:实施|推进|开展|落实)“?$")
_OF_THEM = re.compile("[0-9][^，。；]{1,6}(?:以上)?，其中，?$")
KIND_OF_PLACE = re.compile("[^，。；0-9在与向对从由被比和、]{2,8}(?:大[省市县区国镇]|强[省市县区国]|之[乡都城]|名[城镇])“?")
_JOINT = re.compile("(?:多|左右|以上)?[、和及与]")
_ATTACK = re.compile("冲突|交火|打死|空袭|袭击|轰炸|炮击|突袭|搜捕|打击|开火|军事行动|行动")
_SUFFERS = re.compile("遭|遇|被|受到")
_ATTACKED = re.compile("(?:[对在向]|空袭|袭击|轰炸|炮击|突袭|打击|攻击)了?$")

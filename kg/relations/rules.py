"""From rules in TOML and a document's mentions to statements between entities.

A rule is a pattern over the skeleton of a sentence (`kg.relations.patterns`), a predicate, its qualifiers, a confidence, and
examples that show what it reads (`yes`) and what it must leave alone (`no`). Anything misspelled is an error at load.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.model import AGENCY, DOCUMENT, ENTITY_TYPES, EVENT, PERSON, PLACE, PROJECT, TIME, Mention, Statement
from kg.ontology import KG
from kg.recognition.divisions import contains
from kg.relations.antecedents import EVENT_REACH, find_antecedent, find_section, goes_along, listed_with
from kg.relations.clauses import walk
from kg.relations.markup import Example, MarkupError, parse_example, scene_of
from kg.relations.partners import of_two_sides, partners
from kg.relations.patterns import HOLDS, HOUSES, Pattern, PatternError, compile_pattern
from kg.relations.skeleton import TYPE_CHARS, Skeleton, build_skeleton
from kg.relations.statements import Scene, by_sentence, state
from kg.relations.triggers import Triggers

RULES = Path(__file__).resolve().parent.parent / "data" / "rules"

PREDICATES = (
    "visited",
    "participatedIn",
    "partOf",
    "locatedIn",
    "passesThrough",
    "hasStation",
    "undertakes",
    "issued",
    "about",
    "cooperatesWith",
    "holdsPost",
    "wrote",
)
"""What a rule may state: the relations between two entities."""

QUALIFIERS: Mapping[str, tuple[str | bool, ...]] = {
    "expected": (True,),
    "role": ("presided", "spoke", "attended", "organized", "announced", "invests", "builds", "operates", "runs"),
}
EACH_OTHER = "each-other"
_ENDS = {"subject", "object"}

_RULE_KEYS = {
    "id": str,
    "description": str,
    "pattern": str,
    "subject": str,
    "object": str,
    "named": dict,
    "within": int,
    "reach": int,
    "qualifiers": dict,
    "dated": bool,
    "guard": bool,
    "plans": bool,
    "yields": bool,
    "inside": bool,
    "confidence": float,
    "yes": list,
    "no": list,
}
_REQUIRED = ("id", "description", "pattern", "confidence", "yes", "no")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way in which the press states a relation. A rule is equal only to itself."""

    id: str
    predicate: str
    pattern: Pattern
    description: str
    confidence: float
    file: str = ""
    """The name of the file it stands in."""
    subject: tuple[str, ...] = ()
    """Types of a subject that the clauses before name (`"topic:Project|Place"`); empty where the pattern has a slot."""
    object: tuple[str, ...] = ()
    """The same for the object."""
    many: bool = False
    """Whoever is listed with the topic counts too (`"topic:Person*"`)."""
    each_other: bool = False
    """Every two members of the subject's list are related."""
    named: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """For `subject` or `object`, what one of the entity's names must match; for `event`, what the event at hand is called."""
    within: int = 2
    """How many sentences back a topic may stand."""
    reach: int = EVENT_REACH
    """How many sentences back an event may stand that is the topic."""
    qualifiers: Mapping[str, str | bool] = field(default_factory=dict)
    dated: bool = False
    """The nearest date before the trigger qualifies the statement."""
    guard: bool = True
    """Leave alone what is negated, demanded, planned or hypothetical."""
    plans: bool = True
    """What is only announced (将出席, 即将访问) counts."""
    yields: bool = False
    """Say nothing where another rule relates the same two in the document more precisely."""
    inside: bool = False
    """Read also the names of events, projects and documents, which may state something (甲与乙战略合作签约仪式)."""
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()


def load_rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """Read every `*.toml` of a folder, kg's own rules by default.

    Raises:
        DataError: For the first thing that is wrong, with file, rule and the nearest valid word.
    """
    return _load(folder or RULES)


@cache
def _load(folder: Path) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for found in _read_rules(folder):
        if isinstance(found, str):
            raise DataError(found)
        rules.append(found)
    return tuple(rules)


def check_rules(folder: Path) -> list[str]:
    """Everything that is wrong with a folder of rules, one line each; empty where all is well. Runs the examples."""
    problems: list[str] = []
    if not any(folder.glob("*.toml")):
        return [f"{folder}: no rule files (*.toml)"]
    for found in _read_rules(folder):
        if isinstance(found, str):
            problems.append(found)
        else:
            problems += [f"{found.file}: rule {found.id}: {problem}" for problem in failing_examples(found)]
    return problems


def failing_examples(rule: Rule) -> list[str]:
    """What a rule reads otherwise than its examples say."""
    problems: list[str] = []
    for example, kind in [*((e, "yes") for e in rule.yes), *((e, "no") for e in rule.no)]:
        scene = scene_of(example)
        pairs = {
            (scene.entities[s.subject].name, scene.entities[s.object].name)
            for s in extract_relations(scene, (rule,))
            if s.object is not None
        }
        if pairs != set(example.pairs):
            said = ", ".join(f"{s} → {o}" for s, o in sorted(pairs)) or "nothing"
            problems.append(f"{kind} example {example.text!r} gives {said}")
    return problems


def extract_relations(scene: Scene, rules: Sequence[Rule]) -> list[Statement]:
    """Apply rules to every sentence of a document.

    Returns:
        One statement for each sentence, pair and set of qualifiers, of the most confident rule, in reading order.
        Linear in the length of the text: gaps are bounded, and a rule looks only at sentences with its trigger.
    """
    mentions = by_sentence(scene)
    skeletons = [
        build_skeleton(sent.text, mentions[index]) if index in mentions and sent.role != "furniture" else None
        for index, sent in enumerate(scene.document.sentences)
    ]
    found: dict[tuple[int, str], tuple[Statement, Rule]] = {}
    reading = _Reading(scene, skeletons)
    called, called_inside, called_works = _callers(tuple(rules))
    for index, skeleton in enumerate(skeletons):
        if skeleton is None:
            continue
        names = [_Reading(scene, skeletons, name=(index, n)) for n in _telling_names(scene, index, mentions[index])]
        said = [_apply_all(called, reading, index), *(_apply_all(called_inside, name, index) for name in names)]
        if works := _with_works(scene, index, mentions[index]):
            said.append(_apply_all(called_works, _Reading(scene, skeletons, name=(index, works)), index))
        for stmt, rule in chain.from_iterable(said):
            known = found.get((index, stmt.id))
            if known is None or known[0].confidence < stmt.confidence:
                found[index, stmt.id] = stmt, rule
    precise = {_relation(s) for s, rule in found.values() if not rule.yields}
    dated = {_relation(s) for s, _ in found.values() if "date" in s.qualifiers}
    return [
        stmt
        for stmt, rule in found.values()
        if not (rule.yields and _relation(stmt) in precise)
        and not (rule.dated and "date" not in stmt.qualifiers and _relation(stmt) in dated)
    ]


def _relation(stmt: Statement) -> tuple[str, str, str | None]:
    return stmt.subject, stmt.predicate, stmt.object


class _Reading:
    """A document while rules read it: its skeletons and, once asked for, its clauses with their topics.

    Of a name that is read for itself only its own skeleton is there, so nothing before it is taken up.
    """

    def __init__(self, scene: Scene, skeletons: Sequence[Skeleton | None], *, name: tuple[int, Skeleton] | None = None) -> None:
        self.scene = scene
        self.skeletons = skeletons
        self.name = name
        """The index of a sentence with the name in it that is read for itself."""
        self._hosts: frozenset[tuple[int, str]] | None = None

    def skeleton(self, index: int) -> Skeleton | None:
        """The skeleton of a sentence; of a name that is read for itself there is only its own."""
        if self.name is None:
            return self.skeletons[index]
        return self.name[1] if self.name[0] == index else None

    def hosts(self) -> frozenset[tuple[int, str]]:
        """Who is said to accompany visitors, by the article that says so."""
        if self._hosts is None:
            sentences = self.scene.document.sentences
            self._hosts = frozenset(
                (sentences[m.sentence].article, m.entity)
                for m in self.scene.mentions
                if m.type == PERSON and m.entity and "陪同" in sentences[m.sentence].text and goes_along(self.skeletons, m)
            )
        return self._hosts

    def topic(self, index: int, position: int) -> Mention | None:
        """What the clause at a position of a sentence is about."""
        clauses = walk(self.scene)
        before = bisect_right(clauses, (index, position), key=lambda clause: (clause.sentence, clause.start))
        clause = clauses[before - 1] if before else None
        return clause.topic if clause and clause.sentence == index and position < clause.end else None


def _telling_names(scene: Scene, index: int, mentions: Sequence[Mention]) -> Iterator[Skeleton]:
    """The names in a sentence that hold at least two other names, each as a skeleton of its own."""
    for outer in mentions:
        if outer.type not in (EVENT, PROJECT, DOCUMENT) or outer.end - outer.start < 8:
            continue
        if sum(outer.start <= m.start and m.end <= outer.end for m in mentions) > 2:
            name = build_skeleton(scene.document.sentences[index].text, mentions, (outer.start, outer.end))
            if len(name.mentions) >= 2:
                yield name


def _with_works(scene: Scene, index: int, mentions: Sequence[Mention]) -> Skeleton | None:
    """A sentence in which works stand for the ceremonies that are called after them: 由某集团承建的|湖山大桥|开工仪式举行."""
    text = scene.document.sentences[index].text
    named = {m.start for m in mentions if m.type in (PROJECT, PLACE, AGENCY) and m.entity}
    ceremonies = {
        (m.start, m.end) for m in mentions if m.type == EVENT and text[m.start - 1 : m.start] == "的" and m.start in named
    }
    return build_skeleton(text, [m for m in mentions if (m.start, m.end) not in ceremonies]) if ceremonies else None


# Demand, plan, doubt and negation, and the words that only look like them (主要, 重要, 响应, 不断, 未来).
_UNREAL = re.compile(
    r"(?<![主重需纪概摘首扼简必想只])要(?![闻求点件素道领害目])"
    r"|(?<![响供相反适对报感效])应(?![急用邀对变届有城])|必须|务必|应当|需要|亟[需待]"
    r"|(?<!分)不(?![断仅但久同少忘动])|(?<![截])未(?!来)|没有|并非|无法|尚无|拒绝|取消"
    r"|可以(?!说)|拟(?!定|任)|计划(?!》)|力争|争取|有望|如果|假如|倘若|一旦|希望|期待(?!已久)|呼吁|建议|鼓励|要求|推动.{0,4}尽快|是否"
)
_DEMANDING_CLAUSE = re.compile(r"(?:^|[，；：“])[一二三四五六七八九十]?是?(?:要|必须|应当|务必|希望|各[^，]{0,6}要)")
# 会议要求，…，学习《…》: what others are to study is not what the meeting is about.
_DEMANDED_THERE = re.compile("(?:会议|大会|全会)(?:要求|号召|希望)，")
# 各代表团审议了《…》: in their own sessions, not in the one at hand.
_IN_GROUPS = re.compile("各?代表团|各?代表组|分组")
# 国务院常务会议审议通过《…条例（草案）》: a draft goes on to a higher body.
_DRAFT = re.compile("（[^（）]*(?:草案|征求意见稿|送审稿)[^（）]*）|草案》?$")
_ANNOUNCED = re.compile("将(?!军)")
_CLAUSE_START = re.compile("[，。；：“”（]")


class _Callers:
    """Rules, and what calls them up: most have nothing to say about most sentences."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._triggers = Triggers(rule.pattern.triggers for rule in rules)
        self._searches = [rule.pattern.regex.search for rule in rules]
        self._fillable: dict[frozenset[str], frozenset[int]] = {}
        """By the types of a sentence's mentions the rules both ends of which they may fill; there are few types."""

    def in_(self, skeleton: Skeleton) -> list[Rule]:
        """The rules whose patterns a sentence holds with mentions for their ends."""
        types = frozenset([m.type for m in skeleton.mentions.values()])
        fillable = self._fillable.get(types)
        if fillable is None:
            fillable = frozenset(
                number
                for number, rule in enumerate(self._rules)
                if all(not types.isdisjoint(slot.types) for name, slot in rule.pattern.slots.items() if name in _ENDS)
            )
            self._fillable[types] = fillable
        text = skeleton.text
        called = self._triggers.groups_in(text)
        return [self._rules[number] for number in called if number in fillable and self._searches[number](text)]


@lru_cache(maxsize=16)
def _callers(rules: tuple[Rule, ...]) -> tuple[_Callers, _Callers, _Callers]:
    """What calls up rules in sentences, what in names that state something, and what where the name of a ceremony tells its work."""
    works = [rule for rule in rules if rule.predicate == "undertakes"]
    return _Callers(rules), _Callers([rule for rule in rules if rule.inside]), _Callers(works)


def _apply_all(called: _Callers, reading: _Reading, index: int) -> Iterator[tuple[Statement, Rule]]:
    skeleton = reading.skeleton(index)
    assert skeleton is not None  # only sentences with mentions are read
    for rule in called.in_(skeleton):
        for stmt in _apply(rule, reading, index, skeleton):
            yield stmt, rule


def _apply(rule: Rule, reading: _Reading, index: int, skeleton: Skeleton) -> Iterator[Statement]:
    scene = reading.scene
    text = skeleton.text
    at = 0
    while match := rule.pattern.regex.search(text, at):
        trigger = match.span("trigger")
        at = match.start() + 1
        if "event" in rule.named and not rule.named["event"].search(skeleton.mentions[match.start("event")].text):
            continue
        if rule.guard:
            clause = max((m.end() for m in _CLAUSE_START.finditer(text, 0, trigger[0])), default=0)
            before = text[clause : trigger[0]]
            if _UNREAL.search(before) or _DEMANDING_CLAUSE.search(text, 0, trigger[0]):
                continue
            if rule.predicate == "about" and (_DEMANDED_THERE.search(text, 0, trigger[0]) or _IN_GROUPS.search(before)):
                continue
            if not rule.plans and _ANNOUNCED.search(before):
                continue
        subjects = _fillers(rule, "subject", reading, index, match)
        objects = [] if rule.each_other else _fillers(rule, "object", reading, index, match)
        # of a list that tells of no pair no part is read either
        said = rule.predicate == "cooperatesWith" and len(subjects) + len(objects) > 2
        for subject, object_ in _pairs(rule, match, skeleton, scene.document.sentences[index].text, subjects, objects):
            actor = _actor(scene, rule, skeleton, subject)
            if rule.predicate == "issued" and "通过" in match["trigger"] and _DRAFT.search(object_.text):
                continue
            if subject.entity == object_.entity or not actor or _lies_nowhere(rule, scene, actor, object_):
                continue
            said = True
            qualifiers: dict[str, str | bool] = dict(rule.qualifiers)
            date = _date(rule, reading, index, match, actor) if rule.dated or "date" in rule.pattern.slots else ""
            if date:
                qualifiers["date"] = date
            yield state(
                scene,
                index,
                rule.id,
                confidence=rule.confidence,
                subject=actor,
                predicate=rule.predicate,
                object=object_.entity,
                qualifiers=qualifiers,
                marks={"subject": subject, "object": object_, "trigger": skeleton.span(*trigger)},
            )
        if said:
            at = max(at, trigger[1])


def _pairs(
    rule: Rule, match: re.Match[str], skeleton: Skeleton, text: str, subjects: Sequence[Mention], objects: Sequence[Mention]
) -> Iterable[tuple[Mention, Mention]]:
    """Which subject is related to which object: each to each, unless the words tell them apart."""
    if rule.predicate == "cooperatesWith" and not rule.subject:
        parties = {m.start: m for m in (*subjects, *objects)}
        if skeleton.span(*match.span("trigger"))[0] >= max((m.end for m in parties.values()), default=0):
            return partners(text, [parties[start] for start in sorted(parties)])
        return of_two_sides(subjects, objects)
    if rule.each_other:
        return combinations(subjects, 2)
    if _respectively(rule, match, subjects, objects):
        return zip(sorted(subjects, key=lambda m: m.start), objects, strict=True)
    if rule.predicate == "locatedIn" and match.string.endswith("分别", 0, match.start("trigger")) and len(objects) > 1:
        return ()  # 甲、乙和一处古寺分别位于丙、丁、戊: nobody can tell which lies where
    return product(subjects, objects)


def _respectively(rule: Rule, match: re.Match[str], subjects: Sequence[Mention], objects: Sequence[Mention]) -> bool:
    """Whether each of several went to, or lies in, one of as many places: 甲、乙分别走访慰问县医院、县中学."""
    if rule.predicate not in ("visited", "locatedIn") or len(subjects) != len(objects) or len(subjects) < 2:
        return False
    return match.string.endswith("分别", 0, match.start("trigger")) and len({m.sentence for m in (*subjects, *objects)}) == 1


def _lies_nowhere(rule: Rule, scene: Scene, subject: str, container: Mention) -> bool:
    """A country lies in a continent or a region and in no other country, whatever stands beside it (位于甲国的乙国使馆).

    Nor does it lie in a region of a country (位于湖山州的乙国机场), nor a division in the river by it (地处望江上游的湖山市) or
    in one that the gazetteer does not put it in (位于临水区的湖山市“春雨”社区).
    """
    if rule.predicate != "locatedIn":
        return False
    inner, around = scene.entities[subject], scene.entities[container.entity]
    if around.kind == "River":
        return "code" in inner.facts or inner.kind in ("City", "Region", "Country")
    if "code" in around.facts and (inner.kind == "Region" or "code" in inner.facts):
        return not contains(around.facts["code"], inner.facts.get("code", ""))
    if inner.kind not in ("Country", "Continent"):
        return False
    return around.kind not in ("Continent", "Region") or "parent" in around.facts


_GOVERNING = ("organized", "runs")
"""What a place may do itself where no government is named: 湖山市举办… means it, 湖山市建设的… does not."""


# 东湖社区举办…, 云岭新区举行…: what has a committee of its own
_RUNS_ITSELF = re.compile("(?:村|社区|街道|镇|乡|新区|开发区|高新区|经开区|示范区|试验区|经济区)$")


def _actor(scene: Scene, rule: Rule, skeleton: Skeleton, subject: Mention) -> str:
    """Who acts: for a place its government, if the document knows it, or a division or country itself where it governs."""
    if subject.type != PLACE or rule.predicate not in ("participatedIn", "undertakes", "issued"):
        return subject.entity
    place = scene.entities.get(subject.entity)
    if place is None:
        return ""
    names = {f"{name}{ending}" for name in (place.name, *place.aliases) for ending in ("人民政府", "政府")}
    governments = _governments(scene)
    if known := [governments[name] for name in names if name in governments]:
        return min(known)[1]
    governs = "code" in place.facts or place.kind == "Country" or _RUNS_ITSELF.search(place.name) is not None
    acts = rule.predicate == "issued" or rule.qualifiers.get("role") in _GOVERNING
    return subject.entity if governs and acts and not _stands_in(skeleton, subject) else ""


def _stands_in(skeleton: Skeleton, place: Mention) -> bool:
    """Does a place, or the chain of places that it ends, only tell where: 大会在湖山市望江县通过…?"""
    at = next((at for at, mention in skeleton.mentions.items() if mention == place), 0)
    while at and skeleton.text[at - 1] == TYPE_CHARS[PLACE]:
        at -= 1
    return skeleton.text[at - 1 : at] in tuple("在于赴到从")


@lru_cache(maxsize=1)
def _governments(scene: Scene) -> Mapping[str, tuple[int, str]]:
    """The governments of a document by all their names, each with its place among the entities."""
    found: dict[str, tuple[int, str]] = {}
    for order, entity in enumerate(scene.entities.values()):
        if entity.type == AGENCY:
            for name in (entity.name, *entity.aliases):
                if name.endswith("政府"):
                    found.setdefault(name, (order, entity.id))
    return found


def _fillers(rule: Rule, slot: str, reading: _Reading, index: int, match: re.Match[str]) -> list[Mention]:
    """The resolved mentions that fill a slot of a match, or the topic where the rule takes it from before."""
    named = rule.named.get(slot)

    scene, skeleton = reading.scene, reading.skeleton(index)
    if skeleton is None:
        return []
    other = match.span("object" if slot == "subject" else "subject") if rule.pattern.slots.keys() & _ENDS - {slot} else (0, 0)
    taken = [skeleton.mentions[at] for at in range(*other) if at in skeleton.mentions]
    # 代表团还来到…, after 市长甲分别陪同 and 甲讲话: the hosts are no visitors
    touring = rule.predicate == "visited" and slot == "subject" and rule.many
    article = scene.document.sentences[index].article

    def fits(mention: Mention) -> bool:
        if mention in taken or (touring and (article, mention.entity) in reading.hosts()):
            return False
        if touring and _BYLINE.search(scene.document.sentences[mention.sentence].text, 0, mention.start):
            return False
        if named is None:
            return True
        entity = scene.entities.get(mention.entity)
        # 漠河, 浙江: a division is no river, whatever its short name ends in
        said = () if mention.implied or (entity and "code" in entity.facts) else (mention.text,)
        return any(named.search(name) for name in (*said, *((entity.name,) if entity else ())))

    types = rule.subject if slot == "subject" else rule.object
    if types and reading.name is not None:
        return []  # a name stands for itself: nothing before it is taken up
    if types:
        section = find_section(scene, skeleton, match.start("trigger"))
        if section and section.type in types and fits(section):
            return [section]
        topic = reading.topic(index, skeleton.span(*match.span("trigger"))[0])
        taken_up = topic is not None and topic.type in types and topic.type != EVENT and fits(topic)
        if not taken_up or (rule.many and topic and goes_along(reading.skeletons, topic)):
            start, end = match.span("trigger")
            # 活动期间将举办：甲报告会、乙大赛: what the other end is called says nothing of this one
            words = match.string[max(0, match.start() - 4) : other[0] if other[0] >= end else match.end()]
            if hosted := _THIS_ONE.match(match.string):
                words = hosted.group() + words
            topic = find_antecedent(
                scene, reading.skeletons, index, start, types, fits, within=rule.within, reach=rule.reach, generic=words
            )
        if topic is None or (rule.predicate == "passesThrough" and _of_other_story(scene, index, topic)):
            return []
        return [m for m in listed_with(reading.skeletons, topic) if fits(m)] if rule.many else [topic]
    if match[slot] is None:
        return []
    wanted = "".join(TYPE_CHARS[given] for given in rule.pattern.slots[slot].types)
    start, end = match.span(slot)
    # Of places that stand without a mark between them (吉安市永丰县) the last one is meant; of a session's decision the decision.
    owned = {TYPE_CHARS[PLACE]: wanted, TYPE_CHARS[EVENT]: TYPE_CHARS[DOCUMENT]}
    return [
        mention
        for at in range(start, end)
        if match.string[at] in wanted
        and not (at + 1 < end and match.string[at + 1] in owned.get(match.string[at], ""))
        and not (match.string[at] == TYPE_CHARS[PLACE] and _HELD_IN.match(match.string, at + 1, end))
        and (mention := skeleton.mentions[at]).entity
        and fits(mention)
        and not (rule.predicate == "visited" and _is_only_begun(scene, match.string, at, mention))
        and not (mention.type == PERSON and _STANDS_FOR.match(scene.document.sentences[index].text, mention.end))
    ]


# 参观了湖山|三江湖、…: a short name in a list begins that of what nobody recognizes, but 到湖山|考察、调研
_IN_A_LIST = re.compile(
    "(?!就|开展|进行|考察|调研|学习|参观|招商|慰问|走访|检查|督导|督查|出席|参加|访问|对接|洽谈|推介|宣讲|看望|等)"
    "(?:(?!的)[一-鿿]){2,20}(?=、|等[地处])"
)
_LEVELS = "省市县区州盟旗镇乡村社街"
# 对全市重点项目进行调研: the leader of a city tells what for, not where he went
_ALL_OF = frozenset(f"全{level}" for level in "省市县区州盟旗镇乡国")


def _is_only_begun(scene: Scene, text: str, at: int, mention: Mention) -> bool:
    """Whether what somebody visits is only named by its beginning or within it (江北时代|四川|基地)."""
    if mention.text in _ALL_OF:
        return True
    if mention.type == PLACE and "code" in scene.entities[mention.entity].facts and mention.text[-1] not in _LEVELS:
        if _IN_A_LIST.match(text, at + 1):
            return True
        if text[at - 1 : at] == TYPE_CHARS[AGENCY] and text[at + 1 : at + 2] not in tuple("，。；、和及与等"):
            return True
    return mention.type in _RUNS_ON and _RUNS_ON[mention.type].match(text, at + 1) is not None


# （记者甲 乙）昨日，督导组来到…: who writes of a visit makes none
_BYLINE = re.compile("(?:记者|通讯员)[^，。；）]{0,24}$")
_HELD_IN = re.compile(f"(?:{HOLDS}){TYPE_CHARS[PLACE]}")


def _of_other_story(scene: Scene, index: int, topic: Mention) -> bool:
    """In national news each paragraph may tell of another line (…大桥合龙。/ 某通道全长…，途经…), whose name nobody has recognized."""
    here, there = scene.document.sentences[index], scene.document.sentences[topic.sentence]
    return not scene.document.place and there.paragraph != here.paragraph and there.role != "title"


# 本次节会由甲主办，乙承办: the second is of the festival too
_THIS_ONE = re.compile("(?:本|此|该|这)[届次]?[一-鿿]{1,8}由")


# 某主席夫人, 某主席特别代表: somebody else, who is named behind.
_STANDS_FOR = re.compile("(?:主席|总统|总理|国王|总书记)?(?:夫人|特使|特别代表)")


# 来到望江县阳光托育园、…: the county is where the house stands, not what somebody has come to see; 来到望江镇人大|代表之家.
_RUNS_ON = {
    PLACE: re.compile(
        f"(?:{HOUSES}|(?:(?!的)[一-鿿（）]){{2,14}}?(?:公司|研究院|研究所|对撞机|馆))(?=[、，。等以和及])"  # 湖山|粒子对撞机
    ),
    AGENCY: re.compile(
        "代表(?:之家|联络站|工作站|活动室)|(?:(?!的)[一-鿿]){1,8}[店矿厂](?=[、，。等以和及])"
    ),  # 云岭集团|青石煤矿
}

TOUR_REACH = 10
"""How many sentences back the day of a visit may be told."""
# 活动结束后，他还来到…: on the day that the article tells of
_AFTERWARDS = re.compile("(?:会|活动|仪式|会议|论坛|典礼|结束)后，|随后|当[天日]|会前|同日")
_TOUR = re.compile("(?:视察|调研|考察)(?:活动|组|团)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?$")


def _date(rule: Rule, reading: _Reading, index: int, match: re.Match[str], actor: str) -> str:
    """The date in the rule's own slot, else the nearest one before the trigger, in this sentence or the two before it.

    One tour fills an article: the day of a sentence further back counts for a visit of whoever is named there, or of the group
    that it tells of (开展集中视察活动).
    """
    sentences = reading.scene.document.sentences
    skeleton = reading.skeleton(index)
    if skeleton and "date" in rule.pattern.slots and match["date"]:
        return skeleton.mentions[match.start("date")].value
    if skeleton and rule.predicate == "visited" and _is_lately(skeleton, match.start("trigger")):
        return ""
    afterwards = bool(skeleton and _AFTERWARDS.search(skeleton.text, 0, match.start("trigger")))
    back = TOUR_REACH if rule.predicate == "visited" else 2
    if rule.predicate == "issued" and match.string.startswith("的", match.end("trigger")):
        back = 0  # 会议学习某部印发的《办法》: on whatever day
    for step in range(index, max(-1, index - back - 1), -1):
        if sentences[step].article != sentences[index].article:
            break
        here = reading.skeleton(step)
        if here and (
            index - step <= 2 or afterwards or _TOUR.search(here.text) or any(m.entity == actor for m in here.mentions.values())
        ):
            limit = match.start("trigger") if step == index else len(here.text)
            times = [
                m.value
                for at, m in here.mentions.items()
                if at < limit and m.type == TIME and m.value and not _is_of_feast(here, at)
            ]
            if step < index:  # 去年, 今年4月: a time of an earlier sentence that is no day is another's
                times = [value for value in times if _DAY.match(value)]
            if times:
                return times[-1] if _DAY.match(times[-1]) or (step == index and _dates_it(here, match)) else ""
    if rule.predicate == "visited" and sentences[index].role == "title" and index + 1 < len(sentences):
        below = reading.skeleton(index + 1)  # a headline's visit has the day that the text begins with
        if below and any(m.entity == actor for m in below.mentions.values()):
            return next((m.value for m in below.mentions.values() if m.type == TIME and _DAY.match(m.value)), "")
    return ""


def _is_lately(skeleton: Skeleton, limit: int) -> bool:
    """Whether a sentence tells of some day lately and of no other (近日，省长到某县调研): not of that of the story before it."""
    told = [m for at, m in skeleton.mentions.items() if at < limit and m.type == TIME]
    return len(told) == 1 and told[0].via == "vague" and told[0].start == 0


# 检查|春节期间|市场供应, 开展|教师节|慰问活动: what for, and not when
_FEAST = re.compile(
    "(?:20[0-9]{2}年)?“?(?:[一-鿿]{1,4}节|[五十八七六三]一|三八|国庆|元旦|除夕)”?(?:节日?)?(?:期间|假期|前夕|长假)?"
)


def _is_of_feast(skeleton: Skeleton, at: int) -> bool:
    """Whether a time is a feast that stands within its clause, with a day told before it."""
    if not at or skeleton.text[at - 1] in "，。；：" or _FEAST.fullmatch(skeleton.mentions[at].text) is None:
        return False
    return skeleton.text[at + 1 : at + 2] not in tuple("，。；")


def _dates_it(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether a month or a year stands right before the trigger, in its clause: 主席去年访问甲国."""
    at = match.start("trigger")
    before = [place for place, m in skeleton.mentions.items() if place < at and m.type == TIME and m.value]
    if not before or re.search("[，。；：]", skeleton.text[before[-1] : at]):
        return False
    return re.fullmatch(r"\d{4}(?:-\d\d)?", skeleton.mentions[before[-1]].value) is not None


def _read_rules(folder: Path) -> Iterator[Rule | str]:
    """Rules in the order of files and their lines; in place of a bad one, what is wrong with it."""
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield f"{path.name}: {error}"
            continue
        yield from (f"{path.name}: {problem}" for problem in _unknown(data, ("predicate", "rule")))
        predicate = data.get("predicate")
        if predicate not in PREDICATES:
            yield f"{path.name}: unknown predicate {predicate!r}{_nearest(str(predicate), PREDICATES)}"
            continue
        for number, row in enumerate(data.get("rule", ()), 1):
            where = f"{path.name}: rule {row.get('id', number)}"
            problems = list(_problems(row, predicate))
            if row.get("id") in seen:
                problems.append(f"the id is taken in {seen[row['id']]}")
            if problems:
                yield from (f"{where}: {problem}" for problem in problems)
                continue
            seen[row["id"]] = path.name
            yield _rule(row, predicate, path.name)


def _problems(row: Mapping[str, Any], predicate: str) -> Iterator[str]:
    """What keeps a table of a rule file from being a rule."""
    yield from _unknown(row, _RULE_KEYS)
    yield from (f"{key} is missing" for key in _REQUIRED if key not in row)
    for key, value in row.items():
        if key in _RULE_KEYS and not isinstance(value, _RULE_KEYS[key]):
            yield f"{key} must be a {_RULE_KEYS[key].__name__}, not {value!r}"
            return
    if not 0 < row.get("confidence", 1) <= 1:
        yield f"confidence must be above 0 and at most 1, not {row['confidence']}"
    for key, value in row.get("qualifiers", {}).items():
        if key not in QUALIFIERS:
            yield f"unknown qualifier {key!r}{_nearest(key, QUALIFIERS)}"
        elif value not in QUALIFIERS[key]:
            yield f"unknown {key} {value!r}{_nearest(str(value), [str(valid) for valid in QUALIFIERS[key]])}"
    for slot, expression in row.get("named", {}).items():
        if slot not in ("subject", "object", "event"):
            yield f"named.{slot}: name subject, object or event"
        try:
            re.compile(expression)
        except (re.error, TypeError) as error:
            yield f"named.{slot}: {error}"
    for text in [*row.get("yes", ()), *row.get("no", ())]:
        try:
            parse_example(text)
        except MarkupError as error:
            yield f"example {text!r}: {error}"
    try:
        pattern = compile_pattern(row.get("pattern", "<->"))
    except PatternError as error:
        yield f"pattern: {error}"
        return
    yield from _ends(row, pattern, predicate)


def _ends(row: Mapping[str, Any], pattern: Pattern, predicate: str) -> Iterator[str]:
    """Whether subject and object each come from one place and are of types the predicate allows."""
    term = KG[predicate]
    for slot, allowed in (("subject", term.domain), ("object", term.range)):
        given = row.get(slot, "")
        if slot == "object" and given == EACH_OTHER:
            if "subject" in pattern.slots and not pattern.slots["subject"].many:
                yield 'object = "each-other" needs a list slot {subject:…*}'
            continue
        if bool(given) == (slot in pattern.slots):
            yield f'{slot} must come from a slot {{{slot}:…}} in the pattern or from {slot} = "topic:…", not both or neither'
            continue
        if given and not given.startswith("topic:"):
            yield (
                f'{slot} must be "topic:Type|Type", with * for all that are listed'
                + (f' or "{EACH_OTHER}"' if slot == "object" else "")
                + f", not {given!r}"
            )
            continue
        types = _topic_types(given) if given else pattern.slots[slot].types
        for name in types:
            if name not in ENTITY_TYPES:
                yield f"{slot}: unknown type {name!r}{_nearest(name, ENTITY_TYPES)}"
            elif name not in allowed:
                yield f"{slot}: {predicate} takes {' or '.join(allowed)} there, not {name}"


def _topic_types(given: str) -> tuple[str, ...]:
    """The types of `topic:Type|Type`, with or without the * for all that are listed."""
    return tuple(given.removeprefix("topic:").removesuffix("*").split("|"))


def _rule(row: Mapping[str, Any], predicate: str, file: str) -> Rule:
    def topic(slot: str) -> tuple[str, ...]:
        given = row.get(slot, "")
        return _topic_types(given) if given.startswith("topic:") else ()

    return Rule(
        id=row["id"],
        predicate=predicate,
        pattern=compile_pattern(row["pattern"]),
        description=row["description"],
        confidence=row["confidence"],
        file=file,
        subject=topic("subject"),
        object=topic("object"),
        many=any(row.get(slot, "").startswith("topic:") and row[slot].endswith("*") for slot in ("subject", "object")),
        each_other=row.get("object") == EACH_OTHER,
        named={slot: re.compile(expression) for slot, expression in row.get("named", {}).items()},
        within=row.get("within", 2),
        reach=row.get("reach", EVENT_REACH),
        qualifiers=row.get("qualifiers", {}),
        dated=row.get("dated", False),
        guard=row.get("guard", True),
        plans=row.get("plans", True),
        yields=row.get("yields", False),
        inside=row.get("inside", False),
        yes=tuple(parse_example(text) for text in row["yes"]),
        no=tuple(parse_example(text) for text in row["no"]),
    )


def _unknown(table: Mapping[str, Any], keys: Iterable[str]) -> Iterator[str]:
    valid = tuple(keys)
    yield from (f"unknown key {key!r}{_nearest(key, valid)}" for key in table if key not in valid)


def _nearest(word: str, valid: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(valid), 1, 0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(valid)}"

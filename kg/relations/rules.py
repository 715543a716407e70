"""From rules and a document's mentions to statements between entities, and the rules' own examples put to the test."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, product
from pathlib import Path

from kg.model import AGENCY, DOCUMENT, EVENT, PLACE, PROJECT, Mention, Statement
from kg.recognition.divisions import contains
from kg.relations.markup import scene_of
from kg.relations.partners import of_two_sides, partners
from kg.relations.rule_days import date_of
from kg.relations.rule_files import ENDS, Rule, read_rules
from kg.relations.rule_slots import RuleReading, fillers
from kg.relations.skeleton import TYPE_CHARS, Skeleton, build_skeleton
from kg.relations.statements import Scene, by_sentence, state
from kg.relations.triggers import Triggers


def check_rules(folder: Path) -> list[str]:
    """Everything that is wrong with a folder of rules, one line each; empty where all is well. Runs the examples."""
    problems: list[str] = []
    if not any(folder.glob("*.toml")):
        return [f"{folder}: no rule files (*.toml)"]
    for found in read_rules(folder):
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
    reading = RuleReading(scene, skeletons)
    called, called_inside, called_works = _callers(tuple(rules))
    for index, skeleton in enumerate(skeletons):
        if skeleton is None:
            continue
        names = [RuleReading(scene, skeletons, name=(index, n)) for n in _telling_names(scene, index, mentions[index])]
        said = [_apply_all(called, reading, index), *(_apply_all(called_inside, name, index) for name in names)]
        if works := _with_works(scene, index, mentions[index]):
            said.append(_apply_all(called_works, RuleReading(scene, skeletons, name=(index, works)), index))
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
    ceremonies = {(m.start, m.end) for m in mentions if m.type == EVENT and text[m.start - 1 : m.start] == "的"}
    if not ceremonies:
        return None
    named = {m.start for m in mentions if m.type in (PROJECT, PLACE, AGENCY) and m.entity}
    ceremonies = {span for span in ceremonies if span[0] in named}
    return build_skeleton(text, [m for m in mentions if (m.start, m.end) not in ceremonies]) if ceremonies else None


# Demand, plan, doubt and negation, and the words that only look like them (主要, 重要, 响应, 不断, 未来).
_UNREAL = re.compile(
    r"(?<![主重需纪概摘首扼简必想只])要(?![闻求点件素道领害目])"
    r"|(?<![响供相反适对报感效])应(?![急用邀对变届有城])|必须|务必|应当|需要|亟[需待]"
    r"|(?<!分)不(?![断仅但久同少忘动])|(?<![截])未(?!来)|没有|并非|无法|尚无|拒绝|取消"
    r"|可以(?!说)|拟(?!定|任)|计划(?!》)|力争|争取|有望|如果|假如|倘若|一旦|希望|期待(?!已久)|呼吁|建议|鼓励|要求|推动.{0,4}尽快|是否"
)
_DEMANDING_CLAUSE = re.compile(
    r"(?:^|[，；：“])[一二三四五六七八九十]?是?(?:要|必须|应当|务必|希望|各[^，]{0,6}(?<![主重首])要(?![闻求点件素道领]))"
)
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
                if all(not types.isdisjoint(slot.types) for name, slot in rule.pattern.slots.items() if name in ENDS)
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


def _apply_all(called: _Callers, reading: RuleReading, index: int) -> Iterator[tuple[Statement, Rule]]:
    skeleton = reading.skeleton(index)
    assert skeleton is not None  # only sentences with mentions are read
    for rule in called.in_(skeleton):
        for stmt in _apply(rule, reading, index, skeleton):
            yield stmt, rule


def _apply(rule: Rule, reading: RuleReading, index: int, skeleton: Skeleton) -> Iterator[Statement]:
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
        subjects = fillers(rule, "subject", reading, index, match)
        objects = [] if rule.each_other else fillers(rule, "object", reading, index, match)
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
            date = date_of(rule, reading, index, match, actor) if rule.dated or "date" in rule.pattern.slots else ""
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

"""What names state: 湖山银行望江支行 is part of 湖山银行, 江北集团芯片项目 its work, 东湖桥开工仪式 celebrates 东湖桥."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import AGENCY, DOCUMENT, ENTITY_TYPES, EVENT, PLACE, PROJECT, TIME, Entity, Mention, Statement
from kg.ontology import KG
from kg.relations.notices import notice_days
from kg.relations.skeleton import outermost
from kg.relations.statements import Scene, state
from kg.relations.words import words_of

_MARKS = re.compile(r"[《》〈〉“”\"'‘’「」\s·•・]")
_BRANCH = re.compile(f"(?:{words_of('branch')}|[^的]{{1,10}}(?:{words_of('branch head')}))$")
_BANK_BRANCH = re.compile("[支分]行$|营业部$|党委$|总行$|中心$")
_OTHER_PLACE = re.compile("[^的]{1,6}[省市县区旗州]")
_PHASE = re.compile(f"[（(]?(?:第?[一二三四五六七八九十\\d]+期|[^的、]{{0,12}}(?:{words_of('phase')})|配套|先期|首期)")
_SUB_EVENT = re.compile(f"暨?[^的]{{0,12}}(?:{words_of('sub-event')})")
_BUILDER = re.compile(f"(?:{words_of('builder')})$")
_CLAUSE = re.compile("称|发现|颁发|宣布|表示")
_WORK = re.compile(f"(?:{words_of('work')})[）)]?$")
_RUN = re.compile(f"(?:{words_of('run')})[”）)]?$")
_HOUSE = re.compile(f"(?:{words_of('house')})$")
_OWN_BUILDING = re.compile(f"{words_of('own building')}|.{{0,4}}期")
_CELEBRATION = re.compile(f"(?:{words_of('celebration')})$")
_ADOPTED = re.compile(words_of("adopted"))
_CARRIED_OUT = re.compile(words_of("carried out"))
_ROUTE = re.compile(
    rf"(?P<start>.{{2,10}}?)(?:至|到|—+|-+|－)(?P<end>.{{2,8}}?)(?:{words_of('route kind')})?(?:{words_of('route end')})"
)
_DIVISION_ENDS = ("省", "市", "县", "区", "镇", "乡", "村", "州", "盟", "旗")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def extract_names(scene: Scene) -> list[Statement]:
    """Read the relations that follow from what things are called.

    Returns:
        partOf, undertakes, issued, about and passesThrough, each once; the evidence is the first sentence with the name.
        Quadratic in the number of entities of the document, which is small.
    """
    first = first_mentions(scene)
    alone = _standing_alone(scene)
    named = [Named(e, folded_names(e), e.id in alone) for e in scene.entities.values() if e.id in first]
    statements: list[Statement] = []
    for bearer in named:
        mention = first[bearer.entity.id]
        for rule, confidence, subject, predicate, object_, qualifiers in _read(scene, bearer, named):
            statements.append(
                state(
                    scene,
                    mention.sentence,
                    rule,
                    confidence,
                    subject=subject.id,
                    predicate=predicate,
                    object=object_.id,
                    qualifiers=qualifiers,
                    marks={"subject" if subject is bearer.entity else "object": mention},
                )
            )
    return statements


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its names, without quotation marks and brackets of titles."""

    entity: Entity
    names: tuple[str, ...]
    alone: bool
    """It is named somewhere for itself, not only within another name."""


def _standing_alone(scene: Scene) -> set[str]:
    by_sentence: dict[int, list[Mention]] = {}
    for mention in scene.mentions:
        if mention.type in ENTITY_TYPES:
            by_sentence.setdefault(mention.sentence, []).append(mention)
    return {mention.entity for mentions in by_sentence.values() for mention in outermost(mentions)}


def first_mentions(scene: Scene) -> dict[str, Mention]:
    """The first mention that names each entity."""
    first: dict[str, Mention] = {}
    for mention in scene.mentions:
        if mention.entity and not mention.implied:
            first.setdefault(mention.entity, mention)
    return first


def folded_names(entity: Entity) -> tuple[str, ...]:
    """All names of an entity of at least two characters, the main one first."""
    folded = dict.fromkeys(_MARKS.sub("", name) for name in (entity.name, *entity.aliases))
    return tuple(name for name in folded if len(name) >= 2)


_Relation = tuple[str, float, Entity, str, Entity, dict[str, str]]


def _read(scene: Scene, bearer: Named, named: Sequence[Named]) -> Iterator[_Relation]:
    entity = bearer.entity
    kinds = (PROJECT, PLACE) if entity.type in (PROJECT, PLACE) else (entity.type,)
    allowed = KG["partOf"].range
    kin = [n for n in named if n.entity.type in kinds and n.entity.type in allowed and (n.alone or n.entity.type != AGENCY)]
    whole = _longest_head(bearer if entity.type != EVENT else replace(bearer, names=bearer.names[:1]), kin, _is_part)
    if whole and entity.type in KG["partOf"].domain:
        yield "partOf.name", 0.8, entity, "partOf", whole, {}
    bodies = [n for n in named if n.entity.type == AGENCY]
    if entity.type == PROJECT or (entity.type == PLACE and "code" not in entity.facts):
        owner = _longest_head(bearer, bodies, _is_work)
        if owner:
            yield (
                "undertakes.name",
                0.82,
                owner,
                "undertakes",
                entity,
                {"role": "operates" if _RUN.search(entity.name) else "builds"},
            )
        for place in _route(bearer, named):
            yield "passesThrough.name", 0.84, entity, "passesThrough", place, {}
    if entity.type == DOCUMENT:
        issuer = _longest_head(bearer, bodies, lambda _body, rest: bool(rest))
        if issuer:
            yield "issued.name", 0.88, issuer, "issued", entity, _adoption(scene, entity)
    if entity.type in (EVENT, DOCUMENT):
        for theme in _themes(bearer, named):
            yield "about.name", 0.84, entity, "about", theme, {}


def _longest_head(bearer: Named, others: Sequence[Named], fits: Callable[[Entity, str], bool]) -> Entity | None:
    """The entity with the longest name that one of the bearer's names begins with, where the rest of that name fits."""
    best: tuple[int, Entity] | None = None
    own = set(bearer.names)
    for other in others:
        if other.entity is bearer.entity:
            continue
        for head in other.names:
            if (len(head) < 3 and not head.endswith("委")) or head in own or (best is not None and len(head) <= best[0]):
                continue
            if any(name.startswith(head) and fits(other.entity, name[len(head) :]) for name in bearer.names):
                best = len(head), other.entity
    return best[1] if best else None


def _is_part(whole: Entity, rest: str) -> bool:
    if whole.type == AGENCY:
        if _OTHER_PLACE.match(rest) and not _BANK_BRANCH.search(rest):
            return False  # 共青团商丘市委员会 is a body of its place
        return bool((_BANK_BRANCH.search if whole.name.endswith("银行") else _BRANCH.match)(rest))
    if whole.type in (PROJECT, PLACE):
        return bool(_PHASE.match(rest))
    return whole.type == EVENT and bool(_SUB_EVENT.match(rest))


def _is_work(body: Entity, rest: str) -> bool:
    if _HOUSE.search(body.name) and _OWN_BUILDING.match(rest):
        return False  # a school's new building is built for it, not by it
    return len(rest) >= 3 and bool(_BUILDER.search(body.name) and _WORK.search(rest)) and not _CLAUSE.search(rest)


def _route(bearer: Named, named: Sequence[Named]) -> Iterator[Entity]:
    """Both ends of a line that is called after them: 抚州至吉安高速公路."""
    for name in bearer.names:
        match = _ROUTE.match(name)
        if not match:
            continue
        ends: list[Entity] = []
        for end in (match["start"], match["end"]):
            fitting = [
                n.entity
                for n in named
                if n.entity.type == PLACE
                and any(place in (end, *(end + suffix for suffix in _DIVISION_ENDS)) for place in n.names)
            ]
            ends += fitting[:1]
        if ends:
            yield from ends
            return


def _themes(bearer: Named, named: Sequence[Named]) -> Iterator[Entity]:
    """Projects, documents and, for documents, events that the name holds; of nested ones the longest."""
    found: dict[str, Entity] = {}
    event = bearer.entity.type == EVENT
    if event and not any(_CELEBRATION.search(name) for name in bearer.names):
        return
    own = set(bearer.names)
    for other in named:
        if (
            other.entity.type not in ((PROJECT, DOCUMENT) if event else (PROJECT, DOCUMENT, EVENT))
            or other.entity is bearer.entity
        ):
            continue
        names = other.names if other.entity.type == EVENT else [n for n in other.names if n == other.names[0] or len(n) >= 6]
        inside = [n for n in names if len(n) >= 4 and n not in own and any(n in mine for mine in bearer.names)]
        if other.entity.type == DOCUMENT:
            inside = [n for n in inside if n == other.names[0]]
        elif other.entity.type == EVENT:
            inside = [n for n in inside if any(_CARRIED_OUT.search(mine[: mine.find(n)]) for mine in bearer.names if n in mine)]
        if inside:
            found[max(inside, key=len)] = other.entity
    for name, entity in found.items():
        if not any(name != longer and name in longer for longer in found):
            yield entity


def _adoption(scene: Scene, document: Entity) -> dict[str, str]:
    """The day on which a document was adopted or published, where the sentence that names it says so."""
    if day := notice_days(scene).get(document.id):
        return {"date": day}
    for mention in scene.mentions:
        if mention.entity != document.id:
            continue
        before = scene.document.sentences[mention.sentence].text[: mention.start]
        if not _ADOPTED.search(before[-16:]):
            continue
        article = scene.document.sentences[mention.sentence].article
        times = [
            m.value
            for m in scene.mentions
            if m.type == TIME
            and _DAY.match(m.value)
            and scene.document.sentences[m.sentence].article == article
            and (m.sentence, m.start) < (mention.sentence, mention.start)
        ]
        if times:
            return {"date": times[-1]}
    return {}

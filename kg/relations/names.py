"""What names state: 湖山银行望江支行 is part of 湖山银行, 江北集团芯片项目 its work, 东湖桥开工仪式 celebrates 东湖桥."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.model import AGENCY, DOCUMENT, EVENT, PLACE, PROJECT, TIME, Entity, Mention, Statement
from kg.ontology import KG
from kg.recognition.agencies.local import local, local_at
from kg.recognition.documents import document_kind
from kg.recognition.selection import PHASE
from kg.relations.notices import notice_days
from kg.relations.statements import Scene, state
from kg.relations.words import words_of

_MARKS = re.compile(r"[《》〈〉“”\"'‘’「」\s·•・]")
_BRANCH = re.compile(f"(?:{words_of('branch')}|(?:(?!集团)[^的]){{1,18}}(?:{words_of('branch head')}))$")
# 江北集团湖山矿业有限公司, but not 江北集团有限公司 itself
_SUBSIDIARY = re.compile("(?!集团|有限|股份|控股|总公司|投资有限)(?:(?!集团)[^的、]){2,10}(?:公司|厂|[农林牧]场|矿)")
_BANK_BRANCH = re.compile("[支分]行$|营业部$|党委$|总行$|中心$")
_POLICE_BRANCH = re.compile("分局$|派出所$|[支大中]队$")
_SEAT = re.compile("（[一-鿿]{2,6}）")
_OTHER_PLACE = re.compile("[^的]{1,6}(?:[省市县旗州]|(?<![院校老])区)")
_PHASE = re.compile(f"[（(]?(?:第?[一二三四五六七八九十\\d]+期|[^的、]{{0,12}}(?:{words_of('phase')})|配套|先期|首期)")
# 省道310线望江至东湖段, 望江运河东湖枢纽, 江北自贸试验区湖山片区: what a place's part is called that has its name from the whole
_PLACE_PARTS = (
    (
        re.compile("(?:线|公路|高速|高铁|铁路|[国省县]道|通道|运河)$"),
        re.compile("[^的、至到—-][^的、]{1,15}(?:段|隧道|大桥|枢纽)"),
    ),
    (re.compile("(?:自贸试验区|自由贸易试验区|自贸区)$"), re.compile("[^的、]{2,6}片区")),
    (re.compile("空间站$"), re.compile("[^的、]{2,6}舱")),
    (re.compile("[^路街道线]$"), re.compile(PHASE)),
)
_SUB_EVENT = re.compile(f"暨?[^的]{{0,12}}(?:{words_of('sub-event')})")
_BUILDER = re.compile(f"(?:{words_of('builder')})$")
_CLAUSE = re.compile("称|发现|颁发|宣布|表示")
_WORK = re.compile(f"(?:{words_of('work')})[）)]?$")
_RUN = re.compile(f"(?:{words_of('run')})[”）)]?$")
_HOUSE = re.compile(f"(?:{words_of('house')})$")
_OWN_BUILDING = re.compile(f"{words_of('own building')}|.{{0,4}}期")
_CELEBRATION = re.compile(f"(?:{words_of('celebration')})$")
_ADOPTED = re.compile(f"(?:{words_of('adopted')})(?!的)")
_CARRIED_OUT = re.compile(words_of("carried out"))
_ROUTE = re.compile(
    rf"(?P<start>.{{2,10}}?)(?:至|到|—+|-+|－)(?P<end>.{{2,8}}?)(?:（[^（）]{{1,5}}界）)?(?:{words_of('route kind')})?(?:{words_of('route end')})"
)
_SECTION = re.compile(
    r"(?:.{2,30}(?:高速公路|高速|公路|铁路|高铁|客专|城际|线|[国省县]道|大道|路|工程|项目|管道|通道|[一二三四]期))?（?"
    # 黄桶至百色铁路广西段 does not run from 黄桶
    r"(?P<start>[^至到—-]{2,9})[至到—-](?P<end>(?:(?!高速|铁路|高铁|公路[^段])[^到]){2,14})段）?(?:[^段]{0,12}(?:工程|项目))?"
)
# 西宁至成都铁路东祁连山隧道: what stands on a line runs not from end to end.
_ON_LINE = re.compile("(?:隧道|大桥|车站|站|枢纽|标段)$")
_SECTIONED = re.compile("段）?(?:[^段]{0,12}(?:工程|项目))?$")
_DIVISION_ENDS = ("省", "市", "县", "区", "镇", "乡", "村", "州", "盟", "旗")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def extract_names(scene: Scene) -> list[Statement]:
    """Read the relations that follow from what things are called.

    Returns:
        partOf, undertakes, issued, about and passesThrough, each once; the evidence is the first sentence with the name.
        Linear in the number of entities of the document: names find each other by their beginnings.
    """
    first = first_mentions(scene)
    mentioned = {mention.entity for mention in scene.mentions}  # 市水利局党组书记、局长: the bureau stands only behind a title
    names = names_of(scene)
    index = _Index([Named(e, names[e.id]) for e in scene.entities.values() if e.id in mentioned])
    bodies = {name: e for e in scene.entities.values() if e.type == AGENCY for name in names[e.id]}
    adoption = _Adoption(scene)
    statements: list[Statement] = []
    for bearer in index.named:
        mention = first.get(bearer.entity.id)
        if mention is None:
            continue
        for rule, subject, predicate, object_, qualifiers in _read(bearer, index, adoption, bodies):
            statements.append(
                state(
                    scene,
                    mention.sentence,
                    rule,
                    subject=subject.id,
                    predicate=predicate,
                    object=object_.id,
                    qualifiers=qualifiers,
                    marks={"subject" if subject is bearer.entity else "object": mention},
                )
            )
    return statements


@dataclass(slots=True, unsafe_hash=True)
class Named:
    """An entity with its names, without quotation marks and brackets of titles."""

    entity: Entity
    names: tuple[str, ...]


_START = 4
"""How many characters a theme's name has at least."""


class _Index:
    """Entities with names by what their names are and how they begin, each with its place in the document's order."""

    def __init__(self, named: Sequence[Named]) -> None:
        self.named = named
        self.by_name: dict[str, list[tuple[int, Named]]] = {}
        self.by_start: dict[str, list[int]] = {}
        for order, bearer in enumerate(named):
            for name in bearer.names:
                self.by_name.setdefault(name, []).append((order, bearer))
                if len(name) >= _START:
                    self.by_start.setdefault(name[:_START], []).append(order)

    def held_in(self, names: Sequence[str]) -> list[Named]:
        """In the document's order the entities one of whose longer names may lie in one of the names given."""
        orders = {
            order
            for name in names
            for at in range(len(name) - _START + 1)
            for order in self.by_start.get(name[at : at + _START], ())
        }
        return [self.named[order] for order in sorted(orders)]


@lru_cache(maxsize=1)
def first_mentions(scene: Scene) -> Mapping[str, Mention]:
    """The first mention that names each entity."""
    first: dict[str, Mention] = {}
    for mention in scene.mentions:
        if mention.entity and not mention.implied:
            first.setdefault(mention.entity, mention)
    return first


@lru_cache(maxsize=1)
def names_of(scene: Scene) -> Mapping[str, tuple[str, ...]]:
    """All names of each entity of at least two characters, the main one first."""
    found: dict[str, tuple[str, ...]] = {}
    for entity in scene.entities.values():
        folded = dict.fromkeys([_MARKS.sub("", name) for name in (entity.name, *entity.aliases)])
        found[entity.id] = tuple([name for name in folded if len(name) >= 2])
    return found


_Relation = tuple[str, Entity, str, Entity, dict[str, str]]


def _read(bearer: Named, index: _Index, adoption: _Adoption, bodies: Mapping[str, Entity]) -> Iterator[_Relation]:
    entity = bearer.entity
    if entity.type in KG["partOf"].domain:
        kinds = (PROJECT, PLACE) if entity.type in (PROJECT, PLACE) else (entity.type,)

        def is_kin(other: Named) -> bool:
            return other.entity.type in kinds

        whole = _longest_head(
            bearer if entity.type != EVENT else replace(bearer, names=bearer.names[:1]), index, is_kin, _is_part
        )
        whole = whole or (_body_of_group(bearer, bodies) if entity.type == AGENCY else None)
        if whole:
            yield "partOf.name", entity, "partOf", whole, {}
    if entity.type == PROJECT or (entity.type == PLACE and "code" not in entity.facts):
        owner = _longest_head(bearer, index, _is_body, _is_work)
        if owner:
            yield (
                "undertakes.name",
                owner,
                "undertakes",
                entity,
                {"role": "operates" if _RUN.search(entity.name) else "builds"},
            )
        for place in _route(bearer, index):
            yield "passesThrough.name", entity, "passesThrough", place, {}
    if entity.type == DOCUMENT:
        issuer = None
        if document_kind(bearer.names[0]) and not _DRAFT.search(bearer.names[0]):  # a series 《县委大院》 is no paper of 县委
            issuer = _longest_head(
                bearer, index, _is_body, lambda _body, rest: bool(rest) and ("关于" in rest or not _RULES_IT.search(rest))
            )
        if issuer:
            yield "issued.name", issuer, "issued", entity, adoption.qualifiers(entity)
    if entity.type in (EVENT, DOCUMENT):
        for theme in _themes(bearer, index):
            yield "about.name", entity, "about", theme, {}


_GROUP = re.compile("(?:党组|党委|党工委|党总支|党支部)$")


def _body_of_group(group: Named, bodies: Mapping[str, Entity]) -> Entity | None:
    """The body that a Party group is of, though only a title names it: 湖山市卫健委党组书记、主任 of 湖山市卫生健康委员会."""
    for name in group.names:
        root = _GROUP.sub("", name)
        if root == name:
            continue
        full = (
            local()[root[cut:]]["full"].format(place=root[:cut])
            for cut in range(2, len(root) - 1)
            if local_at(root, cut) == root[cut:]
        )
        if found := next((bodies[body] for body in (root, *full) if body in bodies), None):
            return found
    return None


def _is_body(other: Named) -> bool:
    return other.entity.type == AGENCY


def _longest_head(
    bearer: Named, index: _Index, among: Callable[[Named], bool], fits: Callable[[Entity, str], bool]
) -> Entity | None:
    """The entity with the longest name that one of the bearer's names begins with, where the rest of that name fits.

    Of several with that name it is the first in the document.
    """
    length, first, found = 0, 0, None
    for name in bearer.names:
        for cut in range(len(name) - 1, max(length, 2) - 1, -1):
            head = name[:cut]
            for order, other in index.by_name.get(head, ()):
                if (cut, -order) <= (length, -first) or (cut < 3 and not head.endswith("委")) or head in bearer.names:
                    continue
                if other.entity is not bearer.entity and among(other) and fits(other.entity, name[cut:]):
                    length, first, found = cut, order, other.entity
    return found


def _is_part(whole: Entity, rest: str) -> bool:
    if whole.type == AGENCY:
        if _OTHER_PLACE.match(rest) and not (_BANK_BRANCH.search(rest) or _POLICE_BRANCH.search(rest)):
            return False  # 共青团商丘市委员会 is a body of its place
        if whole.name.endswith(("大学", "医院")) and _SEAT.fullmatch(rest):
            return True  # 江北大学（湖山）, 湖山县医院（东湖院区）
        if "集团" in whole.name and _SUBSIDIARY.fullmatch(rest):
            return True
        return bool((_BANK_BRANCH.search if whole.name.endswith(("银行", "分行")) else _BRANCH.match)(rest))
    if whole.type == PROJECT and whole.name.endswith("班列") and _SEAT.fullmatch(rest):
        return True  # 中欧班列（湖山）
    if whole.type == PLACE:
        return "code" not in whole.facts and any(of.search(whole.name) and part.fullmatch(rest) for of, part in _PLACE_PARTS)
    if whole.type == PROJECT:
        return rest[0] not in "及和与暨、" and bool(_PHASE.match(rest))
    return whole.type == EVENT and bool(_SUB_EVENT.match(rest))


def _is_work(body: Entity, rest: str) -> bool:
    if _HOUSE.search(body.name) and _OWN_BUILDING.match(rest):
        return False  # a school's new building is built for it, not by it
    return len(rest) >= 3 and bool(_BUILDER.search(body.name) and _WORK.search(rest)) and not _CLAUSE.search(rest)


def _route(bearer: Named, index: _Index) -> Iterator[Entity]:
    """Both ends of a line that is called after them: 抚州至吉安高速公路."""
    for name in bearer.names:
        # 宁德至古田高速公路宁德段 does not run from end to end; 十淅高速公路郧阳至丹江口段 runs between its own.
        match = _SECTION.fullmatch(name) if _SECTIONED.search(name) else _ROUTE.match(name)
        if not match or "等" in match["start"] or _ON_LINE.search(name, match.end()):
            continue
        ends: list[Entity] = []
        # 上海至苏州至湖州高铁 and 集宁经大同至原平高铁 have three, 湖北荆门至荆州高铁 begins with a province
        for end in re.split("[至到经—-]", f"{match['start']}至{match['end']}"):
            # Y18线东湖镇新桥村至…: whatever stands before it, the longest name of a place that the words end with
            for size in range(len(end) - 1):
                known = (end[size:], *(end[size:] + suffix for suffix in _DIVISION_ENDS))
                fitting = [pair for name in known for pair in index.by_name.get(name, ()) if pair[1].entity.type == PLACE]
                if fitting:
                    ends.append(min(fitting, key=lambda pair: pair[0])[1].entity)
                    break
        if ends:
            yield from ends
            return


# 学习纲要（2025年版）, 法典草案: the same work in an edition or as a draft
_EDITION = re.compile("(?:[（(][^（）()]*[）)]|(?:修订|修正)?草案)+$")
# 联合国总部协定, 商业银行管理办法, 国务院组织法修订草案: whom or what a law or a treaty is about is not who has issued it.
_DRAFT = re.compile("(?:草案|修正案|征求意见稿|讨论稿|送审稿)）?$")
_RULES_IT = re.compile(r"(?:公约|议定书|协定|协议|条例|法|办法|草案|晚会)$")


def _themes(bearer: Named, index: _Index) -> Iterator[Entity]:
    """Projects, documents and events that the name holds (an event's only with their spirit); of nested ones the longest."""
    found: dict[str, Entity] = {}
    event = bearer.entity.type == EVENT
    if event and not any(_CELEBRATION.search(name) for name in bearer.names):
        return
    own = {form for name in bearer.names for form in (name, _EDITION.sub("", name))}
    for other in index.held_in(bearer.names):
        if other.entity.type not in (PROJECT, DOCUMENT, EVENT) or other.entity is bearer.entity:
            continue
        names = other.names if other.entity.type == EVENT else [n for n in other.names if n == other.names[0] or len(n) >= 6]
        inside = [n for n in names if len(n) >= _START and n not in own and any(n in mine for mine in bearer.names)]
        if other.entity.type == DOCUMENT:
            inside = [n for n in inside if n == other.names[0]]
        elif other.entity.type == EVENT:
            inside = [n for n in inside if any(_is_carried_out(mine, n, event) for mine in bearer.names if n in mine)]
        if inside:
            found[max(inside, key=len)] = other.entity
    for name, entity in found.items():
        if not any(name != longer and name in longer for longer in found):
            yield entity


def _is_carried_out(name: str, inner: str, event: bool) -> bool:
    """Whether what a name holds is a meeting that the bearer follows: of an event, one whose spirit it studies.

    Example:
        >>> _is_carried_out("学习贯彻党的二十大精神宣讲报告会", "党的二十大", True), _is_carried_out("湖山论坛闭幕会", "湖山论坛", True)
        (True, False)
    """
    at = name.find(inner)
    if event:
        return name.startswith("精神", at + len(inner))
    return _CARRIED_OUT.search(name[:at]) is not None


class _Adoption:
    """When documents were adopted or published, where the sentence that names one says so."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.noticed = notice_days(scene)
        self.naming: dict[str, list[Mention]] = {}
        """The mentions of each entity, in reading order."""
        self.days: dict[int, list[Mention]] = {}
        """The days that each article names, in reading order."""
        for mention in scene.mentions:
            if mention.entity:
                self.naming.setdefault(mention.entity, []).append(mention)
            elif mention.type == TIME and _DAY.match(mention.value):
                self.days.setdefault(scene.document.sentences[mention.sentence].article, []).append(mention)

    def qualifiers(self, document: Entity) -> dict[str, str]:
        """The day of a notice, or the one last named before the words that say a document was adopted."""
        if day := self.noticed.get(document.id):
            return {"date": day}
        for mention in self.naming.get(document.id, ()):
            sent = self.scene.document.sentences[mention.sentence]
            if not _ADOPTED.search(sent.text[max(0, mention.start - 16) : mention.start]):
                continue
            days = self.days.get(sent.article, ())
            before = bisect_left(days, (mention.sentence, mention.start), key=lambda day: (day.sentence, day.start))
            if before:
                return {"date": days[before - 1].value}
        return {}

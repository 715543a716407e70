"""What the names themselves state: 湖山银行望江支行 is part of 湖山银行, 江北集团芯片项目 is 江北集团's, 东湖桥开工仪式 is about 东湖桥."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.model import AGENCY, DOCUMENT, EVENT, PLACE, PROJECT, TIME, Entity, Mention, Statement
from kg.relations.statements import Scene, state

_MARKS = re.compile(r"[《》〈〉“”\"'‘’「」\s]")
_BRANCH = re.compile(
    "(?:党组|党委|党工委|党总支|党支部|机关党委|纪检组|工会|团委|常委会|办公室|办公厅|秘书处|营业部|[支分]行|[支分]公司|分局|分院|分校|分会|分中心"
    "|[支分大中]队|指挥部|联络处|[^的]{1,10}(?:局|处|科|室|部|中心|所|站|组|党校|学会|商会|学校|学院|研究院|规划总院|总院|委员会|小组|中心组|医院|院区|基地|联盟))$"
)
_BANK_BRANCH = re.compile("[支分]行$|营业部$|党委$|总行$|中心$")
_PHASE = re.compile("^[（(]?(?:第?[一二三四五六七八九十\\d]+期|[^的、]{0,12}(?:段|标段|工程|项目|隧道|大桥|枢纽|区间|区|地块|子项|专项|系统|装置|探测器|码头|站房|部分|线)|配套|先期|首期)")
_SUB_EVENT = re.compile("^[”》]?(?:暨)?[^的]{0,12}(?:仪式|开幕|闭幕|论坛|大赛|比赛|专场|分会场|会议|晚会|展|活动|发布会|对接会|推介会)")
_OWNED = re.compile("^(?!.{0,10}(?:医院|学校|大学|学院)$)")
_ADOPTED = re.compile("审议通过|表决通过|通过|印发|发布|出台|下发|公布|制定")
_ROUTE = re.compile(
    "^(?P<start>.{2,10}?)(?:至|到|—+|-+|－)(?P<end>.{2,8}?)"
    "(?:国家|城际|一级|二级|快速|客运|货运|跨海|高等级)?(?:高速公路|高速铁路|高铁|铁路|公路|高速|客专|客运专线|城际|快速路|地铁|轻轨|航线|管道|段|线|通道|隧道|大桥)"
)
_DIVISION_END = "省市县区镇乡村州盟旗"


def extract_names(scene: Scene) -> list[Statement]:
    """Read the relations that follow from what things are called.

    Returns:
        partOf, undertakes, issued, about and passesThrough, each once, with the first sentence that names its subject as evidence.
    """
    first: dict[str, Mention] = {}
    for mention in scene.mentions:
        if mention.entity and not mention.implied:
            first.setdefault(mention.entity, mention)
    entities = [e for e in scene.entities.values() if e.id in first]
    names = {e.id: _names(e) for e in entities}
    statements = []
    for whole in entities:
        statements += _of_whole(scene, whole, entities, names, first)
    return statements


def _names(entity: Entity) -> tuple[str, ...]:
    folded = dict.fromkeys(_MARKS.sub("", name) for name in (entity.name, *entity.aliases))
    return tuple(name for name in folded if len(name) >= 2)


def _of_whole(
    scene: Scene,
    entity: Entity,
    entities: Sequence[Entity],
    names: Mapping[str, tuple[str, ...]],
    first: Mapping[str, Mention],
) -> Iterator[Statement]:
    mention = first[entity.id]

    def say(rule: str, confidence: float, predicate: str, subject: str, object_: str, **qualifiers: str) -> Statement:
        return state(
            scene,
            mention.sentence,
            rule,
            confidence,
            subject=subject,
            predicate=predicate,
            object=object_,
            qualifiers=qualifiers,
            marks={"subject": mention},
        )

    parent = _longest(_wholes(entity, entities, names))
    if parent:
        yield say("partOf.name", 0.85, "partOf", entity.id, parent.id)
    if entity.type in (PROJECT, PLACE):
        owner = _longest((_heads(other, names), other) for other in entities if other.type == AGENCY and _starts(entity, other, names, 3))
        if owner and entity.type == PROJECT | (not entity.facts.get("code")) * 0 if False else owner:
            yield say("undertakes.name", 0.82, "undertakes", owner.id, entity.id, role="builds")
        for place in _route(entity, entities, names):
            yield say("passesThrough.name", 0.84, "passesThrough", entity.id, place.id)
    if entity.type == DOCUMENT:
        issuer = _longest((_heads(other, names), other) for other in entities if other.type == AGENCY and _starts(entity, other, names, 2))
        if issuer:
            date = _adopted(scene, entity)
            yield say("issued.name", 0.88, "issued", issuer.id, entity.id, **({"date": date} if date else {}))
    if entity.type in (EVENT, DOCUMENT):
        for theme in _themes(entity, entities, names):
            yield say("about.name", 0.86, "about", entity.id, theme.id)

"""Ceremonies and notices that date what their names tell: 南枫线一期工程|开工仪式举行, 关于成立信用建设工作领导小组的通知."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import AGENCY, DOCUMENT, PLACE, PROJECT, Mention
from kg.recognition.events.heads import HOLDS_IT
from kg.relations.claims import Claim, milestone
from kg.relations.clauses import Clause
from kg.relations.days import Days
from kg.relations.stages import is_house, is_site, load_words
from kg.relations.statements import Scene

_STAGES = ("started", "opened", "completed", "signed")
"""Those that ceremonies mark, in the order in which their words are looked for."""


def from_ceremonies(
    scene: Scene, days: Days, clause: Clause, text: str, times: Sequence[Mention], events: Sequence[Mention]
) -> Iterator[Claim]:
    """An opening ceremony dates the thing whose name it bears: 南枫线一期工程开工仪式举行; `events` are those of the clause."""
    # 3月15日，2022年全县教育项目开工仪式举行: the day, not the year of the works
    told = next((t for t in reversed(times) if len(t.value) == 10), times[-1] if times else days.carried or days.standing)
    time = told or days.dateline
    if time is None:
        return
    for event in events:
        if told is not None:
            for stage in _STAGES:
                if any(w in event.text for w in load_words()[stage]):
                    days.turned[stage] = told
        for inner in clause.mentions:
            apart = event.via == "event.generic" and HOLDS_IT.fullmatch(text, inner.end, event.start)  # 项目|举行|通车仪式
            if not inner.entity or not (apart or event.start <= inner.start < inner.end < event.end):
                continue
            follows = _without_manner(text[event.start if apart else inner.end : event.end])
            if inner.type == PROJECT and follows.startswith(("、", "和", "及")):
                follows = f"暨{follows}"  # 甲项目、|乙项目集中开工
            for stage in _stages_of(follows):
                if _is_marked(scene, inner, stage, follows) and "周年" not in follows:  # 庆祝湖山大学成立70周年大会
                    rank = 0 if times else 2
                    yield milestone(clause, inner, time.value, stage, "milestone.ceremony", (event.start, event.end), rank)


def _without_manner(words: str) -> str:
    """What begins behind a thing's name, however it begins: 甲大桥|正式|通车仪式."""
    for manner in ("整体", "正式", "集中", "全面"):
        words = words.removeprefix(manner)
    return words


def _stages_of(follows: str) -> list[str]:
    """The stages that a ceremony marks, from the words behind the thing's name: 甲大桥|竣工通车仪式."""
    if follows.startswith("暨"):  # 甲项目|暨乙项目集中开工仪式
        return [s for s in _STAGES if any(w in follows[-6:] for w in load_words()[s])][:1]
    found: list[str] = []
    follows = follows.removeprefix("建设")
    while told := next(((s, w) for s in _STAGES for w in load_words()[s] if follows.startswith(w)), None):
        found.append(told[0])
        follows = follows[len(told[1]) :]
    return sorted(set(found), key=found.index)


def _is_marked(scene: Scene, thing: Mention, stage: str, follows: str) -> bool:
    """Whether a ceremony may mark a stage of a thing."""
    entity = scene.entities.get(thing.entity)
    if entity is not None and entity.kind == "Campaign" and "启动" not in follows:
        return False  # “百日攻坚”大会战|集中开工活动: of its works
    if thing.type == PLACE:
        return stage != "signed" and not follows.startswith("启动") and is_site(scene, thing)
    if thing.type == AGENCY and stage in ("started", "completed"):  # 县第三小学|奠基仪式
        return not follows.startswith("启动") and is_house(scene, thing)
    return thing.type in ((DOCUMENT, PROJECT) if stage == "signed" else (PROJECT, AGENCY) if stage == "opened" else (PROJECT,))


def from_notices(published: str, clause: Clause, text: str) -> Iterator[Claim]:
    """A notice founds or dissolves a body on the day it is issued: 关于成立信用建设工作领导小组的通知."""
    for body in clause.mentions:
        if body.type != AGENCY or not body.entity:
            continue
        lead = text[max(clause.start, body.start - 4) : body.start]
        stage = {"关于成立": "opened", "关于组建": "opened", "关于撤销": "closed"}.get(lead, "")
        if stage and text.startswith(("的通知", "的决定", "的公告", "的批复"), body.end):
            yield milestone(clause, body, published, stage, "milestone.notice", (body.start - 2, body.start), 2)

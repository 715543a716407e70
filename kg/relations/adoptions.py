"""Whose papers a session adopts: 湖山县第九届人民代表大会第二次会议通过了《…决议》 makes it a paper of the congress."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.model import AGENCY, DOCUMENT, Entity, Statement
from kg.reading.alignment import locate
from kg.relations.statements import Scene, state

ADOPTED_THERE = "issued.adopted-there"
"""The rule that takes a body near at hand for the one that meets."""
# 湖山县第九届人民代表大会|第二次会议闭幕会, 湖山县九届人大常委会|第三十次会议, 湖山县政府|第12次常务会议, 湖山县人大常委会|会议
_SESSION = re.compile(
    "(?P<body>.{2,30}?(?:人民代表大会常务委员会|人大常委会|人民代表大会|人大|人民政府|政府|国务院))"
    "(?:第?[一二三四五六七八九十百0-9]{1,4}次)?(?:常务|全体|主任)?会议(?:闭幕会|闭幕式|第.次全体会议)?"
)
_TERM = re.compile("第?[一二三四五六七八九十]{1,3}届")
# What a session adopts of others, or on its way to a higher body.
_NOT_ITS_OWN = re.compile("(?:草案|征求意见稿|送审稿|修订稿|议案|报告|名单|预算|决算|议程|日程)[）》]{0,2}$")


def with_adopted(scene: Scene, relations: Sequence[Statement], milestones: Sequence[Statement]) -> list[Statement]:
    """The relations that rules read, with `issued` for what a session adopts by the body whose session it is.

    Args:
        relations: What the rules read; what they tell otherwise of the same paper is dropped.
        milestones: Where papers were approved and when.
    """
    adopted = [s for s in relations if s.predicate == "about" and s.object and "通过" in _words(scene, s, "trigger")]
    if not adopted:
        return list(relations)
    days = {s.subject: s.value for s in milestones if s.qualifiers.get("stage") == "approved"}
    found = list(_issued(scene, adopted, days))
    issuers = {s.object: s.subject for s in found}
    kept = [
        s
        for s in relations
        if not (s.evidence[0].rule == ADOPTED_THERE and s.object in issuers and s.subject != issuers[s.object])
    ]
    return [*kept, *found]


def _words(scene: Scene, stmt: Statement, role: str) -> str:
    """The words of a statement's evidence that are its trigger or its object."""
    span = stmt.evidence[0].marks.get(role)
    return scene.document.text[slice(*span)] if span else ""


def _issued(scene: Scene, adopted: Sequence[Statement], days: Mapping[str, object]) -> Iterator[Statement]:
    doc = scene.document
    begins = {spans[0][0]: n for n, s in enumerate(doc.sentences) if (spans := locate(s, 0, len(s.text), doc.text))}
    bodies = {s.subject: _body(scene, scene.entities.get(s.subject)) for s in adopted}
    sessions: dict[str, object] = {}  # all that a body passes at one session it passes on one day
    for stmt in adopted:
        body, day = bodies[stmt.subject], days.get(stmt.object or "")
        if body and day:
            sessions.setdefault(body.id, day)
    for stmt in adopted:
        paper, sentence = scene.entities.get(stmt.object or ""), begins.get(stmt.evidence[0].start)
        body = bodies[stmt.subject]
        if not (body and paper and sentence is not None) or paper.type != DOCUMENT:
            continue
        if _NOT_ITS_OWN.search(_words(scene, stmt, "object") or paper.name):
            continue
        day = days.get(paper.id) or sessions.get(body.id)
        yield state(
            scene,
            sentence,
            "issued.session",
            subject=body.id,
            predicate="issued",
            object=paper.id,
            qualifiers={"date": day} if isinstance(day, str) else {},
        )


def _body(scene: Scene, event: Entity | None) -> Entity | None:
    """The body whose session an event is, if the document names it."""
    session = next((m for name in (event.name, *event.aliases) if (m := _SESSION.fullmatch(name))), None) if event else None
    if session is None:
        return None
    wanted = _plain(session["body"])
    for entity in scene.entities.values():
        if entity.type != AGENCY:
            continue
        names = {_plain(name) for name in (entity.name, *entity.aliases)}
        if any(len(name) > 4 and (wanted.endswith(name) or name.endswith(wanted)) for name in names):
            return entity
    return None


def _plain(name: str) -> str:
    """A body's name without its term, in one of the forms that the press gives it.

    Example:
        >>> _plain("湖山县第九届人民代表大会常务委员会"), _plain("湖山县人民政府")
        ('湖山县人大常委会', '湖山县政府')
    """
    plain = _TERM.sub("", name)
    return plain.replace("人民代表大会", "人大").replace("人大常务委员会", "人大常委会").replace("人民政府", "政府")

"""Who went along on a tour: 王平、李安一同调研 takes them where the report says that somebody went."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import PERSON, Statement
from kg.reading.alignment import locate
from kg.relations.statements import Scene, state

_VERBS = ("调研", "考察", "视察", "检查", "走访", "慰问", "督导", "巡查", "督查", "参观")
_TOURS = (*_VERBS, *(f"{verb}活动" for verb in _VERBS), "参加")
# 陪同调研 is said of hosts.
_WENT_ALONG = re.compile(
    "(?:先后|分别|全程)?(?:(?:一同|一起|一道|参加|参与|随同)(?:参与|参加)?(?:了)?"
    f"(?:实地)?(?:{'|'.join(_VERBS)}){{1,2}}(?:活动)?|(?P<next>参加))[。；]?$"
)
_DOES_MORE = re.compile("强调|指出|要求|表示|希望|会见|主持|陪同|听取|出席|召开|参加|来到|前往|率|带领|组织|邀请|[：“”]")


def extract_companions(scene: Scene, relations: Sequence[Statement]) -> list[Statement]:
    """`visited` for each person of a sentence, or of its end, that says no more than that they went along.

    Args:
        relations: What the rules read; the first sentence of the article that dates a visit, else the first that tells of one,
            says where its first visitor went, and when. Those at a sentence's end went where that sentence says.
    """
    visits = [s for s in relations if s.predicate == "visited" and "expected" not in s.qualifiers]
    if not visits:
        return []
    doc = scene.document
    found: list[Statement] = []
    for index, sent in enumerate(doc.sentences):
        # The end tells quickly that most sentences say no such thing.
        along = _WENT_ALONG.search(sent.text) if sent.text.rstrip("。；").endswith(_TOURS) else None
        if along is None:
            continue
        begin = _begin(sent.text, along.start())
        if begin < 0:
            continue
        told_here = begin > 0 and not sent.text.endswith(_HOSTS, 0, begin)
        here = locate(sent, 0, len(sent.text), doc.text)
        article = doc.articles[sent.article].id
        earlier = [
            s
            for s in visits
            if s.evidence[0].article == article
            and here
            and (s.evidence[0].start == here[0][0] if told_here else s.evidence[0].start < here[0][0])
        ]
        if along["next"]:  # 乙参加。 says more only right behind the tour: it may be a meeting's
            told = locate(doc.sentences[index - 1], 0, len(doc.sentences[index - 1].text), doc.text) if index else []
            earlier = [s for s in earlier if told and s.evidence[0].start == told[0][0]]
        leading = next((s for s in earlier if "date" in s.qualifiers), earlier[0] if earlier else None)
        if leading is None:
            continue
        tour = [s for s in earlier if s.subject == leading.subject and s.evidence[0].start == leading.evidence[0].start]
        for person in scene.mentions:
            if person.sentence != index or person.type != PERSON or not person.entity:
                continue
            if not begin <= person.start < along.start():
                continue
            found += [
                state(
                    scene,
                    index,
                    "visited.went-along",
                    subject=person.entity,
                    predicate="visited",
                    object=visit.object,
                    qualifiers=visit.qualifiers,
                    marks={"subject": person, "trigger": (along.start(), along.end())},
                )
                for visit in tour
            ]
    return found


# 县长甲到乙镇调研，|副县长丙、局长丁参加调研: where the sentence first tells who went where
_WENT = re.compile(f"(?:{'|'.join(_VERBS)})[^，。；]{{0,24}}，")
_HOSTS = "陪同；"


def _begin(text: str, along: int) -> int:
    """Where the words begin that say no more than who went along: with the sentence, or behind what tells of the tour; or -1."""
    begin = max((told.end() for told in _WENT.finditer(text, 0, along)), default=0)
    # 县委书记甲陪同；|乙县县长丙等参加考察: guests behind the hosts
    if (hosts := text.rfind(_HOSTS, begin, along)) >= 0:
        begin = hosts + len(_HOSTS)
    return -1 if along - begin > 120 or _DOES_MORE.search(text, begin, along) else begin

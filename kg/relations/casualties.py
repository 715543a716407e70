"""Whose the dead and wounded of a sentence are: a number of people in, the disaster or the place attacked out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import AGENCY, PLACE, Mention
from kg.recognition.phrases import item_end
from kg.relations.indicators import load_words
from kg.relations.numbers import Number
from kg.relations.statements import Scene

MEMORY = 2
"""For how many sentences people are told of who died of a disaster."""


class Casualties:
    """The disasters and attacks that a document has told of so far."""

    def __init__(self, scene: Scene, disasters: Mapping[int, list[Mention]], places: Mapping[int, list[Mention]]) -> None:
        """Note the disasters, accidents and attacks, and the places, that each sentence of a scene names."""
        self.sentences = scene.document.sentences
        self.disasters = disasters
        self.places = places
        self.attacked: Mention | None = None
        """The place that a sentence tells an attack on: its dead and wounded are not the attacker's."""
        self.sentence = -1
        """That sentence."""

    def find(self, number: Number, subject: Mention | None) -> Mention | None:
        """What people died of, or the place where they died of what the subject did, for the rest of its sentence."""
        killed = number.right.endswith(load_words()["casualty"])
        if (killed or _of_disaster(number)) and (disaster := self._disaster(number)):
            return disaster
        if subject is None:
            return None
        if self.attacked is None or self.sentence != number.sentence:
            self.attacked, self.sentence = self._attack(number, subject) if killed else None, number.sentence
        return self.attacked

    def _disaster(self, number: Number) -> Mention | None:
        """The accident or disaster told of last in the article, in this sentence or just before."""
        article = self.sentences[number.sentence].article
        # （3）湖山一飞机坠毁致6人死亡: nothing to do with the fire of the item before
        back = 0 if item_end(self.sentences[number.sentence].text) or _IN_ALL.search(number.text, 0, number.start) else MEMORY
        pointed = _POINTED.search(number.text, 0, number.start) if back else None
        for at in range(number.sentence, max(number.sentence - back - 1, -1), -1):
            told = [m for m in self.disasters.get(at, ()) if (at, m.start) < (number.sentence, number.start)]
            if told and self.sentences[at].article == article:
                return told[-1]
        if pointed is None:
            return None
        # …台风“甲”肆虐。…。…。台风|灾害造成5人死亡: the one of that kind, wherever the article told of it
        alike = [m for at in range(number.sentence) for m in self.disasters.get(at, ()) if pointed.group() in m.text]
        same = [m for m in alike if self.sentences[m.sentence].article == article]
        return same[-1] if len({m.entity for m in same}) == 1 else None

    def _attack(self, number: Number, subject: Mention) -> Mention | None:
        """The place that the subject attacked: 甲军空袭乙省，造成3人死亡.

        Where none is named as attacked, those who died tell it (3名乙国士兵), or who counted them (乙省卫生部门称).
        """
        text, start, end = number.text, number.start, number.end
        if subject.sentence != number.sentence or subject.type not in (AGENCY, PLACE):
            return None
        attack = _ATTACK.search(text, subject.end, start)
        if attack is None or _SUFFERS.search(text, subject.end, attack.start()):
            return None
        named = self.places.get(number.sentence, ())
        others = [m for m in named if m.entity != subject.entity and not subject.start <= m.start < subject.end]
        attacked = [m for m in others if subject.end <= m.start < start and _ATTACKED.search(text, subject.end, m.start)]
        theirs = [m for m in others if end <= m.start < end + len(number.right)]
        counting = [m for m in others if m.start < subject.start]
        return next(iter((*attacked[-1:], *theirs, *counting)), None)


# 2800座|楼房倒塌, 78次|余震; 震中100公里范围内有|3座城市
_DAMAGE = re.compile("余震$|倒塌|坍塌|损毁|被毁|受损|烧毁|冲毁")


def _of_disaster(number: Number) -> bool:
    """Does a number tell what else came of a disaster than its dead: what it destroyed or cost, its aftershocks, what lies around it?"""
    text, start = number.text, number.clause.start
    if number.left.endswith("直接经济损失"):
        return True
    return _DAMAGE.search(number.right) is not None or ("震中" in text and "震中" in text[start : number.start])


# 甲市发生枪击。今年以来，乙国已有|3万人因枪支丧生: of no single one
_IN_ALL = re.compile("今年以来|今年已|每年|去年|上半年|年均|全年")
_POINTED = re.compile("台风|地震|洪水|暴雨|火灾|[山林]火|爆炸|坍塌|事故|空难|泥石流|滑坡")
_ATTACK = re.compile("冲突|交火|打死|空袭|袭击|轰炸|炮击|突袭|搜捕|打击|开火|军事行动|行动")
# 甲市|遭空袭
_SUFFERS = re.compile("遭|遇|被|受到")
# 甲军空袭|乙省, 对|乙省发动袭击
_ATTACKED = re.compile("(?:[对在向]|空袭|袭击|轰炸|炮击|突袭|打击|攻击)了?$")

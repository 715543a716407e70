"""Words that point back (该线, 全县, 一期) and what they stand for; and those that point to what is never named (这口井, 该片)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from kg.model import PLACE, PROJECT, TIME, Entity, Mention
from kg.recognition.lexicon import rows
from kg.relations.clauses.clause import BUILT, Stretch
from kg.relations.statements import Scene

MEMORY = 60
"""How many things back a pointing word may point."""
REACH = 24
"""How far behind a clause's beginning a pointing word may stand."""
PHASES = ("一期", "二期", "三期", "四期", "五期")
_LONGEST_FIRST = (4, 3, 2)
# 一批重点|项目, 12个重大产业|项目
_SEVERAL = re.compile(
    "(?:一批|多个|多项|[0-9]个|[0-9]项|一系列)(?:[^，。；、的]{0,10}?)(?=项目|工程|线路|学校|医院|企业|公司|景区|水库|隧道|大桥|园区)"
)
# 新开工项目15项，|项目总投资…
_COUNTED_AFTER = re.compile("(?:项目|工程)(?:共计?|合计|总数|达到?|有)?(?:[2-9]|[0-9]{2,4})[个项]")
# 该桥, 项目: pointing words that were found to point to nothing; 这口井, 该片: what has hardly a name of its own.
_THAT_THING = re.compile(
    "(?:目前|其中|据悉|同时|，)*(?:(?P<known>[该本](?:项目|工程|线路?|路|特?大?桥|园区?|隧道|铁路|高速|公路|水库|机场|医院|景区)|(?:项目|工程)(?!部|师|队|建设))"
    "|该(?:片|剧|书|井|船|轮|机型|机(?!场|构|关|制|会|遇|组|器|动|电)|塔|楼|墓|产品|平台|系统|装置|设备|飞机|客机|航班|卫星|[油气]田|影片|作品|品种|品牌|渔船|货轮|列车|遗址|机组|电站)"
    "|这(?:口|部|款|台|艘|幅|辆|本|枚|尊|[座条家](?=[^，。；]{0,8}(?:楼|塔|井|船|厂|店|墓|雕像|生产线|运河))))"
)
# Whatever the words before may be, one of these stands in it.
_THAT = re.compile("该|本|这|项目|工程|位于|坐落|座落|地处")
_LIES_SOMEWHERE = re.compile(
    "(?:据悉，|目前，)?(?![^，。；]*震中)(?:(?![来到走进入在从往赴对将是有的为及我全])[一-鿿]){4,20}(?:位于|坐落[于在]|座落[于在]|地处)(?![^，。；]*的)"
)


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A word that points back to something: which types it may point to and how their names end."""

    types: tuple[str, ...]
    endings: tuple[str, ...]
    head_only: bool


@cache
def load_pointers() -> Mapping[str, _Pointer]:
    """Words that stand for something named before, such as 该线 and 全县."""
    pointers: dict[str, _Pointer] = {}
    for row in rows("deixis"):
        types, endings = tuple(row["types"].split("|")), tuple(e for e in row["ending"].split("|") if e)
        pointers[row["word"]] = _Pointer(types, endings, head_only=row["position"] == "head")
    return pointers


@cache
def _pointing() -> re.Pattern[str]:
    """The first characters of pointing words: most clauses hold none of them."""
    tails: dict[str, list[str]] = {}
    for word in load_pointers():
        tails.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(head)}(?={'|'.join(rest)})" for head, rest in tails.items()))


def find_pointing(text: str) -> list[int]:
    """Where pointing words may begin in a sentence."""
    return [found.start() for found in _pointing().finditer(text)]


def may_point_nowhere(text: str) -> bool:
    """Whether a sentence holds one of the words without which nothing unnamed is pointed to."""
    return _THAT.search(text) is not None


def lies_somewhere(stretch: Stretch) -> bool:
    """Whether a clause tells where something lies that nobody recognized: 新门诊大楼|坐落在思州路."""
    return _LIES_SOMEWHERE.match(stretch.text, stretch.start, stretch.end) is not None


class Memory:
    """What an article has named so far, and what its pointing words stand for."""

    def __init__(self, scene: Scene, home: Entity | None) -> None:
        """Begin with nothing named."""
        self.entities = scene.entities
        self.home = home
        self.latest: dict[str, Mention] = {}
        """The latest mention of each entity, in order of mentioning."""
        self.phases = {
            (word, e.name[:4]): e.id for e in scene.entities.values() if e.type == PROJECT for word in PHASES if word in e.name
        }
        """Phases of projects by their number and the beginning of the project's name."""

    def add(self, mention: Mention) -> None:
        """Remember a mention as the latest one."""
        self.latest.pop(mention.entity, None)
        self.latest[mention.entity] = mention

    def find_pointed(
        self, stretch: Stretch, pointing: Sequence[int], topic: Mention | None, theme: Mention | None
    ) -> Mention | None:
        """The first pointing word of a clause, as a mention of what it points to.

        Args:
            pointing: Where such words begin in the sentence.
            topic: What the text has been about so far.
            theme: What the sentence has been about so far.
        """
        if phase := self._phase(stretch, topic):
            return phase
        if not pointing:
            return None
        start, end = stretch.start, stretch.end
        near = pointing[bisect_left(pointing, start) : bisect_left(pointing, min(end, start + REACH))]
        if not near:
            return None
        taken = frozenset(position for m in stretch.outer for position in range(m.start, m.end))
        for position in near:
            for word, pointer in _pointers_at(stretch, position) if position not in taken else ():
                last = position + len(word) - 1
                target = self._antecedent(pointer, word, topic, theme, stretch.sentence) if last not in taken else None
                if target:
                    return Mention(stretch.sentence, position, last + 1, word, target.type, entity=target.id, implied=True)
        return None

    def _phase(self, stretch: Stretch, topic: Mention | None) -> Mention | None:
        """The phase that a clause opens with (一期规划床位400张), where the document has it as a thing of its own."""
        text = stretch.text
        at = stretch.start + 2 if text.startswith("其中", stretch.start) else stretch.start
        word = text[at : at + 2]
        whole = self.entities.get(topic.entity) if topic and word in PHASES else None
        if whole is None or word in whole.name:
            return None
        phase = self.phases.get((word, whole.name[:4]))
        return Mention(stretch.sentence, at, at + 2, word, PROJECT, entity=phase, implied=True) if phase else None

    def is_other_phase(self, stretch: Stretch, topic: Mention | None) -> bool:
        """Does a clause open with another phase than the one told of, which the document has not as a thing of its own?"""
        word = stretch.text[stretch.start : stretch.start + 2]
        told = self.entities.get(topic.entity) if topic and word in PHASES else None
        return told is not None and told.type == PROJECT and word not in told.name and any(p in told.name for p in PHASES)

    def _antecedent(
        self, pointer: _Pointer, word: str, topic: Mention | None, theme: Mention | None, sentence: int
    ) -> Entity | None:
        """What a pointing word stands for: the theme, the paper's division, the topic, or what was named last."""
        # 青龙高速公路终点接青银高速，目前该工程…: the sentence's own theme, not the last thing named.
        if theme is not None and word[0] in "该本这" and self._fits(theme, pointer):
            return self.entities.get(theme.entity)
        for told in (theme, topic):  # 青龙水库总库容1亿立方米，|项目建成后可…
            if pointer.types == (PROJECT,) and told is not None and told.sentence == sentence and not told.implied:
                built = self.entities[told.entity]
                if built.kind in BUILT:
                    return built
        only_places = pointer.types == (PLACE,)
        if only_places and self.home and word[0] in "我全本" and self.home.name.endswith(pointer.endings):
            return self.home
        if topic and self._fits(topic, pointer):
            return self.entities.get(topic.entity)
        for identifier in islice(reversed(self.latest), MEMORY):
            entity = self.entities[identifier]
            if entity.type in pointer.types and _is_called(entity, pointer):
                return entity
        # 综合教学楼动工，|项目总投资1016万元
        if pointer.types == (PROJECT,) and topic and topic.type == PLACE:
            built = self.entities[topic.entity]
            if built.kind in BUILT or built.name.endswith("楼"):
                return built
        if only_places and self.home and (not pointer.endings or self.home.name.endswith(pointer.endings)):
            return self.home
        return None

    def _fits(self, mention: Mention, pointer: _Pointer) -> bool:
        """Whether a pointing word may stand for what is mentioned."""
        entity = self.entities.get(mention.entity)
        return mention.type in pointer.types and entity is not None and _is_called(entity, pointer)

    def points_nowhere(self, stretch: Stretch, topic: Mention | None) -> bool:
        """Does a clause begin with a pointing word for what is not named (该桥 after no bridge, 这口井 in a story of a county)?

        Or with a thing that nobody recognized, told to lie in a place: 新门诊大楼|坐落在思州路，总建筑面积5万平方米.
        """
        text = stretch.text
        place = self.entities[topic.entity] if topic is not None and topic.type == PLACE else None
        found = _THAT_THING.match(text, stretch.start, stretch.end)
        if found is None:
            plain = topic is None or (place is not None and place.kind not in BUILT)
            return plain and lies_somewhere(stretch)
        if word := found["known"]:
            # 项目投资增长5%: in a local paper all projects of its division
            return word[0] in "该本" or (self.home is None and not _of_several(text, found.start("known"), word))
        return topic is None or (place is not None and "code" in place.facts)


def _pointers_at(stretch: Stretch, position: int) -> Iterator[tuple[str, _Pointer]]:
    """The pointing words at a position of a clause, the longest one first."""
    text = stretch.text
    pointers = load_pointers()
    for length in _LONGEST_FIRST:
        word = text[position : position + length]
        pointer = pointers.get(word)
        if pointer is None or position + length > stretch.end:
            continue
        if pointer.head_only and (not _heads(stretch, position, word) or _of_several(text, position, word)):
            continue
        yield word, pointer
        if word[0] in "该本这":  # 该区段 is no 该区
            return


def _heads(stretch: Stretch, position: int, word: str) -> bool:
    """Does a clause begin with a word, but for when it is told of and whether that lies ahead (预计2013年底|大桥建成通车)?"""
    start, lead = stretch.start, ""
    named = not word.endswith("线")  # 大桥预计2013年底|全线贯通: along all of it
    for time in (m for m in stretch.mentions if named and m.type == TIME and m.end <= position):
        lead += stretch.text[start : time.start]
        start = max(start, time.end)
    lead += stretch.text[start:position]
    lead = lead.strip(" “，")
    return lead in ("", "目前", "其中", "据悉", "同时") or (named and lead in ("预计", "计划"))


def _is_called(entity: Entity, pointer: _Pointer) -> bool:
    """Whether one of an entity's names ends as a pointing word asks for: 高东高速项目 is a line too, whatever its longest name ends in."""
    return not pointer.endings or any(name.endswith(pointer.endings) for name in (entity.name, *entity.aliases))


def _of_several(text: str, position: int, word: str) -> bool:
    """Does a bare noun speak of the unnamed ones that its sentence has just counted (一批重点项目开工，项目总投资…)?"""
    if word in ("项目", "工程") and _COUNTED_AFTER.search(text, 0, position):
        return True
    return any(text.startswith(word, m.end()) for m in _SEVERAL.finditer(text, 0, position))

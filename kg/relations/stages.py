"""Words that tell a stage in the life of things: a clause in, its stage verbs out, with what they are said of and in what mood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.model import AGENCY, PLACE, PROJECT, Mention, Span
from kg.recognition.lexicon import rows
from kg.relations.clauses import Clause
from kg.relations.statements import Scene
from kg.relations.triggers import Triggers

FIRST_UNIT = "首台机组"
"""With which a plant comes into use, before all of it does."""
REACH = 30
"""How many clauses of a sentence are searched for a subject or a list."""
WINDOW = 20
"""How many characters may stand between the two words of a split verb (通过…审查)."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A word of the milestone table; `tail` is the second word of a split one."""

    word: str
    tail: str
    stage: str
    types: tuple[str, ...]

    @property
    def lasts(self) -> bool:
        """It tells of a time during which a work goes on, not of a turn."""
        return "Span" in self.types


@dataclass(slots=True, unsafe_hash=True)
class Turn:
    """A stage verb where it stands: in which clause of a document, and in which span of the sentence's text."""

    clauses: tuple[Clause, ...]
    index: int
    text: str
    verb: Verb
    start: int
    end: int

    @property
    def clause(self) -> Clause:
        """The clause of the verb."""
        return self.clauses[self.index]

    @property
    def after(self) -> str:
        """The words of the clause behind the verb."""
        return self.text[self.end : self.clause.end]


@cache
def load_verbs() -> tuple[Verb, ...]:
    """Words that tell a stage, longest first."""
    verbs: list[Verb] = []
    for row in rows("milestone_verbs"):
        for word in row["verbs"].split():
            head, _, tail = word.partition("…")
            verbs.append(Verb(head, tail, row["stage"], tuple(row["types"].split("|"))))
    return tuple(sorted(verbs, key=lambda v: (-len(v.word) - len(v.tail), v.word, v.tail)))


@cache
def load_words() -> Mapping[str, tuple[str, ...]]:
    """Word lists around the verbs, by kind."""
    return {row["kind"]: tuple(sorted(row["words"].split(), key=lambda w: (-len(w), w))) for row in rows("milestone_words")}


@cache
def _verb_triggers() -> Triggers:
    """Which verbs of `load_verbs` a clause may hold."""
    return Triggers((verb.word,) for verb in load_verbs())


def verbs_in(text: str) -> list[Verb]:
    """The stage verbs of which a text holds the (first) word, longest first.

    Example:
        >>> [(verb.word, verb.stage) for verb in verbs_in("大桥开工建设，铁路通车")]
        [('开工建设', 'started'), ('开工', 'started'), ('通车', 'opened')]
    """
    return [load_verbs()[number] for number in _verb_triggers().groups_in(text)]


def find_turns(verbs: Sequence[Verb], clauses: tuple[Clause, ...], index: int, text: str) -> list[Turn]:
    """Where a clause holds one of its sentence's `verbs` outside names, none inside another, in order."""
    words = text[clauses[index].start : clauses[index].end]
    here = [verb for verb in verbs if verb.word in words]
    if not here:
        return []
    found: list[Turn] = []
    used = _named(clauses[index], text)
    for verb in here:
        for start, end in _places(verb, clauses[index], text):
            if not used.intersection(range(start, start + len(verb.word))):
                used.update(range(start, start + len(verb.word)), range(end - len(verb.tail), end))
                found.append(Turn(clauses, index, text, verb, start, end))
    return sorted(found, key=lambda turn: turn.start)


def _named(clause: Clause, text: str) -> set[int]:
    """The offsets of names, without those of a bare ceremony, which stands in its verb: 某桥|举行通车仪式."""
    names = (m for m in clause.outer if text[m.start - 2 : m.start] != "举行" or m.via != "event.generic")
    return {p for m in names for p in range(m.start, m.end)}


def _places(verb: Verb, clause: Clause, text: str) -> Iterator[Span]:
    """The spans of a verb in a clause, from its first word to the end of its second where it is a split one."""
    start = text.find(verb.word, clause.start, clause.end)
    while start >= 0:
        end = start + len(verb.word)
        tail = text.find(verb.tail, end, min(end + WINDOW, clause.end))
        inside = text[start - 1 : start] == "线" and verb.word == "上线"  # 线上线下
        if tail >= 0 and not inside:
            yield start, tail + len(verb.tail)
        start = text.find(verb.word, start + 1, clause.end)


def fits(scene: Scene, mention: Mention, verb: Verb) -> bool:
    """Whether a verb may be said of a thing."""
    # 原则通过《某法（草案）》，决定提请审议: it is to be adopted elsewhere
    if "草案" in mention.text and "提请" in scene.document.sentences[mention.sentence].text:
        return False
    if mention.type in verb.types:
        return mention.type != AGENCY or verb.word not in _OF_HOUSES or not _NO_HOUSE.search(mention.text)
    if verb.lasts:
        return mention.type == PROJECT
    if "Site" not in verb.types:
        return False
    return is_house(scene, mention) if mention.type == AGENCY else mention.type == PLACE and is_site(scene, mention)


# 省国土资源厅颁发许可证，预计2021年投产: what a government or a society has, it is not itself
_OF_HOUSES = frozenset(("投用", "投产", "投入使用", "投运", "开馆", "开园", "正式投入使用", "正式投入运营", "正式投入运行"))
_NO_HOUSE = re.compile("(?:厅|局|委|部|会|政府|办公室|集团|组)$")


def is_house(scene: Scene, mention: Mention) -> bool:
    """A school, a hospital or a plant, which is a house too: 县中医院2018年开工，2020年竣工."""
    entity = scene.entities.get(mention.entity)
    return entity is not None and entity.name.endswith(_HOUSES)


_HOUSES = (
    *("小学", "中学", "学校", "幼儿园", "校区", "分校", "医院", "卫生院", "院区", "分院", "敬老院", "养老院", "福利院"),
    *("厂", "馆", "剧院", "消防站", "救援站", "服务站", "中心", "法庭", "派出所"),
)


def is_site(scene: Scene, mention: Mention) -> bool:
    """A place that is built, not a division that is governed."""
    entity = scene.entities.get(mention.entity)
    if entity is None or "code" in entity.facts:
        return False
    return entity.name.endswith(load_words()["site"]) or mention.text.endswith(load_words()["site"])


@cache
def _next_verb() -> re.Pattern[str]:
    """The longest stage verb that begins a text."""
    return re.compile("|".join(re.escape(verb.word) for verb in load_verbs()))


def is_nominal(before: str, after: str, *, dated: bool) -> bool:
    """Does the word name or condition something (项目的开工, 竣工面积, 建成后)? After a date 后 and 以来 tell what happened.

    Example:
        >>> is_nominal("项目的", "", dated=False), is_nominal("大桥", "后", dated=False), is_nominal("大桥7月", "后", dated=True)
        (True, True, False)
    """
    if dated and (after.startswith(("后", "以来", "至今")) or (after.startswith("目标") and before.endswith("实现"))):
        return False
    following = _next_verb().match(after)
    if following and after.startswith("后", following.end()) and not dated:  # 建成通车后
        return True
    if (after.startswith(("运营后", "运行后", "达效后", "达产后", "达标后")) and not dated) or any(
        w in after for w in ("倒计时", "在即", "首月")
    ):
        return True
    if "周年" in after[:8]:
        return True
    if before.endswith("以") and "为契机" in after:  # 以签署规划为契机
        return True
    if before.endswith("就") and any(w in after for w in ("谈判", "磋商", "协商")):  # 就签署协议进行谈判
        return True
    return after.startswith(load_words()["afterwards"]) or before.endswith(("的", "新", "再", "重新", "此次", "本次"))


def is_demanded(before: str) -> bool:
    """Whether the words before a verb call for what it tells: 加快|建成."""
    near = before.removesuffix("研究报告")[-6:]  # 可行性研究报告|获批
    return any(w in near for w in load_words()["demanded"])


def is_wanted(before: str) -> bool:
    """要 as a verb of will, not in 重要, 主要 or 需要.

    Example:
        >>> is_wanted("各地要"), is_wanted("重要的是")
        (True, False)
    """
    at = before.rfind("要")
    return at >= 0 and before[at - 1 : at] not in ("重", "主", "需", "只", "首", "纪", "摘") and len(before) - at <= 14


def is_ahead(before: str) -> bool:
    """Whether the words before a verb announce what it tells: 计划|开工."""
    return any(w in before for w in load_words()["ahead"])

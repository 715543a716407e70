"""What fills the slots of a rule: the mentions of its match, or the topic that the clauses before name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, Mention
from kg.relations.antecedents import find_antecedent, find_section, goes_along, listed_with
from kg.relations.clauses import walk
from kg.relations.patterns import HOLDS, HOUSES
from kg.relations.rule_files import ENDS, Rule
from kg.relations.skeleton import TYPE_CHARS, Skeleton
from kg.relations.statements import Scene


class RuleReading:
    """A document while rules read it: its skeletons and, once asked for, its clauses with their topics.

    Of a name that is read for itself only its own skeleton is there, so nothing before it is taken up.
    """

    def __init__(self, scene: Scene, skeletons: Sequence[Skeleton | None], *, name: tuple[int, Skeleton] | None = None) -> None:
        """Begin a document, or a name in one of its sentences."""
        self.scene = scene
        self.skeletons = skeletons
        self.name = name
        """The index of a sentence with the name in it that is read for itself."""
        self._hosts: frozenset[tuple[int, str]] | None = None

    def skeleton(self, index: int) -> Skeleton | None:
        """The skeleton of a sentence; of a name that is read for itself there is only its own."""
        if self.name is None:
            return self.skeletons[index]
        return self.name[1] if self.name[0] == index else None

    def hosts(self) -> frozenset[tuple[int, str]]:
        """Who is said to accompany visitors, by the article that says so."""
        if self._hosts is None:
            sentences = self.scene.document.sentences
            self._hosts = frozenset(
                (sentences[m.sentence].article, m.entity)
                for m in self.scene.mentions
                if m.type == PERSON and m.entity and "陪同" in sentences[m.sentence].text and goes_along(self.skeletons, m)
            )
        return self._hosts

    def topic(self, index: int, position: int) -> Mention | None:
        """What the clause at a position of a sentence is about."""
        clauses = walk(self.scene)
        before = bisect_right(clauses, (index, position), key=lambda clause: (clause.sentence, clause.start))
        clause = clauses[before - 1] if before else None
        return clause.topic if clause and clause.sentence == index and position < clause.end else None


def fillers(rule: Rule, slot: str, reading: RuleReading, index: int, match: re.Match[str]) -> list[Mention]:
    """The resolved mentions that fill a slot of a match, or the topic where the rule takes it from before."""
    named = rule.named.get(slot)

    scene, skeleton = reading.scene, reading.skeleton(index)
    if skeleton is None:
        return []
    other = match.span("object" if slot == "subject" else "subject") if rule.pattern.slots.keys() & ENDS - {slot} else (0, 0)
    taken = [skeleton.mentions[at] for at in range(*other) if at in skeleton.mentions]
    # 代表团还来到…, after 市长甲分别陪同 and 甲讲话: the hosts are no visitors
    touring = rule.predicate == "visited" and slot == "subject" and rule.many
    article = scene.document.sentences[index].article

    def fits(mention: Mention) -> bool:
        if mention in taken or (touring and (article, mention.entity) in reading.hosts()):
            return False
        if touring and _BYLINE.search(scene.document.sentences[mention.sentence].text, 0, mention.start):
            return False
        if named is None:
            return True
        entity = scene.entities.get(mention.entity)
        # 漠河, 浙江: a division is no river, whatever its short name ends in
        said = () if mention.implied or (entity and "code" in entity.facts) else (mention.text,)
        return any(named.search(name) for name in (*said, *((entity.name,) if entity else ())))

    types = rule.subject if slot == "subject" else rule.object
    if types and reading.name is not None:
        return []  # a name stands for itself: nothing before it is taken up
    if types:
        section = find_section(scene, skeleton, match.start("trigger"))
        if section and section.type in types and fits(section):
            return [section]
        topic = reading.topic(index, skeleton.span(*match.span("trigger"))[0])
        taken_up = topic is not None and topic.type in types and topic.type != EVENT and fits(topic)
        if not taken_up or (rule.many and topic and goes_along(reading.skeletons, topic)):
            start, end = match.span("trigger")
            # 活动期间将举办：甲报告会、乙大赛: what the other end is called says nothing of this one
            words = match.string[max(0, match.start() - 4) : other[0] if other[0] >= end else match.end()]
            if hosted := _THIS_ONE.match(match.string):
                words = hosted.group() + words
            topic = find_antecedent(
                scene, reading.skeletons, index, start, types, fits, within=rule.within, reach=rule.reach, generic=words
            )
        if topic is None or (rule.predicate == "passesThrough" and _of_other_story(scene, index, topic)):
            return []
        return [m for m in listed_with(reading.skeletons, topic) if fits(m)] if rule.many else [topic]
    if match[slot] is None:
        return []
    wanted = "".join(TYPE_CHARS[given] for given in rule.pattern.slots[slot].types)
    start, end = match.span(slot)
    # Of places that stand without a mark between them (吉安市永丰县) the last one is meant; of a session's decision the decision.
    owned = {TYPE_CHARS[PLACE]: wanted, TYPE_CHARS[EVENT]: TYPE_CHARS[DOCUMENT]}
    return [
        mention
        for at in range(start, end)
        if match.string[at] in wanted
        and not (at + 1 < end and match.string[at + 1] in owned.get(match.string[at], ""))
        and not (match.string[at] == TYPE_CHARS[PLACE] and _HELD_IN.match(match.string, at + 1, end))
        and (mention := skeleton.mentions[at]).entity
        and fits(mention)
        and not (rule.predicate == "visited" and _is_only_begun(scene, match.string, at, mention))
        and not (mention.type == PERSON and _STANDS_FOR.match(scene.document.sentences[index].text, mention.end))
    ]


# 参观了湖山|三江湖、…: a short name in a list begins that of what nobody recognizes, but 到湖山|考察、调研
_IN_A_LIST = re.compile(
    "(?!就|开展|进行|考察|调研|学习|参观|招商|慰问|走访|检查|督导|督查|出席|参加|访问|对接|洽谈|推介|宣讲|看望|等)"
    "(?:(?!的)[一-鿿]){2,20}(?=、|等[地处])"
)
_LEVELS = "省市县区州盟旗镇乡村社街"
# 对全市重点项目进行调研: the leader of a city tells what for, not where he went
_ALL_OF = frozenset(f"全{level}" for level in "省市县区州盟旗镇乡国")


def _is_only_begun(scene: Scene, text: str, at: int, mention: Mention) -> bool:
    """Whether what somebody visits is only named by its beginning or within it (江北时代|四川|基地)."""
    if mention.text in _ALL_OF:
        return True
    if mention.type == PLACE and "code" in scene.entities[mention.entity].facts and mention.text[-1] not in _LEVELS:
        if _IN_A_LIST.match(text, at + 1):
            return True
        if text[at - 1 : at] == TYPE_CHARS[AGENCY] and text[at + 1 : at + 2] not in tuple("，。；、和及与等"):
            return True
    return mention.type in _RUNS_ON and _RUNS_ON[mention.type].match(text, at + 1) is not None


# （记者甲 乙）昨日，督导组来到…: who writes of a visit makes none
_BYLINE = re.compile("(?:记者|通讯员)[^，。；）]{0,24}$")
_HELD_IN = re.compile(f"(?:{HOLDS}){TYPE_CHARS[PLACE]}")


def _of_other_story(scene: Scene, index: int, topic: Mention) -> bool:
    """In national news each paragraph may tell of another line (…大桥合龙。/ 某通道全长…，途经…), whose name nobody has recognized."""
    here, there = scene.document.sentences[index], scene.document.sentences[topic.sentence]
    return not scene.document.place and there.paragraph != here.paragraph and there.role != "title"


# 本次节会由甲主办，乙承办: the second is of the festival too
_THIS_ONE = re.compile("(?:本|此|该|这)[届次]?[一-鿿]{1,8}由")


# 某主席夫人, 某主席特别代表: somebody else, who is named behind.
_STANDS_FOR = re.compile("(?:主席|总统|总理|国王|总书记)?(?:夫人|特使|特别代表)")


# 来到望江县阳光托育园、…: the county is where the house stands, not what somebody has come to see; 来到望江镇人大|代表之家.
_RUNS_ON = {
    PLACE: re.compile(
        f"(?:{HOUSES}|(?:(?!的)[一-鿿（）]){{2,14}}?(?:公司|研究院|研究所|对撞机|馆))(?=[、，。等以和及])"  # 湖山|粒子对撞机
    ),
    AGENCY: re.compile(
        "代表(?:之家|联络站|工作站|活动室)|(?:(?!的)[一-鿿]){1,8}[店矿厂](?=[、，。等以和及])"
    ),  # 云岭集团|青石煤矿
}

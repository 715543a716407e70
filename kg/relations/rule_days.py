"""The day that qualifies a relation (visited, issued): said with it, or told before it in the article."""

from __future__ import annotations

import re

from kg.model import TIME
from kg.relations.rule_files import Rule
from kg.relations.rule_slots import RuleReading
from kg.relations.skeleton import Skeleton

TOUR_REACH = 10
"""How many sentences back the day of a visit may be told."""
# 活动结束后，他还来到…: on the day that the article tells of
_AFTERWARDS = re.compile("(?:会|活动|仪式|会议|论坛|典礼|结束)后，|随后|当[天日]|会前|同日")
_TOUR = re.compile("(?:视察|调研|考察)(?:活动|组|团)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?$")


def date_of(rule: Rule, reading: RuleReading, index: int, match: re.Match[str], actor: str) -> str:
    """The date in the rule's own slot, else the nearest one before the trigger, in this sentence or the two before it.

    One tour fills an article: the day of a sentence further back counts for a visit of whoever is named there, or of the group
    that it tells of (开展集中视察活动).
    """
    sentences = reading.scene.document.sentences
    skeleton = reading.skeleton(index)
    if skeleton and "date" in rule.pattern.slots and match["date"]:
        return skeleton.mentions[match.start("date")].value
    if skeleton and rule.predicate == "visited" and _is_lately(skeleton, match.start("trigger")):
        return ""
    afterwards = bool(skeleton and _AFTERWARDS.search(skeleton.text, 0, match.start("trigger")))
    back = TOUR_REACH if rule.predicate == "visited" else 2
    if rule.predicate == "issued" and match.string.startswith("的", match.end("trigger")):
        back = 0  # 会议学习某部印发的《办法》: on whatever day
    for step in range(index, max(-1, index - back - 1), -1):
        if sentences[step].article != sentences[index].article:
            break
        here = reading.skeleton(step)
        if here and (
            index - step <= 2 or afterwards or _TOUR.search(here.text) or any(m.entity == actor for m in here.mentions.values())
        ):
            limit = match.start("trigger") if step == index else len(here.text)
            times = [
                m.value
                for at, m in here.mentions.items()
                if at < limit and m.type == TIME and m.value and not _is_of_feast(here, at)
            ]
            if step < index:  # 去年, 今年4月: a time of an earlier sentence that is no day is another's
                times = [value for value in times if _DAY.match(value)]
            if times:
                return times[-1] if _DAY.match(times[-1]) or (step == index and _dates_it(here, match)) else ""
    if rule.predicate == "visited" and sentences[index].role == "title" and index + 1 < len(sentences):
        below = reading.skeleton(index + 1)  # a headline's visit has the day that the text begins with
        if below and any(m.entity == actor for m in below.mentions.values()):
            return next((m.value for m in below.mentions.values() if m.type == TIME and _DAY.match(m.value)), "")
    return ""


def _is_lately(skeleton: Skeleton, limit: int) -> bool:
    """Whether a sentence tells of some day lately and of no other (近日，省长到某县调研): not of that of the story before it."""
    told = [m for at, m in skeleton.mentions.items() if at < limit and m.type == TIME]
    return len(told) == 1 and told[0].via == "vague" and told[0].start == 0


# 检查|春节期间|市场供应, 开展|教师节|慰问活动: what for, and not when
_FEAST = re.compile(
    "(?:20[0-9]{2}年)?“?(?:[一-鿿]{1,4}节|[五十八七六三]一|三八|国庆|元旦|除夕)”?(?:节日?)?(?:期间|假期|前夕|长假)?"
)


def _is_of_feast(skeleton: Skeleton, at: int) -> bool:
    """Whether a time is a feast that stands within its clause, with a day told before it."""
    if not at or skeleton.text[at - 1] in "，。；：" or _FEAST.fullmatch(skeleton.mentions[at].text) is None:
        return False
    return skeleton.text[at + 1 : at + 2] not in tuple("，。；")


def _dates_it(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether a month or a year stands right before the trigger, in its clause: 主席去年访问甲国."""
    at = match.start("trigger")
    before = [place for place, m in skeleton.mentions.items() if place < at and m.type == TIME and m.value]
    if not before or re.search("[，。；：]", skeleton.text[before[-1] : at]):
        return False
    return re.fullmatch(r"\d{4}(?:-\d\d)?", skeleton.mentions[before[-1]].value) is not None

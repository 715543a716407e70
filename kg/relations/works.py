"""Lists of works: a stage verb in, the works that it announces, closes or is said of together out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import AGENCY, DOCUMENT, PLACE, PROJECT, Mention
from kg.relations.stages import REACH, Turn, Verb, fits, is_site, load_words, verbs_in
from kg.relations.statements import Scene

# 我县6个项目进行了集中|签约。其中包括…; 甲项目、乙产业园等15个项目成功|签约
_WORKS_BEFORE = re.compile(
    "(?:、[^，。；：]{3,400}?等)?[0-9一二三四五六七八九十]{1,3}个[^，。；、的将拟]{0,6}项目(?:进行了?|成功|集中|现场|正式|举行|完成|顺利|同[期时步]|陆续|相继|全部){0,3}$"
)
# 集中动工项目总投资42.5亿元，有甲、乙等项目: the list stands behind what it costs.
_COSTED_WORKS = re.compile("项目(?:总投资|投资|总额)[^，。；]{2,14}，(?:其中)?(?:主要|分别)?(?:有|包括|为)[^，。；]{3,40}、")


def listed_works(scene: Scene, turn: Turn) -> list[Mention]:
    """Members of a list that a verb announces or closes: 此次开工的项目有A、B、C，还有D; A、B等15个项目成功签约."""
    return [m for m in _members(scene, turn) if _may_be_listed(scene, m, turn.verb)]


def _members(scene: Scene, turn: Turn) -> Iterator[Mention]:
    here, text, start, end = turn.clause, turn.text, turn.start, turn.end
    after = turn.after.removeprefix("活动")
    if not after and (counted := _WORKS_BEFORE.search(text, here.start, start)):
        if "等" not in counted.group():
            yield from _listed_below(scene, turn)
        elif text.startswith("签约", start):  # of other verbs they are the subject
            yield from (m for m in here.outer if m.type == PROJECT and m.end <= start)
        return
    costed = _COSTED_WORKS.match(text, end) is not None
    if not costed and not _announces(after) and not (after.startswith("的") and _THIS_TIME.search(text, here.start, start)):
        return
    for clause in turn.clauses[turn.index : turn.index + REACH]:
        if clause.sentence != here.sentence:
            break
        # 开工项目有甲、乙；签约项目有丙: the next list has a verb of its own
        if clause is not here and text[clause.start - 1] == "；" and verbs_in(text[clause.start : clause.end]):
            break
        # 已开工的甲水库以及今天|开工的乙项目、丙项目等: what stands before the verb is not of its list
        yield from (m for m in clause.outer if m.type in (PROJECT, PLACE, AGENCY) and m.start >= end)
    headline = scene.document.sentences[here.sentence].role == "title"
    if not headline and not costed and ("项目" in after[:4] or _KIND_OF_WORKS.match(after) or _COUNTED_WORKS.match(after)):
        yield from _listed_below(scene, turn)


# 签约甲科技城、乙配件等4个重特大项目: the list right behind its verb, closed by its count.
_COUNTED_LIST = re.compile(
    r"[^，。；：的了]{3,40}、[^，。；：]{3,400}?等[0-9一二三四五六七八九十]{1,3}[个项](?:[^，。；]{0,8}(?:项目|工程))"
)
_WORKS = r"(?:重大|重点|建设|产业)?项目共?[0-9]"
# 共开工重大项目234个: the works of an occasion by their number, listed in what follows.
_COUNTED_WORKS = re.compile(_WORKS)
# 集中开工的亿元以上项目有3个
_KIND_OF_WORKS = re.compile("的[^，。；、的]{0,10}项目(?:有|包括|共|分别|是|涵盖|涉及)")
# 签约的甲产业园、乙科技等项目
_NAMED_WORKS = re.compile("的[^，。；：的]{3,40}、[^，。；：的]{3,400}?等[^，。；：、的]{0,10}(?:项目|工程)(?=[，。；]|$)")


# 此次集中|通车的甲大桥、乙路二期，将…: without a sum
_THIS_TIME = re.compile("(?:此次|本次|这次)(?:集中|正式|同时)?$")


def _announces(after: str) -> bool:
    """Whether what stands behind a verb begins a list of what it has happened to.

    Example:
        >>> _announces("的项目有甲大桥、乙医院"), _announces("重大项目15个"), _announces("的甲大桥进展顺利")
        (True, True, False)
    """
    if after.startswith("了"):
        return "、" in after
    if after.removeprefix("建设").startswith(load_words()["announcing"]):
        return True
    if any(works.match(after) for works in (_COUNTED_LIST, _COUNTED_WORKS, _KIND_OF_WORKS, _NAMED_WORKS)):
        return True
    return after.startswith("建设") and "、" in after


# 集中开工的项目包括甲项目。投资2亿元的|乙项目，…: each in a sentence of its own
_PRICE = re.compile("(?:计划)?(?:总投资|投资)[^，。；的]{2,12}元的")
_LISTS = ("项目包括", "包括", "分别为", "分别是", "其中包括", "其中有")
_OCCASION = re.compile(f"(?:开工|签约|竣工|投产){_WORKS}")


def _listed_below(scene: Scene, turn: Turn) -> Iterator[Mention]:
    """今天集中开工项目共22项，…具体为：甲、乙: the lists may fill the rest of the paragraph, or begin another (其中包括…)."""
    sentences = scene.document.sentences
    here = sentences[turn.clause.sentence]
    for clause in turn.clauses[turn.index + 1 : turn.index + 10 * REACH]:
        there = sentences[clause.sentence]
        if there.article != here.article or (there is not here and _OCCASION.search(there.text)):
            break  # the list is of the last occasion told of before it
        own = {verb.stage for verb in verbs_in(there.text[clause.start : clause.end]) if verb.stage in ("started", "completed")}
        if own and turn.verb.stage not in own:
            continue  # 竣工项目153个。其中，甲、乙等项目开工建设
        if there.text.startswith(_LISTS, clause.start):
            yield from (m for m in clause.outer if m.type == PROJECT or _is_house(m, turn.verb))
        elif there is not here and (price := _PRICE.match(there.text, clause.start)):
            yield from (m for m in clause.outer if m.type == PROJECT and m.start == price.end())
        elif there.paragraph == here.paragraph or there.text.startswith(("其中", "具体")):
            yield from (m for m in clause.outer if m.via == "project.listed")


_HOUSE = re.compile(
    "(?:学校|[小中大]学|高级中学|幼儿园|[一二三四五六七八九十][小中]|校区|院区|医院|卫生院|养老院|福利院|敬老院)$"
)


def _may_be_listed(scene: Scene, mention: Mention, verb: Verb) -> bool:
    """Whether a verb's list may have such a member: 签约的甲产业园 is yet to be built, a school in it is its house."""
    signed = verb.stage == "signed" and mention.type == PLACE and is_site(scene, mention)
    return signed or fits(scene, mention, verb) or _is_house(mention, verb)


def _is_house(mention: Mention, verb: Verb) -> bool:
    """Whether a body in a list of works stands for the house that is built for it: 开工的项目有甲中学、乙医院."""
    return mention.type == AGENCY and "Site" in verb.types and _HOUSE.search(mention.text) is not None


# 甲铁路、乙高铁等一批新线，丙大桥等重点工程开工
_AND_OTHERS = re.compile("等[^，。；、]{0,8}(?:新线|工程|项目)[，、]$")
# 甲改造工程、乙新建工程2个续建项目，|年底前完工
_COUNTED_UP = re.compile(
    "等?[0-9一二两三四五六七八九十]{1,3}[个项条座](?![^，。；]*的)[^，。；、]{0,8}(?:项目|工程|公路|铁路|高速|大桥|隧道)，"
)
# …项目、总投资8亿元的…项目: what tells the next member's cost.
_PRICED = re.compile(r"(?<=[、和及与])(?:计划)?(?:总投资|投资)[^、，。的]{2,12}元的")


def fellows(scene: Scene, turn: Turn, subject: Mention) -> Iterator[Mention]:
    """Further members of the list that the subject of a verb stands in, of its clause and of the one that the list begins in."""
    fitting = [m for m in turn.clause.outer if m is subject or fits(scene, m, turn.verb)]
    earlier = turn.clauses[turn.index - 1] if turn.index else None
    if earlier and earlier.sentence == turn.clause.sentence and _AND_OTHERS.search(turn.text, earlier.start, turn.clause.start):
        fitting = [*(m for m in earlier.outer if fits(scene, m, turn.verb)), *fitting]
    if earlier and subject in earlier.outer and _COUNTED_UP.fullmatch(turn.text, subject.end, turn.clause.start):
        fitting = [m for m in earlier.outer if fits(scene, m, turn.verb)]
    if any(m is not subject for m in fitting):
        yield from _fellows(_without_places(turn.text, turn.clause.outer, fitting), subject, fitting)


def _fellows(text: str, subject: Mention, fitting: Sequence[Mention]) -> Iterator[Mention]:
    """Further members of the list that the subject stands in: A、B和C开工; 《甲条例》《乙办法》 need no mark between them."""
    joints = ("、", "和", "及", "以及", "与", *([""] if subject.type == DOCUMENT else []))
    for direction in (1, -1):
        last = subject
        for mention in fitting[::direction]:
            between = text[last.end : mention.start] if direction == 1 else text[mention.end : last.start]
            alike = mention.type == subject.type or {mention.type, subject.type} == {PROJECT, PLACE}
            between = _PRICED.sub("", between.strip("》《 "))
            if alike and mention is not last and (between in joints or _AND_OTHERS.fullmatch(between)):
                yield mention
                last = mention


def _without_places(text: str, outer: Sequence[Mention], fitting: Sequence[Mention]) -> str:
    """The text with the divisions blanked that stand before members of a list (甲项目、江北区乙产业园)."""
    chars = list(text)
    for mention in outer:
        if mention.type == PLACE and mention not in fitting:
            chars[mention.start : mention.end] = " " * (mention.end - mention.start)
    return "".join(chars)

"""Which event a bare ceremony is (出席开工仪式, 参加开幕式): the one that its story names, or that of a project it tells of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kg.model import EVENT, PLACE, PROJECT, Document, Mention
from kg.recognition.events.heads import HOLDS_IT
from kg.resolution.built import stands_at
from kg.resolution.identity import plain
from kg.resolution.names import FullNames, called, full_name

# 开工 of 开工仪式, 签约 of 签约仪式, 奠基开工 of 奠基开工仪式: what a ceremony is for.
_FOR = "开工|奠基|签约|签字|签署|签订|揭牌|启动|竣工|通车|开幕|投产|启用|颁奖|首发|授牌"
_OCCASION = re.compile(rf"((?:(?:{_FOR})[、暨和及]?)+)(?:剪彩)?(?:仪式|典礼|活动)?$")
_ONE_OCCASION = re.compile(_FOR)
# 第一次全体会议: a sitting of the session that is told of.
_SITTING = re.compile("第[一二三四五六七八九]次(?:全体会议|大会)")
_OPENS = re.compile("(?:活动|大会|会议|论坛)?([开闭]幕式)")
# 培训班在县委党校开班。开班仪式上, …: the course itself is what begins
_BEGINS_COURSE = re.compile("(?:开班|结业)(?:仪式|式)")
_COURSE = re.compile("(?:班|培训会|讲座)(?:（?第[一二三四五六七八九十0-9]{1,3}期）?)?”?$")
# What an event that is opened is called, and a session, whose opening is no event beside it.
_LASTS = re.compile("(?:节|会|展|赛|周|季|论坛|运动会|博览会|主场活动)$")
_SESSION = re.compile("(?:全会|全体会议|常委会|次会议|政协|人大)")
_OPENING_REACH = 12
"""How many sentences a bare opening may stand behind what it opens."""
# 云川二桥|举行|通车仪式, 云川食品产业园|举行|奠基仪式
_OPENED_SITE = re.compile("(?:桥|隧道|[公铁]路|高速|大道|水库|电站|机场|航站楼|码头|园|基地|馆|大厦|广场|综合体)$")


def stories_of(doc: Document, mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    """The projects and the events by a name of their own that each article tells of: one of them is its bare ceremony."""
    stories: dict[int, list[Mention]] = {}
    for mention in mentions:
        site = mention.type == PLACE and _OPENED_SITE.search(mention.text) is not None
        if site or mention.type == PROJECT or (mention.type == EVENT and mention.via != "event.generic"):
            stories.setdefault(doc.sentences[mention.sentence].article, []).append(mention)
    return stories


def name_ceremony(bare: Mention, story: Sequence[Mention], doc: Document, names: FullNames) -> str:
    """The full name of an event that the text calls by its sort alone (仪式, 会议, 开幕式).

    Args:
        story: What the article tells of, from `stories_of`.

    Returns:
        Its own words where the story tells no more; nothing for the opening of a session, which is the session.
    """
    name = plain(bare.text)
    full = names[EVENT].get(name, name)
    if full != name and all(full_name(m, names) != full for m in story if m.type == EVENT):
        full = name  # the ceremony of another story
    if opening := _OPENS.fullmatch(full):
        return _opened(bare, opening[1], story, doc)
    if full != bare.text:
        return full
    if _BEGINS_COURSE.fullmatch(full):
        return _course(bare, story) or full
    if _SITTING.fullmatch(full):
        return _session(bare, story) + full
    if both := _half_of(bare, story):
        return both
    if occasions := _occasions(bare.text):
        full = _celebrated(bare, occasions, story, doc) or _of_project(bare, occasions[-1], story, doc) or full
    return names[EVENT].get(full, full)


def _occasions(text: str) -> list[str]:
    """What the ceremony is for that a name ends with, whatever the signing of papers is called.

    Example:
        >>> _occasions("湖山医院奠基开工仪式"), _occasions("合作协议签署仪式"), _occasions("湖山论坛")
        (['奠基', '开工'], ['签约'], [])
    """
    found = _OCCASION.search(text)
    return ["签约" if one.startswith("签") else one for one in _ONE_OCCASION.findall(found[1])] if found else []


def _session(bare: Mention, story: Sequence[Mention]) -> str:
    """The session named last before one of its sittings, or nothing."""
    names = [called(m) for m in story if m.type == EVENT and (m.sentence, m.start) < (bare.sentence, bare.start)]
    return next((name for name in reversed(names) if _SESSION.search(name) and name.endswith("次会议")), "")


def _half_of(bare: Mention, story: Sequence[Mention]) -> str:
    """The event held as two (捐赠仪式暨物资发车仪式) of which a bare ceremony is the first or the second, or nothing."""
    names = [called(m) for m in story if m.type == EVENT and "暨" in m.text and m.sentence <= bare.sentence]
    return next((n for n in reversed(names) if n.startswith(f"{bare.text}暨") or n.endswith(f"暨{bare.text}")), "")


def _course(bare: Mention, story: Sequence[Mention]) -> str:
    """The course named last before its bare beginning or end, or nothing."""
    names = [called(m) for m in story if m.type == EVENT and (m.sentence, m.start) < (bare.sentence, bare.start)]
    return next((name for name in reversed(names) if _COURSE.search(name)), "")


def _opened(bare: Mention, opening: str, story: Sequence[Mention], doc: Document) -> str:
    """The name of a bare opening (王平出席开幕式): the one named before it, else of the festival, fair or games told of most, or nothing.

    It is of its own item of the news: of what its headline names, else of its own paragraph where that tells of one.
    """
    told = [(m, called(m)) for m in story if m.type == EVENT]
    named = [(m, name) for m, name in told if opening in name]
    if named:
        before = [name for m, name in named if m.sentence <= bare.sentence]
        return before[-1] if before else named[0][1]
    lasting = [
        (m, name) for m, name in told if m.sentence <= bare.sentence and _LASTS.search(name) and not _SESSION.search(name)
    ]
    headed = [name for m, name in lasting if doc.sentences[m.sentence].role == "title"]
    lately = [(m, name) for m, name in lasting if bare.sentence <= m.sentence + _OPENING_REACH]
    paragraph = doc.sentences[bare.sentence].paragraph
    near = [
        name
        for m, name in lately
        if doc.sentences[m.sentence].paragraph == paragraph and (m.sentence, m.end) < (bare.sentence, bare.start)
    ]
    counts = Counter(headed or near or [name for _, name in lately])
    return counts.most_common(1)[0][0] + opening if counts else ""


def _celebrated(bare: Mention, occasions: Sequence[str], story: Sequence[Mention], doc: Document) -> str:
    """The last event named before for the same occasion (奠基仪式 of an 奠基开工仪式), or nothing."""
    begins = re.compile(f"(?:正式)?{occasions[-1]}[，。]")  # 集中开工活动|启动。启动仪式上
    for m in reversed(story):
        if m.type != EVENT or m.sentence > bare.sentence:
            continue
        if set(occasions) <= set(_occasions(m.text)) or begins.match(doc.sentences[m.sentence].text, m.end):
            return called(m)
    return ""


def _of_project(bare: Mention, occasion: str, story: Iterable[Mention], doc: Document) -> str:
    """The ceremony by the project that its sentence or the headline (湖山小镇项目开工) says to be begun, or nothing."""
    begins = re.compile("(?:正式|集中|全面|隆重)?" + occasion)
    for project in story:
        if (project.type == PROJECT or _OPENED_SITE.search(project.text)) and project.sentence <= bare.sentence:
            sent = doc.sentences[project.sentence]
            here = project.sentence == bare.sentence and project.end < bare.start
            here = here and (project.type == PROJECT or not stands_at(sent.text, project.start))
            headed = sent.role == "title" and begins.match(sent.text, project.end)
            if headed or (here and HOLDS_IT.fullmatch(sent.text, project.end, bare.start)):
                return called(project) + bare.text
    return ""

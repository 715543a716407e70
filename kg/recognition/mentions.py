"""One sentence's findings as mentions: what names, titles and amounts stand where, and which bodies and places are only implied."""

from __future__ import annotations

import re

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, PROJECT, QUANTITY, TIME, TITLE, Mention
from kg.recognition.agencies.national import national_by_name
from kg.recognition.around import Around
from kg.recognition.divisions import letters_of_provinces
from kg.recognition.selection import select
from kg.recognition.states import find_sides, state_of
from kg.recognition.steps import Reading
from kg.recognition.titles import is_post, title_starting, titles


def mentions_of(it: Reading, around: Around, published: str) -> list[Mention]:
    """The mentions of a sentence, its names selected.

    Args:
        published: The document's day, which tells who led a state then.
    """
    return [
        *_times_and_amounts(it),
        *_people(it, published),
        *_posts(it),
        *_pointed(it, around),
        *_names(it),
    ]


def _mention(it: Reading, start: int, end: int, type_: str, via: str, **more: object) -> Mention:
    return Mention(it.index, start, end, it.words.text[start:end], type_, via=via, **more)  # type: ignore[arg-type]


def _times_and_amounts(it: Reading) -> list[Mention]:
    times = [_mention(it, t.start, t.end, TIME, f"time:{t.kind}", kind=t.kind, value=t.value) for t in it.times]
    amounts = [
        _mention(it, a.start, a.end, QUANTITY, f"quantity:{a.kind}", kind=a.kind, quantity=a.quantity) for a in it.amounts
    ]
    return times + amounts


def _people(it: Reading, published: str) -> list[Mention]:
    """The people, and what a title right behind a name tells: the body that it is a post of, the state that it leads."""
    text = it.words.text
    found = [_mention(it, p.start, p.end, PERSON, p.via, name=p.name) for p in it.persons]
    for person in it.persons:
        title = title_starting(text, person.end)
        if not title:
            continue
        end = person.end + len(title)
        tells = titles()[title]["body"] in national_by_name() or bool(titles()[title]["level"])
        # 省科协陈平副主席: the post of the body right before the name
        of_body = is_post(title) and any(s.end == person.start for s in it.agencies)
        if tells or of_body:
            found.append(_mention(it, person.end, end, TITLE, "address", name=title))
        if tells:
            found.append(_mention(it, person.end, end, AGENCY, "title", implied=True))
        if not of_body and (state := state_of(person.name, title, published)):
            found.append(_mention(it, person.end, end, TITLE, "address", name=title))
            if title == "总理":
                found.append(_mention(it, person.end, end, AGENCY, "agency.national", name="国务院", implied=True))
            else:
                found.append(_mention(it, person.end, end, PLACE, "place.foreign", name=state, kind="Country", implied=True))
    return found


def _posts(it: Reading) -> list[Mention]:
    """The titles, with the bodies and places that they imply: 区长 is said of the government, 驻甲国大使 of us."""
    found = []
    for post in it.posts:
        start, end = post.title_start, post.title_end
        found.append(_mention(it, start, end, TITLE, "post", name=post.title))
        if post.title.startswith(("驻", "常驻")) and it.words.text.endswith(("中国", "我国"), 0, start):
            found.append(_mention(it, start - 2, start, PLACE, "deixis", implied=True))
        if post.body is None:
            found.append(_mention(it, start, end, AGENCY, "title", implied=True))
            if _HEAD_OF_STATE.search(post.title) and all(s.end != start for s in it.places):
                found.append(_mention(it, start, end, PLACE, "deixis", implied=True))
    return found


def _pointed(it: Reading, around: Around) -> list[Mention]:
    """The places that a sentence only points to: 我县, 在京, 中方, 全国."""
    words, text = it.words, it.words.text
    found = []
    for match in (*_POINTS.finditer(text), *(_COME_TO.finditer(text) if around.letters else ())):
        group = match.lastindex or 0
        at = match.start(group)
        within = not words.starts_at(at) or any(s.start < at < s.end for s in it.places)  # 安|全区, 天|全县
        if (not group or text[at] in around.letters) and not within:
            found.append(_mention(it, at, match.end(group), PLACE, "deixis", implied=True))
    for match in _HELD_IN.finditer(text):
        if letters_of_provinces().get(match.group(1)) and match.group(1) not in around.letters:
            found.append(_mention(it, *match.span(1), PLACE, "deixis", implied=True))
    for start, end, state in find_sides(text, around.sides):
        found.append(_mention(it, start, end, PLACE, "place.foreign", name=state, kind="Country", implied=True))
    if around.counted and "国" in text:
        ends = {s.end for s in it.places}
        abroad = [s for s in it.agencies if s.via == "agency.abroad"]
        for match in _NATION.finditer(text):
            # 坦桑尼亚全国, 乌全国, 古巴全国人民政权代表大会: the whole of another country
            at = match.start()
            other = at in ends or text[at - 1 : at] in tuple("俄乌美") or any(s.start < at < s.end for s in abroad)
            if match.group() != "全国" or not other:
                found.append(_mention(it, at, match.end(), PLACE, "deixis", implied=True))
    return found


def _names(it: Reading) -> list[Mention]:
    proposed = [(DOCUMENT, span) for span in it.documents]
    for type_, spans in ((EVENT, it.events), (PROJECT, it.projects), (AGENCY, it.agencies), (PLACE, it.places)):
        proposed += [(type_, span) for span in spans]
    return [
        _mention(it, span.start, span.end, type_, span.via, kind=span.kind, name=span.name)
        for type_, span in select(proposed, it.words.text)
    ]


# 我县, 全市: the division of the paper or the text, pointed to; 全国 matters where a number is said of it.
_POINTS = re.compile(r"(?:我|本|全|该)(?:省|市|区|县|州|盟|旗|自治区)(?![一-鿿]?(?:长|委|域|场))")
# 在京召开: a city by the character it is known by.
_HELD_IN = re.compile(r"在([一-鿿])(?=召开|举行|开幕|闭幕|举办|会见|会谈|启动|发布|成立|签约|签署|[同与](?!时))")
# 来金调研, 莅遂指导: the paper's place by one character of its name; but 在场指导, 来州考察.
_COME_TO = re.compile(
    r"[来莅赴在](?:到)?(?![省市县区州旗乡镇场校会])([一-鿿])(?=(?:的)?(?:考察|调研|督查|督导|视察|访问|检查|指导|慰问|投资|开展|出席|参加|举行|召开|座谈|签约|洽谈|采访|发展|期间)|[，。])"
)
# 国家主席 without a country before it is China's.
_HEAD_OF_STATE = re.compile("国家副?主席$")
_NATION = re.compile(
    r"全国(?!人大|政协|各|文明|劳|优|先进|重点|性|统一|两会)|我国|(?<![一-鿿])中国(?=[一-鿿]{0,12}(?:增长|增加值|总值|产量|达到|同比))"
)

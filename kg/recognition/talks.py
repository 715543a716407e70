"""Talks and state visits, which go by who meets whom rather than by a name of their own: 王平会见甲国总统鲁瓦, 王平对甲国进行国事访问."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.model import PERSON, TIME, Document, Mention
from kg.recognition.titles import title_ending

TALKS = "event.talks"
"""How the mentions are marked that are made of them: words that hold a verb, which the readers of relations read as such."""


class Talks(NamedTuple):
    """A meeting of a host with guests, or a host's visit to a country, in one sentence."""

    start: int
    end: int
    name: str
    host: int
    """Which of the sentence's people."""
    guests: tuple[int, ...]
    """Empty for a visit."""


# 分别会见…总统鲁瓦、总理里奥斯
_RECEIVES = re.compile("(?P<each>分别|先后|相继)?(?:会见|会晤)(?:了)?(?!时|中|后|前|结束|期间|记者)")
_WITH = re.compile("[同与和]")
_TALK = re.compile("[^，。；：、的第次主出]{0,14}?(?P<held>(?:举行)?(?:会谈|会晤|会面)|通电话)(?!时|中|后|前|员|成果|共识)")
_VISIT = re.compile(
    "对(?P<where>[一-鿿、]{2,24}?)(?:成功)?进行(?:了)?(?:为期[一-鿿0-9]{1,3}天的)?(?P<kind>[一-鿿]{0,8})访问(?!时|后|前|期间|的|学者|团)"
)
# 湖山电视台消息：应甲国议长里奥斯邀请，…: who reports or invites is no host of what is told behind.
_INVITED = re.compile("(?:[^，。；：]{0,24}：)?(?:应[^，。；]{2,60}?邀请，)?")
# 王平表示，…; 将会见…; 王平期待…: said or to come, not told as done.
_NOT_TOLD = re.compile(
    "[：“]|表示|指出|强调|[说称]|希望|邀请|期待|欢迎(?!仪式)|祝贺|将(?!到来|来临|军)|拟|计划|愿[意同]|可能|预计|取消|拒绝|没有|未|陪同|同意|决定|呼吁|要求|建议|提议"
)
# 王平主席去年同…会晤: whom others speak of with the title behind the name.
_ADDRESSED = re.compile("(?:总书记|主席|总统|总理|首相|委员长|先生|同志|阁下|殿下|国王)")
_TO_LIST = re.compile("(?:、|和|与|以及)[^，。；：、的]{0,20}")
_HEADED = re.compile("会见|会谈|会晤|访问|通电话")
_MOST = 3
"""How many guests of one sentence make talks; a longer list (先后会见出席活动的甲集团董事长…) tells of a reception."""
# 由…率领的代表团, 王平的家人, 来华访问的…一行
_OF_OTHERS = re.compile("(?:同志|先生|女士)?(?:率领|率团|的|代表|亲属|家属|家人|遗属|遗孀)")
_LEADS_ON = re.compile("来华|应邀|出席|到访|参加|前来|正在|来京|来访")


def find_talks(text: str, people: Sequence[tuple[int, int, str]]) -> Iterator[Talks]:
    """What a sentence tells of who met whom, and of who paid a visit.

    Args:
        text: The sentence.
        people: Start, end and name of its people in order.

    Example:
        >>> text = "主席王平昨天在湖山会见来访的甲国总统鲁瓦。"
        >>> [talks.name for talks in find_talks(text, [(2, 4, "王平"), (18, 20, "鲁瓦")])]
        ['王平会见甲国总统鲁瓦']
    """
    if not people or not ("会" in text or "访问" in text or "通电话" in text):
        return
    invited = _INVITED.match(text)
    begin = invited.end() if invited else 0
    host = next((at for at, person in enumerate(people) if person[0] >= begin), None)
    if host is None or _ADDRESSED.match(text, people[host][1]) or _NOT_TOLD.search(text, begin, people[host][0]):
        return
    done: set[int] = {host}
    at = people[host][1]
    name = people[host][2]
    while at < len(text):
        found = _next(text, people, at, host)
        if found is None:
            return
        if _NOT_TOLD.search(text, people[host][1], found[0].start):
            return
        between = {n for n, p in enumerate(people) if people[host][1] <= p[0] < found[0].start}
        if between - done:
            return  # 王平、李安会见…: who of them is not plain
        for talks in found:
            done.update(talks.guests)
            yield talks._replace(name=name + talks.name)
        at = found[-1].end


def talks_of(doc: Document, mentions: Iterable[Mention]) -> list[tuple[int, Talks]]:
    """The talks and visits of a document with their sentences: those that a headline tells of or a time dates, and those once told so.

    Those of the same people go by the name that they are told of with first.
    """
    people: dict[int, list[Mention]] = {}
    dated: dict[int, int] = {}
    """Where the first time of each sentence ends."""
    for mention in mentions:
        if mention.type == PERSON:
            people.setdefault(mention.sentence, []).append(mention)
        elif mention.type == TIME:
            dated[mention.sentence] = min(mention.end, dated.get(mention.sentence, mention.end))
    articles = {sent.article for sent in doc.sentences if sent.role == "title" and _HEADED.search(sent.text)}
    names: dict[tuple[str, ...], str] = {}
    found = []
    for index in sorted(people):
        sent = doc.sentences[index]
        here = [(m.start, m.end, m.name or m.text) for m in sorted(people[index], key=lambda m: m.start)]
        for talks in find_talks(sent.text, here):
            who = (here[n][2] for n in (talks.host, *talks.guests))
            key = (talks.name[-2:] if talks.name.endswith(("会谈", "访问")) else "", *who)
            headed = sent.article in articles
            if key not in names and not headed and not dated.get(index, len(sent.text)) < talks.end:
                continue  # 市长王平会见鲁瓦一行: in passing
            if talks.guests:
                talks = talks._replace(name=names.setdefault(key, talks.name))
            found.append((index, talks))
    return found


def _next(text: str, people: Sequence[tuple[int, int, str]], at: int, host: int) -> list[Talks] | None:
    """The next talks or visit behind a position, each guest's apart where the host meets one after another; names without the host."""
    options = []
    if received := _RECEIVES.search(text, at):
        options.append((received.start(), _received(text, people, received, host)))
    for match in _WITH.finditer(text, at):
        if held := _held_with(text, people, match.end(), host):
            options.append((match.start(), [held]))
            break
    if visit := _VISIT.search(text, at):
        kind = visit["kind"]
        name = f"对{visit['where']}进行{kind}访问"
        options.append((visit.start(), [Talks(visit.start(), visit.end(), name, host, ())]))
    for _, found in sorted(options, key=lambda option: option[0]):
        if found:
            return found
    return None


def _received(text: str, people: Sequence[tuple[int, int, str]], verb: re.Match[str], host: int) -> list[Talks]:
    first = next((n for n, p in enumerate(people) if p[0] >= verb.end()), None)
    if first is None or re.search("[，。；： ]|^由", text[verb.end() : people[first][0]]):
        return []
    guests = [first]
    while (nxt := guests[-1] + 1) < len(people) and _TO_LIST.fullmatch(text, people[guests[-1]][1], people[nxt][0]):
        guests.append(nxt)
    last = people[guests[-1]][1]
    if _OF_OTHERS.match(text, last):
        return []
    word = verb.group().removeprefix(verb["each"] or "").removesuffix("了")
    if len(guests) > _MOST:
        return []
    if not verb["each"]:
        called = _called(text, verb.end(), people[first]) + text[people[first][1] : last]
        return [Talks(verb.start(), last, word + called, host, tuple(guests))]
    starts = [verb.end(), *(people[n][1] + 1 for n in guests[:-1])]
    return [
        Talks(verb.start() if n == first else start, people[n][1], word + _called(text, start, people[n]), host, (n,))
        for n, start in zip(guests, starts, strict=True)
    ]


def _held_with(text: str, people: Sequence[tuple[int, int, str]], at: int, host: int) -> Talks | None:
    guest = next((n for n, p in enumerate(people) if p[0] >= at), None)
    if guest is None or re.search("[，。；：]", text[at : people[guest][0]]):
        return None
    talk = _TALK.match(text, people[guest][1])
    if talk is None:
        return None
    return Talks(at - 1, talk.end(), f"同{_called(text, at, people[guest])}{talk['held']}", host, (guest,))


def _called(text: str, start: int, person: tuple[int, int, str]) -> str:
    """How a guest is called: by country, title and name; by the name alone where the words before it are only a title or too many."""
    lead = text[start : person[0]]
    lead = lead[lead.rfind("的") + 1 :]
    title = title_ending(text, person[0])
    if len(lead) > 24 or _LEADS_ON.search(lead) or (title and text[title[0] : person[0]] == lead):
        lead = ""
    return lead + person[2]

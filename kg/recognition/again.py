"""A document's names held against each other: one without the words that only lead to it, and elsewhere what the text makes a name."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import add

from kg.model import AGENCY, PLACE, PROJECT, TITLE, Mention
from kg.recognition.divisions import load_divisions
from kg.recognition.phrases import is_proper
from kg.recognition.telling import generic_names, house_of
from kg.recognition.tokens import Words


def trim_to_known(mentions: list[Mention], sentences: list[Words | None]) -> list[Mention]:
    """Where a name is another of the same type with words before it that belong to no name, the other is meant.

    正赶上肖红坪村 beside 肖红坪村: the first words are a verb's.
    """
    known: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.via in _BY_HEAD:
            known.setdefault(mention.type, set()).add(mention.text)
    trimmed = []
    for mention in mentions:
        if mention.via in _BY_HEAD:
            words = sentences[mention.sentence]
            assert words is not None
            for lead in range(min(5, len(mention.text) - 3), 0, -1):
                other = mention.text[lead:]
                if other in known[mention.type] and _is_no_name(words, mention.start, mention.start + lead):
                    mention = replace(mention, start=mention.start + lead, text=other)
                    break
        trimmed.append(mention)
    return trimmed


def with_told(mentions: list[Mention], sentences: list[Words | None]) -> list[Mention]:
    """The mentions with what the text itself makes a name wherever else it stands.

    The short form of a body (江北港口集团（简称“江北港口”）), what opened a sentence right before its site (云湾园外绿廊四期位于…), and
    what a list of works names whole.
    """
    told: dict[str, Mention] = {}
    for mention in mentions:
        words = sentences[mention.sentence]
        listed = {"project.listed": 5, "agency.listed": 4}.get(mention.via, 0)
        least = 3 if mention.kind == "Village" and mention.text.endswith("村") else 4  # 棉花村
        again = 0 < listed <= len(mention.text) or (
            mention.type == PLACE and mention.via in ("place.head", "route") and len(mention.text) >= least and not mention.name
        )
        if mention.via == "route" and "至" in mention.text:
            for short in _short_for_ends(mention.text):
                told.setdefault(short, mention)
        if mention.via == "project.head" and (house := house_of(mention.text)):
            for short in (house, _without_division(house)):
                if len(short) >= 5 and short not in generic_names():
                    told.setdefault(short, replace(mention, via="project.told", name=mention.name or mention.text))
        if again or mention.via.endswith(".opening"):
            told.setdefault(mention.text, mention)
        elif mention.type == AGENCY and words and (match := _CALLED.match(words.text, mention.end)):
            told.setdefault(match.group(1), replace(mention, via="agency.called", name=mention.name or mention.text))
    if not told:
        return mentions
    by_head: dict[str, list[str]] = {}
    for name in told:
        by_head.setdefault(name[:2], []).append(name)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for index, words in enumerate(sentences):
        text = words.text if words else ""
        heads = by_head.keys() & set(map(add, text, text[1:]))
        names = [name for head in heads for name in by_head[head] if name in text]
        here = by_sentence.setdefault(index, [])
        for name in sorted(names, key=lambda n: (-len(n), n)):
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                over = [m for m in here if m.start < end and at < m.end]
                if told[name].via == "project.listed":
                    again = any(_is_of_listed(m, at, end) for m in over) and not any(m.type == TITLE for m in over)
                elif told[name].via in ("place.head", "route"):
                    again = not over and (len(name) > 3 or (words is not None and words.are_whole(at, end)))
                else:
                    # 江北 in 江北港口 is the firm's; 江北港口 in 江北港口航运中心项目 is no other than before
                    again = all(at <= m.start and m.end <= end and m.type == PLACE for m in over)
                if again:
                    here[:] = [m for m in here if m not in over]
                    here.append(replace(told[name], sentence=index, start=at, end=end, text=name))
                at = text.find(name, end)
    return [mention for here in by_sentence.values() for mention in here]


def _without_division(name: str) -> str:
    """A name without the division that it begins with: 文化创意中心 of 湖山县文化创意中心."""
    first = next((end for start, end in load_divisions().scan(name) if start == 0), 0)
    return name[first:]


def _is_of_listed(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention is the house that a list of works names too (县第二医院), or the rear of a name that the list has whole."""
    house = mention.type == AGENCY and (mention.start, mention.end) == (start, end) and _HOUSE.search(mention.text) is not None
    cut = mention.type == PROJECT and start < mention.start and mention.via == "project.head"
    return house or (cut and mention.text[end - mention.start :] in ("", "项目", "工程"))


_ENDS = re.compile(
    "(?:[一-鿿]{2,4}至){1,3}[一-鿿]{2,4}?(?=(?:国家)?(高铁|高速铁路|城际铁路|铁路|客专|客运专线|高速公路|高速)$)"
)


def _short_for_ends(line: str) -> list[str]:
    """What a line named by its ends is called in short: 成自宜高铁 of 成都至自贡至宜宾高铁."""
    ends = _ENDS.match(line)
    if not ends:
        return []
    heads = ("高速公路", "高速") if ends.group(1).startswith("高速") and ends.group(1) != "高速铁路" else _RAILWAYS
    letters = "".join(place[0] for place in ends.group().split("至"))
    return [letters + head for head in heads if len(letters) > 2]


_RAILWAYS = ("高铁", "高速铁路", "城际铁路", "铁路", "客专")
_HOUSE = re.compile("(?:医院|卫生院|[小中大]学|学校|幼儿园|养老院|福利院)$")
# Two characters are too few to be found again without their quotation marks.
_CALLED = re.compile("（(?:以下|下)?简称[:：]?(?:为)?“?([一-鿿A-Za-z]{3,8})”?）")
_BY_HEAD = frozenset(("place.head", "agency.head", "project.head", "route"))


def _is_no_name(words: Words, start: int, end: int) -> bool:
    """Whether a stretch of words holds a verb, an adverb or a preposition and no proper name."""
    tokens = words.between(start, end)
    return any(t.tag[:1] in ("v", "d", "p", "c", "u", "a", "i", "r") for t in tokens) and not any(is_proper(t) for t in tokens)

"""What a document's things are called in full: short names, versions of documents, congresses and sessions by their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from kg.model import AGENCY, DOCUMENT, ENTITY_TYPES, EVENT, PLACE, PROJECT, Document, Mention
from kg.recognition.lexicon import rows
from kg.resolution.agencies import Named
from kg.resolution.aliases import canonical_of, explicit_short_names
from kg.resolution.divisions import FROM_GAZETTEER
from kg.resolution.identity import plain

FullNames = Mapping[str, Mapping[str, str]]
"""By type, the full name of each name in a document."""

# （草案）, （表决稿）, （征求意见稿）: versions of one document.
_VERSION = re.compile(r"（[^（）]{0,8}(?:草案|稿|试行|暂行)[^（）]{0,8}）$")
_TERM = "[一二三四五六七八九十]{1,3}"
_OF_CONFERENCE = f"(?:全国政协第?(?P<term>{_TERM})届|(?:全国政协|政协|中国人民政治协商会议)第?(?P<term_>{_TERM})届全国委员会)"
# Congresses and plenary sessions that all papers tell of: each pattern fits its own form too.
_SHARED_FORMS = (
    (
        r"(?:(?:党的|中共)?|(?:中国共产党|中共)第(?=[一-鿿]{2,3}次))(?P<term>十[一二三四五六七八九]|二十)(?:大|次全国代表大会)",
        "党的{term}大",
    ),
    (
        r"(?:党的|中共|中国共产党)?第?(?P<term>十[一二三四五六七八九]|二十)届(?:(?:中共)?中央委员会第(?P<number>[一二三四五六七])次全体会议|(?P<number_>[一二三四五六七])中全会)",
        "党的{term}届{number}中全会",
    ),
    (
        rf"(?:中国共产党|中共)?第?(?P<term>{_TERM})届(?:中央纪委|(?:中共)?中央纪律检查委员会)第?(?P<number>{_TERM})次(?:全会|全体会议)",
        "{term}届中央纪委{number}次全会",
    ),
    (
        rf"(?:中华人民共和国)?第?(?P<term>{_TERM})届全国(?:人民代表大会|人大)第?(?P<number>{_TERM})次会议",
        "{term}届全国人大{number}次会议",
    ),
    (
        rf"(?:中华人民共和国)?第?(?P<term>{_TERM})届全国(?:人民代表大会常务委员会|人大常委会)第?(?P<number>{_TERM})次会议",
        "{term}届全国人大常委会第{number}次会议",
    ),
    (rf"{_OF_CONFERENCE}第?(?P<number>{_TERM})次会议", "全国政协{term}届{number}次会议"),
    (
        rf"{_OF_CONFERENCE}(?:常委会|常务委员会)(?:会议)?第?(?P<number>{_TERM})次会议",
        "全国政协{term}届常委会第{number}次会议",
    ),
    (rf"{_OF_CONFERENCE}第?(?P<number>{_TERM})次主席会议", "全国政协{term}届第{number}次主席会议"),
)
_INSTITUTIONS = ("Hospital", "School", "University", "Institution")
"""Kinds of bodies of which one often has two names."""
_FOUND_BY_WORDS = ("agency.head", "agency.post", "agency.word", "agency.founded")


def called(mention: Mention) -> str:
    """What a mention calls its thing."""
    return plain(mention.name or mention.text)


def full_name(mention: Mention, names: FullNames) -> str:
    """What a mention's thing is called in full."""
    name = called(mention)
    return names[mention.type].get(name, name)


def full_names(doc: Document, mentions: Sequence[Mention], agencies: Mapping[Mention, Named]) -> FullNames:
    """By type, the full name of each name in the document: the longest it is short for, else what the text says it is."""
    said = {**_introduced(doc, mentions, agencies), **_numbers_of_notices(mentions)}
    names: dict[str, dict[str, str]] = {}
    for type_, found in _names_by_type(mentions, agencies).items():
        longest = canonical_of(found, type_)
        names[type_] = longest | {short: longest.get(full, full) for short, full in said.items() if short in longest}
    for second, first in _second_names(doc, agencies).items():
        names[AGENCY][second] = names[AGENCY].get(first, first)
    return names


def _names_by_type(mentions: Iterable[Mention], agencies: Mapping[Mention, Named]) -> dict[str, list[str]]:
    """The distinct names of each type in order of first mention, without those that reference data knows."""
    names: dict[str, dict[str, None]] = {type_: {} for type_ in ENTITY_TYPES}
    for mention in mentions:
        if mention.type == AGENCY and mention in agencies and not mention.implied and mention.via in _FOUND_BY_WORDS:
            names[AGENCY].setdefault(plain(agencies[mention].name))
        elif mention.type in (PROJECT, EVENT, DOCUMENT) or (mention.type == PLACE and mention.via not in FROM_GAZETTEER):
            names[mention.type].setdefault(_VERSION.sub("", called(mention)))
    return {type_: list(found) for type_, found in names.items()}


def _introduced(doc: Document, mentions: Iterable[Mention], agencies: Mapping[Mention, Named]) -> dict[str, str]:
    """The full name of each short one that the text introduces: 《湖山县行动计划》（以下简称《计划》）."""
    brackets = {
        (index, at): plain(short)
        for index, sent in enumerate(doc.sentences)
        if "称" in sent.text
        for at, short in explicit_short_names(sent.text)
    }
    said: dict[str, str] = {}
    for mention in mentions if brackets else ():
        if mention.type in ENTITY_TYPES and (short := brackets.pop((mention.sentence, mention.end), "")):
            said[short] = plain(agencies[mention].name if mention in agencies else mention.text)
    return said


def _second_names(doc: Document, agencies: Mapping[Mention, Named]) -> dict[str, str]:
    """The first name of each institution that has two: 湖山县人民医院（江北医院湖山分院）."""
    ended = {(m.sentence, m.end): m for m in agencies if m.kind in _INSTITUTIONS and not m.implied}
    pairs: dict[str, str] = {}
    for second in ended.values():
        first = ended.get((second.sentence, second.start - 1))
        text = doc.sentences[second.sentence].text
        if first and first.kind == second.kind and (text[first.end], text[second.end : second.end + 1]) == ("（", "）"):
            pairs[plain(agencies[second].name)] = plain(agencies[first].name)
    return pairs


def _numbers_of_notices(mentions: Sequence[Mention]) -> dict[str, str]:
    """临政办函[2013]89号 above a notice's headline is the notice's number."""
    notices: dict[int, Mention] = {}
    for mention in mentions:
        if mention.type == DOCUMENT and mention.via == "document.about":
            notices.setdefault(mention.sentence, mention)
    said: dict[str, str] = {}
    for mention in mentions if notices else ():
        if mention.type == DOCUMENT and mention.via == "document.unmarked" and plain(mention.text).endswith("号"):
            around = range(mention.sentence - 2, mention.sentence + 3)
            near = next((notices[at] for at in around if at in notices), None)
            if near:
                said[plain(mention.text)] = plain(near.text)
    return said


def without_version(name: str) -> str:
    """A document's name without its version: 湖山县条例 of 湖山县条例（草案）."""
    return _VERSION.sub("", name) or name


@lru_cache(maxsize=1)
def _shared() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the names of events that all papers tell of, each with the form they share."""
    fairs = [
        (f"(?P<term>首届|第[一二三四五六七八九十百0-9]{{1,4}}届)(?:{row['name']}|{row['short']})", "{term}" + row["name"])
        for row in rows("event_names")
    ]
    return tuple([(re.compile(pattern), form) for pattern, form in (*_SHARED_FORMS, *fairs)])


def _may_be_shared(name: str) -> bool:
    return "届" in name or name.endswith(("大", "大会"))


def is_shared(name: str) -> bool:
    """Whether an event is a congress, a plenary session or a fair that all papers tell of (党的二十大, 第七届进博会)."""
    return _may_be_shared(name) and any(pattern.fullmatch(name) for pattern, _ in _shared())


def common_form(name: str) -> str:
    """An event's name in the form that all papers share, other names as they are.

    Example:
        >>> common_form("中国共产党第二十届中央委员会第三次全体会议"), common_form("湖山论坛")
        ('党的二十届三中全会', '湖山论坛')
        >>> common_form("政协第十四届全国委员会常务委员会第八次会议")
        '全国政协十四届常委会第八次会议'
    """
    for pattern, form in _shared() if _may_be_shared(name) else ():
        if match := pattern.fullmatch(name):
            found = {key.rstrip("_"): value for key, value in match.groupdict().items() if value}
            return form.format_map(found)
    return name

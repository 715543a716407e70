"""Bodies of foreign states behind the country or its character: 乌克兰空军, 俄国防部, and the country itself in 俄外长."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg.recognition.agencies.national import national_by_name
from kg.recognition.divisions import foreign_countries, load_divisions
from kg.recognition.lexicon import rows
from kg.recognition.spans import Span
from kg.recognition.tokens import Words

# 据俄国防部, 在美国务院: what a country's character may follow besides a mark.
_BEFORE = frozenset("据与和同对向由被在是及驻应、（“”：，。；！？》… ")
# 空军基地, 国会议员, 美国会见: words that begin like a body.
_GOES_ON = re.compile("基地|议员|大厦|见|谈|晤|学院|一号|采购|官网|[委议]员")
# 以外交部长为团长, 美国会继续: a preposition or an auxiliary, not a country.
_WITH = re.compile("[^，。；]{0,10}(?:为|的名义|的身份|名义|身份)")
_CONGRESS = re.compile("国会(?:[参众]议院|议员|[，。、]|发言人|领导|通过|批准|选举|大厦)")


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    """The kinds of the bodies that states have."""
    return {row["body"]: row["kind"] for row in rows("foreign_bodies")}


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A body right here, and one behind a country's character."""
    bodies = "|".join(sorted(_bodies(), key=lambda name: (-len(name), name)))
    return re.compile(bodies), re.compile(f"([{''.join(_letters())}])(?=(?:{bodies}))")


@lru_cache(maxsize=1)
def _letters() -> dict[str, tuple[str, ...]]:
    """The countries by their character, the likeliest first; it is empty where none is likelier than the others."""
    return {row["letter"]: (row["country"], *filter(None, row["others"].split("|"))) for row in rows("country_letters")}


def country_of(letter: str, text: str) -> str:
    """The country that a character means in a sentence: the one it names in full, else the likeliest, or an empty string.

    Example:
        >>> country_of("乌", "乌国防部称"), country_of("乌", "乌兹别克斯坦外长称，乌国防部将派团"), country_of("巴", "巴外长称")
        ('乌克兰', '乌兹别克斯坦', '')
    """
    countries = _letters()[letter]
    return next((name for name in countries if name and name in text), countries[0])


def find_bodies(words: Words, places: Mapping[int, int]) -> Iterator[Span]:
    """Bodies of foreign states.

    Args:
        places: Begin by end of the places in the sentence.
    """
    text, countries = words.text, foreign_countries()
    here, behind = _patterns()
    for end, start in places.items():
        if text[start:end] not in countries:
            continue
        if (body := here.match(text, end)) and not _GOES_ON.match(text, body.end()):
            whole = text[start : body.end()]
            name = whole if whole in national_by_name() else load_divisions().regions()[text[start:end]].name + body.group()
            yield Span(start, body.end(), "agency.abroad", _bodies()[body.group()], name)
    for match in behind.finditer(text):
        at = match.start()
        body = here.match(text, match.end())
        if body and (country := _country_at(words, at, body.end())) and not _GOES_ON.match(text, body.end()):
            yield Span(at, body.end(), "agency.abroad", _bodies()[body.group()], country + body.group())


def _country_at(words: Words, at: int, end: int) -> str:
    """The country for whose body a character stands at a position, or an empty string."""
    text, letter = words.text, words.text[at]
    opens = at == 0 or text[at - 1] in _BEFORE
    if letter == "以" and (not (at == 0 or text[at - 1] in "，。；：、“”") or _WITH.match(text, end)):
        return ""
    if letter == "日" and not opens:  # 5日外交部称
        return ""
    if text.startswith("国会", at + 1) and not _CONGRESS.match(text, at + 1):
        return ""
    return country_of(letter, text) if opens or words.starts_at(at) else ""


# 俄外长, 乌前总统, 美常驻联合国代表: the titles that stand behind a country's character.
_TITLED = re.compile(
    "(?:前|代|副|第一副|常务副|候任|当选|新任|临时)*(?:总统|总理|首相|国王|外长|防长|财长|国务卿|议长|国务秘书|外交大臣|国防大臣"
    "|总参谋长|安全会议秘书|[一-鿿]{2,6}问题特使|特使|驻[一-鿿]{2,8}大使|常驻[一-鿿]{2,6}代表)"
)


@lru_cache(maxsize=1)
def _styled() -> re.Pattern[str]:
    """A country's character before a title: found by its characters, it tells most sentences faster than the title."""
    return re.compile(f"[{''.join(_letters())}](?={_TITLED.pattern})")


def find_countries(words: Words) -> Iterator[Span]:
    """Countries by one character before their heads and ministers: 俄外长, 乌总统."""
    text = words.text
    for match in _TITLED.finditer(text) if _styled().search(text) else ():
        at = match.start() - 1
        if at >= 0 and text[at] in _letters() and (at == 0 or text[at - 1] in _BEFORE or words.starts_at(at)):
            if text[at] in "以日" and not (at == 0 or text[at - 1] in "，。；：、“”"):
                continue
            if country := country_of(text[at], text):
                yield Span(at, at + 1, "place.foreign", "Country", country)

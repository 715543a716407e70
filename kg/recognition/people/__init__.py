"""People: all the ways of telling a name in a sentence, one after the other; then wherever a name found so stands again.

What goes in is a document's sentences as words; out come spans of names with how each was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.recognition.endings import boundary
from kg.recognition.lexicon import Names, column
from kg.recognition.people.abroad import find_dotted, find_speakers, find_styled
from kg.recognition.people.acting import find_acting, find_from, find_giving, find_unintroduced
from kg.recognition.people.bylines import find_credited, find_signed
from kg.recognition.people.full_names import Found
from kg.recognition.people.listed import find_attending, find_counted, find_listed
from kg.recognition.people.rosters import find_annotated, find_entered, find_spaced
from kg.recognition.people.titled import find_titled
from kg.recognition.titles import title_ending
from kg.recognition.tokens import Words


def _abroad(words: Words, _: str) -> Iterator[Found]:
    text = words.text
    for start, end in find_dotted(words):
        yield Found(start, end, text[start:end], "dotted")
    for start, end in find_styled(words):
        yield Found(start, end, text[start:end], "styled")
    for start, end in find_speakers(words):
        yield Found(start, end, text[start:end], "verb")


# 扎西|乡: places called by such names
_PLACES = ("县", "乡", "镇", "村", "寺", "旗", "州", "市", "苏木", "嘎查", "湖", "河", "山")
_NO_PERSON = (*_PLACES, "社区", "街道")


@cache
def _parts() -> Names:
    """The parts that Tibetan and Mongolian names are made of."""
    return Names(column("name_parts", "part"))


@cache
def _of_parts() -> re.Pattern[str]:
    """Tibetan and Mongolian names, which two known parts in a row make: 洛桑江村, 宝音满都呼."""
    parts = "|".join(sorted(column("name_parts", "part")))
    return re.compile(f"(?:{parts}){{2}}(?!{'|'.join(_PLACES)}|街|路|草原|敖包)")


def _by_parts(words: Words, _: str) -> Iterator[Found]:
    text = words.text
    parts = _parts().find(text)
    for match in _of_parts().finditer(text) if parts else ():
        yield Found(match.start(), match.end(), match.group(), "parts")
    for start, end in parts:  # 副县长|旺堆、
        if boundary(words, end) >= 2 and title_ending(text, start) and not text.startswith(_NO_PERSON, end):
            yield Found(start, end, text[start:end], "parts")


# The earlier way of telling a name wins where two find the same span.
_READERS = (
    *(find_entered, find_credited, find_titled, find_acting, find_unintroduced, find_from, find_listed, _abroad),
    *(find_signed, find_giving, find_attending, find_counted, _by_parts, find_annotated, find_spaced),
)


def find_in_each(sentences: Sequence[tuple[Words, str]]) -> list[list[Found]]:
    """People in each of several sentences, given with their roles, by its own words; the same span may come more than once.

    As in `kg.recognition.steps`, a way of telling people is asked of all sentences before the next one.
    """
    found: list[list[Found]] = [[] for _ in sentences]
    for reader in _READERS:
        for (words, role), people in zip(sentences, found, strict=True):
            people.extend(reader(words, role))
    return found


_FIRM_BEHIND = re.compile(
    "(?:实业|科技|置业|食品|药业|控股|集团|建设|机械|电子|农业|商贸|贸易|文化|投资){1,3}(?:集团|股份)?有限公司"
)


def find_again(texts: Sequence[str], names: Sequence[str]) -> Iterator[tuple[int, Found]]:
    """Every further place of names already found, as (sentence, span); a longer name wins over one inside it."""
    finder = Names(names)
    for index, text in enumerate(texts):
        for start, end in finder.find(text):
            if "有限公司" in text and _FIRM_BEHIND.match(text, end):
                continue  # 中苏湖广|实业有限公司
            yield index, Found(start, end, text[start:end], "again")

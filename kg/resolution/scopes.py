"""How far a name reaches: the county, year or day that its identifier bears beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, TITLE, Document, Mention
from kg.recognition.states import is_head_of_state
from kg.resolution.agencies import Named
from kg.resolution.identity import mint
from kg.resolution.names import is_shared

# A report that every government gives each year is one of that year and place.
_YEARLY = re.compile(r"(?:政府|人大常委会|法院|检察院|政协常委会)?工作报告")
_DATED = re.compile(r"20\d\d|届|第")
_NUMBERED = re.compile("第|届")
_TELLING = 8
"""A document's name of so many characters is that of one document everywhere."""
_OF_STATE = ("Party", "Government", "Congress", "Consultative", "Discipline", "Military")


def county_of(code: str) -> str:
    """The code of the county or higher division that a division's code names or lies in: `310116` of `310116/亭林镇`."""
    return code.partition("/")[0]


def homes_of(mentions: Iterable[Mention], agencies: Mapping[Mention, Named]) -> dict[str, str]:
    """The scope of each person: the division of the body of the first post; nothing for posts in national bodies."""
    homes: dict[str, str] = {}
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for found in by_sentence.values():
        for index, mention in enumerate(found):
            if mention.type != PERSON or mention.name in homes:
                continue
            if is_head_of_state(mention.name):  # the province's secretary of former days
                homes[mention.name] = ""
                continue
            body = _body_of_post(mention, found[:index], found, agencies)
            if body and body.division:
                homes[mention.name] = county_of(body.division.code)
            elif body and body.unique and body.kind in _OF_STATE:
                homes[mention.name] = ""
    return homes


def _body_of_post(
    person: Mention, before: Sequence[Mention], found: Iterable[Mention], agencies: Mapping[Mention, Named]
) -> Named | None:
    """The body of the post that stands right before a person's name."""
    title = next((m for m in reversed(before) if m.type == TITLE and m.end <= person.start), None)
    if title is None or title.end < person.start - 1:
        return None
    return next((agencies[m] for m in found if title.start in (m.end, m.start) and m in agencies), None)


def agency_id(full: str, body: Named, code: str) -> str:
    """The identifier of a body: of its division, else of the paper's (`code`), else of none where the name alone tells it."""
    if body.unique:
        return mint(AGENCY, full)
    return mint(AGENCY, full, county_of(body.division.code) if body.division else code)


def regular_id(full: str, doc: Document, code: str) -> str:
    """A regular meeting is one of the day of its report, unless the document tells its number (第12次常务会议)."""
    return named_id(EVENT, full, doc, code) if _NUMBERED.search(full) else mint(EVENT, full, code, doc.published)


def named_id(type_: str, full: str, doc: Document, code: str) -> str:
    """The identifier of a project, an event or a document by its name: of the paper's place and, where it comes every year, of the year."""
    if (type_ == EVENT and is_shared(full)) or (type_ == DOCUMENT and len(full) >= _TELLING):
        return mint(type_, full)
    yearly = (type_ == EVENT and not _DATED.search(full)) or (type_ == DOCUMENT and _YEARLY.fullmatch(full))
    return mint(type_, full, code, doc.published[:4] if yearly else "")

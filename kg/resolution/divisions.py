"""Which division of the gazetteer a place's name means in a document, and which region beyond the divisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.model import PLACE, Document, Mention
from kg.recognition.divisions import Division, Region, contains, load_divisions

FROM_GAZETTEER = ("division", "route.division", "route.end")
"""How recognition found what the gazetteer may know: for itself, or as the end of a line (石门至慈利高速公路)."""

# 龙港、金乡、钱库等乡镇: towns of the paper's county by their short forms, not 金乡县 elsewhere.
_LISTED_TOWNS = re.compile(
    "(?:[、和及][一-鿿]{2,4}?)*等?(?:[0-9一二三四五六七八九十两多]+个)?(?:乡镇|镇街|街镇|镇村|镇|乡)(?![一-鿿]?[政党长])"
)


class _Asked(NamedTuple):
    """A name, and what stands around it that tells which division it means."""

    text: str
    before: str
    """Code of the division right before it, which it lies in: 上海市|金山区."""
    listed: str
    """Code of the paper's county where the name stands in a list of towns."""
    among: str
    """Code of what the division beside it in a list lies in: 海淀、|朝阳."""


def resolve_divisions(doc: Document, mentions: Iterable[Mention]) -> dict[Mention, Division]:
    """The division each gazetteer span means: by the place before it in a chain, the paper's place, then what else the text names.

    What stays open when the text is gone through is asked a second time, with all divisions known by then.
    """
    spans = [m for m in mentions if m.type == PLACE and m.via in FROM_GAZETTEER]
    found: dict[Mention, Division] = {}
    known: dict[str, None] = {}
    """Codes in the order in which they became known."""
    answers: dict[tuple[_Asked, int], Division | None] = {}
    towns = _towns_in_full(spans, doc.place)
    for again in (False, True):
        last: Mention | None = None
        for mention in spans:
            if mention not in found:
                asked = _asked(mention, last, found.get(last) if last else None, doc)
                question = asked, len(known) if again else -1
                if question not in answers:
                    near = [*filter(None, (asked.before, doc.place)), *(known if again else ())]
                    answers[question] = towns.get(asked.text) or _answer(asked, mention.via, near, doc.place)
                division = answers[question]
                if division:
                    found[mention] = division
                    known[division.code] = None
                    if asked.listed and division.parent == asked.listed:
                        towns[mention.text] = division
            last = mention
    return found


def _towns_in_full(spans: Iterable[Mention], place: str) -> dict[str, Division]:
    """Towns of the paper's county that the text gives in full, by their short form: 乐平 is 乐平镇 there, not 乐平市."""
    gazetteer = load_divisions()
    paper = gazetteer.by_code(place) if place else None
    own = paper.names if paper else ()
    return {
        town.short: town
        for m in spans
        if m.text.endswith(("镇", "乡", "街道"))
        and (town := gazetteer.resolve(m.text, near=[place] if place else []))
        and town.short
        and town.parent == place
        and town.short not in own
    }


def _asked(mention: Mention, last: Mention | None, of_last: Division | None, doc: Document) -> _Asked:
    """What tells which division a mention means; `last` is the span before it, `of_last` its division where that is known."""
    text = doc.sentences[mention.sentence].text
    gap = mention.start - last.end if last and of_last and last.sentence == mention.sentence else -1
    return _Asked(
        mention.text,
        before=of_last.code if of_last and gap == 0 else "",
        listed=doc.place if _LISTED_TOWNS.match(text, mention.end) else "",
        among=of_last.parent if of_last and gap == 1 and text[mention.start - 1] in "、和" else "",
    )


def _answer(asked: _Asked, via: str, near: Sequence[str], place: str) -> Division | None:
    """The division that a name means, by the nearest that tells it."""
    gazetteer = load_divisions()
    text, before, listed, among = asked
    return (
        (gazetteer.town_short(text, listed) if listed else None)
        or (gazetteer.named_inside(text, before) if before and not _is_landmark(text) else None)
        or (gazetteer.town_short(text, before) if before else None)  # 大田广平 is 广平镇 of 大田县
        or _not_elsewhere(gazetteer.resolve(text, near=near), before)
        or gazetteer.town_short(text, place)
        or (gazetteer.named_inside(text, among) if among else None)  # 海淀、朝阳
        or (_end_of_line(text, near) if via == "route.end" else None)
    )


def _not_elsewhere(division: Division | None, before: str) -> Division | None:
    """A division unless it is a town of other parts than the division said right before it: 北京市平谷区|峪口镇 of no other county."""
    if division is None or not before or "/" in before or "/" not in division.code:
        return division
    return division if contains(before, division.code) else None


def _end_of_line(text: str, near: Sequence[str]) -> Division | None:
    """The county that a line is named by where its short form is a word too: 永州至蓝山 runs to 蓝山县."""
    gazetteer = load_divisions()
    found = {d.code: d for level in "县市区" if (d := gazetteer.resolve(text + level, near=near))}
    return next(iter(found.values())) if len(found) == 1 else None


def by_sentence(divisions: Mapping[Mention, Division]) -> dict[int, tuple[Division, ...]]:
    """The divisions that each sentence names."""
    named: dict[int, list[Division]] = {}
    for mention, division in divisions.items():
        named.setdefault(mention.sentence, []).append(division)
    return {at: tuple(found) for at, found in named.items()}


def region_of(text: str) -> Region | None:
    """The region a name means, also with 地区 or 区域 after it (长三角地区)."""
    regions = load_divisions().regions()
    return regions.get(text) or (regions.get(text[:-2]) if text.endswith(("地区", "区域")) else None)


def _is_landmark(text: str) -> bool:
    """杭州西湖, 山东泰山: the lake and the mountain rather than the county named after it."""
    region = load_divisions().regions().get(text)
    return region is not None and region.kind in ("Mountain", "Lake", "River", "ScenicArea")

"""Places other than divisions and settlements: by their head noun, as streets, as plots, as stretches of a river, as the ends of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.recognition.phrases import is_proper
from kg.recognition.places.grid import find_substations
from kg.recognition.places.heads import find_by_head
from kg.recognition.places.listed import find_listed_stations
from kg.recognition.places.streets import find_streets
from kg.recognition.places.words import is_bare_name, is_item
from kg.recognition.spans import Span, outermost
from kg.recognition.tokens import Words

_PLOT = re.compile(r"[0-9A-Z]{1,4}(?:-[0-9A-Z]{1,4}){1,2}(?:号)?地块")
# 以色列|本·古里安机场
_DOTTED_SITE = re.compile(
    r"(?:^|[国列亚斯兰坦西达本向至在到于赴、，])([一-鿿]{1,4}(?:·[一-鿿]{1,5}){1,2}(?:国际)?(?:机场|广场|大桥|体育场|难民营))"
)
_END_STATION = re.compile(
    r"(?:起于|起自|始于|止于|自|从|至|[东西南北]起|[东西南北]至|终到)((?![自从至起动助己来由行主身])[^，。；、：的“”（） A-Za-z0-9站]{2,8}站)(?=[至到，、（。（—]|$)"
)

# 起于石桥镇大岭头，止于白沙铺: a spot without a head noun where a line begins or ends
_LINE_END = re.compile("(?:起于|起自|止于|[起终]点(?:位于|为|在))([^，。；、：的“”（） A-Za-z0-9]{2,12})(?=[，。；（]|$)")


# 位于石云江中上游, 流经岚溪两岸: a river by its course, whatever it is called by
_BY_ITS_COURSE = re.compile(
    "(?:(?<=位于)|(?<=地处)|(?<=汇入)|(?<=注入)|(?<=流经)|(?<=[，、]))((?!长江)[一-鿿]{2,3}[江溪])(?=[上中下]{1,2}游|流域|[东南西北两]岸|支流|干流)"
)


def find_places(words: Words, divisions: Mapping[int, int]) -> list[Span]:
    """Places other than divisions and settlements, left to right.

    Args:
        divisions: Begin by end of the divisions and settlements in the sentence.
    """
    found = list(find_by_head(words, divisions, settlements=False))
    found += find_substations(words.text)
    if "地块" in words.text:
        found += [Span(m.start(), m.end(), "place.plot", "Site") for m in _PLOT.finditer(words.text)]
    if "路" in words.text or "街" in words.text or "道" in words.text:
        found += find_streets(words, divisions)
    if "·" in words.text:
        for site in _DOTTED_SITE.finditer(words.text):
            begin = max(
                (e for e in divisions if site.start(1) < e <= words.text.index("·", site.start(1))), default=site.start(1)
            )
            found.append(Span(begin, site.end(), "place.head", "Airport" if site.group().endswith("机场") else "Site"))
    if "站" in words.text:
        # 西起西北工业大学站、东至纺织城站: the ends of a line, whatever they are called by.
        found += [
            Span(m.start(1), m.end(1), "place.head", "Station")
            for m in _END_STATION.finditer(words.text)
            if words.starts_at(m.start(1)) or m.start(1) in divisions.values()  # but not 自|贡站
        ]
    if "起" in words.text or "止" in words.text or "终" in words.text:
        found += _line_ends(words, divisions)
    if "游" in words.text or "岸" in words.text or "流" in words.text:
        found += [
            Span(*river.span(1), "place.head", "Water")
            for river in _BY_ITS_COURSE.finditer(words.text)
            if river.end(1) not in divisions
            and words.starts_at(river.end(1))
            and is_item(words, river.start(1), river.end(1) - 1)
        ]
    if "段" in words.text:
        found += _stretches(words, [*divisions.items(), *((s.end, s.start) for s in found if s.kind == "Water")], divisions)
    stations = [*find_listed_stations(words.text)] if "设" in words.text or "站" in words.text else []
    if not stations:
        return outermost(found)
    stops = {(s.start, s.end) for s in stations}  # 东湖新区 in a list of stations is one
    return [*(s for s in outermost(found) if (s.start, s.end) not in stops), *stations]


def _line_ends(words: Words, divisions: Mapping[int, int]) -> Iterator[Span]:
    """Spots called by a bare name where a line begins or ends, behind the divisions they lie in."""
    for match in _LINE_END.finditer(words.text):
        start, end = match.span(1)
        start = max((e for e, a in divisions.items() if start <= a and e < end), default=start)
        if end not in divisions and is_bare_name(words, start, end):
            yield Span(start, end, "place.listed")


_STRETCH = re.compile("([一-鿿]{2,6}?)段(?!时|落|子|位)")


def _stretches(words: Words, waters: Iterable[tuple[int, int]], divisions: Mapping[int, int]) -> Iterator[Span]:
    """The stretches of a river by the places they lie in, the river said once: 青江云水段、岚川段和望江段."""
    text = words.text
    for water_end, begin in waters:
        at, river = water_end, text[begin:water_end]
        if river[-1] not in "江河渠湖溪":
            continue
        while stretch := _STRETCH.match(text, at):
            place = words.between(at, stretch.end(1))
            if divisions.get(stretch.end(1)) != at and not (
                place and place[-1].end == stretch.end(1) and all(map(is_proper, place))
            ):
                break
            first = at == water_end
            yield Span(
                begin if first else at, stretch.end(), "place.stretch", "Water", "" if first else river + stretch.group()
            )
            at = stretch.end() + 1
            if text[stretch.end() : at] not in ("、", "和", "及", "与"):
                break

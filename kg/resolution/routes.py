"""Lines (roads, railways, bridges, pipes) that a document calls by several names, each brought together."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kg.model import PLACE, PROJECT, Mention
from kg.resolution.aliases import same_route
from kg.resolution.divisions import FROM_GAZETTEER, region_of
from kg.resolution.names import called

# 915国道, 国道915线, 浒岙线: a road by its number or by two characters
_ROAD_THERE = re.compile("[GS]?[0-9]|[国省县]道|[一-鿿]{2}线$")
_LINE_LIKE = re.compile("路|桥|隧道|通道|线|高铁|管道|工程|渠")
_BUILDING = re.compile(r"(.{3,}(?:路|桥|隧道|高速|高铁|铁路|专线|[0-9]号线|段))(?:建设|新建)?(?:工程|项目){1,2}$")
_BARE_LINE = re.compile(r"([0-9]{1,2}号线)(?:工程|项目)?")

_DASH = re.compile("[-—－～]{1,2}")
_BUILT_SECTION = re.compile("(?<=段)(?:建设)?(?:项目|工程)$")

_Line = dict[str, list[Mention]]
"""The mentions of one line by what it is called."""


def unify_routes(mentions: Sequence[Mention]) -> tuple[list[Mention], dict[Mention, str]]:
    """One line is one entity whatever it is called, and a project throughout where the document speaks of its building.

    Returns:
        The mentions, those of a line with the line's type, and the full name of the line of each of these.
    """
    lines = _lines(mentions)
    _add_found_otherwise(lines, mentions)
    _add_buildings(lines, mentions)
    sections = {(m.sentence, m.start) for m in mentions if m.via == "project.section"}
    changed: dict[Mention, Mention] = {}
    names: dict[Mention, str] = {}
    for line in lines:
        members = [m for found in line.values() for m in found]
        full, type_ = _whole(line, members, mentions, sections)
        for mention in members:
            # 桂南水库灌区 is farmland, and as a thing that is built a work like the lines
            kind = mention.kind if mention.type == type_ else "Infrastructure"
            changed[mention] = replace(mention, type=type_, kind=kind)
            names[changed[mention]] = full
    unified = [changed.get(m, m) if m.type in (PROJECT, PLACE) else m for m in mentions]
    return unified, names | _sections_alike(unified, names)


def _sections_alike(mentions: Sequence[Mention], lines: Mapping[Mention, str]) -> dict[Mention, str]:
    """The name of each section that is called by two names: of its line, with its ends joined otherwise, or as what is built.

    沪昆高铁云南段 is 沪昆客专云南段, 湖山线望江-东湖段 is 湖山线望江至东湖段项目.
    """
    begin = {(m.sentence, m.start): (m.end, full) for m, full in lines.items()}
    alike: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.type == PROJECT and not mention.name and "段" in mention.text[4:]:
            end, full = begin.get((mention.sentence, mention.start), (mention.start, ""))
            if end == mention.end:  # the section is itself called as a line
                end, full = mention.start, ""
            section = _BUILT_SECTION.sub("", full + _DASH.sub("至", mention.text[end - mention.start :]))
            if section.endswith("段"):
                alike.setdefault(section, []).append(mention)
    for short in sorted(alike, key=len):
        if whole := next((s for s in alike if s.endswith(short) and s != short and "至" in short), ""):
            alike[whole] += alike.pop(short)  # 望江至东湖段 of 湖山线望江至东湖段
    return {
        mention: max((called(m) for m in members), key=lambda name: (not _DASH.search(name), len(name), name))
        for members in alike.values()
        if len({m.text for m in members}) > 1
        for mention in members
    }


def _lines(mentions: Sequence[Mention]) -> list[_Line]:
    """The lines that recognition found as such, or that the gazetteer knows."""
    lines: list[_Line] = []
    for mention in mentions:
        of_place = mention.type == PLACE and mention.via in FROM_GAZETTEER
        if mention.via == "route" or (of_place and _is_known_line(mention.text)):
            name = called(mention)
            if built := _BUILDING.match(name):
                name = built.group(1)
            line = _line_called(name, lines)
            if line is None:
                lines.append(line := {})
            line.setdefault(name, []).append(mention)
    return lines


def _is_known_line(text: str) -> bool:
    known = region_of(text)
    return known is not None and known.kind == "Infrastructure" and _LINE_LIKE.search(known.name) is not None


def _line_called(name: str, lines: Sequence[_Line]) -> _Line | None:
    return next((line for line in lines if any(same_route(name, other) for other in line)), None)


def _add_found_otherwise(lines: Sequence[_Line], mentions: Sequence[Mention]) -> None:
    """建成后的湖山大桥 is the bridge of the headline, whichever rule has found it."""
    for mention in mentions:
        if mention.type == PLACE and mention.via == "place.head":
            name = called(mention)
            if line := next((line for line in lines if name in line), None):
                line[name].append(mention)


def _add_buildings(lines: list[_Line], mentions: Sequence[Mention]) -> None:
    """湖山大桥建设项目 is the bridge that is built."""
    for mention in mentions:
        built = _BUILDING.match(called(mention)) if mention.type == PROJECT and mention.via != "route" else None
        if not built:
            continue
        name = built.group(1)
        line = _line_called(name, lines)
        if line is None:
            named = [m for m in mentions if m.type in (PROJECT, PLACE) and m.via not in FROM_GAZETTEER and called(m) == name]
            if not named:
                continue
            lines.append(line := {name: named})
        line.setdefault(name, []).append(mention)


def _whole(
    line: _Line, members: Sequence[Mention], mentions: Sequence[Mention], sections: Collection[tuple[int, int]]
) -> tuple[str, str]:
    """The full name of a line, and whether it is a project or a place."""
    full = max(line, key=lambda n: (len(n), n))
    if bare := _BARE_LINE.fullmatch(full):  # 1号线 of 乌鲁木齐市轨道交通（地铁）1号线工程
        named = next((m for m in mentions if m.type == PROJECT and _of_line(called(m), bare.group(1))), None)
        if named:
            return called(named), PROJECT
    # 龙龙高铁 of which 龙龙高铁梅州至龙川段 is a section; a numbered road is there whatever is done to a part of it.
    parted = any((m.sentence, m.start) in sections and not _ROAD_THERE.match(m.text) for m in members)
    return full, PROJECT if parted or any(m.type == PROJECT for m in members) else PLACE


def _of_line(name: str, line: str) -> bool:
    """Whether a name is that of a numbered line with its city or system before it."""
    head, found, tail = name.rpartition(line)
    return bool(found) and len(head) >= 2 and not head[-1].isdigit() and tail in ("", "工程", "项目")

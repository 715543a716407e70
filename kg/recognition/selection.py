"""Of the names proposed for a sentence those that stand: the longer of two that cross, and inside a name what is one by itself."""

from __future__ import annotations

import re

from kg.model import AGENCY, DOCUMENT, EVENT, PLACE, PROJECT
from kg.recognition.agencies import EMBASSIES
from kg.recognition.divisions import DIVISION_END, load_divisions
from kg.recognition.spans import Span

PHASE = "[（(]?第?[一二三四五]期[)）]?(?:工程|项目)?"
"""What tells a phase behind the name of the whole, as a pattern: 二期, （一期）, 三期工程."""
# Which types a name may lie inside of and still be a mention of its own.
_MAY_CONTAIN = {
    EVENT: (PROJECT, AGENCY, PLACE, DOCUMENT, EVENT),
    PROJECT: (AGENCY, PLACE, PROJECT),
    AGENCY: (PLACE, AGENCY),
    DOCUMENT: (),  # but a project that an agreement is about
    PLACE: (PLACE, AGENCY),
}


def _lies_in(name: str, container: str) -> bool:
    """Whether a short form is that of a division right behind the one it lies in: 绵阳 in 四川绵阳科技城, not a lake or a mountain."""
    gazetteer = load_divisions()
    outer = gazetteer.resolve(container) if container else None
    return outer is not None and name not in gazetteer.regions() and gazetteer.named_inside(name, outer.code) is not None


def _of_province(name: str, outer: tuple[str, Span]) -> bool:
    """Whether a sight's name begins with the province or city that it lies in: 安徽 of 安徽寿州古城."""
    division = load_divisions().resolve(name) if outer[0] == PLACE and outer[1].kind in _SIGHTS else None
    return division is not None and division.level == "province" and outer[1].end - outer[1].start >= 5


_SIGHTS = ("Scenic", "Site")


def _is_second(name: str, province: str) -> bool:
    """Whether a short form is that of a city or county behind the province that a name opens with: 南宁 in 广西南宁抽水蓄能电站.

    What a city's airport is called is only its quarter (成都双流国际机场).
    """
    outer = load_divisions().resolve(province) if province else None
    return outer is not None and outer.level == "province" and outer.code[:2] not in _CITIES and _lies_in(name, province)


_CITIES = ("11", "12", "31", "50")
"""The codes of the cities that are provinces."""


def _is_place_inside(text: str, span: Span, outer: tuple[str, Span], first: str, *, followed: bool) -> bool:
    """Whether a place inside another name is one by itself.

    Args:
        text: The sentence.
        span: The place.
        outer: The name that holds it, with its type.
        first: The division that ends where the place begins.
        followed: Whether another division begins where it ends.
    """
    name, container = text[span.start : span.end], outer[1]
    opens = span.start == container.start
    if (len(name) > 2 or name.endswith("县")) and name.endswith(DIVISION_END) and not name.endswith(_OLD_TOWN):
        return True
    if span.via in ("route.end", "route.division"):
        return True
    if opens and outer[0] == PROJECT and _PHASE.fullmatch(text, span.end, container.end):  # 东岭森林公园|一期
        return True
    if opens and container.via == "agency.abroad":  # 乌克兰 in 乌克兰空军
        return True
    if span.via == "route" and (container.via in ("project.section", "route") or (opens and container.via == "project.listed")):
        return True
    if text[span.start - 1 : span.start] == "驻" and _MISSION.match(text, span.end):
        return True
    if span.via != "division":
        return False
    if followed or container.via == "place.stretch":
        return True
    project = container.via.startswith("project.") and not text.startswith("机场", span.end)
    if opens and project and load_divisions().named(name):  # 江北|引水工程
        return True
    if opens and _TOWN_ITSELF.fullmatch(text, span.end, container.end):
        return True
    if opens and (
        _lies_in(name, first) or _STANDS_IN.match(text, span.end, container.end) is not None or _of_province(name, outer)
    ):
        return True
    return container.start == span.start - len(first) and _is_second(name, first)


def select(names: list[tuple[str, Span]], text: str) -> list[tuple[str, Span]]:
    """Of proposals that cross or contain one another, the longer; inside it only what is a name by itself.

    A division inside another name counts only where it is written in full: 金山区 in 金山区税务局, not 宁夏 in 宁夏石化.
    """
    kept: list[tuple[str, Span]] = []
    # 湖南常德石门县委: a short form counts where another division follows it.
    follows = {s.start for t, s in names if t == PLACE and s.via == "division"}
    before = {s.end: text[s.start : s.end] for t, s in names if t == PLACE and s.via == "division"}
    for type_, span in sorted(names, key=lambda item: (item[1].start - item[1].end, item[1].start, _ORDER.index(item[0]))):
        over = [(t, s) for t, s in kept if s.start < span.end and span.start < s.end]
        if any(not (s.start <= span.start and span.end <= s.end) for _, s in over):
            continue
        if any(
            (s.start, s.end) == (span.start, span.end)
            or (
                type_ not in _MAY_CONTAIN[t]
                and not (t == DOCUMENT and type_ == AGENCY and (span.via == "agency.founded" or span.start == s.start))
                and not (t == DOCUMENT and s.via == "document.signed")
                and not (t == type_ == DOCUMENT and (s.via == "document.about-named" or span.via == "document.law"))
                and not (type_ == EVENT and s.via == "document.unmarked" and span.start == s.start)  # 党的二十大|报告
                and not (t == DOCUMENT and type_ == PROJECT and s.kind == "Agreement" and s.via == "document.after-verb")
            )
            for t, s in over
        ):
            continue
        name = text[span.start : span.end]
        if over and type_ == PLACE:
            first, followed = before.get(span.start, ""), span.end in follows
            if not _is_place_inside(text, span, over[-1], first, followed=followed):
                continue
        if over and type_ == AGENCY and span.via == "agency.national" and len(name) <= 3:
            continue
        # 湖山区·望江县东西部协作|联席会议: what ends as the event does is the event
        if type_ == AGENCY and any(t == EVENT and s.start < span.start and s.end == span.end for t, s in over):
            continue
        if (
            type_ == AGENCY
            and span.via != "agency.whole"
            and any(t == AGENCY and s.via != "agency.office" for t, s in over)
            and not name.endswith(("集团", "公司"))
        ):
            continue
        kept.append((type_, span))
    return kept


_PHASE = re.compile(f"”?{PHASE}")
# 青海|云江水电站: what is too big to be called by a place lies in the one before its name.
_STANDS_IN = re.compile(
    "[一-鿿]{2,8}(?:水电站|核电站|蓄能电站|水库|国际机场|风电场|水利枢纽)$|人民大会堂$|[一-鿿]{0,4}(?:会议|会展|博览|奥体|体育)中心$|海底隧道$|园博园$|大巴扎$|中轴线$"
)
# 宜昌|城区
_TOWN_ITSELF = re.compile("主?城区|市区|县城|城郊")
# 甲国驻|巴西|大使馆
_MISSION = re.compile(f"[一-鿿]{{0,4}}(?:{EMBASSIES})")
_ORDER = (DOCUMENT, EVENT, AGENCY, PROJECT, PLACE)

_OLD_TOWN = ("古镇", "古村", "小镇", "新区", "景区", "园区", "片区")

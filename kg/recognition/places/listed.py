"""Places told by the list they stand in: beside known ones, or with a head that the list says once (玉皇观、何家沟等9座水库)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.recognition.divisions import DIVISION_END
from kg.recognition.lists import route_lists
from kg.recognition.phrases import boundary_words
from kg.recognition.places.words import is_bare_name, is_item, may_name
from kg.recognition.spans import Span, items_of
from kg.recognition.tokens import Words

_LIST = re.compile(r"[一-鿿]{2,8}(?:、[一-鿿]{2,8}){2,}")
_LIST_END = re.compile(r"(?:等|和|及|与|以及|各|沿线|境内|方向|一带)")
_SUM = re.compile("[一二三四五六七八九十两各等]")  # 东湖、望江市|三市五县
_ON_THE_WAY = re.compile(r"(?:经|经过|途经|连接|串联|沿线|贯穿|穿越|停靠|辐射)$")


def find_listed_places(words: Words, known: Mapping[int, int]) -> list[Span]:
    """Names without a head noun in a list of places: 经汶川、茂县、叠溪、松潘、川主寺.

    Args:
        known: Begin by end of the divisions and settlements in the sentence.
    """
    text = words.text
    found: list[Span] = []
    begins = frozenset(known.values())
    for listed in _LIST.finditer(text) if known and text.count("、") > 1 else ():
        items = items_of(text, *listed.span())
        last, end = items[-1]
        if closed := _LIST_END.search(text[last:end], 2):
            items[-1] = (last, last + closed.start())
        sure = [(a, b) for a, b in items if b in known or a in begins]
        route = any(_ON_THE_WAY.search(text, a, a + size) for a, _ in items[:1] for size in range(1, 6))
        others = [(a, b) for a, b in items[1:] if (a, b) not in sure]
        # 经清徐县|武家坡、静乐县|赤泥洼: a village behind its county, where the list has more such or tells a route.
        inner = [(max((end for end in known if a < end < b), default=b), b) for a, b in items if b not in known]
        inner = [
            (p, b)
            for p, b in inner
            if 2 <= b - p <= 4 and text.endswith(DIVISION_END, 0, p) and is_bare_name(words, p, b) and not _SUM.match(text, p)
        ]
        found += [Span(p, b, "place.listed") for p, b in inner] if route or len(inner) > 1 else []
        if len(sure) < (1 if route else 2) or (len(others) > len(sure) and not route):
            continue
        found += [Span(a, b, "place.listed") for a, b in others if is_bare_name(words, a, b)]
    return found


def find_on_the_way(words: Words, known: Mapping[int, int]) -> Iterator[Span]:
    """The places of such a list that nothing else shows."""
    for start, end in route_lists(words.text):
        for a, b in items_of(words.text, start, end):
            if b not in known and is_item(words, a, b):
                yield Span(a, b, "place.listed")


# 玉皇观、何家沟等9座小型病险水库: the head is said once.
_WATERWORKS = re.compile(
    r"(?:^|[，。；：除固设了对和的县区镇年通])(?:除险|[对将为]|[我本全][省市县区镇])?((?:[一-鿿]{2,5}、){1,20}[一-鿿]{2,5}?)(?:等?[0-9]{1,3}[座条个][^，。；]{0,16}?|等)(水库|水电站|泵站|水闸|(?:输水)?干渠|垸)"
)


def find_listed_waterworks(words: Words) -> list[Span]:
    """Reservoirs and pumping stations whose list says the head once."""
    text = words.text
    found = []
    for listed in _WATERWORKS.finditer(text) if "、" in text else ():
        for start, end in items_of(text, *listed.span(1)):
            if text.startswith(("我", "本", "全"), start):  # 我县|玉皇观
                start += 2
            # 保护和|治理东山、溪边等水库: a verb before the first.
            lead = words.at(start)
            if lead is not None and (lead.tag == "v" or lead.text == "除险") and 1 < len(lead.text) <= end - start - 2:
                start = lead.end
            if not text.endswith(listed[2], start, end):
                found.append(Span(start, end, "place.listed", "Reservoir", text[start:end] + listed[2]))
            elif listed[2] == "垸":  # a head noun that is told by such lists only
                found.append(Span(start, end, "place.listed", "Reservoir"))
    return found


# 教师公寓、华如居等12个老旧小区, 黄龙洞、宝峰湖等景区: what the last words say all of them to be.
_KIND_LIST = re.compile(
    r"((?:[一-鿿]{2,9}、){1,20}[一-鿿]{2,9}?)等(?:地|[0-9一二三四五六七八九十百两多余几]{1,4}[个处条座家片])?(?:[一-鿿]{1,4}?)?"
    "(小区|景区|景点|市场|商圈|公园|广场|街巷|路段|堤防|圩区|村寨)"
)


def find_listed_kinds(words: Words, known: Mapping[int, int]) -> list[Span]:
    """Places whose list says at its end what they are: estates, sights, markets, parks.

    Args:
        known: Begin by end of the divisions and settlements in the sentence.
    """
    found = []
    for listed in _KIND_LIST.finditer(words.text) if "等" in words.text and "、" in words.text else ():
        items = items_of(words.text, *listed.span(1))
        # The first item may have the clause's own words before it: 包括|教师公寓, 对|鹿鹤市场.
        start, end = items[0]
        while (
            (lead := words.at(start))
            and lead.end < end
            and (lead.text in boundary_words() or lead.tag in ("v", "vn", "p", "d", "c"))
        ):
            start = lead.end
        items[0] = (start, end)
        names = [(a, b) for a, b in items if b - a >= 2]
        if all(is_item(words, a, b) for a, b in names[1:]):
            found += [Span(a, b, "place.listed", "Site") for a, b in names if b not in known and is_item(words, a, b)]
    return found


# 鹿鹤市场、五眼桥市场: two in a row are places, not 国内市场、国际市场.
_MARKETS = re.compile("(?:(?<![一-鿿])(?![对在到为])|(?<=[对在到为、和了]))([一-鿿]{2,4}市场(?:[、和及与][一-鿿]{2,4}市场)+)")


def find_listed_markets(words: Words) -> list[Span]:
    """Markets in a list of markets, each called by a name or a rare word."""
    found: list[Span] = []
    for listed in _MARKETS.finditer(words.text) if words.text.count("市场") > 1 else ():
        if all(
            t.text == "市场" or may_name(t, road=False)
            for t in words.between(listed.start(), listed.end())
            if t.text not in "、和及与"
        ):
            found += [Span(a, b, "place.listed", "Building") for a, b in items_of(words.text, *listed.span(), marks="、和及与")]
    return found


_VILLAGES = re.compile(
    r"(?:为|在|到|将|对|向|、|，|和|^|(?<=[镇乡]))((?:[一-鿿]{2,4}、){1,20}[一-鿿]{2,4}?)(?:等)?(?:[0-9一二三四五六七八九十两]{1,3}个)?(?:行政)?(中心村|村|社区)(?=集体|村民|群众|[，。、的等]|$)"
)


def find_listed_villages(words: Words, known: Mapping[int, int]) -> list[Span]:
    """Villages whose list says 村 once: 东田源、雅溪口、南州村."""
    text = words.text
    found = []
    for listed in _VILLAGES.finditer(text) if "、" in text else ():
        for start, end in items_of(text, *listed.span(1)):
            if not text.endswith(("村", "社区"), start, end) and end not in known and is_bare_name(words, start, end):
                found.append(Span(start, end, "place.head", "Village", text[start:end] + listed[2]))
    return found


_STATIONS = re.compile(
    r"(?:设[有置立]?|共有|新建|新设)(?![有置立])((?:[一-鿿]{2,6}(?:（[一-鿿]{2,6}）)?、){1,30}[一-鿿]{2,6}?(?:（[一-鿿]{2,6}）)?(?:[和及与](?![一-鿿]{1,6}站)[一-鿿]{2,6}?)?)"
    r"(?:等)?[0-9一二三四五六七八九十]{1,3}(?:个|座)?(?:新建|上下客|停靠|中间)?(?:车站|站点|站)"
    r"|(?:[0-9一二三四五六七八九十]{1,3}(?:个|座)(?:新建|上下客|停靠|中间)?(?:车站|站点)|(?:车站|站点|设站)[0-9一二三四五六七八九十]{1,3}(?:个|座))"
    r"，?(?:[从自由]?[东西南北]{1,2}[向往至到][东西南北]{1,2})?(?:分别|依次)?(?:是|为|：|包括|有)"
    r"((?:[一-鿿]{2,6}、){1,30}[一-鿿]{2,6}?(?:[和及与][一-鿿]{2,6}?)?)(?=等|[，。；]|$)"
)
# 设弓鱼和中洋2个枢纽互通, 设小桥、迪口2处收费站
_ROAD_SITES = re.compile(
    r"设[有置立]?(?![有置立])((?:[一-鿿]{2,4}、){0,20}[一-鿿]{2,4}?[、和及][一-鿿]{2,4}?)(?:等)?[0-9一二三四五六七八九十]{1,3}(?:个|座|处)(枢纽互通|互通立交|互通|收费站|服务区|停车区)"
)


# 设东湖站、云岭站、机场站、大观站; 4个站点：东湖南站、云岭北站和富源北站: with 站 each, whatever they are called by
_OWN_STATIONS = re.compile(
    r"(?:设[有置立]?|站点?(?:分别)?(?:[是为：]|包括|有)|[0-9](?:个|座)?(?:车站|站点|站)[，：])"
    r"((?:[一-鿿]{1,8}站(?:（[^（）]{1,12}）)?(?:[、和及与]|以及)){1,40}[一-鿿]{1,8}?站)(?=[等，。；：（为]|共?[0-9一二三四五六七八九十]+[座个]|$)"
)
# 东湖站等5个(车站)正在施工
_ONE_OF_STATIONS = re.compile(
    r"(?:^|[，。；：、（])([一-鿿]{2,6}站)(?=等[0-9一二三四五六七八九十]{1,3}[个座](?:车站|站点|站|尚|正|已|全))"
)
_NO_STOP = re.compile(
    "(?:工作|服务|加油|充电|换电|水文|[泵电闸变]|换流|监测|救助|养护|收费|消防|防疫|检查|补给|保障|联络|[电气]|供应|管理|驿|污水|排涝|卫生|兽医|推广|车|网)站$|[个座]|分别|其中|车站|新建"
)


# 曲靖北站|和|富源站, but 和平站
_STATION_ITEM = re.compile(
    "(?:(?<=站)(?:以及|[、和及与])|(?<=）)(?:以及|[、和及与])|(?<=[设有置立是为：括，]))([一-鿿]{1,7}?站)"
)


def _own_stations(text: str) -> Iterator[Span]:
    """The stations of a list that has 站 with each of them."""
    for listed in _OWN_STATIONS.finditer(text):
        spans = [item.span(1) for item in _STATION_ITEM.finditer(text, *listed.span(1))]
        if len(spans) > 2 and not any(_NO_STOP.search(text, *span) for span in spans):
            yield from (Span(*span, "place.head", "Station") for span in spans)
    for one in _ONE_OF_STATIONS.finditer(text):
        if not _NO_STOP.search(text, *one.span(1)):
            yield Span(*one.span(1), "place.head", "Station")


_JOINT_STATION = re.compile("(?<=[一-鿿]{2})[和及与](?!平)(?=[一-鿿]{2})")


def find_listed_stations(text: str) -> Iterator[Span]:
    """Stations and sites of a road named without their head in a list that says it once (设郑州东、新乡东、内黄3个车站)."""
    if "站、" in text or "站等" in text:
        yield from _own_stations(text)
    for match in (*(_STATIONS.finditer(text) if "站" in text and "、" in text else ()), *_ROAD_SITES.finditer(text)):
        road = match.re is _ROAD_SITES
        listed = 1 if road else match.lastindex or 1
        head = match.group(2) if road else "站"
        for start, end in items_of(text, match.start(listed), match.end(listed), "、和及" if road else "、"):
            if text.endswith("）", start, end):  # 东湖（既有站）
                end = text.index("（", start)
            if not road and (joint := _JOINT_STATION.search(text, start, end)):  # 望江北|和|湖山东
                yield _station(text, start, joint.start(), head)
                start = joint.end()
            yield _station(text, start, end, head)
    for match in _STATIONS_OF_LINE.finditer(text) if "站" in text and "、" in text and "设" in text else ():
        items = items_of(text, *match.span(1), "、和及与")
        if min(end - start for start, end in items) > 1 and not _NO_STOP.search(text, items[-1][0], match.end()):
            yield from (_station(text, start, end, "站") for start, end in items)


def _station(text: str, start: int, end: int, head: str) -> Span:
    """A station or a site of a road, whose name the list may leave the head out of."""
    name = "" if text.endswith(head, start, end) else text[start:end] + head
    return Span(start, end, "place.head", "Station", name)


# 云岚铁路设望江、石岭和高川站: the stations of a line, the last with its head
_STATIONS_OF_LINE = re.compile(
    "(?:线|铁路|高铁|城际|[东西南北中至到][一-鿿]{1,4}段)[^。；]{0,60}?设[有置立]?((?:[一-鿿]{2,6}、){1,30}[一-鿿]{2,6}?[和及与][一-鿿]{2,6}?)站(?=[，。；等]|$)"
)

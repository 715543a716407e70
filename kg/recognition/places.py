"""Places: administrative divisions by the gazetteer, all others (roads, rivers, stations, villages, parks) by their head noun."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from kg.reading.words import cut, frequency, tag
from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import Names, rows
from kg.recognition.phrases import (
    PROVINCES,
    STREET_BEFORE_BRIDGE,
    boundary_words,
    counts,
    is_proper,
    is_unknown,
    item_end,
    name_start,
)
from kg.recognition.spans import Span, outermost
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Token, Words

_PLOT = re.compile(r"[0-9A-Z]{1,4}(?:-[0-9A-Z]{1,4}){1,2}(?:号)?地块")
_DIVISION_END = ("省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "村", "社区")
_AREA = ("地区", "区域")
# The country itself is what all official news is about: no place one would look up.
_HOME = frozenset(("中国", "我国", "中华人民共和国", "祖国"))
# Kinds whose name does not begin with the place it lies in: 文昌南路 in 西夏区, but 乌兰浩特经济技术开发区.
_SETTLEMENTS = frozenset(("Settlement", "Village"))
_NATURAL = frozenset(("Road", "Water", "Reservoir", "Natural", *_SETTLEMENTS))
# Works on water, called by two characters as roads are: 金台泵站, 荆江大堤.
_WORKS = frozenset(
    ("泵站", "大堤", "左堤", "右堤", "灌溉站", "排灌站", "排涝站", "提灌站", "水文站", "闸", "联圩", "圩", "圩堤")
)
_EDGES = ("畔", "边", "脚", "岸", "底")
# 江华街两侧, 云岚路（望江路至东湖路段）, 东湖路478弄, 江华街、大智路: what stands beside a street and hardly beside another thing.
_STREET_HEAD = "(?:路|大?街|大道|巷|胡同)"
_STREET_LAST = "[路街巷道同]"
_STREET_SIGN = re.compile(
    f"[一-鿿]{{0,6}}段(?![时落])|两侧|沿[线街]|[东西南北]{{1,2}}(?:侧|段|起|至)|以[东西南北]|[路街]?口|[边旁]|交[叉汇口界会]|[0-9]+[号弄]|(?<=[街巷])上(?![千万百市映演])"
    f"|[（—→]|-(?=[一-鿿])|[、与和及][一-鿿]{{2,5}}{_STREET_HEAD}(?![线况由人])"
)
_STREET_BEFORE = re.compile(f"{_STREET_HEAD}(?:[、与和及至（—→-]|以及)$")
# 水上公园路, 体育馆街: what streets are called by.
_CALLED_BY = ("公园", "广场", "机场", "车站", "火车站", "体育馆", "体育场", "学院", "大学", "文化宫", "码头")
# 江华街、东大直街: behind a street in a list stands another, whatever its words.
_LISTED_STREET = re.compile(
    f"(?<={_STREET_LAST}[、和与及→—-])(?:[东西南北]{{1,2}}[起至])?([一-鿿]{{2,5}}?{_STREET_HEAD})(?=[、和与及，。；等（）交路两沿上附周段→—-]|$)"
)
_STREET_END = re.compile(f"{_STREET_HEAD}$")
# Characters beside 路, 村 and the like that make them common: 一条新路, 全村.
_FRAME = frozenset("一本全该各每我新老旧小大条个走修铺的与和、")


@cache
def _heads(*, settlements: bool) -> tuple[Names, dict[str, dict[str, str]]]:
    by_name = {row["head"]: row for row in rows("place_heads") if (row["kind"] in _SETTLEMENTS) == settlements}
    return Names(by_name), by_name


def _is_joined_noun(text: str, start: int, end: int) -> bool:
    """城市|和村镇: a conjunction between two nouns begins no name."""
    return text[start] in "和与及" and tag(text[start + 1 : end])[:1] == "n" and tag(text[max(0, start - 2) : start])[:1] == "n"


# 全国铁路、公路、水路共发送旅客…, 全国铁路公安机关: no railways by themselves
_MODES = re.compile("全国铁路(?=[、和及公警系])")


def find_divisions(words: Words, known: Collection[str] = ()) -> list[Span]:
    """Spans that may name an administrative division or a region; full names always, short forms where the words allow.

    Args:
        known: Short forms whose full name the document gives or that lie around the paper's place, taken without asking the dictionary.
    """
    text = words.text
    candidates = [
        (start, end)
        for start, end in load_divisions().scan(text)
        if text[start:end] not in _HOME
        and not _is_joined_noun(text, start, end)
        and not text.startswith("馆", end)  # 南亚馆
        and not _MODES.match(text, start)
    ]
    # Names of two characters that the scanner passes over as they run into words (振|兴县) count where the document is of that place.
    for name in known:
        if name not in text:
            continue
        if len(name) > 2 and not name.endswith(_DIVISION_END):  # 云东海 of 云东海街道
            taken = {a for a, _ in candidates}
            whole = [(m.start(), m.end()) for m in re.finditer(name, text) if m.start() not in taken]
            candidates = [c for c in candidates if not any(a < c[0] and c[1] <= b for a, b in whole)] + whole
        if len(name) == 2 and name.endswith(_DIVISION_END):
            candidates += [
                (m.start(), m.end()) for m in re.finditer(name, text) if words.starts_at(m.start()) and words.starts_at(m.end())
            ]
    if not candidates:
        return []
    candidates = sorted(set(candidates))
    sure = {(start, end) for start, end in candidates if _is_division(words, start, end, known=text[start:end] in known)}
    # 发展成华南地区: where a name proves to be none (成华), one may begin inside it (华南).
    for start, end in candidates:
        if (start, end) not in sure:
            for a, b in load_divisions().scan(text[start + 1 : end + 6]):
                a, b = a + start + 1, b + start + 1
                if a < end and all(b <= c or d <= a for c, d in sure) and _is_division(words, a, b, known=text[a:b] in known):
                    sure.add((a, b))
    # 广西桂林, 安新、容城、雄县: what stands right beside a division, or in one list with it, is one too.
    for _ in range(3):
        ends, starts = {end for _, end in sure}, {start for start, _ in sure}
        more = {
            (start, end)
            for start, end in candidates
            if words.starts_at(start)
            and words.starts_at(end)
            and text[start:end] not in _LIKE_PHRASES
            and text[end : end + 1] not in tuple("堤闸坝")  # 草尾镇|大同闸
            and not _HALF.fullmatch(text, start, end)
            and (
                start in ends
                or end in starts
                or (_joins(text, start - 1) and start - 1 in ends)
                or (_joins(text, end) and end + 1 in starts)
            )
            and all(end <= a or b <= start for a, b in sure)
        }
        if not more:
            break
        sure |= more
    found = [
        Span(start, _with_area(text, start, end), "division")
        for start, end in sorted(sure)
        if not text.startswith("乡村", end - 1)  # 平安乡村 is no 平安乡
    ]
    found += [lead for span in found if (lead := _lead_division(text, span))]
    return [*found, *_streets(text, found)] if "街" in text else found


def _lead_division(text: str, span: Span) -> Span | None:
    """The division that a known place's longer name begins with: 北京 of 北京人民大会堂 and of 北京中轴线."""
    name = text[span.start : span.end]
    region = load_divisions().regions().get(name)
    if region is None or not name.endswith(region.name):
        return None
    size = len(name) - len(region.name) or 2 * (region.kind == "ScenicArea")
    whole = size >= 2 and load_divisions().named(name[:size])
    return Span(span.start, span.start + size, "division") if whole else None


_STREET = re.compile("[一-鿿]{2,3}街(?!道)")


def _streets(text: str, divisions: Iterable[Span]) -> Iterator[Span]:
    """Subdistricts by their short form right behind their county: 和平区|新兴街."""
    gazetteer = load_divisions()
    for county in divisions:
        street = _STREET.match(text, county.end)
        named = gazetteer.named(text[county.start : county.end]) if street else ()
        if street and any(d.level == "county" and gazetteer.town_short(street.group(), d.code) for d in named):
            yield Span(county.end, street.end(), "division")


def _joins(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] in "、和"


def _with_area(text: str, start: int, end: int) -> int:
    """The end of a region's name with 地区 or 区域 after it (长三角地区)."""
    name = text[start:end]
    return end + 2 if text.startswith(_AREA, end) and not name.endswith(_AREA) and name in load_divisions().regions() else end


# Names of counties that are everyday phrases first.
_LIKE_PHRASES = ("和县", "新城区", "全州")


def _is_division(words: Words, start: int, end: int, *, known: bool) -> bool:
    name = words.text[start:end]
    # 县总工会和县妇联, 建设美丽新城区: such a name stands behind a place it lies in, or begins a clause.
    if name in _LIKE_PHRASES and not known and start and words.text[start - 1] not in "，。、；：（“在":
        around = {form for d in load_divisions().named(name) for up in load_divisions().chain(d) for form in up.names}
        if not words.text.endswith(tuple(around), 0, start):
            return False
    first, last = words.at(start), words.at(end - 1)
    assert first is not None
    assert last is not None
    if _HALF.fullmatch(name) and (first.start < start or _ends_division(words.text, start)):  # 中|西部地区, 内蒙古|西部地区
        return False
    whole = first.start == start and last.end == end
    if len(name) > 2 and name.endswith(_DIVISION_END):
        # 区 in 社区服务: a full name may not end inside a word that begins within it.
        return whole or not (last.end > end and last.start > start and len(last.text) > 1)
    if words.text.startswith(("精神", "公社"), end) or _runs_on(words, start, end):
        return False
    # 法国巴黎, 吉林长春 is one word of the dictionary, and two places; 巴勒斯坦人 is a place and its people.
    if first is last and not whole and first.tag[:2] in ("ns", "nz", "nr"):
        rest = first.text[: start - first.start] + first.text[end - first.start :]
        beside = (first.start == start or first.end == end) and load_divisions().scan(rest) == [(0, len(rest))]
        if beside or first.tag[:2] != "nr":
            return beside
    if known or name in load_divisions().regions():
        # 共|建成|渝地区双城经济圈: a long name is one whatever the words around it.
        return whole or first.start == start or (known and len(name) > 2) or len(name) >= 6
    # The dictionary has many a city as a person or a verb: 合肥, 秦皇岛, 保定. Those of two characters below the prefecture stay in doubt.
    return whole and (
        tag(name) in ("ns", "nsf", "")
        or len(name) > 2
        or any(d.level == "prefecture" for d in load_divisions().named(name))
        or _is_located(words.text, start, end)
    )


_LOCATING = re.compile("(?:在|来到|前往|走进|抵达|位于|地处|途经|驰援)$")


def _is_located(text: str, start: int, end: int) -> bool:
    """在桓台，…; 位于义乌的…: what somebody is in is a place, though the dictionary has it as a name of another kind or a noun."""
    kind = tag(text[start:end])
    if kind[:1] != "n" or not _LOCATING.search(text, max(0, start - 2), start):
        return False
    return text[end : end + 1] in ("，", "、", "的", "等", "举", "召") or (kind != "n" and frequency(text[start:end]) < 150)


def _runs_on(words: Words, start: int, end: int) -> bool:
    """柳|港闸, 花山|界: a name of two characters beside a head noun of one, or a water's behind a lone character, is part of another."""
    text = words.text
    if end - start != 2:
        return False
    after, before = words.at(end), words.at(start - 1) if start else None
    if after is not None and len(after.text) == 1 and after.text in "界堤闸坝":
        return True
    lone = before is not None and len(before.text) == 1 and "一" <= before.text <= "鿿"
    return lone and before is not None and is_unknown(before) and text[end - 1] in "闸河江湖港"


_HALF = re.compile("[东西南北中]{1,2}部地区")


def _ends_division(text: str, at: int) -> bool:
    """Whether the name of a division or a region ends right before a position."""
    before = text[max(0, at - 6) : at]
    return any(end == len(before) for _, end in load_divisions().scan(before))


# 沙坪|长坪村: a village right behind the short form of its town.
_ITS_VILLAGE = re.compile("[一-鿿]{2,3}(?:村|社区)(?!民|级|里)")


def find_listed_towns(words: Words, towns: Names) -> list[Span]:
    """Towns of the paper's county by their short form, where they stand in a list (将星沙、榔梨、黄花等地)."""
    text = words.text
    return [
        Span(start, end, "division")
        for start, end in (towns.find(text) if towns else ())
        if (_joins(text, start - 1) or _joins(text, end) or _ITS_VILLAGE.match(text, end))
        and not text.startswith(_DIVISION_END, end)
    ]


_LIST = re.compile(r"[一-鿿]{2,8}(?:、[一-鿿]{2,8}){2,}")
_LIST_END = re.compile(r"(?:等|和|及|与|以及|各|沿线|境内|方向|一带)")
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
        at = listed.start()
        items = []
        for item in listed.group().split("、"):
            closed = _LIST_END.search(item, 2) if at + len(item) == listed.end() else None
            items.append((at, at + (closed.start() if closed else len(item))))
            at += len(item) + 1
        sure = [(a, b) for a, b in items if b in known or a in begins]
        route = any(_ON_THE_WAY.search(text, a, a + size) for a, _ in items[:1] for size in range(1, 6))
        others = [(a, b) for a, b in items[1:] if (a, b) not in sure]
        if len(sure) < (1 if route else 2) or (len(others) > len(sure) and not route):
            continue
        found += [Span(a, b, "place.listed") for a, b in others if _is_bare_name(words, a, b)]
    return found


def _is_bare_name(words: Words, start: int, end: int) -> bool:
    """Whether words as a whole may be a place's name that no head noun shows: names, rare words, single characters."""
    tokens = words.between(start, end)
    if not tokens or tokens[0].start != start or tokens[-1].end != end or end - start > 4:
        return False
    name = words.text[start:end]
    return (
        name not in generic_names()
        and name not in boundary_words()
        and tag(name)[:2] in ("", "ns", "nr", "nz")
        and all(len(token.text) == 1 or _may_name(token, road=False) for token in tokens)
    )


def find_settlements(words: Words, divisions: Mapping[int, int]) -> list[Span]:
    """Villages, communities and the towns that the gazetteer lacks."""
    found = list(_by_head(words, divisions, settlements=True))
    if "村" in words.text or "区" in words.text:
        found += _villages_behind(words.text, [*divisions, *(s.end for s in found)])
    if "镇" in words.text or "乡" in words.text:
        found += [
            Span(*town.span(), "place.head", "Settlement")
            for town in _TOWN_BEHIND.finditer(words.text)
            if _names_village(town) and town.end() not in divisions and not _NO_TOWN.search(town.group())
        ]
    found = outermost(found)
    return [*found, *_groups_behind(words.text, {**divisions, **{s.end: s.start for s in found}})]


# 石桥镇|四十铺村, 云水县|同心村: whatever words it is called by; but 云水县|乡村, 石桥镇|各村, 石桥镇|达成村企合作.
_BEHIND = re.compile(
    "([一-鿿]{2,3}|(?<=[镇乡])[一-鿿](?=村)|[一-鿿]{4,5}(?=社区|小区))(?:村|社区|小区)(?![民级里庄落企委镇屯医官]|组(?!织))"
)
_OF_VILLAGES = frozenset("农乡联包带管帮驻扶进入下到在城山古美示重试样富强兴爱和荒水江渔")
_NO_VILLAGE = re.compile("联$|[的对等和与及以在到已将为是了各农乡该其此我全每多某个]|知事")
# （石桥镇—争胜乡）, 石桥镇、团结乡: behind a town in a list stands another, whatever its words.
_TOWN_BEHIND = re.compile("(?<=[镇乡][、—至和与及])([一-鿿]{2,3})[镇乡](?=[、—）至和与及，。；等的])")
_NO_TOWN = re.compile("(?:[一二三四五六七八九十两几多数]个|重点|[返回下离还]|家|城|中心|特色|村|集)[镇乡]$")
_LEVEL_WITHIN = re.compile("[省市区县旗镇乡村]|街道")
_COUNTY_END = ("县", "区", "旗", "镇", "乡", "街道", "村", "社区")


def _villages_behind(text: str, ends: Iterable[int]) -> Iterator[Span]:
    """Villages right behind the name of a county or a town in full, or in a list that begins with such a village."""
    todo = [end for end in ends if text.endswith(_COUNTY_END, 0, end)]
    while todo:
        end = todo.pop()
        listed = text.endswith(("村", "社区", "小区"), 0, end)
        village = _BEHIND.match(text, end + listed) if not listed or text.startswith("、", end) else None
        if village and _names_village(village):
            yield Span(*village.span(), "place.head", "Village")
            todo.append(village.end())


# 石桥村|东湖组, 石桥村|八组, 石桥村|版纳屯; but 石桥村|调解小组, 石桥村|三组长
_GROUP = re.compile(
    "(?:第?[0-9一二三四五六七八九十]{1,3}(?:村民小组|组|社)|((?![的各该]|全体)[一-鿿]{2,3})(?:村民小组|(?<![小班村])组|屯|寨|自然村))"
    "(?![一-鿿]?长|织|[建成员团会合区级])"
)


def _groups_behind(text: str, begins: Mapping[int, int]) -> Iterator[Span]:
    """The groups of villages: by a name of their own, or by a number with the village (石桥村三组).

    Args:
        begins: Begin by end of the divisions and settlements in the sentence.
    """
    for end, begin in begins.items():
        group = _GROUP.match(text, end) if text.endswith(("村", "社区"), begin, end) else None
        if group is None:
            continue
        words = group.group(1) or ""
        if not words:
            yield Span(begin, group.end(), "place.head", "Village")
        elif words not in boundary_words() and frequency(words) < 300 and tag(words) not in ("v", "vn"):  # 工作组
            yield Span(*group.span(), "place.head", "Village")


def _names_village(village: re.Match[str]) -> bool:
    """Whether words may be the name of a village: no common verb (达成), no class of villages (示范村)."""
    words = village.group(1)
    if len(words) == 1:  # 石桥镇|念村, but 石桥镇|联村干部
        return tag(words)[:1] not in ("p", "d", "c", "u", "r", "m", "f") and words not in _FRAME | _OF_VILLAGES
    if len(words) > 3 and (
        _LEVEL_WITHIN.search(words)  # 湖山旗|石桥镇花园社区
        or any(
            len(word) > 1 and tag(word) in ("v", "d", "p", "c", "u", "r", "m") for word in cut(words)
        )  # 南湖街道|组织辖区社区
    ):
        return False
    return not (
        _NO_VILLAGE.search(words)
        or words in boundary_words()
        or not generic_names().isdisjoint((words, village.group()))
        or (tag(words)[:1] in ("v", "d", "p", "c", "r") and frequency(words) >= 300)
    )


def find_places(words: Words, divisions: Mapping[int, int]) -> list[Span]:
    """Places other than divisions and settlements, left to right.

    Args:
        divisions: Begin by end of the divisions and settlements in the sentence.
    """
    found = list(_by_head(words, divisions, settlements=False))
    if "地块" in words.text:
        found += [Span(m.start(), m.end(), "place.plot", "Site") for m in _PLOT.finditer(words.text)]
    if "路" in words.text or "街" in words.text or "道" in words.text:
        found += _numbered_roads(words, divisions)
    if "·" in words.text:
        for site in _DOTTED_SITE.finditer(words.text):
            begin = max(
                (e for e in divisions if site.start(1) < e <= words.text.index("·", site.start(1))), default=site.start(1)
            )
            found.append(Span(begin, site.end(), "place.head", "Airport" if site.group().endswith("机场") else "Site"))
    if "站" in words.text:
        # 西起西北工业大学站、东至纺织城站: the ends of a line, whatever they are called by.
        found += [Span(m.start(1), m.end(1), "place.head", "Station") for m in _END_STATION.finditer(words.text)]
    if "段" in words.text:
        found += _stretches(words, [*divisions.items(), *((s.end, s.start) for s in found if s.kind == "Water")], divisions)
    return [*outermost(found), *(_listed_stations(words.text) if "设" in words.text or "站" in words.text else ())]


# 渤海|十六路, 学府|三路; but not 黄河|一路向东, 兵分|两路
_NUMBER_OF_ROAD = re.compile(
    r"(?<=[一-鿿]{2})(?:一(?!路[东西南北向走来上]|道)|[二三四五六七八九](?!道防)|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:马路|大街|大道|道街|[路街道巷])(?![线军队纵])"
)


# 一环路, 二环北路; but not 第一环路段
_RING_ROAD = re.compile("(?<![第0-9一-九])[一二三四五六]环[东西南北]{0,2}路(?![线径网])")


# 云岚路（明光路至三里亭段）, 石坊路（青龙山加压站—望湖路口）: what a street's section runs between.
_ROAD_ENDS = re.compile(
    f"{_STREET_LAST}（(?:[东西南北]?起|自)?([一-鿿]{{2,8}}?)[至到—-]{{1,2}}([一-鿿]{{2,8}}?)(?:路?口)?段?(?:）|，)"
)
_NO_END = re.compile("(?:[局院校部厂业]|公司|货运|物流|银行|村道|[起终]点|以[东西南北]|[县市省]界)$")


def _numbered_roads(words: Words, divisions: Mapping[int, int]) -> Iterator[Span]:
    """Roads counted from one that is called by a place or a noun: 渤海十六路, 学府三路."""
    for match in _NUMBER_OF_ROAD.finditer(words.text):
        end = match.start()
        token = words.at(end - 1)
        noun = (
            token and token.tag[:1] == "n" and end - token.start >= 2 and not match.group().startswith("一路")
        )  # 销量一路走高
        start = divisions.get(end, token.start if token and noun else -1)
        if start >= 0 and words.starts_at(match.end()):
            yield Span(start, match.end(), "place.head", "Road")
    joined = any(mark in words.text for mark in "、与和及→-—")
    for match in _LISTED_STREET.finditer(words.text) if joined else ():
        start, end = match.span(1)
        whole = words.starts_at(end) or words.text.startswith("上", end)
        if whole and not counts(match.group(1)) and not _is_kind(words, start, end):
            yield Span(start, end, "place.head", "Road")
    for match in _ROAD_ENDS.finditer(words.text) if "（" in words.text else ():
        for group in (1, 2):
            start, end = match.span(group)
            if _is_item(words, start, end) and not _NO_END.search(words.text, start, end):
                yield Span(start, end, "place.listed")
    for match in _RING_ROAD.finditer(words.text) if "环" in words.text else ():
        yield Span(match.start(), match.end(), "place.head", "Road")


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


# 以色列|本·古里安机场
_DOTTED_SITE = re.compile(
    r"(?:^|[国列亚斯兰坦西达本向至在到于赴、，])([一-鿿]{1,4}(?:·[一-鿿]{1,5}){1,2}(?:国际)?(?:机场|广场|大桥|体育场|难民营))"
)
_END_STATION = re.compile(
    r"(?:起于|起自|始于|止于|自|从|至|[东西南北]起|[东西南北]至|终到)((?![自从至起动助己来由行主身])[^，。；、：的“”（） A-Za-z0-9]{2,8}?站)(?=[至到，、（。（—]|$)"
)


# 玉皇观、何家沟等9座小型病险水库: the head is said once.
_WATERWORKS = re.compile(
    r"(?:^|[，。；：除固设了对和的县区镇年通])((?:[一-鿿]{2,5}、){1,20}[一-鿿]{2,5}?)(?:等?[0-9]{1,3}[座条][^，。；、]{0,16}?|等)(水库|泵站|水闸|(?:输水)?干渠)"
)


def find_listed_waterworks(words: Words) -> list[Span]:
    """Reservoirs and pumping stations whose list says the head once."""
    found = []
    for listed in _WATERWORKS.finditer(words.text) if "、" in words.text else ():
        at = listed.start(1)
        for item in listed.group(1).split("、"):
            end = at + len(item)
            # 保护和|治理东山、溪边等水库: a verb before the first.
            lead = words.at(at)
            if lead is not None and lead.tag == "v" and 1 < len(lead.text) <= len(item) - 2:
                at = lead.end
            if not item.endswith(listed.group(2)):
                found.append(Span(at, end, "place.listed", "Reservoir", words.text[at:end] + listed.group(2)))
            at = end + 1
    return found


# 教师公寓、华如居等12个老旧小区, 黄龙洞、宝峰湖等景区: what the last words say all of them to be.
_KIND_LIST = re.compile(
    r"((?:[一-鿿]{2,9}、){1,20}[一-鿿]{2,9}?)等(?:地|[0-9一二三四五六七八九十百两多余几]{1,4}[个处条座家片])?(?:[一-鿿]{1,4}?)?"
    "(小区|景区|景点|市场|商圈|公园|广场|街巷|路段|堤防|圩区|村寨)"
)
_NO_ITEM = re.compile(
    "[的了在与和及为对将把等]|(?:单位|企业|部门|项目|工程|设施|问题|工作|产业|服务|活动|文化|旅游|资源|特色|美食|产品|行业|领域|方面|[两三四五六七八九十]国)$"
)


def find_listed_kinds(words: Words, known: Mapping[int, int]) -> list[Span]:
    """Places whose list says at its end what they are: estates, sights, markets, parks.

    Args:
        known: Begin by end of the divisions and settlements in the sentence.
    """
    found = []
    for listed in _KIND_LIST.finditer(words.text) if "等" in words.text and "、" in words.text else ():
        at = listed.start(1)
        items = []
        for item in listed.group(1).split("、"):
            items.append((at, at + len(item)))
            at += len(item) + 1
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
        if all(_is_item(words, a, b) for a, b in names[1:]):
            found += [Span(a, b, "place.listed", "Site") for a, b in names if b not in known and _is_item(words, a, b)]
    return found


def _is_item(words: Words, start: int, end: int) -> bool:
    """Whether the words of a list's item may name a place: whole words, none of them everyday by itself."""
    tokens = words.between(start, end)
    name = words.text[start:end]
    return (
        bool(tokens)
        and tokens[0].start == start
        and tokens[-1].end == end
        and not counts(name)
        and not _NO_ITEM.search(name)
        and not any(
            len(t.text) > 1 and (t.text in boundary_words() or t.tag in ("v", "d", "p", "c", "u", "r", "m", "l", "i"))
            for t in tokens
        )
        and not all(
            t.text in generic_names() or (t.tag in ("n", "vn", "a", "b", "j") and frequency(t.text) >= 600) for t in tokens
        )
    )


# 鹿鹤市场、五眼桥市场: two in a row are places, not 国内市场、国际市场.
_MARKETS = re.compile("(?:(?<![一-鿿])(?![对在到为])|(?<=[对在到为、和了]))([一-鿿]{2,4}市场(?:[、和及与][一-鿿]{2,4}市场)+)")


def find_listed_markets(words: Words) -> list[Span]:
    """Markets in a list of markets, each called by a name or a rare word."""
    found: list[Span] = []
    for listed in _MARKETS.finditer(words.text) if words.text.count("市场") > 1 else ():
        at, spans = listed.start(), []
        for item in re.split("[、和及与]", listed.group()):
            spans.append(Span(at, at + len(item), "place.listed", "Building"))
            at += len(item) + 1
        if all(
            t.text == "市场" or _may_name(t, road=False)
            for t in words.between(listed.start(), listed.end())
            if t.text not in "、和及与"
        ):
            found += spans
    return found


_VILLAGES = re.compile(
    r"(?:为|在|到|将|对|向|、|，|和|^|(?<=[镇乡]))((?:[一-鿿]{2,4}、){1,20}[一-鿿]{2,4}?)(?:等)?(?:[0-9一二三四五六七八九十两]{1,3}个)?(?:行政)?(中心村|村|社区)(?=集体|村民|群众|[，。、的等]|$)"
)


def find_listed_villages(words: Words, known: Mapping[int, int]) -> list[Span]:
    """Villages whose list says 村 once: 东田源、雅溪口、南州村."""
    found = []
    for listed in _VILLAGES.finditer(words.text) if "、" in words.text else ():
        at = listed.start(1)
        for item in listed.group(1).split("、"):
            span = (at, at + len(item))
            at += len(item) + 1
            if not item.endswith(("村", "社区")) and span[1] not in known and _is_bare_name(words, *span):
                found.append(Span(*span, "place.head", "Village", item + listed.group(2)))
    return found


_VISITED = re.compile(
    r"(?:来到|前往|走进|深入|先后到|赴|到|察看|查看|考察|走访|调研|参观|检查)了?((?:[^，。；：、了的]{2,26}、){0,8}?[^，。；：、了的]{2,26}?)"
    r"(?=(?:等地|等|[和及以]{1,2}(?:有关|部分|相关)[^，。；、]{2,6})?(?:，[^，。；]{0,4}(?:了解|调研|察看|查看|看望|考察|检查|慰问|听取|参观|走访|督导)|(?:进行)?(?:实地)?(?:调研|考察|检查|视察|看望|慰问|督导)))"
)


_HOME_OF = re.compile("(?:家|家中|家里|户|人员|群众|村民|职工|现场|一线|地头|车间|企业|单位|部门|工地|窗口|学生|老人)$")


# 察看|徐闻港全貌, 参观|教育基地展陈: what is seen there is not where it is
_VIEWS = ("全貌", "概貌", "全景", "展陈", "情况")


def find_visited_places(words: Words, known: Mapping[int, int], bodies: Mapping[int, int]) -> list[Span]:
    """What is said to be visited, whatever its head noun: 前往海口国际免税城、海南商业航天发射场，调研….

    Args:
        known: Begin by end of the divisions and settlements in the sentence.
        bodies: The same for the organizations.
    """
    text = words.text
    found: list[Span] = []
    begins = frozenset(known.values())
    for visit in _VISITED.finditer(text):
        at = visit.start(1)
        items = visit.group(1).split("、")
        for item in items:
            start, end = at, at + len(item)
            at = end + 1
            taken = any(a < end and start < b for b, a in bodies.items()) or end in known
            if taken or item.endswith(_VIEWS):
                continue
            if start not in begins:
                tokens = words.between(start, end)
                named = len(items) >= 3 and end - start >= 4
                named = named and (
                    any(is_proper(t) for t in tokens) or (end - start >= 5 and sum(is_unknown(t) for t in tokens) >= 2)
                )
                if named and _is_site(words, start, end) and not _HOME_OF.search(item):
                    found.append(Span(start, end, "place.visited"))
                continue
            place = max((b for b, a in known.items() if start <= a and b < end and (a == start or a in known)), default=start)
            if _is_site(words, place, end):  # 景洪市曼景罕居民小组, but 海口国际免税城
                full = text[start:place].endswith(_DIVISION_END) and place - start > 2
                found.append(Span(place if full else start, end, "place.visited"))
    return found


def _is_site(words: Words, start: int, end: int) -> bool:
    """Whether the words after a division's name are a noun phrase of more than common nouns: 国际免税城, not 企业."""
    tokens = words.between(start, end)
    return (
        end - start >= 3
        and bool(tokens)
        and tokens[0].start == start
        and tokens[-1].end == end
        and tokens[-1].tag[:1] in ("n", "s", "", "x", "k", "g", "j")
        and not counts(words.text[start:end])
        and tokens[0].tag != "v"
        and not any(
            (t.tag[:1] in ("p", "c", "u", "d", "r", "m") and len(t.text) == 1) or t.text in boundary_words() for t in tokens
        )
        and any(t.text not in generic_names() for t in tokens)
    )


_STATIONS = re.compile(
    r"设[有置立]?(?![有置立])((?:[一-鿿]{2,6}、){1,30}[一-鿿]{2,6}?)(?:等)?[0-9一二三四五六七八九十]{1,3}(?:个|座)?(?:新建|上下客|停靠|中间)?(?:车站|站点|站)"
    r"|[0-9一二三四五六七八九十]{1,3}(?:个|座)(?:新建|上下客|停靠|中间)?(?:车站|站点)(?:，)?(?:分别)?(?:是|为|：|包括|有)((?:[一-鿿]{2,6}、){1,30}[一-鿿]{2,5}?)(?=等|[，。；]|$)"
)
# 设弓鱼和中洋2个枢纽互通, 设小桥、迪口2处收费站
_ROAD_SITES = re.compile(
    r"设[有置立]?(?![有置立])((?:[一-鿿]{2,4}、){0,20}[一-鿿]{2,4}?[、和及][一-鿿]{2,4}?)(?:等)?[0-9一二三四五六七八九十]{1,3}(?:个|座|处)(枢纽互通|互通立交|互通|收费站|服务区|停车区)"
)


def _listed_stations(text: str) -> Iterator[Span]:
    """Stations and sites of a road named without their head in a list that says it once (设郑州东、新乡东、内黄3个车站)."""
    for match in (*(_STATIONS.finditer(text) if "站" in text and "、" in text else ()), *_ROAD_SITES.finditer(text)):
        road = match.re is _ROAD_SITES
        listed = 1 if road else match.lastindex or 1
        head = match.group(2) if road else "站"
        at = match.start(listed)
        for item in re.split("[、和及]" if road else "、", match.group(listed)):
            if not item.endswith(head):
                yield Span(at, at + len(item), "place.head", "Station", item + head)
            at += len(item) + 1


# 人均地区|生产总值; 湖山站|的火炬传递: a leg.
# 高铁全线隧道, 到湖山第一站就来慰问: some of a line's tunnels, and the first stop of a tour; 湖山港|开港
_NO_PLACE_WITHIN = re.compile("全线|最[大高长早深美]|[黑漏空涵窑孔]洞$|第[一二三四五]站$|[开抵离进出]港$|百花园$")
# 46片历史文化街区, 3孔泄洪闸, 75%小区: a count
_COUNT_BEFORE = re.compile("[0-9.]+(?:[%片艘孔级时月日米轴]|小时|省份|G(?!-))")
# 江北现代化建设站|在新的起点上
_NO_PLACE_BEHIND = re.compile(
    "(?<=地区)生产总值|(?<=站)的?火炬|(?<=站)的?(?:比赛|赛事|巡演)|(?<=站)在(?:一起|[^，。；]{0,10}(?:起点|高度|角度|立场|一边|前列|关口|前沿))"
)
_GRADED = re.compile(
    "(?:国家)?[A0-9一二三四五]{1,4}级(?:旅游|文化旅游|生态旅游)?(?:风)?景区|[一-鿿]{0,6}(?:[一二三四五]星级|[省市]级|国家|全国)[一-鿿]{0,16}(?:集聚区|示范园|基地)"
)


# 到西宁|第一站, 考察的下一站
_NTH_STOP = re.compile("(?:第[一二三四五]|首|下一|上一|最后一)站$")


def _by_head(words: Words, divisions: Mapping[int, int], *, settlements: bool) -> Iterator[Span]:
    text = words.text
    finder, by_name = _heads(settlements=settlements)
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        kind, strong = row["kind"], row["strong"] == "1"
        if kind == "Station" and end - start == 2 and start + 1 in divisions:  # 郧西|站, not 郧|西站
            start += 1
        # 滴水|湖畔, 龙泉|山脚: the shore and the foot of what is named; 江华|街上: on the street.
        edges = _edges(kind, text[end - 1])
        if not words.starts_at(end) and text[end : end + 1] not in edges:
            continue
        token = words.at(start)
        lone = words.at(token.start - 1) if token is not None and token.start else None
        # 崤|山路: what jieba reads as a common word is the end of a name where a lone unknown character stands before it,
        # 东|新村, 蒙|山路: or any single character that begins the name after a place or in a list.
        unknown = (
            lone is not None
            and len(lone.text) == 1
            and (
                is_unknown(lone)
                or (
                    (lone.start in divisions or text[lone.start - 1 : lone.start] in ("、", "与", "和"))
                    and lone.text not in _FRAME
                )
            )
        )
        if token is None or (
            end - start == 1 and token.start < start and len(token.text) == 2 and not token.tag.startswith("ns") and not unknown
        ):
            continue
        if kind in _GOING_ON and _GOES_ON.match(text, end):
            continue
        begin, anchored = name_start(words, start, divisions, limit=14, quotes=False)
        if any(a < end and start < b for b, a in divisions.items()):
            continue
        if pointed := _POINTED.match(text, max(0, begin - 1), start) or _POINTED.match(text, begin, start):
            begin = pointed.end()  # 我县|东岭街道
        while (
            not anchored
            and begin < start
            and (lead := words.at(begin))
            and lead.tag in ("v", "vn", "d", "p", "r", "l")
            and len(lead.text) > 1
        ):
            begin = lead.end
        if designated := _DESIGNATED.match(text, begin, start):
            begin, anchored = designated.end(), False
        if (kind in _NATURAL or kind == "Infrastructure") and (rank := _RANKED.match(text, begin, start)):
            begin, anchored = rank.end(), False
        if anchored and (region := load_divisions().regions().get(text[begin : _stop_of(divisions, begin)])):
            begin = _before_region(words, divisions, begin, region.kind)
        if "机场" not in text[start - 4 : end]:  # 云南|大理古城, but 上海浦东机场
            begin = _after_province(text, divisions, begin, start)
        if part := _PART_OF_REGION.match(text, begin, start):  # 加沙地带中部|迈加齐难民营
            begin = part.end()
        stripped = _after_divisions(
            text, begin, start, divisions, third=kind == "Natural" or kind in _SETTLEMENTS, village=kind == "Village"
        )
        # 罗岗社区京南工业区 is 京南工业区, but 长沙市经济技术开发区 stays whole: what remains must be a name.
        if stripped > begin and (kind in _NATURAL or _is_telling(words, stripped, start)):
            begin = stripped
        # 自贡市高新区|九鼎购物广场, 游仙高新区|东林社区: a zone that holds places as a district does.
        if (zone := _ZONE_BEFORE.search(text, begin, start)) and _is_telling(words, zone.end(), start):
            begin, anchored = zone.end(), True
        if kind == "Road" and strong and (street := STREET_BEFORE_BRIDGE.search(text, begin, start)):
            begin, anchored = street.end(), True  # 滨江路|奎阁大桥
        # 朝阳路→纬四路-涂山路: an arrow or a dash between streets
        begin = max(begin, *(text.rfind(mark, begin, start) + 1 for mark in "→-"))
        if kind == "Road" and (end_of := _LEADS_TO.match(text, begin, start)):
            begin = end_of.end()
        if kind == "Road" and not anchored:
            begin = _after_common(words, begin, start)
        for token in words.between(begin, start) if not anchored else ():
            # 基础整体开发|蒙顶山旅游风景名胜区: a verb before the name proper.
            if token.tag == "v" and len(token.text) > 1 and any(is_proper(t) for t in words.between(token.end, start)):
                begin = token.end
        if (
            begin >= start
            or (kind == "Station" and _NTH_STOP.search(text, begin, end))
            or counts(text[begin:start])
            or text.endswith(_ANY, 0, begin)
            or (kind == "Village" and text.startswith("道", end))  # 石桥村村|道
            or text[begin:end] in generic_names()
            or text.endswith("互联互通", 0, end)
            or text.startswith("型", begin)  # 小（二）|型水库
            or _NO_PLACE_BEHIND.match(text, end)
            or _NO_PLACE_WITHIN.search(text, begin, end)
            or _COUNT_BEFORE.match(text, begin, end)
            or text.endswith(("集成电路", "城市和村镇"), begin, end)
            or (text[end - 1] in "河湖库" and text.startswith("长", end) and not text.startswith("长江", end))  # 乡级河|长
            or _GRADED.fullmatch(text, begin, end)
            or _MILITARY.fullmatch(text, begin, start)
            or _COUNTED.fullmatch(text, max((e for e in divisions if begin < e <= start), default=begin), start)
            or all(t.text in generic_names() for t in words.tokens if begin <= t.start < start)
        ):
            continue
        if text[start:end] in ("社区", "农村", "乡村") and divisions.get(start) == begin:
            continue  # 湖南社区居家养老: the communities of a province
        if text[start:end] == "地区" and (_ROUGH.search(text, begin, start) or divisions.get(start) == begin):
            continue  # 受灾地区 is no place of its own, 葫芦岛地区 no other than 葫芦岛
        if _is_name(words, begin, start, end, anchored, strong=strong, kind=kind):
            yield Span(begin, end, "place.head", kind)


def _after_common(words: Words, begin: int, head: int) -> int:
    """Where a street's name begins after the common nouns that tell whose it is: 城区|江华街, 施工期间|武汉路."""
    for token in words.between(begin, head):
        if head - begin <= 3 or head - token.end < 2 or token.tag not in ("n", "f", "s", "vn") or frequency(token.text) < 300:
            break
        begin = token.end
    return begin


_LEADS_TO = re.compile("[东西南北]{1,2}[起至接到](?=[一-鿿]{2})")  # 西起|凤凰路
_ZONE_BEFORE = re.compile("(?:高新区|经开区|经济技术开发区|经济开发区|工业园区)(?=[一-鿿]{2,}$)")


def _edges(kind: str, last: str) -> tuple[str, ...]:
    """What may stand behind a place in one word of the dictionary with its last character: 滴水湖|畔, 江华街|上, 春馨园小区|内."""
    if kind in ("Water", "Reservoir", "Natural"):
        return _EDGES
    if kind == "Road":
        return ("上", "边", "口") if last in "街巷" else ("边", "口")
    return ("内",) if last == "区" else ()


# 新站|路, 中央花园|社区, 人民广场|街: a street, a community or a market called by what would be a place of its own.
_GOING_ON = ("Station", "Scenic", "Park", "Building", "Road", "Zone", "DevelopmentZone", "Port", "Natural", "Water")
_GOES_ON = re.compile(
    "(?:路(?![口段线况上两沿人过面边])|街(?![道口上区头])|大街|大道|社区(?!居)|小区(?!业)|农贸市场|菜市场|批发市场|小游园|游园|旅游|风景|景区|湿地|水库|电站|隧道|特?大桥)"
)


_ANY = ("一个", "一处", "一座", "一片", "这个", "那个")  # 一个|百香果产业园


# 乌方军用|机场, but 恩格斯军用机场
_MILITARY = re.compile("(?:[俄乌美以敌][方军]?|乌克兰|俄罗斯|多[个座处]|[一二两]处)?军用")
# 国家重大水利工程|云坝水库: what rank a work has
_RANKED = re.compile(
    "(?:国家|全国|世界|国际)?[一-鿿]{0,4}(?:重点|重大|骨干|控制性|标志性|民生)[一-鿿]{0,6}(?:工程|项目)(?=[一-鿿])"
)
# 世界文化遗产|唐崖土司城址, 国家4A级景区|濯水古镇
_DESIGNATED = re.compile("(?:世界|国家|全国|[省市县]级?)[一-鿿0-9A]{0,6}(?:遗产|文物保护单位|文保单位|级景区)(?=[一-鿿]{2})")
_POINTED = re.compile("[我本全该][省市区县州旗]")
# 天津|四|社区
_COUNTED = re.compile("[一二三四五六七八九十两多几各]{1,3}个?大?")
_ROUGH = re.compile("受灾|部分|大部|周边|偏远|贫困|风险|边境|重点|毗邻|相邻|欠发达|民族|沿海|[东西南北中]部$")


def _is_telling(words: Words, start: int, end: int) -> bool:
    tokens = words.between(start, end)
    return any(is_proper(t) for t in tokens) or sum(is_unknown(t) for t in tokens) >= 2


_PART_OF_REGION = re.compile(r".{2,8}?(?:[东西南北]{1,2}|中)部(?:城市|地区|的)?(?=[一-鿿]{2})")


def _stop_of(divisions: Mapping[int, int], begin: int) -> int:
    return next((end for end, start in divisions.items() if start == begin), begin)


def _before_region(words: Words, divisions: Mapping[int, int], begin: int, kind: str) -> int:
    """下河沿|黄河公路特大桥, 京津|中关村科技城: the words before a river or a quarter that a name goes on to, up to a division."""
    if kind not in ("River", "Lake", "Mountain", "ScenicArea", "Infrastructure", "Zone"):
        return begin
    at, first = begin, item_end(words.text)
    while (token := words.at(at - 1) if at > first else None) and begin - at < 4 and at not in divisions:
        name = is_proper(token) and (kind != "Zone" or all(char in PROVINCES for char in token.text))
        if kind == "Zone" and not name:
            break
        if not (name or is_unknown(token) or (len(token.text) == 1 and token.tag[:1] == "f")):
            break
        if token.text in boundary_words() or token.text[0] in "，。；：、“”（）《》—":
            break
        at = token.start
    return at if begin - at >= 2 or at in divisions else begin


def _after_province(text: str, divisions: Mapping[int, int], begin: int, head: int) -> int:
    """Where a name begins after the province or country that only tells where it is: 大理 in 云南大理古城."""
    ends = {start: end for end, start in divisions.items() if begin <= start and end <= head}
    stop = ends.get(begin, head)
    if stop not in ends:
        return begin
    wide = load_divisions().named(text[begin:stop])
    region = load_divisions().regions().get(text[begin:stop])
    return stop if (wide and wide[0].level == "province") or (region and region.kind == "Country") else begin


def _after_divisions(
    text: str, begin: int, head: int, divisions: Mapping[int, int], *, third: bool, village: bool = False
) -> int:
    """The begin of a name after the divisions before it: 文昌南路 in 西夏区文昌南路, but 克拉玛依路 as it is."""
    ends = [
        end
        for end, start in divisions.items()
        # 山东曲阜尼山: behind two places in a row stands a third.
        if begin <= start
        and end < head
        and (
            text[:end].endswith(_DIVISION_END)
            or (village and head - end >= 2 and text[start:end] not in load_divisions().regions())
            or (third and start in divisions and head - end <= 2 and text[start:end] not in load_divisions().regions())
        )
    ]
    return max([begin, *ends])


_STREET_WORDS = frozenset(("民生", "工业", "建设", "商业", "农业"))  # 民生路与和平路
_ESTATES = frozenset(("花园", "家园", "公园", "广场", "新城", "公寓", "山庄", "大厦", "嘉园", "国际"))


def _is_name(words: Words, begin: int, head: int, end: int, anchored: bool, *, strong: bool, kind: str) -> bool:
    text = words.text
    name, inner = text[begin:end], text[begin:head]
    token = words.at(head)
    # 铺平|道路, 江华|街上
    signed = kind == "Road" and _is_street(text, begin, end) and not (token and token.text in _ROAD_KINDS)
    signed = signed and not any(char.isascii() for char in inner)  # 仙岳路SM|路口
    known = tag(name)
    if known and not (
        (signed or (kind == "Road" and text[max(0, begin - 1) : begin] in tuple("沿与和及、")))
        and len(name) == 3
        and frequency(name) < 20
    ):  # 长征路 is a noun of the dictionary
        return len(name) > 2 and (known in ("ns", "nz", "nt", "nr") or (strong and tag(inner)[:2] in ("ns", "nr", "nz")))
    tokens = words.between(begin, head)
    if not tokens or tokens[0].start != begin or inner in boundary_words():
        return False
    if inner in generic_names() and not (signed and inner in _STREET_WORDS):
        return False
    if kind in _NATURAL:
        if not (1 if text[head:end] == "新村" and text[:begin].endswith(("镇", "乡", "街道")) else 2) <= len(
            inner
        ) <= 6 and not (len(inner) <= 8 and strong):
            return False
        if kind == "Road" or (kind == "Water" and text[head:end] in _WORKS):
            before = text[max(0, begin - 1) : begin]
            located = (
                signed or anchored or inner.endswith(_CALLED_BY) or before in tuple("沿在于越至到与和、（—近街区市县镇乡经")
            )
            bridge = strong and text[head:end].endswith(("桥", "隧道"))
            plain = located and (len(inner) - (inner[-1] in "东西南北中前后") == 2 or inner.endswith(_CALLED_BY))
            if (
                signed
                and len(inner) <= 3
                and inner[-1] not in "道公马铁村"  # 铺平道路
                and not any(t.tag in ("d", "p", "c", "u", "r", "v") for t in tokens if len(t.text) > 1)
            ):
                return True
            return all(_may_name(t, road=plain or (bridge and t.tag == "n")) for t in tokens) and (
                located or any(is_proper(t) or is_unknown(t) for t in tokens)
            )
        after_town = text[:begin].endswith(("镇", "乡", "街道"))
        return all(
            _may_name(t, road=False)
            or (kind in _SETTLEMENTS and len(t.text) == 1 and t.tag[:1] in ("a", "m", "v"))
            or (kind in _SETTLEMENTS and t.text in _ESTATES and t.start > begin)  # 长城花园|社区
            or (kind == "Reservoir" and strong and t.tag[:1] == "n" and frequency(t.text) < 300)  # 板桥水库
            # 金山卫镇八字村: any noun of two characters names a village right behind its town.
            or (kind in _SETTLEMENTS and after_town and len(inner) == 2 and t.tag[:1] == "n")
            for t in tokens
        )
    if len(inner) > 18:
        return False
    proper = any(is_proper(t) for t in tokens) or sum(is_unknown(t) for t in tokens) >= 2
    if strong:
        return anchored or proper or any(frequency(t.text) < 60 and t.tag[:1] not in ("v", "a", "d", "m") for t in tokens)
    return (anchored and (len(inner) >= 2 or (kind == "Building" and inner in "省市区县"))) or proper  # 区|会议中心


def _is_street(text: str, begin: int, end: int) -> bool:
    """Whether the words beside it show what ends in 路 or 街 to be a street, whatever it is called by."""
    return _STREET_END.search(text, max(begin, end - 2), end) is not None and (
        _STREET_SIGN.match(text, end) is not None or _STREET_BEFORE.search(text, max(0, begin - 4), begin) is not None
    )


# 主干道、水泥路: of a kind, not of a name
_ROAD_KINDS = frozenset(
    ("道路", "公路", "马路", "铁路", "小路", "山路", "土路", "线路", "思路", "出路", "小巷", "街巷", "村路", "弯路", "网路")
)


def _is_kind(words: Words, start: int, end: int) -> bool:
    """Whether words tell a kind of street rather than its name: 背街小巷, 水泥路, 通村路."""
    tokens = words.between(start, end)
    name = words.text[start:end]
    return (
        not tokens
        or tokens[0].start != start
        or name in generic_names()
        or (tag(name)[:1] == "n" and tag(name) in ("n", "nrt") and frequency(name) >= 8)
        or any(
            (t.text in _ROAD_KINDS and t.start - start != 1)  # but 涂|山路
            or t.text in generic_names()
            or (len(t.text) > 1 and t.text in boundary_words())
            or (len(t.text) > 1 and t.tag in ("v", "d", "p", "c", "u", "r", "l", "i"))
            for t in tokens
        )
    )


def _may_name(token: Token, *, road: bool) -> bool:
    """Whether a word may be part of a village's, river's or road's name: a name, an unknown or rare word, or a plain single character."""
    if is_proper(token) or frequency(token.text) < 60:
        return True
    if len(token.text) == 1:
        return (
            (road and token.text not in _FRAME)
            or token.tag[:1] in ("n", "f", "g", "z", "b", "", "t", "k", "q", "x", "j")
            or token.tag in ("ng", "ag", "vg")
        )
    return road and token.tag[:1] in ("n", "a", "v") and len(token.text) == 2 and token.tag != "vn"

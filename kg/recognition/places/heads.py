"""Places by their head noun: roads, rivers, stations, villages, parks, halls, zones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.reading.words import frequency, tag
from kg.recognition.coinages import called_start, coinage_start, is_edge, with_side
from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import Names, rows
from kg.recognition.phrases import NUMBER_OF_SIGHT, RANKS, boundary_words, counts, is_proper, is_unknown, namesakes
from kg.recognition.places.starts import NATURAL, SETTLEMENTS, place_start
from kg.recognition.places.streets import ROAD_KINDS, is_street
from kg.recognition.places.words import FRAME, may_name
from kg.recognition.spans import Span
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Words


@cache
def _heads(*, settlements: bool) -> tuple[Names, dict[str, dict[str, str]]]:
    by_name = {row["head"]: row for row in rows("place_heads") if (row["kind"] in SETTLEMENTS) == settlements}
    return Names(by_name), by_name


def find_by_head(words: Words, divisions: Mapping[int, int], *, settlements: bool) -> Iterator[Span]:
    """Places called by a name and a head noun, left to right: settlements, or all others.

    Args:
        divisions: Begin by end of the divisions in the sentence and, for the others, of the settlements.
    """
    text = words.text
    town = 0
    finder, by_name = _heads(settlements=settlements)
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        kind, strong = row["kind"], row["strong"] == "1"
        if kind == "Station" and end - start == 2 and start + 1 in divisions:  # 郧西|站, not 郧|西站
            start += 1
        if not _is_head(words, start, end, divisions, kind=kind):
            continue
        begin, anchored = place_start(words, start, end, divisions, kind=kind, strong=strong)
        if begin < town < start:  # 漹城镇|薛家村
            begin, anchored = town, True
        named = not _is_common(words, begin, start, end, divisions, kind=kind) and _is_name(
            words, begin, start, end, anchored, strong=strong, kind=kind
        )
        if (not named or begin > start - 2 or _is_cut(words, begin, divisions)) and text[start:end] not in _TOLD_BY_KIND:
            coined = coinage_start(words, start, divisions, strong=strong or end - start > 1)
            if coined < 0 and text[start:end] not in _TOLD_BY_MERIT and not text.startswith(("社区", "小区", "街道"), end):
                settled = kind in SETTLEMENTS
                coined = called_start(words, start, divisions, goods=kind not in _OF_GOODS, settled=settled)
            if 0 <= coined < begin or (coined >= 0 and not named):
                begin, named = coined, not _is_common(words, coined, start, end, divisions, kind=kind)
        named = named or (text[start:end] in ("镇", "乡") and _is_town_of_village(words, begin, start, end, divisions))
        if named:
            town = end if text[start:end] in ("镇", "乡", "村") else town
            yield Span(with_side(words, begin, divisions), end, "place.head", kind)


# 青衣镇|李沟村, but 乡镇|村民
_ITS_VILLAGE = re.compile("[一-鿿]{1,4}?(?:村|社区)(?![民委级里干落镇])")


def _is_town_of_village(words: Words, begin: int, start: int, end: int, divisions: Mapping[int, int]) -> bool:
    """Whether a word between an edge and 镇 is a town's name, because a village's follows: 青衣镇|李沟村."""
    text = words.text
    stem = words.at(begin)
    return (
        stem is not None
        and (stem.start, stem.end) == (begin, start)
        and len(stem.text) == 2
        and stem.tag[:1] not in ("v", "r", "d", "p", "c", "m")
        and stem.text not in boundary_words()
        and stem.text not in generic_names()
        and is_edge(words, begin, divisions)
        and _ITS_VILLAGE.match(text, end) is not None
    )


# Parts of a country: what stands before them tells which part as often as it names one (水毁较重|地区).
_TOLD_BY_KIND = frozenset(("地区", "山区", "城区", "经济带", "经济圈"))

# 振兴示范区, 富民产业带: what such are for.
_TOLD_BY_MERIT = frozenset(
    ("示范区", "试验区", "合作区", "核心区", "产业带", "都市圈", "城市群", "示范园", "示范基地", "种植基地", "养殖基地", "创新园", "创业园")
)  # fmt: skip
# Kinds that are told by what is grown, made or sold there: 核桃产业园.
_OF_GOODS = ("DevelopmentZone", "Zone", "Farmland", "Building")


def _is_cut(words: Words, begin: int, divisions: Mapping[int, int]) -> bool:
    """Whether a lone character before a name may belong to it: 何|家沟大桥."""
    before = words.at(begin - 1) if begin and begin not in divisions else None
    return before is not None and len(before.text) == 1 and "一" <= before.text <= "鿿"


_EDGES = ("畔", "边", "脚", "岸", "底")


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


def _is_head(words: Words, start: int, end: int, divisions: Mapping[int, int], *, kind: str) -> bool:
    """Whether a head noun stands as one: not in a longer word, not in a division's name, not before the head of another place."""
    text = words.text
    # 滴水|湖畔, 龙泉|山脚: the shore and the foot of what is named; 江华|街上: on the street.
    edges = _edges(kind, text[end - 1])
    token = words.at(start)
    # 石碁|镇政府: the dictionary's word for a town's body begins with the town's last character
    governed = kind == "Settlement" and text.startswith(("政府", "党委", "人大", "纪委"), end) and text[start - 1] not in "镇乡"
    governed = governed and token is not None and token.start == start
    if not words.starts_at(end) and text[end : end + 1] not in edges and not governed:
        return False
    lone = words.at(token.start - 1) if token is not None and token.start else None
    # 崤|山路: what jieba reads as a common word is the end of a name where a lone unknown character stands before it,
    # 东|新村, 蒙|山路: or any single character that begins the name after a place or in a list.
    unknown = (
        lone is not None
        and len(lone.text) == 1
        and (
            is_unknown(lone)
            or ((lone.start in divisions or text[lone.start - 1 : lone.start] in ("、", "与", "和")) and lone.text not in FRAME)
        )
    )
    if token is None or (
        end - start == 1 and token.start < start and len(token.text) == 2 and not token.tag.startswith("ns") and not unknown
    ):
        return False
    if kind in _GOING_ON and _GOES_ON.match(text, end):
        return False
    if kind == "Settlement" and start in divisions and text[start - 1] == text[start]:
        return False  # 黄龙溪镇|镇党委
    return all(end <= a or b <= start for b, a in divisions.items())


# 石桥村村|道, 石桥村|站
_VILLAGES_OWN = re.compile("道|站(?![点在到立起])")
_ANY = ("一个", "一处", "一座", "一片", "这个", "那个")  # 一个|百香果产业园
# 到西宁|第一站, 考察的下一站
_NTH_STOP = re.compile("(?:第[一二三四五]|首|下一|上一|最后一)站$")
# 高铁全线隧道, 到湖山第一站就来慰问: some of a line's tunnels, and the first stop of a tour; 湖山港|开港
_NO_PLACE_WITHIN = re.compile(
    "全线|最[大高长早深美]|紧[靠邻挨]|毗[邻连]|靠近|邻近|[黑漏空涵窑孔]洞$|第[一二三四五]站$|[开抵离进出]港$|百花园$|之路$|高等级公路$|高速公路服务区$"
    "|(?:智慧|特色|主要|重点|一轮|核心|城市)商圈$|输水总?干渠$|(?:千伏|[kK][vV])变电站$|(?:集团|公司|矿业|煤业)[一-鿿]{0,4}煤矿$|一(?:露天)?煤矿$"
    "|(?:[重共新]建|重返|美[丽好]|精神|幸福|共[享同]|守护|温[暖馨]|平安|和谐|文明|绿色|生态|宜居|[新老])家园$"
)
# 46片历史文化街区, 3孔泄洪闸, 75%小区: a count
_COUNT_BEFORE = re.compile("[0-9.]+(?:[%片艘孔级时月日米轴]|小时|省份|G(?!-))")
# 人均地区|生产总值; 湖山站|的火炬传递: a leg.
# 江北现代化建设站|在新的起点上
_NO_PLACE_BEHIND = re.compile(
    "(?<=地区)生产总值|(?<=湿地)(?:资源|面积)|(?<=站)的?火炬|(?<=站)的?(?:比赛|赛事|巡演)|(?<=站)在(?:一起|[^，。；]{0,10}(?:起点|高度|角度|立场|一边|前列|关口|前沿))"
)
_GRADED = re.compile(
    "(?:国家)?[A0-9一二三四五]{1,4}级(?:旅游|文化旅游|生态旅游)?(?:风)?景区|[一-鿿]{0,6}(?:[一二三四五]星级|[省市]级|国家|全国)[一-鿿]{0,16}(?:集聚区|示范园|基地)"
)
# 创建“国家生态文明建设示范区”: what a place is called for its merits
_HONOUR = re.compile("(?:国家|全国|省级|国家级)[一-鿿]{2,16}(?:示范|先行|先导|试验)区")
# 乌方军用|机场, but 恩格斯军用机场
_MILITARY = re.compile("(?:[俄乌美以敌][方军]?|乌克兰|俄罗斯|多[个座处]|[一二两]处)?军用")
_BODY_BEFORE = re.compile("[局院]$")  # 市公安局|经济技术开发区分局
# 天津|四|社区
_COUNTED = re.compile("[一二三四五六七八九十两多几各]{1,3}个?大?")
_ROUGH = re.compile(
    "受灾|[压超]采|缺水|受益|部分|大部|周边|偏远|贫困|风险|边境|重点|毗邻|相邻|欠发达|民族|沿海|[东西南北中]部$"
)


def _is_common(words: Words, begin: int, start: int, end: int, divisions: Mapping[int, int], *, kind: str) -> bool:
    """Whether words before a head noun only tell which, how many or of what rank (下一站, 3孔闸), or the whole is no place (互联互通)."""
    text = words.text
    if (
        begin >= start
        or (kind == "Station" and (_NTH_STOP.search(text, begin, end) or text[start - 1].isdigit()))  # 18县236|站
        or counts(text[begin:start])
        or text.endswith(_ANY, 0, begin)
        or (kind == "Village" and _VILLAGES_OWN.match(text, end))
        or text[begin:end] in generic_names()
        or text.endswith("互联互通", 0, end)
        or text.startswith("之一", end)  # 全国十大航空枢纽|之一
        or (text.startswith("江", begin) and text[begin - 1 : begin] in ("跨", "过", "沿"))  # 跨|江大桥
        or (text.startswith("”", end) and _HONOUR.fullmatch(text, begin, end))
        or (kind == "DevelopmentZone" and _BODY_BEFORE.search(text, begin, start))
        or text.startswith("型", begin)  # 小（二）|型水库
        or _NO_PLACE_BEHIND.match(text, end)
        or _NO_PLACE_WITHIN.search(text, begin, end)
        or _COUNT_BEFORE.match(text, begin, end)
        or text.endswith(("集成电路", "城市和村镇"), begin, end)
        or (text[end - 1] in "河湖库" and text.startswith("长", end) and not text.startswith("长江", end))  # 乡级河|长
        or _GRADED.fullmatch(text, begin, end)
        or _MILITARY.fullmatch(text, begin, start)
        or _COUNTED.fullmatch(text, max((e for e in divisions if begin < e <= start), default=begin), start)
        or _is_generic([t.text for t in words.tokens if begin <= t.start < start])
    ):
        return True
    if text[start:end] in ("社区", "农村", "乡村") and divisions.get(start) == begin:
        return True  # 湖南社区居家养老: the communities of a province
    # 受灾地区 is no place of its own, 葫芦岛地区 no other than 葫芦岛
    return text[start:end] == "地区" and (_ROUGH.search(text, begin, start) is not None or divisions.get(start) == begin)


def _is_generic(words: list[str]) -> bool:
    """Whether words tell nothing: 国际化新|社区, but 新和|社区."""
    return not words or (all(w in generic_names() or w in FRAME for w in words) and not generic_names().isdisjoint(words))


_SIGHTS = frozenset("山湖宫寺洞岛峡谷潭河塔泉")
# 智慧水闸, 病险水电站, 电商产业园: words that the dictionary lacks or has as names, and that tell what sort of thing it is
_QUALITIES = frozenset(("智慧", "廉政", "美丽", "文明", "电商", "光伏", "高标准", "病险", "另一", "山区", "国家"))
_STREET_WORDS = frozenset(("民生", "工业", "建设", "商业", "农业"))  # 民生路与和平路


def _is_name(words: Words, begin: int, head: int, end: int, anchored: bool, *, strong: bool, kind: str) -> bool:
    """Whether the words before a head noun are the name of a place: no common nouns of a kind, no verbs and numbers."""
    text = words.text
    name, inner = text[begin:end], text[begin:head]
    token = words.at(head)
    # 铺平|道路, 江华|街上
    signed = kind == "Road" and is_street(text, begin, end) and not (token and token.text in ROAD_KINDS)
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
    if (inner in generic_names() and not (signed and inner in _STREET_WORDS)) or (inner in _QUALITIES and kind != "Road"):
        return False
    if kind in NATURAL:
        return _is_short_name(words, begin, head, end, anchored, strong=strong, kind=kind, signed=signed)
    if len(inner) > 18:
        return False
    proper = any(is_proper(t) and t.text not in generic_names() for t in tokens) or sum(is_unknown(t) for t in tokens) >= 2
    proper = proper or NUMBER_OF_SIGHT.fullmatch(text, begin, head) is not None
    # 娲皇宫|景区: called by a sight whose name holds a character that the dictionary lacks
    proper = proper or (
        kind in ("Scenic", "Park")
        and inner[-1] in _SIGHTS
        and len(inner) > 2
        and any(not t.tag or t.tag == "x" for t in tokens)
    )
    if strong:
        # 赤壁|高新区: a county called by what is a word too.
        proper = proper or (kind == "DevelopmentZone" and bool(load_divisions().named(inner)))
        return anchored or proper or any(frequency(t.text) < 60 and t.tag[:1] not in ("v", "a", "d", "m") for t in tokens)
    return (anchored and (len(inner) >= 2 or (kind == "Building" and inner in "省市区县"))) or proper  # 区|会议中心


# Works on water, called by two characters as roads are: 金台泵站, 荆江大堤.
_WORKS = frozenset(
    ("泵站", "大堤", "左堤", "右堤", "灌溉站", "排灌站", "排涝站", "提灌站", "水文站", "闸", "联圩", "圩", "圩堤")
)
# 水上公园路, 体育馆街: what streets are called by.
_CALLED_BY = ("公园", "广场", "机场", "车站", "火车站", "体育馆", "体育场", "学院", "大学", "文化宫", "码头")
_ESTATES = frozenset(("花园", "家园", "公园", "广场", "新城", "公寓", "山庄", "大厦", "嘉园", "国际"))


def _is_short_name(
    words: Words, begin: int, head: int, end: int, anchored: bool, *, strong: bool, kind: str, signed: bool
) -> bool:
    """Whether the words before a road's, a water's or a village's head noun may be its name: a few, and none of them everyday.

    Args:
        signed: Whether the words beside it show it to be a street.
    """
    text, inner = words.text, words.text[begin:head]
    if not (1 if text[head:end] == "新村" and text[:begin].endswith(("镇", "乡", "街道")) else 2) <= len(inner) <= 6 and not (
        len(inner) <= 8 and strong
    ):
        return False
    if kind == "Road" or (kind == "Water" and text[head:end] in _WORKS):
        return _is_road_name(words, begin, head, end, anchored, strong=strong, signed=signed)
    tokens = words.between(begin, head)
    after_town = text[:begin].endswith(("镇", "乡", "街道"))
    return all(
        may_name(t, road=False)
        or (kind in SETTLEMENTS and (len(t.text) == 1 or t.text[-1] == "里") and t.tag[:1] in ("a", "m", "v"))
        or (kind in SETTLEMENTS and t.tag == "s" and len(inner) == 2)  # 城北社区
        or (kind in SETTLEMENTS and t.text in _ESTATES and t.start > begin)  # 长城花园|社区
        # 清凉|峰国家级自然保护区: what has a rank is called by any words.
        or (text.startswith(RANKS, head) and t.tag[:1] not in ("v", "p", "c", "u", "r", "d", "m"))
        or (kind == "Reservoir" and strong and t.tag[:1] in ("n", "v") and frequency(t.text) < 300)  # 板桥水库, 出山店水库
        or (kind == "Reservoir" and strong and t.text in namesakes())
        # 云水县|泥巴沱森林公园: behind its county a park is called by any nouns but those of a kind
        or (kind == "Natural" and strong and text[:begin].endswith(("县", "区", "市", "镇", "乡")) and t.tag == "n")
        # 金山卫镇八字村: any noun of two characters names a village right behind its town.
        or (kind in SETTLEMENTS and after_town and len(inner) == 2 and t.tag[:1] == "n")
        for t in tokens
    )


# 云岭隧道|双线贯通
_DRIVEN = re.compile(
    "(?:[左右双][线洞幅]|全幅|全线|[进出]口端?)?(?:正式|顺利|成功|胜利|提前|实现|安全|今[日天]|当日|日前|还未|尚未|即将)*"
    "(?:贯通|洞通|掘进|开挖|进洞|全长)"
)
_NTH = re.compile("[一二三四五六七八九十]{1,2}号")  # 云岭一号|隧道


def _is_road_name(words: Words, begin: int, head: int, end: int, anchored: bool, *, strong: bool, signed: bool) -> bool:
    """Whether words may be the name of a road or of a work on water: more of them where what stands before it leads to a place."""
    text, inner, tokens = words.text, words.text[begin:head], list(words.between(begin, head))
    before = text[max(0, begin - 1) : begin]
    located = signed or anchored or inner.endswith(_CALLED_BY) or before in tuple("沿在于越至到与和、（—近街区市县镇乡经")
    bridge = strong and text[head:end].endswith(("桥", "隧道", "隧洞"))
    if bridge:
        tokens = [t for t in tokens if not _NTH.fullmatch(t.text)]
        located = located or _DRIVEN.match(text, end) is not None
    plain = located and (len(inner) - (inner[-1] in "东西南北中前后") == 2 or inner.endswith(_CALLED_BY))
    # 陈|台子泵站: nouns behind a first character that is a surname or unknown, where one goes
    plain = plain or (
        located
        and text[head:end] in _WORKS
        and len(inner) == 3
        and len(tokens[0].text) == 1
        and (is_proper(tokens[0]) or is_unknown(tokens[0]))
    )
    if (
        signed
        and len(inner) <= 3
        and inner[-1] not in "道公马铁村"  # 铺平道路
        and not any(t.tag in ("d", "p", "c", "u", "r", "v") for t in tokens if len(t.text) > 1)
    ):
        return True
    return all(may_name(t, road=plain or (bridge and t.tag == "n")) for t in tokens) and (
        located or any(is_proper(t) or is_unknown(t) for t in tokens)
    )

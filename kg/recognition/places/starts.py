"""Where a place's name begins before its head noun: 文昌南路 in 西夏区文昌南路, but 长沙市经济技术开发区 whole."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.reading.words import frequency
from kg.recognition.divisions import DIVISION_END, load_divisions
from kg.recognition.phrases import (
    NUMBER_OF_SIGHT,
    PROVINCES,
    STREET_BEFORE_BRIDGE,
    boundary_words,
    is_proper,
    is_unknown,
    item_end,
    name_start,
    namesakes,
)
from kg.recognition.tokens import Words

SETTLEMENTS = frozenset(("Settlement", "Village"))
# Kinds whose name does not begin with the place it lies in: 文昌南路 in 西夏区, but 乌兰浩特经济技术开发区.
NATURAL = frozenset(("Road", "Water", "Reservoir", "Natural", *SETTLEMENTS))
_POINTED = re.compile("[我本全该][省市区县州旗]")
# 世界文化遗产|唐崖土司城址, 国家4A级景区|濯水古镇
_DESIGNATED = re.compile("(?:世界|国家|全国|[省市县]级?)[一-鿿0-9A]{0,6}(?:遗产|文物保护单位|文保单位|级景区)(?=[一-鿿]{2})")
_BUILT = re.compile("(?:投资)?(?:建设|新建|兴建|打造|建立|建成|设立)(?=[一-鿿]{2})(?!新区)")
# 国家重大水利工程|云坝水库: what rank a work has
_RANKED = re.compile(
    "(?:国家|全国|世界|国际)?[一-鿿]{0,4}(?:重点|重大|骨干|控制性|标志性|民生)[一-鿿]{0,6}(?:工程|项目)(?=[一-鿿])"
)
_PART_OF_REGION = re.compile(r".{2,8}?(?:[东西南北]{1,2}|中)部(?:城市|地区|的)?(?=[一-鿿]{2})")
_ZONE_BEFORE = re.compile("(?:高新区|经开区|经济技术开发区|经济开发区|工业园区)(?=[一-鿿]{2,}$)")
# 中国（湖山）|国际农产品加工产业园, 中德（湖山）|创新产业园
_BRACKETED = re.compile("(中(?:国|[德日韩新英法以意俄美泰白丹瑞荷欧])（[一-鿿]{2,6}）)$")
_MEASURED = re.compile("[0-9.]+余?(?:万?亩|公顷|平方公里|万?平方米)")
# 9日20时|云河东坪站水位36米
_CLOCK = re.compile("(?:[0-9]{1,2}[月日时点分])+(?=[一-鿿]{2})")
# 原|35千伏沙河变电站
_SINCE = re.compile("(?:原|现)(?=[0-9]{2,4}(?:千伏|[kK][vV]))")
_NAME_FOLLOWS = ("位于", "坐落在", "坐落于", "地处", "落户", "入驻", "走进", "来到", "前往", "抵达")
_LEADS_TO = re.compile("[东西南北]{1,2}[起至接到邻临靠依连](?=[一-鿿]{2})")  # 西起|凤凰路, 东临|板桥河


def place_start(
    words: Words, start: int, end: int, divisions: Mapping[int, int], *, kind: str, strong: bool
) -> tuple[int, bool]:
    """Where the name before a head noun begins, and whether something beside it shows that it begins there.

    Args:
        start: Where the head noun begins.
        end: Where it ends.
        divisions: Begin by end of the divisions and settlements in the sentence.
        kind: What the head noun tells the place to be.
        strong: Whether the head noun hardly stands in anything but a name (水库, 大桥), as the table of heads marks it.
    """
    text = words.text
    begin, anchored = name_start(words, start, divisions, limit=14, quotes=False)
    if pointed := _POINTED.match(text, max(0, begin - 1), start) or _POINTED.match(text, begin, start):
        begin = pointed.end()  # 我县|东岭街道
    while (
        not anchored
        and begin < start
        and (lead := words.at(begin))
        and lead.tag in ("v", "vn", "d", "p", "r", "l")
        and len(lead.text) > 1
        and not (lead.text in namesakes() and lead.end == start)
    ):
        begin = lead.end
    # 在湖山高新区建设|碳纤维产业园: the zone is where it is built
    if text[begin - 1 : begin] == "在" and kind not in NATURAL and (built := _BUILT.search(text, begin, start)):
        begin, anchored = built.end(), False
    if designated := _DESIGNATED.match(text, begin, start):
        begin, anchored = designated.end(), False
    if (kind in NATURAL or kind == "Infrastructure") and (rank := _RANKED.match(text, begin, start)):
        begin, anchored = rank.end(), False
    if kind == "DevelopmentZone" and (bracketed := _BRACKETED.search(text, max(0, begin - 14), begin)):
        begin, anchored = bracketed.start(1), True
    elif kind == "DevelopmentZone" and text[begin - 1 : begin] == "）" and begin - 1 in divisions:
        opened = divisions[begin - 1] - 1
        own, _ = name_start(words, opened, divisions, limit=5, quotes=False)
        if text[opened] == "（" and 2 <= opened - own <= 4:  # 恒云（东湖）|产业园
            begin, anchored = own, True
    if clock := _CLOCK.match(text, begin, start):
        begin = clock.end()
    if since := _SINCE.match(text, begin, start):
        begin = since.end()
    if measured := _MEASURED.match(text, begin, start):
        begin = measured.end()  # 340亩|智谷科技产业园
    if anchored and (region := load_divisions().regions().get(text[begin : _stop_of(divisions, begin)])):
        begin = _before_region(words, divisions, begin, region.kind)
    if not text.endswith(("机场", "人民大会堂"), start - 4, end):  # 云南|大理古城, but 上海浦东机场, 浙江省人民大会堂
        begin = _after_province(text, divisions, begin, start)
    if part := _PART_OF_REGION.match(text, begin, start):  # 加沙地带中部|迈加齐难民营
        begin = part.end()
    stripped = _after_divisions(
        text, begin, start, divisions, third=kind == "Natural" or kind in SETTLEMENTS, village=kind == "Village"
    )
    # 罗岗社区京南工业区 is 京南工业区, but 长沙市经济技术开发区 stays whole: what remains must be a name.
    if stripped > begin and (kind in NATURAL or _is_telling(words, stripped, start)):
        begin = stripped
    # 自贡市高新区|九鼎购物广场, 游仙高新区|东林社区: a zone that holds places as a district does.
    if (zone := _ZONE_BEFORE.search(text, begin, start)) and _is_telling(words, zone.end(), start):
        begin, anchored = zone.end(), True
    if kind == "Road" and strong and (street := STREET_BEFORE_BRIDGE.search(text, begin, start)):
        begin, anchored = street.end(), True  # 滨江路|奎阁大桥
    # 朝阳路→纬四路-涂山路: an arrow or a dash between streets
    begin = max(begin, *(text.rfind(mark, begin, start) + 1 for mark in "→-"))
    if kind in NATURAL and (end_of := _LEADS_TO.match(text, begin, start)):
        begin = end_of.end()
    if kind == "Road" and not anchored:
        begin = _after_common(words, begin, start)
    # 出山|店水库: what looks like a verb, where one character alone would be left
    if (
        kind in ("Water", "Reservoir")
        and start - begin == 1
        and not anchored
        and (lead := words.at(begin - 1) if begin else None)
    ):
        opens = lead.start == 0 or lead.start in divisions or text[lead.start - 1] in "，。、；：的在由和"
        begin = lead.start if len(lead.text) == 2 and lead.tag[:1] == "v" and frequency(lead.text) < 300 and opens else begin
    lead = words.at(begin)
    if not anchored and lead is not None and lead.tag == "v" and len(lead.text) == 1 and text.endswith(_NAME_FOLLOWS, 0, begin):
        anchored = start - begin > 1  # 位于|干洲工业园: what looks like a verb where only a name can follow
    if not anchored:
        # 客人游览|百丈山景区: a sight called by a number
        begin = next((t.start for t in words.between(begin, start) if NUMBER_OF_SIGHT.fullmatch(text, t.start, start)), begin)
    for token in words.between(begin, start) if not anchored else ():
        # 基础整体开发|蒙顶山旅游风景名胜区: a verb before the name proper.
        if token.tag == "v" and len(token.text) > 1 and any(is_proper(t) for t in words.between(token.end, start)):
            begin = token.end
    return begin, anchored


def _after_common(words: Words, begin: int, head: int) -> int:
    """Where a street's name begins after the common nouns that tell whose it is: 城区|江华街, 施工期间|武汉路."""
    for token in words.between(begin, head):
        if head - begin <= 3 or head - token.end < 2 or token.tag not in ("n", "f", "s", "vn") or frequency(token.text) < 300:
            break
        begin = token.end
    return begin


def _is_telling(words: Words, start: int, end: int) -> bool:
    tokens = words.between(start, end)
    return any(is_proper(t) for t in tokens) or sum(is_unknown(t) for t in tokens) >= 2


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
            text[:end].endswith(DIVISION_END)
            or (village and head - end >= 2 and text[start:end] not in load_divisions().regions())
            or (third and start in divisions and head - end <= 2 and text[start:end] not in load_divisions().regions())
        )
    ]
    return max([begin, *ends])

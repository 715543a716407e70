"""Names that a head noun closes (…项目, …大会): where they begin, and whether they tell one thing from others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from kg.recognition.lexicon import Names, column, rows
from kg.recognition.phrases import boundary_words, counts, is_proper, is_unknown
from kg.recognition.spans import items_of
from kg.recognition.tokens import Token, Words

# Heads so plain that only a quotation or a number makes a name of them: “三块地”改革, “访惠聚”活动, 第二批主题教育.
QUOTED_ONLY = frozenset(
    ["改革", "活动", "服务", "机制", "计划", "试点", "专项", "课题", "教育活动", "综合整治", "培育计划", "主题教育"]
)

# 特色美食鉴赏活动, 文化旅游系列活动: what people go to, not what bodies carry out.
ACTIVITY = re.compile(
    r"(?:文化|旅游|艺术|体育|美食|鉴赏|采摘|观光|演出|展演|展览|比赛|推介|推广|文艺|嘉年华|联谊|庆祝|纪念|春节|节日|新春|年俗|民俗"
    r"|宣传|采访|志愿|公益|交流|展示|展映|读书|阅读|观影|义诊|科普|普法|慰问|招聘|对接|咨询|体验|研学|健步走|健康跑|健身|采风|宣讲|巡讲|诵读|合唱|巡游|专场|视察|游园|送温暖|捐赠|帮扶|助学|[党团队]日|开放日|开工|竣工|签约|投产|奠基)”?[一-鿿]{0,6}活动$|(?:主题|主会场)活动$|(?:庆祝?|喜?迎|纪念)“[^“”]{2,6}”[一-鿿]{0,8}活动$"
)

# “国潮也疯狂·时装秀暨创新创意展”活动: a fair, a festival or a season by its quoted name.
QUOTED_EVENT = re.compile(
    r"(“[^“”，。]{4,30}(?:展|节|大赛|季|秀|周|论坛|大会|典礼|嘉年华|展览|晚会|音乐会|运动会)”)(?=(?:系列|主题)*活动|在[^，。]{2,20}(?:举行|举办|开幕|启动|启幕)|(?:开幕|启动|启幕|举行|举办))"
)

# A part of a thing said by its weight (关键控制性工程) or things by their size (亿元以上项目) is no name.
_COUNTED_AFTER = re.compile(r"[0-9一二两三四五六七八九十]+[条个座台套项]")

WEIGHED = re.compile(
    r"(?:控制性|标志性|先导性|关键性|准备)工程$|^更多|^全线|全线[一-鿿]{2,6}工程$|[0-9]+[个条项][一-鿿]{0,8}(?:项目|工程)$|以上[一-鿿]{0,6}项目$|新老项目$"
    # 军事行动, 田径项目: what armies and athletes do; 三大工程: a count.
    r"|(?:军事|打击|地面|救援|搜救|搜寻|空袭|抢险|维和|撤侨)行动$|(?:运动|比赛|竞赛|参赛|体操|田径|游泳|跳水|球类|马拉松|混合泳.{0,6}|自由泳.{0,4}|公斤级|男子.{1,12}|女子.{1,12})项目$"
    r"|^[一二三四五六七八九十两]+(?:大|项)[一-鿿]{0,4}(?:工程|行动|项目|计划)$|最[大长高快先].{0,14}(?:工程|项目)$"
    r"|(?:重点|重大|重要|大型|小型|里程碑式?)[一-鿿]{0,6}(?:项目|工程)$|(?:募投|招商引资|代表性|非遗|领衔改革|标杆)项目$|政府民生实事$|执行[一-鿿]+项目$|类(?:项目|工程)$|集中开（?复?）?工项目$|开（复）工项目$|年度?[一-鿿]{0,4}项目$"
    # 湖山市交通工程: works of a kind in a place
    r"|[省市县区](?:交通|水利|市政|民生|电力|环保|人防|绿化|城建)(?:基础设施)?(?:建设)?(?:项目|工程)$"
    # 湖山第一季度重大项目, 湖山集中动工项目, 新签约项目: the sum of what an occasion began
    r"|(?:季度|月份|第[一二三四五六七八九十0-9]+批次?)(?:重大|重点|新)?(?:产业|工业|招商)?项目$|(?:集中|新|已|拟|待)?(?:签约|动工|开工|竣工|投产|续建|在建|复工|落地|储备)项目$"
)

_OF_A_YEAR = re.compile(
    r"[一-鿿]{1,12}[省市县区镇乡旗州]20[0-9]{2}年度?(?!重点|重大|第?[一二三四]季度|[0-9]{1,2}月份|第.批)[一-鿿]{5,}$"
)

# 云河防洪提升工程|（东湖段）, 能力提升培训班|（第三期）: which part of a thing a name tells at its end.
_PART = re.compile(
    "（(?:第[一二三四五六七八九十0-9]{1,3}(?:期|批|次|场|阶段|标段)|[一二三四五六]期|[^（），。；]{1,12}(?:段|片区|赛区))）"
)


def with_part(text: str, end: int) -> int:
    """Where a name ends with the part of the thing that it tells in brackets."""
    part = _PART.match(text, end)
    return part.end() if part else end


_MEASURED = re.compile(
    r"年产|日产|日处理|[0-9.]+(?:万|亿)?(?:吨|千瓦|平方米|亩|公里|辆|套|件|台|立方米|头|羽|只|MW|GW|t/d|kV)|[×x][0-9]|[A-Z0-9]+号|第[一二三四五六七八九十0-9]+(?:轮|批|期|季|届)|PPP"
)


@cache
def heads_of(name: str) -> tuple[Names, dict[str, dict[str, str]]]:
    """The head nouns of a table (`project_heads`, `event_heads`), to be found in text, and their rows by head."""
    by_name = {row["head"]: row for row in rows(name)}
    return Names(by_name), by_name


@lru_cache(maxsize=1)
def generic_names() -> frozenset[str]:
    """Words that tell nothing apart, alone or before a head noun: 重点项目, 水库."""
    return column("generic_names", "name")


def list_members(listed: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The spans of a list's members that are names: no counts, no generic words, no water or dike that is there anyway."""
    if _OTHER_THINGS.search(listed.group(1)):
        return
    for start, end in items_of(listed.string, *listed.span(1)):
        name = _LIST_CLOSE.sub("", listed.string[start:end])
        counted = re.search(r"[0-9]+(?:个|项|条)", name) or re.match(
            "[这那][里些]|更多|一批|多个|各类|相关|实施|推动|促进|加快|开展|利于|足迹|体验", name
        )
        if 3 <= len(name) <= 60 and name[-1] not in "堤闸渠河江湖" and not counted and name not in generic_names():
            yield start, start + len(name)


# 项目包括青山家属院、电厂小区|等区域: what a list says it is of.
_OTHER_THINGS = re.compile(
    "等[0-9一二三四五六七八九十多]{0,3}[个项条]?(?:区域|小区|内容|方面|领域|村|镇|乡|地区|街道|社区|环节|单位|企业|部门)$"
)
_LIST_CLOSE = re.compile(r"(?:等[^、]*|[0-9一二三四五六七八九十]+[个项条].*)$")

_ENDS_AS_LEVEL = re.compile(
    "(?:[省市县州盟旗乡]|(?<![小古])镇|(?<![假古])村|街道|(?<![小景园灌库校院户])(?<!度假)(?<!保护)区)$"
)

_GENERIC_LEAD = frozenset(
    [
        "打好",
        "打赢",
        "打响",
        "重点",
        "重大",
        "一批",
        "一个",
        "多个",
        "部分",
        "新",
        "大型",
        "系列",
        "相关",
        "有关",
        "各类",
        "各项",
        "主要",
        "首个",
        "首批",
        "在建",
        "全体",
        "年度",
        "公司",
        "工程",
        "建设",
        "配套",
        "企业",
        "该",
        "此次",
        "本次",
        "这次",
        "上述",
        "整个",
        "目前",
    ]
)


# 全面实施|某行动: leads that the dictionary cuts or tags otherwise.
_LEAD_PHRASE = re.compile("全面(?:实施|推进|启动|开展|完成|建成)|[一-鿿]{2,10}(?:分为|包括)")


def trim_lead(words: Words, begin: int, head: int) -> int:
    """Drop verbs, adverbs and counts at the beginning that do not belong to a name (加快推进…项目)."""
    while begin < head:
        token = words.at(begin)
        if token is None or words.text[begin] in "“0123456789":
            return begin
        if token.start != begin:
            return begin
        if words.text.startswith("新时代", token.start):
            return begin
        if lead := _LEAD_PHRASE.match(words.text, begin, head):
            begin = lead.end()
            continue
        if token.text == "认真" or (
            (
                (token.tag[:1] in ("v", "d", "p", "c", "u", "r") and token.tag != "vn")
                or (
                    token.tag == "a" and len(token.text) == 1 and not words.text.endswith("元的", 0, token.start)
                )  # 投资1亿元的|大梁子…项目
                or token.text in _GENERIC_LEAD
            )
            and not _begins_unknown_name(words, token)
        ):
            begin = token.end
        else:
            return begin
    return begin


def _begins_unknown_name(words: Words, token: Token) -> bool:
    """松|隐, 引|江|济|淮: a verb of one character before other single characters begins a name that the dictionary lacks."""
    after = words.at(token.end)
    return (
        len(token.text) == 1
        and token.tag[:1] not in ("c", "u", "r")
        and after is not None
        and len(after.text) == 1
        and token.text not in boundary_words()
    )


def tells_apart(
    words: Words,
    begin: int,
    head: int,
    end: int,
    anchored: bool,
    bounds: Mapping[int, int],
    *,
    strong: bool,
    specific: bool = False,
) -> bool:
    """Whether a name tells one thing from others: it holds a proper name, a quotation, a number or measure beside generic words."""
    text = words.text
    name, inner = text[begin:end], text[begin:head]
    if anchored and _OF_A_YEAR.match(name) and end - begin >= 12:  # 东至县2024年度小型水库除险加固工程
        return True
    if text[begin - 1 : begin] == "等" or name.startswith("做"):  # 垫片等|高性能新材料生产线, 做深做细|项目
        return False
    if (
        WEIGHED.search(name)
        or name in generic_names()
        or not 4 <= len(name) <= 90
        or (counts(inner) and not _MEASURED.search(inner) and "“" not in inner and "暨" not in inner)
        or (_COUNTED_AFTER.match(text, end) and text[begin - 1 : begin] != "、")  # 柠檬酸生产线1条
    ):
        return False
    if re.match(r"[0-9一二两三四五六七八九十百千万]+(?:多|余)?[个项家座处条批大天日](?=[^区]|$)", inner) and not re.match(
        "[一二三四五六七八九十]+[大项]", inner
    ):
        return False
    bound = {start for start in bounds.values() if begin <= start < head}
    covered = [(start, stop) for stop, start in bounds.items() if start in bound]
    tokens = words.between(begin, head)
    if any(t.text in ("将", "把", "被") for t in tokens):
        return False
    if (
        not strong
        and text[head:end] in QUOTED_ONLY
        and "“" not in inner
        and not re.search(r"第[一二三四五六七八九十0-9]+[轮批期]", inner)
    ):
        return False
    # 县委农村工作会议: a body's work meeting is one meeting, however plain its subject.
    if anchored and name.endswith("工作会议") and end - begin >= 8:
        return True
    telling = [
        t
        for t in tokens
        if t.text not in generic_names() and t.text not in boundary_words() and t.tag[:1] not in ("d", "u", "p", "c")
    ]
    if not telling:
        return False
    if "“" in inner or _MEASURED.search(inner):
        return True
    beyond = [t for t in telling if not any(a <= t.start < b for a, b in covered)]
    if anchored:
        return (
            bool(beyond)
            or any(not _ENDS_AS_LEVEL.search(text, a, b) and b - a > 2 for a, b in covered)
            or (specific and (end - head >= 3 or name.endswith("地震")))
        )
    if len(tokens) >= 2 and _begins_unknown_name(words, tokens[0]) and tokens[0].start == begin and strong:
        return True
    if re.search(r"[0-9A-Za-z]", inner):
        return strong and len(inner) >= 5
    return strong and (any(is_proper(t) for t in telling) or sum(is_unknown(t) for t in telling) >= 2)

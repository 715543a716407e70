"""Whether a name that a head noun closes (…项目, …大会) tells one thing from others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from kg.recognition.headed import begins_unknown_name
from kg.recognition.lexicon import column
from kg.recognition.phrases import boundary_words, counts, is_proper, is_unknown, is_year_of_place
from kg.recognition.tokens import Token, Words

# Heads so plain that only a quotation or a number makes a name of them: “三块地”改革, “访惠聚”活动, 第二批主题教育.
QUOTED_ONLY = frozenset(
    ["改革", "活动", "服务", "机制", "计划", "试点", "专项", "课题", "教育活动", "综合整治", "培育计划", "主题教育"]
)

# 特色美食鉴赏活动, 文化旅游系列活动: what people go to, not what bodies carry out.
ACTIVITY = re.compile(
    r"(?:文化|旅游|艺术|体育|美食|鉴赏|采摘|观光|演出|展演|展览|比赛|推介|推广|文艺|嘉年华|联谊|庆祝|纪念|春节|节日|新春|年俗|民俗"
    r"|宣传|采访|志愿|公益|交流|展示|展映|读书|阅读|观影|义诊|科普|普法|慰问|招聘|对接|咨询|体验|研学|健步走|健康跑|健身|采风|宣讲|巡讲|诵读|合唱|巡游|专场|视察|游园|进(?:校园|社区|企业|乡村|农村|机关|军营|家庭|景区|商圈|课堂)|送温暖|捐赠|帮扶|助学|[党团队]日|开放日|开工|竣工|签约|投产|奠基)”?[一-鿿]{0,6}活动$|(?:主题|主会场)活动$|(?:庆祝?|喜?迎|纪念)“[^“”]{2,6}”[一-鿿]{0,8}活动$"
)

# “国潮也疯狂·时装秀暨创新创意展”活动: a fair, a festival or a season by its quoted name.
QUOTED_EVENT = re.compile(
    r"(“[^“”，。]{4,30}(?:展|节|大赛|季|秀|周|论坛|大会|典礼|嘉年华|展览|晚会|音乐会|运动会)”)(?=(?:系列|主题)*活动|在[^，。]{2,20}(?:举行|举办|开幕|启动|启幕)|(?:开幕|启动|启幕|举行|举办))"
)

# A part of a thing said by its weight (关键控制性工程) or things by their size (亿元以上项目) is no name.
WEIGHED = re.compile(
    r"(?:控制性|标志性|先导性|关键性|准备)工程$|^更多|^全线|全线[一-鿿]{2,6}工程$|[0-9]+[个条项][一-鿿]{0,8}(?:项目|工程)$|以上[一-鿿]{0,6}项目$|新老项目$"
    # 军事行动, 田径项目: what armies and athletes do; 三大工程: a count.
    r"|^一系列|(?:军事|搜捕|打击|地面|救援|搜救|搜寻|空袭|抢险|维和|撤侨|进攻|撤离|营救|反击|外交|[以乌俄美英法印巴韩日]军)行动$|(?:运动|比赛|竞赛|参赛|体操|田径|游泳|跳水|球类|马拉松|混合泳.{0,6}|自由泳.{0,4}|公斤级|男子.{1,12}|女子.{1,12})项目$"
    r"|^[一二三四五六七八九十两]+(?:大|项)[一-鿿]{0,4}(?:工程|行动|项目|计划)$|最[大长高快先].{0,14}(?:工程|项目)$"
    r"|(?:重点|重大|重要|大型|小型|里程碑式?)[一-鿿]{0,6}(?:项目|工程)$|(?:募投|招商引资|代表性|非遗|领衔改革|标杆)项目$|政府(?:民生)?实事(?:项目|工程)?$|执行[一-鿿]+项目$|类(?:项目|工程)$|集中开（?复?）?工项目$|开（复）工项目$|年度?[一-鿿]{0,4}项目$"
    # 50亿元-100亿元项目, 3万平米标准化厂房: works of a size
    r"|^[0-9.]+[万亿]?元?[-—～~至到][0-9.]+[万亿]?元[一-鿿]{0,2}项目$|^[0-9.]+万?(?:平米|平方米|亩)?标准化?厂房$|^(?:全自动|智能化?|现代化)生产线$"
    # “全省重点工程”项目: a title
    r"|重[点大](?:建设)?(?:工程|项目)”(?:工程|项目)$"
    # 湖山市交通工程: works of a kind in a place
    r"|[省市县区](?:交通|水利|市政|民生|电力|环保|人防|绿化|城建)(?:基础设施)?(?:建设)?(?:项目|工程)$"
    # 超级工程, 国债项目, 防灾减灾领域项目: kinds
    r"|超级工程$|(?:国债|领域)项目$"
    # 小（二）型水库除险加固工程: works of a size
    r"|^小（[一二12]）型"
    # 湖山首个农光互补项目, 省内首条铜箔生产线: a rank and a kind
    r"|^[一-鿿]{0,8}首[个条座家](?!“)[^，。；、“”]{2,24}$"
    # 湖山第一季度重大项目, 湖山集中动工项目, 新签约项目: the sum of what an occasion began
    r"|(?:季度|月份|第[一二三四五六七八九十0-9]+批次?)(?:重大|重点|新)?(?:产业|工业|招商)?项目$|(?:集中|新|已|拟|待)?(?:签约|动工|开工|竣工|投产|续建|在建|复工|落地|储备)项目$"
)

_HOUSE_BUILT = re.compile(
    "(.{2,}(?:中心|园区?|馆|广场|综合体|基地|大厦|[一-鿿]楼|小镇|医院|卫生院|院区|校区|中学|小学|学校|学院|幼儿园|[一二三四五六七八九十][中小]"
    "|敬老院|养老院|福利院|水厂|处理厂|水库|电站|客运站|枢纽|码头))(?:建设)?(?:工程|项目){1,2}$"
)


def house_of(project: str) -> str:
    """The house or site that a project is called after, or an empty string.

    Example:
        >>> house_of("湖山县文化中心建设项目"), house_of("湖山医院搬迁项目")
        ('湖山县文化中心', '')
    """
    built = _HOUSE_BUILT.match(project)
    return built.group(1) if built else ""


@lru_cache(maxsize=1)
def generic_names() -> frozenset[str]:
    """Words that tell nothing apart, alone or before a head noun: 重点项目, 水库."""
    return column("generic_names", "name")


# 东至县2024年度小型水库除险加固工程: what a division does in a year
_OF_A_YEAR = re.compile(
    r"[一-鿿]{1,12}[省市县区镇乡旗州]20[0-9]{2}年度?(?!重点|重大|第?[一二三四]季度|[0-9]{1,2}月份|第.批)[一-鿿]{5,}$"
)
_MEASURED = re.compile(
    r"年产|日产|日处理|[0-9.]+(?:万|亿)?(?:吨|千瓦|平方米|亩|公里|辆|套|件|台|立方米|头|羽|只|MW|GW|t/d|kV)|[×x][0-9]|[A-Z0-9]+号|第[一二三四五六七八九十0-9]+(?:轮|批|期|季|届)|PPP"
)
# 第二批|主题教育
_ORDINAL = re.compile(r"第[一二三四五六七八九十0-9]+[轮批期]")


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
    """Whether a name tells one thing from others: it holds a proper name, a quotation, a number or measure beside generic words.

    Args:
        begin: Where the name begins that the head noun closes, which stands between `head` and `end`.
        anchored: The name begins with a place, a body or a quotation.
        bounds: Begin by end of the places and bodies.
        strong: The head noun closes names even where no place or body begins them.
        specific: A place makes a name of the head noun alone (庆元县|抽水蓄能电站).
    """
    text = words.text
    name, inner = text[begin:end], text[begin:head]
    if anchored and len(name) >= 12 and _OF_A_YEAR.match(name):
        return True
    tokens = words.between(begin, head)
    if _is_no_name(text, begin, head, end) or any(t.text in ("将", "把", "被") for t in tokens):
        return False
    if not strong and text[head:end] in QUOTED_ONLY and "“" not in inner and not _ORDINAL.search(inner):
        return False
    # 县委农村工作会议: a body's work meeting is one meeting, however plain its subject.
    if anchored and name.endswith("工作会议") and len(name) >= 8:
        return True
    telling = [t for t in tokens if _tells(t)]
    if not telling or (not anchored and len(name) <= 4 and name.endswith("项目") and "“" not in inner):  # 康复项目, 雪上项目
        return False
    if "“" in inner or _MEASURED.search(inner):
        return True
    if anchored:
        covered = [(start, stop) for stop, start in bounds.items() if begin <= start < head]
        return _tell_beyond_division(text, telling, covered) or (specific and (end - head >= 3 or name.endswith("地震")))
    return strong and _hold_proper_name(words, tokens, telling, begin, head)


_LISTED_COUNT = re.compile("[、和及][^、和及，]{2,20}?[两三四五六七八九十]+[条座个项][^、和及]*$")
# 柠檬酸|生产线|1条, 水库除险加固|工程|12座, 智能化改造|项目|30多个
COUNTED_AFTER = re.compile(r"(?:超过?|近|约|达|共|已达|多达)?(?:[0-9]+[余多]?|[一二两三四五六七八九十]+)[条个座台套项处]")
"""How many things of a kind there are, told behind what they are."""
# 2号线正线施工分为两个|标段
_COUNTED_HEAD = re.compile("(?:[两二三四五六七八九]|[2-9])[个条项座](?:重点|重大)?$")
# 10个项目, 三天行动; but 三大…, 五项… may be names
_COUNTED = re.compile(r"[0-9一二两三四五六七八九十百千万]+(?:多|余)?[个项家座处条批大天日](?=[^区]|$)")
_COUNT_OF_NAME = re.compile("[一二三四五六七八九十]+[大项]")


def _is_no_name(text: str, begin: int, head: int, end: int) -> bool:
    """Whether the words say a kind of things, a count of things or a part of a list."""
    name, inner = text[begin:end], text[begin:head]
    if text.endswith("等", 0, begin) or name.startswith("做"):  # 垫片等|高性能新材料生产线, 做深做细|项目
        return True
    if WEIGHED.search(name) or name in generic_names() or not 4 <= len(name) <= 90:
        return True
    if counts(inner) and not _MEASURED.search(inner) and "“" not in inner and "暨" not in inner:
        # 湖山至东湖、云川至望江两条高速公路通车典礼: those counted are named
        return not (name.endswith(("仪式", "典礼")) and _LISTED_COUNT.search(inner))
    if _COUNTED_HEAD.search(inner) or (COUNTED_AFTER.match(text, end) and not text.endswith("、", 0, begin)):
        return True
    counted = _COUNTED.match(inner)
    return counted is not None and not _COUNT_OF_NAME.match(inner) and not is_year_of_place(counted)


def _tells(token: Token) -> bool:
    """Whether a word tells anything: no generic word and no function word."""
    return (
        token.text not in generic_names() and token.text not in boundary_words() and token.tag[:1] not in ("d", "u", "p", "c")
    )


_ENDS_AS_LEVEL = re.compile(
    "(?:[省市县州盟旗乡]|(?<![小古])镇|(?<![假古])(?<!城中)村|街道|(?<![小景园灌库校院户])(?<!度假)(?<!保护)区)$"
)


def _tell_beyond_division(text: str, telling: Sequence[Token], covered: Sequence[tuple[int, int]]) -> bool:
    """Whether a name with places or bodies in it tells more than a division: other words, or a site or a body of its own."""
    return any(not any(a <= t.start < b for a, b in covered) for t in telling) or any(
        b - a > 2 and not _ENDS_AS_LEVEL.search(text, a, b) for a, b in covered
    )


_LATIN = re.compile("[0-9A-Za-z]")


def _hold_proper_name(words: Words, tokens: Sequence[Token], telling: Sequence[Token], begin: int, head: int) -> bool:
    """Whether a name without a place or body holds a proper name, words that the dictionary lacks, or a model's letters and figures."""
    if len(tokens) >= 2 and tokens[0].start == begin and begins_unknown_name(words, tokens[0]):
        return True
    if _LATIN.search(words.text, begin, head):
        return head - begin >= 5
    return any(is_proper(t) for t in telling) or sum(is_unknown(t) for t in telling) >= 2

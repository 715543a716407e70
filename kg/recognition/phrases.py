"""Where a name begins: from its head noun leftwards, word by word, to the first word that cannot be part of it."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from kg.reading.words import frequency
from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import column
from kg.recognition.spans import extend
from kg.recognition.tokens import Token, Words

LEVELS = ("自治区", "自治州", "街道", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "村")
# What makes 市, 区, 县 part of another word: 我市 and 全县 point, 城市 and 园区 are common nouns.
_NOT_BARE = frozenset(
    "我本全该各城都超门夜菜集早上股小园社地山郊校景辖片库牧农老主灾疆特专两三四五六七八九十多每一开新范业税假验河库作制军战禁雷林湾谷盆海乡村名郡闹边坝"
)
# 召开|县政府常务会议, but 新开|区
_CONVENED = ("召开", "召集")
_STOP_TAGS = ("p", "c", "u", "r", "d", "y", "e", "o", "t", "w")
_PUNCTUATION = frozenset("，。；：！？、《》〈〉（）“”‘’…—|[]【】■●▲◆ \n/")
# Words that by themselves make the start of a national or leading body's name.
_LEADING = ("首都", "国家", "中央", "全国", "国务院", "中华", "亚洲", "世界", "国际", "国网", "中铁", "中建", "中交")
PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
"""The democratic parties, as the press calls them."""
# Parties and systems that stand before the place in a body's name: 民盟重庆市委, 人行临安支行.
_BEFORE_PLACE = (
    "中共",
    "中国",
    *PARTIES,
    "共青团",
    "政协",
    "人行",
    "农行",
    "工行",
    "建行",
    "中行",
    "武警",
    "国网",
    "国家税务总局",
    "国家统计局",
)
_COUNTED = re.compile(
    r"[0-9.]+(?:多|余|万|千)?场|(?<![第0-9])[0-9]+(?:多|余)?次|(?<![第0-9])[0-9]+(?:多|余|万|千|亿)?个|[0-9]+(?:多|余|万|千|亿)?(?:家|座|所|处|名|位|条|项|城市|批|大|村|户|类|种|只|辆|台|套|期|支|批次|届|人|县|市|区|镇)"
    # 八家子水库, 三家村隧道: a village by its houses
    r"|[多数几各两三四五六七八九十](?:个|(?:(?<=[多数几各两])家|家(?![子村渠畈坝寨沟坪屯庄湾堡营桥店岭]))|座|所|处|名|位|条|项|批|类|种|只)|一[批个些]"
)

_OUTPUT = re.compile("年产|日产|年处理|日处理|(?<=[和及])[0-9.]+(?:万|亿)?(?:吨|平方米|立方米|米|台|套|辆|件|只|千瓦)")
_PHASE = re.compile("[一二三四五]期")
_KEPT_DAY = re.compile("(?:庆祝?|迎|纪念)“[^“”]{2,6}”$")  # 庆“五一”|职工运动会
# The number of an item (（7）陕电入皖…, 4.中国民主建国会…) belongs to no name.
_ITEM = re.compile(r"(?:（[0-9一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.．、](?:(?![0-9])|(?=20[0-9]{2}[^0-9])))")


@lru_cache(maxsize=1)
def boundary_words() -> frozenset[str]:
    """Words that stand before names without being part of them."""
    return column("boundary_words", "word")


@lru_cache(maxsize=1)
def namesakes() -> frozenset[str]:
    """Everyday words that reservoirs, canals and bridges all over the country are called by: 跃进, 胜利."""
    return column("namesakes", "word")


def item_end(text: str) -> int:
    """The end of the item number that a sentence begins with, 0 where there is none.

    Example:
        >>> item_end("（7）陕电入皖特高压工程投运"), item_end("2.5亿元")
        (3, 0)
    """
    match = _ITEM.match(text)
    return match.end() if match else 0


def level_at(text: str, at: int) -> str:
    """The level that stands bare at a position (市 in 市政府, not in 我市 or 城市), or an empty string.

    Example:
        >>> level_at("区税务局", 0), level_at("经开区党工委", 2), level_at("召开区政府会议", 2)
        ('区', '', '区')
    """
    level = next((name for name in LEVELS if text.startswith(name, at)), "")
    if not level or text.endswith("开发", 0, at) or (at and text[at - 1] in _NOT_BARE and not text.endswith(_CONVENED, 0, at)):
        return ""
    return level


# 云山（江北）|国际马术俱乐部有限公司: a company's own name and seat before what would be a body by itself.
_SEAT_BEFORE = re.compile("[一-鿿]（[一-鿿]{2,4}）$")


def name_start(
    words: Words,
    head: int,
    bounds: Mapping[int, int],
    *,
    blocks: Container[int] = (),
    limit: int = 24,
    verbs: bool = False,
    quotes: bool = True,
    through: bool = False,
) -> tuple[int, bool]:
    """Where the name begins whose head noun begins at `head`.

    Args:
        bounds: Begin by end of the places and organizations already found: a name may begin with one, not before it.
        blocks: Positions that no name runs across, such as the end of a date.
        limit: Characters to look at.
        verbs: Whether verbs may be part of the name (projects, events) or end it (organizations).
        quotes: Whether a quotation may be part of the name.
        through: Whether a place may stand inside the name rather than begin it (上药控股云南有限公司).

    Returns:
        The start, and whether the name is anchored there by a place, an organization, a level (市, 县) or a quotation.
    """
    text, start, anchored = words.text, head, False
    first = min(item_end(text), head)
    while start > first and head - start < limit:
        if start in blocks and start != head and not (verbs and _KEPT_DAY.search(text, max(0, start - 10), start)):
            break
        bound = bounds.get(start)
        if bound is not None:
            start, anchored = bound, True
            if verbs or (through and (_goes_on(words, start) or _SEAT_BEFORE.search(text, max(0, start - 7), start))):
                continue
            start = extend(start, bounds)
            before = next((name for name in _BEFORE_PLACE if text.endswith(name, 0, start)), "") or (
                "环" if text[start - 1 : start] == "环" else ""
            )
            return start - len(before), True
        if text[start - 1] == "”" and quotes:
            opened = text.rfind("“", max(0, start - 30), start)
            if opened < 0:
                break
            start, anchored = opened, True
            continue
        if text[start - 1] == "）" and (verbs or through):
            opened = text.rfind("（", max(0, start - 9), start)
            if opened < 0 or text.startswith(("（记者", "（通讯员"), opened):  # 1日电（记者某某）|东湖大桥项目
                break
            start = opened
            continue
        if text[start - 1] in _PUNCTUATION and not (verbs and (text[start - 1] == "/" or _is_joint(text, start - 1))):
            break
        if text[start - 1] == "—":
            start -= 1
            continue
        if verbs and text.endswith("大讨论", 0, start):  # 解放思想大讨论|总结会议
            start -= 3
            continue
        token = words.at(start - 1)
        assert token is not None
        if not verbs and token.text in ("中国政府", "中国中央政府"):
            return token.start, True  # 谨向|中国政府
        # 和|龙大|洞遗址 in 吉林和龙大洞遗址: a word that the dictionary sees across the end of a place begins behind it
        if start - token.start > 1 and (across := _place_across(text, token.start, start, bounds)):
            start = across
            continue
        piece = text[token.start : start]
        if not verbs and piece in LEVELS and level_at(text, token.start) and piece != "村":
            return token.start, True
        if (
            not verbs
            and piece in ("和县", "会同县")
            and text[token.start - 1 : token.start] in tuple("所局院会队校司委站办厅部联协社行馆心团府")
        ):
            return start - 1, True  # 派出所|和|县公证处, 教育局|会同|县公安局
        # 市招|管局: a rare word that begins with a level is the level and the first character of a short form.
        if not verbs and len(piece) == 2 and piece[0] in LEVELS and frequency(piece) < 100 and level_at(text, token.start):
            return token.start, True
        if verbs and piece == "至" and _joins_places(words, token.start, start, bounds):  # 白鹤滩至浙江±800千伏…工程
            start = token.start
            continue
        if (
            verbs
            and piece == "和"
            and _OUTPUT.match(text, start)
            and _OUTPUT.search(text, max(0, token.start - 26), token.start)
            and not text.endswith(("项目", "工程"), 0, token.start)
        ):
            start = token.start  # 年产30万吨烧碱和年产32万吨聚氯乙烯项目
            continue
        if verbs and piece in ("与", "和", "及") and _two_works(words, token.start, start, head):
            start = token.start  # 国家湿地公园环境整治与保护工程
            continue
        if (
            verbs
            and piece in ("与", "和", "及", "暨")
            and (whole := _start_of_both(words, token.start, start, head, bounds, blocks)) >= 0
        ):
            return whole, True
        # 全省巩固拓展脱贫攻坚成果|同|乡村振兴有效衔接培训班
        if verbs and piece in ("与", "同") and text.endswith("成果", 0, token.start) and text.startswith("乡村振兴", start):
            start = token.start
            continue
        if (
            verbs
            and piece in _NOMINAL
            and (start == head or _WORK_DONE.fullmatch(text, start, head))
            and _is_noun(words, token.start, bounds)
        ):
            start = token.start
            continue
        if piece == "集" and text[start] in "镇乡村州":  # 韩家集|村, 集州|街道
            start = token.start
            continue
        if piece == "地" and token.start in bounds:  # 乌鲁木齐|地|窝堡国际机场: no adverb's ending behind a place
            start = token.start
            continue
        if _ends_name(text, piece, token, verbs=verbs) and not (
            _in_unknown_name(words, token, start, head) or _begins_unknown_name(words, token, start, head, bounds)
        ):
            break
        start = token.start
    if text.startswith(_LEADING, start):
        anchored = True
    return start, anchored


def _place_across(text: str, begin: int, end: int, bounds: Mapping[int, int]) -> int:
    """Where inside a word a division ends that begins before it, or 0."""
    for at in range(end - 1, begin, -1):
        if at in bounds and bounds[at] < begin and load_divisions().named(text[bounds[at] : at]):
            return at
    return 0


def _joins_places(words: Words, at: int, end: int, bounds: Mapping[int, int]) -> bool:
    """Whether 至 stands between the two ends of a line: a place after it, a name before it."""
    before, after = words.at(at - 1) if at else None, words.at(end)
    if before is None or after is None or not (end in bounds.values() or is_proper(after)):
        return False
    return at in bounds or is_proper(before) or is_unknown(before)


# 路面改造|及|附属设施工程: common words for the second thing that one project makes, up to its head noun.
_SECOND_THING = re.compile(
    "(?!其|重点|重大|现场|拟|各|所有|相关(?:项目|工程)|(?:配套|附属)?(?:项目|工程)的)[一-鿿A-Za-z0-9/]{2,16}?(?:工程项目|项目|工程|生产线|生产基地)"
)
# 开发区老厂区|及|配套工程, but 调研某集团|和|项目
_SITE = re.compile("(?:园区?|水库|广场|大桥|厂房|厂区|[车码]头|中心|小区|路)$")
# 东岭镇污水处理厂|及|配套管网工程: what goes with a plant or a school
_WITH_IT = re.compile("配套|附属")
# 年产|30万台|空调
_SO_MANY = re.compile("[0-9]万?(?:台|吨|套|辆|件|只|片|平方米|立方米|千瓦|兆瓦|GW|MW)")
_TOLD_OF = re.compile("(?:[元区园镇]的|(?:项目|工程)、|签订|签约|引进|投资|实施)$")
_NO_FIRST_THING = re.compile(
    "(?:情况|等地|投资|领导|部门|企业|群众|干部|经济|社会|发展|工作|服务|管理|活动|产业|项目|资金|政策|仪式|大会|会议)$|项目|工程."
)


def _start_of_both(words: Words, at: int, end: int, head: int, bounds: Mapping[int, int], blocks: Container[int]) -> int:
    """Where a project's name begins that makes two things in one place or for one firm (某县城区道路|及|管网工程), or -1."""
    text = words.text
    second = _SECOND_THING.match(text, end)
    if (
        not second
        or second.end() <= head
        or (at in bounds and text[at] != "暨" and not _SITE.search(text, 0, at) and not _WITH_IT.match(text, end))
        or any(end <= begin < head for begin in bounds.values())
    ):
        return -1
    start, anchored = name_start(words, at, bounds, blocks=blocks, limit=32, verbs=True)
    named = max((e for e, s in bounds.items() if start <= s and e < at), default=0)
    first = words.at(start)
    if (
        not anchored
        and at - start >= 3
        and first is not None
        and (is_proper(first) or is_unknown(first) or text.endswith("元的", 0, start))
    ):
        # 投资2亿元的|云珠胶囊及体验馆项目: a name unknown to the dictionary, or whatever has a price
        anchored = bool(_TOLD_OF.search(text, max(0, start - 4), start))
        # 云珠300万台空调|及配套生产项目: how much a plant puts out tells it from a kind
        anchored = anchored or (_WITH_IT.match(text, end) is not None and _SO_MANY.search(text, start, at) is not None)
    return start if anchored and named + 2 <= at and not _NO_FIRST_THING.search(text[max(named, start) : at]) else -1


def _two_works(words: Words, at: int, end: int, head: int) -> bool:
    """Whether a conjunction joins two things done in one project, right before its head noun (整治与保护|工程)."""
    before, after = words.at(at - 1) if at else None, words.at(end)
    return (
        before is not None
        and after is not None
        and after.end == head
        and len(before.text) == len(after.text) == 2
        and (before.tag in ("v", "vn") or before.text[-1] in "治化")
        and after.tag in ("v", "vn")
    )


def _is_joint(text: str, at: int) -> bool:
    """Whether a dash joins two names (首钢—凯西项目) rather than setting a phrase apart."""
    return text[at] == "—" and 0 < at < len(text) - 1 and text[at - 1] not in _PUNCTUATION and text[at + 1] not in _PUNCTUATION


def _goes_on(words: Words, start: int) -> bool:
    """Whether the word before a place is a company's own name, so that the place stands inside it."""
    token = words.at(start - 1) if start else None
    return (
        token is not None
        and token.text not in boundary_words()
        and token.text not in _PLAIN
        and token.text not in _PUNCTUATION
        and (
            is_proper(token)
            or is_unknown(token)
            or token.text in ("附属", "运营")
            or (token.tag == "j" and len(token.text) > 1 and frequency(token.text) < 2000)  # 国投|江北|风电有限公司
            or (token.tag[:1] == "n" and frequency(token.text) < 2000)
        )
    )


# 干部能力|提升|培训班: verbs that begin no name, but may end what stands before a head noun.
_NOMINAL = frozenset(["提升", "优化", "强化", "保障", "深化", "拓展", "完善", "制定", "推进", "检查"])

# 雨水管网提升|改造|一期工程, 河道提升|二期项目: what else is done, and which part of it, before the head noun.
_WORK_DONE = re.compile("(?:改造|整治|治理|建设|修复)?(?:[一二三四五六]期)?")


def _is_noun(words: Words, end: int, bounds: Mapping[int, int]) -> bool:
    """Whether a common noun ends at a position, or what is done to it (饮水安全巩固|提升)."""
    token = words.at(end - 1) if end else None
    if token is None or token.end != end or end in bounds or len(token.text) < 2:
        return False
    return token.tag in ("n", "vn", "an") or token.text in _DONE_TO


_DONE_TO = frozenset(("改造", "整治", "治理", "建设", "修复", "保护", "巩固", "更新", "绿化"))


# Words of time and manner that are a part of names: 现代农业园项目, 夏夜治安巡查行动.
_PART_OF_NAMES = frozenset(
    ["现代", "高速", "正极", "负极", "春季", "夏季", "秋季", "冬季", "夏夜", "北段", "南段", "东段", "西段", "中段"]
)
# 垃圾无害化|利用|项目: what is done to a thing, as in 综合利用
_MADE_USE_OF = re.compile("(?:化|综合|循环|回收|再生|开发|余热)$")

# 中心医院|原址|改扩建项目, 云河灌区|续建|配套工程, 二附院迁址|新建|一期工程: what is done to a thing is a part of the work's name
_DONE_AT = re.compile("[原现]址(?=[改扩重翻迁新])|续建(?=配套|[与和及])|(?<=[址地迁])新建(?=项目|工程|[一二三]期)")

_MOONS = frozenset("潭湖牙亮坝山岭溪河池塘泉港沟")
_NUMBERED = re.compile("[0-9〇一二三四五六七八九十本上下当每个半数近]$")
_UNDER = ("领导下", "指导下", "支持下", "带领下", "关心下", "努力下", "帮助下")
RANKS = ("国家级", "省级", "市级")
"""What stands before 自然保护区 and the like within its name."""
_RANKED = ("自然保护区", "森林公园", "湿地公园", "地质公园", "风景名胜区", "旅游度假区", "经济技术开发区", "高新技术")


def _ends_name(text: str, piece: str, token: Token, *, verbs: bool) -> bool:
    """Whether a word cannot be part of a name, so that the name begins after it."""
    whole = len(piece) == len(token.text)
    if piece == "起" and text[token.start - 1 : token.start] in tuple("东西南北"):
        return True  # 一期工程北起|7号线
    if piece in RANKS and text.startswith(_RANKED, token.end):
        return False  # 云山|国家级|自然保护区管理局
    if piece in boundary_words():
        return not (
            verbs and (_DONE_AT.match(text, token.start) or (piece == "利用" and _MADE_USE_OF.search(text, 0, token.start)))
        )
    if piece == "下" and text.endswith(_UNDER, 0, token.end):
        return True  # 领导下|牛家村党支部
    if verbs and piece in _PART_OF_NAMES:
        return False
    if token.tag in ("m", "t") and NUMBER_OF_SIGHT.match(text, token.start):
        return False  # 百丈|山景区
    if whole and (token.tag[:1] in _STOP_TAGS or token.tag == "ad"):
        return not ((verbs and _PHASE.fullmatch(piece)) or piece in column("name_verbs", "word"))
    if piece == "月" and text[token.end : token.end + 1] in _MOONS and not _NUMBERED.search(text, 0, token.start):
        return False  # 月|潭水库, but 1月|潭水上涨
    if whole and (token.tag[:1] == "f" or piece == "内"):
        return piece in "内外前后间里旁侧" and not verbs
    if verbs:
        return False
    if token.tag[:1] == "i" and whole:
        return True
    if token.tag == "v":
        return piece not in column("name_verbs", "word") and not (piece in namesakes() and _NAMESAKE.match(text, token.end))
    return token.tag[:1] == "m" and whole and not _NUMBER_OF_NAME.fullmatch(piece)


# 百丈山, 千灯湖; but not 三座山, 百年湖
NUMBER_OF_SIGHT = re.compile(
    "(?<![0-9〇一二三四五六七八九十百千万第近约超上数])[三五六七八九百千万双](?![座个条处片口张道多余年里公月日天周])[一-鿿]?[山湖岛岭峰洞寺沟潭河溪泉塔]"
)
"""What a sight is called by that begins with a number."""
# 跃进|水库
_NAMESAKE = re.compile("水库|水电站|电站|泵站|灌区|[水大]?渠|大桥")
# 第十一|人民医院, 二|中, 八一|水库, 五里|营子小区, 云岭一号|隧道; 大宗|商品交易中心, which the dictionary counts as a number
_NUMBER_OF_NAME = re.compile(
    "大宗|[五六七八]一|第[一二三四五六七八九十]{1,3}|[一二三四五六七八九十万]|[一二三四五六七八九十]{1,2}里|[一二三四五六七八九十]{1,2}号"
)


# 滨江路|青坊大桥, 石桥镇|青坊大桥: what is said before a bridge is the street that it carries or the town it stands in.
STREET_BEFORE_BRIDGE = re.compile("[一-鿿]{2}(?<![公铁速])(?:路|街|大道|镇|乡|街道)(?=[一-鿿]{2,4}$)")

# Provinces by one character: 湘赣, 京港澳.
PROVINCES = frozenset("京津沪渝冀豫鲁晋皖苏浙闽赣湘鄂粤桂琼川蜀黔滇藏陕甘青宁疆蒙辽吉黑台港澳")
# Single characters that no unknown name swallows: particles, prepositions, the verbs that stand before names.
_PLAIN = frozenset(
    "的了着过在内是和与及或对为从向把被将由以于至到等有无不未已正也都还又再并而但且就所之其该此这那各每某本去来赴往说请让使给用据按经沿率带任获是个家名位次年月日元第设建办修抵距离跨穿接施忘起抵"
)


def _in_unknown_name(words: Words, token: Token, start: int, head: int) -> bool:
    """Whether a single character is part of a name the dictionary lacks: another single character or a proper name stands beside it.

    北京|合|展|集团 is 合展集团; 万佳|达|光电 is 万佳达光电.
    """
    if len(token.text) != 1 or token.text in _PLAIN or token.text in _PUNCTUATION or token.text in boundary_words():
        return False
    left, right = words.at(token.start - 1) if token.start else None, words.at(start)
    if left is not None and (
        is_proper(left) or (len(left.text) == 1 and left.text not in _PLAIN and left.text not in _PUNCTUATION)
    ):
        return True
    return right is not None and start < head and len(right.text) == 1 and right.text not in _PLAIN


# 前往正泰智能电气产业园, 在恒力炼化: where no adverb can stand, since a name must follow.
_NAME_FOLLOWS = re.compile("(?:^|[、；：由]|企业|前往|走进|来到|走访|考察|参观|赴|位于|调研|来自)$")


def _begins_unknown_name(words: Words, token: Token, start: int, head: int, bounds: Mapping[int, int]) -> bool:
    """Whether what looks like an adverb (正|泰, 均|瑶) is the first character of a name that the dictionary lacks."""
    text, right, place = words.text, words.at(start), bounds.get(token.start)
    # 总投资7亿元的浙江|正|华纸业项目, 江西|正|邦集团…项目: the firm's place begins its name
    placed = place is not None and (
        (token.start - place <= 3 and text[max(0, place - 1) : place] in ("的", "、", "："))
        or text.startswith(("集团", "公司", "股份", "控股", "科技"), token.end + 1)
    )
    return (
        token.tag == "d"
        and len(token.text) == 1
        and right is not None
        and right.start < head
        and len(right.text) == 1
        and right.tag[:1] not in ("v", "p", "d", "u", "a")
        and (placed or bool(_NAME_FOLLOWS.search(text, max(0, token.start - 2), token.start)))
    )


_YEAR_AND_UNIT = re.compile("(?:19|20)[0-9]{2}[一-鿿]")


def is_year_of_place(counted: re.Match[str]) -> bool:
    """Whether what looks like a number of things is a year before a division: 2019|大连国际马拉松, 2017|天水博览会."""
    at = counted.end() - 1
    return _YEAR_AND_UNIT.fullmatch(counted.group()) is not None and any(
        start == at for start, _ in load_divisions().scan(counted.string)
    )


# 湖山一中2019届|毕业典礼
_CLASS_OF = re.compile("20[0-9]{2}届")


def counts(text: str) -> bool:
    """Whether a phrase counts things (9家博物馆) and so names none."""
    return any(
        not is_year_of_place(counted) and not _CLASS_OF.fullmatch(counted.group()) for counted in _COUNTED.finditer(text)
    )


def is_rare(word: str) -> bool:
    """Whether a word is rare enough to tell one thing from another: unknown, a single character, or seldom used."""
    return len(word) == 1 or frequency(word) < 200


def is_proper(token: Token) -> bool:
    """Whether the dictionary has a word as a name of a person, place, organization or brand."""
    return token.tag[:2] in ("nr", "ns", "nt", "nz") or (len(token.text) >= 2 and all(char in PROVINCES for char in token.text))


def is_unknown(token: Token) -> bool:
    """Whether the dictionary lacks a word, so that its characters stand singly."""
    return not token.tag or (
        len(token.text) == 1 and token.tag[:1] not in ("v", "a", "d", "m", "q", "r", "f", "b", "j", "p", "c", "u")
    )

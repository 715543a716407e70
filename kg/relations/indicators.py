"""The name of what a number measures: the words around it in, the indicator out (接待游客, 粮食产量同比增长)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.model import TIME, Mention
from kg.reading.words import cut, tag
from kg.recognition.lexicon import rows
from kg.relations.clauses import Clause

RATES = ("增速", "增幅", "涨幅", "降幅", "升幅")
BUILDS = ("新建", "改建", "扩建", "续建", "迁建")
"""Verbs that the dictionary holds for names of places."""
WIDE = ("全国", "全球", "全省", "全市", "全县", "世界")
"""Words for the whole of a country or a division."""
LONGEST = 30
"""Characters of a label; what stands before them is no part of the name."""
STOPS = frozenset("，。；、：！？,;:!?（）()“”《》 　\n*")


@cache
def load_words() -> Mapping[str, tuple[str, ...]]:
    """Word lists by kind, longest words first."""
    return {row["kind"]: tuple(sorted(row["words"].split(), key=lambda w: (-len(w), w))) for row in rows("observation_words")}


@cache
def any_of(kind: str) -> re.Pattern[str]:
    """The words of a kind as alternatives."""
    return re.compile("|".join(map(re.escape, load_words()[kind])))


@cache
def word_set(kind: str) -> frozenset[str]:
    """The words of a kind as a set."""
    return frozenset(load_words()[kind])


# What may stand between a unit and its noun: 300多个|以上的|村庄.
AMOUNT_REST = re.compile("^(?:多|余(?!震)|来)?(?:及?以上|左右|及?以下|以内|之多|不等)?的?")
# What begins a noun though it holds a stop: 国家和地区, “一卡通”应用目录, 500强企业, 6G技术.
_HEAD = re.compile(
    "|".join(map(re.escape, load_words()["joint"]))
    + "|(?:新建|改建|扩建|改扩建|迁建|续建|开工|竣工)(?:[、和及](?:新建|改建|扩建|改扩建|迁建|续建|开工|竣工))+(?=[一-鿿])|在[岛校职建册线逃押读网编场途售营研](?![地内外里上中下区园设筑])|被困(?![在于])|[一-鿿]{1,4}（(?:[一二三甲乙村居乡镇县市州区盟旗场所校院]|社区|街道|地区|公立)）(?=[一-鿿])|“[^“”，。、]{1,10}”|(?:世界|中国|全球)?500强|[0-9]?[A-Za-z][A-Za-z0-9]{0,5}(?=[一-鿿])"
)
_NOUNS = ("n", "j", "l", "s", "")
"""Parts of speech, by their first letter, that may be the noun counted; words that the dictionary lacks are."""
_ADVERBS = ("c", "d", "f", "m", "p", "r", "u")
_QUOTES = str.maketrans("", "", "“”")
_ENDS = re.escape("".join(sorted(STOPS)))
# 1架|东坪-27飞机: the number of a type belongs to its name.
_STOP = re.compile(f"[{_ENDS}]|——|(?<![-0-9A-Za-z])[0-9]")
_FUNCTION = frozenset("经携将已被在是为让使以于并由从和及与共对把获等到赴")


def left_label(text: str, start: int, mention: Mention, clause: Clause) -> str:
    """The words before a number that name what it measures, without its subject and its time."""
    if clause.subject is not None and clause.subject.start < mention.start:
        start = max(start, clause.subject.end)
    left = _MARKS.sub("", _without_times(text, start, mention.start, clause))
    left = _without_brackets(_without_former(left))
    if line := _LINE_NUMBER.match(left):
        left = left[line.end() :]
    left = _COMPARED_TO.sub("", _LEAD_IN.sub("", left))
    if (after := any_of("after").match(left)) and after.end() < len(left):  # 通车后|车程
        left = left[after.end() :]
    left = strip_lead(strip_link(_without_hedges(left)))
    while len(left) > LONGEST:  # the end tells what is measured
        noun = left.partition("的")[2]  # 以汽车、电池等为代表的|高技术产品出口
        left = noun if len(noun) >= 4 else left.removeprefix(cut(left)[0]).lstrip("、的")
    return left


_MARKS = re.compile("[*“”‘’ 　①②③④⑤⑥]")
# 7.全国春播粮食…; （3）…: the number of a list's line, and 【在希望的田野上】, its series.
_LINE_NUMBER = re.compile(r"^(?:\d{1,2}\.(?=\D)|[（(]?[0-9一二三四五六七八九十]{0,3}[）)])?(?:【[^】]*】)?")
# 大会期间|共收到建议, 在（未来5年）内|投资, 在区委的支持下|改造小区
_LEAD_IN = re.compile("^(?:在?[^，；在]{0,16}期间|将?在内|在[^，；在]{2,20}(?:支持|帮助|带领|领导|指导|关心|推动|努力|带动)下)")
# 与（2013年）相比|增长
_COMPARED_TO = re.compile("[与和同](?:去年|上年)?(?:同期)?(?:相比较?|比较|对比|同比)，?")


def _without_times(text: str, start: int, end: int, clause: Clause) -> str:
    """A stretch of a clause without the times it names, but for those that something is compared with (比去年|增长)."""
    parts: list[str] = []
    for mention in clause.mentions:
        if mention.type == TIME and start < mention.end and text[mention.start - 1 : mention.start] not in ("比", "较"):
            part = text[start : min(mention.start, end)]
            if mention.start < end and part.endswith(("预计到", "计划到", "力争到")):  # 预计到|年底|可接待
                part = part[:-1]
            if parts or part not in ("在", "将在"):  # 英国将在|2027年|把支出提高到…
                parts.append(part)
            if text.startswith("档", mention.end) and (season := _SEASON.search(mention.text)):
                parts.append(season.group())  # 2023年|春节档总票房
            start = mention.end
    return "".join((*parts, text[start:end]))


_SEASON = re.compile("(?:春节|国庆|五一|端午|中秋|清明|元旦|暑期|贺岁|情人节|劳动节|国庆节)$")
# 含沙量从多年平均值|27公斤减少到6公斤, 通行时间将由目前的|3小时缩短至1小时, 列车由开通初期的日均|2列增加到…: how the value before a change is led in.
_FORMERLY = re.compile(
    "(?:将|可)?(?:[从由](?:现在|目前|过去|原来(?:的?计划)?|原计划|此前|之前|以前|原先|当前|最初|最开始|刚开始|起初|当初|首届|上届|(?:多年|历史|常年)平均值?|[^，。由从0-9]{2,8}(?=的)|[^，。由从]{2,8}(?:初期|之初|时期|年代|前|时|末|底|初))?"
    "|(?:现在|目前|过去|原来|此前|之前|以前))的?(?:最快|平均|约|日均|年均|不足|近)*$"
)
# 通行时间将由现在的1小时20分钟|缩短为20分钟
_FORMER_VALUE = re.compile(
    "(?:将|可)?(?:由|从)[^，。由从]{0,8}?[0-9一二三四五六七八九十两半几]+[^，。由从]{0,8}?(?:小时(?:[0-9]+分钟?)?|分钟|天|年|个多?月|个人)多?(?:左右)?"
)
# 规模由原来的几亩地|扩大到
_FORMER_FEW = re.compile(
    "[由从](?:原来|过去|最初|最开始|起初|当初|以前|之前)的?(?:不到|不足|仅有?)?(?:十?几|几[十百千]|上百|数[十百])[^，。；由从]{1,4}?"
    "(?=扩大|增加|增长|发展|提[高升]|增至|扩至|上升|减少|下降|降)"
)
# 货值|由统一品牌后的80亿美元增加到|567亿美元
_FORMER_AMOUNT = re.compile(
    "[由从][^，。；]{0,16}?[0-9][0-9.]*[万亿]*[^，。；0-9]{1,10}(?:增加?|提[高升]|扩大|下降|降低|减少|上升|增长|拓展|缩[短小])[到至][^0-9]*$"
)
_BRACKETED = re.compile("[（(][^（()）]*[)）]")
# 较（2022年）|同比增长
TWICE_COMPARED = re.compile("[较比](?=同比|环比)")


def _without_former(left: str) -> str:
    """A label without brackets and without the value before a change."""
    left = _FORMER_FEW.sub("", _FORMERLY.sub("", _FORMER_VALUE.sub("", _BRACKETED.sub("", left))))
    return TWICE_COMPARED.sub("", _FORMER_AMOUNT.sub("", left))


def _without_brackets(left: str) -> str:
    """A label from the bracket on that it stands in (全市学校（|幼儿园12所）)."""
    for opening in "（(":
        behind = left.rpartition(opening)[2]
        left = left if "）" in behind else behind
    return left


def _without_hedges(left: str) -> str:
    """A label without the words on how sure or exact its number is (预计|产值大约); 预期 may begin a name."""
    if not any_of("hedge").search(left):
        return left
    hedges, words = word_set("hedge"), cut(left)
    last = len(words) - 1
    return "".join(word for i, word in enumerate(words) if word not in hedges or (word == "预期" and i < last))


def counted(left: str, right: str, *, whose: bool = False) -> str:
    """The name of what is counted: the noun behind the number, with the verb before it that tells what is done (新建|14座|车站).

    Args:
        left: The words before the number.
        right: The noun behind it.
        whose: Whether 的 leads to the number, so that the last verb only tells which of them (前来支援的|3名|医生).

    Example:
        >>> counted("在高校增设", "专业"), counted("包括", "专家"), counted("来自", "国家和地区")
        ('增设专业', '专家', '国家和地区')
        >>> counted("产品远销", "国家和地区")
        '产品远销国家和地区'
    """
    befallen = load_words()["casualty"]
    if left.endswith(load_words()["quantity"]):
        return left
    if (some := next((w for w in befallen if right.startswith(w)), "")) and right.startswith(("多", "数", "另"), len(some)):
        right = some  # 3人|死亡|多人受伤
    struck = max(map(left.rfind, load_words()["strike"])) if any_of("strike").search(left) else -1
    if struck > 0 and left[struck:] in load_words()["strike"]:  # 击落甲方发射的|6枚|导弹
        first = any_of("strike").search(left)
        if first is not None and first.end() < struck - 1:
            return first.group() + right
    if struck > 0 and len(left) - struck <= 8:  # 在过去一天|击落乌军|1架|直升机
        left = left[struck:]
    if len(left) <= 12 and right.startswith(("国家", "省")) and left.endswith(load_words()["reach"]):
        return left + right
    if right and left.endswith("等"):  # 缓缴耕地开垦费、污水处理费等|14项|收费, 成功发射甲星等|5颗|卫星
        verb = next((word for word in cut(left)[:2] if tag(word)[:1] not in ("d", "a")), "")
        listed = len(verb) == 2 and tag(verb) == "v" and "的" not in left and verb not in word_set("says")
        return verb + right if listed else right
    plain = bool(right) and not right.startswith(befallen) and not right.endswith(befallen)
    if len(left) > 8 and plain and not whose and tag(cut(right)[-1]) != "v":
        done = cut(left)[-1]  # 批准在河岸新建|14个|定居点
        built = done in BUILDS or (len(done) == 2 and tag(done) == "v")
        if built and done not in word_set("idle") and done not in word_set("says"):
            return done + right
    if len(left) > 8 or right.startswith(befallen) or right.endswith(befallen) or any(c.isdigit() for c in left):
        return right
    words = cut(left)
    last = max((i for i, word in enumerate(words) if tag(word)[:1] in _ADVERBS or word in "、，"), default=-1)
    ruled = last >= 0 and tag(words[last]) == "p"
    words = words[last + 1 :]
    while words and ((ruled and tag(words[0])[:1] != "v") or words[0] in word_set("idle")):
        words = words[1:]
    said = "".join(words)
    return right if len(said) > 6 or right.startswith(("国家", "省")) else said + right


# 31个省级规划|得到批复, 2000家企业|线下参展: what all of those counted do, to the end of the clause
_ALL_DO = re.compile(f"[^{_ENDS}0-9的]{{2,14}}?(?=[，。；！]|$|总?投资)")
# 已开设专业|上百个
_MANY = re.compile("[百千万][余多]?[个名家项人条种]")


def what_all_do(text: str, noun: str) -> str:
    """What the things counted are said to do or to undergo, where a clause says no more than that behind their noun.

    Example:
        >>> what_all_do("项目集中签约", "项目"), what_all_do("国家和地区的代表", "国家和地区")
        ('集中签约', '')
    """
    text = AMOUNT_REST.sub("", text)
    if not text.startswith(noun):
        return ""
    does = _ALL_DO.match(text, len(noun))
    if does is None or _MANY.search(does.group()):
        return _deed(text[len(noun) :]) if noun and does is None else ""
    words = cut(does.group())
    acts = does.group().startswith("被") or any(tag(word) == "v" for word in words)  # 房屋|被毁
    begun = words[0] == "被" or tag(words[0])[:1] not in ("u", "c", "f", "p")
    if acts and begun:
        return does.group()
    return _deed(text[len(noun) :]) if noun else ""


# 围绕“共建共享”|作大会发言, 在各类平台上|发表意见
_MANNER = re.compile(
    "(?:已经?|将|正在?|先后|共同|集中|全面)*(?:(?:围绕|就|针对|以)“[^“”]+”(?:为[主题]+|等[^，。；]{0,6})?|[在从通][^，。；0-9]{2,20}?[中上里下内间](?=[一-鿿]{4}))?"
)


_REST_OF_LIST = re.compile("(?:、[^，。；、0-9的]{2,6}){1,2}(?=[，。；]|$)")
# 在当地的学校里|死亡
_BEFELL = re.compile(
    f"[在因于][^，。；0-9]{{2,30}}?((?:{'|'.join(load_words()['casualty'])})(?:[或和](?:{'|'.join(load_words()['casualty'])}))?)(?=[，。；]|$)"
)
# 接受了600例|检查
_UNDERWENT = re.compile(
    "(接受|完成|参加|获得|发布|提交|提出)了?(?:约|近|超过?)?[0-9][0-9.]*[万亿]*[余多]?[一-鿿]([一-鿿]{2,6})(?=[，。；]|$)"
)
_NO_OBJECT = (*WIDE, "全区")
"""What an object cut short at a number ends in: 实现全县|4G网络覆盖."""


def _deed(text: str) -> str:
    """The verb that a clause goes on with behind a noun and its object, where it says more than that: 发布|岗位需求|800个."""
    if befell := _BEFELL.match(text):
        return befell[1]
    text = text[_MANNER.match(text).end() :]  # type: ignore[union-attr]
    if underwent := _UNDERWENT.match(text):
        return underwent[1] + underwent[2]
    stop = _STOP.search(text)
    words = cut(text[: min(stop.start() if stop else len(text), 24)])
    if len(words) == 1 and len(words[0]) == 4 and tag(words[0][:2]) == "v":  # 发表意见 is a word of its own
        return words[0]
    if len(words) < 2 or tag(words[0]) != "v" or words[0] in word_set("no deed") or words[1] == "的":
        return ""
    thing = noun_phrase("".join(words[1:]).lstrip("了着到"), 10)
    listed = text[text.find(thing) + len(thing) :]
    if listed.startswith("、") and not listed[1:2].isdigit():  # 实施智能化、绿色化改造
        whole = _REST_OF_LIST.match(listed)
        thing = thing + whole.group() if whole else ""
    if len(thing) < 2 or thing.endswith(_NO_OBJECT) or thing.endswith(load_words()["quantity"]):
        return ""
    return whole_name(words[0] + thing)


# 300多人|共同|出席
_TOGETHER = re.compile("^(?:共同|一起|现场|集体|同时|在?此)")


def who_did(text: str, unit: str) -> str:
    """The name of a number of people of whom only a verb tells: 超1亿人次|参与活动.

    Example:
        >>> who_did("参与“湖滨行”活动", "人次"), who_did("共同出席了开馆仪式", "人"), who_did("左右", "人")
        ('参与人次', '出席人数', '')
    """
    verb = _TOGETHER.sub("", AMOUNT_REST.sub("", text))[:2]
    return verb + ("人数" if unit == "人" else unit) if verb in load_words()["joins"] else ""


@cache
def _links() -> Mapping[str, tuple[str, ...]]:
    """The words that lead to a number by their last character, longest first."""
    links = load_words()["link"]
    return {end: tuple(w for w in links if w[-1] == end) for end in {w[-1] for w in links}}


_NO_HEDGE = ("签约", "节约", "预约", "合约", "契约", "履约", "公约", "条约", "附近", "最近", "邻近", "临近")
_NO_PLAN = ("年度计划", "年计划", "占计划", "完成计划")
_NO_REACH = ("下达", "传达", "送达", "抵达", "转达", "到达", "触达", "直达", "通达")
_WHOLE = {
    "约": _NO_HEDGE,
    "近": _NO_HEDGE,
    "达": _NO_REACH,
    "计划": _NO_PLAN,
    "均": ("生均",),
    "创": ("首创", "独创", "原创", "自创"),
}
"""The longer words that end in a word that leads to a number, and name something."""
# A longer word that ends in one of these leads to no number: 下达, 收到, 持有, 通过.
_WORD_ENDS = frozenset("到有过超共将可已均于和或")


def strip_link(text: str) -> str:
    """A label without the words that only lead to its number: 产值突破|12亿元, but not 签约|3个项目.

    Example:
        >>> strip_link("产值突破"), strip_link("集中签约")
        ('产值', '集中签约')
    """
    text = text.rstrip("、的")
    while (links := _links().get(text[-1:])) and (word := next((w for w in links if text.endswith(w)), "")):
        whole = _WHOLE.get(word, ())
        if text.endswith(whole) or (word in _WORD_ENDS and cut(text[-6:])[-1] != word):
            break
        text = text[: -len(word)].rstrip("、的")
    return text


_OF_PROJECT = re.compile("[区部组库制]|经理|造林|技术|机械|质量|师")


@cache
def _leads() -> Mapping[str, tuple[str, ...]]:
    """The words that lead to a label by their first character, longest first."""
    leads = load_words()["lead"]
    return {begin: tuple(w for w in leads if w[0] == begin) for begin in {w[0] for w in leads}}


def strip_lead(text: str) -> str:
    """A label without the words that only lead to it, four at most: 其中|产值.

    Example:
        >>> strip_lead("其中产值"), strip_lead("现场签约")
        ('产值', '现场签约')
    """
    for _ in range(4):
        leads = _leads().get(text[:1], ())
        word = next((w for w in leads if text.startswith(w) and w != text), "") if leads else ""
        if not word or text.startswith("现场") or (word == "现" and cut(text[:6])[0] != word):  # 现金退税限额
            break
        if word == "多" and text[1:2] in ("家", "个", "位", "名", "种", "项", "部"):  # 多家企业投入|1000辆
            break
        if word in ("项目", "工程") and _OF_PROJECT.match(text, len(word)):  # 项目区新增产能, 工程造林
            break
        text = text[len(word) :]
    return text.lstrip("、的：:")


# 39次|2.5级以上|余震, 6个|10亿元以上|领军企业
_GRADE = re.compile("[0-9][0-9.]*(?:级|岁|公斤|万?亩|万?吨|[万亿]*元|[万亿]|米)?(?:万?人口)?(?:及?以上|及?以下)的?(?=[一-鿿])")


def noun_phrase(text: str, limit: int) -> str:
    """The noun phrase a text begins with, at most `limit` characters, without what the noun goes on to do.

    Example:
        >>> noun_phrase("的地级及以上城市奋力争先", 14), noun_phrase("多支队伍在湖滨演出", 14)
        ('地级及以上城市', '支队伍')
    """
    text = AMOUNT_REST.sub("", text.lstrip("*"))
    if named_so := _SO_NAMED.match(text):
        return f"所谓{named_so[1]}"
    if (grade := _GRADE.match(text)) and (noun := noun_phrase(text[grade.end() :], limit)):
        return grade.group() + noun
    head = _HEAD.match(text)
    begun = head.end() if head else 0
    text, limit = _up_to_stop(text, begun, limit)
    at, named = begun, bool(head)
    kept: list[str] = []
    words = cut(text[begun:])
    for word, after in zip(words, (*words[1:], ""), strict=False):
        if word == "的" and kept and kept[-1] in load_words()["holder"]:
            break
        if word == "中" and named and after:  # 22个项目|中甲、乙等14个已复工
            break
        if at + len(word) > limit or (head and word == "的") or _ends_noun(text, at, word, after, named=named):
            break
        named = named or tag(word)[:1] in _NOUNS or word in ("村", "大项")  # 4个|村成立了公司
        at += len(word)
        kept.append(word)
    while kept and kept[-1] in ("的", "中", "上", "内", "第"):
        kept.pop()
    if not named and all(tag(word)[:1] in _ADVERBS for word in kept):
        return ""  # 仍|处于失控状态
    return text[:begun].translate(_QUOTES) + "".join(kept)


# 15%|所谓“对等关税”
_SO_NAMED = re.compile("所谓“([^“”，。、]{1,8})”")
# 久拖不办的|“骨头案”，
_SO_CALLED = re.compile("“([^“”，。、]{1,8})”(?=[，。；]|$)")
_BEFORE_QUOTE = ("制", "式", "型", "版", "款", "级", "性", "世界", "共建", "所谓")
# 新时代|“江畔式”|服务所: a noun behind what is quoted
_NOUN_NEXT = re.compile(
    "(?:[^，。；、“”0-9的]{0,6})(?:国家|地区|企业|单位|项目|机构|中心|公司|城市|园区|基地|工厂|小镇|村|社区|学校|学院|景区|站点?|所|队|队伍|分局|税务局|产品|品牌|人才|坦克|导弹|场景|模式|改革|活动|行动|关税|文件|系统)(?=[，。；、0-9]|$)"
)
# 德制|“豹”|式坦克
_QUOTED = re.compile("“[^“”，。、]{1,12}”(?=[一-鿿])")


def _up_to_stop(text: str, begun: int, limit: int) -> tuple[str, int]:
    """A text up to the first stop from a place on, with a name in quotation marks that belongs to the noun; and the limit for that."""
    stop = _STOP.search(text, begun)
    if stop is None:
        return text[: limit + 4], limit
    quote = _QUOTED.match(text, stop.start()) if stop.start() <= limit else None
    before = text[: stop.start()]
    if before.endswith("的") and (so_called := _SO_CALLED.match(text, stop.start())):
        return before + so_called[1], limit + 4
    if quote is None:
        return before, limit
    if before.endswith(_BEFORE_QUOTE) or _NOUN_NEXT.match(text, quote.end()):  # 2辆德制|“豹”式坦克, 21个共建|“一带一路”国家
        stop = _STOP.search(text, quote.end())
        text = before + quote.group()[1:-1] + text[quote.end() : stop.start() if stop else len(text)]
        return text[: limit + 12], limit + 8
    verb = cut(before)[-1:]  # 880株古柏|制定“一树一策”方案
    if verb and tag(verb[0]) == "v" and before != verb[0]:
        return before.removesuffix(verb[0]), limit
    return before, limit


# 稳定在|1.3万亿斤以上: what lasts is that it is so much.
_TO_NUMBER = re.compile(f"[^0-9{_ENDS}]{{0,5}}?[在过超于破达到近逾]了?[0-9][0-9.]*[^的0-9{_ENDS}]{{1,10}}(?=[的{_ENDS}]|$)")


def what_goes_on(text: str, limit: int) -> str:
    """What is said to last so long, at most `limit` characters of it: 连续9年|保持增长, 连续9年|超过800亿斤."""
    if number := _TO_NUMBER.match(text):
        return number.group()
    stop = _STOP.search(text)
    words = cut("".join(_first_words(text[: stop.start() if stop else limit + 4], limit)))
    while words and tag(words[-1])[:1] in ("p", "c", "u"):  # cut short before what they lead
        words.pop()
    return strip_link("".join(words))


def _first_words(text: str, limit: int) -> list[str]:
    """The words that a text begins with, at most `limit` characters of them."""
    size = 0
    kept: list[str] = []
    for word in cut(text):
        size += len(word)
        if size > limit:
            break
        kept.append(word)
    return kept


# 已与|近100个国家合作, 向|3万户企业发放资金
_DEALS_WITH = re.compile(
    "(?:(?<!参)[与同向给对]|(?<=已)和|(?<=已经)和|(?:^|(?<=[计可已将能共后还并内年月日来]))为)(?=(?:约|近|超过?|逾|全[球国省市区县])*$)"
)
# 向上湾、下湾等|12省份发出通知
_DEALS_WITH_LISTED = re.compile("(?<![面针应])[与同向给对](?![接外于口话])(?=[^，。；与同向给对]{2,30}等(?:约|近|超)?$)")


# 与21个共建|“一带一路”|国家签署协议
_BRIEF_QUOTE = re.compile("“([^“”，。、]{1,8})”(?=[一-鿿])")


# 与8个国家|的12个|城市实现通航
_OF_SO_MANY = re.compile("(?<=国家|地区|省份)的(?:约|近|超)?[0-9][0-9.]*[余多]?[个家所座](?=[一-鿿])")


def dealt_with(before: str, after: str) -> str:
    """What is done with those counted, where a preposition leads to their number: 与|50个|国家开展合作, 为|300名|老人体检.

    Example:
        >>> dealt_with("已与", "国家和地区开展合作"), dealt_with("总数为", "老人")
        ('与国家和地区开展合作', '')
    """
    led = _DEALS_WITH.search(before, max(0, len(before) - 6)) or _DEALS_WITH_LISTED.search(before)
    if led is None:
        return ""
    after = _OF_SO_MANY.sub("", _BRIEF_QUOTE.sub(r"\1", AMOUNT_REST.sub("", after)), count=1)
    head = _HEAD.match(after)
    begun = head.end() if head else 0
    stop = _STOP.search(after, begun)
    words = _first_words(after[begun : stop.start() if stop else len(after)], 24 - begun)
    words = [after[:begun], *words] if begun else words
    cut_short = stop is not None and stop.group().isdigit()  # 与3个国家建立|7对友好城市
    while len(words) > 1 and (tag(words[-1])[:1] in _ADVERBS or (cut_short and tag(words[-1]) == "v")):
        words.pop()
    if stop is not None and stop.group() == "、":  # 与50个国家签署了绿色、蓝色领域的备忘录: cut in a list
        done = next((i for i, word in enumerate(words) if i and word == "了" and tag(words[i - 1]) == "v"), 0)
        words = words[:done] if done else words
    acts = any(tag(word) == "v" for word in words[1:])
    return led.group()[0] + "".join(words) if acts else ""


def _ends_noun(text: str, at: int, word: str, after: str, *, named: bool) -> bool:
    """Does a word begin what follows a noun: a preposition, an adverb, a verb that it is the subject of?"""
    if len(word) == 1 and word in _FUNCTION:
        # 地级及以上城市; 1800人|住在安置点, 27人|到会
        return not after.startswith(("以上", "以下")) and (named or not (word == "到" or (word == "在" and at == 1)))
    if word != "收获" and any_of("tail").match(text, at):
        return True
    kind = tag(word)
    if kind in ("c", "p", "d"):
        return named or word[0] in _FUNCTION
    if not named:  # 由420标箱|提升到840标箱
        return kind[:1] == "v" and (after in ("到", "至", "为") or (len(word) > 2 and word[-1] in "到至"))
    # 物资发放到边境, 导弹击中了目标: a verb with what only a predicate has
    acts = kind[:1] == "v" and (word[0] in "已将被共在由" or after[:1] in ("了", "着", "过", "出", "至", "在"))
    return (
        acts
        or (after == "到" and kind[:1] != "n")
        or word in word_set("predicate")
        or (word in ("全面", "现场", "首次", "一度", "集中") and tag(after)[:1] == "v")
    )


def verb_at_end(label: str) -> str:
    """The verb that a label ends in where it says little of what is measured: what the verb does so much of follows (又投入|150万元)."""
    words = cut(label)
    last = words[-1] if len(words) > 2 else ""
    return last if len(last) >= 2 and tag(last) == "v" else ""


def beyond(gap: str, left: str, *, named: bool) -> str:
    """Of the words between two numbers those that belong to the second: 435座桥梁、10座隧道."""
    noun = noun_phrase(gap, 14)
    rest = AMOUNT_REST.sub("", gap)[len(noun) :]
    if rest[:1] in ("、", "和", "及", "与"):
        return left.removeprefix(noun).lstrip("、和及与")
    return "" if named and not rest.strip("的约近超过逾达") else left


# 像东坪村这样的|安置点, 相当于|减少排放
_LIKE_THIS = re.compile(
    "^(?:(?:最新)?(?:数据|报告|调查|统计)(?:数据)?显示|[^，。；]{0,24}[公发]布的(?=[^，。；]{4})|(?:得出|创下)了?(?=[^，。；]{2})|像[^，]{1,14}这样的|相当于(?=减少|少|节约|植树|节省|增加|每年))"
)


def whole_name(label: str) -> str:
    """A label without the words that only join it to its clause; nothing where what is left is no name, or cut.

    Example:
        >>> whole_name("还发布了"), whole_name("游客数量约"), whole_name("该设备直径"), whole_name("贡献了我国")
        ('发布', '游客数量', '该设备直径', '')
    """
    parts = cut(_LIKE_THIS.sub("", label))
    while len(parts) > 1 and parts[0] in word_set("loose start"):
        parts = parts[1:]
    if not ("平均" in parts[-1] and _OUTDOES.search(label)):  # 高于全行业|平均
        while len(parts) > 1 and (parts[-1] in word_set("loose end") or parts[-1] in "的、和"):
            if "".join(parts[-2:]).endswith(_NO_REACH):  # 海外触达
                break
            parts = parts[:-1]
    parts = [word for word, after in zip(parts, [*parts[1:], ""], strict=True) if word != "共" or not _acts(after)]
    said = "".join(parts)
    done = len(parts) > 1 and parts[-1] == "下" and tag(parts[-2]) == "v"  # 挣下
    if len(said) == 1 and said in "需创获为":
        return ""
    if said in word_set("no name") or parts[0] in word_set("no start") or (parts[-1] in word_set("no end") and not done):
        return ""
    return said


_OUTDOES = re.compile("[高低快慢]于|高出")


def _acts(word: str) -> bool:
    """Does a word begin with a verb, so that 共 before it only adds up (公安机关|共|破获案件, but not 县域医|共|体)?"""
    return tag(word) == "v" or (len(word) > 2 and tag(word[:2]) == "v")


@cache
def _change_words() -> tuple[tuple[str, ...], frozenset[str]]:
    """The words that tell that something changed, and their characters."""
    words = (*load_words()["growth"], *load_words()["compared"])
    return words, frozenset("".join(words))


def only_change(text: str) -> bool:
    """Do the words only say that something changed (同比增加|24万人)?

    Example:
        >>> only_change("同比增长"), only_change("产值同比增长")
        (True, False)
    """
    words, chars = _change_words()
    if not chars.issuperset(text):
        return False
    for word in words:
        text = text.replace(word, "")
    return not text


# …2列|增加到目前的日均|12列: the words between the value before a change and that after it.
_TURNS_INTO = re.compile(
    "(?:左右|多|以上)?[^，。；0-9]{0,4}?(?:提升|提高|增加|增长|上升|扩大|扩展|拓展|拓宽|加宽|调整|上调|下调|下降|降低|减少|缩短|压缩|压减|精简|缩减|攀升|跃升"
    "|发展|回升|回落|恢复|[升降增减变扩])[到至为成]了?(?:现在|目前|如今|当前)?的?(?:约|近|超过?|逾|不足|日均|年均|平均|最快|最高)*"
)


def turns_into(gap: str) -> bool:
    """Do the words between two numbers say that one became the other?

    Example:
        >>> turns_into("提升到现在的"), turns_into("、出口")
        (True, False)
    """
    return _TURNS_INTO.fullmatch(gap) is not None


# 占全国12%, 较上月多5家: what is compared or shared out stands before.
_COMPARISON = re.compile(
    "约?占(?!地|用)|(?:已|提前|超额)?完成(?:全?年度?|年初|考核|[省市县区]政府|[省市县区])*(?:目标|任务|计划|预算|考核)|比(?![例重赛值分])|较(?![快大高强])|同比|环比|[快慢高低]于|高出|增[速幅]|[降涨]幅|[日月年]均$|平均$"
    "|相当于(?!减少|少|节约|植树|节省|增加|每年)|对(?=[^，。；]{2,16}(?:贡献|拉动))|超过|超(?=时序|额?定?计划|目标)|约?[是为](?=[^，]{0,8}(?:(?<!常)年|同期|总和|总量|水平|平均|的))"
)


def is_comparison(label: str) -> bool:
    """Does a label say only how something compares, and not what?"""
    return _COMPARISON.match(label) is not None


# 国际航线|表现亮眼，同比增长26%; 甲、乙|增幅较大，分别增长5%、6%: words on how something goes, before the number says it.
FARES = re.compile(
    "(?:继续|均|都|也|总体|持续|整体)*(?:保持|实现|呈现?)?了?(?:(?:较快|快速|稳定|平稳|强劲|良好|稳步|高速|两位数|双位数)的?增长(?:态势|势头)?|表现(?:较为|十分|尤为|非常)?(?:亮眼|突出|抢眼|强劲|良好|活跃)"
    "|增势(?:良好|强劲|明显)|增长(?:较快|迅速|强劲|明显|势头良好)|[增涨降][幅速](?:较大|较快|明显|居前|领先|最大|最快)|快速增长|稳步增长|持续增长|保持增长|需求旺盛)(?:，|$)"
)


# 其中，海产品|成为重要增长点，占全省出口的60%
_BECOMES = re.compile("(?!其|这|该|它|他|她)([一-鿿]{2,10}?)(?:成为|是)[^，。；0-9]{2,}$")


def measured(text: str) -> str:
    """The measure that a clause begins with, or the thing that it says fares well or becomes something: 粮食产量|再创新高, 国际航线|表现亮眼."""
    if (fares := FARES.search(text)) and fares.end() == len(text):
        noun = strip_lead(text[: fares.start()])
        return noun if 2 <= len(noun) <= 20 and not _STOP.search(noun) and not is_comparison(noun) else ""
    if (becomes := _BECOMES.match(text)) and not is_comparison(becomes[1]):
        return becomes[1]
    noun = noun_phrase(strip_lead(text), 14)
    return noun if noun.endswith((*load_words()["quantity"], *load_words()["gauge"])) else ""


def split_growth(left: str) -> tuple[str, str]:
    """A label cut before the words for a change: 规模以上工业增加值|同比增长."""
    words = load_words()
    last = max(left.rfind(w) + len(w) for w in words["growth"] if w in left)
    at = min(left.rfind(w) for w in words["growth"] if w in left and left.rfind(w) + len(w) == last)
    noun, change = left[:at].removesuffix("分别"), left[at:]  # 同比分别|增长
    for opener in words["compared"]:
        if noun.endswith(opener):
            noun, change = noun[: -len(opener)], opener + change
    return noun, change

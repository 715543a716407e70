"""Names told by their edges: they fill all between a head noun and the mark, the longer word, the place or the function word before it.

The dictionary lacks some of them and cuts them into single characters (白|柳 in 白柳水库, 大|谭 in 大谭小学), others are everyday words to it
(胜利大桥) or hold one (黄泥|墩 in 黄泥墩水库).
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cache

from kg.reading.words import frequency
from kg.recognition.lexicon import rows
from kg.recognition.people.full_names import load_surnames
from kg.recognition.phrases import PROVINCES, boundary_words, is_proper, namesakes
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Token, Words

# Function words, pronouns, measures and plain verbs: they stand before names or end what is said before, and no name holds them.
_NO_PART = frozenset(
    "省市区县州盟旗镇乡村任原现的了着过得地之在到从由自向往对把被将为与和同跟及或并而但且则若如因所以于至沿经是有无不没未已正又也还就才都再很更最太"
    "该本此这那其各每某全我你他她它们咱谁个座所处家名位批次届条项种类只块片段台辆艘支株棵栋幢间层号日月年时点分秒元吨亩斤"
    "说称问请让使给用据按看听谈讲想要会能可应去来赴抵进出入走访查建修办设开关停打挖铺送带拿赠捐评获夺见好等后前间内外里旁边处军方队"
)
# Characters that towns and villages end in, and so many a name taken from them.
_LAND = frozenset(
    "山河江湖海溪沟岗坡坪坝岭湾塘口洲滩桥店集庄屯堡营寨墩渡埠埭港浦泾圩沙泉井坑塬垭峡嘴角岸崖洞潭源林田园城关岩石"
)
_NUMERALS = frozenset("零一二三四五六七八九十百千万亿两几多半数双")
# What only a name or a noun can follow.
_LEADS_TO_NAME = frozenset("的在到从由至于往和与") | {
    "位于",
    "坐落于",
    "来到",
    "走进",
    "前往",
    "抵达",
    "赶到",
    "深入",
    "走访",
    "来自",
    "举行",
    "举办",
}
_MARKS = frozenset("，。；：！？、《》〈〉（）“”‘’…—|[]【】■●▲◆ \n/·-")


def coinage_start(words: Words, head: int, ends: Container[int] = (), *, strong: bool = True) -> int:
    """Where a name of two or three single characters begins that stands right before `head`, or a village's by its families, or -1.

    Args:
        ends: Where places end, at which a name may begin.
        strong: Whether the head noun hardly stands in anything but a name (水库); one like 湖 must have the name's edge shown.

    Example:
        >>> from kg.recognition.tokens import tokenize
        >>> coinage_start(tokenize("记者在白柳水库看到"), 5)
        3
        >>> coinage_start(tokenize("改造老旧小区"), 4)
        -1
    """
    text = words.text
    if "家" in text[max(0, head - 3) : head] or text.endswith(("各庄", "屯", "庄", "营", "寨"), 0, head):
        family = _family().search(text, max(0, head - 4), head)
        if family and words.starts_at(family.start()):
            return family.start()
    run: list[Token] = []
    at = head
    while at and at not in (ends if run else ()) and (token := words.at(at - 1)) and _is_single(token) and token.end == at:
        if token.text in _NO_PART or len(run) == 3:
            break
        run.insert(0, token)
        at = token.start
    if not 2 <= len(run) <= 3:
        return -1
    before = words.at(at - 1) if at else None
    if before is not None and len(run) == 3 and _is_single(before) and before.text not in _NO_PART:
        return -1
    # 落户|山斗产业园, but not 把|稳|中|塔
    led = before is not None and len(before.text) > 1 and before.text in boundary_words()
    opens = before is None or led or at in ends or before.text in _MARKS or before.text in _LEADS_TO_NAME
    # 碳达|峰, 大坝坝容|坝貌: no river and no hill
    if not strong and (not opens or run[-1].tag == "v" or any(t.text == text[head] for t in run)):
        return -1
    return at if _is_coined(run, opens=opens) else -1


def _is_single(token: Token) -> bool:
    return len(token.text) == 1 and "一" <= token.text <= "鿿"


def _is_coined(run: list[Token], *, opens: bool) -> bool:
    """Whether single characters are a name: no known word, no number, no abbreviation of regions, no verb with what it does.

    Args:
        opens: Whether a clause, an item of a list or a place right before them lets nothing but a name begin there.
    """
    name = "".join(t.text for t in run)
    first, last = run[0], run[-1]
    if len(run) == 3 and any(t.tag[:1] in ("v", "d", "p", "c", "u", "r") for t in run[:-1]):  # 喜见埭|溪, 水排海|隧道
        return False
    if last.text in "性型式化类级":  # 普惠性|幼儿园
        return False
    if name in generic_names() or name in boundary_words() or all(char in PROVINCES for char in name):
        return False
    if first.text in _NUMERALS or first.tag[:1] == "m":
        return opens and last.text in _LAND and last.tag[:1] != "q"
    if first.tag[:1] in ("v", "d", "p", "c", "u", "r"):  # 筑牢|高原
        return last.text in _LAND or (opens and last.tag[:1] not in ("v", "a", "d", "p", "c", "u", "r"))
    return last.tag[:1] not in ("p", "c", "u", "r") and (opens or last.tag[:1] not in ("v", "d") or last.text in _LAND)


@cache
def _called(kind: str) -> frozenset[str]:
    """The everyday words that places are called by: `name` (胜利), or `goods`, which also tell what is grown or made there (核桃)."""
    return frozenset(row["word"] for row in rows("namesakes") if row["kind"] == kind)


# Verbs and prepositions behind which a place stands, whatever it is called by.
_LEADS_TO_PLACE = _LEADS_TO_NAME | frozenset(
    ("途经", "途径", "经过", "穿过", "跨越", "连接", "参观", "考察", "调研", "赴", "经", "沿", "对", "将", "把", "及", "毗邻", "紧邻", "靠近", "返回", "地处", "落户", "入驻", "抵", "其中", "包括", "以及")
)  # fmt: skip
_SURELY_TO_PLACE = frozenset(
    ("在", "到", "位于", "坐落于", "来到", "走进", "前往", "抵达", "赶到", "深入", "来自", "赴", "地处", "途经")
)
# 开展|平安社区创建, 建成|和谐小区: settlements by their merits; 团结|社区群众: what is done to the people there.
_MERITS = frozenset(("青年", "平安", "和谐", "幸福", "富裕", "友好", "富强", "自治", "先锋", "文明", "自强"))
_WORKED_FOR = re.compile("创建|建设|工作|活动|评[选比]|试点|示范|[居村]民|群众|干部|百姓|各族|经济|产业")
# What follows a word in a village's name beside the characters for land: 观音|庵, 黄泥|墩, 营盘|梁.
_TAILS = _LAND | frozenset(
    "庵庙寺观宫阁殿墩冲梁堆树坨垅垄畈畔坳凹屋垸湾洼埂塔坊墙窑关畲垭嘴壑碛楼铺桥窝泡地门头榜垱荡汊埂堰堤碾磨坟碑亭牌陂圳塬崾墕岘砭台坎"
)
_FAMILY_TAIL = (
    "(?:(?![的了着过在到从和与及或是有人里长])[一-鿿]|[庄营窑台园店岗梁沟洼堡坪屯]子|窝[堡铺棚]|大[院屯沟]|老[营屯庄])"
)
_SIDES = frozenset("东西南北中前后上下大小新老")


@cache
def _family() -> re.Pattern[str]:
    """A village by the family or the houses there, right before a position: 何家沟, 高家窝堡, 杜各庄, 八家子."""
    surnames = "".join(sorted(load_surnames()[0] - frozenset("国专大人农商全行皇公独万厂东方居")))
    tails = "".join(sorted(_TAILS - frozenset("口地门头园")))
    return re.compile(
        f"(?:[{surnames}](?:家{_FAMILY_TAIL}|各庄|官[屯庄营寨])|(?<![一二三四五六七八九十])[三四五六七八九十]家[子村庄店营寨屯渠{tails}])$"
    )


def called_start(words: Words, head: int, ends: Container[int], *, goods: bool, settled: bool) -> int:
    """Where a name begins that fills all between an edge and the head noun at `head` and holds a word that places are called by, or -1.

    Args:
        ends: Where places end, at which a name may begin.
        goods: Whether a word for what is grown or made somewhere names a place (核桃沟, but not 核桃产业园).
        settled: Whether the head noun is a settlement's, which may be called by its merits (平安社区创建).

    Example:
        >>> from kg.recognition.tokens import tokenize
        >>> called_start(tokenize("记者在胜利水库看到"), 5, (), goods=True, settled=False)
        3
        >>> called_start(tokenize("取得胜利水库安全"), 4, (), goods=True, settled=False)
        -1
    """
    text = words.text
    last = words.at(head - 1)
    if last is None or last.end != head or text[head - 1] in _MARKS:
        return -1
    at = last.start
    run = [last]
    while not is_edge(words, at, ends):
        token = words.at(at - 1)
        if token is None or len(run) == 3 or head - token.start > 4:
            return -1
        run.insert(0, token)
        at = token.start
    if not 2 <= head - at <= 4:
        return -1
    if len(run) == 1:
        named = last.text in _called("name") or (goods and last.text in _called("goods"))
        return at if named and not (settled and _is_merit(words, at, head, last, ends)) else -1
    return at if _is_compound(run, after_of=text[at - 1 : at] == "的") else -1


def is_edge(words: Words, at: int, ends: Container[int]) -> bool:
    """Whether a name may begin at a position: behind a mark, a place, or what leads to one (来到|青衣镇)."""
    if at == 0 or at in ends:
        return True
    before = words.at(at - 1)
    return before is not None and (before.text in _MARKS or before.text in _LEADS_TO_PLACE)


def _is_merit(words: Words, at: int, head: int, word: Token, ends: Container[int]) -> bool:
    """Whether a word before a settlement's head noun may tell its merit or what is done to its people: 平安社区创建, 团结社区群众."""
    before = words.at(at - 1) if at else None
    if before is not None and before.text in _SURELY_TO_PLACE:
        return False
    token = words.at(head)
    worked = token is not None and _WORKED_FOR.match(words.text, token.end) is not None
    if word.text in _MERITS:
        return worked or at not in ends
    return worked and word.tag[:1] in ("v", "a")


# 大|有|庄, 于|楼, 后|湾, 三|股|水: what ends in a village's last character, whatever words its characters are
_SINGLES = re.compile(
    f"(?![{''.join(sorted(_NO_PART - frozenset('前后任于方队')))}]|[一-鿿][的了着过在到从向对把被将为是不这那其各每某个座条片处道级]|[一二三四五六七八九十两几多]..)"
    "[一-鿿]{1,2}[庄屯寨营沟湾坪坝岗集铺堡岭塘坡垸墩楼圩]"
)


def _is_compound(run: list[Token], *, after_of: bool) -> bool:
    """Whether words up to a head noun are a name by their parts: 黄泥|墩, 二道|营, 胜利|桥, 东|石桥."""
    first, last = run[0], run[-1]
    if all(len(t.text) == 1 for t in run):
        return not after_of and _SINGLES.fullmatch("".join(t.text for t in run)) is not None
    if any(t.text in boundary_words() or t.tag[:1] in ("d", "p", "c", "u") or t.text in generic_names() for t in run[:-1]):
        return False
    if len(run) == 2 and len(first.text) == 2 and len(last.text) <= 2:
        return _may_begin(first) and (
            last.text in _TAILS if len(last.text) == 1 else last.text[1] == "子" and last.text[0] in _TAILS
        )
    if len(run) == 2 and first.text in _SIDES and len(last.text) in (2, 3):
        return last.text[-1] in _TAILS and (is_proper(last) or last.text in _called("name") or frequency(last.text) < 60)
    return False


_COUNTED_SPOT = re.compile("[一二三四五六七八九十]{1,2}[里道家]$")


def _may_begin(token: Token) -> bool:
    """Whether a word of two characters may stand before a tail in a village's name: 黄泥|墩, 三里|庙."""
    text = token.text
    if text in namesakes() or is_proper(token) or _COUNTED_SPOT.fullmatch(text):
        return True
    return token.tag[:1] == "n" and frequency(text) < 600


def with_side(words: Words, begin: int, ends: Mapping[int, int]) -> int:
    """Where a name begins with the side or the size that tells it from its neighbour, where that fills all up to an edge: 东|李各庄, 大|柳庄."""
    before = words.at(begin - 1) if begin and begin not in ends else None
    if before is None or before.text not in _SIDES or not is_edge(words, before.start, ends):
        return begin
    if before.text in "前后大小新老" and begin in ends.values():  # 新|北京工人体育场
        return begin
    return before.start

"""Names that the dictionary lacks and so cuts into single characters: 白|柳 in 白柳水库, 大|谭 in 大谭小学.

Such a name is told from running text by its edges: it fills all between a head noun and the mark, the longer word, the place or the
function word before it.
"""

from __future__ import annotations

from collections.abc import Container

from kg.recognition.phrases import PROVINCES, boundary_words
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Token, Words

# Function words, pronouns, measures and plain verbs: they stand before names or end what is said before, and no name holds them.
_NO_PART = frozenset(
    "省市区县州盟旗镇乡村任原现的了着过得地之在到从由自向往对把被将为与和同跟及或并而但且则若如因所以于至沿经是有无不没未已正又也还就才都再很更最太"
    "该本此这那其各每某全我你他她它们咱谁个座所处家名位批次届条项种类只块片段台辆艘支株棵栋幢间层号日月年时点分秒元吨亩斤"
    "说称问请让使给用据按看听谈讲想要会能可应去来赴抵进出入走访查建修办设开关停打挖铺送带拿赠捐评获夺见等后前间内外里旁边处军方队"
)
# Characters that towns and villages end in, and so many a name taken from them.
_LAND = frozenset(
    "山河江湖海溪沟岗坡坪坝岭湾塘口洲滩桥店集庄屯堡营寨墩渡埠埭港浦泾圩沙泉井坑塬垭峡嘴角岸崖洞潭源林田园城关岩石"
)
_NUMERALS = frozenset("零一二三四五六七八九十百千万亿两几多半数双")
# What only a name or a noun can follow.
_LEADS_TO_NAME = frozenset(
    (
        "的",
        "在",
        "到",
        "从",
        "由",
        "至",
        "于",
        "往",
        "和",
        "与",
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
    )
)
_MARKS = frozenset("，。；：！？、《》〈〉（）“”‘’…—|[]【】■●▲◆ \n/·-")


def coinage_start(words: Words, head: int, ends: Container[int] = (), *, strong: bool = True) -> int:
    """Where a name of two or three single characters begins that stands right before `head`, or -1.

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
    led = (
        before is not None and len(before.text) > 1 and before.text in boundary_words()
    )  # 落户|山斗产业园, but not 把|稳|中|塔
    opens = before is None or led or at in ends or before.text in _MARKS or before.text in _LEADS_TO_NAME
    # 碳达|峰, 大坝坝容|坝貌: no river and no hill
    if not strong and (not opens or run[-1].tag == "v" or any(t.text == words.text[head] for t in run)):
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

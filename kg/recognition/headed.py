"""Names that a head noun closes (…项目, …大会): the tables of heads, what only leads to a name, what part it tells at its end."""

from __future__ import annotations

import re
from functools import cache

from kg.reading.words import frequency
from kg.recognition.lexicon import Names, rows
from kg.recognition.phrases import boundary_words
from kg.recognition.tokens import Token, Words


@cache
def heads_of(name: str) -> tuple[Names, dict[str, dict[str, str]]]:
    """The head nouns of a table (`project_heads`, `event_heads`), to be found in text, and their rows by head."""
    by_name = {row["head"]: row for row in rows(name)}
    return Names(by_name), by_name


_GENERIC_LEAD = frozenset(
    (
        *("打好", "打赢", "打响", "认真", "储备", "获批"),
        *("一批", "一个", "多个", "部分", "系列", "各类", "各项", "首个", "首批", "全体", "整个"),
        *("重点", "重大", "大型", "主要", "新", "在建", "年度", "相关", "有关"),
        *("公司", "企业", "工程", "建设", "配套"),
        *("该", "此次", "本次", "这次", "上述", "目前"),
    )
)

# 全面实施|某行动: leads that the dictionary cuts or tags otherwise.
_LEAD_PHRASE = re.compile("全面(?:实施|推进|启动|开展|完成|建成)|[一-鿿]{2,10}(?:分为|包括)")

# 省教育厅、省体育局支持的|“百村共读”宣传活动
SPONSORED = re.compile(
    "(?:厅|局|委|会|部|院|办|校|府|公司|集团|中心|大学|联)(?:共同|联合|鼎力|大力)?(?:支持|指导|主办|承办|协办|举办|组织|发起)的(?=[“一-鿿])"
)
# 首期对我县|某项目
LEADS_TO_OURS = re.compile("(?:[^，。；“”]{0,6}[对为在向由])?我[省市县区州旗镇](?![与和同及])(?=[一-鿿])")


def trim_lead(words: Words, begin: int, head: int) -> int:
    """Drop verbs, adverbs and counts at the beginning that do not belong to a name (加快推进…项目)."""
    text = words.text
    while begin < head:
        token = words.at(begin)
        if token is None or token.start != begin or text[begin] in "“0123456789" or text.startswith("新时代", begin):
            return begin
        if lead := _LEAD_PHRASE.match(text, begin, head) or LEADS_TO_OURS.match(text, begin, head):
            begin = lead.end()
        elif _only_leads(words, token):
            begin = token.end
        else:
            return begin
    return begin


def _only_leads(words: Words, token: Token) -> bool:
    """A verb, a function word or a generic word before a name and no part of it."""
    if token.tag == "a":
        leads = len(token.text) == 1 and not words.text.endswith("元的", 0, token.start)  # 投资1亿元的|大梁子…项目
    else:
        leads = token.tag[:1] in ("v", "d", "p", "c", "u", "r") and token.tag != "vn"
    return (leads or token.text in _GENERIC_LEAD) and not begins_unknown_name(words, token)


def begins_unknown_name(words: Words, token: Token) -> bool:
    """松|隐, 引|江|济|淮, 锁|水阁: a verb of one character before other single characters, or a rare word, begins an unknown name."""
    after = words.at(token.end)
    return (
        len(token.text) == 1
        and token.tag[:1] not in ("c", "u", "r")
        and after is not None
        and (
            len(after.text) == 1
            or (_opens(words.text, token.start) and token.text not in _DONE and frequency(after.text) < 100)
        )
        and token.text not in boundary_words()
    )


# 锁|水阁水库: where a clause or an item of a list begins, with a rare word behind it, but not 治|水阁河
_DONE = frozenset("建修治管抓促推引扩改办护守保打筑造开做赛看听学讲评选招签奖捐送查访")


def _opens(text: str, at: int) -> bool:
    return not at or text[at - 1] in "，。；：、"


# 云河防洪提升工程|（东湖段）, 能力提升培训班|（第三期）: which part of a thing a name tells at its end.
_PART = re.compile(
    "（(?:第[一二三四五六七八九十0-9]{1,3}(?:期|批|次|场|阶段|标段)|[一二三四五六]期|[^（），。；]{1,12}(?:段|片区|赛区))）"
)


def with_part(text: str, end: int) -> int:
    """Where a name ends with the part of the thing that it tells in brackets."""
    part = _PART.match(text, end)
    return part.end() if part else end

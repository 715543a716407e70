"""Numbers that stand before a thing as its attribute (全长24公里的深中通道): a number in, the thing out, and what it has so much of."""

from __future__ import annotations

import re

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, PROJECT, QUANTITY, Mention
from kg.relations.numbers import LENGTHS, Number

# 投资|6000万元
_PUTS_IN = re.compile("(?:投资|投入|斥资|耗资|出资)(?:约|近|超过?)?$")
# 6000万元|实施湿地保护工程
_INTO = re.compile(
    "(?:左右|多)?，?(?:加快|大力|全力|重点|用于|先后|着力|启动)?(?:实施|建设|新建|兴建|改造|扩建|建成|打造|修建|改建|启动|推进)(?:了|的)?"
)


def invested_in(number: Number) -> Mention | None:
    """The project that an amount goes into: 投资6000万元实施湿地保护工程."""
    text = number.text
    into = _INTO.match(text, number.end) if _PUTS_IN.search(number.left) else None
    if into is None:
        return None
    near = (m for m in number.clause.outer if m.type == PROJECT and 0 <= m.start - into.end() <= 1)
    return next((m for m in near if text[m.end : m.end + 1] not in "、和等"), None)


_CLOSER = re.compile("(?:左右|以上)?的")


def modified_by(number: Number) -> Mention | None:
    """The thing that a number modifies: 全长24公里的深中通道."""
    closer = _CLOSER.match(number.text, _end_of_list(number))
    if closer is None:
        return None
    start = closer.end()
    types = (PROJECT, PLACE, AGENCY, DOCUMENT, EVENT)
    return next(
        (m for m in number.clause.outer if start <= m.start <= start + 2 and m.type in types and m.end <= number.clause.end),
        None,
    )


_NEXT_MEASURE = re.compile("(?:[余多]|左右|以上)?[、和][^，。；、：的0-9]{2,10}")


def _end_of_list(number: Number) -> int:
    """Where the last of the measures ends that stand before one thing: 占地|120亩、总投资2.3亿元|的小学."""
    end = number.end
    if attribute(number.left):
        for mention in number.clause.mentions:
            if mention.type == QUANTITY and mention.start > end:
                if not _NEXT_MEASURE.fullmatch(number.text, end, mention.start):
                    break
                end = mention.end
    return end


# 全长24公里的深中通道, 总投资3亿元的项目: the measures that a number before a thing gives of it.
_MODIFIES = re.compile(
    r"(?:(?:规划|计划|项目|工程|预计|年度)?(?:总|全)?(?:投资额?|长度?|占地面积|占地|建筑面积|面积|造价|里程|规模|库容|装机容量|装机|产值|产能|客流量?|人口|高度?|宽度?|深度?|跨径|主跨|跨度|直径|海拔|价值|金额|重量?|重达?|时速|车速|历史|存量|储量|年?产量?|注册资本|资产|市值|床位|户籍人口|常住人口|容量|可容纳|容纳|吞吐量|发行|耗资|融资|投资|拥有|占地达?|绵延|延绵))(?:达到?|约|近|超过?|逾|为)?$"
)


def attribute(left: str) -> str:
    """The measure that a label ends in, or nothing where it tells where a thing is (从地下|700米的实验室)."""
    said = _MODIFIES.search(left.rpartition("、")[2])
    return said.group() if said else ""


def is_setting(number: Number, modified: Mention | None) -> bool:
    """Does a number only tell where something is: 在海拔5000米的高原, 谢如祥在8000多米的珠穆朗玛峰上?"""
    if modified is None:
        return number.text.endswith("在海拔", 0, number.start)
    return any(m.type == PERSON and number.clause.start <= m.start < number.start for m in number.clause.outer)


def line_across(number: Number, subject: Mention) -> Mention | None:
    """The line whose length in a place is told: 其中云南|境内434公里."""
    line = number.clause.theme
    if line is None or line.entity == subject.entity or line.type not in (PROJECT, PLACE):
        return None
    return line if number.quantity.unit in LENGTHS and number.text.startswith(("境内", "境"), subject.end) else None


# 甲市|至乙市最快18分钟, 甲市|和乙市之间的车程
_TO_OTHER_END = re.compile("[东西南北]?站?(?:[至到]|[和与、][^，。；]{1,10}(?:间|两地|两市|的?车程|的?时间|最快))")


def way_from(number: Number) -> Mention | None:
    """The place that a way begins with whose time of travel is told."""
    places = (m for m in number.clause.outer if m.type == PLACE and not m.implied and m.end < number.start)
    return next((m for m in places if _TO_OTHER_END.match(number.text, m.end, number.start)), None)

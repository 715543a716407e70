"""Houses of a body, told by what they are for where their building or opening is told of: 某县医院|住院综合大楼建成."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognition.spans import Span

_FOR = (
    "门诊|住院|病房|外科|内科|急诊|急救|医技|医疗|综合|教学|实验|实训|办公|科研|科技|业务|技术|培训|图书|行政|康复|感染"
    "|传染病|公共卫生|体检|保健|审判|学生|教师|宿舍|公寓|妇儿|妇产|儿科|服务|中心"
)
# 门诊楼|建成, but not 门诊楼|里 or 门诊楼|前
_HOUSE = re.compile(
    f"(?:新|老)?(?:[东西南北]区)?(?:{_FOR}){{1,5}}(?:大楼|楼)"
    "(?=[已于将是，（]|正式|顺利|建成|建设(?!者)|竣工|完工|封顶|落成|开工|奠基|投入|投用|启用|交付|主体|位于|坐落|总|占地|建筑面积|今年|今天|昨天|近日|日前|即将)"
)


def find_houses(text: str, bodies: Mapping[int, int]) -> list[Span]:
    """The houses that a body's name begins.

    Args:
        text: The sentence.
        bodies: Begin by end of the organizations.

    Example:
        >>> text = "湖山县医院住院综合大楼建成，湖山中学教学楼里书声琅琅。"
        >>> [text[s.start : s.end] for s in find_houses(text, {5: 0, 18: 14})]
        ['湖山县医院住院综合大楼']
    """
    if "楼" not in text:
        return []
    houses = ((begin, _HOUSE.match(text, end)) for end, begin in bodies.items())
    return [Span(begin, house.end(), "place.house", "Building") for begin, house in houses if house]

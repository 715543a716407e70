"""Bodies of zones, whose names no gazetteer has: 云峰经开区招商局, 空港产业集聚区管委会."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.recognition.agencies.local import local, local_at
from kg.recognition.phrases import counts, name_start
from kg.recognition.spans import Span
from kg.recognition.tokens import Words

_ZONES = (
    "开发区|高新区|经开区|新区|度假区|旅游区|工业园区?|产业园区?|物流园区?|科技园区?|示范园区?|园区|集聚区|集中区|示范区|试验区|合作区|保税区|综保区"
    "|商务区|投资区|管理区|风景名胜区|风景区|景区|保护区|科学城|科技城|新城"
)
_BODIES = ("党工委管委会", "管理委员会", "管委会", "党工委")
# What a bare body may stand behind.
_EDGES = (*"，、；：。（和与由", "")
_ZONE = re.compile(f"(?:{_ZONES})(?=管委会|管理委员会|党工委|[一-鿿]{{2,12}}?[局委办])")
# 经济|开发区, 国家级|新区: zones of a kind
_SORT = re.compile(
    f"(?:{_ZONES}|国家|[省市县]?级|现代|特色|重点|主要|经济|高新|技术|产业|工业|农业|农产品|加工|科技|旅游|生态|文化|循环|园|区|城|自然|综合|物流|示范"
    "|自由|贸易|高质量|发展|先行|一体化|核心|创新|电子|化工|食品|医药|健康|新材料|新能源|各类?|全|该|本|我|两|有关|相关|所在|集中|新)*"
)


def bodies_of_zones(words: Words, bounds: Mapping[int, int]) -> Iterator[Span]:
    """The committees and offices of the zones that have a name of their own.

    Args:
        bounds: Begin by end of the places and bodies that a zone's name may begin with.
    """
    text = words.text
    for zone in _ZONE.finditer(text) if "区" in text or "园" in text or "新城" in text else ():
        end = zone.end()
        body = next((name for name in _BODIES if text.startswith(name, end)), "") or local_at(text, end)
        if len(body) < 3 or not words.starts_at(end + len(body)):
            continue
        begin, _ = name_start(words, zone.start(), bounds)
        name = text[begin : end + len(body)]
        if body in _BODIES and name in local() and text[begin - 1 : begin] in _EDGES:
            yield Span(begin, end + len(body), "agency.bare", local()[name]["kind"])  # 经济开发区党工委书记某某
            continue
        if zone.start() - begin > 14 or _SORT.fullmatch(text, begin, end) or counts(text[begin:end]):
            continue
        kind = "Government" if body in _BODIES else local()[body]["kind"]
        yield Span(begin, end + len(body), "agency.head", kind)

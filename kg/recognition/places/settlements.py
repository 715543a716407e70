"""Villages, communities, towns that the gazetteer lacks and the groups of villages in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.reading.words import cut, frequency, tag
from kg.recognition.phrases import boundary_words
from kg.recognition.places.heads import find_by_head
from kg.recognition.places.words import FRAME
from kg.recognition.spans import Span, outermost
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Words


def find_settlements(words: Words, divisions: Mapping[int, int]) -> list[Span]:
    """Villages, communities and the towns that the gazetteer lacks."""
    found = list(find_by_head(words, divisions, settlements=True))
    told = [*_BY_ITS_BODY.finditer(words.text)] if "村" in words.text else []
    if "社区" in words.text or "小区" in words.text:
        told += _GONE_TO.finditer(words.text)
    if ("村" in words.text or "社区" in words.text or "嘎查" in words.text) and _ROW.search(words.text):
        told += _ROW_OF_VILLAGES.finditer(words.text)
    found += [Span(m.start(1), m.end(), "place.head", "Village") for m in told if _names_village(m)]
    if "村" in words.text or "区" in words.text or "嘎查" in words.text:
        found += _villages_behind(words.text, [*divisions, *(s.end for s in found)])
    if "街道" in words.text:
        found += [
            Span(*district.span(), "place.head", "Settlement")
            for end in divisions
            if words.text.endswith(("县", "区", "市", "旗"), 0, end) and (district := _DISTRICT_BEHIND.match(words.text, end))
            if _names_village(district)
        ]
    if "镇" in words.text or "乡" in words.text:
        found += [
            Span(*town.span(), "place.head", "Settlement")
            for town in _TOWN_BEHIND.finditer(words.text)
            if _names_village(town) and town.end() not in divisions and not _NO_TOWN.search(town.group())
        ]
    if found:
        begins = {**divisions, **{s.end: s.start for s in found if s.kind == "Settlement"}}
        found = outermost([part for span in found for part in _apart(words.text, span, begins)])
    return [*found, *_groups_behind(words.text, {**divisions, **{s.end: s.start for s in found}})]


# 大站村|干江村, but not 湾里村委村
_TWO_VILLAGES = re.compile("([一-鿿]{2,3}村)(?!委)[一-鿿]{2,3}村")


def _apart(text: str, span: Span, begins: Mapping[int, int]) -> Iterator[Span]:
    """What a village's words run together: two villages, a town's last word (漾西|镇陆家湾村, 安溪|乡黄处村), 村 said twice.

    Args:
        begins: Begin by end of the divisions and towns in the sentence.
    """
    if span.kind != "Village":
        yield span
    elif two := _TWO_VILLAGES.fullmatch(text, span.start, span.end):
        yield span._replace(end=two.end(1))
        yield span._replace(start=two.end(1))
    elif (
        text[span.start] in "镇乡" and span.end - span.start > 3 and not begins.keys().isdisjoint((span.start, span.start + 1))
    ):
        town = begins.get(span.start + 1, begins.get(span.start, span.start))
        yield span._replace(start=town, end=span.start + 1, kind="Settlement")
        yield span._replace(start=span.start + 1)
    elif text.endswith("村村", span.start + 2, span.end):  # but 南村村
        yield span._replace(end=span.end - 1)
    elif text.endswith(("村驻村", "社区驻村"), span.start + 1, span.end):  # 清石村|驻村第一书记
        yield span._replace(end=span.end - 2)
    else:
        yield span


# 石桥镇|四十铺村, 云水县|同心村: whatever words it is called by; but 云水县|乡村, 石桥镇|各村, 石桥镇|达成村企合作.
_BEHIND = re.compile(
    "([一-鿿]{2,3}|(?<=[镇乡])[一-鿿](?=村)|[一-鿿]{4,5}(?=社区|小区))(?:村(?=民房)|(?:村|社区|小区|嘎查)(?![民级里庄落企委镇屯医官]|组(?!织)))"
)
# 棉花村|党支部, 前往枫桥社区|调研: a village by its body, and where one goes, by whatever words.
_BY_ITS_BODY = re.compile(
    "(?:^|(?<=[，。；：、和与及由在向“]))((?![和与及由在向])[一-鿿]{2,3})村(?=党支部|党总支|党委|村委会|村民委员会|“?[村两]“?两?委|支部书记)"
)
_GONE_TO = re.compile(
    "(?:(?<=在)|(?<=走进)|(?<=来到)|(?<=前往)|(?<=深入))([一-鿿]{2,4})(?:社区|小区)(?=举[行办]|召开|启动|揭牌|调研|走访|慰问|开展|[，、])"
)
# 先后到|先锋村、东湖村: where one goes to several
_ROW = re.compile("(?:村|社区|嘎查)[、和]")
_ROW_OF_VILLAGES = re.compile(
    "(?:(?<=[、到赴])|(?<=走进)|(?<=来到)|(?<=前往)|(?<=深入))([一-鿿]{2,3})(?:村|社区|嘎查)(?=[、和][一-鿿]{2,4}(?:村|社区|嘎查)[、，。；等和])"
)
_OF_VILLAGES = frozenset("农乡联包带管帮驻扶进入下到在城山古美示重试样富强兴爱和荒水江渔")
_NO_VILLAGE = re.compile("联$|[的对等和与及以在到已将为是了各农乡该其此我全每多某个]|知事")
# （石桥镇—争胜乡）, 石桥镇、团结乡: behind a town in a list stands another, whatever its words.
_TOWN_BEHIND = re.compile("(?<=[镇乡][、—至和与及])([一-鿿]{2,3})[镇乡](?=[、—）至和与及，。；等的])")
# 云水县|石板滩街道: a subdistrict that the gazetteer lacks; but not 云水县|各街道, 云水县|城区街道
_DISTRICT_BEHIND = re.compile(
    "((?![各全部所主有多老新县区市镇乡中]|城区|繁华|周边|背街|[大小]街)[一-鿿]{2,4})街道(?![上两]|[环景路]|清[洁扫]|照明)"
)
_NO_TOWN = re.compile("(?:[一二三四五六七八九十两几多数]个|重点|[返回下离还]|家|城|中心|特色|村|集)[镇乡]$")
_LEVEL_WITHIN = re.compile("[省市区县旗镇乡村]|街道")
_COUNTY_END = ("县", "区", "旗", "镇", "乡", "街道", "村", "社区", "嘎查", "苏木")


def _villages_behind(text: str, ends: Iterable[int]) -> Iterator[Span]:
    """Villages right behind the name of a county or a town in full, or in a list that begins with such a village."""
    todo = [end for end in ends if text.endswith(_COUNTY_END, 0, end)]
    while todo:
        end = todo.pop()
        listed = text.endswith(("村", "社区", "小区", "嘎查"), 0, end)
        village = _BEHIND.match(text, end + listed) if not listed or text.startswith("、", end) else None
        if village and _names_village(village):
            yield Span(*village.span(), "place.head", "Village")
            todo.append(village.end())


# 石桥村|东湖组, 石桥村|八组, 石桥村|版纳屯; but 石桥村|调解小组, 石桥村|三组长
_GROUP = re.compile(
    "(?:第?[0-9一二三四五六七八九十]{1,3}(?:村民?小组|组|社)|((?![的各该]|全体)[一-鿿]{2,3})(?:村民?小组|(?<![小班村])组|屯|寨|自然村))"
    "(?![一-鿿]?长|织|[建成员团会合区级])"
)


def _groups_behind(text: str, begins: Mapping[int, int]) -> Iterator[Span]:
    """The groups of villages: by a name of their own, or by a number with the village (石桥村三组).

    Args:
        begins: Begin by end of the divisions and settlements in the sentence.
    """
    for end, begin in begins.items():
        group = _GROUP.match(text, end) if text.endswith(("村", "社区"), begin, end) else None
        if group is None:
            continue
        words = group.group(1) or ""
        if not words:
            yield Span(begin, group.end(), "place.head", "Village")
        elif words not in boundary_words() and frequency(words) < 300 and tag(words) not in ("v", "vn"):  # 工作组
            yield Span(*group.span(), "place.head", "Village")


def _names_village(village: re.Match[str]) -> bool:
    """Whether words may be the name of a village: no common verb (达成), no class of villages (示范村)."""
    words = village.group(1)
    if len(words) == 1:  # 石桥镇|念村, but 石桥镇|联村干部
        return tag(words)[:1] not in ("p", "d", "c", "u", "r", "m", "f") and words not in FRAME | _OF_VILLAGES
    if len(words) > 3 and (
        _LEVEL_WITHIN.search(words)  # 湖山旗|石桥镇花园社区
        or any(
            len(word) > 1 and tag(word) in ("v", "d", "p", "c", "u", "r", "m") for word in cut(words)
        )  # 南湖街道|组织辖区社区
    ):
        return False
    return not (
        _NO_VILLAGE.search(words)
        or words in boundary_words()
        or not generic_names().isdisjoint((words, village.group()))
        or (tag(words)[:1] in ("v", "d", "p", "c", "r") and frequency(words) >= 300)
    )

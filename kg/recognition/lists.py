"""Lists of projects or of events: which of their members are names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognition.numerals import parse_numeral
from kg.recognition.spans import items_of
from kg.recognition.telling import generic_names

# 项目包括青山家属院、电厂小区|等区域: what a list says it is of.
_OTHER_THINGS = re.compile(
    "等[0-9一二三四五六七八九十多]{0,3}[个项条]?(?:区域|小区|内容|方面|领域|村|镇|乡|地区|街道|社区|环节|单位|企业|部门)$"
)
_LIST_CLOSE = re.compile(r"(?:等[^、]*|[0-9一二三四五六七八九十]+[个项条大].*)$")
_COUNTED = re.compile(r"[0-9]+(?:个|项|条)")
# 东湖, 青坊村: waters and settlements that are there anyway, but 冰雪小镇, 温泉度假村
_STANDS_ANYWAY = re.compile("[堤闸渠河江湖]$|^.{1,5}(?:(?<![小古])镇|(?<![新假农山])村|(?<!水)乡|街道)$")
_NO_MEMBER = re.compile("[这那][里些]|更多|一批|多个|各类|相关|实施|推动|促进|加快|开展|利于|足迹|体验")


# 某某|等领导参加东湖新材料, but 东湖泊位工程|等码头项目4项
_OTHERS = re.compile("等(?![^、]*(?:项目|工程|[0-9一二三四五六七八九十][个项条])).")
# 有|合力食品、帆传产业基地, 今年将重点支持|海洋公园二期: what only leads to the first member
_LEADS = re.compile(
    "(?:有(?![色机限])|为|是|包括|(?:今年|年内|目前|下一步|还|将|拟|要)+(?:重点|加快|全力|集中|陆续|继续)*"
    "(?:支持|推进|推动|抓好|实施|建设|谋划|启动|开工|开建|完成|建成|引进)(?:建设)?了?)(?=[一-鿿]{3})"
)
# …基地项目|和|黄花公园项目, 汉鼎科技|以及|云川公路改造工程: what joins two members
_JOINS = re.compile("以及|(?<=项目|工程)[和及与](?=[^和及与]{3,}(?:项目|工程|改造|[改扩]建|[一二三]期))")


# 甲园、乙广场|和|丙路三个项目: how many a list holds, right behind it or in its last words
_SUM = re.compile("([两二三四五六七八九2-9])[个项大条]")
_AND = re.compile("(?<=[^、]{2})(?:[和与]|(?<!以)及)(?=[^、]{2})")


def items_of_list(listed: re.Match[str]) -> list[tuple[int, int]]:
    """The spans between the marks of a list, its last one divided at 和 if the list's sum counts one more."""
    text = listed.string
    items = items_of(text, *listed.span(1))
    start, end = items[-1]
    total = _SUM.search(text, start, min(len(text), end + 3))
    if total and parse_numeral(total[1]) == len(items) + 1:
        joints = [*_AND.finditer(text, start, total.start())]
        if len(joints) == 1:
            items[-1:] = [(start, joints[0].start()), (joints[0].end(), end)]
    return items


def _items(listed: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The spans between the marks of a list: none before the last that closes another list (某某等领导参加…)."""
    text = listed.string
    items = items_of_list(listed)
    for at, (start, end) in enumerate(items):
        if at < len(items) - 1 and _OTHERS.search(text, start, end):
            continue
        if at == 0 and (lead := _LEADS.match(text, start, end)):
            start = lead.end()
        for joint in _JOINS.finditer(text, start, end):
            yield start, joint.start()
            start = joint.end()
        yield start, end


def list_members(listed: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The spans of a list's members that are names: no counts, no generic words, no water, dike or village that is there anyway.

    Args:
        listed: A match whose first group is the list, its members between 、.
    """
    if _OTHER_THINGS.search(listed.group(1)):
        return
    for start, end in _items(listed):
        name = _LIST_CLOSE.sub("", listed.string[start:end])
        if (
            3 <= len(name) <= 60
            and not _STANDS_ANYWAY.search(name)
            and name not in generic_names()
            and not (_COUNTED.search(name) or _NO_MEMBER.match(name))
        ):
            yield start, start + len(name)


# 公路起于望江镇，经上寨、石沱、木桑、尖石: where a line runs, whatever the places are called by
_LINE_BEFORE = re.compile("公路|铁路|高速|道路|线路|全长|全程|起于|起自|起点|管道|管线|环线|国道|省道")
_ROUTE = re.compile(
    "(?:(?:沿途|沿线|依次|先后)?(?:途[经径]|经过|经由)|(?:沿途|沿线|依次|先后)经|(?<=[，；])经)((?:[一-鿿]{2,6}、){3,60}[一-鿿]{2,6}?)"
    "(?<!同意|批准|介绍|推荐|协调|努力|研究|审核|审议|调解|抢救|帮助)(?=[，。；]|等|[和及至到止])"
)


def route_lists(text: str) -> list[tuple[int, int]]:
    """The lists of four places or more by which a sentence tells the way of a road or a railway.

    Example:
        >>> route_lists("公路起于望江镇，经上寨、石沱、木桑、尖石，止于东岭镇。")
        [(9, 20)]
    """
    if "经" not in text and "途径" not in text:
        return []
    lists = (m.span(1) for m in _ROUTE.finditer(text))
    return [(start, end) for start, end in lists if _LINE_BEFORE.search(text, 0, start)]

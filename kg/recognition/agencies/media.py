"""Media: in quotation marks, before the post of their head, in the head and the source of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.recognition.divisions import load_divisions
from kg.recognition.spans import Span, extend

_QUOTED_MEDIA = re.compile(r"《([一-鿿]{2,8}(?:报|日报|晚报|周刊|月刊|半月刊|杂志|邮报|时报|评论|新闻网))》")
# 湖山网总编辑: a paper of any name before the post of its head.
_MEDIA_WITH_POST = re.compile(
    "(?:^|[，、；：。的 ])((?![^，。]{0,6}[的了和与])[一-鿿]{2,8}?(?:日报|晚报|时报|商报|早报|都市报|网|电视台|报社|杂志社))"
    "(?=(?:名誉|执行|常务)?副?(?:总编辑|总编|社长|台长|主编))"
)
# 湖山网云水5月7日讯, 湖山在线7月8日消息: the head of a despatch, with the place it comes from.
_DATELINE = re.compile(
    r"[ 　]*((?!本)[一-鿿]{1,7}?(?:网|在线|新闻|日报|晚报|都市报|频道))(?:[一-鿿]{2,6})?(?:[0-9]{1,2}月[0-9]{1,2}日 ?(?:讯|电|消息|报道)|(?:讯|消息)(?=[ （])|[讯电](?= ?（(?:通讯员|(?:首席|见习|实习)?记者)))"
)
# 红色岭望12月22日讯：, 东岭观察讯（李平 报道）: whatever opens a report in such a way, if it names no place.
_OPENS_REPORT = re.compile(
    "[ 　]*((?!本|记者|通讯|综合|据)[一-鿿]{4,8})(?<![通简快喜资音短])(?:[0-9]{1,2}月[0-9]{1,2}日)?讯(?=[ ：]|（[^（）]{0,16}(?:记者|通讯员|报道|文))"
)
# 云上湖山报道（记者…）, 掌上青川7月8日讯, 爱湖山客户端讯: a town's pages on the telephone, at the head of a report
_TOWN_PAGES = re.compile(
    "[ 　]*((云上|掌上|今日|无线|智慧|爱|最|看|i)([一-鿿]{2,4}?)(?:网|发布|融媒|新闻|客户端)?)"
    "(?:客户端|App|APP)?(?=(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:讯|消息|报道)(?:[ ：]|[（【](?:[^（）【】]{0,12}(?:记者|通讯员)|[0-9])))"
)
# 荆楚网讯（记者…）, 江西日报记者…
_DESPATCH = re.compile(
    r"(?:^|[ （【/—-])([一-鿿·]{2,9}(?:日报|晚报|晨报|时报|商报|早报|都市报|特区报|导报|周刊|网|新闻|电视台|报|发展网|新闻网|(?<![报网台业])(?:全媒体|融媒体)|传媒))(?=(?:（[^（）]{1,12}）)?(?:[0-9年月日 ]{0,12}(?:电|讯)|[ ]?(?:首席|见习|实习|特约)?记者|、[一-鿿]{3,8}[网报]|[、·/-][一-鿿]{2,8}(?:记者|通讯员)))"
)
# 湖山报业全媒体记者, 青川在线记者: media whose names say less of what they are.
_STAFF = re.compile(
    r"(?:^|(?<=[ （：。，的·/-]))(?!互联|物联)([一-鿿]{2,6}?(?:报业|新媒体|在线|传媒|新闻网|发布|头条|广电|网))(?=副?总编辑|编辑：|）[讯电]|(?<!网)(?:全媒体|融媒体|首席|见习|实习|特约)*(?:记者|通讯员)|[一-鿿]{2,3}[0-9]{1,2}月[0-9]{1,2}日[讯电])"
)
# 总台记者, 总台央视记者
_NATIONAL_BROADCASTER = re.compile("(?:^|(?<=[ （：。，、]))总台(?:央视|央广|国广)?(?=(?:首席|见习|实习)?记者)")
# 据湖山农民报报道
_QUOTED_PAPER = re.compile("据((?:(?![的了到将由在有相])[一-鿿]){3,8}?报)(?=报道|消息|讯)")
# 湖山发布|消息, 湖山网|主办: what a town's media are called by behind its name, where only a medium can stand
_OF_TOWN = re.compile(
    "(?:网|在线|发布|融媒|新闻网)(?=(?:微信|官方|微博|公众号|客户端|视频号|抖音号?)|(?:(?<!发布)[日月0-9]*(?:消息|讯|报道)|讯(?=[（【 ]))|获悉|主办|承办|协办|举办|刊发|推出"
    "|(?:首席|见习|实习|全媒体)?(?:记者|编辑)|(?:有关|相关)?负责人|党委|党支部|等(?:[0-9]+家|多家|各)?(?:媒体|单位))"
)
# 来源：中国新闻网
_SOURCE = re.compile(r"来[源自]：? ?([一-鿿·]{3,12}(?:日报|晚报|新报|导报|报|网|新闻|电视台|社|客户端|发布))(?=$|[ 。）])")


def _is_of_place(words: str) -> bool:
    """Whether words behind a paper's name tell where its despatch comes from: 江北新闻, not 时刻新闻."""
    return words == "" or bool(load_divisions().named(words.removesuffix("新闻")))


def media_quoted(text: str) -> Iterator[Span]:
    """Papers and journals in quotation marks, marks and all."""
    for match in _QUOTED_MEDIA.finditer(text) if "》" in text else ():
        yield Span(*match.span(), "agency.media", "Media")


def media_with_post(text: str) -> Iterator[Span]:
    """Media before the post of their head."""
    for match in _MEDIA_WITH_POST.finditer(text) if "编" in text or "长" in text else ():
        yield Span(*match.span(1), "agency.media", "Media")


def media_of_towns(text: str, places: Mapping[int, int]) -> Iterator[Span]:
    """Media called after the town that they tell of (湖山发布, 湖山在线)."""
    if "网" in text or "在线" in text or "发布" in text or "融媒" in text:
        for end in places:
            if medium := _OF_TOWN.match(text, end):
                yield Span(extend(end, places), medium.end(), "agency.media", "Media")


def media_of_report(text: str, known: list[Span]) -> Iterator[Span]:
    """The media that a report comes from, by its head, its reporters, or what it says of its source.

    Args:
        known: National bodies in the text, which may be the medium at its head.
    """
    if "总台" in text:
        yield from (Span(*m.span(), "agency.media", "Media", "中央广播电视总台") for m in _NATIONAL_BROADCASTER.finditer(text))
    sent = "记者" in text or "讯" in text or "电" in text or "编辑" in text
    wired = "日" in text[:24] or "讯" in text[:16] or "消息" in text[:16] or ("电" in text[:16] and "记者" in text)
    pages = _TOWN_PAGES.match(text)
    if pages and (pages[2] in ("云上", "掌上") or load_divisions().named(pages[3])):  # 今日竹山网, but 最新疫情消息
        yield Span(*pages.span(1), "agency.media", "Media")
        return
    dateline = _DATELINE.match(text) if wired else None
    if dateline and all(s.end != dateline.end(1) for s in known):
        yield Span(*dateline.span(1), "agency.media", "Media")
    opening = _OPENS_REPORT.match(text) if dateline is None and "讯" in text[:20] else None
    if opening and not load_divisions().scan(opening[1].removeprefix("中国")) and all(s.end != opening.end(1) for s in known):
        yield Span(*opening.span(1), "agency.media", "Media")
    patterns = (
        (_DESPATCH, sent or ("、" in text and ("报" in text or "网" in text))),
        (_STAFF, sent),
        (_QUOTED_PAPER, "据" in text),
        (_SOURCE, "来源" in text or "来自" in text),
    )
    for pattern, may_match in patterns:
        if may_match:
            # 湖山网|江北新闻5月7日电: what stands between a despatch's head and its day is where it comes from
            yield from (
                Span(*m.span(1), "agency.media", "Media")
                for m in pattern.finditer(text)
                if dateline is None or m.start(1) > dateline.start(1) or not _is_of_place(text[dateline.end(1) : m.end(1)])
            )

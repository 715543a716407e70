"""Bylines and credits: who reported, wrote, took the photograph of, edited or sent in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.reading.words import frequency
from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import column
from kg.recognition.people.full_names import (
    HAN,
    NEVER_GIVEN,
    NEVER_LAST,
    SPACED,
    Found,
    common_surnames,
    is_name,
    is_place,
    load_surnames,
    may_be_name,
    name_at,
    rare_surnames,
)
from kg.recognition.tokens import Words

_CREDIT = re.compile(
    r"(?:本报|本台|本网|全媒体|融媒体|见习|实习|首席|特约|驻[一-鿿]{1,4})*(?:记者|通讯员|实习生|摄影|摄影师|供图|责任编辑|责编|编辑|编审|校对|审核|美编|组版|统筹|主编|总编|监制|策划|制图|作者|撰稿|撰文"
    r"|[一二三初复终]审|报道员|文稿|供稿|来稿|通联|采写|采编|剪辑|摄像|拍摄|出镜|配音|视频|图片|文字|海报|文并摄|图文|文图|(?<![一-鿿])文|(?<![一-鿿])图|来源作者)[ ：:/／|]{0,3}"
)
# 统筹余慈两地发展: roles of a byline that are verbs elsewhere.
_ALSO_VERBS = (
    *("统筹", "策划", "监制", "校对", "审核", "一审", "二审", "三审", "初审", "复审", "终审"),
    *("文稿", "供稿", "来稿", "通联", "采写", "采编", "剪辑", "摄像", "拍摄", "出镜", "配音", "视频", "图片", "文字", "海报"),
)
# What each of these holds; a plain 者 or 文 is in every other sentence.
_CREDIT_SIGN = re.compile("[记讯习摄供编校审版筹监策撰图者文稿通采剪拍镜音频片字报](?:(?<![者文])|(?<=作者)|(?<![一-鿿]文))")
# （记者 甲 共享联盟湖山站 乙 丙）: where the second comes from may stand before the name.
_BETWEEN = re.compile(r"[ 、,，]{1,3}(?:[一-鿿]{3,12}(?:站|台|中心|报社?|网|办公室|局|厅|院|部) +(?=[一-鿿]{2,4}(?:[ ）]|$)))?")
_SLASHED = re.compile(r"(?<=[（ ])([一-鿿]{2,3})/(?:文|图|摄|摄影|编辑|视频)(?=[ ）/])")
_DESPATCH = re.compile(
    r"^(?:(?:[一-鿿]{2,8}(?:[0-9]{1,2}月)?[0-9]{1,2}日|本[报网台]|[一-鿿]{2,10})讯)?[ ]?（(?:通讯员|记者)?[ ]?([^（）]{2,40}?)(?:报道)?）"
)
# 湖山2月10日电 （王大河）, 某某频道报道（王大河 李四）：
_WIRED = re.compile(r"(?:日电|频道报道|网报道|客户端报道) ?（([一-鿿]{2,4}(?:[ 、][一-鿿]{2,4}){0,3})）")
_CREDITED = re.compile(r"(?:[ （/]|记者)([一-鿿]{2,4}) ?(?:摄|摄影|供图|文|报道)[ ）]*$")


def find_credited(words: Words, role: str) -> Iterator[Found]:
    """Names in bylines and credits: after the words for who wrote or edited, in brackets behind a despatch's head, before 摄 or /文."""
    text = words.text
    yield from _after_credits(words, role)
    if " " in text:
        yield from _spaced_apart(text)
    if despatch := _DESPATCH.match(text):
        yield from _names_between("([ 、，])", despatch)
    for match in _WIRED.finditer(text) if "（" in text and ("电" in text or "报道" in text) else ():
        yield from _names_between("([ 、])", match)
    if role == "byline":
        for match in re.finditer(r"(?<![一-鿿])([一-鿿]{2,4})(?= |$|、|/|（|）)", text):
            if is_name(match.group(1)) and not _CREDIT.match(match.group(1)):
                yield Found(match.start(1), match.end(1), match.group(1), "byline")
    for match in _SLASHED.finditer(text) if "/" in text else ():  # （周琳/文 关建东/图）
        if is_name(match.group(1)):
            yield Found(match.start(1), match.end(1), match.group(1), "byline")
    credited = _CREDITED.search(text) if text.rstrip(" ）").endswith(("摄", "影", "图", "文", "道")) else None
    if credited and is_name(credited.group(1)):
        yield Found(credited.start(1), credited.end(1), credited.group(1), "byline")


# （乔晓娜 方 圆 胡丰旺）: nothing but names, those of two characters set apart.
_ROW_OF_NAMES = re.compile("（?[一-鿿]{1,4}(?: [一-鿿]{1,4}){1,9}）?")
_APART = re.compile("(?<![一-鿿])([一-鿿]) ([一-鿿])(?![一-鿿])")


def _spaced_apart(text: str) -> Iterator[Found]:
    """The names of two characters in a byline of names, each set to the width of three."""
    for match in _APART.finditer(text) if _ROW_OF_NAMES.fullmatch(text) else ():
        if match.group(1) in load_surnames()[0]:
            yield Found(match.start(), match.end(), match.group(1) + match.group(2), "byline")


def _after_credits(words: Words, role: str) -> Iterator[Found]:
    """Bylines: names after 记者, 通讯员, 摄影, 责任编辑 …, spaces or 、 between them."""
    text = words.text
    for match in _CREDIT.finditer(text) if _CREDIT_SIGN.search(text) else ():
        if match.group() in ("文", "图") and not words.starts_at(match.end()):
            continue
        bracketed = text[match.start() - 1 : match.start()] in ("（", "(") or role == "byline"
        within = bracketed or _goes_on_in_bracket(text, match.start())
        parted = text[match.end() - 1] in " ：:/|"
        listed = text[match.end() - 1] in "：:|"
        if not (within or parted or (not match.group().endswith(_ALSO_VERBS) and name_at(words, match.end()))):
            continue
        at = match.end()
        while True:
            spaced = SPACED.match(text, at)
            if spaced and spaced.group(1) in load_surnames()[0]:
                yield Found(at, spaced.end(), spaced.group(1) + spaced.group(2), "byline")
                at = spaced.end()
            else:
                end = _credit_end(text, at) if within or listed else 0
                ends = [end or (0 if bracketed else name_at(words, at))]
                if not ends[0] and bracketed and match.group().endswith(("记者", "通讯员")):
                    ends = _run_together(text, at)
                if not any(ends):
                    break
                for end in ends:
                    yield Found(at, end, text[at:end], "byline")
                    at = end
            step = _BETWEEN.match(text, at)
            if not step:
                break
            at = step.end()


def _goes_on_in_bracket(text: str, at: int) -> bool:
    """Whether a credit stands in a bracket that another one opens: （记者王平 |通讯员|向华）."""
    opened = text.rfind("（", max(0, at - 40), at)
    return opened >= 0 and "）" not in text[opened:at] and _CREDIT.match(text, opened + 1) is not None


def _names_between(marks: str, match: re.Match[str]) -> Iterator[Found]:
    """The names in a match's first group, which marks divide."""
    at = match.start(1)
    parts = re.split(marks, match.group(1))
    listed = any(map(is_name, parts))
    for part in parts:
        # 和建勇 周安平: beside a name, one whose surname is a function word first
        rare = listed and len(part) in (2, 3) and part[0] in rare_surnames() and frequency(part) == 0
        if is_name(part) or (rare and may_be_name(part)):
            yield Found(at, at + len(part), part, "byline")
        at += len(part)


# 记者张倩|陈华）, 记者路军社|鲁冰梅）
_RUN = re.compile("([一-鿿]{4,6})(?=[） ]|$)")


def _run_together(text: str, at: int) -> list[int]:
    """The ends of two names that a byline runs together, the common surname beginning the second."""
    run = _RUN.match(text, at)
    if not run:
        return []
    end = run.end()
    cuts = [cut for cut in (at + 3, at + 2) if end - cut in (2, 3) and is_name(text[at:cut]) and is_name(text[cut:end])]
    cuts.sort(key=lambda cut: text[cut] not in common_surnames())
    return [cuts[0], end] if cuts else []


def _credit_end(text: str, at: int) -> int:
    """The end of a byline's name: up to the next space, bracket or mark."""
    end = at
    while end < len(text) and HAN.match(text[end]) and end - at < 5:
        end += 1
        if end - at > 1 and (other := _CREDIT.match(text, end)) and text[other.end() - 1] in "：:/ ":
            break  # （撰稿：张大伟|审核：高平）
    name = text[at:end]
    if len(name) < 2:
        return 0
    # （记者 黄海）: a place too, but nobody else can stand there.
    if (
        len(name) == 2
        and name[0] in load_surnames()[0]
        and is_place(name)
        and not load_divisions().named(name)
        and text[end : end + 1] in ("）", ")", " ", "、")
    ):
        return end
    if name in column("name_parts", "part") and text[end : end + 1] in ("）", ")", " ", "、", ""):
        return end  # （记者王平、扎西）
    # （记者四建磊）, （记者 向晴 李明）: in brackets by itself a name may have any surname.
    rare = name[0] in rare_surnames() or (len(name) == 3 and name[0] not in NEVER_GIVEN)
    alone = (
        rare
        and text[end : end + 1] in ("）", ")", " ", "")
        and frequency(name) == 0
        and name[-1] not in NEVER_LAST | {"科", "室"}
    )
    return end if 2 <= len(name) <= 4 and (is_name(name) or (alone and may_be_name(name))) else 0


# 县网信中心 张欣, 县水务局：  杨昌: who sent the text in, in a line of its own.
_SIGNED = re.compile(
    r"^[（(]?[一-鿿]{2,14}(?:中心|局|办|办公室|委|台|社|部|院|校|镇|乡|街道|公司)(?: +|： *)([一-鿿]{2,3})[）)]?$"
)
# …区长叶大华。李磊摄
_PHOTO = re.compile(r"(?:^|[。！ （/])([一-鿿]{2,3})[ /]?摄(?:影)?[）)。]?$")


def find_signed(words: Words, _: str) -> Iterator[Found]:
    """Who sent a text in, in a line of its own, and who took a photograph."""
    text = words.text
    if (" " in text or "：" in text) and (signed := _SIGNED.match(text)) and is_name(signed.group(1)):
        yield Found(signed.start(1), signed.end(1), signed.group(1), "byline")
    for match in _PHOTO.finditer(text) if "摄" in text else ():
        if is_name(match.group(1)):
            yield Found(match.start(1), match.end(1), match.group(1), "byline")

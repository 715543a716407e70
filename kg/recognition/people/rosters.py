"""People entered in lines of their own: rosters (组长：李文钢), names with particulars (马玉兰（女，回族）), names spaced to the width of three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.reading.words import frequency
from kg.recognition.people.full_names import (
    NEVER_LAST,
    RULES_OUT,
    SPACED,
    Found,
    is_name,
    is_place,
    is_word,
    load_surnames,
    may_be_name,
)
from kg.recognition.titles import is_post, title_ending
from kg.recognition.tokens import Words

# A line of a notice's list of members: 组 长：李文钢; 巫振江（市府办）; 王勇 国务委员.
_ROSTER = re.compile(
    r"^(?:([一-鿿 ]{2,8})：)? ?([一-鿿]{2,4}|[一-鿿] {1,3}[一-鿿])(?: ?（([一-鿿、，“”0-9]{2,60})）| {1,3}([一-鿿、，0-9]{3,60}(?: [一-鿿]{2,12})?))?[；;]?$"
)
_ROSTER_ROLES = re.compile(
    r"^(?:第一|常务|执行|名誉)?副?(?:组长|组员|成员|主任|主席|总指挥|指挥长|会长|理事长|秘书长|召集人|总召集人|队长|顾问|委员|总队长|负责人|联络员)$"
)


def roster_role(text: str) -> str:
    """The role that a line of a notice's list gives, such as 副组长; empty for other lines.

    Example:
        >>> roster_role("组 长：李文钢"), roster_role("成员："), roster_role("会议强调：")
        ('组长', '成员', '')
    """
    label, colon, _ = text.partition("：")
    label = label.replace(" ", "")
    return label if colon and _ROSTER_ROLES.match(label) else ""


def roster_entry(text: str) -> tuple[int, int] | None:
    """The span of the name in a line of a notice's list, None for other lines."""
    if len(text) > 90 or text.endswith(("。", "！", "？")):
        return None
    match = _ROSTER.match(text)
    if not match or (match.group(1) and not roster_role(text)):
        return None
    body = match.group(3) or match.group(4)
    if is_name(match.group(2)) or (
        body and may_be_name(match.group(2)) and (match.group(1) or match.group(3) or title_ending(body, len(body)))
    ):
        return match.span(2)
    return None


# 出席人员：李青山 市文旅局局长；程小雨 东湖区副区长: such lines run together.
_RUN_ENTRY = re.compile("(?:^|[：；])([一-鿿]{2,4}|[一-鿿] {1,3}[一-鿿]) {1,3}([一-鿿、0-9]{3,60})(?=[；。]|$)")


def find_entered(words: Words, _: str) -> Iterator[Found]:
    """The name in a line of a notice's list, and the names in such lines run together."""
    text = words.text
    entry = roster_entry(text)
    if entry:
        yield Found(*entry, text[slice(*entry)].replace(" ", ""), "roster")
    for match in _RUN_ENTRY.finditer(text) if " " in text else ():
        name = match.group(1).replace(" ", "")
        if match.span(1) != entry and is_name(name) and title_ending(text, match.end(2)):
            yield Found(*match.span(1), name, "roster")


# 马玉兰（女，回族）; 周平（左二）; 尹秀珍，女，1978年5月生; 王大河，历任…
_ANNOTATED = re.compile(
    r"([一-鿿]{2,4}?)(?:（(?:女|男|[一-鿿]{1,4}族)(?:，[^（）]{1,24})?）|（[前后中]?排?(?:[左右][一二三四五六七八九]?|中|居中)）"
    r"|，[男女]，(?:[一-鿿]{1,4}族|[0-9]{4}年|[0-9]{2}岁)|，[0-9]{4}年(?:[0-9]{1,2}月)?(?:出)?生|，(?=历任|曾任|现任))"
)
_ANNOTATED_SIGN = re.compile("女|男|族[），]|[历曾现]任|[年月出]生|[左右中一二三四五六七八九]）")
# 吴飞，大风镇都蓬村党支部书记。
_CARD = re.compile("([一-鿿]{2,3})，(?=([^，。；]{4,40})[，。；])")


def find_annotated(words: Words, _: str) -> Iterator[Found]:
    """Names with the particulars of the person behind them, in brackets or between commas."""
    text = words.text
    for match in _ANNOTATED.finditer(text) if _ANNOTATED_SIGN.search(text) else ():
        end = match.end(1)
        for start in range(match.start(1), end - 1):  # 出生的|胡泽，现任…
            opens = start == 0 or text[start - 1] in "，、；。：— "
            # 尕桑（藏族）: no surname begins it
            known = is_name(text[start:end]) or (opens and "族" in match.group() and _may_be_of_minority(text[start:end]))
            if (opens or words.starts_at(start)) and known:
                yield Found(start, end, text[start:end], "annotated")
                break
    card = _CARD.match(text)
    if card and is_name(card.group(1)) and (title := title_ending(text, card.end(2))) and is_post(text[title[0] : title[1]]):
        yield Found(0, card.end(1), card.group(1), "annotated")


def _may_be_of_minority(candidate: str) -> bool:
    """Whether a whole clause before （藏族） can be a name: no word, no title, no list of people (代表（含回族）)."""
    return (
        not is_word(candidate)
        and not title_ending(candidate, len(candidate))
        and RULES_OUT.isdisjoint(candidate)
        and not is_place(candidate)
        and frequency(candidate) < 20
        and candidate[-1] not in NEVER_LAST
    )


def find_spaced(words: Words, _: str) -> Iterator[Found]:
    """Names of two characters set to the width of three, at the start, behind a mark or behind a title."""
    text = words.text
    for match in SPACED.finditer(text) if " " in text else ():
        name = match.group(1) + match.group(2)
        before = text[: match.start()].rstrip(" ")
        if (
            match.group(1) in load_surnames()[0]
            and not is_word(name)
            and (not before or before[-1] in "：、，（" or title_ending(before, len(before)))
        ):
            yield Found(match.start(), match.end(), name, "spaced")

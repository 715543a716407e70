"""Names of administrative divisions and regions in a sentence: in full always, short forms where the words allow (合肥, 安新、容城、雄县)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from kg.reading.words import frequency, tag
from kg.recognition.divisions import DIVISION_END, load_divisions
from kg.recognition.lexicon import Names
from kg.recognition.phrases import is_unknown
from kg.recognition.spans import Span
from kg.recognition.tokens import Words


def find_divisions(words: Words, known: Collection[str] = (), near: Sequence[str] = ()) -> list[Span]:
    """Spans that may name an administrative division or a region; full names always, short forms where the words allow.

    Args:
        known: Short forms whose full name the document gives or that lie around the paper's place, taken without asking the dictionary.
        near: The code of the paper's division, if it has one.
    """
    text = words.text
    scanned = _candidates(words, known)
    candidates = [
        c
        for c in scanned
        if text[slice(*c)] in known or not (_is_far_namesake(text, *c, near) or _is_called_after(text, *c, scanned))
    ]
    if not candidates:
        return []
    sure = {(start, end) for start, end in candidates if _is_division(words, start, end, known=text[start:end] in known)}
    # 湖|南岳|阳: one name right behind another that it lies in, whatever words the dictionary sees.
    sure |= {
        span
        for a, b in pairwise(candidates)
        if a[1] == b[0] and not _NAMED_AFTER.match(text, b[1]) and load_divisions().lies_in(text[slice(*b)], text[slice(*a)])
        for span in (a, b)
    }
    # 发展成华南地区: where a name proves to be none (成华), one may begin inside it (华南).
    for start, end in candidates:
        if (start, end) not in sure:
            for a, b in load_divisions().scan(text[start + 1 : end + 6]):
                a, b = a + start + 1, b + start + 1
                if a < end and all(b <= c or d <= a for c, d in sure) and _is_division(words, a, b, known=text[a:b] in known):
                    sure.add((a, b))
    # 广西桂林, 安新、容城、雄县: what stands right beside a division, or in one list with it, is one too.
    for _ in range(3):
        ends, starts = {end for _, end in sure}, {start for start, _ in sure}
        more = {
            (start, end)
            for start, end in candidates
            if words.starts_at(start)
            and words.starts_at(end)
            and text[start:end] not in _LIKE_PHRASES
            and text[end : end + 1] not in tuple("堤闸坝")  # 草尾镇|大同闸
            and not _HALF.fullmatch(text, start, end)
            and (
                start in ends
                or end in starts
                or (_joins(text, start - 1) and start - 1 in ends)
                or (_joins(text, end) and end + 1 in starts)
            )
            and all(end <= a or b <= start for a, b in sure)
        }
        if not more:
            break
        sure |= more
    sure.update(_sisters(words, sure))
    found = [
        Span(start, _with_area(text, start, end), "division")
        for start, end in sorted(sure)
        if not text.startswith("乡村", end - 1)  # 平安乡村 is no 平安乡
    ]
    if "镇" in text or "乡" in text:
        found += [town for span in found if (town := _town_of_one(text, span))]
    if towns := [town for span in found if (town := _town_behind(text, span))]:
        found = [s for s in found if all(s.end <= t.start or t.end <= s.start for t in towns)] + towns
    found += [lead for span in found if (lead := _lead_division(text, span))]
    return [*found, *_streets(text, found)] if "街" in text else found


def _sisters(words: Words, sure: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Divisions called by everyday words, in a list with two of the same container: 海淀、朝阳、大兴."""
    text, gazetteer = words.text, load_divisions()
    beside = [(a, b) for a, b in sure if _joins(text, a - 1) or _joins(text, b)]
    if len(beside) < 2:
        return
    parents = Counter(parent for a, b in beside for parent in {d.parent for d in gazetteer.named(text[a:b])} if parent)
    known = [parent for parent, count in parents.items() if count > 1]
    ends = {b for _, b in sure}
    while known and ends:
        at = ends.pop()
        item = _ITEM.match(text, at + 1) if text[at : at + 1] == "、" else None
        if item and words.are_whole(*item.span()) and any(gazetteer.named_inside(item.group(), parent) for parent in known):
            yield item.span()
            ends.add(item.end())


# 、朝阳、
_ITEM = re.compile("[一-鿿]{2,3}(?=[、和及与等，。的])")
# The country itself is what all official news is about: no place one would look up.
_HOME = frozenset(("中国", "我国", "中华人民共和国", "祖国"))
# 全国铁路、公路、水路共发送旅客…, 全国铁路公安机关: no railways by themselves
_OF_PROVINCE = ("省", "自治区")  # 省|人民大会堂 is not the capital's
_MODES = re.compile("全国铁路(?=[、和及公警系])")


def _candidates(words: Words, known: Collection[str]) -> list[tuple[int, int]]:
    """Spans of the gazetteer's names in a sentence, left to right, and of the short forms that the document knows."""
    text = words.text
    candidates = [
        (start, end)
        for start, stop in load_divisions().scan(text)
        for end in (stop - text.startswith("海岸警卫", stop - 1),)  # 菲律宾|海岸警卫队
        if text[start:end] not in _HOME
        and not _is_joined_noun(text, start, end)
        and not text.startswith("馆", end)  # 南亚馆
        and not _MODES.match(text, start)
        and not (text.startswith("人民大会堂", start) and text.endswith(_OF_PROVINCE, 0, start))
    ]
    # Names of two characters that the scanner passes over as they run into words (振|兴县) count where the document is of that place.
    for name in known:
        if name not in text:
            continue
        if len(name) > 2 and not name.endswith(DIVISION_END):  # 云东海 of 云东海街道
            taken = {a for a, _ in candidates}
            whole = [(m.start(), m.end()) for m in re.finditer(name, text) if m.start() not in taken]
            candidates = [c for c in candidates if not any(a < c[0] and c[1] <= b for a, b in whole)] + whole
        if len(name) == 2 and name.endswith(DIVISION_END):
            candidates += [
                (m.start(), m.end()) for m in re.finditer(name, text) if words.starts_at(m.start()) and words.starts_at(m.end())
            ]
    return sorted(set(candidates))


def _is_joined_noun(text: str, start: int, end: int) -> bool:
    """城市|和村镇: a conjunction between two nouns begins no name, but 吉林|和龙 does, where it lies."""
    if text[start] in "和与及" and any(
        load_divisions().lies_in(text[start:end], text[start - size : start]) for size in (2, 3) if start >= size
    ):
        return False
    return text[start] in "和与及" and tag(text[start + 1 : end])[:1] == "n" and tag(text[max(0, start - 2) : start])[:1] == "n"


def _town_of_one(text: str, county: Span) -> Span | None:
    """A town called by one character right behind its county: 米林县|派镇."""
    name = text[county.end : county.end + 2]
    if name[1:] not in ("镇", "乡"):
        return None
    gazetteer = load_divisions()
    outer = text[county.start : county.end]
    inside = any(gazetteer.named_inside(name, d.code) for d in (*gazetteer.named(outer), *gazetteer.former(outer)))
    return Span(county.end, county.end + 2, "division") if inside else None


def _town_behind(text: str, county: Span) -> Span | None:
    """A town by its short form between its county and a village of its own, or with a name that begins like a province's: 渠县|三汇|白腊村."""
    gazetteer, at = load_divisions(), county.end
    if text[at - 1] not in "县区市旗":
        return None
    like_province = any(d.level == "province" for d in gazetteer.named(text[at : at + 2]))
    for size in (4, 3, 2):
        stem = text[at : at + size]
        if stem.endswith((*DIVISION_END, "街")) or text.startswith(DIVISION_END, at + size):
            continue
        if not (_ITS_VILLAGE.match(text, at + size) or (like_province and size > 2)):
            continue
        codes = [d.code for d in gazetteer.named(text[county.start : at]) if d.level == "county"]
        if any(gazetteer.town_short(stem, code) for code in codes):
            return Span(at, at + size, "division")
    return None


def _lead_division(text: str, span: Span) -> Span | None:
    """The division that a known place's longer name begins with: 北京 of 北京人民大会堂 and of 北京中轴线."""
    name = text[span.start : span.end]
    region = load_divisions().regions().get(name)
    if region is None or not name.endswith(region.name):
        return None
    size = len(name) - len(region.name) or 2 * (region.kind == "ScenicArea")
    whole = size >= 2 and load_divisions().named(name[:size])
    return Span(span.start, span.start + size, "division") if whole else None


_STREET = re.compile("[一-鿿]{2,3}街(?!道)")


def _streets(text: str, divisions: Iterable[Span]) -> Iterator[Span]:
    """Subdistricts by their short form right behind their county: 和平区|新兴街."""
    gazetteer = load_divisions()
    for county in divisions:
        street = _STREET.match(text, county.end)
        named = gazetteer.named(text[county.start : county.end]) if street else ()
        if street and any(d.level == "county" and gazetteer.town_short(street.group(), d.code) for d in named):
            yield Span(county.end, street.end(), "division")


def _joins(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] in "、和"


_AREA = ("地区", "区域")


def _with_area(text: str, start: int, end: int) -> int:
    """The end of a region's name with 地区 or 区域 after it (长三角地区)."""
    name = text[start:end]
    return end + 2 if text.startswith(_AREA, end) and not name.endswith(_AREA) and name in load_divisions().regions() else end


# Names of counties that are everyday phrases first.
_LIKE_PHRASES = ("和县", "新城区", "老城区", "全州")


def _is_division(words: Words, start: int, end: int, *, known: bool) -> bool:
    name = words.text[start:end]
    # 县总工会和县妇联, 建设美丽新城区: such a name stands behind a place it lies in, or begins a clause.
    if name in _LIKE_PHRASES and not known and start and words.text[start - 1] not in "，。、；：（“在":
        around = {form for d in load_divisions().named(name) for up in load_divisions().chain(d) for form in up.names}
        if not words.text.endswith(tuple(around), 0, start):
            return False
    first, last = words.at(start), words.at(end - 1)
    assert first is not None
    assert last is not None
    if _HALF.fullmatch(name) and (first.start < start or _ends_division(words.text, start)):  # 中|西部地区, 内蒙古|西部地区
        return False
    whole = first.start == start and last.end == end
    if len(name) > 2 and name.endswith(DIVISION_END):
        # 区 in 社区服务: a full name may not end inside a word that begins within it.
        return whole or not (last.end > end and last.start > start and len(last.text) > 1)
    if words.text.startswith(("精神", "公社"), end) or _runs_on(words, start, end):
        return False
    # 法国巴黎, 吉林长春 is one word of the dictionary, and two places; 巴勒斯坦人 is a place and its people.
    if first is last and not whole and first.tag[:2] in ("ns", "nz", "nr"):
        rest = first.text[: start - first.start] + first.text[end - first.start :]
        beside = (first.start == start or first.end == end) and load_divisions().scan(rest) == [(0, len(rest))]
        if beside or first.tag[:2] != "nr":
            return beside
    if known or name in load_divisions().regions():
        # 共|建成|渝地区双城经济圈: a long name is one whatever the words around it.
        return whole or first.start == start or (known and len(name) > 2) or len(name) >= 6
    # The dictionary has many a city as a person or a verb: 合肥, 秦皇岛, 保定. Those of two characters below the prefecture stay in doubt.
    return whole and (
        tag(name) in ("ns", "nsf", "")
        or len(name) > 2
        or any(d.level == "prefecture" for d in load_divisions().named(name))
        or _is_located(words.text, start, end)
    )


_LOCATING = re.compile("(?:在|来到|前往|走进|抵达|位于|地处|途经|驰援)$")


def _is_located(text: str, start: int, end: int) -> bool:
    """在桓台，…; 位于义乌的…: what somebody is in is a place, though the dictionary has it as a name of another kind or a noun."""
    kind = tag(text[start:end])
    if kind[:1] != "n" or not _LOCATING.search(text, max(0, start - 2), start):
        return False
    return text[end : end + 1] in ("，", "、", "的", "等", "举", "召") or (kind != "n" and frequency(text[start:end]) < 150)


# 湖山省东岭|山公园, 湖山省黄岩|脚下
_NAMED_AFTER = re.compile("[山江河湖海路街桥港站脚岭峰寺村镇]|大[桥街道厦]")

# 花山|节, 坡头|村委, 张湾|段, 江口|社区, “盐都|春韵”: what is called by the same two characters as a county of another province
_NAMESAKE = re.compile("遗址|垸|节(?![日约能点目省])|村[委支]|段|项目区|片区|[大新老]?桥|湾|社区|小区|新村|花园|大厦|码头")
_QUOTED = re.compile("[一-鿿]{2}”")
# 三|龙湾, 大|龙湾
_SIZE_BEFORE = re.compile("(?<![0-9第一二三四五六七八九十百])[二三四五六七八九]$|(?<![扩加重做壮强巨宏放伟广最高])[大小]$")


# 盛世|商都、, 时代|江口。: the second word of an item of a list
_AFTER_WORD = re.compile("[、，：]([一-鿿]{2})$")


def _is_far_namesake(text: str, start: int, end: int, near: Sequence[str]) -> bool:
    """Whether a local paper's short form of a county far away is only part of a name from around."""
    if end - start != 2 or not near:
        return False
    beside = (
        _NAMESAKE.match(text, end)
        or (text[start - 1 : start] == "“" and _QUOTED.match(text, end))
        or _SIZE_BEFORE.search(text, max(0, start - 2), start)
        or _ends_item(text, start, end)
    )
    named = load_divisions().named(text[start:end]) if beside else ()
    # A village is no namesake of its own county.
    home = near[0][: 4 if text.startswith("村", end) else 2]
    return bool(named) and all(d.level == "county" and not d.code.startswith(home) for d in named)


def _ends_item(text: str, start: int, end: int) -> bool:
    """Whether a name is the second word of what a list names: 国酒城、盛世|商都、万达广场."""
    follows = text[end : end + 1]
    if follows not in tuple("、和等，。") or "、" not in (follows, text[start - 3 : start - 2]):
        return False
    word = _AFTER_WORD.search(text, 0, start)
    return word is not None and not load_divisions().scan(word[1]) and tag(word[1])[:2] in ("nr", "nz")


# 兰州|中山桥, 广州|北京路: what a city calls after another
_CALLED_AFTER = re.compile("[大新老]?桥|[东西南北中]?[一二三]?路|大道|大街|公园|广场")


def _is_called_after(text: str, start: int, end: int, divisions: Iterable[tuple[int, int]]) -> bool:
    """Whether a short form right behind a city that it does not lie in begins the name of a bridge, a street or a park there."""
    if end - start != 2 or not _CALLED_AFTER.match(text, end):
        return False
    city = next((text[a:b] for a, b in divisions if b == start), "")
    named = load_divisions().named(city)
    return bool(named) and named[0].level != "province" and not load_divisions().lies_in(text[start:end], city)


def _runs_on(words: Words, start: int, end: int) -> bool:
    """柳|港闸, 花山|界: a name of two characters beside a head noun of one, or a water's behind a lone character, is part of another."""
    text = words.text
    if end - start != 2:
        return False
    after, before = words.at(end), words.at(start - 1) if start else None
    if after is not None and len(after.text) == 1 and after.text in "界堤闸坝":
        return True
    lone = before is not None and len(before.text) == 1 and "一" <= before.text <= "鿿"
    return lone and before is not None and is_unknown(before) and text[end - 1] in "闸河江湖港"


_HALF = re.compile("[东西南北中]{1,2}部地区")


def _ends_division(text: str, at: int) -> bool:
    """Whether the name of a division or a region ends right before a position."""
    before = text[max(0, at - 6) : at]
    return any(end == len(before) for _, end in load_divisions().scan(before))


# 沙坪|长坪村: a village right behind the short form of its town.
_ITS_VILLAGE = re.compile("[一-鿿]{2,3}(?:村|社区)(?!民|级|里)")


def find_listed_towns(words: Words, towns: Names) -> list[Span]:
    """Towns of the paper's county by their short form, where they stand in a list (将星沙、榔梨、黄花等地)."""
    text = words.text
    return [
        Span(start, end, "division")
        for start, end in (towns.find(text) if towns else ())
        if (_joins(text, start - 1) or _joins(text, end) or _ITS_VILLAGE.match(text, end))
        and not text.startswith(DIVISION_END, end)
    ]

"""Streets by what stands beside them: numbered (渤海十六路), listed (江华街、东大直街), with their sides, sections and house numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.reading.words import frequency, tag
from kg.recognition.phrases import boundary_words, counts
from kg.recognition.places.words import is_item
from kg.recognition.spans import Span
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Words

# 江华街两侧, 云岚路（望江路至东湖路段）, 东湖路478弄, 江华街、大智路: what stands beside a street and hardly beside another thing.
_STREET_HEAD = "(?:路|大?街|大道|巷|胡同)"
_STREET_LAST = "[路街巷道同]"
_STREET_SIGN = re.compile(
    f"[一-鿿]{{0,6}}段(?![时落])|两侧|沿[线街]|[东西南北]{{1,2}}(?:侧|段|起|至)|以[东西南北]|[路街]?口|[边旁]|交[叉汇口界会]|[0-9]+[号弄]|(?<=[街巷])上(?![千万百市映演])"
    f"|[（—→]|-(?=[一-鿿])|[、与和及][一-鿿]{{2,5}}{_STREET_HEAD}(?![线况由人])"
)
_STREET_BEFORE = re.compile(f"{_STREET_HEAD}(?:[、与和及至（—→-]|以及)$")
_STREET_END = re.compile(f"{_STREET_HEAD}$")


def is_street(text: str, begin: int, end: int) -> bool:
    """Whether the words beside it show what ends in 路 or 街 to be a street, whatever it is called by."""
    return _STREET_END.search(text, max(begin, end - 2), end) is not None and (
        _STREET_SIGN.match(text, end) is not None or _STREET_BEFORE.search(text, max(0, begin - 4), begin) is not None
    )


# 主干道、水泥路: of a kind, not of a name
ROAD_KINDS = frozenset(
    ("道路", "公路", "马路", "铁路", "小路", "山路", "土路", "线路", "思路", "出路", "小巷", "街巷", "村路", "弯路", "网路")
)


_KINDS = (*sorted(ROAD_KINDS), "干道", "干路", "街道")


def _is_kind(words: Words, start: int, end: int) -> bool:
    """Whether words tell a kind of street rather than its name: 背街小巷, 水泥路, 通村路."""
    tokens = words.between(start, end)
    name = words.text[start:end]
    return (
        not tokens
        or tokens[0].start != start
        or name in generic_names()
        or (tag(name)[:1] == "n" and tag(name) in ("n", "nrt") and frequency(name) >= 8)
        or any(
            (t.text in ROAD_KINDS and t.start - start != 1)  # but 涂|山路
            or t.text in generic_names()
            or (len(t.text) > 1 and t.text in boundary_words())
            or (len(t.text) > 1 and t.tag in ("v", "d", "p", "c", "u", "r", "l", "i"))
            for t in tokens
        )
    )


# 渤海|十六路, 学府|三路; but not 黄河|一路向东, 兵分|两路
_NUMBER_OF_ROAD = re.compile(
    r"(?<=[一-鿿]{2})(?:一(?!路[东西南北向走来上]|道)|[二三四五六七八九](?!道防)|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:马路|大街|大道|道街|[路街道巷])(?![线军队纵])"
)
# 高新|四路, 经开|三路: what a zone's streets are counted from
_OF_ZONES = ("高新", "经开", "科创", "创新", "创业")
# 江华街、东大直街: behind a street in a list stands another, whatever its words.
_LISTED_STREET = re.compile(
    f"(?<={_STREET_LAST}[、和与及→—-])(?:[东西南北]{{1,2}}[起至邻临靠接连抵])?([一-鿿]{{2,5}}?{_STREET_HEAD})(?=[、和与及，。；等（）交路两沿上附周段→—-]|$)"
)
# 云岚路（明光路至三里亭段）, 石坊路（青龙山加压站—望湖路口）: what a street's section runs between.
_ROAD_ENDS = re.compile(
    f"{_STREET_LAST}（(?:[东西南北]?起|自)?([一-鿿]{{2,8}}?)[至到—-]{{1,2}}([一-鿿]{{2,8}}?)(?:路?口)?段?(?:）|，)"
)
# 北临飞虹路，西靠博奥路: what a plot lies between.
_BESIDE_PLOT = re.compile(
    f"(?:^|[，。；：、（]|地块|项目|小区|园区)[东西南北]{{1,2}}(?:侧|面)?[临靠接倚至起邻抵连到]([一-鿿]{{2,6}}?{_STREET_HEAD})(?=[，。；、）]|$)"
)
_NO_END = re.compile("(?:[局院校部厂业]|公司|货运|物流|银行|村道|[起终]点|以[东西南北]|[县市省]界)$")
# 一环路, 二环北路; but not 第一环路段
_RING_ROAD = re.compile("(?<![第0-9一-九])[一二三四五六]环[东西南北]{0,2}路(?![线径网])")


def find_streets(words: Words, divisions: Mapping[int, int]) -> Iterator[Span]:
    """Streets whatever they are called by, and what a street's section runs between.

    Counted from one called by a place or a noun (渤海十六路, 学府三路), behind another in a list (江华街、东大直街), of a ring (二环北路).

    Args:
        divisions: Begin by end of the divisions and settlements in the sentence.
    """
    for match in _NUMBER_OF_ROAD.finditer(words.text):
        end = match.start()
        token = words.at(end - 1)
        noun = (
            token and token.tag[:1] == "n" and end - token.start >= 2 and not match.group().startswith("一路")
        )  # 销量一路走高
        of_zone = words.text.endswith(_OF_ZONES, 0, end)
        start = end - 2 if of_zone else divisions.get(end, token.start if token and noun else -1)
        if start >= 0 and words.starts_at(match.end()):
            yield Span(start, match.end(), "place.head", "Road")
    joined = any(mark in words.text for mark in "、与和及→-—")
    for match in _LISTED_STREET.finditer(words.text) if joined else ():
        start, end = match.span(1)
        whole = words.starts_at(end) or words.text.startswith("上", end)
        if whole and not counts(match.group(1)) and not _is_kind(words, start, end):
            yield Span(start, end, "place.head", "Road")
    for match in _BESIDE_PLOT.finditer(words.text):
        street = match.group(1)  # but not 北临规划道路
        of_kind = street.endswith(_KINDS) and not (street.endswith("山路") and len(street) > 3)  # 九鼎|山路
        if not (counts(street) or of_kind or street in generic_names() or "规划" in street):
            yield Span(*match.span(1), "place.head", "Road")
    for match in _ROAD_ENDS.finditer(words.text) if "（" in words.text else ():
        for group in (1, 2):
            start, end = match.span(group)
            while (inner := next((e for e, b in divisions.items() if b == start and e < end), 0)) and end in divisions:
                start = inner  # 望岚铁路（江西|赣州至福建|龙岩）
            if is_item(words, start, end) and not _NO_END.search(words.text, start, end):
                yield Span(start, end, "place.listed")
    for match in _RING_ROAD.finditer(words.text) if "环" in words.text else ():
        yield Span(match.start(), match.end(), "place.head", "Road")

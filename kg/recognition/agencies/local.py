"""Bodies of a place, found by what follows the place or its level (区|税务局), and those that share it or stand without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from kg.reading.words import cut
from kg.recognition.lexicon import rows
from kg.recognition.phrases import PARTIES, level_at
from kg.recognition.spans import Span, extend
from kg.recognition.tokens import Words


@lru_cache(maxsize=1)
def local() -> dict[str, dict[str, str]]:
    """Local bodies by what follows the place: short forms and full ones (税务局; 发改委, 发展和改革委员会)."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("local_agencies"):
        found.setdefault(row["short"], row)
        before, _, after = row["full"].partition("{place}")
        if not before and len(after) > 1:
            found.setdefault(after, row)
    return found


@lru_cache(maxsize=1)
def _local_by_head() -> dict[str, tuple[str, ...]]:
    by: dict[str, list[str]] = {}
    for name in local():
        by.setdefault(name[0], []).append(name)
    return {head: tuple(sorted(names, key=len, reverse=True)) for head, names in by.items()}


def local_at(text: str, at: int) -> str:
    """The longest local body whose name, after the place, begins at a position."""
    for name in _local_by_head().get(text[at : at + 1], ()):
        if text.startswith(name, at):
            return name
    return ""


@lru_cache(maxsize=1)
def _merged() -> re.Pattern[str]:
    """Departments of several charges, which every county joins in its own way: 文化旅游|和|体育|局, 自然资源|和|规划建设|局.

    A charge is what the departments of `local_agencies.csv` have, whole or by word.
    """
    charges: set[str] = set()
    for row in rows("local_agencies"):
        before, _, after = row["full"].partition("{place}")
        told = re.fullmatch("(.{2,}?)(?:局|厅|委员会)", after)
        if not before and told and row["kind"] == "Government":
            for charge in re.split("[和与及]", told.group(1)):
                charges.update([charge, *cut(charge)])
    words = "|".join(sorted((c for c in charges if len(c) > 1), key=lambda c: (-len(c), c)))
    return re.compile(f"(?:{words}){{1,6}}[和与](?:{words}){{1,6}}(?:局|厅|委员会)")


# Bodies that stand without their place where the post before has named it: 县委书记、人大常委会主任.
_BARE = (
    "人大常委会",
    "政协",
    "纪委",
    "纪委监委",
    "监委",
    "组织部",
    "宣传部",
    "统战部",
    "政法委",
    "行署",
    "政府党组",
    "政协党组",
    "人大常委会党组",
    "政府办公室",
    "政府办",
    "军分区",
    "人武部",
)
# 市政协副主席、总工会主席甲，人大副主任乙: those that stand so only before the post of a county or a city.
_BARE_BEFORE = {"总工会": re.compile("(?:党组|常务)?副?(?:主席|书记)"), "人大": re.compile("副主任")}
# A level, or a mark with what may be the first character of a bare body (`_BARE`) behind it.
_LEVEL_OR_MARK = re.compile("[自街省市区县州盟旗镇乡、，](?:(?<![、，])|(?=[人政纪监组宣统行总军]))")
# 当选政协主席, 选举王坚为法院院长: the place is that of the session.
_BARE_ELECTED = re.compile(
    "(?:当选为?|(?:选举|补选)[一-鿿·]{2,12}为)(政协|人大常委会|政府|监委|监察委员会|法院|检察院)"
    "(?=副?(?:主席|主任|院长|检察长|[市县区州旗]长))"
)
# 副县长甲，商务局局长乙; 市政协副主席、工商联主席甲: a bureau whose place the list of officials has said.
_BUREAU = re.compile(
    "(?<=[、，])([一-鿿]{1,8}?[局办联厅])"
    # 副县长、公安局|长丙
    "(?=(?:(?:党组|党委)?(?:常务)?(?:副?书记|副?[局厅]长|副?主任|副?主席)|(?<=[局厅])长)[^会任席长])"
)
_TERM = re.compile(
    r"第[一二三四五六七八九十]{1,3}届(?:人民代表大会常务委员会|人民代表大会|委员会(?:常务委员会|常委会)?|人大常委会|政协|人大)"
    r"|[一二三四五六七八九十]{1,3}届人大常委会(?!第|会议|委员|组成)"
)
_COMMITTEE = re.compile("委员会")
# 中共湖山市委, 农工党湖山市委会: whose committee of a place it is.
_OWNERS = ("中共", *PARTIES, "共青团")


def local_bodies(words: Words, places: Mapping[int, int]) -> Iterator[Span]:
    """The bodies behind the places and levels of a sentence, and those that stand bare or in one of their terms."""
    text = words.text
    anchors: dict[int, int] = dict(places)
    for match in _LEVEL_OR_MARK.finditer(text):
        at, char = match.start(), match.group()
        if char not in "、，":
            own = text[at - 1 : at] in ("我", "本", "该") and char in "省市县区州旗镇乡"  # 我|县人民医院
            if (level := char if own else level_at(text, at)) and at + len(level) not in anchors:
                anchors[at + len(level)] = at
        elif text.startswith((*_BARE, *_BARE_BEFORE), at + 1):
            name = local_at(text, at + 1)
            if name in _BARE or (name in _BARE_BEFORE and _BARE_BEFORE[name].match(text, at + 1 + len(name))):
                yield Span(at + 1, at + 1 + len(name), "agency.bare", local()[name]["kind"])
    officials = "局长" in text or "厅长" in text or "主任" in text or "主席" in text or "书记" in text
    for match in _BUREAU.finditer(text) if officials else ():
        if match.group(1) in local():
            yield Span(match.start(1), match.end(1), "agency.bare", local()[match.group(1)]["kind"])
    for match in _BARE_ELECTED.finditer(text) if "选" in text else ():
        yield Span(match.start(1), match.end(1), "agency.bare", local()[match.group(1)]["kind"])
    joint = ("和" in text or "与" in text) and ("局" in text or "委员会" in text or "厅" in text)
    for end, start in anchors.items():
        if body := _body_behind(text, places, start, end, joint=joint):
            yield body


def _body_behind(text: str, places: Mapping[int, int], start: int, end: int, *, joint: bool) -> Span | None:
    """The body whose name goes on behind a place or a level, or None.

    Args:
        joint: Whether the sentence may name a department of several charges.
    """
    term = _TERM.match(text, end) or (text.endswith("届", 0, start) and _COMMITTEE.match(text, end))
    if term:
        opened = text.rfind("政协", max(0, start - 8), start)
        beside = text.endswith("政协", 0, start)
        begin = opened if opened >= 0 and (beside or "届" in text[opened:start]) else start
        return Span(begin, term.end(), "agency.head", "Congress")
    at = end + 1 if text[end : end + 1] == "直" and local_at(text, end + 1) else end
    name = local_at(text, at)
    stop = at + len(name)
    joined = _merged().match(text, end) if joint and len(name) < 5 else None
    if joined and joined.end() > stop:
        return Span(start, joined.end(), "agency.head", "Government")
    if name.endswith("会") and text.startswith(("议", "堂"), stop):
        return None  # 县委常委|会议, 县委|会堂
    if name.endswith("政府") and text.startswith("采购", stop):
        return None  # 云南政府采购网
    if not name or (name in ("委", "府", "党委", "支部") and text[stop : stop + 1] in tuple("员托派任以屈会所")):
        return None
    begin = extend(start, places)
    if before := next((name for name in _OWNERS if text.endswith(name, 0, begin)), ""):
        begin -= len(before)
    if name == "委" and text[max(0, begin - 1) : begin] == "团" and start == begin:
        begin -= 1
    return Span(begin, stop, "agency.local", local()[name]["kind"])


# 镇党委、|政府|主办, but 县委、|政府部门|
_NO_GOVERNMENT = ("部门", "采购", "引导", "机关", "办", "工作", "购买", "投资", "职能", "网", "服务", "补助", "补贴", "债")
_OF_ANOTHER = re.compile("[一-鿿]{2,14}?(?:[大中支]队|中心|所|站|办|局|部|公司|会)(?=[、和])")


def sharing_place(words: Words, span: Span, places: Mapping[int, int]) -> Iterator[Span]:
    """省财政厅、监察厅、审计厅: the bodies listed after a local one, whose place is said once for all."""
    text, stop = words.text, span.end
    if text[stop : stop + 1] not in ("、", "和") or span.via not in ("agency.local", "agency.head"):
        return
    place = span.start
    while inner := next((end for end, start in places.items() if start == place and end < stop), 0):
        place = inner
    anchor = text[span.start : place] or level_at(text, span.start)
    while anchor and text[stop : stop + 1] in ("、", "和"):
        other = local_at(text, stop + 1)
        end = stop + 1 + len(other)
        if words.starts_at(stop + 1) and (
            len(other) >= 3
            or (len(other) == 2 and text[end : end + 1] in ("、", "，", "和", "等"))
            or (other == "政府" and text[stop - 1] == "委" and not text.startswith(_NO_GOVERNMENT, end))
        ):
            yield Span(stop + 1, end, "agency.local", local()[other]["kind"], anchor + other)
        elif between := _OF_ANOTHER.match(text, stop + 1):  # 县委宣传部、|文旅综合执法大队|、教育局
            end = between.end()
        else:
            return
        stop = end


@lru_cache(maxsize=1)
def committees() -> dict[tuple[str, str], str]:
    """The full names of the committees of 人大 and 政协 by body and by each of their names."""
    return {
        (row["body"], name): row["name"]
        for row in rows("committees")
        for name in (row["name"], *filter(None, row["aliases"].split("|")))
    }


# 县人大常委会人事代表工委主任, …预算工委副主任
_WORKING = re.compile("[一-鿿]{2,8}?(?:工委|工作委员会)(?=(?:原|党组|常务)?(?:副?主任|委员|负责人))|代表资格审查委员会")


def committees_of(text: str, bodies: list[Span]) -> Iterator[Span]:
    """湖山市政协社会和法制委员会: the committees behind their congress or conference, joined by a conjunction or not."""
    for body in bodies:
        owner = next((end for end in ("政协", "人大") if text.endswith(end, body.start, body.end)), "")
        names = (name for whose, name in committees() if whose == owner and text.startswith(name, body.end))
        if name := max(names, key=len, default=""):
            yield Span(body.start, body.end + len(name), "agency.head", body.kind)
        elif text.endswith("人大常委会", body.start, body.end) and (office := _WORKING.match(text, body.end)):
            yield Span(body.start, office.end(), "agency.head", body.kind)


_COMMITTEE_OF = {"人大": "Congress", "政协": "Consultative"}


@cache
def _committee() -> re.Pattern[str]:
    """宪法法律委主任委员李飞, 任命乙为经济委员会驻会副主任: committees without their congress or conference, before a title."""

    def names(body: str) -> str:
        return "|".join(sorted((name for owner, name in committees() if owner == body), key=lambda name: (-len(name), name)))

    return re.compile(
        f"(?:^|(?<=[、，。；：为任的了由取]))(?:(?P<人大>{names('人大')})(?=原?副?主任委员)|(?P<政协>{names('政协')})(?=原?(?:驻会)?副?主任(?!委员)))"
    )


@lru_cache(maxsize=1)
def _committees_listed() -> re.Pattern[str]:
    """监察和司法委员会、财政经济委员会分别作了报告, 监察司法委、环资委分别提出: committees of a congress in a list."""
    names = sorted((name for owner, name in committees() if owner == "人大"), key=lambda n: (-len(n), n))
    return re.compile(
        f"(?:^|(?<=[、，。；：和及由])|(?<=人大))(?:{'|'.join(names)})(?=[、，。和及]|分别|等|关于|提出|审议|作的)"
    )


def committees_without_body(text: str) -> Iterator[Span]:
    """Committees of a congress or a conference without it: before a title, and in a list of at least two."""
    for match in _committee().finditer(text) if "主任" in text else ():
        yield Span(match.start(), match.end(), "agency.committee", _COMMITTEE_OF[match.lastgroup or ""])
    listing = "委员会、" in text or ("委、" in text and "全国人大" in text)
    listed_committees = [*_committees_listed().finditer(text)] if listing else []
    if len(listed_committees) > 1:
        yield from (Span(m.start(), m.end(), "agency.committee", "Congress") for m in listed_committees)


# 中国人民政治协商会议湖山市第九届委员会, …第九届湖山市委员会常务委员会: the conference of a place in one of its terms.
_CONFERENCE = re.compile(
    r"(?:中国人民政治协商会议|政协)[一-鿿]{0,14}?第?[一二三四五六七八九十]{1,3}届[一-鿿]{0,8}?委员会(?:常务委员会|常委会)?(?=第|工作报告|[^一-鿿]|$|委托)"
)


def conferences(text: str, places: Mapping[int, int]) -> Iterator[Span]:
    """The conferences of a place in one of their terms."""
    for match in _CONFERENCE.finditer(text) if "届" in text else ():
        if any(match.start() < start and end <= match.end() for end, start in places.items()):
            yield Span(match.start(), match.end(), "agency.head", "Consultative")

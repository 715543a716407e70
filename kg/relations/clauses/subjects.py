"""What a clause names as its subject: the first mention that stands where subjects stand and does not only speak, date or guide."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import cache

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, PROJECT, TIME, TITLE, Entity, Mention
from kg.relations.clauses.clause import PREPOSITIONS, SUBJECT_TYPES, TOUCHING, Stretch
from kg.relations.clauses.vocabulary import any_of, load_words

# 过去24小时|甲军发动攻势, 另据|甲军消息
_LATELY = re.compile("^(?:在?过去|最?近)?[0-9一两二三数几]+个?(?:小时|天|周|月|年)(?!期)(?:[内里间来]|以来)?|^过去一[夜周天]")
# 株洲市|现代综合物流园位于…: the place is only what the thing's name begins with
_THING_IN_IT = re.compile(
    "(?:(?!的|地处|位于)[一-鿿]){2,14}(?:园|厂|基地|中心|市场|广场|馆|楼|站|场|酒店|大厦|公寓|仓库|山庄)(?:位于|坐落|座落|地处)"
)
# 东江|某省某站水位涨至5米: the river's, and not the province's
_GAUGE = re.compile("[^，。；]{2,12}站[^，。；]{0,10}(?:水位|流量|洪峰)")


def find_subject(
    stretch: Stretch, pointed: Mention | None, entities: Mapping[str, Entity], officials: Container[str], *, first: bool
) -> Mention | None:
    """The mention that a clause names as its subject.

    Args:
        pointed: The pointing word in the clause.
        officials: People named with a post.
        first: Whether nothing in the sentence has been a subject yet.
    """
    text, start, end = stretch.text, stretch.start, stretch.end
    skipped = [m for m in stretch.mentions if m.type in (TIME, TITLE)]
    outer = stretch.outer
    candidates: Sequence[Mention] = sorted([*outer, pointed], key=lambda m: (m.start, -m.end)) if pointed else outer
    for position, mention in enumerate(candidates):
        if _only_speaks(mention, stretch, entities, officials) or _only_guides(mention, stretch, skipped, first=first):
            continue
        gap = _LATELY.sub("", _without(text, start, mention.start, skipped).strip(" 　“”\"'①②③④⑤⑥"))
        if not _starts_clause(gap, text, mention, first=first):
            continue
        following = candidates[position + 1 :]
        if mention.type == PLACE and not (text[mention.end - 1] in "江河湖" and _GAUGE.match(text, mention.end, end)):
            inner = end_of_chain(mention, following)
            if not is_among_others(inner, stretch):
                mention = inner
            elif not mention.implied:
                continue  # 甲省乙市、丙省丁市局地: of none of them alone; but 我县|甲水库、乙水库等9座 are the county's
            if _THING_IN_IT.match(text, mention.end, end):
                continue
        return _celebrated(_owned(mention, following, text), stretch)
    return None


def _only_speaks(mention: Mention, stretch: Stretch, entities: Mapping[str, Entity], officials: Container[str]) -> bool:
    """Whether a document, a person or a body is only who says what the clause tells, and no subject of its own."""
    text, after, end = stretch.text, mention.end, stretch.end
    if mention.type == DOCUMENT:
        return not text.startswith(load_words()["document"], after + (text[after : after + 1] == "》"))
    if mention.type == PERSON:
        return mention.entity in officials or any_of("speech").search(text, after, end) is not None
    if mention.type == AGENCY and any_of("source").search(text, after, end):
        troops = entities[mention.entity].kind == "Military"
        return not (troops and _own_deeds().match(text, after))
    return False


@cache
def _own_deeds() -> re.Pattern[str]:
    """Behind the name of troops: they report what they did themselves (甲军称，|当天拦截7枚导弹)."""
    deeds = "|".join(map(re.escape, load_words()["deed"]))
    said = "[^，。；]{0,8}?(?:称|宣布|表示|通报|消息)[^，。；0-9]{0,12}，"
    # no other subject stands before the deed: 甲军称，前线地区发生33次战斗，…
    return re.compile(f"{said}(?:当天|当晚|已|此前|过去[^，。；]{{1,6}})*(?:(?:在|对|向|从)[^。；0-9]{{0,40}}?)?(?:{deeds})")


# 甲县位于某省中部，|乙山南麓，|丙江中游北岸，面积…; 甲镇位于…，|乙高速公路穿境而过，…: where the first subject lies, and what runs there
_ASIDE_ON_PLACE = re.compile(
    "(?:[中上下]游)?(?:[东西南北中上下]{1,2}[部游麓岸侧端段缘]|腹地|沿岸|之[滨畔间]|交[界汇]处?)(?![^，。；])|[^，。；0-9]{0,4}(?:穿[^，。；0-9]{0,4}而过|过境|贯穿|横贯|纵贯|环绕|流经|穿越)"
)
# Behind a list's or a route's first member, and one of those counted: 甲镇|等5个镇入选.
_AMONG_OTHERS = re.compile("[、至到]|等(?:[^，。；、的0-9]{0,12}(?:项目|工程))?(?:约|近|超|共)?[0-9]")


# 建成|茶文化博物馆|1个，: what is counted by a common noun
_COUNTED = re.compile("1(?:个|座|处|家|所|栋|幢|间|条|支)(?=[，。；、]|$)")
# 投资增长9%，|全市|排名第四: among whom the subject told of is ranked
_RANKED = re.compile(
    "平均|倒数|排名|排位|(?:位[居列]|居)?(?:第[一二三四五六七八九十0-9]+位?|前列|首位|前[一二三四五六七八九十]位?)(?=[，。；]|$)"
)


def _only_guides(mention: Mention, stretch: Stretch, skipped: Sequence[Mention], *, first: bool) -> bool:
    """Whether a mention only dates or guides what is told, is one of several, or stands aside."""
    text, after, end = stretch.text, mention.end, stretch.end
    if text.startswith(load_words()["aside"], after):  # 党的十八大以来 dates, 全会精神 guides
        return True
    # 省委副书记 speaks of a person, not of the committee.
    if any(t.type == TITLE and t.start <= after <= t.end for t in skipped):
        return True
    if is_among_others(mention, stretch):
        return True
    if mention.type in (PLACE, PROJECT) and not mention.implied and _COUNTED.match(text, after):
        return True
    if mention.implied and mention.text.startswith("全") and _RANKED.match(text, after):
        return True
    if text.startswith("经", after) and any(m.start == after + 1 for m in stretch.outer):  # 全国经|甲通道进出口90亿元
        return True
    return mention.type == PLACE and not first and _ASIDE_ON_PLACE.match(text, after, end) is not None


def is_among_others(mention: Mention, stretch: Stretch) -> bool:
    """Whether a mention begins a list or is one of those counted: 甲镇|、乙镇, 甲镇|等5个镇."""
    return _AMONG_OTHERS.match(stretch.text, mention.end, stretch.end) is not None


# 全国经甲通道|进出口90亿元
_TRADED = re.compile("(?:[铁公]路)?(?:口岸)?(?:进出口|进口|出口|通行|出入境|入境|出境|运输|发运|外运|转口)")
_NEWLY = ("新建", "新建的", "异地新建", "异地新建的", "迁建", "迁建的", "改扩建", "扩建")


def _starts_clause(gap: str, text: str, mention: Mention, *, first: bool) -> bool:
    """Does the mention stand where a subject stands, with nothing but openers, or modifiers of a first subject, before it?"""
    before = text[mention.start - 1 : mention.start] if mention.start else ""
    if before in PREPOSITIONS and before:
        framed = mention.type == EVENT and text[mention.end : mention.end + 1] in ("中", "上")
        through = before == "经" and mention.type in (PLACE, PROJECT) and _TRADED.match(text, mention.end)
        return (framed and gap in PREPOSITIONS) or (bool(through) and gap in ("经", "全国经"))
    rest = gap.removeprefix("预计").removeprefix("计划") if mention.implied else gap
    for _ in range(4):
        opener = _openers().match(rest)
        rest = rest[opener.end() if opener else 0 :].lstrip("（(“”:： ")
        if not (opener and opener[0]):
            break
    if rest.endswith(("是指", "指的是", "即是")) and "，" not in rest:  # 另“一纵”是指平营高速公路
        return True
    if rest in _NEWLY:  # 异地新建|湖滨小学占地30亩
        return mention.type in (PROJECT, AGENCY)
    short = len(rest) == 1 and rest not in "是为有即成叫占超" and rest not in TOUCHING
    return not rest or short or (first and rest.endswith("的"))


@cache
def _openers() -> re.Pattern[str]:
    """A word that may stand before a subject, or nothing."""
    return re.compile("|".join(map(re.escape, (*load_words()["opener"], ""))))


# 甲公司投资建设的|乙产业园投资额3亿元
# 全省试点的|“甲行动”项目
_BUILDS = re.compile("(?:投资|承建|援建|兴建|新建|建设|开发|打造|实施|负责|试点|批准|立项|确定)+的“?")


def _owned(mention: Mention, following: Sequence[Mention], text: str) -> Mention:
    """What a place or body only tells whose it is: 建德的严州古城, 安徽援建项目——徽岳记产业项目."""
    if mention.type not in (PLACE, AGENCY, PROJECT):
        return mention
    for other in following:
        if other.start <= mention.end or other.type not in (PLACE, PROJECT, AGENCY):
            continue
        between = text[mention.end : other.start]
        built = other.type != AGENCY and _BUILDS.fullmatch(between) is not None
        if (between == "的" and mention.type != PROJECT) or built or (between.endswith("——") and len(between) <= 14):
            return other
    return mention


def end_of_chain(mention: Mention, following: Sequence[Mention]) -> Mention:
    """Of 廊下镇中民村农户 the innermost division: places and bodies that follow without a gap narrow the first one down."""
    for other in following:
        if other.start != mention.end or other.type not in SUBJECT_TYPES:
            break
        mention = other
    return mention


def _celebrated(mention: Mention, stretch: Stretch) -> Mention:
    """What an opening or a start celebrates: after 南枫线一期工程开工仪式举行 the text goes on about the line."""
    if mention.type != EVENT:
        return mention
    for inner in stretch.mentions:
        named = (
            inner.entity and inner.type in (PROJECT, AGENCY, PLACE) and mention.start <= inner.start and inner.end < mention.end
        )
        if named and stretch.text.startswith(load_words()["celebrated"], inner.end):
            return inner
    return mention


_GRADE = re.compile(
    "重点文物|重点镇|文明|示范|先进|百强|优秀|劳动模范|劳模|五一|三八|民族团结|双拥|卫生城|首[个批家条座]|最|第"
)


def is_national(stretch: Stretch) -> bool:
    """Is a clause about the whole nation (前三季度全国用电量…), rather than compared with it (占全国…)?"""
    text, start = stretch.text, stretch.start
    for word in ("全国", "我国"):
        at = text.find(word, start, min(stretch.end, start + 20))
        if at < 0 or any(m.entity and not m.implied and m.start <= at < m.end for m in stretch.mentions):
            continue
        if _GRADE.match(text, at + 2):  # 全国重点文物保护单位9处: a grade
            continue
        gap = _without(text, start, at, [m for m in stretch.mentions if m.type == TIME])
        if not gap or gap in load_words()["opener"] or gap in ("在", "而在"):
            return True
    return False


def only_reports(stretch: Stretch) -> bool:
    """Does a clause before a colon only say who reports (某报讯（记者某某）：)?"""
    text, end = stretch.text, stretch.end
    return text[end : end + 1] in ("：", ":") and any_of("reporting").search(text, stretch.start, end) is not None


def _without(text: str, start: int, end: int, skipped: Sequence[Mention]) -> str:
    """A stretch of a sentence without the words of some mentions, which are sorted by their starts."""
    parts: list[str] = []
    for mention in skipped:
        parts.append(text[start : min(mention.start, end)])
        start = max(start, mention.end)
    return "".join((*parts, text[start:end]))

"""Organizations: national ones by name, local ones by their place in the system (区税务局), all others by their head noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.reading.words import cut, frequency, tag
from kg.recognition.lexicon import Names, column, rows
from kg.recognition.phrases import (
    LEVELS,
    PROVINCES,
    boundary_words,
    counts,
    is_proper,
    is_rare,
    is_unknown,
    level_at,
    name_start,
)
from kg.recognition.titles import title_starting
from kg.recognition.tokens import Token, Words


class Span(NamedTuple):
    """A found name: its place, how it was found, and the subclass its head noun tells."""

    start: int
    end: int
    via: str
    kind: str = ""
    name: str = ""
    """What the words stand for where that is more than they say (广湛 in 广湛、深江高铁)."""


_QUOTED_MEDIA = re.compile(r"《([一-鿿]{2,8}(?:报|日报|晚报|周刊|月刊|半月刊|杂志|邮报|时报|评论|新闻网))》")


@lru_cache(maxsize=1)
def national() -> Names:
    """Names and short forms of national bodies, companies, universities, media."""
    return Names(name for name in national_by_name() if len(name) >= 2)


@lru_cache(maxsize=1)
def national_by_name() -> dict[str, dict[str, str]]:
    """The row of `national_agencies.csv` for each name and short form."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("national_agencies"):
        for name in (row["name"], *filter(None, row["aliases"].split("|")), *filter(None, row["weak"].split("|"))):
            found.setdefault(name, row)
        if row["name"].endswith("集团有限公司"):  # 中国交通建设集团, 中国交建集团
            for name in (
                row["name"].removesuffix("有限公司"),
                *(f"{short}集团" for short in row["aliases"].split("|") if len(short) > 2),
            ):
                found.setdefault(name, row)
    return found


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    """Short forms that mean the national body only before a title (体育总局局长): elsewhere they may be a local one."""
    return frozenset(name for row in rows("national_agencies") for name in filter(None, row["weak"].split("|")))


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


@lru_cache(maxsize=1)
def _local_by_head() -> dict[str, tuple[str, ...]]:
    by: dict[str, list[str]] = {}
    for name in local():
        by.setdefault(name[0], []).append(name)
    return {head: tuple(sorted(names, key=len, reverse=True)) for head, names in by.items()}


@lru_cache(maxsize=1)
def heads() -> tuple[Names, dict[str, dict[str, str]]]:
    """Head nouns of organizations, to be found in text and by name."""
    stopped = _stopwords("head")
    by_name = {row["head"]: row for row in rows("agency_heads") if row["head"] not in stopped}
    return Names(by_name), by_name


@cache
def _stopwords(kind: str) -> frozenset[str]:
    """Heads that name nothing (`head`), modifiers that tell nothing apart (`modifier`), classes of bodies (`name`)."""
    return frozenset(row["word"] for row in rows("agency_stopwords") if row["kind"] == kind)


@cache
def _classes_by_end() -> dict[str, list[str]]:
    """The classes of bodies by their last two characters."""
    found: dict[str, list[str]] = {}
    for name in sorted(_stopwords("name")):
        found.setdefault(name[-2:], []).append(name)
    return found


def local_at(text: str, at: int) -> str:
    """The longest local body whose name, after the place, begins at a position."""
    for name in _local_by_head().get(text[at : at + 1], ()):
        if text.startswith(name, at):
            return name
    return ""


@lru_cache(maxsize=1)
def committees() -> dict[tuple[str, str], str]:
    """The full names of the committees of 人大 and 政协 by body and by each of their names."""
    return {
        (row["body"], name): row["name"]
        for row in rows("committees")
        for name in (row["name"], *filter(None, row["aliases"].split("|")))
    }


@cache
def _committee() -> re.Pattern[str]:
    """宪法法律委主任委员李飞, 任命乙为经济委员会驻会副主任: committees without their congress or conference, before a title."""

    def names(body: str) -> str:
        return "|".join(sorted((name for owner, name in committees() if owner == body), key=lambda name: (-len(name), name)))

    return re.compile(
        f"(?:^|(?<=[、，。；：为任的了由取]))(?:(?P<人大>{names('人大')})(?=原?副?主任委员)|(?P<政协>{names('政协')})(?=原?(?:驻会)?副?主任(?!委员)))"
    )


_SURVEYORS = re.compile("国家统计局[一-鿿]{2,6}?调查总?队")


@lru_cache(maxsize=1)
def _committees_listed() -> re.Pattern[str]:
    """监察和司法委员会、财政经济委员会分别作了报告, 监察司法委、环资委分别提出: committees of a congress in a list."""
    names = sorted((name for owner, name in committees() if owner == "人大"), key=lambda n: (-len(n), n))
    return re.compile(
        f"(?:^|(?<=[、，。；：和及由])|(?<=人大))(?:{'|'.join(names)})(?=[、，。和及]|分别|等|关于|提出|审议|作的)"
    )


# 政府采购, 政府性债务: the government here is no body that acts.
_OF_GOVERNMENT = ("采购", "性", "主导", "引导", "补", "债", "投资", "扶持", "职能", "信息", "工作报告", "预算", "网站", "官网")
# What may follow a national company's short name and still be the same company.
# 成立某某工作领导小组: everything between the verb and the head is the name, quotations and all.
_FOUNDED = re.compile(
    r"(?:成立|组建|设立|调整)(?:了)?(?![了由0-9]|包[含括]|涵盖|多个)([^，。；《》（）]{4,70}?(?:领导小组|工作专班|(?<!和多个)(?<!个)指挥部|(?<!个)工作组|组委会|联席会议))(?=[，。；（的(]|$)"
)
# 荆楚网讯（记者…）, 江西日报记者…
_DESPATCH = re.compile(
    r"(?:^|[ （【])([一-鿿·]{2,9}(?:日报|晚报|晨报|时报|商报|早报|都市报|特区报|导报|周刊|网|新闻|电视台|报|发展网|新闻网|(?<![报网台业])(?:全媒体|融媒体)|传媒))(?=(?:（[^（）]{1,12}）)?(?:[0-9年月日 ]{0,12}(?:电|讯)|[ ]?(?:首席|见习|实习|特约)?记者|、[一-鿿]{3,8}[网报]))"
)
# 湖山网云水5月7日讯, 湖山在线7月8日消息: the head of a despatch, with the place it comes from.
_DATELINE = re.compile(
    r"[ 　]*((?!本)[一-鿿]{1,7}?(?:网|在线|新闻|日报|晚报|都市报|频道))(?:[一-鿿]{2,6})?(?:[0-9]{1,2}月[0-9]{1,2}日 ?(?:讯|电|消息|报道)|(?:讯|消息)(?=[ （]))"
)
# 湖山报业全媒体记者, 青川在线记者: media whose names say less of what they are.
_STAFF = re.compile(
    r"(?:^|(?<=[ （：。，的]))(?!互联|物联)([一-鿿]{2,6}?(?:报业|新媒体|在线|传媒|新闻网|发布|头条|广电|网))(?=副?总编辑|编辑：|）[讯电]|(?<!网)(?:全媒体|融媒体|首席|见习|实习|特约)*(?:记者|通讯员)|[一-鿿]{2,3}[0-9]{1,2}月[0-9]{1,2}日[讯电])"
)
# 来源：中国新闻网
_SOURCE = re.compile(r"来[源自]：? ?([一-鿿·]{3,12}(?:日报|晚报|新报|导报|报|网|新闻|电视台|社|客户端|发布))(?=$|[ 。）])")
# 据湖山农民报报道
_QUOTED_PAPER = re.compile("据((?:(?![的了到将由在有相])[一-鿿]){3,8}?报)(?=报道|消息|讯)")
_HEAD_END = re.compile(r"(?:局|公司|集团|大学|学院|医院|银行|法院|中学|出版社|电视台|研究所|研究院)$")
_COMPANY_TAIL = re.compile(r"集团有限公司|集团公司|集团股份有限公司|集团|股份有限公司|有限公司|公司|总公司|股份")
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
)
# 市政协副主席、总工会主席甲，人大副主任乙: those that stand so only before the post of a county or a city.
_BARE_BEFORE = {"总工会": re.compile("(?:党组|常务)?副?(?:主席|书记)"), "人大": re.compile("副主任")}
# 当选政协主席, 选举王坚为法院院长: the place is that of the session.
_BARE_ELECTED = re.compile(
    "(?:当选为?|(?:选举|补选)[一-鿿·]{2,12}为)(政协|人大常委会|政府|监委|监察委员会|法院|检察院)"
    "(?=副?(?:主席|主任|院长|检察长|[市县区州旗]长))"
)
_TERM = re.compile(
    r"第[一二三四五六七八九十]{1,3}届(?:人民代表大会常务委员会|人民代表大会|委员会(?:常务委员会|常委会)?|人大常委会|政协|人大)"
    r"|[一二三四五六七八九十]{1,3}届人大常委会(?!第|会议|委员|组成)"
)
_COMMITTEE = re.compile("委员会")
# 中国人民政治协商会议湖山市第九届委员会, …第九届湖山市委员会常务委员会: the conference of a place in one of its terms.
_CONFERENCE = re.compile(
    r"(?:中国人民政治协商会议|政协)[一-鿿]{0,14}?第?[一二三四五六七八九十]{1,3}届[一-鿿]{0,8}?委员会(?:常务委员会|常委会)?(?=第|工作报告|[^一-鿿]|$|委托)"
)
_COMMITTEE_OF = {"人大": "Congress", "政协": "Consultative"}
# A level, or a mark with what may be the first character of a bare body (`_BARE`) behind it.
_LEVEL_OR_MARK = re.compile("[自街省市区县州盟旗镇乡、，](?:(?<![、，])|(?=[人政纪监组宣统行总]))")


def find_agencies(words: Words, places: Mapping[int, int]) -> list[Span]:
    """The organizations of a sentence, the outermost ones, left to right.

    Args:
        places: Begin by end of the administrative places in the sentence.
    """
    text = words.text
    known = [_with_tail(text, start, end) for start, end in national().find(text)]
    found = [span for span in known if _stands_alone(words, span)]
    local_bodies = list(_local_bodies(words, places))
    bounds = dict(places)
    for span in sorted([*known, *local_bodies], key=lambda s: (s.end, -s.start)):
        bounds[span.end] = min(span.start, bounds.get(span.end, span.start))
    if "委" in text:
        found += _committees_of(text, local_bodies)
    found += local_bodies
    found += list(_by_head(words, bounds))
    found += [other for span in found for other in _sharing_place(words, span, places)]
    for sign, pattern, group, via, kind in _WHOLE:
        if sign in text:
            found += [Span(*m.span(group), via, kind) for m in pattern.finditer(text)]
    for match in _committee().finditer(text) if "主任" in text else ():
        found.append(Span(match.start(), match.end(), "agency.committee", _COMMITTEE_OF[match.lastgroup or ""]))
    listing = "委员会、" in text or ("委、" in text and "全国人大" in text)
    listed_committees = [*_committees_listed().finditer(text)] if listing else []
    if len(listed_committees) > 1:
        found += [Span(m.start(), m.end(), "agency.committee", "Congress") for m in listed_committees]
    for match in _CONFERENCE.finditer(text) if "届" in text else ():
        if any(match.start() < start and end <= match.end() for end, start in places.items()):
            found.append(Span(match.start(), match.end(), "agency.head", "Consultative"))
    found += [
        Span(t.start, t.end, "agency.word")
        for t in words.tokens
        if t.tag == "nt" and len(t.text) >= 4 and _HEAD_END.search(t.text) and t.text not in _stopwords("name")
    ]
    for start, end in places.items() if "驻" in text else ():
        if mission := _MISSION.match(text, start):  # 中国驻尼泊尔大使馆
            found.append(Span(end, mission.end(), "agency.head", "Government"))
    for end, start in places.items() if "驻" in text else ():
        if posted := _POSTED.match(text, end):
            found.append(Span(start, posted.end(), "agency.head", "Government"))
    for place_end, place_start in places.items() if "部长" in text else ():
        if ministry := _MINISTRY.match(text, place_end):
            found.append(Span(place_start, ministry.end(), "agency.head", "Government"))
    for match in _PARTNER.finditer(text) if "签" in text or "达成" in text else ():
        begin, end = match.span(1)
        if not any(s.start < end and begin < s.end for s in found) and end not in places and _is_coined(words, begin, end):
            found.append(Span(begin, end, "agency.partner", "Company"))
    for place_end in places if "投" in text else ():
        if investor := _INVESTOR.match(text, place_end):
            found.append(Span(places[place_end], investor.end(), "agency.head", "Company"))
    found += [Span(*item, "agency.listed", "Company") for item in _listed_firms(words, places)]
    found += [Span(*name, "agency.listed", "Company") for name in _firms_by_trade(words, places)]
    if "区" in text and "主任" in text:
        found += [Span(*m.span(1), "agency.head", "Government") for m in _ZONE_WITH_POST.finditer(text)]
    if "编" in text or "长" in text:
        found += [Span(*m.span(1), "agency.media", "Media") for m in _MEDIA_WITH_POST.finditer(text)]
    for match in _FIRM_WITH_POST.finditer(text) if "集团" in text or "公司" in text else ():
        if _is_coined(words, *match.span(1)):
            found.append(Span(match.start(1), match.end(1), "agency.head", "Company"))
            if match[2]:
                found.append(Span(match.start(1), match.end(2), "agency.head", "Party"))
    titled = "处" in text or "科" in text or "系" in text
    offices = {span: office.end() for span in found if titled and (office := _OFFICE.match(text, span.end))}
    found += [Span(span.start, end, "agency.office", span.kind) for span, end in offices.items()]
    if "成立" in text or "组建" in text or "设立" in text or "调整" in text:
        found = [Span(*m.span(1), "agency.founded", "LeadingGroup") for m in _FOUNDED.finditer(text)] + found
    sent = "记者" in text or "讯" in text or "电" in text or "编辑" in text
    if (
        ("日" in text[:24] or "讯" in text[:16] or "消息" in text[:16])
        and (dateline := _DATELINE.match(text))
        and all(s.end != dateline.end(1) for s in known)
    ):
        found.append(Span(*dateline.span(1), "agency.media", "Media"))
    if sent or ("、" in text and ("报" in text or "网" in text)):
        found += [Span(*m.span(1), "agency.media", "Media") for m in _DESPATCH.finditer(text)]
    if sent:
        found += [Span(*m.span(1), "agency.media", "Media") for m in _STAFF.finditer(text)]
    if "据" in text:
        found += [Span(*m.span(1), "agency.media", "Media") for m in _QUOTED_PAPER.finditer(text)]
    if "来源" in text or "来自" in text:
        found += [Span(*m.span(1), "agency.media", "Media") for m in _SOURCE.finditer(text)]
    if "中共中央国务院" in text:
        found += [Span(*m.span(1), "agency.national") for m in _RUN_TOGETHER.finditer(text)]
        found = [s for s in found if text[s.start : s.end] != "中共中央国务院"]
    if not found:
        return []
    kept = outermost(found)
    # 玄峰集团 in 玄峰集团红云酒厂 is a company of its own, 省财政厅 in 省财政厅信息化建设处 a body of its own.
    begins = {s.start for s in kept}
    inner = [
        s
        for s in found
        if s not in kept
        and s.start in begins
        and (s in offices or (s.via == "agency.head" and text[s.start : s.end].endswith(("集团", "公司"))))
    ]
    branches = [_with_branch(text, s, places) for s in kept]
    # 湖山县医院|北院 names the whole too, but not 江北大学（湖山）
    wholes = [
        s._replace(via="agency.whole")
        for s, b in zip(kept, branches, strict=True)
        if b.end > s.end and text[s.end] != "（" and text[b.end - 1] in "院校区"
    ]
    return branches + wholes + inner


# 宝能集团高级副总裁, 均瑶集团党委书记: a firm of any name between the opening of a clause and a post in it.
_FIRM_WITH_POST = re.compile(
    r"(?:^|[，、；：。及和])([一-鿿]{2,8}?(?:集团|公司))(党委|党组)?(?=(?:高级|资深|常务|执行|全球)?副?(?:董事长|董事局|总裁|总经理|书记|首席))"
)
# 黄龙产业集聚区管委会主任, 湖山网总编辑: a zone and a paper of any name before the post of its head.
_ZONE_WITH_POST = re.compile("(?:^|[，、；：。])([一-鿿]{2,12}?区管(?:理委员|委)会)(?=(?:党组|常务)?副?主任)")
_MEDIA_WITH_POST = re.compile(
    "(?:^|[，、；：。的 ])((?![^，。]{0,6}[的了和与])[一-鿿]{2,8}?(?:日报|晚报|时报|商报|早报|都市报|网|电视台|报社|杂志社))"
    "(?=(?:名誉|执行|常务)?副?(?:总编辑|总编|社长|台长|主编))"
)
# 农工党市委, 民盟湖山市委: a party's committee of a place or a level.
_PARTY_COMMITTEE = re.compile(
    "(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?:[^，。；、：“”（）和与及到向在对为的中委会员 0-9]{0,7}?[省市县区州]委)(?:员?会)?"
)
# 省财政厅|信息化建设处|纪光伟副处长, 江北大学|社会学系|教授: a part of a body right before its head or its members.
_OFFICE = re.compile(
    "(?![的任])(?:[一-鿿]{2,16}?[处科](?=[一-鿿]{2,4}(?<![处科])副?[处科]长)|(?<=大学|学院)[一-鿿]{2,8}?(?<![关体联])系(?=副?教授|副?主任|教师|讲师|学生|党|博士))"
)
# 甲电力机车、乙硬质合金等企业, 甲打火机、乙铸造等14家龙头企业, 甲铝业、乙快递两家企业: what ends a list of firms.
_FIRMS_END = re.compile(
    "(?:(?:等|为(?:主|代表|龙头|首|引领)的)(?:一大?批|[近超]?(?:[0-9]{1,4}|[一二三四五六七八九十百两]{1,3})[多余]?[家户个])?|(?<![0-9])[0-9两三四五六七八九十]{1,2}[家户])"
    "(?!地|[各省市县区国](?![内外属级有际])|[一-鿿]{0,4}(?:行业|产业|领域|方面|类))[一-鿿]{0,10}?(?:企业|公司)(?![家化界主]|文化|管理|职工|高管)"
)
_CLAUSE_MARKS = frozenset("，。；：《》“”（） ")
_SEEN = frozenset(["考察", "走访", "调研", "参观", "察看", "查看", "走进", "来到", "深入", "视察", "慰问", "前往"])


def _listed_firms(words: Words, places: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """What a list of firms names without saying so (吸引了甲食品、乙电气等企业), from its end back to the words that lead to it."""
    text = words.text
    for tail in _FIRMS_END.finditer(text) if "企业" in text or "公司" in text else ():
        if not tail.start():
            continue
        items, end, lead = [], tail.start(), ""
        while not lead and end > 0:
            begin, lead = _item_before(words, end)
            items.append((begin, end))
            if lead or text[begin - 1 : begin] not in ("、", "和", "及", "与"):
                break
            end = begin - 1
        if len(items) > 1 or lead in _SEEN or lead == "了":
            least = 4 if text.startswith(("负责人", "代表"), tail.end()) else 3  # 王平远、李立等企业负责人
            yield from (i for i in items if i[1] - i[0] >= least and places.get(i[1]) != i[0] and _is_firm(words, places, *i))


_LEADS = frozenset("在从向对与和及跟同被把将让给于至到由以的了着过是有请即含为")


def _item_before(words: Words, end: int) -> tuple[int, str]:
    """Where the member of a list begins that ends at a position, and the word that leads to it if it is the first."""
    text, at = words.text, end
    while at > 0 and text[at - 1] not in _CLAUSE_MARKS and text[at - 1] != "、":
        token = words.at(at - 1)
        assert token is not None
        if token.text in ("和", "及", "与", "以及") and at < end:
            return at, "" if "、" in text[max(0, at - 20) : at] else token.text
        if token.tag[:1] in ("u", "p", "r") or (len(token.text) == 1 and token.text in _LEADS):
            return at, token.text
        verb = token.tag in ("v", "p", "d") and token.text not in column("name_verbs", "word")
        if len(token.text) > 1 and (token.text in boundary_words() or (verb and end - at >= 3)):
            return at, token.text
        at = token.start
    return at, ""


def _is_coinage(tokens: tuple[Token, ...]) -> bool:
    """Whether two single characters stand side by side, as in a name that the dictionary lacks (启|岭|食品)."""
    return any(len(a.text) == len(b.text) == 1 for a, b in pairwise(tokens))


@cache
def _trades() -> frozenset[str]:
    """The trades that firms name at the end of their short forms (甲纺织, 乙新材料), of two characters each."""
    return column("trades", "word")


# 在明岭医疗，他问; 走进江岳科技生产车间: where one goes, called by a firm's own name and its trade.
_VISITED_FIRM = re.compile(
    "(?:[，。；：]在|来到|走进|前往|深入|走访了?|考察了?|参观了?|[分先][别后]到)((?!中国|中华|全国|世界)[一-鿿]{4,9}?)"
    "(?=[，。、]|的?生产(?!线|基地)|的?车间|的?展厅|厂区|调研|考察|视察|查看|检查|项目现场|$)"
)
_OF_TRADE = re.compile("[一-鿿]{0,3}(?:产业|行业|领域|技术|类|业)")


def _firms_by_trade(words: Words, places: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Firms that nothing calls so but a coinage before a trade: those one visits, and those of a list of at least two."""
    text = words.text
    visited = ((match.start(1) - 1, match.end(1) - 1) for match in _VISITED_FIRM.finditer("，" + text))
    yield from (name for name in visited if _is_coined_firm(words, places, *name))
    at = text.find("、")
    while at >= 0:
        if text[at - 2 : at] in _trades():
            ends = (e for e in range(at + 9, at + 4, -1) if text[e - 2 : e] in _trades() and not _OF_TRADE.match(text, e))
            pair = ((_item_before(words, at)[0], at), (at + 1, next(ends, at)))
            if all(_is_coined_firm(words, places, *name) for name in pair):
                yield from pair
        at = text.find("、", at + 1)


def _is_coined_firm(words: Words, places: Mapping[int, int], begin: int, end: int) -> bool:
    """Whether a firm's name is told by what stands before its trade: a coinage or a proper name."""
    own = words.between(begin, end)[:-1]
    coined = _is_coinage(own) or any(is_proper(t) and t.text not in _stopwords("modifier") for t in own)
    return coined and words.text[end - 2 : end] in _trades() and _is_firm(words, places, begin, end)


def _is_firm(words: Words, places: Mapping[int, int], begin: int, end: int) -> bool:
    """Whether a member of such a list has a name of its own: whole words, one of them a place, a name or unknown."""
    tokens = words.between(begin, end)
    if not tokens or tokens[0].start != begin or tokens[-1].end != end or not 3 <= end - begin <= 16:
        return False
    name = words.text[begin:end]
    if len(tokens) == 1 or counts(name) or tokens[0].tag[:1] == "m" or name in _stopwords("name"):
        return False
    trade = name[-2:] in _trades()
    own = words.between(begin, end - 2) if trade else tokens
    place = next((e for e, s in places.items() if s == begin and e < end), 0)
    if place:  # 江北天华, but not 江北纺织
        return not all(t.text in _stopwords("modifier") for t in words.between(place, end))
    return (
        _is_coinage(own)
        or (tokens[0].tag[:1] not in ("v", "d", "p", "r", "c") and any(is_proper(t) or is_unknown(t) for t in own))
        or (trade and any(t.text not in _stopwords("modifier") and frequency(t.text) < 200 for t in own))
    )


# 神舟十九号航天员乘组
_CREW = re.compile("神舟[一二三四五六七八九十]{1,3}号(?:载人飞船)?(?:航天员)?乘组")
# 中共中央国务院印发: two bodies that a text runs together
_RUN_TOGETHER = re.compile("中共中央(国务院)")
EMBASSIES = "大使馆|总领事馆|总领馆|领事馆|使馆"
"""Houses abroad, which are called after where they are (甲国驻|乙国|大使馆), as alternatives of a pattern."""
_MISSION = re.compile(f"(?:常)?驻[一-鿿·]{{2,12}}?(?:{EMBASSIES}|代表团|使团)")
_EMBASSY = re.compile("中国" + _MISSION.pattern)
# 湖山县|驻上海招商办事处: where a place keeps an office elsewhere.
_POSTED = re.compile("驻(?![村点地企镇乡])[一-鿿]{2,6}?(?:招商)?(?:办事处|联络处|招商分?局)")
# 以色列国防部长加兰特: the ministry in its minister's title.
_MINISTRY = re.compile(
    r"(?:国防|外交|财政|内政|经济|能源|国土安全|司法|商务|贸易|农业|卫生|教育|交通|信息|旅游|环境|文化|劳工|科技)部(?=长)"
)
# 麻城市人民政府与名医主刀签订协议: whoever a body signs with is one too.
_PARTNER = re.compile(
    r"(?:政府|公司|集团|大学|学院|银行|医院|管委会|[省市县区]委|局)(?:正式)?[与和同]((?![^，。]{0,10}(?:双方|各|等|有关|相关|多家))[一-鿿]{3,8}?)(?:正式|成功|今天|昨天|在[一-鿿]{1,6})?(?:签订|签署|签约|达成)"
)


def _is_coined(words: Words, begin: int, end: int) -> bool:
    """Whether words make a name of their own: they stand as whole words, not all plain, with no verb, number or place of a level."""
    tokens = words.between(begin, end)
    return (
        bool(tokens)
        and tokens[0].start == begin
        and tokens[-1].end == end
        and all(t.tag[:1] in ("n", "x", "j", "g", "k", "s", "") or len(t.text) == 1 for t in tokens)
        and not all(t.text in _stopwords("modifier") for t in tokens)
        and not counts(words.text[begin:end])
        and words.text[end - 1] not in "省市县区镇乡村人家户们者"
    )


# 湖北交投, 雅安城投公司: a government's investment company by its contraction.
_INVESTOR = re.compile(
    r"(?:省|市|区|县)?(?:国|城|交|农|建|水|铁|能|产|旅|文旅)投(?:集团公司|集团有限公司|集团|有限公司|公司)?(?![票资入放产赞下身送递标向])"
)
# 汉江师范学院郧阳校区, 湖山县医院北院, 十堰海关驻郧阳办事处: a part of a body, named by its place.
_BRANCH = re.compile(
    r"(?!的)[一-鿿]{2,4}(?:分社|记者站)|(?:[东西南北老](?:校区|院区|院(?![士长落子墙门内里]))|新(?:校区|院区)|(?!的)[一-鿿]{2,4}(?:校区|院区|分校|分院))(?!项目|工程|[一二三]期|建设|整体)|驻[一-鿿]{2,6}?(?:招商)?(?:办事处|联络处|工作站|代表处|招商分?局)|派出[一-鿿]{2,6}?监察(?:室|办公室|组)|第[一二三四五六七八九十]{1,3}(?:监督检查|审查调查|纪检监察)室"
)


# 省公安厅交警总队|五支队|二大队
_UNITS = re.compile("(?:(?:高速公路)?第?[一二三四五六七八九十]{1,4}(?:支队|大队|中队))+(?![长])")


# 江北大学（湖山）, 江北理工大学（东湖校区）: a university at one of its seats; its 校区 may follow.
_SEAT = re.compile("（([一-鿿]{2,6})）(?:(?!的)[一-鿿]{2,4}校区)?")


def _with_branch(text: str, span: Span, places: Mapping[int, int]) -> Span:
    branch = _BRANCH.match(text, span.end) if text[span.end - 1] in "学院校关局司社台报会委府" else None
    seat = _SEAT.match(text, span.end) if text.endswith(("大学", "学院"), span.start, span.end) else None
    if text.endswith(("总队", "支队", "大队"), span.start, span.end):
        branch = _UNITS.match(text, span.end)
    if seat and (places.get(seat.end(1)) == seat.start(1) or seat[1].endswith("校区")):
        branch = seat
    return Span(span.start, branch.end(), span.via, span.kind, span.name) if branch and not span.name else span


# 省委第六巡视组: a group by its number.
_INSPECTORS = re.compile(
    r"(?:中央|国务院|[省市县区州]委|自治区党委|[省市县区])第[一二三四五六七八九十]{1,3}(?:巡视|巡察|督导|督察|督查|指导|检查|工作)组"
)
# 解放军第九〇八医院, 联勤保障部队第908医院: the army's houses by their numbers.
_ARMY_HOSPITAL = re.compile(
    "(?:中国人民)?解放军(?:联勤保障部队)?(?:第?[0-9一二三四五六七八九十〇○零]{1,4}|总)医院|联勤保障部队第[0-9一二三四五六七八九十〇○零]{1,4}医院"
)
# What names a body whatever stands around: a word it needs, its pattern with the group that is the name, how it is called.
_WHOLE = (
    ("》", _QUOTED_MEDIA, 0, "agency.media", "Media"),
    ("调查", _SURVEYORS, 0, "agency.head", "Government"),
    ("组", _INSPECTORS, 0, "agency.head", "LeadingGroup"),
    ("乘组", _CREW, 0, "agency.head", "Association"),
    ("医院", _ARMY_HOSPITAL, 0, "agency.head", "Hospital"),
    ("驻", _EMBASSY, 0, "agency.head", "Government"),
    ("委", _PARTY_COMMITTEE, 0, "agency.party", "Association"),
)


def _with_tail(text: str, start: int, end: int) -> Span:
    kind = national_by_name()[text[start:end]]["kind"]
    tail = _COMPANY_TAIL.match(text, end) if kind in ("Company", "Bank") else None
    return Span(start, tail.end() if tail else end, "agency.national", kind)


def _stands_alone(words: Words, span: Span) -> bool:
    """A short form must be a word of its own, and one of two characters may not modify a noun after it (乐高乐园)."""
    size = span.end - span.start
    if words.text.endswith("宣传", 0, span.start) and words.text.startswith("教育部", span.start):
        return False  # 市总工会宣传|教育部
    if words.text[span.start : span.end] in _weak() and not title_starting(words.text, span.end):
        return False
    if size > 3:
        return True
    first, last, after = words.at(span.start), words.at(span.end - 1), words.at(span.end)
    assert first is not None
    assert last is not None
    if first.start != span.start or last.end != span.end:
        return False
    if size > 2 or after is None or after.tag[:1] not in ("n", "") or after.text in "的在与和、":
        return True
    # 欧盟成员国, 美军战机: what such a body has and does is said right behind it.
    return national_by_name()[words.text[span.start : span.end]]["note"] in _MODIFYING


_MODIFYING = ("international organizations", "foreign forces in the news")


# 中共湖山市委, 农工党湖山市委会: whose committee of a place it is.
_PARTIES = ("中共", "民盟", "民革", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", "共青团")


def _local_bodies(words: Words, places: Mapping[int, int]) -> Iterator[Span]:
    text = words.text
    anchors: dict[int, int] = dict(places)
    for match in _LEVEL_OR_MARK.finditer(text):
        at, char = match.start(), match.group()
        if char not in "、，":
            if (level := level_at(text, at)) and at + len(level) not in anchors:
                anchors[at + len(level)] = at
        elif text.startswith((*_BARE, *_BARE_BEFORE), at + 1):
            name = local_at(text, at + 1)
            if name in _BARE or (name in _BARE_BEFORE and _BARE_BEFORE[name].match(text, at + 1 + len(name))):
                yield Span(at + 1, at + 1 + len(name), "agency.bare", local()[name]["kind"])
    for match in _BARE_ELECTED.finditer(text) if "选" in text else ():
        yield Span(match.start(1), match.end(1), "agency.bare", local()[match.group(1)]["kind"])
    joint = ("和" in text or "与" in text) and ("局" in text or "委员会" in text or "厅" in text)
    for end, start in anchors.items():
        term = _TERM.match(text, end) or (text.endswith("届", 0, start) and _COMMITTEE.match(text, end))
        if term:
            opened = text.rfind("政协", max(0, start - 8), start)
            beside = text.endswith("政协", 0, start)
            begin = opened if opened >= 0 and (beside or "届" in text[opened:start]) else start
            yield Span(begin, term.end(), "agency.head", "Congress")
            continue
        at = end + 1 if text[end : end + 1] == "直" and local_at(text, end + 1) else end
        name = local_at(text, at)
        stop = at + len(name)
        joined = _merged().match(text, end) if joint and len(name) < 5 else None
        if joined and joined.end() > stop:
            yield Span(start, joined.end(), "agency.head", "Government")
            continue
        if name.endswith("会") and text.startswith(("议", "堂"), stop):
            continue  # 县委常委|会议, 县委|会堂
        if name.endswith("政府") and text.startswith("采购", stop):
            continue  # 云南政府采购网
        if not name or (name in ("委", "府", "党委", "支部") and text[stop : stop + 1] in tuple("员托派任以屈会所")):
            continue
        begin = start
        while places.get(begin) is not None:
            begin = places[begin]
        if before := next((name for name in _PARTIES if text.endswith(name, 0, begin)), ""):
            begin -= len(before)
        if name == "委" and text[max(0, begin - 1) : begin] == "团" and start == begin:
            begin -= 1
        yield Span(begin, stop, "agency.local", local()[name]["kind"])


def _committees_of(text: str, bodies: list[Span]) -> Iterator[Span]:
    """湖山市政协社会和法制委员会: the committees behind their congress or conference, joined by a conjunction or not."""
    for body in bodies:
        owner = next((end for end in ("政协", "人大") if text.endswith(end, body.start, body.end)), "")
        names = (name for whose, name in committees() if whose == owner and text.startswith(name, body.end))
        if name := max(names, key=len, default=""):
            yield Span(body.start, body.end + len(name), "agency.head", body.kind)


def _sharing_place(words: Words, span: Span, places: Mapping[int, int]) -> Iterator[Span]:
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


# 镇党委、|政府|主办, but 县委、|政府部门|
_NO_GOVERNMENT = ("部门", "采购", "引导", "机关", "办", "工作", "购买", "投资", "职能", "网", "服务", "补助", "补贴", "债")
_OF_ANOTHER = re.compile("[一-鿿]{2,14}?(?:[大中支]队|中心|所|站|办|局|部|公司|会)(?=[、和])")


# 广播电视台党委|委员: the dictionary's word for the title begins with the body.
_PARTY_POST = re.compile(r"(?:党委|党组|党工委|党总支)(?=委员|副?书记|成员)")


def _by_head(words: Words, bounds: dict[int, int]) -> Iterator[Span]:
    text = words.text
    finder, by_name = heads()
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        single = end - start == 1
        school = text[end : end + 1] in ("校", "教") and text.endswith(("中学", "小学"), start, end)
        if (
            school
            and text[end] == "校"
            and words.starts_at(end + 1)
            and text[end + 1 : end + 2] not in tuple("长园区门舍方内外车服医友")
        ):
            end += 1  # 湖山市第一中学|校
        if not (words.starts_at(end) or school or _PARTY_POST.match(text, start)) or (
            single and not _is_own_word(words, start)
        ):
            continue
        begin, anchored = name_start(
            words,
            start,
            bounds,
            quotes=False,
            through=text[start:end].endswith("有限公司") or row["kind"] in ("School", "Hospital"),
        )
        if (owner := _owner_before(text, begin, bounds)) >= 0:
            begin, anchored = owner, True
        if not anchored and text.endswith(_TASK_FORCES, start, end) and (place := _place_of_task(words, start, bounds)) >= 0:
            begin, anchored = place, True
        if not anchored and text.endswith("有限公司", start, end) and (seat := _seat_before(text, start, bounds)) >= 0:
            begin, anchored = seat, True
        opened = _since_mark(words, start) if text.endswith(_REGISTERED, start, end) else -1
        if text[start:end] == "公司" and not anchored and (since := _since_mark(words, start)) >= 0:
            opened = since if _is_coinage(words.between(since, start)) else -1  # 、明岭食品|公司
        if opened >= 0 and (not anchored or opened == begin - 1):  # 长|龙山农牧有限公司
            begin, anchored = opened, True
        if (
            begin
            and text.startswith("大", begin + 1)
            and _SHORT_UNIVERSITY.match(text, begin)
            and "一" <= text[begin - 1] <= "鿿"
            and words.starts_at(begin - 1)
        ):
            begin -= 1
        if (
            anchored
            and (lead := _STATE_CENTRE.search(text, max(0, begin - 8), begin))
            and text.endswith(("中心", "实验室"), start, end)
        ):
            begin = lead.start()
        while not anchored and begin < start and (token := words.at(begin)) and token.tag == "v" and len(token.text) > 1:
            begin = token.end
        counted = text[begin - 1 : begin].isdigit() and text[begin] in "支家个名所座条项"
        if counted:  # 28支龙舟代表队
            continue
        while begin < start and text[begin] in "0123456789-.%":
            begin += 1
        if text.endswith("中小学校", 0, end) or _STOREYS.search(text, max(0, begin - 1), start):  # 1栋2层体育中心
            continue
        if text[begin - 1 : begin + 1] == "在京":  # 在京|中共中央政治局
            begin += 1
        if text[start:end] == "政府" and text[start - 1] in "前现" and not text.endswith("目前", 0, start):
            continue  # 法国|前政府总理
        if (text[start:end] == "政府" and text.startswith(_OF_GOVERNMENT, end)) or text[begin:end].endswith(
            ("市中心", "区中心", "县中心", "镇中心")
        ):
            continue
        if text.endswith("中心", start, end) and text.startswith(("城区", "城镇", "城市", "地带", "任务", "环节", "村"), end):
            continue  # 大运河湖山中心城区段, 石桥镇东岭中心村
        if (
            begin == start
            or counts(text[begin:start])
            or len(text[begin:end]) < 3
            or "各" in text[max(0, begin - 1) : begin + 1]
        ):
            continue
        if single and (not (anchored or text[start] == "厂") or start - begin > 13):
            continue
        if _is_named(words, begin, start, end, anchored, strong=row["strong"] == "1"):
            bounds[end] = min(begin, bounds.get(end, begin))
            yield Span(begin, end, "agency.head", row["kind"])


_TASK_FORCES = ("领导小组", "指挥部", "专班", "组委会", "筹备委员会", "联席会议")
_GOES_INTO_TASK = frozenset(("全国", "推进", "提升", "落实", "保障", "学习"))


def _place_of_task(words: Words, head: int, bounds: Mapping[int, int]) -> int:
    """Where a leading group begins that is called by its place and its task, verbs and all (县|全民阅读活动|领导小组), or -1."""
    text, at = words.text, head
    while head - at < 18 and (token := words.at(at - 1)):
        if at in bounds:
            return bounds[at] if head - at > 2 else -1
        if token.text in LEVELS and level_at(text, token.start):
            return token.start if head - at > 2 and token.text != "村" else -1
        if (token.text in boundary_words() and token.text not in _GOES_INTO_TASK) or token.tag[:1] in (
            "",
            "p",
            "c",
            "u",
            "r",
            "d",
        ):
            return -1
        at = token.start
    return -1


def _owner_before(text: str, begin: int, bounds: Mapping[int, int]) -> int:
    """Where a body begins that owns a centre named with 与 or 和 (清华大学公共管理学院区域与城市发展研究中心), or -1."""
    if text[begin - 1 : begin] not in ("与", "和") or begin < 5:
        return -1
    for end in range(begin - 3, max(begin - 8, 0), -1):
        if end in bounds and text.endswith(("大学", "学院", "科学院"), 0, end):
            return bounds[end]
    return -1


# 江|医大附属医院, 湖|师大附中: the dictionary lacks the place before a university by its short form.
_SHORT_UNIVERSITY = re.compile("(?:医|师|农|工|林|财|科|交|理工)大(?=附|第|[东西南北]校区)")
# 国家超级计算|天津中心: a state's centre called after what it does and then where.
_STATE_CENTRE = re.compile("国家(?!级|主席|领导|电网|能源)[一-鿿]{2,6}$")
_STOREYS = re.compile("[0-9][栋座层]")
_COMPANY_NAME = re.compile(r"[一-鿿（）]{2,12}")
_NO_COMPANY_NAME = re.compile(
    "[的在与由和对向为及把将了是]|公司|集团|引进|投资(?!管理|咨询|研究|发展|建设|开发|控股)(?=.{4})|签约|联合"
)
# 荣江家居（上海）建材股份有限公司: the company's own name before its seat in brackets.
_BEFORE_SEAT = re.compile("(?:(?:^|[，。；、：])在?|[由与和及 ])([一-鿿]{2,6})（$")


def _seat_before(text: str, head: int, bounds: Mapping[int, int]) -> int:
    """Where a company's name begins with the place of its seat, whatever words it is called by (浙江庆元抽水蓄能有限公司), or -1."""
    for end in range(head - 2, max(head - 13, 0), -1):
        if end in bounds:
            if not _COMPANY_NAME.fullmatch(text, end, head) or _NO_COMPANY_NAME.search(text, end, head):
                return -1
            start = bounds[end]
            while bounds.get(start) is not None:
                start = bounds[start]
            if text.startswith("）", end):
                own = _BEFORE_SEAT.search(text, max(0, start - 8), start)
                return own.start(1) if own else -1
            return start
    return -1


# A firm's registered name is all that stands before the form of its law.
_REGISTERED = ("有限公司", "有限责任公司", "专业合作社")
_OPENED = re.compile(
    "(?:.*(?:[、，；：。]|走进|来到|前往|深入|分别到|先后到|一行到|走访|考察了?|参观了?|调研了?|察看了?)|^)([一-鿿]{2,14})$"
)
_OF_FIRM = re.compile("^[原前现]|子公司|旗下|下属|所属|其中|企业|项目|股东|业主|客户|[全其各该本某两几多]")


def _since_mark(words: Words, head: int) -> int:
    """Where a firm's name begins that fills all since the last mark (、西岭橡胶研究设计院有限公司), whatever its words, or -1."""
    opened = _OPENED.match(words.text, max(0, head - 18), head)
    if not opened or _NO_COMPANY_NAME.search(opened.group(1)) or _OF_FIRM.search(opened.group(1)):
        return -1
    tokens = words.between(opened.start(1), head)
    plain = any(
        len(t.text) > 1
        and (
            (t.text in boundary_words() and t.tag != "vn")  # 研究|设计院
            or t.tag[:1] in ("p", "c", "u", "r", "m")
            or (t is tokens[0] and t.tag in ("v", "d", "ad"))
        )
        for t in tokens
    )
    whole = bool(tokens) and tokens[0].start == opened.start(1) and tokens[-1].end == head
    return opened.start(1) if whole and not plain else -1


def _is_own_word(words: Words, at: int) -> bool:
    """Whether a head of one character is a word by itself or ends a longer one (教育局), not the end of 布局, 全部 or 新格局."""
    token = words.at(at)
    return token is not None and (token.start == at or (len(token.text) >= 3 and not tag(token.text[-2:])))


_GRASSROOTS = ("派出所", "监管所", "管理所", "司法所", "税务所", "财政所", "供电所", "供销社", "卫生院")
# What is called by any word at all, if it is none of a class of schools.
_BY_ANY_WORD = ("小学", "中学", "实验学校", "幼儿园", "支行")


def _is_any_word(tokens: tuple[Token, ...], telling: list[Token]) -> bool:
    """Whether what stands before 小学 is a noun or two, none of them a class of schools (东风, 桥梁, 光明团结)."""
    nouns = [t for t in tokens if t.tag[:1] in ("n", "s", "g", "j", "") or is_proper(t)]
    return len(telling) == len(tokens) <= 2 and bool(nouns) and all(t in nouns or t.tag == "a" for t in tokens)


# 国投集团, 城发集团: a town's own company, whose place its paper leaves out.
_INVESTS = re.compile("(?:[国城交农建水铁能产旅科]|文旅)投|城发")
# 城北小学, 河东派出所: the quarter of a town that a house is called by.
_QUARTER = re.compile("[城河江][东西南北中]|[东西南北]门")


def _is_named(words: Words, begin: int, head: int, end: int, anchored: bool, *, strong: bool) -> bool:
    """Whether what stands before the head tells one organization from others."""
    tokens = words.between(begin, head)
    generic = _stopwords("modifier")
    telling = [t for t in tokens if t.text not in generic]
    for name in _classes_by_end().get(words.text[end - 2 : end], ()):  # 公立医院, 现代化综合三级甲等医院
        if words.text.endswith(name, begin, end) and not any(map(is_proper, words.between(begin, end - len(name)))):
            return False
    if anchored:
        # 湖南省县级政府: a place and a class of bodies.
        return not any(t.text in ("县级", "区级", "市级", "省级", "镇级", "村级", "各级", "乡镇") for t in tokens)
    if not telling or words.text[begin:end].isascii():
        return False
    proper = [t for t in telling if is_proper(t)]
    unknown = [t for t in telling if is_unknown(t)]
    if strong:
        if len(telling) == 1 and _QUARTER.fullmatch(telling[0].text):
            return True
        if words.text.endswith(_GRASSROOTS, head, end) and 2 <= head - begin <= 3 and all(len(t.text) == 1 for t in tokens):
            return all(t.tag[:1] not in ("r", "p", "c", "u", "d", "m") for t in tokens)  # 大|垌|市场监管所
        if words.text.endswith(_BY_ANY_WORD, head, end) and head - begin <= 4 and _is_any_word(tokens, telling):
            return True
        rare = [t for t in telling if is_rare(t.text) and t.tag[:1] not in ("v", "a", "d", "m", "q", "r", "f", "b")]
        return bool(proper or rare) or len(telling) >= 3
    if words.text[head:end] in ("集团", "公司"):
        proper += [t for t in telling if t.tag == "n" and is_rare(t.text)]
        if _INVESTS.fullmatch(words.text, begin, head):
            return True
        if head - begin == 2 and words.text[begin] in PROVINCES:  # 川投集团, 鲁商集团
            return True
        # 绿源集团: a word of single characters that the dictionary lacks, where a clause begins.
        if not begin or words.text[begin - 1] in "，。；、：与和由（ ":
            unknown += [t for t in tokens if len(t.text) == 1 and head - begin <= 4 and len(tokens) == head - begin]
    return (bool(proper) or len(unknown) >= 2) and head - begin >= 2 and not tag(words.text[begin:end])


def outermost(spans: list[Span]) -> list[Span]:
    """Of overlapping spans the longest, left to right."""
    if len(spans) < 2:
        return spans
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if kept and span.start < kept[-1].end:
            if span.end > kept[-1].end and span.end - span.start > kept[-1].end - kept[-1].start:
                kept[-1] = span
            continue
        kept.append(span)
    return kept

"""Organizations: national ones by name, local ones by their place in the system (区税务局), all others by their head noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.recognition.agencies.firms import find_firms, firms_with_post
from kg.recognition.agencies.heads import by_head, stopwords
from kg.recognition.agencies.local import committees_of, committees_without_body, conferences, local_bodies, sharing_place
from kg.recognition.agencies.media import media_of_report, media_of_towns, media_quoted, media_with_post
from kg.recognition.agencies.national import national_in, stands_alone
from kg.recognition.agencies.zones import bodies_of_zones
from kg.recognition.phrases import PARTIES
from kg.recognition.spans import Span, outermost
from kg.recognition.tokens import Words

# 中共中央国务院印发: two bodies that a text runs together
_RUN_TOGETHER = re.compile("中共中央(国务院)")


def find_agencies(words: Words, places: Mapping[int, int]) -> list[Span]:
    """The organizations of a sentence, the outermost ones, left to right.

    Args:
        places: Begin by end of the administrative places in the sentence.
    """
    text = words.text
    known = [span for span in national_in(text) if not _begins_within_place(words, span, places)]
    found = [span for span in known if stands_alone(words, span)]
    of_places = list(local_bodies(words, places))
    bounds = dict(places)
    for span in sorted([*known, *of_places], key=lambda s: (s.end, -s.start)):
        bounds[span.end] = min(span.start, bounds.get(span.end, span.start))
    if "委" in text:
        found += committees_of(text, of_places)
    found += of_places
    found += list(by_head(words, bounds))
    found = [*(other for span in found for other in sharing_place(words, span, places)), *found]
    found += media_quoted(text)
    found += _by_pattern(text)
    found += committees_without_body(text)
    found += conferences(text, places)
    found += _by_word(words)
    found += _abroad_and_away(text, places)
    found += find_firms(words, places, found)
    found += bodies_of_zones(words, bounds)
    found += media_with_post(text)
    found += media_of_towns(text, places)
    found += firms_with_post(words)
    offices = _offices(text, found)
    found += [Span(span.start, end, "agency.office", span.kind) for span, end in offices.items()]
    found = [*_founded(text), *found]
    found += media_of_report(text, known)
    if "中共中央国务院" in text:
        found += [Span(*m.span(1), "agency.national") for m in _RUN_TOGETHER.finditer(text)]
        found = [s for s in found if text[s.start : s.end] != "中共中央国务院"]
    return _with_parts(text, found, offices, places) if found else []


def _begins_within_place(words: Words, span: Span, places: Mapping[int, int]) -> bool:
    """Whether a found name begins within the word of a place (湖|南理工|学院)."""
    token = words.at(span.start)
    return token is not None and token.start < span.start and places.get(token.end) == token.start


EMBASSIES = "大使馆|总领事馆|总领馆|领事馆|使馆|领事办公室|领事办"
"""Houses abroad, which are called after where they are (甲国驻|乙国|大使馆), as alternatives of a pattern."""
_MISSION = re.compile(f"(?:常)?驻[一-鿿·]{{2,12}}?(?:{EMBASSIES}|代表团|使团)")
_EMBASSY = re.compile("中国" + _MISSION.pattern)
_SURVEYORS = re.compile("国家统计局[一-鿿]{2,6}?调查总?队")
# 省委第六巡视组: a group by its number.
_INSPECTORS = re.compile(
    r"(?:中央|国务院|[省市县区州]委|自治区党委|[省市县区])第[一二三四五六七八九十]{1,3}(?:巡视|巡察|督导|督察|督查|巡回指导|巡回督导|指导|检查|工作)组"
)
# 神舟十九号航天员乘组
_CREW = re.compile("神舟[一二三四五六七八九十]{1,3}号(?:载人飞船)?(?:航天员)?乘组")
# 解放军第九〇八医院, 联勤保障部队第908医院: the army's houses by their numbers.
_ARMY_HOSPITAL = re.compile(
    "(?:中国人民)?解放军(?:联勤保障部队)?(?:第?[0-9一二三四五六七八九十〇○零]{1,4}|总)医院|联勤保障部队第[0-9一二三四五六七八九十〇○零]{1,4}医院"
)
# 中铁二十五局四公司, 中国水电七局: the numbered builders of the state's groups, with the branch that works.
_BUILDER = re.compile(
    "(?:中铁|中建|中水|中国(?:水电|电建|能建|铁建|铁路))(?:集团)?[一二三四五六七八九十]{1,3}局(?:集团(?!有限|股份|公司))?(?:[一二三四五六七八九十]{1,2}公司)?"
)
# 农工党市委, 民盟湖山市委: a party's committee of a place or a level.
_PARTY_COMMITTEE = re.compile(
    f"(?:{'|'.join(PARTIES)})(?:[^，。；、：“”（）和与及到向在对为的中委会员各 0-9]{{0,7}}?[省市县区州]委)(?:员?会)?"
)
# 国务委员兼外交部长: the ministry in its minister's title.
_OWN_MINISTRY = re.compile("国务委员(?:兼|、|并兼任)?((?:外交|国防|公安|国家安全|财政|商务|教育|民政)部)(?=长)")
# 外交部驻香港特别行政区特派员公署
_COMMISSIONER = re.compile("外交部驻(?:香港|澳门)(?:特别行政区|特区)?特派员公署")
# 新疆生产建设兵团第二师, 兵团第八师石河子市, 兵团第一师十团
_CORPS = re.compile("(?:新疆生产建设)?兵团第[一二三四五六七八九十]{1,3}师(?:[0-9一二三四五六七八九十百]{1,4}团)?")
# 中央纪委国家监委驻商务部纪检监察组, 区纪委监委派驻第一纪检监察组
_POSTED_INSPECTORS = re.compile(
    "(?:(?:中央|[一-鿿]{0,5}[省市县区州])纪委(?:国家监委|[省市县区州]?监委)?)?(?:派驻|派出|驻)(?![部厅局委院])(?:(?!纪检)[一-鿿]){2,20}?纪检监察组"
)
# 31619部队
_UNIT = re.compile("(?<![0-9])[0-9]{5}部队")
# 越共中央政治局: no bureau of ours
_BUREAU_ABROAD = re.compile("(?:[越古老]共|越南共产党|古巴共产党|朝鲜劳动党|老挝人民革命党|人革党)中央政治局")
# 举行|妇女儿童活动中心|揭牌仪式: the house that a ceremony opens, whose place stands before the verb.
_INAUGURATED = re.compile(
    "(?:举行|举办)了?((?:(?![的与和及暨在，]|项目|第[一二三])[一-鿿]){2,18}?"
    "(?:中心|馆|医院|院区|校区|学校|小学|中学|幼儿园|研究院|研究所|服务站|工作站|救援站|消防站|法庭|公司|集团|联盟|协会|基金会))"
    "(?=(?:正式)?(?:揭牌|挂牌|成立|启用|投入使用|开馆|开业|开诊|落成|奠基)(?:成立|开业)?(?:仪式|活动|大会|典礼))"
)
# 中办、国办印发, 国办转发: the two general offices by their short forms, where they issue papers.
_ISSUES = "(?:近日|日前)?(?:联合)?(?:印发|发布|转发|发文|出台|公布|下发)"
_CENTRAL_OFFICE = re.compile(f"(?<![集其])中办(?=[、 和]?国办|{_ISSUES})")
_STATE_OFFICE = re.compile(f"(?:(?<=中办)|(?<=中办[、 和])|(?<![全我各帝外中]))国办(?={_ISSUES}|[、 和]中办)")
# What names a body whatever stands around: a word it needs, its pattern with the group that is the name, how it is called.
_WHOLE = (
    ("调查", _SURVEYORS, 0, "agency.head", "Government"),
    ("组", _INSPECTORS, 0, "agency.head", "LeadingGroup"),
    ("乘组", _CREW, 0, "agency.head", "Association"),
    ("医院", _ARMY_HOSPITAL, 0, "agency.head", "Hospital"),
    ("局", _BUILDER, 0, "agency.head", "Company"),
    ("驻", _EMBASSY, 0, "agency.head", "Government"),
    ("委", _PARTY_COMMITTEE, 0, "agency.party", "Association"),
    ("国务委员", _OWN_MINISTRY, 1, "agency.national", "Government"),
    ("政治局", _BUREAU_ABROAD, 0, "agency.abroad", "Party"),
    ("纪检监察组", _POSTED_INSPECTORS, 0, "agency.head", "Discipline"),
    ("部队", _UNIT, 0, "agency.head", "Military"),
    ("特派员", _COMMISSIONER, 0, "agency.head", "Government"),
    ("兵团第", _CORPS, 0, "agency.head", "Government"),
    ("仪式", _INAUGURATED, 1, "agency.head", ""),
    ("中办", _CENTRAL_OFFICE, 0, "agency.national", "Party"),
    ("国办", _STATE_OFFICE, 0, "agency.national", "Government"),
)


def _by_pattern(text: str) -> Iterator[Span]:
    """What a pattern of its own names."""
    for sign, pattern, group, via, kind in _WHOLE:
        if sign in text:
            yield from (Span(*m.span(group), via, kind) for m in pattern.finditer(text))


_HEAD_END = re.compile(r"(?:局|公司|集团|大学|学院|医院|银行|法院|中学|出版社|电视台|研究所|研究院)$")


def _by_word(words: Words) -> Iterator[Span]:
    """What the dictionary holds as an organization and has the end of one."""
    for t in words.tokens:
        if t.tag == "nt" and len(t.text) >= 4 and _HEAD_END.search(t.text) and t.text not in stopwords("name"):
            yield Span(t.start, t.end, "agency.word")


# 湖山县|驻上海招商办事处: where a place keeps an office elsewhere.
_POSTED = re.compile("驻(?![村点地企镇乡])[一-鿿]{2,6}?(?:招商)?(?:办事处|联络处|招商分?局)")
# 以色列国防部长加兰特, 新加坡贸易与工业部长: the ministry in its minister's title, of one charge or several.
_CHARGES = (
    "国防|外交|财政|内政|内务|经济|能源|国土安全|司法|商务|贸易|农业|卫生|教育|交通|信息|旅游|环境|文化|劳工|科技|工业|合作|国际关系|国际|欧洲"
    "|公共|发展|规划|投资|创新|体育|青年|社会|劳动|数字|渔业|林业|水利|矿业|矿产|资源|石油|电力|住房|城市|通信|气候变化|食品|基础设施"
)
_MINISTRY = re.compile(f"(?:{_CHARGES})(?:[与和及]?(?:{_CHARGES})){{0,4}}部(?=长)")
# 驻札幌总领事馆: without a state before it, ours.
_OUR_MISSION = re.compile(f"(?:^|(?<=[，。；：、（由]))驻(?!华)[一-鿿·]{{2,8}}?(?:{EMBASSIES})")


def _abroad_and_away(text: str, places: Mapping[int, int]) -> Iterator[Span]:
    """The missions of a state, the offices a place keeps elsewhere, and the ministry in its minister's title."""
    for start, end in places.items() if "驻" in text else ():
        if mission := _MISSION.match(text, start):  # 中国驻尼泊尔大使馆
            yield Span(end, mission.end(), "agency.head", "Government")
    for end, start in places.items() if "驻" in text else ():
        if posted := _POSTED.match(text, end):
            yield Span(start, posted.end(), "agency.head", "Government")
    for mission in _OUR_MISSION.finditer(text) if "驻" in text and "馆" in text else ():
        yield Span(*mission.span(), "agency.head", "Government", "中国" + mission.group())
    for place_end, place_start in places.items() if "部长" in text else ():
        if ministry := _MINISTRY.match(text, place_end):
            yield Span(place_start, ministry.end(), "agency.head", "Government")


# 省财政厅|信息化建设处|纪光伟副处长, 江北大学|社会学系|教授: a part of a body right before its head or its members.
_OFFICE = re.compile(
    "(?![的任])(?:[一-鿿]{2,16}?[处科](?=[一-鿿]{2,4}(?<![处科])副?[处科]长)|[一-鿿]{2,8}处(?=检察官|法官|干警|民警|干部|工作人员)|(?<=大学|学院)[一-鿿]{2,8}?(?<![关体联])系(?=副?教授|副?主任|教师|讲师|学生|党|博士|毕业|任教))"
)


def _offices(text: str, found: list[Span]) -> dict[Span, int]:
    """Where the office ends that stands right behind a body, by the body."""
    titled = "处" in text or "科" in text or "系" in text
    return {span: office.end() for span in found if titled and (office := _OFFICE.match(text, span.end))}


# 成立某某工作领导小组: everything between the verb and the head is the name, quotations and all.
_FOUNDED = re.compile(
    r"(?:成立|组建|设立|调整)(?:了)?(?![了由0-9]|包[含括]|涵盖|多个)([^，。；《》（）]{4,70}?(?:领导小组|工作专班|(?<!和多个)(?<!个)指挥部|(?<!个)工作组|组委会|联席会议))(?=[，。；（的(]|$)"
)


def _founded(text: str) -> Iterator[Span]:
    """The groups that the sentence says are founded."""
    if "成立" in text or "组建" in text or "设立" in text or "调整" in text:
        yield from (Span(*m.span(1), "agency.founded", "LeadingGroup") for m in _FOUNDED.finditer(text))


def _with_parts(text: str, found: list[Span], offices: Mapping[Span, int], places: Mapping[int, int]) -> list[Span]:
    """The outermost of what is found, each with its branch, and what stays a body of its own inside one."""
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
    # 湖山县医院|北院 names the whole too, so does 湖山县医院（东湖院区）, but not 江北大学（湖山）
    wholes = [
        s._replace(via="agency.whole")
        for s, b in zip(kept, branches, strict=True)
        if b.end > s.end and (text.endswith("院区）", s.end, b.end) if text[s.end] == "（" else text[b.end - 1] in "院校区")
    ]
    return branches + wholes + _wholes_of_parts(text, found, branches) + inner


# 湖山县公安局|交警大队, 江北大学|社会学系, 湖山研究院|东湖工作站, 湖山法院|东湖法庭: a body and the part of it whose name it begins.
_WHOLE_BODY = re.compile(
    "(?:局|厅|分行|大学|学院|研究院|科学院|医院|检察院|法院|总队|支队|图书馆|协会|商会|学会|联合会|项目部|集团|中学|学校|人大|人大常委会|政协)$"
)
_PART = re.compile(
    "(?![的与和及至路街])[^的、，。]{0,14}(?:系|处|科|(?<!办公)室|学院|研究[所院]|图书馆|中心|总队|支队|大队|中队|分局|派出所|监督所|工作站|实验室|分[会馆院部校]|附属[^小中]{0,8}医院|团委|工会|(?<!领导小)(?:检查|调研|视察|考察|专题)组|执行局|法庭|[分支]行|消防(?:救援)?站)(?:（[^（）]{2,6}）)?"
)


def _wholes_of_parts(text: str, found: list[Span], outer: list[Span]) -> list[Span]:
    """The bodies that the names of their parts begin with, and those that these begin with."""
    shorter: dict[int, list[Span]] = {}
    for span in found:
        if not span.name and _WHOLE_BODY.search(text, span.start, span.end):
            shorter.setdefault(span.start, []).append(span)
    wholes: list[Span] = []
    for part in outer:
        while inside := [s for s in shorter.get(part.start, ()) if s.end < part.end and _PART.fullmatch(text, s.end, part.end)]:
            part = max(inside, key=lambda s: s.end)._replace(via="agency.whole")  # 湖山市公安局|东湖分局|刑侦大队
            wholes.append(part)
    return wholes


# 汉江师范学院郧阳校区, 湖山县医院北院, 十堰海关驻郧阳办事处: a part of a body, named by its place.
_BRANCH = re.compile(
    r"(?!的)[一-鿿]{2,4}(?:分社|记者站)|(?![的与和]|成立|设立|组建|召开|举办|下设|所属|及其)[一-鿿]{2,6}分[会馆]|(?:[东西南北老](?:校区|院区|院(?![士长落子墙门内里]))|新(?:校区|院区)|[东西南北]区(?=[已于]|正式|建成|投[用入]|启用|位于|占地|总)|(?!的|举[行办]|启[用动]|建[设成]|打造|开设|推进|新建)[一-鿿]{2,4}(?:校区|院区|分校|分院))(?!项目|工程|[一二三]期|建设|整体)|驻[一-鿿]{1,6}?(?:招商)?(?:办事处|联络处|工作站|代表处|招商分?局)|派出[一-鿿]{2,6}?监察(?:室|办公室|组)|第[一二三四五六七八九十]{1,3}(?:监督检查|审查调查|纪检监察)室"
    r"|(?<=馆)新馆(?![长区]|项目|工程|[一二]期|建设)|(?<=图书馆)(?![的与和])[一-鿿]{2,4}(?<![开闭建])馆(?![长员藏内])"
)
# 省公安厅交警总队|五支队|二大队
_UNITS = re.compile("(?:(?:高速公路)?第?[一二三四五六七八九十]{1,4}(?:支队|大队|中队))+(?![长])")
# 江北大学（湖山）, 江北理工大学（东湖校区）, 湖山县医院（东湖院区）: a university or a hospital at one of its seats; its 校区 may follow.
_SEAT = re.compile("（([一-鿿]{2,6})）(?:(?!的)[一-鿿]{2,4}校区)?")


def _with_branch(text: str, span: Span, places: Mapping[int, int]) -> Span:
    owns = text[span.end - 1] in "学院校关局司社台报会委府馆" or text.endswith("教育集团", span.start, span.end)
    branch = _BRANCH.match(text, span.end) if owns else None
    seat = _SEAT.match(text, span.end) if text.endswith(("大学", "学院", "医院", "研究院"), span.start, span.end) else None
    if text.endswith(("总队", "支队", "大队"), span.start, span.end):
        branch = _UNITS.match(text, span.end)
    if seat and (places.get(seat.end(1)) == seat.start(1) or seat[1].endswith(("校区", "院区"))):
        branch = seat
    return Span(span.start, branch.end(), span.via, span.kind, span.name) if branch and not span.name else span

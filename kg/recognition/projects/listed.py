"""Projects that a list names, whatever they are called: the words before it or behind it tell that projects are listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.recognition.headed import LEADS_TO_OURS
from kg.recognition.lists import items_of_list, list_members
from kg.recognition.numerals import parse_numeral
from kg.recognition.phrases import is_proper, is_unknown
from kg.recognition.spans import Span
from kg.recognition.tokens import Words

# Each list tells by one of them that projects are listed.
_LIST_WORDS = ("项目", "工程", "事业类", "开工", "竣工", "投产", "通车", "签约")


def find_listed(words: Words, bounds: Mapping[int, int]) -> list[Span]:
    """The members of lists of projects."""
    text = words.text
    if "、" not in text or not any(word in text for word in _LIST_WORDS):
        return []
    members: list[tuple[int, int]] = []
    for pattern in _LISTS:
        for listed in pattern.finditer(text):
            members += _told_by_names(words, listed) if _OF_ONE.match(text, listed.start()) else list_members(listed)
    for pattern in _LISTS_OF_WORKS:
        for listed in pattern.finditer(text):
            members += _named_works(listed, bounds)
    for pattern in _LISTS_BY_NAMES:
        for listed in pattern.finditer(text):
            told = _told_by_names(words, listed)
            members += [span for span in told if pattern is not _OCCASION or bounds.get(span[1]) != span[0]]
    for listed in _ALIKE.finditer(text) if "项目、" in text or "工程、" in text else ():
        members += _alike(words, listed)
    for listed in _SUMMED.finditer(text):
        members += _summed(words, listed, bounds)
    found: list[Span] = []
    for start, end in members:
        lead = LEADS_TO_OURS.match(text, start, end)
        found.append(Span(lead.end() if lead else start, end, "project.listed", "ConstructionProject"))
    return found


def _members(shortest: int, longest: int, most: int) -> str:
    """A list as a group of a pattern: so many members and a last one, none of them running over a mark, 的 or 了."""
    member = f"[^，。；：、“”的了]{{{shortest},{longest}}}"
    return f"((?:{member}、){{1,{most}}}{member}?)"


# Lists whose members are projects all.
_LISTS = (
    # 集中开工项目共22项，具体为：甲产业园、乙固废、丙田园综合体: with what introduces it.
    re.compile(
        r"(?:项目|重点工程|民生工程|事业类)[^，。；：]{0,12}，?(?:具体(?:是|为)|分别(?:是|为)|(?<=工程)主要有|(?:主要)?包括|(?<=，)(?:其中)?有(?=[^，。；]{8,200}等[^，。；、]{0,8}(?:项目|工程)))[：:]?((?:[^，。；：、“”的]{3,60}、){1,30}[^，。；：、“”的]{3,60})(?=[，。；]|$)"
    ),
    # 其中包括甲实验室、乙产业基地等典型示范项目; 同时开工的还有甲升级项目、乙生产线等.
    re.compile(
        r"(?:其中(?:包括|有|含)(?=[^，。；]*等[^，。；]{0,10}(?:项目|工程))|(?:开工|竣工|投产|签约)的(?:还有|有|包括|项目还有))"
        + _members(4, 40, 30)
        + "等"
    ),
    # 集中开工了甲供水工程、乙改造工程等7项重点水利工程: before its count.
    re.compile(
        r"(?:开工|竣工|投产|签约|推进|实施|建设|启动|谋划|建成|抓好|完成)(?:了|建设)?(?!项目|工程|活动|仪式)"
        + _members(4, 40, 30)
        + r"等[0-9一二三四五六七八九十]{1,3}(?:[个项大][一-鿿]{0,8}(?:项目|工程)|条(?:高速)?公路|条高速|条铁路)"
    ),
    # 全县共有甲医院、乙生产线、丙道路改造等12个重点项目集中开工: before its count and what happens to all of it.
    re.compile(
        r"(?:^|[，。；：])(?:[^，。；：、]{0,10}?(?:共有|就有|还有|包括)|[0-9年月日今当昨天上下午]{2,10})?"
        + _members(4, 40, 30)
        + r"等[0-9一二三四五六七八九十]{1,3}[个项](?:[^，。；：、的]{0,8})(?:项目|工程)(?:正式|集中|现场|落地|全部|相继|陆续|同时|成功|顺利|建成)*(?:开工|动工|竣工|投产|签约|落户|落地|揭牌|奠基|开建)"
    ),
)

# 湖山指挥中心|项目，主要包括软件平台建设、数据库建设: what one work consists of, unless names say otherwise
_OF_ONE = re.compile("(?<![工约产复地大点要性生事])(?:项目|工程)，(?:主要)?包括")

# Lists that hold other things too; their members that are works are named by a place or by a name of their own.
_LISTS_OF_WORKS = (
    # 完成甲路提升改造、乙镇棚户区改造、丙县医院迁建等工程: done, without a count.
    re.compile(
        r"(?:完成|实施|推进|启动|建设|建成|加快|推动|开工|开复工|复工|开建|竣工|谋划|续建|新建|抓好)(?:(?<=加快)(?:推进|推动|实施|建设))?(?:了|好)?"
        + _members(3, 36, 20)
        + r"等(?:一批|[一-鿿、]{0,9}?)(?:项目|工程)"
    ),
    # 甲科技新材料、乙路东延等重点项目有序推进: at the beginning of a clause, with how they go on.
    re.compile(
        r"(?:^|[，。；：])"
        + _members(4, 36, 20)
        + r"等(?:一批)?(?:重点|重大|民生|交通|水利)?(?:项目|工程)(?:建设)?(?=有序|加快|加速|顺利|稳步|扎实|全面|全速|正|相继|陆续|先后|即将|建成|开工|竣工|投产|落地|“火力)"
    ),
)

_NAMED_WORK = re.compile(
    "(?!农村|乡村|城[区市乡镇]|县[城乡]|乡镇|老旧|[道公铁]路|社区|小区|学校|校园|河[道湖]|水库|灌区|中小|园区|主[干次]|市政|背街|街巷|通村|干线|国省|普通|棚户|污水)[一-鿿]{2,}(?:路|大道|大街|大桥|河|湖|渠|水库|公园|广场|中学|小学|医院|学校|社区|园区|片区|港区|车站|水厂|处理厂)[一-鿿]{0,8}?(?:连接线|改造|建设|[东西南北]延|延伸|改?扩建|新建|整治|提升|治理|修复|[迁改]建|搬迁|拓宽|[一二三]期|工程|项目)"
)
_WORK_ENDS = re.compile(
    "(?:改造|建设|[东西南北]延|延伸|改?扩建|新建|整治|提升|治理|修复|[迁改]建|搬迁|拓宽|接线|开发|[一二三]期|园|站|工程|项目)$"
)


# 望江集团11万吨稻米加工、岚川集团40兆瓦光伏发电
_MEASURE = re.compile("[0-9.]+万?(?:吨|兆瓦?|千瓦|[只头羽套台件辆]|亩|千伏|立方米|平方米)")


def _named_works(listed: re.Match[str], bounds: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The members of a list that tell what is built or mended, and where."""
    text = listed.string
    for start, end in list_members(listed):
        if (
            bounds.get(end) != start
            and (any(start <= begin < end for begin in bounds.values()) or _NAMED_WORK.match(text, start, end))
            and (_WORK_ENDS.search(text, start, end) or _MEASURE.search(text, start, end))
        ):
            yield start, end


def _told_by_names(words: Words, listed: re.Match[str]) -> list[tuple[int, int]]:
    """The members of a list, two at least, if half of its items hold a name or say what is done where (鼎盛大道连接线)."""
    members = list(list_members(listed))
    named = [
        span
        for span in members
        if any(is_proper(t) or is_unknown(t) for t in words.between(*span)) or _NAMED_WORK.match(listed.string, *span)
    ]
    return members if len(members) >= 2 and 2 * len(named) >= len(items_of_list(listed)) else []


# 甲系列产品生产项目、乙综合开发项目、丙紧固件生产项目: three and more that each say what they are.
_ALIKE = re.compile(
    r"(?:(?:^|[，。；：])(?:[^，。；：、]{0,24}?(?:推进|推动|实施|开工建设|新开工|谋划|启动(?!区)|抓好))?|[^，。；：、]{0,24}?(?:了|包括|为|有|对|将))"
    r"((?:[^，。；：、“”的了]{4,36}(?:项目|工程)、){2,30}[^，。；：、“”的了]{4,36}?(?:项目|工程))"
)


def _alike(words: Words, listed: re.Match[str]) -> list[tuple[int, int]]:
    """The members of a list that each say what they are, unless it opens with what is done (在江北续建甲工程、乙工程、丙项目)."""
    members = _told_by_names(words, listed)
    first = words.at(members[0][0]) if members else None
    return [] if first is not None and first.tag[:1] in ("v", "p", "d", "r", "c") else members


# 此次集中通车的甲大桥、乙外环线、丙路二期，将…: what an occasion has begun or closed; a bridge that is there is a place.
_OCCASION = re.compile(
    r"(?:此次|本次|这次)(?:集中|正式|同时)?(?:开工|竣工|投产|通车|签约)的(?!项目|工程|[0-9])"
    + _members(3, 36, 20)
    + "(?=[，。]|等[^，。；、]{0,8}(?:项目|工程))"
)

# Lists of which half the items at least hold a name.
_LISTS_BY_NAMES = (
    _OCCASION,
    # 开复工甲电站、乙机场改扩建等重点项目, 实施了甲矿业技改、老干部活动中心等项目: done in full.
    re.compile(
        r"(?:实施了|开复工|(?:相继|陆续|先后|全面|集中)(?:实施|开工建设|开工|复工|建成|竣工|投产))(?:了)?"
        + _members(4, 30, 30)
        + "等(?:一批)?(?:重点|重大)?(?:建设)?项目(?![的组资])"
    ),
    # 来到甲棚户区改造二期、乙公馆、丙路项目建设现场; 察看了甲小镇、乙基地等项目的建设情况: what is looked at as projects;
    # but 调研组来到丁物流港.
    re.compile(
        r"(?:来到|先后到|前往|走进|深入|察看|查看|考察|走访|调研|参观|观摩|检查|巡查|视察|督导)(?![组团队员]|时|中|期间)(?:了|过)?"
        + _members(3, 36, 20)
        + r"(?:等)?(?:[0-9一二三四五六七八九十]{1,3}[个项])?(?:重点|重大|在建|民生)?(?:项目|工程)(?:(?:的)?(?:建设|施工|项目)?(?:现场|一线|工地|(?:推进|进展)?情况|进度|进展)|，|。)"
    ),
)
# 某镇负责实施甲滑雪场、乙安置区、丙颐养中心3个重点项目; 甲薄膜、乙新材料等重点项目开工: closed by its count or by what is done.
_SUMMED = re.compile(
    r"(?:^|[，。；：])(?:[^，。；：、]{0,14}(?:实施|推进|启动|谋划|完成|抓好|续建|新建|签约|引进|招引|包括|分别为|由|有(?![色机限]))了?|[^，。；：、]{0,24}(?:来到|前往|走进|深入|察看|查看|考察|调研|走访|参观|观摩|检查|视察|督查|先后到|分别到)(?![组团队员])了?)?(?![在将以把对向为]|[^，。；、]{0,24}(?:[男女]子|分别))"
    + _members(3, 40, 30)
    + r"(?:等[0-9一二三四五六七八九十]{1,3}[个项][^，。；：、的]{0,8}(?:项目|工程)|在内的[0-9]{1,3}[个项][^，。；：、的]{0,8}(?:项目|工程)"
    + r"|([2-9两二三四五六七八九])[个项大][^，。；：、的]{0,6}(?:项目|工程)"
    + r"|等(?:一批)?(?:重点|重大)?(?:建设)?项目(?=(?:正式|集中|相继|陆续|先后|同时|全面)*(?:开工|竣工|投产|建成|签约|落户|奠基)))"
)

# 甲产业园、乙物流园两个项目|集中签约: what a list tells of its members whatever they would be elsewhere
_HAPPENS = re.compile("(?:正式|集中|现场|全部|相继|同时|成功|顺利|已)*(?:开工|动工|竣工|投产|签约|落户|落地|奠基)")
# What else a list counts as 项目: sites that are chosen, races that are run.
_NO_WORKS = re.compile("(?:遗址|墓葬|墓地?|古城|马拉松|跑|赛|节)(?:[、（]|$)")
_TWO = re.compile("(?<=[一-鿿]{5})[和及][一-鿿]{5}")


def _summed(words: Words, listed: re.Match[str], bounds: Mapping[int, int]) -> list[tuple[int, int]]:
    """The members of a list that is closed by their sum, as many as it says: no sites or races, no places or
    bodies alone unless they are begun or closed."""
    if _NO_WORKS.search(listed[1]) or (listed[2] and parse_numeral(listed[2]) != len(items_of_list(listed))):
        return []
    begun = _HAPPENS.match(listed.string, listed.end())
    return [
        (start, end)
        for start, end in _told_by_names(words, listed)
        if (begun or bounds.get(end) != start) and not _TWO.search(listed.string, start, end)
    ]

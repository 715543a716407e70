"""Projects, programmes, campaigns and reforms: names that their head noun closes (…项目, …工程), read from the head leftwards."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from kg.recognition.lexicon import column
from kg.recognition.numerals import parse_numeral
from kg.recognition.phrases import counts, is_proper, is_unknown, name_start
from kg.recognition.spans import Span, items_of, outermost
from kg.recognition.telling import (
    ACTIVITY,
    QUOTED_EVENT,
    QUOTED_ONLY,
    WEIGHED,
    generic_names,
    heads_of,
    list_members,
    tells_apart,
    trim_lead,
    with_part,
)
from kg.recognition.tokens import Words

_QUOTED_LIST = re.compile(
    r"((?:“[^“”]{2,16}”[、和]?){2,})[0-9一二三四五六七八九十]{0,3}个?(专项行动计划|行动计划|专项行动|行动|工程|项目|计划|改革)"
)

_QUOTED = re.compile(r"“([^“”]{2,24})”(?!杯)")

_CORRIDOR = "西部陆海新通道"
"""A work of many provinces, which no road's or railway's head noun closes."""
_BELT_AND_ROAD = re.compile(r"“一带一路”(?:倡议)?")

# 中欧班列, 西部陆海新通道班列: freight services by their name
# 神舟十七号载人飞行任务, 嫦娥六号: a numbered mission of space flight, with what is called after it.
_MISSION = re.compile(
    "(?:神舟|天舟|嫦娥|天问|夸父)[一二三四五六七八九十百]{1,3}号(?:[甲乙丙])?"
    "(?:载人飞行任务|飞行任务|载人飞船发射任务|探月任务|发射任务|任务|载人飞船|货运飞船|飞船|探测器|卫星)?(?![^，。；、]{0,4}乘组)"
)
_NUMBERED = "[一二三四五六七八九十百]{1,4}号"
# 成功发射海哨三号卫星, 将云海二号05星送入轨道; 长征五号遥九运载火箭 is one rocket, 长征五号运载火箭 a model.
_SPACECRAFT = re.compile(
    f"(?:^|(?<=[射将把的和与、，：；“了颗]))(?:(?![射将把的和与了颗个])[一-鿿]){{2,6}}{_NUMBERED}(?:卫星|[A-Z0-9]{{1,2}}星)(?!座|组|发射[中场基]|上)"
    f"|(?:长征|快舟|捷龙|力箭|引力|谷神星|双曲线|朱雀){_NUMBERED}[甲乙丙丁]?遥[一二三四五六七八九十百]{{1,4}}(?:运载)?火箭"
)
# 漳河灌区续建配套与现代化改造工程: two kinds of works on one thing.
_WORKS_ON = re.compile(
    "(?:灌区|水库|枢纽|水闸|泵站|堤防|电站|机场|航道|渠)(?:续建配套|除险加固|改扩建|更新改造|提质改造|节水改造|扩容|加固)(?:与|和|及)[一-鿿]{2,10}?(?:工程|项目)"
)
_DOING = re.compile(
    "(?:各地|全面|深入|广泛|大力|扎实|积极|持续|统筹|组织|联合|共同)*(?:实施|开展|推进|推动|启动|举办|参加|打造|落实|部署|进行)了?(?=“)|[^“”，。；]{2,16}(?:执行|实行|推行|建立)了?[^“”，。；]{0,6}(?=“)"
)
_TRAIN_SERVICE = re.compile(
    "中欧班列(?![（一-鿿）]{0,6}集结中心)(?:（[一-鿿]{2,6}）)?|中亚班列|中老铁路国际货运列车|西部陆海新通道班列"
)

# “五水共治”工作, “三改一拆”专项行动: campaigns by a saying that begins with a number.
_CAMPAIGN = re.compile(r"(?!两个|三个|四个|五个|十个|第)[一二两三四五六七八九十百千万双][一-鿿]{3,6}")

_AS_WORK = re.compile(r"(?:[、和]“[^“”]{3,8}”)*(?:专项)?(?:工作|行动|整治(?!点)|攻坚|活动|项目|改革)")

_QUOTED_HEAD = re.compile(r"“([^“”，。]{2,14}(?:工程|(?<!在)行动|计划|项目|试点))”(?!杯)")

_ENDS_LINE = re.compile(r"(?:公路|铁路|高速|高铁|客专|城际|号线|通道|隧道|大桥)$")

_INVESTS = re.compile(
    r"(?:总投资|投资|出资)(?:约|近|超|达)?(?:人民币)?(?:[0-9.]+(?:多|余)?[亿万]元(?:人民币)?(?:建设|新建|兴建|打造|实施|的)*|(?:建设|新建|兴建|打造|开发)的?)"
)

_DONE_TO = re.compile(
    r"(?:已|正式|顺利|成功|全面|如期|今天|昨天|日前|近日|主体|(?:在|于|落户)[^，。；、]{2,15})*(?:开工|动工|竣工|奠基|投产|建成|签约|落户|落地|投用|启用|封顶|通车|揭牌|完工)"
    r"|(?:(?:施工|建设|项目)?现场|(?:的)?(?:建设|推进|进展|施工)(?:情况|进度|进展))(?=[，。；、]|$|调研|察看|查看|检查)"
    r"|，?(?:(?:计划|项目|预计|概算)?总投资|(?:总|规划)?占地|系?由[^，。；、]{2,25}(?:投资|建设|承建|实施))|，?(?:该?项目)?(?:位于|选址|地处)"
)

# 由甲公司投资建设的饲料加工及仓储物流项目在开发区开工: all since 的 is the name, whatever words join in it.
_BUILT_BY = re.compile(
    r"(?:投资建设|投资兴建|投资|承建|兴建|建设|实施)的([^，。；：的“”]{5,44}?(?:项目|工程))(?=在|于|正式|顺利|已|今天|昨天|日前|近日|开工|竣工|奠基|投产|建成|落户|签约|启动|封顶)"
)

_WORKS_AFTER = re.compile("(?:建设)?(?:项目|工程)")

# “十四五”规划重点工程|乌江白马航电枢纽工程: what rank a work has.
_RANKED = re.compile("(?:规划)?(?:国家)?(?:重点|重大|标志性)(?:建设)?(?:工程|项目)|子(?:工程|项目)|民生实事(?:工程|项目)?(?=“)")
_SIZE = re.compile("(?<=占地|面积)[0-9.]+万?(?:亩|平方米|公顷)的?")
_CONTROL = re.compile("(?:控制性|标志性|关键性|先导性?|骨干)(?:节点|关键)?工程$")

_DONE_BY = re.compile(r"(?:[亿万]元的|亩的|平方米的|(?:投资|承建|实施|兴建|建设|打造|引进)的)$")


_SEVERAL = re.compile("(?:多个|一批|几个|系列)[^，。；、]*的$")


def _is_carried_out(words: Words, begin: int, head: int, end: int) -> bool:
    """A project told by what happens to it (投资3亿元的…项目, …项目开工建设): common words, but one project."""
    text = words.text
    inner = text[begin:head]
    tokens = words.between(begin, head)
    named = any(is_proper(t) or is_unknown(t) for t in tokens) or _DONE_BY.search(text, max(0, begin - 8), begin)
    if (
        not (7 if named else 8) <= end - begin <= 44
        or counts(inner)
        or WEIGHED.search(text, begin, end)
        or "等" in inner
        or "、" in inner
    ):
        return False
    if sum(len(t.text) for t in tokens if t.text not in generic_names()) < 4 or tokens[0].start != begin:
        return False
    if tokens[0].tag[:1] in ("r", "m", "d", "p", "c", "u") or re.search(r"[了是]|以及|所有|全部|各", inner):
        return False
    if _SEVERAL.search(text, max(0, begin - 14), begin):  # 多个超百亿元的|绿色化工项目
        return False
    return bool(_DONE_TO.match(text, end) or _DONE_BY.search(text, max(0, begin - 8), begin))


_LAUNCHES = re.compile(r"(?:实施|启动|启动实施|组织实施|深入实施|全面实施|部署实施|推出)(?:了)?$")
_CARRIES_OUT = re.compile(r"(?:部署|联合|组织|集中)?开展(?:了)?(?:为期[^，。；的]{1,6}的)?$")
_LOCAL_ACTION = re.compile("(?:专项|集中|综合)(?:整治|治理|检查|清理|打击|执法)?行动$|专项整治$")
_CAMPAIGN_HEAD = re.compile(
    r"(?:提升|振兴|攻坚|复苏|再造|培育|引领|倍增|清零|净化|赋能|焕新|直通车|护航|保护|修复|治理|惠民|强基|筑基)?(?:专项行动|行动|专项工程|工程|计划)$"
)


def _is_launched(words: Words, begin: int, head: int, end: int) -> bool:
    """A programme named by what it does, right behind the verb that carries it out: 启动实施水稻大面积单产提升行动."""
    text = words.text
    name = text[begin:end]
    tokens = words.between(begin, end - 2)
    launched = _LAUNCHES.search(text, max(0, begin - 6), begin) or (
        _LOCAL_ACTION.search(name) and _CARRIES_OUT.search(text, max(0, begin - 12), begin)
    )
    return bool(
        7 <= len(name) <= 20
        and launched
        and (_CAMPAIGN_HEAD.search(name) or _LOCAL_ACTION.search(name))
        and not WEIGHED.search(name)
        and not counts(name)
        and tokens
        and tokens[0].start == begin
        and tokens[0].tag[:1] not in ("r", "m", "d", "p", "c", "u")
        and not re.search("[、，的了等]|重大|重点|一批|一系列|有关|相关|各项|系列", name)
        and sum(len(t.text) for t in tokens if t.text not in generic_names()) >= 4
    )


# 年产25万吨热塑性弹性体项目, 新能源电池制造基地项目: what companies invest in to produce.
_INVESTED = re.compile(r"年产|生产|制造|加工|养殖|研发|智造|总部|产业化|光伏|电池")

# 集中开工项目共22项，具体为：甲产业园、乙固废、丙田园综合体: the members of a list of projects, whatever they are called.
_LISTED_PROJECTS = re.compile(
    r"(?:项目|重点工程|民生工程|事业类)[^，。；：]{0,12}，?(?:具体(?:是|为)|分别(?:是|为)|(?<=工程)主要有|(?:主要)?包括|(?<=，)(?:其中)?有(?=[^，。；]{8,200}等[^，。；、]{0,8}(?:项目|工程)))[：:]?((?:[^，。；：、“”的]{3,60}、){1,30}[^，。；：、“”的]{3,60})(?=[，。；]|$)"
)

# 集中开工了甲供水工程、乙改造工程等7项重点水利工程: the list before its count.
_LISTED_BEFORE = re.compile(
    r"(?:开工|竣工|投产|签约|推进|实施|建设|启动|谋划|建成|抓好|完成)(?:了|建设)?(?!项目|工程|活动|仪式)((?:[^，。；：、“”的了]{4,40}、){1,30}[^，。；：、“”的了]{4,40}?)等[0-9一二三四五六七八九十]{1,3}(?:[个项大][一-鿿]{0,8}(?:项目|工程)|条(?:高速)?公路|条高速|条铁路)"
)

# 其中包括甲实验室、乙产业基地等典型示范项目; 同时开工的还有甲升级项目、乙生产线等。
_LISTED_AMONG = re.compile(
    r"(?:其中(?:包括|有|含)(?=[^，。；]*等[^，。；]{0,10}(?:项目|工程))|(?:开工|竣工|投产|签约)的(?:还有|有|包括|项目还有))"
    r"((?:[^，。；：、“”的了]{4,40}、){1,30}[^，。；：、“”的了]{4,40}?)等"
)

# 来到甲棚户区改造二期、乙公馆、丙路项目建设现场; 察看了甲小镇、乙基地等项目的建设情况: what is looked at as projects.
_LOOKED_AT = re.compile(
    r"(?:来到|前往|走进|深入|察看|查看|考察|走访|调研|参观|观摩|检查|巡查|视察|督导)(?:了|过)?((?:[^，。；：、“”的了]{3,36}、){1,20}[^，。；：、“”的了]{3,36}?)"
    r"(?:等)?(?:[0-9一二三四五六七八九十]{1,3}[个项])?(?:重点|重大|在建|民生)?(?:项目|工程)(?:(?:的)?(?:建设|施工|项目)?(?:现场|一线|工地|(?:推进|进展)?情况|进度|进展)|，|。)"
)

# 全县共有甲医院、乙生产线、丙道路改造等12个重点项目集中开工: the list before its count and what happens to all of it.
_LISTED_DONE = re.compile(
    r"(?:^|[，。；：])(?:[^，。；：、]{0,10}?(?:共有|就有|还有|包括)|[0-9年月日今当昨天上下午]{2,10})?((?:[^，。；：、“”的了]{4,40}、){1,30}[^，。；：、“”的了]{4,40}?)"
    r"等[0-9一二三四五六七八九十]{1,3}[个项](?:[^，。；：、的]{0,8})(?:项目|工程)(?:正式|集中|现场|落地|全部|相继|陆续|同时|成功|顺利|建成)*(?:开工|动工|竣工|投产|签约|落户|落地|揭牌|奠基|开建)"
)

# 完成甲路提升改造、乙镇棚户区改造、丙县医院迁建等工程: a list without a count, of works that their own words name.
_LISTED_WORKS = re.compile(
    r"(?:完成|实施|推进|启动|建设|建成|加快|推动|开工|开复工|复工|竣工|谋划|续建|新建)(?:了|好)?((?:[^，。；：、“”的了]{3,36}、){1,20}[^，。；：、“”的了]{3,36}?)等(?:一批|[一-鿿]{0,4}?)(?:项目|工程)"
)
# 开复工甲电站、乙机场改扩建等重点项目, 实施了甲矿业技改、老干部活动中心等项目: done in full, most of them by a name.
_LISTED_WHOLE = re.compile(
    r"(?:实施了|开复工|(?:相继|陆续|先后|全面|集中)(?:实施|开工建设|开工|复工|建成|竣工|投产))(?:了)?((?:[^，。；：、“”的了]{4,30}、){1,30}[^，。；：、“”的了]{4,30}?)"
    "等(?:一批)?(?:重点|重大)?(?:建设)?项目(?![的组资])"
)
# 某镇负责实施甲滑雪场、乙安置区、丙颐养中心3个重点项目; 甲薄膜、乙新材料等重点项目开工: a list closed by its count or by what is done.
_LISTED_SUMMED = re.compile(
    r"(?:^|[，。；：])(?:[^，。；：、]{0,14}(?:实施|推进|启动|谋划|完成|抓好|续建|新建|签约|引进|招引|包括|分别为|由|有(?![色机限]))了?)?(?![在将以把对向为]|[^，。；、]{0,24}(?:[男女]子|分别))((?:[^，。；：、“”的了]{3,40}、){1,30}[^，。；：、“”的了]{3,40}?)"
    r"(?:等[0-9一二三四五六七八九十]{1,3}[个项][^，。；：、的]{0,8}(?:项目|工程)|在内的[0-9]{1,3}[个项][^，。；：、的]{0,8}(?:项目|工程)"
    r"|([2-9两二三四五六七八九])[个项大][^，。；：、的]{0,6}(?:项目|工程)"
    r"|等(?:一批)?(?:重点|重大)?(?:建设)?项目(?=(?:正式|集中|相继|陆续|先后|同时|全面)*(?:开工|竣工|投产|建成|签约|落户|奠基)))"
)
# What else a list counts as 项目: sites that are chosen, races that are run.
_NO_WORKS = re.compile("(?:遗址|墓葬|墓地?|古城|马拉松|跑|赛|节)(?:[、（]|$)")
_TWO = re.compile("(?<=[一-鿿]{5})[和及][一-鿿]{5}")
# 甲科技新材料、乙路东延等重点项目有序推进: a list that opens a clause, and how they go on
_LISTED_GOING_ON = re.compile(
    r"(?:^|[，。；：])((?:[^，。；：、“”的了]{4,36}、){1,20}[^，。；：、“”的了]{4,36}?)等(?:一批)?(?:重点|重大|民生|交通|水利)?(?:项目|工程)(?:建设)?(?=有序|加快|加速|顺利|稳步|扎实|全面|全速|正|相继|陆续|先后|即将|建成|开工|竣工|投产|落地|“火力)"
)
_NAMED_WORK = re.compile(
    "(?!农村|乡村|城[区市乡镇]|县[城乡]|乡镇|老旧|[道公铁]路|社区|小区|学校|校园|河[道湖]|水库|灌区|中小|园区|主[干次]|市政|背街|街巷|通村|干线|国省|普通|棚户|污水)[一-鿿]{2,}(?:路|大道|大街|大桥|河|湖|渠|水库|公园|广场|中学|小学|医院|学校|社区|园区|片区|港区|车站)[一-鿿]{0,8}?(?:改造|建设|[东西南北]延|延伸|改?扩建|新建|整治|提升|治理|修复|[迁改]建|搬迁|拓宽|二期|工程|项目)"
)

_WORK_ENDS = re.compile(
    "(?:改造|建设|[东西南北]延|延伸|改?扩建|新建|整治|提升|治理|修复|[迁改]建|搬迁|拓宽|接线|开发|[一二三]期|园|站|工程|项目)$"
)

# Each of these lists tells by one of them that projects are listed.
_LIST_WORDS = ("项目", "工程", "事业类", "开工", "竣工", "投产", "签约")

# 崔杨路东延, 团静公路改建, 蔡中路拓宽: works on a road, named by both.
_ROAD_WORKS = re.compile(
    r"(?:(?<![一-鿿])|(?<=包括)|(?<=实施)|(?<=推进)|(?<=启动))(?!包括|实施|推进|启动|加快|了)[一-鿿]{2,4}(?:公路|路|大道|高速|快速路|大街)(?:[东西南北]延(?:伸)?|改线|改建|拓宽|改扩建|扩建|延伸|提升改造|二通道)(?:工程|项目)?(?=等|和|及|[^一-鿿]|$)"
)


_FAR_END = re.compile("(?:^|(?<=[，。；：、的]))[一-鿿]{2,4}[至—]$")
_LINE_WORKS = re.compile("千伏|特高压|输电|输气|输油|管道|管线")


# 云川—江北天然气管道开工: a pipeline by its ends, where it is being built.
_PIPELINE = re.compile(
    "(?:至|到|—|-|－|～)[一-鿿]{2,8}?(?:天然气|输气|输油|成品油|原油|煤层气|供水|引水|供热|热力|燃气)(?:管道|管线|支线|干线)(?:工程)?"
    "(?=(?:今天|今日|昨天|近日|日前|已|正式|全面|全线|顺利)*(?:开工|动工|建设|施工|建成|贯通|完工|竣工|投产|通气)|、[^，。；]{4,30}(?:开工|建成|投产|贯通))"
)

_LONG = re.compile("长(?:度|约|达|近|超)?(?:为|约|达)?[0-9]")  # 二期工程|长3公里
# 大道改造|工程|施工单位: words run together behind the name
_OF_ITS_BUILDING = ("施工单位", "施工方", "施工现场", "建设单位", "建设方", "建设现场", "建设工地", "施工负责人")
# 云河水库|工程|建设
_GOES_ON = re.compile("建设(?![者单部])")
# 大道改造|项目|负责人介绍, but not 集团|项目|负责人
_IN_CHARGE = re.compile(
    "(?:改造|建设|提升|治理|[扩改新迁重]建|整治|修复|安置|开发|更新|园|基地|中心|大桥|[公铁]路|高速|水库|管网|光伏|风电|电站)(?:项目|工程)$"
)
_WHOLE = re.compile("(?<=工程|项目)(?:[一二三四]|首)期(?:工程|项目)?$")


_FIRST_OF_KIND = re.compile("首[个座条家][^，。；：、—]*$")
_OF_A_WORK = ("生产线", "生产基地")
# 项目主要建设年产5万吨板材|生产线: what a project holds
_HOLDS = re.compile("(?:主要|拟)建设(?:内容)?[^，。；、]{0,24}$")


# 福建恒岭装备工程|有限公司, 区检察院扫黑除恶|宣传长廊
_NO_WORK = ("领导小组", "”杯", "有限", "股份", "集团", "公司", "宣传大厅", "宣传长廊", "宣传栏", "展厅")


def find_projects(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Construction and investment projects, programmes, campaigns and reforms of a sentence.

    Args:
        bounds: Begin by end of places, organizations and routes already found.
        blocks: Positions no name runs across (the ends of dates).
    """
    text = words.text
    found: list[Span] = []
    quotes = "“" in text
    if quotes:
        found += [Span(m.start(), m.end(), "project.quoted", "Programme", "一带一路") for m in _BELT_AND_ROAD.finditer(text)]
    if _CORRIDOR in text:
        found += [Span(m.start(), m.end(), "project.known", "Programme") for m in re.finditer(_CORRIDOR, text)]
    if "列" in text:
        found += [Span(m.start(), m.end(), "project.quoted", "Programme") for m in _TRAIN_SERVICE.finditer(text)]
    if "号" in text:
        found += [Span(m.start(), m.end(), "project.mission", "Programme") for m in _MISSION.finditer(text)]
        if "星" in text or "火箭" in text:
            found += [Span(m.start(), m.end(), "project.mission", "Programme") for m in _SPACECRAFT.finditer(text)]
    found += [
        Span(m.start(), m.end(), "project.quoted", "Programme")
        for m in (_QUOTED.finditer(text) if quotes else ())
        if m.group(1) in column("programmes", "name") or (_CAMPAIGN.fullmatch(m.group(1)) and _AS_WORK.match(text, m.end()))
    ]
    listed = [m.span() for m in QUOTED_EVENT.finditer(text)] if quotes else []
    listing = "、" in text and any(word in text for word in _LIST_WORDS)
    lists = (_LISTED_PROJECTS, _LISTED_AMONG, _LISTED_BEFORE, _LISTED_DONE, _LOOKED_AT) if listing else ()
    for match in (members for pattern in lists for members in pattern.finditer(text)):
        found += [Span(start, end, "project.listed", "ConstructionProject") for start, end in list_members(match)]
    for match in (m for pattern in (_LISTED_WORKS, _LISTED_GOING_ON) for m in pattern.finditer(text)) if listing else ():
        found += [
            Span(start, end, "project.listed", "ConstructionProject")
            for start, end in list_members(match)
            if bounds.get(end) != start
            and (any(start <= b < end for b in bounds.values()) or _NAMED_WORK.match(text, start, end))
            and _WORK_ENDS.search(text, start, end)
        ]
    for match in (m for pattern in (_LISTED_WHOLE, _LISTED_SUMMED) for m in pattern.finditer(text)) if listing else ():
        members, items = list(list_members(match)), items_of(text, *match.span(1))
        named = [span for span in members if any(is_proper(t) or is_unknown(t) for t in words.between(*span))]
        whole = match.re is _LISTED_WHOLE
        if not whole and _NO_WORKS.search(match[1]):
            continue
        summed = whole or match[2] is None or parse_numeral(match[2]) == len(items)
        if len(members) >= 2 and 2 * len(named) >= len(items) and summed:
            found += [
                Span(a, b, "project.listed", "ConstructionProject")
                for a, b in members
                if whole or not (bounds.get(b) == a or _TWO.search(text, a, b))
            ]
    for match in _BUILT_BY.finditer(text) if "项目" in text or "工程" in text else ():
        if not counts(match.group(1)) and match.group(1) not in generic_names():
            found.append(Span(*match.span(1), "project.head", "ConstructionProject"))
    if "路" in text or "大道" in text or "高速" in text or "大街" in text:
        found += [Span(m.start(), m.end(), "project.listed", "ConstructionProject") for m in _ROAD_WORKS.finditer(text)]
    for match in _QUOTED_LIST.finditer(text) if quotes else ():
        listed.append(match.span())
        for quoted in _QUOTED.finditer(match.group(1)):
            at = match.start() + quoted.start()
            found.append(Span(at, at + len(quoted.group()), "project.quoted", "Programme"))
    found += [
        Span(m.start(), m.end(), "project.quoted", "Programme")
        for m in (_QUOTED_HEAD.finditer(text) if quotes else ())
        if not any(a <= m.start() < b for a, b in listed)
        and not WEIGHED.search(m.group(1))
        and m.group(1) not in generic_names()
    ]
    for match in _PIPELINE.finditer(text) if "管" in text or "线" in text else ():
        begin = bounds.get(match.start(), max(text.rfind(mark, 0, match.start()) for mark in "，。；：、的") + 1)
        if 2 <= match.start() - begin <= 8:
            found.append(Span(begin, match.end(), "project.head", "ConstructionProject"))
    for match in _WORKS_ON.finditer(text) if "项目" in text or "工程" in text else ():
        begin, _ = name_start(words, match.start(), bounds, blocks=blocks, limit=12)
        if match.start() - begin >= 2:
            found.append(Span(begin, match.end(), "project.head", "ConstructionProject"))
    finder, by_name = heads_of("project_heads")
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        if text.endswith("活动", start, end) and ACTIVITY.search(text, max(0, start - 12), end):
            continue
        if (
            not (words.starts_at(end) or text.startswith(_OF_ITS_BUILDING, end) or _GOES_ON.match(text, end))
            or (text.startswith("负责", end) and not _IN_CHARGE.search(text, max(0, start - 4), end))
            or (text[end : end + 1] == "长" and not _LONG.match(text, end))
            or text[end : end + 1] in ("部", "组", "师", "院", "局", "处", "经")
            or text.startswith(
                ("管理", "资金", "建设指挥", "遗产", "组织", "科技", "学会", "咨询", "监理", "质量", "造价", *_NO_WORK), end
            )
        ):
            continue
        if any(a < end and start < b for a, b in listed) or (
            text[end - 1] == "期" and (text[start - 1 : start] == "分" or text[end : end + 1] == "“")
        ):
            continue  # 广交会分三期举办, 2022年第二期“三个一批”活动
        if (
            text[start - 1 : start] == "”"
            and text[start:end] in QUOTED_ONLY
            and (opened := text.rfind("“", max(0, start - 20), start)) >= 0
        ):
            found.append(Span(opened, end, "project.quoted", row["kind"]))
            continue
        if text[start:end] == "项目" and text[start - 2 : start] in ("促进", "推动", "谋划", "招引", "引进"):
            continue  # 全力以赴促进|项目
        if text[start - 1 : start] == "大" and not text[start - 2 : start - 1].isdigit() and text[start:end] == "项目":
            continue  # 引来京津大项目: big ones of a kind
        if text[end : end + 1] == "—" and _FIRST_OF_KIND.search(text, max(0, start - 20), start):
            continue  # 湖山首个全额投资项目——东湖卫生院: what rank a work has
        if _CONTROL.search(text, max(0, start - 8), end):
            continue  # 成达万高铁控制性节点工程——渠江特大桥: what a work is to a line names neither
        if start in blocks and end - start == 2:
            continue  # 2023年12月|项目将建成
        if text[start:end] in _OF_A_WORK and _HOLDS.search(text, max(0, start - 30), start):
            continue
        begin, anchored = name_start(words, start, bounds, blocks=blocks, limit=46, verbs=True)
        if not text.endswith("专项行动", start, end) or not text.endswith(("开展", "部署", "启动"), 0, begin):
            trimmed = trim_lead(words, begin, start)  # but 开展|打击保险诈骗犯罪专项行动
            # 升源水库 begins with no verb
            begin = begin if any(first == begin and trimmed < last for last, first in bounds.items()) else trimmed
        if doing := _DOING.match(text, begin, start):  # 全面实施|“人工智能+”行动
            begin = doing.end()
        if (ranked := _RANKED.match(text, begin, start)) and start - ranked.end() >= 3:
            begin = ranked.end()
        if (size := _SIZE.match(text, begin, start)) and start - size.end() >= 3:
            begin = size.end()  # 占地1500亩|云岭电厂光伏项目
        if (far := _FAR_END.search(text, max(0, begin - 5), begin)) and _LINE_WORKS.search(text, begin, end):
            begin = far.start()  # 张北至|胜利1000千伏特高压交流工程
        whole = row["kind"] == "ConstructionProject" and end - start >= 5  # 庆元县|抽水蓄能电站
        if whole and (more := _WORKS_AFTER.match(text, end)):
            end = more.end()
        if begin < start and (
            tells_apart(words, begin, start, end, anchored, bounds, strong=row["strong"] == "1", specific=whole)
            or (row["kind"] == "ConstructionProject" and _is_carried_out(words, begin, start, end))
            or _is_launched(words, begin, start, end)
        ):
            # 抚吉高速公路项目 is the line itself.
            line = (
                bounds.get(start) is not None
                and _ENDS_LINE.search(text[begin:start])
                and text[start:end] in ("项目", "工程", "建设项目", "工程项目")
            )
            invested = row["kind"] == "ConstructionProject" and _INVESTED.search(text, begin, end)
            kind = "InvestmentProject" if invested else row["kind"]
            # 金健米业投资2.3亿元建设|优质稻精深加工项目
            end = with_part(text, end)
            invested_in = [m.end() for m in _INVESTS.finditer(text, begin, start) if start - m.end() >= 3]
            found.append(Span(invested_in[-1] if invested_in else begin, end, "route" if line else "project.head", kind))
    found = outermost(found)
    # 湖山公路改造工程|二期 names the whole too
    wholes = [
        (s, _WHOLE.search(text, s.start, min(s.end, s.start + 20)))
        for s in found
        if s.via == "project.head" and "期" in text[s.start : s.end]
    ]
    return found + [s._replace(end=m.start()) for s, m in wholes if m]

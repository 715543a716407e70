"""Projects, programmes, campaigns and reforms that a head noun closes (…项目, …工程), read from the head leftwards."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from kg.recognition.headed import heads_of, trim_lead, with_part
from kg.recognition.phrases import name_start
from kg.recognition.projects.carried_out import is_carried_out, is_launched
from kg.recognition.spans import Span
from kg.recognition.telling import ACTIVITY, QUOTED_ONLY, tells_apart
from kg.recognition.tokens import Words


def find_headed(words: Words, bounds: Mapping[int, int], blocks: Container[int], closed: list[tuple[int, int]]) -> list[Span]:
    """Projects by head noun; `closed` are stretches in which a head noun closes no name of its own."""
    text = words.text
    found = []
    finder, by_name = heads_of("project_heads")
    for head, end in finder.find(text):
        row = by_name[text[head:end]]
        if not _is_head(words, head, end) or any(a < end and head < b for a, b in closed):
            continue
        if (opened := _quotation_before(text, head, end)) >= 0:
            found.append(Span(opened, end, "project.quoted", row["kind"]))
        elif _closes_a_name(text, head, end) and not (head in blocks and end - head == 2):  # 2023年12月|项目将建成
            begin, anchored = name_start(words, head, bounds, blocks=blocks, limit=46, verbs=True)
            begin = _without_lead(words, begin, head, end, bounds)
            if begin < head and (span := _told(words, begin, head, end, anchored, row, bounds)):
                found.append(span)
    return found


# 大道改造|工程|施工单位: words run together behind the name
_OF_ITS_BUILDING = ("施工单位", "施工方", "施工现场", "建设单位", "建设方", "建设现场", "建设工地", "施工负责人")
# 云河水库|工程|建设
_GOES_ON = re.compile("建设(?![者单部局处办指管委公集领])")
# 大道改造|项目|负责人介绍, but not 集团|项目|负责人
_IN_CHARGE = re.compile(
    "(?:改造|建设|提升|治理|[扩改新迁重]建|整治|修复|安置|开发|更新|园|基地|中心|大桥|[公铁]路|高速|水库|管网|光伏|风电|电站)(?:项目|工程)$"
)
_LONG = re.compile("长(?:度|约|达|近|超)?(?:为|约|达)?[0-9]")  # 二期工程|长3公里
# 项目|部, 工程|师, 项目|资金, 福建恒岭装备工程|有限公司, 区检察院扫黑除恶|宣传长廊: what other names or words go on with
_IN_OTHER_WORDS = (
    *("部", "组", "师", "院", "局", "处", "建设处", "筹建", "筹备", "经理", "经费", "经济", "经验", "经营"),
    *("管理", "资金", "建设指挥", "遗产", "组织", "科技", "学会", "咨询", "监理", "质量", "造价"),
    *("领导小组", "”杯", "有限", "股份", "集团", "公司", "宣传大厅", "宣传长廊", "宣传栏", "展厅"),
)


# 20多个“国字号”|项目: a kind of things that are counted
_COUNTED_KIND = re.compile("[0-9一二两三四五六七八九十几数][余多]?[个项批]“[^“”]{2,8}”$")


def _is_head(words: Words, head: int, end: int) -> bool:
    """Whether the words are the head noun of something carried out, and no part of other words."""
    text = words.text
    if text.endswith("活动", head, end) and ACTIVITY.search(text, max(0, head - 12), end):
        return False
    if not (words.starts_at(end) or text.startswith(_OF_ITS_BUILDING, end) or _GOES_ON.match(text, end)):
        return False
    # “三馆合一”项目|工程主体完工, but 炼化一体化项目|一期工程
    if text.endswith("工程", head, end) and text.endswith("项目", 0, head) and text[head + 1] != "期":
        return False
    if text.startswith("负责", end) and not _IN_CHARGE.search(text, max(0, head - 4), end):
        return False
    if text.startswith("长", end) and not _LONG.match(text, end):
        return False
    if text.endswith("”", 0, head) and _COUNTED_KIND.search(text, max(0, head - 15), head):
        return False
    # 广交会分三期举办, 2022年第二期“三个一批”活动
    if text.endswith("期", head, end) and (text.endswith("分", 0, head) or text.startswith("“", end)):
        return False
    return not text.startswith(_IN_OTHER_WORDS, end)


def _quotation_before(text: str, head: int, end: int) -> int:
    """Where the quotation opens that alone makes a name of a plain head (“三块地”|改革), or -1."""
    if text.endswith("”", 0, head) and text[head:end] in QUOTED_ONLY:
        return text.rfind("“", max(0, head - 20), head)
    return -1


# 湖山首个全额投资项目——东湖卫生院: what rank a work has
_FIRST_OF_KIND = re.compile("首[个座条家][^，。；：、—]*$")
# 成达万高铁控制性节点工程——渠江特大桥: what a work is to a line names neither
_CONTROL = re.compile("(?:控制性|标志性|关键性|先导性?|骨干)(?:节点|关键)?工程$")
# 新材料产业园项目|主体工程: the project, whose body it is
_BODY_OF_WORK = re.compile("(?:项目|工程)主体$")
_OF_A_WORK = ("生产线", "生产基地")
# 项目主要建设年产5万吨板材|生产线: what a project holds
_HOLDS = re.compile("(?:主要|拟)建设(?:内容)?[^，。；、]{0,24}$")


def _closes_a_name(text: str, head: int, end: int) -> bool:
    """Whether the head may close the name of one thing: no kind of things, no rank, no part of a work."""
    noun = text[head:end]
    if noun == "项目" and text.endswith(
        ("促进", "推动", "谋划", "招引", "引进", "抓", "争", "跑"), 0, head
    ):  # 全力以赴促进|项目
        return False
    if noun == "项目" and text.endswith("大", 0, head) and not text[head - 2 : head - 1].isdigit():  # 引来京津大项目
        return False
    if text.startswith("—", end) and _FIRST_OF_KIND.search(text, max(0, head - 20), head):
        return False
    if _CONTROL.search(text, max(0, head - 8), end) or (noun == "工程" and _BODY_OF_WORK.search(text, max(0, head - 4), head)):
        return False
    return not (noun in _OF_A_WORK and _HOLDS.search(text, max(0, head - 30), head))


# 全面实施|“人工智能+”行动
_DOING = re.compile(
    "(?:各地|全面|深入|广泛|大力|扎实|积极|持续|统筹|组织|联合|共同)*(?:实施|开展|推进|推动|启动|举办|参加|打造|落实|部署|进行)了?(?=“)|[^“”，。；]{2,16}(?:执行|实行|推行|建立)了?[^“”，。；]{0,6}(?=“)"
)
# “十四五”规划重点工程|乌江白马航电枢纽工程: what rank a work has.
# 国家重点水利项目|青坊水利枢纽二期工程, 为民办实事项目|云湾广场建设项目.
_RANKED = re.compile(
    "[^，。；、“”0-9]{0,8}?(?:重点|重大|标志性|骨干|民生|实事|惠民|民心|试点|示范|头号|招商)[一-鿿]{0,4}?(?:工程|项目)(?!主体|配套|附属|建设|管理|[一二三首]期|[东南西北]?区|部|的)"
    "|子(?:工程|项目)|民生实事(?:工程|项目)?(?=“)"
)
# 计划开工建设|500千伏云湾输变电工程
_PLANNED = re.compile("(?:计划|预计|拟)(?:新)?(?:开工)?(?:建设|新建|实施|改造)(?=[一-鿿0-9±])")
# 占地1500亩|云岭电厂光伏项目
_SIZE = re.compile("(?<=占地|面积)[0-9.]+万?(?:亩|平方米|公顷)的?")
# 在东岭镇建设|全域国土综合整治项目, 在经开区投资兴建|电池产业园项目, 在云阳县青坊产业园建设|饲料项目
_BUILT_AT = re.compile(
    "(?:[一-鿿]{0,8}(?:经开区|高新区|开发区|园区?|新区|集聚区|基地|镇|乡|村|街道)|当地|境内)?"
    "(?:境内|内)?(?:投资)?(?:建设|新建|兴建|建成|实施|打造)(?:的|了)?"
)
# 调研组一行实地查看|云阳光伏项目, 周岚等人观摩|云阳光伏项目
_PARTY = re.compile("一行|等人|等领导")
# 2亿元的|光伏项目, 1万亿元|国债项目
_PRICE = re.compile("[0-9.]+(?:多|余)?[万亿]+元(?:人民币)?的?")
# 项目分两期建设|年产20万吨铜箔生产线
_IN_PHASES = re.compile("(?:项目)?分?[一二两三四五]期(?:投资)?(?:建设|实施|新建)(?=年产|日产|[一-鿿])")
# 望江集团签约|光伏发电项目, 中铁某局承建|湖山高速TJ3标段: what a body does about a work, right behind its name
_TAKES_ON = re.compile(
    "(?:[^，。；、]{0,2}(?:成功|正式|现场|联合|共同|负责|计划|拟))?(?:签约|签订|签下|承建|承办|承接|承担|中标|分管|负责|引进|申报|投建|发展|批复|核准|批准|审批|同意)(?:的|了)?"
)
# 张北至|胜利1000千伏特高压交流工程
_FAR_END = re.compile("(?:^|(?<=[，。；：、的]))[一-鿿]{2,4}[至—]$")
_LINE_WORKS = re.compile("千伏|特高压|输电|输气|输油|管道|管线")


# 习近平总书记发出打好|“三北”工程攻坚战, 会议决定核准|徐圩一期工程: verbs that stand in no name
_FINITE = re.compile(
    "(?:打好|打赢|列入|纳入|下达|核准|推出|采取|参与|化作|商签|累计|决定|宣布|获批|批复|争取到?|用于|拟建|发出|分为)了?(?:我[省市县区州])?(?!式|制|率|度|者)"
)


def _finite(text: str, begin: int, head: int) -> int:
    """Where the last verb ends that stands in no name, outside quotations, or -1."""
    last = -1
    for verb in _FINITE.finditer(text, begin, head):
        if text.count("“", begin, verb.start()) == text.count("”", begin, verb.start()):
            last = verb.end()
    return last


def _without_lead(words: Words, begin: int, head: int, end: int, bounds: Mapping[int, int]) -> int:
    """Where the name begins after what only leads to it: verbs, a rank, a size; with the far end of a line before it."""
    text = words.text
    # 开展|打击保险诈骗犯罪专项行动: what an action does begins its name.
    acts = text.endswith("专项行动", head, end) and text.endswith(("开展", "部署", "启动"), 0, begin)
    # 升源水库, 清镇市…项目: what the dictionary takes for a verb may begin a place
    if not acts and begin not in bounds.values():
        begin = trim_lead(words, begin, head)
        if party := _PARTY.match(text, begin, head):
            begin = trim_lead(words, party.end(), head)
    if (planned := _PLANNED.match(text, begin, head)) and head - planned.end() >= 3:
        begin = planned.end()
    if doing := _DOING.match(text, begin, head):
        begin = doing.end()
    for last in sorted(last for last, first in bounds.items() if begin <= first and last < head):
        if (takes := _TAKES_ON.match(text, last, head)) and head - takes.end() >= 2:
            begin = takes.end()
    if text[begin - 1 : begin] == "在":
        for place_end in sorted({begin, *(last for last, first in bounds.items() if first == begin)}, reverse=True):
            if (built := _BUILT_AT.match(text, place_end, head)) and head - built.end() >= 2:
                begin = built.end()
                break
    if (done := _finite(text, begin, head)) > begin:
        begin = done
    for lead in (_RANKED, _SIZE, _IN_PHASES, _PRICE):
        if (led := lead.match(text, begin, head)) and head - led.end() >= 2:
            begin = led.end()
    if (
        priced := text.rfind("元的", max(0, begin - 4), begin)
    ) >= 0:  # 投资1亿元的|安防线束项目, where the dictionary cuts 安|防线|束
        begin = priced + 2
    if (far := _FAR_END.search(text, max(0, begin - 5), begin)) and _LINE_WORKS.search(text, begin, end):
        begin = far.start()
    return begin


_WORKS_AFTER = re.compile("(?:建设)?(?:项目|工程)")
# 年产25万吨热塑性弹性体项目, 新能源电池制造基地项目: what companies invest in to produce.
_INVESTED = re.compile(r"年产|生产|制造|加工|养殖|研发|智造|总部|产业化|光伏|电池")
# 金健米业投资2.3亿元建设|优质稻精深加工项目, 安排500万元用于|云河治理工程
_INVESTS = re.compile(
    r"(?:总投资|投资|出资)(?:约|近|超|达)?(?:人民币)?(?:[0-9.]+(?:多|余)?[亿万]元(?:人民币)?(?:建设|新建|兴建|打造|实施|的)*|(?:建设|新建|兴建|打造|开发)的?)"
    "|[0-9.]+(?:多|余)?[亿万]元(?:人民币)?(?:资金)?(?:用于|投入|(?=建设|新建|实施))(?:建设|新建|兴建|实施)?"
)


def _told(
    words: Words, begin: int, head: int, end: int, anchored: bool, row: Mapping[str, str], bounds: Mapping[int, int]
) -> Span | None:
    """A project whose name tells it from others or that is said to be carried out, or None."""
    text = words.text
    built = row["kind"] == "ConstructionProject"
    specific = built and end - head >= 5  # 庆元县|抽水蓄能电站
    if specific and (more := _WORKS_AFTER.match(text, end)):
        end = more.end()
    if not (
        tells_apart(words, begin, head, end, anchored, bounds, strong=row["strong"] == "1", specific=specific)
        or (built and is_carried_out(words, begin, head, end))
        or is_launched(words, begin, end)
    ):
        return None
    via = "route" if _is_line(text, begin, head, end, bounds) else "project.head"
    kind = "InvestmentProject" if built and _INVESTED.search(text, begin, end) else row["kind"]
    invested = [m.end() for m in _INVESTS.finditer(text, begin, head) if head - m.end() >= 3]
    return Span(invested[-1] if invested else begin, with_part(text, end), via, kind)


_ENDS_LINE = re.compile(r"(?:公路|铁路|高速|高铁|客专|城际|号线|通道|隧道|大桥)$")


def _is_line(text: str, begin: int, head: int, end: int, bounds: Mapping[int, int]) -> bool:
    """Whether the project is the line itself that it names (抚吉高速公路项目)."""
    return (
        text[head:end] in ("项目", "工程", "建设项目", "工程项目")
        and bounds.get(head) is not None
        and bool(_ENDS_LINE.search(text[begin:head]))
    )

"""Events that a head noun closes (…大会, …节, …仪式), with the words before it that tell each from others."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from kg.recognition.events.names import FIRST, PRAISED, behind_listed, clause_start
from kg.recognition.headed import SPONSORED, heads_of, trim_lead, with_part
from kg.recognition.phrases import counts, level_at, name_start
from kg.recognition.spans import Span
from kg.recognition.telling import generic_names, tells_apart
from kg.recognition.tokens import Words


class _Name(NamedTuple):
    """How far the name reaches around its head, and what speaks for its being one."""

    begin: int
    head: int
    end: int
    anchored: bool
    """It begins with a place, a body or a quotation."""
    held: bool
    """A verb after it says that it is held."""
    scoped: bool
    """It begins with whom the event is for (全市)."""
    framed: bool = False
    """It is all that stands between a verb of holding or attending it and what closes the phrase."""


def find_headed(words: Words, bounds: Mapping[int, int], blocks: Container[int], sessions: Sequence[Span]) -> list[Span]:
    """Events by head noun; `sessions` are those by number, whose own names the heads of a sentence do not take in."""
    found = []
    finder, by_name = heads_of("event_heads")
    for start, end in finder.find(words.text):
        if not words.starts_at(end) and (inner := _head_inside(words, by_name, start, end)):
            start, end = inner
        row = by_name[words.text[start:end]]
        end = _head_end(words.text, start, end)
        if not _is_head(words, start, end, row["kind"]):
            continue
        name = _name_around(words, start, end, row["kind"], bounds, blocks, sessions)
        if name and (span := _bare(words, name, row["kind"], sessions) or _told(words, name, row, bounds)):
            found.append(span)
    return found


def _head_inside(words: Words, heads: Container[str], start: int, end: int) -> tuple[int, int] | None:
    """A head that begins inside another one that ends within a word: 展览会 in 汽|车展|览会."""
    for at in range(start + 1, end):
        for stop in range(min(at + 5, len(words.text)), end, -1):
            if words.text[at:stop] in heads and words.starts_at(stop):
                return at, stop
    return None


_CONTEST = re.compile("(?:资格|预选|选拔|测试|热身)[一-鿿]{0,3}赛")

_BRANCH = re.compile("(?![在于设])[一-鿿]{2,6}分会场")

_WORK_MEETING = re.compile("(?:总结|推进|部署|动员|汇报|调度|分析|专题|表彰|工作|启动|学习|座谈)会$")


_SHOWS = ("展演", "展示", "巡演", "汇演", "展销")


def _head_end(text: str, start: int, end: int) -> int:
    """Where a head ends with what continues it."""
    end = with_part(text, end)
    if branch := _BRANCH.match(text, end):  # 养老服务现场会|东山分会场
        end = branch.end()
    if contest := _CONTEST.match(text, end):  # 奥运会|资格系列赛
        end = contest.end()
    if text.startswith("活动", end) and text.endswith(_SHOWS, start, end):  # 集中展演|活动
        end += 2
    if text.startswith("议", end) and _WORK_MEETING.search(text, start, end):  # 总结会|议
        end += 1
    return end


_DRILL = re.compile("(?:灾害)?[一-鿿]{0,14}(?:演习|演练)")


def _is_head(words: Words, start: int, end: int, kind: str) -> bool:
    """Whether the words are a head noun here, and no part of other words."""
    text = words.text
    if not words.starts_at(end) and text[end : end + 1] not in ("暨", "上"):  # 推进|会上
        return False
    token = words.at(start)
    if token is None or (end - start == 1 and token.start < start and len(token.text) == 2):
        return False
    if kind == "Activity" and not words.starts_at(start):  # 示威游|行活动
        return False
    if kind == "Disaster" and _DRILL.match(text, end):  # 地震|灾害空地一体化联合救援演习
        return False
    if text.startswith(("走访", "慰问"), end) and text.endswith("节", start, end):  # 教师节|慰问活动
        return False
    if text.startswith("发言", end) and text.endswith("大会", start, end):  # 14人作大会|发言
        return False
    # 根据主任会议|的提请, 中国人民政治协商会议|成立70周年
    if text.startswith(("的提请", "提请"), end) or text.endswith("人民政治协商会议", 0, end):
        return False
    return not text.endswith(("使节", "环节", "细节", "季节", "情节"), 0, end)  # 驻华使节


_EVENT_VERB = re.compile(
    r"(?:正|将|今天(?:（[^（）]{2,10}）)?|昨天|今日|昨日|日前|近日|(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[至—–-]+[0-9]{1,2}日)?)?(?:[上下]午|[早晚]|晚间)?(?:[在于][^，。；]{1,20})?(?:隆重|顺利|成功|如期|正式|圆满|盛大|今天|昨天)?(?:举行|召开|开幕|闭幕|举办|启幕|落幕|落下帷幕|拉开帷幕|拉开序幕|开赛|收官|开跑|鸣枪|(?:开班|开营|结业)(?!仪?式|典礼)|开讲|正式开始|正式启动)"
)

# 由甲协会主办的湖山马拉松，|在东湖公园鸣枪开跑。
_HELD_THERE = re.compile(
    "，(?:日前|昨日|今日|正式)?在[^，。；]{2,20}?(?:隆重|顺利|成功|如期|正式)?(?:举行|召开|开幕|举办|启幕|开赛|鸣枪|开跑|鸣枪开跑)(?=[，。；]|$)"
)
_REPORTED = re.compile("报告|决定|大会|向|关于|提交|提请|建议|呼吁|出席|参加")

_PUTS_ON = re.compile(
    r"(?<=[一-鿿])(?:推出|举办|举行|召开|迎来|开展|主办(?![方单])|承办(?![方单]))(?:了)?(?=[一-鿿]{2}|$)|(?:成功|圆满|顺利)(?:主办|承办|举办|举行)(?:了)?"
)

_GOING_TO = re.compile(
    r".{0,12}?(?:出席|参加|(?<=[席统理记长])在|(?:高度|积极)评价|盛赞|点赞|蝉联|打破|征战|提交|提请|(?<=[会委长])建议|呼吁|(?<=并)报|致(?=第|首届|20[0-9]{2}))|报(?=中央|国务院|[省市区县]委)"
)

# 以特有的方式庆祝|“六一”国际儿童节, 各地欢度|丰收节
_CELEBRATES = re.compile(".*(?:欢度|欢庆|庆祝|喜迎|共度)(?=[“一-鿿])")

# 在扎实推进…发展座谈会上, 召开深入学习贯彻…精神会议, 召开学习宣传贯彻党的|二十大精神宣讲报告会
_AIMED = re.compile(
    "(?:在|召开|出席|主持|参加|举行)(?:了)?"
    "((?:扎实|深入|全面|全方位|进一步|加快)(?:推进|推动|促进|学习贯彻|贯彻落实)|(?:深入)?(?:学习|宣传|贯彻|落实){1,3}党的)$"
)

# 召开|2022年|重点项目推进会, 召开|11月份|招商项目评审会, 今年第二季度|重大项目开工仪式
_YEAR_BEFORE = re.compile(
    r"(?:(?:[0-9]{4}|今)年(?:度|[上下]半年度?|[第前]?[一二三四]季度)?|(?:[0-9]{4}年)?(?:(?<![0-9])[0-9]{1,2}月份|[第前]?[一二三四]季度|[上下]半年))$"
)
# 举行|8月例行|新闻发布会: one of those that a body holds month by month
_REGULAR = re.compile(r"(?:20[0-9]{2}年)?(?:[0-9]{1,2}月份?|第?[一二三四]季度|[上下]半年)?例行$")


def _name_around(
    words: Words,
    start: int,
    end: int,
    kind: str,
    bounds: Mapping[int, int],
    blocks: Container[int],
    sessions: Sequence[Span],
) -> _Name | None:
    """The name that a head closes, or None where it closes the name of a session that a report is made to."""
    text = words.text
    held = bool(_EVENT_VERB.match(text, end) or _HELD_THERE.match(text, end))
    disaster = kind == "Disaster"  # 工作组赶赴|积石山县地震
    begin, anchored = name_start(words, start, bounds, blocks=blocks, limit=20 if disaster else 60, verbs=not disaster)
    if held:
        begin = clause_start(words, start, blocks, begin)
    if text[begin : begin + 1] in ("（", "讯", "电") and text.rfind("）", begin, start - 2) > text.find("（", begin):
        begin = text.rfind("）", begin, start) + 1  # 本报讯（记者 王平）|省十二届人大一次会议
    if any(
        s.end == end and (text.startswith("报", begin) or _REPORTED.search(text, begin, s.start))
        for s in sessions
        if s.via == "event.session"
    ):
        return None  # 大会报告|市政协十四届二次会议, 报|市十四届人大二次会议备案
    if text.endswith("在", begin, start):
        begin, anchored = start, False  # 书记王健|在|仪式上致辞, where the dictionary has 健在
    wide, begin = _without_lead(words, begin, start, end, kind, held)
    if text.endswith("暨", 0, wide) and (first := _first_half(words, wide - 1, bounds, blocks)) >= 0:
        begin, anchored = first, True
    if (opened := _quoted_whole(text, begin, start, end)) >= 0:  # 参观“中国与|湖山组织合作成果展”
        begin, end, anchored = opened, end + 1, True
    scope = _scope_start(text, wide, start, end, held)  # 全市重大项目集中开工仪式举行
    scoped = scope >= 0 and (
        kind in ("Meeting", "Course", "Congress") or (kind == "Ceremony" and _is_spoken_of(text, scope, end))
    )
    framed = framed_start(words, start, end, kind, bounds, blocks)
    leftmost = begin if framed < 0 else min(begin, framed)
    if other := SPONSORED.search(text, leftmost, start) or _OTHER_BEFORE.search(text, leftmost, start):
        return _Name(other.end(), start, end, True, held, scoped=False)
    if 0 <= framed <= begin and _is_one(words, framed, start, end, kind, bounds):
        return _Name(framed, start, end, True, held, scoped=False, framed=True)
    return _Name(scope if scoped else begin, start, end, anchored, held, scoped)


# 第五届运动会和|第六届文化节: another event by its own number
_OTHER_BEFORE = re.compile("(?<=[会节赛展坛式周])[和与及](?=第[0-9一二三四五六七八九十百]{1,4}[届次])")
# 青山县举办|…, 出席|…: what a name follows
_FRAME = re.compile(
    "(?P<holds>举办|举行|召开|承办|主办)(?:了)?|(?:出席|参加|列席|主持召开|主持|见证|观摩|(?<=[一-鿿]{2})在)(?:了)?"
)
# who or when stands before a verb of holding: 县教育局|举办, 隆重|举行; but 定期|举办, 通过|举办
_HOLDS_HERE = re.compile("(?:隆重|成功|顺利|联合|共同|正式|日前|近日|今[天日]|昨[天日]|[上下]午|[早晚]|晚间|同日|当[天日])$")
# …培训班|并讲话, …大赛|上致辞
_FRAMED_BY = re.compile("[，。；）]|$|并|上(?=致辞|致词|讲话|发言|作|宣布|强调|指出|表示|说|，)|现场[，。]")
_QUOTED = re.compile("[“《（][^“”《》（）]*[”》）]")
_NOT_IN_FRAME = re.compile(
    "[，。；：、的了是]|举办|举行|召开|出席|参加|主持|组织|主办|承办|(?:会|会议|节|仪式|典礼|赛|班|论坛|展|活动)[和与及]"
    "|^(?:各|多|一|几|系列|有关|相关|[此本这][次届]|该|由|在|为|以|首次|[省市区县]里|隆重|盛大|简短|热烈)|(?<![高中初平同优上])等"
)
_NAME_BEGINS = re.compile("“|20[0-9]{2}年|首届|第[一二三四五六七八九十百0-9]{1,4}届|全[省市区县州国]")
# 市安委会举行|2023年第二次全体会议: of the body
_SITTING = re.compile("(?:20[0-9]{2}年)?第[一二三四五六七八九十百0-9]{1,4}次(?:全体|扩大|常务|专题|专题工作)?$")
_YEAR_ENDS = re.compile("(?:20[0-9]{2}年(?:度|[春夏秋冬]季|[上下]半年)?|20[0-9]{2}届)$")


def framed_start(words: Words, head: int, end: int, kind: str, bounds: Mapping[int, int], blocks: Container[int]) -> int:
    """Where a name begins of which a verb before it and what follows its head show that it is all of it, or -1.

    青山县举办|新提拔科级干部任职培训班。, 出席|青山县2021年公开遴选优秀干部和人才培训班|并讲话
    """
    text = words.text
    if kind in ("Disaster", "Visit", "Election") or not _FRAMED_BY.match(text, end):
        return -1
    verbs = list(_FRAME.finditer(text, max(0, head - 46), head))
    if not verbs:
        return -1
    opened = verbs[-1]
    if opened.group() == "在" and not text.startswith(("上", "现场"), end):
        return -1
    begin = opened.end()
    inner = _QUOTED.sub("“”", text[begin:head])
    whole = kind == "Exhibition" and end - head >= 5  # 举办|农产品展销会
    if (head - begin < 2 and not whole) or _NOT_IN_FRAME.search(inner) or counts(text[begin:head]) or _SITTING.fullmatch(inner):
        return -1
    if any(at in blocks and not _YEAR_ENDS.search(text, begin, at) for at in range(begin + 1, head + 1)):
        return -1
    if begin in bounds.values() or _NAME_BEGINS.match(text, begin):
        return begin
    verb = opened.start()
    here = opened["holds"] and (verb in bounds or verb in blocks or _HOLDS_HERE.search(text, 0, verb))
    told = whole or (kind != "Meeting" and not _is_generic(words, begin, head))
    return begin if here and told and end - begin >= 5 else -1


def _is_one(words: Words, begin: int, head: int, end: int, kind: str, bounds: Mapping[int, int]) -> bool:
    """Whether what is framed is one event: more than a division before a head, and in a meeting's name more than plain words."""
    text = words.text
    place = max((stop for stop, start in bounds.items() if start == begin and stop <= head), default=begin)
    if (head - place < 2 and end - head < 5) or (kind == "Meeting" and _is_generic(words, place, head)):
        return False
    if text.endswith("节", head, end) and "庆祝" in text[begin + 1 : head]:  # 举行|阅兵式庆祝建军节
        return False
    return place > begin or not text.startswith(_SCOPES, begin) or not _is_generic(words, begin + 2, head)


def _without_lead(words: Words, begin: int, head: int, end: int, kind: str, held: bool) -> tuple[int, int]:
    """Where the name begins after verbs that only lead to it: with and without weak words at its own beginning."""
    text = words.text
    if cut := _PUTS_ON.search(text, begin, head):  # 贵州|推出|冰雪嘉年华
        begin = cut.end()
    if away := _GOING_TO.match(text, begin, head):  # 俄罗斯总统共同出席|第八届中俄博览会
        begin = away.end()
    wide, begin = begin, begin if _keeps_lead(words, begin, held) else trim_lead(words, begin, head)
    if kind in _DATED_KINDS and wide < head and _YEAR_BEFORE.search(text, max(0, wide - 12), wide):
        begin = wide  # 召开2022年重点建设项目推进会
    if text.startswith("启动", begin) and head - begin > 3:  # 市长共同启动|柑橘节
        begin += 2
    if praise := PRAISED.match(text, begin, head):  # 热闹的|中秋游园会
        begin = wide = praise.end()
    if text.endswith(("节", "日"), begin, end) and (kept := _CELEBRATES.match(text, begin, head)):
        begin = wide = kept.end()
    if aim := _AIMED.search(text, max(0, begin - 14), begin):
        begin = wide = aim.start(1)
    return wide, begin


# 学习贯彻…主题教育工作推进会, 推动共同富裕浙江实践研讨会: what a meeting is for may begin its name.
_AIMS = ("学习", "贯彻", "解读", "深入", "推动", "推进", "庆祝", "纪念", "应对", "防范", "学习贯彻", "深入学习", "促进", "落实")


def _keeps_lead(words: Words, begin: int, held: bool) -> bool:
    token = words.at(begin)
    convened = _CONVENES.search(words.text, max(0, begin - 12), begin)
    opens = held and (not begin or words.text[begin - 1] in "，。；：“ " or words.text.endswith(("主办的", "举办的"), 0, begin))
    if token is None or token.start != begin:
        return False
    work = convened and words.text.startswith("工作", token.end)  # 召开|巡察工作动员会
    first = words.text.startswith(("仪式暨", "典礼暨", "活动暨", "大会暨"), token.end)  # 当天，捐赠|仪式暨发车仪式举行
    return bool(work or first or (token.text in _AIMS and (opens or convened)))


def _first_half(words: Words, joint: int, bounds: Mapping[int, int], blocks: Container[int]) -> int:
    """Where the first of two things begins that one gathering is for (某县环境整治|暨|改厕工作现场会), or -1."""
    start, anchored = name_start(words, joint, bounds, blocks=blocks, limit=40, verbs=True)
    if anchored and bounds.get(joint) is None and joint - start >= 4:
        return start
    first = FIRST.match(words.text, 0, joint)  # 举办|庆祝“三八”妇女节|暨|表彰大会
    begin = behind_listed(words.text, first.start(first.lastindex or 1), joint) if first else -1
    return begin if words.text.endswith(("举行", "举办", "召开"), 0, max(begin, 0)) else -1


def _quoted_whole(text: str, begin: int, head: int, end: int) -> int:
    """Where the quotation opens that ends with the head and in which a name seems to begin later, or -1."""
    opened = text.rfind("“", max(0, end - 32), begin) if text.startswith("”", end) else -1
    if text.startswith("为主题", end + 1):
        return -1
    inside = opened < begin - 1 or re.search("20[0-9]{2}年", text[begin:head])  # “百家企业2023年春季招聘会”
    return opened if opened >= 0 and inside and not re.search("[，。；”的+]|参加|出席|邀请|办好", text[opened:head]) else -1


_SCOPES = ("全省", "全市", "全县", "全区", "全州", "全国")

# 传达了|全国秋冬季|森林防火工作电视电话会议精神: between the scope and the rest may stand what ends other names.
_SCOPE = re.compile(f"(?:{'|'.join(_SCOPES)})(?:(?!上下|各|深入|学习|贯彻|落实|人民|人大|政协|宣布)[一-鿿]){{0,14}}$")

_CONVENES = re.compile(r"(?:召开|举行|举办|出席|参加|主持|主持召开|列席|召集|组织|承办|主办|举行的|召开的|主持召开|在)(?:了)?$")

# 定期举办|农民技术培训班: one of many
_AGAIN = re.compile("(?:定期|经常|每[年月周季]|多次|陆续|不断|常年|通过)[^，。；]{0,3}(?:召开|举行|举办|组织|参加)(?:了)?$")

_PASSES_ON = re.compile("(?:传达|传达学习|学习传达|通报|精神和|精神、|会议、|大会、)(?:了)?$")


_SPIRIT = ("精神", "会议精神", "上的重要讲话", "上的讲话")


def _scope_start(text: str, begin: int, head: int, end: int, held: bool) -> int:
    """Where a meeting's name begins that tells for whom it is (全市重大项目集中开工仪式), or -1."""
    for at in (begin, begin - 2):
        if text.startswith(_SCOPES, max(at, 0)) and head - at >= 5:
            return at
    scope = _SCOPE.search(text, max(0, begin - 16), begin)
    if scope and _PUTS_ON.search(text, scope.start(), head):  # 在全国政协礼堂举行|新年茶话会
        scope = None
    at = begin if text.startswith(_SCOPES, begin) else scope.start() if scope else -1
    # 召开全市|经济工作会议: where it is convened or its spirit passed on, the head may say all of what it is about.
    spirit = text.startswith(_SPIRIT, end)  # 学习全国教育大会|精神
    year = _YEAR_BEFORE.search(text, max(0, at - 12), max(at, 0))  # 召开2024年|全县水利工作会议
    led = year.start() if year else at
    convened = held or spirit or _CONVENES.search(text, max(0, led - 12), led) or _PASSES_ON.search(text, max(0, at - 6), at)
    return at if at >= 0 and end - at >= (6 if spirit or _FIELD.match(text, at + 2) else 8) and convened else -1


# 全市|招商|大会, 全县|项目|推进会: what a meeting of few words is about
_FIELD = re.compile(
    "招商|项目|农村|农业|工业|经济|文旅|旅游|人才|科技|教育|卫生|健康|交通|水利|商务|财政|税务|审计|统计|民政|民族|宗教|组织|宣传|统战|政法|信访|环保|城建|林业|体育|消防|应急|外贸|物流"
)


# 湖山学校项目建设|隆重举行|开工仪式: between a project and the bare ceremony that is held for it.
HOLDS_IT = re.compile(
    "(?:建设)?(?:[于在]?(?:[0-9]{1,4}[年月日]){1,3}[上下]?午?|今天|昨天|日前)?(?:[^，。；]{0,4}在[^，。；]{2,16}?)?(?:隆重|顺利)?(?:举行|举办)(?:了)?(?:隆重的?)?"
)

_SPOKEN_OF = re.compile(r"(?:出席|参加|主持|见证|在|宣布|启动|迎来)(?:了)?$|举行(?:了)?(?:隆重的?)?$")


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """A bare ceremony (出席签约仪式, 签约仪式上) means the one the article is about."""
    return bool(_SPOKEN_OF.search(text, max(0, start - 6), start)) or text.startswith(
        ("上", "现场", "结束", "前", "由", "在", "举行", "后", "当天", "以"), end
    )


_JUST_CONVENED = re.compile("(?:召开|举行|召集|(?:(?<=发言人[一-鿿]{2})|(?<=发言人[一-鿿]{3}))主持)(?:了)?$")

_BARE_OPENING = re.compile("(?:开|闭)幕式(?!暨)")
# 出席了|昨天的|开幕式, 参加|此次|签约仪式
_POINTED = re.compile("(?:此次|本次|这次|(?:昨[天日]|今[天日]|当[天日]|[0-9]日)的)$")

_BARE_BEFORE = re.compile("(?:出席|参加|主持|见证|在|到|举行|举办|宣布)了?$|^$|[，。；：、 ]$")


def _bare(words: Words, name: _Name, kind: str, sessions: Sequence[Span]) -> Span | None:
    """A ceremony or meeting of generic words alone, which is the one the article is about, or None."""
    if kind == "Meeting":
        return _bare_meeting(words, name, sessions)
    text = words.text
    begin, start, end = name.begin, name.head, name.end
    generic = Span(begin, end, "event.generic", kind)
    pointed = _POINTED.search(text, max(0, start - 4), start)
    before = pointed.start() if pointed else start
    if (
        _BARE_OPENING.match(text, start)
        and _is_spoken_of(text, before, end)
        and _BARE_BEFORE.search(text, max(0, before - 3), before)
    ):
        return generic._replace(start=start)  # 王平出席|开幕式
    if name.scoped or kind != "Ceremony":
        return None
    if begin == start and end - start >= 4 and _is_spoken_of(text, before, end):
        return generic
    if 0 < start - begin <= 12 and _is_spoken_of(text, begin, end) and _is_generic(words, begin, start):
        return generic
    return None


def _is_generic(words: Words, begin: int, end: int) -> bool:
    """Whether a stretch holds nothing but words that name no event."""
    return all(t.text in generic_names() for t in words.tokens if begin <= t.start < end)


def _bare_meeting(words: Words, name: _Name, sessions: Sequence[Span]) -> Span | None:
    """A meeting of generic words alone where something tells that it is held, or None."""
    text = words.text
    begin, start, end = name.begin, name.head, name.end
    generic = Span(begin, end, "event.generic", "Meeting")
    if regular := _REGULAR.search(text, max(0, start - 16), start):
        return generic._replace(start=regular.start()) if _is_held(text, regular.start(), name) else None
    if name.scoped:
        return None
    if begin == start and text.endswith("发布会", start, end) and text.startswith("上", end):
        return generic if _CONVENED_BY.search(text, max(0, start - 5), start) else None  # 省文物局召开的|新闻发布会|上
    if (
        end - start >= 3
        and start - begin <= 6
        and _is_generic(words, begin, start)
        and _JUST_CONVENED.search(text, max(0, begin - 6), begin)
        and text[end : end + 1] in "，。；"
        and not (
            text[begin:end] == "全体会议"  # but 出席十四届全国人大二次会议的代表团召开|全体会议
            and any(s.via == "event.session" and s.end < begin and text[s.end] != "的" for s in sessions)
        )
    ):
        return generic  # 26日下午在凯里市召开工作座谈会
    if begin == start and end - start >= 3 and text.endswith("座谈会", start, end):
        opens = start == 0 or text[start - 1] in "，。；"
        that_day = text.startswith("上，", end) and _THAT_DAY.search(text, max(0, start - 8), start)
        if that_day or (opens and name.held):  # 在当天下午的|座谈会上, …，|座谈会在市委举行
            return generic
    yearly = _YEARLY.search(text, max(0, start - 9), start) if text.endswith(_PARTIES, start, end) else None
    if yearly and _is_held(text, yearly.start(), name):
        return Span(yearly.start(), end, "event.head", "Meeting")
    return None


def _is_held(text: str, begin: int, name: _Name) -> bool:
    """Whether a body convenes the meeting whose name begins here, or what follows it tells that it is held."""
    return name.held or _JUST_CONVENED.search(text, max(0, begin - 6), begin) is not None


_CONVENED_BY = re.compile("(?:召开|举行|举办)的$")
_THAT_DAY = re.compile("在(?:当[天日]|[0-9]{1,2}日)?(?:[上下]午|晚上|当[天日])(?:举行|召开)?的$")

# 2013年春节|团拜会: every body gives one
_YEARLY = re.compile("(?:20[0-9]{2}年)?(?:新春|春节|新年|国庆|中秋|迎新|元旦)$")

_PARTIES = ("团拜会", "招待会", "联欢会", "茶话会")

# 新闻发布会第10场, 发布会延庆区专场: one of a series.
_TURN = re.compile(r"第[0-9一二三四五六七八九十]{1,3}场|[一-鿿]{2,6}专场")

# 湖山服装博览会2023春季展
_SEASON = re.compile(r"20[0-9]{2}年?[春夏秋冬]{1,2}(?:季展|季|系列)")


_DATED_KINDS = ("Meeting", "Course", "Congress")
"""Kinds of events of which a body or a division has one at a time or in a year, whatever it is about."""


# What a division's own are told by it alone (湖山市|授牌仪式).
_KINDS_OF_DIVISION = (*_DATED_KINDS, "Ceremony")
# 传达学习全市有关|会议|精神: whichever they were
_SUNDRY = ("有关", "相关", "一系列", "重要", "各类")


# 今天是第45个植树节: a day that comes every year
_NTH_FEAST = re.compile("(?:我国)?第[0-9一二三四五六七八九十百]{1,4}个")


def _told(words: Words, name: _Name, row: Mapping[str, str], bounds: Mapping[int, int]) -> Span | None:
    """An event whose name tells it from others, or None."""
    text = words.text
    begin, start, end = name.begin, name.head, name.end
    kind = row["kind"]
    if text.endswith(_SUNDRY, begin, start) or (kind == "Festival" and _NTH_FEAST.match(text, begin, end)):
        return None
    if not (
        name.scoped
        or name.framed
        or (kind in _KINDS_OF_DIVISION and name.held and _is_of_division(text, name, bounds))
        or (begin < start and (_is_convened(words, name) or _is_heard_of(text, begin, end)))
        or (
            begin < start
            and tells_apart(
                words,
                begin,
                start,
                end,
                name.anchored or (name.held and start - begin >= 4),
                bounds,
                strong=row["strong"] == "1",
                specific=kind in ("Festival", "Exhibition", "Competition", "Disaster"),
            )
        )
    ):
        return None
    year = _YEAR_BEFORE.search(text, max(0, begin - 12), begin) if kind in _DATED_KINDS else None
    if turn := (_TURN if kind == "Meeting" else _SEASON).match(text, end):
        end = turn.end()
    if year:  # 全县|2022年第一季度|安全生产会议
        begin = year.start() - (2 if text.endswith(_SCOPES, 0, year.start()) else 0)
    return Span(begin, end, "event.head", kind)


_HEARD_OF = re.compile("(?:传达|学习|贯彻|落实)了?$")


def _is_heard_of(text: str, begin: int, end: int) -> bool:
    """A meeting of a level above whose spirit is passed on (传达学习|省数字化改革推进会|精神)."""
    return (
        text[begin] in "省市县区州"
        and end - begin >= 7
        and _HEARD_OF.search(text, max(0, begin - 3), begin) is not None
        and text.startswith((*_SPIRIT, "、", "，"), end)
    )


def _is_of_division(text: str, name: _Name, bounds: Mapping[int, int]) -> bool:
    """The meeting of a level or a place (县|教育工作会议召开, 湖山县|高质量发展大会举行), however common the words about it."""
    begin, head, end = name.begin, name.head, name.end
    place = max((stop for stop, start in bounds.items() if start == begin and stop <= head), default=0)
    owner = place - begin if place else len(level_at(text, begin))
    return bool(owner) and end - begin >= 7 and head - begin - owner >= 2 and not counts(text[begin + owner : head])


def _is_convened(words: Words, name: _Name) -> bool:
    """A meeting that is named by what it is about (召开领导干部会议, 在民营企业座谈会上): common words, but one meeting."""
    text = words.text
    begin, head, end = name.begin, name.head, name.end
    inner = text[begin:head]
    tokens = words.between(begin, head)
    work = _WORK_MEETING.search(text[head:end].removesuffix("议")) and not inner.startswith("首")  # 召开|防汛工作会议
    # 召开2022年重点建设项目推进会, 召开全县重点项目汇报会: the year or the county makes one meeting of common words.
    year = _YEAR_BEFORE.search(text, max(0, begin - 12), begin)
    told = work or (year and not inner.startswith("第"))
    if counts(inner) or not (4 <= len(inner) <= 24 or (told and 2 <= len(inner) < 4)):
        return False
    if not (year or inner.startswith(_SCOPES) or any(t.text not in generic_names() for t in tokens)):
        return False
    # 2019年|第二次重点项目集中开工现场会, but 第45次会议 is numbered
    begins = "全第" if year or not text.endswith("会议", begin, end) else "全"
    if (tokens[0].tag[:1] in ("r", "m", "d", "p", "c", "u") and tokens[0].text[:1] not in begins) or tokens[0].start != begin:
        return False
    before = text[max(0, begin - 12) : year.start() if year else begin]
    if _AGAIN.search(before):
        return False
    if year and name.held and not inner.startswith("第"):  # 全县2024年水利工作会议召开
        return True
    if text.startswith("精神", end) and _PASSES_ON.search(before):  # 传达全国农村饮水安全工作电视电话会议精神
        return True
    return bool(_CONVENES.search(before) or (year and before.endswith(("开展", "组织", "暨")))) and (
        text.startswith(("，", "。", "上", "暨", "；", "并", "的", "和", "、", "在"), end) or end == len(text)
    )

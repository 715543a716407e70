"""The name of an event: where it begins in its clause, and the edition, the second half or the holder that belong to it."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from kg.recognition.phrases import item_end
from kg.recognition.spans import Span, extend, outermost
from kg.recognition.tokens import Words

# 热闹的|中秋游园会: praise is no part of a name.
PRAISED = re.compile("(?:热闹|隆重|盛大|精彩|热烈|特别|特殊|简短|简朴|隆重而热烈|一年一度)的")


_TIME_WORDS = frozenset(
    [
        "随后",
        "日前",
        "近日",
        "近期",
        "当天",
        "当日",
        "上午",
        "下午",
        "昨日",
        "昨天",
        "今天",
        "今日",
        "晚上",
        "同日",
        "期间",
        "会上",
        "会后",
        "此外",
        "同时",
        "其间",
        "现场",
        "据悉",
        "日上午",
        "日下午",
    ]
)

_WILL_HOLD = re.compile("(?:[^，。；]{0,6}还)?(?:将|拟)(?:会)?(?:同时|陆续|相继)?(?:举行|举办|召开|开展)")

_ORGANIZED_BY = re.compile("(?:主办|承办|协办|举办|召开|举行|组织|发起|开展|冠名|赞助)的")

_HOST = re.compile("[一-鿿]{0,12}(?:总台|电视台|报社|日报|集团|公司|[部局厅]|委员会|联合会)(?=“)")


def clause_start(words: Words, head: int, blocks: Container[int], begin: int) -> int:
    """Where the clause begins that ends 'X大会举行': all of it after its date is the event's name, if it is one phrase."""
    text = words.text
    at = head
    first = item_end(text)
    while at > first and at not in blocks:
        if text[at - 1] == "”" and text[at] not in "的在为等":  # 市直机关“书香湖山”机制成立大会暨首届阅读论坛
            opened = text.rfind("“", max(first, at - 26), at)
            if opened < 0:
                break
            at = opened
        elif text[at - 1] in "，。；：！？”）】 │|":
            break
        else:
            at -= 1
    while (token := words.at(at)) and token.start == at and token.text in _TIME_WORDS:
        at = token.end
    if will := _WILL_HOLD.match(text, at, head):  # 还将举行|文明旅游主题活动启动仪式
        at = will.end()
    if text.startswith(("一场“", "一次“"), at):
        at += 2
    if host := _HOST.match(text, at, head):  # 江北电视台|“书香湖山”活动
        at = host.end()
    if (by := list(_ORGANIZED_BY.finditer(text, at, head))) and head - by[-1].end() >= 4:
        at = by[-1].end()  # 人民网舆情监测室承办的|农牧业产品推介会
    if (gone := max(text.rfind(verb, at, head) for verb in ("出席", "参加"))) >= 0:
        at = gone + 2  # 副总理甲出席|活动开幕式
    # 这4条路的工程可行性方案专家评审会: what stands before the last 的 tells whose it is.
    if (of := text.rfind("的", at, head - 6)) >= 0 and text[at] in "这该此本上":
        at = of + 1
    phrase = text[at:head]
    if (
        at < begin
        and len(phrase) <= 70
        and not re.match(r"[在由自从随当经以对为将]|报(?![告业社刊])|记者|据", phrase)
        and not re.search(
            r"[了是]|的$|围绕|决定|(?:会议|大会|论坛|仪式|研讨会|座谈会|年会|峰会|艺术节|文化节|旅游节|大赛|锦标赛)[和与及、]|表示|指出|强调|宣布|讲话|并|提请|致信|祝贺|授权",
            phrase,
        )
    ):
        return at
    return begin


def whole_names(text: str, found: list[Span], bounds: Mapping[int, int]) -> list[Span]:
    """Of the proposed events those that stand, each with all that belongs to its name."""
    holders = {**bounds, **{s.end: s.start for s in found if s.via == "event.session" and not s.name}}
    return [
        _of_holder(
            text, _with_edition(text, _with_other(text, _with_second(text, _without_aim(text, span)), bounds), bounds), holders
        )
        for span in _join(text, found)
    ]


def _join(text: str, spans: list[Span]) -> list[Span]:
    """Two ceremonies in one (揭牌仪式暨开学典礼) are one event."""
    joined: list[Span] = []
    for span in outermost(spans):
        if joined and text[joined[-1].end : span.start] == "暨":
            joined[-1] = Span(joined[-1].start, span.end, joined[-1].via, joined[-1].kind)
        else:
            joined.append(span)
    return joined


# 全面落实|市委六届五次全会: what is done with the spirit of a session is no part of its name.
_AIM = re.compile(
    r"(?:全面|认真|坚决|深入|细化|扎实|切实|持续|不折不扣|全力以赴|全力)?(?:(?:学习|贯彻|落实|执行|传达|宣传|宣讲|领会|围绕|抓好|开好|办好|筹备|服务)(?:好)?){1,3}"
    r"(?=.*(?:届|省委|市委|县委|区委|中央)[^，。]*(?:全会|会议|党代会|两会)$)"
    # 精心组织筹备|第三届湖山论坛, 王平主席|十届县人大一次会议, 春季学期|县委党校培训班
    r"|(?:精心|共同|携手|成功|全力)?(?:组织筹备|组织|筹备|筹办|举办|办好|开好)(?:好)?(?=首届|第[一二三四五六七八九十0-9]|[一二三四五六七八九十]{1,3}届|20[0-9]{2})"
    r"|主席(?=[一二三四五六七八九十]{1,3}届)|[春秋]?季?学期(?=[一-鿿]{4})"
    # 举世瞩目的|党的二十届三中全会
    r"|[一-鿿]{2,8}的(?=党的[一二三四五六七八九十]+届[一-鿿]中全会$)"
)


# 亲切会见|全国湖山工作会议代表
_MEETS_THOSE_OF = re.compile("(?:亲切)?(?:会见|接见|看望|慰问)了?(?=[一-鿿0-9“”]{6,}(?:会议|大会|论坛|峰会)$)")


def _without_aim(text: str, span: Span) -> Span:
    if (met := _MEETS_THOSE_OF.match(text, span.start, span.end)) and not span.name:
        return Span(met.end(), span.end, span.via, span.kind)
    aim = _AIM.match(text, span.start, span.end)
    if span.name or not aim or re.search("工作会议|推进会|动员会", text[span.start : span.end]):
        return span
    return Span(aim.end(), span.end, span.via, span.kind)


# 农村工作会议暨…有效衔接工作会议: the second of two meetings held as one, whatever it is called.
_SECOND = re.compile(
    r"暨[^，。；：]{3,50}?(?:会议|大会|动员会|推进会|部署会|座谈会|学习会|培训会|研讨会|报告会|培训班|研讨班|读书班|集体学习|专题学习|仪式|论坛|典礼|洽谈会|推介会|文化节|旅游节|艺术节|节|锦标赛|联赛|大赛|公开赛|邀请赛|挑战赛|活动)(?=[，。；、]|等|在|于|举行|召开|开幕|$|上|并|由)"
)

# 举办第一批重点项目集中开工暨…开工活动: the first of two, from the verb that says both are held.
FIRST = re.compile(
    r".*(?:^|[，。；：]|举行|召开|举办|出席|参加|主持|在|向|祝贺|今天|昨天|上午|下午|[0-9]日)(?:了)?((?:党的|[^，。；：的]){3,50}(?:会|式|节|工|动|赛|展|坛|启动|签约))$"
    r"|.*(?:举行|举办|召开)(?:了)?([^，。；：的了]{4,40})$"
    r"|.*(?:^|[，。；：])([^，。；：的了]{2,14}(?:推介|洽谈|对接|颁奖|揭牌|发布|表彰))$"
    r"|.*?(?:^|[，。；：校院局])([0-9]{4}年[^，。；：的了]{2,30})$"
)

_FIRST_OF_CLAUSE = re.compile(".*(?:^|[，。；：])([^，。；：的]{4,50})$")

# 将举办第九届湖山论坛、|第十届望江说明会|暨签约仪式: what is listed before the first of the two is an event of its own.
_LISTED_BEFORE = re.compile(".*(?:会|节|式|坛|展|赛|活动|季|周)、(?=第|首届|20[0-9]{2}|中国|全国|国际|世界)")


def behind_listed(text: str, start: int, joint: int) -> int:
    """Where the first half of a name begins, without the events that are listed before it."""
    listed = _LISTED_BEFORE.match(text, start, joint)
    return listed.end() if listed else start


def _with_second(text: str, span: Span) -> Span:
    if text.endswith("》", 0, span.start) and not span.name:  # 纪念仪式暨|《湖山之路》主题展览开幕式
        opened = text.rfind("《", max(0, span.start - 32), span.start)
        if opened > 0 and text[opened - 1] == "暨":
            span = Span(opened, span.end, span.via, span.kind)
    begins = text.startswith("暨", span.start)  # 湖山茶叶走进江北|暨招商推介会
    joint = span.start if begins else span.start - 1 if text.endswith("暨", 0, span.start) else -1
    if joint > 0 and (first := FIRST.match(text, 0, joint) or (begins and _FIRST_OF_CLAUSE.match(text, 0, joint))):
        start = behind_listed(text, first.start(first.lastindex or 1), joint)
        span = Span(start, span.end, span.via, span.kind, span.name)
    elif begins and not span.name:
        span = span._replace(start=span.start + 1)
    second = _SECOND.match(text, span.end)
    return Span(span.start, second.end(), span.via, span.kind, span.name) if second and not span.name else span


_BOARDS = ("理事会", "董事会", "监事会", "会员大会", "会员代表大会")
# 县人大与|湖山议会交流机制第三次会议: of two
_OURS = re.compile("我[省市县区州旗][与和同]")

_BETWEEN_TWO = re.compile("[一-鿿]{2,16}(?:交流|合作|对话)(?:机制|委员会)")


_EXCHANGE = re.compile("(?:交流|合作|对接|对话|洽谈)(?:大会|会|论坛)$")

# 江北集团和|湖山市合作协议签约仪式
_SIGNING = re.compile("(?:签约|签字|签署|共建|合作|结对)[一-鿿]{0,6}仪式$")


def _with_other(text: str, span: Span, bounds: Mapping[int, int]) -> Span:
    """A meeting of two bodies with the first of them before its name."""
    if not span.name and text.startswith(_BOARDS, span.start) and span.start in bounds:  # 湖山研究院（东湖）|理事会第一次会议
        return span._replace(start=extend(span.start, bounds))
    if not span.name and span.start and _OURS.match(text, span.start - 1):  # 我|县与江北集团签约仪式
        return span._replace(start=span.start - 1)
    joint = span.start - 1
    if (
        span.name
        or text[joint:][:1] not in ("与", "和", "同", "、")
        or joint not in bounds
        or not _is_of_two(text, span, joint, bounds)
    ):
        return span
    return span._replace(start=extend(joint, bounds))


def _is_of_two(text: str, span: Span, joint: int, bounds: Mapping[int, int]) -> bool:
    """Whether a meeting is one of two bodies or places, whose first stands before the mark or the conjunction at a position."""
    if text[joint] == "、":  # 东湖分校、|云岭小学签约揭牌仪式
        return _SIGNING.search(text, span.start, span.end) is not None and text[extend(joint, bounds) - 1] not in "、由"
    if _BETWEEN_TWO.match(text, span.start) or _SIGNING.search(text, span.start, span.end):
        return True
    # 北海道与|中国经济交流会
    return _EXCHANGE.search(text, span.start, span.end) is not None and span.start in bounds.values()


# 2023年夏季|湖山论坛, 中国·湖山2018（第三届）|恳亲大会, 第46届|湖山遗产大会, 首届“|湖山论坛|”: the year and the number of an edition before its name.
_EDITION = re.compile(
    r"(?:[0-9]{4}年?（?第[0-9一二三四五六七八九十百]{1,4}届）?|20[0-9]{2}年[夏冬]季|（第[0-9一二三四五六七八九十百]{1,4}届）|(?:首届|第[0-9一二三四五六七八九十百]{1,4}届)(?:[夏冬]季)?)“?$"
)

# 湖山镇|庆|“三八”系列主题活动
_KEEPS_DAY = re.compile("(?:庆祝?|喜?迎|纪念)$")

# 2024年|湖山市职工篮球赛: one of those held every year
_YEARLY = ("Ceremony", "Congress", "Activity", "Course", "Competition", "Festival", "Exhibition", "Forum")

_OF_YEAR = re.compile("20[0-9]{2}(?:年(?:[上下]半年(?:度)?|度|[春夏秋冬]季)?|届)$")

# 湖山市第七届文化旅游节|（秋季）
_OF_SEASON = re.compile("（[春夏秋冬]季）")


def _with_edition(text: str, span: Span, bounds: Mapping[int, int]) -> Span:
    if not span.name and (season := _OF_SEASON.match(text, span.end)):
        span = Span(span.start, season.end(), span.via, span.kind)
    if not span.name and (season := _OF_SEASON.match(text, span.start - 4)) and season.end() == span.start:
        span = span._replace(start=extend(season.start(), bounds))  # 2021年|湖山省（秋季）|文化节
    if (
        text.startswith("“", span.start)
        and not text.endswith(("节", "日", "日”"), span.start, span.end)
        and (kept := _KEEPS_DAY.search(text, max(0, span.start - 2), span.start))
    ):
        span = Span(extend(kept.start(), bounds), span.end, span.via, span.kind)
    edition = _EDITION.search(text, max(0, span.start - 14), span.start)
    if not edition and span.kind in _YEARLY:  # 2025年下半年|度“好人榜”发布仪式
        edition = _OF_YEAR.search(text, max(0, span.start - 9), span.start + text.startswith("度", span.start))
    if span.name or span.via in ("event.generic", "event.known") or not edition:
        return span
    quoted = text[span.start - 1] == "“"
    if quoted and text[span.end : span.end + 1] != "”":
        return span
    start = extend(edition.start(), bounds)
    if not text.endswith(("节", "日"), span.start, span.end) and (kept := _KEEPS_DAY.search(text, max(0, start - 2), start)):
        start = extend(kept.start(), bounds)  # 湖山市|庆祝|2023年丰收节暨市集活动
    return Span(start - 3 if text.endswith("中国·", 0, start) else start, span.end + quoted, span.via, span.kind)


# 湖山委员会|3日在平川召开|第45次全体会议, 湖山组织举行|总理事会2025年度|第三次会议: between who meets and a meeting that its own words do not tell.
_CONVENED = re.compile(
    "(?:将)?(?:于)?(?:(?:(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[至—–-]+[0-9]{1,2}日)?|今天|昨天|今日|昨日|日前|近日)(?:（[^（）]{2,10}）)?也?)?(?:[上下]午|晚间?)?(?:[0-9]{1,2}时[0-9半]{0,2}分?)?(?:[在于][^，。；]{1,18}?)?"
    "(?:召开|举行|举办|(?:新闻)?发言人[一-鿿]{2,3}主持)(?:的|了)?(?P<inner>(?:[一-鿿]{2,8}会)?(?:20[0-9]{2}年(?:度)?)?)"
)

# 甲国驻乙国大使馆举办的|新春招待会: every mission gives one.
_UNTOLD = re.compile("(?:新春|春节|新年|国庆|中秋|迎新|元旦|例行|年终)?(?:招待会|团拜会|联欢会|吹风会|茶话会)")

_BODY_ENDS = ("馆", "府", "会议", "中央", *"会委院组部办局室署盟协联团", "组织")


def _of_holder(text: str, span: Span, bounds: Mapping[int, int]) -> Span:
    """A numbered or a bare meeting by the body that is said to hold it, which is a part of its name."""
    bare = (span.via == "event.generic" and span.kind == "Meeting") or _UNTOLD.fullmatch(text, span.start, span.end) is not None
    if span.name or not (bare or (span.via == "event.numbered" and text.startswith("第", span.start))):
        return span
    for end in sorted((e for e in bounds if span.start - 50 <= e < span.start), reverse=True):
        held = _CONVENED.fullmatch(text, end, span.start) if text.endswith(_BODY_ENDS, 0, end) else None
        if held and text[extend(end, bounds) - 1 : extend(end, bounds)] != "、":  # 省委、省政府举行|春节团拜会: not of one
            inner = held["inner"]
            name = text[extend(end, bounds) : end] + inner + text[span.start : span.end]
            return Span(span.start - len(inner), span.end, "event.regular" if bare else span.via, span.kind, name)
    return span._replace(via="event.generic") if _SITTING.fullmatch(text, span.start, span.end) else span


# 王平主持|第一次全体会议: of the session that the story tells of
_SITTING = re.compile("第[一二三四五六七八九]次全体会议")

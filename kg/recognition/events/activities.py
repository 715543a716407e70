"""Activities that a sentence says are held, quotes or lists, and occasions by a name of their own: fairs, days of the calendar, courses."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from kg.recognition.events.heads import framed_start
from kg.recognition.events.names import PRAISED, clause_start
from kg.recognition.events.sessions import NUMBER
from kg.recognition.headed import SPONSORED
from kg.recognition.lists import list_members
from kg.recognition.phrases import counts
from kg.recognition.spans import Span, extend
from kg.recognition.telling import ACTIVITY, QUOTED_EVENT
from kg.recognition.tokens import Words

_QUOTED_ACTIVITY = re.compile(
    r"“[^“”。]{2,30}”(?:(?![等的将已在]|征集|举办|举行|开展|启动)[一-鿿·0-9]){0,24}?活动|“[^“”，。]{4,30}(?:系列|交流|推介|对接|研讨)活动”"
)

# 参加“湖山招商周”活动, 举办首届“共庆湖山年”活动: what people go to, though other words in quotation marks are campaigns.
_GONE_TO = re.compile("(?:出席|参加|举行|举办)(?:了)?(?:20[0-9]{2}年?)?(?:首届|首场|全国|第[0-9一二三四五六七八九十]{1,3}届)?$")

_HELD_ACTIVITY = re.compile(
    r"活动(?=(?:，?(?:将|定|已)于[^，。；]{2,14})?(?:在[^，。；]{2,20})?(?:隆重|成功|顺利|圆满|盛大)?(?:举行|举办|开幕(?!式|仪式)|启动(?!仪式|大会)|启幕|落幕|落下帷幕|拉开帷幕|拉开序幕|收官))"
)

# 出席|湖山县反诈宣传进校园活动|并讲话
_ATTENDED_ACTIVITY = re.compile("活动(?=[，。；]|$|并|上)")

_LAUNCHED = re.compile(r"(?:在[^，。；]{2,20})?(?:隆重|成功|顺利)?启动")

# 举行2019年第四次工业项目集中开工活动: what a sentence says is held; 开展法治副校长聘任暨法院开放日活动: two held as one.
_HOLDS_ACTIVITY = re.compile(
    r"(?:举行|举办)(?:了)?(?:一场)?((?!一场)[^，。；：、“”在的 ]{6,30}?(?:活动|仪式|典礼))(?=[，。；]|$|现场)"
    r"|(?:举行|举办)(?:了)?(?:一场)?((?:“[^“”]{2,16}”)?[^，。；：、“”在的]{2,24}?晚会)(?=[，。；]|$|现场)"
    r"|(?<=开展)(?:了)?([^，。；：、“”在的]{4,24}?暨[^，。；：、“”在的]{4,24}?活动)(?=[，。；]|$|现场)"
)
# 举办云湖采茶大赛|等活动: some of them, and no name
_AND_OTHERS = re.compile("(?<![高中初平同优上])等(?:系列|主题|配套|文化|文体|惠民)*活动$")

# 参加医联体签约、揭牌仪式
_OCCASION = "(?:签约|揭牌|授牌|启动|开工|奠基|捐赠|聘任|颁奖|开班)"
_TWO_CEREMONIES = re.compile(
    rf"(?:举行|举办|参加|出席|见证)(?:了)?([^，。；：、“”在的]{{2,24}}?{_OCCASION}[、和及暨]{_OCCASION}仪式)"
)


def find_activities(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Activities that people go to or that are held, and starts that many projects come to."""
    text = words.text
    found: list[Span] = []
    activity = "活动" in text
    for match in _QUOTED_ACTIVITY.finditer(text) if activity and "“" in text else ():
        if (
            match.group().endswith("”")
            or ACTIVITY.search(text, max(0, match.start() - 2), match.end())
            or _GONE_TO.search(text, max(0, match.start() - 12), match.start())
        ):
            found.append(Span(extend(match.start(), bounds), match.end(), "event.quoted", "Activity"))
    for match in _HELD_ACTIVITY.finditer(text) if activity else ():
        start = clause_start(words, match.start(), blocks, match.start())
        if sponsor := SPONSORED.search(text, start, match.start()):
            start = sponsor.end()
        if text[start] == "“" and _LAUNCHED.match(text, match.end()):
            continue  # “书香湖山”活动启动: a campaign begins
        if match.start() - start >= 6:
            found.append(Span(start, match.start() + 2, "event.held", "Activity"))
    if activity and ("出席" in text or "参加" in text or "活动上" in text):
        for match in _ATTENDED_ACTIVITY.finditer(text):
            start = framed_start(words, match.start(), match.end(), "Activity", bounds, blocks)
            if 0 <= start <= match.start() - 4:
                found.append(Span(start, match.end(), "event.held", "Activity"))
    found += _starts(text, blocks)
    if "仪式" in text:
        found += [Span(*m.span(1), "event.held", "Ceremony") for m in _TWO_CEREMONIES.finditer(text)]
    for match in _HOLDS_ACTIVITY.finditer(text) if activity or "仪式" in text or "典礼" in text or "晚会" in text else ():
        start, end = match.span(match.lastindex or 1)
        if _AND_OTHERS.search(text, start, end):
            continue
        if text[start] == "“" or not counts(text[start:end]):
            found.append(Span(start, end, "event.held", "Activity"))
    return found


# 黄冈市101个重点项目集中开工, 瑞金医院金山院区项目整体开工, 云川县12个重点项目|5月8日|集中开工: a start that many come to is an event.
_STARTS = re.compile(
    r"(?:^|(?<=[，。；])|(?<=活动、)|(?<=仪式、)|(?<=开工、))((?:[^，。；：“”]|“[^“”]{2,10}”){2,36}?(?:项目|工程))(?P<day>于?(?:20[0-9]{2}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[上下]午)?)?"
    r"(?P<start>(?:集中|整体)(?:开工|签约|竣工|投产|开竣工|开[（(]竣[）)]工|启动)(?:仪式|活动)?(?:(?![在于举])[一-鿿]{2,6}分会场)?)(?=[，。；、]|$|在|于|举行)"
)

# 某县2024年第一季度重大项目|集中开工: one of those that are held again and again
_OF_A_SERIES = re.compile("20[0-9]{2}年.*(?:季度|第[一二三四五六七八九十0-9]{1,2}[批期次]|[0-9]{1,2}月份)")

_BEGUN_BY = re.compile("(?:举行|举办|召开|(?P<told>宣布)|见证|祝贺|出席|参加|主持)(?:了)?|(?:主办|承办|举办|举行|组织)的")
# 位于东湖区的|…, 计划总投资78亿元的|…: what stands before the last 的 tells only where the works are or what they cost.
_OF_WORKS = re.compile("(?:位于|坐落|[^，。；]{0,8}投资[0-9.]+[万亿]*元)[^，。；]*的")
# 该县12个项目集中开工, 县里又有9个项目集中开工
_POINTS = re.compile("[该此本这]|[^，。；“]*[又还共已][有是]")


def _starts(text: str, blocks: Container[int]) -> list[Span]:
    """Starts, ends and signings of many projects at once, where a date or a number makes one event of them."""
    found = []
    for match in _STARTS.finditer(text) if "集中" in text or "整体" in text else ():
        begin = match.start(1)
        if of := _OF_WORKS.match(text, begin, match.end(1)):
            begin = of.end()
        dated = match["day"] or any(
            at in blocks for opened in (begin, match.start(1)) for at in (opened, opened - 1, opened - 2)
        )
        verb = None
        for verb in _BEGUN_BY.finditer(text, begin, match.end(1)):  # 某市举行|六大项目集中开工仪式
            begin = verb.end()
        if (dated or _OF_A_SERIES.search(match.group(1))) and not _POINTS.match(text, begin, match.end(1)):
            # 县长宣布|2021年第一季度重大项目集中开工: at the ceremony that the story tells of
            via = "event.generic" if verb and verb["told"] else "event.start"
            name = text[begin : match.end(1)] + match["start"] if match["day"] else ""
            found.append(Span(begin, match.end(), via, "Ceremony", name))
    return found


# 特邀监督员聘任会于5月6日举行, 湖山大会东湖对话在江北召开: whatever meeting a sentence says was held.
_HELD_MEETING = re.compile(
    r"(?:(?<![大晚社协委])(?<!委员)(?<!基金)(?<!联合)会|(?<=[一-鿿”])对话)(?=(?:[在于][^，。；]{2,16})?(?:隆重|顺利|成功|如期|正式)?(?:举行|召开|举办)|正式开始)"
)


def find_held_meetings(words: Words, bounds: Mapping[int, int], blocks: Container[int], found: Sequence[Span]) -> list[Span]:
    """Whatever else a sentence calls a meeting and says is held, if no event of those `found` lies in its name."""
    text = words.text
    held: list[Span] = []
    for match in _HELD_MEETING.finditer(text) if "会" in text or "对话" in text else ():
        if match.end() in bounds:  # 团县委联合县红十字会|举办…: a body
            continue
        start = clause_start(words, match.start(), blocks, match.start())
        if praise := PRAISED.match(text, start, match.start()):
            start = praise.end()
        if (
            match.end() - start >= 5
            and match.start() - start >= (3 if praise else 7)
            and _is_whole(match, start, (*found, *held))
        ):
            held.append(Span(start, match.end(), "event.held", "Meeting"))
    return held


def _is_whole(match: re.Match[str], start: int, found: Sequence[Span]) -> bool:
    """Whether a held meeting's name is its own: a dialogue's may hold that of the congress it is part of, but is no list."""
    if match.group() == "对话":
        return "、" not in match.string[start : match.end()]
    return not any(start <= s.start and s.end <= match.end() for s in found)


# 文化旅游节包括开幕式、花儿大会、…6项活动: the members of a list of activities.
_LISTED_EVENTS = re.compile(
    r"(?:包括|还有|推出|举办|开展|安排)(?:了)?((?:[^，。；：、]{4,36}、){1,20}[^，。；：、]{4,36}?)(?:等)?[0-9一二三四五六七八九十]{1,3}(?:个|项|大|场)[一-鿿]{0,12}活动"
)

# 进博会, 丝博会, 广交会: fairs by a coined word of three characters.
_COINED_FAIR = re.compile(
    r"(?:第[0-9一二三四五六七八九十]{1,4}届|首届)?(?:[一-鿿]博会|[广高农渔华糖药种秋春]交会|[一-鿿]洽会|服贸会|世园会|亚冬会)(?![议谈晤员]|[执组]委)"
)

# 湖山州|建政70周年庆祝活动
_JUBILEE = re.compile("(?:成立|建[校院党军政]|解放)[0-9一二三四五六七八九十百]{2,6}周年庆祝(?:大会|活动)")

_FAIR_ENDS = ("博会", "交会", "洽会", "贸会", "园会", "冬会")


def find_listed_activities(text: str, bounds: Mapping[int, int]) -> list[Span]:
    """Events by a quotation that names them whole, the members of a list of activities, and fairs by a coined word."""
    found: list[Span] = []
    if "”" in text:
        found += [Span(m.start(), m.end(1), "event.quoted", "Activity") for m in QUOTED_EVENT.finditer(text)]
    for listed in _LISTED_EVENTS.finditer(text) if "活动" in text and "、" in text else ():
        found += [Span(start, end, "event.listed", "Activity") for start, end in list_members(listed)]
    for match in _JUBILEE.finditer(text) if "周年庆祝" in text else ():
        if match.start() in bounds:
            found.append(Span(extend(match.start(), bounds), match.end(), "event.head", "Activity"))
    for match in _COINED_FAIR.finditer(text) if any(end in text for end in _FAIR_ENDS) else ():
        found.append(Span(extend(match.start(), bounds), match.end(), "event.fair", "Exhibition"))
    return found


_TRAVEL_RUSH = re.compile("20[0-9]{2}年(?:春运|暑运)")

# 全国两会第三场“部长通道”: where delegates and ministers speak to the press.
_PASSAGE = re.compile(
    "(?:全国两会|[^，。；：“”（）0-9.]{2,20}次会议)?(?:首场|首次|第[一二三四五]场)“(?:代表|部长|委员)通道”|“(?:代表|部长|委员)通道”(?=(?:集中)?采访活动)"
)

# 今天是第35个世界人口日, 12月5日国际志愿者日到来之际: days that the calendar keeps.
_DAY = re.compile(
    "(?:(?<=是)|(?<=日)|(?<=[，。])|^)(?:(?:是|迎来)?(?:我国)?第[0-9一二三四五六七八九十百]{1,4}个)?((?:国际|世界|全国|中国|联合国|中华)[一-鿿]{2,12}日)"
    "(?=到来之际|来临之际|当天|[，。；、]|$|主题|系列|活动)"
)

_DAY_BEGINS = ("国际", "世界", "全国", "中国", "联合国", "中华")

# 第十个“中国航天日”当天
_QUOTED_DAY = re.compile(
    "(?:(?<=个)|(?<=是))“(?:国际|世界|全国|中国|联合国|中华)[一-鿿]{2,10}日”|“(?:国际|世界|全国|中国|中华)[一-鿿]{2,10}日”(?=到来之际|来临之际|当天)"
)

# 首个全国生态日主场活动, 2024年世界湿地日中国主场活动: where a day is kept.
_MAIN_PLACE = re.compile(
    "(?:首个|第[0-9一二三四五六七八九十百]{1,4}个|20[0-9]{2}年)?(?:“(?:全国|世界|国际|中国)[一-鿿]{2,8}[日节]”|(?:全国|世界|国际|中国)[一-鿿]{2,8}?[日节])(?:全球|中国|国家|全国|(?![在于])[一-鿿]{2,8}?)?主(?:会)?场(?:活动|(?:庆祝|开幕式|启动仪式)(?:活动)?)"
)

# 县管干部学习贯彻党的二十大精神第1期研讨班: a course with those who take it and what they study.
_COURSE = re.compile(
    r"(?:^|(?<=[，。；：“ 在日])|(?<=举办)|(?<=出席)|(?<=参加))(?:(?!在|举办|出席|参加|传达|要|希望|学习贯彻)[一-鿿、]){0,30}?(?:深入)?学习贯彻"
    rf"(?:(?!在|要|希望|学习贯彻)[一-鿿]){{2,40}}?(?:精神|思想)(?:第{NUMBER}期)?(?:专题)?(?:研讨班|培训班|轮训班|读书班|学习班)"
)

# 纪念王平先生诞辰100周年座谈会, 庆祝湖山大学建校90周年大会: with the name of who or what is remembered.
_BIRTHDAY = re.compile(
    "(?:纪念(?:(?![和与及])[一-鿿·]){2,12}诞辰|(?P<body>(?:纪念|庆祝)(?:(?![和与及])[一-鿿·]){2,20}(?:成立|建[校院党军州县市政区]|解放)))[0-9一二三四五六七八九十百]{2,6}周年"
    "(?:座谈会|大会|研讨会|音乐会|图片展|(?(body)(?!)|活动))(?!的)"
)

# “春天里的中国”全球对话会美国专场, 《唐诗的回响》音乐会在…上演: events by a quotation and a head.
_QUOTED_HEAD = re.compile(
    "(?:“[^“”。]{2,30}”|《[^《》。]{2,30}》)(?:(?![及和与等暨])[一-鿿]){0,12}?(?:对话会|音乐会|演唱会|特展|主题展(?:览)?|专题展(?:览)?|图片展|艺术展|巡回展|书画展|文创大集|论坛|晚会|展演|联展|首发式)"
    "(?:[一-鿿]{2,4}专场)?(?:(?<=展)(?=[，。；、])|(?=(?:[0-9]{1,2}日|今天|昨天|今晚|昨晚|日前|近日|正式|[上下]午)*(?:在[^，。；]{2,20}?)?(?:举行|举办|开幕|启动|启幕|上演|亮相|拉开帷幕)))"
)

# 举行《江北市养犬条例》新闻发布会, 召开贯彻实施《江北市养犬条例》（以下简称《条例》）座谈会: what is called after a paper.
_OF_PAPER = re.compile(
    "(?P<aim>(?:学习|宣传|贯彻|实施|落实|解读){1,3})?(?P<paper>《[^《》。]{2,40}》)(?P<short>（(?:以下)?简称[^（）]{2,12}）)?"
    "(?P<head>(?:(?!召开|举行|举办|发布会|座谈会|[后的和与及等了在对向])[一-鿿]){0,10}?"
    "(?:发布会|座谈会|宣讲会|宣贯会|研讨会|论证会|听证会|评审会|培训会|推进会|首发仪式))(?![议员])"
)

_TWO_SESSIONS = re.compile(r"全国两会|全国[“]两会[”]|(?<![一-鿿][省市县区州])[省市县区州](?:两会|“两会”)(?=精神|期间|上)")


def find_occasions(text: str) -> list[Span]:
    """Occasions that everybody knows, days that the calendar keeps, courses, and shows by a quotation."""
    found: list[Span] = []
    if "运" in text:
        found += [Span(m.start(), m.end(), "event.known", "Activity") for m in _TRAVEL_RUSH.finditer(text)]
    if "通道”" in text:
        found += [Span(m.start(), m.end(), "event.passage", "Meeting") for m in _PASSAGE.finditer(text)]
    for match in _DAY.finditer(text) if "日" in text and any(begin in text for begin in _DAY_BEGINS) else ():
        found.append(Span(match.start(1), match.end(1), "event.day", "Festival"))
    if "日”" in text:
        found += [Span(m.start(), m.end(), "event.day", "Festival") for m in _QUOTED_DAY.finditer(text)]
    if "主场" in text or "主会场" in text:
        found += [Span(m.start(), m.end(), "event.day", "Activity") for m in _MAIN_PLACE.finditer(text)]
    if "学习贯彻" in text and "班" in text:
        found += [Span(m.start(), m.end(), "event.head", "Course") for m in _COURSE.finditer(text)]
    if "周年" in text:
        found += [Span(m.start(), m.end(), "event.head", "Meeting") for m in _BIRTHDAY.finditer(text)]
    if "“" in text or "《" in text:
        found += [Span(m.start(), m.end(), "event.quoted", "Activity") for m in _QUOTED_HEAD.finditer(text)]
    if "《" in text and ("会" in text or "首发仪式" in text):
        found += [_of_paper(match) for match in _OF_PAPER.finditer(text)]
    if "两会" in text:
        found += [Span(m.start(), m.end(), "event.known", "Congress") for m in _TWO_SESSIONS.finditer(text)]
    return found


def _of_paper(match: re.Match[str]) -> Span:
    """A meeting called after a paper, without the bracket that gives the paper a short name."""
    name = "".join(match.group("aim", "paper", "head")[not match["aim"] :]) if match["short"] else ""
    return Span(match.start(), match.end(), "event.quoted", "Meeting", name)

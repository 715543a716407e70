"""Meetings, ceremonies, festivals, fairs and disasters: by session and number, by head noun, by the verb that holds them."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from kg.recognition.phrases import counts, item_end, name_start
from kg.recognition.spans import Span, outermost
from kg.recognition.telling import ACTIVITY, PART, QUOTED_EVENT, generic_names, heads_of, list_members, tells_apart, trim_lead
from kg.recognition.tokens import Words

_EVENT_VERB = re.compile(
    r"(?:正|将|今天(?:（[^（）]{2,10}）)?|昨天|今日|昨日|日前|近日|(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[至—–-]+[0-9]{1,2}日)?)?(?:[上下]午|[早晚]|晚间)?(?:[在于][^，。；]{1,20})?(?:隆重|顺利|成功|如期|正式|今天|昨天)?(?:举行|召开|开幕|闭幕|举办|启幕|落幕|拉开帷幕|拉开序幕|开赛|收官|开跑|鸣枪|正式开始)"
)

# 举行2019年第四次工业项目集中开工活动: what a sentence says is held.
_HOLDS_ACTIVITY = re.compile(
    r"(?:举行|举办)(?:了)?(?:一场)?((?!一场)[^，。；：、“”在的]{6,30}?(?:活动|仪式))(?=[，。；]|$|现场)"
)

# 黄冈市101个重点项目集中开工, 瑞金医院金山院区项目整体开工: a start that many come to is an event.
_STARTS = re.compile(
    r"(?:^|(?<=[，。；]))([^，。；：“”]{2,36}?(?:项目|工程))(?:集中|整体)(?:开工|签约|竣工|投产|开竣工|启动)(?:仪式|活动)?(?=[，。；]|$|在|于|举行)"
)

# 某县2024年第一季度重大项目|集中开工: one of those that are held again and again
_OF_A_SERIES = re.compile("20[0-9]{2}年.*(?:季度|第[一二三四五六七八九十0-9]{1,2}[批期次]|[0-9]{1,2}月份)")

_NUMBER = r"[一二三四五六七八九十百0-9]{1,4}"

# 第十七次专题学习, 第十七讲专题讲座: sessions of leading bodies that study.
_STUDY = "(?:集体学习|专题学习|履职学习专题讲座|专题讲座|学习讲座)"
_BARE_STUDY = re.compile(f"第{_NUMBER}[次讲]{_STUDY}")  # whose it is must be said
# 九届州委常委会召开第226次（扩大）会议: a session whose number stands behind the verb.
_SESSION_HELD = re.compile(
    r"(?:日?[上下]午|日)?((?:[一-鿿]{0,6}届)?[一-鿿]{0,8}(?:[省市区县州盟旗]委常委会|[省市区县州盟旗]委|人大常委会|代表大会常务委员会|政府|政协|党组|常委会|国务院|中央政治局)"
    # 十四届全国人大一次会议主席团10日下午在人民大会堂举行第六次会议
    r"|(?:政协|中国人民政治协商会议)?(?:自治区|[省市区县州盟旗])?第?[一二三四五六七八九十]{1,3}届[一-鿿]{0,16}?第?[一二三四五六七八九十]{1,3}次会议(?:主席团)?)"
    r"(?:(?:[0-9]{1,2}日|今天|昨天|[上下]午|在)[^，。；]{0,20}?)?(?:以“[^“”]{2,40}”为(?:主)?题，)?(?:召开|举行|进行|举办)(?:了)?(?P<told>(?:常委会组成人员)?(?P<session>(?:[一二三四五六七八九十0-9]{1,4}届)?第?[0-9一二三四五六七八九十百]{1,4}次(?:（扩大）)?(?:全体|常务|主席|主任|委员长|扩大|常委会?)?(?:（扩大）)?会议|预备会议"
    rf"|第[0-9一二三四五六七八九十百]{{1,4}}[次讲]{_STUDY}))"
)

# 特邀监督员聘任会于5月6日举行: whatever meeting a sentence says was held.
_HELD_MEETING = re.compile(
    r"(?<![大晚社协委])(?<!委员)(?<!基金)(?<!联合)会(?=(?:[在于][^，。；]{2,16})?(?:隆重|顺利|成功|如期|正式)?(?:举行|召开|举办)|正式开始)"
)

_LEVEL = r"(?:中共|中国共产党|政协|共青团|[省市区县州盟旗镇乡]|自治区|全国|中央)?"

# 市三届人大常委会|召开|第十次会议: the verb is no part of the name.
_INNER = "(?:(?!召开|举行)[一-鿿]){0,12}?"

_SESSION = re.compile(
    rf"{_LEVEL}(?:委|政协|人大|人大常委会|政协常委会|纪委)?第?{_NUMBER}届{_INNER}第?{_NUMBER}[次讲](?:{_STUDY}|全体会议|全体\(扩大\)会议|全会|代表大会|常委会会议|常委会议|主席会议|主任会议|常务会议|会议|大会)"
    rf"|第?{_NUMBER}届{_LEVEL}{_INNER}第?{_NUMBER}[次讲](?:{_STUDY}|全体会议|全会|代表大会|常委会会议|常务会议|会议|大会)"
    rf"|{_LEVEL}第{_NUMBER}次(?:党员)?(?:党代表大会|党代会|代表大会)"
    rf"|第{_NUMBER}次[一-鿿]{{2,12}}?(?:常务会议|常委会会议|常委会议|党组会议|办公会议|主席会议|主任会议)"
    rf"|第{_NUMBER}[次讲]{_STUDY}"
    r"|党的(?:十[一二三四五六七八九]|二十)大(?!会)"
    r"|(?:党的|中共)?(?:十[一二三四五六七八九]|二十)大(?=[，。、；”和与及之]|精神|以来|报告|代表|召开|胜利|提出|作出|部署|闭幕|开幕|$)"
    r"|(?:党的|中共)?(?:十[一二三四五六七八九]|二十)届[一二三四五六七八九]中全会"
)

# Each session is one by its number, or a congress that goes by its number (十九大).
_SESSION_SIGN = re.compile("[届次讲大](?:(?<=[一二三四五六七八九十百0-9][届次讲])|(?<=十大)|(?<=十.大))")


# 县委常委（扩大）会, 区政府常务会议: the regular meeting of a body on the day of the report.
_REGULAR = re.compile(
    r"[省市区县州盟旗]委(?:常委(?:会?（扩大）会(?:议)?|会?会议(?:（扩大）)?)|理论学习中心组(?:学习会|（扩大）学习会))(?!室)|(?<=召开)[省市区县州盟旗]委常委会(?=[，。])"
    r"|[省市区县州盟旗](?:人民)?政府(?:党组（扩大）会议|党组会议|常务会议|常务会|全体会议)(?!室)"
)

# 市委常委会召开会议: the meeting goes by the body that meets.
_BODY_MEETS = re.compile(
    r"((?:[一-鿿]{2,4}[省市区县州盟旗]|[省市区县州盟旗])(?:委常委会|委深改委|委审计委员会|委财经委员会|委全面依法治[一-鿿]委员会|政府党组|人大常委会党组|政协党组|委|政府))(?:召开|举行)(?:了)?((?<=常委会召开)会议|(?<=常委会举行)会议|(?<=党组召开)会议|(?<=委员会召开)会议|(?<=深改委召开)会议|常委会会议|常委会议|常委会（扩大）会议|(?:（扩大）|扩大)会议|常务会议)(?=[，。])"
)

_STORM = re.compile(
    r"(?:今年)?(?:第[0-9一二三四五六七八九十]+号)?(?:超强|强)?台风“[一-鿿]{2,6}”|(?:飓风|强?热带风暴|强?热带气旋|气旋风暴|气旋)“[一-鿿·]{2,8}”|“[一-鿿]{2,6}”台风|(?:[一-鿿]{2,5}?发生)?今年第[0-9一二三四五六七八九十]+(?:号|场编号)?洪水|第[0-9一二三四五六七八九十]+号(?:编号)?洪水|(?![该本此这])[一-鿿]{2,6}?(?<!发生)(?<!里氏)(?<!生)[0-9.]+级地震|[0-9.]+级[一-鿿]{2,6}地震"
)

# 加拿大|林火, 利比亚|东部洪灾: by the place it strikes; 加州|山火季 is a time of the year
_CALAMITY = re.compile(
    "(?:[东西南北]{1,2}部|中部)?(?:林火|山火|野火|森林火灾|洪灾|火山喷发|空难)(?!季|信息|风险|预警|警报|警戒|高发|多发|易发|频发|防控|防治|防火|监测|保险|形势|隐患|扑救|等|、)"
)

_QUAKE = re.compile(r"(?:附近)?(?:海域)?(?:今天|昨天|凌晨)?发生(?:了)?(?:里氏)?([0-9.]+级(?:强烈)?地震)")

# “7·16”特大油库火灾, ‘11·15’爆炸事故: disasters and cases go by their day.
_BY_DAY = re.compile(
    r"[“‘][0-9]{1,2}[·.][0-9]{1,2}[”’][一-鿿]{0,14}?(?:火灾|爆炸|地震|洪灾|洪水|泥石流|滑坡|坍塌|沉船|空难|专案|案件|案|惨案|事故|事件)(?:事故|灾害)?"
)

# 进博会, 丝博会, 广交会: fairs by a coined word of three characters.
_COINED_FAIR = re.compile(
    r"(?:第[0-9一二三四五六七八九十]{1,4}届|首届)?(?:[一-鿿]博会|[广高农渔华糖药种秋春]交会|[一-鿿]洽会|服贸会|世园会|亚冬会)(?![议谈晤员]|[执组]委)"
)

_FAIR_ENDS = ("博会", "交会", "洽会", "贸会", "园会", "冬会")

_HELD_ACTIVITY = re.compile(
    r"活动(?=(?:在[^，。；]{2,20})?(?:隆重|成功|顺利)?(?:举行|举办|开幕(?!式|仪式)|启动(?!仪式|大会)|启幕))"
)

_LAUNCHED = re.compile(r"(?:在[^，。；]{2,20})?(?:隆重|成功|顺利)?启动")

# 内蒙古第31届旅游那达慕大会, 第五次会议, 第二轮外长级战略对话: a number makes the event one of a series.
_NUMBERED = re.compile(
    rf"第{_NUMBER}期“[^“”]{{2,16}}(?:讲堂|论坛|沙龙|课堂|大家谈|讲坛)”(?:暨[一-鿿]{{2,12}}(?:赛|会|论坛))?|(?:首届|首轮|首次|第{_NUMBER}[届次轮])(?:(?!委员会|向|召开|举行|(?<!高级)代表(?!大会)|蝉联|打破)(?:[一-鿿·]|（[一-鿿]{{1,4}}）)){{0,14}}?(?:大会|博览会|论坛|峰会|运动会|亚运会|亚残运会|奥运会|冬奥会|全运会|节|会议|展览会|交易会|洽谈会|对话会|对话|磋商|谈判|大赛|锦标赛|联赛|教育活动|读书活动|交流活动)(?![的点上])"
)

# 湖平总理第二十九次定期会晤, 第二十五次湖山—平川领导人会晤: leaders meet by number.
_LEADERS_MEET = re.compile(
    rf"(?:金砖国家|成员国|[一-鿿]{{2}})(?:领导人|总理|元首|外长|[一-鿿]{{2}}部长)第{_NUMBER}次(?:定期)?会晤(?!员)"
    rf"|第{_NUMBER}次[一-鿿]{{2,6}}[—－-]?[一-鿿]{{2,6}}领导人会晤"
)

# 十年来|首次双边峰会: how long there was none before it, no name.
_FIRST_SINCE = re.compile("(?:以来|年来|[后的上])$")

# 岷县…发生山洪泥石流灾害: named by its place.
_HAPPENED = re.compile(
    r"(?:发生|突发|遭遇|暴发)(?:了)?(?:一起)?((?:特大|重大|较大|严重)?(?:山洪|暴洪)?(?:泥石流|山体滑坡|滑坡|洪涝|洪水|火灾|爆炸|坍塌|塌方|崩塌|垮塌|溃坝|雪崩|交通|透水|瓦斯爆炸|暴雨洪涝)(?:地质)?(?:灾害|事故)"
    r"|(?:大规模|严重|恶性|校园|较大|重大|特大|特别重大|致命|列车|火车|货车|客车|大巴车?|轮船|客船|渔船|飞机|直升机|客机|大规模停电|[一-鿿]{0,2}倾覆|空中){0,2}"
    r"(?:(?:枪击|爆炸|踩踏|恐怖袭击|自杀式袭击|持刀伤人|驾车冲撞)(?:事件|事故)?|(?:脱轨|相撞|倾覆|坠毁|坠机|停电)(?:事故|事件)|洪灾|林火|山火|火灾(?!事故)|泥石流(?!灾害)|山体滑坡(?!灾害)|坠机))"
    r"(?=[，。；、（ ]|事件|造成|导致|致|后|$|已)"
)

_GRAVE = re.compile("^(?:特别重大|特大|重大|较大|严重|恶性|致命|大规模)")

# 全国两会第三场“部长通道”: where delegates and ministers speak to the press.
_PASSAGE = re.compile(
    "(?:全国两会|[^，。；：“”（）0-9.]{2,20}次会议)?(?:首场|首次|第[一二三四五]场)“(?:代表|部长|委员)通道”|“(?:代表|部长|委员)通道”(?=(?:集中)?采访活动)"
)

# 今天是第35个世界人口日, 12月5日国际志愿者日到来之际: days that the calendar keeps.
_DAY = re.compile(
    "(?:(?<=是)|(?<=日)|(?<=[，。])|^)(?:(?:是|迎来)?(?:我国)?第[0-9一二三四五六七八九十百]{1,4}个)?((?:国际|世界|全国|中国|联合国|中华)[一-鿿]{2,12}日)"
    "(?=到来之际|来临之际|当天|[，。；、]|$|主题|系列|活动)"
)

# 第十个“中国航天日”当天
_QUOTED_DAY = re.compile(
    "(?:(?<=个)|(?<=是))“(?:国际|世界|全国|中国|联合国|中华)[一-鿿]{2,10}日”|“(?:国际|世界|全国|中国|中华)[一-鿿]{2,10}日”(?=到来之际|来临之际|当天)"
)
# 首个全国生态日主场活动, 2024年世界湿地日中国主场活动: where a day is kept.
_MAIN_PLACE = re.compile(
    "(?:首个|第[0-9一二三四五六七八九十百]{1,4}个|20[0-9]{2}年)?(?:“(?:全国|世界|国际|中国)[一-鿿]{2,8}日”|(?:全国|世界|国际|中国)[一-鿿]{2,8}?[日节])(?:全球|中国|国家|全国)?主场活动"
)
# 纪念王平先生诞辰100周年座谈会: with the name of whoever is remembered.
_BIRTHDAY = re.compile(
    "纪念(?:(?![和与及])[一-鿿·]){2,12}诞辰[0-9一二三四五六七八九十百]{2,6}周年(?:座谈会|大会|研讨会|音乐会|图片展|活动)(?!的)"
)
# 县管干部学习贯彻党的二十大精神第1期研讨班: a course with those who take it and what they study.
_COURSE = re.compile(
    r"(?:^|(?<=[，。；：“ 在日])|(?<=举办)|(?<=出席)|(?<=参加))(?:(?!在|举办|出席|参加|传达|要|希望|学习贯彻)[一-鿿、]){0,30}?(?:深入)?学习贯彻"
    rf"(?:(?!在|要|希望|学习贯彻)[一-鿿]){{2,40}}?(?:精神|思想)(?:第{_NUMBER}期)?(?:专题)?(?:研讨班|培训班|轮训班|读书班|学习班)"
)
_DAY_BEGINS = ("国际", "世界", "全国", "中国", "联合国", "中华")

# “春天里的中国”全球对话会美国专场, 《唐诗的回响》音乐会在…上演: events by a quotation and a head.
_QUOTED_HEAD = re.compile(
    "(?:“[^“”。]{2,30}”|《[^《》。]{2,30}》)(?:(?![及和与等暨])[一-鿿]){0,12}?(?:对话会|音乐会|演唱会|特展|主题展(?:览)?|专题展(?:览)?|图片展|艺术展|巡回展|书画展|文创大集|论坛|晚会|展演|联展|首发式)"
    "(?:[一-鿿]{2,4}专场)?(?:(?<=展)(?=[，。；、])|(?=(?:[0-9]{1,2}日|今天|昨天|今晚|昨晚|日前|近日|正式|[上下]午)*(?:在[^，。；]{2,20}?)?(?:举行|举办|开幕|启动|启幕|上演|亮相|拉开帷幕)))"
)

_TWO_SESSIONS = re.compile(r"全国两会|全国[“]两会[”]")

_TRAVEL_RUSH = re.compile("20[0-9]{2}年(?:春运|暑运)")

_WHOLE_EVENT = re.compile(r"(?:火炬传递)?(?:开幕式|闭幕式|开幕仪式|闭幕仪式|颁奖典礼|启动仪式|开幕)$")

# 文化旅游节包括开幕式、花儿大会、…6项活动: the members of a list of activities.
_LISTED_EVENTS = re.compile(
    r"(?:包括|还有|推出|举办|开展|安排)(?:了)?((?:[^，。；：、]{4,36}、){1,20}[^，。；：、]{4,36}?)(?:等)?[0-9一二三四五六七八九十]{1,3}(?:个|项|大|场)[一-鿿]{0,12}活动"
)

_QUOTED_ACTIVITY = re.compile(
    r"“[^“”。]{2,30}”(?:(?![等的将已在]|征集|举办|举行|开展|启动)[一-鿿·0-9]){0,24}?活动|“[^“”，。]{4,30}(?:系列|交流|推介|对接|研讨)活动”"
)
# 参加“湖山招商周”活动, 举办首届“共庆湖山年”活动: what people go to, though other words in quotation marks are campaigns.
_GONE_TO = re.compile("(?:出席|参加|举行|举办)(?:了)?(?:20[0-9]{2}年?)?(?:首届|首场|全国|第[0-9一二三四五六七八九十]{1,3}届)?$")


def find_events(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Meetings, congresses, ceremonies, festivals, exhibitions and disasters of a sentence."""
    text = words.text
    sessions = _SESSION_SIGN.search(text) is not None
    found = [
        Span(_session_start(text, m.start(), bounds), m.end(), "event.session", "Meeting")
        for m in (_SESSION.finditer(text) if sessions else ())
        if m.end() - m.start() > 2 and not (_BARE_STUDY.fullmatch(m.group()) and m.start() not in bounds)
    ]
    for match in _SESSION_HELD.finditer(text) if sessions else ():
        start, end = match.span("told")
        found = [s for s in found if (s.start, s.end) != match.span("session")]
        body = text[_session_start(text, match.start(1), bounds) : match.end(1)]
        found.append(Span(start, end, "event.session", "Meeting", body + match.group("session")))
    if "会" in text:
        found += [Span(_extend(m.start(), bounds), m.end(), "event.regular", "Meeting") for m in _REGULAR.finditer(text)]
    for match in _BODY_MEETS.finditer(text) if "召开" in text or "举行" in text else ():
        found.append(Span(match.start(2), match.end(2), "event.regular", "Meeting", match.group(1) + match.group(2)))
    finder, by_name = heads_of("event_heads")
    for start, end in finder.find(text):
        if not words.starts_at(end) and (inner := _head_inside(words, by_name, start, end)):
            start, end = inner
        row = by_name[text[start:end]]
        if part := PART.match(text, end):
            end = part.end()
        if contest := _CONTEST.match(text, end):  # 奥运会|资格系列赛
            end = contest.end()
        if text.startswith("议", end) and _WORK_MEETING.search(text, start, end):  # 总结会|议
            end += 1
        if not words.starts_at(end) and text[end : end + 1] not in ("暨", "上"):  # 推进|会上
            continue
        token = words.at(start)
        if token is None or (end - start == 1 and token.start < start and len(token.text) == 2):
            continue
        if row["kind"] == "Activity" and not words.starts_at(start):  # 示威游|行活动
            continue
        if row["kind"] == "Disaster" and _DRILL.match(text, end):  # 地震|灾害空地一体化联合救援演习
            continue
        if text.startswith("发言", end) and text.endswith("大会", start, end):  # 14人作大会|发言
            continue
        if text.endswith(("使节", "环节", "细节", "季节", "情节"), 0, end):  # 驻华使节
            continue
        held = bool(_EVENT_VERB.match(text, end))
        disaster = row["kind"] == "Disaster"  # 工作组赶赴|积石山县地震
        begin, anchored = name_start(words, start, bounds, blocks=blocks, limit=20 if disaster else 60, verbs=not disaster)
        if held:
            begin = _clause_start(words, start, blocks, begin)
        if any(s.end == end and _REPORTED.search(text, begin, s.start) for s in found if s.via == "event.session"):
            continue  # 大会报告|市政协十四届二次会议
        if cut := _PUTS_ON.search(text, begin, start):  # 贵州|推出|冰雪嘉年华
            begin = cut.end()
        if away := _GOING_TO.match(text, begin, start):  # 俄罗斯总统共同出席|第八届中俄博览会
            begin = away.end()
        wide, begin = begin, begin if _keeps_lead(words, begin, held) else trim_lead(words, begin, start)
        if row["kind"] in ("Meeting", "Course") and wide < start and _YEAR_BEFORE.search(text, max(0, wide - 12), wide):
            begin = wide  # 召开2022年重点建设项目推进会
        if text.startswith("启动", begin) and start - begin > 3:  # 市长共同启动|柑橘节
            begin += 2
        if praise := _PRAISED.match(text, begin, start):  # 热闹的|中秋游园会
            begin = wide = praise.end()
        if text.endswith(("节", "日"), begin, end) and (kept := _CELEBRATES.match(text, begin, start)):
            begin = wide = kept.end()
        if aim := _AIMED.search(text, max(0, begin - 14), begin):
            begin = wide = aim.start(1)
        if text.endswith("暨", 0, wide) and (first := _first_half(words, wide - 1, bounds, blocks)) >= 0:
            begin, anchored = first, True
        if (opened := _quoted_whole(text, begin, start, end)) >= 0:  # 参观“中国与|湖山组织合作成果展”
            begin, end, anchored = opened, end + 1, True
        scope = _scope_start(text, wide, start, end, held)
        scoped = scope >= 0 and (
            row["kind"] in ("Meeting", "Course", "Congress") or (row["kind"] == "Ceremony" and _is_spoken_of(text, scope, end))
        )
        if scoped:
            begin = scope  # 全市重大项目集中开工仪式举行
        if (
            _BARE_OPENING.match(text, start)
            and _is_spoken_of(text, start, end)
            and _BARE_BEFORE.search(text, max(0, start - 3), start)
        ):
            found.append(Span(start, end, "event.generic", row["kind"]))  # 王平出席|开幕式
        elif (
            not scoped and begin == start and row["kind"] == "Ceremony" and end - start >= 4 and _is_spoken_of(text, start, end)
        ):
            found.append(Span(start, end, "event.generic", row["kind"]))
        elif (
            not scoped
            and row["kind"] == "Ceremony"
            and 0 < start - begin <= 12
            and _is_spoken_of(text, begin, end)
            and all(t.text in generic_names() for t in words.tokens if begin <= t.start < start)
        ):
            found.append(Span(begin, end, "event.generic", row["kind"]))
        elif (
            row["kind"] == "Meeting"
            and not scoped
            and end - start >= 3
            and start - begin <= 6
            and all(t.text in generic_names() for t in words.tokens if begin <= t.start < start)
            and _JUST_CONVENED.search(text, max(0, begin - 6), begin)
            and text[end : end + 1] in "，。；"
            and not (text[begin:end] == "全体会议" and any(s.via == "event.session" and s.end < begin for s in found))
        ):
            found.append(Span(begin, end, "event.generic", row["kind"]))  # 26日下午在凯里市召开工作座谈会
        elif (
            scoped
            or (begin < start and _is_convened(words, begin, start, end))
            or (
                begin < start
                and tells_apart(
                    words,
                    begin,
                    start,
                    end,
                    anchored or (held and start - begin >= 4),
                    bounds,
                    strong=row["strong"] == "1",
                    specific=row["kind"] in ("Festival", "Exhibition", "Competition", "Disaster"),
                )
            )
        ):
            year = _YEAR_BEFORE.search(text, max(0, begin - 12), begin) if row["kind"] in ("Meeting", "Course") else None
            if turn := (_TURN if row["kind"] == "Meeting" else _SEASON).match(text, end):
                end = turn.end()
            if year:  # 全县|2022年第一季度|安全生产会议
                begin = year.start() - (2 if text.endswith(_SCOPES, 0, year.start()) else 0)
            found.append(Span(begin, end, "event.head", row["kind"]))
    activity = "活动" in text
    for match in _QUOTED_ACTIVITY.finditer(text) if activity and "“" in text else ():
        if (
            match.group().endswith("”")
            or ACTIVITY.search(text, max(0, match.start() - 2), match.end())
            or _GONE_TO.search(text, max(0, match.start() - 12), match.start())
        ):
            found.append(Span(_extend(match.start(), bounds), match.end(), "event.quoted", "Activity"))
    for match in _HELD_ACTIVITY.finditer(text) if activity else ():
        start = _clause_start(words, match.start(), blocks, match.start())
        if text[start] == "“" and _LAUNCHED.match(text, match.end()):
            continue  # “书香湖山”活动启动: a campaign begins
        if match.start() - start >= 6:
            found.append(Span(start, match.start() + 2, "event.held", "Activity"))
    for match in _STARTS.finditer(text) if "集中" in text or "整体" in text else ():
        begin = match.start(1)
        if re.match("位于|坐落", match.group(1)) and "的" in match.group(1):
            begin = text.rfind("的", begin, match.end(1)) + 1
        dated = any(at in blocks for opened in (begin, match.start(1)) for at in (opened, opened - 1, opened - 2))
        if verb := _BEGUN_BY.search(text, begin, match.end(1)):  # 某市举行|六大项目集中开工仪式
            begin = verb.end()
        if (dated or _OF_A_SERIES.search(match.group(1))) and not text.startswith(("该", "此", "本", "这"), begin):
            found.append(Span(begin, match.end(), "event.start", "Ceremony"))
    for match in _HOLDS_ACTIVITY.finditer(text) if activity or "仪式" in text else ():
        if not counts(match.group(1)):
            found.append(Span(match.start(1), match.end(1), "event.held", "Activity"))
    for match in _HELD_MEETING.finditer(text) if "会" in text else ():
        start = _clause_start(words, match.start(), blocks, match.start())
        if praise := _PRAISED.match(text, start, match.start()):
            start = praise.end()
        if (
            match.end() - start >= 5
            and match.start() - start >= (3 if praise else 7)
            and not any(start <= s.start and s.end <= match.end() for s in found)
        ):
            found.append(Span(start, match.end(), "event.held", "Meeting"))
    if any(word in text for word in ("台风", "洪水", "地震", "飓风“", "风暴“", "气旋“")):
        found += [Span(m.start(), m.end(), "event.disaster", "Disaster") for m in _STORM.finditer(text)]
    if "火" in text or "灾" in text or "空难" in text:
        struck = ((_extend(end, bounds), hit) for end in bounds if (hit := _CALAMITY.match(text, end)))
        found += [Span(begin, hit.end(), "event.disaster", "Disaster") for begin, hit in struck]
    if "”" in text:
        found += [Span(m.start(), m.end(1), "event.quoted", "Activity") for m in QUOTED_EVENT.finditer(text)]
    for match in _LISTED_EVENTS.finditer(text) if activity and "、" in text else ():
        found += [Span(start, end, "event.listed", "Activity") for start, end in list_members(match)]
    for match in _BY_DAY.finditer(text) if "·" in text or "." in text else ():
        found.append(Span(_extend(match.start(), bounds), match.end(), "event.disaster", "Disaster"))
    for match in _COINED_FAIR.finditer(text) if any(end in text for end in _FAIR_ENDS) else ():
        found.append(Span(_extend(match.start(), bounds), match.end(), "event.fair", "Exhibition"))
    for match in _QUAKE.finditer(text) if "地震" in text else ():
        begin = _extend(match.start(), bounds)
        if begin < match.start():  # 甘肃积石山县发生6.2级地震
            found.append(Span(begin, match.end(), "event.disaster", "Disaster", text[begin : match.start()] + match.group(1)))
    for match in _HAPPENED.finditer(text) if "发" in text or "遭遇" in text else ():
        clause = max(text.rfind(mark, 0, match.start()) for mark in "，。；") + 1
        near = [(b, a) for b, a in bounds.items() if max(clause + 2, match.start() - 20) <= b <= match.start()]
        if near:
            # 梅州市|梅大高速茶阳路段|发生塌方: where exactly in the place
            spot = text[max(near)[0] : match.start()]
            exact = len(spot) <= 14 and not re.search(
                "[^一-鿿0-9]|^一|某|[日时分]|今天|昨天|上午|下午|凌晨|晚|连续|多地|近日|又|再次|附近", spot
            )
            place = text[max(near)[1] : match.start() if exact else max(near)[0]]
            what = _GRAVE.sub("", match.group(1)) + ("事件" if match.group(1).endswith(("枪击", "踩踏", "袭击")) else "")
            found.append(Span(match.start(1), match.end(1), "event.disaster", "Disaster", place + what))
    if "第" in text or "首" in text:
        found += [
            Span(_session_start(text, m.start(), bounds), m.end(), "event.numbered", "Meeting")
            for m in _NUMBERED.finditer(text)
            if not (m.group().startswith("首次") and _FIRST_SINCE.search(text, 0, m.start()))
        ]
    for match in _LEADERS_MEET.finditer(text) if "会晤" in text else ():
        found.append(Span(_extend(match.start(), bounds), match.end(), "event.numbered", "Meeting"))
    if "运" in text:
        found += [Span(m.start(), m.end(), "event.known", "Activity") for m in _TRAVEL_RUSH.finditer(text)]
    if "通道”" in text:
        found += [Span(m.start(), m.end(), "event.passage", "Meeting") for m in _PASSAGE.finditer(text)]
    for match in _DAY.finditer(text) if "日" in text and any(begin in text for begin in _DAY_BEGINS) else ():
        found.append(Span(match.start(1), match.end(1), "event.day", "Festival"))
    if "日”" in text:
        found += [Span(m.start(), m.end(), "event.day", "Festival") for m in _QUOTED_DAY.finditer(text)]
    if "主场活动" in text:
        found += [Span(m.start(), m.end(), "event.day", "Activity") for m in _MAIN_PLACE.finditer(text)]
    if "学习贯彻" in text and "班" in text:
        found += [Span(m.start(), m.end(), "event.head", "Course") for m in _COURSE.finditer(text)]
    if "诞辰" in text:
        found += [Span(m.start(), m.end(), "event.head", "Meeting") for m in _BIRTHDAY.finditer(text)]
    if "“" in text or "《" in text:
        found += [Span(m.start(), m.end(), "event.quoted", "Activity") for m in _QUOTED_HEAD.finditer(text)]
    if "两会" in text:
        found += [Span(m.start(), m.end(), "event.known", "Congress") for m in _TWO_SESSIONS.finditer(text)]
    if not found:
        return []
    holders = {**bounds, **{s.end: s.start for s in found if s.via == "event.session" and not s.name}}
    joined = [
        _of_holder(
            text, _with_edition(text, _with_other(text, _with_second(text, _without_aim(text, span)), bounds), bounds), holders
        )
        for span in _join(text, found)
    ]
    for span in list(joined):  # 全体大会开幕式: the opening is a part of the congress
        opening = _OPENING.match(text, span.end)
        if opening and not span.name and span.kind != "Ceremony" and all(s.end != opening.end() for s in joined):
            joined.append(Span(span.start, opening.end(), "event.head", "Ceremony"))
    for span in list(joined):
        whole = _WHOLE_EVENT.search(text[span.start : span.end])
        if whole and whole.start() >= 6 and re.search(r"[节展会赛]”?$", text[span.start : span.start + whole.start()]):
            joined.append(Span(span.start, span.start + whole.start(), "event.whole", ""))
    return [part for span in joined for part in _apart(text, span) if not text.startswith("主持人", part.end)]


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


def _clause_start(words: Words, head: int, blocks: Container[int], begin: int) -> int:
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
        and not re.match(r"[在由自从随当经以对为将]|记者|据", phrase)
        and not re.search(
            r"[了是]|的$|围绕|(?:会议|大会|论坛|仪式|研讨会|座谈会)[和与及、]|表示|指出|强调|宣布|讲话|并|提请|致信|祝贺|授权",
            phrase,
        )
    ):
        return at
    return begin


_WILL_HOLD = re.compile("(?:[^，。；]{0,6}还)?(?:将|拟)(?:会)?(?:同时|陆续|相继)?(?:举行|举办|召开|开展)")
_ORGANIZED_BY = re.compile("(?:主办|承办|协办|举办|召开|举行|组织|发起)的")
_HOST = re.compile("[一-鿿]{0,12}(?:总台|电视台|报社|日报|集团|公司|[部局厅]|委员会|联合会)(?=“)")
_DRILL = re.compile("(?:灾害)?[一-鿿]{0,14}(?:演习|演练)")
_REPORTED = re.compile("报告|大会|向|关于|提交|提请|建议|呼吁|出席|参加")
_BEGUN_BY = re.compile("(?:举行|举办|召开|宣布|见证|祝贺)(?:了)?")
_PUTS_ON = re.compile(
    r"(?<=[一-鿿])(?:推出|举办|举行|召开|迎来|开展|主办(?![方单])|承办(?![方单]))(?:了)?(?=[一-鿿]{2}|$)|(?:成功|圆满|顺利)(?:主办|承办|举办|举行)(?:了)?"
)


def _first_half(words: Words, joint: int, bounds: Mapping[int, int], blocks: Container[int]) -> int:
    """Where the first of two things begins that one gathering is for (某县环境整治|暨|改厕工作现场会), or -1."""
    start, anchored = name_start(words, joint, bounds, blocks=blocks, limit=40, verbs=True)
    named = bounds.get(joint) is not None
    return start if anchored and not named and joint - start >= 4 else -1


def _quoted_whole(text: str, begin: int, head: int, end: int) -> int:
    """Where the quotation opens that ends with the head and in which a name seems to begin later, or -1."""
    opened = text.rfind("“", max(0, end - 32), begin) if text.startswith("”", end) else -1
    if text.startswith("为主题", end + 1):
        return -1
    inside = opened < begin - 1 or re.search("20[0-9]{2}年", text[begin:head])  # “百家企业2023年春季招聘会”
    return opened if opened >= 0 and inside and not re.search("[，。；”的+]|参加|出席|邀请|办好", text[opened:head]) else -1


_CONVENES = re.compile(r"(?:召开|举行|举办|出席|参加|主持|主持召开|列席|召集|组织|承办|主办|举行的|召开的|主持召开|在)(?:了)?$")

# 新闻发布会第10场, 发布会延庆区专场: one of a series.
_TURN = re.compile(r"第[0-9一二三四五六七八九十]{1,3}场|[一-鿿]{2,6}专场")
# 湖山服装博览会2023春季展
_SEASON = re.compile(r"20[0-9]{2}年?[春夏秋冬]{1,2}(?:季展|季|系列)")

_PASSES_ON = re.compile("(?:传达|传达学习|学习传达|通报|精神和|精神、|会议、|大会、)(?:了)?$")
_SCOPES = ("全省", "全市", "全县", "全区", "全州", "全国")

_YEAR_BEFORE = re.compile(r"[0-9]{4}年(?:度|上半年|下半年|第?[一二三四]季度)?$")


def _is_convened(words: Words, begin: int, head: int, end: int) -> bool:
    """A meeting that is named by what it is about (召开领导干部会议, 在民营企业座谈会上): common words, but one meeting."""
    text = words.text
    inner = text[begin:head]
    tokens = words.between(begin, head)
    if counts(inner) or not 4 <= len(inner) <= 24:
        return False
    # 召开2022年重点建设项目推进会, 召开全县重点项目汇报会: the year or the county makes one meeting of common words.
    year = _YEAR_BEFORE.search(text, max(0, begin - 12), begin)
    if not (year or inner.startswith(_SCOPES) or any(t.text not in generic_names() for t in tokens)):
        return False
    # 2019年|第二次重点项目集中开工现场会, but 第45次会议 is numbered
    told = "全第" if year or not text.endswith("会议", begin, end) else "全"
    if (tokens[0].tag[:1] in ("r", "m", "d", "p", "c", "u") and tokens[0].text[:1] not in told) or tokens[0].start != begin:
        return False
    before = text[max(0, begin - 12) : year.start() if year else begin]
    if text.startswith("精神", end) and _PASSES_ON.search(before):  # 传达全国农村饮水安全工作电视电话会议精神
        return True
    return bool(_CONVENES.search(before) or (year and before.endswith(("开展", "组织")))) and (
        text.startswith(("，", "。", "上", "暨", "；", "并", "的", "和", "、", "在"), end) or end == len(text)
    )


# 传达了|全国秋冬季|森林防火工作电视电话会议精神: between the scope and the rest may stand what ends other names.
_SCOPE = re.compile(f"(?:{'|'.join(_SCOPES)})(?:(?!上下|各|深入|学习|贯彻|落实|人民)[一-鿿]){{0,14}}$")


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
    convened = held or _CONVENES.search(text, max(0, at - 12), at) or _PASSES_ON.search(text, max(0, at - 6), at)
    return at if at >= 0 and end - at >= 8 and convened else -1


# 以特有的方式庆祝|“六一”国际儿童节, 各地欢度|丰收节
_CELEBRATES = re.compile(".*(?:欢度|欢庆|庆祝|喜迎|共度)(?=[“一-鿿])")
_PRAISED = re.compile("(?:热闹|隆重|盛大|精彩|热烈|特别|特殊|简短|简朴|隆重而热烈|一年一度)的")
_CONTEST = re.compile("(?:资格|预选|选拔|测试|热身)[一-鿿]{0,3}赛")
_GOING_TO = re.compile(
    r".{0,12}?(?:出席|参加|(?<=[席统理记长])在|(?:高度|积极)评价|盛赞|点赞|蝉联|打破|征战|提交|提请|(?<=[会委长])建议|呼吁|(?<=并)报)|报(?=中央|国务院|[省市区县]委)"
)
# 学习贯彻…主题教育工作推进会, 推动共同富裕浙江实践研讨会: what a meeting is for may begin its name.
_AIMS = ("学习", "贯彻", "深入", "推动", "推进", "庆祝", "纪念", "学习贯彻", "深入学习", "促进", "落实")


def _keeps_lead(words: Words, begin: int, held: bool) -> bool:
    token = words.at(begin)
    convened = _CONVENES.search(words.text, max(0, begin - 12), begin)
    opens = held and (not begin or words.text[begin - 1] in "，。；：“ " or words.text.endswith(("主办的", "举办的"), 0, begin))
    return token is not None and token.start == begin and token.text in _AIMS and bool(opens or convened)


# 在扎实推进…发展座谈会上, 召开深入学习贯彻…精神会议
_AIMED = re.compile(
    "(?:在|召开|出席|主持|参加|举行)(?:了)?((?:扎实|深入|全面|全方位|进一步|加快)(?:推进|推动|促进|学习贯彻|贯彻落实))$"
)

_JUST_CONVENED = re.compile("(?:召开|举行|召集)(?:了)?$")
_BARE_OPENING = re.compile("(?:开|闭)幕式(?!暨)")
_BARE_BEFORE = re.compile("(?:出席|参加|主持|见证|在|到|举行|举办|宣布)了?$|^$|[，。；：、 ]$")
# 湖山学校项目建设|隆重举行|开工仪式: between a project and the bare ceremony that is held for it.
HOLDS_IT = re.compile("(?:建设)?(?:[^，。；]{0,4}在[^，。；]{2,16}?)?(?:隆重|顺利)?(?:举行|举办)(?:了)?(?:隆重的?)?")
_SPOKEN_OF = re.compile(r"(?:出席|参加|主持|见证|在|宣布|启动|迎来)(?:了)?$|举行(?:了)?(?:隆重的?)?$")


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """A bare ceremony (出席签约仪式, 签约仪式上) means the one the article is about."""
    return bool(_SPOKEN_OF.search(text, max(0, start - 6), start)) or text.startswith(
        ("上", "现场", "结束", "前", "由", "在", "举行", "后", "当天", "以"), end
    )


_CONFERENCE = ("中国少年先锋队", "中国共产主义青年团", "政协", "中国人民政治协商会议", "中国共产党", "中共")


# 湖山组织|成员国元首理事会|第二十四次会议
_COUNCIL = re.compile("(?:成员国|缔约国)?(?:国家)?(?:元首|外长)理事会$")


def _session_start(text: str, start: int, bounds: Mapping[int, int]) -> int:
    """Where a session's name begins: 政协第十三届全国委员会… with the conference it is one of."""
    if council := _COUNCIL.search(text, max(0, start - 12), start):
        start = council.start()
    start = _extend(start, bounds)
    if text[start - 1 : start] == "》" and (opened := text.rfind("《", max(0, start - 30), start)) >= 0:
        return opened  # 《湿地公约》第十四届缔约方大会
    return start - len(next((name for name in _CONFERENCE if text.endswith(name, 0, start)), ""))


def _extend(start: int, bounds: Mapping[int, int]) -> int:
    """Take in the place or body right before a session's number."""
    while bounds.get(start) is not None:
        start = bounds[start]
    return start


def _join(text: str, spans: list[Span]) -> list[Span]:
    """Two ceremonies in one (揭牌仪式暨开学典礼) are one event."""
    joined: list[Span] = []
    for span in outermost(spans):
        if joined and text[joined[-1].end : span.start] == "暨":
            joined[-1] = Span(joined[-1].start, span.end, joined[-1].via, joined[-1].kind)
        else:
            joined.append(span)
    return joined


def _head_inside(words: Words, heads: Container[str], start: int, end: int) -> tuple[int, int] | None:
    """A head that begins inside another one that ends within a word: 展览会 in 汽|车展|览会."""
    for at in range(start + 1, end):
        for stop in range(at + 5, end, -1):
            if words.text[at:stop] in heads and words.starts_at(stop):
                return at, stop
    return None


_WORK_MEETING = re.compile("(?:总结|推进|部署|动员|汇报|调度|分析|专题|表彰|工作|启动|学习|座谈)会$")

_OPENING = re.compile("(?:火炬传递)?(?:开幕式|闭幕式|开幕会|闭幕会|启动仪式|颁奖典礼|颁奖仪式)")

# 农村工作会议暨…有效衔接工作会议: the second of two meetings held as one, whatever it is called.
_SECOND = re.compile(
    r"暨[^，。；：]{3,50}?(?:会议|大会|动员会|推进会|部署会|座谈会|仪式|论坛|典礼|洽谈会|推介会|文化节|旅游节|艺术节|节)(?=[，。；]|在|于|举行|召开|开幕|$|上|并)"
)

# 举办第一批重点项目集中开工暨…开工活动: the first of two, from the verb that says both are held.
_FIRST = re.compile(
    r".*(?:^|[，。；：]|举行|召开|举办|出席|参加|主持|在|向|祝贺|今天|昨天|上午|下午|[0-9]日)(?:了)?([^，。；：的]{4,50}(?:会|式|节|工|动|赛|展|坛|启动|签约))$"
    r"|.*(?:举行|举办)(?:了)?([^，。；：的了]{4,40})$"
    r"|.*?(?:^|[，。；：校院局])([0-9]{4}年[^，。；：的了]{2,30})$"
)
_FIRST_OF_CLAUSE = re.compile(".*(?:^|[，。；：])([^，。；：的]{4,50})$")


def _with_second(text: str, span: Span) -> Span:
    if text.endswith("》", 0, span.start) and not span.name:  # 纪念仪式暨|《湖山之路》主题展览开幕式
        opened = text.rfind("《", max(0, span.start - 32), span.start)
        if opened > 0 and text[opened - 1] == "暨":
            span = Span(opened, span.end, span.via, span.kind)
    begins = text.startswith("暨", span.start)  # 湖山茶叶走进江北|暨招商推介会
    joint = span.start if begins else span.start - 1 if text.endswith("暨", 0, span.start) else -1
    if joint > 0 and (first := _FIRST.match(text, 0, joint) or (begins and _FIRST_OF_CLAUSE.match(text, 0, joint))):
        span = Span(first.start(first.lastindex or 1), span.end, span.via, span.kind, span.name)
    elif begins and not span.name:
        span = span._replace(start=span.start + 1)
    second = _SECOND.match(text, span.end)
    return Span(span.start, second.end(), span.via, span.kind, span.name) if second and not span.name else span


# 全面落实|市委六届五次全会: what is done with the spirit of a session is no part of its name.
_AIM = re.compile(
    r"(?:全面|认真|坚决|深入|细化|扎实|切实|持续|不折不扣|全力以赴|全力)?(?:(?:学习|贯彻|落实|传达|宣传|宣讲|领会|围绕|抓好|开好|办好|筹备|服务)(?:好)?){1,3}"
    r"(?=.*(?:届|省委|市委|县委|区委|中央)[^，。]*(?:全会|会议|党代会|两会)$)"
    # 精心组织筹备|第三届湖山论坛, 王平主席|十届县人大一次会议, 春季学期|县委党校培训班
    r"|(?:精心|共同|携手|成功|全力)?(?:组织筹备|组织|筹备|筹办|举办|办好|开好)(?:好)?(?=首届|第[一二三四五六七八九十0-9]|[一二三四五六七八九十]{1,3}届|20[0-9]{2})"
    r"|主席(?=[一二三四五六七八九十]{1,3}届)|[春秋]?季?学期(?=[一-鿿]{4})"
)


def _without_aim(text: str, span: Span) -> Span:
    aim = _AIM.match(text, span.start, span.end)
    if span.name or not aim or re.search("工作会议|推进会|动员会", text[span.start : span.end]):
        return span
    return Span(aim.end(), span.end, span.via, span.kind)


# 2023年夏季|湖山论坛, 中国·湖山2018（第三届）|恳亲大会, 第46届|湖山遗产大会, 首届“|湖山论坛|”: the year and the number of an edition before its name.
_EDITION = re.compile(
    r"(?:[0-9]{4}年?（?第[0-9一二三四五六七八九十百]{1,4}届）?|20[0-9]{2}年[夏冬]季|（第[0-9一二三四五六七八九十百]{1,4}届）|(?:首届|第[0-9一二三四五六七八九十百]{1,4}届)(?:[夏冬]季)?)“?$"
)


# 湖山镇|庆|“三八”系列主题活动
_KEEPS_DAY = re.compile("(?:庆祝?|喜?迎|纪念)$")


# 2024年|湖山市职工篮球赛: one of those held every year
_YEARLY = ("Ceremony", "Activity", "Course", "Competition", "Festival", "Exhibition", "Forum")
_OF_YEAR = re.compile("20[0-9]{2}年(?:度)?$")


# 湖山市第七届文化旅游节|（秋季）
_OF_SEASON = re.compile("（[春夏秋冬]季）")


# 县人大与|湖山议会交流机制第三次会议: of two
_BETWEEN_TWO = re.compile("[一-鿿]{2,16}(?:交流|合作|对话)(?:机制|委员会)")


def _with_other(text: str, span: Span, bounds: Mapping[int, int]) -> Span:
    """A meeting of two bodies with the first of them before its name."""
    joint = span.start - 1
    if span.name or text[joint:][:1] not in ("与", "和") or joint not in bounds or not _BETWEEN_TWO.match(text, span.start):
        return span
    return span._replace(start=_extend(joint, bounds))


def _with_edition(text: str, span: Span, bounds: Mapping[int, int]) -> Span:
    if not span.name and (season := _OF_SEASON.match(text, span.end)):
        span = Span(span.start, season.end(), span.via, span.kind)
    if (
        text.startswith("“", span.start)
        and not text.endswith(("节", "日", "日”"), span.start, span.end)
        and (kept := _KEEPS_DAY.search(text, max(0, span.start - 2), span.start))
    ):
        span = Span(_extend(kept.start(), bounds), span.end, span.via, span.kind)
    edition = _EDITION.search(text, max(0, span.start - 14), span.start)
    if not edition and span.kind in _YEARLY:
        edition = _OF_YEAR.search(text, max(0, span.start - 6), span.start)
    if span.name or span.via == "event.generic" or not edition:
        return span
    quoted = text[span.start - 1] == "“"
    if quoted and text[span.end : span.end + 1] != "”":
        return span
    start = _extend(edition.start(), bounds)
    return Span(start - 3 if text.endswith("中国·", 0, start) else start, span.end + quoted, span.via, span.kind)


# 湖山委员会|3日在平川召开|第45次全体会议, 湖山组织举行|总理事会2025年度|第三次会议: between who meets and a meeting that its own words do not tell.
_CONVENED = re.compile(
    "(?:将)?(?:于)?(?:(?:(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[至—–-]+[0-9]{1,2}日)?|今天|昨天|今日|昨日|日前|近日)(?:（[^（）]{2,10}）)?也?)?(?:[上下]午|晚间?)?(?:[0-9]{1,2}时[0-9半]{0,2}分?)?(?:[在于][^，。；]{1,18}?)?"
    "(?:召开|举行|举办)(?:的|了)?(?P<inner>(?:[一-鿿]{2,8}会)?(?:20[0-9]{2}年(?:度)?)?)"
)
# 第三届湖山博览会|和|湖山商务峰会: two gatherings, unless one ceremony opens both.
_AND = re.compile(
    "(?<=博览会|交易会|展览会|次会议)(?:和|与|、)(?=.{4,}(?:会|坛|节)$)|(?<=峰会|论坛|大会)(?:和|与|、)(?=(?:第|首届|20[0-9]{2}|中国|全国|世界|国际).{4,}(?:会|坛|节)$)"
)


def _apart(text: str, span: Span) -> list[Span]:
    both = None if span.name else _AND.search(text[span.start : span.end])
    if not both:
        return [span]
    at = span.start + both.start()
    return [Span(span.start, at, span.via, span.kind), Span(at + 1, span.end, span.via, span.kind)]


# 甲国驻乙国大使馆举办的|新春招待会: every mission gives one.
_UNTOLD = re.compile("(?:新春|春节|新年|国庆|中秋|迎新|元旦|例行|年终)?(?:招待会|团拜会|联欢会|吹风会|茶话会)")
_BODY_ENDS = ("馆", "会议", "中央", *"会委院组部办局室署盟协联团", "组织")


def _of_holder(text: str, span: Span, bounds: Mapping[int, int]) -> Span:
    """A numbered or a bare meeting by the body that is said to hold it, which is a part of its name."""
    bare = (span.via == "event.generic" and span.kind == "Meeting") or _UNTOLD.fullmatch(text, span.start, span.end) is not None
    if span.name or not (bare or (span.via == "event.numbered" and text.startswith("第", span.start))):
        return span
    for end in sorted((e for e in bounds if span.start - 50 <= e < span.start), reverse=True):
        held = _CONVENED.fullmatch(text, end, span.start) if text.endswith(_BODY_ENDS, 0, end) else None
        if held:
            inner = held["inner"]
            name = text[_extend(end, bounds) : end] + inner + text[span.start : span.end]
            return Span(span.start - len(inner), span.end, "event.regular" if bare else span.via, span.kind, name)
    return span

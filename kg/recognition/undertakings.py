"""Projects and events: names that their head noun closes (…项目, …工程, …大会, …开工仪式), read from the head leftwards."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from kg.reading.words import frequency, tag
from kg.recognition.agencies import Span, outermost
from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import Names, column, rows
from kg.recognition.phrases import boundary_words, counts, is_proper, is_unknown, item_end, name_start
from kg.recognition.tokens import Token, Words

_ROUTE_HEAD = re.compile(
    r"(?:国家)?高速公路|高速铁路|城际铁路|城际轨道交通(?:线)?|城际|高速|高铁|铁路|客运专线|客专|[一二三]级公路|公路|快速路|轨道交通(?:（[^（）]{1,4}）)?[0-9一二三四五六七八九十]{1,3}号线"
    r"|地铁[0-9一二三四五六七八九十]{1,3}号线|(?:跨[江海]|过江|海底)?(?:通道|隧道|大桥)"
)
# What a sentence speaks of that means a road by a bare number (G60), and no class of athletes or aircraft.
_ROADS = re.compile("高速|公路|国道|省道|路段|互通|通车|沿线|项目|工程")
# Each head of a route holds one of these.
_ROUTE_SIGN = re.compile("[路铁速际专道桥]")
_NUMBERED_ROAD = re.compile(
    r"[GS][0-9]{1,4}(?:(?:[一-鿿]{2,4}?)?(?:高速(?:公路)?|国道|省道|线)|(?![级次号型飞峰]|科创走廊|联席))|[0-9]{3}(?:国道|省道)"
)
_SECTION = re.compile(
    r"(?:（([一-鿿]{2,4}段)）|([^因其中由的在和与及为于是，。；、：（）“” 0-9]{2,6}(?:至|到)?[^因其中由的在和与及为于是，。；、：（）“” 0-9]{0,4}(?<![阶时路地手片河])段))(?!时间|落|子)"
)
_PHASE = re.compile(
    r"(?:(?<![一-鿿”])|(?<=其中))[（“]?(?:一|二|三|四|首|前|后)期(?:工程|项目)?(?=规划|预计|计划|总投资|投资|于|将|占地|建设|已|[，：]|总|拟|设计|新建)"
)
# 6号线二期, 10号线一期工程: a phase of a line of the metro.
_METRO_PHASE = re.compile(r"(?<![0-9A-Za-z、）通铁])[0-9]{1,2}号线（?[一二三四五]期）?(?:工程|项目)?")
# 其中，金山段长度33.3千米; 龙岩至武平段去年底通车: a section named by its ends alone, of the line spoken of.
_BARE_SECTION = re.compile(
    r"(?:^|[，。；、中])((?!其|该|本|此|各|全|每|的|一|下一|现|上一|前一|后一|这一|新阶)[一-鿿]{2,4}(?:[至到][一-鿿]{2,4})?(?<![阶时路地手片河])段)(?=[长全线路去今于开已将建途经设投总正在的、，]|[0-9])"
)
_EVENT_VERB = re.compile(
    r"(?:正|将|今天|昨天|今日|昨日|日前|近日|[0-9]{1,2}日)?(?:[在于][^，。；]{1,20})?(?:隆重|顺利|成功|如期|正式|今天|昨天)?(?:举行|召开|开幕|闭幕|举办|启幕|落幕|开赛|收官)"
)
# 举行2019年第四次工业项目集中开工活动: what a sentence says is held.
_HOLDS_ACTIVITY = re.compile(r"(?:举行|举办)(?:了)?([^，。；：、“”在的]{6,30}?活动)(?=[，。；]|$|现场)")
# 黄冈市101个重点项目集中开工, 瑞金医院金山院区项目整体开工: a start that many come to is an event.
_STARTS = re.compile(
    r"(?:^|(?<=[，。；]))([^，。；：“”]{2,36}?(?:项目|工程))(?:集中|整体)(?:开工|签约|竣工|投产|开竣工|启动)(?:仪式|活动)?(?=[，。；]|$|在|于|举行)"
)
# 九届州委常委会召开第226次（扩大）会议: a session whose number stands behind the verb.
_SESSION_HELD = re.compile(
    r"((?:[一-鿿]{0,6}届)?[一-鿿]{0,8}(?:[省市区县州盟旗]委常委会|[省市区县州盟旗]委|人大常委会|政府|政协|党组|常委会))(?:召开|举行)(?:了)?(第[0-9一二三四五六七八九十百]{1,4}次(?:（扩大）)?(?:全体|常务|主席|主任|扩大)?(?:（扩大）)?会议)"
)
# 特邀监督员聘任会于5月6日举行: whatever meeting a sentence says was held.
_HELD_MEETING = re.compile(r"(?<![大晚社协委])会(?=(?:[在于][^，。；]{2,16})?(?:隆重|顺利|成功|如期|正式)?(?:举行|召开|举办))")
_LEVEL = r"(?:中共|中国共产党|政协|共青团|[省市区县州盟旗镇乡]|自治区|全国|中央)?"
_NUMBER = r"[一二三四五六七八九十百0-9]{1,4}"
_SESSION = re.compile(
    rf"{_LEVEL}(?:委|政协|人大|人大常委会|政协常委会|纪委)?{_NUMBER}届[一-鿿]{{0,12}}?第?{_NUMBER}次(?:全体会议|全体\(扩大\)会议|全会|代表大会|常委会会议|常委会议|主席会议|主任会议|常务会议|会议|大会)"
    rf"|第?{_NUMBER}届{_LEVEL}[一-鿿]{{0,12}}?第?{_NUMBER}次(?:全体会议|全会|代表大会|常委会会议|常务会议|会议|大会)"
    rf"|{_LEVEL}第{_NUMBER}次(?:党员)?(?:党代表大会|党代会|代表大会)"
    rf"|第{_NUMBER}次[一-鿿]{{2,12}}?(?:常务会议|常委会会议|常委会议|党组会议|办公会议|主席会议|主任会议)"
    r"|(?:党的|中共)?(?:十[一二三四五六七八九]|二十)大(?=[，。、；”和与及之]|精神|以来|报告|代表|召开|胜利|提出|作出|部署|闭幕|开幕|$)"
    r"|(?:党的|中共)?(?:十[一二三四五六七八九]|二十)届[一二三四五六七八九]中全会"
)
# Each session has 届 or 次, or is a congress by its number (十九大).
_SESSION_SIGN = re.compile("[届次]|十.?大")
# 县委常委（扩大）会, 区政府常务会议: the regular meeting of a body on the day of the report.
_REGULAR = re.compile(
    r"[省市区县州盟旗]委(?:常委(?:会?（扩大）会(?:议)?|会?会议(?:（扩大）)?)|理论学习中心组(?:学习会|（扩大）学习会))(?!室)|(?<=召开)[省市区县州盟旗]委常委会(?=[，。])"
    r"|[省市区县州盟旗](?:人民)?政府(?:党组（扩大）会议|党组会议|常务会议|常务会|全体会议)(?!室)"
)
# 市委常委会召开会议: the meeting goes by the body that meets.
_BODY_MEETS = re.compile(
    r"((?:[一-鿿]{2,4}[省市区县州盟旗]|[省市区县州盟旗])(?:委常委会|委深改委|委审计委员会|委财经委员会|委全面依法治[一-鿿]委员会|政府党组|人大常委会党组|政协党组|委|政府))(?:召开|举行)(?:了)?((?<=常委会召开)会议|(?<=常委会举行)会议|(?<=党组召开)会议|(?<=委员会召开)会议|(?<=深改委召开)会议|常委会会议|常委会议|常委会（扩大）会议|常务会议)(?=[，。])"
)
_STORM = re.compile(
    r"(?:今年)?(?:第[0-9一二三四五六七八九十]+号)?(?:超强|强)?台风“[一-鿿]{2,6}”|“[一-鿿]{2,6}”台风|(?:[一-鿿]{2,5}?发生)?今年第[0-9一二三四五六七八九十]+(?:号|场编号)?洪水|第[0-9一二三四五六七八九十]+号(?:编号)?洪水|[一-鿿]{2,6}?(?<!发生)(?<!里氏)(?<!生)[0-9.]+级地震|[0-9.]+级[一-鿿]{2,6}地震"
)
_STORM_SIGN = re.compile("台风|洪水|地震")
_QUAKE = re.compile(r"(?:附近)?(?:海域)?(?:今天|昨天|凌晨)?发生(?:了)?(?:里氏)?([0-9.]+级(?:强烈)?地震)")
# “7·16”特大油库火灾, ‘11·15’爆炸事故: disasters and cases go by their day.
_BY_DAY = re.compile(
    r"[“‘][0-9]{1,2}[·.][0-9]{1,2}[”’][一-鿿]{0,14}?(?:火灾|爆炸|地震|洪灾|洪水|泥石流|滑坡|坍塌|沉船|空难|专案|案件|案|惨案|事故|事件)(?:事故|灾害)?"
)
# 进博会, 丝博会, 广交会: fairs by a coined word of three characters.
_COINED_FAIR = re.compile(
    r"(?:第[0-9一二三四五六七八九十]{1,4}届|首届)?(?:[一-鿿]博会|[广高农渔华糖药种秋春]交会|[一-鿿]洽会|服贸会)(?![议谈晤员])"
)
_HELD_ACTIVITY = re.compile(r"活动(?=(?:在[^，。；]{2,20})?(?:隆重|成功|顺利)?(?:举行|举办|开幕|启动|启幕))")
# 内蒙古第31届旅游那达慕大会, 第五次会议, 第二轮外长级战略对话: a number makes the event one of a series.
_NUMBERED = re.compile(
    rf"第{_NUMBER}期“[^“”]{{2,16}}(?:讲堂|论坛|沙龙|课堂|大家谈|讲坛)”(?:暨[一-鿿]{{2,12}}(?:赛|会|论坛))?|(?:首届|首轮|首次|第{_NUMBER}[届次轮])[一-鿿·]{{0,14}}?(?:大会|博览会|论坛|峰会|运动会|亚运会|亚残运会|奥运会|冬奥会|全运会|节|会议|展览会|交易会|洽谈会|对话|磋商|谈判|大赛|锦标赛|联赛)(?![的点上])"
)
# 岷县…发生山洪泥石流灾害: named by its place.
_HAPPENED = re.compile(
    r"(?:发生|突发|遭遇|暴发)(?:了)?(?:一起)?((?:特大|重大|较大|严重)?(?:山洪|暴洪)?(?:泥石流|山体滑坡|滑坡|洪涝|洪水|火灾|爆炸|坍塌|交通|透水|瓦斯爆炸|暴雨洪涝)(?:地质)?(?:灾害|事故))"
)
_TWO_SESSIONS = re.compile(r"全国两会|全国[“]两会[”]")
_WHOLE_EVENT = re.compile(r"(?:开幕式|闭幕式|开幕仪式|闭幕仪式|颁奖典礼|启动仪式|开幕)$")
_QUOTED_LIST = re.compile(
    r"((?:“[^“”]{2,16}”[、和]?){2,})[0-9一二三四五六七八九十]{0,3}个?(专项行动计划|行动计划|专项行动|行动|工程|项目|计划|改革)"
)
_QUOTED = re.compile(r"“([^“”]{2,24})”")
# Heads so plain that only a quotation or a number makes a name of them: “三块地”改革, “访惠聚”活动, 第二批主题教育.
_QUOTED_ONLY = frozenset(
    ["改革", "活动", "服务", "机制", "计划", "试点", "专项", "课题", "教育活动", "综合整治", "培育计划", "主题教育"]
)
# 文化旅游节包括开幕式、花儿大会、…6项活动: the members of a list of activities.
_LISTED_EVENTS = re.compile(
    r"(?:包括|还有|推出|举办|开展|安排)(?:了)?((?:[^，。；：、]{4,36}、){1,20}[^，。；：、]{4,36}?)(?:等)?[0-9一二三四五六七八九十]{1,3}(?:个|项|大|场)[一-鿿]{0,12}活动"
)
_QUOTED_ACTIVITY = re.compile(r"“[^“”，。]{2,24}”[一-鿿]{0,12}?活动")
# 特色美食鉴赏活动, 文化旅游系列活动: what people go to, not what bodies carry out.
_ACTIVITY = re.compile(
    r"(?:文化|旅游|艺术|体育|美食|鉴赏|采摘|观光|演出|展演|展览|比赛|推介|推广|文艺|嘉年华|联谊|庆祝|纪念)[一-鿿]{0,6}活动$"
)
# “国潮也疯狂·时装秀暨创新创意展”活动: a fair, a festival or a season by its quoted name.
_QUOTED_EVENT = re.compile(
    r"(“[^“”，。]{4,30}(?:展|节|大赛|季|秀|周|论坛|大会|典礼|嘉年华|展览|晚会|音乐会|运动会)”)(?=(?:系列|主题)*活动|在[^，。]{2,20}(?:举行|举办|开幕|启动|启幕)|(?:开幕|启动|启幕|举行|举办))"
)
_BELT_AND_ROAD = re.compile(r"“一带一路”(?:倡议)?")
# A part of a thing said by its weight (关键控制性工程) or things by their size (亿元以上项目) is no name.
_COUNTED_AFTER = re.compile(r"[0-9]+[条个座台套项]")
_WEIGHED = re.compile(
    r"(?:控制性|标志性|先导性|关键性)工程$|以上[一-鿿]{0,6}项目$|新老项目$"
    # 军事行动, 田径项目: what armies and athletes do; 三大工程: a count.
    r"|(?:军事|打击|地面|救援|搜救|搜寻|空袭|抢险|维和|撤侨)行动$|(?:运动|比赛|竞赛|体操|田径|游泳|跳水|球类|混合泳.{0,6}|自由泳.{0,4}|公斤级|男子.{1,12}|女子.{1,12})项目$"
    r"|^[一二三四五六七八九十两]+(?:大|项)[一-鿿]{0,4}(?:工程|行动|项目|计划)$|最[大长高快先].{0,14}(?:工程|项目)$"
    r"|(?:重点|重大|大型|小型)[一-鿿]{0,6}(?:项目|工程)$|类(?:项目|工程)$|集中开（?复?）?工项目$|开（复）工项目$|年度?[一-鿿]{0,4}项目$"
)
# “五水共治”工作, “三改一拆”专项行动: campaigns by a saying that begins with a number.
_CAMPAIGN = re.compile(r"(?!两个|三个|四个|五个|十个|第)[一二两三四五六七八九十百千万双][一-鿿]{3,6}")
_AS_WORK = re.compile(r"(?:[、和]“[^“”]{3,8}”)*(?:专项)?(?:工作|行动|整治|攻坚|活动|项目|改革)")
_OF_A_YEAR = re.compile(r"[一-鿿]{1,12}[省市县区镇乡旗州]20[0-9]{2}年度?(?!重点|重大)[一-鿿]{5,}$")
_QUOTED_HEAD = re.compile(r"“([^“”，。]{2,14}(?:工程|行动|计划|项目|试点))”")
_MEASURED = re.compile(
    r"年产|日产|日处理|[0-9.]+(?:万|亿)?(?:吨|千瓦|平方米|亩|公里|辆|套|件|台|立方米|头|羽|只|MW|GW|t/d|kV)|[×x][0-9]|[A-Z0-9]+号|第[一二三四五六七八九十0-9]+(?:轮|批|期|季|届)|PPP"
)


@cache
def _heads(name: str) -> tuple[Names, dict[str, dict[str, str]]]:
    by_name = {row["head"]: row for row in rows(name)}
    return Names(by_name), by_name


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return column("generic_names", "name")


# 规划新建公路, 世界上高速公路, 南北大通道: roads of a kind, and figures of speech.
_NO_ROUTE = re.compile(r"^(?:规划|新建|改建|扩建|续建|拟建|在建|世界|全[国省市县区])|全程|上$|(?<!”)大$|快速$|高等级$|主干$")


def find_routes(words: Words) -> list[Span]:
    """Roads, railways, lines, tunnels and bridges named by their ends (敦化至白河高速铁路), in short (敦白高铁) or by number."""
    text = words.text
    found = [
        Span(m.start(), m.end(), "route", "Road")
        for m in _NUMBERED_ROAD.finditer(text)
        if len(m.group()) > 2 and (not m.group()[-1].isdigit() or _ROADS.search(text))
    ]
    for match in _ROUTE_HEAD.finditer(text) if _ROUTE_SIGN.search(text) else ():
        head, end = match.span()
        start, _ = name_start(words, head, {s.end: s.start for s in found}, limit=9, quotes=False)
        if text[head - 1 : head] == "”":
            start = text.rfind("“", 0, head)
        joint = start
        if text[start - 1 : start] in ("至", "到") and start >= 3:
            first, _ = name_start(words, start - 1, {}, limit=7, quotes=False)
            if start - 1 - first >= 2:
                start = first
                token = words.at(joint - 2)
                # 音|德尔: a single character before the word of the dictionary begins the name.
                lone = words.at(token.start - 1) if token and token.start > first else None
                if (
                    token
                    and len(token.text) >= 2
                    and is_proper(token)
                    and not (lone and lone.start == first and is_unknown(lone))
                ):
                    start = token.start
        elif start > 2 and text[start - 1] == "—" and text[start - 2] != "—":
            first, _ = name_start(words, start - 1, {}, limit=7, quotes=False)
            if start - 1 - first >= 2:
                start = first
        name = text[start:end]
        inner = text[joint:head]
        if _NO_ROUTE.search(inner):
            continue
        # 襄阳高速通车里程, 四川高速公路: all the roads of a place.
        here = load_divisions().named(inner)
        wide = ("高速", "高速公路", "铁路", "公路", "高铁") if here and here[0].level == "province" else ("高速", "高速公路")
        if start == joint and len(here) == 1 and match.group() in wide:
            continue
        if start == head and name[:2] in ("轨道", "地铁"):
            found.append(Span(start, end, "route", "Railway"))
            continue
        if not 2 <= len(inner) <= 12 or name in _generic() or inner in boundary_words() or inner in _generic() or counts(inner):
            continue
        tokens = words.between(joint, head)
        # 深中通道海底隧道: a part named after the line before it.
        chained = any(s.start == start for s in found)
        if (
            start == joint
            and not chained
            and not (len(inner) <= 3 and frequency(inner) == 0 and not any(_is_plain(t) for t in tokens))
            and not all(
                is_proper(t) or is_unknown(t) or (len(t.text) == 1 and t.tag[:1] not in ("d", "p", "c", "u")) for t in tokens
            )
        ):
            continue
        if re.search(r"省$|市$|县$|国$", inner) and start == joint:
            continue
        found.append(Span(start, end, "route", "Railway" if re.search(r"铁|客专|客运|城际|轨道", match.group()) else "Road"))
    if ("、" in text or "以及" in text) and _ROUTE_SIGN.search(text):
        found += _listed_routes(words)
    if "号线" in text:
        found += [Span(m.start(), m.end(), "route", "Railway") for m in _METRO.finditer(text) if _TRAINS.search(text)]
    if "线" in text:
        found += [Span(m.start(), m.end(), "route", "Railway") for m in _LINE.finditer(text) if words.starts_at(m.start())]
    return outermost(found)


# 8号线为环线: a line of the city's metro by its number alone.
_METRO = re.compile(r"(?<![0-9A-Za-z、）通铁])[0-9]{1,2}号线(?![路城]|（?[一二三四五]期)")
_TRAINS = re.compile("地铁|轨道|车站|盾构|换乘|线路|站[，、（。至]")
# 上海市域铁路南枫线一期工程: a line named by two characters counts where it is being built or measured.
_LINE = re.compile(
    r"(?:[一-鿿]{2}(?:市|省)?)?(?:市域|市郊)铁路(?!沿|全|新|该|本|环)[一-鿿]{2}线|(?:(?:[一-鿿]{2}(?:市|省)?)?(?:市域|市郊|城际|轨道交通)(?:铁路)?)?(?!沿|全|新|该|本|为|是|一|主|干|支|专|复|环|东|西|南|北|上|下|前|后|战|路|管|防|年|月|日|的|这|[一-鿿][全改沿本该]|生产|流水|产业|作业|装配|加工|总装|输电|输送)[一-鿿]{2}线(?=[一二三]期|工程|项目|全长|开工|金|建成|通车|（)"
)
_LIST_OF_ROUTES = re.compile(
    r"((?:(?:[一-鿿]{2,8}至[一-鿿]{2,4}|[一-鿿]{2,4}|[一-鿿]{2}扩建)(?:、|以及)){1,8}(?:[一-鿿]{2,6}至[一-鿿]{2,4}|[一-鿿]{2}扩建[一-鿿]{2,6}段|[一-鿿]{2,4}?))等?(?:[0-9一二三四五六七八九十两]{1,3}[条座个][一-鿿]{0,4}?)?(高速公路|高速铁路|高速|高铁|铁路|公路|跨江跨海通道|跨海通道|过江通道|通道|大桥)"
)


def _listed_routes(words: Words) -> Iterator[Span]:
    """Routes that share one head: 广湛、深江高铁; 江杉、伍益、宁韶3条高速公路."""
    for match in _LIST_OF_ROUTES.finditer(words.text):
        head = match.group(2).removeprefix("跨江跨海") or match.group(2)
        at = match.start()
        for item, mark in re.findall(r"(.+?)(、|以及|$)", match.group(1)):
            start, end = at, at + len(item)
            while (token := words.at(start)) and start < end and token.start <= start and _is_plain(token):
                start = token.end
            if (place := max(item.rfind(level, 0, -1) for level in "省市区县")) >= 0 and "至" not in item:  # 四川省|雅康
                start = max(start, at + place + 1)
            if (
                end - start >= 2
                and not words.text[start:end].endswith(("省", "市", "县", "区"))
                and ("至" in item or not frequency(words.text[start:end]) or tag(words.text[start:end]).startswith("n"))
            ):
                line, widened, section = words.text[start:end].partition("扩建")
                line = line.removesuffix(head)
                if len(line) < 2:
                    at += len(item) + len(mark)
                    continue
                name = f"{line}{head}{widened}{section or '项目'}" if widened else line + head
                yield Span(start, end, "route", "Railway" if "铁" in head else "Road", name)
            at += len(item) + len(mark)


def _is_plain(token: Token) -> bool:
    """A word that no line is named by: 也是, 完善, 规划."""
    return token.text in boundary_words() or (token.tag[:1] in ("v", "d", "p", "c", "u", "l", "i", "r") and len(token.text) > 1)


def find_sections(words: Words, routes: Mapping[int, int]) -> list[Span]:
    """Sections of a line (南枫线金山段, 郑济高铁（新乡段）) and phases named by number alone (一期规划…)."""
    text = words.text
    found = []
    for end, start in routes.items():
        match = _SECTION.match(text, end)
        if match and not match.group().endswith(("标段", "路段", "阶段")):
            found.append(Span(start, match.end(), "project.section", "Phase"))
    if "号线" in text:
        found += [Span(m.start(), m.end(), "project.section", "Phase") for m in _METRO_PHASE.finditer(text)]
    if "期" in text:
        found += [Span(m.start(), m.end(), "project.phase", "Phase") for m in _PHASE.finditer(text)]
    if "段" in text:
        found += [Span(m.start(1), m.end(1), "project.phase", "Phase") for m in _BARE_SECTION.finditer(text)]
    return found


_BETWEEN = re.compile(
    r"(?:[一-鿿]{2,6}(?:高速公路|高速|公路|铁路|高铁|客专|城际))?([一-鿿]{2,5}?)[至到]([一-鿿]{2,4}?)(?:国家)?(?:高速|城际|快速|客运|[一二三]级|公路|铁路|轨道|段)"
)


def find_route_ends(words: Words, routes: Iterable[Span], near: Sequence[str]) -> list[Span]:
    """The two places that a road or line is named by: 南泉 and 红岛 in 南泉至红岛高速公路; `near` has the code of the paper's place."""
    found = []
    for route in routes:
        match = _BETWEEN.match(words.text, route.start)
        if match and match.end() <= route.end:
            known = {n: load_divisions().resolve(match.group(n), near=near) for n in (1, 2)}
            found += [Span(*match.span(n), "route.division" if known[n] else "route.end") for n in (1, 2)]
    return found


_ENDS_LINE = re.compile(r"(?:公路|铁路|高速|高铁|客专|城际|号线|通道|隧道|大桥)$")


_INVESTS = re.compile(
    r"(?:总投资|投资|出资)(?:约|近|超|达)?(?:人民币)?(?:[0-9.]+(?:多|余)?[亿万]元(?:人民币)?(?:建设|新建|兴建|打造|实施|的)*|(?:建设|新建|兴建|打造|开发)的?)"
)
_DONE_TO = re.compile(
    r"(?:已|正式|顺利|成功|全面|如期|今天|昨天|日前|近日|主体|(?:在|于|落户)[^，。；、]{2,15})*(?:开工|动工|竣工|奠基|投产|建成|签约|落户|落地|投用|启用|封顶|通车|揭牌|完工)"
    r"|(?:(?:施工|建设|项目)?现场|(?:的)?(?:建设|推进|进展|施工)(?:情况|进度|进展))(?=[，。；、]|$|调研|察看|查看|检查)"
    r"|(?:计划|项目|预计)?总投资|(?:总|规划)?占地|由[^，。；、]{2,25}(?:投资|建设|承建)"
)
# 由甲公司投资建设的饲料加工及仓储物流项目在开发区开工: all since 的 is the name, whatever words join in it.
_BUILT_BY = re.compile(
    r"(?:投资建设|投资兴建|投资|承建|兴建|建设|实施)的([^，。；：的“”]{5,44}?(?:项目|工程))(?=在|于|正式|顺利|已|今天|昨天|日前|近日|开工|竣工|奠基|投产|建成|落户|签约|启动|封顶)"
)
_WORKS_AFTER = re.compile("(?:建设)?(?:项目|工程)")
_DONE_BY = re.compile(r"(?:[亿万]元的|亩的|平方米的|(?:投资|承建|实施|兴建|建设|打造|引进)的)$")


def _is_carried_out(words: Words, begin: int, head: int, end: int) -> bool:
    """A project told by what happens to it (投资3亿元的…项目, …项目开工建设): common words, but one project."""
    text = words.text
    inner = text[begin:head]
    tokens = words.between(begin, head)
    named = any(is_proper(t) or is_unknown(t) for t in tokens) or _DONE_BY.search(text, max(0, begin - 8), begin)
    if (
        not (7 if named else 8) <= end - begin <= 44
        or counts(inner)
        or _WEIGHED.search(text, begin, end)
        or "等" in inner
        or "、" in inner
    ):
        return False
    if sum(len(t.text) for t in tokens if t.text not in _generic()) < 4 or tokens[0].start != begin:
        return False
    if tokens[0].tag[:1] in ("r", "m", "d", "p", "c", "u") or re.search(r"[了是]|以及|所有|全部|各", inner):
        return False
    return bool(_DONE_TO.match(text, end) or _DONE_BY.search(text, max(0, begin - 8), begin))


# 年产25万吨热塑性弹性体项目, 新能源电池制造基地项目: what companies invest in to produce.
_INVESTED = re.compile(r"年产|生产|制造|加工|养殖|研发|智造|总部|产业化|光伏|电池")


# 集中开工项目共22项，具体为：甲产业园、乙固废、丙田园综合体: the members of a list of projects, whatever they are called.
_LISTED_PROJECTS = re.compile(
    r"(?:项目|重点工程|民生工程|事业类)[^，。；：]{0,12}，?(?:具体(?:是|为)|分别(?:是|为)|(?<=工程)主要有|(?:主要)?包括)[：:]?((?:[^，。；：、“”的]{3,40}、){1,30}[^，。；：、“”的]{3,40})(?=[，。；]|$)"
)
# 集中开工了甲供水工程、乙改造工程等7项重点水利工程: the list before its count.
_LISTED_BEFORE = re.compile(
    r"(?:开工|竣工|投产|签约|推进|实施|建设|启动|谋划|建成|抓好|完成)(?:了|建设)?((?:[^，。；：、“”的了]{4,40}、){1,30}[^，。；：、“”的了]{4,40}?)等[0-9一二三四五六七八九十]{1,3}[个项大][一-鿿]{0,8}(?:项目|工程)"
)


# 来到甲棚户区改造二期、乙公馆、丙路项目建设现场; 察看了甲小镇、乙基地等项目的建设情况: what is looked at as projects.
_LOOKED_AT = re.compile(
    r"(?:来到|前往|走进|深入|察看|查看|考察|走访|调研|参观|观摩|检查|巡查|视察|督导)(?:了|过)?((?:[^，。；：、“”的了]{3,36}、){1,20}[^，。；：、“”的了]{3,36}?)"
    r"(?:等)?(?:[0-9一二三四五六七八九十]{1,3}[个项])?(?:重点|重大|在建|民生)?(?:项目|工程)(?:(?:的)?(?:建设|施工|项目)?(?:现场|一线|工地|(?:推进|进展)?情况|进度|进展)|，|。)"
)


def _members(listed: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The spans of a list's members that are names: no counts, no generic words, no water or dike that is there anyway."""
    at = listed.start(1)
    for item in listed.group(1).split("、"):
        name = _LIST_CLOSE.sub("", item)
        counted = re.search(r"[0-9]+(?:个|项|条)", name) or re.match(
            "[这那][里些]|实施|推动|促进|加快|开展|利于|足迹|体验", name
        )
        if 3 <= len(name) <= 40 and name[-1] not in "堤闸渠河江湖" and not counted and name not in _generic():
            yield at, at + len(name)
        at += len(item) + 1


_LIST_CLOSE = re.compile(r"(?:等[^、]*|[0-9一二三四五六七八九十]+[个项条].*)$")
# 崔杨路东延, 团静公路改建, 蔡中路拓宽: works on a road, named by both.
_ROAD_WORKS = re.compile(
    r"(?:(?<![一-鿿])|(?<=包括)|(?<=实施)|(?<=推进)|(?<=启动))(?!包括|实施|推进|启动|加快)[一-鿿]{2,4}(?:公路|路|大道|高速|快速路|大街)(?:[东西南北]延(?:伸)?|改线|改建|拓宽|改扩建|扩建|延伸|提升改造|二通道)(?:工程|项目)?(?=等|和|及|[^一-鿿]|$)"
)


def find_projects(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Construction and investment projects, programmes, campaigns and reforms of a sentence.

    Args:
        bounds: Begin by end of places, organizations and routes already found.
        blocks: Positions no name runs across (the ends of dates).
    """
    text = words.text
    found: list[Span] = []
    found += [Span(m.start(), m.end(), "project.quoted", "Programme", "一带一路") for m in _BELT_AND_ROAD.finditer(text)]
    found += [
        Span(m.start(), m.end(), "project.quoted", "Programme")
        for m in _QUOTED.finditer(text)
        if m.group(1) in column("programmes", "name") or (_CAMPAIGN.fullmatch(m.group(1)) and _AS_WORK.match(text, m.end()))
    ]
    listed = [m.span() for m in _QUOTED_EVENT.finditer(text)]
    for match in (*_LISTED_PROJECTS.finditer(text), *_LISTED_BEFORE.finditer(text), *_LOOKED_AT.finditer(text)):
        found += [Span(start, end, "project.listed", "ConstructionProject") for start, end in _members(match)]
    for match in _BUILT_BY.finditer(text):
        if not counts(match.group(1)) and match.group(1) not in _generic():
            found.append(Span(*match.span(1), "project.head", "ConstructionProject"))
    found += [Span(m.start(), m.end(), "project.listed", "ConstructionProject") for m in _ROAD_WORKS.finditer(text)]
    for match in _QUOTED_LIST.finditer(text):
        listed.append(match.span())
        for quoted in _QUOTED.finditer(match.group(1)):
            at = match.start() + quoted.start()
            found.append(Span(at, at + len(quoted.group()), "project.quoted", "Programme"))
    found += [
        Span(m.start(), m.end(), "project.quoted", "Programme")
        for m in _QUOTED_HEAD.finditer(text)
        if not any(a <= m.start() < b for a, b in listed) and not _WEIGHED.search(m.group(1)) and m.group(1) not in _generic()
    ]
    finder, by_name = _heads("project_heads")
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        if text.endswith("活动", start, end) and _ACTIVITY.search(text, max(0, start - 12), end):
            continue
        if (
            not words.starts_at(end)
            or text[end : end + 1] in ("部", "组", "长", "师", "院", "局", "处", "经")
            or text.startswith(
                ("负责", "管理", "建设指挥", "遗产", "组织", "科技", "学会", "咨询", "监理", "质量", "造价"), end
            )
        ):
            continue
        if any(a < end and start < b for a, b in listed):
            continue
        if (
            text[start - 1 : start] == "”"
            and text[start:end] in _QUOTED_ONLY
            and (opened := text.rfind("“", max(0, start - 20), start)) >= 0
        ):
            found.append(Span(opened, end, "project.quoted", row["kind"]))
            continue
        begin, anchored = name_start(words, start, bounds, blocks=blocks, limit=46, verbs=True)
        begin = _trim(words, begin, start)
        whole = row["kind"] == "ConstructionProject" and end - start >= 5  # 庆元县|抽水蓄能电站
        if whole and (more := _WORKS_AFTER.match(text, end)):
            end = more.end()
        if begin < start and (
            _tells(words, begin, start, end, anchored, bounds, strong=row["strong"] == "1", specific=whole)
            or (row["kind"] == "ConstructionProject" and _is_carried_out(words, begin, start, end))
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
            invested_in = [m.end() for m in _INVESTS.finditer(text, begin, start) if start - m.end() >= 3]
            found.append(Span(invested_in[-1] if invested_in else begin, end, "route" if line else "project.head", kind))
    return outermost(found)


def find_events(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Meetings, congresses, ceremonies, festivals, exhibitions and disasters of a sentence."""
    text = words.text
    found = [
        Span(_extend(m.start(), bounds), m.end(), "event.session", "Meeting")
        for m in (_SESSION.finditer(text) if _SESSION_SIGN.search(text) else ())
        if m.end() - m.start() > 2
    ]
    found += [Span(_extend(m.start(), bounds), m.end(), "event.regular", "Meeting") for m in _REGULAR.finditer(text)]
    for match in _BODY_MEETS.finditer(text):
        found.append(Span(match.start(2), match.end(2), "event.regular", "Meeting", match.group(1) + match.group(2)))
    finder, by_name = _heads("event_heads")
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        if text.startswith("议", end) and _WORK_MEETING.search(text, start, end):  # 总结会|议
            end += 1
        if not words.starts_at(end) and text[end : end + 1] != "暨":
            continue
        token = words.at(start)
        if token is None or (end - start == 1 and token.start < start and len(token.text) == 2):
            continue
        if text.endswith(("使节", "环节", "细节", "季节", "情节"), 0, end):  # 驻华使节
            continue
        held = bool(_EVENT_VERB.match(text, end))
        disaster = row["kind"] == "Disaster"  # 工作组赶赴|积石山县地震
        begin, anchored = name_start(words, start, bounds, blocks=blocks, limit=20 if disaster else 60, verbs=not disaster)
        if held:
            begin = _clause_start(words, start, blocks, begin)
        if cut := _PUTS_ON.search(text, begin, start):  # 贵州|推出|冰雪嘉年华
            begin = cut.end()
        wide, begin = begin, _trim(words, begin, start)
        if row["kind"] == "Meeting" and wide < start and _YEAR_BEFORE.search(text, max(0, wide - 12), wide):
            begin = wide  # 召开2022年重点建设项目推进会
        scope = next((at for at in (wide, wide - 2) if text.startswith(_SCOPES, max(at, 0)) and start - at >= 5), -1)
        scoped = scope >= 0 and (row["kind"] == "Meeting" or (row["kind"] == "Ceremony" and _is_spoken_of(text, scope, end)))
        if scoped:
            begin = scope  # 全市重大项目集中开工仪式举行
        if not scoped and begin == start and row["kind"] == "Ceremony" and end - start >= 4 and _is_spoken_of(text, start, end):
            found.append(Span(start, end, "event.generic", row["kind"]))
        elif (
            not scoped
            and row["kind"] == "Ceremony"
            and 0 < start - begin <= 12
            and _is_spoken_of(text, begin, end)
            and all(t.text in _generic() for t in words.tokens if begin <= t.start < start)
        ):
            found.append(Span(begin, end, "event.generic", row["kind"]))
        elif (begin < start and (_is_convened(words, begin, start, end) or scoped)) or (
            begin < start
            and _tells(
                words,
                begin,
                start,
                end,
                anchored or (held and start - begin >= 4),
                bounds,
                strong=row["strong"] == "1",
                specific=row["kind"] in ("Festival", "Exhibition", "Competition", "Disaster"),
            )
        ):
            year = _YEAR_BEFORE.search(text, max(0, begin - 12), begin) if row["kind"] == "Meeting" else None
            if row["kind"] == "Meeting" and (turn := _TURN.match(text, end)):
                end = turn.end()
            found.append(Span(year.start() if year else begin, end, "event.head", row["kind"]))
    for match in _QUOTED_ACTIVITY.finditer(text):
        if _ACTIVITY.search(match.group()):
            found.append(Span(_extend(match.start(), bounds), match.end(), "event.quoted", "Activity"))
    for match in _HELD_ACTIVITY.finditer(text):
        start = _clause_start(words, match.start(), blocks, match.start())
        if match.start() - start >= 6:
            found.append(Span(start, match.start() + 2, "event.held", "Activity"))
    for match in _STARTS.finditer(text):
        begin = match.start(1)
        if re.match("位于|坐落", match.group(1)) and "的" in match.group(1):
            begin = text.rfind("的", begin, match.end(1)) + 1
        dated = any(at in blocks for at in (begin, begin - 1, begin - 2))
        if dated and not text.startswith(("该", "此", "本", "这"), begin):
            found.append(Span(begin, match.end(), "event.start", "Ceremony"))
    for match in _SESSION_HELD.finditer(text):
        found.append(Span(match.start(2), match.end(2), "event.session", "Meeting", match.group(1) + match.group(2)))
    for match in _HOLDS_ACTIVITY.finditer(text):
        if not counts(match.group(1)):
            found.append(Span(match.start(1), match.end(1), "event.held", "Activity"))
    for match in _HELD_MEETING.finditer(text):
        start = _clause_start(words, match.start(), blocks, match.start())
        if match.start() - start >= 7 and not any(start <= s.start and s.end <= match.end() for s in found):
            found.append(Span(start, match.end(), "event.held", "Meeting"))
    if _STORM_SIGN.search(text):
        found += [Span(m.start(), m.end(), "event.disaster", "Disaster") for m in _STORM.finditer(text)]
    found += [Span(m.start(), m.end(1), "event.quoted", "Activity") for m in _QUOTED_EVENT.finditer(text)]
    for match in _LISTED_EVENTS.finditer(text):
        found += [Span(start, end, "event.listed", "Activity") for start, end in _members(match)]
    for match in _BY_DAY.finditer(text):
        found.append(Span(_extend(match.start(), bounds), match.end(), "event.disaster", "Disaster"))
    for match in _COINED_FAIR.finditer(text) if "会" in text else ():
        found.append(Span(_extend(match.start(), bounds), match.end(), "event.fair", "Exhibition"))
    for match in _QUAKE.finditer(text):
        begin = _extend(match.start(), bounds)
        if begin < match.start():  # 甘肃积石山县发生6.2级地震
            found.append(Span(begin, match.end(), "event.disaster", "Disaster", text[begin : match.start()] + match.group(1)))
    for match in _HAPPENED.finditer(text):
        place = next((text[a:b] for b, a in sorted(bounds.items()) if match.start() - 8 <= b <= match.start()), "")
        if place:
            found.append(Span(match.start(1), match.end(1), "event.disaster", "Disaster", place + match.group(1)))
    found += [Span(_extend(m.start(), bounds), m.end(), "event.numbered", "Meeting") for m in _NUMBERED.finditer(text)]
    found += [Span(m.start(), m.end(), "event.known", "Congress") for m in _TWO_SESSIONS.finditer(text)]
    joined = [_with_second(text, span) for span in _join(text, found)]
    for span in list(joined):  # 全体大会开幕式: the opening is a part of the congress
        opening = _OPENING.match(text, span.end)
        if opening and not span.name and span.kind != "Ceremony" and all(s.end != opening.end() for s in joined):
            joined.append(Span(span.start, opening.end(), "event.head", "Ceremony"))
    for span in list(joined):
        whole = _WHOLE_EVENT.search(text[span.start : span.end])
        if whole and whole.start() >= 6 and re.search(r"[节展会赛]”?$", text[span.start : span.start + whole.start()]):
            joined.append(Span(span.start, span.start + whole.start(), "event.whole", ""))
    return joined


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
    while at > first and text[at - 1] not in "，。；：！？”） " and at not in blocks:
        at -= 1
    while (token := words.at(at)) and token.start == at and token.text in _TIME_WORDS:
        at = token.end
    # 这4条路的工程可行性方案专家评审会: what stands before the last 的 tells whose it is.
    if (of := text.rfind("的", at, head - 6)) >= 0 and text[at] in "这该此本上":
        at = of + 1
    phrase = text[at:head]
    if (
        at < begin
        and len(phrase) <= 70
        and not re.match(r"[在由自从随当经以对为将]|记者|据", phrase)
        and not re.search(r"[了是]|(?:会议|大会|论坛|仪式)[和与、]|表示|指出|强调|宣布|讲话|并|提请|致信|祝贺|授权", phrase)
    ):
        return at
    return begin


_PUTS_ON = re.compile(r"(?<=[一-鿿])(?:推出|举办|迎来|开展)(?:了)?(?=[一-鿿]{2})")
_CONVENES = re.compile(r"(?:召开|举行|举办|出席|参加|主持|主持召开|列席|召集|组织|承办|主办|举行的|召开的|主持召开|在)(?:了)?$")


# 新闻发布会第10场, 发布会延庆区专场: one of a series.
_TURN = re.compile(r"第[0-9一二三四五六七八九十]{1,3}场|[一-鿿]{2,6}专场")
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
    if not (year or inner.startswith(_SCOPES) or any(t.text not in _generic() for t in tokens)):
        return False
    if (tokens[0].tag[:1] in ("r", "m", "d", "p", "c", "u") and tokens[0].text[:1] not in "全") or tokens[0].start != begin:
        return False
    before = text[max(0, begin - 12) : year.start() if year else begin]
    return bool(_CONVENES.search(before)) and (
        text.startswith(("，", "。", "上", "暨", "；", "并", "的", "和", "、", "在"), end) or end == len(text)
    )


_SPOKEN_OF = re.compile(r"(?:出席|参加|主持|见证|在|宣布|启动)(?:了)?$")


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """A bare ceremony (出席签约仪式, 签约仪式上) means the one the article is about."""
    return bool(_SPOKEN_OF.search(text, max(0, start - 4), start)) or text.startswith(
        ("上", "现场", "结束", "前", "由", "在", "举行", "后"), end
    )


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


_WORK_MEETING = re.compile("(?:总结|推进|部署|动员|汇报|调度|分析|专题|表彰|工作|启动|学习|座谈)会$")
_OPENING = re.compile("开幕式|闭幕式|开幕会|闭幕会|启动仪式|颁奖典礼|颁奖仪式")
# 农村工作会议暨…有效衔接工作会议: the second of two meetings held as one, whatever it is called.
_SECOND = re.compile(
    r"暨[^，。；：]{3,50}?(?:会议|大会|动员会|推进会|部署会|座谈会|仪式|论坛|典礼|洽谈会|推介会|文化节|旅游节|艺术节|节)(?=[，。；]|在|于|举行|召开|开幕|$|上)"
)


# 举办第一批重点项目集中开工暨…开工活动: the first of two, from the verb that says both are held.
_FIRST = re.compile(
    r".*(?:^|[，。；：]|举行|召开|举办|出席|参加|主持|在|向|祝贺|今天|昨天|上午|下午|[0-9]日)(?:了)?([^，。；：的]{4,50}(?:会|式|节|工|动|赛|展|坛|启动|签约))$"
)


def _with_second(text: str, span: Span) -> Span:
    if text[span.start - 1 : span.start] == "暨" and (first := _FIRST.match(text, 0, span.start - 1)):
        span = Span(first.start(1), span.end, span.via, span.kind, span.name)
    second = _SECOND.match(text, span.end)
    return Span(span.start, second.end(), span.via, span.kind, span.name) if second and not span.name else span


_LEVEL_ENDS = ("省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "村")
_GENERIC_LEAD = frozenset(
    [
        "重点",
        "重大",
        "一批",
        "一个",
        "多个",
        "部分",
        "新",
        "大型",
        "系列",
        "相关",
        "有关",
        "各类",
        "各项",
        "主要",
        "首个",
        "首批",
        "在建",
        "全体",
        "年度",
        "公司",
        "企业",
        "该",
        "此次",
        "本次",
        "这次",
        "上述",
        "整个",
        "目前",
    ]
)


def _trim(words: Words, begin: int, head: int) -> int:
    """Drop verbs, adverbs and counts at the beginning that do not belong to a name (加快推进…项目)."""
    while begin < head:
        token = words.at(begin)
        if token is None or words.text[begin] in "“0123456789":
            return begin
        if token.start != begin:
            return begin
        if words.text.startswith("新时代", token.start):
            return begin
        if token.text == "认真" or (
            (
                (token.tag[:1] in ("v", "d", "p", "c", "u", "r") and token.tag != "vn")
                or (token.tag == "a" and len(token.text) == 1)
                or token.text in _GENERIC_LEAD
            )
            and not _begins_unknown_name(words, token)
        ):
            begin = token.end
        else:
            return begin
    return begin


def _begins_unknown_name(words: Words, token: Token) -> bool:
    """松|隐, 引|江|济|淮: a verb of one character before other single characters begins a name that the dictionary lacks."""
    after = words.at(token.end)
    return (
        len(token.text) == 1
        and token.tag[:1] not in ("c", "u", "r")
        and after is not None
        and len(after.text) == 1
        and token.text not in boundary_words()
    )


def _tells(
    words: Words,
    begin: int,
    head: int,
    end: int,
    anchored: bool,
    bounds: Mapping[int, int],
    *,
    strong: bool,
    specific: bool = False,
) -> bool:
    """Whether a name tells one thing from others: it holds a proper name, a quotation, a number or measure beside generic words."""
    text = words.text
    name, inner = text[begin:end], text[begin:head]
    if anchored and _OF_A_YEAR.match(name) and end - begin >= 12:  # 东至县2024年度小型水库除险加固工程
        return True
    if text[begin - 1 : begin] == "等" or name.startswith("做"):  # 垫片等|高性能新材料生产线, 做深做细|项目
        return False
    if (
        _WEIGHED.search(name)
        or name in _generic()
        or not 4 <= len(name) <= 90
        or (counts(inner) and not _MEASURED.search(inner) and "“" not in inner and "暨" not in inner)
        or (_COUNTED_AFTER.match(text, end) and text[begin - 1 : begin] != "、")  # 柠檬酸生产线1条
    ):
        return False
    if re.match(r"[0-9]+(?:多|余)?[个项家座处条批大天日]", inner):
        return False
    bound = {start for start in bounds.values() if begin <= start < head}
    covered = [(start, stop) for stop, start in bounds.items() if start in bound]
    tokens = words.between(begin, head)
    if any(t.text in ("将", "把", "被") for t in tokens):
        return False
    if (
        not strong
        and text[head:end] in _QUOTED_ONLY
        and "“" not in inner
        and not re.search(r"第[一二三四五六七八九十0-9]+[轮批期]", inner)
    ):
        return False
    # 县委农村工作会议: a body's work meeting is one meeting, however plain its subject.
    if anchored and name.endswith("工作会议") and end - begin >= 8:
        return True
    telling = [
        t
        for t in tokens
        if t.text not in _generic() and t.text not in boundary_words() and t.tag[:1] not in ("d", "u", "p", "c")
    ]
    if not telling:
        return False
    if "“" in inner or _MEASURED.search(inner):
        return True
    beyond = [t for t in telling if not any(a <= t.start < b for a, b in covered)]
    if anchored:
        return (
            bool(beyond)
            or any(not text[a:b].endswith(_LEVEL_ENDS) and b - a > 2 for a, b in covered)
            or (specific and (end - head >= 3 or name.endswith("地震")))
        )
    if len(tokens) >= 2 and _begins_unknown_name(words, tokens[0]) and tokens[0].start == begin and strong:
        return True
    if re.search(r"[0-9A-Za-z]", inner):
        return strong and len(inner) >= 5
    return strong and (any(is_proper(t) for t in telling) or sum(is_unknown(t) for t in telling) >= 2)


_NUMBERED_END = (*"0123456789", "高速", "高速公路", "国道", "省道", "线")
# 规划建设南泉至红岛高速公路、蓝村一级公路: the verb before a list's first member counts for all.
_BUILT_LIST = re.compile(
    r"(?:建设|新建|规划|拟建|续建|扩建|修建|改造|改建|建成)(?:了)?[^，。；、了]{2,20}(?:路|速|铁|线|桥|隧道|通道|段|工程|项目)(?:、[^，。；、]{2,20}){0,8}[、和及][一-鿿]{0,4}$"
)


# 即将于本月集中通车的15条高速公路为：…: a list of what is being built.
_WORKS_LISTED = re.compile(
    r"(?:通车|开工|在建|续建|新建|建成|竣工|推进|规划|实施)(?:的)?[0-9一二三四五六七八九十]{1,3}[条座个](?:[^，。；：]{0,8})(?:分别)?(?:为|是|有|包括)?："
)


def builds(text: str, start: int, end: int) -> bool:
    """Whether the words around a route's name speak of it as being built rather than in service."""
    if _WORKS_LISTED.search(text, 0, start):
        return True
    if _NUMBERED_ROAD.fullmatch(text, start, end) and text.endswith(
        _NUMBERED_END, start, end
    ):  # national and provincial roads are there; works on them are named
        return bool(re.match(r"(?:改扩建|扩建|改建|改线)?(?:项目|工程|标段)", text[end : end + 8]))
    before = re.split(r"[，。；：]", text[max(0, start - 60) : start])[-1]
    if not _BUILT_LIST.search(before):
        before = before.rpartition("、")[2][-8:]
    after = re.split(r"[，。；、：]", text[end : end + 14])[0]
    return bool(
        re.search(r"在建|新建|建设|规划|拟建|续建|开工|扩建|修建|改造", before)
        or re.match(r"(?:新建|改扩建|扩建|改建)?(?:项目|工程|标段)", after)
        or re.search(r"开工|动工|建成|通车|贯通|合龙|投资|建设|施工|征地|项目|工程", after)
    )

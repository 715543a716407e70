"""Roads, railways, metro lines, tunnels and bridges, their sections and phases, and whether they are being built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.reading.words import frequency
from kg.recognition.divisions import load_divisions
from kg.recognition.phrases import STREET_BEFORE_BRIDGE, boundary_words, counts, is_proper, is_unknown, name_start
from kg.recognition.spans import Span, outermost
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Token, Words

_ROUTE_HEAD = re.compile(
    r"(?:国家)?高速公路|高速铁路|城际铁路|城际轨道交通(?:线)?|城际|高速|高铁|铁路|客运专线|客专|(?:[一二三]级|高等级|农村|旅游)?公路|[一二三]级路|快速路|轨道交通(?:（[^（）]{1,4}）)?[0-9一二三四五六七八九十]{1,3}号线(?:支线|延长线|[东南西北]延(?:伸)?[线段])?"
    r"|地铁[0-9一二三四五六七八九十]{1,3}号线(?:支线|延长线|[东南西北]延(?:伸)?[线段])?|快速通道|(?:跨[江海]|过江|海底)?(?:通道|隧道|大桥)"
)

# 立峰河水库于2011年10月开工: waterworks that open a clause, whatever the characters of their names are words of.
_WATERWORKS = re.compile(
    r"(?:^|[，。；：”])((?![大中小微]型|[全各该本这每两几]|[一二三四五六七八九十]座|重点|病险|新建|在建|拟建|现有|农村|城市|成为|作为|加固|实施|推进|完成|建设|[^：]{0,4}(?:的|了|和|与|对|在|将))"
    r"[一-鿿]{2,4}(水库|水电站|电站|水利枢纽|灌区|船闸|拦河闸|泵站))"
    r"(?=建设(?!工程|项目)|于[0-9去今上本]|正式|开工|动工|建成|竣工|位于|坐落|总库容|总投资|设计|是|蓄水|下闸|全长)"
)

_WATER_SIGN = re.compile("水库|电站|枢纽|灌区|闸|泵站")

# What a sentence speaks of that means a road by a bare number (G60), and no class of athletes or aircraft.
_ROADS = re.compile("高速|公路|国道|省道|路段|互通|通车|沿线|项目|工程")

# Each head of a route holds one of these.
_ROUTE_SIGN = re.compile("[路铁速际专道桥]")

_NUMBERED_ROAD = re.compile(
    r"[GS][0-9]{1,4}(?:[WNES](?=[一-鿿]))?(?:(?:[一-鿿]{2,4}?)?(?:高速(?:公路)?|国道|省道|线)|(?![级次号型飞峰]|科创走廊|联席))"
    r"|(?<![0-9])[0-9]{2,3}(?:国道|省道)(?:复线)?|(?<![0-9])[0-9]{3}复线|[国省县]道[GSX]?[0-9]{2,3}(?:新线|复线|线)?|[XYCZ][0-9]{2,4}线"
)

# 61省道至97国道, 望江至东湖至云岭, 望江（东湖）至云岭: the ends that a section is called after.
_END = r"(?:(?!段(?![村镇家庄湾]|(?![和及与])[一-鿿]{1,4}[至到]))[^的，。；、：（）“”— 至到-]){2,9}(?:（[一-鿿]{2,4}）)?"
_ENDS = f"(?![由在与及为是从跨即]){_END}(?:[至到—-]{_END}){{1,2}}"
_SECTION_ENDS = re.compile(f"({_ENDS})段")

_SHARED_ENDS = re.compile(f"({_ENDS})(?=段?$)")

_SECTION = re.compile(
    rf"(?:[一二三四]期(?:工程|项目)?)?(?:（(?:[一-鿿]{{2,4}}|{_ENDS})段）|(?P<ends>{_ENDS})段"
    r"|[^因其中由的在和与及为于是至到，。；、：（）“”— 0-9]{2,8}(?<![阶时路地手片河])(?<!重合)(?<!共线)段)(?:复线|改线)?(?!时间|落|子)"
)

_PHASE = re.compile(
    r"(?:(?<![一-鿿”])(?<![一二三四]、)|(?<=其中)|(?<=该项目)|(?<=该工程))[（“]?(?:[一二三四]期(?:[扩改新]建|改扩建|提标改造|改造)?(?:工程|项目)|(?:一|二|三|四|首|前|后)期(?:工程|项目)?"
    rf"(?:(?=[0-9]|规划|预计|计划|总投资|投资|于|将|占地|建设|处理|已|[，：]|总|拟|设计|新建|以|现|目前|正|同步|同时|力争|有望|全面|顺利|主体|开工|动工|竣工|投产|建成|完工|启动建设)|{_ENDS}段))"
)

# 6号线二期, 10号线一期工程: a phase of a line of the metro.
_METRO_PHASE = re.compile(r"(?<![0-9A-Za-z、）通铁])[0-9]{1,2}号线（?[一二三四五]期）?(?:工程|项目)?")

# 其中，金山段长度33.3千米; 龙岩至武平段去年底通车: a section named by its ends alone, of the line spoken of.
_BARE_SECTION = re.compile(
    r"(?:^|，即|[，。；、中]|(?<=实施|建设|开工|在建|通车)的)((?!即|是|由|为|从|自|在|其|该|本|此|各|全|每|的|一|下一|现|上一|前一|后一|这一|新阶)(?:[一-鿿]{2,4}(?<![阶时路地手片河])|[一-鿿0-9]{2,7}[至到][一-鿿0-9]{2,7}(?<![阶时地手片河]))段)(?=[长全线路去今目正于开已将建途经设投总在的是、，（]|由于|[0-9])"
)

# 规划新建公路, 世界上高速公路, 南北大通道: roads of a kind, and figures of speech.
_NO_ROUTE = re.compile(
    r"^(?:规划|新建|改建|扩建|续建|拟建|在建|世界|全[国省市县区])|全程|全线|上$|(?<!”)大$|快速$|高等级$|[主省]干$|干线$|主$|车道$"
)


_BORDER = re.compile("（[一-鿿]{1,5}界）$")  # 望江至云岭（江湖界）|高速公路
_NETWORK = re.compile("网(?!主通道)|大通道")
_BRIDGE = re.compile("(?:特?大)?桥(?![梁头下面隧墩区镇乡村])")
_OPENS_BY_ENDS = re.compile("(?:^|[，。；：、和及与是的])([同向连临沿][一-鿿]|[一-鿿][同向连临沿])$")

_SYSTEM = re.compile("局|部门|公安|职工|系统|货运|客运|运输|营业|网")

# 某市北二环高速公路, 某市绕城高速: a ring by its city.
_RING = re.compile(r"([一-鿿]{2,4}?)市?[东西南北]{0,2}(?:绕城|[二三四五六七]环|环城)(?:高速公路|高速|快速路)(?!圈|网)")


def find_routes(words: Words) -> list[Span]:
    """Roads, railways, lines, tunnels and bridges named by their ends (敦化至白河高速铁路), in short (敦白高铁) or by number."""
    text = words.text
    found = [
        Span(m.start(), m.end(), "route", "Road")
        for m in (_NUMBERED_ROAD.finditer(text) if "道" in text or "线" in text or "G" in text or "S" in text else ())
        if len(m.group()) > 2 and (not m.group()[-1].isdigit() or _ROADS.search(text))
    ]
    numbered = tuple(found)
    told = _ROUTE_SIGN.search(text) is not None
    for match in _ROUTE_HEAD.finditer(text) if told else ():
        if route := _by_head(words, match, numbered, found):
            found.append(route)
    if told and ("、" in text or "以及" in text):
        found += _listed_routes(words)
    found += _by_shape(words)
    whole = outermost(found)
    # 湖山高铁|望江隧道 names the line too
    works = [s for s in whole if text.endswith(("隧道", "大桥"), s.start, s.end)]
    return whole + [s for s in found if any(s.start == w.start and s.end + 4 <= w.end for w in works) and s not in whole]


def _by_shape(words: Words) -> Iterator[Span]:
    """Rings, pipelines, waterworks, lines of the metro and the suburbs: what a pattern tells by itself."""
    text = words.text
    for ring in _RING.finditer(text) if "环" in text or "绕城" in text else ():
        cities = (at for at in range(ring.start(), ring.end(1) - 1) if load_divisions().named(text[at : ring.end(1)]))
        if (start := next(cities, -1)) >= 0:
            yield Span(start, ring.end(), "route", "Road")
    if "东" in text or "陕京" in text:
        yield from (Span(m.start(), m.end(), "route", "Infrastructure") for m in _PIPELINE.finditer(text))
    for water in _WATERWORKS.finditer(text) if _WATER_SIGN.search(text) else ():
        if _is_own_name(words, water.start(1), water.start(2)) and not counts(water.group(1)):
            yield Span(water.start(1), water.end(1), "route", "Infrastructure")
    if "号线" in text and _TRAINS.search(text):
        yield from (Span(m.start(), m.end(), "route", "Railway") for m in _METRO.finditer(text))
    if "线" in text:
        yield from (Span(m.start(), m.end(), "route", "Railway") for m in _LINE.finditer(text) if words.starts_at(m.start()))
        for road in _COUNTRY_ROAD.finditer(text):
            if words.starts_at(road.start()) and (frequency(road.group(1)) == 0 or load_divisions().named(road.group(1))):
                yield Span(road.start(), road.end(), "route", "Road")


def _by_head(words: Words, match: re.Match[str], numbered: Sequence[Span], found: Sequence[Span]) -> Span | None:
    """The route that a head noun closes, or None; `numbered` are the roads with a number, `found` all routes before it."""
    text = words.text
    head, end = match.span()
    if text.startswith(("旅行时间", "运行时间", "通行时间"), end) or text.startswith("交通道路", head - 1):
        return None  # 西安至榆林铁路运行时间将缩短
    if any(s.start < head and s.end == end for s in numbered) or _NETWORK.match(text, end):
        return None  # 接|G98川云高速; “三纵三横”高速公路|网: all of a province's
    if text[head - 1 : head] == "）" and (border := _BORDER.search(text, max(0, head - 8), head)):
        head = border.start()
    bridge = _BRIDGE.match(text, end) if match.group().startswith("高") else None  # 湖山绕城高速铁路|桥
    end = bridge.end() if bridge else end
    start, joint, opened = _begins(words, head, match.group(), numbered, found)
    if _is_general(text, start, joint, head, end, match.group()) or (start < joint and _TRAIN.match(text, end)):
        return None
    if start == joint and match.group().startswith(("农村", "旅游")):
        return None  # 东湖|农村公路: all of a place
    metro = start == head and match.group().startswith(("轨道", "地铁"))
    # 深中通道海底隧道: a part named after the line before it.
    sure = opened or any(s.start == start for s in found) or _is_told_as_line(text, start, joint, head, end)
    if not metro and not _is_name(words, start, joint, head, end, sure=sure):
        return None
    rails = metro or (not bridge and re.search(r"铁|客专|客运|城际|轨道", match.group()))
    return Span(start, end, "route", "Railway" if rails else "Road")


def _begins(words: Words, head: int, noun: str, numbered: Sequence[Span], found: Sequence[Span]) -> tuple[int, int, bool]:
    """Where a route's name begins and the last of its ends does, and whether two characters tell its ends where a clause opens."""
    text = words.text
    start, _ = name_start(words, head, {s.end: s.start for s in found}, limit=9, quotes=False)
    if text[head - 1 : head] == "”":
        start = text.rfind("“", 0, head)
    # 同三高速公路: what the dictionary takes for a preposition is the line's first or second end
    ends = _OPENS_BY_ENDS.search(text, max(0, head - 3), head) if head - start < 2 and noun[0] in "高铁" else None
    opened = ends is not None and frequency(ends.group(1)) == 0
    if ends and opened:
        start = ends.start(1)
    start += 2 * bool(_SIDE.match(text, start, head))
    verb = words.at(start)
    # 建成|运营云岚高铁; 开封高速 is the city's
    if verb and verb.start == start and verb.tag[:1] == "v" and 2 <= head - verb.end <= 4 and len(verb.text) == 2:
        start = verb.end if not load_divisions().named(verb.text) else start
    return *_with_first_end(words, start, head, noun, numbered), opened


def _with_first_end(words: Words, start: int, head: int, noun: str, numbered: Sequence[Span]) -> tuple[int, int]:
    """Where a route's name begins that is called by two ends, and where the last of them does."""
    text, joint = words.text, start
    if text[start - 1 : start] in ("至", "到") and start >= 3:
        first, _ = name_start(words, start - 1, {}, limit=7, quotes=False)
        first = max((s.end for s in numbered if first < s.end <= start - 3), default=first)  # 省道215线|望江至东湖段公路
        if start - 1 - first >= 2:
            start = first
            token = words.at(joint - 2)
            # 音|德尔: a single character before the word of the dictionary begins the name.
            lone = words.at(token.start - 1) if token and token.start > first else None
            if token and len(token.text) >= 2 and is_proper(token) and not (lone and lone.start == first and is_unknown(lone)):
                start = token.start
    elif start > 2 and text[start - 1] == "—" and text[start - 2] != "—":
        first, _ = name_start(words, start - 1, {}, limit=7, quotes=False)
        if start - 1 - first >= 2:
            start = first
    lone_before = text[start - 1 : start] not in _LOOSE and text[start - 2 : start - 1] in ("、", "，")
    if start == joint and 2 <= head - start <= 4 and lone_before:
        start = joint = start - 1  # 、集|大原高铁, ，沪|渝蓉沿江高铁: the one character left is the name's too
    for _ in range(2):  # 上海至|苏州至湖州高铁
        earlier = load_divisions().scan(text[max(0, start - 6) : start - 1]) if text[start - 1 : start] == "至" else []
        if start == joint or not earlier or earlier[-1][1] != min(5, start - 1):
            break
        start -= 1 + earlier[-1][1] - earlier[-1][0]
    if (within := text.rfind("境内", start, joint)) >= 0:
        start = within + 2  # 江北境内|水口至望江高速公路
    if known := _between_divisions(text, head):
        lead = text[start : known[0]]  # 重庆|开州至云阳, G7522|贵阳至北海, but not 投产|上海至苏州
        if not (lead and (lead[-1].isdigit() or load_divisions().named(lead))):
            start, joint = known
    if (works := text.rfind("性工程", start, head)) >= 0 and head - works - 3 >= 2:
        start = joint = works + 3  # 湖山高速公路控制性工程|望江特大桥, …控制性工程——|望江特大桥
        while start < head and text[start] in "—“":
            start = joint = start + 1
    if start < joint and (number := next((s for s in numbered if s.end == start), None)):
        start = number.start  # 国道G220|望江至东湖公路
    if noun in ("大桥", "隧道") and (street := STREET_BEFORE_BRIDGE.search(text, start, head)):
        start = joint = street.end()
    return start, joint


_SIDE = re.compile("[东西南北][连接](?=[一-鿿]{2})")  # 西连|京广高铁
# 开通湖山至望江高铁|列车: a train and no line
_TRAIN = re.compile("列车|动车(?!所)")
# 武大高速|起自阳逻, 永新高速公路|主线全长98公里: one line, whatever its two characters are a word or a place of
_TOLD_AS_LINE = re.compile("(?:公路)?(?:项目)?(?:主线|全长[0-9约达]|[东西南北]?起[于自点]|呈[东西南北]{2}走向|途经)")


def _is_told_as_line(text: str, start: int, joint: int, head: int, end: int) -> bool:
    """Whether two characters are a line's ends since its course or length is told right behind its head."""
    return start == joint and head - start == 2 and _TOLD_AS_LINE.match(text, end) is not None


def _is_general(text: str, start: int, joint: int, head: int, end: int, noun: str) -> bool:
    """Whether words before a head noun make it all the roads of a place, a system, or a road of a kind."""
    inner = text[joint:head]
    if _is_told_as_line(text, start, joint, head, end):
        return False
    # 岚上高速: two characters that are no word together are a line's ends
    if _NO_ROUTE.search(inner) and not (len(inner) == 2 and frequency(inner) == 0):
        return True
    if inner.endswith("段") and start == joint and noun in ("公路", "高速", "高速公路", "铁路"):
        return True  # 望江段公路桥梁: the bridges of a section
    # 襄阳高速通车里程, 四川高速公路: all the roads of a place.
    here = load_divisions().named(inner)
    wide = (
        ("高速", "高速公路", "铁路", "公路", "高等级公路", "高铁")
        if here and here[0].level == "province"
        else ("高速", "高速公路")
    )
    if start == joint and noun in wide and len(here) == 1:
        return True
    region = load_divisions().regions().get(inner)
    if region and region.kind == "Region" and noun in ("高速", "高速公路", "铁路", "公路", "高铁"):
        return True  # 长三角铁路
    # 某市铁路|枢纽
    return start == joint and (text.startswith("枢纽", end) or bool(here and _SYSTEM.match(text, end)))


def _is_name(words: Words, start: int, joint: int, head: int, end: int, *, sure: bool) -> bool:
    """Whether the words between a route's last joint and its head may be a name; `sure` if what stands around tells so."""
    text = words.text
    name, inner = text[start:end], text[joint:head]
    if (
        not 2 <= len(inner) <= 12
        or name in generic_names()
        or inner in boundary_words()
        or inner in generic_names()
        or counts(inner)
        or (inner[0] in "两三四五六七八九十" and inner[1:] == "大")  # 三大|高速公路
    ):
        return False
    tokens = [t for t in words.between(joint, head) if t.text not in _COURSES]
    if not tokens:
        return False  # 沿江沿海高铁
    if (
        start == joint
        and not sure
        and not (len(inner) <= 3 and frequency(inner) == 0 and not any(_is_plain(t) for t in tokens))
        and not all(
            is_proper(t) or is_unknown(t) or (len(t.text) == 1 and t.tag[:1] not in ("d", "p", "c", "u")) for t in tokens
        )
    ):
        return False
    return start < joint or not inner.endswith(("省", "市", "县", "国"))


# 武宜|沿江高铁, 成渝|中线高铁: which of several lines between two cities it is
_COURSES = ("沿江", "沿海", "中线", "东线", "西线", "南线", "北线")
_TO = ("至", "到", "经")


def _between_divisions(text: str, head: int) -> tuple[int, int] | None:
    """The beginnings of a line's name and of its last end where the gazetteer knows both ends: 郑州至|开封|城际铁路.

    Whatever else the ends are words of (开封 is also a verb).
    """
    start, joint = head, -1
    while size := next((n for n in (4, 3, 2) if start >= n and load_divisions().named(text[start - n : start])), 0):
        start -= size
        if joint < 0:
            joint = start
        # 至|重庆|万州: the last end behind the province that it lies in
        start -= next(
            (n for n in (3, 2) if text[start - n - 1 : start - n] in _TO and load_divisions().named(text[start - n : start])), 0
        )
        if text[start - 1 : start] in _TO:
            start -= 1
        elif text.endswith("——", 0, start) and load_divisions().named(text[max(0, start - 4) : start - 2]):
            start -= 2  # 宝鸡——天水高速公路
        else:
            return (start, joint) if start < joint else None
    return None


# 西气东输四线, 川气东送二线, 中俄东线天然气管道
_PIPELINE = re.compile(
    "(?:西气东输|川气东送|西电东送|中俄东线|陕京)(?:[一二三四五]线)?(?:天然气|输气|输油)?(?:管道系统|管道)?(?:工程)?"
)

# 8号线为环线: a line of the city's metro by its number alone.
_METRO = re.compile(r"(?<![0-9A-Za-z、）通铁])[0-9]{1,2}号线(?![路城]|（?[一二三四五]期)")

_TRAINS = re.compile("地铁|轨道|车站|盾构|换乘|线路|站[，、（。至]")

# 上海市域铁路南枫线一期工程: a line named by two characters counts where it is being built or measured.
_LINE = re.compile(
    r"(?:[一-鿿]{2}(?:市|省)?)?(?:市域|市郊)铁路(?!沿|全|新|该|本|环)[一-鿿]{2}线|轨交(?!沿|全|新|该|本|环|首|路|各)[一-鿿]{2}线(?![路网])|(?:(?:[一-鿿]{2}(?:市|省)?)?(?:市域|市郊|城际|轨道交通)(?:铁路)?)?(?!沿|经|全|新|该|本|为|是|一|主|干|支|专|复|环|东|西|南|北|上|下|前|后|战|路|管|防|年|月|日|的|这|[一-鿿][全改沿本该]|生产|流水|产业|作业|装配|加工|总装|输电|输送)[一-鿿]{2}线(?=[一二三]期|工程|项目|全长|开工|金|建成|通车|（)"
)

# 浒岙线拓宽, 古岙线望渡段: a country road by two characters that are no word.
_COUNTRY_ROAD = re.compile(
    rf"(?!沿|全|新|该|本|为|是|一|主|干|支|专)([一-鿿](?![干支管路网缆岸产])[一-鿿])线(?=拓宽|改建|改造|改扩建|延伸|{_ENDS}段|[一-鿿]{{2,4}}(?<![阶时路地手片河标])段)"
)

_LIST_OF_ROUTES = re.compile(
    r"((?:(?:[一-鿿]{2,8}至[一-鿿]{2,4}|[一-鿿]{2,4}|[一-鿿]{2}扩建)(?:、|以及)){1,8}(?:[一-鿿]{2,6}至[一-鿿]{2,4}?|[一-鿿]{2}扩建[一-鿿]{2,6}段|[一-鿿]{2,4}?))等?(?:(?:[0-9一二三四五六七八九十两]{1,3}|多)[条座个][一-鿿]{0,4}?|一批|主要|[东西南北]{1,2}向)?(高速公路|高速铁路|高速|高铁|铁路|公路|跨江跨海通道|跨海通道|过江通道|通道|大桥)"
)


_PHASE_END = re.compile("(?<!分)[一二三四五六]期$")


def _is_own_name(words: Words, start: int, end: int) -> bool:
    """Whether a stretch is a name rather than what is done (强化水库工程) or a kind (农村电站)."""
    tokens = words.between(start, end)
    return not (tokens and tokens[0].tag == "v" and len(tokens[0].text) > 1) and any(
        t.text not in generic_names() and (frequency(t.text) < 3000 or len(t.text) == 1) for t in tokens
    )


def _listed_routes(words: Words) -> Iterator[Span]:
    """Routes that share one head: 广湛、深江高铁; 江杉、伍益、宁韶3条高速公路."""
    for match in _LIST_OF_ROUTES.finditer(words.text):
        if _TRAIN.match(words.text, match.end()):
            continue
        head = match.group(2).removeprefix("跨江跨海") or match.group(2)
        at = match.start()
        members: list[Span] = []
        for item, mark in re.findall(r"(.+?)(、|以及|$)", match.group(1)):
            start, end = at, at + len(item.removesuffix("等"))
            start += 2 * bool(_SIDE.match(item))  # 西连|京广高铁
            if known := _between_divisions(words.text, at + len(item.removesuffix(head))):  # 建成投产|上海至苏州至湖州
                start = known[0]
            # 通|平: a line by two characters, whatever they are by themselves
            two = end - start == 2 and frequency(item) == 0
            while not two and (token := words.at(start)) and start < end and token.start <= start and _is_plain(token):
                start = token.end
            if (province := load_divisions().named(item[:2])) and province[0].level == "province" and "至" not in item:
                start = max(start, at + 2)  # 某省|湘岚、岚川
            if (place := max(item.rfind(level, 0, -1) for level in "省市区县")) >= 0 and "至" not in item:  # 四川省|雅康
                start = max(start, at + place + 1)
            if (
                end - start >= 2
                and not words.text[start - 1 : start].isdigit()  # 8000|亩耕地以及云岭公路
                and not words.text[start:end].removesuffix(head).endswith((*_NO_LINE, "隧道", "大桥"))
                and (not item.endswith("段") or "扩建" in item)
                and (
                    two
                    or "至" in item
                    or _may_be_line(words.between(start, start + len(words.text[start:end].partition("扩建")[0])))
                )
            ):
                line, widened, section = words.text[start:end].partition("扩建")
                line = line.removesuffix(head)
                # 机械加工、高铁…: an everyday word, or a phase, is no line
                if (
                    len(line) < 2
                    or _PHASE_END.search(line)
                    or ("至" not in line and load_divisions().named(line))  # 甲省、乙省铁路运输能力
                    or any(t.tag[:1] == "v" for t in words.between(start, start + len(line)) if len(t.text) > 1)
                ):
                    at += len(item) + len(mark)
                    continue
                name = f"{line}{head}{widened}{section or '项目'}" if widened else line + head
                if words.text.startswith(head, end) and not widened:  # the last member has the head itself
                    end += len(head)
                members.append(Span(start, end, "route", "Railway" if "铁" in head else "Road", name))
            at += len(item) + len(mark)
        # 甲办总监、中国|公路学会: where the head is that of no line, it is shared by none
        if match.end(1) < match.start(2) or (members and members[-1].end >= match.end(1)):
            yield from members


_NO_LINE = ("中国", "省", "市", "县", "区", "铁路", "公路", "高速", "高铁", "路网", "等地", "假期", "港", "入地", "环村")


def _may_be_line(tokens: Sequence[Token]) -> bool:
    """Whether words may name a line of a list by themselves: 广湛, 狮子洋, but not 出站、物流通道 or 列车、高铁."""
    return any(len(t.text) == 1 or is_proper(t) for t in tokens) and not any(map(_is_plain, tokens))


def _is_plain(token: Token) -> bool:
    """A word that no line is named by: 也是, 完善, 规划."""
    return token.text in boundary_words() or (token.tag[:1] in ("v", "d", "p", "c", "u", "l", "i", "r") and len(token.text) > 1)


def find_sections(words: Words, routes: Sequence[Span], works: Sequence[Span]) -> list[Span]:
    """Sections of lines and works (南枫线金山段, 郑济高铁（新乡段）) and phases named by number alone (一期规划…)."""
    text = words.text
    found = []
    lines = {
        s.end: s.start for s in (*works, *routes) if s.via == "route" or text.endswith(("工程", "项目", "期"), s.start, s.end)
    }
    for end, start in lines.items() if "段" in text else ():
        match = _SECTION.match(text, end)
        if not match or match.group().endswith(("标段", "阶段")):
            continue
        if match.group().endswith("路段") and not builds(text, start, match.end()):
            continue  # 望江至东湖路段拥堵
        if match["ends"] and not _are_ends(words, *match.span("ends")):
            continue
        works_on = _WORKS_ON_ALL.match(text, match.end())
        found.append(Span(start, works_on.end() if works_on else match.end(), "project.section", "Phase"))
    if "标段" in text:
        for end, start in lines.items():
            if lot := _LOT.match(text, end):
                found.append(Span(start, lot.end(), "project.section", "Phase"))
    for end, start in lines.items() if "段" in text and _NEXT_SECTION.search(text) else ():
        found += _sharing_sections(words, start, end)
    if "区间" in text:
        found += _intervals(words, lines.items())
    if "号线" in text:
        found += [Span(m.start(), m.end(), "project.section", "Phase") for m in _METRO_PHASE.finditer(text)]
    if "期" in text:
        found += [Span(m.start(), m.end(), "project.phase", "Phase") for m in _PHASE.finditer(text)]
    if "段" in text:
        found += [
            Span(m.start(1), m.end(1), "project.phase", "Phase")
            for m in _BARE_SECTION.finditer(text)
            if text[m.end(1) - 2] not in "两三四"  # 分为望江至东湖、东湖至云岭|两段
        ]
    return found


# 6号线东湖站至望江站盾构区间, 3号线一期东湖至望江盾构区间: what lies between two stations of a line of the metro.
_INTERVAL = re.compile(
    "([一-鿿]{1,8}?站)(?:——|[-—~～至到])([一-鿿]{1,8}?站)(?:盾构|TBM|暗挖|明挖|地下|高架)?区间(?:隧道)?"
    "|([一-鿿]{2,6}?)(?:——|[-—~～至到])([一-鿿]{2,6}?)(?:盾构|TBM|暗挖)区间(?:隧道)?"
)


def _intervals(words: Words, lines: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """The stretches between two stations, behind their line or at the beginning of a clause."""
    text = words.text
    begin = dict(lines) | {m.end(): m.start() for m in _METRO_PHASE.finditer(text)}
    for end in (*begin, *(m.end() for m in _CLAUSE.finditer(text))):
        if between := _INTERVAL.match(text, end):
            yield Span(begin.get(end, end), between.end(), "project.section", "Phase")


_CLAUSE = re.compile("^|[，。；：、由的（]")

_LOT = re.compile("第?[ⅠⅡⅢⅣⅤA-Z0-9一二三四五六七八九十]{1,4}标段")
# 云岚高速公路|望江至东湖、岚川至云岭段: 段 is said once; 204省道|望江至东湖段和岚川至云岭段: the road is.
_SHARED_SECTIONS = re.compile(f"((?:{_ENDS}(?:、|段[、和及]))+{_ENDS})段")
_NEXT_SECTION = re.compile("(?<=段)[和及]|、")


def _sharing_sections(words: Words, start: int, end: int) -> Iterator[Span]:
    """The sections of the line at a span that a list right behind it names by their ends; the first has its line before it."""
    listed = _SHARED_SECTIONS.match(words.text, end)
    if not listed or not _are_ends(words, *listed.span(1)):
        return
    line, at = words.text[start:end], end
    for ends in _NEXT_SECTION.split(listed.group(1)):
        stop = at + len(ends)
        if at > end and _NUMBERED_ROAD.match(ends):  # 省道215线望江至东湖段、|国道335线岚川至云岭段: of a road of its own
            return
        # The first stands behind its line, the last before 段.
        last = 1 if stop == listed.end(1) else 0
        yield Span(start if at == end else at, stop + last, "project.section", "Phase", f"{line}{ends.removesuffix('段')}段")
        at = stop + 1


# 望江至东湖段|扩能改造工程 is done to all of the section; the works of 望江至东湖段|线下工程 are a part of it.
_WORKS_ON_ALL = re.compile(
    "(?!线下|主体|站前|土建|配套)(?:[^，。、；等的和与及是为]{0,4}(?:改造|改扩建|扩建|改建|扩容|扩能|整治|新建|建设)(?:升级)?)?(?:工程|项目)"
)


def _are_ends(words: Words, start: int, end: int) -> bool:
    """Whether a stretch holds no everyday verb, as 发生事故造成望江至东湖 does; 开封 is the city."""
    return not any(
        t.tag[:1] in ("v", "d", "c") and len(t.text) > 1 and not load_divisions().named(t.text)
        for t in words.between(start, end)
    )


_BETWEEN = re.compile(
    r"(?:[一-鿿]{2,6}(?:高速公路|高速|公路|铁路|高铁|客专|城际)|[国省县]道[GSX]?[0-9]{2,4}|[GSX][0-9]{2,4})?([一-鿿]{2,5}?(?:[至到经][一-鿿]{2,4}?)?(?:[至到-]|—{1,2})[一-鿿]{2,4}?)(?:（[一-鿿]{1,5}界）)?(?:国家)?(?:高速|高铁|城际|快速|客运|[一二三]级|公路|铁路|轨道|段)"
)


def find_route_ends(words: Words, routes: Iterable[Span], near: Sequence[str]) -> list[Span]:
    """The places that a road or line is named by: 南泉 and 红岛 in 南泉至红岛高速公路; `near` has the code of the paper's place."""
    found = []
    spans = list(routes)
    lines = [s for s in spans if s.via == "route"]
    for route in spans:
        base = max(
            (s.end for s in lines if s.start == route.start and s.end < route.end and words.text[s.end] not in "至到"),
            default=route.start,
        )
        if works := _WORKS_BEFORE.match(words.text, base, route.end):
            base = works.end()
        if interval := _INTERVAL.match(words.text, base, route.end):
            found += [Span(*interval.span(end), "route.end", "Station") for end in (1, 2, 3, 4) if interval[end]]
            continue
        section = _SECTION_ENDS.search(words.text, base, route.end) if "段" in words.text[base : route.end] else None
        # 望江至东湖、岚川至云岭高速公路: the first stands without its head
        if route.name and (route.via == "project.section" or not words.text.endswith(route.name[-2:], base, route.end)):
            section = _SHARED_ENDS.match(words.text, base, route.end)
        match = section or _BETWEEN.match(words.text, route.start)
        if match and match.end() <= route.end:
            start = match.start(1)
            for name in re.split("[至到经（）—-]", match.group(1)):
                stop = start + len(name)
                name = name.removesuffix("段")  # 云岚高速|池州段至祁门段
                end = start + len(name)
                start = _own_end(name, start)
                known = load_divisions().resolve(words.text[start:end], near=near)
                if name and not _NO_END.search(name):
                    found.append(Span(start, end, "route.division" if known else "route.end"))
                start = stop + 1
    return found


# 扩能工程|望江至东湖段, 一期工程（|望江至东湖段）
_WORKS_BEFORE = re.compile("[^至到—-]{0,20}(?:[一二三四]期|工程|项目)（?")
# 环湖路至市界段
_NO_END = re.compile("^(?:[国省市县区]界|起点|终点)$")


_TOWN_OF_VILLAGE = re.compile("[一-鿿]{1,4}(?:镇|乡|街道)(?=[一-鿿]{1,4}(?:村|社区)$)")


def _own_end(name: str, start: int) -> int:
    """Where the last place of a line's end begins that is written with those around it: 湖北|荆门, 徽县|大石坪, but 当金岭."""
    if town := _TOWN_OF_VILLAGE.match(name):  # 石桥镇|云湾村
        return start + town.end()
    at = 0
    for begin, end in load_divisions().scan(name):
        if begin == at + 1 and at == 0:
            break
        if end == len(name):
            return start + begin
        if end == len(name) - 1:
            break  # 资溪|花山界
        at = end
    if at == 0 or len(name) - at < 2:
        return start
    return start + at if name[at - 1] in "省市县区州盟旗镇乡" or _is_in_county(name, at) else start


def _is_in_county(name: str, at: int) -> bool:
    """Whether a county by its short name stands before a spot in it: 望江|云湾界, but not 望江东站."""
    divisions = load_divisions().named(name[:at])
    return name[at] not in "东西南北新" and bool(divisions) and all(d.level == "county" for d in divisions)


_NUMBERED_END = (*"0123456789", "高速", "高速公路", "国道", "省道", "线")

_LOOSE = "使让令以为其和与及等在从到沿经由是有将对把被该此本新老各全接连"

# 甲铁路、乙高铁等一批新线，…开工建设: what the list's last words say is being built.
_LIST_BUILT = re.compile(
    r"(?:、[^，。；、]{2,24}){0,8}等[^，。；]{0,6}(?:新线|工程|项目)(?:，[^，。；]{2,24}等[^，。；]{0,6}(?:工程|项目))?(?:陆续|相继|集中)?(?:开工|动工|开建|铺轨|贯通|建成)"
)

# 岚川、通岚等6条高速公路建设, 广湛、深江高铁开工: what happens to a list's sum or its last member happens to each.
_COUNTED_BUILT = re.compile(
    r"(?:(?:、[^，。；、]{2,12}){0,9}等?[0-9一二两三四五六七八九十]{1,3}[条座]|(?:、[^，。；、的]{2,12}?){1,9})(?:高速公路|高速铁路|高速|高铁|铁路|公路|通道|大桥)(?:项目)?"
    "(?:已|昨天|今天|日前|同日|相继|陆续|集中|全部|同时|全面|正式)*(?:（[^（）]*）)?(?:实现)?(?:建设|项目|工程|开工|动工|建成|通车|贯通|投资|共?完成投资)"
)

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
    if _WORKS_LISTED.search(text, 0, start) or _LIST_BUILT.match(text, end) or _COUNTED_BUILT.match(text, end):
        return True
    country = _COUNTRY_ROAD.match(text, start)
    if country and country.end() == end:  # what is widened is there
        return False
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
        or re.match(r"(?:新建|改扩建|扩建|改建)?(?:项目|工程|标段)|初步设计|施工图设计|可行性研究|工可|环评|立项", after)
        or re.search(r"开工|动工|建成|通车|贯通|合龙|投资|建设|施工|征地|项目|工程", after)
    )

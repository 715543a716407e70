"""Disasters, by the name or the number they are given, the place they strike, the day or the words that tell they happened."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognition.spans import Span, extend

_STORM = re.compile(
    r"(?:今年)?(?:第[0-9一二三四五六七八九十]+号)?(?:超强|强)?台风[“‘][一-鿿]{2,6}[”’]|(?:飓风|强?热带风暴|强?热带气旋|气旋风暴|气旋)“[一-鿿·]{2,8}”|“[一-鿿]{2,6}”台风|(?:[一-鿿]{2,5}?发生)?今年第[0-9一二三四五六七八九十]+(?:号|场编号)?洪水|(?:20[0-9]{2}年)?第[0-9一二三四五六七八九十]+号(?:编号)?洪水|(?![该本此这日])[一-鿿]{2,6}?(?<!发生)(?<!发生的)(?<!里氏)(?<![生次])[0-9.]+级地震|[0-9.]+级[一-鿿]{2,6}地震"
)

# 加拿大|林火, 利比亚|东部洪灾: by the place it strikes; 加州|山火季 is a time of the year
_CALAMITY = re.compile(
    "(?:[东西南北]{1,2}部|中部)?(?:林火|山火|野火|森林火灾|洪灾|火山喷发|空难|雪崩)(?!季|信息|风险|预警|警报|警戒|高发|多发|易发|频发|防控|防治|防火|监测|保险|形势|隐患|扑救|等|、)"
)


def find_named_disasters(text: str, bounds: Mapping[int, int]) -> list[Span]:
    """Storms, floods and earthquakes by name, number or strength, fires and floods by the place right before the word."""
    found: list[Span] = []
    if any(word in text for word in ("台风", "洪水", "地震", "飓风“", "风暴“", "气旋“")):
        found += [_with_river(text, m, bounds) for m in _STORM.finditer(text)]
    if "火" in text or "灾" in text or "空难" in text or "雪崩" in text:
        struck = ((extend(end, bounds), hit) for end in bounds if (hit := _CALAMITY.match(text, end)))
        found += [Span(begin, hit.end(), "event.disaster", "Disaster") for begin, hit in struck]
    return found


def _with_river(text: str, flood: re.Match[str], bounds: Mapping[int, int]) -> Span:
    """A flood by its number with its river: 湖江|2022年第3号洪水, 湖江|发生|2022年第4号洪水."""
    start = flood.start()
    if flood.group().endswith("洪水") and flood.group().startswith(("20", "第")):
        verb = 2 if text.endswith("发生", 0, start) else 0
        begin = extend(start - verb, bounds)
        if verb and begin < start - verb:
            return Span(start, flood.end(), "event.disaster", "Disaster", text[begin : start - verb] + flood.group())
        start = start if verb else begin
    return Span(start, flood.end(), "event.disaster", "Disaster")


# “7·16”特大油库火灾, ‘11·15’爆炸事故: disasters and cases go by their day.
_BY_DAY = re.compile(
    r"[“‘][0-9]{1,2}[·.][0-9]{1,2}[”’][一-鿿]{0,14}?(?:火灾|爆炸|地震|洪灾|洪水|泥石流|滑坡|坍塌|沉船|空难|专案|案件|案|惨案|事故|事件)(?:事故|灾害)?"
)

_QUAKE = re.compile(
    r"(?P<apart>（[^（）]{0,30}）)?(?:附近)?(?:[东西南北]{1,2}部)?(?:近海)?(?:海域)?(?:当地时间)?"
    r"(?P<day>[0-9]{1,2}日)?(?:今天|昨天)?(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚间|晚上?|夜间|深夜)?发生(?:了|的)?(?:里氏)?(?P<quake>[0-9.]+级(?:强烈)?地震)"
)

# 岷县…发生山洪泥石流灾害: named by its place.
_HAPPENED = re.compile(
    r"(?:发生|突发|遭遇|暴发)(?:了)?(?:一起)?((?:特大|重大|较大|严重)?(?:山洪|暴洪)?(?:泥石流|山体滑坡|滑坡|洪涝|洪水|火灾|爆炸|坍塌|塌方|崩塌|垮塌|溃坝|雪崩|交通|透水|瓦斯爆炸|暴雨洪涝)(?:地质)?(?:灾害|事故)"
    r"|(?:大规模|严重|恶性|校园|较大|重大|特大|特别重大|致命|列车|火车|货车|客车|大巴车?|轮船|客船|渔船|飞机|直升机|客机|大规模停电|[一-鿿]{0,2}倾覆|空中){0,2}"
    r"(?:(?:枪击|爆炸|踩踏|空袭(?=事件)|恐怖袭击|自杀式袭击|持刀伤人|驾车冲撞)(?:事件|事故)?|(?:脱轨|相撞|倾覆|坠毁|坠机|停电){1,2}(?:事故|事件)|洪灾|林火|山火|火灾(?!事故)|泥石流(?!灾害)|山体滑坡(?!灾害)|坠机))"
    r"(?=[，。；、（ ]|事件|造成|导致|致|后|$|已)"
)

_GRAVE = re.compile("^(?:特别重大|特大|重大|较大|严重|恶性|致命|大规模)")


def find_happened_disasters(text: str, bounds: Mapping[int, int]) -> list[Span]:
    """Disasters and cases by their day, and what is said to have happened at a place (甘肃积石山县发生6.2级地震)."""
    found: list[Span] = []
    for match in _BY_DAY.finditer(text) if "·" in text or "." in text else ():
        found.append(Span(extend(match.start(), bounds), match.end(), "event.disaster", "Disaster"))
    for match in _QUAKE.finditer(text) if "地震" in text else ():
        begin = extend(match.start(), bounds)
        if begin < match.start():  # 甘肃积石山县发生6.2级地震
            # 乙国（北纬28度）发生8.1级地震, 乙国15日发生8.1级地震
            start = match.start("quake") if match["apart"] or match["day"] else begin
            name = text[begin : match.start()] + match["quake"]
            found.append(Span(start, match.end(), "event.disaster", "Disaster", name))
    happened = "发" in text and ("发生" in text or "突发" in text or "暴发" in text)
    for match in _HAPPENED.finditer(text) if happened or "遭遇" in text else ():
        if place := _struck_place(text, match.start(), bounds):
            what = _GRAVE.sub("", match.group(1)) + ("事件" if match.group(1).endswith(("枪击", "踩踏", "袭击")) else "")
            found.append(Span(match.start(1), match.end(1), "event.disaster", "Disaster", place + what))
    return found


def _struck_place(text: str, verb: int, bounds: Mapping[int, int]) -> str:
    """The place that the clause names before what happened, or nothing."""
    clause = max(text.rfind(mark, 0, verb) for mark in "，。；") + 1
    near = [(b, a) for b, a in bounds.items() if max(clause + 2, verb - 20) <= b <= verb]
    if not near:
        return ""
    # 梅州市|梅大高速茶阳路段|发生塌方: where exactly in the place
    spot = text[max(near)[0] : verb]
    exact = len(spot) <= 14 and not re.search(
        "[^一-鿿0-9]|^一|某|[日时分]|今天|昨天|上午|下午|凌晨|晚|连续|多地|近日|又|再次|附近", spot
    )
    return text[max(near)[1] : verb if exact else max(near)[0]]

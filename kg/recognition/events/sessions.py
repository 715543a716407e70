"""Meetings by their number or by the body that meets: congresses, plenary and regular sessions, leaders who meet again."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognition.phrases import PARTIES
from kg.recognition.spans import Span, extend

NUMBER = r"[一二三四五六七八九十百0-9]{1,4}"

# 第十七次专题学习, 第十七讲专题讲座: sessions of leading bodies that study.
_STUDY = "(?:集体学习|专题学习|履职学习专题讲座|专题讲座|学习讲座)"

# 三次全体会议, 五次全委（扩大）会议: all members of a committee meet.
_PLENARY = "(?:全体会议|全体（扩大）会议|全会|全委(?:（扩大）|扩大)?会议?)"

_BARE_STUDY = re.compile(f"第{NUMBER}[次讲]{_STUDY}")  # whose it is must be said

_LEVEL = r"(?:中共|中国共产党|政协|共青团|[省市区县州盟旗镇乡]|自治区|全国|中央)?"

# 市三届人大常委会|召开|第十次会议: the verb is no part of the name.
_INNER = "(?:(?!召开|举行|关于)[一-鿿]){0,12}?"

_SESSION = re.compile(
    rf"{_LEVEL}(?:委|政协|人大|人大常委会|政协常委会|纪委)?第?{NUMBER}届{_INNER}第?{NUMBER}[次讲](?:{_STUDY}|{_PLENARY}|(?:会员)?代表大会|会员大会|中常会|常委会会议|常委会议|主席会议|主任会议|常务会议|会议|大会)"
    rf"|第?{NUMBER}届{_LEVEL}{_INNER}第?{NUMBER}[次讲](?:{_STUDY}|{_PLENARY}|代表大会|常委会会议|常务会议|会议|大会)"
    rf"|(?:中央|中|[省市县区州盟旗])(?:纪|(?<!中央)(?<!中))委第?{NUMBER}次{_PLENARY}"
    rf"|{_LEVEL}第{NUMBER}次(?:党员)?(?:党代表大会|党代会|代表大会)"
    rf"|第{NUMBER}次[一-鿿]{{2,12}}?(?:常务会议|常委会会议|常委会议|党组会议|办公会议|主席会议|主任会议)"
    rf"|第{NUMBER}次[省市区县州盟旗]委常委会(?=[，。])"
    rf"|第{NUMBER}[次讲]{_STUDY}"
    r"|党的(?:十[一二三四五六七八九]|二十)大(?!会)"
    r"|(?:党的|中共)?(?:十[一二三四五六七八九]|二十)大(?=[，。、；”和与及之]|精神|以来|报告|代表|召开|胜利|提出|作出|部署|闭幕|开幕|重要成果|$)"
    r"|(?:党的|中共)?(?:十[一二三四五六七八九]|二十)届[一二三四五六七八九]中全会"
)

# 九届州委常委会召开第226次（扩大）会议: a session whose number stands behind the verb.
_SESSION_HELD = re.compile(
    r"(?:日?[上下]午|日)?((?:[一-鿿]{0,6}届)?[一-鿿]{0,8}(?:[省市区县州盟旗]委常委会|[省市区县州盟旗]委|人大常委会|代表大会常务委员会|政府|政协|党组|常委会|中心组|国务院|中央政治局|(?<=届)委员会)"
    # 十四届全国人大一次会议主席团10日下午在人民大会堂举行第六次会议
    r"|(?:政协|中国人民政治协商会议)?(?:自治区|[省市区县州盟旗])?第?[一二三四五六七八九十]{1,3}届[一-鿿]{0,16}?第?[一二三四五六七八九十]{1,3}次会议(?:主席团)?)"
    r"(?:(?:[0-9]{1,2}日|今天|昨天|[上下]午|在)[^，。；]{0,20}?)?(?:以“[^“”]{2,40}”为(?:主)?题，)?(?:开幕，?并)?(?:召开|举行|进行|举办)(?:了)?(?P<told>(?:常委会组成人员)?(?P<session>(?:[一二三四五六七八九十0-9]{1,4}届)?第?[0-9一二三四五六七八九十百]{1,4}次(?:（扩大）)?(?:全体|全委|常务|主席|主任|委员长|扩大|常委会?)?(?:（扩大）)?会议|(?:[一二三四五六七八九十]{1,3}届)?[一二三四五六七八九十]{1,3}次(?:全会|全委会(?!议))|预备会议"
    rf"|(?:20[0-9]{{2}}年度?)?第[0-9一二三四五六七八九十百]{{1,4}}[次讲]{_STUDY}))"
)

# Each session is one by its number, or a congress that goes by its number (十九大).
_SESSION_SIGN = re.compile("[届次讲大](?:(?<=[一二三四五六七八九十百0-9][届次讲])|(?<=十大)|(?<=十.大))")

# 市委审计委员会|第五次会议, 县安委会|第二次全体会议: a session of the body that ends before it.
_OF_BODY = re.compile(rf"(?<=[会组部])第{NUMBER}次(?:全体|扩大)?(?:（扩大）)?会议")

# 县委常委（扩大）会, 区政府常务会议: the regular meeting of a body on the day of the report.
_REGULAR = re.compile(
    r"[省市区县州盟旗]委(?:常委(?:会?（扩大）会(?:议)?|会?会议(?:（扩大）)?)|理论学习中心组(?:学习会|（扩大）学习会))(?!室)|(?<=召开)[省市区县州盟旗]委常委会(?=[，。])"
    r"|[省市区县州盟旗](?:人民)?政府(?:党组（扩大）会议|党组会议|常务会议|常务会|全体会议)(?!室)"
    r"|(?:(?<=召开)|(?<=主持))[省市县区州盟旗](?:政协(?:主席会议|党组(?:（扩大）)?会议)|人大常委会(?:主任会议|党组(?:（扩大）)?会议))"
    r"|(?:(?<=召开)|(?<=主持))[部署]常务会议"
)

# 召开2022年党组理论学习中心组第1次集中学习扩大会议: what a body's study group meets for.
_STUDY_GROUP = re.compile(
    rf"(?:20[0-9]{{2}}年度?)?(?:第{NUMBER}次)?(?:党[委组]|党工委|党总支|[省市区县州盟旗]委)?理论学习中心组(?:20[0-9]{{2}}年度?)?(?:第{NUMBER}次)?"
    r"(?:（扩大）|扩大|集体|集中|专题|学习|研讨|交流){0,5}(?:会议|会)(?![员场长])"
)

# 市委常委会召开会议: the meeting goes by the body that meets.
_BODY_MEETS = re.compile(
    r"((?:[一-鿿]{2,4}[省市区县州盟旗]|[省市区县州盟旗])(?:委常委会|委深改委|委审计委员会|委财经委员会|委全面依法治[一-鿿]委员会|(?:委|政府党组|党组)理论学习中心组|政府党组|人大常委会党组|政协党组|委|政府|人大常委会|政协))(?:召开|举行)(?:了)?((?<=常委会召开)会议|(?<=常委会举行)会议|(?<=党组召开)会议|(?<=委员会召开)会议|(?<=深改委召开)会议|常委会会议|常委会议|常委会（扩大）会议|(?:党组)?(?:（扩大）|扩大)会议|(?<=[会协府]召开)党组会议|(?:(?<=中心组召开)|(?<=中心组举行))(?:（扩大）|扩大|集体|集中|专题){0,3}学习(?:研讨)?(?:（扩大）|扩大)?会议?|(?<=协召开)主席会议|(?<=会召开)主任会议|常务会议)(?=[，。])"
)


def find_sessions(text: str, bounds: Mapping[int, int]) -> list[Span]:
    """Sessions by their number, the regular meetings of bodies, and meetings that go by the body that meets."""
    sessions = _SESSION_SIGN.search(text) is not None
    found = [
        Span(_session_start(text, m.start(), bounds), m.end(), "event.session", "Meeting")
        for m in (_SESSION.finditer(text) if sessions else ())
        if m.end() - m.start() > 2 and not (_BARE_STUDY.fullmatch(m.group()) and m.start() not in bounds)
    ]
    found += [
        Span(extend(m.start(), bounds), m.end(), "event.session", "Meeting")
        for m in (_OF_BODY.finditer(text) if sessions else ())
        if m.start() in bounds and not any(s.start <= m.start() < s.end for s in found)
    ]
    for match in _SESSION_HELD.finditer(text) if sessions else ():
        start, end = match.span("told")
        found = [s for s in found if (s.start, s.end) != match.span("session")]
        body = text[_session_start(text, match.start(1), bounds) : match.end(1)]
        found.append(Span(start, end, "event.session", "Meeting", body + match.group("session")))
    if "会" in text:
        found += [Span(extend(m.start(), bounds), m.end(), "event.regular", "Meeting") for m in _REGULAR.finditer(text)]
    if "中心组" in text:
        found += [Span(extend(m.start(), bounds), m.end(), "event.regular", "Meeting") for m in _STUDY_GROUP.finditer(text)]
    for match in _BODY_MEETS.finditer(text) if "召开" in text or "举行" in text else ():
        begin = min(match.start(1), extend(match.end(1), bounds))  # of a division with a long name, more than the pattern takes
        found.append(
            Span(match.start(2), match.end(2), "event.regular", "Meeting", text[begin : match.end(1)] + match.group(2))
        )
    return found


_CONFERENCE = (*PARTIES, "中国少年先锋队", "中国共产主义青年团", "政协", "中国人民政治协商会议", "中国共产党", "中共")

# 湖山组织|成员国元首理事会|第二十四次会议, 中法|高级别交流机制|第五次会议, 中瑞|第二轮战略对话
_COUNCIL = re.compile(
    "(?:成员国|缔约国)?(?:国家)?(?:元首|外长)理事会$"
    "|中[美俄英法德日韩印澳欧非阿土哈吉塔乌蒙巴埃南越老缅泰柬马菲尼沙伊以希意西葡瑞波匈捷塞智秘墨加古朝](?:[一-鿿]{2,12}机制)?$"
)


def _session_start(text: str, start: int, bounds: Mapping[int, int]) -> int:
    """Where a session's name begins: 政协第十三届全国委员会… with the conference it is one of."""
    if council := _COUNCIL.search(text, max(0, start - 16), start):
        start = council.start()
    if text.startswith("党的", start):
        return start  # 省委|党的二十届三中全会精神宣讲团
    start = extend(start + 1 if bounds.get(start + 1, start) < start else start, bounds)  # 天津|市第十四届…
    if text[start - 1 : start] == "》" and (opened := text.rfind("《", max(0, start - 30), start)) >= 0:
        return opened  # 《湿地公约》第十四届缔约方大会
    return start - len(next((name for name in _CONFERENCE if text.endswith(name, 0, start)), ""))


# 内蒙古第31届旅游那达慕大会, 第五次会议, 第二轮外长级战略对话: a number makes the event one of a series.
_NUMBERED = re.compile(
    rf"第{NUMBER}期“[^“”]{{2,16}}(?:讲堂|论坛|沙龙|课堂|大家谈|讲坛)”(?:暨[一-鿿]{{2,12}}(?:赛|会|论坛))?|(?:首届|首轮|首次|第{NUMBER}[届次轮])(?:(?!委员会|向|召开|举行|(?<!高级)代表(?!大会)|蝉联|打破)(?:[一-鿿·]|（[一-鿿]{{1,4}}）)){{0,14}}?(?:大会|博览会|论坛|峰会|运动会|亚运会|亚残运会|奥运会|冬奥会|全运会|节|会议|展览会|交易会|洽谈会|对话会|对话|磋商|谈判|大赛|锦标赛|联赛|教育活动|读书活动|交流活动)(?![的点上])"
)

# 十年来|首次双边峰会: how long there was none before it, no name.
_FIRST_SINCE = re.compile("(?:以来|年来|[后的上])$")

_GONE_TO = re.compile("首[次届].*(?:出席|参加)")

# 湖平总理第二十九次定期会晤, 第二十五次湖山—平川领导人会晤: leaders meet by number.
_LEADERS_MEET = re.compile(
    rf"(?:金砖国家|成员国|[一-鿿]{{2}})(?:领导人|总理|元首|外长|[一-鿿]{{2}}部长)第{NUMBER}次(?:定期)?会晤(?!员)"
    rf"|第{NUMBER}次[一-鿿]{{2,6}}[—－-]?[一-鿿]{{2,6}}领导人会晤"
)


def find_numbered(text: str, bounds: Mapping[int, int]) -> list[Span]:
    """Meetings, festivals, contests and rounds of talks that a number makes one of a series."""
    found: list[Span] = []
    if "第" in text or "首" in text:
        for match in _NUMBERED.finditer(text):
            if match.group().startswith("首次") and _FIRST_SINCE.search(text, 0, match.start()):
                continue
            # 首次作为成员国出席|湖山组织峰会, but 首次组团参加|展览会 names none
            gone = _GONE_TO.match(match.group())
            if gone and match.end() - match.start() - gone.end() < 6:
                continue
            start = match.start() + gone.end() if gone else _session_start(text, match.start(), bounds)
            found.append(Span(start, match.end(), "event.numbered", "Meeting"))
    for match in _LEADERS_MEET.finditer(text) if "会晤" in text else ():
        found.append(Span(extend(match.start(), bounds), match.end(), "event.numbered", "Meeting"))
    return found

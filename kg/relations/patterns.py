"""From a readable pattern over a skeleton to a compiled regular expression with a trigger and typed slots.

The notation, by example: ``{subject:Person*}_{0,8}<出席|参加>…{object:Event}``

========================  ==========================================================================================
``{subject:Person}``      a slot: one mention of a type, or of several (``Place|Agency``); without a name it is passed over
``{subject:Person*}``     a list of such mentions: A、B和C, for persons also with their titles between
``<出席|参加>``            the trigger, exactly one: a sentence without any of these words is never searched
``(a|b)``, ``(a)?``       alternatives and options
``!(a|b)``                neither of these follows here
``[一二三]``               one character of a set (``[^…]``: none of it), also ``[一二三]{0,2}``
``_{0,8}``                a gap within a clause, of at most so many steps (a mention is one step)
``.{0,8}``                a gap within a sentence
``…``                     the same as ``_{0,12}``
========================  ==========================================================================================

Every gap is bounded, so the work is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, TIME
from kg.relations.skeleton import TYPE_CHARS

LONGEST_GAP = 60
_HOUSE = "医院|学校|[小中大]学|校区|公寓|幼儿园|托育园|敬老院|养老院|产业园|集聚区|出入口|生产线|厂区|小区|安置点|复建点"
HOUSES = f"(?:(?!的)[一-鿿]){{0,8}}(?:{_HOUSE})"
"""How a name goes on behind the place that it begins with, where nobody recognizes the whole (望江县|阳光托育园)."""
_SITES = f"(?:(?!的)[一-鿿（）]){{0,10}}(?:{_HOUSE}|基地|示范[村点园带]|会客厅|展厅|展[示览]中心|馆|[市广]场|泵站|水厂|合作社|车间|民宿|茶园|果园|农场)"
"""The same of what a list of places goes on to: 望江村|红色教育基地、…"""
SLOTS = ("subject", "object", "date", "event")


class PatternError(ValueError):
    """A pattern that cannot be read; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a pattern for one mention, or for a list of them, of the types given."""

    types: tuple[str, ...]
    many: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern."""

    regex: re.Pattern[str]
    triggers: tuple[str, ...]
    """The words of which a sentence must hold one."""
    slots: Mapping[str, Slot]


_OBJECT = re.compile(r"\{object:([A-Za-z|]+)")
_TOKEN = re.compile(
    r"\{(?P<name>\w*):(?P<types>[A-Za-z|]*)(?P<many>\*?)\}"
    r"|<(?P<trigger>[^<>]*)>"
    r"|(?P<gap>[._])\{(?P<low>\d+),(?P<high>\d+)\}"
    r"|(?P<set>\[\^?[^\[\]]+\](?:\{\d{1,2},\d{1,2}\})?)"
    r"|(?P<group>!\(|[()|?^$])"
    r"|(?P<dots>…)"
    r"|(?P<bad>[*+{}<>\[\].\\])"
    r"|(?P<literal>.)",
    re.DOTALL,
)

_CLAUSE_END = "，。；：！？"
_SENTENCE_END = "。；！？"
# A list of people runs on over their titles, but not over what somebody does.
_DEEDS = (
    "出席|参加|列席|主持|表示|指出|强调|介绍|宣布|致辞|致词|讲话|发言|调研|考察|视察|慰问|会见|陪同|认为|要求|率领|带领|带队"
    "|签订|签署|担任|说|看望|听取|，并"
)
# Behind the people named come those that are not: 和县四大班子领导，以及有关部门负责人等.
_COMPANY = "负责同志|负责人|领导同志|领导|同志|代表|干部|人员|人士|嘉宾|群众|职工|师生|学生|居民|村民|企业家|专家|学者|官员|客商|成员|委员|队员|官兵|志愿者|主席|主任|书记|校长|院长|秘书长|巡视员|人选"
HOLDS = "(?:所辖|下辖)的?|的(?=.(?:[、，。；和及与等]|以及|$))"
"""What may stand between a place and the one in it that a list means."""
_STEPS = "组成|成立|开展|设立|举行|召开|建设(?!单位|方)|签订|签署|建立|实施|组织|举办|推进|合作"


def compile_pattern(text: str) -> Pattern:
    """Compile a pattern.

    Raises:
        PatternError: Where the notation is broken, a type is unknown, a gap is unbounded, or there is not exactly one trigger.

    Example:
        >>> compile_pattern("{subject:Person}<主持>会议").triggers
        ('主持',)
    """
    parts: list[str] = []
    slots: dict[str, Slot] = {}
    triggers: tuple[str, ...] = ()
    rivals = ""  # what could fill the slot to the left: a gap never skips a nearer candidate
    wanted = _OBJECT.search(text)
    items = "".join(TYPE_CHARS[given] for given in wanted[1].split("|") if given in TYPE_CHARS) if wanted else ""
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if token[0] == "!(" and parts:  # what must not follow must not follow the whole list, rather than a part of it
            parts[-1] = f"(?>{parts[-1]})"
        if token["types"] is not None:
            parts.append(_slot(token, slots))
            if token["name"]:  # where an object is followed by more of its kind, the first one stands
                rivals = "".join(TYPE_CHARS[given] for given in token["types"].split("|")) if token["name"] == "subject" else ""
        elif kind == "trigger":
            if triggers:
                raise PatternError("more than one <trigger>")
            triggers = tuple(sorted(token["trigger"].split("|"), key=lambda word: (-len(word), word)))
            if not all(triggers):
                raise PatternError("a <trigger> with an empty alternative")
            parts.append(f"(?P<trigger>{'|'.join(map(re.escape, triggers))})")
            rivals = ""
        elif token["gap"]:
            low, high = int(token["low"]), int(token["high"])
            if not low <= high <= LONGEST_GAP:
                raise PatternError(f"the gap {token[0]} must run up to at most {LONGEST_GAP}")
            stops = _SENTENCE_END if token["gap"] == "." else _CLAUSE_END
            if triggers and items and text.startswith("、", token.end()):
                # _{2,16}、 before the object: members of its list that nobody recognized, not those that could fill it,
                # though a name that nobody knows may begin with one (望江|第二实验学校)
                parts.append(f"(?:[^{stops}{items}]|[{items}](?=[一-鿿]{{2}})){{{low},{high}}}?")
            else:
                parts.append(f"[^{stops}{rivals}]{{{low},{high}}}?")
        elif kind == "dots":
            parts.append(f"[^{_CLAUSE_END}{rivals}]{{0,12}}?")
        elif kind == "bad":
            raise PatternError(
                f"{token[0]!r} at {token.start() + 1}: repeat nothing without a bound, write gaps as .{{0,12}} or _{{0,12}}"
            )
        elif kind == "group":
            parts.append({"(": "(?:", "!(": "(?!"}.get(token[0], token[0]))
        else:
            parts.append(token[0] + "?" * token[0].endswith("}") if kind == "set" else re.escape(token[0]))
    if not triggers:
        raise PatternError("no <trigger>")
    try:
        return Pattern(re.compile("".join(parts)), triggers, slots)
    except re.error as error:
        raise PatternError(str(error)) from error


def _slot(token: re.Match[str], slots: dict[str, Slot]) -> str:
    name, types, many = token["name"], tuple(token["types"].split("|")), bool(token["many"])
    for given in types:
        if given not in TYPE_CHARS:
            raise PatternError(f"unknown type {given!r} in {token[0]}; types are {', '.join(TYPE_CHARS)}")
    if name and name not in SLOTS:
        raise PatternError(f"unknown slot {name!r}; slots are {', '.join(SLOTS)}")
    if name in slots:
        raise PatternError(f"two slots named {name!r}")
    chars = "".join(TYPE_CHARS[given] for given in types)
    # Places stand in chains without a mark between them: 吉安市永丰县.
    body = _list_of(chars, types) if many else f"[{chars}]{{1,4}}" if PLACE in types else f"[{chars}]"
    if not name:
        return f"(?:{body})"
    slots[name] = Slot(types, many)
    return f"(?P<{name}>{body})"


def _list_of(chars: str, types: tuple[str, ...]) -> str:
    bracketed = "(?:（[^（）。]{1,12}）)?"
    if PERSON in types:  # a list ends where the next deed begins: 会见甲、乙，并同丙主持
        company = (
            f"(?:等?(?:，?(?:以及|及|和|与)|[，、等])(?!在)(?:(?!{_DEEDS})[^{chars}。；：！？，]){{0,40}}?"
            f"(?:{_COMPANY})(?![一-鿿]{{0,2}}、?[{chars}])){{0,4}}"
        )
        between = f"{bracketed}(?:同志|先生|女士|院士|教授)?(?:以及|、|，(?!并)|和|及|与|暨)(?:(?!{_DEEDS})[^{chars}。；：！？]){{0,40}}"
        # Two that a headline sets side by side with a space (甲 乙到某县调研) stand without a mark.
        return f"[{chars}](?:(?:{between})?[{chars}]){{0,60}}{company}"
    modifiers = 14 if AGENCY in types else 6  # 、建设单位湖山路桥集团
    # 提案委员会《甲》、经济委员会《乙》: what another body gives is not of this list.
    others = f"(?<![会委局院部府厅{TYPE_CHARS[AGENCY]}])" if types == (DOCUMENT,) else ""
    # 由甲部及多家机构主办的展览今天在乙市: the list ends before what is of another kind.
    apart = "".join(TYPE_CHARS[given] for given in (PERSON, EVENT, TIME) if given not in types)
    # A member that nobody recognized parts no list: 来到甲村、种粮大户家中、乙村.
    unknown = f"(?:[、和及与][^{chars}。；：！？，、“”]{{2,20}}(?=、)){{0,3}}"
    works = "(?:建设|改造|整治|提升)?(?:项目|工程)(?:建设)?(?:点|现场|工地|一线)?"
    at_work = f"(?:(?:(?:建设|施工|项目|[新改扩]建|改造)?(?:现场|工地|一线|情况|进度|进展)|{works}|{_SITES})(?=[、，和及]))?"
    if AGENCY in types and PLACE in types:
        # 参观了湖山|三江湖、云岭集团|青石煤矿、东湖古镇: a name that begins with a place or a firm
        at_work = f"(?:{at_work}|(?<=[{TYPE_CHARS[PLACE]}])(?!就|开展|进行|考察|调研|学习|参观|慰问|走访|检查|对接|洽谈)(?:(?!的)[一-鿿]){{2,20}}(?=、)|(?<=[{TYPE_CHARS[AGENCY]}])(?:(?!的)[一-鿿]){{1,8}}[店矿厂](?=、))"
    spirit = "(?:(?:[上时]的(?:重要)?讲话)?精神)?" if EVENT in types else ""  # 传达甲会议精神和乙会议精神
    year = f"{TYPE_CHARS[TIME]}?" if EVENT in types and TIME not in types else ""  # 举办甲节、2023年乙大会
    between = f"{spirit}{at_work}{unknown}{bracketed}”?等?(?:以及|、|和|及|与){year}(?:(?!{_STEPS})[^{chars}{apart}。；：！？，、]){{0,{modifiers}}}{others}"
    if EVENT in types:  # 学习甲会议时的讲话精神，乙全会精神
        between = f"(?:{between}|(?:[上时]的(?:重要)?讲话)?精神，(?=[{TYPE_CHARS[EVENT]}]精神))"
    if types == (DOCUMENT,):  # 通过了甲决定，乙决定。, but not 印发《甲》，《乙》明确
        between = f"(?:{between}|，(?=[{chars}](?:[、，。；]|$)))"
    member = f"[{chars}]{{1,4}}"
    if PLACE in types:  # 到甲市乙区、丙县，丁省戊市己区以及庚县，以及辛省壬市: the list of the next city begins after a comma
        place = f"[{TYPE_CHARS[PLACE]}]"
        between = f"(?:{between}|，(?={place}(?:{HOLDS})?{place}{{1,2}}(?:[、，和及]|以及))|，以及(?={place}{{1,3}}[，。；等]))"
        member = f"(?:{place}{{1,3}}(?:{HOLDS})(?={place}))?{member}"  # 途经甲市所辖|乙区、丙县的|丁镇
    return f"{member}(?:{between}{member}){{0,60}}"

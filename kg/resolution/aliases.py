"""Which names in a document mean the same thing: 以下简称, a name without its place or owner, contractions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg.model import AGENCY, DOCUMENT, EVENT, PLACE, PROJECT
from kg.recognition.divisions import letters_of, load_divisions
from kg.recognition.numerals import parse_numeral
from kg.resolution.identity import plain

_CALLED = re.compile(r"（(?:以下|下)?(?:简称|统称|称为?)[:：]?[为“《]{0,2}([^（）“”《》]{2,20})[”》]?）")
# What may follow a short name in a long one without making it another thing.
_TAIL = re.compile(
    r"(?:项目|工程|建设|建设项目|工程项目|工作|活动|地区|区域|公司|集团|集团公司|度假区|园区|方案|规划|线|服务)$"
)
_STARTED = re.compile("集中(?:开工|签约|竣工|投产|开竣工)$")
_FAIR = re.compile(r"[一-鿿](?:博|交|洽|贸)会")
_FAIRS = ("博览会", "交易会", "洽谈会", "贸易会", "展览会", "投洽会")
# 第八届市运会 of 云湖市第八届运动会
_GAMES = re.compile(r"(?:第[一二三四五六七八九十0-9]{1,3}届)?([省市区县州旗])运会")
_PART = re.compile(r"[一二三四五六七八九十0-9]+期|[东西南北中]段|段$|标段|分[公部院行校]|支行|院区|校区|医院[东西南北老]院$")


def explicit_short_names(text: str) -> Iterator[tuple[int, str]]:
    """Short names that a sentence introduces, with the place of the bracket: the name right before it is meant.

    Example:
        >>> list(explicit_short_names("印发《行动计划》（以下简称《计划》）"))
        [(8, '计划')]
    """
    for match in _CALLED.finditer(text):
        yield match.start(), match.group(1)


def is_short_for(short: str, full: str, type_: str) -> bool:
    """Whether a name is a short form of a longer one of the same type in the same document.

    Example:
        >>> is_short_for("抚吉高速公路", "抚州至吉安高速公路", "Project")
        True
        >>> is_short_for("华东师大二附中", "华东师范大学第二附属中学", "Agency")
        True
        >>> is_short_for("南枫线", "南枫线一期工程", "Project")
        False
    """
    short, full = plain(short), plain(full)
    if type_ == EVENT and len(short) < len(full) and "届" in short and _in_digits(short) == _in_digits(full):
        return True  # 第21届湖山博览会, 第二十一届湖山博览会
    if type_ == EVENT and len(short) < len(full) and (session := session_key(short)) and (other := session_key(full)):
        return session == other
    if short == full or len(short) >= len(full) or len(short) < 2:
        return False
    if type_ == EVENT and (("+" in full and "+" not in short) or _apart(short, full)):
        return False  # 湖山组织+东洲峰会 is a wider meeting than 湖山组织峰会
    if type_ == EVENT and _STARTED.search(short) and full.endswith("仪式"):  # 湖山县重点项目集中开工|仪式
        return short == full[:-2] or is_short_for(short, full[:-2], type_)
    # Most pairs fail here, at the last character that every short form takes from the end of the full one.
    if short not in full and short[-1] not in full[-2:] and (type_ != EVENT or not _FAIR.fullmatch(short)):
        return False
    if type_ == EVENT and full.endswith("运动会") and (games := _GAMES.fullmatch(short)):
        return games[1] in full
    if type_ == EVENT and "暨" in full and any(_is_part(part, short) for part in full.split("暨")):
        return True  # 某集团生产线项目开工仪式 of 某市重大项目集中开工暨某生产线项目开工仪式
    if type_ == PROJECT and len(short) >= 7 and full.endswith(short) and full[: -len(short)].endswith(("工程", "项目")):
        return True  # 云水东线一期工程|北延应急供水工程
    if bool(_PART.search(short)) != bool(_PART.search(full)):
        return False
    if full.endswith(short):
        # 实施意见 for the opinion named before; a project or body without the place or owner before it.
        return len(short) >= (3 if type_ in (DOCUMENT, PLACE) else 4)
    if full.startswith(short):
        return len(short) >= 3 and bool(_TAIL.fullmatch(full[len(short) :]))
    if short in full:
        return len(short) >= 4 and bool(_TAIL.search(full[full.index(short) + len(short) :] or "线"))
    if type_ == DOCUMENT and len(short) >= 8 and short[-4:] == full[-4:] and _is_subsequence(short, full):
        return True
    if type_ in (AGENCY, PROJECT, PLACE) and len(short) >= 4:
        return _contracts(short, full)
    if type_ == EVENT and _FAIR.fullmatch(short) and full.endswith(_FAIRS):  # 花博会, 第十届中国花卉博览会
        return _is_subsequence(short, full)
    return type_ in (EVENT, DOCUMENT) and len(short) >= 5 and _contracts(short, full)


_ORDINALS = re.compile(r"([一二三四五六七八九十百零0-9]+)([次届])")
_MEETING_OF = re.compile(r"(委员长|主席|主任|常务|常委会|主席团)(?:扩大)?会议$")


def _in_digits(name: str) -> str:
    """A name with the numbers of its editions and sittings in figures."""
    return _ORDINALS.sub(lambda m: f"{parse_numeral(m.group(1)) or m.group(1)}{m.group(2)}", name)


def _apart(one: str, other: str) -> bool:
    """Whether two meetings are told apart by their numbers (第十二次会议, 第三十二次委员长会议) or by who meets."""
    scopes = {name[:2] for name in (one, other) if name.startswith("全") and name[1:2] in "国省市县区州"}
    if len(scopes) == 2:  # 全市述职评议会议, 全省…述职评议会议
        return True
    if ("纪" in one) != ("纪" in other) and "届" in one and "届" in other:  # 二十届中央委员会, 二十届中央纪律检查委员会
        return True
    numbers = [{mark: number for number, mark in _ORDINALS.findall(_in_digits(name))} for name in (one, other)]
    if any(numbers[0][mark] != numbers[1][mark] for mark in numbers[0].keys() & numbers[1].keys()):
        return True
    meets = [_MEETING_OF.search(name) for name in (one, other)]
    return bool(numbers[0] and numbers[1]) and (meets[0] and meets[0].group(1)) != (meets[1] and meets[1].group(1))


_SESSION_OF = re.compile(
    r"(政协|政治协商会议|人大|人民代表大会)(常委会|常务委员会)?[^届次]{0,12}?第?([一二三四五六七八九十百0-9]{1,4})届[^一二三四五六七八九十百0-9次]{0,8}?(常委会|常务委员会)?[^一二三四五六七八九十百0-9次]{0,4}第?([一二三四五六七八九十百0-9]{1,4})次(主席|主任|常务|常委会?)?(?:全体)?会议"
)


# 自治区十三届人大一次会议, 市第十六届人大常委会第八次会议: the term before the body.
_TERM_FIRST = re.compile(
    r"第?(?P<term>[一二三四五六七八九十百0-9]{1,4})届[^届次第]{0,12}?(?P<body>政协|人大|人民代表大会)(?P<standing>常委会|常务委员会)?"
    r"第?(?P<session>[一二三四五六七八九十百0-9]{1,4})次(?:主席|主任|常务)?(?:全体)?会议$"
)


def session_key(name: str) -> tuple[str, ...]:
    """What tells a session from others however it is written out, empty for other names.

    Example:
        >>> session_key("市政协十四届三次会议") == session_key("中国人民政治协商会议上海市第十四届委员会第三次会议")
        True
    """
    name = _in_digits(name)
    found = _SESSION_OF.search(name)
    if not found:
        found = _TERM_FIRST.search(name)
        if not found:
            return ()
        body = "政协" if found["body"].startswith("政") else "人大"
        return body, (found["standing"] or "")[:1], found["term"], found["session"], ""
    body = "政协" if found.group(1).startswith("政") else "人大"
    standing = found.group(2) or found.group(4) or found.group(6) or ""
    part = _PART_OF_SESSION.match(name, found.end())
    return body, standing[:1], found.group(3), found.group(5), part.group() if part else ""


# 三次会议|第二次全体会议, 一次会议|主席团第一次会议: one sitting of a session, or of its presidium.
_PART_OF_SESSION = re.compile(
    "(?:主席团(?:常务主席)?)?第[0-9]{1,3}次(?:全体|大会)?会议|预备会议|主席团(?:常务主席)?会议|新闻发布会"
)


_BY_WAY = re.compile("(?<=[一-鿿]{2})经(?=[一-鿿]{2,4}至)")  # 成都|经|达州至万州
_LINE_KIND = re.compile(r"(?:项目|工程|建设项目)?$")
_LINE_HEAD = re.compile(
    r"(?:国家)?(?:高速公路|高速铁路|城际铁路|城际轨道交通线?|轨道交通线?|客运专线|客专|城际|高速|高铁|铁路|公路|快速路)(?:项目|工程|建设项目)?$"
)
_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")


@lru_cache(maxsize=1 << 14)
def route_key(name: str) -> str:
    """What tells one line from another whatever its kind is called: 抚吉高速 and 抚吉高速公路项目 are one.

    Example:
        >>> route_key("抚吉高速公路项目"), route_key("轨道交通一号线工程")
        ('抚吉', '轨道交通1号线')
    """
    name = (
        re.sub(r"（[^（）]{1,4}）(?=[0-9一二三四五六七八九十]+号线)|（[一-鿿]{1,5}界）", "", name)
        .replace("到", "至")
        .replace("的", "")
    )
    name = _BY_WAY.sub("至", name.replace("——", "至"))
    key = _LINE_HEAD.sub("", name)
    if "号线" in name:
        return _LINE_KIND.sub("", key if len(key) >= 2 else name).translate(_NUMERALS)
    return key or name


def same_route(one: str, two: str) -> bool:
    """Whether two names mean one line: equal keys, or one the contraction of the other (敦白高铁, 敦化至白河高速铁路).

    Example:
        >>> same_route("敦白高铁", "敦化至白河客专"), same_route("长珲客专", "敦白高铁")
        (True, False)
        >>> same_route("渝昆高铁", "重庆至昆明高速铁路"), same_route("沪昆高铁", "重庆至昆明高速铁路")
        (True, False)
    """
    a, b = sorted((route_key(one), route_key(two)), key=len)
    if a == b or (len(a) >= 3 and b.endswith(a)):
        return True
    ends = b.split("至")
    return 2 <= len(ends) == len(a) and all(map(_stands_for, a, ends))


def _stands_for(letter: str, end: str) -> bool:
    """Whether a character of a line's short name is the place at one of its ends: 敦 of 敦化, 渝 of 重庆."""
    return letter in end[:2] + end[-2:-1] or any(letter in letters_of(division) for division in load_divisions().named(end))


# 江北大学党委 is none of 江北大学第一医院党委: whose it is must be contracted by itself.
_ORGAN = re.compile("(?:党委|党组|党总支|党支部|纪委|团委|工会)$")


def _contracts(short: str, full: str) -> bool:
    """Whether the short name takes characters of the full one in order, the last of them the last or second last, and enough of them."""
    if organ := _ORGAN.search(short):
        if not full.endswith(organ.group()):
            return False
        short, full = short[: organ.start()], full[: -len(organ.group())]
        if len(short) < 2:
            return False
    if short[0] not in full[:3] or len(short) * 3 < len(full) or short[-1] not in full[-2:]:
        return False
    # 中交集团 is not 中交一公局集团, nor 江北集团 江北文旅集团: what is left out may not make another body of it.
    left_out = full[2 : -len("集团")] if short.endswith("集团") and full.endswith("集团") and short[:2] == full[:2] else ""
    return not re.search(
        r"[局院所处厂一二三四五六七八九十]|文旅|地产|置业|物业|商业|教育|健康|医药|金融|资本", left_out
    ) and _is_subsequence(short, full)


def _is_part(part: str, short: str) -> bool:
    """Whether a name is one of two that make an event, with at most four characters more or fewer."""
    less, more = sorted((part, short), key=len)
    return len(less) >= 8 and len(more) - len(less) <= 4 and _is_subsequence(less, more)


def _is_subsequence(short: str, full: str) -> bool:
    at = 0
    for char in short:
        at = full.find(char, at) + 1
        if not at:
            return False
    return True


def canonical_of(names: Sequence[str], type_: str) -> dict[str, str]:
    """For each name the longest one it is short for, itself where there is none or more than one.

    Args:
        names: Distinct names of one type in one document, in order of first mention.
    """
    found: dict[str, str] = {}
    longer = _Longer(names)
    for name in names:
        fuller = [other for other in longer.than(name) if is_short_for(name, other, type_)]
        # Several fuller names that are short for one another are one thing; several different ones decide nothing.
        longest = max(fuller, key=lambda n: (len(n), n), default=name)
        if all(other == longest or is_short_for(other, longest, type_) or longest.endswith(other) for other in fuller):
            found[name] = longest
        else:
            found[name] = name
    if type_ == PROJECT:
        found |= _works_called_otherwise(found)
    return {name: _follow(found, name) for name in names}


# 云河治理|工程, 云河治理|建设项目: what a work is called at its end
_AS_WORK = re.compile("(?:建设)?(?:工程|项目){1,2}$")


def _works_called_otherwise(found: Mapping[str, str]) -> dict[str, str]:
    """For each work that is called a project there and works here (湖山县云河治理项目, 云河治理工程) the fullest name of it."""
    stems: dict[str, str] = {}
    for name, full in found.items():
        if name == full and (end := _AS_WORK.search(name)) and end.start() >= 5:
            stems[name] = name[: end.start()]
    same: dict[str, str] = {}
    for name, stem in stems.items():
        fuller = {other for other, whole in stems.items() if whole != stem and whole.endswith(stem)}
        alike = [other for other, whole in stems.items() if whole == stem]
        if len(fuller) == 1:
            same[name] = fuller.pop()
        elif not fuller and (longest := max(alike, key=len)) != name:
            same[name] = longest
    return same


class _Longer:
    """Names by what `is_short_for` asks of the longer one, so that not every name is held against every other."""

    def __init__(self, names: Sequence[str]) -> None:
        self._fairs = {name for name in names if plain(name).endswith(_FAIRS)}
        self._games = {name for name in names if plain(name).endswith("运动会")}
        self._by_part: dict[str, set[str]] = {}
        """By every four characters in a row, by every beginning and by every ending, of those that any name asks for."""
        by_first: dict[str, dict[tuple[str, str], set[str]]] = {}
        by_end: dict[str, dict[str, set[str]]] = {}
        for text in map(plain, names):
            if len(text) >= 3:
                self._by_part |= {text: set(), text[:4]: set()}
                by_first.setdefault(text[0], {})[text[1], text[-1]] = set()
                by_end.setdefault(text[-4:], {})[text[0]] = set()
        self._by_first, self._by_end = by_first, by_end
        """By one of the first three characters, then any and one of the last two; by the last four, then any character."""
        for name in names:
            text = plain(name)
            size = len(text)
            for part in (
                *(text[at : at + 4] for at in range(size - 3)),
                *(text[:to] for to in range(3, size)),
                *(text[at:] for at in range(1, size - 2)),
            ):
                if part in self._by_part:
                    self._by_part[part].add(name)
            for first in set(text[:3]):
                for (second, last), longer in by_first.get(first, {}).items():
                    if last in text[-2:] and second in text[1:]:
                        longer.add(name)
            for first, longer in by_end.get(text[-4:], {}).items():
                if first in text:
                    longer.add(name)

    def than(self, name: str) -> set[str]:
        """All names that the name may be short for, and others; it has three characters at least where it is short for any."""
        text = plain(name)
        if len(text) < 3:
            return set()
        if _FAIR.fullmatch(text):
            return self._fairs
        if _GAMES.fullmatch(text):
            return self._games
        near = self._by_part[text] | self._by_part[text[:4]]
        return near | self._by_first[text[0]][text[1], text[-1]] | self._by_end[text[-4:]][text[0]]


def _follow(found: dict[str, str], name: str) -> str:
    seen = {name}
    while found[name] != name and found[name] not in seen:
        name = found[name]
        seen.add(name)
    return name

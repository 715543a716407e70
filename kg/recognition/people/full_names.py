"""Chinese full names: the surnames, characters and words by which a string is one or only looks like one, and where one ends."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.reading.words import frequency, tag
from kg.recognition.agencies.national import national_by_name
from kg.recognition.divisions import load_divisions
from kg.recognition.endings import AND_OTHERS, GIVES, boundary
from kg.recognition.lexicon import column, rows
from kg.recognition.titles import title_ending, title_starting, titles
from kg.recognition.tokens import Words


class Found(NamedTuple):
    """A span of a sentence with the name it stands for and how it was found."""

    start: int
    end: int
    name: str
    via: str


# Characters that no given name contains: particles, pronouns, prepositions, counters.
NEVER_GIVEN = frozenset(
    "他她它你您的了是在有这那们与及但或被把将从向其它此该些么吗呢吧很更最也都就又再还只各每第两几个省市县镇乡说，。、；：？！（）“”‘’《》〈〉…—· "
)
# Of those, the ones that rule a name out even where a title, a list or a byline speaks for it.
RULES_OUT = frozenset("的了是他她它你您，。、；：？！（）“”‘’《》〈〉…—· ")
# Surname characters that are function words first; before them a title ends a phrase (企业和群众).
FUNCTION_SURNAMES = frozenset("暨代和从都于向为对将把被给并及与同就经由自在过应后前占")
# Last characters of places and bodies in a list: 柳港闸、夏家闸; of a title's first word: 党组副|书记, 农委副|主任; of what is done next: 李安乘|车.
NEVER_LAST = frozenset("饼等后副摄节闸站村镇乡县省市区路街桥厂局委办部院校馆坝堤店所队组团厅处感率类项级号款沟网证书图乘某")
HAN = re.compile(r"[一-鿿]")


@lru_cache(maxsize=1)
def load_surnames() -> tuple[frozenset[str], frozenset[str]]:
    """The surnames of one character and those of two."""
    names = frozenset(row["surname"] for row in rows("surnames") if row["weight"] != "0")
    return frozenset(n for n in names if len(n) == 1), frozenset(n for n in names if len(n) == 2)


@lru_cache(maxsize=1)
def common_surnames() -> frozenset[str]:
    """The surnames that very many people have."""
    return frozenset(row["surname"] for row in rows("surnames") if row["weight"] == "3") - FUNCTION_SURNAMES


@lru_cache(maxsize=1)
def rare_surnames() -> frozenset[str]:
    """The surnames that are function words first (和雄, 向明)."""
    return FUNCTION_SURNAMES & load_surnames()[0]


# 原|县委, 原|党组: a body of a level behind a character that is also a surname.
_BODIES = frozenset(level + body for level in "省市区县州旗盟镇乡党常纪工团村" for body in ("委", "政府", "人大", "政协")) | {
    *("政府", "党组", "党委", "党工委")
}


_WHOLES = frozenset("全" + level for level in "省市区县州旗镇乡村")


@lru_cache(maxsize=200_000)
def is_word(candidate: str) -> bool:
    """Whether a candidate is an ordinary word rather than a name."""
    if (
        candidate in column("name_stopwords", "word")
        or candidate in _BODIES
        or (candidate[1:] in titles() and not (candidate[1:] == "亚军" and candidate[0] in common_surnames()))
        or (len(candidate) == 3 and candidate[:2] in _WHOLES)  # 全区|共
        or candidate[1:] in _BODIES
    ):
        return True
    kind = tag(candidate)
    return bool(kind) and not kind.startswith("nr") and not (kind == "nz" and frequency(candidate) < 10)


@lru_cache(maxsize=1)
def never_names() -> frozenset[str]:
    """Stop words that no title makes a name of; the others (高远, 连城) are words that people are also called by."""
    return frozenset(row["word"] for row in rows("name_stopwords") if row["strong"] == "1")


@lru_cache(maxsize=100_000)
def is_only_word(candidate: str) -> bool:
    """Whether a candidate is an ordinary word even right behind a title."""
    return candidate in never_names() or candidate[1:] in titles() or (is_word(candidate) and frequency(candidate) > 300)


# Third characters that make a noun of a common word (安全感, 严肃性) rather than a name (王国龙).
NOUN_SUFFIXES = frozenset("性感化率度力者员法型式类级区们心网店厂")


def is_lengthened_word(candidate: str) -> bool:
    """安全感, 严肃性: three characters of which the first two are a common word are no name."""
    if len(candidate) != 3 or tag(candidate[:2]).startswith("nr"):
        return False
    return frequency(candidate[:2]) > 1500 or (frequency(candidate[:2]) > 20 and candidate[2] in "性感化率度力者员法型式类")


def _ends_with_function(candidate: str) -> bool:
    """后首次: a rare surname before an adverb, a number or a time is no name."""
    known = tag(candidate).startswith("nr")  # 陈国庆
    return (
        not known and tag(candidate[1:])[:1] in ("d", "m", "q", "f", "r", "p", "c", "t", "j") and frequency(candidate[1:]) > 100
    )


def is_place(candidate: str) -> bool:
    """Whether a candidate is the name of a division, a country or a known body; only a title before it makes such a one a person."""
    gazetteer = load_divisions()
    return bool(gazetteer.named(candidate)) or candidate in gazetteer.regions() or candidate in national_by_name()


def is_name(candidate: str) -> bool:
    """Whether a string as a whole looks like a full name."""
    joined = candidate.replace(" ", "")
    single, double = load_surnames()
    surname = (len(joined) > 2 and joined[:2] in double) or (len(joined) < 4 and joined[:1] in single)
    if not surname or not 2 <= len(joined) <= 4:
        return False
    if is_word(joined) or not RULES_OUT.isdisjoint(joined) or joined[1:] == "方愿":  # 牙方愿同中方…
        return False
    if joined[-1] in "东西南北" and len(joined) == 3 and is_place(joined[:-1]):  # 郑州东, 萧县北: stations
        return False
    return not (is_lengthened_word(joined) or joined[-1] in NEVER_LAST or joined[0] in FUNCTION_SURNAMES or is_place(joined))


def may_be_name(candidate: str) -> bool:
    """A weaker test where the place speaks for a name (巫振江（市府办）): two or three characters, no word."""
    joined = candidate.replace(" ", "")
    return 2 <= len(joined) <= 3 and not is_word(joined) and RULES_OUT.isdisjoint(joined)


SPACED = re.compile(r"(?<![一-鿿])([一-鿿]) {1,3}([一-鿿])(?![一-鿿])")
# 李 杰: a name of two characters set to the width of three.
_SPACED_NAME = re.compile(r"[一-鿿] {1,2}[一-鿿](?![一-鿿]{1,2} )")
# 王国和在现场, 周明和等人: no list goes on so.
_AND_IN_NAME = re.compile("和(?:等|在|对|向|将|率|表示|主持|出席|参加)")
# 杨遥于|5月3日访问…
_DAY_FOLLOWS = re.compile("[0-9]{1,2}[月日]|当地时间|今[日天年]|昨[日天]|近[日期]|日前")


def name_at(words: Words, start: int) -> int:
    """The end of a personal name that begins at a position, or 0.

    Two to four characters: a surname and one or two more; the length with the surest boundary after it wins, and of equals the longer
    unless its last character is itself a word that follows names.
    """
    text = words.text
    single, double = load_surnames()
    head = 2 if text[start : start + 2] in double else 1 if text[start : start + 1] in single else 0
    if not head or text[start] == "区" or title_starting(text, start):
        return 0
    if text[start] in FUNCTION_SURNAMES:
        return _end_of_function_surnamed(words, start)
    best, best_score = 0, 0.0
    spaced = _SPACED_NAME.match(text, start)
    if spaced and boundary(words, spaced.end()) >= 2:
        return spaced.end()
    for given in (1, 2):
        end = start + head + given
        candidate = text[start:end]
        if end > len(text) or len(candidate) < 2 or any(c in RULES_OUT or not HAN.match(c) for c in candidate[head:]):
            break
        if _is_cut_wrong(words, start, end, given):
            continue
        score = _surety(words, end, given)
        if score > best_score:
            best, best_score = end, score
    return best if best_score >= 2 else 0


def _end_of_function_surnamed(words: Words, start: int) -> int:
    """The end of a name whose surname is a function word first (于春泉, 和春军), or 0: two rare characters and a sure end must show it."""
    text, single = words.text, load_surnames()[0]
    pair = text[start + 1 : start + 3]
    sure = len(pair) == 2 and all(map(HAN.match, pair)) and tag(text[start : start + 2]) == "" and frequency(pair) < 50
    sure = sure and pair[1] not in NEVER_LAST and NEVER_GIVEN.isdisjoint(pair)  # 代瑜|等陪同
    # 王强师傅和|谢波师傅
    sure = sure and not (text[start] in "和与同" and pair[0] in single and title_starting(text, start + 3))
    return start + 3 if sure and boundary(words, start + 3) >= 3 else 0


def _is_cut_wrong(words: Words, start: int, end: int, given: int) -> bool:
    """Whether what begins like a name is a word instead, or ends in a character that belongs to what follows."""
    text = words.text
    candidate = text[start:end]
    return bool(
        is_only_word(candidate)
        or candidate[-1] in "某等"  # 犯罪嫌疑人陈某: whoever it is; 李文清、周|等出席
        or (candidate.endswith(("党", "国")) and candidate[:-1] in load_divisions().regions())  # 越南党、国家和人民
        or (given == 2 and candidate[-1] == "为" and appoints(text, start, end))  # 任命王坚为主任，李明、周平|为副主任
        or (is_lengthened_word(candidate) and (boundary(words, end) < 3 or candidate[2:] in NOUN_SUFFIXES))
        or (given == 2 and candidate[-1] in "说称" and text[end : end + 1] in ("，", "：", "“"))
        or (candidate[-1] == "答" and text.startswith(("记者问", "问", "疑"), end))  # 局长吕亮|答记者问
        or text.startswith(("公司", "集团"), end)  # 湖山县与华星|公司
        or (candidate[-1] == "作" and GIVES.match(text, end - 1))
        or (given == 2 and (candidate[-1] in NEVER_LAST or _ends_with_function(candidate)))
    )


def _surety(words: Words, end: int, given: int) -> float:
    """How sure it is that a name ends at a position with a given name of so many characters."""
    text = words.text
    name = text[end - given : end]
    score = float(boundary(words, end))
    if not NEVER_GIVEN.isdisjoint(name):
        score -= 1.5
    if not words.starts_at(end) and not _is_straddled(words, end):
        score -= 1
    if given == 2:
        # 杨遥在: the third character is a word of its own that leads on to the next.
        counted = name[-1] in "以为达至" and text[end : end + 1].isdigit()  # 王强以|2小时夺冠
        if name[-1] == "并" or counted or (name[-1] == "于" and _DAY_FOLLOWS.match(text, end)):
            return 0
        if name[-1] in "在和对等同为任就已还正向与到把赴率获说以由让给从将" and not (
            _AND_IN_NAME.match(text, end - 1) or (AND_OTHERS.match(text, end) and not text.startswith("以及", end - 1))
        ):
            score -= 1.5
        elif score:
            score += 0.5
    return score


def _is_straddled(words: Words, end: int) -> bool:
    """Whether the dictionary joins a name's last character with a particle behind it: 林建|波及|县法院, 赵克|志在|全会上, 张见|勇为|选手颁奖."""
    token = words.at(end)
    text = words.text
    return (
        token is not None
        and token.text[1:] == text[end]
        and (
            text[end] in "在及等与"
            or (text[end] == "和" and bool(title_starting(text, end + 1) or AND_OTHERS.match(text, end)))  # 郑政|平和|副区长
            or (text[end] == "为" and boundary(words, end) >= 3)
        )
    )


APPOINTED_BEFORE = re.compile("任命|选举|补选|提名|推选|推举|聘任|增补|增选|选出")


def appoints(text: str, start: int, end: int) -> bool:
    """Whether a 为 before a position gives a post to the name before it."""
    return bool(APPOINTED_BEFORE.search(text, 0, start)) and ends_in_title(text, end)


_CLAUSE_STOP = re.compile("[，。；、]|$")


def ends_in_title(text: str, at: int) -> bool:
    """Whether the clause from a position on ends in a title."""
    stop = _CLAUSE_STOP.search(text, at)
    return stop is not None and title_ending(text, stop.start()) is not None

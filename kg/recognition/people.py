"""People: full names behind titles, before verbs of speech, in lists, bylines and rosters; then wherever a name found so stands again.

What goes in is a document's sentences as words; out come spans of names and of the titles that stand at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kg.reading.words import frequency, tag
from kg.recognition.divisions import load_divisions
from kg.recognition.endings import AND_OTHERS, GIVES, boundary, follower
from kg.recognition.lexicon import Names, column, rows
from kg.recognition.national_agencies import national_by_name
from kg.recognition.people_abroad import (
    LEADS_ON,
    begins_with_word,
    find_dotted,
    find_speakers,
    find_styled,
    is_abroad,
    is_by_sound,
    is_japanese,
    japanese_name,
    leads_state,
    name_by_sound,
)
from kg.recognition.phrases import boundary_words
from kg.recognition.titles import is_post, title_ending, title_finals, title_starting, titles
from kg.recognition.tokens import Words

# Characters that no given name contains: particles, pronouns, prepositions, counters.
_NEVER = frozenset(
    "他她它你的了是在有这那们与及但或被把将从向其它此该些么吗呢吧很更最也都就又再还只各每第两几个省市县镇乡说，。、；：？！（）“”‘’《》〈〉…—· "
)
# Of those, the ones that rule a name out even where a title, a list or a byline speaks for it.
_HARD = frozenset("的了是他她它你，。、；：？！（）“”‘’《》〈〉…—· ")
# Surname characters that are function words first; before them a title ends a phrase (企业和群众).
_FUNCTION = frozenset("暨代和从都于向为对将把被给并及与同就经由自在过应后前占")
# Last characters of places and bodies in a list: 柳港闸、夏家闸; of a title's first word: 党组副|书记, 农委副|主任; of what is done next: 李安乘|车.
_NOT_LAST = frozenset("等后副摄节闸站村镇乡县省市区路街桥厂局委办部院校馆坝堤店所队组团厅处感率类项级号款沟网证书图乘")
_HAN = re.compile(r"[一-鿿]")
_ANNOTATION = re.compile(r"（(?:女|男|[一-鿿]{1,5}族|女，[一-鿿]{1,5}族|[一-鿿]{1,5}族，女|兼|正[一-鿿]级|挂职|非党|党外)）")
# 马玉兰（女，回族）; 周平（左二）; 尹秀珍，女，1978年5月生; 王大河，历任…
_ANNOTATED = re.compile(
    r"([一-鿿]{2,4}?)(?:（(?:女|男|[一-鿿]{1,4}族)(?:，[^（）]{1,24})?）|（[前后中]?排?(?:[左右][一二三四五六七八九]?|中|居中)）"
    r"|，[男女]，(?:[一-鿿]{1,4}族|[0-9]{4}年|[0-9]{2}岁)|，[0-9]{4}年(?:[0-9]{1,2}月)?(?:出)?生|，(?=历任|曾任|现任))"
)
_ANNOTATED_SIGN = re.compile("女|男|族[），]|[历曾现]任|[年月出]生|[左右中一二三四五六七八九]）")
# 吴飞，大风镇都蓬村党支部书记。
_CARD = re.compile("([一-鿿]{2,3})，(?=([^，。；]{4,40})[，。；])")
_SPACED = re.compile(r"(?<![一-鿿])([一-鿿]) {1,3}([一-鿿])(?![一-鿿])")
_CREDIT = re.compile(
    r"(?:本报|本台|本网|全媒体|融媒体|见习|实习|首席|特约|驻[一-鿿]{1,4})*(?:记者|通讯员|实习生|摄影|摄影师|供图|责任编辑|责编|编辑|编审|校对|审核|美编|组版|统筹|主编|总编|监制|策划|制图|作者|撰稿|撰文"
    r"|[一二三初复终]审|报道员|供稿|来稿|通联|采写|采编|剪辑|摄像|拍摄|出镜|配音|视频|图片|文字|海报|文并摄|图文|文图|(?<![一-鿿])文|(?<![一-鿿])图|来源作者)[ ：:/／|]{0,3}"
)
# 统筹余慈两地发展: roles of a byline that are verbs elsewhere.
_ALSO_VERBS = (
    *("统筹", "策划", "监制", "校对", "审核", "一审", "二审", "三审", "初审", "复审", "终审"),
    *("供稿", "来稿", "通联", "采写", "采编", "剪辑", "摄像", "拍摄", "出镜", "配音", "视频", "图片", "文字", "海报"),
)
# What each of these holds; a plain 者 or 文 is in every other sentence.
_CREDIT_SIGN = re.compile("[记讯习摄供编校审版筹监策撰图者文稿通采剪拍镜音频片字报](?:(?<![者文])|(?<=作者)|(?<![一-鿿]文))")
# （记者 甲 共享联盟湖山站 乙 丙）: where the second comes from may stand before the name.
_BETWEEN = re.compile(r"[ 、,，]{1,3}(?:[一-鿿]{3,12}(?:站|台|中心|报社?|网|办公室|局|厅|院|部) +(?=[一-鿿]{2,4}(?:[ ）]|$)))?")
_SLASHED = re.compile(r"(?<=[（ ])([一-鿿]{2,3})/(?:文|图|摄|摄影|编辑|视频)(?=[ ）/])")
_DESPATCH = re.compile(r"^(?:本报讯|本网讯|本台讯)?[ ]?（(?:通讯员|记者)?[ ]?([^（）]{2,40})）")
# 湖山2月10日电 （王大河）, 某某频道报道（王大河 李四）：
_WIRED = re.compile(r"(?:日电|频道报道|网报道|客户端报道) ?（([一-鿿]{2,4}(?:[ 、][一-鿿]{2,4}){0,3})）")
# A line of a notice's list of members: 组 长：李文钢; 巫振江（市府办）; 王勇 国务委员.
_ROSTER = re.compile(
    r"^(?:([一-鿿 ]{2,8})：)? ?([一-鿿]{2,4}|[一-鿿] {1,3}[一-鿿])(?: ?（([一-鿿、，“”0-9]{2,60})）| {1,3}([一-鿿、，0-9]{3,60}(?: [一-鿿]{2,12})?))?[；;]?$"
)
_ROSTER_ROLES = re.compile(
    r"^(?:第一|常务|执行|名誉)?副?(?:组长|组员|成员|主任|主席|总指挥|指挥长|会长|理事长|秘书长|召集人|总召集人|队长|顾问|委员|总队长|负责人|联络员)$"
)
_ROLE_NOUN = (
    "领导|村民|居民|市民|老汉|大爷|大妈|大娘|阿姨|女孩|男孩|小伙|姑娘|青年|小伙子|店长|班长|船长|厨师|工匠|职工|员工|工人|教师|老师|学生|同学|学员|农户|果农|菜农|茶农|渔民|牧民|种植户|养殖户|贫困户|脱贫户|困难户|五保户|低保户|优抚军人|农机手|大户|业主|游客|乘客|顾客|患者|医生|护士|司机|店主|老板|老人|老党员|党员|干部|队员|志愿者"
    "|网格员|运动员|选手|演员|歌手|作家|诗人|画家|书法家|艺术家|导演|专家|学者|博士|硕士|院士|教授|烈士|英雄|劳模|获得者|传承人|代表|委员|嘉宾|主播|主持人|负责人|当事人|犯罪嫌疑人|嫌疑人|被告人|被告"
    "|战士|退役军人|退伍军人|民警|辅警|法官|检察官|律师|消防员|工程师|技术员|农民|创业者|企业家|带头人|经营者|妻子|丈夫|儿子|女儿|父亲|母亲|同志|主任医师|医师|记者|作者|候选人|人选"
    "|艺人|匠人|农人|花农|蜂农|烟农|棉农|农民工|户主|租户|船工|环卫工|理发师|能手|乡贤|养蜂人|守护人|发起人|主理人|庄主|学子|考生|护工|社员"
    "|技工|焊工|电工|工友|保育员|矿工|牧户|摊贩|个体户|经纪人|会员|车主|房东|经销商|种粮户|收银员|博主|达人|义工|社工|民兵|军嫂|投递员|邮递员"
    "|乘务员|列车员|巡线工|检修工|团员|骨干|标兵|代言人|少年"
)
_ROLE = re.compile(rf"(?:{_ROLE_NOUN})$")


@lru_cache(maxsize=1)
def _role_finals() -> re.Pattern[str]:
    """The last characters of titles and of the nouns for roles."""
    return re.compile(f"[{''.join(sorted(title_finals() | {noun[-1] for noun in _ROLE_NOUN.split('|')}))}]")


@cache
def _roles_by_end() -> dict[str, tuple[str, ...]]:
    """The nouns for roles by their last two characters."""
    found: dict[str, tuple[str, ...]] = {}
    for noun in _ROLE_NOUN.split("|"):
        found[noun[-2:]] = (*found.get(noun[-2:], ()), noun)
    return found


class Found(NamedTuple):
    """A span of a sentence with the name it stands for and how it was found."""

    start: int
    end: int
    name: str
    via: str


@lru_cache(maxsize=1)
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    names = frozenset(row["surname"] for row in rows("surnames") if row["weight"] != "0")
    return frozenset(n for n in names if len(n) == 1), frozenset(n for n in names if len(n) == 2)


@lru_cache(maxsize=1)
def _surname_firsts() -> frozenset[str]:
    """The characters that surnames begin with, without those that are function words first."""
    single, double = _surnames()
    return (single | {name[0] for name in double}) - _FUNCTION - {"区"}


@lru_cache(maxsize=1)
def _speech() -> frozenset[str]:
    return frozenset(
        r["word"]
        for r in rows("person_verbs")
        if (r["kind"] == "speech" or len(r["word"]) > 1) and r["kind"] not in ("byline", "title")
    )


# 原|县委, 原|党组: a body of a level behind a character that is also a surname.
_BODIES = frozenset(level + body for level in "省市区县州旗盟镇乡党常纪工团村" for body in ("委", "政府", "人大", "政协")) | {
    *("政府", "党组", "党委", "党工委")
}


@lru_cache(maxsize=200_000)
def _is_word(candidate: str) -> bool:
    """Whether a candidate is an ordinary word rather than a name."""
    if candidate in column("name_stopwords", "word") or candidate[1:] in titles() or candidate[1:] in _BODIES:
        return True
    kind = tag(candidate)
    return bool(kind) and not kind.startswith("nr") and not (kind == "nz" and frequency(candidate) < 10)


@lru_cache(maxsize=1)
def _never_names() -> frozenset[str]:
    """Stop words that no title makes a name of; the others (高远, 连城) are words that people are also called by."""
    return frozenset(row["word"] for row in rows("name_stopwords") if row["strong"] == "1")


@lru_cache(maxsize=100_000)
def _is_only_word(candidate: str) -> bool:
    """Whether a candidate is an ordinary word even right behind a title."""
    return candidate in _never_names() or candidate[1:] in titles() or (_is_word(candidate) and frequency(candidate) > 300)


# Third characters that make a noun of a common word (安全感, 严肃性) rather than a name (王国龙).
_SUFFIXES = frozenset("性感化率度力者员法型式类级区们心网店厂")


def _begins_with_word(candidate: str) -> bool:
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


def _is_place(candidate: str) -> bool:
    """Whether a candidate is the name of a division, a country or a known body; only a title before it makes such a one a person."""
    gazetteer = load_divisions()
    return bool(gazetteer.named(candidate)) or candidate in gazetteer.regions() or candidate in national_by_name()


# 王国和在现场, 周明和等人: no list goes on so.
_AND_IN_NAME = re.compile("和(?:等|在|对|向|将|率|表示|主持|出席|参加)")
_GIVEN_BY = re.compile(
    "(?:听取|审议|[、，和])(?:了)?([一-鿿]{2,3})(?<![工合操运制动写协著创耕])作的(?=关于|[^，。；]{0,16}?(?:报告|汇报|说明))"
)


# 李 杰: a name of two characters set to the width of three.
_SPACED_NAME = re.compile(r"[一-鿿] {1,2}[一-鿿](?![一-鿿]{1,2} )")


def name_at(words: Words, start: int) -> int:
    """The end of a personal name that begins at a position, or 0.

    Two to four characters: a surname and one or two more; the length with the surest boundary after it wins, and of equals the longer
    unless its last character is itself a word that follows names.
    """
    text = words.text
    single, double = _surnames()
    head = 2 if text[start : start + 2] in double else 1 if text[start : start + 1] in single else 0
    if not head or text[start] == "区" or title_starting(text, start):
        return 0
    if text[start] in _FUNCTION:
        # 于春泉, 和春军: a function word as a surname needs a given name of two rare characters and a sure end.
        pair = text[start + 1 : start + 3]
        sure = len(pair) == 2 and all(map(_HAN.match, pair)) and tag(text[start : start + 2]) == "" and frequency(pair) < 50
        sure = sure and pair[1] not in _NOT_LAST and not any(c in _NEVER for c in pair)  # 代瑜|等陪同
        # 王强师傅和|谢波师傅
        sure = sure and not (text[start] in "和与同" and pair[0] in single and title_starting(text, start + 3))
        return start + 3 if sure and boundary(words, start + 3) >= 3 else 0
    best, best_score = 0, 0.0
    spaced = _SPACED_NAME.match(text, start)
    if spaced and boundary(words, spaced.end()) >= 2:
        return spaced.end()
    for given in (1, 2):
        end = start + head + given
        candidate = text[start:end]
        if end > len(text) or len(candidate) < 2 or any(c in _HARD or not _HAN.match(c) for c in candidate[head:]):
            break
        if (
            _is_only_word(candidate)
            or (candidate.endswith(("党", "国")) and candidate[:-1] in load_divisions().regions())  # 越南党、国家和人民
            or (given == 2 and candidate[-1] == "为" and _appoints(text, start, end))  # 任命王坚为主任，李明、周平|为副主任
            or (_begins_with_word(candidate) and (boundary(words, end) < 3 or candidate[2:] in _SUFFIXES))
            or (given == 2 and candidate[-1] in "说称" and text[end : end + 1] in ("，", "：", "“"))
            or (candidate[-1] == "作" and GIVES.match(text, end - 1))
            or (given == 2 and (candidate[-1] in _NOT_LAST or _ends_with_function(candidate)))
        ):
            continue
        score = float(boundary(words, end))
        if any(c in _NEVER for c in candidate[head:]):
            score -= 1.5
        if not words.starts_at(end):
            score -= 1
        if given == 2:
            # 杨遥在: the third character is a word of its own that leads on to the next.
            if candidate[-1] == "并" or (candidate[-1] == "于" and _DAY_FOLLOWS.match(text, end)):
                continue
            if candidate[-1] in "在和对等同为任就已还正向与到把赴率获说以由让给从将" and not (
                _AND_IN_NAME.match(text, end - 1) or AND_OTHERS.match(text, end)
            ):
                score -= 1.5
            elif score:
                score += 0.5
        if score > best_score:
            best, best_score = end, score
    return best if best_score >= 2 else 0


# 杨遥于|5月3日访问…
_DAY_FOLLOWS = re.compile("[0-9]{1,2}[月日]|当地时间|今[日天年]|昨[日天]|近[日期]|日前")


def _appoints(text: str, start: int, end: int) -> bool:
    """Whether a 为 before a position gives a post to the name before it."""
    return bool(_APPOINTED_BEFORE.search(text, 0, start)) and _ends_in_title(text, end)


# 县网信中心 张欣: who sent the text in, in a line of its own.
_SIGNED = re.compile(r"^[（(]?[一-鿿]{2,14}(?:中心|局|办|办公室|委|台|社|部|院|校|镇|乡|街道|公司) +([一-鿿]{2,3})[）)]?$")
# …区长叶大华。李磊摄
_PHOTO = re.compile(r"(?:^|[。！ （/])([一-鿿]{2,3})[ /]?摄(?:影)?[）)。]?$")


# 授予徐小雪、王可等10名学生; 陈梦、孙莎两位队员
_COUNTED_PEOPLE = re.compile(
    "(等)?(?:[0-9]{1,3}|[一二三四五六七八九十两]{1,3})[名位](?:[一-鿿]{0,2}(?:老师|教师|学生|同学|同志|代表|委员|嘉宾|专家|选手|干部|党员"
    "|队员|医生|护士|民警|劳模|志愿者|院士|教授|律师|企业家|传承人|运动员)|(?:人)(?=[为任的辞担，。；]))"
)


def _of_several(words: Words) -> Iterator[Found]:
    """The names of a list that says of how many people it is."""
    text = words.text
    for match in _COUNTED_PEOPLE.finditer(text):
        names: list[Found] = []
        end = match.start()
        while end > 1:
            ends = [
                at for at in (end - 3, end - 2) if at >= 0 and _is_name(text[at:end]) and not _NUMERAL.search(text, at, end)
            ]
            marked = [at for at in ends if text[at - 1 : at] in tuple("、和及与")]
            opened = [at for at in ends if words.starts_at(at) or text.endswith(_APPOINTS, 0, at)]
            start = (marked or opened or [-1])[0]
            if start < 0:
                break
            names.append(Found(start, end, text[start:end], "several"))
            if not marked:
                break
            end = start - 1
        if match.group(1) or len(names) > 1:
            yield from names


# 高一、高二等10名学生
_NUMERAL = re.compile("[一二三四五六七八九十]+")


@cache
def _parts() -> Names:
    """The parts that Tibetan names are made of."""
    return Names(column("name_parts", "part"))


@cache
def _of_parts() -> re.Pattern[str]:
    """Tibetan names, which two known parts in a row make: 洛桑江村."""
    parts = "|".join(sorted(column("name_parts", "part")))
    return re.compile(f"(?:{parts}){{2}}(?!县|乡|镇|村|寺)")


def find_in_each(sentences: Sequence[tuple[Words, str]]) -> list[list[Found]]:
    """People in each of several sentences, given with their roles, by its own words; the same span may come more than once.

    As in `kg.recognition.steps`, a way of telling people is asked of all sentences before the next one.
    """
    found: list[list[Found]] = [[] for _ in sentences]
    for reader in _READERS:
        for (words, role), people in zip(sentences, found, strict=True):
            people.extend(reader(words, role))
    return found


def _roster(words: Words, _: str) -> Iterator[Found]:
    if entry := roster_entry(words.text):
        yield Found(*entry, words.text[slice(*entry)].replace(" ", ""), "roster")


def _abroad(words: Words, _: str) -> Iterator[Found]:
    text = words.text
    for start, end in find_dotted(words):
        yield Found(start, end, text[start:end], "dotted")
    for start, end in find_styled(words):
        yield Found(start, end, text[start:end], "styled")
    for start, end in find_speakers(words):
        yield Found(start, end, text[start:end], "verb")


def _by_pattern(words: Words, _: str) -> Iterator[Found]:
    text = words.text
    if " " in text and (signed := _SIGNED.match(text)) and _is_name(signed.group(1)):
        yield Found(signed.start(1), signed.end(1), signed.group(1), "byline")
    for match in _PHOTO.finditer(text) if "摄" in text else ():
        if _is_name(match.group(1)):
            yield Found(match.start(1), match.end(1), match.group(1), "byline")
    for match in _GIVEN_BY.finditer(text) if "作的" in text else ():
        if _is_name(match.group(1)):
            yield Found(match.start(1), match.end(1), match.group(1), "verb")
    if (came := _CAME_TOO.match(text)) and all(map(_is_name, names := _NAME_MARK.split(came.group(1)))):
        at = 0
        for name in names:
            at = text.index(name, at)
            yield Found(at, at + len(name), name, "list")
    if "名" in text or "位" in text:
        yield from _of_several(words)
    for match in _of_parts().finditer(text) if _parts().find(text) else ():
        yield Found(match.start(), match.end(), match.group(), "parts")


def _annotated(words: Words, _: str) -> Iterator[Found]:
    text = words.text
    for match in _ANNOTATED.finditer(text) if _ANNOTATED_SIGN.search(text) else ():
        end = match.end(1)
        for start in range(match.start(1), end - 1):  # 出生的|胡泽，现任…
            opens = start == 0 or text[start - 1] in "，、；。：— "
            # 尕桑（藏族）: no surname begins it
            known = _is_name(text[start:end]) or (opens and "族" in match.group() and _may_be_of_minority(text[start:end]))
            if (opens or words.starts_at(start)) and known:
                yield Found(start, end, text[start:end], "annotated")
                break
    card = _CARD.match(text)
    if card and _is_name(card.group(1)) and (title := title_ending(text, card.end(2))) and is_post(text[title[0] : title[1]]):
        yield Found(0, card.end(1), card.group(1), "annotated")


def _spaced(words: Words, _: str) -> Iterator[Found]:
    text = words.text
    for match in _SPACED.finditer(text) if " " in text else ():
        name = match.group(1) + match.group(2)
        before = text[: match.start()].rstrip(" ")
        if (
            match.group(1) in _surnames()[0]
            and not _is_word(name)
            and (not before or before[-1] in "：、，（" or title_ending(before, len(before)))
        ):
            yield Found(match.start(), match.end(), name, "spaced")


# 李安、赵立等参加会见。: a sentence that says no more than who came too.
_CAME_TOO = re.compile(
    "([一-鿿]{2,4}?(?:[、和][一-鿿]{2,4}?){0,12}?)等?(?:参加|出席|陪同)(?:了)?(?:上述|以上|有关)?(?:会见|会谈|会晤|活动|调研|考察|访问)?[。，]"
)
_NAME_MARK = re.compile("[、和]")


def _is_name(candidate: str) -> bool:
    """Whether a string as a whole looks like a full name."""
    joined = candidate.replace(" ", "")
    single, double = _surnames()
    surname = (len(joined) > 2 and joined[:2] in double) or (len(joined) < 4 and joined[:1] in single)
    if not surname or not 2 <= len(joined) <= 4:
        return False
    if _is_word(joined) or not _HARD.isdisjoint(joined) or joined[1:] == "方愿":  # 牙方愿同中方…
        return False
    return not (_begins_with_word(joined) or joined[-1] in _NOT_LAST or joined[0] in _FUNCTION or _is_place(joined))


def roster_role(text: str) -> str:
    """The role that a line of a notice's list gives, such as 副组长; empty for other lines.

    Example:
        >>> roster_role("组 长：李文钢"), roster_role("成员："), roster_role("会议强调：")
        ('组长', '成员', '')
    """
    label, colon, _ = text.partition("：")
    label = label.replace(" ", "")
    return label if colon and _ROSTER_ROLES.match(label) else ""


def roster_entry(text: str) -> tuple[int, int] | None:
    """The span of the name in a line of a notice's list, None for other lines."""
    if len(text) > 90 or text.endswith(("。", "！", "？")):
        return None
    match = _ROSTER.match(text)
    if not match or (match.group(1) and not roster_role(text)):
        return None
    body = match.group(3) or match.group(4)
    if _is_name(match.group(2)) or (
        body and _may_be_name(match.group(2)) and (match.group(1) or match.group(3) or title_ending(body, len(body)))
    ):
        return match.span(2)
    return None


def _may_be_name(candidate: str) -> bool:
    """A weaker test where the place speaks for a name (巫振江（市府办）): two or three characters, no word."""
    joined = candidate.replace(" ", "")
    return 2 <= len(joined) <= 3 and not _is_word(joined) and not any(c in _HARD for c in joined)


def _may_be_of_minority(candidate: str) -> bool:
    """Whether a whole clause before （藏族） can be a name: no word, no title, no list of people (代表（含回族）)."""
    return (
        not _is_word(candidate)
        and not title_ending(candidate, len(candidate))
        and not any(c in _HARD for c in candidate)
        and not _is_place(candidate)
        and frequency(candidate) < 20
        and candidate[-1] not in _NOT_LAST
    )


# 时任县长的孟繁星.
_ONCE = re.compile(r"(?:时任|曾任|身为|作为|担任|现任)[^，。；]{0,24}$")
# 当时还是村民的冯善祥.
_WAS = re.compile(r"(?:还是|曾是|身为|作为)(?:一[名位个])?[^，。；]{0,10}$")


def _after_titles(words: Words, _: str) -> Iterator[Found]:
    text = words.text
    for final in _role_finals().finditer(text, 0, len(text) - 1):
        at = final.end()
        title = title_ending(text, at)
        if not words.starts_at(at) and not _stands_across(words, at, title):
            continue
        if not title and not text.endswith(_roles_by_end().get(text[at - 2 : at], ()), 0, at):
            continue
        once = text.startswith("的", at) and (
            (title and _ONCE.search(text, max(0, at - 28), at)) or _WAS.search(text, max(0, at - 18), at)
        )
        start = at + 1 if once else at
        if text.startswith("”", at) and not title_starting(text, at + 1):  # “老委员”章元明
            start = at + 1
        while text[start : start + 1] == " ":
            start += 1
        if text.startswith(("（兼）", "（挂职）", "（代）"), start) and title:  # 党工委书记（兼）许洪斌
            start = text.index("）", start) + 1
        quick = text[start : start + 1] in "：" and role_line(at)
        if quick:
            start += 1
        end = name_at(words, start)
        if end and _is_place(text[start:end]) and not title:
            end = 0
        if title:
            end = _name_abroad(words, start, title, end) or end
        if not end and title and is_post(text[title[0] : title[1]]):
            end = _rare_name(words, start) or _listed_name(words, start) or _worded_name(words, start)
        while end:
            yield Found(start, end, text[start:end].replace(" ", ""), "title" if title else "role")
            # 市长张明、李强和王芳: further names under the same title.
            start = end + 1
            end = name_at(words, start) if text[end : end + 1] in "、和 " and end < len(text) else 0
            if end and (boundary(words, end) < 3 or _is_place(text[start:end]) or _is_word(text[start:end])):
                end = 0


def _stands_across(words: Words, at: int, title: tuple[int, int] | None) -> bool:
    """Whether a post ends inside a word because a name begins there: 区人大常委会主|任何|积光, 竞赛处处|长毛|鹏飞."""
    text, token = words.text, words.at(at)
    if not title or not is_post(text[title[0] : title[1]]) or token is None or len(token.text) != 2:
        return False
    end = name_at(words, at)
    return (
        end - at == 3 and boundary(words, end) >= 4 and frequency(text[at + 1 : end]) < 200 and not _is_word(text[at : at + 2])
    )


def _rare_name(words: Words, start: int) -> int:
    """The end of a name whose surname is a function word first (县长应敏主持仪式), or 0: what follows must show it."""
    text = words.text
    if text[start : start + 1] not in _FUNCTION - set("和与及并同") or text[start : start + 1] not in _surnames()[0]:
        return 0
    for end in (start + 3, start + 2):
        given = text[start + 1 : end]
        if (
            end <= len(text)
            and all(map(_HAN.match, given))
            and not any(c in _NEVER for c in given)
            and (frequency(given) < (20 if len(given) == 2 else 10**9) or tag(given).startswith("nr"))
            and not _is_word(text[start:end])
            and given[-1] not in _NOT_LAST
            and (
                boundary(words, end) >= 3
                or (len(given) == 2 and text[end] in "与和")
                or (text[end] == "等" and _AND_CAME.match(text, end))  # 县委副书记代瑜等陪同
            )
        ):
            return end
    return 0


# 政协副主席仙新民等领导出席: what ends a list of people by their titles.
_AFTER_LISTED = re.compile(
    r"[、，和]|等(?:领导|同志|市领导|区领导|县领导|[^，。；]{0,8}(?:出席|参加|陪同))|(?:出席|参加|陪同|主持|致辞|宣布|告诉|介绍|表示|笑[着呵]|高兴地|激动地|说[，：“])"
)


# 马里、韩荡，区人大常委会副主任: after a place's name another name and a further title.
_NEXT_LISTED = re.compile(r"、[一-鿿]{2,3}[，、等][^。；]{0,20}(?:长|主任|主席|书记|委员|常委|等领导|出席|参加)")


def _listed_name(words: Words, start: int) -> int:
    """The end of a name in a list of post-holders whose surname is none of the listed ones or that is a place too, or 0.

    区委常委马里、韩荡, 政协副主席仙新民等领导: the title before and the list's mark after show it.
    """
    text = words.text
    for end in (start + 3, start + 2):
        name = text[start:end]
        if len(name) < end - start or not _AFTER_LISTED.match(text, end) or not all(map(_HAN.match, name)):
            continue
        if name[0] in _surnames()[0] and len(name) == 2 and _is_place(name) and _NEXT_LISTED.match(text, end):
            return end
        surname = words.between(start, start + 1)
        if (
            len(name) == 3
            and frequency(name) == 0
            and not any(c in _NEVER or c in _FUNCTION for c in name)
            and name[-1] not in _NOT_LAST
            and name[-1] not in "称时说"
            and (frequency(name[1:]) < 300 and not tag(name[1:]).startswith("v"))
            and name[0] not in "部局处科厅院制体察母流"
            and len(surname) == 1
            and len(surname[0].text) == 1
            and surname[0].tag[:1] not in ("v", "d", "p", "c", "u", "r", "m", "q", "a", "f")
            and words.starts_at(end)
        ):
            return end
    return 0


@lru_cache(maxsize=1)
def _common_surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in rows("surnames") if row["weight"] == "3") - _FUNCTION


def _worded_name(words: Words, start: int) -> int:
    """The end of a name right behind a post whose given name is a word (局长黄永久分别致辞, 县长陈国庆介绍), or 0."""
    text, end = words.text, start + 3
    tokens = words.between(start, end)
    if (
        text[start : start + 1] in _common_surnames()
        and [len(t.text) for t in tokens] == [1, 2]
        and not any(c in _NEVER for c in text[start + 1 : end])
        and not _is_only_word(text[start:end])
        and frequency(text[start + 1 : end]) < 5000
        and boundary(words, end) >= 2
    ):
        return end
    return 0


def role_line(at: int) -> bool:
    """Whether the words before a colon are a roster's role (组长：李文钢) rather than speech."""
    return at <= 8


def _name_abroad(words: Words, start: int, title: tuple[int, int], han: int) -> int:
    """The end of a foreign name behind a title, or 0 where there is none or the Chinese one that ends at `han` is as good."""
    text = words.text
    abroad = is_abroad(text, *title)
    if abroad and is_japanese(text, title[0]) and (end := japanese_name(words, start)):
        return end
    if begins_with_word(words, start) if abroad else (not han and _is_word(text[start : start + 2])):
        return 0
    end = name_by_sound(words, start) if text[start : start + 1] not in ("以", "因") else 0
    if han and end < han and not (abroad and end and text[end] in LEADS_ON):  # 普京|未
        return 0
    if not end or end == han:
        return 0
    name = text[start:end]
    place = load_divisions().regions().get(name)
    if place or name in _never_names():
        # 安哥拉总统洛伦索: a head of state is called like a town
        town = place.kind != "Country" if place else tag(name) == "ns"
        if not (town and leads_state(text, *title)):
            return 0
    if not abroad and not (boundary(words, end) >= 3 or text[end] in LEADS_ON):  # 家长可通|过
        return 0
    joined = text[han : han + 1] in ("-", "·")  # 阿库福|-阿多
    return end if not han or end < han or joined or (abroad and boundary(words, han) < 3) else 0


_CLAUSE_START = frozenset("，。；！？：“‘（、… ")
# 习近平新时代中国特色社会主义思想: the name in a doctrine is no mention of the person.
# Verbs of appointment stand right before the name.
_APPOINTS = (
    *("任命", "免去", "接受", "批准", "决定", "提名", "补选", "选举", "通过", "撤销", "推荐", "罢免", "增补"),
    *("推选", "推举", "聘任", "增选"),
)
_APPOINTING = frozenset(verb[-1] for verb in _APPOINTS)
# 任命吕洪武|、谢登魁为…副主任
_AND_ANOTHER = re.compile("(?:、[一-鿿]{2,4}){1,6}(?:等[^，。；]{0,6})?(?:同志)?(?:为|任|担任|辞去|的[^，。；]{2,40}职务)")
_OTHER = re.compile("、([一-鿿]{2,4}?)(?=、|等|同志|为|任|担任|辞去|的)")
_DOCTRINE = re.compile(r"(?:新时代|文化思想|法治思想|经济思想|生态文明思想|强军思想|外交思想|思想)")


# What follows the name of someone appointed or removed.
_AFTER_APPOINTED = (
    *("为", "因", "的", "中共", "中国", "人大", "州", "盟", "旗", "镇", "副", "政协", "市", "县", "区", "省"),
    *("同志", "任", "担任", "辞去", "请辞", "不再", "职务"),
)
_REMOVED_FROM = re.compile("[^，。；为]{3,40}(?:职务|一职)")
# 王明任石门县委副书记: verbs after a name that a post follows.
_TAKES_POST = frozenset(
    (
        "任",
        "担任",
        "在任",
        "在担任",
        "曾任",
        "曾担任",
        "历任",
        "先后任",
        "先后担任",
        "现任",
        "当选",
        "出任",
        "兼任",
        "就任",
        "转任",
        "调任",
        "升任",
        "接任",
        "改任",
    )
)
_CLAUSE_STOP = re.compile("[，。；、]|$")


_POLITE = frozenset(("先生", "女士", "同志", "院士", "教授", "老人", "老师", "大夫", "师傅"))


def _ends_in_title(text: str, at: int) -> bool:
    """Whether the clause from a position on ends in a title."""
    stop = _CLAUSE_STOP.search(text, at)
    return stop is not None and title_ending(text, stop.start()) is not None


_APPOINTED_BEFORE = re.compile("任命|选举|补选|提名|推选|推举|聘任|增补|增选")


def _before_verbs(words: Words, _: str) -> Iterator[Found]:
    """Names at the beginning of a clause before a verb of speech or action (王正伟希望…), and before a title used in address."""
    text = words.text
    single, double = _surnames()
    speech = _speech()
    firsts = _surname_firsts()
    for at, stop, word, kind in words.tokens:
        if word[0] not in firsts or (word[0] not in single and text[at : at + 2] not in double):
            continue
        if (
            (kind == "nrfg" and len(word) == 3 and not _is_word(word) and word[-1] not in _NOT_LAST and not _is_place(word))
            and not _DOCTRINE.match(text, stop)
            and boundary(words, stop) >= 3
        ):
            yield Found(at, stop, word, "known")
            continue
        opens = not at or text[at - 1] in _CLAUSE_START
        appointed = text[at - 1 : at] in _APPOINTING and text.endswith(_APPOINTS, 0, at)
        head = 2 if text[at : at + 2] in double else 1
        for given in (2, 1):
            end = at + head + given
            candidate = text[at:end]
            if not words.starts_at(end):
                continue
            address, verb = title_starting(text, end), follower(text, end)
            listed = _AND_ANOTHER.match(text, end) if text[end : end + 1] == "、" else None
            if (
                not appointed
                and (listed or text.startswith("为", end))
                and opens
                and _APPOINTED_BEFORE.search(text, 0, at)
                and _ends_in_title(text, listed.end() if listed else end)
            ):
                appointed = True  # 任命王坚为…主任，沙海林、周鸣为…副主任
            if not (address or appointed or verb in speech or verb in _TAKES_POST):
                continue
            never = _HARD if address else _NEVER
            if (
                candidate[-1] in "副后等向" or candidate.endswith("之间") or any(c.isdigit() for c in candidate)
            ):  # 江凌|副市长, 即墨之间
                continue
            if candidate[-1] == "为" and text[end : end + 1] != "为" and (appointed or _appoints(text, at, end)):
                continue  # 任命李四|为区教育局局长
            if len(candidate) < head + given or any(c in never for c in candidate[head:]) or _is_word(candidate):
                continue
            if _begins_with_word(candidate) or _is_place(candidate) or candidate[:2] in load_divisions().regions():
                continue  # 智利众|议长
            if verb in _TAKES_POST and (opens or appointed) and _ends_in_title(text, end):
                yield Found(at, end, candidate, "appointed")
                break
            if verb in speech and tag(candidate[-1] + verb[:1]) == "" and (opens or appointed):
                yield Found(at, end, candidate, "verb")
                break
            if appointed and (text.startswith(_AFTER_APPOINTED, end) or _REMOVED_FROM.match(text, end) or listed):
                yield Found(at, end, candidate, "appointed")
                for other in _OTHER.finditer(text, end, listed.end()) if listed else ():
                    if _is_name(other.group(1)):
                        yield Found(other.start(1), other.end(1), other.group(1), "appointed")
                break
            if (
                address
                and (opens or _is_boundary(words, at) or (given == 2 and address in _POLITE))
                and (frequency(candidate) == 0 or tag(candidate).startswith("nr"))
                and not _LENGTH_OF_SECTION.match(text, end)
                and not (
                    given == 1
                    and address[0] in "一副总"
                    and not ((opens or _is_boundary(words, at)) and frequency(candidate) == 0)
                )
            ):
                yield Found(at, end, candidate, "address")
                break


def _unintroduced(words: Words, _: str) -> Iterator[Found]:
    """Names without a title that a clause begins with or that follow 的, by their form alone: 陈桂平搬到村里, 东河村的黄攀虹选择了回乡.

    Three characters that no dictionary word has part in: a surname that is hardly anything else, and a verb, an adverb or a
    preposition after the name.
    """
    text = words.text
    for opening in _opens_with_surname().finditer(text):
        at, end = opening.end() - 1, opening.end() + 2
        token = words.at(at)
        if token is None or token.end - token.start > 1 or token.start != at or end > len(text):
            continue
        if text[at - 1 : at] in _LEADS_TO_NAME and words.covering[at - 1].start != at - 1:
            continue
        if not words.starts_at(end) or boundary(words, end) < 2:
            continue
        following = words.at(end)
        aged = text.endswith(("岁的", "旬的"), 0, at)  # 今年41岁的唐小佩，
        if not aged and (following is None or following.tag[:1] not in ("v", "d", "p")):
            continue
        name = text[at:end]
        never = any(c in _NEVER for c in name) or name[1] in "方军" or name[-1] in "段墩庙坡岭坝会说称仍"
        never = never or frequency(text[end - 1 : end + 1]) > 300  # 宋琳|出生于
        if _is_name(name) and not never and _is_given(words, at + 1, end):
            yield Found(at, end, name, "clause")


# 由|崔振武管理, 为|戴召民授牌
_LEADS_TO_NAME = tuple("由为给")


@lru_cache(maxsize=1)
def _opens_with_surname() -> re.Pattern[str]:
    surnames = "".join(sorted(name for name in _sure_surnames() if len(name) == 1))
    return re.compile(f"(?:^|(?<=[，。；：！？的由为给]))[{surnames}]")


def _is_given(words: Words, start: int, end: int) -> bool:
    """Whether two characters behind a surname are no words by themselves: 桂平, 国辉; not the 链条 of 全链条, the 光谱 of 高光谱."""
    tokens = words.between(start, end)
    loose = len(tokens) == 2 and all(t.tag[:1] not in ("p", "c", "u", "r", "m", "d") for t in tokens)
    sure = tag(words.text[start - 1])[:1] not in ("a", "d", "m")
    known = len(tokens) == 1 and sure and (tokens[0].tag[:2] in ("nr", "nz") or frequency(tokens[0].text) < 50)
    return (loose or known) and frequency(words.text[start - 1 : start + 1]) <= 5


@lru_cache(maxsize=1)
def _sure_surnames() -> frozenset[str]:
    """Surnames that are common or nothing else; 全 and 牛 are words first."""
    return frozenset(name for name in _surnames()[0] - _FUNCTION if tag(name)[:2] == "nr") | _common_surnames()


# 望江至黄坪场|段长43公里: how long a section is, not who heads one.
_LENGTH_OF_SECTION = re.compile("段长(?:约|达|度|[0-9])")


# 县政府王大河县长, 政协李明副主席, 交警大队周平队长
_ENDS_BODY = (
    *("中心", "协会", "商会", "学校", "集团", "公司", "政府", "人大", "政协", "工会", "妇联", "医院", "银行"),
    *("大队", "支队", "派出所"),
)


def _is_boundary(words: Words, at: int) -> bool:
    """Whether the word before a position is one that stands before names."""
    token = words.at(at - 1) if at else None
    # 省财政厅信息化建设处纪光伟副处长: the name stands behind a body.
    return token is not None and (
        token.text in boundary_words()
        or token.text[-1] in "处部局办科司厅院委"
        or token.text.endswith(_ENDS_BODY)
        or words.text.endswith(("大会上", "会上", "仪式上", "活动上", "论坛上"), 0, at)  # 庆典大会上卢清山校长致辞
    )


_CUE = re.compile(r"(?:图为|领导|同志|出席|参加|陪同|成员|委员|嘉宾|分别是|为：|名单|代表|专家|有|和|、)$")


# 朗霞、马渚等乡镇、街道: a list of places.
_OF_PLACES = re.compile("等[0-9一二三四五六七八九十多余几个]{0,4}(?:乡|镇|街道|村|社区|区县|市县|[省市区县州](?=[，。、；的]))")


def _lists(words: Words, _: str) -> Iterator[Found]:
    """Names between 、: every item but the first and last must be a name and nothing else."""
    text = words.text
    if "、" not in text:
        return
    pieces: list[tuple[int, int]] = []
    start = 0
    for at, char in enumerate(text + "。"):
        if char in "、，。；：！？“”《》" or at == len(text):
            pieces.append((start, at))
            start = at + 1
    for first in range(len(pieces)):
        if first and text[pieces[first][0] - 1] == "、":
            continue
        run = [pieces[first]]
        nxt = first + 1
        while nxt < len(pieces) and text[pieces[nxt][0] - 1] == "、":
            run.append(pieces[nxt])
            nxt += 1
        if len(run) >= 2 and not any(_OF_PLACES.search(text, *piece) for piece in run):
            yield from _run(words, run)


def _run(words: Words, run: list[tuple[int, int]]) -> Iterator[Found]:
    text = words.text
    names: list[Found] = []
    doubtful: list[Found] = []
    """Names that are places' too: 县领导毛崇谋、石峰、程文武."""
    whole = 0
    last = len(run) - 1
    for index, (start, end) in enumerate(run):
        body = _ANNOTATION.sub("", text[start:end]) if "（" in text[start:end] else text[start:end]
        if 2 <= len(body) <= 9 and text.startswith(body, start) and (_is_name(body) or ("·" in body and is_by_sound(body))):
            names.append(Found(start, start + len(body), body.replace(" ", ""), "list"))
            whole += 1
        elif 0 < index < last and len(body) == 2 and body[0] in _surnames()[0] and _is_place(body):
            doubtful.append(Found(start, end, body, "list"))
        elif index == 0:
            tail = _tail_name(words, start, end)
            if tail:
                names.append(Found(tail, end, text[tail:end], "list"))
        elif index == last:
            stop = name_at(words, start) or _last_of_leaders(words, start, names)
            if stop and stop <= end and boundary(words, stop) >= 2:
                names.append(Found(start, stop, text[start:stop], "list"))
            if "和" in text[start:end]:
                after = start + text[start:end].index("和") + 1
                left = text[start : after - 1]
                if _is_name(left) and not text.startswith("共和国", after - 2):  # 古巴共|和|国国家主席
                    names.append(Found(start, after - 1, left, "list"))
                    whole += 1
                    stop = name_at(words, after)
                    if stop and stop <= end:
                        names.append(Found(after, stop, text[after:stop], "list"))
    if doubtful and names and len(names) + len(doubtful) == len(run) and _LED.search(text, 0, names[0].start):
        names += doubtful
        whole += len(doubtful)
    after = run[-1][1]
    if re.match(r"[^，。；]{0,6}?[0-9一二三四五六七八九十两]+(?:条|座|个|项|家|县|市|区|镇|村)", text[run[-1][0] : after + 1]):
        return  # 江杉、伍益、宁韶3条高速公路 lists no people
    if whole >= 3:
        # Among names, a short unknown word whose first character is no listed surname is a name too (磨长英).
        for start, end in run[1:-1]:
            body = text[start:end]
            if (
                len(body) == 3
                and not _is_word(body)
                and (frequency(body[:2]) == 0 or (body[0] in _surnames()[0] and body[2] not in _SUFFIXES))
                and frequency(body[1:]) < 20
                and not any(c in _NEVER for c in body)
            ):
                names.append(Found(start, end, body, "list"))
    # 副县长李岩松、张渭津及各部门负责人; 企业负责人孙文、张渭林、柴龙等一行: a title or a role before the first.
    before = names[0].start if names else 0
    titled = len(run) == len(names) >= 2 and bool(title_ending(text, before) or _ROLE.search(text, max(0, before - 5), before))
    # 石泰峰、谌贻琴参加会见: two that a sentence begins with, and a verb of people after them.
    first = names[0].start if names else 0
    opening = whole == 1 and len(run) == len(names) == 2 and first == run[0][0] and boundary(words, names[1].end) >= 3
    opening = opening and (not first or text[first - 1] in "。；，”")
    if (
        whole >= 2
        or titled
        or opening
        or (whole == 1 and len(names) >= 2 and len(run) <= 3 and _CUE.search(text[: names[0].start]))
    ):
        yield from names


_AND_CAME = re.compile("等?(?:[^，。；]{0,6})?(?:出席|参加|陪同|一同|参与|到会)")


def _last_of_leaders(words: Words, start: int, before: Sequence[Found]) -> int:
    """The end of a name that is like a place's and ends a list of leaders (县领导吴晔、李双红、朱新桥等参加), or 0."""
    text, end = words.text, start + 3
    name = text[start:end]
    sure = len(name) == 3 and name[0] in _surnames()[0] and all(map(_HAN.match, name)) and not any(c in _NEVER for c in name)
    led = bool(before) and _LED.search(text, 0, before[0].start)
    return end if sure and led and name[-1] != "副" and _AND_CAME.match(text, end) and frequency(name) == 0 else 0


_LED = re.compile("(?:领导|同志|成员|委员|主席|主任|书记|常委|[省市区县]长)$")


def _tail_name(words: Words, start: int, end: int) -> int:
    """Where a name begins that ends a list's first item after other words (区领导李泽龙), or -1 as 0."""
    text = words.text
    for size in (3, 2, 4):
        at = end - size
        if at > start and (words.starts_at(at) or title_ending(text, at)) and _is_name(text[at:end]):
            return at
    return 0


def _credits(words: Words, role: str) -> Iterator[Found]:
    """Bylines: names after 记者, 通讯员, 摄影, 责任编辑 …, spaces or 、 between them."""
    text = words.text
    for match in _CREDIT.finditer(text) if _CREDIT_SIGN.search(text) else ():
        if match.group() in ("文", "图") and not words.starts_at(match.end()):
            continue
        bracketed = text[match.start() - 1 : match.start()] in ("（", "(") or role == "byline"
        parted = text[match.end() - 1] in " ：:/|"
        listed = text[match.end() - 1] in "：:|"
        if not (bracketed or parted or (not match.group().endswith(_ALSO_VERBS) and name_at(words, match.end()))):
            continue
        at = match.end()
        while True:
            spaced = _SPACED.match(text, at)
            if spaced and spaced.group(1) in _surnames()[0]:
                yield Found(at, spaced.end(), spaced.group(1) + spaced.group(2), "byline")
                at = spaced.end()
            else:
                end = _credit_end(text, at) if bracketed or listed else 0
                ends = [end or (0 if bracketed else name_at(words, at))]
                if not ends[0] and bracketed and match.group().endswith(("记者", "通讯员")):
                    ends = _run_together(text, at)
                if not any(ends):
                    break
                for end in ends:
                    yield Found(at, end, text[at:end], "byline")
                    at = end
            step = _BETWEEN.match(text, at)
            if not step:
                break
            at = step.end()
    despatch = _DESPATCH.match(text)
    if despatch:
        at = despatch.start(1)
        for part in re.split(r"([ 、，])", despatch.group(1)):
            if _is_name(part):
                yield Found(at, at + len(part), part, "byline")
            at += len(part)
    for match in _WIRED.finditer(text) if "（" in text and ("电" in text or "报道" in text) else ():
        at = match.start(1)
        for part in re.split("([ 、])", match.group(1)):
            if _is_name(part):
                yield Found(at, at + len(part), part, "byline")
            at += len(part)
    if role == "byline":
        for match in re.finditer(r"(?<![一-鿿])([一-鿿]{2,4})(?= |$|、|/|（|）)", text):
            if _is_name(match.group(1)) and not _CREDIT.match(match.group(1)):
                yield Found(match.start(1), match.end(1), match.group(1), "byline")
    for match in _SLASHED.finditer(text) if "/" in text else ():  # （周琳/文 关建东/图）
        if _is_name(match.group(1)):
            yield Found(match.start(1), match.end(1), match.group(1), "byline")
    credited = _CREDITED.search(text) if text.rstrip(" ）").endswith(("摄", "影", "图", "文", "道")) else None
    if credited and _is_name(credited.group(1)):
        yield Found(credited.start(1), credited.end(1), credited.group(1), "byline")


# 记者张倩|陈华）, 记者路军社|鲁冰梅）
_RUN = re.compile("([一-鿿]{4,6})(?=[） ]|$)")


def _run_together(text: str, at: int) -> list[int]:
    """The ends of two names that a byline runs together, the common surname beginning the second."""
    run = _RUN.match(text, at)
    if not run:
        return []
    end = run.end()
    cuts = [cut for cut in (at + 3, at + 2) if end - cut in (2, 3) and _is_name(text[at:cut]) and _is_name(text[cut:end])]
    cuts.sort(key=lambda cut: text[cut] not in _common_surnames())
    return [cuts[0], end] if cuts else []


_CREDITED = re.compile(r"[ （/]([一-鿿]{2,4}) ?(?:摄|摄影|供图|文|报道)[ ）]*$")


def _credit_end(text: str, at: int) -> int:
    """The end of a byline's name: up to the next space, bracket or mark."""
    end = at
    while end < len(text) and _HAN.match(text[end]) and end - at < 5:
        end += 1
        if end - at > 1 and (other := _CREDIT.match(text, end)) and text[other.end() - 1] in "：:/ ":
            break  # （撰稿：张大伟|审核：高平）
    name = text[at:end]
    if len(name) < 2:
        return 0
    # （记者 黄海）: a place too, but nobody else can stand there.
    if (
        len(name) == 2
        and name[0] in _surnames()[0]
        and _is_place(name)
        and not load_divisions().named(name)
        and text[end : end + 1] in ("）", ")", " ", "、")
    ):
        return end
    # （记者四建磊）, （记者 向晴 李明）: in brackets by itself a name may have any surname.
    rare = name[0] in _FUNCTION & _surnames()[0] or (len(name) == 3 and name[0] not in _NEVER)
    alone = (
        rare
        and text[end : end + 1] in ("）", ")", " ", "")
        and frequency(name) == 0
        and name[-1] not in _NOT_LAST | {"科", "室"}
    )
    return end if 2 <= len(name) <= 4 and (_is_name(name) or (alone and _may_be_name(name))) else 0


_READERS = (_roster, _credits, _after_titles, _before_verbs, _unintroduced, _lists, _abroad, _by_pattern, _annotated, _spaced)


def find_again(texts: Sequence[str], names: Sequence[str]) -> Iterator[tuple[int, Found]]:
    """Every further place of names already found, as (sentence, span); a longer name wins over one inside it."""
    finder = Names(names)
    for index, text in enumerate(texts):
        for start, end in finder.find(text):
            yield index, Found(start, end, text[start:end], "again")

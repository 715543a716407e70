"""People behind titles and the nouns for roles: 县长王大河, 种粮大户彭育晴, and the further names under the same title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.reading.words import frequency, tag
from kg.recognition.divisions import load_divisions
from kg.recognition.endings import boundary
from kg.recognition.people.abroad import (
    LEADS_ON,
    begins_with_word,
    is_abroad,
    is_japanese,
    japanese_name,
    leads_state,
    name_by_sound,
)
from kg.recognition.people.full_names import (
    FUNCTION_SURNAMES,
    HAN,
    NEVER_GIVEN,
    NEVER_LAST,
    NOUN_SUFFIXES,
    RULES_OUT,
    Found,
    common_surnames,
    is_only_word,
    is_place,
    is_word,
    load_surnames,
    name_at,
    never_names,
)
from kg.recognition.titles import is_post, title_ending, title_finals, title_starting
from kg.recognition.tokens import Words

_ROLE_NOUN = (
    "领导|村民|居民|市民|老汉|大爷|大妈|大娘|阿姨|女孩|男孩|小伙|姑娘|青年|小伙子|店长|班长|船长|厨师|工匠|职工|员工|工人|教师|老师|学生|同学|学员|农户|果农|菜农|茶农|渔民|牧民|种植户|养殖户|贫困户|脱贫户|困难户|五保户|低保户|优抚军人|农机手|大户|业主|游客|乘客|顾客|患者|医生|护士|司机|店主|老板|老人|老党员|党员|干部|队员|志愿者"
    "|网格员|运动员|选手|演员|歌手|作家|诗人|画家|书法家|艺术家|导演|专家|学者|博士|硕士|院士|教授|烈士|英雄|劳模|获得者|传承人|代表|委员|嘉宾|主播|主持人|负责人|当事人|犯罪嫌疑人|嫌疑人|被告人|被告"
    "|战士|退役军人|退伍军人|民警|辅警|法官|检察官|律师|消防员|工程师|技术员|农民|创业者|企业家|带头人|经营者|妻子|丈夫|儿子|女儿|父亲|母亲|同志|主任医师|医师|记者|作者|候选人|人选"
    "|艺人|匠人|农人|花农|蜂农|烟农|棉农|农民工|户主|租户|船工|环卫工|理发师|能手|乡贤|养蜂人|守护人|发起人|主理人|庄主|学子|考生|护工|社员"
    "|技工|焊工|电工|工友|保育员|矿工|牧户|摊贩|个体户|经纪人|会员|车主|房东|经销商|种粮户|收银员|博主|达人|义工|社工|民兵|军嫂|投递员|邮递员"
    "|男子组|女子组|小哥|快递员|外卖员|乘务员|列车员|巡线工|检修工|团员|骨干|标兵|代言人|少年"
)
ROLE = re.compile(rf"(?:{_ROLE_NOUN})$")


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


# 石桥村|民房起火, 各成员|单位要落实, 代表|家站: a noun for a role that is the beginning of another word.
_GOES_ON = {"村民": ("房", "小组"), "成员": ("单位",), "代表": ("家站", "家、站", "之家")}
_HOUSE_BEHIND = re.compile("[一-鿿]{0,4}?(?:大学|学院|集团|有限公司)")
# 时任县长的孟繁星.
_ONCE = re.compile(r"(?:时任|曾任|身为|作为|担任|现任)[^，。；]{0,24}$")
# 当时还是村民的冯善祥.
_WAS = re.compile(r"(?:还是|曾是|身为|作为)(?:一[名位个])?[^，。；]{0,10}$")


def find_titled(words: Words, _: str) -> Iterator[Found]:
    """Names right behind a title or a noun for a role, and further names under the same title."""
    text = words.text
    for final in _role_finals().finditer(text, 0, len(text) - 1):
        at = final.end()
        title = title_ending(text, at)
        if not words.starts_at(at) and not _stands_across(words, at, title):
            continue
        if not title and not text.endswith(_roles_by_end().get(text[at - 2 : at], ()), 0, at):
            continue
        if (goes_on := _GOES_ON.get(text[at - 2 : at])) and text.startswith(goes_on, at):
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
        if end and is_place(text[start:end]) and not title:
            end = 0
        if end and text.endswith("代表", 0, at) and _HOUSE_BEHIND.match(text, end):
            end = 0  # 他代表|齐鲁工业大学签约
        if title:
            end = _name_abroad(words, start, title, end) or end
        if not end and title and is_post(text[title[0] : title[1]]):
            end = _rare_name(words, start) or _listed_name(words, start) or _worded_name(words, start)
        while end:
            yield Found(start, end, text[start:end].replace(" ", ""), "title" if title else "role")
            # 市长张明、李强和王芳: further names under the same title.
            start = end + 1
            end = name_at(words, start) if text[end : end + 1] in "、和 " and end < len(text) else 0
            if end and (boundary(words, end) < 3 or is_place(text[start:end]) or is_word(text[start:end])):
                end = 0


def _stands_across(words: Words, at: int, title: tuple[int, int] | None) -> bool:
    """Whether a post ends inside a word because a name begins there: 区人大常委会主|任何|积光, 竞赛处处|长毛|鹏飞."""
    text, token = words.text, words.at(at)
    if not title or not is_post(text[title[0] : title[1]]) or token is None or len(token.text) != 2:
        return False
    end = name_at(words, at)
    if token.tag == "ns" and text[title[1] - 2] not in "省市县区州盟旗镇乡村" and boundary(words, end) >= 3:
        return end - at in (2, 3)  # 秘书|长江|兴代参加, 行|长葛|海蛟介绍
    return (
        end - at == 3 and boundary(words, end) >= 4 and frequency(text[at + 1 : end]) < 200 and not is_word(text[at : at + 2])
    )


def role_line(at: int) -> bool:
    """Whether the words before a colon are a roster's role (组长：李文钢) rather than speech."""
    return at <= 8


AND_CAME = re.compile("等?(?:[^，。；]{0,6})?(?:出席|参加|陪同|一同|参与|到会)")


def _rare_name(words: Words, start: int) -> int:
    """The end of a name whose surname is a function word first (县长应敏主持仪式), or 0: what follows must show it."""
    text = words.text
    if (
        text[start : start + 1] not in FUNCTION_SURNAMES - set("和与及并同")
        or text[start : start + 1] not in load_surnames()[0]
    ):
        return 0
    for end in (start + 3, start + 2):
        given = text[start + 1 : end]
        if (
            end <= len(text)
            and all(map(HAN.match, given))
            and NEVER_GIVEN.isdisjoint(given)
            and (frequency(given) < (20 if len(given) == 2 else 10**9) or tag(given).startswith("nr"))
            and not is_word(text[start:end])
            and given[-1] not in NEVER_LAST
            and (
                boundary(words, end) >= 3
                or (len(given) == 2 and text[end] in "与和在")
                or (text[end] == "等" and AND_CAME.match(text, end))  # 县委副书记代瑜等陪同
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


_GOING = frozenset("到赴往去")


def _in_four(words: Words, start: int) -> bool:
    """Whether a name of four characters of a minority stands in a list of post-holders: 乡党委书记沙马伟古、副乡长韩志清."""
    text, name = words.text, words.text[start : start + 4]
    tokens = words.between(start, start + 4)
    return (
        text[start + 4 : start + 5] in ("、", "，")
        and len(name) == 4
        and all(map(HAN.match, name))
        and NEVER_GIVEN.isdisjoint(name)
        and not any(char in NEVER_LAST or char in "员长任记席会领导人" for char in name)
        and frequency(name) == 0
        and name[0] not in FUNCTION_SURNAMES | _GOING  # 负责人|到石桥营、望江等乡镇
        and not any(
            len(t.text) > 1 and (frequency(t.text) > 100 or t.tag[:1] in ("v", "d", "p", "c", "u", "r", "m", "t"))
            for t in tokens
        )
        and sum(len(t.text) == 1 for t in tokens) >= 2
    )


def _listed_name(words: Words, start: int) -> int:
    """The end of a name in a list of post-holders whose surname is none of the listed ones or that is a place too, or 0.

    区委常委马里、韩荡, 政协副主席仙新民等领导: the title before and the list's mark after show it.
    """
    text = words.text
    if _in_four(words, start):
        return start + 4
    for end in (start + 3, start + 2):
        name = text[start:end]
        if len(name) < end - start or not _AFTER_LISTED.match(text, end) or not all(map(HAN.match, name)):
            continue
        if name[0] in load_surnames()[0] and len(name) == 2 and is_place(name) and _NEXT_LISTED.match(text, end):
            return end
        surname = words.between(start, start + 1)
        if (
            len(name) == 3
            and frequency(name) == 0
            and not any(c in NEVER_GIVEN or c in FUNCTION_SURNAMES for c in name)
            and name[-1] not in NEVER_LAST
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


_CAME = re.compile("(?:分别)?(?:陪同|出席|到会|一同参加)")


def _worded_name(words: Words, start: int) -> int:
    """The end of a name right behind a post that is or holds a word (局长黄永久分别致辞, 县长陈国庆介绍, 书记王国|祥到会), or 0."""
    text, end = words.text, start + 3
    if text[start : start + 1] in common_surnames() and _CAME.match(text, start + 2):
        return start + 2  # 副主席高寒分别陪同
    tokens = words.between(start, end)
    sizes = [len(t.text) for t in tokens]
    # 书记王国|祥到会, 书记王国生到望江县, but 总书记贺信|并…, 主任安全|员
    split = text[end - 1 : end] not in NEVER_LAST | NOUN_SUFFIXES and (
        (sizes == [2, 1] and tokens[1].tag[:1] in ("n", "a", "g", "") and boundary(words, end) >= 3)
        or (sizes == [3] and tokens[0].tag == "nr")
    )
    surety = boundary(words, end)
    whole = sizes == [1, 2] and surety >= 3 and tokens[1].tag[:1] not in ("v", "p", "c", "m", "r")
    # 副县长于真诚陪同, but 副县长于上午出席
    surname = text[start : start + 1] in common_surnames() or (
        whole and tokens[0].text == "于" and tokens[1].tag in ("a", "ad", "an", "nr", "nz")
    )
    if (
        surname
        and (sizes == [1, 2] or split)
        and (RULES_OUT if whole else NEVER_GIVEN).isdisjoint(text[start + 1 : end])  # 书记蒋|向前|出席
        and not is_only_word(text[start:end])
        and frequency(text[start + 1 : end]) < (30_000 if whole and tokens[0].tag == "nr" else 5000)  # 局长杜|进步|介绍
        and surety >= 2
    ):
        return end
    return 0


def _name_abroad(words: Words, start: int, title: tuple[int, int], han: int) -> int:
    """The end of a foreign name behind a title, or 0 where there is none or the Chinese one that ends at `han` is as good."""
    text = words.text
    abroad = is_abroad(text, *title)
    if (end := japanese_name(words, start)) and is_japanese(text, title[0]):
        return end
    if begins_with_word(words, start) if abroad else (not han and is_word(text[start : start + 2])):
        return 0
    end = name_by_sound(words, start) if text[start : start + 1] not in ("以", "因") else 0
    if han and end < han and not (abroad and end and text[end] in LEADS_ON):  # 普京|未
        return 0
    if not end or end == han:
        return 0
    name = text[start:end]
    place = load_divisions().regions().get(name)
    if place or name in never_names():
        # 安哥拉总统洛伦索: a head of state is called like a town
        town = place.kind != "Country" if place else tag(name) == "ns"
        if not (town and leads_state(text, *title)):
            return 0
    if not abroad and not (boundary(words, end) >= 3 or text[end] in LEADS_ON):  # 家长可通|过
        return 0
    joined = text[han : han + 1] in ("-", "·")  # 阿库福|-阿多
    return end if not han or end < han or joined or (abroad and boundary(words, han) < 3) else 0

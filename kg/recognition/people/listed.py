"""People in lists: names between 、, who came too (钱丹、赵立群等参加会见), and names that a number counts (陈梦、孙莎两位队员)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.reading.words import frequency, tag
from kg.recognition.endings import boundary
from kg.recognition.lexicon import column
from kg.recognition.lists import route_lists
from kg.recognition.people.abroad import is_by_sound
from kg.recognition.people.acting import APPOINTS
from kg.recognition.people.full_names import (
    HAN,
    NEVER_GIVEN,
    NEVER_LAST,
    NOUN_SUFFIXES,
    Found,
    is_name,
    is_place,
    is_word,
    load_surnames,
    may_be_name,
    name_at,
    rare_surnames,
)
from kg.recognition.people.titled import AND_CAME, ROLE
from kg.recognition.titles import title_ending, title_starting
from kg.recognition.tokens import Words

# 朗霞、马渚等乡镇、街道: a list of places; 西门子、达能等一批世界500强公司: of firms.
_OF_FIRMS = re.compile("等[^，。；：、]{0,12}(?:公司|企业|品牌|集团|高校|院校)(?=[，。；、的]|$)")
_OF_PLACES = re.compile("等[0-9一二三四五六七八九十多余几个]{0,4}(?:乡|镇|街道|村|社区|区县|市县|[省市区县州](?=[，。、；的]))")


def find_listed(words: Words, _: str) -> Iterator[Found]:
    """Names between 、: every item but the first and last must be a name and nothing else."""
    text = words.text
    if "、" not in text:
        return
    ways = route_lists(text)
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
        if any(start < run[-1][1] and run[0][0] < end for start, end in ways):
            continue
        if len(run) >= 2 and not any(_OF_PLACES.search(text, *piece) or _OF_FIRMS.search(text, *piece) for piece in run):
            yield from _run(words, run)


# 任命沈平、黄胜…, but 通过强预警、强联动…
_NAMES_TO_POSTS = ("任命", "免去", "选举", "补选", "推选", "推举", "提名", "聘任", "增补", "增选", "选出", "罢免", "撤销")
_ANNOTATION = re.compile(r"（(?:女|男|[一-鿿]{1,5}族|女，[一-鿿]{1,5}族|[一-鿿]{1,5}族，女|兼|正[一-鿿]级|挂职|非党|党外)）")
# 江杉、伍益、宁韶3条高速公路 lists no people.
_OF_THINGS = re.compile("[^，。；]{0,6}?(?:和[一-鿿]{2,4}?等?)?[0-9一二三四五六七八九十两]+(?:条|座|个|项|家|县|市|区|镇|村)")
_LEADERS = re.compile("等(?:[省市县区州旗镇乡部委局厅]|有关|班子)?(?:领导|负责同志)(?!干部|小组)")
_CUE = re.compile(r"(?:图为|领导|同志|出席|参加|陪同|成员|委员|嘉宾|分别是|为：|名单|代表|专家|有|和|、)$")
# 全年龄、全人群、全时段; 高水平、高颜值: what every item of a list begins with is no surname.
_PREFIXES = frozenset("全高康强安严")
_LED = re.compile("(?:领导|同志|成员|委员|主席|主任|书记|常委|[省市区县]长)$")


def _run(words: Words, run: list[tuple[int, int]]) -> Iterator[Found]:
    """The names of one list, given as the spans of its items, where it is one of people."""
    text = words.text
    if len(run) > 2 and _has_part_in_common(text, run):
        return
    names, whole = _named_items(words, run)
    if names and _LEADERS.match(text, names[-1].end):  # 彭军、向加茂、李选锋等县领导
        names += [Found(*item, text[slice(*item)], "list") for item in run[:-1] if _is_listed(text[slice(*item)], names)]
        whole = len(names)
    if _OF_THINGS.match(text[run[-1][0] : run[-1][1] + 1]):
        return
    if whole >= (2 if text.startswith(_NAMES_TO_POSTS, run[0][0]) else 3):
        names += _unlisted_surnames(text, run, sure=len(names) >= 5 and len(names) == len(run) - 1)
    # 副县长李岩松、张渭津及各部门负责人; 企业负责人孙文、张渭林、柴龙等一行: a title or a role before the first.
    before = names[0].start if names else 0
    titled = len(run) == len(names) >= 2 and bool(title_ending(text, before) or ROLE.search(text, max(0, before - 5), before))
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


def _has_part_in_common(text: str, run: list[tuple[int, int]]) -> bool:
    """Whether all items of a list end in one character (白茶、红茶、黑茶) or begin with one that is hardly a surname (全年龄、全人群)."""
    suffix, prefix = text[run[0][1] - 1], text[run[1][0] : run[1][0] + 1]
    if all(text[end - 1] == suffix for _, end in run[:-1]) and suffix in text[slice(*run[-1])]:
        return True
    return prefix in _PREFIXES and all(prefix in text[slice(*piece)] for piece in run)


def _is_listed(item: str, names: Sequence[Found]) -> bool:
    """Whether an item among leaders' names is one whose surname is a function word first (向加茂)."""
    return len(item) == 3 and item[0] in rare_surnames() and all(found.name != item for found in names) and may_be_name(item)


def _named_items(words: Words, run: list[tuple[int, int]]) -> tuple[list[Found], int]:
    """The names in a list's items, and how many items are a name as a whole."""
    text = words.text
    names: list[Found] = []
    doubtful: list[Found] = []  # Names that are places' too: 县领导毛崇谋、石峰、程文武.
    whole = 0
    last = len(run) - 1
    for index, (start, end) in enumerate(run):
        body = _ANNOTATION.sub("", text[start:end]) if "（" in text[start:end] else text[start:end]
        if 2 <= len(body) <= 9 and text.startswith(body, start) and (is_name(body) or ("·" in body and is_by_sound(body))):
            names.append(Found(start, start + len(body), body.replace(" ", ""), "list"))
            whole += 1
        elif index < last and _is_like_place(body):
            doubtful.append(Found(start, end, body, "list"))
        elif index == 0:
            tail = _tail_name(words, start, end)
            if tail:
                names.append(Found(tail, end, text[tail:end], "list"))
            elif text[end - 2 : end] in column("name_parts", "part"):  # 市领导扎西、
                doubtful.append(Found(end - 2, end, text[end - 2 : end], "list"))
        elif index == last:
            stop = name_at(words, start) or _last_of_leaders(words, start, names)
            if stop and stop <= end and boundary(words, stop) >= 2:
                names.append(Found(start, stop, text[start:stop], "list"))
            elif _is_like_place(text[start : start + 2]) and AND_CAME.match(text, start + 2):
                doubtful.append(Found(start, start + 2, text[start : start + 2], "list"))
            if "和" in text[start:end]:
                after = start + text[start:end].index("和") + 1
                left = text[start : after - 1]
                if is_name(left) and not text.startswith("共和国", after - 2):  # 古巴共|和|国国家主席
                    names.append(Found(start, after - 1, left, "list"))
                    whole += 1
                    stop = name_at(words, after)
                    if stop and stop <= end:
                        names.append(Found(after, stop, text[after:stop], "list"))
    if doubtful and names and len(names) + len(doubtful) == len(run):
        sure = all(found.name in column("name_parts", "part") for found in doubtful)
        sure = sure or len(names) >= max(3, len(doubtful) + 1)
        came = sure and _ALL_CAME.match(text, max(run[-1][0], names[-1].end, doubtful[-1].end))
        if came or _LED.search(text, 0, min(names[0].start, doubtful[0].start)):
            names += doubtful
            whole += len(doubtful)
    return names, whole


# 石林、…等县级领导出席
_ALL_CAME = re.compile("等?(?:[^，。；、]{0,12})?(?:领导|出席|参加|陪同|到会)")


def _is_like_place(item: str) -> bool:
    """Whether an item is a place's name and may be a person's (石峰, 黄河, 石林), or one of the words that Tibetan names are made of."""
    if item in column("name_parts", "part"):
        return True
    return len(item) == 2 and item[0] in load_surnames()[0] and (is_place(item) or tag(item) == "ns")


def _unlisted_surnames(text: str, run: list[tuple[int, int]], *, sure: bool) -> Iterator[Found]:
    """Among names, a short unknown word whose first character is no listed surname is a name too (磨长英).

    One of two characters only in a list of those who are appointed or removed (任命沈平、黄胜、彭安、訚立、李全为委员). In a list that
    is `sure` to be one of people it may end in a word (青华山).
    """
    sizes = (2, 3) if text.startswith(_NAMES_TO_POSTS, run[0][0]) else (3,)
    for start, end in run[1:-1]:
        body = text[start:end]
        if len(body) == 2 and (body[0] in load_surnames()[0] or not all(map(HAN.match, body))):
            continue
        if (
            len(body) in sizes
            and not is_word(body)
            and (frequency(body[:2]) == 0 or (body[0] in load_surnames()[0] and body[2] not in NOUN_SUFFIXES))
            and (
                len(body) == 2
                or frequency(body[1:]) < 20
                or (sure and body[0] not in "省市区县州旗镇乡村" and body[2] not in NEVER_LAST)
            )
            and NEVER_GIVEN.isdisjoint(body)
        ):
            yield Found(start, end, body, "list")


def _last_of_leaders(words: Words, start: int, before: Sequence[Found]) -> int:
    """The end of a name that is like a place's and ends a list of leaders (县领导吴晔、李双红、朱新桥等参加), or 0."""
    text, end = words.text, start + 3
    if text.startswith("等", start + 2) and is_name(text[start : start + 2]):  # 李平|等分别陪同
        end = start + 2
    name = text[start:end]
    sure = len(name) >= 2 and name[0] in load_surnames()[0] and all(map(HAN.match, name)) and NEVER_GIVEN.isdisjoint(name)
    led = bool(before) and _LED.search(text, 0, before[0].start)
    sure = sure and not title_starting(text, start) and not is_word(name)  # 区长|陈曾勇一同参加, 区政协|主席
    return end if sure and led and name[-1] != "副" and AND_CAME.match(text, end) and frequency(name) == 0 else 0


def _tail_name(words: Words, start: int, end: int) -> int:
    """Where a name begins that ends a list's first item after other words (区领导李泽龙), or 0."""
    text = words.text
    for size in (3, 2, 4):
        at = end - size
        if at > start and (words.starts_at(at) or title_ending(text, at)) and is_name(text[at:end]):
            return at
    return 0


# 李安、赵立等参加会见。: a sentence that says no more than who came too.
_CAME_TOO = re.compile(
    "([一-鿿]{2,4}?(?:[、和及][一-鿿]{2,4}?){0,12}?)等?(?:参加|出席|陪同)(?:了)?(?:上述|以上|有关)?(?:会见|会谈|会晤|活动|调研|考察|访问)?[。，]"
)
_NAME_MARK = re.compile("[、和及]")


def find_attending(words: Words, _: str) -> Iterator[Found]:
    """The names of a sentence that says no more than who came too."""
    text = words.text
    if (came := _CAME_TOO.match(text)) and all(map(is_name, names := _NAME_MARK.split(came.group(1)))):
        at = 0
        for name in names:
            at = text.index(name, at)
            yield Found(at, at + len(name), name, "list")


# 授予徐小雪、王可等10名学生; 陈梦、孙莎两位队员; 选举王可等30人为委员
_COUNTED_PEOPLE = re.compile(
    "(等 ?)?(?:[0-9]{1,3}|[一二三四五六七八九十两]{1,3})(?:人(?=[为任])|[名位](?:“[^“”]{2,16}”|[一-鿿]{0,4}(?:劳动模范|先进工作者|先进个人|获奖者|标兵|工匠)|[一-鿿]{0,2}(?:老师|教师|学生|同学|同志|代表|委员|嘉宾|专家|选手|干部|党员"
    "|队员|医生|护士|民警|劳模|志愿者|院士|教授|律师|企业家|传承人|运动员)|(?:人)(?=[为任的辞担，。；])))"
)
# 高一、高二等10名学生
_NUMERAL = re.compile("[一二三四五六七八九十]+")


def find_counted(words: Words, _: str) -> Iterator[Found]:
    """The names of a list that says of how many people it is."""
    text = words.text
    for match in _COUNTED_PEOPLE.finditer(text) if "名" in text or "位" in text or "人为" in text or "人任" in text else ():
        names: list[Found] = []
        end = match.start()
        while end > 1:
            ends = [at for at in (end - 3, end - 2) if at >= 0 and is_name(text[at:end]) and not _NUMERAL.search(text, at, end)]
            marked = [at for at in ends if text[at - 1 : at] in tuple("、和及与")]
            opened = [at for at in ends if words.starts_at(at) or text.endswith(APPOINTS, 0, at)]
            start = (marked or opened or [-1])[0]
            if start < 0:
                break
            names.append(Found(start, end, text[start:end], "several"))
            if not marked:
                break
            end = start - 1
        if match.group(1) or len(names) > 1:
            yield from names

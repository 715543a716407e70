"""People by what they do: names before verbs of speech and of appointment, before titles used in address, and where a clause begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.reading.words import frequency, tag
from kg.recognition.divisions import load_divisions
from kg.recognition.endings import AND_SECRETARY, boundary, follower
from kg.recognition.lexicon import rows
from kg.recognition.people.full_names import (
    APPOINTED_BEFORE,
    FUNCTION_SURNAMES,
    NEVER_GIVEN,
    NEVER_LAST,
    RULES_OUT,
    Found,
    appoints,
    common_surnames,
    ends_in_title,
    is_lengthened_word,
    is_name,
    is_place,
    is_word,
    load_surnames,
    name_at,
)
from kg.recognition.phrases import boundary_words
from kg.recognition.titles import title_starting
from kg.recognition.tokens import Words

_CLAUSE_START = frozenset("，。；！？：“‘（、… ")
# 习近平新时代中国特色社会主义思想: the name in a doctrine is no mention of the person.
_DOCTRINE = re.compile(r"(?:新时代|文化思想|法治思想|经济思想|生态文明思想|强军思想|外交思想|思想)")
# Verbs of appointment stand right before the name.
APPOINTS = (
    *("任命", "免去", "接受", "批准", "决定", "提名", "补选", "选举", "通过", "撤销", "推荐", "罢免", "增补"),
    *("推选", "推举", "聘任", "增选", "选出"),
)
_APPOINTING = frozenset(verb[-1] for verb in APPOINTS)
# 任命吕洪武|、谢登魁为…副主任
_AND_ANOTHER = re.compile("(?:、[一-鿿]{2,4}){1,6}(?:等[^，。；]{0,6})?(?:同志)?(?:为|任|担任|辞去|的[^，。；]{2,40}职务)")
# 免去王坚的…主任职务，|李明|的…副主任职务
_AND_REMOVED = re.compile("(?:职务|一职)[，、；]([一-鿿]{2,4})的(?=[^，。；]{3,40}(?:职务|一职))")
_OTHER = re.compile("、([一-鿿]{2,4}?)(?=、|等|同志|为|任|担任|辞去|的)")
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
_OF_TRADE = ("基地", "合作社", "示范", "产业", "园", "面积", "大户")
_FIRM_OF_TRADE = re.compile("(?:投资|建设|发展|开发|管理|控股|工业)[一-鿿]{0,4}?(?:集团|有限公司|公司|大学|学院)")
_POLITE = frozenset(("先生", "女士", "同志", "院士", "教授", "老人", "老师", "大夫", "师傅"))
# 望江至黄坪场|段长43公里: how long a section is, not who heads one.
_LENGTH_OF_SECTION = re.compile("段长(?:约|达|度|[0-9])")


@lru_cache(maxsize=1)
def _surname_firsts() -> frozenset[str]:
    """The characters that surnames begin with, without those that are function words first."""
    single, double = load_surnames()
    return (single | {name[0] for name in double}) - FUNCTION_SURNAMES - {"区"}


@lru_cache(maxsize=1)
def _speech() -> frozenset[str]:
    return frozenset(
        r["word"]
        for r in rows("person_verbs")
        if (r["kind"] == "speech" or len(r["word"]) > 1) and r["kind"] not in ("byline", "title")
    )


def find_acting(words: Words, _: str) -> Iterator[Found]:
    """Names at the beginning of a clause before a verb of speech or action (王正伟希望…), and before a title used in address."""
    text = words.text
    single, double = load_surnames()
    speech = _speech()
    firsts = _surname_firsts()
    for at, stop, word, kind in words.tokens:
        if word[0] not in firsts or (word[0] not in single and text[at : at + 2] not in double):
            continue
        if (
            (kind == "nrfg" and len(word) == 3 and not is_word(word) and word[-1] not in NEVER_LAST and not is_place(word))
            and not _DOCTRINE.match(text, stop)
            and boundary(words, stop) >= 3
        ):
            yield Found(at, stop, word, "known")
            continue
        opens = not at or text[at - 1] in _CLAUSE_START
        appointed = text[at - 1 : at] in _APPOINTING and text.endswith(APPOINTS, 0, at)
        picked = appointed and text.endswith("选出", 0, at)  # 选出王平为主任, but 选出能耗高的设备
        head = 2 if text[at : at + 2] in double else 1
        for given in (2, 1):
            end = at + head + given
            candidate = text[at:end]
            if not words.starts_at(end) or (given == 2 and candidate[-1] == "率"):  # 邵鸿率|视察团
                continue
            address, verb = title_starting(text, end), follower(text, end)
            listed = _AND_ANOTHER.match(text, end) if text[end : end + 1] == "、" else None
            if (
                not appointed
                and (listed or text.startswith("为", end))
                and opens
                and APPOINTED_BEFORE.search(text, 0, at)
                and ends_in_title(text, listed.end() if listed else end)
            ):
                appointed = True  # 任命王坚为…主任，沙海林、周鸣为…副主任
            if not (address or appointed or verb in speech or verb in _TAKES_POST):
                continue
            if verb and (text.startswith(_OF_TRADE, end + len(verb)) or _FIRM_OF_TRADE.match(text, end)):
                continue  # 明岭种植|基地, 晋陵投资|集团
            if _is_miscut(text, at, end, head, in_address=bool(address), appointed=appointed):
                continue
            if verb in _TAKES_POST and (opens or appointed) and ends_in_title(text, end):
                yield Found(at, end, candidate, "appointed")
                break
            begins = opens or appointed or (verb == "代表" and given == 2 and _is_boundary(words, at))
            if verb in speech and tag(candidate[-1] + verb[:1]) == "" and begins:
                yield Found(at, end, candidate, "verb")
                break
            if picked and not text.startswith("为", end):
                continue
            if appointed and (text.startswith(_AFTER_APPOINTED, end) or _REMOVED_FROM.match(text, end) or listed):
                yield Found(at, end, candidate, "appointed")
                others = [*_OTHER.finditer(text, end, listed.end())] if listed else []
                for other in (*others, *_AND_REMOVED.finditer(text, end)):
                    if is_name(other.group(1)):
                        yield Found(other.start(1), other.end(1), other.group(1), "appointed")
                break
            if address and _is_addressed(words, at, end, address, given=given, opens=opens):
                yield Found(at, end, candidate, "address")
                break


def _is_miscut(text: str, at: int, end: int, head: int, *, in_address: bool, appointed: bool) -> bool:
    """Whether what stands before a verb or a title is a word or a place, or ends in a character that belongs to what follows."""
    candidate = text[at:end]
    never = RULES_OUT if in_address else NEVER_GIVEN
    if (
        candidate[-1] in "副后等向村乡某听看"
        or candidate.endswith(("之间", "社区", "小区"))
        or any(c.isdigit() for c in candidate)
    ):
        return True  # 江凌|副市长, 石岭村|第一书记, 李成|听介绍, 即墨之间, 东门社区
    if candidate[-1] == "总" and text.startswith("投资", end):
        return True  # 车站|总投资
    if in_address and candidate[-1] == "科" and text.endswith("医院", 0, at):
        return True  # 湖山医院|普儿科|主任
    if candidate[-1] in "及和与" and AND_SECRETARY.match(text, end - 1):
        return True  # 李明|及秘书长周岚
    if candidate[-1] in "大中" and text.startswith("队长", end):  # 刘伟|大队长
        return True
    if candidate[-1] == "为" and text[end : end + 1] != "为" and (appointed or appoints(text, at, end)):
        return True  # 任命李四|为区教育局局长
    if len(candidate) < end - at or any(c in never for c in candidate[head:]) or is_word(candidate):
        return True
    # 智利众|议长
    return is_lengthened_word(candidate) or is_place(candidate) or candidate[:2] in load_divisions().regions()


# 李明代表|说, but 李明|代表全体干警发言
_SPOKE_AS = re.compile("代表(?:[^一-鿿]|$|说|在|提出|认为|建议|表示|的|指出|呼吁|告诉|介绍|发言)")


def _is_addressed(words: Words, at: int, end: int, address: str, *, given: int, opens: bool) -> bool:
    """Whether a title behind a name is used in address, the name standing where names begin: 县政府王大河县长."""
    candidate = words.text[at:end]
    if address == "代表" and not _SPOKE_AS.match(words.text, end):
        return False
    begins = opens or _is_boundary(words, at)
    if not begins and given == 2 and candidate[-1] not in NEVER_LAST:
        begins = words.text.endswith(_ENDS_TOWN, 0, at) and words.starts_at(at)
    return (
        (begins or (given == 2 and address in _POLITE))
        and (frequency(candidate) == 0 or tag(candidate).startswith("nr"))
        and not _LENGTH_OF_SECTION.match(words.text, end)
        and not (given == 1 and address[0] in "一副总" and not (begins and frequency(candidate) == 0))
    )


# 县政府王大河县长, 政协李明副主席, 交警大队周平队长
_ENDS_BODY = (
    *("中心", "协会", "商会", "学校", "集团", "公司", "政府", "人大", "政协", "工会", "妇联", "医院", "银行"),
    *("大队", "支队", "派出所", "海关", "中学", "小学", "大学", "学院"),
)
# 望江镇邓明华副镇长, 东湖街道李克明书记: behind a town, where what is no name has the end of an office (望江镇|纪工委|书记)
_ENDS_TOWN = ("镇", "乡", "街道")


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


# 由|崔振武管理, 为|戴召民授牌
_LEADS_TO_NAME = tuple("由为给")


def find_unintroduced(words: Words, _: str) -> Iterator[Found]:
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
        never = not NEVER_GIVEN.isdisjoint(name) or name[1] in "方军" or name[-1] in "段墩庙坡岭坝会说称仍"
        never = never or frequency(text[end - 1 : end + 1]) > 300  # 宋琳|出生于
        if is_name(name) and not never and _is_given(words, at + 1, end):
            yield Found(at, end, name, "clause")


@lru_cache(maxsize=1)
def _opens_with_surname() -> re.Pattern[str]:
    surnames = "".join(sorted(name for name in _sure_surnames() if len(name) == 1))
    return re.compile(f"(?:^|(?<=[，。；：！？的由为给]))[{surnames}]")


@lru_cache(maxsize=1)
def _sure_surnames() -> frozenset[str]:
    """Surnames that are common or nothing else; 全 and 牛 are words first."""
    return frozenset(name for name in load_surnames()[0] - FUNCTION_SURNAMES if tag(name)[:2] == "nr") | common_surnames()


# 来自河南的路颖夺冠
_CAME_FROM = re.compile("来自[一-鿿]{2,10}?的(?=[一-鿿]{2,3})")


def find_from(words: Words, _: str) -> Iterator[Found]:
    """Names behind where somebody comes from: 来自河南的路颖夺冠."""
    text = words.text
    for origin in _CAME_FROM.finditer(text) if "来自" in text else ():
        start = origin.end()
        end = name_at(words, start)
        if end and is_name(text[start:end]) and boundary(words, end) >= 2:
            yield Found(start, end, text[start:end], "clause")


def _is_given(words: Words, start: int, end: int) -> bool:
    """Whether two characters behind a surname are no words by themselves: 桂平, 国辉; not the 链条 of 全链条, the 光谱 of 高光谱."""
    tokens = words.between(start, end)
    loose = len(tokens) == 2 and all(t.tag[:1] not in ("p", "c", "u", "r", "m", "d") for t in tokens)
    sure = tag(words.text[start - 1])[:1] not in ("a", "d", "m")
    known = len(tokens) == 1 and sure and (tokens[0].tag[:2] in ("nr", "nz") or frequency(tokens[0].text) < 50)
    return (loose or known) and frequency(words.text[start - 1 : start + 1]) <= 5


_GIVEN_BY = re.compile(
    "(?:听取|审议|[、，和])(?:了)?([一-鿿]{2,3})(?<![工合操运制动写协著创耕])作的(?=关于|[^，。；]{0,16}?(?:报告|汇报|说明))"
)


# 接受程用文|辞去…职务: whatever word the dictionary sees across the end of the name.
_RESIGNS = re.compile("(?:接受|批准)([一-鿿]{2,4}?)(?:同志)?(?:请求)?(?=辞去)")


def find_giving(words: Words, _: str) -> Iterator[Found]:
    """Names of those who gave a report that was heard (听取了李明作的关于…的报告) and whose resignation was accepted."""
    text = words.text
    for match in _GIVEN_BY.finditer(text) if "作的" in text else ():
        if is_name(match.group(1)):
            yield Found(match.start(1), match.end(1), match.group(1), "verb")
    for match in _RESIGNS.finditer(text) if "辞去" in text else ():
        if is_name(match.group(1)):
            yield Found(match.start(1), match.end(1), match.group(1), "appointed")

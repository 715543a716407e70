"""Foreign people: names written by sound (泽连斯基, 迪亚斯-卡内尔, 穆罕默德·戴夫) and Japanese ones (高市早苗).

Such a name is a run of the characters that write foreign names; what follows it shows where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.reading.words import frequency, tag
from kg.recognition.agencies.national import national_by_name
from kg.recognition.divisions import foreign_countries, load_divisions
from kg.recognition.endings import boundary
from kg.recognition.foreign import SOUNDS
from kg.recognition.lexicon import Names, column
from kg.recognition.titles import title_ending
from kg.recognition.tokens import Token, Words

# People's names have some that places seldom have.
NAME_SOUNDS = SOUNDS | frozenset(
    "埃罕卜娅娃莎赞芒杭仓岑策察楚措黛丰聪嫩良灿柴蔡昌真派妲萝薇芙摩丁诃奎翁廉烈沁那何易义肖呼坚滕冯谭歇汀吞敏匡宽庇敦桂楠珂琪缇翠芝芭菱蓉蜜魁坡姬婕纪尧慕荪"
)
_JOINTS = "·-"
_PART = re.compile("[一-鿿]{1,9}(?:·[一-鿿-]{1,12}){1,4}")
# 普京|当天, 格罗西|本月1日: a time whose first character also writes names.
_TIME = re.compile("当[天晚日地时年]|本[月周次人届]|今[天年日]|日[前在称]|同[天日]")
_PROPER = ("nr", "ns", "nz", "nt")
LEADS_ON = frozenset("的和与及就对在将称说致同也曾已等则由从向为是兼互未愿宣又还并仍")
_REST_OF_PART = re.compile("[一-鿿]{1,5}·")
# 阿卜杜拉|二世, 卡尔|十六世·古斯塔夫
_REGNAL = re.compile("[一二三四五六七八九十]{1,3}世")
_REGNAL_BEFORE = re.compile("[一二三四五六七八九十]{1,3}世$")
_NAMED_AFTER = re.compile("”?号|(?:国际)?机场|大学|医院|广场|湾|航母|级|式|奖|杯|研究所|中心|大桥|公园")
# Posts that only states have: 泽连斯基总统, 与首相里奥斯会谈.
_OF_STATES = re.compile("总统|首相|国王|女王|王储|国务卿|[外财防]长|大臣|众议长|参议长|总理|议长|特使|新闻秘书")
_STYLED = re.compile("总统|总理|首相|国王|女王|国家主席|总书记|主席")
_STATES = frozenset("俄乌美英法德日韩朝印巴伊以叙黎土埃沙阿加澳意西")
_SPEAKER = re.compile(
    f"(?:^|(?<=[，。；：“]))([{''.join(sorted(NAME_SOUNDS))}]{{4,8}}?)"
    "(?:当天|[0-9]{1,2}日)?(?:还|也|同时|随后)?(?:表示|指出|强调|宣布|认为|透露|[说称][，：“])"
)


_SPEAKS = ("说", "称", "表示", "指出", "强调", "宣布", "认为", "透露")


@lru_cache(maxsize=1)
def _foreign() -> Names:
    """Countries, and bodies of other countries and of several."""
    countries = (n for n in foreign_countries() if len(n) > 1)
    bodies = (n for n, r in national_by_name().items() if r["abroad"] and len(n) > 1)
    return Names([*countries, *bodies])


def is_abroad(text: str, start: int, end: int) -> bool:
    """Whether a title is a foreign state's, or a foreign state or body is named in the clause before it."""
    if _OF_STATES.search(text, start, end):
        return True
    return bool(_foreign().find(_clause_before(text, start)))


def leads_state(text: str, start: int, end: int) -> bool:
    """Whether a title is that of a head of a foreign state or government, right behind the state's name."""
    before = text[max(0, start - 8) : start]
    return _STYLED.search(text, start, end) is not None and any(stop == len(before) for _, stop in _foreign().find(before))


def _clause_before(text: str, at: int) -> str:
    """The words of a clause before a position in it."""
    return text[max(text.rfind(mark, 0, at) for mark in "。；，：") + 1 : at]


def name_by_sound(words: Words, start: int) -> int:
    """The end of a name written by sound that begins at a position, or 0.

    It ends where a time, a title or a word that leads on begins (普京|当天), otherwise with the run of its characters.
    """
    text, run = words.text, _run_end(words, start)
    if all(char in _STATES for char in text[start:run]):
        return 0  # 领导人巴以|问题
    for end in range(start + 2, run + 1):
        if text[end - 1] in _JOINTS or text[end : end + 1] in ("·", "-"):
            continue
        if end == run:
            return end if boundary(words, end) or _leads_on(words, end) else 0
        if _ends_inside(words, end):
            return end
    return 0


def _run_end(words: Words, start: int) -> int:
    """Where the run of characters that write foreign names ends."""
    text, end = words.text, start
    while end < len(text) and end - start < 20:
        token = words.covering[end]
        if regnal := _REGNAL.match(text, end) if end > start else None:
            end = regnal.end()
        elif token.start == end and _is_given_name(token):
            end = token.end
        elif text.startswith(_OF_XINJIANG, end):
            end += 2
        elif (
            text[end] in NAME_SOUNDS
            or (text[end] in _JOINTS and end > start and text[end + 1 : end + 2] in NAME_SOUNDS)
            or _is_odd(words, start, end)
        ):
            end += 1
        else:
            break
    return end


# 阿不来提·阿不都拉, 玉素甫·玉山: what names of Xinjiang have and others written by sound have not.
_OF_XINJIANG = ("阿不", "玉素", "玉苏", "玉山", "守尔", "铁木")


def _is_odd(words: Words, start: int, at: int) -> bool:
    """Whether a character of a name's later part is one that seldom writes names: 卡力玛·托|辽|吾哈孜."""
    text, token = words.text, words.covering[at]
    return (
        len(token.text) == 1
        and token.tag[:1] not in ("v", "d", "p", "c", "u", "r", "m", "f", "q", "t")
        and "一" <= token.text <= "鿿"
        and token.text not in LEADS_ON
        and "·" in text[start:at]
        and text[at - 1] != "·"
        and len(text) > at + 2
        and all(char in NAME_SOUNDS for char in text[at + 1 : at + 3])
        and words.starts_at(at + 2)
    )


def _is_given_name(token: Token) -> bool:
    """大卫, 亚历山大, 阿不来提: names that the dictionary has; it has 贺信 and 清真寺 among those of people too."""
    known = token.tag == "nr" or (token.tag == "ns" and len(token.text) > 3)
    return token.tag == "nrt" or (known and sum(char in NAME_SOUNDS for char in token.text) * 2 > len(token.text))


# 沃伯顿|因涉丑闻, 拜登|于当年: characters that write names and are words of their own.
_LOOSE = frozenset("因于以")


def _ends_inside(words: Words, end: int) -> bool:
    """Whether a name ends before a character that could go on with it."""
    text, token = words.text, words.covering[end]
    if token.start < end and len(token.text) > 2 and _is_given_name(token):
        return False  # 司马义·艾买|提出席
    if _TIME.match(text, end) or boundary(words, end) >= 3:
        return True
    following = words.at(end + 1)
    if text[end] == "都" and token.start == end and following is not None and following.tag[:1] in ("v", "p", "d"):
        return len(following.text) > 1 or following.text in "在是会要有能去把被"  # 村民阿里木·库尔班|都在
    if text[end] in _LOOSE and token.end == end + 1:
        after = text[end + 1 : end + 2]
        return bool(after.isdigit() or _TIME.match(text, end + 1)) or (  # 约瑟夫·基普鲁托|以2小时8分夺冠
            after not in NAME_SOUNDS and after not in _JOINTS and not boundary(words, end + 1)
        )
    return (
        token.start == end
        and len(token.text) > 1
        and token.tag[:1] in ("v", "d", "p", "c", "t", "a", "m")
        and frequency(token.text) > 300
    )


def _leads_on(words: Words, end: int) -> bool:
    """Whether a character after a name's run is a word of its own."""
    token = words.covering[end]
    kinds = ("v", "d", "p", "c", "u", "t", "r", "m", "f", "n") if len(token.text) > 1 else ("v", "d", "p", "c", "u")
    return words.text[end] in LEADS_ON or (token.start == end and token.tag[:1] in kinds)


def is_by_sound(name: str) -> bool:
    """Whether most characters of a name write foreign names.

    Example:
        >>> is_by_sound("约翰·史密斯"), is_by_sound("周明远")
        (True, False)
    """
    letters = [char for char in _REGNAL.sub("", name) if char not in _JOINTS]
    return sum(char in NAME_SOUNDS for char in letters) >= 0.8 * len(letters)


def find_dotted(words: Words) -> Iterator[tuple[int, int]]:
    """Names of several parts: 约翰·史密斯, 阿卜杜勒-马利克·哈桑."""
    text = words.text
    if "·" not in text:
        return
    for match in _PART.finditer(text):
        done = match.start()
        while (first := text.find("·", done, match.end())) >= 0:
            # 以色列|本·古里安: a country before the name ends where it ends.
            bound = max((e for s, e in load_divisions().scan(text[:first]) if e > done and e - s > 2), default=done)
            at = _begin(words, first, bound)
            run = _run_end(words, at) if at < first else 0
            # 费迪南德·罗穆昂德兹·马科斯: a part between two dots may hold a character that seldom writes names.
            while run > first and text[run : run + 1] not in tuple("和与及") and (rest := _REST_OF_PART.match(text, run)):
                if not is_by_sound(text[text.rindex("·", at, run) + 1 : rest.end() - 1]):
                    break
                run = _run_end(words, rest.end())
            done = max(run, first + 1)
            if run > first + 1:
                last = text.rindex("·", at, run) + 1
                if run == last + 1 and (rare := words.at(run)) and len(rare.text) == 1 and frequency(rare.text) < 200:
                    run += 1  # 阿莱娜·杜|晗
                stop = _part_end(words, last, run)
                if not _NAMED_AFTER.match(text, stop) and not text.startswith(
                    "基金会", stop - 2
                ):  # 本·古里安机场, “哈里·杜鲁门”号
                    yield at, stop


def _begin(words: Words, first: int, bound: int) -> int:
    """Where a dotted name begins: leftwards from its first dot over the characters that write names, up to a title."""
    text, at = words.text, first
    while at > bound:
        token = words.covering[at - 1]
        if first > at and (title_ending(text, at) or _is_ordinary(token, at)):
            break
        if token.end == at and token.start >= bound and _is_given_name(token):
            at = token.start
        elif at - 2 >= bound and text.endswith(_OF_XINJIANG, 0, at):
            at -= 2
        elif text[at - 1] in NAME_SOUNDS or (text[at - 1] == "-" and at > 1 and text[at - 2] in NAME_SOUNDS):
            at -= 1
        elif regnal := _REGNAL_BEFORE.search(text, bound, at):
            at = regnal.start()
        else:
            break
    return at


def _is_ordinary(token: Token, end: int) -> bool:
    """Whether a common word ends at a position: 男子|阿朗索·里奥斯."""
    return (
        token.end == end
        and len(token.text) > 1
        and token.tag[:1] in ("n", "v", "t")
        and token.tag[:2] not in _PROPER
        and frequency(token.text) > 300
    )


def _part_end(words: Words, start: int, run: int) -> int:
    """The end of a name's last part, at most where its run ends."""
    text = words.text
    for end in range(start + 1, run):
        if text[end - 1] in _JOINTS or text[end] in _JOINTS:
            continue
        if _ends_inside(words, end):
            return end
    return run


def find_styled(words: Words) -> Iterator[tuple[int, int]]:
    """Names by sound before the title of a head of state or government: 同泽连斯基总统, 卢拉总统."""
    text = words.text
    for match in _STYLED.finditer(text):
        end = at = match.start()
        while at and end - at < 12 and (text[at - 1] in NAME_SOUNDS or text[at - 1] in _JOINTS):
            at -= 1
        before = max(0, at - 6)  # 阿尔及利亚总统: 及 writes no name
        at = max([at, *(e + before for _, e in _foreign().find(text[before:end]))])
        while at < end and (
            text[at] in _JOINTS or (text[at] in _LOOSE and words.starts_at(at + 1)) or text[at - 1 : at].isdigit()
        ):
            at += 1  # 以|苏林总书记为首, 5月|卢拉总统访华
        if japanese := _japanese_before(text, end):
            yield japanese, end
            continue
        name = text[at:end]
        if all(char in _STATES for char in name):
            continue  # 美乌总统: of two countries
        if len(name) < (3 if match.group() == "主席" else 2) or "·" in name:
            continue
        if (words.starts_at(at) or text[at - 1] in LEADS_ON) and not _is_plain(words, at, end) and _is_nobody_else(name):
            yield at, end


def find_speakers(words: Words) -> Iterator[tuple[int, int]]:
    """Names by sound of four and more characters that a clause begins with, before a verb of speech: 马克西莫夫当天称."""
    text = words.text
    for match in _SPEAKER.finditer(text) if any(verb in text for verb in _SPEAKS) else ():
        at, end = match.span(1)
        if words.starts_at(at) and not _is_plain(words, at, end) and _is_nobody_else(match.group(1)):
            yield at, end


def _is_nobody_else(name: str) -> bool:
    """Whether a name is neither a place's nor a body's."""
    return not _foreign().find(name) and name not in load_divisions().regions() and not load_divisions().named(name)


def _is_plain(words: Words, start: int, end: int) -> bool:
    """Whether a run holds an ordinary word."""
    return any(len(t.text) > 1 and t.tag[:2] not in _PROPER and frequency(t.text) > 100 for t in words.between(start, end))


def begins_with_word(words: Words, start: int) -> bool:
    """Whether an ordinary word stands where a name would begin: 负责人|加强."""
    token = words.at(start)
    return token is not None and len(token.text) > 1 and tag(token.text)[:2] not in _PROPER and frequency(token.text) > 20


def short_forms(names: Iterable[str]) -> dict[str, str]:
    """The full name for the last part of each dotted one (尤里·马克西莫夫, then 马克西莫夫), where only one has it.

    Example:
        >>> short_forms(["尤里·马克西莫夫", "阿里·哈桑", "奥马尔·哈桑"])
        {'马克西莫夫': '尤里·马克西莫夫'}
    """
    by_last: dict[str, set[str]] = {}
    for name in names:
        if "·" in name:
            by_last.setdefault(name[name.rindex("·") + 1 :], set()).add(name)
    return {last: min(full) for last, full in by_last.items() if len(full) == 1 and len(last) > 2}


def stands_alone(words: Words, start: int, end: int) -> bool:
    """Whether a short name by sound is no part of a longer one: 达尔, not in 达尔富尔."""
    text = words.text
    if end - start > 3 or not all(char in NAME_SOUNDS for char in text[start:end]):
        return True
    around = words.covering[start]
    if around.tag == "ns" and around.start < start:  # 埃塞俄|比亚
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if after in NAME_SOUNDS and after and not (words.starts_at(end) and (_ends_inside(words, end) or boundary(words, end))):
        return False
    return not (before in NAME_SOUNDS and before and not words.starts_at(start) and not title_ending(text, start))


def japanese_name(words: Words, start: int) -> int:
    """The end of a Japanese name that begins at a position, or 0: a surname and one to three characters more."""
    text = words.text
    surname = next((size for size in (3, 2, 1) if text[start : start + size] in column("japanese_surnames", "surname")), 0)
    if not surname:
        return 0
    best, sure = 0, 1
    for given in (1, 2, 3):
        end = start + surname + given
        if end > len(text) or not all("一" <= char <= "鿿" and char not in "的和与及等" for char in text[start:end]):
            break
        found = 4 if _TIME.match(text, end) else max(boundary(words, end), 2 if text[end : end + 1] in LEADS_ON else 0)
        if found > 2:
            return end
        if found > sure or (found == sure and given == 2):
            best, sure = end, found
    return best


def _japanese_before(text: str, end: int) -> int:
    """Where a Japanese name of four characters begins that ends at a position (同岸田文雄|首相), or 0."""
    name = text[max(0, end - 4) : end]
    return (
        end - 4 if len(name) == 4 and name[:2] in column("japanese_surnames", "surname") and text.startswith("首相", end) else 0
    )


def is_japanese(text: str, start: int) -> bool:
    """Whether Japan or a place in Japan is named in the clause before a title."""
    before = _clause_before(text, start)
    return "日本" in before or bool(_in_japan().find(before)) or text.startswith(("日首相", "日外相"), start - 1)


@lru_cache(maxsize=1)
def _in_japan() -> Names:
    """The places in Japan."""
    regions = load_divisions().regions()
    return Names([r.name for r in regions.values() if r.within == "日本" or regions.get(r.within, r).within == "日本"])

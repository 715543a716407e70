"""Places abroad that no list holds: a name written by sound before a head such as 州 or 机场 (罗斯托夫州, 迈加齐难民营)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.reading.words import frequency
from kg.recognition.divisions import load_divisions
from kg.recognition.phrases import is_proper, is_unknown
from kg.recognition.spans import Span
from kg.recognition.tokens import Token, Words

# Characters used to write foreign names by sound; a dotted name consists of them for the most part.
SOUNDS = frozenset(
    "京阿艾爱安奥昂巴拜班邦保鲍贝本比彼毕边别宾波伯博勃布查茨达戴丹当道德登邓狄迪蒂第东杜顿多额厄恩耳尔法凡范方菲费芬佛夫弗福富盖甘冈高戈哥格葛根贡古瓜圭哈海汉豪赫黑亨"
    "洪侯胡华怀惠霍基吉季济加贾简江姜杰金津居喀卡凯坎康考柯科可克肯孔库夸昆扩拉莱来赖兰朗劳勒雷蕾黎里李理莉利立丽连列林琳留刘柳隆龙卢鲁露路伦罗洛吕马玛迈麦满曼毛茂梅美门"
    "蒙孟米密缅明莫墨默姆木穆拿娜纳乃奈南瑙内能尼妮年涅宁纽农奴努女诺欧帕潘庞佩蓬彭皮匹平泼珀普奇齐契恰强乔切钦琴青丘曲屈让热仁日荣茹儒瑞若撒萨塞赛三桑瑟森沙山珊尚绍舍申"
    "圣施什石史士室舒朔斯思丝松苏绥孙娑索塔台泰坦汤唐陶特腾提田帖铁廷通图土吐托陀瓦万汪旺威韦维伟温文翁沃乌吾武伍西希悉锡席喜夏香肖萧谢辛欣新兴雄休修许雪逊雅亚延扬耶叶伊依"
    "宜以因英永尤于约月云扎泽曾詹张章哲珍治朱兹子孜卓宗祖佐木提江孜热古丽艾合买买提次其桑玛尕都翰旦措嘎毛央力甫汗白再排地"
)
# Those of places: without the ones that are words of their own where a name may begin, with some that no person's name has.
_PLACE_SOUNDS = "".join(sorted((SOUNDS - set("以因地再排次其于都可")) | set("荷敖厦诃缇埃开代冒楠端俾支颠垦")))
_KINDS = {
    "Region": ("州", "省", "县", "大区", "边疆区", "地区"),
    "City": ("市", "镇"),
    "Island": ("岛", "群岛"),
    "Landform": ("半岛",),
    "Mountain": ("火山",),
    "Airport": ("机场", "国际机场"),
    "Infrastructure": ("核电站", "难民营"),
}
_KIND_OF = {head: kind for kind, heads in _KINDS.items() for head in heads}
_NAME = re.compile(f"([{_PLACE_SOUNDS}][{_PLACE_SOUNDS}·-]{{1,8}}?)({'|'.join(sorted(_KIND_OF, key=lambda head: -len(head)))})")
# Words of the language that consist of such characters before such a head: 南方地区, 江西三省, 本州.
_COMMON = re.compile("[东西南北中]方$|[二三四五六七八九十两多]$|^[本该各]|古$|^[东西南北中沿][部海江]?$|大[湾洋]$")


def find_foreign_places(words: Words, known: Mapping[int, int]) -> Iterator[Span]:
    """Names by sound with a head, left to right.

    A name begins after a place that the sentence names before it (俄罗斯|罗斯托夫州) and holds no word of the language; cities go by
    their bare name where the gazetteer has it (莫斯科市).

    Args:
        known: Begin by end of the divisions and regions in the sentence.
    """
    text, at = words.text, 0
    regions = load_divisions().regions()
    while match := _NAME.search(text, at):
        start, head, end = match.start(), match.start(2), match.end()
        at = start + 1
        if not words.starts_at(end) or end in known or text.startswith("电视台", end):
            continue
        kind = _KIND_OF[match.group(2)]
        start = max([start, *(stop for stop, begin in known.items() if start < stop < head and stop - begin >= 2)])
        # 都|德黑兰市: the end of a word (首都) begins no name.
        while start < head and not words.starts_at(start):
            start += 1
        if text[start + 1 : head] in regions or text[start + 1 : end] in regions:  # 美|毛伊岛
            start += 1
        else:
            while (lead := words.at(start - 1) if start else None) and _is_rare_sign(lead) and start not in known:
                start = lead.start
        bare = text[start:head]
        if kind == "City" and bare in regions and regions[bare].kind == "City":
            at = end
            yield Span(start, end, "place.foreign", "City", bare)
        elif _is_by_sound(words, start, head):
            at = end
            yield Span(start, end, "place.foreign", kind)


def _is_by_sound(words: Words, start: int, head: int) -> bool:
    """Whether all words before a head may be a name by sound, and not one that means a country or a word of the language."""
    bare = words.text[start:head]
    region = load_divisions().regions().get(bare)
    tokens = words.between(start, head)
    if any(load_divisions().named(words.text[at : head + 1]) for at in range(start, head)):  # 陇南|康县
        return False
    if len(bare) < 2 or _COMMON.search(bare) or (region is not None and region.kind in ("Country", "Continent")):
        return False
    return all(map(_may_sound, tokens)) and (region is not None or any(len(t.text) == 1 for t in tokens) or len(bare) > 3)


def _may_sound(token: Token) -> bool:
    """Whether a word may be part of a name by sound: a single character that is no number or function word, a name, a rare word."""
    if len(token.text) == 1:
        return token.tag[:1] not in ("m", "p", "c", "u", "r")
    return is_proper(token) or frequency(token.text) < 20


def _is_rare_sign(token: Token) -> bool:
    """Whether a word is a single character that stands for nothing by itself: 楠|格哈尔省."""
    return len(token.text) == 1 and "一" <= token.text <= "鿿" and is_unknown(token) and token.text not in "省市县州国"

"""Where a personal name ends: by the mark, the title or the word that follows it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.reading.words import frequency, tag
from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import rows
from kg.recognition.titles import title_starting
from kg.recognition.tokens import Words


@lru_cache(maxsize=1)
def _follower_heads() -> dict[str, tuple[str, ...]]:
    by: dict[str, list[str]] = {}
    for row in rows("person_verbs"):
        by.setdefault(row["word"][0], []).append(row["word"])
    return {head: tuple(sorted(words, key=len, reverse=True)) for head, words in by.items()}


def follower(text: str, at: int) -> str:
    """The word of `person_verbs.csv` that begins at a position, or an empty string."""
    if at >= len(text) or text.startswith("工作", at - 1):  # 环境管理工|作报告
        return ""
    for word in _follower_heads().get(text[at], ()):
        if text.startswith(word, at):
            return word
    return ""


# 副县长李明、王立及各乡镇负责人: who comes along without a name.
AND_OTHERS = re.compile(
    "(?:及|以及|和|与)(?:[省市区县州旗](?:委|政府|监委|人大|政协|纪委|法院|检察院)|相关|有关|各|所属|部分|其他|[省市区县州旗]直|企业|部门|单位|乡镇|街道|与会|参会|嘉宾|来宾|师生|群众代表|居民代表)"
)
# 李平|为获奖选手颁奖, 陈志勇|为先进集体颁发奖牌: for whom somebody hands out what
_FOR = re.compile(
    "为[^，。；、]{1,24}?(?:颁发|颁奖|颁授|授[牌旗奖课]|揭[牌幕]|剪彩|佩戴|送[上去]|加油|点赞|点睛|作[一-鿿]{0,8}(?:报告|辅导|讲座|授课|宣讲))"
)
# 副主席王平、李明|及秘书长周岚: the post that closes a list of leaders.
AND_SECRETARY = re.compile("(?:以及|[及和与])副?秘书长(?=[一-鿿]{2,3}(?:[，。、在等]|出席|参加|$))")
# 杨自强、戚科远|等出席签约仪式
_AND_CAME = re.compile("等[^，。；、]{0,4}?(?:出席|参加|陪同|参与|到会|到场|列席)")
# 李飞作的关于…的汇报, 张明作了说明, 王平作项目推进情况介绍, 王立作《政府工作报告》, 王立作交流发言: what somebody gives; a given name may end in 作 elsewhere.
GIVES = re.compile(
    "(?<![工合操运制动写协著创耕])作(?:的(?:关于|[^，。；]{0,16}?(?:报告|汇报|说明|讲话|发言))|了|讲解|辅导|点评|《"
    "|[一-鿿]{0,16}?(?:报告|发言|讲话|致辞|汇报|说明|介绍|表态|解读|宣讲|授课|讲座|演讲|动员|总结|推介)(?![一-鿿]))"
)


def boundary(words: Words, at: int) -> int:
    """How surely a name ends at a position: 4 by punctuation, 3 by a known follower, 2 by a word of two and more characters, 0 not."""
    text = words.text
    if at >= len(text) or not "一" <= text[at] <= "鿿":
        return 4
    if text[at] in "及以和与" and (AND_OTHERS.match(text, at) or AND_SECRETARY.match(text, at)):
        return 3
    if text[at] == "等" and words.starts_at(at) and _AND_CAME.match(text, at):
        return 4
    if (text[at] == "作" and GIVES.match(text, at)) or (text[at] == "为" and _FOR.match(text, at)):
        return 3
    if text.startswith("时，", at) and text[at - 1] != "其":  # 碰到村民王大河|时，; 生逢其时，
        return 3
    if text[at] in "说称" and text[at + 1 : at + 2] in ("，", "：", "“", ""):
        return 4
    if text[at] == "以" and text[at + 1 : at + 2].isdigit():
        return 3  # 张一凡|以38分44秒的成绩夺冠
    if text[at] == "向" and any(text[at + 1 : at + size] in load_divisions().regions() for size in (3, 4, 5)):
        return 3  # 韩正|向乌拉圭当选总统致贺电
    known = follower(text, at)
    if known in ("文", "摄"):
        known = ""
    if len(known) > 1:
        return 3
    after = title_starting(text, at)
    if after:
        return 3
    for size in (4, 3, 2):
        word = text[at : at + size]
        if size == 4 and tag(word)[:1] in ("i", "l"):  # 副书记梁仲辉喜不自禁
            return 2
        if (
            len(word) == size
            and tag(word)[:1] in ("v", "d", "p", "c", "t", "i", "l", "n", "r", "m", "f", "a", "j")
            and frequency(word) > 20
        ):
            return 2
    if text[at + 1 : at + 2] in ("了", "过", "着") and tag(text[at]).startswith("v"):  # 彭育晴买了一台
        return 2
    return 2 if known else 0

"""The name of what a number measures: the words around it in, the indicator out (接待游客, 粮食产量同比增长)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.model import TIME, Mention
from kg.reading.words import cut, tag
from kg.recognition.lexicon import rows
from kg.relations.clauses import Clause

RATES = ("增速", "增幅", "涨幅", "降幅")
STOPS = frozenset("，。；、：！？,;:!?（）()“”《》 　\n*")


@cache
def load_words() -> Mapping[str, tuple[str, ...]]:
    """Word lists by kind, longest words first."""
    return {row["kind"]: tuple(sorted(row["words"].split(), key=lambda w: (-len(w), w))) for row in rows("observation_words")}


@cache
def any_of(kind: str) -> re.Pattern[str]:
    """The words of a kind as alternatives."""
    return re.compile("|".join(map(re.escape, load_words()[kind])))


# 通行时间将由目前的|3小时缩短至1小时, …从过去|2天延长至4天: how the value before a change is led in.
_FORMERLY = re.compile(
    "(?:将|可)?[从由](?:现在|目前|过去|原来|此前|之前|以前|原先|当前|最初)?的?(?:最快|平均|约)?$|(?:将|可)?[从由]?(?:现在|目前|过去|原来|此前|之前|以前)的?$"
)
# 通行时间将由现在的1小时20分钟|缩短为20分钟
_FORMER_VALUE = re.compile(
    "(?:将|可)?(?:由|从)[^，。由从]{0,8}?[0-9一二三四五六七八九十两半]+[^，。由从]{0,8}?(?:小时|分钟|天|年|个月)多?(?:左右)?"
)
_BRACKETED = re.compile("[（(][^（()）]*[)）]")
# 全长24公里的深中通道, 总投资3亿元的项目: the measures that a number before a thing gives of it.
MODIFIES = re.compile(
    r"(?:(?:规划|计划|项目|工程|预计|年度)?(?:总|全)?(?:投资额?|长度?|占地面积|占地|建筑面积|面积|造价|里程|规模|库容|装机容量|装机|产值|产能|客流量?|人口|高度?|宽度?|深度?|跨径|主跨|跨度|直径|海拔|价值|金额|重量?|重达?|时速|车速|历史|存量|储量|年?产量?|注册资本|资产|市值|床位|户籍人口|常住人口|容量|可容纳|容纳|吞吐量|发行|耗资|融资|投资|拥有|占地达?|绵延|延绵))(?:达到?|约|近|超过?|逾|为)?$"
)


def left_label(text: str, start: int, mention: Mention, clause: Clause) -> str:
    """The words before a number that name what it measures, without its subject and its time."""
    if clause.subject is not None and clause.subject.start < mention.start:
        start = max(start, clause.subject.end)
    skip = {
        p
        for m in clause.mentions
        if m.type == TIME and text[m.start - 1 : m.start] not in ("比", "较")
        for p in range(m.start, m.end)
    }
    left = "".join(c for p, c in enumerate(text[start : mention.start], start) if p not in skip and c not in "*“”‘’ 　①②③④⑤⑥")
    left = _FORMERLY.sub("", _FORMER_VALUE.sub("", _BRACKETED.sub("", left)))
    for opening in "（(":
        left = left.rsplit(opening, 1)[-1] if opening in left and "）" not in left.rsplit(opening, 1)[-1] else left
    if left.startswith(("（", "(")):  # the number of a list's line
        left = left[1:].lstrip("0123456789一二三四五六七八九十").lstrip("）)")
    words = load_words()
    return strip_start(strip_end(left, words["link"]), words["lead"])[-24:]


_NO_REACH = ("下达", "传达", "送达", "抵达", "转达", "收到", "接到", "签到", "得到")
_NO_HEDGE = ("签约", "节约", "预约", "合约", "契约", "履约", "公约", "条约")


def strip_end(text: str, words: tuple[str, ...]) -> str:
    """A label without the words that only lead to its number: 产值突破|12亿元, but not 签约|3个项目."""
    text = text.rstrip("、的")
    while text.endswith(words):
        word = next(w for w in words if text.endswith(w))
        if (word == "约" and text.endswith(_NO_HEDGE)) or (word in ("达", "到") and text.endswith(_NO_REACH)):
            break
        text = text[: -len(word)].rstrip("、的")
    return text


def strip_start(text: str, words: tuple[str, ...]) -> str:
    """A label without the words that only lead to it: 其中|产值."""
    for _ in range(4 if text.startswith(words) else 0):
        word = next((w for w in words if text.startswith(w) and len(text) > len(w) and not text.startswith("现场")), "")
        if not word:
            break
        text = text[len(word) :]
    return text.lstrip("、的")


def leading_phrase(text: str, limit: int, *, closed: bool = True) -> str:
    """The noun phrase a text begins with, at most `limit` characters; not `closed`, what happened too."""
    text = text.lstrip("*").removeprefix("的").removeprefix("多")
    if text.startswith(("以上", "左右", "以下", "以内", "之多", "不等", "余", "来")):
        text = text[2:] if text[0] not in "余来" else text[1:]
    end = 0
    tail = any_of("tail").search(text, 0, limit + 4) if closed else None
    for char in text[: min(limit, tail.start()) if tail else limit]:
        if char in STOPS or char in "将已被在是为让使以于并由从和及与共" or char.isdigit():
            break
        end += 1
    return text[:end].removesuffix("的")


def bare_noun(phrase: str) -> str:
    """A noun phrase without the adverb or the preposition that goes on after it: 队伍|奋力拼搏, 导弹|对能源设施."""
    at, named = 0, False
    for word in cut(phrase):
        kind = tag(word)
        if named and kind in ("d", "p"):
            return phrase[:at]
        named = named or kind[:1] == "n"
        at += len(word)
    return phrase


def verb_at_end(label: str) -> str:
    """The verb that a label ends in where it says little of what is measured: what the verb does so much of follows (又投入|150万元)."""
    words = cut(label)
    last = words[-1] if len(words) > 2 else ""
    return last if len(last) >= 2 and tag(last) == "v" else ""


def beyond(gap: str, left: str, *, named: bool) -> str:
    """Of the words between two numbers those that belong to the second: 435座桥梁、10座隧道."""
    noun = leading_phrase(gap, 14)
    if gap[len(noun) : len(noun) + 1] in ("、", "和", "及", "与"):
        return left.removeprefix(noun).lstrip("、和及与")
    return "" if named and noun == gap else left


def only_change(text: str) -> bool:
    """Do the words only say that something changed (同比增加24万人)?"""
    words = load_words()
    for word in (*words["growth"], *words["compared"]):
        text = text.replace(word, "")
    return not text


def split_growth(left: str) -> tuple[str, str]:
    """A label cut before the words for a change: 规模以上工业增加值|同比增长."""
    words = load_words()
    last = max(left.rfind(w) + len(w) for w in words["growth"] if w in left)
    at = min(left.rfind(w) for w in words["growth"] if w in left and left.rfind(w) + len(w) == last)
    noun, change = left[:at], left[at:]
    for opener in words["compared"]:
        if noun.endswith(opener):
            noun, change = noun[: -len(opener)], opener + change
    return noun, change


def short(text: str, limit: int) -> str:
    """The text where it is short enough to be part of a name."""
    return text if len(text) <= limit else ""


def deal_out(
    text: str, clause: Clause, before: Clause | None, quantities: list[Mention], times: list[Mention]
) -> dict[int, tuple[str, str]]:
    """Indicator and period of the numbers that 分别 deals out to a list: 蔬菜、水果分别增长5%、6%."""
    at = text.find("分别", clause.start, clause.end)
    dealt = [(i, m) for i, m in enumerate(quantities) if m.start > at] if at >= 0 else []
    if len(dealt) < 2:
        return {}
    start = clause.start
    if before is not None and before.sentence == clause.sentence:
        counted = any(c.isdigit() for c in text[before.start : before.end])
        if at - clause.start <= 1 or (only_change(text[clause.start : at]) and not counted):  # …利率，同比分别下降…
            start = before.start
    named = (*clause.mentions, *(before.mentions if before is not None and start == before.start else ()))
    skip = {p for m in named if m.type == TIME or m is clause.subject for p in range(m.start, m.end)}
    head = "".join(c for p, c in enumerate(text[start:at], start) if p not in skip)
    head = strip_start(re.sub("（[^（）]*）", "", head).strip("，；：,;: "), load_words()["lead"])
    change = text[at + 2 : dealt[0][1].start]
    change = strip_end(change, load_words()["link"])
    years = _years(times, len(dealt))
    if years:
        return {i: (head + change, year) for (i, _), year in zip(dealt, years, strict=True)}
    noun, against, others = head.partition("比")
    if against and change.startswith(("高", "低", "快", "慢", "多", "少")):  # 比全省和全国分别高0.7、1.4个百分点
        head = others.removesuffix("水平")
        items = [f"{noun}比{item}" for item in _items(head, len(dealt))]
        if len(items) == len(dealt):
            return {i: (item[-20:] + change, "") for (i, _), item in zip(dealt, items, strict=True)}
    items = _items(head, len(dealt))
    if len(items) != len(dealt):
        return {i: (head[-16:] + change, "") for i, _ in dealt}
    items[0] = items[0].rpartition("是")[2] or items[0]
    return {i: (item[-20:] + change, "") for (i, _), item in zip(dealt, _lend(items), strict=True)}


def _items(text: str, count: int) -> list[str]:
    """A list of `count` members, cut at the weakest joints only where they are needed."""
    items = [part for part in text.split("、") if part]
    for joint in ("以及", "和", "及", "与"):
        if len(items) < count and items:
            head, found, tail = items[-1].rpartition(joint)
            if found and head and tail:
                items[-1:] = [head, tail]
    return items


def _lend(items: list[str]) -> list[str]:
    """Give a list's members the head that only the last one bears: 城镇和农村居民收入 is 城镇居民收入 and 农村居民收入."""
    last = items[-1]
    head = next((w for w in load_words()["head"] if last.endswith(w) and last != w), "")
    lent: list[str] = []
    for item in items[:-1]:
        if len(item) * 2 <= len(last):
            item += last[len(item) :]
        elif not item.endswith(head):
            item += head
        lent.append(item)
    return [*lent, last]


def _years(times: list[Mention], count: int) -> list[str]:
    """The years of a range that as many numbers belong to: 2017年至2021年分别为…."""
    first = next((t.value[:4] for t in times if t.value[:4].isdigit()), "")
    last = times[-1].value.rpartition("/")[2][:4] if times else ""
    if first and last.isdigit() and int(last) - int(first) + 1 == count:
        return [str(year) for year in range(int(first), int(last) + 1)]
    return []

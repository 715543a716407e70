"""The label of a count from the words around it: a count in its clause in, what is done to those counted, where they come from, among whom."""

from __future__ import annotations

import re

from kg.model import PLACE, PROJECT, TIME
from kg.reading.words import cut, tag
from kg.relations.indicators import load_words, noun_phrase, strip_link
from kg.relations.numbers import Number

LANDS = (
    "国家、地区和国际组织",
    "国家和国际组织",
    "国家、地区",
    "国家和地区",
    "国家",
    "省份",
    "省",
    "省区市",
    "省（区、市）",
    "城市",
    "地区",
    "县",
    "县（市、区）",
)
"""Lands that are counted for who comes from them or what reaches them."""
LAND_UNITS = ("省市", "省份", "省区", "省区市", "县市")
"""Units that name what they count: 沿河|6省市."""


def _behind_subject(number: Number) -> int:
    """Where a number's clause goes on behind its subject, or begins."""
    subject, start = number.clause.subject, number.clause.start
    return subject.end if subject is not None and start <= subject.end < number.start else start


def _noun_end(number: Number) -> int:
    """Where the noun behind a number ends."""
    return number.end + number.text[number.end :].find(number.right) + len(number.right)


def did_there(number: Number) -> str:
    """What is done to things counted, where their place or others stand between the verb and the number."""
    if number.previous > number.clause.start:  # of what was counted before: 16件创新产品、|9项技术
        return ""
    start = _behind_subject(number)
    for time in number.clause.mentions:  # 甲军今天（2月1日）|摧毁了…
        if time.type == TIME and start <= time.end < number.start:
            start = time.end + number.text.startswith("）", time.end)
    done = _DID_THERE.fullmatch(number.text, start, number.start)
    if done is None or done.start(1) > start + 4 or tag(done[1]) != "v" or done[1] in load_words()["idle"]:
        return ""
    near = next((m for m in reversed(number.clause.outer) if m.end <= number.start), None)
    if any(m.start < done.end(1) and done.start(1) < m.end for m in number.clause.outer):
        return ""
    if done[2] == "的" and (near is None or near.type != PLACE or number.start - near.end > 4):
        return ""
    return done[1]


def from_where(number: Number) -> str:
    """What countries or provinces are counted for: where somebody comes from (来自40个|国家的|客商), what something reaches (覆盖|40个国家)."""
    led = _REACHES.search(number.text, number.clause.start, number.start)
    verb = led[1] if led else ""
    who = _WHO_COMES.match(number.text, _noun_end(number))
    if verb and verb != "来自":
        return verb + number.right
    return f"{who[1] if who else ''}来自{number.right}" if verb or who else ""


def among_whom(number: Number) -> str:
    """Those among whom so many are told of: 伤者中包括|30名|未成年人."""
    among = _AMONG_THEM.search(number.text[: number.start], _behind_subject(number))
    return among[1] if among else ""


def whose_so_many(number: Number) -> str:
    """What is counted with what of theirs is told of behind it: 40所|中学的3000名教师."""
    behind = number.text[_noun_end(number) : number.clause.end]
    theirs = _THEIR_SO_MANY.match(behind)
    if theirs is None or number.quantity.unit == "个" or number.right.endswith("在内"):
        return ""
    noun = noun_phrase(behind[theirs.end() :], 8)
    return f"{number.right}的{noun}" if len(noun) >= 2 and tag(cut(noun)[0])[:1] == "n" else ""


def says_nothing(number: Number) -> bool:
    """Is a count told by a noun alone, and not as what there is (有|3座航站楼, 建成|8个质检中心) or what became of them (5人|死亡)?"""
    if number.kind != "count" or number.quantity.unit == "枚" or acts(number.right):
        return False
    told_what_it_is = number.text.startswith(("是", "为"), number.end)  # 其中16个|是儿童用药
    if told_what_it_is or number.right.endswith(load_words()["happens"]):
        return False
    before = number.text[number.clause.start : number.start]
    return _THERE_IS.search(before) is None and _MADE.search(before) is None


def how_many(number: Number) -> str:
    """The label of a number that stands right behind what is counted: “甲计划”项目|超过1.3万个."""
    subject = number.clause.subject
    if subject is None or subject.type != PROJECT or not subject.text.endswith(("项目", "工程", "基地", "中心")):
        return ""
    return "数量" if subject.end < number.start and not strip_link(number.text[subject.end : number.start].lstrip("”")) else ""


def acts(words: str) -> bool:
    """Is a verb among the words?"""
    return any(tag(word)[:1] == "v" for word in cut(words))


def unquoted_end(text: str, start: int, end: int) -> int:
    """The end of a clause, or where the quotation ends and what goes on behind it, that a stop within the quotation has cut it at."""
    if text.count("“", start, end) == text.count("”", start, end):
        return end
    behind = _TO_STOP.match(text, text.find("”", end) + 1)
    return behind.end() if behind else end


# 控制了|甲县和乙县的|7个居民点, 打击了|两个指挥所、|5个阵地
_DID_THERE = re.compile(
    "(?:已经?|将|又|再|还|共|先后|并)*([一-鿿]{2})了?[^，。；：“”0-9]{2,24}?(的|[、和及]|以及)(?:约|近|超过?)?"
)
# 来自全球约|40个国家
_REACHES = re.compile("(来自|覆盖|涵盖|涉及|通达|直达|送达|辐射|销往|远销|出口到|遍及|遍布|惠及)[^，。；：0-9的]{0,10}$")
# 40个国家|的客商
_WHO_COMES = re.compile(
    "的(?:[数上][十百千万]+[余多]?[名位家个])?([一-鿿]{0,6}?(?:代表|企业|展商|客商|采购商|外商|旅行商|嘉宾|运动员|选手|专家|学者|学生|师生|媒体|游客|旅客|志愿者|青年|机构))(?![的、和])"
)
# 伤者中包括|30名未成年人
_AMONG_THEM = re.compile("([一-鿿]{0,8}(?:人员|民众|群众|患者|居民|企业|伤员|伤者|遇难者|病例)中)(?:包括|有)(?:超过?|约|近)?$")
# 40所中学|的3000名|教师
_THEIR_SO_MANY = re.compile("的(?:约|近|超过?|逾|共)?[0-9][0-9.]*[万亿]*[余多]?[一-鿿](?=[一-鿿]{2})")
# 拥有约|3座航站楼
_THERE_IS = re.compile("(?:有|辖|达到?|设|总数|现存|建成|包括|分为|由|共)(?:约|近|超过?|逾|共|全国|来自)*$")
# 建设了|120个区域中心和|80个省级中心
_MADE = re.compile("建设|设立|[新扩改]建|建成|培育|打造|成立|开设|形成|建立|组建|覆盖|涵盖|拥有|保有")
_TO_STOP = re.compile("[^，。；！？]*")

"""Numbers that 分别 (respectively) deals out to a list: a clause and its numbers in, each number's label, time and bearer out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg.model import QUANTITY, TIME, Mention
from kg.reading.words import cut, tag
from kg.recognition.numerals import parse_numeral
from kg.relations.clauses import Clause
from kg.relations.indicators import (
    FARES,
    TWICE_COMPARED,
    is_comparison,
    left_label,
    load_words,
    only_change,
    strip_lead,
    strip_link,
)

RESPECTIVELY = "分别"


@dataclass(slots=True, unsafe_hash=True)
class Share:
    """What one number of a list is of."""

    indicator: str
    period: str
    """Its own time, where the list is one of times."""


@dataclass(slots=True, unsafe_hash=True)
class Dealing:
    """What the numbers of a clause are of, by their place in it, where it deals them out."""

    shares: dict[int, Share]
    bearers: dict[int, Mention]
    """The things that bear them, where the sentence lists such."""
    said: str
    """The words between those and the numbers, without 分别."""

    @property
    def alike(self) -> bool:
        """Whether nothing tells the shares apart."""
        return len(self.shares) > 1 and len(set(self.shares.values())) == 1


def deal_out(
    text: str, clause: Clause, before: Clause | None, quantities: list[Mention], times: list[Mention]
) -> dict[int, Share]:
    """The shares of the numbers that 分别 deals out, by their place in the clause: 蔬菜、水果分别增长5%、6%.

    `before` is the clause before, in the same sentence.
    """
    at = text.find(RESPECTIVELY, clause.start, clause.end)
    dealt = [i for i, m in enumerate(quantities) if m.start > at] if at >= 0 else []
    if len(dealt) < 2:
        return {}
    clauses = [clause] if before is None or not _goes_on(text, clause, before, at) else [before, clause]
    against_times = _AGAINST_TIMES.search(text, clauses[0].start, at)
    head = _list_before(text, at, clauses, against_times.start() if against_times else at)
    change = strip_link(text[at + len(RESPECTIVELY) : quantities[dealt[0]].start])
    if years := _years(times, len(dealt)):
        shares = [Share(head + change, year) for year in years]
    else:
        shares = [Share(label, "") for label in _labels(head, change, len(dealt), against_times=against_times is not None)]
    return dict(zip(dealt, shares, strict=True))


def _goes_on(text: str, clause: Clause, before: Clause, at: int) -> bool:
    """Does the list stand a clause earlier: …利率，同比|分别下降…?"""
    if any(m.type == QUANTITY for m in before.mentions):
        return False
    dated = {p for m in clause.mentions if m.type == TIME for p in range(m.start, m.end)}
    bare = "".join(c for p, c in enumerate(text[clause.start : at], clause.start) if p not in dated).strip("在于，")
    return at - clause.start <= 1 or only_change(bare)


# 比一季度和上半年|分别回落: no times of the numbers
_AGAINST_TIMES = re.compile("比[^，。；]{2,14}[和、与][^，。；]{0,12}[年月份季度期]$")
# 产量，在5月份|分别增长; 出口较2012年|分别增长
_LED_ON = re.compile("(?:较|(?<![同环占])比|在|，)+$")


def _list_before(text: str, at: int, clauses: list[Clause], times_from: int) -> str:
    """The words of the clauses before 分别, without their subjects, and without their times but those from a place on."""
    skip = {
        p
        for clause in clauses
        for m in clause.mentions
        if m == clause.subject or (m.type == TIME and m.start < times_from)
        for p in range(m.start, m.end)
    }
    start = clauses[0].start
    head = "".join(c for p, c in enumerate(text[start:at], start) if p not in skip)
    head = strip_lead(re.sub("（[^（）]*）", "", head).strip("，；：,;: "))
    return TWICE_COMPARED.sub("", _LED_ON.sub("", FARES.sub("", head))).replace("，", "")


def _labels(head: str, change: str, count: int, *, against_times: bool) -> list[str]:
    """The labels of `count` numbers: the members of the list before 分别, or behind it, each with what is said of it."""
    noun, against, others = head.partition("比")
    if against and (change.startswith(("高", "低", "快", "慢", "多", "少")) or (against_times and only_change(change))):
        head = others.removesuffix("水平")  # 比全省和全国分别高0.7、1.4个百分点
        items = _items(head, count)
        if len(items) == count:
            return [f"{noun}比{item}"[-20:] + change for item in items]
    items = _items(head, count)
    if len(items) != count:
        return _labels_behind(head, change, count) or [head[-16:] + change] * count
    items[0] = items[0].rpartition("是")[2] or items[0]
    if change in ("完成", "实现") and items[-1].endswith(load_words()["quantity"]):
        change = ""
    return [item[-20:] + change for item in _lend(items)]


# 增速|分别比工业、服务业高4个和1个百分点
_THAN_EACH = re.compile("([比较](?:同期|去年同期|全国)?)(.+?[、和].+?)([高低快慢多少](?:出|了)?)")
# 分别|向甲、乙调水5亿和3亿立方米
_TO_EACH = re.compile("([向对从自为给])(.+?[、和].+?)((?:调|供|输|出|进|投|捐|提|发|送|征|运)[^、]{1,5})")


def _labels_behind(head: str, change: str, count: int) -> list[str]:
    """The labels where the list stands between 分别 and the first number; nothing where none of `count` members does."""
    for pattern, lead in ((_THAN_EACH, head[-16:]), (_TO_EACH, "")):
        each = pattern.fullmatch(change)
        if each and len(items := _items(each[2], count)) == count:
            return [f"{lead}{each[1]}{item}{each[3]}" for item in items]
    verb = cut(change)[0] if "、" in change else ""
    items = _items(change.removeprefix(verb), count)
    if tag(verb)[:1] == "v" and len(items) == count:  # 分别出口汽车、手机5亿元、6亿元
        return [verb + item[-20:] for item in items]
    return []


_OUTPUT_AND_SALES = re.compile("产销量?$")
# 批发业、零售业两大行业|销售额; 完工量、订单量两大指标
_COUNTED_OUT = re.compile(
    "(.+?[、和与].+?)(?:等|这)?([0-9一二两三四五六七八九十]{1,2})[大个项类种](?:主要|重点|核心)?(?:细分)?"
    "(?:行业|指标|领域|产业|品种|市场|污染物|作物|产品|国家|地区|板块|口岸|城市)(.*)"
)


def _items(text: str, count: int) -> list[str]:
    """A list of `count` members, cut at the weakest joints only where they are needed.

    Example:
        >>> _items("蔬菜、水果和茶叶", 2), _items("蔬菜、水果和茶叶", 3), _items("汽车产销量", 2)
        (['蔬菜', '水果和茶叶'], ['蔬菜', '水果', '茶叶'], ['汽车产量', '汽车销量'])
    """
    if count == 2 and (both := _OUTPUT_AND_SALES.search(text)):  # 汽车产销分别完成…
        return [f"{text[: both.start()]}产量", f"{text[: both.start()]}销量"]
    if count == 2 and text.startswith("城乡居民"):
        return [f"城镇{text[2:]}", f"农村{text[2:]}"]
    if counted_out := _COUNTED_OUT.fullmatch(text):
        named, number, rest = counted_out.groups()
        items = _items(named, count)
        if parse_numeral(number) == count == len(items):
            return [item + rest for item in items]
    items = [part for part in text.split("、") if part]
    for joint in ("以及", "和", "及", "与"):
        if len(items) < count and items:
            head, found, tail = items[-1].rpartition(joint)
            if found and head and tail and not tail.startswith(("以上", "以下")):  # 本科及以上学历
                items[-1:] = [head, tail]
    return items


# 汽车、锂电池|等产品出口
_AND_SUCH = re.compile("(.+?)等(?:[0-9一二三四五六七八九十]{1,3}[个类种大])?([^等]{2,})")
# 太阳能电池等新能源产品|产量
_SORT = re.compile("^[^，。]*产品(?=(?:产量|销量|出口|进口|产销|销售|零售))")


def _lend(items: list[str]) -> list[str]:
    """Give a list's members the head that only the last one bears.

    Example:
        >>> _lend(["城镇", "农村居民收入"]), _lend(["汽车", "锂电池等产品出口"])
        (['城镇居民收入', '农村居民收入'], ['汽车出口', '锂电池出口'])
    """
    led = items[0][0]
    if led in "对自从向" and not any(item[0] == led for item in items[1:]):  # 对甲国、乙国|进出口
        items = [items[0], *(led + item for item in items[1:])]
    last = items[-1]
    if (more := _AND_SUCH.fullmatch(last)) and len(items) > 1:
        said = _SORT.sub("", more.group(2))
        return [item if item.endswith(said) else item + said.removeprefix(item[-2:]) for item in (*items[:-1], more.group(1))]
    return [*(item + _lent(item, last) for item in items[:-1]), last]


# 家电、家具、卫生洁具|零售业销售收入, 电池、汽车和家用电器|制造增加值, 失业、工伤|保险参保人数: a head of more than one word.
_BRANCH = re.compile(
    "(?:(?:设备)?制造业?|零售业?|批发业?|加工业?|服务业|供应业|保险|居民|地区)[^、和及与]{0,4}"
    "(?:收入|增加值|利润|投资|人数|产值|出口|进口|用电量|采购经理指数|销售额|零售额|消费|支出)$|(?<=.)支出$"
)
_MEASURES = re.compile("(?:[量额率值]|指数|人数|收入|利润)$")


def _lent(item: str, last: str) -> str:
    """What a member of a list lacks that the last one bears."""
    if _MEASURES.search(item):
        return ""
    branch = _BRANCH.search(last)
    if branch and branch.start() and not item.endswith(("业", "制造", "企业")):
        return branch.group().removeprefix(item[-2:])
    shared = last.rfind(item[-2:])
    if shared > 0 and len(last) > shared + 2:  # 装备制造、高技术制造|相关需求
        return last[shared + 2 :]
    words = load_words()
    head = next((w for w in words["head"] if last.endswith(w) and last != w), "")
    if head and not item.endswith((head, *words["quantity"], *words["gauge"])):
        return head
    if len(item) * 2 > len(last) or item.endswith(words["quantity"]):
        return ""
    whole = cut(last)[0]  # 船舶、摩托车|出口: the head begins behind the whole word
    longer = len(item) == 2 and len(whole) == 3 and whole[2] in "车气业品机器油矿船材物件料"
    return last[3 if longer else len(item) :]


def _years(times: list[Mention], count: int) -> list[str]:
    """The times that as many numbers belong to, or the years of a range: 2017年至2021年分别为…."""
    joined = all(one.end + 1 >= other.start for one, other in pairwise(times))
    if len(times) == count > 1 and joined and all(t.value for t in times):  # 一季度、二季度|分别增长5%、6%
        return [t.value for t in times]
    first = next((t.value[:4] for t in times if t.value[:4].isdigit()), "")
    last = times[-1].value.rpartition("/")[2][:4] if times else ""
    if first and last.isdigit() and int(last) - int(first) + 1 == count:
        return [str(year) for year in range(int(first), int(last) + 1)]
    return []


def words_between(text: str, clause: Clause, thing: Mention, number: Mention) -> str:
    """What a clause says of listed things, the last of them `thing`, before the first number dealt out to them."""
    at = text.find(RESPECTIVELY, clause.start)
    before = text[max(thing.end, clause.start) : at].strip("，、 两三四五六七八九省市区县地")
    return before + strip_link(text[at + len(RESPECTIVELY) : number.start])


class Lists:
    """What a document has listed so far that 分别 may deal numbers out to."""

    def __init__(self, named: Mapping[int, list[Mention]]) -> None:
        """`named` are the places, projects and bodies that each sentence names."""
        self.named = named
        self.amounts: list[str] = []
        """The labels of the amounts that the sentence gave so far."""
        self.dealt_in = -1
        """The sentence of the last shares that were told whole, which a later 分别 goes on with."""
        self.dealt: list[Share] = []
        self.listing = -1
        """The sentence that deals numbers out to things."""
        self.measure = ""
        """What the numbers dealt out to things measured."""

    def enter(self) -> None:
        """Go on to another sentence."""
        self.amounts = []

    def complete(self, sentence: int, shares: dict[int, Share], noun: str) -> dict[int, Share]:
        """Shares with the things that were dealt with before: 产销分别完成…，同比分别增长….

        `noun` is what the numbers before measured.
        """
        said, count = list(shares.values()), len(shares)
        alike, goes_on = len(set(said)) == 1, self.dealt_in == sentence
        bare = all(only_change(s.indicator) or s.indicator.startswith(_BARE) for s in said)
        if alike and goes_on and len(self.dealt) == count and len({s.period for s in self.dealt}) > 1:
            completed = [Share(s.indicator, earlier.period) for s, earlier in zip(said, self.dealt, strict=True)]
            return dict(zip(shares, completed, strict=True))
        # 成交量8.25亿手，成交额50.37万亿元，同比分别增长…
        items = [s.indicator for s in self.dealt] if goes_on else self.amounts[-count:]
        if bare and alike and len(items) == count:
            pass
        elif bare and noun:
            items = [noun] * count
        elif alike and len(self.amounts) == count:  # 4个省重点项目、8个市重点项目，投资完成率|分别达到100%、204%
            items = self.amounts
        else:
            if not bare:
                self.dealt_in, self.dealt = sentence, said
            return shares
        return {i: Share(item + s.indicator, s.period) for item, (i, s) in zip(items, shares.items(), strict=True)}

    def again(self, text: str, clause: Clause, quantities: list[Mention]) -> dict[int, Share]:
        """What a run of as many numbers says of the things just dealt with: 产销分别达到…，相当于上年的|1.2倍和1.5倍."""
        if self.dealt_in != clause.sentence or len(quantities) != len(self.dealt):
            return {}
        if any(text[one.end : other.start] not in ("和", "、", "及") for one, other in pairwise(quantities)):
            return {}
        change = left_label(text, clause.start, quantities[0], clause)
        if not is_comparison(change):
            return {}
        return {i: Share(share.indicator + change, "") for i, share in enumerate(self.dealt)}

    def bearers(self, text: str, clause: Clause, dealt: list[int]) -> dict[int, Mention]:
        """The things that a sentence lists and 分别 gives a number each: 甲市、乙市分别增长5%、6%."""
        at = text.find(RESPECTIVELY, clause.start, clause.end)
        run: list[Mention] = []
        for thing in self.named.get(clause.sentence, ()) if dealt else ():
            if thing.start >= at:
                break
            joined = run and run[-1].type == thing.type and text[run[-1].end : thing.start] in _JOINTS
            run = [*run, thing] if joined else [thing]
        if len(run) != len(dealt) or not run or text.endswith(_RULING, 0, run[0].start):
            return {}
        # 往来甲、乙的旅客4800万人次，车辆588万辆次，分别增长…: the numbers before are what is dealt with.
        if self.listing != clause.sentence and any(c.isdigit() for c in text[run[-1].end : at]):
            return {}
        if self.listing != clause.sentence:
            self.listing, self.measure = clause.sentence, ""
        return dict(zip(dealt, run, strict=True))

    def measured(self, said: str, noun: str) -> str:
        """What the numbers of listed things measure, where the words between the things and the numbers are `said`."""
        if not said or only_change(said):
            return (self.measure or noun) + said
        self.measure = self.measure or said
        return said


# 同比|分别增长, 相当于上年的|: what is said needs a thing that it is said of
_BARE = ("比", "较", "占", "恢复到", "相当于", "约占")
_JOINTS = ("、", "和", "及", "以及", "与")
# 往来|甲、乙: a list behind one of these bears no numbers
_RULING = ("对", "向", "与", "从", "到", "至", "由", "自", "比", "往来", "连接")

"""The words around a number as its label: a number in its clause in, what it measures out (又投入150万元, 80%的县城)."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import QUANTITY
from kg.relations.attributes import attribute
from kg.relations.indicators import (
    AMOUNT_REST,
    RATES,
    STOPS,
    WIDE,
    beyond,
    counted,
    left_label,
    load_words,
    noun_phrase,
    strip_link,
    verb_at_end,
    what_all_do,
    what_goes_on,
)
from kg.relations.numbers import LENGTHS, RANKS, Number, changes, kind_of
from kg.relations.unnamed import OF_A_THING


def labelled(number: Number, right: str) -> Number:
    """A number with the words before it that name what it measures; `right` is the noun behind it."""
    text, clause, start, previous = number.text, number.clause, number.start, number.previous
    # 完成新改建农村公路11.7万公里（年度目标12.9万公里），…: behind a bracket with a number the label is that before it.
    if "）" in text[previous:start] and "（" not in text[previous:start]:
        previous = clause.start
    left = left_label(text, previous, number.mention, clause)
    if left.endswith("等") and "、" in left and (kind := _SUCH_AS.match(text, clause.start, start)):
        left = kind[1]
    if previous > clause.start:
        left = beyond(text[previous:start], left, named=bool(right))
        left = _of_those_counted(number, left)
    return replace(number, previous=previous, left=left, right=right)


_SHARE = re.compile("(?:率|比例|比重|占比|程度)$")
# 6座|城市交付率, but not 6座城市、|入住率; 6座城市中|入住率
_THEIRS = re.compile("(?:多|余)?的?[一-鿿]{2,}")


def _of_those_counted(number: Number, left: str) -> str:
    """The label of a rate with the number of those that alone have it: 6个城市|交付率达100%."""
    if number.kind != "percent" or not _SHARE.search(left):
        return left
    gap = strip_link(number.text[number.previous : number.start])
    counts = (m for m in number.clause.mentions if m.type == QUANTITY and m.end == number.previous)
    count = next((m for m in counts if m.quantity is not None and kind_of(m.quantity) == "count"), None)
    if count is None or not gap.endswith(left) or not _THEIRS.fullmatch(gap) or not 4 <= len(gap) <= 20:
        return left
    return count.text + gap


# 开工项目|包括甲桥、乙路等|18个: what is counted, before some of them
_SUCH_AS = re.compile(
    "[^，。；、0-9]{0,4}?([一-鿿]{2}(?:项目|工程|企业|单位|产品))(?:主要|分别)?(?:包括|涵盖|包含|有)[^，。；]*、"
)
_CLOSED = STOPS - {"“"}
# 11家|游客总量超10万人次: what each of those counted has so much of.
_EACH_HAS = re.compile(
    "[^，。；、0-9]{0,12}(?:量|额|率|值|幅|收入|人数|规模|观众|面积)(?:均|都)?(?:超过?|达到?|突破|为|约|接?近)+[0-9][0-9.]*[^，。；、的0-9]{1,8}"
)
# 其中16个是|罕见病用药, 机上3人和地面4人|死亡
_TOLD_AFTER = re.compile("是(?=[一-鿿])|[和、][^，。；0-9]{0,6}[0-9]+(?:人|名)(死亡|遇难|受伤|失踪)")


def noun_behind(number: Number) -> str:
    """The noun that names what is counted: 14座|车站."""
    text, end, count = number.text, number.clause.end, number.kind == "count"
    if count and (each := _EACH_HAS.match(text, number.end, end)):
        return AMOUNT_REST.sub("", each.group())
    if changes(number) or _RANKED.match(text, number.end):
        return ""
    start = noun_start(number)
    if count and (sized := _OF_SIZE.match(text, start, end)):
        return noun_phrase(text[sized.end() : end], 14)
    if count and (of_all := _OF_ALL_SORTS.match(text, start, end)):
        return of_all.group()
    if count and (after := _TOLD_AFTER.match(text, start, end)):
        return after[1] or noun_phrase(text[after.end() : end], 14)
    noun = "" if text[start : start + 1] in _CLOSED else noun_phrase(text[start:end], whole_words(start, 14, number))
    if count and text[start + len(noun) : start + len(noun) + 1].isdigit():  # 14个|项目|投资25亿元
        measure = next((w for w in load_words()["measure"] if noun.endswith(w)), "")
        noun = noun.removesuffix(measure) or noun
    at = start + len(AMOUNT_REST.match(text[start:end]).group())  # type: ignore[union-attr]
    whole = count and bool(noun) and text.startswith(noun, at) and not noun.endswith(load_words()["casualty"])
    if whole and (listed := _LISTED_NOUNS.match(text, at + len(noun), end)):
        return noun + listed.group()  # 12场|重点地区、重点行业网络招聘会
    return noun.removesuffix("产量") if number.kind == "area" else noun  # 850万亩|小麦|产量有望恢复


_LISTED_NOUNS = re.compile(
    "(?:、(?![数几多上大超约近另百千万一二三四五六七八九十两])[^，。；：、0-9“”（）]{2,10}){1,2}(?=[，。；]|$)"
)
_RANKED = re.compile(RANKS)
_SIZES = "容量|能力|面积|总长|全长|长度?|直径|高度?|宽度?|深度?|重量?|投资额?|造价|占地|功率|吨位|年龄|规模|产能|库容|时速|价值"
# 4台|单机容量40万千瓦的|机组
_OF_SIZE = re.compile(
    f"[一-鿿]{{0,6}}?(?:{_SIZES})(?:大?约|近|为|达到?|超过?|不到|不足|在)*[0-9][0-9.]*[万亿]*[一-鿿/]{{1,4}}?(?:以上|左右)?的(?=[一-鿿]{{2}})"
)
# 4台|单机容量|40万千瓦的机组
_SIZE_OF_EACH = re.compile(
    f"[0-9两三四五六七八九十](?:台|座|栋|幢|条|处|艘|套|架|辆|列|口|孔|片|块|部)([一-鿿]{{0,6}}?(?:{_SIZES}))(?:大?约|近|为|达到?|超过?|不到|不足)*$"
)
# 1700余名|政、商、学、媒体界代表
_OF_ALL_SORTS = re.compile("(?:[一-鿿]{1,4}、){1,6}[一-鿿]{1,4}?界(?:代表|人士|嘉宾|精英|专家)?")


def noun_start(number: Number) -> int:
    """Where the noun behind a number may begin; of households behind the number of their people (159户499名|贫困人口)."""
    if number.quantity.unit != "户":
        return number.end
    return next((m.end for m in number.clause.mentions if m.type == QUANTITY and m.start == number.end), number.end)


def whole_words(start: int, limit: int, number: Number) -> int:
    """A length of words that ends inside no name: a limit of some characters, or up to the end of the name it would cut."""
    at = start + limit
    return next((m.end - start for m in number.clause.outer if m.start < at < m.end), limit)


# PM2.5浓度为每立方米|30微克
_PER_UNIT = re.compile("每(立方米|亩|公顷|平方公里|平方米|吨|桶|盎司|公斤|升|秒)$")


def per_unit(number: Number) -> Number:
    """A number whose unit takes in what it is reckoned for, where its label ends in that."""
    per, unit = _PER_UNIT.search(number.left), number.quantity.unit
    if per is None or not per.start() or "/" in unit:
        return number
    left = strip_link(number.left[: per.start()])
    return replace(number, quantity=replace(number.quantity, unit=f"{unit}/{per.group(1)}"), left=left)


# 全国15%|的企业; 全省40%|的份额 is that of what was named before
_OF_ALL = re.compile("(?:左右|以上)?的(?!份额|比重|市场|总)")


def amount_label(number: Number, *, modified: bool) -> str:
    """What an amount or a share measures: the words before it, or with the noun behind it what is done with so much."""
    text, left, right = number.text, number.left, number.right
    if paid := _paid_for(number):
        return paid
    if text.endswith(("其中", "其中，", "其中约"), 0, number.start) and (part := _PART_IS.match(text, number.end)):
        return part[1] + ("长度" if number.quantity.unit in LENGTHS else "")
    if number.quantity.unit in LENGTHS and (deep := _DEEP.search(text, number.clause.start, number.start)):
        return deep[1] + "深度"
    if right and not modified and (summed := _IN_SUM.fullmatch(left)):
        return summed[1] + right  # 设立了总额1000万元的|交通补贴
    if right and not modified and OF_A_THING.match(text, number.end):
        if len(measure := attribute(left)) > 1:
            return _OF_THAT.sub("", right) + measure  # 直径35米的|玻璃球
        if each := _SIZE_OF_EACH.search(text, number.clause.start, number.start):
            return right + each[1]  # 4台单机容量40万千瓦的|机组
    change = right.startswith(("缩短", "压缩", "延长", "缩减"))  # 通行时间由过去4个小时缩短到2个小时
    named = bool(right) and not modified and not change
    if named and number.kind == "area" and text.endswith(("在", "于"), 0, number.start):
        return right  # 点缀在600亩|茶园|中的梅花
    if named and left.endswith("为期"):
        return right  # 将于3月举行为期|10天|的罢工
    if named and (acts := verb_at_end(left)):
        return acts + right
    if number.kind == "percent":
        # 连接了全国|80%的县城
        wide = next((w for w in WIDE if left.endswith(w) and not left.endswith("占" + w)), "")
        of_all = _OF_ALL.match(text, number.end) if wide else None
        if of_all and (noun := noun_phrase(text[of_all.end() : number.clause.end], 14)):
            return strip_link(left.removesuffix(wide)) + noun
        if named and len(left) <= 4 and _LISTED.match(text, number.end) and (whole := _ALL_LISTED.match(text, number.end)):
            return left + whole[1]  # 25%的|陆地、海洋生态系统得到恢复
        if named and left.endswith(("之间", "之中")) and text.startswith("的", number.end):  # 两国之间45%的|贸易
            return right + what_all_do(text[number.end + 1 : number.clause.end], right)
        listed = text[number.start - 1 : number.start] in ("、", "和", "及")  # 全国15%的甲企业、28%的|乙企业
        if (listed or not left) and (led := _OF_WHICH.match(text, number.end)):  # 94.9%的县域|能够提供服务
            start = led.end()
            goes_on = what_goes_on(text[start : number.clause.end], whole_words(start, 22, number))
            if goes_on:
                return goes_on
    if number.kind == "percent" and named and len(left) > 8 and right.endswith(("关税", "股份", "股权")):
        return right  # 呼吁不要征收将于5月生效的|25%|汽车关税
    if not named or len(left) > 4:
        return left
    behind = text[number.end : number.clause.end]
    does = what_all_do(behind.removeprefix("的"), right) if number.kind in ("percent", "area") else ""
    if number.kind == "area" and not does.startswith(("被", "受", "遭")):  # 1万亩|森林被烧毁, but 3万亩|小麦, though it ripens
        does = ""
    return counted(left, right) + does  # 12%的|地区未被疏散


# 95%|以上的早稻|种在高标准农田里
_OF_WHICH = re.compile("(?:左右|以上)?的")
# 30%|的陆地、海洋生态系统得到恢复
_LISTED = re.compile("的[^，。；、0-9]{2,14}、")
_ALL_LISTED = re.compile("的([^，。；0-9]{6,34})(?=[，。；]|$)")
# 线路长24公里，其中23公里|为地下工程
_PART_IS = re.compile("[为是]([一-鿿]{2,8})(?=[，。；])")
_IN_SUM = re.compile("([一-鿿]{2})了?(?:总额|总价|总价值|价值|总金额|金额)")
# 实验厅位于地下|700米
_DEEP = re.compile("(?:位于|处于|深入|在)[^，。；0-9]{0,6}(地下|水下|海底|井下)(?:约|近|超过?)?$")
# 总投资3亿元的|该院门诊楼
_OF_THAT = re.compile("^(?:该|本|这)[校院馆园县市区镇村]?")
# 以30亿元|收购甲公司, 以5亿元的价格|竞得地块
_FOR_SO_MUCH = re.compile(
    "(?:（[^（）]*）)?(?:左右|多)?(?:的?(?:总?价格?|对价|代价|底价|高价|低价))?(?:成功)?((?:收购|购买|购入|买下|转让|出售|售出|拍得|拍下|竞得|摘得|认购|入股)[^，。；、0-9]{0,12})"
)


def _paid_for(number: Number) -> str:
    """What is done for so much money: 以30亿元|收购甲公司."""
    text, start = number.text, number.start
    if not text.endswith("以", max(0, start - 1), start) or not number.quantity.unit.endswith(("元", "郎", "镑", "卢布")):
        return ""
    done = _FOR_SO_MUCH.match(text, number.end, number.clause.end)
    return done[1] if done else ""


def is_growth(number: Number) -> bool:
    """Does a number tell how much something has grown or fallen: 产值同比增长|5%?"""
    return number.kind == "percent" and number.left.endswith((*load_words()["growth"], *RATES))


def is_lasting(number: Number) -> bool:
    """Does a number tell for how long something has gone on: 粮食产量连续|9年稳定在…?"""
    return number.kind == "duration" and number.left.endswith("连续")


def lasting_label(number: Number) -> str:
    """The label of what has gone on: 粮食产量在|连续9年."""
    return number.left.removeprefix("在")

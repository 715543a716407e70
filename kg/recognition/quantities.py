"""A sentence's text in, its amounts out: each with exact value, unit as said, kind, and whether it is approximate."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kg.model import Quantity
from kg.recognition.numerals import DIGITS, SCALES, SECTIONS, fold_digits, parse_numeral


@dataclass(slots=True, unsafe_hash=True)
class QuantitySpan:
    """An amount in a text: `text[start:end] == self.text`.

    `kind` is that of the unit in `data/units.csv` (`amount` for money, `percent`, `duration`, `length`, `area`, `count` …), or:

    * `article`: 一 as an article (一批, 一项), rarely worth a statement;
    * `round`: a bare scale (千亩, 百家), a manner of speaking rather than a count;
    * `bare`: a scale without a unit, as in headlines (总投资超1400亿); the unit is empty.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    kind: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of `data/units.csv`: a `name` in text is reported as `said`; one of it is `factor` of `base`."""

    name: str
    said: str
    base: str
    factor: Fraction
    kind: str
    arabic_only: bool
    """Chinese numerals form set phrases and place names with it (十里, 三方), so only Arabic ones count."""
    not_before: re.Pattern[str] | None
    """What, standing after it, shows that its characters belong to another word: 三年|级, 两部|门."""


class _Number(NamedTuple):
    """A numeral as read: `text[start:end]`; `scale` is what its last 万 or 亿 multiplies by, else 1."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    approximate: bool
    scale: int
    arabic: bool


class _Measure(NamedTuple):
    """A unit as read after a number: its name for output, its kind, its end, and what its words add (年半: half a year)."""

    unit: Unit
    said: str
    kind: str
    end: int
    extra: Decimal = Decimal(0)
    approximate: bool = False


_CHINESE = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = re.compile(
    r"(?P<arabic>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)|\d+(?:\.\d+)?)(?:亿(?P<rest_of>\d{1,4}(?:\.\d+)?)(?=万)|万(?P<thousands>[1-9])(?=千))?(?P<more>[多余])?"
    r"(?P<scale>[十百千]*[万亿]+|千(?![米克瓦伏帕赫焦卡])|百(?!分))?(?P<rest>[多余几])?"
    rf"|(?P<vague>[数几上])?(?P<chinese>[{_CHINESE}]+)(?P<point>点[零〇一二三四五六七八九]+)?(?P<hedge>[多余几]|(?<=十)来)?(?P<big>[万亿]+)?(?P<tail>[多余])?"
)
_RUN = re.compile(rf"[{_CHINESE}]+|\d+")
_FRACTION = re.compile(rf"([百千万])分之(\d+(?:\.\d+)?|[{_CHINESE}]+(?:点[{_CHINESE}]+)?)")
_CONNECTOR = re.compile(r"\s?(?:——|[-—–―~－至到])\s?")
_PRODUCT = re.compile(r"\s?[×xX*]\s?(?=\d)")
_HALF = re.compile(r"半个?(小时|年|天|月|亩|斤|公里|分钟)(?!板|度|谈|刊|轴|湾)")
_PAIR = re.compile(r"([十百]?)([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]*)")
_MINUTES = re.compile(rf"(\d+|[{_CHINESE}]+)分钟?(?!之)")
_HALF_UNITS = frozenset({"年", "天", "亩", "里", "公里", "斤", "小时"})
_PER = re.compile(r"/|每")
_HEDGE_AFTER = re.compile(r"多?(?:左右|上下|及?以上|以内|以下|之多|开外)|多(?![个名种次元样方边少年地])")
_HEDGE_BEFORE = re.compile(
    r"(?:约|近|超|超过|超出|逾|大概|大致|接近|不足|不少于|不低于|不超过|至少|至多|最多|多达|不到|突破|(?<![以之网线加早晚路])上)$"
)
_NO_HEDGE_BEFORE = re.compile(r"[最附靠临邻]近$|契约$|节约$|集约$|预约$|签约$")
_COUNTED_BEFORE = re.compile(r"(?:连续|先后|举办了?|举行了?|承办|(?<!中)共|共计|办了?|开展|分为?|累计|完成了?|培训|历经|历)$")
_RANK_BEFORE = re.compile(r"(?:前|列|居|排|排名|在|升至|跃至|进入?|倒数|名次)$")
_FROM_BEFORE = re.compile(r"[从由]$")
_LISTED_YEAR = re.compile(r"\d{1,2}\.(?:19|20)\d\d")
_OR_ELSE = re.compile(r"[（(](?:套|次|辆|条|处|项|人|件|户)[）)]")
_SPEED_BEFORE = re.compile(r"(?:时速|车速|速度[^，。；]{0,3}每小时|每小时(?:可达|达)?)[^，。；,;：:、]{0,8}$")
_GRADED = re.compile(r"地震|大风|台风|风|阵风|余震")
_QUOTED = re.compile(r"“[^“”\n]{1,12}”|‘[^‘’\n]{1,12}’|「[^「」\n]{1,12}」|《[^《》\n]{1,80}》")
_STOP = frozenset("，。；、！？：,;!?:)） \n\t”")
_ORDINAL = frozenset("届期级")
_MEASURED = frozenset({"amount", "percent", "length", "area", "volume", "mass", "power", "energy", "speed"})
_GOODS = ("mass", "area", "volume")
_LONGEST = 20
"""Characters of a numeral; what is longer is a serial number."""
_ONE, _HALF_VALUE = Decimal(1), Decimal("0.5")
# 万亿亿亿: more digits than the usual context holds.
_WIDE = Context(prec=120)


@cache
def units() -> dict[str, Unit]:
    """The units of `data/units.csv` by name."""
    rows = csv.DictReader((files("kg") / "data" / "units.csv").read_text(encoding="utf-8").splitlines())
    return {
        row["unit"]: Unit(
            row["unit"],
            row["said"] or row["unit"],
            row["base"],
            Fraction(row["factor"]),
            row["kind"],
            bool(row["arabic_only"]),
            re.compile(row["not_before"]) if row["not_before"] else None,
        )
        for row in rows
    }


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """For the first character of a unit, the lengths of the units that begin with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in units():
        lengths.setdefault(name[0], set()).add(len(name))
    return {char: tuple(sorted(sizes, reverse=True)) for char, sizes in lengths.items()}


@cache
def _anchor() -> re.Pattern[str]:
    """Where amounts may begin: a Chinese numeral counts before more of it, a unit or a dash (上 and 几 before a numeral: 上百)."""
    goes_on = "".join(map(re.escape, _lengths()))
    return re.compile(
        rf"[0-9半数几上{_CHINESE}](?:(?<=[0-9])|(?<=[{_CHINESE}])(?=[{_CHINESE}点多余几来分\s——\-–―~－至到{goes_on}])"
        rf"|(?<=半)(?=个|小时|年|天|月|亩|斤|公里|分钟)|(?<=[数几上])(?=[{_CHINESE}]))"
    )


def find_quantities(text: str) -> list[QuantitySpan]:
    """The amounts of a text, in order and without overlaps.

    Years, dates, ordinals, slogans in quotation marks, issue and line numbers and numbers within longer names are left out.
    The span covers number and unit, not the words around them (约, 左右), which only set `approximate`.

    Example:
        >>> [(q.text, str(q.quantity.value), q.quantity.unit) for q in find_quantities("二期投资约1.2亿元，建成3座车站。")]
        [('1.2亿元', '120000000', '元'), ('3座', '3', '座')]
    """
    folded = fold_digits(text)
    quoted = [match.span() for match in _QUOTED.finditer(folded)]
    spans: list[QuantitySpan] = []
    pos = quote = 0
    for anchor in _anchor().finditer(folded):
        start = anchor.start()
        if start < pos:
            continue
        while quote < len(quoted) and quoted[quote][1] <= start:
            quote += 1
        found, pos = _read(folded, start)
        if found is None:
            continue
        if (
            quote < len(quoted)
            and quoted[quote][0] < start
            and (folded[quoted[quote][0]] == "《" or found.kind not in _MEASURED)
        ):
            continue
        if found.quantity.unit in _SIGNED and _MINUS.search(folded, max(0, found.start - 2), found.start):
            below = replace(found.quantity, value=-found.quantity.value)
            found = replace(found, start=found.start - 1, quantity=below)
        spans.append(QuantitySpan(found.start, found.end, text[found.start : found.end], found.quantity, found.kind))
    return _with_shared_units(text, folded, spans) if "分别" in text else spans


# 自然增长率|-1.97‰, but not 5%-8%
_MINUS = re.compile(r"[一-鿿：][-－−]$")
_SIGNED = frozenset(("%", "‰", "℃", "百分点", "个百分点"))


# 分别高0.7、1.4个百分点: the numbers before the last one have its unit.
_BARE_BEFORE = re.compile(r"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)(个)? ?[、和] ?$")
_DEALT = re.compile(r"分别[^，。；]{0,70}$")


def _with_shared_units(text: str, folded: str, spans: list[QuantitySpan]) -> list[QuantitySpan]:
    """The amounts with those added that share the unit of the amount after them."""
    shared: list[QuantitySpan] = []
    for span in spans:
        unit = re.sub(r"^[0-9.]+", "", folded[span.start : span.end])
        start = span.start
        while (bare := _BARE_BEFORE.search(folded, max(0, start - 14), start)) and _DEALT.search(folded, 0, start):
            found, _ = _read(bare.group(1) + unit, 0)
            known = next((s for s in spans if s.start <= bare.start(1) < s.end and s.quantity.unit), None)
            # 分别高4.8个和1.6个百分点: the first is cut short.
            if found is None or (known and not (bare.group(2) and known.quantity.unit == "个" and unit.startswith("个百分点"))):
                break
            start = bare.start(1)
            shared.append(replace(found, start=start, end=bare.end(1), text=text[start : bare.end(1)]))
    taken = {s.start for s in shared}
    return sorted([*(s for s in spans if s.start not in taken), *shared], key=lambda s: s.start)


def parse_quantity(text: str) -> Quantity | None:
    """Normalize an amount with its unit.

    Args:
        text: One amount as the press prints it, such as ``32.7亿元``, ``近3个月`` or ``800—1000万人次``.

    Returns:
        Value in the unit itself (元, not 亿元) as an exact ``Decimal``, or None where the text is no amount.

    Example:
        >>> parse_quantity("32.7亿元")
        Quantity(value=Decimal('3270000000'), unit='元', high=None, approximate=False)
        >>> parse_quantity("第8轮") is None
        True

    Source: GB/T 15835-2011 on the writing of numerals.
    """
    text = text.strip()
    spans = find_quantities(text)
    if (
        len(spans) != 1
        or not _WORDS_BEFORE.fullmatch(text[: spans[0].start])
        or not _WORDS_AFTER.fullmatch(text[spans[0].end :])
    ):
        return None
    return spans[0].quantity


_WORDS_BEFORE = re.compile(
    r"(?:大?约|将?近|超过?|逾|大概|接近|不足|不少于|不低于|不超过|至少|至多|最多|多?达到?|突破|不到|时速可?达?|高达|共计?|连续|上)*"
)
_WORDS_AFTER = re.compile(r"多?(?:左右|上下|及?以上|以内|以下|之多|开外)?")


def base_quantity(quantity: Quantity) -> Quantity:
    """The amount in its base unit: 95.67公里 is 95670 米. A unit that the table does not know stays as it is.

    Factors without a finite decimal (a 亩 is 2000/3 平方米) are rounded to 15 digits.

    Example:
        >>> base_quantity(Quantity(Decimal("95.67"), "公里"))
        Quantity(value=Decimal('95670'), unit='米', high=None, approximate=False)
    """
    unit = units().get(quantity.unit)
    if unit is None or (unit.name == unit.base and unit.factor == 1):
        return quantity
    high = None if quantity.high is None else _times(quantity.high, unit.factor)
    return replace(quantity, value=_times(quantity.value, unit.factor), high=high, unit=unit.base)


def _times(value: Decimal, factor: Fraction) -> Decimal:
    exact = Context(prec=15)
    return _plain(exact.divide(exact.multiply(value, Decimal(factor.numerator)), Decimal(factor.denominator)))


def _plain(value: Decimal) -> Decimal:
    """One form for equal numbers, without exponent or idle zeros."""
    return value.quantize(_ONE, context=_WIDE) if value == value.to_integral_value() else value.normalize()


def _read(text: str, start: int) -> tuple[QuantitySpan | None, int]:
    """The amount that begins at an offset, if any, and where to go on reading."""
    if text[start] == "半":
        return _read_half(text, start)
    fraction = _FRACTION.match(text, start) if text.startswith("分之", start + 1) else None
    if fraction:
        return _read_fraction(text, fraction)
    number = _read_number(text, start)
    if number is None:
        odd = _RUN.match(text, start)
        return None, odd.end() if odd else start + 1
    if not _may_begin(text, number):
        return None, number.end
    number = _read_product(text, number)
    measure = _read_measure(text, number)
    connector = _CONNECTOR.match(text, measure.end if measure else number.end)
    if connector:
        ranged = _read_range(text, number, measure, connector.end())
        if ranged:
            return _finish(text, *ranged)
        if measure is None:
            return None, connector.end()
    if measure is None:
        return _read_bare(text, number)
    return _finish(text, number, measure)


def _read_number(text: str, start: int) -> _Number | None:
    match = _NUMBER.match(text, start)
    if match is None or match.end() - start > _LONGEST:
        return None
    arabic, chinese = match["arabic"], match["chinese"]
    if arabic:
        if arabic[0] == "0" and len(arabic) > 1 and arabic[1] != ".":
            return None  # a code (007), not an amount
        scale = _scale(match["scale"] or "")
        value = Decimal(arabic.replace(",", ""))
        if match["rest_of"]:
            value = value * 10**4 + Decimal(match["rest_of"])  # 2亿3000万
        elif match["thousands"]:
            value = value * 10 + Decimal(match["thousands"])  # 1万5千
        value *= scale
        return _Number(start, match.end(), value, None, bool(match["more"] or match["rest"]), scale, True)
    vague = match["vague"]
    if vague and chinese[0] not in "十百千万亿":
        return None
    if vague == "上" and start and text[start - 1] in "以之":
        return None
    if text.endswith(("成千", "成百", "成千上", "成百上"), 0, start):  # 成千上|万户, 成百上|千人
        return None
    if match["point"]:
        whole = None if vague else parse_numeral(chinese)
        part = "".join(str(DIGITS[char]) for char in match["point"][1:])
        scale = _scale(match["big"] or "")
        return (
            None
            if whole is None
            else _Number(start, match.end(), (whole + Decimal(f"0.{part}")) * scale, None, False, scale, False)
        )
    if match["hedge"]:
        return _chinese_number(start, match.end(), chinese, _scale(match["big"] or ""), True)
    return _chinese_number(start, match.end(), chinese, 1, bool(vague or match["tail"]))


def _chinese_number(start: int, end: int, chinese: str, scale: int, approximate: bool) -> _Number | None:
    value = None if len(chinese) > 1 and all(char in DIGITS for char in chinese) else parse_numeral(chinese)
    if value is not None:
        own = next((SECTIONS[char] for char in reversed(chinese) if char in SECTIONS), 1)
        return _Number(start, end, value * scale, None, approximate, max(own, scale), False)
    pair = _PAIR.fullmatch(chinese)
    if pair is None:
        return None
    head, one, two, tail = pair.groups()
    if DIGITS[two] - DIGITS[one] != 1 and (one, two) != ("三", "五"):
        return None
    low, high = parse_numeral(head + one + tail), parse_numeral(head + two + tail)
    if low is None or high is None:
        return None
    return _Number(start, end, low * scale, high * scale, True, scale, False)


def _scale(text: str) -> int:
    factor = 1
    for char in text:
        factor *= SCALES.get(char) or SECTIONS[char]
    return factor


def _may_begin(text: str, number: _Number) -> bool:
    """False for numbers that belong to something else: 第8轮, G60, PM2.5, 36-05地块, 04:16, 1+4+4."""
    before = text[number.start - 1] if number.start else ""
    left = text[number.start - 2] if number.start > 1 else ""
    if before and before in "第+№":
        return False
    if before and before in "./:-" and left.isascii() and left.isalnum():
        return False
    if before.isascii() and before.isalnum():
        if text.endswith("GDP", 0, number.start):
            return True  # 完成GDP212.3亿元
        return before.isalpha() and text.startswith(("%", "个百分点"), number.end)  # CPI5.7%, but not PM2.5
    return not (text.startswith((":", "+"), number.end) and text[number.end + 1 : number.end + 2].isdigit())


def _read_product(text: str, number: _Number) -> _Number:
    """2×34万千瓦 is 680000千瓦."""
    match = _PRODUCT.match(text, number.end) if number.arabic and number.scale == 1 else None
    factor = _read_number(text, match.end()) if match else None
    return factor._replace(start=number.start, value=number.value * factor.value) if factor else number


def _unit_at(text: str, pos: int) -> Unit | None:
    """The longest unit that begins at an offset and is not part of a longer word."""
    for length in _lengths().get(text[pos : pos + 1], ()):
        unit = units().get(text[pos : pos + length])
        if unit is None:
            continue
        end = pos + length
        if unit.not_before and unit.not_before.match(text, end):
            continue
        if (
            unit.name[-1].isascii()
            and unit.name[-1].isalnum()
            and text[end : end + 1].isascii()
            and text[end : end + 1].isalnum()
        ):
            continue
        return unit
    return None


def _read_measure(text: str, number: _Number) -> _Measure | None:
    """The unit after a number, with what its words add: 个多小时, 年半, 小时14分, 人民币, /天."""
    pos = number.end
    if number.arabic and text[pos : pos + 1] == " ":
        pos += 1
    if text.startswith(("个半", "个多"), pos):
        unit = _unit_at(text, pos + 2) or units().get("个" + text[pos + 2 : pos + 3])
        if unit and unit.kind == "duration":
            half = text[pos + 1] == "半"
            return _Measure(
                unit,
                unit.said,
                unit.kind,
                pos + 2 + len(unit.name.removeprefix("个")),
                _HALF_VALUE if half else Decimal(0),
                not half,
            )
    unit = _unit_at(text, pos)
    if unit is None or not _fits(text, number, unit, pos + len(unit.name)):
        return None
    said, kind, end = unit.said, unit.kind, pos + len(unit.name)
    per = _PER.match(text, end) if kind != "percent" or text[end : end + 1] == "/" else None
    other = _unit_at(text, end + 1) if per else None
    # 3.5元每斤: the price of goods, and no sum of every year
    after = end + 1 + len(other.name) if other else end
    price = other is not None and other.kind in _GOODS and (text[after : after + 1] or "。") in _STOP
    if other and (text[end] == "/" or (price if kind == "amount" else other.kind == "duration")):
        end += 1 + len(other.name)
        said = f"{said}/{other.name}"
        known = units().get(said)
        said, kind = (known.said, known.kind) if known else (said, "rate")
        return _Measure(unit, said, kind, end)
    if said == "元" and text.startswith("人民币", end):
        end += 3
    if said == "小时":
        minutes = _MINUTES.match(text, end)
        more = parse_numeral(minutes[1]) if minutes else None
        if minutes and more is not None:
            return _Measure(unit, "分钟", kind, minutes.end(), number.value * 59 + more)
    if said in _HALF_UNITS and text[end : end + 1] == "半" and text[end + 1 : end + 2] not in ("岛", "径", "导"):
        return _Measure(unit, said, kind, end + 1, _HALF_VALUE)
    if kind == "count" and (both := _OR_ELSE.match(text, end)):  # 台（套）, 人（次）
        return _Measure(unit, f"{said}（{both.group()[1]}）", kind, both.end())
    if said in ("公里", "千米") and _SPEED_BEFORE.search(text, max(0, number.start - 12), number.start):
        said, kind = f"{said}/小时", "speed"
    return _Measure(unit, said, kind, end)


def _fits(text: str, number: _Number, unit: Unit, end: int) -> bool:
    """Whether number and unit make an amount rather than a year, an ordinal, a name or a set phrase."""
    numeral = text[number.start : number.end]
    before = text[max(0, number.start - 4) : number.start]
    if unit.name == "年" and numeral.isdigit() and (1000 <= number.value <= 2100 or numeral.startswith("0")):
        return False
    if unit.said == "个月" and before.endswith("前") and not before.endswith("提前"):
        return False  # 前5个月 is a time
    if unit.name == "年" and _LISTED_YEAR.fullmatch(numeral):
        return False  # 6.2025年春运…: item 6 of a list
    if "点" in numeral and unit.kind in ("count", "duration"):
        return False  # 九点一家人: a clock
    if unit.name == "日":
        return text.startswith(("内", "以内", "之内", "游"), end) or before.endswith(("为期", "连续", "历时"))
    if not number.arabic:
        if unit.arabic_only and not number.approximate and number.scale == 1:
            return False
        if numeral == "二" and unit.kind in ("count", "duration"):
            return False  # 二 does not count things (两个); it numbers them: 二期, 二级, 二道河
    if unit.name in _ORDINAL:
        if unit.name == "级":
            return number.arabic and (
                "." in numeral or bool(_GRADED.match(text, end) or before.endswith(("风", "震级", "地震")))
            )
        return numeral == "两" or number.approximate or bool(_COUNTED_BEFORE.search(before))
    if unit.name in ("名", "位") and _RANK_BEFORE.search(before):
        return False
    if unit.name == "大":
        return _fits_great(text, number, before, end)
    if unit.name == "成":
        return number.value < 10 and (not number.arabic or number.value != 0)
    if unit.name == "番":
        return before.endswith("翻")
    if unit.kind == "count" and number.arabic and not number.approximate and len(numeral) == 4 and 1949 <= number.value <= 2049:
        if unit.name == "起" and before.endswith(("案", "案件", "事故", "纠纷", "警情")):  # 破获案件1991起, but 2011起
            return True
        return unit.name not in ("起", "届", "国", "省", "市", "县", "个")
    return True


def _fits_great(text: str, number: _Number, before: str, end: int) -> bool:
    """十大专项 counts; 党的十九大, 二十大 are congresses, 五大连池 a name."""
    if not 2 <= number.value <= 20 or number.scale > 1 or before.endswith(("党的", "中共", "届")):
        return False
    if not number.arabic and number.value > 10:
        return False
    after = text[end : end + 1]
    return "一" <= after <= "鿿"


def _read_range(text: str, low: _Number, measure: _Measure | None, start: int) -> tuple[_Number, _Measure] | None:
    """800—1000万人次, 8000万元到1亿元; None where the numbers make no range (36-05地块, 由10%到20%)."""
    high = _read_number(text, start) if low.high is None else None
    if high is None or high.high is not None or high.arabic != low.arabic:
        return None
    high_measure = _read_measure(text, high)
    if high_measure is None or (measure and measure.said != high_measure.said):
        return None
    if measure and _FROM_BEFORE.search(text, max(0, low.start - 1), low.start):
        return None
    value = low.value
    if measure is None and low.scale == 1 and high.scale > 1 and value * high.scale < high.value:
        value *= high.scale
    if value >= high.value or (high_measure.unit.name == "年" and value >= 1000):
        return None
    both = _Number(low.start, high.end, value, high.value, low.approximate or high.approximate, high.scale, low.arabic)
    return both, high_measure


# 300余|市民: people of whom no word for so many is said
_PEOPLE = re.compile("跑者|选手|群众|观众|游客|市民|村民|学生|师生|居民|员工|职工|代表|嘉宾|客商|党员|干部|志愿者|运动员|农民")


def _read_bare(text: str, number: _Number) -> tuple[QuantitySpan | None, int]:
    """超1400亿 without a unit, as headlines and infographics print it."""
    end = number.end
    if number.arabic and text[end - 1] in "多余" and _PEOPLE.match(text, end):
        return _span(text, number, "人", units()["人"].kind, end, True)
    if not number.arabic or number.scale < 10**4 or (text[end : end + 1] or "。") not in _STOP:
        return None, end
    return _span(text, number, "", "bare", end, False)


def _read_half(text: str, start: int) -> tuple[QuantitySpan | None, int]:
    """半小时, 半年; not 上半年, 一个半小时 (read with its number)."""
    match = _HALF.match(text, start)
    if match is None or (start and text[start - 1] in "上下大前后过多小一两三"):
        return None, start + 1
    said = "个月" if match[1] == "月" else match[1]
    kind = units()[said].kind
    return QuantitySpan(
        start, match.end(), "", Quantity(_HALF_VALUE, said, None, _hedged(text, start, match.end())), kind
    ), match.end()


def _read_fraction(text: str, match: re.Match[str]) -> tuple[QuantitySpan | None, int]:
    """百分之八十八 is 88 %, 千分之三 is 0.3 %."""
    whole, _, part = match[2].partition("点")
    value = parse_numeral(whole)
    if value is not None and part:
        value += Decimal("0." + "".join(str(DIGITS.get(char, 0)) for char in part))
    if value is None:
        return None, match.end()
    value = value * 100 / {"百": 100, "千": 1000, "万": 10000}[match[1]]
    quantity = Quantity(_plain(value), "%", None, _hedged(text, match.start(), match.end()))
    return QuantitySpan(match.start(), match.end(), "", quantity, "percent"), match.end()


def _finish(text: str, number: _Number, measure: _Measure) -> tuple[QuantitySpan, int]:
    """Put number and unit together and judge what kind of amount they are."""
    numeral = text[number.start : number.end]
    kind = measure.kind
    if measure.unit.name == "成":
        number = number._replace(value=number.value * 10, high=None if number.high is None else number.high * 10)
    if numeral == "一" and not measure.extra and kind != "percent":
        kind = "article"
    elif not number.arabic and all(char in "百千万亿" for char in numeral) and not _hedged(text, number.start, measure.end):
        kind = "round"
    if measure.extra:
        high = None if number.high is None else number.high + measure.extra
        number = number._replace(value=number.value + measure.extra, high=high)
    return _span(text, number, measure.said, kind, measure.end, measure.approximate)


def _span(text: str, number: _Number, unit: str, kind: str, end: int, approximate: bool) -> tuple[QuantitySpan, int]:
    value, high, start = number.value, number.high, number.start
    if unit in ("%", "℃", "摄氏度") and high is None:
        if text.startswith("零下", start - 2) and start >= 2:
            value, start = -value, start - 2
        elif start and text[start - 1] == "-":
            value, start = -value, start - 1
    vague = number.approximate or approximate or _hedged(text, number.start, end)
    quantity = Quantity(_plain(value), unit, None if high is None else _plain(high), vague)
    return QuantitySpan(start, end, "", quantity, kind), end


def _hedged(text: str, start: int, end: int) -> bool:
    """Whether words around an amount make it approximate: 约, 近, 超 before it, 左右, 以上 after it."""
    before = text[max(0, start - 4) : start]
    if _HEDGE_BEFORE.search(before) and not _NO_HEDGE_BEFORE.search(before):
        return True
    return bool(_HEDGE_AFTER.match(text, end))

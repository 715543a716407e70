"""Quantities: expressions with their exact value and unit, near misses, and printed amounts read back."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.model import Quantity
from kg.recognition.numerals import parse_numeral
from kg.recognition.quantities import base_quantity, find_quantities, parse_quantity, units

# text | value or low..high | unit; a ~ after the unit for approximate amounts
EXPRESSIONS = """
# money
32.7亿元 | 3270000000 | 元
1271亿元 | 127100000000 | 元
1.2万亿元 | 1200000000000 | 元
12.62万亿元 | 12620000000000 | 元
3156万元 | 31560000 | 元
32819.1万元 | 328191000 | 元
2亿3000万元 | 230000000 | 元
1万5千名 | 15000 | 名
2.5万余跑者 | 25000 | 人~
10万m3/d | 100000 | m³/d
1,234.5万元 | 12345000 | 元
三百二十万元 | 3200000 | 元
两亿元 | 200000000 | 元
3千万元 | 30000000 | 元
5百万元 | 5000000 | 元
十几亿元 | 1000000000 | 元~
300多万元 | 3000000 | 元~
10多万元 | 100000 | 元~
5000余万元 | 50000000 | 元~
三百多万元 | 3000000 | 元~
约4.7亿元 | 470000000 | 元~
超600亿元 | 60000000000 | 元~
835万元人民币 | 8350000 | 元
600块钱 | 600 | 元
172.5亿美元 | 17250000000 | 美元
3万美金 | 30000 | 美元
2000万港元 | 20000000 | 港元
500万港币 | 5000000 | 港元
4.5亿欧元 | 450000000 | 欧元
6-8亿元 | 600000000..800000000 | 元
8000万元到1亿元 | 80000000..100000000 | 元
3000—5000元 | 3000..5000 | 元
数十亿元 | 1000000000 | 元~
上亿元 | 100000000 | 元~
25.5元/公斤 | 25.5 | 元/公斤
3.5元每斤 | 3.5 | 元/斤
3万元每年 | 30000 | 元
5164元/㎡ | 5164 | 元/㎡
10万元/亩 | 100000 | 元/亩
# shares
88.2% | 88.2 | %
88.2％ | 88.2 | %
百分之八十八 | 88 | %
百分之八十八点二 | 88.2 | %
百分之3.5 | 3.5 | %
千分之三 | 0.3 | %
3‰ | 3 | ‰
-3.2% | -3.2 | %
6.6个百分点 | 6.6 | 个百分点
12.28个百分点 | 12.28 | 个百分点
0.4百分点 | 0.4 | 个百分点
超五成 | 50 | %~
三成 | 30 | %
3成 | 30 | %
七八成 | 70..80 | %~
10%—15% | 10..15 | %
3-5% | 3..5 | %
85%以上 | 85 | %~
1.5倍 | 1.5 | 倍
两倍 | 2 | 倍
# durations
3个月 | 3 | 个月
近3个月 | 3 | 个月~
48个月 | 48 | 个月
两个多月 | 2 | 个月~
两个月 | 2 | 个月
3年及以上 | 3 | 年~
五年左右 | 5 | 年~
3到5年 | 3..5 | 年
3至5年 | 3..5 | 年
七八年 | 7..8 | 年~
两年半 | 2.5 | 年
20多年 | 20 | 年~
二十余年 | 20 | 年~
半年 | 0.5 | 年
1天 | 1 | 天
两三天 | 2..3 | 天~
10个工作日 | 10 | 个工作日
十个工作日 | 10 | 个工作日
两个小时 | 2 | 小时
2小时 | 2 | 小时
一个半小时 | 1.5 | 小时
半小时 | 0.5 | 小时
半个小时 | 0.5 | 小时
10多个小时 | 10 | 小时~
近70个小时 | 70 | 小时~
1小时14分 | 74 | 分钟
1小时47分钟 | 107 | 分钟
29分钟 | 29 | 分钟
两周 | 2 | 周
44岁 | 44 | 岁
七十多岁 | 70 | 岁~
十七八岁 | 17..18 | 岁~
# length, area, volume
95.67公里 | 95.67 | 公里
33.3千米 | 33.3 | 千米
5千米 | 5 | 千米
34400米 | 34400 | 米
3.44万米 | 34400 | 米
0.5毫米 | 0.5 | 毫米
3～5厘米 | 3..5 | 厘米
零点五公里 | 0.5 | 公里
500余公里 | 500 | 公里~
1.8万亩 | 18000 | 亩
约1.8万亩 | 18000 | 亩~
三点五万亩 | 35000 | 亩
一亩半 | 1.5 | 亩
27公顷 | 27 | 公顷
883.62平方公里 | 883.62 | 平方公里
6.38万平方米 | 63800 | 平方米
4.25万㎡ | 42500 | ㎡
36.9万立方米 | 369000 | 立方米
300立方 | 300 | 立方米
2万方 | 20000 | 方
# mass, energy, power
45万吨 | 450000 | 吨
45亿吨 | 4500000000 | 吨
1万公斤 | 10000 | 公斤
80斤左右 | 80 | 斤~
1000吨 | 1000 | 吨
2200万千瓦时 | 22000000 | 千瓦时
300度电 | 300 | 千瓦时
34万千瓦 | 340000 | 千瓦
2×34万千瓦 | 680000 | 千瓦
200MW | 200 | MW
110千伏 | 110 | 千伏
1000多度 | 1000 | 度~
零下5℃ | -5 | ℃
36.5摄氏度 | 36.5 | 摄氏度
6.2级地震 | 6.2 | 级
# rates
32微克/立方米 | 32 | 微克/立方米
6200t/d | 6200 | t/d
6200吨/天 | 6200 | 吨/天
5万立方米/日 | 50000 | 立方米/日
100公里/小时 | 100 | 公里/小时
时速250公里 | 250 | 公里/小时
时速可达160公里 | 160 | 公里/小时
350公里每小时 | 350 | 公里/小时
2000人/平方公里 | 2000 | 人/平方公里
# counts
18575个 | 18575 | 个
20多个 | 20 | 个~
240余个 | 240 | 个~
十几个 | 10 | 个~
十来个 | 10 | 个~
两个 | 2 | 个
5到10个 | 5..10 | 个
一两个 | 1..2 | 个~
十大专项 | 10 | 个
四大产业 | 4 | 个
6大工程 | 6 | 个
八大类 | 8 | 类
6城市 | 6 | 个
4县 | 4 | 县
9市 | 9 | 市
942家 | 942 | 家
上百家 | 100 | 家~
数百家 | 100 | 家~
几十家 | 10 | 家~
4600户 | 4600 | 户
一百二十余户 | 120 | 户~
120万人 | 1200000 | 人
12万余人 | 120000 | 人~
上万人 | 10000 | 人~
近百人 | 100 | 人~
三四百人 | 300..400 | 人~
1万至1.5万人 | 10000..15000 | 人
近二百名 | 200 | 名~
近百名 | 100 | 名~
百余名 | 100 | 名~
3.5万余名 | 35000 | 名~
6.65万名 | 66500 | 名
981位 | 981 | 位
1300余人次 | 1300 | 人次~
800—1000万人次 | 8000000..10000000 | 人次
360多万人次 | 3600000 | 人次~
六口人 | 6 | 口
7项 | 7 | 项
十项 | 10 | 项
357件 | 357 | 件
7处 | 7 | 处
5座 | 5 | 座
14座 | 14 | 座
11条 | 11 | 条
16所 | 16 | 所
400张 | 400 | 张
两台 | 2 | 台
84.6万辆 | 846000 | 辆
11套 | 11 | 套
36000块 | 36000 | 块
3到5块 | 3..5 | 块
1200箱 | 1200 | 箱
四万五千只羊 | 45000 | 只
30种 | 30 | 种
666道 | 666 | 道
双向四车道 | 4 | 车道
分两期 | 2 | 期
连续7届 | 7 | 届
4起案件 | 4 | 起
9起 | 9 | 起
33列次 | 33 | 列次
156万人口 | 1560000 | 人
10车 | 10 | 车
2艇 | 2 | 艇
3批次 | 3 | 批次
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip() and line[0] != "#"]


def _quantity(value: str, unit: str) -> Quantity:
    low, _, high = value.partition("..")
    return Quantity(Decimal(low), unit.removesuffix("~"), Decimal(high) if high else None, unit.endswith("~"))


def test_there_are_enough_expressions() -> None:
    assert len(_rows(EXPRESSIONS)) >= 150


@pytest.mark.parametrize(("text", "value", "unit"), _rows(EXPRESSIONS))
def test_expression_has_its_value_in_a_sentence(text: str, value: str, unit: str) -> None:
    found = find_quantities(f"据介绍，{text}，情况良好。")
    assert [q.quantity for q in found] == [_quantity(value, unit)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("32.7亿元", "3270000000 元"),
        ("近3个月", "3 个月"),
        ("五年左右", "5 年"),
        ("3年及以上", "3 年"),
        ("时速可达160公里", "160 公里/小时"),
    ],
)
def test_parse_takes_the_words_around_an_amount(text: str, value: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert f"{quantity.value} {quantity.unit}" == value


@pytest.mark.parametrize("text", ["", "元", "投资32.7亿元", "3个5座", "第8轮", "2021年", "亿", "1" * 30, "区长", "一体化"])
def test_parse_wants_one_amount_and_nothing_else(text: str) -> None:
    assert parse_quantity(text) is None


SENTENCES = """
总投资约1.2亿元，建成3座车站，设4个出入口。 | 120000000元 3座 4个
隧道5座共3088米，其中长隧道1座1045米。 | 5座 3088米 1座 1045米
税负由7.5%降为3%，比此前缩短1小时14分。 | 7.5% 3% 74分钟
从3000元到5000元不等。 | 3000元 5000元
年产45万吨合成氨/80万吨尿素项目。 | 450000吨 800000吨
一期床位400张，二期床位：800张。 | 400张 800张
新增12,345人,8户脱贫。 | 12345人 8户
铁路网覆盖99%的20万人口以上城市。 | 99% 200000人
PM2.5年平均浓度32微克/立方米。 | 32微克/立方米
CPI5.7%，GDP增长8.1%。 | 5.7% 8.1%
2023年5月20日至21日，6城市9家博物馆成立联盟。 | 6个 9家
河东、河西、山南三县共8个乡镇受益。 | 3县 8个
增速分别高4.8个和1.6个百分点。 | 4.8个百分点 1.6个百分点
接警9起，出动10车60人2艇。 | 9起 10车 60人 2艇
破获案件1991起，报告病例2011例。 | 1991起 2011例
设4车道，1日起运行3车次。 | 4车道 3车次
比全省（7.4%）和全国（6.3%）分别高1.7、2.8个百分点。 | 7.4% 6.3% 1.7个百分点 2.8个百分点
"""


@pytest.mark.parametrize(("text", "found"), _rows(SENTENCES))
def test_sentence(text: str, found: str) -> None:
    assert " ".join(f"{q.quantity.value}{q.quantity.unit}" for q in find_quantities(text)) == found


NOT = """第118次会议|第八轮行动|第三产业|1号线|36-05地块|5G网络|PM2.5|G60走廊
一级A标准|5A级景区|“两区一堡”|“三个转型”|“四个意识”|十九大精神|党的二十大
五届区委|七届人大三次会议|八次会议|二期工程|三期项目|二级公路|三年级|九年一贯制|三年行动计划|五年规划
2021年|2000年|1368年|08年|21年底|20世纪80年代
一网通办|一体化|一直|一方面|十分满意|万众一心|万一|三农|三峡|四川
九江|六盘水|五大连池|十大|两部门|七国集团|八项规定|三亚|十里镇|三门县|七台河市|五家渠
10:30|04:16:45|1+4+4体系|1比10
排名第60位|前10名|列第3位|《三年攻坚方案》|12345热线|[2013]89号|007号|3人大代表团体|上半年|下半年|大半年|7月8日|23日|3月
今年前五个月|6.2025年春运|十家子村|一季度|2011年元月|2022人工智能大会|两国元首|千家万户吗|四处考察|千斤顶|二十届三中全会|中共十八大|三位数|百姓|亿|十三五|二〇二一年|一二三产业|城乡二元结构|7车间|3车型|从5月10日起，|成千上万户断电|成百上千人围观""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize("text", NOT)
def test_no_amount(text: str) -> None:
    assert [q.text for q in find_quantities(text) if q.kind not in ("article", "round")] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *[("一批项目", "article"), ("一个村", "article"), ("千亩花海", "round"), ("百家企业", "round"), ("超1400亿", "bare")],
        *[("3亿元", "amount"), ("3%", "percent"), ("3年", "duration"), ("3公里", "length"), ("3亩", "area"), ("3家", "count")],
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [q.kind for q in find_quantities(text)] == [kind]


@pytest.mark.parametrize("text", ["投资1元，", "网上100人，", "以上100人，", "附近3个村，", "最近3个村，"])
def test_words_that_only_look_like_hedges(text: str) -> None:
    assert not find_quantities(text)[0].quantity.approximate


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("95.67公里", "95670", "米"),
        ("3吨", "3000", "公斤"),
        ("60斤", "30", "公斤"),
        ("3亩", "2000", "平方米"),
        ("1公顷", "10000", "平方米"),
        ("2小时", "7200", "秒"),
        ("1.2亿元", "120000000", "元"),
        ("3家", "3", "家"),
        ("10米/秒", "36", "公里/小时"),
        ("7年", "7", "年"),
    ],
)
def test_base_unit(text: str, value: str, unit: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert base_quantity(quantity) == Quantity(Decimal(value), unit)


def test_base_unit_of_a_range() -> None:
    assert base_quantity(Quantity(Decimal(3), "公里", Decimal(5))) == Quantity(Decimal(3000), "米", Decimal(5000))


def test_table_of_units_is_consistent() -> None:
    for unit in units().values():
        assert unit.factor > 0
        base = units().get(unit.base)
        assert base is None or (base.base == unit.base and base.factor == 1), unit.name
        assert unit.said in units(), unit.name
        said = units()[unit.said]
        assert unit.name == "成" or (said.base, said.factor) == (unit.base, unit.factor), unit.name


def test_twelve_times_one_third_is_exact() -> None:
    assert units()["亩"].factor == Fraction(2000, 3)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("三百二十万", 3200000), ("一百二", 120), ("三万五", 35000), ("一百零二", 102), ("二〇二一", 2021), ("两千", 2000)],
        *[("十五", 15), ("3千5百万", 35000000), ("1.2万亿", 1200000000000), ("一亿零三百万", 103000000), ("12,000", 12000)],
        *[("廿", None), ("七八", None), ("1.2.3", None), ("", None)],
    ],
)
def test_numerals(text: str, value: int | None) -> None:
    assert parse_numeral(text) == (None if value is None else Decimal(value))


def _chinese(number: int) -> str:
    """A number below ten thousand as it is written out."""
    digits, scales = "零一二三四五六七八九", ["", "十", "百", "千"]
    text = ""
    for power, digit in reversed(list(enumerate(map(int, reversed(str(number)))))):
        if digit:
            text += digits[digit] + scales[power]
        elif text and not text.endswith("零"):
            text += "零"
    return text.rstrip("零")


@given(st.integers(1, 9999))
def test_written_out_numbers_read_back(number: int) -> None:
    assert parse_numeral(_chinese(number)) == number
    assert parse_numeral(_chinese(number) + "万") == number * 10000


@given(
    st.decimals(Decimal("0.01"), Decimal("9999.99"), places=2),
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from(["元", "吨", "公里", "平方米"]),
)
def test_printed_amounts_read_back(number: Decimal, scale: str, unit: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    assert parse_quantity(f"{number}{scale}{unit}") == Quantity(number * factor, unit)


@given(st.integers(1, 10**9), st.sampled_from(["家", "户", "人", "座"]))
def test_thousands_separators_change_nothing(number: int, unit: str) -> None:
    plain, grouped = find_quantities(f"共{number}{unit}"), find_quantities(f"共{number:,}{unit}")
    assert [q.quantity for q in grouped] == [q.quantity for q in plain] or 1949 <= number <= 2049


@given(
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(["-", "—", "——", "～", "至", "到"]),
    st.sampled_from(["", "万", "亿"]),
)
def test_printed_ranges_read_back(low: int, more: int, dash: str, scale: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert parse_quantity(f"{low}{dash}{low + more}{scale}元") == Quantity(
        Decimal(low * factor), "元", Decimal((low + more) * factor)
    )


PIECES = st.lists(
    st.sampled_from([*"一二两十百千万亿半数上34.,-至个月%元多余年大约第“”《》×/米每", "小时", "百分之", "时速", "2021"]),
    max_size=25,
)


@given(PIECES | st.text(max_size=40).map(list))
@example(["万", "亿", "亿", "亿", "个"])
def test_spans_quote_the_text_and_do_not_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for span in find_quantities(text):
        assert text[span.start : span.end] == span.text != ""
        assert span.start >= end
        end = span.end


@pytest.mark.parametrize(
    ("text", "value"), [("人口自然增长率-1.97‰", "-1.97"), ("气温降到-5℃", "-5"), ("增长5%-8%", "5"), ("3-5℃", "3")]
)
def test_a_minus_behind_a_label_is_the_numbers(text: str, value: str) -> None:
    assert [str(span.quantity.value) for span in find_quantities(text)][:1] == [value]

from dataclasses import replace
from decimal import Decimal

import pytest
from scenes import scene

from kg.relations.literals import load_literal_rules
from kg.relations.observations import extract_observations

Row = tuple[str, str, str, str]


def rows(text: str, **options: object) -> list[Row]:
    """What is observed: subject, indicator, value, unit; a target ends in ?."""
    made = scene(text, **options)  # type: ignore[arg-type]
    found = []
    for stmt in extract_observations(made):
        value = "-".join(str(v) for v in stmt.value) if isinstance(stmt.value, tuple) else str(stmt.value)
        mark = "?" if stmt.qualifiers.get("expected") else ""
        found.append(
            (made.entities[stmt.subject].name, str(stmt.qualifiers["indicator"]), value + mark, str(stmt.qualifiers["unit"]))
        )
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # measures, named before the number
        ("[湖滨高速|Project]双向8车道。", [("湖滨高速", "双向车道数", "8", "车道")]),
        ("[湖滨高速|Project]全线采用双向四车道标准建设。", [("湖滨高速", "双向车道数", "4", "车道")]),
        (
            "[湖滨线|Project]通行时间由过去的3小时缩短至1小时。",
            [("湖滨线", "通行时间（原）", "3", "小时"), ("湖滨线", "通行时间", "1", "小时")],
        ),
        ("[湖滨线|Project]全长95.6公里。", [("湖滨线", "全长", "95.6", "公里")]),
        ("[湖滨线|Project]计划总投资32.7亿元。", [("湖滨线", "总投资", "3270000000", "元")]),
        (
            "[东坪水库|Project]总投资约8亿元，占地面积64亩。",
            [("东坪水库", "总投资", "800000000", "元"), ("东坪水库", "占地面积", "64", "亩")],
        ),
        ("[上湾村|Place]人均年收入突破42000元。", [("上湾村", "人均年收入", "42000", "元")]),
        (
            "[东坪县|Place]工作人员连续6年观测到天鹅来到[东坪湖湿地公园|Place]越冬。",
            [("东坪县", "工作人员连续观测到天鹅来到东坪湖湿地公园越冬", "6", "年")],
        ),
        # a label without words that only join it to its clause, or none
        ("[东坪县|Place]游客总量累计超过5万人次。", [("东坪县", "游客总量", "50000", "人次")]),
        ("[东坪县|Place]还种植了3万亩茶树。", [("东坪县", "种植茶树", "30000", "亩")]),
        ("[东坪县|Place]他们一天能挣800元。", []),
        ("[东坪县|Place]苗木基地贡献了我国40%的茶苗。", []),
        (
            "[东坪县|Place]12家茶厂产值超过1亿元。",
            [("东坪县", "茶厂产值超过1亿元", "12", "家"), ("东坪县", "茶厂产值", "100000000", "元")],
        ),
        # counts, named after the number or before it
        ("[湖滨线|Project]新建14座车站。", [("湖滨线", "新建车站", "14", "座")]),
        ("[湖滨高速|Project]服务区3处、收费站9个。", [("湖滨高速", "服务区", "3", "处"), ("湖滨高速", "收费站", "9", "个")]),
        ("[湖滨高速|Project]共有435座桥梁、10座隧道。", [("湖滨高速", "桥梁", "435", "座"), ("湖滨高速", "隧道", "10", "座")]),
        ("[湖滨高速|Project]桥梁75座共18069米。", [("湖滨高速", "桥梁", "75", "座"), ("湖滨高速", "桥梁", "18069", "米")]),
        ("[东坪县|Place]15万亩葡萄成熟。", [("东坪县", "葡萄成熟", "150000", "亩")]),
        # the noun alone, without what it goes on to do
        ("[东坪县|Place]吸引120支队伍奋力争先。", [("东坪县", "吸引队伍", "120", "支")]),
        # the noun up to what it goes on to do: an adverb, a preposition, a verb of its own
        ("[东坪县|Place]12家企业参展。", [("东坪县", "企业参展", "12", "家")]),
        ("[东坪县|Place]2000套农具发放到山村。", [("东坪县", "农具发放到山村", "2000", "套")]),
        ("[东坪县|Place]30个地级及以上城市达标。", [("东坪县", "地级及以上城市达标", "30", "个")]),
        ("[东坪县|Place]派出3个工作组赴山村指导。", [("东坪县", "派出工作组", "3", "个")]),
        ("[东坪大桥|Place]540片箱梁中的第270片架设完成。", [("东坪大桥", "箱梁", "540", "片")]),
        (
            "[东坪县|Place]秋粮收获1.7万亩，进度达13.3%。",
            [("东坪县", "秋粮收获", "17000", "亩"), ("东坪县", "秋粮收获进度", "13.3", "%")],
        ),
        ("[东坪县|Place]建成20处社区（村）养老服务站。", [("东坪县", "建成社区（村）养老服务站", "20", "处")]),
        ("[东坪县|Place]有12家企业（甲茶厂等）。", [("东坪县", "企业", "12", "家")]),
        ("[东坪县|Place]已有110千伏变电站8座。", [("东坪县", "110千伏变电站", "8", "座")]),
        ("[东坪县|Place]投资10-30亿元项目5个。", [("东坪县", "投资10-30亿元项目", "5", "个")]),
        ("[东坪县|Place]外贸历史同期首次突破90亿元。", [("东坪县", "外贸", "9000000000", "元")]),
        ("[东坪县|Place]改造线路6.8KM。", [("东坪县", "改造线路", "6.8", "km")]),
        ("[东坪县|Place]推出12项制度成果。", [("东坪县", "推出制度成果", "12", "项")]),
        ("[东坪县|Place]举办11人制足球赛。", []),
        ("[东坪县|Place]有15个新建、改扩建学校项目。", [("东坪县", "新建、改扩建学校项目", "15", "个")]),
        ("[东坪县|Place]850万亩小麦产量有望恢复。", [("东坪县", "小麦", "8500000", "亩")]),
        ("[东坪县|Place]签约50亿元以上大单17个。", [("东坪县", "签约50亿元以上大单", "17", "个")]),
        (
            "[东坪县|Place]推出12项服务，8项已复制推广。",
            [("东坪县", "推出服务", "12", "项"), ("东坪县", "推出服务复制推广", "8", "项")],
        ),
        (
            "[东坪县|Place]案件从高峰时期2015年的16万余起降至3.5万起。",
            [("东坪县", "案件", "160000", "起"), ("东坪县", "案件", "35000", "起")],
        ),
        ("[东坪县|Place]有12家印刷发行单位。", [("东坪县", "印刷发行单位", "12", "家")]),
        ("[东坪县|Place]2万亩中稻收获。", [("东坪县", "中稻收获", "20000", "亩")]),
        ("[东坪县|Place]发布16项“一卡通”目录。", [("东坪县", "发布一卡通目录", "16", "项")]),
        ("[东坪县|Place]击落3架西坪-27战机。", [("东坪县", "击落西坪-27战机", "3", "架")]),
        ("[东坪县|Place]产品远销50多个国家。", [("东坪县", "产品远销国家", "50", "个")]),
        # who did it together is no single one; sizes grow
        ("[东坪县|Place]游客增加。三省一区签约120个项目。", []),
        ("[东坪县|Place]茶叶行业产值均实现20%以上增长。", [("东坪县", "茶叶行业产值增长", "20", "%")]),
        ("[东坪县|Place]茶农信心预期指数为55%。", [("东坪县", "茶农信心预期指数", "55", "%")]),
        (
            "[东坪县|Place]铁路发送旅客9万人次、公路16万人次。",
            [("东坪县", "铁路发送旅客", "90000", "人次"), ("东坪县", "公路发送旅客", "160000", "人次")],
        ),
        ("[东坪县|Place]茶园连接了全县80%的村庄。", [("东坪县", "茶园连接村庄", "80", "%")]),
        ("[东坪县|Place]药厂获批。其中16个是儿童用药。", [("东坪县", "儿童用药", "16", "个")]),
        ("[东坪县|Place]机上3人和地面4人死亡。", [("东坪县", "死亡", "3", "人"), ("东坪县", "死亡", "4", "人")]),
        # what went on so long, of no thing that was only counted
        ("[东坪县|Place]跨过12个台阶，连续8年稳居全省第一。", [("东坪县", "跨过台阶", "12", "个")]),
        (
            "[东坪县|Place]茶叶货值由统一品牌后的80亿元增加到去年的567亿元。",
            [("东坪县", "茶叶货值", "56700000000", "元")],
        ),
        # up to its own 的, or with the name of its type
        ("[东坪县|Place]集合9家企业的展台。", [("东坪县", "集合企业", "9", "家")]),
        ("[东坪县|Place]展出2辆国制“青牛”式拖拉机。", [("东坪县", "展出国制青牛式拖拉机", "2", "辆")]),
        ("[东坪县|Place]880株古柏制定“一树一策”方案。", [("东坪县", "古柏", "880", "株")]),
        ("[东坪县|Place]发生39次2.5级以上余震。", [("东坪县", "2.5级以上余震", "39", "次")]),
        ("[东坪县|Place]向上湾、下湾等12个乡镇开展巡查。", [("东坪县", "向乡镇开展巡查", "12", "个")]),
        # a share of things, and what they do
        ("[东坪县|Place]有95%的村庄实现快递服务覆盖。", [("东坪县", "村庄实现快递服务覆盖", "95", "%")]),
        # people of whom only a verb tells
        ("[东坪县|Place]举办活动，超1万人次参与。", [("东坪县", "参与人次", "10000", "人次")]),
        # a size of an unnamed thing
        ("[东坪县|Place]展出高14米的花灯。", []),
        # what is done with those counted
        ("[东坪县|Place]已与50多个国家开展农业合作。", [("东坪县", "与国家开展农业合作", "50", "个")]),
        ("[东坪县|Place]累计为300名老人提供服务。", [("东坪县", "为老人提供服务", "300", "名")]),
        ("[东坪县|Place]将任务细化为26项安排。", [("东坪县", "任务细化安排", "26", "项")]),
        ("[东坪县|Place]有12家世界500强企业。", [("东坪县", "世界500强企业", "12", "家")]),
        # of the words before it only the verb that tells what was done
        ("[东坪县|Place]先后关停15个矿点。", [("东坪县", "关停矿点", "15", "个")]),
        ("[东坪县|Place]在学校增设20个专业。", [("东坪县", "增设专业", "20", "个")]),
        ("[东坪县|Place]包括30名专家。", [("东坪县", "专家", "30", "名")]),
        # of casualties what befell, of a measure its own name
        ("洪水在[东坪县|Place]造成至少3人死亡。", [("东坪县", "死亡", "3", "人")]),
        ("[东坪县|Place]年吞吐量3000万人次的需求。", [("东坪县", "年吞吐量", "30000000", "人次")]),
        ("[湖滨大会|Event]应到代表48名，实到45名。", [("湖滨大会", "应到代表", "48", "名"), ("湖滨大会", "实到", "45", "名")]),
        ("[东坪县|Place]用户与2013年相比增长12%。", [("东坪县", "用户增长", "12", "%")]),
        (
            "[东坪县|Place]缺少59%的药物和37%的用品。",
            [("东坪县", "缺少药物", "59", "%"), ("东坪县", "用品", "37", "%")],
        ),
        # what only says when
        ("[东坪县|Place]假日期间接待游客3万人次。", [("东坪县", "接待游客", "30000", "人次")]),
        ("[东坪社区|Place]在区委区政府的支持下改造小区2个。", [("东坪社区", "改造小区", "2", "个")]),
        ("[东坪县|Place]游客在假日期间接待3万人次。", [("东坪县", "游客在假日期间接待", "30000", "人次")]),
        (
            "[消防支队|Agency]出动3车12人2艇。",
            [("消防支队", "出动", "3", "车"), ("消防支队", "出动", "12", "人"), ("消防支队", "出动", "2", "艇")],
        ),
        # joint nouns, and the next count's own
        (
            "[湖滨展|Event]吸引50个国家和地区的300名客商。",
            [("湖滨展", "国家和地区", "50", "个"), ("湖滨展", "客商", "300", "名")],
        ),
        # reached, passed, hoped for; a list's number; the bearer's own name
        ("[东坪县|Place]秋粮收获面积已过九成。", [("东坪县", "秋粮收获面积", "90", "%")]),
        ("[东坪县|Place]气温一度跌破零下40℃。", [("东坪县", "气温", "-40", "℃")]),
        ("[东坪县|Place]通过3项法规。", [("东坪县", "法规", "3", "项")]),
        ("7.我们的[东坪县|Place]秋粮超过1亿斤。", [("东坪县", "秋粮", "100000000", "斤")]),
        # a verb before the number, its object behind
        (
            "[东坪县|Place]在省级补贴的基础上又投入150万元支持农机购置。",
            [("东坪县", "投入支持农机购置", "1500000", "元")],
        ),
        # a bracket with a number of its own is no part of the label
        (
            "[湖滨水库|Place]降雨量为设计均值（490毫米）的174%。",
            [("湖滨水库", "降雨量为设计均值", "174", "%")],
        ),
        # what troops did, whenever they did it
        ("[甲军|Agency]近期已在湖山地区控制21个村镇。", [("甲军", "控制村镇", "21", "个")]),
        # a thing that the number modifies
        ("今天，全长24公里的[湖滨通道|Project]合龙。", [("湖滨通道", "全长", "24", "公里")]),
        # ranges
        ("[东坪县|Place]每年接待游客800—1000万人次。", [("东坪县", "每年接待游客", "8000000-10000000", "人次")]),
        (
            "[上湾镇|Place]辖12个行政村，5666户。",
            [("上湾镇", "辖行政村", "12", "个"), ("上湾镇", "户数", "5666", "户")],
        ),
        ("[东坪电站|Project]年发电量8亿度。", [("东坪电站", "年发电量", "800000000", "度")]),
        ("[东坪电站|Project]大坝转角60度。", []),
        ("[东坪县|Place]88个重点项目开工。", [("东坪县", "重点项目开工", "88", "个")]),
        ("[东坪县|Place]解决16万人饮水问题。", [("东坪县", "解决饮水问题", "160000", "人")]),
        ("[东坪县|Place]受灾，300余间房屋受损。", [("东坪县", "房屋受损", "300", "间")]),
        ("[东坪县|Place]突出3个重点。", []),
        ("[东坪县|Place]实施500万元以上招商项目57项。", [("东坪县", "实施500万元以上招商项目", "57", "项")]),
        ("[东坪县|Place]有农机3600台套。", [("东坪县", "农机", "3600", "台套")]),
    ],
)
def test_amounts_and_counts(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[东坪县|Place]进出口12.6亿元，同比增长6.6%。",
            [("东坪县", "进出口", "1260000000", "元"), ("东坪县", "进出口同比增长", "6.6", "%")],
        ),
        (
            "[东坪县|Place]规模以上工业增加值同比增长15.7%，两年平均增长8.2%，增速比一季度加快0.9个百分点。",
            [
                ("东坪县", "规模以上工业增加值同比增长", "15.7", "%"),
                ("东坪县", "规模以上工业增加值两年平均增长", "8.2", "%"),
                ("东坪县", "规模以上工业增加值增速比一季度加快", "0.9", "个百分点"),
            ],
        ),
        (
            "[东坪县|Place]水产品、蔬菜、水果价格分别上涨6.5%、8.9%、10.4%。",
            [
                ("东坪县", "水产品价格上涨", "6.5", "%"),
                ("东坪县", "蔬菜价格上涨", "8.9", "%"),
                ("东坪县", "水果价格上涨", "10.4", "%"),
            ],
        ),
        # a share or a comparison is of what was measured before, unless its clause has a thing of its own
        (
            "[东坪县|Place]用户达51万户，占全省12%，较去年多3万户。",
            [
                ("东坪县", "用户", "510000", "户"),
                ("东坪县", "用户占全省", "12", "%"),
                ("东坪县", "用户较去年多", "30000", "户"),
            ],
        ),
        (
            "[东坪县|Place]用户达51万户，[西坪县|Place]占比12%，货场占地32亩。",
            [("东坪县", "用户", "510000", "户"), ("西坪县", "占比", "12", "%"), ("西坪县", "货场占地", "32", "亩")],
        ),
        ("[东坪县|Place]利润增长面为58.5%。", [("东坪县", "利润增长面", "58.5", "%")]),
        # the same sum in other money
        (
            "[东坪县|Place]预算达68亿日元，约合5亿美元。",
            [("东坪县", "预算", "6800000000", "日元"), ("东坪县", "预算", "500000000", "美元")],
        ),
        # what the last clause measured
        ("[东坪县|Place]粮食产量再创新高，达到139万斤。", [("东坪县", "粮食产量", "1390000", "斤")]),
        ("[东坪县|Place]货场再次开放，达到139万吨。", []),
        # one value turned into the other
        (
            "[东坪县|Place]班列由开通初期的日均2列增加到目前的日均12列。",
            [("东坪县", "班列（原）", "2", "列"), ("东坪县", "班列", "12", "列")],
        ),
        (
            "[东坪县|Place]河水含沙量从多年平均值27公斤减少到6公斤。",
            [("东坪县", "河水含沙量（原）", "27", "公斤"), ("东坪县", "河水含沙量", "6", "公斤")],
        ),
        # who come to games that the sentence names come to no others, and a list of trades counts as one
        (
            "[湖山运动会|Event]之后又一盛会。本届[江北运动会|Event]共有来自44个国家的3100名运动员参加。",
            [("江北运动会", "国家", "44", "个"), ("江北运动会", "运动员参加", "3100", "名")],
        ),
        ("[江北论坛|Event]上，1700名政、商、学、媒体界代表参会。", [("江北论坛", "政、商、学、媒体界代表参会", "1700", "名")]),
        # what was forecast before is no fact of its own
        ("[东坪县|Place]经济预计增长1%，较秋季预测的2%增幅再度下调。", [("东坪县", "经济增长", "1?", "%")]),
        (
            "[东坪县|Place]林地占比由2020年的32%提高至2022年的39.9%。",
            [("东坪县", "林地占比", "32", "%"), ("东坪县", "林地占比", "39.9", "%")],
        ),
        # a run of years is no name for what it went on about
        # what a clause says of how something fares
        (
            "[东坪县|Place]出口增长5%，其中，国际航线表现亮眼，同比增长26%。",
            [("东坪县", "出口增长", "5", "%"), ("东坪县", "国际航线同比增长", "26", "%")],
        ),
        # a share that grows, and what it reached
        (
            "[东坪县|Place]民营企业进出口9亿元，占比较去年提升3.9个百分点，达到39.4%。",
            [
                ("东坪县", "民营企业进出口", "900000000", "元"),
                ("东坪县", "民营企业进出口占比较去年提升", "3.9", "个百分点"),
                ("东坪县", "民营企业进出口占比", "39.4", "%"),
            ],
        ),
        # what the month before had
        ("[东坪县|Place]价格指数同比增长10.4%，高于1月份的10.1%。", [("东坪县", "价格指数同比增长", "10.4", "%")]),
        (
            "[东坪县|Place]汽车出口连续两个月超过40万辆。",
            [("东坪县", "汽车出口连续超过40万辆", "2", "个月"), ("东坪县", "汽车出口", "400000", "辆")],
        ),
        # two things in one word, and what is dealt out again
        (
            "[东坪县|Place]汽车产销分别完成21万辆和20万辆，同比分别增长7%和8%。",
            [
                ("东坪县", "汽车产量", "210000", "辆"),
                ("东坪县", "汽车销量", "200000", "辆"),
                ("东坪县", "汽车产量同比增长", "7", "%"),
                ("东坪县", "汽车销量同比增长", "8", "%"),
            ],
        ),
        (
            "[东坪县|Place]游客数量和旅游收入分别增长6%、8%。",
            [("东坪县", "游客数量增长", "6", "%"), ("东坪县", "旅游收入增长", "8", "%")],
        ),
        ("[东坪县|Place]增加值增长9%，高于全省（7.7%）。", [("东坪县", "增加值增长", "9", "%")]),
        ("[东坪县|Place]出口列全省第3位，落后于[西坪县|Place]（25亿元，增长34%）。", []),
        (
            "[东坪县|Place]增加值增长9%，增速比全省（7.4%）和全国（6.3%）分别高1.6、2.7个百分点。",
            [
                ("东坪县", "增加值增长", "9", "%"),
                ("东坪县", "增速比全省高", "1.6", "个百分点"),
                ("东坪县", "增速比全国高", "2.7", "个百分点"),
            ],
        ),
        # how far a task is done is no name of what grows
        (
            "[东坪县|Place]固定资产投资完成74亿元，完成年度任务的35%，同比增长24%。",
            [
                ("东坪县", "固定资产投资完成", "7400000000", "元"),
                ("东坪县", "固定资产投资完成年度任务", "35", "%"),
                ("东坪县", "固定资产投资完成同比增长", "24", "%"),
            ],
        ),
    ],
)
def test_growth(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[湖滨铁路|Project]全长710公里，其中[东坪县|Place]境内434公里。",
            [("湖滨铁路", "全长", "710", "公里"), ("湖滨铁路", "东坪县境内长度", "434", "公里")],
        ),
        ("[东坪县|Place]的[湖滨古城|Place]接待游客21万人次。", [("湖滨古城", "接待游客", "210000", "人次")]),
        (
            "[东坪县|Place]举行[湖滨签约会|Event]，共签约项目18个，总投资56亿元。",
            [("湖滨签约会", "签约项目", "18", "个"), ("湖滨签约会", "签约项目总投资", "5600000000", "元")],
        ),
        # a village's people, and what is only counted beside a figure
        (
            "[东坪村|Place]有12个村民小组，456户1680人。",
            [("东坪村", "村民小组", "12", "个"), ("东坪村", "户数", "456", "户"), ("东坪村", "人口", "1680", "人")],
        ),
        ("[东坪村|Place]位于湖边，全村共1580人。", [("东坪村", "人口", "1580", "人")]),
        ("[东坪县|Place]移民安置105户390人。", [("东坪县", "移民安置", "105", "户"), ("东坪县", "移民安置", "390", "人")]),
        (
            "[东坪合作社|Agency]带动就业300人，年产值600万元。",
            [("东坪合作社", "带动就业", "300", "人"), ("东坪合作社", "年产值", "6000000", "元")],
        ),
        # what is built where the story begins
        (
            "[东坪县|Place]忙。记者来到[东坪大桥|Project]施工现场，机器轰鸣。目前已完成投资3亿元。",
            [("东坪大桥", "完成投资", "300000000", "元")],
        ),
        (
            "[东坪县|Place]忙。走进[东坪小学|Agency]建设工地，塔吊林立，目前已完成投资3亿元。",
            [("东坪小学", "完成投资", "300000000", "元")],
        ),
        ("[东坪县|Place]忙。记者来到[东坪小学|Agency]操场。全县完成投资3亿元。", [("东坪县", "完成投资", "300000000", "元")]),
        # the length of a line is of no station, and what lies in a place is not the place
        ("[东坪铁路|Project]开工。线路自[东坪北站|Place]引出，线路全长428公里。", [("东坪铁路", "全长", "428", "公里")]),
        ("一条铁路开工。线路自[东坪北站|Place]引出，线路全长428公里。", []),
        ("[东坪县|Place]开会。新门诊综合大楼坐落在[湖滨路|Place]，总建筑面积5万平方米。", []),
        ("[东坪市|Place]现代物流园位于[东坪市|Place][湖滨园区|Place]内，总建筑面积5万平方米。", []),
        # guests and contracts are the event's, not the place's
        (
            "来自各地的12支代表队参加了[东坪运动会|Event]。",
            [("东坪运动会", "代表队参加了东坪运动会", "12", "支")],
        ),
        (
            "占地120亩、总投资2.3亿元的[东坪小学|Place]进展顺利。",
            [("东坪小学", "占地", "120", "亩"), ("东坪小学", "总投资", "230000000", "元")],
        ),
        ("[东坪县|Place]4个村成立了公司。", [("东坪县", "村成立了公司", "4", "个")]),
        (
            "[东坪县|Place]近日举行[湖滨招商推介会|Event]。来自各地的120家知名企业齐聚一堂，其中80家企业来自海外。",
            [("湖滨招商推介会", "知名企业", "120", "家"), ("湖滨招商推介会", "企业来自海外", "80", "家")],
        ),
        (
            "[东坪县|Place]举行[湖滨招商推介会|Event]。22个项目现场签约合作，投资总额达30亿元。",
            [("湖滨招商推介会", "项目现场签约合作", "22", "个"), ("湖滨招商推介会", "项目投资总额", "3000000000", "元")],
        ),
        (
            "[湖滨招商推介会|Event]在[东坪县|Place]举行。今年以来，[东坪县|Place]共签约22个项目。",
            [("东坪县", "签约项目", "22", "个")],
        ),
        (
            "[湖滨招商推介会|Event]举行。共签约22个项目，其中[东坪县|Place]签约8个项目，签约金额20亿元。",
            [
                ("湖滨招商推介会", "签约项目", "22", "个"),
                ("东坪县", "签约项目", "8", "个"),
                ("东坪县", "签约金额", "2000000000", "元"),
            ],
        ),
        (
            "[东坪县|Place]召开[湖滨大会|Event]。大会应到代表330人，实到326人。",
            [("湖滨大会", "应到代表", "330", "人"), ("湖滨大会", "实到", "326", "人")],
        ),
        # what another event is only named for leaves the first one in its place
        (
            "[湖滨对接会|Event]在[东坪县|Place]举行。会议介绍了[甲博览会|Event]筹备情况，200家企业参加本次活动。",
            [("湖滨对接会", "企业参加本次活动", "200", "家")],
        ),
        ("[东坪县|Place]召开[湖滨大会|Event]。会议指出，全县新增企业200家。", [("东坪县", "新增企业", "200", "家")]),
        # a part told of behind 其中 is left with its sentence
        (
            "[东坪县|Place]狠抓建设，[东坪县|Place]列入重点项目11个，其中[湖滨园区|Place]5个。新开工项目61个。",
            [
                ("东坪县", "列入重点项目", "11", "个"),
                ("湖滨园区", "列入重点项目", "5", "个"),
                ("东坪县", "新开工项目", "61", "个"),
            ],
        ),
        (
            "[东坪县|Place]、[西坪县|Place]分别进出口46亿元、28亿元。",
            [("东坪县", "进出口", "4600000000", "元"), ("西坪县", "进出口", "2800000000", "元")],
        ),
        # the dead of an attack are where it struck, or whose they are said to be, and not with who attacked
        ("[甲军|Agency]空袭[湖滨省|Place]多地，造成3人死亡。", [("湖滨省", "死亡", "3", "人")]),
        ("[甲军|Agency]在[湖滨省|Place]的军事行动导致3人死亡。", [("湖滨省", "死亡", "3", "人")]),
        (
            "[甲军|Agency]袭击造成3名[湖滨国|Place]士兵死亡，5人受伤。",
            [("湖滨国", "湖滨国士兵死亡", "3", "名"), ("湖滨国", "受伤", "5", "人")],
        ),
        ("[湖滨省|Place]遭到[甲军|Agency]空袭，造成3人死亡。", [("湖滨省", "死亡", "3", "人")]),
        ("[甲军|Agency]在[湖滨省|Place]演习时，3人受伤。", [("甲军", "受伤", "3", "人")]),
        ("[甲军|Agency]空袭[湖滨省|Place]，摧毁3座仓库。", [("甲军", "摧毁仓库", "3", "座")]),
        (
            "[东坪县|Place]收获忙。在[湖滨县|Place]的蔬菜批发市场，日交易量达30吨。",
            [("湖滨县", "日交易量", "30", "吨")],
        ),
        (
            "[东坪县|Place]收获忙。在[湖滨县|Place]的大力帮助下，日交易量达30吨。",
            [("东坪县", "日交易量", "30", "吨")],
        ),
        # who is quoted in a sentence without a subject speaks of his own country
        (
            "[东坪国|Place]降雨，3人受伤。[湖滨国|Place]国防部称，前线发生12次战斗。",
            [("东坪国", "受伤", "3", "人"), ("湖滨国", "前线发生战斗", "12", "次")],
        ),
        # a time of travel is the line's or the bridge's; one thing's size is no country's told of before
        (
            "[湖滨大桥|Project]合龙。通车后，[甲市|Place]和[乙市|Place]两地的车程将由2小时缩短至30分钟。",
            [("湖滨大桥", "甲市和乙市两地的车程", "30?", "分钟")],
        ),
        ("[东坪国|Place]举行试验。设备下海，全长4公里，建设周期5个月。", []),
        # each thing of a list its own number; a ship bears its city's name; the whole again after one of its parts
        (
            "[东江|Place]水质连续4年、[西江|Place]水质连续2年保持优良。",
            [("东江", "水质连续保持优良", "4", "年"), ("西江", "水质连续保持优良", "2", "年")],
        ),
        ("[东坪|Place]舰起航。排水量6000吨。", []),
        (
            "[湖滨县|Place]收获忙。产粮大省[东坪|Place]收获2亿亩。",
            [("东坪", "收获", "200000000", "亩")],
        ),
        ("台风“大[东坪|Place]”来袭。时速20公里。", []),
        ("[东坪县|Place]收获忙。在[湖滨县|Place]，这家茶叶企业产值达5亿元。", []),
        ("[湖滨管道|Project]投产。该管道输气能力5亿立方米。", [("湖滨管道", "输气能力", "500000000", "立方米")]),
        # a thing named only behind the number
        ("[东坪县|Place]有戏台。59部剧目获[五色花工程|Project]奖。", [("东坪县", "剧目获五色花工程奖", "59", "部")]),
        # of places that narrow down the nearer one
        ("[东坪省|Place]收获忙，在[湖滨县|Place]，3万亩小麦收割。", [("湖滨县", "小麦收割", "30000", "亩")]),
        ("[东坪省|Place]收获忙，与[湖滨县|Place]合作，3万亩小麦收割。", [("东坪省", "小麦收割", "30000", "亩")]),
        ("[周岚|Person]先后受贿428万元。", [("周岚", "受贿", "4280000", "元")]),
        # a list with a number each
        (
            "[上湾街道|Place]改造1个小区、[下湾街道|Place]2个小区和[湖滨街道|Place]17个小区。",
            [("上湾街道", "改造小区", "1", "个"), ("下湾街道", "小区", "2", "个"), ("湖滨街道", "小区", "17", "个")],
        ),
        ("[东坪县|Place]开工[上湾路|Project]、[下湾路|Project]2项。", []),
        ("异地新建[湖滨小学|Agency]占地30亩。", [("湖滨小学", "占地", "30", "亩")]),
        # a body that sets the scene
        ("[东坪县|Place]丰收。在[湖滨农场|Agency]，3600亩水稻进入收获期。", [("湖滨农场", "水稻", "3600", "亩")]),
        # where the first subject lies and what runs through it; what was just founded
        (
            "[东坪县|Place]位于[湖滨省|Place]中部，[东坪山|Place]南麓，[东坪江|Place]中游北岸，土地面积20万亩。",
            [("东坪县", "土地面积", "200000", "亩")],
        ),
        (
            "[东坪镇|Place]位于[湖滨县|Place]南部，[湖滨高速|Place]穿境而过，种植面积5万亩。",
            [("东坪镇", "种植面积", "50000", "亩")],
        ),
        ("[东坪县|Place]晴，[湖滨高速|Place]全长30公里。", [("湖滨高速", "全长", "30", "公里")]),
        (
            "[上湾村|Place]成立[稻香合作社|Agency]，有社员13人。种植面积3亩。",
            [("稻香合作社", "社员", "13", "人"), ("上湾村", "种植面积", "3", "亩")],
        ),
        ("[上湾村|Place]成立[稻香合作社|Agency]，接待游客3万人次。", [("上湾村", "接待游客", "30000", "人次")]),
        (
            "[上湾村|Place]建成[上湾养老中心|Agency]和[下湾食堂|Place]，共设38张床位。",
            [("上湾养老中心", "床位", "38", "张")],
        ),
        ("[湖滨线扩容项目|Project]控制性工程——[东坪大桥|Place]合龙，全长1086米。", [("东坪大桥", "全长", "1086", "米")]),
        (
            "[东坪江|Place][湖滨省|Place]下湾站水位涨至42.7米。",
            [("东坪江", "湖滨省下湾站水位涨", "42.7", "米")],
        ),
        ("[东坪江|Place][湖滨省|Place]段长42公里。", [("湖滨省", "段长", "42", "公里")]),
        (
            "[全国|Place]经[东坪通道|Place]进出口90亿元，同比增长8%。",
            [("东坪通道", "进出口", "9000000000", "元"), ("东坪通道", "进出口同比增长", "8", "%")],
        ),
        ("[湖滨省|Place]经[东坪市|Place]批准建设12座水库。", [("湖滨省", "水库", "12", "座")]),
        ("[上湾市|Place]干旱。仅在[东坪县|Place]，就发动3万人。", [("东坪县", "发动", "30000", "人")]),
        ("[甲公司|Agency]投资建设的[东坪产业园|Place]投资额3亿元。", [("东坪产业园", "投资额", "300000000", "元")]),
        ("[甲公司|Agency]投资的茶园投资额3亿元。", [("甲公司", "投资的茶园投资额", "300000000", "元")]),
        # a division has no length of its own
        ("[东坪县|Place]开会。桥梁全长126米，宽9.5米。", []),
        ("[东坪县|Place]开会。绿道总长126公里。", [("东坪县", "绿道总长", "126", "公里")]),
        # some of those counted have not so many
        ("[上湾中心|Place]、[下湾学校|Agency]等20个项目开工，占年度计划的90%。", []),
        ("[上湾镇|Place]等5个镇入选，总投资2亿元。", []),
        ("[上湾码头|Project]等港口配套项目4项。", []),
        ("[东坪县|Place]推介[农业园|Place]建设、茶市等11个项目。", [("东坪县", "推介项目", "11", "个")]),
        ("[上湾镇|Place]建成学校、医院等5个项目。", [("上湾镇", "建成项目", "5", "个")]),
        # what somebody says of himself
        ("[东坪县|Place]养猪。“我养了2头母猪，净赚4100元。”他说。", []),
        ("[东坪县|Place]表彰先进。他参与侦办案件263件，打击处理165人。", []),
        ("[东坪县|Place]表彰先进。他表示，全县办案263件。", [("东坪县", "办案", "263", "件")]),
        ("[上湾县|Place]是[东坪市|Place]5个国家级贫困县之一。", [("东坪市", "国家级贫困县", "5", "个")]),
    ],
)
def test_whose_a_number_is(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("[迁居仪式|Event]在[东坪县|Place]举行，截至当天，已有2578户居民迁入新居。", []),
        ("[迁居仪式|Event]在[东坪县|Place]举行，1200人到场。", ["迁居仪式"]),
    ],
)
def test_what_has_come_about_is_not_the_ceremony_s(text: str, bearers: list[str]) -> None:
    made = scene(text)
    events = {i: replace(e, kind="Ceremony") if e.type == "Event" else e for i, e in made.entities.items()}
    found = extract_observations(replace(made, entities=events))
    assert [events[s.subject].name for s in found] == bearers


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("[甲军|Agency]称，当天在[湖滨省|Place]摧毁9座弹药库。", "甲军"),
        ("[甲军|Agency]还称，在[湖滨省|Place]重创敌军，摧毁9座弹药库。", "甲军"),
        ("过去24小时[甲军|Agency]在[湖滨省|Place]行动，摧毁9座弹药库。", "甲军"),
        # of others they report as anybody does
        ("[湖滨国|Place]交火。[甲军|Agency]总部称，前线地区发生33次战斗。", "湖滨国"),
    ],
)
def test_troops_report_their_own_deeds(text: str, bearer: str) -> None:
    made = scene(text)
    troops = {i: replace(e, kind="Military") if e.type == "Agency" else e for i, e in made.entities.items()}
    found = extract_observations(replace(made, entities=troops))
    assert [troops[s.subject].name for s in found] == [bearer]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "[东坪县|Place]出口额为8亿元，进口额为5亿元，同比分别增长7%和2%，环比分别增长1%和3%。",
            ["出口额", "进口额", "出口额同比增长", "进口额同比增长", "出口额环比增长", "进口额环比增长"],
        ),
        (
            "[东坪县|Place]接待游客5万人次，旅游收入3亿元，分别增长7%、9%。",
            [
                "接待游客",
                "旅游收入",
                "接待游客增长",
                "旅游收入增长",
            ],
        ),
        # the head of a list's last member, which the others share
        (
            "[东坪县|Place]家电、茶具、家用洁具零售业销售收入分别增长7%、9%、4%。",
            ["家电零售业销售收入增长", "茶具零售业销售收入增长", "家用洁具零售业销售收入增长"],
        ),
        ("[东坪县|Place]揽收业务量和快递业收入分别增长7%、9%。", ["揽收业务量增长", "快递业收入增长"]),
        ("[东坪县|Place]对南国、北国出口分别增长7%、9%。", ["对南国出口增长", "对北国出口增长"]),
        ("[东坪县|Place]分别向南湾、北湾调水7万立方米、9万立方米。", ["向南湾调水", "向北湾调水"]),
        ("[东坪县|Place]城乡居民收入分别增长7%、9%。", ["城镇居民收入增长", "农村居民收入增长"]),
        ("[东坪县|Place]完工量、订单量两大指标分别占全省的7%、9%。", ["完工量占全省", "订单量占全省"]),
        ("[东坪县|Place]增速分别比工业、服务业高7%和9%。", ["增速比工业高", "增速比服务业高"]),
        (
            "[东坪县|Place]有15个大项目、18个小项目，投资完成率分别达到7%、9%。",
            ["大项目", "小项目", "大项目投资完成率", "小项目投资完成率"],
        ),
        ("[东坪县|Place]三大指标分别占全省的7%、9%和5%。", []),
        (
            "[东坪县|Place]分别出口汽车、手机9亿元、7亿元。",
            ["出口汽车", "出口手机"],
        ),
        (
            "[东坪县|Place]船舶、摩托车出口增速较快，分别增长7%、9%。",
            ["船舶出口增长", "摩托车出口增长"],
        ),
        (
            "[东坪县|Place]费用比一季度和上半年分别回落0.4、0.2个百分点。",
            ["费用比一季度回落", "费用比上半年回落"],
        ),
        (
            "[东坪县|Place]汽车、锂电池等产品产量，在5月份分别增长30.9%、20.5%。",
            ["汽车产量增长", "锂电池产量增长"],
        ),
        (
            "[东坪县|Place]居民消费价格同比由下降0.3%转为上涨0.1%，环比上涨0.2%。",
            ["居民消费价格同比由下降", "居民消费价格上涨", "居民消费价格环比上涨"],
        ),
        (
            "[东坪县|Place]投资9亿元，完成年度计划的88%；开工项目25个，占年度计划的83%。",
            [
                "投资",
                "投资完成年度计划",
                "开工项目",
                "开工项目占年度计划",
            ],
        ),
        (
            "[东坪县|Place]出口9亿元，同比分别增长7%、2%，[湖盟|Agency]占我国外贸总值的14.6%。",
            ["出口", "占我国外贸总值"],
        ),
        ("[东坪县|Place]一般贸易进出口增长5.2%。进口9亿元，增长5.2%。", ["一般贸易进出口增长", "进口", "进口增长"]),
    ],
)
def test_what_grows_is_told_by_the_words_before(text: str, indicators: list[str]) -> None:
    assert [str(s.qualifiers["indicator"]) for s in extract_observations(scene(text))] == indicators


def test_projects_counted_are_of_no_single_one() -> None:
    made = scene("[东坪县|Place]的[湖滨中学项目|Project]开工。复工项目18项。", home="东坪县")
    made.entities["project/湖滨中学项目"] = replace(made.entities["project/湖滨中学项目"], kind="ConstructionProject")
    (stmt,) = extract_observations(made)
    assert (made.entities[stmt.subject].name, stmt.qualifiers["indicator"]) == ("东坪县", "复工项目")


def test_the_dead_of_an_accident_are_told_of_it() -> None:
    made = scene("[湖滨省|Place]一仓库发生[湖滨省火灾|Event]。大火造成12人死亡，损失3000万元。")
    made.entities["event/湖滨省火灾"] = replace(made.entities["event/湖滨省火灾"], kind="Disaster")
    assert {s.subject for s in extract_observations(made) if s.qualifiers["indicator"] == "死亡"} == {"event/湖滨省火灾"}


def test_a_disaster_of_a_kind_is_meant_wherever_it_was_told_of() -> None:
    text = "[台风“东坪”|Event]来袭。[王平|Person]致电。[李明|Person]致电。[周岚|Person]致电。某通讯社称，{}造成35人死亡。"
    for word, bearers in (("台风灾害", {"event/台风“东坪”"}), ("地震", set())):
        made = scene(text.format(word))
        made.entities["event/台风“东坪”"] = replace(made.entities["event/台风“东坪”"], kind="Disaster")
        assert {s.subject for s in extract_observations(made) if s.subject.startswith("event")} == bearers


def test_what_is_dealt_out_without_a_noun_is_no_number_of_anything() -> None:
    assert not rows("[江北银行|Agency]创设两项工具支持市场，分别为5000亿元证券互换便利和3000亿元回购贷款。")


def test_years_are_dealt_out() -> None:
    made = scene("[东坪县|Place]2019年至2021年地区生产总值分别为191亿元、208亿元、261亿元。")
    assert [(s.value, s.qualifiers["period"]) for s in extract_observations(made)] == [
        (Decimal("19100000000"), "2019"),
        (Decimal("20800000000"), "2020"),
        (Decimal("26100000000"), "2021"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[东坪县|Place]召开第12次会议。",
        "[东坪县|Place]提出两点要求。",
        "[东坪县|Place]破除城乡二元结构。",
        "[东坪县|Place]的风机与8兆瓦相比更大。",
        "[东坪县|Place]要处理好10个方面的关系。",
        "[东坪县|Place]发生6.2级地震。",
        "[东坪县|Place]打造15分钟生活圈。",
        "[湖滨运动会|Event]男子50米蝶泳决赛举行。",
        "[东坪县|Place]此前3年间变化很大。",
        "[东坪县|Place]出台一批政策。",
        "[东坪县|Place]吸引数百名选手。",
        "[东坪县|Place]几十家企业赶来。",
        "[东坪县|Place]落实《“十四五”200项任务清单》。",
        "[15个项目集中签约仪式|Event]举行。",
        "[王平|Person]夺得79公斤级冠军。",
        "[东坪湖|Place]的水相当于8个西湖。",
        "[东坪县|Place]这3个项目成效显著。",
        "[东坪至湖滨±800千伏输电工程|Project]开工。",
        "[市直道500米竞速项目|Project]开赛。",
        "[东坪县|Place]争取用2年时间探索新模式。",
        "[湖滨成就展|Event]上，他是有着35年党龄的老党员。",
        "[东坪县|Place]禁止民众前往火山口3公里内区域。",
        "[东坪县|Place]的工业产值迈上千亿元台阶。",
        "[东坪县|Place]公布消息。上述国家7月日均增产41.1万桶。",
        "[东坪县|Place]每10家高新企业中，就有9家是民营企业。",
        "[东坪县|Place]缓解110千伏西坪变电站的供电压力。",
    ],
)
def test_what_is_no_fact(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[海伦园项目|Project]达产后年产值为40亿元。", True),
        ("[海伦园项目|Project]建成后，可新增床位300张。", True),
        ("[东坪县|Place]力争到2025年产值达到2000亿元。", True),
        ("[东坪县|Place]将新建学校12所。", True),
        ("[东坪县|Place]预计全年接待游客90万人次。", True),
        ("[《绿色行动方案》|Document]提出，到2030年，利用量达到45亿吨。", True),
        ("[海伦园项目|Project]计划总投资4.7亿元。", False),
        ("[东坪县|Place]已建成学校12所。", False),
        ("[东坪县|Place]已经将专项资金5000万元拨付到位。", False),
        ("[东坪县|Place]项目投资占年度计划96.8%。", False),
        ("[东坪县|Place]企业经营活动预期指数为55.5%。", False),
        ("[东坪县|Place]增长基本符合预期，生产总值5136.7亿元。", False),
        ("[第八轮环保行动计划|Project]共84个项目。", False),
        ("[东坪县|Place]截至2021年底有学校12所。", False),
        ("[湖滨线|Project]今年将完成投资4亿元。", True),
        ("[湖滨线|Project]今年计划总投资4亿元。", False),
        ("[东坪县|Place]今年需完成投资4亿元。", True),
        ("[东坪县|Place]今年计划投资4亿元。", True),
        ("[东坪县|Place]采购预算资金1414万元。", False),
        ("[东坪县|Place]落实培育计划，建成集群10个。", False),
        ("[东坪县|Place]即将投产项目7个。", False),
        ("[东坪县|Place]下一步，引进企业285家。", True),
        ("[东坪县|Place]规划新建学校16所。", True),
        ("[湖滨线|Project]开通后车程将由2小时缩短到50分钟。", True),
        ("[气象局|Agency]要求做好应对工作，截至昨天，[东坪县|Place]接报案236件。", False),
        ("[东坪县|Place]继一批教育项目竣工后，又有15所学校开工。", False),
        ("[东坪县|Place]项目达产后，年产值增加；竣工项目15个。", False),
        ("1—5月，[东坪县|Place]预计完成产值12亿元。", False),
        ("上半年，[东坪公司|Agency]预计上半年净利润8亿元。", True),
        ("[东坪县|Place]项目达产后，预计年产值大增；竣工项目15个。", False),
        ("[湖滨中学项目|Project]将新建校舍，增设学位900个。", True),
        ("[湖滨中学项目|Project]将于6月开工，校舍面积6万平方米。", False),
        ("[东坪县|Place]运动会将产生金牌60枚。", True),
        ("[东坪县|Place]首批将确定实验校100所。", True),
        # what comes of a work that is to be built, and how large it is to be
        ("[湖滨中学项目|Project]将于6月建成，安排就业300人。", True),
        ("[东坪水电站项目|Project]预计年底投入运行，每年可送电300亿千瓦时。", True),
        ("[东坪水库|Project]将于6月开工，最大坝高40米。", False),
    ],
)
def test_targets(text: str, expected: bool) -> None:
    assert [bool(s.qualifiers.get("expected")) for s in extract_observations(scene(text))] == [expected]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("[东坪县|Place]今年上半年接待游客360万人次。", "2023-01/2023-06"),
        ("2022年，[东坪县|Place]新增就业8000人。", "2022"),
        ("截至2021年底，[东坪县|Place]有学校12所。", "2021-12"),
        # a year's trade and investment are of that year; the cost of a work is of none
        ("今年上半年，[东坪县|Place]社会消费品零售总额32亿元。", "2023-01/2023-06"),
        ("2022年，[东坪县|Place]固定资产投资45亿元。", "2022"),
        ("2022年，[湖滨线|Project]投资45亿元。", ""),
        ("2022年，[东坪县|Place]签约项目总投资45亿元。", ""),
        # what a figure is compared with dates nothing
        ("2022年，[东坪县|Place]产值与2013年相比，增长12%。", "2022"),
        ("一季度，[东坪县|Place]利润由上年全年下降转为增长9.1%。", "2023-01/2023-03"),
        ("[东坪大桥|Project]于3月底开工建设，目前完成投资3亿元。", ""),
        ("7月3日，[东坪小区项目|Project]开工，可安置群众800户。", ""),
        ("今年端午假期，[东坪县|Place]接待游客3万人次。", "2023-06-22/2023-06-24"),
        # a day's number
        ("[东坪县|Place]今天接待游客3万人次。", "2023-07-08"),
        ("今天，[东坪县|Place]建成学校12所。", ""),
        ("[东坪水库|Place]施工方去年12月10日进驻工地至今，完成土方开挖1.5万立方米。", "2022-12-10/2023-07-08"),
        ("自2017年工作开展以来，[东坪县|Place]摸排线索20件。", "2017/2023"),
        ("[东坪村|Place]始建于1984年，有居民楼31栋。", ""),
        ("[某智库|Agency]16日发布的报告称，[东坪县|Place]每年损失3亿元。", ""),
        ("[东坪水库|Place]1973年5月竣工投入使用，保护着下游耕地8000亩。", ""),
        ("[湖滨线|Project]预计2025年竣工，建成后每年运送旅客300万人次。", ""),
        ("[东坪水电站|Project]预计年底投入运行，每年可送电300亿千瓦时。", ""),
    ],
)
def test_periods(text: str, period: str) -> None:
    (stmt,) = extract_observations(scene(text))
    assert stmt.qualifiers.get("period", "") == period


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("今年上半年，[东坪县|Place]进口增长5%。[东坪县|Place]出口增长6%。", ["2023-01/2023-06"] * 2),
        ("今年上半年，[东坪县|Place]进口增长5%。目前，[东坪县|Place]入网率达96%。", ["2023-01/2023-06", ""]),
        ("5月份，[东坪县|Place]销售增长7%，今年以来持续向好。其中，电池销售增长9%。", ["2023-05"] * 2),
        ("今年上半年，[东坪县|Place]进口增长5%。[西坪县|Place]出口增长6%。", ["2023-01/2023-06", ""]),
        ("今年上半年，[东坪县|Place]进口增长5%。\n[东坪县|Place]出口增长6%。", ["2023-01/2023-06", ""]),
        ("5月23日，[东坪县|Place]接待游客增长5%。[东坪县|Place]出口增长6%。", ["2023-05-23", ""]),
        ("5月份，[东坪县|Place]工业增长5%。\n分三大门类看，[东坪县|Place]采矿业增长6%。", ["2023-05"] * 2),
    ],
)
def test_a_run_of_statistics_is_of_one_time(text: str, periods: list[str]) -> None:
    assert [s.qualifiers.get("period", "") for s in extract_observations(scene(text))] == periods


def test_project_names_state_their_output() -> None:
    found = rows("[天成新材料年产25万吨弹性体项目|Project]开工。[天成新材料年产25万吨弹性体项目|Project]受关注。")
    assert found == [("天成新材料年产25万吨弹性体项目", "弹性体年产量", "250000", "吨")]


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("青川50兆瓦风电项目", "装机容量"),
        ("青川5吉瓦光伏组件项目", "光伏组件产能"),
        ("年产5吉瓦光伏电站支架项目", "光伏电站支架年产量"),
    ],
)
def test_the_power_in_a_plants_name_is_what_it_can_put_out(name: str, indicator: str) -> None:
    assert [row[1] for row in rows(f"[{name}|Project]开工。")] == [indicator]


def test_a_number_in_a_name_is_not_that_of_another_work() -> None:
    found = rows("[青川50.5兆瓦风电项目|Project]开工。[甲公司|Agency]一期装机容量50.5兆瓦。")
    assert [row[0] for row in found] == ["青川50.5兆瓦风电项目", "甲公司"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[茶叶推介会|Event]在[东坪县|Place]举行。\n会议现场签约项目20个。",
            [("茶叶推介会", "现场签约项目", "20", "个")],
        ),
        ("[书画展|Event]在[东坪县|Place]开幕。本次展览展出作品65幅。", [("书画展", "展览展出作品", "65", "幅")]),
        (
            "[茶叶推介会|Event]在[东坪县|Place]举行。130多家企业代表参加了会议。",
            [("茶叶推介会", "企业代表参加了会议", "130", "家")],
        ),
        ("[茶叶推介会|Event]举行。[东坪县|Place]有茶园65亩。", [("东坪县", "茶园", "65", "亩")]),
        (
            "[第三届职工运动会|Event]在[东坪县|Place]闭幕。本届比赛有裁判员80名，45支队伍获奖。",
            [("第三届职工运动会", "本届比赛有裁判员", "80", "名"), ("第三届职工运动会", "队伍获奖", "45", "支")],
        ),
        ("[年俗大集|Event]在[东坪县|Place]开市。本次大集共设摊位107个。", [("年俗大集", "大集共设摊位", "107", "个")]),
        (
            "[东坪县|Place]举办[村级篮球赛|Event]，8支队伍120名运动员参赛。",
            [("村级篮球赛", "队伍", "8", "支"), ("村级篮球赛", "运动员", "120", "名")],
        ),
        # what somebody sends to it is theirs
        (
            "[第三届职工运动会|Event]开幕。本届职工运动会，[东坪县|Place]共有16名运动员参加，参与3个大项的角逐。",
            [("东坪县", "运动员参加", "16", "名"), ("东坪县", "参与大项", "3", "个")],
        ),
        (
            "[第三届茶文化周|Event]在[东坪县|Place]开幕。本届茶文化周以茶会友，活动有10项。",
            [("第三届茶文化周", "活动", "10", "项")],
        ),
        ("[数字对接会|Event]举行。会上，[甲公司|Agency]等100余家企业亮相。", [("数字对接会", "企业", "100", "家")]),
        # those who come in a list, and some of those just counted
        (
            "[茶叶推介会|Event]举行，向参会的25家商会、200多家企业推介。",
            [("茶叶推介会", "参会商会", "25", "家"), ("茶叶推介会", "企业推介", "200", "家")],
        ),
        (
            "[东坪县|Place]举办[茶叶博览会|Event]，500家展商、800个项目参展。其中，500强企业30家。",
            [
                ("茶叶博览会", "展商", "500", "家"),
                ("茶叶博览会", "项目参展", "800", "个"),
                ("茶叶博览会", "500强企业", "30", "家"),
            ],
        ),
        # people of many a kind, whom no noun behind the number names
        (
            "[茶叶推介会|Event]举行。[东坪县|Place]领导、[白云县|Place]代表团及嘉宾共280余人参加。",
            [("茶叶推介会", "参加人数", "280", "人")],
        ),
        (
            "[茶叶推介会|Event]举行。推介会现场，24家企业与[东坪县人民政府|Agency]签约。",
            [("茶叶推介会", "企业", "24", "家")],
        ),
        ("[茶叶推介会|Event]举行。推介会现场，[甲公司|Agency]的24家门店签约。", [("甲公司", "门店签约", "24", "家")]),
        (
            "[集中开工活动|Event]举行。还有9个教育类项目同期开工。",
            [("集中开工活动", "教育类项目同期开工", "9", "个")],
        ),
    ],
)
def test_meetings_bear_their_numbers(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("headline", "bearer"),
    [
        ("[东坪县|Place]30个项目集中开工 总投资40.5亿元", "茶乡项目集中开工仪式"),
        ("[东坪县|Place]30个项目已投产 总投资40.5亿元", "东坪县"),
        ("[东坪县|Place]集中开工 新增岗位405个", "东坪县"),
    ],
)
def test_a_headline_sums_up_the_ceremony_told_below(headline: str, bearer: str) -> None:
    made = scene(f"{headline}\n[茶乡项目集中开工仪式|Event]在[东坪县|Place]举行。", home="东坪县")
    title, below = made.document.sentences
    made = replace(made, document=replace(made.document, sentences=(replace(title, role="title"), below)))
    assert {made.entities[s.subject].name for s in extract_observations(made)} == {bearer}


def test_those_elected_are_named_by_what_they_became() -> None:
    assert rows("[东坪县|Place]选举[王平|Person]、[李明|Person]等30人为县人大常委会委员。")[0][1] == "选举县人大常委会委员"


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        # the nation's, of which or in which somebody has them
        ("[中国|Place]开放。[甲大会|Event]举行，已有10家外资银行获准在华营业。", "中国"),
        ("[中国|Place]开放。[甲大会|Event]举行，已有10家外资银行获准营业。", "甲大会"),
        ("[中国|Place]粮食丰收。在[湖滨省|Place]，支持范围拓展至全国720个产粮县。", "中国"),
        # whom something strikes, whoever brought it about
        ("[甲国|Place]加征关税导致[乙国|Place]出口损失12亿元。", "乙国"),
        ("[甲国|Place]向[乙国|Place]出口茶叶12亿元。", "甲国"),
    ],
)
def test_whose_number_it_is_beside_the_subject(text: str, bearer: str) -> None:
    assert [row[0] for row in rows(text)] == [bearer]


def test_one_of_so_many_of_a_citys_is_no_number_of_its_own() -> None:
    made = scene(
        "[东坪市|Place]与[东坪市郊区|Place]合作。[甲项目|Project]开工，属于全市66项改革试点。", home="东坪市郊区"
    )
    entities = {k: replace(e, facts={"code": "990000"}) if e.name == "东坪市" else e for k, e in made.entities.items()}
    found = extract_observations(replace(made, entities=entities))
    assert [(entities[s.subject].name, s.qualifiers["indicator"]) for s in found] == [("东坪市", "属于全市改革试点")]


@pytest.mark.parametrize(("event", "bearers"), [("茶叶新闻发布会", []), ("茶叶大会", ["茶叶大会"])])
def test_what_is_told_at_a_briefing_is_not_the_briefings(event: str, bearers: list[str]) -> None:
    assert [row[0] for row in rows(f"[{event}|Event]举行，新增茶园面积12万亩。")] == bearers


def test_what_becomes_something_is_what_its_share_is_of() -> None:
    found = rows("[东坪县|Place]出口茶叶12万吨。其中，绿茶成为增长点，占全省出口的60%。")
    assert [row[1] for row in found] == ["出口茶叶", "绿茶占全省出口"]
    assert [row[2] for row in rows("[东坪县|Place]投资增长5%，快于全省3.2和2.7个百分点。")] == ["5"]


def test_households_and_people_share_a_noun() -> None:
    assert rows("[东坪村|Place]159户499名贫困人口脱贫。") == [
        ("东坪村", "贫困人口脱贫", "159", "户"),
        ("东坪村", "贫困人口脱贫", "499", "名"),
    ]


def test_the_year_compared_with_is_its_numbers_own() -> None:
    made = scene("2021年，[东坪村|Place]人均收入从2010年的2500元提高到14500元。")
    assert [(str(s.value), s.qualifiers["period"]) for s in extract_observations(made)] == [("2500", "2010"), ("14500", "2021")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an office that spoke before is the source of what follows, not its subject
        ("[国家气象局|Agency]召开会议。降水量达到40毫米。", []),
        # a campaign ends before a sentence of statistics, and does not bear what its member countries do
        ("[暖冬计划|Project]启动。1—5月，进口增长5%。", []),
        (
            "[东坪县|Place]举办[茶叶展|Event]，[一带一路|Project]共建国家企业占比74%。",
            [("东坪县", "一带一路共建国家企业占比", "74", "%")],
        ),
        # what the text points to and never names
        ("[东坪县|Place]公布消息。该桥全长569米。", []),
        ("[东坪湖大桥|Place]通车。该桥全长569米。", [("东坪湖大桥", "全长", "569", "米")]),
        (
            "[东坪湖大桥|Project]开工。[东坪县|Place]一批重点项目启动，项目总投资3亿元。",
            [("东坪县", "项目总投资", "300000000", "元")],
        ),
        ("[东坪大桥|Project]开工。[东坪县|Place]扩建，项目总投资3亿元。", [("东坪大桥", "总投资", "300000000", "元")]),
        # without a paper's place the next paragraph is another story
        ("[东坪县|Place]普降大雪。\n降水量达到40毫米。", []),
        ("[东坪县|Place]普降大雪。降水量达到40毫米。", [("东坪县", "降水量", "40", "毫米")]),
        # what is counted is of a place abroad only in the next sentence
        ("[湖国|Place]普降大雪。旅客80人获救。", [("湖国", "旅客", "80", "人")]),
        ("[湖国|Place]普降大雪。大雪持续。旅客80人获救。", []),
    ],
)
def test_what_an_earlier_sentence_lends(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[中国|Place]开放。\n国家医保局公布，一季度基金总收入30亿元。\n生育基金支出2亿元。", ["基金总收入", "生育基金支出"]),
        # behind a heading begins another story
        ("[中国|Place]开放。\n国家医保局公布，一季度基金总收入30亿元。\n**湖滨线开工**\n生育基金支出2亿元。", ["基金总收入"]),
    ],
)
def test_a_national_offices_figures_are_the_nations(text: str, expected: list[str]) -> None:
    made = scene(text)
    headings = {i for i, s in enumerate(made.document.sentences) if s.text.startswith("**")}
    sentences = tuple(replace(s, role="title" if i in headings else s.role) for i, s in enumerate(made.document.sentences))
    made = replace(made, document=replace(made.document, sentences=sentences))
    found = [(made.entities[s.subject].name, s.qualifiers["indicator"]) for s in extract_observations(made)]
    assert found == [("中国", indicator) for indicator in expected]


def test_a_headlines_power_station_bears_the_numbers_below_though_its_name_begins_with_a_province() -> None:
    made = scene("[青海云江水电站|Place]投产\n预计年发电量47亿千瓦时。", nested=("青海|Place",))
    title, below = made.document.sentences
    made = replace(made, document=replace(made.document, sentences=(replace(title, role="title"), below)))
    assert [made.entities[s.subject].name for s in extract_observations(made)] == ["青海云江水电站"]


def test_age_is_the_persons() -> None:
    assert rows("44岁的村民[马有田|Person]种菜。") == [("马有田", "年龄", "44", "岁")]


def test_a_project_keeps_the_numbers_of_its_sentence() -> None:
    text = "[荆南堤防工程|Project]，[省设计院|Agency]已完成复审，加固堤防70.5公里，总投资5.2亿元。"
    assert [name for name, *_ in rows(text)] == ["荆南堤防工程"] * 2


def test_bare_counts_take_the_name_of_what_was_counted() -> None:
    found = rows("[巴山市|Place]集中开工重点项目64个。\n[恩水区|Place]12个，总投资6亿元；[南水县|Place]9个。")
    assert ("恩水区", "集中开工重点项目", "12", "个") in found
    assert ("恩水区", "集中开工重点项目总投资", "600000000", "元") in found
    assert ("南水县", "集中开工重点项目", "9", "个") in found


def test_repetition_is_stated_once() -> None:
    text = "[湖滨线|Project]投资91.5亿元。\n[湖滨线|Project]路线全长30公里，概算总投资91.5亿元。"
    assert [(i, v) for _, i, v, _ in rows(text)] == [("概算总投资", "9150000000"), ("路线全长", "30")]


def test_a_round_number_of_something_else_is_no_repetition() -> None:
    assert len(rows("[茶园项目|Project]占地10万亩。[茶园项目|Project]治理沙地10万亩。")) == 2
    assert len(rows("[茶园项目|Project]占地13.5万亩。[茶园项目|Project]治理沙地13.5万亩。")) == 1


def test_equal_numbers_of_different_things_stay_apart() -> None:
    assert len(rows("[东坪县|Place]生产总值增长12%，固定资产投资增长12%。")) == 2


def test_the_papers_division_bears_what_has_no_subject() -> None:
    assert rows("空气优良率88.2%。\n[东坪县|Place]", home="东坪县") == [("东坪县", "空气优良率", "88.2", "%")]


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("[县消防大队|Agency]夜查商铺。据了解，此次行动共检查单位48家。\n[东坪县|Place]", "县消防大队"),
        ("[县交警大队|Agency]夜查酒驾。\n行动中，大队查处违法行为40起。\n[东坪县|Place]", "县交警大队"),
        ("[县农业局|Agency]通报了情况。全年小麦种植面积4万亩。\n[东坪县|Place]", "东坪县"),
        ("[农科院|Agency]发来贺信。茶园亩产达到50斤。\n[东坪县|Place]", "东坪县"),
    ],
)
def test_an_office_goes_on_acting_and_else_the_papers_division_bears(text: str, bearer: str) -> None:
    assert [subject for subject, *_ in rows(text, home="东坪县")] == [bearer]


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("[一家亲活动|Project]深入开展。干部走访农户80户。\n[东坪县|Place]", "一家亲活动"),
        ("[一家亲活动|Project]深入开展。干部进村。队员走访农户80户。\n[东坪县|Place]", "东坪县"),
    ],
)
def test_a_programme_of_a_sentence_before_the_last_bears_nothing_more(text: str, bearer: str) -> None:
    made = scene(text, home="东坪县")
    entities = {id_: replace(e, kind="Programme") if e.type == "Project" else e for id_, e in made.entities.items()}
    found = extract_observations(replace(made, entities=entities))
    assert [entities[s.subject].name for s in found] == [bearer]


def test_a_programme_that_goes_on_bears_no_growth_of_the_economy() -> None:
    text = "[“茶山”行动计划|Project]持续推进，八大产业增加值增长9%。\n[东坪县|Place]"
    assert [subject for subject, *_ in rows(text, home="东坪县")] == ["东坪县"]


def test_every_rule_is_listed_with_a_description() -> None:
    rules = load_literal_rules()
    assert all(0 < rule.confidence <= 1 and rule.description for rule in rules.values())
    made = scene("[湖滨线|Project]全长95.6公里，总投资增长8%，设站3座。")
    for stmt in extract_observations(made):
        rule = rules[stmt.evidence[0].rule]
        assert stmt.confidence == rule.confidence
        assert made.document.text[stmt.evidence[0].start : stmt.evidence[0].end] == stmt.evidence[0].text


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        # what a line only crosses, or a village only borders on, bears nothing of it
        ("[青白高速|Project]起于[白云镇|Place]，跨[青水河|Place]与[东坪路|Place]相连。全长51公里。", "青白高速"),
        ("[青水河|Place]流经[白云镇|Place]，全长51公里。", "青水河"),
        # the sum of a list is of no single one, and what is counted behind one not the first one's
        ("[东坪县|Place]竣工项目有[青路改造工程|Project]、[白云铝材项目|Project]，总投资4.9亿元。", "东坪县"),
        ("竣工项目有[青路改造工程|Project]，总投资4.9亿元。", "青路改造工程"),
        ("全县[青水库|Place]、[白水库|Place]、[云水库|Place]等9座水库完成工程量的60%。", "东坪县"),
        # people and vehicles right behind a team's name are the team's
        ("[东坪消防救援总队|Agency]调派[青川消防救援支队|Agency]15车赶赴灾区。", "青川消防救援支队"),
        ("[东坪消防救援总队|Agency]与[青川消防救援支队|Agency]共出动15辆消防车。", "东坪消防救援总队"),
        ("[法院|Agency]查明，[钱敏|Person]先后收受[孙立|Person]等人财物共计30万元。", "钱敏"),
        ("[孙立|Person]向[钱敏|Person]行贿30万元。", "钱敏"),
    ],
)
def test_a_number_goes_past_what_is_only_named_beside_its_bearer(text: str, bearer: str) -> None:
    made = scene(text, home="东坪县")
    assert {made.entities[s.subject].name for s in extract_observations(made)} == {bearer}


@pytest.mark.parametrize(
    ("told", "bearer"),
    [
        ("震源深度10公里", "5.5级地震"),
        ("公路中断10公里", "东坪县"),
        ("造成2800座楼房倒塌", "5.5级地震"),
        ("已发生78次余震", "5.5级地震"),
        ("震中周围有33座城市", "5.5级地震"),
        ("当地有33座城市", "东坪县"),
    ],
)
def test_the_depth_and_the_damage_of_an_earthquake_are_its_own(told: str, bearer: str) -> None:
    made = scene(f"[东坪县|Place]（北纬37度）发生[5.5级地震|Event]，{told}。", home="东坪县")
    entities = {k: replace(e, kind="Disaster") if e.type == "Event" else e for k, e in made.entities.items()}
    strength, *found = extract_observations(replace(made, entities=entities))
    assert (made.entities[strength.subject].name, strength.qualifiers["indicator"]) == ("5.5级地震", "震级")
    assert [made.entities[s.subject].name for s in found] == [bearer]


def test_an_earthquake_has_its_strength_once() -> None:
    assert rows("[东坪县6.2级地震|Event]后，[东坪县6.2级地震|Event]救援开始。") == [("东坪县6.2级地震", "震级", "6.2", "级")]
    assert rows("[6级大风预警|Event]发布。") == []


def test_another_phase_without_a_name_bears_no_number_of_the_one_told_of() -> None:
    text = "[青川电厂项目|Project]占地80亩，其中一期日处理500吨，二期日处理250吨。[青川电厂项目一期|Project]已完工。"
    found = {row[2]: row[0] for row in rows(text)}
    assert found == {"80": "青川电厂项目", "500": "青川电厂项目一期", "250": "青川电厂项目"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[东坪县|Place]开工项目包括[青川铝厂项目|Project]、[白云学校项目|Project]等18个。",
            [("东坪县", "开工项目", "18", "个")],
        ),
        ("[东坪县|Place]实施青川铝厂、白云学校等18个项目。", [("东坪县", "实施项目", "18", "个")]),
        # in the name of a work, and of somebody nobody recognized
        ("[青川医药园|Project]三期暨5000吨饮片生产项目落户。", []),
        ("17岁小将击败冠军[钱敏|Person]。", []),
        ("17岁的村民[钱敏|Person]夺冠。", [("钱敏", "年龄", "17", "岁")]),
    ],
)
def test_counts_of_lists_numbers_in_names_and_ages_of_others(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_a_stretch_of_time_told_of_what_ran_through_it() -> None:
    text = "[青川电厂|Project]从2016年运营至去年底共处理垃圾138万吨。"
    assert [s.qualifiers.get("period") for s in extract_observations(scene(text))] == ["2016/2022"]
    text = "[青川电厂|Project]2016年运营，去年底共处理垃圾138万吨。"
    assert [s.qualifiers.get("period") for s in extract_observations(scene(text))] == ["2022-12"]


def test_a_start_dates_no_figure_of_the_design() -> None:
    text = "[青川引水工程|Project]于2010年4月正式启动，设计年引水量2亿立方米。"
    assert [s.qualifiers.get("period", "") for s in extract_observations(scene(text))] == [""]
    text = "[青川引水工程|Project]2010年4月引水2亿立方米。"
    assert [s.qualifiers.get("period", "") for s in extract_observations(scene(text))] == ["2010-04"]


@pytest.mark.parametrize(
    ("told", "bearer"),
    [("规划一处产业园，总占地30亩", "青川镇"), ("发展党员30名", "青川镇党委"), ("新建厂房2万平方米", "青川镇")],
)
def test_what_a_partys_committee_plans_is_its_places(told: str, bearer: str) -> None:
    made = scene(f"[青川镇党委|Agency]{told}。", nested=("青川镇|Place",))
    entities = {k: replace(e, kind="Party") if e.type == "Agency" else e for k, e in made.entities.items()}
    made = replace(made, entities=entities)
    assert [made.entities[s.subject].name for s in extract_observations(made)] == [bearer]

"""What a number measures and whose it is, where its sentence tells that once for several, or only by a common noun."""

import pytest
from scenes import scene

from kg.build import Extract, extract
from kg.reading import Metadata, parse_document
from kg.relations.observations import extract_observations

Labels = list[tuple[str, str]]


def labels(text: str, **options: object) -> Labels:
    """Each number's bearer and indicator."""
    made = scene(text, **options)  # type: ignore[arg-type]
    return [(made.entities[s.subject].name, str(s.qualifiers["indicator"])) for s in extract_observations(made)]


def read(text: str) -> Extract:
    """National news, read whole."""
    return extract(parse_document(text, "a", Metadata(published="2024-06-17")))


def observed(text: str) -> list[str]:
    """The bearers of the numbers of national news."""
    found = read(text)
    names = {e.id: e.name for e in found.entities}
    return [names[s.subject] for s in found.statements if s.predicate == "observed"]


def indicators(text: str, **options: object) -> list[str]:
    return [indicator for _, indicator in labels(text, **options)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("建成30座车站、20座桥梁以及400个停车场", ["建成车站", "建成桥梁", "建成停车场"]),
        ("推广25个优质品种和15项种植技术", ["推广优质品种", "推广种植技术"]),
        ("共有31名民警、12名辅警牺牲", ["民警牺牲", "辅警牺牲"]),
        ("新建1200亩、改造提升800亩茶园", ["新建茶园", "改造提升茶园"]),
        # each its own
        ("有30人死亡、20名工人受伤", ["死亡", "工人受伤"]),
        ("建成30座车站，吸引游客20万人次", ["建成车站", "吸引游客"]),
        ("吸引80家企业、200名客商投资", ["吸引企业", "吸引客商投资"]),
        ("与40个城市、10个国际组织签署协议", ["城市", "国际组织签署协议"]),
        ("辖12个村庄，人口3.5万人", ["辖村庄", "人口"]),
    ],
)
def test_a_list_shares_its_verb_and_its_predicate(told: str, expected: list[str]) -> None:
    assert indicators(f"[东坪县|Place]{told}。") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("目前已有150家企业发布岗位需求9000个", "企业发布岗位需求"),
        ("11位代表围绕“山水相连，产业相通”作大会发言", "代表作大会发言"),
        ("40多位代表在各个会场上发表意见", "代表发表意见"),
        ("26家茶厂正在实施自动化、清洁化改造", "茶厂实施自动化、清洁化改造"),
        ("今年有上百栋房屋被毁或受损", "房屋被毁或受损"),
        # nothing more is said of them, or no deed
        ("共有150家企业", "企业"),
        ("150家企业参与的平台已建成", "企业"),
        ("38个试验区正在围绕山地利用、林木流转开展一系列探索", "试验区"),
    ],
)
def test_what_those_counted_do(told: str, expected: str) -> None:
    assert indicators(f"[东坪县|Place]{told}。")[0] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("已与17个共建“一带一路”国家签署协议", "与共建一带一路国家签署协议"),
        ("建成10个新时代“江畔式”税务分局", "建成新时代江畔式税务分局"),
        ("加征17%所谓“均衡关税”", "加征所谓均衡关税"),
        ("办结230件积累多年的“骨头案”", "办结积累多年的骨头案"),
        ("确定的58项重大水利工程——东坪水库工程开工", "确定重大水利工程"),
        # a quotation that begins what they do
        ("18项服务事项“一卡通办”", "服务事项"),
    ],
)
def test_a_label_keeps_what_is_quoted_within_it(told: str, expected: str) -> None:
    assert indicators(f"[东坪县|Place]{told}。")[0] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("6个乡镇垃圾处理率达100%", "6个乡镇垃圾处理率"),
        ("与湖滨县之间45%的贸易结算已经改为本币", "贸易结算已经改为本币"),
        ("40%的山地、湿地和林地生态系统得到恢复", "山地、湿地和林地生态系统得到恢复"),
        ("铁路网已覆盖全县97%的3万人口以上乡镇", "铁路网覆盖3万人口以上乡镇"),
        ("23%的地区未被疏散", "地区未被疏散"),
        ("茶叶出口5.2亿元，增长率达6.2%", "茶叶出口增长率"),
        ("物流需求保持平稳增长，对物流总额增长的贡献保持在55%左右", "物流需求对物流总额增长的贡献"),
    ],
)
def test_of_what_a_share_is(told: str, expected: str) -> None:
    assert expected in indicators(f"[东坪县|Place]{told}。")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("费率从协议约定的6.6%降到了4.1%", ["费率（原）", "费率"]),
        ("将纪录由原先的16个大幅突破至35个", ["纪录（原）", "纪录"]),
        ("报表由48张精简为19张", ["报表（原）", "报表"]),
        ("排片量由原来计划的120场增加至260场", ["排片量（原）", "排片量"]),
    ],
)
def test_what_it_was_before(told: str, expected: list[str]) -> None:
    assert indicators(f"[东坪县|Place]{told}。") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("每天有3800名建设者作业", "每天建设者作业"),
        ("平均每天新设立46家企业", "平均每天新设立企业"),
        ("日均接待游客3000人次", "日均接待游客"),
    ],
)
def test_how_often_it_is_so_many(told: str, expected: str) -> None:
    assert indicators(f"[东坪县|Place]{told}。")[0] == expected


def test_exports_and_imports_keep_with_whom() -> None:
    text = "今年，[湖滨省|Place]对东海五国进出口80亿元，其中出口50亿元；进口30亿元。"
    assert indicators(text) == ["对东海五国进出口", "对东海五国出口", "对东海五国进口"]


def test_those_from_many_countries_are_counted_on() -> None:
    text = "[第三届茶博会|Event]共有96个国家和地区的境外采购商到会，超过4万人。"
    assert indicators(text) == ["境外采购商来自国家和地区", "境外采购商"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("来自全球约40个国家的80家企业参展", ["来自国家", "企业参展"]),
        ("40个国家和地区的代表参会", ["代表来自国家和地区"]),
        ("产品远销40个国家和地区", ["产品远销国家和地区"]),
        ("在40个城市举办", ["城市举办"]),
    ],
)
def test_for_what_lands_are_counted(told: str, expected: list[str]) -> None:
    assert indicators(f"[第三届茶博会|Event]{told}。") == expected


def test_people_of_villages() -> None:
    assert indicators("[东坪县|Place]改造涉及27个村庄，3.4万人。") == ["改造涉及村庄", "人口"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("控制了[东山|Place]和[湖山|Place]地区的7个居民点", ["控制居民点"]),
        ("打击了乙军两个指挥所、5个炮兵阵地和3座弹药库", ["打击炮兵阵地", "打击弹药库"]),
        ("击落乙方发射的6枚导弹", ["击落导弹"]),
        ("发射6枚导弹", ["发射导弹"]),
        ("在[东山|Place]的7个居民点", ["居民点"]),
    ],
)
def test_what_is_done_to_things_somewhere(told: str, expected: list[str]) -> None:
    assert indicators(f"一周内[甲军|Agency]{told}。") == expected


def test_who_did_something_so_often() -> None:
    assert labels("[县委|Agency]换届以来，[钱敏|Person]12次到基层调研。") == [("钱敏", "到基层调研")]


def test_a_work_that_is_only_one_of_them_bears_no_number_of_all() -> None:
    text = "[东坪县|Place]加快建设。不仅仅是[湖滨大桥|Project]，今年以来，29项工程开工。"
    assert labels(text, home="东坪县") == [("东坪县", "工程开工")]


def test_what_lies_deep_has_its_depth() -> None:
    assert labels("[湖滨实验厅|Place]位于地下420米。") == [("湖滨实验厅", "地下深度")]


@pytest.mark.parametrize(
    ("told", "bearers"),
    [
        ("在东坪运动会上，中国体育代表团勇夺26枚金牌。", ["中国"]),
        ("东坪运动会设金牌26枚。", ["东坪运动会"]),
    ],
)
def test_medals_of_our_team_are_the_nations(told: str, bearers: list[str]) -> None:
    assert observed(f"我国今年筹备多项赛事。{told}") == bearers


@pytest.mark.parametrize(
    ("told", "bearers"),
    [
        ("在俄勒冈州，大风造成6人死亡。", ["俄勒冈州"]),
        ("在俄勒冈州和威斯康星州，大风造成6人死亡。", []),
        ("在西部重镇东坪市，88%的居民撤离。", []),
        # the same place, its country, no place
        ("在艾奥瓦州，大风造成6人死亡。", ["艾奥瓦州"]),
        ("在各方帮助下，88%的居民返回。", ["艾奥瓦州"]),
    ],
)
def test_a_sentence_set_somewhere_else(told: str, bearers: list[str]) -> None:
    assert observed(f"6月15日，艾奥瓦州下起暴雨。{told}") == bearers


@pytest.mark.parametrize(
    ("told", "bearers"),
    [
        ("电站累计发电3亿千瓦时。", []),
        ("工厂总占地面积20万平方米。", []),
        ("当地有茶园20万亩。", ["湖州市"]),
    ],
)
def test_a_thing_told_of_by_its_common_noun_is_not_the_place_around_it(told: str, bearers: list[str]) -> None:
    assert observed(f"湖州市今年茶叶丰收。{told}") == bearers


def test_the_whole_region_is_the_one_just_named() -> None:
    text = "武隆区今年茶叶丰收，产量达3000吨。\n\n去年，宁夏全区枸杞产量达9万吨。"
    assert observed(text) == ["武隆区", "宁夏回族自治区"]


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("记者今天（6月16日）从水利部了解到，湖州市已建成水库30座。", None),
        ("湖州市今天（6月16日）建成水库30座。", "2024-06-16"),
        ("湖州市今年3月茶季开始以来，卖出新茶3000吨。", "2024-03/2024-06"),
        ("湖州市今年茶季以来，卖出新茶3000吨。", "2024"),
        ("俄罗斯国防部16日称，过去一天俄军击落5架无人机。", "2024-06-15/2024-06-16"),
        ("过去一天，俄军击落5架无人机。", "2024-06-16/2024-06-17"),
    ],
)
def test_the_day_of_the_telling_and_a_time_since(told: str, period: str | None) -> None:
    assert [s.qualifiers.get("period") for s in read(told).statements if s.predicate == "observed"] == [period]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("发送煤炭80万吨，其中电煤50万吨", ["发送煤炭", "发送电煤"]),
        ("粮食播种面积达3万亩，产量达1.5万吨", ["粮食播种面积", "粮食产量"]),
        ("医保基金收入8亿元，支出7亿元", ["医保基金收入", "医保基金支出"]),
        (
            "外汇存款规模为3亿元，较上月末上升240万元，升幅为0.8%",
            ["外汇存款规模", "外汇存款规模较上月末上升", "外汇存款规模升幅"],
        ),
        ("社保卡持卡人数9万人，覆盖98%的人口", ["社保卡持卡人数", "社保卡持卡人数覆盖人口"]),
        ("投入5亿元，对42个小区进行改造", ["投入改造小区", "对小区进行改造"]),
        ("投入5亿元用于洼地治理", ["投入用于洼地治理"]),
        # each with its own words, or nothing to take
        ("其中工业类项目4个、商贸类项目3个", ["工业类项目", "商贸类项目"]),
        ("茶叶产值8亿元，旅游收入7亿元", ["茶叶产值", "旅游收入"]),
        ("投入5亿元", ["投入"]),
    ],
)
def test_what_a_label_takes_from_the_words_around(told: str, expected: list[str]) -> None:
    assert indicators(f"[东坪县|Place]{told}。") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("60名儿童在山里的学校死亡", ["儿童死亡"]),
        ("420名运动员接受了900例检查", ["运动员接受检查", "运动员接受检查"]),
        ("遇难群众中包括40名未成年人", ["遇难群众中未成年人"]),
        ("有3万亩的森林被烧毁", ["森林被烧毁"]),
        ("流域内11省市水质达标率为90%", ["省市", "11省市水质达标率"]),
    ],
)
def test_what_became_of_those_counted(told: str, expected: list[str]) -> None:
    assert indicators(f"[东坪县|Place]{told}。") == expected


@pytest.mark.parametrize(
    ("told", "bearers"),
    [
        ("种粮大户[钱敏|Person]今年流转了300亩耕地", ["钱敏"]),
        ("先后走进村民[钱敏|Person]、[孙平|Person]2户家庭", []),
        ("[甲线|Place]增开列车8列，[乙线|Place]、[丙线|Place]等线路增开列车6列", ["甲线"]),
        ("单价超过20万元的设备已到位", []),
        ("其中，东部、西部和南部等地局地可达180毫米", []),
    ],
)
def test_whose_it_is_beside_the_place(told: str, bearers: list[str]) -> None:
    assert [bearer for bearer, _ in labels(f"[东坪县|Place]消息：{told}。", home="东坪县")] == bearers


def test_a_plan_sets_targets() -> None:
    made = scene("[《节水行动方案》|Document]提出，2024年节水3000万吨。", published="2024-02-01")
    assert [s.qualifiers.get("expected") for s in extract_observations(made)] == [True]


@pytest.mark.parametrize(("told", "period"), [("本月底并网发电后", None), ("6月1日并网发电后", "2024-06-01")])
def test_what_comes_after_a_day_ahead_is_not_of_that_day(told: str, period: str | None) -> None:
    found = read(f"湖州市光伏基地正在建设，{told}，每年可提供8亿千瓦时电能。").statements
    assert [s.qualifiers.get("period") for s in found if s.predicate == "observed"] == [period]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[甲部|Agency]推出系列活动，[乙总局|Agency]发布12条旅游线路。", [("乙总局", "发布旅游线路")]),
        ("[甲军|Agency]今天（2月1日）摧毁了乙方一个控制站和12架无人机。", [("甲军", "摧毁无人机")]),
        ("[东坪县|Place]大豆面积比去年增加8万亩，达到40万亩。", [("东坪县", "大豆面积比去年增加"), ("东坪县", "大豆面积")]),
        ("[东坪线|Place]列车开行数量由初期的3列增至最高14列。", [("东坪线", "列车开行数量（原）"), ("东坪线", "列车开行数量")]),
    ],
)
def test_who_issues_strikes_and_grows(text: str, expected: Labels) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("推出14场山区、库区专场招聘会", ["推出山区、库区专场招聘会"]),
        ("吸引80家企业、数百名客商参展", ["吸引企业"]),
        ("新设主体80户，其中新设企业40户，合作社20户", ["新设主体", "新设企业", "新设合作社"]),
        ("累计开行列车900列，发送旅客8万人次", ["累计开行列车", "累计发送旅客"]),
        ("线路长18公里，其中16公里为地下工程", ["地下工程长度"]),
        ("下调基准利率40个基点至3%", ["下调基准利率", "基准利率"]),
        ("设立了总额600万元的交通补贴", ["设立交通补贴"]),
        ("批准在北部的河岸新建14个居民点", ["新建居民点"]),
        ("由两家建设单位一起承建的14个居民点", ["居民点"]),
        ("公司在当天下午的发布会上警告18名工人", ["工人"]),
        ("成功发射东坪一号、二号等5颗卫星", ["发射卫星"]),
        ("35个重点商圈客流量接近90万人次", ["重点商圈客流量接近90万人次", "重点商圈客流量"]),
        ("已与12个国家的15个城市实现通航", ["与国家城市实现通航", "城市实现通航"]),
        ("有80所学校的4万名教师参训", ["学校的教师参训", "教师参训"]),
    ],
)
def test_parts_sums_and_lists(told: str, expected: list[str]) -> None:
    assert indicators(f"[东坪县|Place]{told}。") == expected


def test_what_is_done_with_a_part_is_done_with_the_whole() -> None:
    text = "全国夏粮收获已近五成。分作物看，小麦过六成、油菜过三成。"
    assert [s.qualifiers["indicator"] for s in read(text).statements if s.predicate == "observed"] == [
        "夏粮收获",
        "小麦收获",
        "油菜收获",
    ]


@pytest.mark.parametrize(
    ("told", "bearers"),
    [
        ("受降雪影响，我国6个省份31个路段通行受阻。", ["中国"]),
        # what there is, what became of it, and in a list with a verb
        ("我国共有8个综合试验区。", ["中国"]),
        ("我国8个综合试验区建成投用。", ["中国"]),
        ("我国建成30座车站、20座桥梁。", ["中国", "中国"]),
        ("湖州市今年茶叶丰收。12个点位全部建成。", ["湖州市"]),
    ],
)
def test_a_bare_noun_says_nothing_of_a_country_or_a_place_told_of_before(told: str, bearers: list[str]) -> None:
    assert observed(told) == bearers

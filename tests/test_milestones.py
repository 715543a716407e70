from pathlib import Path

import pytest
from scenes import scene

from kg import build_graph
from kg.relations.milestones import extract_milestones

Row = tuple[str, str, str]


def rows(text: str, predicate: str = "milestone", **options: object) -> list[Row]:
    """Subject, stage (a future one ends in ?) and date."""
    made = scene(text, **options)  # type: ignore[arg-type]
    return [
        (
            made.entities[s.subject].name,
            str(s.qualifiers.get("stage", "")) + ("?" if s.qualifiers.get("expected") else ""),
            str(s.value),
        )
        for s in extract_milestones(made)
        if s.predicate == predicate
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月28日，[湖滨线|Project]开工建设。", [("湖滨线", "started", "2023-06-28")]),
        ("去年9月，[湖滨垃圾焚烧项目|Project]正式投入使用。", [("湖滨垃圾焚烧项目", "opened", "2022-09")]),
        ("[湖滨大桥|Project]于2022年5月竣工。", [("湖滨大桥", "completed", "2022-05")]),
        ("7月3日，[湖滨大桥|Project]合龙。", [("湖滨大桥", "completed", "2023-07-03")]),
        # what another thing plans is not the day of this one's turn; what all plan is
        (
            "[湖滨大桥|Project]将于明年6月通车；[望江中学新建工程|Project]正式开工。",
            [("湖滨大桥", "opened?", "2024-06")],
        ),
        (
            "明年6月，[湖滨大桥|Project]将通车；[望江中学新建工程|Project]将竣工。",
            [("湖滨大桥", "opened?", "2024-06"), ("望江中学新建工程", "completed?", "2024-06")],
        ),
        ("[湖滨大桥|Project]于3月底开始施工。", [("湖滨大桥", "started", "2023-03")]),
        # 日前 is no limit
        ("日前，[湖滨大桥|Project]已开工建设。", [("湖滨大桥", "started", "2023-07")]),
        ("7月3日前，[湖滨大桥|Project]已开工建设。", []),
        # lists by other words
        (
            "7月3日，集中开工项目分别是：[湖滨大桥项目|Project]、[东湖医院项目|Project]。",
            [("湖滨大桥项目", "started", "2023-07-03"), ("东湖医院项目", "started", "2023-07-03")],
        ),
        (
            "7月3日，集中竣工的项目为[湖滨大桥项目|Project]、[东湖医院项目|Project]。",
            [("湖滨大桥项目", "completed", "2023-07-03"), ("东湖医院项目", "completed", "2023-07-03")],
        ),
        # 和 joins a list; a ceremony of all that it lists
        (
            "7月3日，[湖滨大桥项目|Project]和[东湖医院项目|Project]同时开工。",
            [("东湖医院项目", "started", "2023-07-03"), ("湖滨大桥项目", "started", "2023-07-03")],
        ),
        ("7月3日，[湖滨大桥项目|Project]和东湖医院附属楼同时开工。", []),
        # the day behind a verb, of a thing behind it or of a house
        ("始建于1958年的[湖滨水库|Place]，库容300万立方米。", [("湖滨水库", "started", "1958")]),
        ("开工后1958年的[湖滨水库|Place]水面宽阔。", []),
        ("[湖滨小学|Agency]建于1958年，现有学生300人。", [("湖滨小学", "completed", "1958")]),
        # a station's building is the station; what is only inspected is not open yet
        ("7月3日，[湖滨站|Place]站房完成主体结构封顶。", [("湖滨站", "completed", "2023-07-03")]),
        ("[湖滨公园|Place]计划年底对外开放。", [("湖滨公园", "opened?", "2023-12")]),
        ("7月3日，[湖滨港区|Place]完成对外开放国家级验收。", []),
        ("7月3日，[省国土资源厅|Agency]颁发许可证，2022年投产。", []),
        ("[湖滨矿业公司|Agency]2022年投产。", [("湖滨矿业公司", "opened", "2022")]),
        ("7月3日，[湖滨大桥|Project]全面完成建设任务。", [("湖滨大桥", "completed", "2023-07-03")]),
        ("[湖滨大桥|Project]上半年完成建设任务的80%。", []),
        # a school or a plant is a house too, but what it builds is another
        ("[湖滨小学|Agency]于2018年5月开工建设。", [("湖滨小学", "started", "2018-05")]),
        ("[湖滨小学|Agency]2018年开工建设新校区。", []),
        ("[湖滨水厂|Agency]从2010年开始动工建设。", [("湖滨水厂", "started", "2010")]),
        ("[湖滨大桥项目|Project]年底前竣工。", [("湖滨大桥项目", "completed?", "2023-12")]),
        ("[湖滨大桥项目|Project]计划月底前完工。", [("湖滨大桥项目", "completed?", "2023-07")]),
        ("7月3日，[湖滨高速|Project]试通车运营。", [("湖滨高速", "opened", "2023-07-03")]),
        (
            "7月3日，[湖滨线|Project]、[东湖线|Project]等高速公路项目开工。",
            [("湖滨线", "started", "2023-07-03"), ("东湖线", "started", "2023-07-03")],
        ),
        (
            "7月3日，[湖滨线|Project]、[东湖线|Project]两条高速公路开工。",
            [("湖滨线", "started", "2023-07-03"), ("东湖线", "started", "2023-07-03")],
        ),
        # houses in the second of two lists, works each with its price in a sentence of its own
        (
            "7月3日，还有4个教育项目同期开工，包括[湖滨小学|Agency]、[东湖学校望江校区|Agency]，都在城南。",
            [("湖滨小学", "started", "2023-07-03"), ("东湖学校望江校区", "started", "2023-07-03")],
        ),
        ("7月3日，4个教育项目同期开工，来宾包括[湖滨小学|Agency]、[东湖学校望江校区|Agency]。", []),
        (
            "7月3日，集中开工的项目包括投资1亿元的[湖滨园项目|Project]。投资2亿元的[东湖园项目|Project]，占地50亩。"
            "[望江园项目|Project]占地10亩。",
            [("湖滨园项目", "started", "2023-07-03"), ("东湖园项目", "started", "2023-07-03")],
        ),
        (
            "7月3日，此次集中通车的[湖滨大桥|Project]、[东湖环线|Project]，将方便出行。",
            [("湖滨大桥", "opened", "2023-07-03"), ("东湖环线", "opened", "2023-07-03")],
        ),
        ("7月3日，他走过早已通车的[湖滨大桥|Project]、[东湖环线|Project]，来到湖边。", []),
        # the day in the month that another sentence tells
        (
            "今年6月，2个项目集中开工，包括[湖滨园项目|Project]。6月3日，2个项目集中开工，包括[湖滨园项目|Project]。",
            [("湖滨园项目", "started", "2023-06-03")],
        ),
        ("7月3日，[湖滨园项目|Project]签约，项目投产达效后年产值可达1亿元。", [("湖滨园项目", "signed", "2023-07-03")]),
        ("7月3日，[湖滨线|Project]两条隧道主洞同时开工。", []),
        ("7月3日，[湖滨线|Project]等配套道路工程开工。", []),
        ("[湖滨小学|Agency]始建于1956年。", [("湖滨小学", "started", "1956")]),
        ("[湖滨老街|Place]建于明代。", []),
        (
            "7月3日，[湖滨中学|Agency]揭牌。[湖滨集团|Agency]成立于2019年5月31日。双方签订[《湖滨协议书》|Document]。",
            [
                ("《湖滨协议书》", "signed", "2023-07-03"),
                ("湖滨中学", "opened", "2023-07-03"),
                ("湖滨集团", "opened", "2019-05-31"),
            ],
        ),
        ("7月3日，他到了厂里。[湖滨造纸厂|Agency]始建于上世纪90年代初。", [("湖滨造纸厂", "started", "1990/1999")]),
        ("7月3日，他到了湖边。[湖滨水库|Place]建于20世纪70年代。", [("湖滨水库", "completed", "1970/1979")]),
        (
            "[湖滨消防站|Agency]2022年10月开工，2023年4月竣工。",
            [("湖滨消防站", "started", "2022-10"), ("湖滨消防站", "completed", "2023-04")],
        ),
        ("7月3日起，[湖滨政务服务中心|Agency]正式对外办公。", [("湖滨政务服务中心", "opened", "2023-07-03")]),
        ("近日，[湖滨米业公司|Agency]正式投入运营。", [("湖滨米业公司", "opened", "2023-07")]),
        ("[湖滨公司|Agency]7月3日试运行新系统。", []),
        ("7月3日，[湖滨引水工程|Project]全线通水。", [("湖滨引水工程", "opened", "2023-07-03")]),
        ("7月3日，[东港工程|Project]自[湖滨水库|Place]引水，实现通水。", [("东港工程", "opened", "2023-07-03")]),
        ("[《湖滨条例》|Document]自2022年1月1日起施行。", [("《湖滨条例》", "started", "2022-01-01")]),
        ("7月3日，[湖滨高速项目|Project]（以下简称“[湖滨线|Project]”）通车。", [("湖滨高速项目", "opened", "2023-07-03")]),
        ("[湖滨公司|Agency]创办于1998年。", [("湖滨公司", "opened", "1998")]),
        ("7月3日，[湖滨水务公司|Agency]管理的[湖滨水厂|Agency]投入使用。", [("湖滨水厂", "opened", "2023-07-03")]),
        ("[湖滨县|Place]忙。走进[湖滨小学|Agency]建设工地，塔吊林立，预计8月底竣工。", [("湖滨小学", "completed?", "2023-08")]),
        ("[湖滨大桥|Project]自2022年6月开工以来，工人一天没歇。", [("湖滨大桥", "started", "2022-06")]),
        ("7月3日，[湖滨公园|Place]正式对外开放。", [("湖滨公园", "opened", "2023-07-03")]),
        ("7月3日，[湖滨智造园项目|Project]成功签约。", [("湖滨智造园项目", "signed", "2023-07-03")]),
        # the whole, rather than its main part
        ("[湖滨大桥|Project]2022年底主体完工，2023年4月10日全面竣工。", [("湖滨大桥", "completed", "2023-04-10")]),
        ("[湖滨大桥|Project]2022年底主体完工。", [("湖滨大桥", "completed", "2022-12")]),
        ("2022年8月31日，[湖滨实验学校|Agency]揭牌。", [("湖滨实验学校", "opened", "2022-08-31")]),
        ("7月5日，[县政府|Agency]印发[《绿化方案》|Document]。", [("《绿化方案》", "issued", "2023-07-05")]),
        ("7月5日，全会审议通过[《绿化方案》|Document]。", [("《绿化方案》", "approved", "2023-07-05")]),
        ("7月5日，双方签订[《合作协议》|Document]。", [("《合作协议》", "signed", "2023-07-05")]),
        # the year of the work that is reported on is not that of what is adopted
        ("7月5日召开会议，听取2022年工作汇报，审议通过[《绿化方案》|Document]。", [("《绿化方案》", "approved", "2023-07-05")]),
        ("2022年底开工建设的[湖滨通道|Project]进展顺利。", [("湖滨通道", "started", "2022-12")]),
        ("7月1日，[老码头|Place]关闭。", [("老码头", "closed", "2023-07-01")]),
        ("7月5日，[“春雨”行动|Project]暨首场活动启动。", [("“春雨”行动", "started", "2023-07-05")]),
        # what is planned to begin does so in the year last named, not on the day of a ceremony past
        (
            "7月2日，[湖滨大桥|Project]开工。2023年，集团计划新开工[东港码头工程|Project]、[西港油库项目|Project]等7个项目。"
            "计划新开工重点项目5项，其中包括[北港堆场工程|Project]。",
            [
                ("湖滨大桥", "started", "2023-07-02"),
                ("东港码头工程", "started?", "2023"),
                ("西港油库项目", "started?", "2023"),
                ("北港堆场工程", "started?", "2023"),
            ],
        ),
        # what is said of a sum is said of each, but a line's tunnels are not the line
        (
            "今年12月，[湖滨铁路|Project]、[望江高铁|Project]等多条铁路将通车。",
            [("望江高铁", "opened?", "2023-12"), ("湖滨铁路", "opened?", "2023-12")],
        ),
        ("7月3日，[湖滨高铁|Project]34座隧道全部贯通。", []),
        # each of two lists has its verb
        (
            "7月4日，集中动工项目总投资5亿元，有[湖滨合作园|Project]、[望江大厦|Project]等项目；签约项目包括[江北科技园|Project]等3个项目。",
            [
                ("湖滨合作园", "started", "2023-07-04"),
                ("望江大厦", "started", "2023-07-04"),
                ("江北科技园", "signed", "2023-07-04"),
            ],
        ),
        # the list before the verb, in the sentence after, or as what the verb qualifies
        (
            "7月4日，[湖滨合作园|Project]、[望江食品项目|Project]等15个项目成功签约，总投资52亿元。",
            [("望江食品项目", "signed", "2023-07-04"), ("湖滨合作园", "signed", "2023-07-04")],
        ),
        (
            "7月4日，我县6个项目进行了集中签约。其中包括[望江镇|Place]的[湖滨合作园|Project]、[望江食品项目|Project]。",
            [("望江食品项目", "signed", "2023-07-04"), ("湖滨合作园", "signed", "2023-07-04")],
        ),
        (
            "7月4日，此次集中签约的[湖滨合作园|Project]、[望江食品项目|Project]等项目，总投资16亿元。",
            [("望江食品项目", "signed", "2023-07-04"), ("湖滨合作园", "signed", "2023-07-04")],
        ),
        (
            "7月4日，集中开工的重点项目涵盖多个领域。其中包括投资10亿元的[湖滨合作园|Project]，投资5亿元的[望江食品项目|Project]。",
            [("望江食品项目", "started", "2023-07-04"), ("湖滨合作园", "started", "2023-07-04")],
        ),
        ("7月4日，42个重点项目完成投资190亿元。其中包括[湖滨合作园|Project]。", []),
        # a short headline with a count before a longer sentence
        ("一季度开工重大项目12个。7月4日，全县重大项目推进会在城北召开，[湖滨合作园|Project]总投资2亿元，聚焦新材料。", []),
        (
            "7月4日，此次集中签约的[望江区|Place][湖滨产业园|Place]、[望江食品项目|Project]等项目，总投资16亿元。",
            [("望江食品项目", "signed", "2023-07-04"), ("湖滨产业园", "signed", "2023-07-04")],
        ),
        ("7月4日，6个拟签约项目得到介绍。其中包括[湖滨合作园|Project]。", []),
        ("7月4日，我县6个项目进行了集中签约。[湖滨合作园|Project]也引人注目。", []),
        # a school in a list of works is its house
        (
            "7月4日，教育项目集中开工。此次集中开工的新建项目有2个，包括[湖山中学|Agency]、[望江小学|Agency]，[江北集团|Agency]承建。",
            [("湖山中学", "started", "2023-07-04"), ("望江小学", "started", "2023-07-04")],
        ),
        # 完成 of the work itself, of what is done to it, and a line's length behind its verb
        ("[湖滨线望江段|Project]路基已完成，正在摊铺，计划2023年8月底完成。", [("湖滨线望江段", "completed?", "2023-08")]),
        ("去年，[湖滨线望江段|Project]整治全面完成。", [("湖滨线望江段", "completed", "2022")]),
        ("[湖滨线望江段|Project]，预计2023年11月底投入运营112公里。", [("湖滨线望江段", "opened?", "2023-11")]),
        ("[湖滨线|Project]于3月29日正式进入施工阶段。", [("湖滨线", "started", "2023-03-29")]),
        # a list before its sum, a plan that the sentence has begun with
        (
            "[东湖产业园项目|Project]、[西湖新材料项目|Project]等15个重大产业项目今年将陆续开工。",
            [("东湖产业园项目", "started?", "2023"), ("西湖新材料项目", "started?", "2023")],
        ),
        (
            "2023年，我市将续建[东湖大道|Project]等5个项目，新开工[滨江公园|Place]、[北山隧道|Project]等8个项目。",
            [("滨江公园", "started?", "2023"), ("北山隧道", "started?", "2023")],
        ),
        # how a line goes into service; a thing pointed at
        ("7月5日，[湖滨城际铁路|Project]全线贯通运营。", [("湖滨城际铁路", "opened", "2023-07-05")]),
        ("7月5日，[湖滨航线|Place]正式开航。", [("湖滨航线", "opened", "2023-07-05")]),
        ("[湖滨水电站|Place]已蓄水，这座水电站将于年底全面投产发电。", [("湖滨水电站", "opened?", "2023-12")]),
        # what lies ahead in a year that the sentence begins with
        ("2023年，集团将加大投资，建成[湖滨铁路|Project]。", [("湖滨铁路", "completed?", "2023")]),
        # the works of an occasion: the list in the next sentence, the day of the ceremony and not the year of the works
        (
            "7月5日，[湖滨重点项目集中开工仪式|Event]举行。集中开工的亿元以上项目有2个。项目包括[鸟船艇项目|Project]、[木箱项目|Project]。",
            [("鸟船艇项目", "started", "2023-07-05"), ("木箱项目", "started", "2023-07-05")],
        ),
        (
            "7月5日，[2023年教育项目开工仪式|Event]举行。\n书记宣布2023年[湖滨教育项目|Project]开工。",
            [("湖滨教育项目", "started", "2023-07-05")],
        ),
        # neither where a ceremony is held, nor whose building it is, nor a programme that a body is called after
        ("7月5日，[开工活动|Event]在[湖滨园区|Place]举行，县长宣布开工。", []),
        ("[湖滨医院|Place]综合大楼于2021年10月开工，2022年8月29日正式投入使用。", []),
        ("2023年，县里组建[“银发行动”|Project]志愿服务队伍。", []),
        ("在7月15日志愿者日到来之际，县里启动[“春雨”行动|Project]。", []),
        # what somebody says on a day did not come about that day; an anniversary founds nothing
        ("[马林|Person]5日说，[湖滨机制|Project]启动。", []),
        ("7月5日，[庆祝[湖滨大学|Agency]成立70周年大会|Event]举行。", []),
        # the lists before the verb, parted by a comma; what stands behind a dash; what the year has brought
        (
            "7月5日，[湖滨铁路|Project]、[望江铁路|Project]等一批新线，[东湖大桥|Project]等重点工程开工建设。",
            [
                ("东湖大桥", "started", "2023-07-05"),
                ("望江铁路", "started", "2023-07-05"),
                ("湖滨铁路", "started", "2023-07-05"),
            ],
        ),
        ("7月5日，[湖滨高铁|Project]控制性工程——[东湖大桥|Project]合龙。", [("东湖大桥", "completed", "2023-07-05")]),
        ("今年以来，建设稳步推进。[湖滨大道|Project]正式通车。", [("湖滨大道", "opened", "2023")]),
        # a list behind its verb, closed by its count; what is signed may be a work
        (
            "7月5日，现场签约[湖滨科技城|Project]、[东湖配件项目|Project]等2个重大项目。",
            [("湖滨科技城", "signed", "2023-07-05"), ("东湖配件项目", "signed", "2023-07-05")],
        ),
        (
            "7月5日，同时开工的还有[湖滨通道|Project]、[东湖大桥|Project]。",
            [("湖滨通道", "started", "2023-07-05"), ("东湖大桥", "started", "2023-07-05")],
        ),
        # a part is not the whole, and a thing that a project names is itself
        ("7月3日，[湖滨高铁|Project]接触网全线贯通。", []),
        ("7月3日，[湖滨引水工程|Project][龙溪隧洞|Place]贯通。", [("龙溪隧洞", "completed", "2023-07-03")]),
        # what lies ahead
        ("[湖滨线|Project]预计2025年6月建成。", [("湖滨线", "completed?", "2025-06")]),
        ("力争今年年底开工建设[云湖度假区|Project]。", [("云湖度假区", "started?", "2023-12")]),
        ("[湖滨线|Project]预计4年后将全线贯通。", [("湖滨线", "completed?", "2027")]),
        ("[湖滨线|Project]将于2024年建成通车。", [("湖滨线", "completed?", "2024"), ("湖滨线", "opened?", "2024")]),
        # dropped subjects
        ("将加快[云湖度假区|Place]建设，力争2024年年底开园。", [("云湖度假区", "opened?", "2024-12")]),
        ("[湖滨线|Project]建设工期为4年，于2022年初开工。", [("湖滨线", "started", "2022-01")]),
        # lists
        (
            "7月2日，[甲路工程|Project]、[乙路工程|Project]和[丙桥工程|Project]开工。",
            [(f"{n}工程", "started", "2023-07-02") for n in ("丙桥", "乙路", "甲路")],
        ),
        (
            "7月2日集中开工。此次开工的项目有[甲路工程|Project]、[乙路工程|Project]等。",
            [("甲路工程", "started", "2023-07-02"), ("乙路工程", "started", "2023-07-02")],
        ),
        # the date stands in an earlier sentence of the paragraph
        ("7月2日，[绿色发展大会|Event]举行。各方共同发布[《备忘录》|Document]。", [("《备忘录》", "issued", "2023-07-02")]),
        # a notice
        ("关于成立[信用建设领导小组|Agency]的通知", [("信用建设领导小组", "opened", "2023-07-08")]),
        # a split verb
        ("2022年3月，[湖滨线|Project]通过省发改委审查。", [("湖滨线", "approved", "2022-03")]),
        ("2021年至2023年，全区实施[环保行动计划|Project]。", [("环保行动计划", "started", "2021")]),
        # documents that a meeting adopts, named one after another
        (
            "7月2日，[县人大常委会第五次会议|Event]召开。会议表决通过了[《绿化条例》|Document][《节水办法》|Document]。",
            [("《绿化条例》", "approved", "2023-07-02"), ("《节水办法》", "approved", "2023-07-02")],
        ),
        ("7月2日，会议通过[《委员名单》|Document]。", [("《委员名单》", "approved", "2023-07-02")]),
        ("7月2日，晚会通过《[望山|Document]》《[听海|Document]》两个篇章讲述乡情。", []),
        # a ceremony that no name tells
        (
            "7月2日，[甲江高速公路|Place]、[乙山高速公路|Place]两条高速公路举行通车仪式。",
            [("甲江高速公路", "opened", "2023-07-02"), ("乙山高速公路", "opened", "2023-07-02")],
        ),
        # of a quarter's works begun the day is known; places stand before members of a list
        (
            "7月3日，全市集中开工。\n参加第三季度集中开工活动的有[甲芯项目|Project]、[乙材项目|Project]等。",
            [("甲芯项目", "started", "2023-07-03"), ("乙材项目", "started", "2023-07-03")],
        ),
        (
            "7月3日，全市集中开工。\n再开工[甲芯项目|Project]、[东坪县|Place][乙江产业园|Place]等9个项目。",
            [("甲芯项目", "started", "2023-07-03"), ("乙江产业园", "started", "2023-07-03")],
        ),
        (
            "[湖滨公路项目|Project]7月3日开工预计2025年底建成。",
            [("湖滨公路项目", "started", "2023-07-03"), ("湖滨公路项目", "completed?", "2025-12")],
        ),
        ("[湖滨大桥|Project]进入收尾阶段，确保9月实现通车目标。", [("湖滨大桥", "opened?", "2023-09")]),
        # opened at the meeting whose day is told before; a list that tells its own stage is of no other
        ("7月3日，大会召开。\n随后，[湖滨服务中心|Agency]在大会上揭牌。", [("湖滨服务中心", "opened", "2023-07-03")]),
        # a plant works from its first unit on; a part that is told to be one
        ("7月3日，[湖滨水电站|Place]首台机组投产发电。", [("湖滨水电站", "opened", "2023-07-03")]),
        (
            "7月3日，[引江工程|Project]最后一个子项目[湖滨干渠工程|Project]通过竣工验收，标志着[引江工程|Project]完成竣工验收并投入运行。",
            [
                ("湖滨干渠工程", "completed", "2023-07-03"),
                ("引江工程", "completed", "2023-07-03"),
                ("引江工程", "opened", "2023-07-03"),
            ],
        ),
        # by when it is to come, unless that is past or it has come
        ("[湖滨大桥|Project]7月底前全面通车。", [("湖滨大桥", "opened?", "2023-07")]),
        ("[湖滨大桥|Project]7月底前已完工。", [("湖滨大桥", "completed", "2023-07")]),
        ("[湖滨大桥|Project]5月底前完工。", [("湖滨大桥", "completed", "2023-05")]),
        # a trial that begins, a park that is opened as it is finished
        ("7月3日，[湖滨高速|Project]进入试运营阶段。", [("湖滨高速", "opened", "2023-07-03")]),
        ("7月3日，[湖滨公园|Place]建成并向市民免费开放。", [("湖滨公园", "opened", "2023-07-03")]),
        # by its papers a work is approved, by a paper of its own it is not
        ("7月3日，[湖滨高速公路|Project]项目可行性研究报告获批。", [("湖滨高速公路", "approved", "2023-07-03")]),
        ("7月3日，[湖滨铁路|Project]初步设计获[省政府|Agency]批复。", [("湖滨铁路", "approved", "2023-07-03")]),
        ("日前，[湖滨铁路|Project]环境影响报告书获批复。", [("湖滨铁路", "approved", "2023-07")]),
        ("7月3日，[湖滨铁路|Project]沿线土地利用规划获批。", []),
        # the headline has no date, the text has
        ("[湖滨大桥|Project]合龙\n7月3日，大桥主跨合龙。", [("湖滨大桥", "completed", "2023-07-03")]),
    ],
)
def test_milestones(text: str, expected: list[Row]) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "要加快[湖滨线|Project]建设，推动早日开工。",
        "[湖滨线|Project]的开工建设，对全县意义重大。",
        "[湖滨线|Project]建成后，出行更方便。",
        "7月3日，[湖滨高铁|Place]首台盾构机组投产。",
        "7月3日，陈明对[湖滨馆|Place]开馆表示祝贺。",
        "[湖滨线|Project]尚未开工。",
        "7月2日，未开工项目共2个，包括[湖滨线|Project]、[东港码头项目|Project]。",
        "今年[湖滨铁路|Place]预计投产新线3000公里。",
        "1至5月，[保障房|Project]竣工面积7万平方米。",
        "[湖滨线|Project]预计2023年底完成投资3亿元。",
        "7月5日，[湖滨线|Project]铺轨全面完成。",
        "去年，[湖滨线|Project]征地工作全部完成。",
        "7月5日，[湖滨线|Project]投产两年来发电500万度。",
        "7月5日，[湖滨线|Project]全线隧道贯通。",
        "7月5日，会议表决通过了关于提请审议[《绿化条例草案》|Document]的议案。",
        "7月5日，[东湖产业园项目|Project]等3个项目的配套道路开工。",
        "[湖滨线|Project]计划用五年时间建成。",
        "7月2日，[王平|Person]调研[湖滨线|Project]。",
        "1月至5月，[东坪县|Place]开通直播。",
        "会议强调，要尽快出台[《绿化方案》|Document]。",
        "7月2日，被关闭的[老码头|Place]重新开放。",
        "7月2日，通过学习[《绿化方案》|Document]等举措，环境好转。",
        "[东坪机场|Place]开通了4条专用通道。",
        "[湖滨学会|Agency]成立于世纪之交。",
        "7月5日，[江北国|Place]宣布撤销[湖滨法院|Agency]多名法官的签证。",
        "建设者为[湖滨高速|Project]年内通车全力推进。",
        "7月2日，大会举行。大会将听取报告，审议通过[《学会章程》|Document]。",
        "7月2日，会议讨论并原则通过[《节水条例（草案）》|Document]，决定将草案提请县人大常委会审议。",
        "7月2日，大会举行。此前，[湖滨大桥|Project]合龙。",
        "[湖滨高铁|Project]建成通车后，出行更方便。",
        "7月2日，隧道贯通。[湖滨铁路|Project]设计时速350公里，通车运营后，出行更方便。",
        "7月2日，列车试跑。这标志着[湖滨高铁|Project]全线开通运营进入倒计时。",
        "7月2日，工程通水。[湖滨引水工程|Project]南北贯通[望江|Place]、[东湖|Place]两大流域。",
        "7月2日，[湖滨高速|Project]任[湾河特大桥|Place]合龙。",
        "7月2日，双方会谈，就签署[《合作规划》|Document]进行谈判。",
        "连接[湖滨港|Place]的航线7月2日开通。",
        "[湖滨水库|Place]导流洞7月2日贯通。",
        "7月2日，文化节开幕。当地通过[《东湖往事》|Document]实景演出重现历史。",
        "7月2日，电视台公布片单，发布[《东湖往事》|Document]《湖山一家》等20部精品力作。",
        "7月2日，两国会谈，以签署[《合作规划》|Document]为契机加强合作。",
        "7月2日，3号机组投产。这是[湖滨水电站|Place]投产发电的第3台机组。",
        "7月2日，大会闭幕。全会召开后不久，[《绿化方案》|Document]印发。",
    ],
)
def test_what_is_no_milestone(text: str) -> None:
    assert rows(text) == []


def test_ceremony_dates_its_project() -> None:
    text = "6月28日，[湖滨线一期工程开工仪式|Event]举行。"
    nested = ("湖滨线一期工程|Project",)
    assert rows(text, nested=nested) == [("湖滨线一期工程", "started", "2023-06-28")]
    assert rows(text, "heldOn", nested=nested) == [("湖滨线一期工程开工仪式", "", "2023-06-28")]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("7月3日，青河大桥竣工通车典礼举行。", {"completed", "opened"}),
        ("7月3日，金山区第三小学奠基仪式举行。", {"started"}),
        ("7月3日，金山区第三小学校庆仪式举行。", set()),
        ("7月3日，金山区举行青河水厂通水仪式。", {"opened"}),
        ("7月3日，金山区举行妇女儿童活动中心揭牌仪式。", {"opened"}),
        ("7月3日，金山区举行公益项目座谈会。", set()),
        # the event has all of the work that its name begins within
        ("7月3日，大连庄河金湖广场项目开工奠基仪式举行。", {"started"}),
    ],
)
def test_a_ceremony_marks_what_its_name_tells(text: str, stages: set[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    graph = build_graph(tmp_path, published="2023-07-08", place="上海市金山区")
    assert {s.qualifiers["stage"] for s in graph.statements.values() if s.predicate == "milestone"} == stages


def test_citizens_are_no_city(tmp_path: Path) -> None:
    text = "7月3日，金山区举行市民服务中心揭牌仪式。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    graph = build_graph(tmp_path, published="2023-07-08", place="上海市金山区")
    assert "市民服务中心" in [entity.name for entity in graph.entities.values()]


def test_a_report_without_a_date_has_the_month_of_publication() -> None:
    assert rows("日前，[湖滨大桥|Project]正式开工。") == [("湖滨大桥", "started", "2023-07")]
    assert rows("那些年，山乡巨变，[湖滨大桥|Project]正式开工。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7月7日，[第163次常委会会议|Event]召开。", [("第163次常委会会议", "2023-07-07")]),
        ("7月7日，[湖山书展|Event]举行[开幕式|Event]。", [("湖山书展", "2023-07-07"), ("开幕式", "2023-07-07")]),
        ("7月7日下午，[王平|Person]主持召开[第163次常委会会议|Event]。", [("第163次常委会会议", "2023-07-07")]),
        ("记者从7月6日召开的[绿色发展大会|Event]上获悉，成果丰硕。", [("绿色发展大会", "2023-07-06")]),
        # a meeting is of the day on which something happens there, a fair lasts
        ("7月6日，在[湖山推介会|Event]上，12个项目签约。", [("湖山推介会", "2023-07-06")]),
        ("7月6日，在[湖山博览会|Event]上，新品发布。", []),
        ("在7月5日上午的[新闻发布会|Event]上，有人提问。", [("新闻发布会", "2023-07-05")]),
        ("[水电工程开工仪式|Event]7月1日上午在[林水市|Place]举行。", [("水电工程开工仪式", "2023-07-01")]),
        ("5月20日至21日，[花海音乐节|Event]举行。", [("花海音乐节", "2023-05-20/2023-05-21")]),
        ("[茶叶节|Event]将于7月18日开幕。", [("茶叶节", "2023-07-18")]),
        # its verb may stand behind a clause that tells that its work is done or prepared
        (
            "7月5日，[湖滨县人大一次会议|Event]圆满完成各项议程后，在[文化中心|Place]闭幕。",
            [("湖滨县人大一次会议", "2023-07-05")],
        ),
        ("[湖滨县人大一次会议|Event]各项准备工作已经就绪，将于7月18日开幕。", [("湖滨县人大一次会议", "2023-07-18")]),
        ("7月5日，[湖滨县人大一次会议|Event]圆满完成各项议程后，代表们前往[文化中心|Place]。", []),
        ("7月5日，人们集会，抗议即将举行的[湖滨峰会|Event]。", []),
        # when it is may be told in a clause of its own
        ("[茶叶节|Event]由[县文旅局|Agency]主办，将于7月18日举行。", [("茶叶节", "2023-07-18")]),
        ("[茶叶节|Event]由[县文旅局|Agency]主办，将于7月18日举行采茶比赛。", []),
        (
            "7月3日，[茶叶节|Event]开幕。本届茶叶节由[县文旅局|Agency]主办，活动时间为7月3日至8月6日。",
            [("茶叶节", "2023-07-03/2023-08-06")],
        ),
        ("7月3日，[茶叶节|Event]开幕。报名时间为7月3日至8月6日。", [("茶叶节", "2023-07-03")]),
        # how many days it lasts
        ("[茶博会|Event]7月3日开幕，本届展会为期4天。", [("茶博会", "2023-07-03/2023-07-06")]),
        ("7月3日，[茶博会|Event]开幕。本届茶博会以绿色为主题，为期4天。", [("茶博会", "2023-07-03/2023-07-06")]),
        ("7月3日，[茶博会|Event]开幕。展览将持续至8日。", [("茶博会", "2023-07-03/2023-07-08")]),
        ("7月3日，[花海音乐节|Event]开幕，将持续到9月底。", [("花海音乐节", "2023-07-03/2023-09")]),
        ("7月3日，[茶博会|Event]开幕。[湖滨论坛|Event]为期两天。", [("茶博会", "2023-07-03")]),
        ("7月3日，[茶博会|Event]开幕。村民的采茶活动持续三天。", [("茶博会", "2023-07-03")]),
        ("7月3日，[项目签约仪式|Event]举行。大会为期两天。", [("项目签约仪式", "2023-07-03")]),
        # the hour at which it begins
        ("7月3日上午9时，[湖滨县人大一次会议|Event]在文化中心开幕。", [("湖滨县人大一次会议", "2023-07-03")]),
        ("7月3日，[教育系统研讨班|Event]在党校开班。", [("教育系统研讨班", "2023-07-03")]),
        ("为期三天的[湖滨论坛|Event]7月3日闭幕。", [("湖滨论坛", "2023-07-01/2023-07-03")]),
        ("上月底，[集中启动仪式|Event]举行。", [("集中启动仪式", "2023-06")]),
        # who attends tells that it is the day of the report
        ("7月4日，双方签约。\n[王平|Person]出席[签约仪式|Event]。", [("签约仪式", "2023-07-04")]),
        # who has come or sets out for it, or waits for it, does not
        ("7月4日，[王平|Person]会见来华出席[湖滨论坛|Event]的客人。", []),
        ("7月4日，[王平|Person]乘专机离开北京，出席[湖滨论坛|Event]。", []),
        ("7月4日，各界期待[王平|Person]出席[湖滨论坛|Event]。", []),
        ("【[湖滨运动会|Event]】闭幕式7月4日举行。", []),
        ("7月4日，[王平|Person]结束出席[湖滨峰会|Event]回国后听取汇报。", []),
        ("7月4日中午，[王平|Person]抵达[林水市|Place]，并将出席[湖滨论坛|Event]。", []),
        ("7月4日，[王平|Person]抵达[林水市|Place]，7月5日出席[湖滨论坛|Event]。", [("湖滨论坛", "2023-07-05")]),
        ("7月4日，双方会谈。[王平|Person]表示，他很高兴出席[签约仪式|Event]。", []),
        ("7月4日，发布会举行。发布会上介绍，[湖滨运动会|Event]办得好。", []),
        ("7月4日，[王平|Person]在[湖滨峰会|Event]前主持会谈。", []),
        # without a date of its own only the report's own ceremony
        ("7月4日，双方会谈。\n这些年，[王平|Person]多次出席[湖滨论坛|Event]。", []),
        # an event whose spirit is studied is not taking place
        ("7月7日，全县学习贯彻[十三次全会|Event]精神。", []),
        ("7月7日，全县学习[王平|Person]出席[湖滨论坛|Event]时的重要讲话。", []),
        ("7月7日，[王平|Person]出席[湖滨论坛|Event]并发表重要讲话。", [("湖滨论坛", "2023-07-07")]),
        ("[王平|Person]回忆起[茶叶节|Event]。", []),
        ("5月3日，双方会谈。[王平|Person]说，祝贺[茶叶节|Event]成功举办。", []),
        ("[茶叶节|Event]7月3日进入开幕后的第十天。", []),
        ("“2014年，我参加过[茶叶节|Event]。”[王平|Person]说。", []),
        ("要学习[王平|Person]在出席[湖滨峰会|Event]等外事活动时的重要讲话精神。", []),
        # neither what takes place for it, nor what lies in no one day
        ("6月10日，[王平|Person]宣布[湖滨运动会|Event]火炬传递开始。", []),
        ("过去一年，我们胜利召开了[湖滨大会|Event]。", []),
        ("7月3日，文章指出，[湖滨运动会|Event]不仅见证了成绩，还带来了游客。", []),
        ("[湖滨旅游节|Event]将于7月26日—29日举办。", [("湖滨旅游节", "2023-07-26/2023-07-29")]),
        # nor when it is praised, planned, or only what guests have come for
        ("7月4日，人们热烈祝贺[王平|Person]出席[湖滨峰会|Event]圆满成功。", []),
        ("7月4日发布片单。还将举办主持人大赛和[茶艺大会|Event]等。", []),
        ("7月4日，[王平|Person]同出席[湖滨论坛|Event]的负责人共同会见记者。", []),
        ("7月4日，出席[湖滨论坛|Event]的有[王平|Person]。", [("湖滨论坛", "2023-07-04")]),
        ("7月4日，[湖山县年俗大集|Event]热闹开市。", [("湖山县年俗大集", "2023-07-04")]),
        ("[2023年春运|Event]自1月7日至2月15日，为期40天。", [("2023年春运", "2023-01-07/2023-02-15")]),
        (
            "7月2日，[湖山县篮球联赛|Event]开幕。本次联赛共有球队11支，于7月2日至5日举行。",
            [("湖山县篮球联赛", "2023-07-02/2023-07-05")],
        ),
        (
            "[4月26日|Time|2023-04-26]，[王平|Person]在[甲委员会第十一次会议|Event]上强调，要加强建设。",
            [("甲委员会第十一次会议", "2023-04-26")],
        ),
        ("7月2日，出席[乙会议|Event]的代表团召开座谈会。", []),
        ("7月2日，[县人大二次会议|Event]开幕。会议将于7月6日闭幕。", [("县人大二次会议", "2023-07-02/2023-07-06")]),
        ("7月2日，[甲会议|Event]举行，决定了[乙会议|Event]召开日期。", [("甲会议", "2023-07-02")]),
        # what a meeting decides to convene is not held on its day
        (
            "7月2日，[县人大常委会第五次会议|Event]举行，决定召开[县人大二次会议|Event]。",
            [("县人大常委会第五次会议", "2023-07-02")],
        ),
        ("会议决定于[8月2日|Time|2023-08-02]召开[县人大二次会议|Event]。", [("县人大二次会议", "2023-08-02")]),
        # the day and the verb in the next clause
        ("[县人大一次会议|Event]圆满完成各项议程，[7月6日|Time|2023-07-06]下午闭幕。", [("县人大一次会议", "2023-07-06")]),
        (
            "[县人大一次会议|Event]准备工作已就绪，将于[7月8日|Time|2023-07-08]上午开幕。",
            [("县人大一次会议", "2023-07-08")],
        ),
        ("[湖滨论坛|Event]完成各项筹备，[茶叶节|Event][7月6日|Time|2023-07-06]开幕。", [("茶叶节", "2023-07-06")]),
    ],
)
def test_held_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, date) for name, _, date in rows(text, "heldOn")] == expected


def test_a_bare_ceremony_spoken_at_has_the_day_of_the_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "2023年7月4日，区政府与湖山集团签订合作协议。\n签约仪式上，区长周明远表示欢迎。\n", encoding="utf-8"
    )
    graph = build_graph(tmp_path, published="2023-07-08", place="上海市金山区")
    assert [s.value for s in graph.statements.values() if s.predicate == "heldOn"] == ["2023-07-04"]


def test_one_date_for_each_stage() -> None:
    text = "[湖滨大桥|Project]正式开工。\n7月2日，[湖滨大桥|Project]开工建设。"
    assert rows(text) == [("湖滨大桥", "started", "2023-07-02")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where a work is begun stands before the verb, its short name too
        (
            "7月6日，[青湖堤防加固二期工程|Project]（以下简称“二期工程”）在[白云镇|Place]老闸口堤段开工。",
            [("青湖堤防加固二期工程", "started", "2023-07-06")],
        ),
        ("7月6日，[青湖堤防加固工程|Project]在建泵站的配套水闸开工。", []),
        # a section pointed to, a bridge pointed to behind its date
        ("[青白高铁东川段|Project]全长90公里。该区段于2020年12月开工建设。", [("青白高铁东川段", "started", "2020-12")]),
        (
            "[青水大桥|Project]是[东白高铁|Project]的控制性工程。预计2025年底大桥建成。",
            [("青水大桥", "completed?", "2025-12")],
        ),
        ("[青水大桥|Project]是[东白高铁|Project]的控制性工程。今后大桥建成。", []),
        # a plant works from its first unit on
        ("[青水电站|Project]总投资6亿元。工程计划于2025年首台机组投产。", [("青水电站", "opened?", "2025")]),
        ("[青水电站|Project]开始安装，预计2025年8月实现首台机组发电。", [("青水电站", "opened?", "2025-08")]),
        ("[青水电站|Project]开始安装，预计2025年8月吊装首台机组。", []),
        (
            "[青水电站|Project]计划2025年首台机组投产，2026年全部投产。",
            [("青水电站", "opened?", "2025"), ("青水电站", "opened?", "2026")],
        ),
        # what is finished since is not finished on the day that works began
        ("项目于2018年7月31日开工，经过16个月建设，[青水电站一期|Project]已完工。", []),
        (
            "2018年7月31日，[青水电站|Project]开工，[白水电站|Project]竣工。",
            [("白水电站", "completed", "2018-07-31"), ("青水电站", "started", "2018-07-31")],
        ),
        # what another turn prepares is to come, where it is dated
        (
            "7月3日，[青水大桥|Project]合龙，为明年实现通车奠定了坚实基础。",
            [("青水大桥", "completed", "2023-07-03"), ("青水大桥", "opened?", "2024")],
        ),
        ("7月3日，[青水大桥|Project]合龙，为通车奠定了坚实基础。", [("青水大桥", "completed", "2023-07-03")]),
        # along the main line; a part of an airport is not the airport
        ("7月3日，[青川通道|Project]主线贯通。", [("青川通道", "completed", "2023-07-03")]),
        ("7月3日，[青川机场工程|Project]西跑道启用。", []),
        # what stands before a verb is not of its list; a programme that works are listed in is not begun with them
        (
            "7月8日，仪式涵盖了已建成的[青水库|Place]以及今天开工的[白水闸项目|Project]、[云水闸项目|Project]等多个项目。",
            [("云水闸项目", "started", "2023-07-08"), ("白水闸项目", "started", "2023-07-08")],
        ),
        ("7月3日，一批列入“[春雨工程|Project]”的风电项目开工。", []),
        ("去年12月，[青白铁路|Project]开始铺轨，预计今年上半年完成。", []),
        # several summed up come to it together
        (
            "实施[青路改造工程|Project]、[白路改造工程|Project]2个续建项目，计划9月前完工。",
            [("白路改造工程", "completed?", "2023-09"), ("青路改造工程", "completed?", "2023-09")],
        ),
    ],
)
def test_a_turn_told_by_pointing_words_places_and_parts(text: str, expected: list[Row]) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "published", "stage"),
    [
        ("[青白铁路|Project]今年开工。", "2023-03-08", "started?"),
        ("[青白铁路|Project]进展顺利，年内开工。", "2023-09-08", "started?"),
        ("[青白铁路|Project]今年已开工。", "2023-03-08", "started"),
        ("[青白铁路|Project]今年开工。", "2023-12-08", "started"),
    ],
)
def test_a_turn_of_the_year_that_has_just_begun_is_to_come(text: str, published: str, stage: str) -> None:
    assert rows(text, published=published) == [("青白铁路", stage, "2023")]

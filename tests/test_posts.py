"""Posts and bylines, read from plain sentences by the real recognition: who holds which post, who wrote the article."""

import pytest
from mentions import JINSHAN

from kg.build import extract
from kg.reading import Metadata, parse_document

Row = tuple[str, str, str]


def read(text: str, predicate: str, place: str = JINSHAN) -> list[Row]:
    """Person, body and title (a former one ends in -) of each holdsPost, or author and article of each wrote."""
    made = extract(parse_document(text, "a", Metadata(published="2023-07-08", place=place)))
    names = {entity.id: entity.name for entity in made.entities}
    return [
        (
            names[s.subject],
            names[s.object or ""] if predicate == "holdsPost" else str(s.object),
            str(s.qualifiers.get("title", "")) + ("-" if s.qualifiers.get("end") else ""),
        )
        for s in made.statements
        if s.predicate == predicate
    ]


GOVERNMENT, COMMITTEE = "金山区人民政府", "中共金山区委"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a title before the name, its body in words or implied
        ("区委书记周明远主持会议。", [("周明远", COMMITTEE, "书记")]),
        ("区长李泽平来到现场。", [("李泽平", GOVERNMENT, "区长")]),
        # a congress has delegates of all trades
        ("全国人大代表、航天员李泽平说。", [("李泽平", "全国人民代表大会", "代表")]),
        ("副区长王建华出席会议。", [("王建华", GOVERNMENT, "副区长")]),
        ("区税务局局长陈立新介绍了情况。", [("陈立新", "金山区税务局", "局长")]),
        ("昨天，市委书记陈志远来金调研。", [("陈志远", "中共上海市委", "书记")]),
        # what the dictionary has within the title ends the body's name
        (
            "区委副书记、区六运会组委会主任、区长李泽平致开幕词。",
            [("李泽平", COMMITTEE, "副书记"), ("李泽平", "金山区六运会组委会", "主任"), ("李泽平", GOVERNMENT, "区长")],
        ),
        (
            "湖山技师学院党委委员、质量与绩效考核办公室主任王建华出席。",
            [("王建华", "湖山技师学院党委", "委员"), ("王建华", "质量与绩效考核办公室", "主任")],
        ),
        ("区政协社会和法制委员会主任王建华出席。", [("王建华", "金山区政协社会和法制委员会", "主任")]),
        # the body and the title around the name
        (
            "区政府李泽平区长、区政协王建华副主席出席。",
            [("李泽平", GOVERNMENT, "区长"), ("王建华", "政协金山区委员会", "副主席")],
        ),
        # a union and a congress said without their place, a party's committee, a zone and a paper of any name
        (
            "区政协副主席、总工会主席李泽平，人大副主任王建华出席。",
            [
                ("李泽平", "政协金山区委员会", "副主席"),
                ("李泽平", "金山区总工会", "主席"),
                ("王建华", "金山区人民代表大会", "副主任"),
            ],
        ),
        (
            "民盟区委专职副主委李泽平、农工党江北市委主委王建华出席。",
            [("李泽平", "民盟金山区委", "专职副主委"), ("王建华", "农工党江北市委", "主委")],
        ),
        (
            "城关镇党委书记、云岭产业集聚区管委会主任李泽平发言。",
            [("李泽平", "城关镇党委", "书记"), ("李泽平", "云岭产业集聚区管委会", "主任")],
        ),
        (
            "城关镇镇党委副书记、宣传委员、统战委员李泽平说。",
            [("李泽平", "城关镇党委", "副书记"), ("李泽平", "城关镇党委", "宣传委员"), ("李泽平", "城关镇党委", "统战委员")],
        ),
        (
            "安庆市委常委、军分区政委李泽平、军分区司令员王建华参加。",
            [("李泽平", "中共安庆市委", "常委"), ("李泽平", "安庆市军分区", "政委"), ("王建华", "安庆市军分区", "司令员")],
        ),
        (
            "安庆市人大常委会人事代表工委主任李泽平参加。",
            [("李泽平", "安庆市人大常委会人事代表工委", "主任")],
        ),
        ("国务委员兼外交部长李泽平会见外宾。", [("李泽平", "中华人民共和国国务院", "国务委员"), ("李泽平", "外交部", "部长")]),
        ("云岭街道办事处主任李泽平参加，劳模代表王建华发言。", [("李泽平", "云岭街道办事处", "主任")]),
        (
            "安庆市体育局党组成员、调研员李泽平参加。",
            [("李泽平", "安庆市体育局党组", "成员"), ("李泽平", "安庆市体育局", "调研员")],
        ),
        (
            "亭林镇镇党委委员副镇长李泽平参加。",
            [("李泽平", "中共亭林镇委员会", "委员"), ("李泽平", "亭林镇人民政府", "副镇长")],
        ),
        (
            "安庆市副市长李泽平，市政协副主席、工商联主席王建华，商务局局长周大川参加。",
            [
                ("李泽平", "安庆市人民政府", "副市长"),
                ("王建华", "政协安庆市委员会", "副主席"),
                ("王建华", "安庆市工商业联合会", "主席"),
                ("周大川", "安庆市商务局", "局长"),
            ],
        ),
        ("中国外交部发言人李泽平说。", [("李泽平", "外交部", "发言人")]),
        ("李泽平当选中国国务院总理。", [("李泽平", "中华人民共和国国务院", "总理")]),
        ("工程建设负责人李泽平介绍。", []),
        ("云岭村党支部书记助理李泽平说。", [("李泽平", "云岭村党支部", "书记助理")]),
        ("参与采访的中国江北网副总编辑李泽平说。", [("李泽平", "中国江北网", "副总编辑")]),
        # elected by many votes, several posts that a card tells one after another; a town's head is not of its Party committee
        ("2017年1月，李泽平以高票当选为云岭村党支部书记。", [("李泽平", "云岭村党支部", "书记")]),
        (
            "李泽平，男，39岁，现任云岭村党支部书记，金山区云岭蜜蜂专业合作社理事长，去年获奖。",
            [("李泽平", "云岭村党支部", "书记"), ("李泽平", "金山区云岭蜜蜂专业合作社", "理事长")],
        ),
        # a line of those honoured
        ("李泽平 金山区云岭机械有限公司 总经理", [("李泽平", "金山区云岭机械有限公司", "总经理")]),
        ("李泽平，亭林镇党委书记，去年获奖。", [("李泽平", "中共亭林镇委员会", "书记")]),
        # several posts of one person
        ("区委副书记、区长李泽平讲话。", [("李泽平", COMMITTEE, "副书记"), ("李泽平", GOVERNMENT, "区长")]),
        ("区委常委、副区长王建华主持会议。", [("王建华", COMMITTEE, "常委"), ("王建华", GOVERNMENT, "副区长")]),
        (
            "区委常委、组织部部长沈佳怡出席会议。",
            [("沈佳怡", COMMITTEE, "常委"), ("沈佳怡", "中共金山区委组织部", "部长")],
        ),
        (
            "区政协主席王建华，副主席张国栋、李文静、陈立出席。",
            [
                ("王建华", "政协金山区委员会", "主席"),
                *((n, "政协金山区委员会", "副主席") for n in ("张国栋", "李文静", "陈立")),
            ],
        ),
        # what a notice tells of somebody: posts held and left, none that is only proposed
        (
            "周明远，男，汉族，1970年3月生，大学学历，中共党员，曾任区水务局局长、副区长，现任区委副书记，拟任区委书记。",
            [("周明远", "金山区水务局", "局长-"), ("周明远", GOVERNMENT, "副区长-"), ("周明远", COMMITTEE, "副书记")],
        ),
        ("1963年出生的周远，现任区委副书记，拟提名为区长候选人。", [("周远", COMMITTEE, "副书记")]),
        ("周明远先后担任区水务局局长、副区长等职。", [("周明远", "金山区水务局", "局长-"), ("周明远", GOVERNMENT, "副区长-")]),
        ("周明远，历任区水务局局长、副区长。", [("周明远", "金山区水务局", "局长-"), ("周明远", GOVERNMENT, "副区长-")]),
        ("决定王建华副区长为金山区人民政府代理区长。", [("王建华", GOVERNMENT, "副区长"), ("王建华", GOVERNMENT, "代理区长")]),
        # a second post abroad, with the country said once
        ("约旦首相兼外交大臣哈桑到访。", [("哈桑", "约旦", "首相"), ("哈桑", "约旦", "外交大臣")]),
        ("交通运输部安全总监王建华介绍了情况。", [("王建华", "交通运输部", "安全总监")]),
        ("湖山（上海）国际马术俱乐部有限公司董事长王建华到访。", [("王建华", "湖山（上海）国际马术俱乐部有限公司", "董事长")]),
        ("朝鲜劳动党总书记、国务委员长朴成日视察工厂。", []),
        # several people, each with his own
        ("区委书记周明远、区长李泽平出席。", [("周明远", COMMITTEE, "书记"), ("李泽平", GOVERNMENT, "区长")]),
        # a post that several hold: the names after it share it
        ("副区长王建华、张国栋出席会议。", [("王建华", GOVERNMENT, "副区长"), ("张国栋", GOVERNMENT, "副区长")]),
        (
            "区政协副主席王建华、张国栋、李文静参加活动。",
            [(n, "政协金山区委员会", "副主席") for n in ("王建华", "张国栋", "李文静")],
        ),
        ("区委常委沈佳怡、张国栋出席会议。", [("沈佳怡", COMMITTEE, "常委"), ("张国栋", COMMITTEE, "常委")]),
        # a Party group's post before the body's own
        (
            "区政协党组书记、主席王建华出席会议。",
            [("王建华", "金山区政协党组", "书记"), ("王建华", "政协金山区委员会", "主席")],
        ),
        (
            "区政协主席王建华，党组副书记、副主席张国栋出席会议。",
            [
                ("王建华", "政协金山区委员会", "主席"),
                ("张国栋", "金山区政协党组", "副书记"),
                ("张国栋", "政协金山区委员会", "副主席"),
            ],
        ),
        ("区文联党组书记王建华、主席张国栋出席会议。", [("王建华", "金山区文联党组", "书记")]),
        (
            "广西壮族自治区党委副书记、主席王建华来金调研。",
            [("王建华", "中共广西壮族自治区委员会", "副书记"), ("王建华", "广西壮族自治区人民政府", "主席")],
        ),
        # a post that one person holds is not shared
        ("区委书记周明远、张国栋出席会议。", [("周明远", COMMITTEE, "书记")]),
        ("区长李泽平与张国栋出席会议。", [("李泽平", GOVERNMENT, "区长")]),
        # the next in the list has a title of his own
        (
            "副区长王建华、区税务局局长陈立新出席会议。",
            [("王建华", GOVERNMENT, "副区长"), ("陈立新", "金山区税务局", "局长")],
        ),
        # a title without a body goes on with the list of one body
        (
            "区政协副主席王建华、张国栋，秘书长李文静出席会议。",
            [
                ("王建华", "政协金山区委员会", "副主席"),
                ("张国栋", "政协金山区委员会", "副主席"),
                ("李文静", "政协金山区委员会", "秘书长"),
            ],
        ),
        # titles after names
        ("区委书记周明远到会。周明远书记说，要抓紧。", [("周明远", COMMITTEE, "书记")]),
        ("李泽平区长要求加快进度。", [("李泽平", GOVERNMENT, "区长")]),
        # a county by its former name, whatever county that name ends like
        ("玉环县副县长张国栋到会。", [("张国栋", "玉环市人民政府", "副县长")]),
        # appointments and removals
        ("任命张国栋为区税务局局长。", [("张国栋", "金山区税务局", "局长")]),
        ("免去张国栋的区税务局局长职务。", [("张国栋", "金山区税务局", "局长-")]),
        ("决定任命张国栋同志为区税务局副局长。", [("张国栋", "金山区税务局", "副局长")]),
        # former posts
        ("原区长李泽平接受调查。", [("李泽平", GOVERNMENT, "区长-")]),
        ("时任区委书记周明远出席了奠基。", [("周明远", COMMITTEE, "书记-")]),
        # heads of state and their spokesmen hold posts of the country
        ("智利总统博里奇表示欢迎。", [("博里奇", "智利", "总统")]),
        # departments: a named office is a body, a section of a company stays in the title
        ("区税务局办公室主任陈立新介绍说。", [("陈立新", "金山区税务局办公室", "主任")]),
        # reporters whose byline names the paper
        ("新华社记者 张国栋 李文静", [("张国栋", "新华通讯社", "记者"), ("李文静", "新华通讯社", "记者")]),
        ("我校与金山区人民政府签约，校长李伟出席。", []),
        ("云湖新闻网/人民日报记者 张国栋", [("张国栋", "云湖新闻网", "记者"), ("张国栋", "人民日报社", "记者")]),
        ("人民日报全媒体记者 张国栋", [("张国栋", "人民日报社", "记者")]),
        ("央广网北京1月1日消息（记者张国栋）大桥通车。", [("张国栋", "央广网", "记者")]),
    ],
)
def test_posts(text: str, expected: list[Row]) -> None:
    assert sorted(set(read(text, "holdsPost"))) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "周明远来到区税务局。",  # a visitor
        "通讯员 张国栋",  # those who send in texts hold no post
        "区税务局的干部张国栋说。",
        "村民张国栋种了五亩葡萄。",
        "区委书记要亲自抓。",  # nobody is named
        "张国栋教授作了报告。",
        "区领导周明远、李泽平出席会议。",
        "本报记者 张国栋",  # which paper?
        "责任编辑：张国栋",
        "中共中央总书记、国家主席将出席会议。",
    ],
)
def test_what_is_no_post(text: str) -> None:
    assert read(text, "holdsPost") == []


def test_a_head_of_state_by_his_bare_title_holds_the_states_post() -> None:
    assert read("外长说，习近平主席去年访问泰国。", "holdsPost", place="") == [("习近平", "中国", "主席")]
    assert read("法国前政府总理拉法安发来贺电。", "holdsPost", place="") == [("拉法安", "法国", "总理-")]
    assert read("市政协习近明主席出席会议。", "holdsPost", place="") == [("习近明", "市政协", "主席")]


def test_a_premier_by_his_bare_title_is_of_the_state_council() -> None:
    assert read("他们按照李强总理要求抢险。", "holdsPost", place="") == [("李强", "中华人民共和国国务院", "总理")]
    assert read("他们按照李克强总理要求抢险。", "holdsPost", place="") == []  # of 2023-07
    assert read("他们按照李显龙总理要求抢险。", "holdsPost", place="") == []


def test_members_of_a_group() -> None:
    """The bodies in brackets say where a member comes from; the group is the one that the notice founds."""
    text = (
        "关于成立金山区节水工作领导小组的通知\n"
        "经研究，决定成立金山区节水工作领导小组。\n"
        "组  长：李泽平（副区长）\n副组长：陈立新（区税务局局长）\n成  员：王建华（区亚运会组委会主席）\n张国栋（区水务局副局长）\n"
    )
    group = "金山区节水工作领导小组"
    posts = read(text, "holdsPost")
    assert {(p, t) for p, body, t in posts if body == group} == {
        ("李泽平", "组长"),
        ("陈立新", "副组长"),
        ("王建华", "成员"),
        ("张国栋", "成员"),
    }
    assert ("陈立新", "金山区税务局", "局长") in posts


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("记者 张国栋 李文静", ["张国栋", "李文静"]),
        ("本报记者 张国栋 通讯员 李文静", ["张国栋", "李文静"]),
        ("（记者 张国栋）昨天，工程开工。", ["张国栋"]),
        ("湖山新闻网6月26日讯（张国栋、李文静）昨天，工程开工。", ["张国栋", "李文静"]),
        ("本报讯（张国栋报道）昨天，工程开工。", ["张国栋"]),
        ("本报讯（记者 张国栋）昨天，工程开工。", ["张国栋"]),
        ("文/张国栋", ["张国栋"]),
        ("通讯员 李文静", ["李文静"]),
        # editors and designers wrote nothing, nor do words that look like credits
        ("责任编辑：张国栋", []),
        ("美编：李文静 校对：王建华", []),
        ("文章指出，要坚持绿色发展，久久为功，把一张蓝图绘到底，让群众得到更多实惠。", []),
        ("记者来到村里，看到葡萄熟了。", []),
        ("区长李泽平接受记者采访。", []),
        ("参加展览的摄影师周文博告诉大家，他在这里拍了十年照片，每年都要来上三四次。", []),
    ],
)
def test_authors(text: str, authors: list[str]) -> None:
    assert [name for name, _, _ in read(text, "wrote")] == authors


def test_a_resume_tells_the_posts_of_the_person_it_introduces() -> None:
    text = (
        "周明远，男，汉族，1968年3月生。\n"
        "现任金山区人民政府副区长，拟任金山区委常委。\n"
        "1995.03—2001.09，金山区财政局干事、副局长；\n"
        "2016.05—今 金山区人民政府副区长、党组成员\n"
    )
    assert read(text, "holdsPost") == [
        ("周明远", GOVERNMENT, "副区长"),
        ("周明远", "金山区财政局", "干事-"),
        ("周明远", "金山区财政局", "副局长-"),
        ("周明远", GOVERNMENT, "副区长"),
        ("周明远", "金山区人民政府党组", "成员"),
    ]


def test_lines_with_dates_are_nobodys_posts_where_nobody_is_introduced() -> None:
    assert read("1995.03—2001.09，金山区财政局副局长；", "holdsPost") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("免去周明远金山区委副书记、常委职务。", [("周明远", COMMITTEE, "副书记-"), ("周明远", COMMITTEE, "常委-")]),
        ("2021年9月，周明远任金山区委副书记。", [("周明远", COMMITTEE, "副书记")]),
        # an office inside the title, a Party committee that no list knows, a unit of the body named before
        (
            "区公安分局党委委员、政治处主任周明远出席。",
            [("周明远", "金山区公安分局党委", "委员"), ("周明远", "金山区公安分局", "政治处主任")],
        ),
        (
            "区公安局副局长、交警大队大队长周明远介绍。",
            [("周明远", "金山区公安局", "副局长"), ("周明远", "金山区公安局交通警察大队", "大队长")],
        ),
        # the Party group of the body before, and the post held beside another
        ("区教育局局长、党组书记周明远说。", [("周明远", "金山区教育局", "局长"), ("周明远", "金山区教育局党组", "书记")]),
        ("区委副书记、区教育局局长（兼）周明远说。", [("周明远", COMMITTEE, "副书记"), ("周明远", "金山区教育局", "局长")]),
        # a list of officials goes on with the city it began with; a department of the committee before; posts held once
        (
            "平湖市委书记丁一鸣，市委副书记、市长周明远参加。",
            [
                ("丁一鸣", "中共平湖市委", "书记"),
                ("周明远", "中共平湖市委", "副书记"),
                ("周明远", "平湖市人民政府", "市长"),
            ],
        ),
        ("区委常委、宣传部长周明远说。", [("周明远", COMMITTEE, "常委"), ("周明远", "中共金山区委宣传部", "部长")]),
        ("周明远在任区教育局局长期间受到表彰。", [("周明远", "金山区教育局", "局长-")]),
        ("云川电力公司开业。公司董事长周明远说。", [("周明远", "云川电力公司", "董事长")]),
        # the Party group and the posts of the body just named
        (
            "金山区水利局召开会议。局党组书记、局长周明远讲话。",
            [("周明远", "金山区水利局党组", "书记"), ("周明远", "金山区水利局", "局长")],
        ),
        (
            "金山区人民法院开会。该院党组副书记、副院长王建华出席。",
            [("王建华", "金山区人民法院党组", "副书记"), ("王建华", "金山区人民法院", "副院长")],
        ),
        ("东岭中学开学。学校党总支书记王建华致辞。", [("王建华", "东岭中学党总支", "书记")]),
        ("金山区水利局召开会议。该院副院长王建华出席。", []),
        # the body before the name and the post behind it; the chairman of a congress; the head of state
        ("区教育局周明远副局长表示，要抓好落实。", [("周明远", "金山区教育局", "副局长")]),
        (
            "区人大党组书记、主任周明远主持会议。",
            [("周明远", "金山区人大党组", "书记"), ("周明远", "金山区人民代表大会常务委员会", "主任")],
        ),
        ("国家主席周明远在曼谷会见来宾。", [("周明远", "中国", "国家主席")]),
        # of a foreign chain neither the Party nor the country at home
        (
            "越共中央总书记阮文明、国家主席周明远致贺。",
            [("阮文明", "越南共产党中央委员会", "总书记")],
        ),
        # abroad: who sends an ambassador, what an envoy is for, governors and mayors, chiefs of state in a list, one letter
        ("中国驻印度尼西亚大使周明远到机场迎接。", [("周明远", "中国", "驻印度尼西亚大使")]),
        ("伊朗常驻联合国代表阿里罗夫表示，制裁无效。", [("阿里罗夫", "伊朗", "常驻联合国代表")]),
        ("联合国也门问题特使格伦德伯里访问亚丁。", [("格伦德伯里", "联合国", "也门问题特使")]),
        ("美国总统国家安全事务助理沙利罗夫到访。", [("沙利罗夫", "美国", "总统国家安全事务助理")]),
        ("佛罗里达州州长德桑罗斯宣布进入紧急状态。", [("德桑罗斯", "佛罗里达州", "州长")]),
        ("莫斯科市长索比亚罗夫说，道路已恢复通行。", [("索比亚罗夫", "莫斯科", "市长")]),
        (
            "客人会见卢森堡大公亨罗、国民议会议长维斯罗、首相弗里罗。",
            [("亨罗", "卢森堡", "大公"), ("维斯罗", "国民议会", "议长"), ("弗里罗", "卢森堡", "首相")],
        ),
        ("俄外长拉夫罗斯基与美国务卿鲁比罗会谈。", [("拉夫罗斯基", "俄罗斯", "外长"), ("鲁比罗", "美国", "国务卿")]),
        ("俄罗斯联邦安全会议秘书绍伊罗到访。", [("绍伊罗", "俄罗斯联邦安全会议", "秘书")]),
        ("以色列前总理贝内罗夫发表声明。", [("贝内罗夫", "以色列", "总理-")]),
        ("同通伦达总书记会谈。", []),
        ("越南国家主席阮文明到访。阮文明国家主席将发表演讲。", [("阮文明", "越南", "国家主席")]),
        ("我市市长周明远主持会议。", [("周明远", "上海市人民政府", "市长")]),
        ("周明远总书记在全国两会期间强调发展。", [("周明远", "中国共产党中央委员会", "总书记")]),
        (
            "市政府参事周明远、李泽平参加调研。",
            [("周明远", "上海市人民政府", "参事"), ("李泽平", "上海市人民政府", "参事")],
        ),
        # the head of a committee names it, whether of villagers or of residents
        ("亭西村村委会主任周明远说。", [("周明远", "亭西村村委会", "主任")]),
        (
            "亭西村党总支书记、村委会主任周明远说。",
            [("周明远", "亭西村党总支", "书记"), ("周明远", "亭西村村民委员会", "村委会主任")],
        ),
        # everyone that an election, an appointment or a removal names before the post
        (
            "周明远、李泽平、沈佳怡当选为区人大常委会副主任。",
            [(n, "金山区人民代表大会常务委员会", "副主任") for n in ("周明远", "李泽平", "沈佳怡")],
        ),
        (
            "会议选举周明远为区人大常委会主任，李泽平、周平为副主任。",
            [
                ("周明远", "金山区人民代表大会常务委员会", "主任"),
                ("李泽平", "金山区人民代表大会常务委员会", "副主任"),
                ("周平", "金山区人民代表大会常务委员会", "副主任"),
            ],
        ),
        (
            "会议决定免去周明远、李泽平的区教育局副局长职务。",
            [("周明远", "金山区教育局", "副局长-"), ("李泽平", "金山区教育局", "副局长-")],
        ),
        (
            "推选周明远为金山区代表团团长，区委副书记李泽平介绍情况。",
            [("周明远", "金山区代表团", "团长"), ("李泽平", COMMITTEE, "副书记")],
        ),
        ("大会选举周明远为法院院长。", [("周明远", "金山区人民法院", "院长")]),
        ("周明远提名，李泽平当选为区教育局局长。", [("李泽平", "金山区教育局", "局长")]),
        (
            "对区政协原党组书记、主席周明远立案审查。",
            [("周明远", "金山区政协党组", "书记-"), ("周明远", "政协金山区委员会", "主席-")],
        ),
        # a committee without its congress or conference is that of the one named before, else of the paper's
        (
            "区人大常委会开会，财经委主任委员周明远作报告。",
            [("周明远", "金山区人民代表大会财政经济委员会", "主任委员")],
        ),
        (
            "全国人大环资委副主任委员周明远、农委主任委员李泽平作了汇报。",
            [
                ("周明远", "全国人大环境与资源保护委员会", "副主任委员"),
                ("李泽平", "全国人大农业与农村委员会", "主任委员"),
            ],
        ),
        (
            "全国政协任命周明远为经济委员会副主任、李泽平为提案委员会驻会副主任，沈佳怡不再担任提案委员会驻会副主任。",
            [
                ("周明远", "全国政协经济委员会", "副主任"),
                ("李泽平", "全国政协提案委员会", "驻会副主任"),
                ("沈佳怡", "全国政协提案委员会", "驻会副主任-"),
            ],
        ),
        ("区税务局负责人、区教育局局长周明远说。", [("周明远", "金山区教育局", "局长")]),
        ("公司薪酬委员会主任周明远说。", [("周明远", "公司薪酬委员会", "主任")]),
        # a link of the chain whose body no list knows, or that is no post yet
        ("副区长、清溪河区级河长周明远说。", [("周明远", GOVERNMENT, "副区长")]),
        ("副区长、指挥长周明远说。", [("周明远", GOVERNMENT, "副区长")]),
        (
            "区委常委、江北省第九批援藏指挥部指挥长周明远说。",
            [("周明远", COMMITTEE, "常委"), ("周明远", "江北省第九批援藏指挥部", "指挥长")],
        ),
        (
            "区委常委、政府党组成员、副区长提名人选周明远说。",
            [("周明远", COMMITTEE, "常委"), ("周明远", "金山区政府党组", "成员")],
        ),
        ("区长候选人周明远发言。", []),
        (
            "区委副书记、政府区长周明远说。",
            [("周明远", COMMITTEE, "副书记"), ("周明远", GOVERNMENT, "区长")],
        ),
        (
            "区委常委、负责常务工作副区长周明远说。",
            [("周明远", COMMITTEE, "常委"), ("周明远", GOVERNMENT, "副区长")],
        ),
        (
            "阿勒泰地委副书记、地区行署专员周明远说。",
            [("周明远", "中共阿勒泰地区委员会", "副书记"), ("周明远", "阿勒泰地区行政公署", "专员")],
        ),
        # the head of the body just told of, where it is the only one with such a head
        (
            "区教育局召开会议。局长周明远讲话，党组书记李泽平主持。",
            [("周明远", "金山区教育局", "局长"), ("李泽平", "金山区教育局党组", "书记")],
        ),
        ("区教育局、区水利局召开会议。局长周明远讲话。", []),
        ("区教育局召开会议。\n会后大家参观了学校。\n第二天局里又开了会。\n局长周明远讲话。", []),
        # the ministry of the state whose party is named
        ("周明远会见越共中央政治局委员、公安部部长苏林。", [("苏林", "越共中央政治局", "委员")]),
        # a body with a second name in brackets
        (
            "湖山医科大学金山医院（金山区人民医院）院长周明远出席。",
            [("周明远", "湖山医科大学金山医院", "院长")],
        ),
        # guests in lines run together
        (
            "发布人：周明远 区教育局局长；李泽平 区水利局副局长。",
            [("周明远", "金山区教育局", "局长"), ("李泽平", "金山区水利局", "副局长")],
        ),
        ("于兆强等52人当选为区政协委员。", []),
        ("会议选举产生区人大常委会主任、副主任。", []),
    ],
)
def test_posts_of_the_genres_turns(text: str, expected: list[Row]) -> None:
    assert sorted(read(text, "holdsPost")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the head of a town that comes from elsewhere, of the town before the title or of the committee before
        (
            "7日，邻水县青阜镇镇长李泽平来廊下镇考察。",
            [("李泽平", "青阜镇人民政府", "镇长")],
        ),
        (
            "邻水县青阜镇党委副书记、镇长李泽平来廊下镇考察。",
            [("李泽平", "邻水县青阜镇党委", "副书记"), ("李泽平", "青阜镇人民政府", "镇长")],
        ),
        # near miss: a bare one is the town's of this paper named last
        ("活动在廊下镇举行，镇长李泽平出席。", [("李泽平", "廊下镇人民政府", "镇长")]),
    ],
)
def test_head_of_a_town_is_of_the_town_said(text: str, expected: list[Row]) -> None:
    assert sorted(read(text, "holdsPost")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the bureau in its chief's title, whose place the post before has said
        ("副区长、公安局长王建华出席。", [("王建华", GOVERNMENT, "副区长"), ("王建华", "金山区公安局", "局长")]),
        # near miss: a meeting of such chiefs
        ("副区长王建华出席各局、公安局长会议。", [("王建华", GOVERNMENT, "副区长")]),
        # full-time, earlier, of a part of the world
        (
            "区委专职副书记李泽平，前任区长王建华到会。",
            [("李泽平", COMMITTEE, "专职副书记"), ("王建华", GOVERNMENT, "区长-")],
        ),
        (
            "湖山集团中国区总裁李泽平、世界卫生组织驻华代表王建华致辞。",
            [("李泽平", "湖山集团", "中国区总裁"), ("王建华", "世界卫生组织", "驻华代表")],
        ),
        # a director of something closes the chain like one of nothing
        (
            "江北大学党委常委、财务总监李泽平出席。",
            [("李泽平", "江北大学党委", "常委"), ("李泽平", "江北大学", "财务总监")],
        ),
        # sent to a village, of whose branch nothing is said
        ("清石村第一书记李泽平说。", [("李泽平", "清石村", "第一书记")]),
        ("2018年，李泽平被选派到清石村任驻村第一书记。", [("李泽平", "清石村", "驻村第一书记")]),
        # near miss: of the branch that is named
        ("清石村党支部第一书记李泽平说。", [("李泽平", "清石村党支部", "第一书记")]),
        # the secretary that closes a list of leaders
        (
            "区政协副主席李泽平、周明及秘书长王建华出席会议。",
            [
                ("李泽平", "政协金山区委员会", "副主席"),
                ("周明", "政协金山区委员会", "副主席"),
                ("王建华", "政协金山区委员会", "秘书长"),
            ],
        ),
        # near miss: a name that ends in 和
        ("秘书长王春和主持会议，区政协副主席周明出席。", [("周明", "政协金山区委员会", "副主席")]),
        # the group's secretary, then the body's own deputy
        (
            "应急管理部党组书记李泽平、副部长周明到现场。",
            [("李泽平", "应急管理部党组", "书记"), ("周明", "应急管理部", "副部长")],
        ),
        # near miss: a member is of the group
        (
            "应急管理部党组书记李泽平、党组成员周明到现场。",
            [("李泽平", "应急管理部党组", "书记"), ("周明", "应急管理部党组", "成员")],
        ),
        # posts told of one who held them, 及 before the last
        (
            "李泽平在担任区委书记、区长及市委副书记等职务期间收受贿赂。",
            [("李泽平", COMMITTEE, "书记-"), ("李泽平", GOVERNMENT, "区长-"), ("李泽平", "中共上海市委", "副书记-")],
        ),
        # 原 governs the next post too, unless that is of a body of its own
        ("原区委常委、宣传部部长李泽平受审。", [("李泽平", COMMITTEE, "常委-"), ("李泽平", "中共金山区委宣传部", "部长-")]),
        ("原区委常委、市政协副主席李泽平出席。", [("李泽平", COMMITTEE, "常委-"), ("李泽平", "政协上海市委员会", "副主席")]),
        # bodies with a chief of their own, and a hospital before its department
        (
            "中央纪委国家监委驻商务部纪检监察组组长李泽平出席。",
            [("李泽平", "中央纪委国家监委驻商务部纪检监察组", "组长")],
        ),
        ("昆明市政府驻沪办事处主任李泽平出席。", [("李泽平", "昆明市政府驻沪办事处", "主任")]),
        ("复旦大学附属湖山医院普儿科副教授李泽平参加义诊。", [("李泽平", "复旦大学附属湖山医院", "普儿科副教授")]),
        ("复旦大学物理学系主任李泽平出席。", [("李泽平", "复旦大学物理学系", "主任")]),
        # a county of two characters says its level twice in all bodies of its Party committee; a zone's committee again
        ("青县县委常委、组织部长李泽平出席。", [("李泽平", "中共青县县委", "常委"), ("李泽平", "中共青县县委组织部", "部长")]),
        (
            "云岭新区党工委书记李泽平，区党工委副书记周明出席。",
            [("李泽平", "云岭新区党工委", "书记"), ("周明", "云岭新区党工委", "副书记")],
        ),
        # the general office of the conference just named
        (
            "江西省政协副秘书长、办公厅主任李泽平出席。",
            [("李泽平", "政协江西省委员会", "副秘书长"), ("李泽平", "江西省政协办公厅", "主任")],
        ),
        # removed with 的 before 职务; once more in office; what is no post between a post and the name
        (
            "免去李泽平金山区人民政府副区长、区公安局局长的职务。",
            [("李泽平", GOVERNMENT, "副区长-"), ("李泽平", "金山区公安局", "局长-")],
        ),
        ("李泽平同志继续担任区委书记。", [("李泽平", COMMITTEE, "书记")]),
        ("区科协党组书记、全国科普带头人李泽平到场。", [("李泽平", "金山区科协党组", "书记")]),
        ("区文联主席、《东岭》主编李泽平到场。", [("李泽平", "金山区文学艺术界联合会", "主席")]),
        (
            "区文联主席、云湖日报主编李泽平到场。",
            [("李泽平", "金山区文学艺术界联合会", "主席"), ("李泽平", "云湖日报", "主编")],
        ),
        ("区委书记李敏和致富带头人王建华到场。", [("李敏", COMMITTEE, "书记")]),
        # a list of those appointed with a surname that none is listed by
        (
            "任命沈平、黄胜、彭安、訚立、李全为区监委委员。",
            [(name, "金山区监察委员会", "委员") for name in ("李全", "彭安", "沈平", "訚立", "黄胜")],
        ),
        ("选出何芮平为区人民检察院检察长。", [("何芮平", "金山区人民检察院", "检察长")]),
        # the officials of a house one by one, its discipline committee among them; heads of another sort are not its own
        (
            "东岭大学党委书记李泽平、校长王建华、纪委书记周敏、副校长陈平远、何以文等出席。",
            [
                ("李泽平", "东岭大学党委", "书记"),
                ("王建华", "东岭大学", "校长"),
                ("周敏", "东岭大学纪委", "书记"),
                ("陈平远", "东岭大学", "副校长"),
                ("何以文", "东岭大学", "副校长"),
            ],
        ),
        (
            "东岭投资集团有限公司董事长李泽平、总经理王建华、项目部队长周敏到场。",
            [("李泽平", "东岭投资集团有限公司", "董事长"), ("王建华", "东岭投资集团有限公司", "总经理")],
        ),
        (
            "区委书记李泽平、纪委书记王建华到场。",
            [("李泽平", COMMITTEE, "书记"), ("王建华", "中共金山区纪律检查委员会", "书记")],
        ),
        # none of a congress governs; the whole name of the firm; whose committee a delegation's head is of
        ("区人大副主任李泽平，副县长王建华到场。", [("李泽平", "金山区人民代表大会", "副主任")]),
        (
            "东岭集团（金山）有限公司董事长、总经理李泽平到场。",
            [("李泽平", "东岭集团（金山）有限公司", "董事长"), ("李泽平", "东岭集团（金山）有限公司", "总经理")],
        ),
        ("嘉兴市考察团在市委副书记李泽平带领下来访。", [("李泽平", "中共嘉兴市委", "副书记")]),
        ("接受李泽文辞去区人民政府区长职务。", [("李泽文", GOVERNMENT, "区长-")]),
        # ministers and governors abroad, missions of ours
        ("新加坡国务资政李泽平出席。", [("李泽平", "新加坡", "国务资政")]),
        ("新加坡贸易与工业部长洛瓦里奥表示赞成。", [("洛瓦里奥", "新加坡贸易与工业部", "部长")]),
        ("大阪府知事田中一郎出席。", [("田中一郎", "大阪府", "知事")]),
        ("7日，驻日本大使馆公使李泽平出席。", [("李泽平", "中国驻日本大使馆", "公使")]),
    ],
)
def test_chains_of_posts_and_bodies_of_their_own(text: str, expected: list[Row]) -> None:
    assert sorted(read(text, "holdsPost")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "posts", "authors"),
    [
        ("湖山视点辽宁讯（李泽平 通讯员 周明）7日，大桥通车。", [], ["周明", "李泽平"]),
        ("7日，大桥通车。（记者李泽平 通讯员向晓燕）", [], ["向晓燕", "李泽平"]),
        ("7日，大桥通车。（文稿：李泽平 校对：周明）", [], ["李泽平"]),
        ("7日，大桥通车。（记者李泽平、扎西）", [], ["扎西", "李泽平"]),
        ("7日，大桥通车。（总台记者 李泽平）", [("李泽平", "中央广播电视总台", "记者")], ["李泽平"]),
        ("云湖网庆阳电（记者 李泽平）7日，大桥通车。", [("李泽平", "云湖网", "记者")], ["李泽平"]),
        ("云湖网3月4日讯（本网记者 李泽平）大桥通车。", [("李泽平", "云湖网", "记者")], ["李泽平"]),
        # near miss: who comes from another house than the first
        ("湖山电视台讯（记者 李泽平 清石市台 周明）大桥通车。", [("李泽平", "湖山电视台", "记者")], ["周明", "李泽平"]),
    ],
)
def test_bylines_of_several_houses(text: str, posts: list[Row], authors: list[str]) -> None:
    assert sorted(set(read(text, "holdsPost"))) == sorted(posts)
    assert sorted({name for name, *_ in read(text, "wrote")}) == authors

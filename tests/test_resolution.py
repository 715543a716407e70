"""Resolution: which real thing each mention stands for, and that its identifier depends on nothing but what it is."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Entity, Mention
from kg.recognition.divisions import load_divisions
from kg.resolution import resolve
from kg.resolution.aliases import explicit_short_names, is_short_for, same_route
from kg.resolution.identity import mint, place_id, plain
from tests.mentions import read

JINSHAN, MINHANG, JIAXING, PINGHU, LINAN, SHIMEN, BEIJING, CHANGCHUN = (
    "310116",
    "310112",
    "330400",
    "330482",
    "330112",
    "430726",
    "110000",
    "220100",
)
NATIONAL = ""


def resolved(text: str, place: str = JINSHAN, published: str = "2023-07-08") -> tuple[tuple[Mention, ...], dict[str, Entity]]:
    """The linked mentions and the entities of a text."""
    doc, mentions = read(text, place=place, published=published)
    return resolve(doc, mentions)


def meant(text: str, word: str, place: str = JINSHAN, published: str = "2023-07-08") -> list[str]:
    """The identifiers that a word stands for in a text, in the order of the words, each once."""
    linked, _ = resolved(text, place, published)
    return list(dict.fromkeys(m.entity for m in linked if m.entity and word in (m.text, m.name)))


# A word of one level means the paper's own division, or one that contains it; in national papers, the one last named.
LEVEL_WORDS = [
    ("省法院表彰先进。", SHIMEN, "省法院", "agency/湖南省高级人民法院_430000"),
    ("县法院表彰先进。", SHIMEN, "县法院", "agency/石门县人民法院_430726"),
    ("区检察院举行座谈会。院党组书记、检察长丁一鸣讲话。", JINSHAN, "院党组", "agency/金山区人民检察院党组_310116"),
    ("区检察院举行座谈会。院党组书记、检察长丁一鸣讲话。", JINSHAN, "区检察院", "agency/金山区人民检察院_310116"),
    ("区检察院党组书记、检察长丁一鸣讲话。", JINSHAN, "区检察院党组", "agency/金山区人民检察院党组_310116"),
    ("湖南省桃源县委书记、县人大常委会主任丁一鸣来访。", SHIMEN, "县人大常委会", "agency/桃源县人民代表大会常务委员会_430725"),
    ("桃源县县委书记丁一鸣来访。", SHIMEN, "桃源县县委", "agency/中共桃源县委_430725"),
    ("区人大常委副主任周明远参加。", JINSHAN, "区人大常委", "agency/金山区人民代表大会常务委员会_310116"),
    ("嘉兴市委、市政府印发通知。", JINSHAN, "市政府", "agency/嘉兴市人民政府_330400"),
    ("嘉兴市委召开会议，市政府印发通知。", JINSHAN, "市政府", "agency/上海市人民政府_310000"),
    ("区委、区政府印发通知。", JINSHAN, "区委", "agency/中共金山区委_310116"),
    ("区委、区政府印发通知。", JINSHAN, "区政府", "agency/金山区人民政府_310116"),
    ("区委、区政府印发通知。", MINHANG, "区政府", "agency/闵行区人民政府_310112"),
    ("市政府出台了意见。", JINSHAN, "市政府", "agency/上海市人民政府_310000"),
    ("市政府出台了意见。", JIAXING, "市政府", "agency/嘉兴市人民政府_330400"),
    ("市政府出台了意见。", PINGHU, "市政府", "agency/平湖市人民政府_330482"),
    ("县水务局加强值守。", SHIMEN, "县水务局", "agency/石门县水务局_430726"),
    ("省政府下达了任务。", SHIMEN, "省政府", "agency/湖南省人民政府_430000"),
    ("省人民医院派出专家。", SHIMEN, "省人民医院", "agency/湖南省人民医院"),
    ("区税务局推出便民举措。", JINSHAN, "区税务局", "agency/金山区税务局_310116"),
    ("团区委发出倡议。", JINSHAN, "团区委", "agency/共青团金山区委员会_310116"),
    ("桃源县水务局抢险。县水务局加强值守。", NATIONAL, "县水务局", "agency/桃源县水务局_430725"),
    ("石门县召开大会。县政府作了部署。", NATIONAL, "县政府", "agency/石门县人民政府_430726"),
    ("平湖市委书记丁一鸣来金山考察，区委书记周明远陪同。", JINSHAN, "区委", "agency/中共金山区委_310116"),
    ("平湖市委书记丁一鸣来金山考察，区委书记周明远陪同。", JINSHAN, "平湖市委", "agency/中共平湖市委_330482"),
    ("我区新增绿地。", JINSHAN, "我区", "place/310116"),
    ("我县新修三条路。", SHIMEN, "我县", "place/430726"),
    ("全区新修三条路。", "640000", "全区", "place/640000"),
    ("我市出台新政。", JIAXING, "我市", "place/330400"),
    ("平湖市山塘村建起了党群中心。该市今年再建十个。", NATIONAL, "该市", "place/330482"),
    ("美国得克萨斯州发生火灾。该州多地疏散居民。", NATIONAL, "该州", "place/得克萨斯州"),
    ("平湖市建起了展馆。美国芝加哥下了大雪。该市学校停课。", NATIONAL, "该市", "place/芝加哥"),
    ("美国芝加哥来的客商到了平湖市。该市设宴欢迎。", NATIONAL, "该市", "place/330482"),
    ("外长同来访的泰国外长会谈。泰方愿深化合作。", NATIONAL, "泰方", "place/泰国"),
    ("外长同来访的泰国外长会谈。中方愿深化合作。", NATIONAL, "中方", "place/中国"),
    ("峰会上，中国愿同各方分享经验。", NATIONAL, "中国", "place/中国"),
    ("主席会见来华访问的泰国总理。", NATIONAL, "华", "place/中国"),
    ("牙买加总理来访。牙方愿同中方加强合作。", NATIONAL, "牙方", "place/牙买加"),
]


@pytest.mark.parametrize(
    "text",
    [
        "尼泊尔与尼日尔的代表到会。尼方愿加强合作。",  # either of two
        "会谈后，双方愿继续努力。",
        "泰国菜馆开业，供方支持打折。",
    ],
)
def test_a_side_of_talks_is_no_country_where_none_or_two_could_be_meant(text: str) -> None:
    linked, _ = resolved(text, NATIONAL)
    assert not [m.entity for m in linked if m.text.endswith("方")]


# The body behind a title.
TITLES = [
    (
        "石化街道党工委书记郑一帆，人大工委主任钱小丹，党工委副书记何以恒到场。",
        JINSHAN,
        "党工委副书记",
        "agency/中共石化街道工作委员会_310116",
    ),
    ("石化街道党工委书记郑一帆，办事处副主任钱小丹到场。", JINSHAN, "办事处", "agency/石化街道办事处_310116"),
    ("石化街道办事处主任钱小丹到场。", JINSHAN, "石化街道办事处", "agency/石化街道办事处_310116"),
    ("湖山经济开发区党工委书记郑一帆、管委会主任钱小丹到场。", JINSHAN, "管委会", "agency/湖山经济开发区管委会_310116"),
    ("区长郑一帆主持会议。", JINSHAN, "区长", "agency/金山区人民政府_310116"),
    ("副区长钱小丹出席。", JINSHAN, "副区长", "agency/金山区人民政府_310116"),
    ("副市长钱小丹出席。", JIAXING, "副市长", "agency/嘉兴市人民政府_330400"),
    ("副市长钱小丹出席。", JINSHAN, "副市长", "agency/上海市人民政府_310000"),
    ("省长何以恒调研。", SHIMEN, "省长", "agency/湖南省人民政府_430000"),
    ("区委副书记、区长郑一帆主持会议。", JINSHAN, "区长", "agency/金山区人民政府_310116"),
    ("县委书记周明远调研。", SHIMEN, "县委", "agency/中共石门县委_430726"),
    ("镇长吴桂芳说。张堰镇的葡萄熟了。", JINSHAN, "镇长", "agency/张堰镇人民政府_310116"),
    ("石门县县长邓家乐介绍了经验。", JINSHAN, "县长", "agency/石门县人民政府_430726"),
    ("区教育局党组书记、局长司徒文静致辞。", JINSHAN, "局长", "agency/金山区教育局_310116"),
    ("万海集团党委书记、董事长范玉成致辞。", JINSHAN, "董事长", "agency/万海集团"),
    ("万海集团党组书记、副总经理范玉成致辞。", JINSHAN, "副总经理", "agency/万海集团"),
    # a county whose name is the end of a word too
    ("单县县委书记郑一帆，县委副书记、县长钱小丹参加。", "371722", "单县县委", "agency/中共单县县委_371722"),
    ("国务院总理林致远出席。", NATIONAL, "国务院", "agency/中华人民共和国国务院"),
]

# Persons: the scope is the division of the body they hold a post in.
PEOPLE = [
    ("区委书记刘健调研。", JINSHAN, "刘健", "person/刘健_310116"),
    ("区委书记刘健调研。", MINHANG, "刘健", "person/刘健_310112"),
    ("平湖市委书记丁一鸣来金山考察。", JINSHAN, "丁一鸣", "person/丁一鸣_330482"),
    ("省长何以恒调研。", SHIMEN, "何以恒", "person/何以恒_430000"),
    ("国务院总理林致远出席。", JINSHAN, "林致远", "person/林致远"),
    ("教育部部长唐可欣讲话。", JINSHAN, "唐可欣", "person/唐可欣"),
    ("区委常委李 杰主持会议，李杰作了讲话。", JINSHAN, "李杰", "person/李杰_310116"),
    ("种粮大户曹满仓今年又多包了两百亩地。", JINSHAN, "曹满仓", "person/曹满仓_310116"),
    ("周明远书记强调安全。", JINSHAN, "周明远", "person/周明远_310116"),
]

# Same-named divisions: the paper's place and the neighbours decide.
PLACES = [
    # in a list of towns a short form is a town of the paper's county, and goes on being it
    ("龙港、金乡、钱库等乡镇连成一片。金乡修路。", "330327", "金乡", "place/330327/金乡镇"),
    ("朝阳区举行活动。", BEIJING, "朝阳区", "place/110105"),
    ("朝阳区举行活动。", CHANGCHUN, "朝阳区", "place/220104"),
    # a head of state is one wherever he held office before
    ("时任浙江省委书记习近平来访。", JINSHAN, "习近平", "person/习近平"),
    # a town behind a division is no town of the same name elsewhere
    ("北京市平谷区峪口镇修路。", JINSHAN, "峪口镇", "place/峪口镇_310116"),
    # a zone of common words is the paper's own
    ("县经济开发区招商。", SHIMEN, "县经济开发区", "place/石门县经济开发区_430726"),
    # a house or a work that a level stands before, and words that only begin like one
    ("县体育中心开放。", SHIMEN, "县体育中心", "place/石门县体育中心_430726"),
    ("县体育中心改造工程开工。", SHIMEN, "县体育中心改造工程", "project/石门县体育中心改造工程_430726"),
    ("市政道路提升工程开工。", SHIMEN, "市政道路提升工程", "project/市政道路提升工程_430726"),
    # the region in the paper of one of its cities
    ("我区新建高速公路。", "450100", "我区", "place/450000"),
    ("我区新建高速公路。", JINSHAN, "我区", "place/310116"),
    # an everyday word in a list of the districts of one city
    ("来自东城、海淀、朝阳、大兴的选手参赛。", JINSHAN, "朝阳", "place/110105"),
    ("来自东城、海淀、朝阳、大兴的选手参赛。", JINSHAN, "大兴", "place/110115"),
    ("长春市朝阳区举行活动。", JINSHAN, "朝阳区", "place/220104"),
    ("鼓楼区举行活动。", "320100", "鼓楼区", "place/320106"),
    ("鼓楼区举行活动。", "350100", "鼓楼区", "place/350102"),
    ("金山新增绿地。", JINSHAN, "金山", "place/310116"),
    ("亭林镇的桥通了。", JINSHAN, "亭林镇", "place/310116/亭林镇"),
    ("城关镇的桥通了。", "410328", "城关镇", "place/410328/城关镇"),
    ("平湖的西瓜甜。", JINSHAN, "平湖", "place/330482"),
]

# Names out of use mean the division that they became; bodies keep the name of their day.
OLD_NAMES = [
    ("临安市的山核桃丰收。", LINAN, "2020-05-01", "临安市", "place/330112"),
    ("绍兴县的纺织企业抱团出海。", JINSHAN, "2010-05-01", "绍兴县", "place/330603"),
    ("南汇区的桃花开了。", JINSHAN, "2008-03-01", "南汇区", "place/310115"),
    ("襄樊市举行活动。", NATIONAL, "2009-03-01", "襄樊市", "place/420600"),
    ("市长丁一鸣主持会议。", LINAN, "2013-05-01", "市长", "agency/临安市人民政府_330112"),
    ("区长丁一鸣主持会议。", LINAN, "2020-05-01", "区长", "agency/临安区人民政府_330112"),
]

# Two forms of one thing.
SAME = [
    ("成都经达州至重庆万州高速铁路开工。成达万高铁全长477公里。", "成都经达州至重庆万州高速铁路", "成达万高铁"),
    (
        "云川东线一期工程北延应急供水工程开工。北延应急供水工程可供水4亿立方米。",
        "云川东线一期工程北延应急供水工程",
        "北延应急供水工程",
    ),
    ("云岭引水工程开工，服务东湖工业园等产业。一期工程已完工。云岭引水工程一期工程完工。", "一期工程", "云岭引水工程一期工程"),
    ("云岭引水工程开工。东湖工业园占地5亩，二期工程已完工。东湖工业园二期工程完工。", "二期工程", "东湖工业园二期工程"),
    ("湖山发电项目开工，其中一期处理500吨。一期工程完工。", "一期", "一期工程"),
    ("建设湖山发电厂，一期项目开工。湖山发电厂一期工程完工。", "一期项目", "湖山发电厂一期工程"),
    ("重庆至昆明高速铁路开工。渝昆高铁全长约700公里。", "重庆至昆明高速铁路", "渝昆高铁"),
    ("成都至自贡至宜宾高铁开工。成自宜高铁全长约260公里。", "成都至自贡至宜宾高铁", "成自宜高铁"),
    ("湖山线望江-东湖段开工。湖山线望江至东湖段项目总投资3亿元。", "湖山线望江-东湖段", "湖山线望江至东湖段项目"),
    ("沪昆高铁云南段铺轨。沪昆客专云南段正线全长184公里。", "沪昆高铁云南段", "沪昆客专云南段"),
    ("220千伏云湾变电站开工。220千伏云湾变明年投运。", "220千伏云湾变电站", "220千伏云湾变"),
    ("中共金山区委召开会议，区委书记讲话。", "中共金山区委", "区委"),
    ("金山区人民政府发文，区政府督查。", "金山区人民政府", "区政府"),
    ("共青团金山区委员会表彰先进，团区委号召学习。", "共青团金山区委员会", "团区委"),
    ("金山区教育局牵头，区教育局局长司徒文静介绍。", "金山区教育局", "区教育局"),
    ("上海市公安局金山分局破案。金山分局民警说。", "上海市公安局金山分局", "金山分局"),
    ("华东师范大学第三附属中学迎来新生。华东师大三附中校长丁一鸣致辞。", "华东师范大学第三附属中学", "华东师大三附中"),
    ("中国农业银行金山支行放贷。农业银行金山支行行长丁一鸣介绍。", "中国农业银行金山支行", "农业银行金山支行"),
    ("区政府印发《稳增长行动方案》（以下简称《方案》）。《方案》共六章。", "《稳增长行动方案》", "《方案》"),
    ("《中华人民共和国安全生产法》修订。《安全生产法》规定了责任。", "《中华人民共和国安全生产法》", "《安全生产法》"),
    ("《关于加快数字乡村建设的实施意见》出台。《实施意见》明确了目标。", "《关于加快数字乡村建设的实施意见》", "《实施意见》"),
    ("金山区举行活动，金山与平湖都派了代表。", "金山区", "金山"),
    ("江北港口控股集团（简称“金山港口”）办会。金山港口将续建码头。", "江北港口控股集团", "金山港口"),
    ("国家发展和改革委员会批复，国家发展改革委下达计划。", "国家发展和改革委员会", "国家发展改革委"),
    ("《工作规则（草案）》提交讨论，《工作规则》获得通过。", "《工作规则（草案）》", "《工作规则》"),
    ("区六届人大常委会召开第三次会议。区人大常委会主任主持。", "区六届人大常委会", "区人大常委会"),
    (
        "区政协九届三次会议开幕。政协金山区第九届委员会第三次会议闭幕。",
        "区政协九届三次会议",
        "政协金山区第九届委员会第三次会议",
    ),
    ("政协金山区第六届委员会常务委员会作报告。区政协常委会开会。", "政协金山区第六届委员会常务委员会", "区政协常委会"),
    (
        "中国人民政治协商会议上海市金山区第九届委员会第三次会议开幕。区政协到会。",
        "中国人民政治协商会议上海市金山区第九届委员会",
        "区政协",
    ),
    (
        "区十三届人大一次会议开幕。金山区第十三届人民代表大会第一次会议闭幕。",
        "区十三届人大一次会议",
        "金山区第十三届人民代表大会第一次会议",
    ),
    (
        "十四届全国人大常委会第十次会议闭幕。中华人民共和国第十四届全国人民代表大会常务委员会第十次会议通过决定。",
        "十四届全国人大常委会第十次会议",
        "中华人民共和国第十四届全国人民代表大会常务委员会第十次会议",
    ),
    ("党的二十届三中全会召开。二十届三中全会公报发布。", "党的二十届三中全会", "二十届三中全会"),
    (
        "中国共产党第二十届中央委员会第三次全体会议召开。中共二十届三中全会公报发布。",
        "中国共产党第二十届中央委员会第三次全体会议",
        "中共二十届三中全会",
    ),
    ("区政府常务会议召开。区政府召开第12次常务会议。", "区政府常务会议", "第12次常务会议"),
    (
        "区委召开常委会（扩大）会议 区领导出席\n7日，区委召开常委会（扩大）会议，传达精神。",
        "常委会（扩大）会议",
        "常委会（扩大）会议",
    ),
    ("湖山大学金山医院（金山区人民医院）开诊。区人民医院新增床位。", "湖山大学金山医院", "区人民医院"),
    ("平湖松林大桥全长两公里。平湖松林大桥建设项目去年开工。", "平湖松林大桥", "平湖松林大桥建设项目"),
    ("沪平高速公路全线开工。沪平高速公路工程进展顺利。", "沪平高速公路", "沪平高速公路工程"),
    ("东湖大桥项目集中开工活动举行，区领导出席开工仪式。", "东湖大桥项目集中开工活动", "开工仪式"),
    ("上海万海控股集团有限公司总部揭牌。万海控股集团董事长范玉成致辞。", "上海万海控股集团有限公司", "万海控股集团"),
]

# Congresses and plenary sessions that all papers tell of, whatever the paper and the words.
SHARED = [
    ("十四届全国人大一次会议开幕。", JINSHAN, "十四届全国人大一次会议", "event/十四届全国人大一次会议"),
    ("政协第十四届全国委员会第一次会议开幕。", SHIMEN, "政协第十四届全国委员会第一次会议", "event/全国政协十四届一次会议"),
    (
        "中国共产党第二十届中央纪律检查委员会第三次全体会议召开。",
        JINSHAN,
        "中国共产党第二十届中央纪律检查委员会第三次全体会议",
        "event/二十届中央纪委三次全会",
    ),
    ("共建“一带一路”。", JINSHAN, "“一带一路”", "project/一带一路"),
    ("第七届进博会开幕。", JINSHAN, "第七届进博会", "event/第七届中国国际进口博览会"),
    ("学习二十届三中全会精神。", JINSHAN, "二十届三中全会", "event/党的二十届三中全会"),
]

# Two things that look alike.
APART = [
    ("湖山发电项目开工，其中一期处理500吨；二期250吨。", "一期", "二期"),
    ("重庆至昆明高速铁路开工。沪昆高铁全长约2200公里。", "重庆至昆明高速铁路", "沪昆高铁"),
    ("220千伏云湾变电站开工。110千伏云湾变电站投运。", "220千伏云湾变电站", "110千伏云湾变电站"),
    (
        "中国共产党第二十届中央委员会第一次全体会议召开。中国共产党第二十届中央纪律检查委员会第一次全体会议召开。",
        "中国共产党第二十届中央委员会第一次全体会议",
        "中国共产党第二十届中央纪律检查委员会第一次全体会议",
    ),
    ("南京市鼓楼区政府与福州市鼓楼区政府签约。", "南京市鼓楼区政府", "福州市鼓楼区政府"),
    ("张堰镇中心小学与亭林镇中心小学联合教研。", "张堰镇中心小学", "亭林镇中心小学"),
    ("区教育局党组会议后，区教育局发文。", "区教育局党组", "区教育局"),
    ("区委召开会议，区委宣传部作汇报。", "区委", "区委宣传部"),
    ("中交集团与中交一公局集团签约。", "中交集团", "中交一公局集团"),
    (
        "全区党建述职评议会议召开。会前参加全市区委书记抓党建述职评议会议。",
        "全区党建述职评议会议",
        "全市区委书记抓党建述职评议会议",
    ),
    ("区政协九届四次会议后，区政协九届四十二次主席会议召开。", "区政协九届四次会议", "区政协九届四十二次主席会议"),
    ("中国农业银行金山支行与中国农业银行平湖支行合作。", "中国农业银行金山支行", "中国农业银行平湖支行"),
    ("《城市绿化条例》与《物业管理条例》同日施行。", "《城市绿化条例》", "《物业管理条例》"),
    ("六届区委五次全会与六届区委六次全会相继召开。", "六届区委五次全会", "六届区委六次全会"),
    ("清溪河综合治理一期工程完工，清溪河综合治理二期工程开工。", "清溪河综合治理一期工程", "清溪河综合治理二期工程"),
    ("区文旅局（区文物局）发文。", "区文旅局", "区文物局"),
    ("二十届三中全会后，二十届四中全会召开。", "二十届三中全会", "二十届四中全会"),
    ("湖山中学、东湖中学共建。", "湖山中学", "东湖中学"),
    ("市政府与区政府签约。", "市政府", "区政府"),
    ("上海市人民政府批复金山区人民政府的请示。", "上海市人民政府", "金山区人民政府"),
]


@pytest.mark.parametrize(("text", "place", "word", "expected"), [*LEVEL_WORDS, *TITLES, *PEOPLE, *PLACES, *SHARED])
def test_a_word_stands_for_one_thing(text: str, place: str, word: str, expected: str) -> None:
    assert meant(text, word, place) == [expected]


def test_a_house_that_is_built_is_the_project_called_after_it() -> None:
    text = "平湖市文化创意中心项目总投资2亿元。文化创意中心去年5月开工。"
    assert meant(text, "文化创意中心") == meant(text, "平湖市文化创意中心项目")
    text = "金山区第三小学项目开工。金山区第三小学位于亭林镇。"
    assert meant(text, "金山区第三小学") == meant(text, "金山区第三小学项目")
    # a body that somebody heads is there; a work on a house is not the house
    text = "金山区中医院项目开工。金山区中医院院长钱小丹出席。"
    assert meant(text, "金山区中医院") != meant(text, "金山区中医院项目")
    text = "金山区第三小学扩建项目开工。金山区第三小学位于亭林镇。"
    assert meant(text, "金山区第三小学") != meant(text, "金山区第三小学扩建项目")


def test_a_work_is_one_whether_it_is_called_a_project_or_works() -> None:
    text = "平湖市青坊河治理建设项目开工。青坊河治理工程完工，青坊河治理工程二期动工。"
    assert meant(text, "青坊河治理工程") == meant(text, "平湖市青坊河治理建设项目")
    _, entities = resolved(text)
    assert sum(e.type == "Project" for e in entities.values()) > 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("7月5日，云岭水库举行开工仪式。云岭水库总投资2亿元。", "Project"),
        ("7月5日，云岭水库开工奠基仪式举行。云岭水库总投资2亿元。", "Project"),
        ("7月5日，云岭水库举行揭牌仪式。云岭水库风光秀丽。", "Place"),
        ("7月5日，青坊水厂项目在云岭水库举行开工仪式。云岭水库风光秀丽。", "Place"),
    ],
)
def test_a_site_is_a_project_where_its_beginning_is_celebrated(text: str, kind: str) -> None:
    assert {m.type for m in resolved(text)[0] if m.text == "云岭水库"} == {kind}


def test_a_section_told_behind_another_is_of_their_line() -> None:
    _, entities = resolved("云岚铁路东湖段全长90公里，其中青坊段设计时速250公里。")
    assert "云岚铁路青坊段" in {e.name for e in entities.values()}


def test_a_bare_ceremony_is_of_the_project_of_the_headline() -> None:
    _, entities = resolved("云岚小镇首批项目开工\n钱小丹出席开工仪式。")
    assert "云岚小镇首批项目开工仪式" in {e.name for e in entities.values()}
    _, entities = resolved("7月5日，云岚大桥项目隆重举行开工仪式，百人参加。")
    assert "云岚大桥项目开工仪式" in {e.name for e in entities.values()}
    _, entities = resolved("云岚小镇首批项目落户\n钱小丹出席签约仪式。")
    assert "签约仪式" in {e.name for e in entities.values()}


def test_a_bare_beginning_of_a_course_is_the_course() -> None:
    _, entities = resolved("金山区青年干部培训班在区委党校开班。开班仪式上，钱小丹作动员讲话。")
    assert [e.name for e in entities.values() if e.type == "Event"] == ["金山区青年干部培训班"]
    _, entities = resolved("捐赠仪式暨首批物资发车仪式在金山区举行。捐赠仪式上，钱小丹致辞。")
    assert [e.name for e in entities.values() if e.type == "Event"] == ["捐赠仪式暨首批物资发车仪式"]


def test_a_bare_opening_is_that_of_the_festival_told_of() -> None:
    _, entities = resolved("张堰镇首届荷花文化旅游节开幕。钱小丹出席开幕式。")
    assert {e.name for e in entities.values() if e.type == "Event"} == {
        "张堰镇首届荷花文化旅游节",
        "张堰镇首届荷花文化旅游节开幕式",
    }
    text = (
        "第十届平川运动会开幕 钱小丹出席\n第十届平川运动会昨晚开幕。\n运动员将参加平川大运会三十八项比赛。出席开幕式的有百人。"
    )
    _, entities = resolved(text)
    assert [e.name for e in entities.values() if e.name.endswith("开幕式")] == ["第十届平川运动会开幕式"]
    _, entities = resolved("张堰镇首届荷花节开幕。钱小丹出席。\n\n朱泾镇第二届花灯节举行，百人参加了开幕式。")
    assert "朱泾镇第二届花灯节开幕式" in {e.name for e in entities.values()}
    _, entities = resolved("区政协九届四次会议开幕。钱小丹出席开幕式。")
    assert not [e for e in entities.values() if "开幕式" in e.name]


def test_no_mayor_abroad_heads_a_city_of_china() -> None:
    _, entities = resolved("平湖市建起了展馆。俄罗斯莫斯科市长致辞。", NATIONAL)
    assert not [e for e in entities.values() if e.name == "平湖市人民政府"]


@pytest.mark.parametrize(("text", "place", "published", "word", "expected"), OLD_NAMES)
def test_old_names_are_read_by_the_date(text: str, place: str, published: str, word: str, expected: str) -> None:
    assert meant(text, word, place, published) == [expected]


@pytest.mark.parametrize(("text", "one", "other"), SAME)
def test_two_forms_of_one_thing_are_one_entity(text: str, one: str, other: str) -> None:
    assert len(meant(text, one)) == 1
    assert meant(text, one) == meant(text, other)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_things_that_look_alike_are_two_entities(text: str, one: str, other: str) -> None:
    first, second = meant(text, one), meant(text, other)
    assert len(first) == len(second) == 1
    assert first != second


SENTENCES = (
    "中共金山区委召开会议。",
    "区教育局局长司徒文静介绍情况。",
    "金山区教育局印发《校园安全办法》。",
    "区委书记周明远到亭林镇调研。",
    "平湖市政府派员参加。",
)


def test_identifiers_do_not_depend_on_the_order_of_sentences() -> None:
    seen = {frozenset(resolved("\n\n".join(order))[1]) for order in permutations(SENTENCES)}
    assert len(seen) == 1


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_resolution_is_a_pure_function(sentences: list[str]) -> None:
    text = "\n\n".join(sentences)
    assert resolved(text) == resolved(text)


def test_a_document_added_moves_no_identifier() -> None:
    alone = {id_ for sentence in SENTENCES for id_ in resolved(sentence)[1]}
    assert set(resolved("\n\n".join(SENTENCES))[1]) == alone


def test_words_that_only_imply_a_body_are_no_alias_of_it() -> None:
    _, entities = resolved("区长郑一帆主持会议。区政府印发通知。")
    assert entities["agency/金山区人民政府_310116"].aliases == ("区政府",)


def test_every_mention_of_an_entity_is_a_quotation_of_the_file() -> None:
    text = (
        "７月８日,区委书记周明远到亭林镇调研，察看了云帆新材料有限\n公司等企业，要求区教育局做好服务。随后，周明远来到张堰镇。"
    )
    doc, mentions = read(text)
    linked, entities = resolve(doc, mentions)
    locations = [location for entity in entities.values() for location in entity.mentions]
    assert len(locations) >= 6
    assert all(doc.text[at.start : at.end] == at.text for at in locations)
    assert {m.entity for m in linked if m.entity} == set(entities)


def test_divisions_carry_what_the_gazetteer_knows() -> None:
    _, entities = resolved("金山区亭林镇的桥通了。")
    district, town = entities["place/310116"], entities["place/310116/亭林镇"]
    assert (district.kind, district.facts["parent"], town.facts["parent"]) == ("County", "place/310000", "place/310116")
    assert float(district.facts["longitude"]) == pytest.approx(121.3, abs=0.3)


def test_a_long_document_name_needs_no_scope_and_a_short_one_has_the_papers() -> None:
    assert meant("《中华人民共和国安全生产法》修订。", "《中华人民共和国安全生产法》") == ["document/中华人民共和国安全生产法"]
    assert meant("《工作规则》印发。", "《工作规则》") == ["document/工作规则_310116"]
    assert meant("《工作规则》印发。", "《工作规则》", MINHANG) == ["document/工作规则_310112"]


def test_an_event_without_number_or_year_gets_the_year_of_the_report() -> None:
    text, name = "全市安全生产工作会议召开。", "全市安全生产工作会议"
    assert meant(text, name, JIAXING) == ["event/嘉兴市安全生产工作会议_330400_2023"]
    assert meant(text, name, JIAXING, "2021-01-03") == ["event/嘉兴市安全生产工作会议_330400_2021"]
    assert meant("六届区委五次全会召开。", "六届区委五次全会") == ["event/金山区六届区委五次全会_310116"]


@given(
    st.text(alphabet="金山云川《》“” 　\n甲乙"), st.sampled_from(["Person", "Agency", "Document", "Event", "Project", "Place"])
)
def test_minting_drops_marks_and_spaces_and_nothing_else(name: str, type_: str) -> None:
    id_ = mint(type_, name, "310116", "")
    assert id_ == f"{type_.lower()}/{plain(name)}_310116"
    assert not re.search(r"[\s《》“”]", id_)
    assert plain(plain(name)) == plain(name)


def test_a_division_is_named_by_its_code() -> None:
    gazetteer = load_divisions()
    town = gazetteer.resolve("亭林镇")
    assert town is not None
    assert place_id(town) == "place/310116/亭林镇"


SHORT = [
    ("岚川高速公路", "岚县至川口高速公路", "Project", True),
    ("华东师大三附中", "华东师范大学第三附属中学", "Agency", True),
    ("实施意见", "关于加快数字乡村建设的实施意见", "Document", True),
    ("云帆项目", "金山云帆项目", "Project", True),
    ("清溪河综合治理", "清溪河综合治理工程", "Project", True),
    ("沪岚线", "沪岚线二期工程", "Project", False),
    ("云川集团", "云川集团", "Agency", False),
    ("云川集团", "云川文旅集团", "Agency", False),
    ("金山支行", "中国农业银行", "Agency", False),
    ("朱泾小学", "亭林小学", "Agency", False),
    ("万", "万海集团", "Agency", False),
    ("县人民医院", "云川县人民医院北院", "Agency", False),
    # a Party committee is whose it is
    ("江北师大党委", "江北师范大学党委", "Agency", True),
    ("江北大学党委", "江北大学第一医院党委", "Agency", False),
    # meetings are told apart by their numbers and by who meets
    ("县人大常委会第十二次会议", "县十四届人大常委会第三十二次会议", "Event", False),
    ("县人大常委会第十二次会议", "县十四届人大常委会第十二次会议", "Event", True),
    ("县人大常委会第十二次会议", "县十四届人大常委会第十二次主任会议", "Event", False),
    ("第21届湖山博览会", "第二十一届湖山博览会", "Event", True),
    ("第21届湖山博览会", "第二十二届湖山博览会", "Event", False),
    ("湖山博览会", "第21届湖山博览会", "Event", True),
    ("湖山县重点项目集中开工", "湖山县重点项目集中开工仪式", "Event", True),
    ("湖山县旅游节", "湖山县旅游节开幕仪式", "Event", False),
    ("湖山组织峰会", "湖山组织+东洲峰会", "Event", False),  # with guests
]


@pytest.mark.parametrize(("short", "full", "type_", "expected"), SHORT)
def test_short_names(short: str, full: str, type_: str, expected: bool) -> None:
    assert is_short_for(short, full, type_) is expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云帆新材料有限公司（以下简称云帆新材）落户。", ["云帆新材"]),
        ("云帆新材料有限公司（下称“云帆”）落户。", ["云帆"]),
        ("云帆新材料有限公司（简称：云帆新材）落户。", ["云帆新材"]),
        ("《稳增长行动方案》（以下简称《方案》）和《细则说明》（以下统称“细则”）。", ["方案", "细则"]),
        ("企业（含个体户）均可申请。", []),
        ("简称云帆。", []),
    ],
)
def test_short_names_that_a_sentence_introduces(text: str, names: list[str]) -> None:
    assert [name for _, name in explicit_short_names(text)] == names


def test_a_ceremony_of_common_words_is_one_with_the_bare_one_that_follows() -> None:
    _, entities = resolved("区里举行重点项目集中签约仪式。签约仪式上，丁一鸣讲话。")
    assert [e.name for e in entities.values() if e.type == "Event"] == ["重点项目集中签约仪式"]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("云岭至望江至石泉高铁", "云望石高铁", True),
        ("上海至昆明高速铁路", "沪昆高铁", True),
        ("望江至云岭（江湖界）高速公路", "望江至云岭高速", True),
        ("上海至昆明高速铁路", "渝昆高铁", False),
        ("云岭至望江至石泉高铁", "云石高铁", False),
    ],
)
def test_lines_by_the_characters_of_their_ends(one: str, two: str, same: bool) -> None:
    assert same_route(one, two) is same


def test_the_end_of_a_section_is_the_station_that_the_document_names() -> None:
    text = "检测车从望江西站驶出，云岭至石泉高速铁路望江西至石泉东段进入试验阶段，该段设望江西、云岭、石泉东等3个车站。"
    places = {e.name for e in resolve(*read(text))[1].values() if e.type == "Place"}
    assert {"望江西站", "石泉东站", "云岭站"} <= places
    assert not {"望江西", "石泉东"} & places


def test_what_is_built_is_of_a_kind_of_works() -> None:
    # 灌区 is farmland by its last characters, and built like a line here: as farmland no build could write it.
    text = "青湾水库灌区改造工程开工。青湾水库灌区于1963年建成投入使用。记者走访青湾水库灌区。"
    linked, entities = resolved(text)
    (built,) = [entity for entity in entities.values() if entity.name == "青湾水库灌区"]
    assert (built.type, built.kind) == ("Project", "Infrastructure")
    assert {m.kind for m in linked if m.entity == built.id} == {"Infrastructure"}

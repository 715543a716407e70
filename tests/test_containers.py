"""Containers from chains, names, the gazetteer and the paper's place; relations that names state."""

from dataclasses import replace

import pytest

from kg.relations.containers import extract_containers, with_nearest
from kg.relations.markup import parse_example, scene_of
from kg.relations.names import extract_names
from kg.relations.rule_files import load_rules
from kg.relations.rules import extract_relations
from kg.relations.statements import Scene
from tests.scenes import scene

CODES = {
    "江北省": "990000",
    "云江": "990000",
    "湖山市": "990100",
    "临水区": "990102",
    "望江县": "990123",
    "远山市": "990200",
    "东湖镇": "990102/东湖镇",
}


def doc(text: str, place: str = "") -> Scene:
    """A scene whose places bear the codes of an invented province."""
    scene = scene_of(parse_example(text))
    entities = {key: replace(e, facts={"code": CODES[e.name]}) if e.name in CODES else e for key, e in scene.entities.items()}
    return Scene(replace(scene.document, place=CODES.get(place, "")), scene.mentions, entities)


def containers(scene: Scene) -> set[tuple[str, str]]:
    known = extract_relations(scene, load_rules())
    return {(scene.entities[s.subject].name, scene.entities[s.object or ""].name) for s in extract_containers(scene, known)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他家住[临水区|Place][东湖镇|Place][新桥村|Place]。", {("东湖镇", "临水区"), ("新桥村", "东湖镇")}),
        ("[东湖镇|Place][新桥村|Place]、[旧桥村|Place]受灾。", {("新桥村", "东湖镇"), ("旧桥村", "东湖镇")}),
        (
            "[临水区|Place][云坝水库|Project]施工现场热闹，[东湖镇|Place][“春雨”行动|Project]启动。",
            {("云坝水库", "临水区"), ("东湖镇", "临水区")},
        ),
        (
            "震中距离[临水区|Place][东湖镇|Place]13公里、[石坡镇|Place]19公里、[新桥乡|Place]23公里。",
            {("东湖镇", "临水区"), ("石坡镇", "临水区"), ("新桥乡", "临水区")},
        ),
        ("[临水区|Place][东湖医院|Agency]开诊。", {("东湖医院", "临水区")}),
        ("车过[东湖镇|Place]，[新桥村|Place]在望。", set()),
        # a province is no river, whatever it is called
        ("他到[云江|Place][望江县|Place]访友。", {("望江县", "云江")}),
        ("他到[长江|Place][石桥镇|Place]段看水。", set()),
        # the seat of a conference, the place of a power plant behind its owner, and the town of a school
        (
            "[望江县|Place]政协换届，[政协第九届望江县委员会第一次会议|Event]开幕。",
            {("政协第九届望江县委员会第一次会议", "望江县")},
        ),
        ("[湖山市|Place]开会，[政协湖山市第九届委员会第一次会议|Event]闭幕。", set()),
        (
            "[望江县|Place]供电，[大川能源望江县20万千瓦风电项目|Project]并网。",
            {("大川能源望江县20万千瓦风电项目", "望江县")},
        ),
        ("[石坡镇|Place]放假，[石坡镇中心小学|Agency]也放假。", {("石坡镇中心小学", "石坡镇")}),
        # what points to the town or the village named last
        ("[东湖镇|Place]开会，该镇[新桥村|Place]、该镇的[旧桥村|Place]受灾。", {("新桥村", "东湖镇"), ("旧桥村", "东湖镇")}),
        ("该镇[新桥村|Place]受灾。", set()),
        # a village alone lies in the one town that its article or its sentence names before
        ("[东湖镇|Place]开会。干部走进[新桥村|Place]。", {("新桥村", "东湖镇")}),
        ("[东湖镇|Place]、[石坡镇|Place]开会。[石坡镇|Place]干部走进[新桥村|Place]。", {("新桥村", "石坡镇")}),
        ("[东湖镇|Place]、[石坡镇|Place]开会。干部走进[新桥村|Place]。", set()),
        ("[新桥村|Place]受灾。[东湖镇|Place]开会。", set()),
        # a place called after a town or county without its last word, but not a station
        ("[石坡镇|Place]开会。[石坡科技园|Place]开园。", {("石坡科技园", "石坡镇")}),
        ("[望江县|Place]开会。[望江高新区|Place]开园。", {("望江高新区", "望江县")}),
        ("[望江县|Place]开会。[望江南站|Place]启用。", set()),
        ("[望江县|Place]、[望江镇|Place]开会。[望江高新区|Place]开园。", set()),
        # what is visited in the one town that somebody has come to; of two towns either may be meant
        (
            "[周岚|Person]到[石坡镇|Place]调研。[周岚|Person]察看了[青禾科技园|Place]。",
            {("青禾科技园", "石坡镇")},
        ),
        ("[周岚|Person]到[石坡镇|Place]、[云岭镇|Place]调研。[周岚|Person]察看了[青禾科技园|Place]。", set()),
        # subdistricts and communities that stand side by side
        ("[临水区|Place][石坡街道|Place]、[云岭街道|Place]开会。", {("石坡街道", "临水区"), ("云岭街道", "临水区")}),
        ("[东湖镇|Place][新桥社区|Place]、[旧桥村|Place]受灾。", {("新桥社区", "东湖镇"), ("旧桥村", "东湖镇")}),
        ("[临水区|Place][石坡街道|Place]、[云岭大道|Place]热闹。", {("石坡街道", "临水区")}),
        # a village holds no town
        ("[新桥社区|Place][东湖镇|Place]受灾。", set()),
        ("[东湖口岸|Place][甲国|Place]一侧戒严。", set()),
        ("[远山市|Place][临水区|Place]写错了。", set()),
        ("[江北省|Place]出力。[望江县|Place]有雨。", {("望江县", "江北省")}),
        ("[江北省|Place]、[湖山市|Place]都有雨。[望江县|Place]也有雨。", {("湖山市", "江北省"), ("望江县", "湖山市")}),
        ("[湖山市|Place]、[望江县|Place]、[远山市|Place]都有雨。", set()),
        ("[东湖镇|Place]有雨。[临水区|Place]无雨。", {("东湖镇", "临水区")}),
        ("[望江县供水工程|Project]开工。[望江县|Place]有雨。", {("望江县供水工程", "望江县")}),
        ("[望江县至远山市高速公路|Project]开工。[望江县|Place]有雨。", set()),
        ("[大云高速公路望江县段|Project]开工。[望江县|Place]有雨。", {("大云高速公路望江县段", "望江县")}),
        ("[大云高速公路远山市至望江县段|Project]开工。[望江县|Place]有雨。", set()),
        ("[云江大学（望江县）|Agency]揭牌。[望江县|Place]有雨。", {("云江大学（望江县）", "望江县")}),
        ("[甲国驻望江县总领馆|Agency]揭牌。[望江县|Place]有雨。", {("甲国驻望江县总领馆", "望江县")}),
        ("[甲国驻望江县记者站|Agency]揭牌。[望江县|Place]有雨。", set()),
        ("[望江县职业技术学院|Agency]揭牌。[望江县|Place]有雨。", {("望江县职业技术学院", "望江县")}),
        ("[云江大学附属望江县学院|Agency]揭牌。[望江县|Place]有雨。", set()),
        ("[江北集团临水产业园项目|Project]开工。[江北省|Place]有雨。", set()),
        # what begins with a zone, a firm and a firm's work too
        ("[青湖工业园|Place]开园。[青湖工业园明岭药业有限公司|Agency]投产。", {("青湖工业园明岭药业有限公司", "青湖工业园")}),
        ("[青湖工业园|Place]开园。[青湖工业园明岭集团饲料项目|Project]投产。", {("青湖工业园明岭集团饲料项目", "青湖工业园")}),
        ("[青湖工业园|Place]开园。[青湖工业园管理委员会|Agency]揭牌。", set()),
        ("[东湖镇|Place]有雨。[东湖镇明岭集团棚户区改造|Project]开工。", {("东湖镇明岭集团棚户区改造", "东湖镇")}),
        ("[望江县自来水公司|Agency]停水。[望江县|Place]有雨。", {("望江县自来水公司", "望江县")}),
        ("[中共望江县委|Agency]开会。[望江县|Place]有雨。", set()),
        # a body that begins with its town, a house with its county; not who governs there, nor a county's office
        ("[东湖镇敬老院|Agency]翻新。[东湖镇|Place]有雨。", {("东湖镇敬老院", "东湖镇")}),
        ("[望江县融媒体中心|Agency]成立。[望江县|Place]有雨。", {("望江县融媒体中心", "望江县")}),
        ("[东湖镇人大|Agency]开会。[东湖镇|Place]有雨。", set()),
        ("[望江县税务局|Agency]通报。[望江县|Place]有雨。", set()),
        # what begins with its town or county, whatever it is
        ("[东湖镇二期安置小区|Project]交付。[东湖镇|Place]有雨。", {("东湖镇二期安置小区", "东湖镇")}),
        ("[望江县国家电子商务项目|Project]开工。[望江县|Place]有雨。", {("望江县国家电子商务项目", "望江县")}),
        # 甲的乙: of a division a site, or what the gazetteer puts there
        ("一行深入[草莓小镇|Place]、[新桥社区|Place]。", set()),
        ("[东湖镇|Place]的[新桥村|Place]、[旧桥村|Place]受灾。", {("新桥村", "东湖镇"), ("旧桥村", "东湖镇")}),
        ("[望江县|Place]的[望湖塔|Place]很高。", {("望湖塔", "望江县")}),
        ("[望江县|Place]的[远山市|Place]朋友来了。", set()),
    ],
)
def test_containers_in_text(text: str, expected: set[tuple[str, str]]) -> None:
    assert containers(doc(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[临水区|Place]有雨。[望湖产业园|Place]建成。", {("望湖产业园", "临水区")}),
        ("[临水区|Place]有雨。[湖滨水厂|Project]开工。", {("湖滨水厂", "临水区")}),
        ("[临水区|Place]有雨。[长江流域|Place]涨水。", set()),
        # a hall of the city, said in full
        ("[临水区|Place]、[湖山市|Place]有雨。[湖山市体育馆|Place]建成。", {("湖山市体育馆", "湖山市"), ("临水区", "湖山市")}),
        # a school without a place in its name
        ("[临水区|Place]有雨。[东关小学|Agency]开学。", {("东关小学", "临水区")}),
        ("[临水区|Place]有雨。[北京四中|Agency]开学。[江北大学附属中学|Agency]放假。", set()),
        ("[临水区|Place]有雨。[湖山高铁|Project]开工。", set()),
        ("[临水区|Place]有雨。[江北科技园|Place]坐落在[新桥村|Place]。", {("新桥村", "临水区")}),
        (
            "[临水区|Place]有雨。[江北省|Place]支持。[江北高新产业园|Place]建成。",
            {("临水区", "江北省"), ("江北高新产业园", "临水区")},
        ),
    ],
)
def test_a_local_paper_names_what_lies_in_its_own_place(text: str, expected: set[tuple[str, str]]) -> None:
    assert containers(doc(text, place="临水区")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[望江县|Place]开会。[望江县|Place]有雨。[望湖产业园|Place]建成。", {("望湖产业园", "望江县")}),
        ("[望江县|Place]开会。[望湖产业园|Place]建成。", set()),
        ("[望江县|Place]、[临水区|Place]开会。[望江县|Place]有雨。[望湖产业园|Place]建成。", set()),
    ],
)
def test_what_a_citys_paper_names_lies_in_the_one_county_that_the_article_is_about(
    text: str, expected: set[tuple[str, str]]
) -> None:
    made = doc(text, place="湖山市")
    entities = {key: replace(e, facts={**e.facts, "level": "county"}) if e.facts else e for key, e in made.entities.items()}
    assert containers(Scene(made.document, made.mentions, entities)) == expected


def test_what_is_told_behind_another_city_does_not_lie_in_the_place_of_the_paper() -> None:
    text = "[临水区|Place]有雨。[东湖公园|Place]开放。客人在[远山市|Place]游[青禾公园|Place]。"
    made = doc(text, place="临水区")
    far = {
        k: replace(e, facts={**e.facts, "level": "prefecture"}) if e.name == "远山市" else e for k, e in made.entities.items()
    }
    assert containers(Scene(made.document, made.mentions, far)) == {("东湖公园", "临水区")}


def test_of_two_places_around_something_the_nearest_holds_it() -> None:
    made = doc("位于[湖山市|Place]的[东湖公园|Place]开放，[临水区|Place][东湖公园|Place]热闹。[湖山市|Place]有雨。")
    read = extract_relations(made, load_rules())
    kept = with_nearest(made, [*read, *extract_containers(made, read)])
    told = {(made.entities[s.subject].name, made.entities[s.object or ""].name) for s in kept if s.predicate == "locatedIn"}
    assert told == {("东湖公园", "临水区"), ("临水区", "湖山市")}


def test_a_festival_opens_where_it_is_held() -> None:
    made = doc("[望江茶叶节|Event]在[东湖公园|Place]举行。[望江茶叶节开幕式|Event]热闹。")
    known = [*extract_relations(made, load_rules()), *extract_names(made)]
    found = {(made.entities[s.subject].name, made.entities[s.object or ""].name) for s in extract_containers(made, known)}
    assert found == {("望江茶叶节开幕式", "东湖公园")}


def test_a_fair_is_held_in_the_town_where_it_opens_but_games_are_not_where_their_torch_is_lit() -> None:
    made = doc("[湖山博览会|Event]和[湖山运动会|Event]将至。[湖山博览会开幕式|Event]在[临水区|Place]举行。"
               "[湖山运动会火炬传递启动仪式|Event]在[望江县|Place]举行。")  # fmt: skip
    known = [*extract_relations(made, load_rules()), *extract_names(made)]
    found = {(made.entities[s.subject].name, made.entities[s.object or ""].name) for s in extract_containers(made, known)}
    assert found == {("湖山博览会", "临水区")}


def test_works_lie_where_the_ceremony_on_their_site_is_held() -> None:
    made = doc("[湖滨饲料项目奠基仪式|Event]在[新桥村|Place]举行，[湖滨饲料项目|Project]总投资3亿元。"
               "[云岭芯片项目签约仪式|Event]在[东湖镇|Place]举行，[云岭芯片项目|Project]落地。"
               "[望湖水厂项目开工仪式|Event]在[望湖大酒店|Place]举行，[望湖水厂项目|Project]开工。")  # fmt: skip
    known = [*extract_relations(made, load_rules()), *extract_names(made)]
    found = {(made.entities[s.subject].name, made.entities[s.object or ""].name) for s in extract_containers(made, known)}
    assert found == {("湖滨饲料项目", "新桥村")}


def test_a_town_does_not_lie_in_the_shop_that_is_called_after_it() -> None:
    made = doc("在[云州购物中心|Place][东湖镇|Place]店，人们排队。")
    shop = {key: replace(e, kind="Building") if e.name == "云州购物中心" else e for key, e in made.entities.items()}
    assert containers(replace(made, entities=shop)) == set()


def test_each_of_several_lies_in_one_of_as_many_places() -> None:
    made = scene("[望江公园|Place]、[东湖公园|Place]分别位于[石桥镇|Place]、[云岭镇|Place]，[新公园|Place]在建。")
    found = {(s.subject, s.object) for s in extract_relations(made, load_rules()) if s.predicate == "locatedIn"}
    assert found == {("place/望江公园", "place/石桥镇"), ("place/东湖公园", "place/云岭镇")}


def test_members_of_a_list_of_works_lie_in_the_place_of_the_paper() -> None:
    made = doc("[临水区|Place]有雨。察看了[鲁班小镇|Project]、[双岭路东延|Project]、[管网延伸至白沙|Project]。", place="临水区")
    listed = tuple(replace(m, via="project.listed") if m.type == "Project" else m for m in made.mentions)
    assert containers(made) == set()
    assert containers(replace(made, mentions=listed)) == {("鲁班小镇", "临水区"), ("双岭路东延", "临水区")}


def test_a_phase_by_its_number_lies_where_its_whole_does() -> None:
    made = doc("[临水区|Place]有雨。察看了[鲁班小镇二期|Project]、[双岭路东延|Project]。", place="临水区")
    mentions = tuple(replace(m, via="project.phase" if "二期" in m.text else "project.listed") for m in made.mentions)
    assert containers(replace(made, mentions=mentions)) == {("双岭路东延", "临水区")}


def test_what_lies_in_several_counties_that_are_counted() -> None:
    made = scene("[湖山水库工程|Project]位于[望江县|Place]、[临水县|Place]两县，总投资3亿元。")
    found = [s.object for s in extract_relations(made, load_rules()) if s.predicate == "locatedIn"]
    assert found == ["place/望江县", "place/临水县"]


def test_countries_side_by_side_do_not_lie_in_one_another() -> None:
    made = doc("[北海国|Place][南海国|Place]边境有雨。位于[北海国|Place]的[南海国|Place]使馆关闭。")
    entities = {key: replace(entity, kind="Country") for key, entity in made.entities.items()}
    made = replace(made, entities=entities)
    assert containers(made) == set()
    assert not [s for s in extract_relations(made, load_rules()) if s.predicate == "locatedIn"]


def test_what_lies_at_an_address_lies_in_its_town() -> None:
    scene = doc("坐落于[东湖镇|Place][12号地块|Place]的[湖山医院|Agency]昨天封顶。")
    assert containers(scene) == {("12号地块", "东湖镇"), ("湖山医院", "东湖镇")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[江北银行|Agency]和[江北银行望江支行|Agency]", {("江北银行望江支行", "partOf", "江北银行")}),
        ("[江北银行|Agency]和[江北银行业监督管理委员会|Agency]", set()),
        ("[江北大学|Agency]、[江北大学（湖山）|Agency]", {("江北大学（湖山）", "partOf", "江北大学")}),
        ("[中欧班列|Project]、[中欧班列（湖山）|Project]", {("中欧班列（湖山）", "partOf", "中欧班列")}),
        ("[湖山医院|Agency]和[湖山医院（东湖院区）|Agency]", {("湖山医院（东湖院区）", "partOf", "湖山医院")}),
        ("[湖山法院|Agency]和[湖山法院东湖法庭|Agency]", {("湖山法院东湖法庭", "partOf", "湖山法院")}),
        ("[湖山医院|Agency]和[湖山医院北院|Agency]", {("湖山医院北院", "partOf", "湖山医院")}),
        ("[湖山医院|Agency]和[湖山医院东湖院区|Agency]", {("湖山医院东湖院区", "partOf", "湖山医院")}),
        ("[市水利局|Agency]和[市水利局党组|Agency]", {("市水利局党组", "partOf", "市水利局")}),
        (
            "[湖山老区|Place]与[市扶贫办|Agency]、[市扶贫办革命老区工作站|Agency]",
            {("市扶贫办革命老区工作站", "partOf", "市扶贫办")},
        ),
        ("[江北集团|Agency]、[江北集团东湖矿业有限公司|Agency]", {("江北集团东湖矿业有限公司", "partOf", "江北集团")}),
        ("[江北集团|Agency]、[江北集团有限公司|Agency]", set()),
        ("[江北|Agency]、[江北化工集团有限公司|Agency]", set()),
        (
            "[湖山局资产与采购管理处|Agency]派人来，[湖山局|Agency]欢迎",
            {("湖山局资产与采购管理处", "partOf", "湖山局")},
        ),
        # of a body that only a title names, in full or short
        (
            "[湖山市卫健委党组|Agency]书记、[主任|Agency|湖山市卫生健康委员会]",
            {("湖山市卫健委党组", "partOf", "湖山市卫生健康委员会")},
        ),
        ("[湖山市卫健委党组|Agency]书记、[主任|Agency|望江市卫生健康委员会]", set()),
        ("[共青团|Agency]和[共青团望江县委员会|Agency]", set()),
        ("[省道310线|Place]、[省道310线望江至东湖段|Project]", {("省道310线望江至东湖段", "partOf", "省道310线")}),
        ("[望江路|Place]、[望江路改造工程|Project]", set()),
        ("[望江高铁|Place]、[望江高铁东湖大桥|Place]", {("望江高铁东湖大桥", "partOf", "望江高铁")}),
        ("[湖山市公安局|Agency]、[湖山市公安局临水区分局|Agency]", {("湖山市公安局临水区分局", "partOf", "湖山市公安局")}),
        ("[东湖广场|Place]、[东湖广场（二期）工程|Project]", {("东湖广场（二期）工程", "partOf", "东湖广场")}),
        ("[望江路|Place]、[望江路二期工程|Project]", set()),
        ("[东湖公园|Place]、[东湖公园一期|Project]", {("东湖公园一期", "partOf", "东湖公园")}),
        ("[江北自贸试验区|Place]、[江北自贸试验区湖山片区|Place]", {("江北自贸试验区湖山片区", "partOf", "江北自贸试验区")}),
        ("[湖滨线|Project]、[湖滨线一期工程|Project]", {("湖滨线一期工程", "partOf", "湖滨线")}),
        ("[湖山茶叶节|Event]、[湖山茶叶节开幕式|Event]", {("湖山茶叶节开幕式", "partOf", "湖山茶叶节")}),
        ("[江北集团|Agency]的[江北集团芯片项目|Project]", {("江北集团", "undertakes", "江北集团芯片项目")}),
        ("[望江小学|Agency]的[望江小学改扩建工程|Project]", set()),
        ("[望江污水处理厂|Agency]的[望江污水处理厂提标改造工程|Project]", set()),
        ("[望江发电厂|Agency]的[望江发电厂二期项目|Project]", set()),
        ("[望江发电厂|Agency]的[望江发电厂煤场封闭项目|Project]", {("望江发电厂", "undertakes", "望江发电厂煤场封闭项目")}),
        ("[国务院|Agency]的[《国务院关于节水的意见》|Document]", {("国务院", "issued", "《国务院关于节水的意见》")}),
        ("[县委|Agency]与电视剧[《县委大院里》|Document]", set()),
        ("[致公会|Agency]将审议[《致公会章程（修正案）》|Document]", set()),
        ("[东湖桥项目|Project]、[东湖桥项目开工仪式|Event]", {("东湖桥项目开工仪式", "about", "东湖桥项目")}),
        ("[东湖桥项目|Project]、[东湖桥项目摄影展|Event]", set()),
        (
            "[全国人代会|Event]与[《关于贯彻全国人代会精神的意见》|Document]",
            {("《关于贯彻全国人代会精神的意见》", "about", "全国人代会")},
        ),
        (
            "[湖山市|Place]、[望江县|Place]与[湖山至望江高速公路|Project]",
            {("湖山至望江高速公路", "passesThrough", "湖山市"), ("湖山至望江高速公路", "passesThrough", "望江县")},
        ),
        (
            "[湖山市|Place]、[望江县|Place]与[岚川高速公路湖山至望江段改扩建工程|Project]",
            {
                ("岚川高速公路湖山至望江段改扩建工程", "passesThrough", "湖山市"),
                ("岚川高速公路湖山至望江段改扩建工程", "passesThrough", "望江县"),
            },
        ),
        # the ends of the section, not of the line
        (
            "[湖山市|Place]、[望江县|Place]、[东岭市|Place]与[湖山至东岭国家高速公路湖山至望江段项目|Project]",
            {
                ("湖山至东岭国家高速公路湖山至望江段项目", "passesThrough", "湖山市"),
                ("湖山至东岭国家高速公路湖山至望江段项目", "passesThrough", "望江县"),
            },
        ),
        ("[东湖桥|Project]与[东湖桥及引道改造工程|Project]", set()),
        (
            "[湖山市|Place]、[东湖省|Place]与[湖山至望江铁路东湖段|Project]、[湖山至望江铁路|Project]",
            {("湖山至望江铁路东湖段", "partOf", "湖山至望江铁路"), ("湖山至望江铁路", "passesThrough", "湖山市")},
        ),
    ],
)
def test_names_state_relations(text: str, expected: set[tuple[str, str, str]]) -> None:
    scene = doc(text)
    said = {(scene.entities[s.subject].name, s.predicate, scene.entities[s.object or ""].name) for s in extract_names(scene)}
    assert said == expected


def test_a_document_said_to_have_been_adopted_bears_no_day_of_a_later_report() -> None:
    scene = doc(
        "[5月3日|Time|2023-05-03]，会议学习了全会通过的[《湖山市政府关于节水的意见》|Document]。[湖山市政府|Agency]作了部署。"
    )
    (stmt,) = extract_names(scene)
    assert (stmt.predicate, stmt.qualifiers) == ("issued", {})


def test_an_adopted_document_bears_the_day() -> None:
    scene = doc("[5月3日|Time|2023-05-03]，会议审议通过[《湖山市政府关于节水的意见》|Document]。[湖山市政府|Agency]已印发。")
    (stmt,) = extract_names(scene)
    assert (stmt.predicate, stmt.qualifiers) == ("issued", {"date": "2023-05-03"})


def test_a_place_abroad_lies_in_the_nearest_state_that_the_text_names() -> None:
    parents = {"东京": "place/日本", "洛杉矶": "place/加利福尼亚州"}

    def read(text: str) -> set[tuple[str, str]]:
        scene = scene_of(parse_example(text))
        entities = {
            k: replace(e, facts={"parent": parents[e.name]}) if e.name in parents else e for k, e in scene.entities.items()
        }
        return containers(Scene(scene.document, scene.mentions, entities))

    assert read("[日本|Place]队回到了[东京|Place]。") == {("东京", "日本")}
    assert read("[洛杉矶|Place]的火势减弱，[美国|Place]多地降雨。") == {("洛杉矶", "美国")}
    assert read("队伍回到了[东京|Place]。") == set()

"""The rule engine: patterns, lists, topics, guards, dates, names that state something, and what is said of bad rules."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import extract
from kg.errors import DataError
from kg.model import Entity
from kg.reading import Metadata, parse_document
from kg.relations.markup import MarkupError, parse_example, scene_of
from kg.relations.patterns import PatternError, compile_pattern
from kg.relations.rule_files import Rule, load_rules
from kg.relations.rules import check_rules, extract_relations
from kg.relations.statements import Scene
from tests.scenes import scene

RULES = load_rules()

GOOD = """
predicate = "visited"

[[rule]]
id = "mine.went"
description = "谁巡河到某地"
pattern = "{subject:Person*}<巡河到>{object:Place*}"
confidence = 0.9
yes = ["[周岚|Person]巡河到[望江镇|Place]。 => 周岚 → 望江镇", "[钱敏|Person]巡河到[东湖|Place]。 => 钱敏 → 东湖"]
no = ["[周岚|Person]没有巡河到[望江镇|Place]。"]
"""


def doc(text: str) -> Scene:
    return scene_of(parse_example(text))


def read(scene: Scene, rules: tuple[Rule, ...] = RULES) -> set[tuple[str, str, str, str]]:
    """Subject, predicate, object and role of what is read, by name."""
    return {
        (scene.entities[s.subject].name, s.predicate, scene.entities[s.object].name, str(s.qualifiers.get("role", "")))
        for s in extract_relations(scene, rules)
        if s.object
    }


def write(folder: Path, text: str) -> Path:
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[全县招商大会|Event]昨天召开。县委书记[周岚|Person]主持会议并讲话。",
            {("周岚", "participatedIn", "全县招商大会", "presided"), ("周岚", "participatedIn", "全县招商大会", "spoke")},
        ),
        (
            "[2023湖山马拉松|Event]开跑。本次比赛由[江北田协|Agency]提供认证，[市体育局|Agency]、[县政府|Agency]共同主办。",
            {
                ("市体育局", "participatedIn", "2023湖山马拉松", "organized"),
                ("县政府", "participatedIn", "2023湖山马拉松", "organized"),
            },
        ),
        # what stands in brackets behind a meeting is not the name it goes by
        (
            "[东湖项目推进会|Event]召开（[县安委会第四次会议|Event]）。县长[周岚|Person]主持会议。",
            {("周岚", "participatedIn", "东湖项目推进会", "presided")},
        ),
        # of two held as one the first may be spoken of; a list of papers goes on behind a comma, but not to who tells of the next
        (
            "[湖山龙舟大赛暨东湖民歌节|Event]昨天开幕。本次大赛由[县文旅局|Agency]主办。",
            {("县文旅局", "participatedIn", "湖山龙舟大赛暨东湖民歌节", "organized")},
        ),
        (
            "[市水利局|Agency]印发[《节水办法》|Document]，[《用水细则》|Document]。",
            {("市水利局", "issued", "《节水办法》", ""), ("市水利局", "issued", "《用水细则》", "")},
        ),
        (
            "[市水利局|Agency]印发[《节水办法》|Document]，[《用水细则》|Document]废止。",
            {("市水利局", "issued", "《节水办法》", "")},
        ),
        (
            "[湖山论坛|Event]昨天开幕。市领导[周岚|Person]、[郑一凡|Person]，市人大[钱敏|Person]等出席活动。",
            {
                ("周岚", "participatedIn", "湖山论坛", "attended"),
                ("郑一凡", "participatedIn", "湖山论坛", "attended"),
                ("钱敏", "participatedIn", "湖山论坛", "attended"),
            },
        ),
        (  # a ceremony is called a meeting where the article tells of none
            "[湖山医院签约仪式|Event]昨天举行。会议由院长[周岚|Person]同志主持，[郑一凡|Person]等一行出席。",
            {
                ("周岚", "participatedIn", "湖山医院签约仪式", "presided"),
                ("郑一凡", "participatedIn", "湖山医院签约仪式", "attended"),
            },
        ),
        (
            "[湖山医院签约仪式|Event]昨天举行。[全县卫生会议|Event]也昨天召开。[郑一凡|Person]出席会议。",
            {("郑一凡", "participatedIn", "全县卫生会议", "attended")},
        ),
        (  # what a meeting decides on is not the meeting that is reported
            "[市人大常委会第五次会议|Event]昨天召开。会议决定[市人大三次会议|Event]于3月举行。会议由[周岚|Person]主持，[郑一凡|Person]出席会议。",
            {
                ("周岚", "participatedIn", "市人大常委会第五次会议", "presided"),
                ("郑一凡", "participatedIn", "市人大常委会第五次会议", "attended"),
            },
        ),
        (  # 各…主要负责人 demands nothing
            "[湖山论坛|Event]昨天举行。县领导[周岚|Person]、[郑一凡|Person]，各镇街主要负责人参加论坛。",
            {("周岚", "participatedIn", "湖山论坛", "attended"), ("郑一凡", "participatedIn", "湖山论坛", "attended")},
        ),
        (  # respectively
            "县领导[周岚|Person]、[郑一凡|Person]分别走访慰问[湖山中学|Agency]、[湖山医院|Agency]。",
            {("周岚", "visited", "湖山中学", ""), ("郑一凡", "visited", "湖山医院", "")},
        ),
        (
            "县领导[周岚|Person]、[郑一凡|Person]先后走访慰问[湖山中学|Agency]、[湖山医院|Agency]。",
            {(who, "visited", where, "") for who in ("周岚", "郑一凡") for where in ("湖山中学", "湖山医院")},
        ),
        (  # those who join are the group where nobody else leads it
            "主席[周岚|Person]、副主席[郑一凡|Person]参加调研。调研组先后到[湖山中学|Agency]，察看校舍。",
            {("周岚", "visited", "湖山中学", ""), ("郑一凡", "visited", "湖山中学", "")},
        ),
        (
            "市长[郑一凡|Person]出席[湖山论坛|Event]并致辞。",
            {("郑一凡", "participatedIn", "湖山论坛", "spoke")},
        ),
        (
            "[湖滨线|Project]全长30公里，途经[东湖镇|Place]、[望江镇|Place]，设[东湖站|Place]和[望江站|Place]。",
            {
                ("湖滨线", "passesThrough", "东湖镇", ""),
                ("湖滨线", "passesThrough", "望江镇", ""),
                ("湖滨线", "hasStation", "东湖站", ""),
                ("湖滨线", "hasStation", "望江站", ""),
            },
        ),
        (
            "[湖山县|Place]、[望江县|Place]和[临水区|Place]合作共建园区。",
            {
                ("湖山县", "cooperatesWith", "望江县", ""),
                ("湖山县", "cooperatesWith", "临水区", ""),
                ("望江县", "cooperatesWith", "临水区", ""),
            },
        ),
    ],
)
def test_relations_across_lists_clauses_and_sentences(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert read(doc(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "要进一步深入[湖山县|Place]，[周岚|Person]要考察[望江镇|Place]。",
        "[周岚|Person]尚未考察[望江镇|Place]。",
        "如果[周岚|Person]考察[望江镇|Place]，请通知我们。",
        "[江北银行|Agency]计划与[湖山县|Place]签约。",
        "[市水利局|Agency]应尽快印发[《节水办法》|Document]。",
    ],
)
def test_demand_plan_doubt_and_negation_state_nothing(text: str) -> None:
    assert read(doc(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "[周岚|Person]沿主要河段考察[望江镇|Place]。",
        "响应号召，[周岚|Person]考察[望江镇|Place]。",
        "[周岚|Person]不断考察[望江镇|Place]。",
    ],
)
def test_words_that_only_look_like_demand_do_no_harm(text: str) -> None:
    assert ("周岚", "visited", "望江镇", "") in read(doc(text))


def test_of_a_chain_of_places_the_last_is_meant() -> None:
    scene = doc("[湖山高铁|Project]途经[江北省|Place][湖山市|Place]、[望江县|Place]。")
    assert read(scene) == {("湖山高铁", "passesThrough", "湖山市", ""), ("湖山高铁", "passesThrough", "望江县", "")}


def test_a_division_lies_only_where_the_gazetteer_puts_it() -> None:
    scene = doc("位于[临水区|Place]的[湖山市|Place]“春雨”社区开放。位于[江北省|Place]的[望江县|Place]下雨。")
    codes = {"临水区": "990102", "湖山市": "990100", "江北省": "990000", "望江县": "990121"}
    entities = {key: replace(entity, facts={"code": codes[entity.name]}) for key, entity in scene.entities.items()}
    assert read(replace(scene, entities=entities)) == {("望江县", "locatedIn", "江北省", "")}


def test_a_line_of_another_paragraph_passes_nowhere_in_national_news() -> None:
    scene = doc("[湖山大桥|Place]合龙。项目全长20公里，途经[望江县|Place]。")
    first, second = scene.document.sentences
    apart = replace(scene.document, sentences=(first, replace(second, paragraph=first.paragraph + 1)), place="")
    assert read(scene) == {("湖山大桥", "passesThrough", "望江县", "")}
    assert read(replace(scene, document=apart)) == set()


def test_a_place_with_its_border_names_a_section_of_the_line() -> None:
    scene = doc("[湖滨线|Project]开工，[湖滨线望江段|Project]已招标。[望江|Place]境内30公里，设[望江站|Place]。")
    assert read(scene) == {("湖滨线望江段", "hasStation", "望江站", "")}


def test_a_weak_rule_yields_to_a_precise_one() -> None:
    scene = doc("[周岚|Person]出席[湖山论坛|Event]。[周岚|Person]在[湖山论坛|Event]上致辞。")
    assert read(scene) == {("周岚", "participatedIn", "湖山论坛", "spoke")}


def test_the_date_before_the_trigger_qualifies_a_visit() -> None:
    scene = doc("[5月3日|Time|2023-05-03]，[周岚|Person]考察[望江镇|Place]。")
    (stmt,) = extract_relations(scene, RULES)
    assert stmt.qualifiers == {"date": "2023-05-03"}


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("[市水利局|Agency]印发[《节水办法》|Document]", "2023-05-03"),
        ("学习[市水利局|Agency]印发的[《节水办法》|Document]", None),
    ],
)
def test_a_paper_that_is_studied_has_not_come_out_on_the_day_of_the_meeting(issued: str, date: str | None) -> None:
    told = extract_relations(doc(f"[5月3日|Time|2023-05-03]，[学习会|Event]举行。会后{issued}。"), RULES)
    assert [s.qualifiers.get("date") for s in told if s.predicate == "issued"] == [date]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # a county's short name in a list begins what nobody recognizes, but not where it is followed by what is done there
        ("副区长周明远带队，先后参观了金山三江湖、枫泾古镇。", {"枫泾古镇"}),
        ("副区长周明远到金山考察、调研。", {"金山区"}),
        # nor is the city that a long name of works begins with, or all of the district whose works are inspected
        (
            "副区长周明远先后前往金山城市公交系统改制及提升工程项目、枫泾古镇、亭林公园。",
            {"枫泾古镇", "亭林公园"},
        ),
        ("副区长周明远带队赴枫泾古镇，对全区重点项目建设情况进行了调研。", {"枫泾古镇"}),
        # a mine or a shop is not the firm whose name it begins with, and parts no list
        ("副区长周明远先后来到云岭集团青石煤矿、江北集团公司、枫泾古镇，了解安全生产。", {"江北集团公司", "枫泾古镇"}),
        # a province within a name is not visited
        ("副区长周明远先后深入湖山集团公司、江北集团公司四川基地。", {"湖山集团公司", "江北集团公司"}),
        ("副区长周明远先后深入湖山集团公司、四川成都。", {"湖山集团公司", "成都市"}),
    ],
)
def test_what_only_begins_a_name_is_not_visited(text: str, places: set[str]) -> None:
    made = extract(parse_document(text, "a", Metadata(published="2023-07-08", place="310116")))
    names = {entity.id: entity.name for entity in made.entities}
    assert {names[s.object or ""] for s in made.statements if s.predicate == "visited"} == places


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # a feast tells what for, and not when
        ("7月3日，副区长周明远检查“八一”期间市场供应，来到枫泾古镇调研。", "2023-07-03"),
        ("春节期间，副区长周明远来到枫泾古镇调研。", "2023-01-21/2023-01-27"),
        # lately is on no day that the story before has
        ("7月3日，区长李泽平到会。近日，副区长周明远来到枫泾古镇调研。", None),
    ],
)
def test_the_day_of_a_visit_is_its_own(text: str, day: str | None) -> None:
    made = extract(parse_document(text, "a", Metadata(published="2023-07-08", place="310116")))
    assert [s.qualifiers.get("date") for s in made.statements if s.predicate == "visited"] == [day]


def test_an_undated_headline_yields_to_its_dated_sentence() -> None:
    scene = doc("[周岚|Person]考察[望江镇|Place]\n[5月3日|Time|2023-05-03]，[周岚|Person]考察[望江镇|Place]。")
    (stmt,) = extract_relations(scene, RULES)
    assert stmt.qualifiers == {"date": "2023-05-03"}


def test_evidence_is_the_sentence_with_its_marks() -> None:
    scene = doc("昨日有雨。[周岚|Person]考察[望江镇|Place]。")
    (stmt,) = extract_relations(scene, RULES)
    (evidence,) = stmt.evidence
    text = scene.document.text
    assert evidence.text == text[evidence.start : evidence.end] == "周岚考察望江镇。"
    assert {key: text[start:end] for key, (start, end) in evidence.marks.items()} == {
        "subject": "周岚",
        "object": "望江镇",
        "trigger": "考察",
    }


def test_a_place_that_acts_is_its_government_where_one_is_named() -> None:
    said = "[湖山县|Place]出台[《节水办法》|Document]。"
    assert read(doc(said + "[湖山县人民政府|Agency]负责解释。")) == {("湖山县人民政府", "issued", "《节水办法》", "")}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("[金山区|Place]出台[《节水办法》|Document]。", {"金山区"}),
        ("[上海市|Place][金山区|Place]举办[湖山茶叶节|Event]。", {"金山区"}),
        ("大会在[上海市|Place][金山区|Place]通过[《节水办法》|Document]。", set()),
        ("[金山区|Place]承建的[东湖桥|Project]开工。", set()),  # what a firm there builds
        ("[江北|Place]出台[《节水办法》|Document]。", set()),  # no division
    ],
)
def test_a_division_acts_itself_where_it_governs(text: str, actors: set[str]) -> None:
    made = scene(text, home="金山区")
    assert {subject for subject, predicate, *_ in read(made) if predicate != "locatedIn"} == actors


def test_a_name_may_state_a_relation() -> None:
    scene = doc("[湖山县与江北银行战略合作签约仪式|Event]昨天举行。")
    (outer,) = scene.mentions
    inner = [
        replace(outer, start=0, end=3, text="湖山县", type="Place", entity="place/湖山县"),
        replace(outer, start=4, end=8, text="江北银行", type="Agency", entity="agency/江北银行"),
    ]
    entities = {
        **scene.entities,
        "place/湖山县": Entity("place/湖山县", "Place", "湖山县"),
        "agency/江北银行": Entity("agency/江北银行", "Agency", "江北银行"),
    }
    assert read(Scene(scene.document, (outer, *inner), entities)) == {("湖山县", "cooperatesWith", "江北银行", "")}


def test_works_stand_for_the_ceremonies_that_are_called_after_them() -> None:
    scene = doc("由[江北集团|Agency]承建的[湖山大桥开工仪式|Event]举行，[望江大桥通车仪式|Event]由[望江公司|Agency]承办。")
    builder, first, second, _ = scene.mentions
    inner = [
        replace(m, end=m.start + 4, text=m.text[:4], type="Project", entity=f"project/{m.text[:4]}") for m in (first, second)
    ]
    bridges = {m.entity: Entity(m.entity, "Project", m.text) for m in inner}
    read_ = read(
        Scene(
            scene.document,
            tuple(sorted((*scene.mentions, *inner), key=lambda m: (m.start, -m.end))),
            {**scene.entities, **bridges},
        )
    )
    assert builder.text == "江北集团"
    assert {row for row in read_ if row[1] == "undertakes"} == {("江北集团", "undertakes", "湖山大桥", "builds")}


def test_a_users_folder_of_rules_loads_and_passes(tmp_path: Path) -> None:
    assert check_rules(write(tmp_path, GOOD)) == []
    assert [rule.id for rule in load_rules(tmp_path)] == ["mine.went"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('predicate = "visited"', 'predicate = "visitd"', "unknown predicate 'visitd'; did you mean 'visited'?"),
        ("confidence = 0.9", "confidnce = 0.9", "unknown key 'confidnce'; did you mean 'confidence'?"),
        ("confidence = 0.9", "confidence = 1.9", "confidence must be above 0 and at most 1"),
        ("confidence = 0.9", 'confidence = "high"', "confidence must be a float"),
        ("<巡河到>", "巡河到", "no <trigger>"),
        ("<巡河到>", ".*<巡河到>", "without a bound"),
        ("<巡河到>", ".{0,900}<巡河到>", "must run up to at most 60"),
        ("{object:Place*}", "{object:Plaec*}", "unknown type 'Plaec'"),
        ("{object:Place*}", "{object:Event*}", "object: visited takes"),
        ("{object:Place*}", "{target:Place*}", "unknown slot 'target'"),
        ("{object:Place*}", "", "object must come from a slot"),
        (
            "confidence = 0.9",
            'confidence = 0.9\nqualifiers = { role = "spoken" }',
            "unknown role 'spoken'; did you mean 'spoke'?",
        ),
        ("confidence = 0.9", 'confidence = 0.9\nobject = "topic:Place"', "not both or neither"),
        ("=> 周岚 → 望江镇", "=> 周岚 到 望江镇", "as 甲 → 乙"),
        ("=> 周岚 → 望江镇", "=> 周岚 → 望江村", "gives 周岚 → 望江镇"),
        ('id = "mine.went"', "id = mine.went", "mine.toml"),
    ],
)
def test_check_says_what_is_wrong_with_a_rule(tmp_path: Path, old: str, new: str, message: str) -> None:
    problems = check_rules(write(tmp_path, GOOD.replace(old, new, 1)))
    assert any(message in problem for problem in problems), problems
    assert all("mine" in problem for problem in problems)


def test_load_raises_for_the_first_problem(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"mine\.toml: rule mine\.went: unknown key 'exmaples'"):
        load_rules(write(tmp_path, GOOD + "exmaples = []\n"))


@pytest.mark.parametrize(
    "pattern", ["<>", "{subject:Person", "<说>+", "a{2,}<说>", "<说><道>", "(<说>", "{subject:Person}{subject:Person}<说>"]
)
def test_bad_patterns_are_errors(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern)


def test_bad_examples_are_errors() -> None:
    with pytest.raises(MarkupError, match="unknown type 'Human'"):
        parse_example("[周岚|Human]说。")


def test_time_grows_with_the_length_of_the_text_only() -> None:
    sentence = "，".join("[周岚|Person]、[钱敏|Person]等考察组成员在[望江镇|Place]和[东湖镇|Place]说明情况" for _ in range(40))
    scenes = [doc(sentence + "。"), doc(sentence + "，" + sentence + "，" + sentence + "，" + sentence + "。")]
    took = []
    for made in scenes:
        start = time.perf_counter()
        extract_relations(made, RULES)
        took.append(time.perf_counter() - start)
    assert took[1] < 12 * took[0] + 0.2

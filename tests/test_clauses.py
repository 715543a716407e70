import pytest
from scenes import scene

from kg.relations.clauses import dateline_end, split_clauses, walk


def topics(text: str, **options: object) -> list[tuple[str, str]]:
    """Each clause with the name of what it is about."""
    made = scene(text, **options)  # type: ignore[arg-type]
    return [
        (made.document.sentences[c.sentence].text[c.start : c.end], made.entities[c.topic.entity].name if c.topic else "")
        for c in walk(made)
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("全长12公里，设站3座。", ["全长12公里", "设站3座"]),
        ("总投资1,200万元，占地30亩。", ["总投资1,200万元", "占地30亩"]),
        ("印发《关于绿化、养护，及其他的意见》，共8条。", ["印发《关于绿化、养护，及其他的意见》", "共8条"]),
        ("途经青浦区（含金泽镇，下同），止于嘉善。", ["途经青浦区（含金泽镇，下同）", "止于嘉善"]),
        ("会议强调：要抓落实；要见实效。", ["会议强调", "要抓落实", "要见实效"]),
        ("地方收入年均增长8.1% 提前完成目标任务", ["地方收入年均增长8.1%", "提前完成目标任务"]),
        ("上午9:30，活动开始。", ["上午9:30", "活动开始"]),
        ("这个括号（没有合上，照样分句。", ["这个括号（没有合上", "照样分句"]),
    ],
)
def test_split(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in split_clauses(text)] == clauses


def test_names_are_never_split() -> None:
    text = "“山，水，城”摄影展开幕，展期10天"
    assert [text[a:b] for a, b in split_clauses(text, ((0, 10),))] == ["“山，水，城”摄影展开幕", "展期10天"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("某社杭州5月2日电（记者 王平）大桥通车。", "大桥通车。"),
        ("本报湖滨10月17日讯（湖滨日报全媒体记者李明）大会召开。", "大会召开。"),
        ("本报讯（记者 李明）昨日，大会召开。", "昨日，大会召开。"),
        ("电力供应充足。", "电力供应充足。"),
        ("消息传来，群众很高兴。", "消息传来，群众很高兴。"),
    ],
)
def test_dateline(text: str, rest: str) -> None:
    assert text[dateline_end(text) :] == rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A dropped subject is carried from clause to clause and into the next sentence.
        ("[湖滨线|Project]全长30公里，设站8座。预计明年通车。", ["湖滨线"] * 3),
        # A new subject takes over; a place after a preposition does not.
        ("[湖滨线|Project]途经[东坪县|Place]，在[西岭镇|Place]设站，[西岭镇|Place]有3万人。", ["湖滨线", "湖滨线", "西岭镇"]),
        # Pointing words.
        ("[湖滨线|Project]今日开工。[东坪县|Place]举行仪式，该线全长30公里。", ["湖滨线", "东坪县", "湖滨线"]),
        ("[东坪县|Place]发展旅游。[湖滨线|Project]动工，该县投资2亿元。", ["东坪县", "湖滨线", "东坪县"]),
        ("[天成制药公司|Agency]落户园区，企业占地60亩。", ["天成制药公司", "天成制药公司"]),
        ("[东坪县|Place]新建[东坪中学|Agency]，学校占地60亩。", ["东坪县", "东坪中学"]),
        ("[东坪县|Place]举行[东坪机场|Place]开工活动，该机场投资3亿元。", ["东坪县", "东坪机场"]),
        ("[东坪县|Place]的[东坪机场|Place]开工，全县学校投资3亿元。", ["东坪机场", "东坪县"]),
        # A modifier before the subject does not hide it.
        ("坐落于[西岭镇|Place]的[县医院新院区项目|Project]开工，总投资3亿元。", ["县医院新院区项目"] * 2),
        # What a sentence builds is what it goes on about.
        ("年内开工建设[云湖度假区|Project]，建成后年接待游客80万人次。", ["云湖度假区"] * 2),
        # A chain of places means the innermost.
        ("[东坪县|Place][西岭镇|Place][上湾村|Place]有农户300户。", ["上湾村"]),
        # Who speaks is not what is spoken of.
        ("[东坪县|Place]变化很大，[王平|Person]说，今年增收20万元。", ["东坪县"] * 3),
        # A list's members are no subjects one by one.
        ("[东坪县|Place]推进建设，[西岭镇|Place]、[上湾村|Place]等20处建成。", ["东坪县", "东坪县"]),
    ],
)
def test_topics(text: str, expected: list[str]) -> None:
    assert [name for _, name in topics(text)] == expected


def test_home_is_understood_in_a_new_paragraph() -> None:
    found = topics("[湖滨线|Project]全长30公里。\n今年新增就业8000人。\n[东坪县|Place]欢迎你。", home="东坪县")
    assert [name for _, name in found] == ["湖滨线", "东坪县", "东坪县"]


def test_without_a_home_a_new_paragraph_starts_with_nothing() -> None:
    assert [name for _, name in topics("[湖滨线|Project]全长30公里。\n今年完成投资8亿元。")] == ["湖滨线", ""]


def test_the_whole_nation_is_not_what_was_spoken_of_before() -> None:
    assert [name for _, name in topics("[湖滨线|Project]通车，全国营业里程16万公里。")] == ["湖滨线", ""]


def test_sources_and_guiding_events_are_no_topics() -> None:
    assert topics("[省统计局|Agency]公布数据，出口增长5%。")[1][1] == ""
    assert topics("[十八次大会|Event]以来，[东坪县|Place]变化大。")[0][1] == ""


def test_whole_division_is_home_where_the_level_fits() -> None:
    found = topics("[上湾村|Place]通路了。全县已建成村道90公里。[东坪县|Place]", home="东坪县")
    assert found[1][1] == "东坪县"


def test_ceremony_hands_over_to_what_it_celebrates() -> None:
    found = topics("[湖滨线一期工程开工仪式|Event]举行。该线全长30公里。", nested=("湖滨线一期工程|Project",))
    assert [name for _, name in found] == ["湖滨线一期工程"] * 2


def test_phase_is_its_own_thing_where_the_text_has_it() -> None:
    found = topics("[湖滨新城项目|Project]今日开工，一期投资3亿元。[湖滨新城项目一期|Project]明年建成。")
    assert found[1] == ("一期投资3亿元", "湖滨新城项目一期")


def test_quoted_speech_is_known() -> None:
    made = scene("[王平|Person]说：“我们村变了，去年修了路。”")
    assert [c.quoted for c in walk(made)][1:3] == [True, True]
    assert not any(c.quoted for c in walk(scene("“一网通办”上线，群众满意。")))

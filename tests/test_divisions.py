"""The gazetteer: names in context, old names, chains, places as a manifest writes them, and the scanner."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import kg
from kg.errors import DataError
from kg.recognition import divisions
from kg.recognition.divisions import COUNTY, PREFECTURE, PROVINCE, TOWN, ZONE, load_divisions

RESOLVED = [
    # full names and short forms that only one place has
    ("上海市", (), "310000"),
    ("上海", (), "310000"),
    ("金山区", (), "310116"),
    ("金山", (), "310116"),
    ("嘉兴", (), "330400"),
    ("嘉兴市", (), "330400"),
    ("宁夏", (), "640000"),
    ("内蒙古", (), "150000"),
    ("新疆", (), "650000"),
    ("广西", (), "450000"),
    ("香港", (), "810000"),
    ("延边", (), "222400"),
    ("延边州", (), "222400"),
    ("西双版纳", (), "532800"),
    ("巴州", (), "652800"),
    ("兴安盟", (), "152200"),
    ("阿里地区", (), "542500"),
    ("科右前旗", (), "152221"),
    ("莫旗", (), "150722"),
    ("积石山县", (), "622927"),
    ("玉屏县", (), "520622"),
    ("河南县", (), "632324"),
    ("神农架林区", (), "429021"),
    ("赵县", (), "130133"),
    ("浦东", (), "310115"),
    ("仙桃市", (), "429004"),
    ("东莞", (), "441900"),
    ("儋州市", (), "460400"),
    ("苏州工业园区", (), "320571"),
    ("澎湖县", (), "710714"),
    ("亭林镇", (), "310116/亭林镇"),
    # the higher level wins where one is clearly higher
    ("吉林", (), "220000"),
    ("吉林市", (), "220200"),
    ("海南", (), "460000"),
    ("河南", (), "410000"),
    ("大同", (), "140200"),
    ("恩施", (), "422800"),
    ("西安", (), "610100"),
    # one name, several places: the context decides
    ("朝阳区", (), None),
    ("朝阳区", ("110000",), "110105"),
    ("朝阳区", ("220100",), "220104"),
    ("朝阳区", ("220000",), "220104"),
    ("朝阳区", ("440300",), None),
    ("鼓楼区", (), None),
    ("鼓楼区", ("320100",), "320106"),
    ("鼓楼区", ("320300",), "320302"),
    ("鼓楼区", ("350100",), "350102"),
    ("鼓楼区", ("320000",), None),
    ("西湖区", ("330110",), "330106"),
    ("西湖区", ("310116", "360000"), "360103"),
    ("新城区", ("610000",), "610102"),
    ("城关镇", (), None),
    ("城关镇", ("410328",), "410328/城关镇"),
    ("普陀区", ("310116",), "310107"),
    ("普陀区", ("330902",), "330903"),
    ("通州", ("110000",), "110112"),
    ("通州", ("320682",), "320612"),
    ("金山区", ("710200",), "710200/金山区"),
    ("和平区", ("120000",), "120101"),
    ("伊宁县", ("654000",), "654021"),
    # the nearer context goes before the first one
    ("朝阳区", ("110000", "220104"), "220104"),
    # an ordinary word is a place only in that place's own papers
    ("和平", (), None),
    ("和平", ("210102",), "210102"),
    ("和平", ("210100",), None),
    ("合作", (), None),
    ("合作市", (), "623001"),
    # a town called like any zone is meant only where its county is told of
    ("物流园区", (), "321003/物流园区"),
    # names out of use
    ("绍兴县", (), "330603"),
    ("临安市", (), "330112"),
    ("襄樊市", (), "420600"),
    ("襄樊", (), "420600"),
    ("南汇区", (), "310115"),
    ("卢湾区", ("310000",), "310101"),
    ("崇明县", (), "310151"),
    ("思茅市", (), "530800"),
    ("莱芜市", (), "370116"),
    ("毕节地区", (), "520500"),
    ("桥东区", ("130100",), "130102"),
    ("桥东区", ("130700",), "130702"),
    ("郫县", (), "510117"),
    # no places
    ("巴山夜雨", (), None),
    ("乌市", (), None),
    ("", (), None),
]


@pytest.mark.parametrize(("text", "near", "code"), RESOLVED)
def test_a_name_means_the_place_that_its_context_says(text: str, near: tuple[str, ...], code: str | None) -> None:
    division = load_divisions().resolve(text, near=near)
    assert (division.code if division else None) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("上海市金山区", "310116"),
        ("310116", "310116"),
        ("310116001000", "310116"),
        ("320684", "320614"),
        ("浙江省临安市", "330112"),
        ("内蒙古自治区兴安盟", "152200"),
        ("湖北省黄石市阳新县", "420222"),
        ("天津市滨海新区", "120116"),
        ("天津滨海新区", "120116"),
        ("上海市 金山区 亭林镇", "310116/亭林镇"),
        ("上海市金山区亭林", "310116/亭林镇"),
        ("北京朝阳", "110105"),
        ("吉林省吉林市", "220200"),
        ("广东省东莞市虎门镇", "441900/虎门镇"),
        ("湖北襄樊市襄阳区", "420607"),
        ("山东省莱芜市莱城区", "370116"),
        ("朝阳区", None),
        ("上海市西湖区", None),
        ("金山区人民政府", None),
        ("999999", None),
        ("12", None),
        ("", None),
    ],
)
def test_places_as_a_manifest_writes_them(text: str, code: str | None) -> None:
    division = load_divisions().parse_place(text)
    assert (division.code if division else None) == code


@pytest.mark.parametrize(
    ("code", "full_name"),
    [
        ("310116/亭林镇", "上海市金山区亭林镇"),
        ("429004", "湖北省仙桃市"),
        ("659001", "新疆维吾尔自治区石河子市"),
        ("330421", "浙江省嘉兴市嘉善县"),
        ("500101", "重庆市万州区"),
        ("710200/板桥区", "台湾省新北市板桥区"),
        ("820001", "澳门特别行政区花地玛堂区"),
    ],
)
def test_a_full_name_is_the_chain_of_containers(code: str, full_name: str) -> None:
    gazetteer = load_divisions()
    division = gazetteer.by_code(code)
    assert division is not None
    assert gazetteer.full_name(division) == full_name
    assert [d.level for d in gazetteer.chain(division)][-1] == PROVINCE


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("龙湾镇与嘉善县相邻", ["龙湾镇", "嘉善县"]),
        ("上海市金山区亭林镇与浙江嘉兴签约", ["上海市", "金山区", "亭林镇", "浙江", "嘉兴"]),
        ("在长三角地区和粤港澳大湾区", ["长三角地区", "粤港澳大湾区"]),
        ("临港新片区、雄安新区同日开工", ["临港新片区", "雄安新区"]),
        ("哈萨克斯坦客商到乌鲁木齐", ["哈萨克斯坦", "乌鲁木齐"]),
        ("确保长治久安", []),
        ("山西长治的企业", ["山西", "长治"]),
        ("维护世界和平与合作", []),
        ("从化解矛盾入手", []),
        ("创建高密度路网示范县", []),
        ("甘肃省合作市", ["甘肃省", "合作市"]),
        ("中", []),
        ("", []),
    ],
)
def test_the_scanner_finds_the_longest_names(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in load_divisions().scan(text)] == names


def test_short_forms_of_towns_need_their_county() -> None:
    gazetteer = load_divisions()
    town = gazetteer.town_short("亭林", "310116")
    assert town is not None
    assert (town.code, town.level, town.parent, town.short) == ("310116/亭林镇", TOWN, "310116", "亭林")
    assert gazetteer.town_short("亭林", "310115") is None
    assert gazetteer.named("亭林") == ()


def test_a_county_has_coordinates_and_all_its_names() -> None:
    division = load_divisions().by_code("310116")
    assert division is not None
    assert (division.name, division.level, division.parent, division.names) == ("金山区", COUNTY, "310000", ("金山区", "金山"))
    assert division.longitude == pytest.approx(121.34, abs=0.05)
    assert division.latitude == pytest.approx(30.74, abs=0.05)


def test_old_codes_lead_to_the_division_of_today() -> None:
    gazetteer = load_divisions()
    for old, new in [("330621", "330603"), ("310103", "310101"), ("139001", "130682")]:
        division = gazetteer.by_code(old)
        assert division is not None
        assert division.code == new


def test_regions_are_found_by_their_aliases() -> None:
    regions = load_divisions().regions()
    assert regions["长三角"].name == "长江三角洲"
    assert regions["法国"].kind == "Country"
    assert regions["太湖"].kind == "Lake"
    assert regions["上海自贸区临港新片区"].name == "中国（上海）自由贸易试验区临港新片区"


def test_the_tables_are_sound() -> None:
    data = Path(kg.__file__).parent / "data"
    with (data / "divisions.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    codes = [row["code"] for row in rows]
    assert codes == sorted(set(codes))
    assert len(rows) > 3300
    assert {row["level"] for row in rows} == {PROVINCE, PREFECTURE, COUNTY, ZONE}
    for row in rows:
        assert re.fullmatch(r"\d{6}", row["code"])
        assert all(len(name) >= 2 for name in row["short"].split("|") if name)
        if row["level"] != ZONE:
            assert 73 < float(row["longitude"]) < 136
            assert 3 < float(row["latitude"]) < 54
    with (data / "renames.csv").open(encoding="utf-8") as file:
        assert all(re.fullmatch(r"(\d{4}-\d{2})?", row["date"]) for row in csv.DictReader(file))


def test_a_malformed_table_names_file_and_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "place_stopwords.csv").write_text("word,reason\n和平\n", encoding="utf-8")
    monkeypatch.setattr(divisions, "files", lambda package: tmp_path)
    load_divisions.cache_clear()
    with pytest.raises(DataError, match=r"place_stopwords\.csv:2"):
        load_divisions()
    load_divisions.cache_clear()

"""The hand-made lexicons are well-formed tables: their columns, keys, vocabulary and a few rows that must be there."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

AGENCY_KINDS = {
    *("Government", "Party", "Congress", "Consultative", "Discipline", "Court", "Procuratorate", "Military", "Company"),
    *("Bank", "School", "University", "Hospital", "Research", "Media", "Association", "Institution", "LeadingGroup"),
    *("Cooperative", "Village"),
}
HEAD_COLUMNS = ["head", "kind", "strong", "note"]
# file: its columns, how many of the first ones are the key, keys that must be present
LEXICONS: dict[str, tuple[list[str], int, list[str]]] = {
    "titles": (
        ["title", "kind", "rank", "body", "level", "prefixes", "address", "note"],
        1,
        ["书记", "区长", "总书记", "董事长", "院士", "记者", "村支书"],
    ),
    "agency_heads": (HEAD_COLUMNS, 1, ["公司", "有限公司", "人民法院", "局", "中心", "一中", "合作社"]),
    "local_agencies": (["short", "full", "kind", "levels", "period", "note"], 2, []),
    "national_agencies": (
        ["name", "aliases", "weak", "kind", "abroad", "note"],
        1,
        ["新华通讯社", "外交部", "联合国", "华东师范大学"],
    ),
    "committees": (["name", "aliases", "body", "note"], 3, []),
    "surnames": (["surname", "weight", "note"], 1, ["王", "傅", "习", "欧阳", "乌", "萧"]),
    "project_heads": (HEAD_COLUMNS, 1, ["项目", "工程", "行动计划", "试点", "生产线"]),
    "event_heads": (HEAD_COLUMNS, 1, ["全会", "论坛", "开工仪式", "地震", "运动会"]),
    "document_heads": (HEAD_COLUMNS, 1, ["条例", "实施意见", "白皮书", "规划纲要"]),
    "place_heads": (HEAD_COLUMNS, 1, ["路", "机场", "高新区", "古镇", "水库"]),
    "name_stopwords": (["word", "strong", "note"], 1, ["高度", "任务", "方案", "全面", "和谐", "应邀", "连续"]),
}


def read(name: str) -> tuple[list[str], list[dict[str, str]]]:
    """Columns and rows of a lexicon."""
    with (files("kg") / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        return list(reader.fieldnames or []), list(reader)


@pytest.mark.parametrize("name", LEXICONS)
def test_is_a_clean_table(name: str) -> None:
    columns, key, present = LEXICONS[name]
    found, rows = read(name)
    assert found == columns
    keys = [tuple(row[column] for column in columns[:key]) for row in rows]
    assert len(keys) == len(set(keys))
    assert all(set(row) == set(columns) and None not in row.values() for row in rows)
    assert all(value == value.strip() and "　" not in value for row in rows for value in row.values())
    assert all(row["note"] and row[columns[0]] and " " not in row[columns[0]] for row in rows)
    assert {(word,) for word in present} <= set(keys)


@pytest.mark.parametrize("name", [name for name, (columns, _, _) in LEXICONS.items() if "strong" in columns])
def test_strong_is_a_flag(name: str) -> None:
    assert {row["strong"] for row in read(name)[1]} == {"0", "1"}


@pytest.mark.parametrize("name", ["agency_heads", "local_agencies", "national_agencies"])
def test_agency_kinds_are_known(name: str) -> None:
    assert {row["kind"] for row in read(name)[1]} <= AGENCY_KINDS


def test_title_columns_hold_known_values() -> None:
    rows = {row["title"]: row for row in read("titles")[1]}
    assert {row["address"] for row in rows.values()} == {"0", "1"}
    assert {row["rank"] for row in rows.values()} <= {"", "national", "provincial", "prefectural", "county", "township"}
    assert {level for row in rows.values() for level in row["level"].split("|")} <= {
        "",
        "地区",
        "苏木",
        "嘎查",
        *"省市区县州盟旗镇乡村",
    }
    assert (rows["镇长"]["body"], rows["镇长"]["level"]) == ("government", "镇")
    assert rows["主席"]["body"] == ""  # of what, only the words before it tell


def test_titles_are_listed_without_the_prefixes_that_code_adds() -> None:
    rows = read("titles")[1]
    titles = {row["title"] for row in rows}
    generated = {prefix + row["title"] for row in rows for prefix in row["prefixes"].split("|") if prefix}
    assert not titles & generated
    assert {"副书记", "常务副省长", "代市长", "副研究员"} <= generated


@pytest.mark.parametrize(
    ("short", "level", "full"),
    [
        ("委", "区", "中共{place}委"),
        ("组织部", "市", "中共{place}委组织部"),
        ("党委组织部", "自治区", "中共{place}委员会组织部"),
        ("政府", "镇", "{place}人民政府"),
        ("政协", "县", "政协{place}委员会"),
        ("团委", "区", "共青团{place}委员会"),
        ("教育厅", "省", "{place}教育厅"),
        ("规划资源局", "区", "{place}规划和自然资源局"),
        ("卫计委", "市", "{place}卫生和计划生育委员会"),
    ],
)
def test_short_names_of_local_bodies(short: str, level: str, full: str) -> None:
    rows = [row for row in read("local_agencies")[1] if row["short"] == short and level in row["levels"].split("|")]
    assert [row["full"] for row in rows] == [full]


def test_local_templates_and_levels() -> None:
    rows = read("local_agencies")[1]
    levels = {*"省市区县州盟旗镇乡村", "苏木", "自治区", "地区", "街道", "社区", "园区", "新区", "开发区", "高新区"}
    assert all(row["full"].count("{place}") == 1 for row in rows)
    assert {level for row in rows for level in row["levels"].split("|")} <= levels
    for level in levels:  # within one level a short name stands for one body
        shorts = [row["short"] for row in rows if level in row["levels"].split("|")]
        assert len(shorts) == len(set(shorts))


def test_national_names_are_unambiguous() -> None:
    rows = read("national_agencies")[1]
    names = [name for row in rows for cell in ("name", "aliases", "weak") for name in row[cell].split("|") if name]
    assert len(names) == len(set(names))
    aliases = {alias: row["name"] for row in rows for alias in row["aliases"].split("|") if alias}
    assert aliases["国家发改委"] == "国家发展和改革委员会"
    assert aliases["华东师大"] == "华东师范大学"
    assert aliases["世卫组织"] == "世界卫生组织"


def test_surname_classes() -> None:
    weights = {row["surname"]: row["weight"] for row in read("surnames")[1]}
    assert set(weights.values()) == {"0", "1", "2", "3"}
    assert all(1 <= len(surname) <= 6 for surname in weights)
    assert weights["王"] == "3"
    assert weights["买"] == "0"  # opens a transliterated name only


def test_stopwords_begin_like_names_or_follow_titles() -> None:
    rows = {row["word"]: row["strong"] for row in read("name_stopwords")[1]}
    assert all(2 <= len(word) <= 5 for word in rows)
    assert rows["高度"] == "1"
    assert rows["江山"] == "0"  # an ordinary word and a plausible name

"""The sample corpus is complete, small, dated, and keeps the oddities it was made to show."""

import csv
from datetime import date
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / "corpus"
COLUMNS = ["file", "title", "publisher", "published", "place", "url"]
GB18030 = "2021-07-08-government-meeting-118.txt"
ARTICLES = sorted(CORPUS.glob("*.txt"))


def read_manifest() -> list[dict[str, str]]:
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_article(name: str) -> str:
    return (CORPUS / name).read_text(encoding="gb18030" if name == GB18030 else "utf-8")


def test_manifest_has_the_columns_that_the_reader_knows() -> None:
    assert all(list(row) == COLUMNS for row in read_manifest())


def test_manifest_lists_exactly_the_articles() -> None:
    listed = [row["file"] for row in read_manifest()]
    assert sorted(listed) == [path.name for path in ARTICLES]
    assert len(listed) == len(set(listed)) >= 24


def test_years_2020_to_2024_are_covered_and_names_begin_with_the_date() -> None:
    rows = read_manifest()
    assert {date.fromisoformat(row["published"]).year for row in rows} == set(range(2020, 2025))
    assert all(row["file"].startswith(row["published"]) for row in rows)


@pytest.mark.parametrize("row", read_manifest(), ids=lambda row: row["file"])
def test_article_opens_with_its_title(row: dict[str, str]) -> None:
    # Headlines of the noisy pages are split over lines, below page furniture.
    text = "".join(read_article(row["file"]).split())
    assert "".join(row["title"].split()) in text
    assert row["place"] == "上海市金山区"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_file_is_small_and_has_a_readable_ascii_name(path: Path) -> None:
    assert path.name.isascii()
    assert 300 < path.stat().st_size < 20_000


def test_exactly_one_file_is_gb18030() -> None:
    def is_utf8(path: Path) -> bool:
        try:
            path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True

    assert [path.name for path in ARTICLES if not is_utf8(path)] == [GB18030]
    assert "区长刘健主持会议" in read_article(GB18030)


@pytest.mark.parametrize(
    ("name", "oddity"),
    [
        ("2021-01-20-two-sessions-infographic.txt", "942\n高新技术企业\n\n截至"),
        ("2021-01-20-two-sessions-infographic.txt", "同\n\n①\n\n比下降"),
        ("2021-07-12-grassroots-study-page.txt", "![](images/p1-02.jpg)"),
        ("2021-07-12-grassroots-study-page.txt", "(下转第2版)"),
        ("2023-09-09-rural-congress-page.txt", "图②：乐高乐园工地航拍"),
        ("2021-01-21-thirteenth-five-year-plan.txt", "７６６．２亿元"),
    ],
)
def test_layout_noise_is_there(name: str, oddity: str) -> None:
    assert oddity in read_article(name)


def test_stories_run_over_several_articles() -> None:
    """The questions of ``ontology/queries`` need successions, life cycles and one contradiction."""
    assert "计划总投资12亿元" in read_article("2021-03-26-composite-base-started.txt")
    assert "计划总投资15.8亿元" in read_article("2023-04-21-composite-base-opened.txt")
    assert "区委书记胡卫国" in read_article("2021-07-09-plenary-soft-power.txt")
    assert "区委书记刘健" in read_article("2022-07-14-study-session.txt")

"""Official papers in full text: their office, their day, and the paper they hand down."""

import pytest
from mentions import JINSHAN

from kg.build import extract
from kg.reading import Metadata, parse_document

HEAD = "金山区人民政府办公室关于印发金山区节水行动方案的通知\n"
BODY = "各镇人民政府：\n现将《金山区节水行动方案》印发给你们，请认真贯彻执行。\n"


def read(text: str, published: str = "2023-07-08") -> set[tuple[str, str, str, str]]:
    made = extract(parse_document(text, "a", Metadata(published=published, place=JINSHAN)))
    names = {entity.id: entity.name for entity in made.entities}
    return {
        (names[s.subject], s.predicate, names.get(s.object or "", str(s.value)), str(s.qualifiers.get("date", "")))
        for s in made.statements
        if s.predicate == "issued" or (s.predicate == "milestone" and s.qualifiers["stage"] == "issued")
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (HEAD + BODY, "2023-07-08"),
        (HEAD + BODY + "金山区人民政府办公室\n2023年6月30日\n", "2023-06-30"),
        ("成文日期：2023-06-28\n" + HEAD + BODY, "2023-06-28"),
    ],
)
def test_the_office_issues_the_notice_and_the_plan(text: str, day: str) -> None:
    office = "金山区人民政府办公室"
    notice, plan = "金山区人民政府办公室关于印发金山区节水行动方案的通知", "金山区节水行动方案"
    found = read(text)
    assert (office, "issued", notice, day) in found
    assert (office, "issued", plan, day) in found
    assert (notice, "milestone", day, "") in found
    assert {date for _, _, _, date in found if date} == {day}


def test_offices_named_together_issue_together() -> None:
    found = read("金山区水务局、金山区财政局关于印发金山区节水行动方案的通知\n" + BODY)
    assert {who for who, what, _, _ in found if what == "issued"} == {"金山区水务局", "金山区财政局"}


@pytest.mark.parametrize(
    "text",
    [
        BODY + "金山区人民政府办公室\n2023年6月30日\n",
        "《金山区节水行动方案》已经区政府第3次常务会议审议通过，现印发给你们，请遵照执行。\n金山区人民政府办公室\n2023年6月30日\n",
    ],
)
def test_who_signs_issues_what_is_handed_down_without_a_heading(text: str) -> None:
    assert ("金山区人民政府办公室", "issued", "金山区节水行动方案", "2023-06-30") in read(text)


@pytest.mark.parametrize(
    "text",
    [
        BODY + "区水务局组织学习。\n",
        "昨天，区水务局组织学习《关于加强节水工作的通知》。\n",
        "区水务局学习《关于加强节水工作的通知》\n昨天，区水务局召开会议。\n",
    ],
)
def test_a_report_about_a_notice_is_not_the_notice(text: str) -> None:
    assert read(text) == set()

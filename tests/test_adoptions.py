"""Whose papers a session passes: those of the body whose session it is, from a report as a whole."""

from __future__ import annotations

import pytest

from kg.build import extract
from kg.reading import Metadata, parse_document

CONGRESS = "7月5日，金山区第九届人民代表大会第二次会议闭幕。金山区人大常委会主任周明主持会议。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CONGRESS + "会议表决通过了关于金山区人民政府工作报告的决议、关于金山区财政预算的决议。",
            {
                ("金山区第九届人民代表大会", "关于金山区人民政府工作报告的决议", "2023-07-05"),
                ("金山区第九届人民代表大会", "关于金山区财政预算的决议", "2023-07-05"),
            },
        ),
        (
            "7月5日，金山区九届人大常委会第三十次会议举行。金山区人大常委会主任周明主持。"
            "会议表决通过了《金山区节水条例》、《金山区养犬条例》。",
            {
                ("金山区人民代表大会常务委员会", "金山区节水条例", "2023-07-05"),
                ("金山区人民代表大会常务委员会", "金山区养犬条例", "2023-07-05"),
            },
        ),
        # by whose session a regulation says that it was passed, and by whose meeting without a number
        (
            "《金山区养犬条例》经金山区人民代表大会常务委员会第三次会议审议通过，自7月1日起施行。",
            {("金山区人民代表大会常务委员会", "金山区养犬条例", None)},
        ),
        (
            "《金山区养犬条例》近日经金山区人大常委会会议审议通过。",
            {("金山区人民代表大会常务委员会", "金山区养犬条例", "2023-07")},
        ),
        ("《金山区养犬条例（草案）》已经金山区政府常务会议审议通过，提请审议。", set()),
        # a draft goes on to a higher body, a report is whose it is; what is only heard or studied is nobody's there
        (CONGRESS + "会议表决通过了《金山区节水条例（草案）》。", set()),
        (CONGRESS + "会议听取了《金山区节水办法》解读。", set()),
        ("7月5日，云湖论坛举行。金山区人大常委会主任周明出席。论坛通过了《云湖宣言》。", set()),
    ],
)
def test_what_a_session_passes_is_of_its_body(text: str, expected: set[tuple[str, str, str]]) -> None:
    made = extract(parse_document(text, "a", Metadata(published="2023-07-08", place="310116")))
    names = {e.id: e.name for e in made.entities}
    issued = [s for s in made.statements if s.predicate == "issued"]
    assert {(names[s.subject], names[s.object or ""], s.qualifiers.get("date")) for s in issued} == expected

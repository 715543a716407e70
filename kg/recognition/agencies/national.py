"""National bodies, companies, universities and media, and bodies abroad, found by their names and short forms."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.recognition.lexicon import Names, rows
from kg.recognition.spans import Span
from kg.recognition.titles import title_starting
from kg.recognition.tokens import Words


@lru_cache(maxsize=1)
def national() -> Names:
    """Names and short forms of national bodies, companies, universities, media."""
    return Names(name for name in national_by_name() if len(name) >= 2)


@lru_cache(maxsize=1)
def national_by_name() -> dict[str, dict[str, str]]:
    """The row of `national_agencies.csv` for each name and short form."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("national_agencies"):
        for name in (row["name"], *filter(None, row["aliases"].split("|")), *filter(None, row["weak"].split("|"))):
            found.setdefault(name, row)
        if row["name"].endswith("集团有限公司"):  # 中国交通建设集团, 中国交建集团
            for name in (
                row["name"].removesuffix("有限公司"),
                *(f"{short}集团" for short in row["aliases"].split("|") if len(short) > 2),
            ):
                found.setdefault(name, row)
    return found


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    """Short forms that mean the national body only before a title (体育总局局长): elsewhere they may be a local one."""
    return frozenset(name for row in rows("national_agencies") for name in filter(None, row["weak"].split("|")))


# What may follow a national company's short name and still be the same company.
_COMPANY_TAIL = re.compile(r"集团有限公司|集团公司|集团股份有限公司|集团|股份有限公司|有限公司|公司|总公司|股份")


def national_in(text: str) -> list[Span]:
    """The names of the list in a text, each with the form of its firm behind it; they need not stand alone."""
    return [_with_tail(text, start, end) for start, end in national().find(text)]


def _with_tail(text: str, start: int, end: int) -> Span:
    kind = national_by_name()[text[start:end]]["kind"]
    tail = _COMPANY_TAIL.match(text, end) if kind in ("Company", "Bank") else None
    return Span(start, tail.end() if tail else end, "agency.national", kind)


_MODIFYING = ("international organizations", "foreign forces in the news")


def stands_alone(words: Words, span: Span) -> bool:
    """Whether a found name is the body.

    A short form must be a word of its own, and one of two characters may not modify a noun after it (乐高乐园).
    """
    size = span.end - span.start
    if words.text[span.start] == "日" and words.text[span.start - 1 : span.start].isdigit():
        return False  # 9|日共接警57起
    if words.text.endswith("宣传", 0, span.start) and words.text.startswith("教育部", span.start):
        return False  # 市总工会宣传|教育部
    if words.text[span.start : span.end] in _weak() and not title_starting(words.text, span.end):
        return False
    if size > 3:
        return True
    first, last, after = words.at(span.start), words.at(span.end - 1), words.at(span.end)
    assert first is not None
    assert last is not None
    if last.end != span.end or (first.start != span.start and words.text[first.start : span.start] != "中国"):
        return False
    if size > 2 or after is None or after.tag[:1] not in ("n", "") or after.text in "的在与和、":
        return True
    # 欧盟成员国, 美军战机: what such a body has and does is said right behind it.
    return national_by_name()[words.text[span.start : span.end]]["note"] in _MODIFYING

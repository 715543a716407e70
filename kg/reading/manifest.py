"""What is known about a file besides its text: from `manifest.csv` beside it, or from what the text itself says."""

from __future__ import annotations

import csv
import datetime
import io
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.reading.decode import read_text
from kg.reading.folding import fold

FIELDS = ("file", "title", "publisher", "published", "place", "url")
_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A manifest's row for one file; empty where it says nothing. `place` is as written, not yet a code."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    place: str = ""
    url: str = ""


def read_manifest(folder: Path) -> dict[str, Metadata]:
    """The rows of `manifest.csv` in a folder by file name; an empty mapping where there is none.

    Raises:
        InputError: Where it is no CSV, a column is unknown, the `file` column is missing, or a date is no ISO date.
    """
    path = folder / "manifest.csv"
    if not path.is_file():
        return {}
    rows: dict[str, Metadata] = {}
    reader = csv.DictReader(io.StringIO(read_text(path)), strict=True)
    unknown = [name for name in reader.fieldnames or () if name not in FIELDS]
    if unknown or "file" not in (reader.fieldnames or ()):
        raise InputError(
            f"{path}: the first line must name columns out of {','.join(FIELDS)}; found {','.join(reader.fieldnames or ())}"
        )
    try:
        for row in reader:
            if None in row:
                raise InputError(
                    f'{path}, line {reader.line_num}: more values than columns; put a value with a comma in "quotes"'
                )
            values = {name: (row.get(name) or "").strip() for name in FIELDS}
            check_date(values["published"], f"{path}, line {reader.line_num}: published")
            name = values.pop("file")
            rows[name] = Metadata(**values)
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: no proper CSV ({error}); is a quotation mark left open?") from error
    return rows


def check_date(date: str, where: str) -> None:
    """Whether a date is empty or a day, month or year of the calendar (2022-07-14, 2022-07, 2022).

    Raises:
        InputError: Where it is none; the message begins with `where`.
    """
    if not date:
        return
    try:
        if not _DATE.fullmatch(date):
            raise ValueError
        datetime.date.fromisoformat(date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date)
    except ValueError as error:
        raise InputError(f"{where} {date!r} is no date like 2022-07-14, 2022-07 or 2022") from error


# A date that a page states as its own: a stamp line, a dispatch (…7月11日讯), the last line of a notice.
_FULL = r"((?:19|20)\d\d)[年./-]\s?(1[0-2]|0?[1-9])[月./-]\s?(3[01]|[12]\d|0?[1-9])日?"
_STAMPS = (
    re.compile(r"(?:时间|日期)[:：]\s*" + _FULL),
    re.compile(_FULL + r"\s*(?:[电讯]|星期|第\d+[期版])"),
    re.compile(r"^\s*" + _FULL + r"\s*$", re.MULTILINE),
)
_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(1[0-2]|0[1-9])[-_.]?(3[01]|[12]\d|0[1-9])(?!\d)")


def infer_date(text: str, name: str) -> str:
    """The date a text gives as its own, or the one in the file's name; empty where neither does.

    Example:
        >>> infer_date("深圳特区报2019年7月11日讯 按照安排", "b05.txt"), infer_date("无", "20221001.md")
        ('2019-07-11', '2022-10-01')
    """
    text = fold(text)
    for pattern in _STAMPS:
        match = pattern.search(text)
        if match:
            return _iso(*match.groups())
    match = _NAME.search(name)
    return _iso(*match.groups()) if match else ""


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"

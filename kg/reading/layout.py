"""Lines to paragraphs: prose that a column, a caption or a page jump broke in mid-sentence is put together again, nothing is invented."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.model import Span
from kg.reading.lines import BODY, BYLINE, CAPTION, FURNITURE, TITLE, Line

_CLOSED = tuple("。！？；：…”’』」）)")
_OPENERS = {"“": "”", "《": "》", "（": "）", "〈": "〉"}
# 本报讯（记者 王明）, 中新网湖山7月8日电: a report begins, whatever subtitle stands before it.
_DATELINE = re.compile(
    r"(?:本报|本网|本台|本刊|新华社|新华网|中新社|中新网|人民网|[一-鿿]{2,6}[网报])[^，。；：]{0,16}?[讯电]|[（(](?:[一-鿿]{0,8})(?:记者|通讯员)[ ：:]"
)
_LONG_LINE = 26  # characters; a prose line that long without a stop was cut by the column, a headline rarely is


@dataclass(slots=True, unsafe_hash=True)
class Paragraph:
    """Joined text with the document spans it came from, one role for all of it."""

    text: str
    pieces: tuple[Span, ...]
    role: str
    level: int = 0
    after_blank: bool = False


def join_lines(lines: Iterable[Line], crosses_word: Callable[[str, str], bool]) -> list[Paragraph]:
    """Put broken prose together.

    A line that stops in mid-sentence waits for the next line of prose; captions, headlines and page marks in between keep their
    place after it. `crosses_word(left, right)` tells whether a word runs across the seam.
    """
    done: list[Paragraph] = []
    waiting: Paragraph | None = None
    between: list[Paragraph] = []
    blank = True
    for line in lines:
        if not line.pieces:
            blank = True
            continue
        here = Paragraph(line.text, line.pieces, line.role, line.level, blank)
        adjacent, blank = not blank, False
        if waiting is not None:
            if _continues(waiting, here, crosses_word, adjacent=adjacent and not between):
                waiting = Paragraph(waiting.text + here.text, waiting.pieces + here.pieces, BODY, 0, waiting.after_blank)
                if _is_finished(waiting):
                    done += [waiting, *between]
                    waiting, between = None, []
                continue
            if here.role in (CAPTION, FURNITURE) or (
                here.role == TITLE and not here.level and not between and _open_quote(waiting.text)
            ):
                between.append(here)
                continue
            if here.role == TITLE and not here.level and len(between) < 3 and _is_cut_prose(waiting):
                between.append(here)
                continue
            done += [waiting, *between]
            waiting, between = None, []
        if _may_continue(here):
            waiting = here
        else:
            done.append(here)
    if waiting is not None:
        done += [waiting, *between]
    return done


def _is_finished(paragraph: Paragraph) -> bool:
    return paragraph.text.rstrip().endswith(_CLOSED) and not _open_quote(paragraph.text)


def _is_cut_prose(paragraph: Paragraph) -> bool:
    """Prose for certain (it has a full stop inside or is long), and stopping in mid-sentence."""
    return paragraph.role == BODY and ("。" in paragraph.text or len(paragraph.text) >= _LONG_LINE)


def _may_continue(paragraph: Paragraph) -> bool:
    return paragraph.role in (BODY, TITLE) and not paragraph.level and not _is_finished(paragraph)


def _open_quote(text: str) -> bool:
    """Whether a quotation or title mark opened near the end is still open."""
    tail = text[-60:]
    return any(tail.rfind(mark) > tail.rfind(close) for mark, close in _OPENERS.items())


def _continues(left: Paragraph, right: Paragraph, crosses_word: Callable[[str, str], bool], *, adjacent: bool) -> bool:
    if right.level or right.role in (CAPTION, FURNITURE, BYLINE) or _DATELINE.match(right.text):
        return False
    prose = any(stop in right.text for stop in "。，；！")
    if (
        _open_quote(left.text)
        and 0 <= min((right.text.find(c) for c in _OPENERS.values() if c in right.text), default=-1) <= 40
    ):
        return True
    if left.role == BODY and left.text.endswith(("，", "、")):
        return prose and right.role == BODY
    if not prose and not (adjacent and left.role == BODY):
        return False
    if left.role == BODY and "。" in left.text:
        return right.role == BODY or adjacent
    if len(left.text) >= _LONG_LINE and left.role == BODY and right.role == BODY:
        return True
    return ("，" in left.text or (adjacent and len(left.text) >= _LONG_LINE)) and crosses_word(left.text, right.text)

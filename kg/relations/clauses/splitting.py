"""A sentence in, its clauses out as spans; where its dateline ends, and which of its words are somebody's."""

from __future__ import annotations

import re

from kg.model import Span

BREAKS = frozenset("，；：。！？,;:!?\n")
OPENING, CLOSING = "（(《〈【[", "）)》〉】]"
_MARKS = re.compile(f"[{re.escape(OPENING + CLOSING + ''.join(sorted(BREAKS)))} \u3000]")
_BREAK = re.compile(f"[{re.escape(''.join(sorted(BREAKS)))}]")


def split_clauses(text: str, protected: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """The clauses of a sentence: split at stops outside brackets, titles of works and `protected` spans.

    Example:
        >>> text = "该线全长95.67公里，途经奉贤区（含海湾镇，下同）。"
        >>> [text[start:end] for start, end in split_clauses(text)]
        ['该线全长95.67公里', '途经奉贤区（含海湾镇，下同）']
    """
    spans: list[Span] = []
    start = depth = reach = 0
    ahead = sorted(protected, reverse=True)
    for mark in _MARKS.finditer(text):
        position = mark.start()
        char = text[position]
        if char in OPENING:
            depth += 1
            continue
        if char in CLOSING:
            depth = max(depth - 1, 0)
            continue
        while ahead and ahead[-1][0] <= position:
            _, end = ahead.pop()
            if end > reach:
                reach = end
        if depth or position < reach:
            continue
        if _parts_phrases(text, start, position) if char in " 　" else char not in ",:：" or not _inside_number(text, position):
            if text[start:position].strip():
                spans.append((start, position))
            start = position + 1
    if depth:  # a bracket that never closes must not swallow the rest
        return split_clauses(text.translate({ord(c): "·" for c in OPENING + CLOSING}), protected)
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans)


def _inside_number(text: str, position: int) -> bool:
    """Whether a comma stands between thousands, or a colon in a time of day."""
    return text[position - 1 : position].isdigit() and text[position + 1 : position + 2].isdigit()


def _parts_phrases(text: str, start: int, position: int) -> bool:
    """A blank that stands between two phrases of a headline, not inside a name."""
    return (
        position - start >= 4
        and len(text) - position > 4
        and (text[position - 1] > "\u2e80" or text[position - 1] in "%*")
        and text[position + 1] > "\u2e80"
    )


_NEWS = re.compile("电|讯|消息|报道")
# 健康导报讯（张三 李四）: names alone in the brackets of a despatch.
_NAMES_ALONE = re.compile("[（(][一-鿿]{2,3}(?:[ 、][一-鿿]{2,3})?[）)]")


def dateline_end(text: str) -> int:
    """Where a sentence begins after the words that tell who reports it from where.

    Example:
        >>> text = "某社成都12月31日电（记者 李明）大桥通车。"
        >>> text[dateline_end(text) :]
        '大桥通车。'
    """
    if not _NEWS.search(text, 0, 24):
        return 0
    for word in ("电", "讯", "消息", "报道"):
        at = text.find(word, 0, 24)
        if at < 0:
            continue
        rest = text[at + len(word) :].lstrip(" 　")
        start = len(text) - len(rest)
        if rest[:1] in ("（", "(") and (any(w in rest[:16] for w in ("记者", "通讯员", "特约")) or _NAMES_ALONE.match(rest)):
            close = min((c for c in (rest.find("）"), rest.find(")")) if c >= 0), default=-1)
            if 0 <= close <= 40:
                return start + close + 1
        if word in ("电", "讯") and text[at - 1 : at] in ("日", "报") and rest != text[at + len(word) :]:
            return start
    return 0


_QUOTATION_MARKS = re.compile("[“”]")


def find_speech(text: str, inside: bool) -> tuple[list[Span], bool]:
    """The stretches inside quotation marks that hold more than a name; and whether the marks stay open.

    Args:
        inside: Whether the sentence before left them open.
    """
    if not inside and "“" not in text:
        return [], False
    spans: list[Span] = []
    start = 0 if inside else -1
    for mark in _QUOTATION_MARKS.finditer(text):
        position = mark.start()
        if mark[0] == "“":
            start = position if start < 0 else start
        elif start >= 0:
            if inside or _BREAK.search(text, start, position):
                spans.append((start, position))
            start, inside = -1, False
    if start >= 0:
        spans.append((start, len(text)))
    return spans, start >= 0

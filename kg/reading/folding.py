"""One form for reading and comparing: character by character, so that every offset stays what it was."""

from __future__ import annotations

import re

_ALNUM = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_MARKS = str.maketrans("％／＋－．～＂「」『』•‧・∙⋅﹒〔〕﹙﹚―　\u00a0\t", '%/+-.~"“”‘’······（）（）—   ')
_TABLE = {**_ALNUM, **_MARKS}
_FOLDED = re.compile("[" + "".join(map(re.escape, map(chr, _TABLE))) + "]")
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_HALF = re.compile(r"[,;:?!()]")


def fold(text: str) -> str:
    """Full-width letters and digits become ASCII, half-width punctuation becomes full-width, brackets and dots one form each.

    The length never changes: `fold(text)[i]` stands for `text[i]`. A comma or colon between digits stays (36,000; 10:30).

    Example:
        >>> fold("２０２１年,金山（区)设ＡＢ两段:36,000米")
        '2021年，金山（区）设AB两段：36,000米'
    """
    if _FOLDED.search(text):
        text = text.translate(_TABLE)

    def widen(match: re.Match[str]) -> str:
        at = match.start()
        if match.group() in ",:" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
            return match.group()
        return match.group().translate(_WIDE)

    return _HALF.sub(widen, text)

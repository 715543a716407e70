"""Documents: names in 《》 (nested ones inside), quoted plans and opinions, and the few that stand without marks (中央一号文件)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.recognition.agencies import Span
from kg.recognition.lexicon import rows

_UNMARKED = re.compile(
    r"中央(?:1|一)号文件|(?:[0-9]{4}年)?(?:[国省市区县]|自治[区州])?(?:人大常委会|政府|法院|检察院)工作报告|(?:[党市省区县]|自治区){1,2}党?代会报告"
    r"|[一-鿿]{1,3}政办?[一-鿿]{0,2}[〔（\[［][0-9]{4}[〕）\]］][0-9]+号"
)
_QUOTED = re.compile(r"“([^“”]{4,40})”")
# After a title in 《》 these make it a show, a column or a medium rather than a paper one could look up.
_NOT_PAPER = re.compile(r"(?:栏目|节目|频道|电视剧|电影|歌曲|舞蹈|小品|杂志社|报社)")
_MEDIA = re.compile(r"[一-鿿]{2,8}(?:报|日报|晚报|周刊|杂志|新闻网)$")


@lru_cache(maxsize=1)
def document_heads() -> dict[str, str]:
    """Head nouns of documents with the subclass they tell."""
    return {row["head"]: row["kind"] for row in rows("document_heads") if len(row["head"]) > 1 or row["head"] in ("法", "令")}


def document_kind(name: str) -> str:
    """The subclass a document's name tells by its last words, or an empty string.

    Example:
        >>> document_kind("行政事业性国有资产管理条例")
        'Law'
    """
    heads = document_heads()
    name = re.sub(r"（[^（）]*）$", "", name)
    return next((heads[name[-size:]] for size in range(min(8, len(name)), 0, -1) if name[-size:] in heads), "")


def find_documents(text: str) -> list[Span]:
    """Spans of document names, marks included, left to right."""
    found = list(_marked(text))
    for match in _QUOTED.finditer(text):
        kind = document_kind(match.group(1))
        if kind and kind not in ("Programme",) and len(match.group(1)) >= 6 and not any(s.start <= match.start() < s.end for s in found):
            found.append(Span(match.start(), match.end(), "document.quoted", kind))
    for match in _UNMARKED.finditer(text):
        if not any(s.start <= match.start() < s.end for s in found):
            found.append(Span(match.start(), match.end(), "document.unmarked", "Report"))
    return sorted(found, key=lambda s: s.start)


def _marked(text: str) -> Iterator[Span]:
    """Outermost 《…》, nested ones counted; an opening mark without its end is passed over."""
    depth, start = 0, -1
    for at, char in enumerate(text):
        if char == "《":
            if depth == 0:
                start = at
            depth += 1
        elif char == "》" and depth:
            depth -= 1
            if depth == 0:
                name = text[start + 1 : at]
                if 2 <= len(name) <= 120 and not _MEDIA.fullmatch(name) and not _NOT_PAPER.match(text, at + 1):
                    yield Span(start, at + 1, "document.marked", document_kind(name))
        elif char in "。" and depth:
            depth = 0

"""Paragraphs to sentences and articles, in reading order."""

from __future__ import annotations

import itertools
import re

from kg.model import Article, Sentence, Span
from kg.reading.layout import Paragraph
from kg.reading.lines import BODY, BYLINE, TITLE

# A sentence ends at a full stop, with the quotation marks and brackets that close after it.
# One set first, which a search skips to.
_END = re.compile(r"[。！？…](?:(?<!…)[。！？]*|(?<=…)…)[”’」』）》]*")
_LEAD = re.compile(
    r"(?:本报讯|本报[一-鿿]{0,6}[0-9]{0,2}月?[0-9]{0,2}日?[电讯]|本网讯|讯[（(]|[（(]?(?:本报)?(?:记者|通讯员) ?[一-鿿])"
)
_NUMBERED = re.compile(r"[0-9]{1,2}[ 、.](?=[一-鿿“《0-9])")
# 国内联播快讯, 一周要闻: under such a heading each headline begins a story of its own.
_BRIEFS = re.compile("(?:快讯|简讯|短讯|要闻|速览|集锦)$")


def split_sentences(paragraphs: list[Paragraph], doc_id: str) -> tuple[tuple[Article, ...], tuple[Sentence, ...]]:
    """Cut paragraphs into sentences and group them into the page's articles; a page of one article is one article."""
    starts = _article_starts(paragraphs)
    articles: list[Article] = []
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(paragraphs):
        if index in starts or not articles:
            articles.append(Article(f"article/{doc_id}/{len(articles) + 1}", _headline(paragraphs, index)))
        for text, pieces in _cut(paragraph):
            sentences.append(Sentence(text, pieces, len(articles) - 1, index, paragraph.role))
    if not articles:
        articles.append(Article(f"article/{doc_id}/1", ""))
    return tuple(articles), tuple(sentences)


def _cut(paragraph: Paragraph) -> list[tuple[str, tuple[Span, ...]]]:
    """The sentences of a paragraph, each with its own spans; white space around is left out."""
    text, pieces = paragraph.text, paragraph.pieces
    bounds = [0, *[match.end() for match in _END.finditer(text)], len(text)]
    found = []
    for start, end in itertools.pairwise(bounds):
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start < end:
            found.append((text[start:end], _slice(pieces, start, end)))
    return found


def _slice(pieces: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    if len(pieces) == 1:  # nearly all
        ((low, _),) = pieces
        return ((low + start, low + end),)
    spans: list[Span] = []
    offset = 0
    for low, high in pieces:
        a, b = max(start - offset, 0), min(end - offset, high - low)
        if a < b:
            spans.append((low + a, low + b))
        offset += high - low
    return tuple(spans)


def _article_starts(paragraphs: list[Paragraph]) -> set[int]:
    """Indices of the paragraphs that begin an article after the first.

    A Markdown heading begins one; so does a block of headlines after prose that leads to a dispatch line (本报讯, 记者 …), that is
    numbered like its neighbours, that follows a closing byline, or that stands in a news brief.
    """
    starts: set[int] = set()
    numbered = [i for i, p in enumerate(paragraphs) if p.role == TITLE and _NUMBERED.match(p.text)]
    if len(numbered) >= 3:
        starts.update(numbered)
    has_prose = False
    signed = brief = False
    block: int | None = None
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role == TITLE:
            if block is None:
                block = index
            if paragraph.level:
                brief = _BRIEFS.search(paragraph.text) is not None
            if (paragraph.level or brief) and has_prose:
                starts.add(index)
                has_prose, signed = False, False
        elif paragraph.role == BODY:
            if has_prose and (_LEAD.match(paragraph.text) or (signed and block is not None)):
                starts.add(index if block is None else block)
                signed = False
            has_prose, block = True, None
        elif paragraph.role == BYLINE:
            signed, block = has_prose, None
    return starts


def _headline(paragraphs: list[Paragraph], index: int) -> str:
    """The longest of the first headlines of an article, or the beginning of its first sentence."""
    block = []
    for paragraph in paragraphs[index : index + 4]:
        if paragraph.role != TITLE:
            break
        block.append(paragraph.text)
    if block:
        return max(block, key=len)
    prose = next((p.text for p in paragraphs[index:] if p.role == BODY), "")
    return _END.split(prose, maxsplit=1)[0][:40]

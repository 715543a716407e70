"""A file's text to lines with a role each: headline, prose, caption, byline, furniture, and which characters are mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span
from kg.reading.folding import fold

TITLE, BODY, CAPTION, BYLINE, FURNITURE = "title", "body", "caption", "byline", "furniture"


@dataclass(slots=True, unsafe_hash=True)
class Line:
    """A line without its mark-up: `pieces` are document spans, `text` their folded characters joined."""

    text: str
    pieces: tuple[Span, ...]
    role: str
    level: int = 0
    """Level of a Markdown heading, 0 where it is none."""


_BLANK = Line("", (), FURNITURE)

# What is dropped inside a line: HTML tags, Markdown emphasis, link targets, page jumps, URLs, pointers to pictures.
_MARKUP = re.compile(
    r"<[^<>\n]{1,200}>|\*{1,3}|(?<=\])\([^()\n]{1,300}\)|!\[|\[(?=[^\[\]\n]{1,80}\]\()|(?<=[^\[\]\n])\](?=\()|`+|&nbsp;|https?://[!-~]+"
    r"|[（(]?(?:下转|上接)第?[0-9A-Z一二三四五六七八九十]{1,4}版[:：]?[^\s）)]{0,20}[）)]?|[（(]见?[上下左右]?图[①-⑳0-9]*[）)]"
)
# Each of these holds one of them; one set first, which a search skips to.
_MARKUP_SIGN = re.compile(r"[<*\[\]`&:转接图](?<![^下]转)(?<![^上]接)(?<![^（(见上下左右]图)")
# Blanks that set numbers off from Chinese text (总投资 26 亿元) part no words; a number that begins a line keeps its blank (3 金山以…).
_NUMBER_BLANK = re.compile(r"(?<=[一-鿿，。；：、（“]) +(?=[0-9])|(?<=[0-9%]) +(?=[一-鿿%])")
_LEAD = re.compile(r"[ \t　\u00a0\ufeff]*(?:(#{1,6})[ \t]+|[>*+-][ \t]+|\|[ \t]*)?[ \t　\u00a0]*")
_TABLE_RULE = re.compile(r"[|\s:=—_*-]+")
_FURNITURE = re.compile(
    r"[①-⑳❶-❿●■◆▲△★☆□\s]+|[0-9.,%+A-Za-z]{1,12}|第?[0-9一二三四五六七八九十]{1,3}版|扫(?:描|一扫)?.{0,6}二维码.{0,12}|了解(?:详情|更多).{0,6}"
    r"|(?:查看|阅读)原文|融媒互动|相关链接|(?:更新|发布)时间.{0,30}|分享到.{0,30}|(?:打印|关闭|返回).{0,10}|字[号体][:：].{0,20}|浏览(?:次数|量).{0,12}"
    r"|上一篇.{0,60}|下一篇.{0,60}|点击(?:查看|进入).{0,12}|版权所有.{0,40}|导读|要闻|\(更新时间戳.*"
)
_EDITOR = re.compile(
    r"[（(]?(?:本版|本期|本报)?(?:责任编辑|责编|编辑|校对|审核|美编|组版|值班主任|终审|监制|排版)(?:[：:/／ ]|(?=[一-鿿]{2,4}$))"
)
_BYLINE = re.compile(
    r"(?:[一-鿿]{2,8} ){1,5}(?:本报|本台|全媒体|融媒体)?(?:记者|通讯员) ?[一-鿿 ]{2,30}$|来源：[^。]{2,20}$|(?:作者|撰文|撰稿|供稿)[:：][^。，]{2,40}$"
    r"|[（(]?(?:(?:本报|本台|本刊|全媒体|融媒体|见习|首席|实习|特约|新华社|[一-鿿]{2,8}(?:日报|晚报|报|新闻网|在线|网))?(?:记者|通讯员|实习生)"
    r"|(?:文|图|文图|图文|文并摄|文、图)[/／|])[ ：:]?[^。，；]{2,50}$"
)
_CAPTION = re.compile(r"图[①-⑳0-9一二三四五六七八九十]{1,2}[:：]|图为|图片?[:：]|▲|[①-⑳](?=[一-鿿“])")
_CAPTION_END = re.compile(r"(?:效果图|示意图|资料图|规划图|现场图|照片|地形图|[^。；]{1,40}[ /（(][一-鿿]{2,8} ?摄[)）]?)$")
# One of them ends each of these: asked first, as the search above tries every place of a line.
_CAPTION_SIGNS = ("图", "照片", "摄", "摄)", "摄）")
_STOPS = "。！？；…"


# A line ends at its line break, or where a web page's tags end a paragraph: transcripts come as one line of <p>…</p><p>…</p>.
_LINE_END = re.compile(r"\n|</?(?:p|div|li|tr|td|br|h[1-6]|ul|ol|table|section|article)(?:\s[^<>\n]{0,200})?/?>", re.IGNORECASE)


def read_lines(text: str) -> Iterator[Line]:
    """Cut a text into its non-empty lines, in the order of the file; an empty `Line` (no pieces) stands for a blank line."""
    start = 0
    for match in _LINE_END.finditer(text):
        end, after = match.span()
        yield _read_line(text[start:end], start) if start < end else _BLANK
        start = after
    yield _read_line(text[start:], start)


def _read_line(raw: str, start: int) -> Line:
    lead = _LEAD.match(raw)
    assert lead is not None
    level = len(lead.group(1) or "")
    begin, end = lead.end(), len(raw.rstrip(" \t　\u00a0|"))
    if begin >= end or _TABLE_RULE.fullmatch(raw, begin, end):
        return _BLANK
    pieces: list[Span] = []
    at = begin
    dropped = [*_MARKUP.finditer(raw, begin, end)] if _MARKUP_SIGN.search(raw, begin, end) else []
    if " " in raw:
        dropped += [m for m in _NUMBER_BLANK.finditer(raw, begin, end) if not raw[begin : m.start()].isdigit()]
    for match in sorted(dropped, key=lambda m: m.start()):
        if match.start() > at:
            pieces.append((start + at, start + match.start()))
        at = match.end()
    if at < end:
        pieces.append((start + at, start + end))
    joined = fold("".join(raw[a - start : b - start] for a, b in pieces))
    if not joined.strip():
        return _BLANK
    return Line(joined, tuple(pieces), _role(joined, level), level)


def _role(text: str, level: int) -> str:
    if level:
        return TITLE
    if _FURNITURE.fullmatch(text):
        return FURNITURE
    if _EDITOR.match(text) and len(text) < 40:
        return BYLINE
    if _BYLINE.match(text):
        return BYLINE
    if _CAPTION.match(text) or (
        text.endswith(_CAPTION_SIGNS) and len(text) < 60 and "。" not in text and _CAPTION_END.search(text)
    ):
        return CAPTION
    if len(text) > 60 or any(stop in text for stop in _STOPS) or text.endswith(("，", "、", "：")):
        return BODY
    # A headline puts a space where prose puts a comma.
    return BODY if "，" in text and " " not in text and len(text) >= 28 else TITLE

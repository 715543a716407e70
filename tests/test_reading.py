"""Reading: bytes to text, lines to sentences of a newspaper page, offsets into the file, manifests and dates."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Document
from kg.reading import Metadata, find_files, parse_document, read_document, read_manifest
from kg.reading.alignment import locate
from kg.reading.decode import decode, read_text
from kg.reading.folding import fold
from kg.reading.lines import read_lines
from kg.reading.manifest import infer_date
from kg.reading.words import crosses_word

TEXT = "云川县的桥通了，全长1.2公里。"


def page(text: str) -> Document:
    return parse_document(text, "page")


def roles(text: str) -> list[tuple[str, str]]:
    return [(sent.role, sent.text) for sent in page(text).sentences]


def bodies(text: str) -> list[str]:
    return [sent.text for sent in page(text).sentences if sent.role == "body"]


# Decoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_encodings_are_detected(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf16_is_read_in_both_byte_orders() -> None:
    assert decode(b"\xff\xfe" + TEXT.encode("utf-16-le")) == TEXT
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_newlines_become_one_kind() -> None:
    assert decode("甲\r\n乙\r丙\n丁".encode()) == "甲\n乙\n丙\n丁"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        ("　\n".encode(), "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is binary"),
        (b"\xff\xfe\x00\xd8\x41\x00", "not valid UTF-16"),
        ("京都府の天気は晴れです。".encode("shift_jis") + b"\x81", "neither UTF-8 nor GB18030"),
        ("Köln Österreich Übermut Ärger ßß éèê".encode("latin-1"), "neither UTF-8 nor GB18030"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


def test_errors_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    with pytest.raises(InputError, match=r"a\.txt: is empty"):
        read_text(tmp_path / "a.txt")
    with pytest.raises(InputError, match=r"missing\.txt: cannot be read"):
        read_text(tmp_path / "missing.txt")
    with pytest.raises(InputError, match=r"b\.pdf: only \.txt and \.md"):
        read_document(tmp_path / "b.pdf")


@given(st.text(min_size=1).filter(str.strip))
def test_utf8_comes_back_as_written(text: str) -> None:
    data = text.encode("utf-8", errors="ignore")
    if data.strip() and b"\0" not in data and not text.startswith("\ufeff") and data.decode().strip():
        assert decode(data) == data.decode().replace("\r\n", "\n").replace("\r", "\n")


# Folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２３ＡＢｃ", "123ABc"),
        ("甲,乙;丙:丁?戊!", "甲，乙；丙：丁？戊！"),
        ("(一)", "（一）"),
        ("36,000米,10:30", "36,000米，10:30"),
        ("「名」『号』", "“名”‘号’"),
        ("让•米勒‧杜邦・科", "让·米勒·杜邦·科"),
        ("五％ ３．５—４", "五% 3.5—4"),
        ("甲\u00a0乙　丙\t丁", "甲 乙 丙 丁"),
        ("〔2022〕3号", "（2022）3号"),
        ("㎡ ℃ ①", "㎡ ℃ ①"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


# Layout: broken prose is put together, everything else keeps its place


def test_a_sentence_cut_by_the_column_is_one_sentence() -> None:
    text = "今年以来，云川县坚持把群众满意作为第一标准，持续加大老旧\n小区改造力度，已完成改造十二个。"
    assert bodies(text) == ["今年以来，云川县坚持把群众满意作为第一标准，持续加大老旧小区改造力度，已完成改造十二个。"]
    assert page(text).sentences[0].pieces == ((0, 28), (29, 45))


def test_a_sentence_goes_on_after_a_caption() -> None:
    text = "桥通了，两岸的村民都来看热闹，老人说，等这一天等了几十年，\n\n图①：通车当天的云川大桥。\n\n孩子们上学再也不用绕路。"
    assert roles(text) == [
        ("body", "桥通了，两岸的村民都来看热闹，老人说，等这一天等了几十年，孩子们上学再也不用绕路。"),
        ("caption", "图①：通车当天的云川大桥。"),
    ]


def test_a_word_cut_in_two_is_one_word() -> None:
    text = "会议听取了全县防汛工作情况，审议了云川新材料有\n\n限公司改扩建方案，并就下一步工作作出部署。"
    assert bodies(text) == ["会议听取了全县防汛工作情况，审议了云川新材料有限公司改扩建方案，并就下一步工作作出部署。"]


def test_a_report_does_not_go_on_from_its_subtitle() -> None:
    text = "新建一栋十七层大楼，计划新增七百张床位，预计二〇二五年十二月竣工\n本报讯（记者 周岚）昨天，云川县医院综合楼奠基。"
    assert bodies(text)[-1] == "本报讯（记者 周岚）昨天，云川县医院综合楼奠基。"


def test_a_title_mark_left_open_closes_on_the_next_line() -> None:
    assert bodies("会议通过了《云川县河道\n管理办法》。")[0] == "会议通过了《云川县河道管理办法》。"


def test_a_page_jump_is_left_out_and_the_sentence_goes_on() -> None:
    text = "全县上下要拧成一股绳，把各项任务抓细抓实抓出成效，确保全年目标（下转第2版）\n\n顺利完成，向群众交出满意答卷。"
    assert bodies(text) == ["全县上下要拧成一股绳，把各项任务抓细抓实抓出成效，确保全年目标顺利完成，向群众交出满意答卷。"]
    assert bodies("（上接第1版）各镇要主动作为。") == ["各镇要主动作为。"]


@pytest.mark.parametrize(
    "text",
    [
        "桥通了。\n路也通了。",
        "桥通了。\n\n路也通了。",
        "云川大桥通车\n\n桥通了。",
    ],
)
def test_finished_lines_stay_apart(text: str) -> None:
    assert len(page(text).sentences) == 2


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("云川新材料有", "限公司开业", True),
        ("全县农", "业农村工作", True),
        ("桥通了", "路也通了", False),
        ("ABC", "DEF", False),
        ("云川", "", False),
    ],
)
def test_a_seam_in_a_word(left: str, right: str, expected: bool) -> None:
    assert crosses_word(left, right) is expected


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("# 云川大桥通车", "云川大桥通车"),
        ("**区长**郑一帆说。", "区长郑一帆说。"),
        ("* 新建小学三所。", "新建小学三所。"),
        ("> 新建小学三所。", "新建小学三所。"),
        ("- 新建小学三所。", "新建小学三所。"),
        ("见[官网](https://example.org/a?b=c)公告。", "见官网公告。"),
        ("<p>桥通了。</p>", "桥通了。"),
        ("<span style='color:red'>桥</span>通了。", "桥通了。"),
        ("桥&nbsp;通了。", "桥通了。"),
        ("`桥`通了。", "桥通了。"),
        ("详见https://example.org/x公告。", "详见公告。"),
        ("新馆开放（见图①）。", "新馆开放。"),
    ],
)
def test_mark_up_is_left_out(text: str, read: str) -> None:
    assert [sent.text for sent in page(text).sentences] == [read]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("云川大桥今日通车", "title"),
        ("# 云川大桥今日通车", "title"),
        ("桥通了。", "body"),
        ("今年一季度，全县工业总产值增长，固定资产投资增速加快，民生支出保障有力", "body"),
        ("记者 杜若溪 通讯员 姚远山", "byline"),
        ("本报记者 杜若溪", "byline"),
        ("杜若溪 姚远山 本报记者 石一川", "byline"),
        ("云川新闻在线网 记者 杜若溪 通讯员 姚远山", "byline"),
        ("作者：杜若溪 来源：云川日报", "byline"),
        ("文/孟小舟", "byline"),
        ("来源：云川发布", "byline"),
        ("责任编辑：韩冬雪", "byline"),
        ("编辑 苏叶", "byline"),
        ("图①：云川大桥", "caption"),
        ("图为通车现场", "caption"),
        ("▲云川大桥", "caption"),
        ("云川大桥效果图", "caption"),
        ("村民在新桥上合影 石一川 摄", "caption"),
        ("扫描二维码看视频", "furniture"),
        ("第2版", "furniture"),
        ("阅读原文", "furniture"),
        ("●", "furniture"),
        ("A3", "furniture"),
        ("发布时间：2022-03-04 10:20", "furniture"),
        ("版权所有 云川县人民政府", "furniture"),
    ],
)
def test_roles_of_lines(line: str, role: str) -> None:
    assert [sent.role for sent in page(line).sentences] == [role]


@pytest.mark.parametrize("text", ["", " \n\n　", "---", "|---|---|", "<br>"])
def test_a_text_that_says_nothing_has_no_sentence_but_one_article(text: str) -> None:
    doc = page(text)
    assert doc.sentences == ()
    assert [article.id for article in doc.articles] == ["article/page/1"]


def test_sentences_end_with_their_closing_marks() -> None:
    assert bodies("他说：“桥通了！”大家都笑了。（完）村里放了鞭炮……散了。") == [
        "他说：“桥通了！”",
        "大家都笑了。",
        "（完）村里放了鞭炮……",
        "散了。",
    ]


def test_several_articles_on_a_page() -> None:
    text = (
        "云川大桥通车\n\n本报讯（记者 杜若溪）昨日，云川大桥正式通车。\n\n村民赶来看热闹。\n\n"
        "清溪小学开学\n\n本报讯（记者 石一川）清溪小学昨日迎来首批新生。\n\n孩子们领到了新书。\n"
    )
    doc = page(text)
    assert [(a.id, a.title) for a in doc.articles] == [("article/page/1", "云川大桥通车"), ("article/page/2", "清溪小学开学")]
    assert [sent.article for sent in doc.sentences if "新书" in sent.text] == [1]
    assert doc.title == "云川大桥通车"


def test_markdown_headings_and_numbered_headlines_begin_articles() -> None:
    assert [a.title for a in page("# 桥\n\n桥通了。\n\n# 路\n\n路也通了。").articles] == ["桥", "路"]
    numbered = "1 云川大桥通车\n\n桥通了。\n\n2 清溪小学开学\n\n开学了。\n\n3 新馆开放\n\n开放了。"
    assert len(page(numbered).articles) == 3


def test_each_headline_of_a_news_brief_begins_an_article() -> None:
    items = "<p>本台消息：</p><p><strong>东湖桥通车</strong></p><p>东湖桥今天通车。</p><p><strong>望江书展开幕</strong></p><p>书展今天开幕。</p>"
    assert [a.title for a in page(f"### 国内快讯\n\n{items}").articles][1:] == ["东湖桥通车", "望江书展开幕"]
    assert len(page(f"### 湖山一日\n\n{items}").articles) == 1


def test_an_article_without_a_headline_is_called_by_its_first_words() -> None:
    assert page("桥通了。路也通了。").articles[0].title == "桥通了"


# Offsets


@pytest.mark.parametrize(
    ("start", "end", "spans"),
    [(0, 3, ((0, 3),)), (2, 5, ((2, 3), (8, 10))), (3, 7, ((8, 12),)), (0, 0, ())],
)
def test_words_across_a_caption_are_two_spans(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> None:
    text = "碳谷绿\n图①\n\n湾产业园"
    sent = parse_document("x", "x").sentences[0]
    sent = type(sent)("碳谷绿湾产业园", ((0, 3), (8, 12)), 0, 0)
    assert locate(sent, start, end, text) == spans


LINES = st.sampled_from(
    [
        "今年以来，云川县坚持把群众满意作为第一标准，持续加大老旧",
        "小区改造力度，已完成改造１２个。",
        "# 云川大桥通车",
        "**区长**郑一帆说，桥通了；路也通了。",
        "图①:通车当天的云川大桥。",
        "记者 杜若溪 通讯员 姚远山",
        "会议通过了《云川县河道",
        "管理办法》，",
        "<p>桥&nbsp;通了。</p>　",
        "　　全年目标(下转第2版)",
        "第2版",
        "| 指标 | 数值 |",
        "|---|---|",
        "",
        "见[官网](https://example.org)公告!",
        "散了……",
    ]
)


@settings(deadline=None)
@given(st.lists(st.one_of(LINES, st.text("桥通了，。《》“”（）()<>*#[]|`&; ab1\t　", max_size=20)), max_size=14))
def test_the_pieces_of_a_sentence_are_its_text(lines: list[str]) -> None:
    doc = page("\n".join(lines))
    spans: list[tuple[int, int]] = []
    for sent in doc.sentences:
        raw = "".join(doc.text[start:end] for start, end in sent.pieces)
        assert len(raw) == len(sent.text)
        assert fold(raw.replace("\n", "")) == sent.text or _differs_only_at_seams(raw, sent.text)
        assert sent.text.strip()
        spans += sent.pieces
    assert all(start < end for start, end in spans)
    # No character is read twice.
    ordered = sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ordered))


def _differs_only_at_seams(raw: str, text: str) -> bool:
    """A comma between digits folds by its neighbours, which a seam or a cut may part."""
    return all(a == b or a in ",:，：" for a, b in zip(fold(raw), text, strict=True))


@settings(deadline=None)
@given(st.lists(LINES, max_size=14))
def test_every_character_of_the_sentences_lies_on_its_line(lines: list[str]) -> None:
    text = "\n".join(lines)
    for sent in page(text).sentences:
        for start, end in locate(sent, 0, len(sent.text), text):
            assert text[start:end].strip()


# Manifests and dates


def test_a_manifest_gives_metadata_by_file(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text(
        "file,published,place\na.txt, 2022-07-14 ,上海市金山区\nb.txt,2021,\n", encoding="utf-8-sig"
    )
    rows = read_manifest(tmp_path)
    assert rows == {"a.txt": Metadata(published="2022-07-14", place="上海市金山区"), "b.txt": Metadata(published="2021")}
    assert read_manifest(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("file,date\na.txt,2022\n", "found file,date"),
        ("published\n2022\n", "must name columns"),
        ("file,published\na.txt,2022-13\n", "line 2.*'2022-13'"),
        ("file,published\na.txt,2022-07-14\nb.txt,gestern\n", "line 3.*'gestern'"),
        ("file,published\na.txt,2022-07-32\n", "is no date like"),
    ],
)
def test_a_wrong_manifest_says_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "manifest.csv").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("发布时间：2022-03-04 10:20\n正文。", "a.txt", "2022-03-04"),
        ("日期：2022年3月4日", "a.txt", "2022-03-04"),
        ("云川日报2019年7月11日讯 按照安排", "a.txt", "2019-07-11"),
        ("２０２１年１２月１日 星期三", "a.txt", "2021-12-01"),
        ("云川县人民政府\n2020年5月6日", "a.txt", "2020-05-06"),
        ("2020/5/6", "a.txt", "2020-05-06"),
        ("时间：2022.11.30", "a.txt", "2022-11-30"),
        ("桥于2019年7月11日通车。", "a.txt", ""),
        ("桥通了。", "20221001.md", "2022-10-01"),
        ("桥通了。", "paper-2022-10-01-b.txt", "2022-10-01"),
        ("桥通了。", "page_20221301.txt", ""),
        ("桥通了。", "1234567890123.txt", ""),
        ("2021年", "a.txt", ""),
    ],
)
def test_the_date_that_a_page_gives_as_its_own(text: str, name: str, expected: str) -> None:
    assert infer_date(text, name) == expected


def test_a_given_date_is_not_called_inferred() -> None:
    given_date = parse_document("发布时间：2022-03-04", "a", Metadata(published="2021"))
    found_date = parse_document("发布时间：2022-03-04", "a")
    assert (given_date.published, given_date.inferred) == ("2021", ())
    assert (found_date.published, found_date.inferred) == ("2022-03-04", ("published",))
    assert parse_document("桥通了。", "a").inferred == ()


# Files and folders


def test_files_are_named_by_as_many_folders_as_tell_them_apart(tmp_path: Path) -> None:
    for path in ("a/one.txt", "b/one.txt", "b/two.md", "b/two.txt", "README.md", "b/three.html", "b/Four.TXT"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(TEXT, encoding="utf-8")
    files, problems = find_files([tmp_path])
    assert list(files) == ["Four", "a/one", "b/one", "b/two", "b/two.txt"]
    assert problems == []


def test_inputs_that_lead_nowhere_get_a_line_each(tmp_path: Path) -> None:
    files, problems = find_files([tmp_path, tmp_path / "missing.txt"])
    assert files == {}
    assert [line.rsplit(": ", 1)[1] for line in problems] == ["no .txt or .md file in this folder", "no such file or folder"]


def test_a_document_is_read_with_what_the_manifest_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("gb18030"))
    doc = read_document(
        tmp_path / "a.txt", metadata=Metadata(title="题", publisher="云川日报", published="2022", url="https://example.org")
    )
    assert (doc.id, doc.text, doc.title, doc.publisher, doc.published, doc.url) == (
        "a",
        TEXT,
        "题",
        "云川日报",
        "2022",
        "https://example.org",
    )


def test_a_stray_nul_is_a_blank(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("区委书记刘健主持会议。" * 5).encode() + b"\0" + "会后调研。".encode())
    assert read_text(path).endswith("主持会议。 会后调研。")


def test_tags_that_end_a_paragraph_end_a_line() -> None:
    text = "<p><strong>大桥通车</strong></p><p>昨天，大桥通车。</p><p>全长3公里<br/>双向六车道</p>"
    lines = [line.text for line in read_lines(text) if line.pieces]
    assert lines == ["大桥通车", "昨天，大桥通车。", "全长3公里", "双向六车道"]
    for line in read_lines(text):
        assert "".join(text[a:b] for a, b in line.pieces) == line.text

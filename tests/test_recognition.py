"""Recognition as a whole: what holds for every text, whatever it says."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import ENTITY_TYPES, QUANTITY, TIME, TITLE
from kg.reading import Metadata, parse_document
from kg.recognition import recognize
from kg.resolution import resolve
from tests import test_agencies, test_documents, test_events, test_people, test_places, test_projects
from tests.mentions import read

TABLES = (test_people, test_places, test_agencies, test_projects, test_events, test_documents)
SENTENCES = sorted({text for table in TABLES for text in (*(row[0] for row in table.NAMED), *table.NO_NAMES)})
PIECES = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from(["", "\n", "\n\n", " ", "　　"])), min_size=1, max_size=6
)
# Any Chinese, digits and letters of both widths, and every mark that a rule looks for.
NOISE = st.text(st.one_of(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), st.sampled_from(
    "区县市镇村委书记长局部王李张刘欧阳在的和与第一二十百万亿年月日号届次会项目工程线站路《》〈〉“”‘’（）()[]<>#*|/·—…，。；：、！？,.:;!?%％０１２ＡＢ12389abZ \t\n　\r\x00\ufeff"
)), max_size=120)  # fmt: skip


def joined(pieces: list[tuple[str, str]]) -> str:
    return "".join(sentence + gap for sentence, gap in pieces)


@settings(deadline=None, max_examples=60)
@given(PIECES)
def test_every_mention_is_a_quotation_of_its_sentence_and_of_the_file(pieces: list[tuple[str, str]]) -> None:
    doc, mentions = read(joined(pieces))
    for mention in mentions:
        assert doc.sentences[mention.sentence].text[mention.start : mention.end] == mention.text != ""
    _, entities = resolve(doc, mentions)
    for entity in entities.values():
        assert entity.name
        assert entity.type in ENTITY_TYPES
        for at in entity.mentions:
            assert doc.text[at.start : at.end] == at.text != ""


@settings(deadline=None, max_examples=150)
@given(NOISE, st.sampled_from(["", "310116", "430726"]), st.sampled_from(["", "2021", "2023-07-08"]))
def test_no_text_is_too_odd_to_read(text: str, place: str, published: str) -> None:
    doc = parse_document(text, "odd", Metadata(published=published, place=place))
    mentions = recognize(doc)
    for mention in mentions:
        assert doc.sentences[mention.sentence].text[mention.start : mention.end] == mention.text
        assert mention.type in (*ENTITY_TYPES, TITLE, TIME, QUANTITY)
    resolve(doc, mentions)


@settings(deadline=None, max_examples=30)
@given(PIECES)
def test_mentions_are_sorted_and_distinct_and_the_same_each_time(pieces: list[tuple[str, str]]) -> None:
    doc, mentions = read(joined(pieces))
    assert list(mentions) == sorted(set(mentions), key=lambda m: (m.sentence, m.start, -m.end, m.type, m.via))
    assert recognize(doc) == mentions


@settings(deadline=None, max_examples=40)
@given(PIECES)
def test_no_two_people_overlap(pieces: list[tuple[str, str]]) -> None:
    _, mentions = read(joined(pieces))
    people = [m for m in mentions if m.type == "Person"]
    for one, other in itertools.pairwise(people):
        assert one.sentence != other.sentence or one.end <= other.start

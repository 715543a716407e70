"""Documents to mentions: people, places, agencies, projects, events, documents, titles, times and amounts.

`recognize` reads each sentence by its own words first, then looks for every name found with good evidence in all the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, PROJECT, QUANTITY, TIME, TITLE, Document, Mention
from kg.recognition import people
from kg.recognition.agencies import Span, find_agencies
from kg.recognition.divisions import load_divisions
from kg.recognition.documents import find_documents
from kg.recognition.places import find_divisions, find_places
from kg.recognition.posts import Post, read_posts
from kg.recognition.quantities import find_quantities
from kg.recognition.times import find_times
from kg.recognition.tokens import Words, tokenize
from kg.recognition.undertakings import find_events, find_projects

__all__ = ["recognize"]

_BUILDING = re.compile(r"开工|动工|在建|建设|建成|通车|规划|项目|工程|全线|设计时速|总投资|施工|征地")


def recognize(doc: Document) -> tuple[Mention, ...]:
    """All mentions of a document, nested ones too, sorted by sentence, start and the longer first.

    Names are as the text has them; `kg.resolution` decides what each stands for. An implied body (区长 → the government) is a mention
    with `implied` set, at the words that imply it.
    """
    sentences = [tokenize(sent.text) if sent.role != "furniture" else None for sent in doc.sentences]
    known = _short_forms(doc)
    names: dict[str, str] = {}
    per_sentence: list[dict[tuple[int, int], people.Found]] = []
    for sent, words in zip(doc.sentences, sentences, strict=True):
        found: dict[tuple[int, int], people.Found] = {}
        if words:
            for person in people.find_in_sentence(words, sent.role):
                found.setdefault((person.start, person.end), person)
                names.setdefault(person.name, person.via)
        per_sentence.append(found)
    for index, person in people.find_again([sent.text for sent in doc.sentences], sorted(names)):
        if sentences[index]:
            per_sentence[index].setdefault((person.start, person.end), person)
    mentions: list[Mention] = []
    context = ""
    for index, words in enumerate(sentences):
        if words is None:
            continue
        made, context = _read_sentence(doc, index, words, _separate(per_sentence[index].values()), known, context)
        mentions += made
    return tuple(sorted(set(mentions), key=lambda m: (m.sentence, m.start, -m.end, m.type, m.via)))


def _short_forms(doc: Document) -> frozenset[str]:
    """Short names that need no further evidence: of the paper's division and those it lies in, and of all the text gives in full."""
    gazetteer = load_divisions()
    division = gazetteer.by_code(doc.place) if doc.place else None
    shorts = {d.short for d in (division, *gazetteer.chain(division))} if division else set()
    near = [division.code] if division else []
    for sent in doc.sentences:
        for start, end in gazetteer.scan(sent.text):
            name = sent.text[start:end]
            full = gazetteer.resolve(name, near=near) if len(name) > 2 else None
            if full and full.name == name:
                shorts.add(full.short)
    return frozenset(short for short in shorts if len(short) >= 2)


def _separate(found: Iterable[people.Found]) -> list[people.Found]:
    """People that do not overlap: those found by their surroundings before those found again, the longer first."""
    kept: list[people.Found] = []
    for person in sorted(found, key=lambda p: (p.via == "again", -(p.end - p.start), p.start)):
        if all(person.end <= other.start or person.start >= other.end for other in kept):
            kept.append(person)
    return sorted(kept, key=lambda p: p.start)


def _read_sentence(
    doc: Document, index: int, words: Words, persons: list[people.Found], known: frozenset[str], context: str
) -> tuple[list[Mention], str]:
    text = words.text
    mentions: list[Mention] = []

    def add(start: int, end: int, type_: str, via: str, **more: object) -> None:
        mentions.append(Mention(index, start, end, text[start:end], type_, via=via, **more))  # type: ignore[arg-type]

    times = find_times(text, doc.published, context=context)
    for time in times:
        add(time.start, time.end, TIME, "time", kind=time.kind, value=time.value)
        if time.kind == "date" and len(time.value) == 10:
            context = time.value
    amounts = [q for q in find_quantities(text) if not any(t.start < q.end and q.start < t.end for t in times)]
    documents = find_documents(text)
    covered = [(s.start, s.end) for s in documents]
    divisions = [s for s in find_divisions(words, known) if not _inside(s, covered)]
    person_spans = [(p.start, p.end) for p in persons if not _inside(p, covered)]
    divisions = [s for s in divisions if not _inside(s, person_spans)]
    bounds = {s.end: s.start for s in divisions}
    agencies = [s for s in find_agencies(words, bounds) if not _inside(s, covered) and not _crosses(s, person_spans)]
    bodies = {s.end: s.start for s in agencies}
    blocks = {t.end for t in times if t.kind != "year-bare"}
    posts: list[Post] = []
    for person in persons:
        if not _inside(person, covered):
            posts += read_posts(words, person.start, bodies, bounds)
    for post in posts:
        if post.body and not post.found and not any(s.end == post.body[1] for s in agencies):
            agencies.append(Span(post.body[0], post.body[1], "agency.post"))
    # 习近平新时代…主题教育: a name that is part of a longer one ends nothing.
    blocks |= {p.end for p in persons if not text.startswith(("新时代", "总书记"), p.end)}
    titles = [(post.title_start, post.title_end) for post in posts]
    blocks |= {end for _, end in titles}
    events = [s for s in find_events(words, bounds, blocks) if not _inside(s, covered)]
    all_bounds = {**bounds, **bodies}
    projects = [s for s in find_projects(words, all_bounds, blocks) if not _inside(s, covered)]
    places = [s for s in find_places(words, bounds) if not _inside(s, covered + person_spans)]
    for span in documents:
        add(span.start, span.end, DOCUMENT, span.via, kind=span.kind)
    for person in persons:
        if not _inside(person, covered):
            add(person.start, person.end, PERSON, person.via, name=person.name)
    for post in posts:
        _add_post(post, add)
    taken: list[tuple[int, int]] = list(covered)
    for type_, spans in ((EVENT, events), (PROJECT, projects), (AGENCY, agencies), (PLACE, places), (PLACE, divisions)):
        for span in spans:
            if any(a < span.end and span.start < b and not (a <= span.start and span.end <= b) for a, b in taken):
                continue
            if (span.start, span.end) in taken:
                continue
            if type_ == PLACE and not span.via == "division" and any(a <= span.start and span.end <= b for a, b in taken):
                continue
            kind = type_
            if span.via == "route" and not _BUILDING.search(text):
                kind = PLACE
            add(span.start, span.end, kind, span.via, kind=span.kind)
            taken.append((span.start, span.end))
    for amount in amounts:
        add(amount.start, amount.end, QUANTITY, "quantity", kind=amount.kind, quantity=amount.quantity)
    return mentions, context


def _add_post(post: Post, add: object) -> None:
    assert callable(add)
    add(post.title_start, post.title_end, TITLE, "post", name=post.title)
    if post.body is None:
        add(post.title_start, post.title_end, AGENCY, "title", implied=True)


def _inside(span: Span | people.Found, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a <= span.start and span.end <= b for a, b in spans)


def _crosses(span: Span, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a < span.end and span.start < b for a, b in spans)

"""Documents to mentions: people, places, agencies, projects, events, documents, titles, times and amounts.

`recognize` reads each sentence by its own words first, then looks for every name found with good evidence in all the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import add

from kg.model import AGENCY, DOCUMENT, EVENT, PERSON, PLACE, PROJECT, QUANTITY, TIME, TITLE, Document, Mention
from kg.recognition import people
from kg.recognition.abroad import find_bodies, find_countries
from kg.recognition.agencies import EMBASSIES, Span, find_agencies, national_by_name
from kg.recognition.divisions import Division, letters_of, letters_of_provinces, load_divisions
from kg.recognition.documents import find_documents
from kg.recognition.events import find_events
from kg.recognition.foreign import find_foreign_places
from kg.recognition.lexicon import Names
from kg.recognition.openings import find_openings
from kg.recognition.people_abroad import short_forms, stands_alone
from kg.recognition.phrases import is_proper
from kg.recognition.places import (
    find_divisions,
    find_listed_places,
    find_listed_towns,
    find_listed_villages,
    find_listed_waterworks,
    find_places,
    find_settlements,
    find_visited_places,
)
from kg.recognition.posts import Post, read_career, read_posts, read_posts_after
from kg.recognition.projects import find_projects
from kg.recognition.quantities import find_quantities
from kg.recognition.routes import builds, find_route_ends, find_routes, find_sections
from kg.recognition.states import find_sides, sides_of, state_of
from kg.recognition.talks import TALKS, talks_of
from kg.recognition.times import TimeSpan, find_times
from kg.recognition.titles import is_post, title_starting, titles
from kg.recognition.tokens import Words, tokenize
from kg.record import record

__all__ = ["recognize"]


def recognize(doc: Document) -> tuple[Mention, ...]:
    """All mentions of a document, nested ones too, sorted by sentence, start and the longer first.

    Names are as the text has them; `kg.resolution` decides what each stands for. An implied body (区长 → the government) is a mention
    with `implied` set, at the words that imply it.
    """
    around = _around(doc)
    sentences = [
        tokenize(sent.text, _sure_divisions(sent.text, around.shorts)) if sent.role != "furniture" else None
        for sent in doc.sentences
    ]
    names: dict[str, str] = {}
    per_sentence: list[dict[tuple[int, int], people.Found]] = []
    for sent, words in zip(doc.sentences, sentences, strict=True):
        found: dict[tuple[int, int], people.Found] = {}
        if words:
            for person in people.find_in_sentence(words, sent.role):
                found.setdefault((person.start, person.end), person)
                names.setdefault(person.name, person.via)
        per_sentence.append(found)
    full = short_forms(names)
    for index, person in people.find_again([sent.text for sent in doc.sentences], sorted({*names, *full})):
        words = sentences[index]
        if words and stands_alone(words, person.start, person.end):
            per_sentence[index].setdefault((person.start, person.end), person)
    for found in per_sentence:
        for span, person in found.items():
            if person.name in full:
                found[span] = person._replace(name=full[person.name])
    mentions: list[Mention] = []
    context = ""
    for index, words in enumerate(sentences):
        if words is None:
            continue
        made, context = _read_sentence(doc, index, words, _separate(per_sentence[index].values()), around, context)
        mentions += made
    mentions = _with_told(_trim_to_known(mentions, sentences), sentences)
    mentions += _told_talks(doc, mentions)
    return tuple(sorted(set(mentions), key=lambda m: (m.sentence, m.start, -m.end, m.type, m.via)))


def _told_talks(doc: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Talks and visits as events, the words that tell of them being their mentions."""
    for index, talks in talks_of(doc, mentions):
        text = doc.sentences[index].text[talks.start : talks.end]
        yield Mention(
            index, talks.start, talks.end, text, EVENT, name=talks.name, via=TALKS, kind="Meeting" if talks.guests else "Visit"
        )


def _trim_to_known(mentions: list[Mention], sentences: list[Words | None]) -> list[Mention]:
    """Where a name is another of the same type with words before it that belong to no name, the other is meant.

    正赶上肖红坪村 beside 肖红坪村: the first words are a verb's.
    """
    known: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.via in _BY_HEAD:
            known.setdefault(mention.type, set()).add(mention.text)
    trimmed = []
    for mention in mentions:
        if mention.via in _BY_HEAD:
            words = sentences[mention.sentence]
            assert words is not None
            for lead in range(min(5, len(mention.text) - 3), 0, -1):
                other = mention.text[lead:]
                if other in known[mention.type] and _is_no_name(words, mention.start, mention.start + lead):
                    mention = replace(mention, start=mention.start + lead, text=other)
                    break
        trimmed.append(mention)
    return trimmed


def _with_told(mentions: list[Mention], sentences: list[Words | None]) -> list[Mention]:
    """The mentions with what the text itself makes a name wherever else it stands.

    The short form of a body (江北港口集团（简称“江北港口”）), what opened a sentence right before its site (云湾园外绿廊四期位于…), and
    what a list of works names whole.
    """
    told: dict[str, Mention] = {}
    for mention in mentions:
        words = sentences[mention.sentence]
        again = (mention.via == "project.listed" and len(mention.text) >= 5) or (
            mention.type == PLACE and mention.via in ("place.head", "route") and len(mention.text) >= 4 and not mention.name
        )
        if again or mention.via.endswith(".opening"):
            told.setdefault(mention.text, mention)
        elif mention.type == AGENCY and words and (match := _CALLED.match(words.text, mention.end)):
            told.setdefault(match.group(1), replace(mention, via="agency.called", name=mention.name or mention.text))
    if not told:
        return mentions
    by_head: dict[str, list[str]] = {}
    for name in told:
        by_head.setdefault(name[:2], []).append(name)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for index, words in enumerate(sentences):
        text = words.text if words else ""
        heads = by_head.keys() & set(map(add, text, text[1:]))
        names = [name for head in heads for name in by_head[head] if name in text]
        here = by_sentence.setdefault(index, [])
        for name in sorted(names, key=lambda n: (-len(n), n)):
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                over = [m for m in here if m.start < end and at < m.end]
                if told[name].via == "project.listed":
                    again = any(_is_of_listed(m, at, end) for m in over) and not any(m.type == TITLE for m in over)
                elif told[name].via in ("place.head", "route"):
                    again = not over
                else:
                    # 江北 in 江北港口 is the firm's; 江北港口 in 江北港口航运中心项目 is no other than before
                    again = all(at <= m.start and m.end <= end and m.type == PLACE for m in over)
                if again:
                    here[:] = [m for m in here if m not in over]
                    here.append(replace(told[name], sentence=index, start=at, end=end, text=name))
                at = text.find(name, end)
    return [mention for here in by_sentence.values() for mention in here]


def _is_of_listed(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention is the house that a list of works names too (县第二医院), or the rear of a name that the list has whole."""
    house = mention.type == AGENCY and (mention.start, mention.end) == (start, end) and _HOUSE.search(mention.text) is not None
    cut = mention.type == PROJECT and start < mention.start and mention.via == "project.head"
    return house or (cut and mention.text[end - mention.start :] in ("", "项目", "工程"))


_HOUSE = re.compile("(?:医院|卫生院|[小中大]学|学校|幼儿园|养老院|福利院)$")
# Two characters are too few to be found again without their quotation marks.
_CALLED = re.compile("（(?:以下|下)?简称[:：]?(?:为)?“?([一-鿿A-Za-z]{3,8})”?）")
_BY_HEAD = frozenset(("place.head", "agency.head", "project.head", "route"))


def _is_no_name(words: Words, start: int, end: int) -> bool:
    """Whether a stretch of words holds a verb, an adverb or a preposition and no proper name."""
    tokens = words.between(start, end)
    return any(t.tag[:1] in ("v", "d", "p", "c", "u", "a", "i", "r") for t in tokens) and not any(is_proper(t) for t in tokens)


@dataclass(frozen=True, slots=True)
class _Around:
    """The names that the paper's place and the document's own words make sure of."""

    shorts: frozenset[str]
    """Of the paper's division and those it lies in, and of all divisions that the text gives in full."""
    towns: Names
    """Short forms of the towns of the paper's county (亭林 for 亭林镇)."""
    near: tuple[str, ...]
    """The code of the paper's division, if it has one."""
    sides: Mapping[str, str]
    """The countries that 中方 and 泰方 mean in a document without a place: those it names in full, by their first character."""
    counted: bool
    """Whether a document without a place gives numbers, which 我国 and 全国 may bear."""
    letters: frozenset[str]
    """The characters that the paper's division and those it lies in go by: 金 for 金山区, 沪."""


def _around(doc: Document) -> _Around:
    gazetteer = load_divisions()
    division = gazetteer.by_code(doc.place) if doc.place else None
    shorts = {name for d in (division, *gazetteer.chain(division)) for name in (d.short, d.name)} if division else set()
    near = [division.code] if division else []
    for sent in doc.sentences:
        before = 0
        last: Division | None = None
        for start, end in gazetteer.scan(sent.text):
            name = sent.text[start:end]
            inside = gazetteer.named_inside(name, last.code) if last and before == start else None
            full = inside or gazetteer.resolve(name, near=near)
            if full and full.name == name:
                if len(name) > 2:
                    shorts.add(full.short)
                elif inside:
                    shorts.add(name)  # 庆阳环县: from here on 环县 is no part of a word
            before, last = end, full
    towns = gazetteer.towns(doc.place) if division and division.level in ("county", "zone") else ()
    return _Around(
        frozenset(s for s in shorts if len(s) >= 2),
        Names(t.short or t.name[:-1] for t in towns if len(t.short or t.name[:-1]) >= 2),
        tuple(near),
        {} if doc.place else sides_of(doc.text),
        not doc.place and any(find_quantities(sent.text) for sent in doc.sentences),
        frozenset(letter for d in ((division, *gazetteer.chain(division)) if division else ()) for letter in letters_of(d)),
    )


def _sure_divisions(text: str, known: frozenset[str]) -> list[tuple[int, int]]:
    """Spans of divisions written in full, and of the short forms known to the document."""
    return [
        (start, end)
        for start, end in load_divisions().scan(text)
        if text[start:end] in known
        or (
            end - start > 2
            and text[start:end].endswith(_FULL)
            and not _IN_COUNTRY.match(text, end - 2)
            and not (text.endswith("部地区", start, end) and text[start - 1 : start] in tuple("东西南北中"))
        )
    ]


# 发展|乡村, 提高|城镇化, 城镇居民: 乡 and 镇 that end no name.
_IN_COUNTRY = re.compile("[一-鿿]乡村|城镇(?:化|居民|人口|就业|新增|老旧|污水|生活|职工|登记|调查|常住)")


def _separate(found: Iterable[people.Found]) -> list[people.Found]:
    """People that do not overlap: those found by their surroundings before those found again, the longer first."""
    kept: list[people.Found] = []
    for person in sorted(found, key=lambda p: (p.via == "again", -(p.end - p.start), p.start)):
        if all(person.end <= other.start or person.start >= other.end for other in kept):
            kept.append(person)
    return sorted(kept, key=lambda p: p.start)


def _read_sentence(
    doc: Document, index: int, words: Words, persons: list[people.Found], around: _Around, context: str
) -> tuple[list[Mention], str]:
    """The mentions of one sentence, and the last full date named, which bare days after it refer to."""
    text = words.text
    mentions: list[Mention] = []

    def add(start: int, end: int, type_: str, via: str, **more: object) -> None:
        mentions.append(Mention(index, start, end, text[start:end], type_, via=via, **more))  # type: ignore[arg-type]

    times = find_times(text, doc.published, context=context)
    for time in times:
        add(time.start, time.end, TIME, f"time:{time.kind}", kind=time.kind, value=time.value)
        if time.kind == "date" and len(time.value) == 10:
            context = time.value
    for amount in find_quantities(text):
        if not any(t.start < amount.end and amount.start < t.end for t in times):
            add(amount.start, amount.end, QUANTITY, f"quantity:{amount.kind}", kind=amount.kind, quantity=amount.quantity)
    documents = find_documents(words)
    closed = [(s.start, s.end) for s in documents if s.via != "document.signed"]
    marked = [(s.start, s.end) for s in documents if s.via == "document.marked"]
    persons = [p for p in persons if not _inside(p, marked)]
    closed += [(p.start, p.end) for p in persons]
    found = _find_names(words, closed, persons, around, times)
    for person in persons:
        add(person.start, person.end, PERSON, person.via, name=person.name)
    for person in persons:
        title = title_starting(text, person.end)
        tells = bool(title) and (titles()[title]["body"] in national_by_name() or titles()[title]["level"])
        # 省科协陈平副主席: the post of the body right before the name
        of_body = bool(title) and is_post(title) and any(s.end == person.start for s in found.agencies)
        if tells or of_body:
            add(person.end, person.end + len(title), TITLE, "address", name=title)
        if tells:
            add(person.end, person.end + len(title), AGENCY, "title", implied=True)
        if title == "主席" and not of_body and (state := state_of(person.name, doc.published)):
            add(person.end, person.end + len(title), TITLE, "address", name=title)
            add(person.end, person.end + len(title), PLACE, "place.foreign", name=state, kind="Country", implied=True)
    for post in found.posts:
        add(post.title_start, post.title_end, TITLE, "post", name=post.title)
        if post.title.startswith(("驻", "常驻")) and text.endswith(("中国", "我国"), 0, post.title_start):
            add(post.title_start - 2, post.title_start, PLACE, "deixis", implied=True)
        if post.body is None:
            add(post.title_start, post.title_end, AGENCY, "title", implied=True)
            if _HEAD_OF_STATE.search(post.title) and all(s.end != post.title_start for s in found.places):
                add(post.title_start, post.title_end, PLACE, "deixis", implied=True)
    names = [(DOCUMENT, span) for span in documents]
    for type_, spans in ((EVENT, found.events), (PROJECT, found.projects), (AGENCY, found.agencies), (PLACE, found.places)):
        names += [(type_, span) for span in spans]
    for match in (*_POINTS.finditer(text), *(_COME_TO.finditer(text) if around.letters else ())):
        at = match.start(match.lastindex or 0)
        within = not words.starts_at(at) or any(s.start < at < s.end for s in found.places)  # 安|全区, 天|全县
        if (match.lastindex is None or text[at] in around.letters) and not within:
            add(at, match.end(match.lastindex or 0), PLACE, "deixis", implied=True)
    for match in _HELD_IN.finditer(text):
        if letters_of_provinces().get(match.group(1)) and match.group(1) not in around.letters:
            add(match.start(1), match.end(1), PLACE, "deixis", implied=True)
    for start, end, state in find_sides(text, around.sides):
        add(start, end, PLACE, "place.foreign", name=state, kind="Country", implied=True)
    if around.counted:
        ends = {s.end for s in found.places}
        abroad = [s for s in found.agencies if s.via == "agency.abroad"]
        for match in _NATION.finditer(text) if "国" in text else ():
            if match.group() == "全国" and (
                match.start() in ends
                or text[match.start() - 1 : match.start()] in tuple("俄乌美")
                or any(s.start < match.start() < s.end for s in abroad)
            ):
                continue  # 坦桑尼亚全国, 乌全国, 古巴全国人民政权代表大会: the whole of another country
            add(match.start(), match.end(), PLACE, "deixis", implied=True)
    for type_, span in _select(names, text):
        add(span.start, span.end, type_, span.via, kind=span.kind, name=span.name)
    return mentions, context


# 我县, 全市: the division of the paper or the text, pointed to; 全国 matters where a number is said of it.
_POINTS = re.compile(r"(?:我|本|全|该)(?:省|市|区|县|州|盟|旗|自治区)(?![一-鿿]?(?:长|委|域|场))")
# 在京召开: a city by the character it is known by.
_HELD_IN = re.compile(r"在([一-鿿])(?=召开|举行|开幕|闭幕|举办|会见|会谈|启动|发布|成立|签约|签署|[同与](?!时))")
# 来金调研, 莅遂指导: the paper's place by its first character.
_COME_TO = re.compile(
    r"[来莅赴在](?:到)?([一-鿿])(?=(?:的)?(?:考察|调研|督查|督导|视察|访问|检查|指导|慰问|投资|开展|出席|参加|举行|召开|座谈|签约|洽谈|采访|发展|期间)|[，。])"
)
# 国家主席 without a country before it is China's.
_HEAD_OF_STATE = re.compile("国家副?主席$")
_NATION = re.compile(
    r"全国(?!人大|政协|各|文明|劳|优|先进|重点|性|统一|两会)|我国|(?<![一-鿿])中国(?=[一-鿿]{0,12}(?:增长|增加值|总值|产量|达到|同比))"
)


@record
class _Names:
    """What the recognizers propose for one sentence, overlaps included."""

    events: list[Span]
    projects: list[Span]
    agencies: list[Span]
    places: list[Span]
    posts: list[Post]


def _find_names(
    words: Words, closed: list[tuple[int, int]], persons: list[people.Found], around: _Around, times: list[TimeSpan]
) -> _Names:
    """Places first, since they begin organizations; organizations next, since they begin projects and events."""
    text = words.text

    # A notice's name begins with who issues it: 某市人民政府办公室关于….
    issued = {a for a, _ in closed if "关于" in text[a + 2 : a + 34]}

    def free(spans: list[Span]) -> list[Span]:
        if not (spans and closed):
            return spans
        # A notice's own name (关于成立某某领导小组的通知) holds the name of the body it founds.
        return [
            s
            for s in spans
            if s.via == "agency.founded" or s.start in issued or not any(a < s.end and s.start < b for a, b in closed)
        ]

    states = free([*find_countries(words)])
    divisions = [
        d
        for d in free([*find_divisions(words, around.shorts), *find_listed_towns(words, around.towns)])
        if not any(s.start == d.start for s in states)  # 美|国务卿
    ]
    bounds = {s.end: s.start for s in divisions}
    settlements = free(find_settlements(words, bounds))
    bounds.update({s.end: s.start for s in settlements})
    abroad = free([*find_foreign_places(words, bounds)])
    bounds.update({s.end: s.start for s in abroad})
    agencies = _joined(text, free(find_agencies(words, bounds)), free([*find_bodies(words, bounds)]))
    titled = {**bounds, **{s.end: s.start for s in states}}
    agencies = [s for s in agencies if not _one_of(text, s, titled)]
    bodies = {s.end: s.start for s in agencies}
    posts = [
        post
        for person in persons
        for post in (
            *read_posts(words, person.start, bodies, titled),
            *read_posts_after(words, person, bodies, titled),
        )
    ]
    if not persons:
        posts += read_career(words, bodies, bounds)
    agencies += [
        Span(post.body[0], post.body[1], "agency.post")
        for post in posts
        if post.body and not post.found and post.body[1] not in bodies
    ]
    routes = free(find_routes(words))
    everything = {**bounds, **bodies, **{s.end: s.start for s in routes}}
    # 习近平新时代…主题教育: a name that is part of a longer one ends nothing.
    # 金山区2023年招商引资大会: a year behind a place is part of an event's name.
    dates = {
        t.end
        for t in times
        if t.kind != "year-bare"
        and not (t.start in everything and (t.kind == "year" or text.endswith(("季度", "半年"), 0, t.end)))
    }
    blocks = (
        dates
        | {p.end for p in persons if not text.startswith(("新时代", "总书记", "同志诞辰", "诞辰"), p.end)}
        | {p.title_end for p in posts}
    )
    # 俄罗斯联邦安全会议 is a body, and so is 博鳌亚洲论坛 where it has a chairman.
    councils = {(s.start, s.end) for s in agencies if s.via == "agency.abroad" or s.kind in ("Congress", "Government")}
    councils.update(post.body for post in posts if post.body)
    events = [s for s in find_events(words, everything, blocks) if (s.start, s.end) not in councils]
    undertakings = find_projects(words, everything, blocks)
    sections = find_sections(words, routes, undertakings)
    projects = [
        *(s for s in undertakings if not any(_is_in_section(text, s, o) for o in sections)),
        *sections,
        *(s for s in routes if builds(text, s.start, s.end) or (s.name and "项目" in text[s.end : s.end + 40])),
    ]
    # In a list of projects a firm is a firm (某药业), and what else acts elsewhere is what is built (某创新中心).
    firms = [s for s in projects if s.via == "project.listed" and _FIRM.search(text[s.start : s.end])]
    works = {(s.start, s.end) for s in projects if s.via == "project.listed" and s not in firms}
    projects = [s for s in projects if s not in firms]
    agencies = [s for s in agencies if (s.start, s.end) not in works or not _BUILT.search(text[s.start : s.end])]
    agencies += [s._replace(via="agency.listed", kind="Company") for s in firms]
    places = [
        *divisions,
        *settlements,
        *abroad,
        *states,
        *free(find_listed_waterworks(words)),
        *free(find_places(words, bounds)),
        *free(find_listed_places(words, bounds)),
        *free(find_listed_villages(words, bounds)),
        *free(find_visited_places(words, bounds, bodies)),
        *find_route_ends(words, [*routes, *(p for p in projects if p.via in _SECTIONED)], around.near),
        *(s for s in routes if not (builds(text, s.start, s.end) or (s.name and "项目" in text[s.end : s.end + 40]))),
    ]
    stretches = {(s.start, s.end) for s in places if s.via == "place.stretch"}
    projects = [s for s in projects if (s.start, s.end) not in stretches]
    opening = find_openings(words, (*places, *projects, *agencies), bounds)
    projects += free(opening[0])
    places += free(opening[1])
    named = [[_without_lead(text, s) for s in spans if not _one_of(text, s, titled)] for spans in (events, projects, places)]
    # 江北会议中心 is a hall before it is a centre that acts.
    halls = {(s.start, s.end) for s in places if s.kind == "Building"}
    agencies = [
        s
        for s in agencies
        if not _COUNTED.match(text, s.start, s.end) and not (s.via == "agency.head" and (s.start, s.end) in halls)
    ]
    return _Names(named[0], named[1], agencies, named[2], posts)


# 近百名党委讲师团专家: people counted, no body.
_COUNTED = re.compile("(?:近|约|逾|数|上)?[十百千万]+[多余]?[名位]")
_LEAD = re.compile(
    "据(?=[一-鿿]{3})|为(?=高铁|高速|铁路|公路)|专程到|前往|(?:全面|深入|持续|大力|扎实|坚决)?(?:实施|打好|打赢)(?=[一-鿿]{4})|[一-鿿]{0,4}(?:做好|办好|开好)(?=[一-鿿]{4})"
)


def _without_lead(text: str, span: Span) -> Span:
    """A name without the word that leads to it where a clause begins (据|龙洞水库指挥部介绍), or the end of what points (我县|东湖项目)."""
    if span.start and text[span.start] in "省市区县州旗" and text[span.start - 1] in "我本全该" and not span.name:
        return span._replace(start=span.start + 1)
    lead = None if span.via in ("division", "place.foreign") else _LEAD.match(text, span.start, span.end)
    opens = not span.start or text[span.start - 1] in "，。；： "
    return span._replace(start=lead.end()) if lead and (opens or len(lead.group()) > 1) and not span.name else span


# 甲国一购物中心, 乙州一中学: one of many, told without its name; 一汽, 一中 and 一体化 are names or parts of words.
_ONE = re.compile(
    "(?<!第)一(?:[家所座处间]|大型|小型|购物|私立|公立|商[场店]|军[用事]|[一-鿿]{0,4}(?:音乐[厅会]|核电站|大学|高中|学校|教堂|机场|工厂|药厂|医院|公司|酒店|超市|党)$)"
)


def _one_of(text: str, span: Span, ends: Mapping[int, int]) -> bool:
    """Whether a name only tells that something is one of a place's many."""
    if "一" not in text[span.start : span.end]:
        return False
    first = min((end for end in ends if span.start < end < span.end), default=span.end)
    return _ONE.search(text, first, span.end) is not None


def _joined(text: str, agencies: list[Span], abroad: list[Span]) -> list[Span]:
    """Organizations with the bodies of foreign states, of two that overlap the longer: 空军 is no body of its own in 乌克兰空军."""
    joined: list[Span] = []
    for body in abroad:
        longer = next((a for a in agencies if a.start == body.start and a.end > body.end), None)
        if longer:  # 乌国防部|情报总局
            name = longer.name or body.name + text[body.end : longer.end]
            agencies = [a._replace(name=name) if a is longer else a for a in agencies]
        elif not any(a.start < body.start and body.end <= a.end for a in agencies):
            joined.append(body)
    return [a for a in agencies if not any(a.start < b.end and b.start < a.end for b in joined)] + joined


_SECTIONED = ("project.section", "project.phase", "project.head", "project.listed")
_PHASE = re.compile("[一二三四]期(?:工程|项目)?$")


def _is_in_section(text: str, span: Span, section: Span) -> bool:
    """Whether a section is the phase it begins with (湖山线一期工程（望江至东湖段）), or ends with a work cut out of it."""
    if span.start == section.start:
        return span.end < section.end and _PHASE.search(text, max(span.start, span.end - 5), span.end) is not None
    return section.start < span.start and span.end == section.end


_FIRM = re.compile("(?:公司|集团|药业|实业|合作社|(?<!处理)(?<!加工)(?<![水电气])厂)$")
_BUILT = re.compile("(?:中心|馆|园|基地|实验室|站|院|城|广场|综合体)$")

# Which types a name may lie inside of and still be a mention of its own.
_MAY_CONTAIN = {
    EVENT: (PROJECT, AGENCY, PLACE, DOCUMENT, EVENT),
    PROJECT: (AGENCY, PLACE, PROJECT),
    AGENCY: (PLACE, AGENCY),
    DOCUMENT: (),  # but a project that an agreement is about
    PLACE: (PLACE, AGENCY),
}


def _lies_in(name: str, container: str) -> bool:
    """Whether a short form is that of a division right behind the one it lies in: 绵阳 in 四川绵阳科技城, not a lake or a mountain."""
    gazetteer = load_divisions()
    outer = gazetteer.resolve(container) if container else None
    return outer is not None and name not in gazetteer.regions() and gazetteer.named_inside(name, outer.code) is not None


def _of_province(name: str, outer: tuple[str, Span]) -> bool:
    """Whether a sight's name begins with the province or city that it lies in: 安徽 of 安徽寿州古城."""
    division = load_divisions().resolve(name) if outer[0] == PLACE and outer[1].kind in _SIGHTS else None
    return division is not None and division.level == "province" and outer[1].end - outer[1].start >= 5


_SIGHTS = ("Scenic", "Site")


def _is_second(name: str, province: str) -> bool:
    """Whether a short form is that of a city or county behind the province that a name opens with: 南宁 in 广西南宁抽水蓄能电站.

    What a city's airport is called is only its quarter (成都双流国际机场).
    """
    outer = load_divisions().resolve(province) if province else None
    return outer is not None and outer.level == "province" and outer.code[:2] not in _CITIES and _lies_in(name, province)


_CITIES = ("11", "12", "31", "50")
"""The codes of the cities that are provinces."""


def _is_place_inside(text: str, span: Span, outer: tuple[str, Span], first: str, *, followed: bool) -> bool:
    """Whether a place inside another name is one by itself.

    Args:
        text: The sentence.
        span: The place.
        outer: The name that holds it, with its type.
        first: The division that ends where the place begins.
        followed: Whether another division begins where it ends.
    """
    name, container = text[span.start : span.end], outer[1]
    opens = span.start == container.start
    if (len(name) > 2 or name.endswith("县")) and name.endswith(_FULL) and not name.endswith(_OLD_TOWN):
        return True
    if span.via in ("route.end", "route.division"):
        return True
    if opens and container.via == "agency.abroad":  # 乌克兰 in 乌克兰空军
        return True
    if span.via == "route" and container.via in ("project.section", "route"):
        return True
    if text[span.start - 1 : span.start] == "驻" and _MISSION.match(text, span.end):
        return True
    if span.via != "division":
        return False
    if followed or container.via == "place.stretch":
        return True
    if opens and (
        _lies_in(name, first) or _STANDS_IN.match(text, span.end, container.end) is not None or _of_province(name, outer)
    ):
        return True
    return container.start == span.start - len(first) and _is_second(name, first)


def _select(names: list[tuple[str, Span]], text: str) -> list[tuple[str, Span]]:
    """Of proposals that cross or contain one another, the longer; inside it only what is a name by itself.

    A division inside another name counts only where it is written in full: 金山区 in 金山区税务局, not 宁夏 in 宁夏石化.
    """
    kept: list[tuple[str, Span]] = []
    # 湖南常德石门县委: a short form counts where another division follows it.
    follows = {s.start for t, s in names if t == PLACE and s.via == "division"}
    before = {s.end: text[s.start : s.end] for t, s in names if t == PLACE and s.via == "division"}
    for type_, span in sorted(names, key=lambda item: (item[1].start - item[1].end, item[1].start, _ORDER.index(item[0]))):
        over = [(t, s) for t, s in kept if s.start < span.end and span.start < s.end]
        if any(not (s.start <= span.start and span.end <= s.end) for _, s in over):
            continue
        if any(
            (s.start, s.end) == (span.start, span.end)
            or (
                type_ not in _MAY_CONTAIN[t]
                and not (t == DOCUMENT and type_ == AGENCY and (span.via == "agency.founded" or span.start == s.start))
                and not (t == DOCUMENT and s.via == "document.signed")
                and not (t == type_ == DOCUMENT and (s.via == "document.about-named" or span.via == "document.law"))
                and not (type_ == EVENT and s.via == "document.unmarked" and span.start == s.start)  # 党的二十大|报告
                and not (t == DOCUMENT and type_ == PROJECT and s.kind == "Agreement" and s.via == "document.after-verb")
            )
            for t, s in over
        ):
            continue
        name = text[span.start : span.end]
        if over and type_ == PLACE:
            first, followed = before.get(span.start, ""), span.end in follows
            if not _is_place_inside(text, span, over[-1], first, followed=followed):
                continue
        if over and type_ == AGENCY and span.via == "agency.national" and len(name) <= 3:
            continue
        # 湖山区·望江县东西部协作|联席会议: what ends as the event does is the event
        if type_ == AGENCY and any(t == EVENT and s.start < span.start and s.end == span.end for t, s in over):
            continue
        if (
            type_ == AGENCY
            and span.via != "agency.whole"
            and any(t == AGENCY and s.via != "agency.office" for t, s in over)
            and not name.endswith(("集团", "公司"))
        ):
            continue
        kept.append((type_, span))
    return kept


# 青海|云江水电站: what is too big to be called by a place lies in the one before its name.
_STANDS_IN = re.compile(
    "[一-鿿]{2,8}(?:水电站|核电站|蓄能电站|水库|国际机场|风电场|水利枢纽)$|人民大会堂$|[一-鿿]{0,4}(?:会议|会展|博览|奥体|体育)中心$|海底隧道$|园博园$|大巴扎$|中轴线$"
)
# 甲国驻|巴西|大使馆
_MISSION = re.compile(f"[一-鿿]{{0,4}}(?:{EMBASSIES})")
_ORDER = (DOCUMENT, EVENT, AGENCY, PROJECT, PLACE)

_OLD_TOWN = ("古镇", "古村", "小镇", "新区", "景区", "园区", "片区")
_FULL = ("省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "村", "社区")


def _inside(span: Span | people.Found, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a <= span.start and span.end <= b for a, b in spans)

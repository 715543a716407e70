"""Who holds which post (holdsPost) and who wrote what (wrote): from titles at names, and from bylines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.model import AGENCY, PERSON, TITLE, Mention, Statement
from kg.recognition.people import roster_entry, roster_role
from kg.relations.statements import Scene, published_by, state

_FORMER = re.compile(r"(?:原|时任|曾任|曾担任|历任)[一-鿿]{0,10}$")
_LEFT = re.compile(r"^(?:原|时任|前)")
_REMOVED = re.compile(r"免去|撤销|罢免|辞去|请辞|不再担任|卸任")
# Editors and proofreaders are named on the page but wrote nothing.
_EDITORS = re.compile(r"(?:责任编辑|责编|编辑|编审|校对|审核|美编|组版|统筹|主编|总编|监制|策划|制图|值班主任)[^。]*$")


def extract_posts(scene: Scene) -> list[Statement]:
    """A statement for each title that stands in a chain before a name, or right after it (刘健区长)."""
    found: list[Statement] = []
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in scene.mentions:
        by_sentence[mention.sentence].append(mention)
    for index, mentions in by_sentence.items():
        titles = [m for m in mentions if m.type == TITLE]
        if not titles:
            continue
        text = scene.document.sentences[index].text
        persons = [m for m in mentions if m.type == PERSON]
        bodies = [m for m in mentions if m.type == AGENCY]
        for title in titles:
            addressed = next((p for p in persons if title.via == "address" and p.end == title.start), None)
            person = addressed or _holder(title, persons, titles, bodies, text) or _appointed(title, persons, text)
            body = next((b for b in bodies if b.end == title.start and not b.implied), None) or next(
                (b for b in bodies if b.start == title.start and b.implied), None
            )
            if person and body:
                found.append(_post(scene, index, person, title, body, text))
    return found


def _holder(title: Mention, persons: list[Mention], titles: list[Mention], bodies: list[Mention], text: str) -> Mention | None:
    """The first person after a title with nothing but further posts between."""
    at = title.end
    while True:
        rest = next((p for p in persons if 0 <= p.start - at <= 1 and not text[at : p.start].strip(" ：")), None)
        if rest:
            return rest
        following = [t for t in titles if t.start >= at]
        if not following:
            return None
        nxt = following[0]
        start = min([nxt.start, *(b.start for b in bodies if b.end == nxt.start)])
        if not re.fullmatch(r"[、兼，和 ]?[^，。；：、]{0,8}|（[^（）]{1,8}）", text[at:start]):
            return None
        at = nxt.end


_APPOINTED = re.compile(
    r"(?:同志)?[，]?(?:因[^，。；]{1,12}[，]?)?(?:为|任|担任|当选为?|出任|兼任|接任|就任|受聘为|的|辞去(?:了)?|请辞|不再担任|不再兼任)[^。；]{0,60}$"
)


def _appointed(title: Mention, persons: list[Mention], text: str) -> Mention | None:
    """The person before a title that an appointment, a removal or a notice's list names (任命张三为局长)."""
    before = [p for p in persons if p.end <= title.start]
    if not before:
        return None
    between = text[before[-1].end : title.start]
    if before[-1].via == "roster":
        return before[-1]
    return before[-1] if _APPOINTED.fullmatch(between) else None


def _post(scene: Scene, index: int, person: Mention, title: Mention, body: Mention, text: str) -> Statement:
    qualifiers: dict[str, str | bool] = {"title": _LEFT.sub("", title.text), **published_by(scene.document)}
    start = min(title.start, body.start)
    removed = person.end <= title.start and _REMOVED.search(re.split("[，；]", text[max(0, person.start - 4) : title.end])[-1])
    if _LEFT.match(title.text) or _FORMER.search(text[max(0, start - 12) : start]) or removed:
        qualifiers["end"] = True
    implied = body.implied
    return state(
        scene,
        index,
        "post.title-implies-body" if implied else "post.title-before-name",
        0.93 if implied else 0.96,
        subject=person.entity,
        predicate="holdsPost",
        object=body.entity,
        qualifiers=qualifiers,
        marks={"subject": person, "object": body, "trigger": title},
    )


def extract_members(scene: Scene) -> list[Statement]:
    """The members of a leading group or committee that a notice lists (组长：…, 成员：…), each with the role of the list."""
    found: list[Statement] = []
    role = ""
    group: Mention | None = None
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in scene.mentions:
        by_sentence[mention.sentence].append(mention)
    for index, sent in enumerate(scene.document.sentences):
        here = by_sentence[index]
        group = next((m for m in here if m.type == AGENCY and _GROUP.search(m.text)), group)
        role = roster_role(sent.text) or (role if roster_entry(sent.text) else "")
        if not role or group is None:
            continue
        for person in (m for m in here if m.type == PERSON and m.via == "roster"):
            found.append(
                state(
                    scene,
                    index,
                    "post.roster",
                    0.95,
                    subject=person.entity,
                    predicate="holdsPost",
                    object=group.entity,
                    qualifiers={"title": role, **published_by(scene.document)},
                    marks={"subject": person, "object": group},
                )
            )
    return found


_GROUP = re.compile(r"(?:领导小组|工作专班|指挥部|委员会|工作组|组委会|联席会议|专班)$")


def extract_reporters(scene: Scene) -> list[Statement]:
    """记者 as a post, where the byline names the paper (江西日报记者张三; 荆楚网讯（记者李四）)."""
    found: list[Statement] = []
    for person in scene.mentions:
        if person.type != PERSON or person.via != "byline":
            continue
        text = scene.document.sentences[person.sentence].text
        papers = [m for m in scene.mentions if m.sentence == person.sentence and m.type == AGENCY and m.kind == "Media" and m.end <= person.start]
        if papers and (match := _REPORTER.fullmatch(text[papers[-1].end : person.start])):
            found.append(
                state(
                    scene,
                    person.sentence,
                    "post.byline",
                    0.9,
                    subject=person.entity,
                    predicate="holdsPost",
                    object=papers[-1].entity,
                    qualifiers={"title": match.group(1), **published_by(scene.document)},
                    marks={"subject": person, "object": papers[-1]},
                )
            )
    return found


_REPORTER = re.compile(r"(?:（[^（）]{1,12}）)?(?:[0-9年月日 ]{0,12}[电讯])?[ （]{0,2}(?:首席|见习|全媒体|实习)*(记者)[一-鿿 、]{0,30}")


def extract_authors(scene: Scene) -> list[Statement]:
    """A statement for each name in a byline; the work is the article it stands in."""
    return list(_authors(scene))


def _authors(scene: Scene) -> Iterator[Statement]:
    for mention in scene.mentions:
        if mention.type != PERSON or mention.via != "byline":
            continue
        sent = scene.document.sentences[mention.sentence]
        if _EDITORS.search(sent.text[: mention.start]):
            continue
        yield state(
            scene,
            mention.sentence,
            "wrote.byline",
            0.95,
            subject=mention.entity,
            predicate="wrote",
            object=scene.document.articles[sent.article].id,
            marks={"subject": mention},
        )

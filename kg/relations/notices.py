"""Official papers in full text: who issued a notice and what it hands down (现将《…》印发给你们), and on which day."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from kg.model import AGENCY, DOCUMENT, TIME, Mention, Statement
from kg.relations.statements import Scene, article_begins, state

_KIND = re.compile("(?:通知|意见|决定|公告|通告|批复|函|通报|决议|命令|令)[）)》]?$")
_DATED = re.compile("^[·•\\s]*(?:成文日期|发文日期|印发日期|签发日期)：")
_ISSUER = re.compile("^[·•\\s]*(?:发布机构|发文机关|发文单位|发布单位|索引机构|制发机关)：")
_HANDED_DOWN = re.compile(
    "[》）]?(?:已经?.{0,12}(?:同意|通过|批准)，)?(?:予以|转发|现)?(?:印发|转发|公布|发布|下发)(?:给)?(?:你们|如下|施行|实施|，请)"
)
# 《…办法》已经县政府第3次常务会议审议通过，现印发给你们
_ALLOWED = re.compile("[》）]?(?:业)?已?经?[^。；]{2,40}(?:同意|通过|批准)，现(?:予以?|将其)?(?:印发|公布|发布)(?:给你们)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
HEADING = 8
"""How many sentences an official paper's heading may take."""


def notice_days(scene: Scene) -> Mapping[str, str]:
    """The day on which each notice that heads an article was issued, by the notice's identifier.

    The paper tells it itself, in its heading (成文日期) or below its signature; else it is the day of the report.
    """
    heads = {m.entity: day for m, day in _notices(scene)}
    return {identifier: day for identifier, day in heads.items() if day}


def extract_notices(scene: Scene) -> list[Statement]:
    """What a notice says of itself and of the paper that it hands down: `issued` by its office, and the `milestone`."""
    found: list[Statement] = []
    headed: set[int] = set()
    for notice, day in _notices(scene):
        article = scene.document.sentences[notice.sentence].article
        headed.add(article)
        issuer = _issuer(scene, notice) or _signer(scene, article)
        issuers = [] if issuer is None else [*_joined(scene, issuer, notice), issuer]
        papers = [notice, *_handed_down(scene, article)]
        for paper in papers:
            if paper.entity == notice.entity and paper is not notice:
                continue
            found += [_issued(scene, office, paper, day) for office in issuers]
            if day:
                found.append(
                    state(
                        scene,
                        paper.sentence,
                        "milestone.notice",
                        subject=paper.entity,
                        predicate="milestone",
                        value=day,
                        qualifiers={"stage": "issued"},
                        marks={"subject": paper},
                    )
                )
    return found + _signed(scene, headed)


def _signed(scene: Scene, headed: Container[int]) -> list[Statement]:
    """`issued` for the paper that is handed down (现将《…》印发给你们) over a signature, in articles whose notice is not in the heading."""
    found: list[Statement] = []
    for article in dict.fromkeys(s.article for s in scene.document.sentences if "给你们" in s.text):
        signer = None if article in headed else _signer(scene, article)
        if signer is None:
            continue
        found += [_issued(scene, signer, paper, _day(scene, article)) for paper in _handed_down(scene, article)]
    return found


def _issued(scene: Scene, office: Mention, paper: Mention, day: str) -> Statement:
    return state(
        scene,
        paper.sentence,
        "issued.notice",
        subject=office.entity,
        predicate="issued",
        object=paper.entity,
        qualifiers={"date": day} if day else None,
        marks={"subject": office, "object": paper},
    )


def _signer(scene: Scene, article: int) -> Mention | None:
    """The office whose name is a line of its own below a notice, the line of the day behind it."""
    sentences = scene.document.sentences
    for mention in reversed(_of_article(scene, article)):
        if mention.type != AGENCY or not mention.entity or mention.implied or mention.sentence + 1 >= len(sentences):
            continue
        if sentences[mention.sentence].text.strip(" 　") != mention.text:
            continue
        day = next((m for m in _of_article(scene, article) if m.type == TIME and m.sentence == mention.sentence + 1), None)
        if day and not sentences[day.sentence].text.replace(day.text, "").strip(" 　。"):
            return mention
    return None


def _notices(scene: Scene) -> Iterator[tuple[Mention, str]]:
    """The notice that heads each article, with its day."""
    seen: set[int] = set()
    begins = article_begins(scene)
    for mention in scene.mentions:
        sent = scene.document.sentences[mention.sentence]
        heading = sent.role == "title" and mention.sentence - begins[sent.article] <= HEADING
        if mention.type != DOCUMENT or not mention.entity or not heading or sent.article in seen:
            continue
        name = scene.entities[mention.entity].name
        if not _KIND.search(name) or "关于" not in name:
            continue
        covered = {
            p
            for m in _of_article(scene, sent.article)
            if m.sentence == mention.sentence and m.type == AGENCY
            for p in range(m.start, m.end)
        }
        covered.update(range(mention.start, mention.end))
        if "".join(c for p, c in enumerate(sent.text) if p not in covered).strip("《》、 　"):  # a headline about a notice
            continue
        seen.add(sent.article)
        yield mention, _day(scene, sent.article)


def _of_article(scene: Scene, article: int) -> Sequence[Mention]:
    return _by_article(scene).get(article, ())


@lru_cache(maxsize=1)
def _by_article(scene: Scene) -> Mapping[int, Sequence[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in scene.mentions:
        found.setdefault(scene.document.sentences[mention.sentence].article, []).append(mention)
    return found


def _day(scene: Scene, article: int) -> str:
    published = scene.document.published
    signed = ""
    for mention in _of_article(scene, article):
        sent = scene.document.sentences[mention.sentence]
        if mention.type != TIME or not _DAY.fullmatch(mention.value):
            continue
        if _DATED.match(sent.text):
            return mention.value
        if not sent.text.replace(mention.text, "").strip(" 　。"):
            signed = mention.value
    return signed or published


def _issuer(scene: Scene, notice: Mention) -> Mention | None:
    """The office that the notice's name begins with, or that stands in a line of its own in the heading."""
    article = scene.document.sentences[notice.sentence].article
    own = scene.document.sentences[notice.sentence].text
    for mention in _of_article(scene, article):
        sent = scene.document.sentences[mention.sentence]
        if mention.type != AGENCY or not mention.entity or mention.implied:
            continue
        if mention.sentence > notice.sentence:
            break
        if _ISSUER.match(sent.text) or sent.text.strip(" 　") == mention.text:
            return mention
        if mention.sentence == notice.sentence and own.startswith("关于", mention.end):
            return mention
    return None


def _joined(scene: Scene, issuer: Mention, notice: Mention) -> list[Mention]:
    """The offices named right before the issuer in the notice's heading, which issue it too (县水利局 县财政局关于…的通知)."""
    found: list[Mention] = []
    if issuer.sentence != notice.sentence:
        return found
    sent = scene.document.sentences[notice.sentence]
    text, start = sent.text, issuer.start
    for mention in reversed(_of_article(scene, sent.article)):
        here = mention.sentence == notice.sentence and mention.type == AGENCY
        if here and mention.entity and mention.end < start and not text[mention.end : start].strip("、 　"):
            found.append(mention)
            start = mention.start
    return found[::-1]


def _handed_down(scene: Scene, article: int) -> Iterator[Mention]:
    for mention in _of_article(scene, article):
        sent = scene.document.sentences[mention.sentence]
        if mention.type == DOCUMENT and mention.entity and sent.role == "body":
            before, after = sent.text[max(0, mention.start - 3) : mention.start], sent.text[mention.end : mention.end + 60]
            if ("现将" in before and _HANDED_DOWN.match(after)) or ("现" in after and _ALLOWED.match(after)):
                yield mention

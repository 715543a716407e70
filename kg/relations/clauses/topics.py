"""What a document's paragraphs are about before they name anything: their headline's thing, the nation, or the paper's division."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from kg.model import AGENCY, EVENT, PERSON, PLACE, PROJECT, TIME, TITLE, Entity, Mention, Sentence
from kg.relations.clauses.clause import NATION, implied_mention, outermost
from kg.relations.statements import Scene, by_sentence

FADING = 3
"""For how many paragraphs a headline's thing is understood where nobody names it."""
# Kinds of events, places and bodies that an article's numbers are about where its headline names one.
_MEASURED = frozenset(
    (
        "Exhibition",
        "Festival",
        "Competition",
        "Road",
        "Railway",
        "Airport",
        "Port",
        "Reservoir",
        "Park",
        "Scenic",
        "Building",
        "Company",
        "School",
        "Hospital",
        "University",
    )
)
# （5）鄱阳湖…; 本届年会…: the next item of a list, and what belongs to an event.
_OTHER_STORY = re.compile("[（(][0-9一二三四五六七八九十]{1,3}[）)]|本届|此次|这次|会上|据新华社")
_SURVEY = re.compile(
    "(?:商务部|国家统计局|海关总署|工业和信息化部|工信部|国家能源局|中国人民银行|财政部|农业农村部|交通运输部|文化和旅游部"
    "|国家医保局|国家邮政局|国家外汇管理局|金融监管总局|国家林草局|国家知识产权局|国家移民管理局|国家数据局|国家铁路局|中国民航局"
    "|市场监管总局|国家税务总局|税务总局|水利部|生态环境部|自然资源部|民政部|人力资源和?社会保障部|中国物流与采购联合会|中国汽车工业协会|国铁集团|国家电影局)[^，。；]{0,14}(?:数据显示|公布|发布|统计|数据)"
)
# 2023-01/2023-09, 2023-04: the times that statistics are of
_PERIOD = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")


def home_of(scene: Scene) -> Entity | None:
    """The division the paper belongs to, where the document names it."""
    code = scene.document.place
    if not code:
        return None
    return next(
        (e for e in scene.entities.values() if e.type == PLACE and (e.facts.get("code") == code or e.id == f"place/{code}")),
        None,
    )


def officials_of(scene: Scene) -> frozenset[str]:
    """People named with a post: their doings are not what a paragraph's numbers are about."""
    found: set[str] = set()
    for mentions in by_sentence(scene).values():
        ends = {t.end for t in mentions if t.type == TITLE}
        found.update(m.entity for m in mentions if m.type == PERSON and m.start in ends)
    return frozenset(found)


class Topics:
    """What the articles of one document are about as a whole."""

    def __init__(self, scene: Scene, officials: Container[str]) -> None:
        """Look through headlines, headings and the paragraphs of statistics."""
        self.scene = scene
        self.home = home_of(scene)
        self.nation = next((e for e in scene.entities.values() if e.type == PLACE and e.name in NATION), None)
        self.headlined = self._headlined(officials)
        """What an article's headline is about, by article."""
        sentences = scene.document.sentences
        self.surveyed = _paragraphs([s for s in sentences if s.role != "title" and _SURVEY.search(s.text)])
        """The paragraphs of each article that report a national office's figures, the nation's where they name nobody."""
        self.headings = _paragraphs([s for s in sentences if s.role == "title"])
        """The paragraphs of each article that are headings: behind one begins another story."""

    def _headlined(self, officials: Container[str]) -> dict[int, Mention]:
        """For each article what the lines before its text name: a project, a fair or festival, a place or body with numbers of its own.

        In national news any place or body, or else a person.
        """
        found: dict[int, Mention] = {}
        begun: set[int] = set()
        mentions = by_sentence(self.scene)
        wanted = (PROJECT, EVENT, PLACE, AGENCY) if self.home else (PROJECT, PLACE, AGENCY, PERSON)
        for index, sent in enumerate(self.scene.document.sentences):
            if sent.role != "title":
                begun.add(sent.article)
            if sent.article in begun or sent.article in found:
                continue
            named = [m for m in outermost(tuple(mentions.get(index, ()))) if m.entity not in officials]
            for kind in wanted:
                if fitting := [m for m in named if m.type == kind and (not self.home or self._has_numbers(m))]:
                    found[sent.article] = fitting[-1] if kind == PLACE else fitting[0]
                    break
        return found

    def _has_numbers(self, mention: Mention) -> bool:
        """Whether a paragraph of a local paper may be about a thing of its headline rather than about its own division."""
        return mention.type == PROJECT or self.scene.entities[mention.entity].kind in _MEASURED

    def of_paragraph(self, article: int, paragraph: int, seen: Mapping[str, int]) -> Mention | None:
        """A new paragraph is about what its headline is about, or else about the division the paper belongs to.

        Args:
            seen: The paragraph that named each entity last.
        """
        headline = self.headlined.get(article)
        if headline is not None and paragraph - seen.get(headline.entity, paragraph) <= FADING:
            return headline
        if self.home is not None:
            return implied_mention(self.home)
        if self.nation is not None and (surveyed := self.surveyed.get(article)):
            story = max((at for at in self.headings.get(article, ()) if at <= paragraph), default=-1)
            if any(story <= at <= paragraph <= at + 2 * FADING for at in surveyed):
                return implied_mention(self.nation)
        return None

    def of_opening(self, sent: Sentence, seen: Mapping[str, int]) -> Mention | None:
        """The same for a paragraph's first sentence, which may turn from the nation to another story."""
        topic = self.of_paragraph(sent.article, sent.paragraph, seen)
        if topic and self.nation and topic.entity == self.nation.id and _OTHER_STORY.match(sent.text):
            return None
        return topic

    def is_over(self, topic: Mention, following: Sequence[Mention]) -> bool:
        """Does a topic end with its sentence? An event does, and a campaign before a sentence of statistics (1—9月，…).

        Args:
            following: The mentions of the next sentence.
        """
        if topic.type == EVENT:
            return True
        entity = self.scene.entities[topic.entity]
        if entity.type != PROJECT or not entity.name.endswith(("行动", "计划", "活动", "一带一路")):
            return False
        first = next((m for m in following if m.type == TIME), None)
        return first is not None and first.start == 0 and _PERIOD.fullmatch(first.value) is not None


def _paragraphs(sentences: Sequence[Sentence]) -> dict[int, list[int]]:
    """The paragraphs of some sentences by article."""
    found: dict[int, list[int]] = {}
    for sent in sentences:
        found.setdefault(sent.article, []).append(sent.paragraph)
    return found

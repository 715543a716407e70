"""What a clause without a subject brings up for the clauses after it: 开工建设度假区，建成后…; 在浙江，…; 成立乙合作社，有社员13人."""

from __future__ import annotations

import re

from kg.model import AGENCY, EVENT, PLACE, PROJECT, Mention
from kg.relations.clauses.clause import PREPOSITIONS, TOUCHING, Stretch
from kg.relations.clauses.subjects import end_of_chain, is_among_others
from kg.relations.clauses.vocabulary import any_of, load_words

# 在绵阳三台县|小麦种植基地，: a site that sets the scene as its place alone does.
_SITE = re.compile(
    "[^，。；0-9]{0,14}(?:基地|中心|市场|园区?|[新郊山矿库灌]区|地区|[农林牧茶果]场|[村镇站厂田港]|企业|公司|一带|等地|附近|现场|车间|景区|街道|社区|码头|口岸|机场|[里旁])"
)
# 在甲大道改造项目|施工现场，…; 走进乙小学|建设工地，…: what is built there is what the story goes on about
_AT_WORK = re.compile("(?:的)?(?:建设|施工|项目|工程|改造)*(?:现场|工地|作业面|一线)")
# 学校名为|乙小学，占地30亩
_CALLED = ("名为", "取名", "取名为")
_COMING = ("在", "来到", "走进", "走到", "到", "位于", "走访", "深入", "前往")


def find_introduced(stretch: Stretch, topic: Mention | None, *, first: bool) -> Mention | None:
    """An object that later clauses are about (开工建设度假区，建成后…), or the scene that a sentence sets (在浙江，…).

    Args:
        topic: What the text has been about so far.
        first: Whether the sentence has been about nothing yet but a place.
    """
    text, start, end = stretch.text, stretch.start, stretch.end
    for position, mention in enumerate(stretch.outer):
        before = text[start : mention.start]
        if mention.type in (PROJECT, PLACE, AGENCY) and _AT_WORK.match(text, mention.end, end) and before.endswith(_COMING):
            return mention
        if mention.type in (PROJECT, PLACE, AGENCY) and before.endswith(_CALLED):
            return mention
        if mention.type == PROJECT and (topic is None or before.endswith(load_words()["introducing"])):
            return mention
        if first and mention.type in (PLACE, AGENCY) and before in ("在", "仅在", "走进", "来到"):
            place = end_of_chain(mention, stretch.outer[position + 1 :])
            if end - place.end <= 4 or _SITE.fullmatch(text, place.end, end):
                return place
    return _first_named(stretch) if topic is None else None


def _first_named(stretch: Stretch) -> Mention | None:
    """Where a text has been about nothing yet, the first thing that it names plainly."""
    text = stretch.text
    if any_of("source").search(text, stretch.start, stretch.end):
        return None
    for mention in stretch.outer:
        if (
            mention.type in (PROJECT, PLACE, EVENT)
            and text[mention.start - 1 : mention.start] not in PREPOSITIONS | TOUCHING
            and not text.endswith("、", 0, mention.start)  # 在甲省、乙省等地启动: none of them alone
            and not is_among_others(mention, stretch)
            and not text.startswith(load_words()["aside"], mention.end)
        ):
            return mention
    return None


# 甲村成立乙合作社|，有社员13人: what is founded at the end of a clause, and what the next one tells of it
_FOUNDS = re.compile("(?:成立|组建|创办|创建|开办|建成|建起|新建|建设|办起)了?$")
_IT_HAS = re.compile(
    "[，,](?:现|共|目前|内|可|吸纳|发展)*(?:有|设|拥有|占地|种植|配备|配有|容纳|总?建筑面积|面积|床位|社员|流转)"
)


def find_founded(stretch: Stretch) -> Mention | None:
    """A body or building, or the first of two, that a clause ends in and tells was founded, if the next one tells what it has."""
    text, outer = stretch.text, stretch.outer
    if not outer or outer[-1].end != stretch.end or not _IT_HAS.match(text, stretch.end):
        return None
    two = len(outer) > 1 and text[outer[-2].end : outer[-1].start] in ("和", "及", "、")
    mention = outer[-2] if two else outer[-1]
    founded = _FOUNDS.search(text, max(stretch.start, mention.start - 4), mention.start)
    return mention if founded and mention.type in (AGENCY, PLACE) and not mention.implied else None

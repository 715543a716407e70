"""Houses and sites that a document speaks of as projects too: 湖山医院 beside 湖山医院项目 is what is being built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import AGENCY, EVENT, PLACE, PROJECT, TITLE, Document, Mention
from kg.recognition.events.heads import HOLDS_IT
from kg.recognition.telling import house_of
from kg.resolution.divisions import FROM_GAZETTEER
from kg.resolution.names import called

# 云川水库|开工仪式, 云川大桥|建设开工暨奠基仪式: what a site is begun at, not what a finished one is opened at
_BEGINNING = re.compile(
    "(?:(?:建设)?(?:项目|工程))?(?:建设)?(?:(?:开工|奠基|动工|破土)(?:建设)?[暨、和]?){1,2}(?:动员)?(?:仪式|典礼|活动|大会|会)$"
)


def unify_built(doc: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """A house is the project that the document calls after it, or a site what is begun there, unless somebody has a post in it."""
    built = {house for m in mentions if m.type == PROJECT and (house := house_of(called(m)))}
    built.update(_begun(doc, mentions))
    if not built:
        return list(mentions)
    titles = {(m.sentence, m.start) for m in mentions if m.type == TITLE}
    governed = {called(m) for m in mentions if m.implied or (m.sentence, m.end) in titles}
    return [
        replace(m, type=PROJECT, kind="ConstructionProject", via="project.house", name="")
        if m.type in (PLACE, AGENCY)
        and m.via not in FROM_GAZETTEER
        and _is_one_of(called(m), built)
        and called(m) not in governed
        else m
        for m in mentions
    ]


# 水厂项目在青坊县|云川产业园举行开工仪式: where it is held
_AT = re.compile("[在于](?:[一-鿿]{2,8}[省市县区镇乡村州旗])*$")


def stands_at(text: str, start: int) -> bool:
    """Whether a place that begins there only tells where something is held."""
    return _AT.search(text, max(0, start - 24), start) is not None


def _begun(doc: Document, mentions: Sequence[Mention]) -> Iterator[str]:
    """The sites that a ceremony of their beginning is called after (云川水库开工仪式) or held for (云川水库举行开工仪式)."""
    begins = {
        m.sentence: (m.start, m.start + beginning.start())
        for m in mentions
        if m.type == EVENT and (beginning := _BEGINNING.search(m.text))
    }
    for site in mentions if begins else ():
        if site.type == PLACE and site.via not in FROM_GAZETTEER and site.sentence in begins and _SITE.search(site.text):
            start, end = begins[site.sentence]
            text = doc.sentences[site.sentence].text
            held = site.end < start == end and HOLDS_IT.fullmatch(text, site.end, start) and not stands_at(text, site.start)
            if site.end == end > start or held:
                yield called(site)


_SITE = re.compile("(?:桥|隧道|[公铁]路|高速|大道|水库|水电站|电站|机场|航站楼|码头|园区?|基地|馆|大厦|广场|综合体|水厂|中心)$")


def _is_one_of(name: str, built: set[str]) -> bool:
    """Whether a name is that of something built, or the rear of one: 文化中心 of 湖山县文化中心."""
    return name in built or (len(name) >= 6 and any(house.endswith(name) for house in built))

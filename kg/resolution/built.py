"""Houses and sites that a document speaks of as projects too: 湖山医院 beside 湖山医院项目 is what is being built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import AGENCY, PLACE, PROJECT, TITLE, Mention
from kg.recognition.telling import house_of
from kg.resolution.divisions import FROM_GAZETTEER
from kg.resolution.names import called


def unify_built(mentions: Sequence[Mention]) -> list[Mention]:
    """A house is the project that the document calls after it, unless somebody has a post in it."""
    built = {house for m in mentions if m.type == PROJECT and (house := house_of(called(m)))}
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


def _is_one_of(name: str, built: set[str]) -> bool:
    """Whether a name is that of something built, or the rear of one: 文化中心 of 湖山县文化中心."""
    return name in built or (len(name) >= 6 and any(house.endswith(name) for house in built))

"""Entities to statements: who did what where and when, each with its sentence."""

from __future__ import annotations

from kg.model import Statement
from kg.relations.adoptions import with_adopted
from kg.relations.companions import extract_companions
from kg.relations.containers import extract_containers, with_nearest
from kg.relations.milestones import extract_milestones
from kg.relations.names import extract_names
from kg.relations.notices import extract_notices
from kg.relations.observations import extract_observations
from kg.relations.posts import extract_authors, extract_members, extract_posts, extract_reporters
from kg.relations.rule_files import load_rules
from kg.relations.rules import extract_relations
from kg.relations.statements import Scene
from kg.relations.talks import extract_talks

__all__ = ["Scene", "extract_statements"]


def extract_statements(scene: Scene) -> list[Statement]:
    """All statements of a document; the same statement may come more than once, with different evidence."""
    milestones = extract_milestones(scene)
    relations = with_adopted(scene, [*extract_relations(scene, load_rules()), *extract_names(scene)], milestones)
    found = [
        *extract_posts(scene),
        *extract_members(scene),
        *extract_reporters(scene),
        *extract_authors(scene),
        *extract_notices(scene),
        *relations,
        *extract_companions(scene, relations),
        *extract_talks(scene),
        *extract_containers(scene, relations),
        *milestones,
        *extract_observations(scene),
    ]
    return with_nearest(scene, found)

"""The clause walk: a scene in, its clauses out, each with the entity it is about, which prose names once and then drops.

`splitting` cuts a sentence into clauses, `subjects` finds what a clause names as its subject or else brings up, `pointing` what 该线 and
全县 stand for, `topics` what a paragraph is about before it says so; `walking` carries the topic from clause to clause.
"""

from __future__ import annotations

from kg.relations.clauses.clause import BUILT, NATION, PREPOSITIONS, SUBJECT_TYPES, Clause, blank, has_subject, is_country
from kg.relations.clauses.splitting import dateline_end, split_clauses
from kg.relations.clauses.topics import home_of
from kg.relations.clauses.walking import walk

__all__ = [
    "BUILT",
    "NATION",
    "PREPOSITIONS",
    "SUBJECT_TYPES",
    "Clause",
    "blank",
    "dateline_end",
    "has_subject",
    "home_of",
    "is_country",
    "split_clauses",
    "walk",
]

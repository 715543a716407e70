"""The rules that code carries out rather than a pattern, as `kg/data/literal_rules.csv` lists them.

Of `read` statements `right` were right in all qualifiers: on the 38 development texts and 45 further pages with gold, all by the
real recognition, and for rules that these show seldom on sentences of 148 national transcripts that were judged by reading.
`confidence` is about that share, held towards 0.85 where a rule was seen only a few times.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.recognition.lexicon import rows


@dataclass(frozen=True, slots=True)
class LiteralRule:
    """A rule that code carries out: how sure its statements are and what it reads."""

    id: str
    confidence: float
    description: str


@cache
def load_literal_rules() -> Mapping[str, LiteralRule]:
    """The rules by their identifiers.

    Example:
        >>> load_literal_rules()["observed.age"].description
        'the age of the person beside it'
    """
    return {
        row["rule"]: LiteralRule(row["rule"], float(row["confidence"]), row["description"]) for row in rows("literal_rules")
    }

"""Who of several parties works with whom: 甲与乙、丙、丁签约 is three agreements of 甲's, and none between 乙 and 丙."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise, product

from kg.model import Mention

MANY = 5
"""More parties than these share a cause (27家单位共同发起…); nobody says that each of them works with each other."""
_JOINT = re.compile("[与同跟]")
_AND = re.compile("和|及")
# 甲、乙、丙三方签署
_ALL_SIDES = re.compile("[一-鿿（）]{0,4}[三四五]方")
# 学校与研究院、|甲公司、乙公司签约: the first party is none that anybody knows
_WITH_THESE = re.compile("[与同跟](?:[^，。；：、]{1,12}[、和及])*$")

# 甲国同乙国在|联合国、二十国集团等|多边机制内合作: where they meet
_MET_IN = re.compile("等?[^，。；：]{0,10}?(?:框架|机制|平台|场合|组织|领域)?(?:内|中|下|框架|机制)")

Pair = tuple[Mention, Mention]


def partners(text: str, parties: Sequence[Mention]) -> list[Pair]:
    """The pairs of parties that a list of them, in reading order, means.

    Two are partners, and so are all of an enumeration (甲、乙和丙合作共建); 与 parts those on its two sides; where it stands between
    several pairs (甲与乙、丙与丁签约) these are meant.
    """
    if parties and text[: parties[0].start].endswith(("在", "就")) and _MET_IN.match(text, parties[-1].end):
        return []
    if len(parties) < 3:
        return list(pairwise(parties))
    gaps = [text[one.end : other.start] for one, other in pairwise(parties)]
    joints = [at for at, gap in enumerate(gaps, 1) if _JOINT.search(gap)]
    if not joints and _AND.search(gaps[0]) and not any(map(_AND.search, gaps[1:])):
        joints = [1]  # 甲和乙、丙、丁签约
    if len(joints) == 1 and not _ALL_SIDES.match(text, parties[-1].end):
        return of_two_sides(parties[: joints[0]], parties[joints[0] :])
    if len(joints) > 1:
        return _pair_by_pair(parties, joints)
    if len(parties) > MANY or _WITH_THESE.search(text, 0, parties[0].start):
        return []
    return list(combinations(parties, 2))


def of_two_sides(one: Sequence[Mention], other: Sequence[Mention]) -> list[Pair]:
    """The pairs of parties on two sides; none where many stand on both (甲、乙、丙联合丁、戊、己发起倡议)."""
    return [] if min(len(one), len(other)) > 1 and len(one) + len(other) > MANY else list(product(one, other))


def _pair_by_pair(parties: Sequence[Mention], joints: Sequence[int]) -> list[Pair]:
    """The pairs of 甲与乙、丙与丁; none where a list stands on a side, so that nobody can tell where a pair ends."""
    pairs = [(parties[at - 1], parties[at]) for at in joints]
    return pairs if len(parties) == 2 * len(joints) and all(at % 2 for at in joints) else []

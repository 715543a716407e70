"""Whoever is named right before a number and bears it: a number in its clause in, the team, the person, the body, the place out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import AGENCY, PERSON, PLACE, TITLE, Mention
from kg.relations.numbers import Number

MANNED = ("支队", "大队", "总队", "中队", "部队", "旅", "消防站", "救援站", "分队")
"""What the names of bodies end in whose people and vehicles are counted."""


def team_before(number: Number) -> Mention | None:
    """The team whose people and vehicles are counted right behind its name: 总队调派|甲支队|15车60人、乙支队9车."""
    if number.quantity.unit not in _STRENGTH:
        return None
    text = number.text
    near = next((m for m in reversed(number.clause.outer) if m.type == AGENCY and m.end <= number.start), None)
    if near is None or number.start - near.end > 16 or not text.endswith(MANNED, near.start, near.end):
        return None
    return near if _STRONG.fullmatch(text, near.end, number.start) else None


def person_before(number: Number) -> Mention | None:
    """Who did something so often, named right before: 钱敏主席|12次到基层."""
    if number.quantity.unit != "次":
        return None
    clause = number.clause
    start = next((m.start for m in clause.mentions if m.type == TITLE and m.end == number.start), number.start)
    return next((m for m in clause.outer if m.type == PERSON and m.end in (start, number.start)), None)


def householder(number: Number, people: Sequence[Mention]) -> Mention | None:
    """The farmer or shopkeeper whom a clause tells of by trade and name (种粮大户钱敏流转了|1000亩耕地), of the people of its sentence."""
    text, start = number.text, number.clause.start
    first = next((m for m in people if start <= m.start < number.start), None)
    if first is None or text[first.end] in "、和等的联":
        return None
    return first if _BY_TRADE.fullmatch(text, start, first.start) else None


def issuer(number: Number) -> Mention | None:
    """The body that has issued so many: 乙总局发布|11条路线."""
    bodies = (m for m in number.clause.outer if m.type == AGENCY and m.end <= number.start)
    return next((m for m in bodies if _ISSUES.fullmatch(number.text, m.end, number.start)), None)


def holder_of_one(number: Number) -> Mention | None:
    """The place that has so many, where a subject is one of them: 甲县是乙市|5个贫困县之一."""
    text, end = number.text, number.end
    if number.kind != "count" or "之一" not in text[end : end + 20] or not _ONE_OF.match(text, end):
        return None
    return next((m for m in number.clause.outer if m.type == PLACE and m.end == number.start), None)


_STRENGTH = frozenset(("人", "名", "车", "辆", "台", "艘", "架"))
# 甲支队|15车|60人
_STRONG = re.compile("(?:[0-9]+[余多]?(?:车|辆车?|台车?|艘艇?|架|名?指战员|名|人)[、，和共]?)*")
_ONE_OF = re.compile("[^，。；、0-9]{2,16}之一")
# 甲总局|发布11条线路
_ISSUES = re.compile("(?:今天|日前|近日)?(?:发布|公布|推出)了?(?:约|近|首批)?")
# 今年，种粮大户|钱敏
_BY_TRADE = re.compile(
    "(?:[^，。；]{0,8}，)?(?:[一-鿿]{0,6}的|[一-鿿]{0,2})(?:大户|村民|农户|农民|养殖户|种植户|[果茶菜粮花棉蔗]农|牧民|渔民|店主|老板|司机|农场主|经营者|创业者)"
)

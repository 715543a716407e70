"""Turns in the life of things: clauses in, in reading order, `milestone` claims out for the stage verbs that they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import PROJECT, Mention
from kg.relations.claims import Claim, milestone
from kg.relations.clauses import Clause, blank
from kg.relations.days import Days, tells_length
from kg.relations.stage_subjects import find_subject, is_finished, is_of_other
from kg.relations.stages import (
    FIRST_UNIT,
    Turn,
    Verb,
    find_turns,
    is_ahead,
    is_demanded,
    is_nominal,
    is_wanted,
    load_words,
    verbs_in,
)
from kg.relations.statements import Scene
from kg.relations.works import fellows, listed_works

_RANKS = {"milestone.carried": 3, "milestone.undated": 4}
"""Readings that a better one of the same stage replaces."""


class Turns:
    """Reads clause after clause which things come to which stage, and keeps what their sentence wants or announces."""

    def __init__(self, scene: Scene, days: Days) -> None:
        """`days` are the dates that the document carries on."""
        self.scene = scene
        self.days = days
        self.verbs: list[Verb] = []
        """The stage verbs of the sentence; without any, nothing in it turns."""
        self.wanting = False
        """The sentence so far says what ought to be done."""
        self.coming = False
        """The sentence so far tells what a longer time will bring (2024年，集团将…，建成湖山高铁)."""

    def enter(self, text: str) -> None:
        """Go on to another sentence."""
        self.verbs = verbs_in(text)
        self.wanting = self.coming = False

    def read(self, clauses: tuple[Clause, ...], index: int, text: str, times: Sequence[Mention]) -> Iterator[Claim]:
        """The turns that a clause tells, given its times."""
        clause, plain = clauses[index], ""
        for turn in find_turns(self.verbs, clauses, index, text):
            plain = plain or blank(text, clause)
            before = plain[: turn.start - clause.start]
            if listed := listed_works(self.scene, turn):
                yield from self._list(turn, before, listed, times)
            else:
                yield from self._turn(turn, before, times)
        self._foresee(text[clause.start : clause.end])

    def _foresee(self, words: str) -> None:
        """Note what the clause wants or announces, for those that follow in its sentence."""
        self.wanting = self.wanting or words.startswith(("要", "“要", "届时")) or is_wanted(words) or "要求" in words
        self.coming = self.coming or ("将" in words and _WILL.search(words) is not None)

    def _list(self, turn: Turn, before: str, listed: Sequence[Mention], times: Sequence[Mention]) -> Iterator[Claim]:
        """A list of works that come to a stage together: 此次开工的项目有甲、乙."""
        time = self.days.of_list(turn, before, times)
        if time is None or before.endswith("未"):  # 截至7月底未|开工项目共5个
            return
        ahead = self.days.is_later(time) or is_ahead(before) or (self.coming and self.days.is_running(time))
        for thing in listed:
            span = (turn.start, turn.end)
            yield milestone(turn.clause, thing, time.value, turn.verb.stage, "milestone.list", span, 2, expected=ahead)

    def _turn(self, turn: Turn, before: str, times: Sequence[Mention]) -> Iterator[Claim]:
        """A thing, and what is listed beside it, comes to a stage; `before` are the clause's words before the verb."""
        days, verb = self.days, turn.verb
        preceding = [t for t in times if t.end <= turn.start]
        prepared = _PREPARED.match(turn.after) is not None
        if prepared:  # 为明年|通车|奠定基础: it is to come, and then only
            preceding = [t for t in preceding if turn.text.endswith("为", 0, t.start)]
            if not preceding:
                return
        # 始建于|1958年
        dated = bool(preceding) or (verb.word.endswith("于") and any(t.start == turn.end for t in times))
        wanted = is_wanted(before) or self.wanting or before.startswith(load_words()["wanting"])
        if ((wanted or turn.clause.quoted) and not preceding) or not (prepared or _is_told(turn, before, dated=dated)):
            return  # what somebody says or wants counts where he dates it
        time = days.of_turn(turn, times, preceding)
        if time is not None and not verb.lasts and not days.is_later(time) and not verb.word.endswith("完成"):
            days.remember(turn, time)
        subject, rule = self._subject(turn, before, time, dated=dated)
        if subject is None:
            return
        running = time is not None and time is days.carried and days.is_running(time)
        ahead = wanted or is_ahead(_around_date(turn, before, preceding)) or (self.coming and running)
        if rule == "milestone.verb" and time is not None and time.text in _LATELY and not ahead:
            rule = "milestone.undated"  # 日前，湖山大桥通车
        ahead = ahead or (bool(preceding) and days.is_limit(preceding[-1], turn.text) and not _DONE.search(before))
        ahead = ahead or prepared or (time is not None and days.is_this_year(time) and _may_be_ahead(turn, before))
        if ahead and time is days.carried and not running and not (time and days.is_later(time)):
            time, rule = days.of_term(turn), "milestone.term"
        elif time is None and "已" not in before[-3:]:
            time, rule = days.understood(turn)
        if time is not None:
            yield from self._claims(turn, subject, time, rule, ahead=ahead)

    def _claims(self, turn: Turn, subject: Mention, time: Mention, rule: str, *, ahead: bool) -> Iterator[Claim]:
        """What is claimed of a thing, and of those listed beside it."""
        verb, value = turn.verb, time.value.removesuffix("/..")
        if verb.lasts:
            value, _, end = time.value.partition("/")
            if not end:
                return
        expected = not verb.lasts and (ahead or self.days.is_later(time))
        span, rank = (turn.start, turn.end), _RANKS.get(rule, 1) + _is_of_the_shell(turn)
        yield milestone(turn.clause, subject, value, verb.stage, rule, span, rank, expected=expected)
        for thing in fellows(self.scene, turn, subject):
            yield milestone(turn.clause, thing, value, verb.stage, "milestone.list", span, rank, expected=expected)

    def _subject(self, turn: Turn, before: str, time: Mention | None, *, dated: bool) -> tuple[Mention | None, str]:
        """The thing that turns, and the rule that finds it; None where the verb is said of something else or tells no turn."""
        subject, rule = find_subject(self.scene, turn)
        if subject is None or tells_length(turn, time) or is_of_other(self.scene, turn, subject):
            return None, ""
        if not dated and (rule == "milestone.attributive" or (rule == "milestone.object" and _is_of_many(turn, subject))):
            return None, ""  # 被关闭的银行: nobody says when
        if turn.verb.word.endswith("完成") and not is_finished(turn, before, subject):
            return None, ""
        return subject, "milestone.unit" if turn.verb.word == FIRST_UNIT else rule


_LATELY = ("近日", "日前", "近期", "最近", "不久前", "前不久")
_WILL = re.compile("(?<!即)将(?!近|军|士|[^，。；]{0,12}(?:作为|列入|纳入|视为))")


def _is_told(turn: Turn, before: str, *, dated: bool) -> bool:
    """Whether a verb tells of a turn, rather than names or demands one."""
    if is_demanded(before) or turn.after.startswith("吗"):
        return False
    if not is_nominal(before, turn.after, dated=dated):
        return True
    # 再|开工|湖山大桥
    return before.endswith(("再", "新")) and any(m.start == turn.end and m.type == PROJECT for m in turn.clause.outer)


def _is_of_the_shell(turn: Turn) -> bool:
    """Whether only the main part of a work is finished: 2015年底主体工程|完工，2016年4月全面竣工."""
    return turn.verb.stage == "completed" and "主体" in turn.text[max(turn.clause.start, turn.start - 6) : turn.end]


def _may_be_ahead(turn: Turn, before: str) -> bool:
    """Whether a work's turn of this year may be still to come: nothing tells that it has come about (已建成, 启动了)."""
    return turn.verb.stage in ("started", "completed", "opened") and turn.after[:1] != "了" and not _DONE.search(before)


_PREPARED = re.compile("(?:奠定|打下|打好)了?(?:坚实|良好|扎实)?的?基础|创造了?(?:有利|良好)?的?条件")
# 今年已|建成, 今年以来共|开工
_DONE = re.compile("已|了|共|以来|先后|相继|陆续|刚|曾|累计|新增")
_SO_MANY = re.compile("[0-9一二两三四五六七八九十]{1,3}[余多]?[批项份个]")


def _is_of_many(turn: Turn, subject: Mention) -> bool:
    """Whether a thing is one of many: 发布了三批|《目录》 was not all on the day told of before."""
    return _SO_MANY.search(turn.text, turn.end, subject.start) is not None


def _around_date(turn: Turn, before: str, preceding: Sequence[Mention]) -> str:
    """The words before a verb that tell whether it lies ahead.

    Of a heading that runs into its text those are only the words around the date.
    """
    if not preceding:
        return before
    at = preceding[-1].start - turn.clause.start
    return before[:at].replace(" ", "")[-10:] + before[at:]  # 争取东川铁路和青白铁路今年|开工

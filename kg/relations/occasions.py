"""Numbers of an occasion: the meetings and ceremonies that a document tells of in, with each number that speaks of one."""

from __future__ import annotations

import re
from functools import cache

from kg.model import EVENT, Mention
from kg.relations.clauses import SUBJECT_TYPES, Clause
from kg.relations.indicators import any_of, load_words
from kg.relations.numbers import Number


class Occasions:
    """The event that an article tells of, and what was signed or started there."""

    def __init__(self) -> None:
        """Begin a document."""
        self.event: Mention | None = None
        """The event that the article told of last: 会议现场签约项目20个 is about it."""
        self.article = -1
        self.signed = -1
        """The sentence that tells how many projects its event signed or started."""

    def enter(self, article: int) -> None:
        """Go on to a sentence of an article: what another one told of is forgotten."""
        if article != self.article:
            self.article, self.event = article, None

    def gather(self, sentence: int, text: str) -> None:
        """Note a sentence that speaks of all that an occasion has started or signed."""
        if _gathers(text):
            self.signed = sentence

    def remember(self, clause: Clause, text: str) -> None:
        """Note the event that a clause told of."""
        for mention in clause.outer:
            if mention.type == EVENT and not text.startswith(("精神", "以来", "报告"), mention.end):
                self.event = mention
                return

    def find(self, number: Number) -> Mention | None:
        """The event told of before, where the sentence speaks of it by a common noun or counts who came."""
        event, clause, text = self.event, number.clause, number.text
        if event is None:
            return None
        signs = _SIGNS_LIST.match(text, clause.start, number.start)
        named = any(m.type in SUBJECT_TYPES and m.entity for m in clause.mentions)
        # 此次集中开工项目涵盖三大方面，共计22个，总投资67.7亿元: the ceremony's projects together.
        if signs or _gathers(text) or (not named and _SIGNED_THERE.match(text, clause.start)):
            self.signed = clause.sentence
        came = _attended().search(text, number.end, clause.end)
        if signs or came or _this_meeting().search(text, clause.start, number.start):
            return event
        if named:
            return None
        # 举行推进会上，14个项目动工
        at_it = event.sentence == clause.sentence and event.end < clause.start and text.startswith("上，", event.end)
        # 此次集中开工项目，产业占比高。基础设施项目54个，产业项目132个: the next sentence goes on with their kinds.
        goes_on = self.signed == clause.sentence - 1 and "项目" in text[:10]
        told = at_it or goes_on or self.signed == clause.sentence or _lead(text).startswith(load_words()["meeting"])
        return event if told else None


# 现场签约甲科技城、乙配件等|4个重特大项目
_SIGNS_LIST = re.compile("(?:现场|会上|当天|本次|此次)(?:共|集中)?(?:签约|签订|开工|竣工|投产)(?:了)?[^，。；]+、[^，。；]+等$")
# 共签约、开工项目18个，总投资56.96亿元: what is counted at the event just told of.
_SIGNED_THERE = re.compile(
    r"(?:现场|会上|共|共计|本次|此次|合计|其中)*(?:集中)?(?:签约|签订|开工|竣工|投产)(?:、(?:签约|开工|竣工|投产))?[^，；。]{0,6}(?:项目|协议|合同)"
)


def _gathers(text: str) -> bool:
    """Whether a sentence speaks of all that an occasion has started or signed (此次集中开工项目)."""
    words, lead = load_words(), _lead(text)
    return lead.startswith(words["this"]) and any(w in lead[2:10] for w in words["gathering"])


def _lead(text: str) -> str:
    """A sentence without the words that tell where it is known from."""
    return text.lstrip("据悉了解介绍，、 　")


@cache
def _attended() -> re.Pattern[str]:
    """Who came to a meeting: 120名客商|参加大会."""
    return re.compile(f"(?:{any_of('attending').pattern})(?:{any_of('meeting').pattern})")


@cache
def _this_meeting() -> re.Pattern[str]:
    """A meeting pointed to: 本次展会签约|20个项目."""
    return re.compile(f"(?:{any_of('this').pattern})(?:{any_of('meeting').pattern})")

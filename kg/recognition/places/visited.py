"""Places told by being visited, whatever their head noun: 前往海口国际免税城、海南商业航天发射场，调研…."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognition.divisions import DIVISION_END
from kg.recognition.phrases import boundary_words, counts, is_proper, is_unknown
from kg.recognition.spans import Span, items_of
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Words

_VISITED = re.compile(
    r"(?:来到|前往|走进|深入|先后到|赴|到|察看|查看|考察|走访|调研|参观|检查)了?((?:[^，。；：、了的]{2,26}、){0,8}?[^，。；：、了的]{2,26}?)"
    r"(?=(?:等地|等|[和及以]{1,2}(?:有关|部分|相关)[^，。；、]{2,6})?(?:，[^，。；]{0,4}(?:了解|调研|察看|查看|看望|考察|检查|慰问|听取|参观|走访|督导)|(?:进行)?(?:实地)?(?:调研|考察|检查|视察|看望|慰问|督导)))"
)
_HOME_OF = re.compile("(?:家|家中|家里|户|人员|群众|村民|职工|现场|一线|地头|车间|企业|单位|部门|工地|窗口|学生|老人)$")
# 察看|徐闻港全貌, 参观|教育基地展陈: what is seen there is not where it is
_VIEWS = ("全貌", "概貌", "全景", "展陈", "情况")


def find_visited_places(words: Words, known: Mapping[int, int], bodies: Mapping[int, int]) -> list[Span]:
    """What is said to be visited, whatever its head noun: 前往海口国际免税城、海南商业航天发射场，调研….

    Args:
        known: Begin by end of the divisions and settlements in the sentence.
        bodies: The same for the organizations.
    """
    text = words.text
    found: list[Span] = []
    begins = frozenset(known.values())
    for visit in _VISITED.finditer(text):
        items = items_of(text, *visit.span(1))
        for start, end in items:
            taken = any(a < end and start < b for b, a in bodies.items()) or end in known
            if taken or text.endswith(_VIEWS, start, end):
                continue
            if start not in begins:
                tokens = words.between(start, end)
                named = len(items) >= 3 and end - start >= 4
                named = named and (
                    any(is_proper(t) for t in tokens) or (end - start >= 5 and sum(is_unknown(t) for t in tokens) >= 2)
                )
                if named and _is_site(words, start, end) and not _HOME_OF.search(text[start:end]):
                    found.append(Span(start, end, "place.visited"))
                continue
            place = max((b for b, a in known.items() if start <= a and b < end and (a == start or a in known)), default=start)
            if _is_site(words, place, end):  # 景洪市曼景罕居民小组, but 海口国际免税城
                full = text[start:place].endswith(DIVISION_END) and place - start > 2
                found.append(Span(place if full else start, end, "place.visited"))
    return found


def _is_site(words: Words, start: int, end: int) -> bool:
    """Whether the words after a division's name are a noun phrase of more than common nouns: 国际免税城, not 企业."""
    tokens = words.between(start, end)
    return (
        end - start >= 3
        and words.are_whole(start, end)
        and tokens[-1].tag[:1] in ("n", "s", "", "x", "k", "g", "j")
        and not counts(words.text[start:end])
        and tokens[0].tag != "v"
        and not any(
            (t.tag[:1] in ("p", "c", "u", "d", "r", "m") and len(t.text) == 1) or t.text in boundary_words() for t in tokens
        )
        and any(t.text not in generic_names() for t in tokens)
    )

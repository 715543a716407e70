"""States as they speak and act in national news: the sides of talks (泰方, 中方) and heads of state by a bare title (习近平主席)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg.recognition.divisions import foreign_countries
from kg.recognition.lexicon import Names, rows

# 中国愿同各方一道…, 泰方坚定支持…, 来华出席会议
_SIDE = re.compile(
    "(?P<letter>[一-鿿])方(?=愿|将|高度|支持|坚定|坚持|赞赏|感谢|欢迎|期待|重视|始终|恪守|希望|认为|积极|加强|深化|携手|[，、一进]|同[一-鿿]方|在)"
    "|(?<=[来访赴])华(?![北东南西中山侨人夏语为盛裔商文])"
    "|(?<![一-鿿])中国(?=愿|同|与|和|为|将(?!军)|已|正|始终|坚持|坚定|支持|高度|一贯|一直|牢固|主张|致力|积极|不断|不会|不谋|从不|也|还|是(?!否))"
)


def sides_of(text: str) -> dict[str, str]:
    """The countries of a text by the character that stands for them in 泰方; none where two begin with the same one.

    Example:
        >>> sides_of("总理同泰国总理会谈，尼泊尔与尼日尔的代表到会。泰方愿合作。")
        {'中': '中国', '尼': '', '泰': '泰国'}
    """
    if not any(word in text for word in ("方", "中国", "来华", "访华", "赴华")):
        return {}
    found = {"中": "中国"}
    for name in sorted({text[start:end] for start, end in _countries().find(text)}):
        known = found.setdefault(name[0], name)
        found[name[0]] = known if known and name.startswith(known) else ""
    return found


@lru_cache(maxsize=1)
def _countries() -> Names:
    return Names(foreign_countries())


def find_sides(text: str, sides: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The places of a sentence where a country speaks or acts as a party, each as start, end and country."""
    if sides and ("方" in text or "华" in text or "中国" in text):
        for match in _SIDE.finditer(text):
            if country := sides.get(match["letter"] or "中"):
                yield match.start(), match.end(), country


@lru_cache(maxsize=1)
def _heads() -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """By name and title the months somebody led a state or its government, the last one empty while he does, and the state."""
    heads: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for row in rows("heads_of_state"):
        heads.setdefault((row["name"], row["title"]), []).append((row["from"], row["until"], row["country"]))
    return heads


def is_head_of_state(name: str) -> bool:
    """Whether somebody of the name is or was the head of a state.

    Example:
        >>> is_head_of_state("习近平"), is_head_of_state("王大河")
        (True, False)
    """
    return (name, "主席") in _heads()


def state_of(name: str, title: str, published: str) -> str:
    """The state whose head, or the head of whose government, a name and a bare title mean in a text of a day, or an empty string.

    Example:
        >>> state_of("习近平", "主席", "2023-10-19"), state_of("习近平", "主席", "2011-04"), state_of("王大河", "主席", "2023-10-19")
        ('中国', '', '')
    """
    for start, end, country in _heads().get((name, title), ()):
        if start <= published and (not end or published[:7] <= end):
            return country
    return ""

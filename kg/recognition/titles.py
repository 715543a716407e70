"""Titles of posts, with their variants (副, 常务副, 代, 原 …), as the lexicon allows them."""

from __future__ import annotations

from functools import lru_cache

from kg.recognition.lexicon import rows

# Kinds of the lexicon that show a name is near but are no posts.
_NO_POSTS = frozenset(("Occupation", "Honorific", "Honorary"))
# A body's last character before a title, where a dictionary word holds both (市委书记, 党组书记).
_BODY_END = frozenset("委组部局会院协联厅署府支队办处站校校室厂公司团")


@lru_cache(maxsize=1)
def titles() -> dict[str, dict[str, str]]:
    """All titles with their variants, each with its row."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("titles"):
        prefixes = list(filter(None, row["prefixes"].split("|")))
        found[row["title"]] = row
        for prefix in prefixes:
            found.setdefault(prefix + row["title"], row)
            if prefix in ("原", "时任", "前"):
                for other in prefixes:
                    if "副" in other:
                        found.setdefault(prefix + other + row["title"], row)
    return found


def is_post(title: str) -> bool:
    """Whether a title is a post one holds in a body, not an occupation or a form of address (村民, 同志)."""
    return titles()[title]["kind"] not in _NO_POSTS


@lru_cache(maxsize=1)
def _sizes_by_end() -> dict[str, tuple[int, ...]]:
    """The lengths of titles of two characters and more by their last two, the longest first."""
    sizes: dict[str, set[int]] = {}
    for name in titles():
        if len(name) > 1:
            sizes.setdefault(name[-2:], set()).add(len(name))
    return {end: tuple(sorted(found, reverse=True)) for end, found in sizes.items()}


def title_ending(text: str, end: int) -> tuple[int, int] | None:
    """The longest title that ends at a position.

    Example:
        >>> title_ending("金山区副区长李明", 6)
        (3, 6)
    """
    for size in _sizes_by_end().get(text[end - 2 : end], ()) if end > 1 else ():
        if size <= end and text[end - size : end] in titles():
            return end - size, end
    return None


@lru_cache(maxsize=1)
def title_finals() -> frozenset[str]:
    """The last characters of titles."""
    return frozenset(name[-1] for name in titles())


@lru_cache(maxsize=1)
def _starts() -> dict[str, tuple[str, ...]]:
    """The titles used in address by their first two characters, the longest first."""
    by: dict[str, list[str]] = {}
    for name, row in titles().items():
        if row["address"] == "1" and len(name) >= 2:
            by.setdefault(name[:2], []).append(name)
    return {head: tuple(sorted(names, key=len, reverse=True)) for head, names in by.items()}


# Words that begin as a title in address does.
_LONGER = ("主席台", "主席团", "委员会")


def title_starting(text: str, at: int) -> str:
    """The longest title used in address (刘健区长) that begins at a position, or an empty string."""
    for name in _starts().get(text[at : at + 2], ()):
        if text.startswith(name, at) and not text.startswith(_LONGER, at):
            return name
    return ""


def title_within(word: str) -> int:
    """Where a dictionary word of body and title divides (市委|书记), 0 for other words.

    Example:
        >>> title_within("市委书记"), title_within("副总经理"), title_within("图书记号")
        (2, 0, 0)
    """
    if len(word) < 3 or word in titles():
        return 0
    for size in range(2, len(word)):
        if word[size:] in titles() and word[size - 1] in _BODY_END:
            return size
    return 0

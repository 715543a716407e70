"""Words and their part of speech from jieba's dictionary, by a tokenizer of our own: evidence for boundaries, never the answer."""

from __future__ import annotations

import csv
from bisect import bisect_left
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import rjieba


@lru_cache(maxsize=1)
def _own_words() -> dict[str, tuple[int, str]]:
    """The words of `kg/data/words.csv`, which jieba lacks or should not have, with their frequency and part of speech."""
    lines = files("kg").joinpath("data", "words.csv").read_text(encoding="utf-8").splitlines()
    return {row["word"]: (int(row["frequency"]), row["tag"]) for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def _cutter() -> rjieba.Jieba:
    """jieba's port to Rust: the same words as `jieba.cut(text, HMM=False)` in a twentieth of its time."""
    cutter = rjieba.Jieba()
    for word, (count, kind) in _own_words().items():
        cutter.add_word(word, count, kind)
    return cutter


@lru_cache(maxsize=1)
def _lines() -> list[str]:
    """jieba's dictionary in order, a line a word: the word, how often it occurs, its part of speech.

    A look-up halves this list: making a mapping of it takes ten times as long as reading it.
    """
    jieba = find_spec("jieba")
    assert jieba is not None
    assert jieba.origin is not None
    return sorted(Path(jieba.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines())


@lru_cache(maxsize=1 << 17)
def _entry(word: str) -> tuple[int, str]:
    """Frequency and part of speech of a word; 0 and an empty string for unknown ones."""
    if own := _own_words().get(word):
        return own
    head = word + " "
    lines = _lines()
    at = bisect_left(lines, head)
    if at == len(lines) or not lines[at].startswith(head):
        return 0, ""
    _, count, kind = lines[at].split(" ")
    return int(count), kind


def cut(text: str) -> list[str]:
    """The words of a text by dictionary alone (no hidden Markov model: faster and free of invented words).

    Example:
        >>> cut("在金山经开区召开会议")
        ['在', '金山', '经开区', '召开', '会议']
    """
    return _cutter().cut(text, False)


def tag(word: str) -> str:
    """A word's part of speech as jieba's dictionary gives it (`n`, `ns`, `nr`, `v`, …), empty for words not in it."""
    return _entry(word)[1]


def frequency(word: str) -> int:
    """How often a word occurs in the corpus behind jieba's dictionary; 0 for unknown ones."""
    return _entry(word)[0]


def crosses_word(left: str, right: str) -> bool:
    """Whether a word runs across the seam of two texts.

    Example:
        >>> crosses_word("上海环境再生能源有", "限公司二期项目")
        True
        >>> crosses_word("金山加快转型", "今年6月，项目落地")
        False
    """
    left = left[-6:]
    at = 0
    for word in cut(left + right[:6]):
        at += len(word)
        if at == len(left):
            return False
        if at > len(left):
            return len(word) > 1 and not word.isascii()
    return False

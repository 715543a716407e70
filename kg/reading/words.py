"""Words and their part of speech from jieba's dictionary, by a tokenizer of our own: evidence for boundaries, never the answer."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from math import log
from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """jieba's words and those of the genre that it lacks (`kg/data/words.csv`)."""

    counts: dict[str, int]
    """How often each occurs in the corpus behind jieba's dictionary."""
    tags: dict[str, str]
    """Part of speech: `n`, `ns`, `nr`, `v`, …"""
    total: int


@lru_cache(maxsize=1)
def _dictionary() -> _Dictionary:
    # Read here rather than by jieba, whose own loading takes as long again: three fields a line, none with a blank in it.
    jieba = find_spec("jieba")
    assert jieba is not None
    assert jieba.origin is not None
    fields = Path(jieba.origin).with_name("dict.txt").read_text(encoding="utf-8").split()
    numbers = list(map(int, fields[1::3]))
    counts, tags = dict(zip(fields[0::3], numbers, strict=True)), dict(zip(fields[0::3], fields[2::3], strict=True))
    total = sum(numbers)
    for row in csv.DictReader(files("kg").joinpath("data", "words.csv").read_text(encoding="utf-8").splitlines()):
        counts[row["word"]], tags[row["word"]] = int(row["frequency"]), row["tag"]
        total += int(row["frequency"])
    return _Dictionary(counts, tags, total)


def word_tags() -> dict[str, str]:
    """Part of speech by word, as jieba's dictionary gives it (`n`, `ns`, `nr`, `v`, …)."""
    return _dictionary().tags


_Seconds = dict[str, tuple[float, bool]]
_NO_WORD = float("-inf")


@dataclass(frozen=True, slots=True)
class _Weights:
    """The dictionary laid out for cutting: the log probability of each word, `_NO_WORD` where a text only begins words."""

    longer: dict[str, float]
    """Of words of three characters and more."""
    unknown: float
    """Of a character that is no word."""
    begins: dict[str, tuple[float, _Seconds]]
    """By first character: its own weight, and by second character the weight of the two and whether longer words begin so."""


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    dictionary = _dictionary()
    total = log(dictionary.total)
    unknown = -total
    longer: dict[str, float] = {}
    pairs: dict[str, float] = {}
    begins: dict[str, tuple[float, _Seconds]] = {}
    for word, count in dictionary.counts.items():
        weight = log(count) - total if count else _NO_WORD
        size = len(word)
        if size == 2:
            pairs[word] = weight
        elif size == 1:
            begins[word] = (weight if count else unknown, {})
        else:
            longer[word] = weight
    for word in list(longer):
        for size in range(len(word) - 1, 2, -1):
            if word[:size] in longer:
                break
            longer[word[:size]] = _NO_WORD
    go_on = {word[:2] for word in longer}
    for pair in go_on:
        pairs.setdefault(pair, _NO_WORD)
    for pair, weight in pairs.items():
        begins.setdefault(pair[0], (unknown, {}))[1][pair[1]] = (weight, pair in go_on)
    return _Weights(longer, unknown, begins)


# What jieba takes for the characters of words; each other character is a word by itself.
_RUN = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+)")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def cut(text: str) -> list[str]:
    """The words of a text by dictionary alone (no hidden Markov model: faster and free of invented words).

    The same words as `jieba.cut(text, HMM=False)`, found in a fraction of its time: most pairs of characters begin no word, and one
    look-up tells.
    """
    found: list[str] = []
    for index, piece in enumerate(_RUN.split(text)):
        if index % 2:
            _cut_run(piece, found)
        elif piece:
            found += piece if "\r\n" not in piece else _LINE_END.findall(piece)
    return found


_LINE_END = re.compile(r"\r\n|.", re.DOTALL)


def _cut_run(text: str, found: list[str]) -> None:
    """Append the words of a run of word characters: the cut with the highest product of their frequencies."""
    weights = _weights()
    longer, begins = weights.longer.get, weights.begins.get
    nothing: tuple[float, _Seconds] = (weights.unknown, {})
    size = len(text)
    best = [0.0] * (size + 1)
    ends = [0] * size
    # From the end leftwards: the best cut of each rest of the run. Of equals the longer word is taken.
    after, following, at = 0.0, "", size
    for char in text[::-1]:
        at -= 1
        end = at + 1
        score, seconds = begins(char, nothing)
        score += after
        # Most pairs of characters begin no word: this one look-up ends the work on them.
        if following in seconds:
            weight, goes_on = seconds[following]
            weight += best[at + 2]
            if weight >= score:
                score, end = weight, at + 2
            stop = at + 3
            while goes_on and stop <= size and (own := longer(text[at:stop])) is not None:
                if own + best[stop] >= score:
                    score, end = own + best[stop], stop
                stop += 1
        best[at] = after = score
        ends[at] = end
        following = char
    at = 0
    letters = -1  # where a run of single letters and digits began
    while at < size:
        end = ends[at]
        if end == at + 1 and text[at] in _LETTERS:
            if letters < 0:
                letters = at
        else:
            if letters >= 0:
                found.append(text[letters:at])
                letters = -1
            found.append(text[at:end])
        at = end
    if letters >= 0:
        found.append(text[letters:])


def tag(word: str) -> str:
    """A word's part of speech, or an empty string for words not in the dictionary."""
    return word_tags().get(word, "")


def frequency(word: str) -> int:
    """How often a word occurs in the corpus behind jieba's dictionary; 0 for unknown ones."""
    return _dictionary().counts.get(word, 0)


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

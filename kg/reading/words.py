"""Words and their part of speech from jieba's dictionary, by a tokenizer of our own: evidence for boundaries, never the answer."""

from __future__ import annotations

import csv
import logging
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for word, frequency, _ in _own_words():
        tokenizer.add_word(word, frequency)
    return tokenizer


@lru_cache(maxsize=1)
def _own_words() -> list[tuple[str, int, str]]:
    """Words of the genre that jieba's dictionary lacks, with frequency and part of speech, from `kg/data/words.csv`."""
    rows = csv.DictReader(files("kg").joinpath("data", "words.csv").read_text(encoding="utf-8").splitlines())
    return [(row["word"], int(row["frequency"]), row["tag"]) for row in rows]


@lru_cache(maxsize=1)
def _tags() -> dict[str, str]:
    """Part of speech by word, as jieba's dictionary gives it (`n`, `ns`, `nr`, `v`, …)."""
    with _tokenizer().get_dict_file() as file:
        rows = (line.decode("utf-8").split(" ") for line in file)
        known = {row[0]: row[2].strip() for row in rows if len(row) == 3}
    return known | {word: kind for word, _, kind in _own_words()}


def cut(text: str) -> list[str]:
    """The words of a text by dictionary alone (no hidden Markov model: faster and free of invented words)."""
    return list(_tokenizer().cut(text, HMM=False))


def tag(word: str) -> str:
    """A word's part of speech, or an empty string for words not in the dictionary."""
    return _tags().get(word, "")


def frequency(word: str) -> int:
    """How often a word occurs in the corpus behind jieba's dictionary; 0 for unknown ones."""
    return int(_tokenizer().FREQ.get(word, 0) or 0)


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

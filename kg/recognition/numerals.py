"""Numerals as the Chinese press prints them, Arabic, Chinese or mixed, in; exact `Decimal` numbers out."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000}
SECTIONS = {"万": 10**4, "亿": 10**8}

FOLD = str.maketrans("０１２３４５６７８９％．：／（）～○", "0123456789%.:/()~〇")
"""Width folding that keeps every offset: one character becomes one character."""
_FOLDED = re.compile(f"[{''.join(map(chr, FOLD))}]")


def fold_digits(text: str) -> str:
    """The text by `FOLD`; most sentences have nothing to fold, which is told faster than done."""
    return text.translate(FOLD) if _FOLDED.search(text) else text


@lru_cache(maxsize=10_000)
def parse_numeral(text: str) -> Decimal | None:
    """The number a numeral stands for.

    Args:
        text: A whole numeral such as ``32.7亿``, ``3千5百万``, ``三百二十万``, ``二〇二一`` or ``12,000``.

    Returns:
        The exact number, or None where the characters are no numeral (``七八`` names a range, ``十三五`` a plan).

    Example:
        >>> parse_numeral("32.7亿"), parse_numeral("三百二十万"), parse_numeral("七八")
        (Decimal('3270000000.0'), Decimal('3200000'), None)
    """
    text = fold_digits(text).replace(",", "")
    if not text:
        return None
    if len(text) >= 4 and all(char in DIGITS for char in text):
        return Decimal("".join(str(DIGITS[char]) for char in text))
    total = Decimal(0)
    section = Decimal(0)
    number: Decimal | None = None
    last_scale = 0
    zero = False
    i = 0
    while i < len(text):
        char = text[i]
        if char in "0123456789.":
            end = i
            while end < len(text) and text[end] in "0123456789.":
                end += 1
            if number is not None:
                return None
            try:
                number = Decimal(text[i:end])
            except InvalidOperation:
                return None
            i = end
            continue
        if char in DIGITS:
            zero = zero or DIGITS[char] == 0
            if number is not None and number != 0:
                return None
            number = Decimal(DIGITS[char])
        elif char in SCALES:
            # 三百十 leaves out the one; a scale may not grow within its section (三十百).
            section += (Decimal(1) if number is None or (number == 0 and zero and section) else number) * SCALES[char]
            number, last_scale, zero = None, SCALES[char], False
        elif char in SECTIONS:
            section += number or 0
            if char == "亿":
                total = (total + section) or Decimal(1)
                total *= SECTIONS[char]
            else:
                total += (section or Decimal(1)) * SECTIONS[char]
            section, number, last_scale, zero = Decimal(0), None, SECTIONS[char], False
        else:
            return None
        i += 1
    if number is not None and last_scale >= 100 and not zero and len(text) >= 3 and text[-1] in DIGITS:
        number *= last_scale // 10  # 一百二 is 120, 三万五 is 35000
    return total + section + (number or 0)

"""Bytes to text: UTF-8 with or without a mark, UTF-16 with one, or GB18030; anything else is refused in one line."""

from __future__ import annotations

import codecs
from pathlib import Path

from kg.errors import InputError

# Characters of GB 2312's two levels and ASCII make up nearly all real Chinese news; bytes of another encoding read as GB18030 scatter
# over the rare planes instead.
_LEAST_COMMON_SHARE = 0.85


def read_text(path: Path) -> str:
    """Read a file as text with newlines as ``\\n``.

    Raises:
        InputError: Where the file cannot be read, is empty, binary, or in an encoding other than those above.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        return decode(data)
    except InputError as error:
        raise InputError(f"{path}: {error}") from None


def decode(data: bytes) -> str:
    """Decode bytes as `read_text` does.

    Example:
        >>> decode("金山".encode("gb18030"))
        '金山'
    """
    if not data.strip():
        raise InputError("is empty")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
        if "\ufffd" in text:
            raise InputError("is not valid UTF-16 although it starts as such; save it as UTF-8")
    elif data.count(b"\0") * 100 > len(data):
        raise InputError("is binary, not text; only .txt and .md files in UTF-8 or GB18030 are read")
    else:
        text = _decode_unmarked(data)
    # A stray NUL in a text is a blank; many of them are the mark of another kind of file.
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    if not text.strip():
        raise InputError("is empty")
    return text


def _decode_unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise InputError("is neither UTF-8 nor GB18030 text; save it as UTF-8") from None
    sample = text[:20000]
    common = sum(1 for char in sample if _is_common(char))
    if common < _LEAST_COMMON_SHARE * len(sample):
        raise InputError("is neither UTF-8 nor GB18030 text; save it as UTF-8")
    return text


def _is_common(char: str) -> bool:
    if char.isascii():
        return char.isprintable() or char.isspace()
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return char in "—·•"
    return True

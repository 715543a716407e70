"""Local identifiers to IRIs and back: readable Chinese stays, only what RFC 3987 forbids in a path is percent-escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from kg.errors import DataError

DEFAULT_BASE = "https://kg.example.org/"
"""A reserved example domain (RFC 2606): the project owns no other."""

# isegment characters of RFC 3987 plus "/": unreserved, sub-delims, ":", "@" and ucschar. Bidirectional formatting characters
# (section 4.1) and private-use characters are not allowed in a path; "%" is escaped so that escaping can be undone.
_FORBIDDEN = re.compile(
    "[^A-Za-z0-9\\-._~!$&'()*+,;=:@/"
    "\u00a0-\u200d\u2010-\u2029\u202f-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)
_BASE = re.compile(r"(https?://|urn:)[^\s<>\"{}|\\^`]*[/#:]")


def escape(local: str) -> str:
    """The path of an identifier as it stands in an IRI.

    Example:
        >>> escape("agency/中共金山区委员会_310116"), escape("document/100% 达标?")
        ('agency/中共金山区委员会_310116', 'document/100%25%20达标%3F')
    """
    return _FORBIDDEN.sub(_percent, local)


@lru_cache(maxsize=1 << 16)  # the same things are written again and again
def to_iri(local: str, base: str = DEFAULT_BASE) -> str:
    """The IRI of a local identifier.

    Example:
        >>> to_iri("person/刘健_310116")
        'https://kg.example.org/person/刘健_310116'
    """
    return base + escape(local)


def to_local(iri: str, base: str = DEFAULT_BASE) -> str | None:
    """The local identifier of an IRI, or None where the IRI is not under `base`.

    Example:
        >>> to_local("https://kg.example.org/document/100%25%20达标%3F")
        'document/100% 达标?'
    """
    return unquote(iri[len(base) :]) if iri.startswith(base) else None


def check_base(base: str) -> str:
    """The base as given, where identifiers can be appended to it.

    Raises:
        DataError: Where it is no absolute IRI that ends in a separator.

    Example:
        >>> check_base("https://news.example.net/kg/")
        'https://news.example.net/kg/'
    """
    if not _BASE.fullmatch(base):
        raise DataError(f"base {base!r} is no IRI to mint under; give one such as {DEFAULT_BASE} (it ends in “/”, “#” or “:”)")
    return base


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))

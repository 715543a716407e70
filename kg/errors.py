"""Everything that can go wrong in kg, as one small tree: catch `KGError` and you catch them all."""

from __future__ import annotations


class KGError(Exception):
    """Base of all errors raised on purpose; its text is one line a user can act on."""


class InputError(KGError):
    """A file or folder given to a build cannot be read as text."""


class DataError(KGError):
    """A lexicon, a rule file or the ontology is malformed; the text names file and line or rule."""


class QueryError(KGError):
    """A SPARQL query or a named question cannot be answered as asked."""


class ExportError(KGError):
    """An output cannot be written."""


class MissingExtraError(KGError):
    """A feature needs a package that is not installed; the text says how to install it."""

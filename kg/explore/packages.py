"""Packages of the extra `notebook`, imported only where a feature needs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kg.errors import MissingExtraError


def need(module: str) -> Any:
    """The module, or one clear line on how to get it.

    Raises:
        MissingExtraError: Where its package is not installed.

    Example:
        >>> need("json").dumps([1])
        '[1]'
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise MissingExtraError(f"this needs {package}: in kg's folder, pip install '.[notebook]'") from error

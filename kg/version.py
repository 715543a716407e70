"""The installed version of kg."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def package_version() -> str:
    """The version that is installed, `0` in a bare checkout."""
    try:
        return version("zhkg")
    except PackageNotFoundError:
        return "0"

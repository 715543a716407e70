"""The decorator of small immutable values that a build makes by the hundred thousand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a dataclass with slots that type checkers treat as frozen.

    A frozen dataclass sets each field through `object.__setattr__`, which takes seven times as long as making the same object without
    the guard (2.2 against 0.3 microseconds for a mention). Who writes to one is told by mypy, not at run time.

    Example:
        >>> @record
        ... class Point:
        ...     x: int
        ...     y: int = 0
        >>> Point(1) == Point(1, 0), len({Point(1), Point(1, 0)})
        (True, 1)
    """
    return dataclass(slots=True, unsafe_hash="__hash__" not in vars(cls))(cls)

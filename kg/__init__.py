"""Chinese official news in, a knowledge graph out, every edge with its sentence.

Example:
    >>> import kg
    >>> "build_graph" in dir(kg)
    True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

    from kg.build import build as build_graph
    from kg.build import write as write_graph
    from kg.errors import KGError
    from kg.extension import extend_graph
    from kg.graph import KnowledgeGraph

__all__ = ["KGError", "KnowledgeGraph", "build_graph", "extend_graph", "load", "write_graph"]

# Imported at first use, so that `import kg` and `kg --help` take no time. `kg.build` is a module that can be called;
# `build_graph` is the same function under a name that imports cleanly.
_HOMES: Final = {
    "KGError": ("kg.errors", "KGError"),
    "KnowledgeGraph": ("kg.graph", "KnowledgeGraph"),
    "build_graph": ("kg.build", "build"),
    "extend_graph": ("kg.extension", "extend_graph"),
    "write_graph": ("kg.build", "write"),
}


def load(folder: str | Path) -> KnowledgeGraph:
    """Open the graph that `kg build` or `write_graph` wrote to a folder.

    Raises:
        InputError: Where the folder holds no build.
    """
    from kg.graph import KnowledgeGraph

    return KnowledgeGraph.load(folder)


def __getattr__(name: str) -> Any:
    if name == "build":
        return import_module("kg.build")
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""Imports run one way, from reading to the command line: no module imports from a layer that stands after its own."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import kg

ROOT = Path(kg.__file__).parent
# A module or package may import from its own row and from the rows above it. `kg.export.tables` stands apart from the rest of
# `kg.export`: the graph loads what it wrote. `kg.reading.words` (jieba's dictionary) serves recognition too.
LAYERS = (
    ("kg.errors", "kg.model", "kg.version"),
    ("kg.ids", "kg.ontology"),
    ("kg.reading",),
    ("kg.recognition",),
    ("kg.resolution",),
    ("kg.relations",),
    ("kg.export.tables",),
    ("kg.graph",),
    ("kg.export",),
    ("kg.query",),
    ("kg.validation", "kg.explain"),
    ("kg.explore",),
    ("kg.build",),
    ("kg.extension",),
    ("kg.cli", "kg"),
)
# Imports inside functions that lead to a later layer, each with its reason.
LATER = {
    ("kg.graph", "kg.export"): "methods of KnowledgeGraph that hand it over as RDF",
    ("kg.graph", "kg.query"): "KnowledgeGraph.query",
    ("kg.graph", "kg.explore"): "methods of KnowledgeGraph for notebooks",
    ("kg.export", "kg.query"): "the base of a finished build is read from its store",
    ("kg.query", "kg.validation"): "commands of `kg` that live in kg.query.commands",
}
# Loaded only where they are needed: `import kg` and `kg --help` take no time.
HEAVY = {"pyvis", "pandas", "matplotlib", "pyshacl", "pyarrow", "IPython", "jieba"}


@cache
def modules() -> dict[str, Path]:
    """The package's modules by dotted name."""
    names = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = ("kg", *path.relative_to(ROOT).with_suffix("").parts)
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


def imports(name: str, *, lazy: bool) -> Iterator[str]:
    """What a module imports when it is loaded, or (`lazy`) later, inside functions; imports for type checkers alone are no imports."""
    stack: list[tuple[ast.AST, bool]] = [(tree(name), False)]
    while stack:
        node, inside = stack.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.ImportFrom) and inside == lazy:
            assert node.level == 0, f"{name}: relative import"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in modules() else str(node.module)
        elif isinstance(node, ast.Import) and inside == lazy:
            yield from (alias.name for alias in node.names)
        inside = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        stack += [(child, inside) for child in ast.iter_child_nodes(node)]


def layer(name: str) -> tuple[int, str]:
    """The row of a module, and the part of the package that the row names; the longest name that fits."""
    fits = [(len(part), row, part) for row, parts in enumerate(LAYERS) for part in parts if f"{name}.".startswith(f"{part}.")]
    _, row, part = max(fits)
    assert part != "kg" or name == "kg", f"{name} has no place in LAYERS"
    return row, part


def edges(*, lazy: bool) -> Iterator[tuple[str, str]]:
    """Pairs of modules of the package, the first importing the second."""
    for name in modules():
        yield from ((name, other) for other in imports(name, lazy=lazy) if other in modules())


def test_every_layer_exists() -> None:
    assert {part for row in LAYERS for part in row} <= set(modules())


def test_modules_import_no_later_layer_when_loaded() -> None:
    assert [f"{one} imports {two}" for one, two in edges(lazy=False) if layer(one)[0] < layer(two)[0]] == []


def test_parts_of_one_layer_do_not_import_one_another() -> None:
    pairs = [(layer(one), layer(two), one, two) for one, two in edges(lazy=False)]
    assert [f"{one} imports {two}" for a, b, one, two in pairs if a[0] == b[0] and a[1] != b[1]] == []


def test_imports_inside_functions_lead_on_only_where_listed() -> None:
    later = {(layer(one)[1], layer(two)[1]) for one, two in edges(lazy=True) if layer(one)[0] < layer(two)[0]}
    assert later == set(LATER)


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {name: set() for name in modules()}
    for one, two in edges(lazy=False):
        graph[one].add(two)
    assert len(list(graphlib.TopologicalSorter(graph).static_order())) == len(graph)


def test_heavy_packages_are_loaded_where_they_are_needed() -> None:
    eager = {(name, other.partition(".")[0]) for name in modules() for other in imports(name, lazy=False)}
    assert [pair for pair in sorted(eager) if pair[1] in HEAVY] == []

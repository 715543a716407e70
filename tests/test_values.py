"""Values stay as they were made: only an object's own methods write to its fields.

`kg.model` and the small records of each stage are not frozen at run time, for the sake of speed; this test stands in for the guard.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import kg

ROOT = Path(kg.__file__).parent
WRITTEN = {
    ("build.py", "sys.modules[__name__].__class__"): "makes the module callable",
    ("recognition/steps.py", "it"): "the one reading of a sentence that all steps fill",
    ("relations/clauses/walking.py", "self.memory.latest"): "the walk's own memory",
    ("relations/readings.py", "self.periods.period"): "the reader's own periods",
}


def writes(source: str) -> Iterator[ast.Attribute]:
    """The fields of other objects than `self` that a module's source assigns to or deletes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load) and ast.unparse(node.value) != "self":
            yield node


def test_a_write_is_seen() -> None:
    source = "m.text = ''\nself.x = m.kind\na, m.end = 1, 2\ndel s.pieces\nm.start += 1"
    assert {ast.unparse(w) for w in writes(source)} == {"m.text", "m.end", "s.pieces", "m.start"}


def test_no_module_writes_to_a_value() -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), ast.unparse(write.value if ast.unparse(write.value) == "it" else write))
        for path in ROOT.rglob("*.py")
        for write in writes(path.read_text(encoding="utf-8"))
    }
    assert found == set(WRITTEN)

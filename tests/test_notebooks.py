"""The notebooks run from top to bottom with a real kernel, without a network, and are stored clean."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel")
pytest.importorskip("matplotlib")
pytest.importorskip("pandas")

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
IDS = [path.stem for path in NOTEBOOKS]

# Run before the first cell: whatever is not this machine cannot be reached, by address or by name.
OFFLINE = """
import socket as _socket

def _local_only(method):
    def guarded(self, address):
        if self.family in (_socket.AF_INET, _socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise OSError(f"a notebook asks the network for {address}")
        return method(self, address)
    return guarded

_socket.socket.connect = _local_only(_socket.socket.connect)
_socket.socket.connect_ex = _local_only(_socket.socket.connect_ex)
"""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_runs_from_top_to_bottom(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))))
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "matplotlib"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(OFFLINE))
    client = nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path / "notebooks")}}
    )
    client.execute()
    outputs = [(cell, output) for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert outputs
    for cell, output in outputs:
        # A build may write to stderr only a hint where the machine has no Chinese font.
        hint = "no font with Chinese characters" in output.get("text", "") or "missing from font" in output.get("text", "")
        assert output.get("name") != "stderr" or hint, f"{cell.source}\n{output['text']}"
    shown = "".join(str(output.get("data", "")) for _, output in outputs)
    assert "KnowledgeGraph" in shown
    if path.stem != "03_sparql":
        assert "<iframe" in shown or "image/png" in shown


@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_stored_clean(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    for cell in code(notebook):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"/home/|/Users/|/tmp/|/root/|/work/|[A-Z]:\\\\", text), "a path of somebody's machine"
    assert text.endswith("}\n")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)
def test_explains_itself(path: Path) -> None:
    notebook = read(path)
    assert notebook.cells[0]["cell_type"] == "markdown"
    assert notebook.cells[0]["source"].startswith("# ")
    words = sum(len(cell["source"].split()) for cell in notebook.cells if cell["cell_type"] == "markdown")
    assert words > 250
    assert sum(cell["cell_type"] == "markdown" for cell in notebook.cells) >= 0.6 * len(code(notebook))


def test_all_four_are_there() -> None:
    assert IDS == ["01_build", "02_explore", "03_sparql", "04_your_corpus"]


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def code(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell["cell_type"] == "code"]

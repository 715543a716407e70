"""The engine compiled by mypyc (`hatch_build.py`) writes what the sources write."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kg.build import build, write

ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(os.environ.get("CI") != "true", reason="compiles for minutes; CI=true runs it")
def test_the_compiled_engine_writes_the_same_bytes(tmp_path: Path) -> None:
    wheel = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, ROOT]
    subprocess.run(wheel, env={**os.environ, "HATCH_BUILD_HOOK_ENABLE_CUSTOM": "1"}, check=True)
    site = tmp_path / "site"
    zipfile.ZipFile(next(tmp_path.glob("*.whl"))).extractall(site)
    asked = "import sys, kg.relations.rules as rules; from kg.cli import main; print(rules.__file__); main(sys.argv[1:])"
    command = [sys.executable, "-c", asked, "build", ROOT / "corpus", "--out", tmp_path / "compiled"]
    run = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(site)}, check=True, capture_output=True, text=True
    )
    assert run.stdout.splitlines()[0].endswith((".so", ".pyd"))
    write(build(ROOT / "corpus"), tmp_path / "plain")
    for file in sorted((tmp_path / "plain").iterdir()):
        assert (tmp_path / "compiled" / file.name).read_bytes() == file.read_bytes(), file.name

"""Compiles the engine where that is asked for: `HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip install .`, with a C compiler at hand.

mypyc turns the same typed sources into extension modules; what a build writes is the same to the byte, and the sources lie beside
them. Nothing compiled is left in the checkout.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = (
    *(f"kg/{module}.py" for module in ("model", "ids", "graph")),
    *(f"kg/{part}/**/*.py" for part in ("reading", "recognition", "resolution", "relations")),
    *(f"kg/export/{name}.py" for name in ("html", "layout", "rdf", "tables", "triples")),
)
"""Where a build spends its time."""


class CompiledEngine(BuildHookInterface[Any]):
    """The wheel's build hook."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder of its own and add the extension modules to the wheel."""
        from mypyc.build import mypycify
        from setuptools import Distribution

        self.work = TemporaryDirectory()
        work = Path(self.work.name)
        sources = sorted(str(path.relative_to(self.root)) for pattern in COMPILED for path in Path(self.root).glob(pattern))
        os.chdir(self.root)
        extensions = mypycify(
            [
                "--config-file=",
                f"--cache-dir={work / 'cache'}",
                "--ignore-missing-imports",
                "--follow-imports=silent",
                *sources,
            ],
            opt_level="2",
            debug_level="0",
            multi_file=True,
            target_dir=str(work / "c"),
        )
        command = Distribution({"name": "zhkg", "ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(work / "lib"), str(work / "temp")
        command.ensure_finalized()
        command.run()
        built = [path for path in (work / "lib").rglob("*") if path.is_file()]
        build_data["force_include"].update({str(path): str(path.relative_to(work / "lib")) for path in built})
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Drop the compiler's folder."""
        self.work.cleanup()

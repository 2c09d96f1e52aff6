"""What the build adds to the wheel: the shipped policies as they are compiled, so that no first run compiles them.

The wheel's own code compiles them, with what it depends on; an installation with other versions of that ignores what it
finds and compiles again (`bpogov.runs.preparing.shipped`). A folder that bpogov is installed from for editing gets
nothing.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILE = """
import sys
sys.path.insert(0, sys.argv[1])
from bpogov.runs.preparing.compiled import compiled_policy
from bpogov.runs.preparing.shipped import packed
from bpogov.source.tree import WORKING_TREE
sys.stdout.buffer.write(packed(compiled_policy(None, None, WORKING_TREE, None)))
"""


class ShippedPolicies(BuildHookInterface[Any]):
    """Compiles the shipped policies and puts the result beside the modules."""

    def dependencies(self) -> list[str]:
        """What bpogov itself depends on: to build it, it has to run."""
        return self.metadata.core.dependencies

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in an empty folder, where nobody can have configured anything."""
        if version == "editable":
            return
        self._made = tempfile.TemporaryDirectory()
        image = Path(self._made.name, "_policies.image")
        empty = Path(self._made.name, "empty")
        empty.mkdir()
        surroundings = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}  # PYTHONPATH stays: pip says there where all is
        command = [sys.executable, "-c", COMPILE, str(Path(self.root, "src"))]
        done = subprocess.run(command, cwd=empty, env=surroundings, stdout=subprocess.PIPE, check=True)  # noqa: S603 (ours)
        image.write_bytes(done.stdout)
        build_data["force_include"][str(image)] = "bpogov/_policies.image"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 (hatchling's)
        """Take away what was made."""
        if version != "editable":
            self._made.cleanup()

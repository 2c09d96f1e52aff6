"""The modules that decide what a rule is compiled to."""

import os

from bpogov.engine import compile as compiling
from bpogov.engine.modules import modules


def test_every_module_with_its_size_and_time() -> None:
    """Bpogov's own, tables of values included, and the runtime's; what Python makes of them does not count."""
    found = {path: (size, time) for path, size, time in modules()}
    status = os.stat(compiling.__file__)
    assert found[compiling.__file__] == (status.st_size, status.st_mtime_ns)
    assert any(os.path.basename(path).startswith("cel") and not path.endswith(".py") for path in found)
    assert not [path for path in found if "__pycache__" in path]

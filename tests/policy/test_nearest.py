"""Which configuration counts where nobody names one."""

from pathlib import Path

import pytest

from bpogov.policy.nearest import find
from tests.policy.files import configuration, write


def test_the_nearest_file_upwards_counts(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked for from the working directory upwards, to the root of the file system, and named from there."""
    deep = workspace / "a/b"
    deep.mkdir(parents=True)
    assert find() is None
    write("bpogov.yaml", configuration())
    assert find() == "bpogov.yaml"
    monkeypatch.chdir(deep)
    assert find() == "../../bpogov.yaml"
    (deep.parent / "bpogov.yaml").touch()
    assert find() == "../bpogov.yaml"
    monkeypatch.chdir("/")
    assert find() is None

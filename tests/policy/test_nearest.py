"""Which configuration counts where nobody names one."""

from pathlib import Path

from bpogov.policy.nearest import find
from tests.policy.files import configuration, write


def test_the_nearest_file_upwards_counts(workspace: Path) -> None:
    """Looked for from the folder upwards, and named from there."""
    deep = workspace / "a/b"
    deep.mkdir(parents=True)
    assert find(workspace) is None
    write("bpogov.yaml", configuration())
    assert (find(workspace), find(deep)) == ("bpogov.yaml", "../../bpogov.yaml")
    write("a/bpogov.yaml", configuration())
    assert find(deep) == "../bpogov.yaml"

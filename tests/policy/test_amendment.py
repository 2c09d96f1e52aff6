"""What a layer says of a rule, and of which files."""

from pathlib import Path

import pytest

from bpogov.policy.amendment import Scope
from tests.policy.files import write

pytestmark = pytest.mark.usefixtures("workspace")


def test_a_scope_is_about_where_a_file_really_lies() -> None:
    """A link in a lenient folder does not make an engagement lenient, and nothing outside of the root is meant."""
    write("old/a.yaml", "")
    write("new/b.yaml", "")
    Path("old/b.yaml").symlink_to(Path("new/b.yaml").resolve())
    scope = Scope(("old/*.yaml",), ".")
    assert [scope.covers(file) for file in ("old/a.yaml", "./old/a.yaml", "old/b.yaml", "new/b.yaml")] == [
        True,
        True,
        False,
        False,
    ]
    assert not Scope(("*.yaml",), "old").covers("new/b.yaml")

"""The versions that a verdict depends on."""

from bpogov.runs.preparing.versions import versions
from bpogov.version import VERSION


def test_the_tool_and_its_data_are_named() -> None:
    """None of them is empty."""
    found = versions()
    assert found["bpogov"] == VERSION
    assert sorted(found) == ["bpogov", "holidays", "tzdata"]
    assert all(found.values())

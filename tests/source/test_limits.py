"""The bounds of what is read."""

from bpogov.source.limits import DEFAULT_LIMITS, Limits


def test_defaults() -> None:
    """The documented bounds are those that apply."""
    assert Limits(size=1024 * 1024, depth=64, aliases=10_000, values=100_000, problems=100) == DEFAULT_LIMITS

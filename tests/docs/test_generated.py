"""Generated pages are committed, and fresh."""

from tools import make_docs


def test_generated_pages_are_fresh() -> None:
    """What `make docs` would write is what is there."""
    assert make_docs.stale() == []

"""Plain data can be copied."""

from bpogov.source.data import Data, copied


def test_copied() -> None:
    """A copy is equal, and shares no group and no list with what it copies."""
    data: Data = {"a": [{"b": 1}], "c": None}
    copy = copied(data)
    assert copy == data
    assert isinstance(copy, dict)
    assert isinstance(data, dict)
    assert copy["a"] is not data["a"]

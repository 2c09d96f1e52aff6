"""The careful way to read; what files mean is proven in test_load."""

from bpogov.source.careful import careful
from bpogov.source.limits import Limits
from bpogov.source.places import Branch


def test_careful() -> None:
    """Data comes with its place, and everything that is wrong is told, as far as it can be read."""
    data, place, troubles = careful("a: \u202ex\nb: [1\n", Limits())
    assert data is None
    assert place is None
    assert [(trouble.id, trouble.start) for trouble in troubles] == [("YML011", 3), ("YML001", 9)]
    data, place, troubles = careful("a: \u202ex\n", Limits())
    assert data == {"a": "\ufffdx"}
    assert isinstance(place, Branch)
    assert [trouble.id for trouble in troubles] == ["YML011"]


def test_nothing() -> None:
    """A text without any value is empty."""
    assert [trouble.message for trouble in careful("# nothing\n", Limits())[2]] == ["The file is empty"]

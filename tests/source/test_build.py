"""From events to data and places."""

import pytest

from bpogov.source.build import Builder
from bpogov.source.limits import Limits
from bpogov.source.parser import events
from bpogov.source.places import Alias, Branch


@pytest.mark.parametrize("pure", [False, True])
def test_build(pure: bool) -> None:
    """Data and places have the same shape, and an alias keeps its own place."""
    text = "a: &x [1, two]\nb: *x\n"
    builder = Builder(text, Limits())
    builder.read(events(text, pure=pure))
    assert builder.data == {"a": [1, "two"], "b": [1, "two"]}
    assert builder.troubles == []
    assert isinstance(builder.place, Branch)
    key, place = builder.place.names["b"]
    assert isinstance(place, Alias)
    assert (key, text[place.start : place.end], place.target) == ((15, 16), "*x", builder.place.names["a"][1])

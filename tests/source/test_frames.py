"""The parts of a file that are being read."""

from bpogov.source.frames import DROPPED, MERGE, Anchored, Frame
from bpogov.source.places import Branch


def test_step() -> None:
    """The next value of a list has a position, that of a group its key, unless the key cannot be used."""
    items = Frame(Branch(0, flow=False), named=False, values=0)
    items.data.append("x")
    assert items.step == 1
    group = Frame(Branch(0, flow=False), named=True, values=0)
    assert group.step is None
    for key, step in (("a", "a"), (DROPPED, None), (MERGE, None)):
        group.key = key
        assert group.step == step


def test_anchored() -> None:
    """A part with an anchor counts as one value until more is known."""
    anchored = Anchored("x", (0, 1), complete=True)
    assert (anchored.values, anchored.height) == (1, 0)

"""The tree of places beside the data."""

from bpogov.source.places import Alias, Branch, bounds, child


def test_child() -> None:
    """A place is found by key or position, also through an alias; what is not there is None."""
    group, items = Branch(0, flow=True), Branch(4, flow=True)
    group.names["a"] = ((1, 2), items)
    items.items.append((5, 6))
    assert child(group, "a") is items
    assert child(group, "b") is None
    assert child(group, 0) is None
    assert child(items, 0) == (5, 6)
    assert child(items, -1) is None
    assert child(Alias(9, 11, items), 0) == (5, 6)
    assert child((5, 6), 0) is None


def test_bounds() -> None:
    """Every kind of place has a start and an end; an alias has its own."""
    assert bounds((5, 6)) == (5, 6)
    assert bounds(Alias(9, 11, (5, 6))) == (9, 11)
    assert bounds(Branch(3, flow=False)) == (3, 3)

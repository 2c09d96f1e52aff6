"""The tree of places beside the data."""

from bpogov.source.places import Alias, Branch, behind_colon, bounds, child


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


def test_behind_colon() -> None:
    """An empty value stands behind its colon, be there a blank or comment before it; without a colon it is nowhere."""
    assert behind_colon("a:\n", 1, 3) == 2
    assert behind_colon("{a :}", 2, 4) == 4
    assert behind_colon("? a # note\n: # more\n", 3, 20) == 12
    assert behind_colon("{a, b: c}", 2, 2) is None
    assert behind_colon("{a\n, b :}", 2, 2) is None

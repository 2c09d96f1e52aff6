"""The tree of places of an ordinary document; that it is the one of the careful way is proven in test_ordinary."""

from bpogov.source.marks import place_of
from bpogov.source.places import Branch


def test_places_of_marks() -> None:
    """Every part has its place: brackets belong to it, and so does a text below `>` up to its last line."""
    text = "a: [b]\nc:\n  d: >\n    e\n\n"
    marks = [0, 22, 0, 1, 3, 10, 4, 5, 5, 6, 7, 8, 12, 20, 12, 13, 15, 24, 24, 24, 24, 24]
    place = place_of(text, {"a": ["b"], "c": {"d": "e\n"}}, marks)
    assert isinstance(place, Branch)
    assert (place.start, place.end, place.flow) == (0, 22, False)
    key, items = place.names["a"]
    assert isinstance(items, Branch)
    assert (key, items.start, items.end, items.flow, items.items) == ((0, 1), 3, 6, True, [(4, 5)])
    _, group = place.names["c"]
    assert isinstance(group, Branch)
    assert (group.start, group.end, group.names) == (12, 22, {"d": ((12, 13), (15, 22))})
    assert not hasattr(group, "something")


def test_empty_values() -> None:
    """An empty value of a field stands behind its colon, an empty entry of a list where the parser met it."""
    place = place_of("a:\n", {"a": None}, [0, 8, 0, 1, 3, 3, 3, 3])
    assert isinstance(place, Branch)
    assert (place.end, place.names) == (2, {"a": ((0, 1), (2, 2))})
    items = place_of("- \n", [None], [0, 6, 3, 3, 3, 3])
    assert isinstance(items, Branch)
    assert (items.end, items.items) == (3, [(3, 3)])
    nothing = place_of("[]", [], [0, 4, 1, 2])
    assert isinstance(nothing, Branch)
    assert (nothing.start, nothing.end, nothing.flow, nothing.items, nothing.names) == (0, 2, True, [], {})


def test_ends() -> None:
    """A group ends with the last of its parts, whether that ends with a bracket or not."""
    block = place_of("a:\n- b\n", {"a": ["b"]}, [0, 12, 0, 1, 3, 10, 5, 6, 7, 7, 7, 7])
    assert isinstance(block, Branch)
    assert block.end == 6
    flow = place_of("a: [b]\n", {"a": ["b"]}, [0, 12, 0, 1, 3, 10, 4, 5, 5, 6, 7, 7])
    assert isinstance(flow, Branch)
    assert flow.end == 6

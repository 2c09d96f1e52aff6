"""The tree of places of an ordinary document; that it is the one of the careful way is proven in test_ordinary."""

from bpogov.source.places import Branch
from bpogov.source.survey import survey


def test_survey() -> None:
    """Every part has its place: brackets belong to it, and so does a text below `>` up to its last line."""
    text = "a: [b]\nc:\n  d: >\n    e\n\n"
    place = survey(
        text, {"a": ["b"], "c": {"d": "e\n"}}, [0, 0, 1, 3, 4, 5, 5, 6, 7, 8, 12, 12, 13, 15, 24, 24, 24, 24, 24]
    )
    assert isinstance(place, Branch)
    assert (place.start, place.end, place.flow) == (0, 22, False)
    key, items = place.names["a"]
    assert isinstance(items, Branch)
    assert (key, items.start, items.end, items.flow, items.items) == ((0, 1), 3, 6, True, [(4, 5)])
    _, group = place.names["c"]
    assert isinstance(group, Branch)
    assert (group.start, group.end, group.names) == (12, 22, {"d": ((12, 13), (15, 22))})


def test_empty_values() -> None:
    """An empty value of a field stands behind its colon, an empty entry of a list where the parser met it."""
    place = survey("a:\n", {"a": None}, [0, 0, 1, 3, 3, 3, 3])
    assert isinstance(place, Branch)
    assert place.names == {"a": ((0, 1), (2, 2))}
    items = survey("- \n", [None], [0, 3, 3, 3, 3])
    assert isinstance(items, Branch)
    assert items.items == [(3, 3)]
    assert survey("[]", [], [0, 1, 2]).end == 2  # type: ignore[union-attr]  # a list is no leaf

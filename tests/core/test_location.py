"""Locations sort by place."""

from bpogov.core.location import Location
from bpogov.core.position import Position, Span


def test_a_location_sorts_by_file_line_and_column() -> None:
    """Later columns and lines come later; a location without a place comes first in its file."""
    early = Location("a.yaml", span=Span(Position(2, 9), Position(2, 10)))
    late = Location("a.yaml", span=Span(Position(10, 1), Position(10, 2)))
    whole = Location("a.yaml")
    other = Location("b.yaml")
    assert sorted([other, late, early, whole], key=lambda location: location.order) == [whole, early, late, other]

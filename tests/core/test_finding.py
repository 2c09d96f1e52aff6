"""Findings and notifications have a total order."""

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.severity import Severity


def _at(line: int) -> Location:
    return Location("a.yaml", span=Span(Position(line, 1), Position(line, 2)))


def test_findings_sort_by_place_then_weight_then_rule() -> None:
    """At one place the most severe comes first; equals go by rule, assertion and message."""
    note = Finding("AAA001", Severity.NOTE, "b", _at(1))
    error = Finding("BBB001", Severity.ERROR, "a", _at(1))
    twin = Finding("BBB001", Severity.ERROR, "b", _at(1))
    below = Finding("AAA001", Severity.ERROR, "a", _at(2))
    assert sorted([below, note, twin, error], key=lambda finding: finding.order) == [error, twin, note, below]


def test_notifications_without_a_place_come_first() -> None:
    """What concerns the whole run stands before what concerns a file."""
    general = Notification(Severity.WARNING, "usage", "b")
    placed = Notification(Severity.ERROR, "unknown-key", "a", _at(1))
    assert sorted([placed, general], key=lambda notification: notification.order) == [general, placed]

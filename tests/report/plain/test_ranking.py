"""The heaviest first."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.report.plain.ranking import annotations, ranked


def test_ranked_leaves_out_what_is_accepted(meeting: Finding, note: Finding, waived: Finding) -> None:
    """Errors come before notes, among equals those that fail the gate, and waived findings not at all."""
    blocking = replace(meeting, rule="ZZZ001", blocking=True)
    assert [finding.rule for finding in ranked([note, meeting, waived, blocking])] == ["ZZZ001", "COM001", "GOL004"]


def test_annotations_are_problems_and_findings(
    report_of: Callable[..., Report], meeting: Finding, note: Finding
) -> None:
    """A problem of the run comes before a finding of its weight; the title names the rule, and says if it blocks."""
    said = Notification(Severity.ERROR, "unreadable", "The file cannot be opened")
    blocking = replace(note, severity=Severity.WARNING, blocking=True)
    found = annotations(report_of(note, blocking, meeting, notifications=(said,)))
    assert [(one.severity.value, one.code, one.title) for one in found] == [
        ("error", "unreadable", "unreadable"),
        ("error", "COM001", "COM001 meeting-rhythm"),
        ("warning", "GOL004", "GOL004 (blocks the gate)"),
        ("note", "GOL004", "GOL004"),
    ]

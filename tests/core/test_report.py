"""A report gathers what its engagements have."""

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.outcome import Results
from bpogov.core.report import EngagementResult, Report, Verdict
from bpogov.core.severity import Severity


def test_findings_of_all_engagements_are_in_order() -> None:
    """The findings of a report are those of its engagements, one after the other."""
    one = Finding("GOL001", Severity.ERROR, "one", Location("a.yaml"))
    two = Finding("GOL001", Severity.ERROR, "two", Location("b.yaml"))
    results = tuple(
        EngagementResult(finding.location.file, "", "", "", "", "", Results(), (finding,)) for finding in (one, two)
    )
    verdict = Verdict("local", "error", passed=False, exit_code=1, sentence="failed: 2 errors")
    assert Report("2026-11-21", results, {}, (), verdict).findings == (one, two)

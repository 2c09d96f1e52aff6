"""Why a check could not be made."""

from collections.abc import Callable

from bpogov.core.finding import Notification
from bpogov.core.report import Report, Verdict
from bpogov.core.severity import Severity
from bpogov.report.plain.troubles import could_not_check, troubles

STOPPED = Verdict("ci", "error", passed=False, exit_code=2, sentence="not checked: there was no engagement to check")


def test_a_run_that_checked_has_no_troubles(report_of: Callable[..., Report]) -> None:
    """A warning about the run is none, and a gate that failed is none either."""
    report = report_of(notifications=(Notification(Severity.WARNING, "unlisted-pack", "The pack is not listed"),))
    assert troubles(report) == ()
    assert not could_not_check(report)


def test_the_errors_of_the_run_are_its_troubles(report_of: Callable[..., Report]) -> None:
    """Errors, and not the remarks beside them."""
    error = Notification(Severity.ERROR, "missing", "The file is not there")
    report = report_of(verdict=STOPPED, notifications=(Notification(Severity.NOTE, "remark", "A remark"), error))
    assert troubles(report) == (error,)
    assert could_not_check(report)


def test_a_verdict_without_errors_speaks_for_itself(report_of: Callable[..., Report]) -> None:
    """Where there was nothing to check, no notification says so, and the verdict does."""
    (only,) = troubles(report_of(verdict=STOPPED, engagements=()))
    assert (only.severity, only.code) == (Severity.ERROR, "not-checked")
    assert only.message == "Gate ci not checked: there was no engagement to check"

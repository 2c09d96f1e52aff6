"""The cases of a JUnit report; how they look in the file is proven with the format."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.report.parts.junit_cases import Case, Mark, cases_of, cases_of_run


def test_every_rule_is_a_case(report_of: Callable[..., Report], meeting: Finding) -> None:
    """A finding that fails the gate fails its rule, and the rule that needs the same points to it."""
    report = report_of(replace(meeting, blocking=True))
    first, second = cases_of(report.engagements[0], report)
    assert (first.name, first.mark, first.message) == ("COM001 meeting-rhythm", Mark.FAILURE, meeting.message)
    assert (second.name, second.mark, second.message) == (
        *("COM002 right-people", Mark.FAILURE),
        f"see COM001: {meeting.message}",
    )


def test_a_rule_that_does_not_apply_is_skipped(report_of: Callable[..., Report]) -> None:
    """The reason is said, and nothing is marked as passed that was not looked at."""
    report = report_of(results=(RuleResult("COM001", Outcome.NOT_APPLICABLE, "the tier is small"),))
    assert cases_of(report.engagements[0], report) == (
        Case("COM001 meeting-rhythm", Mark.SKIPPED, "not applicable: the tier is small"),
    )


def test_problems_of_the_run_are_cases(report_of: Callable[..., Report]) -> None:
    """What kept the run from checking is an error of its own."""
    said = Notification(Severity.ERROR, "unreadable", "The file cannot be opened")
    (case,) = cases_of_run(report_of(notifications=(said,)), ())
    assert (case.name, case.mark, case.message) == ("unreadable", Mark.ERROR, "The file cannot be opened")

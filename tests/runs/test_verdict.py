"""The verdict of a gate."""

import pytest

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import EngagementResult
from bpogov.core.severity import Severity
from bpogov.runs.verdict import verdict


def _result(*findings: tuple[str, Severity], outcome: Outcome = Outcome.PASS) -> EngagementResult:
    return EngagementResult(
        file="a.yaml",
        digest="",
        id="a",
        title="A",
        status="live",
        tier="standard",
        results=(RuleResult("OWN001", outcome, ""),),
        findings=tuple(Finding(rule, severity, "m", Location("a.yaml")) for rule, severity in findings),
    )


ERROR, WARNING, NOTE = (("OWN001", severity) for severity in Severity)


@pytest.mark.parametrize(
    ("fail_on", "findings", "code", "sentence"),
    [
        ("error", [], 0, "passed: nothing at or above error"),
        ("error", [WARNING, NOTE], 0, "passed: nothing at or above error"),
        ("error", [ERROR, WARNING], 1, "failed: 1 error"),
        ("warning", [NOTE], 0, "passed: nothing at or above warning"),
        ("warning", [WARNING, WARNING, ERROR, NOTE], 1, "failed: 1 error, 2 warnings"),
        ("note", [NOTE], 1, "failed: 1 note"),
        ("note", [], 0, "passed: nothing at or above note"),
        ("never", [ERROR, WARNING], 0, "passed: no findings count"),
        ("never", [("YML001", Severity.ERROR)], 1, "failed: 1 error"),
        ("never", [("STR002", Severity.ERROR), ERROR], 1, "failed: 1 error"),
        ("error", [("STR002", Severity.WARNING)], 1, "failed: 1 warning"),
    ],
)
def test_findings_weigh_against_the_limit(
    fail_on: str, findings: list[tuple[str, Severity]], code: int, sentence: str
) -> None:
    """What is at or above the limit fails; text and structure always do."""
    found = verdict("local", fail_on, [_result(*findings)], [])
    assert (found.exit_code, found.sentence, found.passed) == (code, sentence, code == 0)
    assert (found.gate, found.fail_on) == ("local", fail_on)


@pytest.mark.parametrize("fail_on", ["error", "warning", "note", "never"])
def test_a_rule_that_cannot_be_evaluated_is_never_a_pass(fail_on: str) -> None:
    """It outweighs every finding and every limit."""
    found = verdict("local", fail_on, [_result(ERROR, outcome=Outcome.ERROR), _result(outcome=Outcome.ERROR)], [])
    assert (found.exit_code, found.sentence) == (2, "not checked: 2 rules could not be evaluated")
    assert not found.passed


@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_what_could_not_be_read_is_never_a_pass(fail_on: str) -> None:
    """An error of the run outweighs findings; a remark does not."""
    broken = Notification(Severity.ERROR, "unreadable", "m")
    found = verdict("local", fail_on, [_result(ERROR)], [broken])
    assert (found.exit_code, found.sentence) == (2, "not checked: 1 problem kept something from being checked")
    assert verdict("local", fail_on, [_result()], [Notification(Severity.WARNING, "unlisted-pack", "m")]).passed


def test_nothing_to_check_is_never_a_pass() -> None:
    """No engagement, no verdict."""
    found = verdict("local", "never", [], [])
    assert (found.exit_code, found.sentence) == (2, "not checked: there was no engagement to check")


def test_what_was_not_checked_because_of_a_gap_passes_locally() -> None:
    """An open question is no error of the rule."""
    assert verdict("local", "error", [_result(outcome=Outcome.NOT_CHECKED)], []).exit_code == 0

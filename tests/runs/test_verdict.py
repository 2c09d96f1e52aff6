"""The verdict of a gate."""

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.gate import LOCAL, SIGN_OFF, Gate
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, Results, RuleResult
from bpogov.core.report import EngagementResult, OpenQuestion
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind
from bpogov.runs.verdict import marked, verdict


def _gate(fail_on: str) -> Gate:
    return Gate("local", fail_on)


def _result(
    *findings: tuple[str, Severity], outcome: Outcome = Outcome.PASS, gate: Gate = LOCAL, questions: int = 0
) -> EngagementResult:
    found = [Finding(rule, severity, "m", Location("a.yaml")) for rule, severity in findings]
    return EngagementResult(
        file="a.yaml",
        digest="",
        id="a",
        title="A",
        status="live",
        tier="standard",
        results=Results([RuleResult("OWN001", outcome, "")]),
        findings=marked(found, gate),
        open_questions=tuple(OpenQuestion(f"$.goals[{number}]", 1) for number in range(questions)),
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
    found = verdict(_gate(fail_on), [_result(*findings, gate=_gate(fail_on))], [])
    assert (found.exit_code, found.sentence, found.passed) == (code, sentence, code == 0)
    assert (found.gate, found.fail_on) == ("local", fail_on)


@pytest.mark.parametrize("fail_on", ["error", "warning", "note", "never"])
def test_a_rule_that_cannot_be_evaluated_is_never_a_pass(fail_on: str) -> None:
    """It outweighs every finding and every limit."""
    found = verdict(_gate(fail_on), [_result(ERROR, outcome=Outcome.ERROR), _result(outcome=Outcome.ERROR)], [])
    assert (found.exit_code, found.sentence) == (2, "not checked: 2 rules could not be evaluated")
    assert not found.passed


@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_what_could_not_be_read_is_never_a_pass(fail_on: str) -> None:
    """An error of the run outweighs findings; a remark does not."""
    broken = Notification(Severity.ERROR, "unreadable", "m")
    found = verdict(_gate(fail_on), [_result(ERROR)], [broken])
    assert (found.exit_code, found.sentence) == (2, "not checked: 1 problem kept something from being checked")
    assert verdict(_gate(fail_on), [_result()], [Notification(Severity.WARNING, "unlisted-pack", "m")]).passed


def test_nothing_to_check_is_never_a_pass() -> None:
    """No engagement, no verdict."""
    found = verdict(_gate("never"), [], [])
    assert (found.exit_code, found.sentence) == (2, "not checked: there was no engagement to check")


def test_nothing_to_check_passes_where_that_is_allowed() -> None:
    """The sentence says why; a problem of the run, or a finding about a waiver file, still counts."""
    found = verdict(LOCAL, [], [], may_be_empty=True)
    expected = "passed: there was no engagement to check, as --allow-empty allows"
    assert (found.exit_code, found.passed, found.sentence) == (0, True, expected)
    problem = Notification(Severity.ERROR, "engagement-removed", "m")
    assert verdict(LOCAL, [], [problem], may_be_empty=True).exit_code == 2
    more = marked([Finding("LIF003", Severity.ERROR, "m", Location("w.yaml"))], LOCAL)
    assert verdict(LOCAL, [], [], more, may_be_empty=True).sentence == "failed: 1 error (in w.yaml)"


def test_what_was_not_checked_because_of_a_gap_passes_locally() -> None:
    """An open question is no error of the rule."""
    assert verdict(LOCAL, [_result(outcome=Outcome.NOT_CHECKED)], []).exit_code == 0


def test_what_is_unknown_blocks_the_gate_that_says_so() -> None:
    """At sign-off, open questions and checks that were not made for any reason are named and fail."""
    result = _result(ERROR, outcome=Outcome.NOT_CHECKED, gate=SIGN_OFF, questions=2)
    found = verdict(SIGN_OFF, [result], [])
    assert (found.exit_code, found.sentence) == (1, "failed: 1 error, 2 open questions, 1 check not made")
    assert (found.as_status, found.unknown_blocks) == ("in-review", True)
    unchecked = verdict(SIGN_OFF, [_result(outcome=Outcome.NOT_CHECKED)], [])
    assert (unchecked.exit_code, unchecked.sentence) == (1, "failed: 1 check not made")
    known = verdict(LOCAL, [_result(questions=2)], [])
    assert (known.passed, known.unknown_blocks) == (True, False)


def test_findings_that_belong_to_no_engagement_count_too() -> None:
    """Those about waiver files; the sentence names the files that block, three at most."""
    more = marked([Finding("LIF003", Severity.ERROR, "m", Location("w.yaml"))], LOCAL)
    assert verdict(LOCAL, [_result()], [], more).sentence == "failed: 1 error (in w.yaml)"
    many = [Finding("LIF003", Severity.ERROR, "m", Location(f"{name}.yaml")) for name in "edcabb"]
    lighter = Finding("LIF003", Severity.WARNING, "m", Location("x.yaml"))
    gate = replace(SIGN_OFF, fail_on="error")
    found = verdict(gate, [_result(ERROR, gate=gate, questions=1)], [], marked([*many, lighter], gate))
    assert found.sentence == (
        "failed: 7 errors (6 of them in a.yaml, b.yaml, c.yaml and 2 more files), 1 open question"
    )


def test_files_that_are_no_engagements_pass_alone() -> None:
    """The sentence says what was checked; a gate that looks at everything asks for an engagement."""
    assert verdict(LOCAL, [], [], others="1 rule file").sentence == "passed: 1 rule file: nothing wrong"
    lighter = marked([Finding("LIF003", Severity.WARNING, "m", Location("w.yaml"))], LOCAL)
    assert verdict(LOCAL, [], [], lighter, others="1 waiver").sentence == (
        "passed: 1 waiver: nothing at or above error"
    )
    assert verdict(LOCAL, [_result()], [], others="1 waiver").sentence == (
        "passed: nothing at or above error, also in 1 waiver"
    )
    broken = [Notification(Severity.ERROR, "unknown-key", "m")]
    assert verdict(LOCAL, [], broken, others="1 rule file").exit_code == 2
    found = verdict(SIGN_OFF, [], [], others="1 waiver")
    assert (found.exit_code, found.sentence) == (2, "not checked: there was no engagement to check")


def test_what_is_suppressed_blocks_nothing() -> None:
    """A waived error stays in the report, unmarked."""
    suppression = Suppression(SuppressionKind.WAIVER, "w.yaml", "because")
    found = replace(Finding("OWN001", Severity.ERROR, "m", Location("a.yaml")), suppression=suppression)
    assert [one.blocking for one in marked([found], Gate("local", "note"))] == [False]


def test_a_gate_for_some_rules_says_so() -> None:
    """The sentence of a pass names the rules that could have blocked."""
    gate = Gate("pre-commit", only=("LIF002",))
    assert verdict(gate, [_result(ERROR, gate=gate)], []).sentence == "passed: nothing of LIF002 at or above error"

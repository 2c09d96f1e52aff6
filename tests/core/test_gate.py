"""What a gate lets through."""

import pytest

from bpogov.core.finding import Finding
from bpogov.core.gate import BUILT_IN, CI, LOCAL, PRE_COMMIT, SIGN_OFF, Gate
from bpogov.core.location import Location
from bpogov.core.severity import Severity
from bpogov.core.status import Status


def test_the_gates_that_there_always_are() -> None:
    """Each by its name; only sign-off looks at everything and is blocked by what is unknown."""
    assert list(BUILT_IN) == ["local", "pre-commit", "ci", "sign-off"]
    assert [gate.whole for gate in BUILT_IN.values()] == [False, False, False, True]
    assert [gate.unknown_blocks for gate in BUILT_IN.values()] == [False, False, False, True]


@pytest.mark.parametrize(
    ("gate", "status", "judged"),
    [
        (SIGN_OFF, Status.DRAFT, Status.IN_REVIEW),
        (SIGN_OFF, Status.IN_REVIEW, Status.IN_REVIEW),
        (SIGN_OFF, Status.LIVE, Status.LIVE),
        (CI, Status.DRAFT, Status.DRAFT),
    ],
)
def test_the_later_status_counts(gate: Gate, status: Status, judged: Status) -> None:
    """Of the one that the gate asks for and the one of the engagement."""
    assert gate.judges_as(status) is judged


@pytest.mark.parametrize(
    ("word", "rule", "assertion", "promoted"),
    [
        ("SLA", "SLA005", "", True),
        ("SLA", "SLA005", "worst", True),
        ("SLA005", "SLA005", "", True),
        ("SLA005", "SLA006", "", False),
        ("SLA005/worst", "SLA005", "worst", True),
        ("SLA005/worst", "SLA005", "", False),
        ("SLA005/worst", "SLA005", "best", False),
    ],
)
def test_a_gate_promotes_rules_and_parts_of_them(word: str, rule: str, assertion: str, promoted: bool) -> None:
    """By the start of the id, the id, or the id with the assertion."""
    assert Gate("own", promote=(word,)).promotes(rule, assertion) is promoted


@pytest.mark.parametrize(
    ("gate", "rule", "severity", "stopped"),
    [
        (LOCAL, "GOL001", Severity.ERROR, True),
        (LOCAL, "GOL001", Severity.WARNING, False),
        (Gate("own", "warning"), "GOL001", Severity.WARNING, True),
        (Gate("own", "never"), "GOL001", Severity.ERROR, False),
        (Gate("own", "never"), "YML001", Severity.ERROR, True),
        (PRE_COMMIT, "GOL001", Severity.ERROR, False),
        (PRE_COMMIT, "LIF002", Severity.ERROR, True),
        (PRE_COMMIT, "LIF002", Severity.NOTE, False),
        (PRE_COMMIT, "STR002", Severity.NOTE, True),
    ],
)
def test_what_blocks(gate: Gate, rule: str, severity: Severity, stopped: bool) -> None:
    """Text and structure always, rules by severity, and only those that can block."""
    assert gate.blocks(Finding(rule, severity, "m", Location("a.yaml"))) is stopped

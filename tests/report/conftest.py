"""Hand-made parts of reports."""

from collections.abc import Callable
from typing import Any

import pytest

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.outcome import Outcome, Results, RuleResult
from bpogov.core.position import Position, Span
from bpogov.core.report import Ahead, EngagementResult, OpenQuestion, Report, RuleText, Verdict
from bpogov.core.severity import Severity
from bpogov.core.suppression import Suppression, SuppressionKind, WaiverState, WaiverUse

FILE = "engagements/acme.yaml"


def place(line: str, marked: str, number: int = 12, file: str = FILE, path: str = "$.meetings[monthly]") -> Location:
    """Give the location of the text `marked` in a source line."""
    start = line.index(marked) + 1
    span = Span(Position(number, start), Position(number, start + len(marked)))
    return Location(file, path, span, (line,))


@pytest.fixture
def meeting() -> Finding:
    """A finding with everything that a finding may have."""
    return Finding(
        rule="COM001",
        severity=Severity.ERROR,
        message="Tactical meetings are up to 122 days apart, but at most 35 days are allowed at this level",
        location=place("    cadence: quarterly", "quarterly"),
        help="Meet at least every 35 days, for example\ncadence: monthly\nday: tue",
        assertion="tactical",
        related=(place("meetings:", "meetings", 3),),
        also=("COM002",),
        fingerprint="f1",
    )


@pytest.fixture
def note() -> Finding:
    """A note, which stops nobody."""
    message = "Every goal is about cost, but at least one goal of another kind is expected"
    return Finding("GOL004", Severity.NOTE, message, place("goals:", "goals", 5))


@pytest.fixture
def waived() -> Finding:
    """A finding that a waiver accepts."""
    suppression = Suppression(
        kind=SuppressionKind.WAIVER,
        file="waivers/acme.yaml",
        reason="The works council meets in June",
        approved_by="Jo Client (sponsor)",
        until="2027-01-31",
        ticket="GOV-12",
    )
    message = "The exit plan was never tested, but a test every 12 months is expected"
    return Finding(
        "CTR008",
        Severity.ERROR,
        message,
        place("exit_plan: {}", "exit_plan", 30),
        fingerprint="f3",
        suppression=suppression,
    )


@pytest.fixture
def waiver() -> WaiverUse:
    """The waiver behind the accepted finding, about to end."""
    return WaiverUse(
        rule="CTR008",
        engagement="acme",
        at="$.contract.exit_plan",
        reason="The works council meets in June",
        requested_by="Pat Provider",
        approved_by="Jo Client",
        role="sponsor",
        start="2026-08-01",
        until="2027-01-31",
        ticket="GOV-12",
        measure="A paper walk-through in December",
        state=WaiverState.ENDS_SOON,
        sentence="It ends on 2027-01-31, in 71 days",
        location=place("until: 2027-01-31", "2027-01-31", 9, "waivers/acme.yaml", "$.until"),
        fingerprints=("f3",),
    )


@pytest.fixture
def report_of() -> Callable[..., Report]:
    """Make a report about one engagement from findings, results and more."""

    def make(*findings: Finding, results: tuple[RuleResult, ...] = (), **changes: Any) -> Report:
        passed = not any(finding.severity is Severity.ERROR for finding in findings)
        questions: tuple[OpenQuestion, ...] = changes.pop("questions", ())
        ahead: Ahead | None = changes.pop("ahead", None)
        rules = {
            "COM001": RuleText(
                "COM001",
                "meeting-rhythm",
                "You meet often enough",
                Severity.ERROR,
                "Trust needs\nrhythm.",
                "Meet.",
                "core",
            ),
            "COM002": RuleText("COM002", "right-people", "The right people meet", Severity.ERROR, "", "", "core"),
        }
        results = results or (RuleResult("COM001", Outcome.PASS, ""), RuleResult("COM002", Outcome.PASS, ""))
        digest = "sha256:" + "0" * 64
        engagement = EngagementResult(
            FILE, digest, "acme", "Acme", "draft", "small", Results(results), findings, questions, ahead
        )
        values: dict[str, Any] = {
            "today": "2026-11-21",
            "engagements": (engagement,),
            "rules": rules,
            "notifications": (),
            "verdict": Verdict("local", "error", passed, 0 if passed else 1, "passed" if passed else "failed: 1 error"),
            "policy_digest": "sha256:1",
            "versions": {"bpogov": "0.1.0"},
        }
        return Report(**(values | changes))

    return make

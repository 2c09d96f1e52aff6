"""The report for the code quality widget of GitLab."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.report import Report, Verdict
from bpogov.core.severity import Severity
from bpogov.report.gitlab import render

# What GitLab documents for a report of its own ("Code Quality report format").
ISSUES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                },
            },
        },
    },
}


def _issues(report: Report) -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads(render(report))
    jsonschema.Draft202012Validator(ISSUES).validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


def test_a_finding_is_an_issue(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Description, rule, fingerprint, severity, and the place, whose path has no leading `./`."""
    here = replace(meeting, location=replace(meeting.location, file="./engagements/acme.yaml"))
    assert _issues(report_of(here)) == [
        {
            "description": "Tactical meetings are up to 122 days apart, but at most 35 days are allowed at this level",
            "check_name": "COM001",
            "fingerprint": "f1",
            "severity": "major",
            "location": {"path": "engagements/acme.yaml", "lines": {"begin": 12}},
        }
    ]


@pytest.mark.parametrize(
    ("severity", "blocking", "expected"),
    [
        (Severity.ERROR, True, "critical"),
        (Severity.ERROR, False, "major"),
        (Severity.WARNING, True, "major"),
        (Severity.WARNING, False, "minor"),
        (Severity.NOTE, True, "minor"),
        (Severity.NOTE, False, "info"),
    ],
)
def test_what_fails_the_gate_weighs_more(
    report_of: Callable[..., Report], meeting: Finding, severity: Severity, blocking: bool, expected: str
) -> None:
    """Severity and gate together give the word that GitLab sorts by."""
    (issue,) = _issues(report_of(replace(meeting, severity=severity, blocking=blocking)))
    assert issue["severity"] == expected


def test_accepted_findings_are_no_issues(
    report_of: Callable[..., Report], meeting: Finding, note: Finding, waived: Finding
) -> None:
    """Only what nobody has accepted is shown, findings about waiver files included."""
    expired = replace(note, rule="LIF003", location=Location("waivers/acme.yaml"))
    issues = _issues(report_of(meeting, waived, waiver_findings=(expired,)))
    assert [issue["check_name"] for issue in issues] == ["COM001", "LIF003"]
    assert issues[1]["location"] == {"path": "waivers/acme.yaml", "lines": {"begin": 1}}


def test_findings_with_one_fingerprint_stay_two_issues(report_of: Callable[..., Report], meeting: Finding) -> None:
    """GitLab shows issues of the same fingerprint as one, so each has its own."""
    twin = replace(meeting, location=replace(meeting.location, file="engagements/twin.yaml"))
    paths = [issue["location"]["path"] for issue in _issues(report_of(meeting, twin))]
    assert paths == ["engagements/acme.yaml", "engagements/twin.yaml"]


def test_a_run_that_could_not_check_is_no_empty_list(report_of: Callable[..., Report]) -> None:
    """What kept the run from checking is a blocker; without a place it stands at the configuration."""
    verdict = Verdict("ci", "error", passed=False, exit_code=2, sentence="not checked: 2 problems")
    said = (
        Notification(Severity.ERROR, "missing", 'The file "x.yaml" is not there'),
        Notification(Severity.ERROR, "missing", 'The file "y.yaml" is not there', Location("y.yaml")),
        Notification(Severity.WARNING, "remark", "A remark"),
    )
    issues = _issues(report_of(verdict=verdict, engagements=(), notifications=said))
    assert [(issue["severity"], issue["location"]["path"]) for issue in issues] == [
        ("blocker", "bpogov.yaml"),
        ("blocker", "y.yaml"),
    ]


def test_nothing_found_is_an_empty_array_of_plain_bytes(report_of: Callable[..., Report]) -> None:
    """An array, not an object, and no byte order mark before it."""
    assert render(report_of()) == "[]\n"

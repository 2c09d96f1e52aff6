"""The report for the code quality widget of GitLab merge requests.

An array of issues as GitLab documents them ("Code Quality report format"): it reads `description`, `check_name`,
`fingerprint`, `severity` and `location`, and nothing else.
"""

from typing import Any

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.report.plain.data import dump
from bpogov.report.plain.identity import identities
from bpogov.report.plain.troubles import NAMELESS, troubles
from bpogov.report.safe.filenames import plain_name
from bpogov.report.safe.inert import clean

_SEVERITIES = ("critical", "major", "minor", "info")


def render(report: Report) -> str:
    """Give the findings as a JSON array in ASCII, without a byte order mark.

    Suppressed findings are left out: the format has no word for them, and the widget would show them as new problems.
    What kept the run from checking is an issue too, a `blocker`: an empty array would look like a pass.
    """
    found = zip(report.findings, identities(report.findings), strict=True)
    issues = [_issue(finding, identity) for finding, identity in found if finding.suppression is None]
    issues += [
        _entry(said.message, said.code, f"{said.code}-{number}", "blocker", said.location or Location(NAMELESS))
        for number, said in enumerate(troubles(report), start=1)
    ]
    return dump(clean(issues))


def _issue(finding: Finding, identity: str) -> dict[str, Any]:
    return _entry(finding.message, finding.rule, identity, _severity(finding), finding.location)


def _severity(finding: Finding) -> str:
    """One step above `major`, `minor`, `info` where the finding fails the gate."""
    level = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.NOTE: 3}[finding.severity]
    return _SEVERITIES[level - finding.blocking]


def _entry(description: str, name: str, identity: str, severity: str, place: Location) -> dict[str, Any]:
    line = place.span.start.line if place.span else 1
    return {
        "description": description,
        "check_name": name,
        "fingerprint": identity,
        "severity": severity,
        "location": {"path": plain_name(place.file), "lines": {"begin": line}},
    }

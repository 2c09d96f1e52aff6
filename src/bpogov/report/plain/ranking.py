"""The findings of a report with the heaviest first, for formats that have room for some of them only."""

from collections.abc import Iterable

from msgspec import Struct

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.core.suppression import WaiverState, WaiverUse
from bpogov.report.plain.naming import label, mark

_ACCEPTING = frozenset({WaiverState.ACTIVE, WaiverState.ENDS_SOON})


class Annotation(Struct, frozen=True):
    """What a build server shows beside a line: a finding that counts, or a problem of the run.

    `code` is the id of the rule or the word for the problem; `title` names it for people.
    """

    severity: Severity
    code: str
    title: str
    message: str
    help: str
    location: Location | None


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Give the findings that nobody accepted: by severity, those that fail the gate first, then by place."""
    counting = [finding for finding in findings if finding.suppression is None]
    return sorted(counting, key=lambda finding: (finding.severity.rank, not finding.blocking, finding.order))


def annotations(report: Report) -> list[Annotation]:
    """Give everything that is to be shown beside a line, by severity, problems of the run before findings."""
    problems = [
        Annotation(said.severity, said.code, said.code, said.message, said.help, said.location)
        for said in report.notifications
    ]
    found = [
        Annotation(
            severity=finding.severity,
            code=finding.rule,
            title=label(finding.rule, report.rules) + mark(finding),
            message=finding.message,
            help=finding.help,
            location=finding.location,
        )
        for finding in ranked(report.findings)
    ]
    return sorted(problems + found, key=lambda one: one.severity.rank)


def can_wait(finding: Finding) -> bool:
    """Whether a finding stops nobody: a note that does not fail the gate."""
    return finding.severity is Severity.NOTE and not finding.blocking


def speaks_up(use: WaiverUse, report: Report) -> bool:
    """Whether a waiver needs somebody, and no finding about its file says so already."""
    if use.state in _ACCEPTING:
        return use.state is WaiverState.ENDS_SOON
    told = {finding.location.file for finding in report.waiver_findings}
    return use.state is not WaiverState.ELSEWHERE and use.location.file not in told

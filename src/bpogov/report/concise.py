"""The report with one line for each finding, for editors, `grep` and logs."""

from bpogov.core.finding import Finding
from bpogov.core.location import Location
from bpogov.core.report import Report
from bpogov.core.suppression import SuppressionKind
from bpogov.report.plain import summary
from bpogov.report.plain.naming import mark
from bpogov.report.plain.tally import tally
from bpogov.report.safe.visible import visible


def render(report: Report) -> str:
    """Give `file:line:column: severity ID message` for each finding and each problem of the run, then the verdict.

    What is said of a whole file has line 1, column 1, so that every line reads the same way; a problem of the run has
    its word in place of the id, and no place where it is in no file. A line is never broken, whatever a message holds.
    What is accepted is marked in square brackets before the message.
    """
    lines = [
        f"{_place(finding.location)} {finding.severity} {finding.rule} {_mark(finding)}{finding.message}"
        for finding in report.findings
    ]
    for said in report.notifications:
        where = f"{_place(said.location)} " if said.location else ""
        lines.append(f"{where}{said.severity} {said.code} {said.message}")
    lines.append(f"{summary.verdict(report)} ({summary.numbers(tally(report))})")
    return "".join(f"{visible(line)}\n" for line in lines)


def _place(location: Location) -> str:
    start = location.span.start if location.span else None
    return f"{location.file}:{start.line}:{start.column}:" if start else f"{location.file}:1:1:"


def _mark(finding: Finding) -> str:
    """Give what stands before the message: who accepts the finding is in the other formats."""
    if finding.suppression is None:
        return "[blocks the gate] " if mark(finding) else ""
    if finding.suppression.kind is SuppressionKind.BASELINE:
        return "[baseline] "
    return f"[waived until {finding.suppression.until}] "

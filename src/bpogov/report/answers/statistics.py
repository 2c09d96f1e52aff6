"""How often each rule found something, the most frequent first."""

from collections import Counter

from bpogov.core.report import Report
from bpogov.report.safe.visible import visible
from bpogov.report.terminal.paint import Paint
from bpogov.report.terminal.table import table


def render(report: Report, *, width: int = 80, color: bool = False) -> str:
    """Give one line per rule and severity: how often, how severe, which rule, and its title; empty without findings.

    Findings that a waiver or the baseline accepts are not counted.
    """
    paint = Paint(color=color)
    counted = Counter((finding.rule, finding.severity) for finding in report.findings if not finding.suppression)
    rows = []
    for (rule, severity), number in sorted(counted.items(), key=lambda item: (-item[1], item[0][1].rank, item[0][0])):
        known = report.rules.get(rule)
        rows.append((str(number), severity.value, visible(rule), known.title if known else ""))
    return table((), rows, width=width, paint=paint, role_column=1)

"""What is accepted, in the text report: findings with a waiver or in the baseline, and waivers that need somebody."""

from bpogov.core.finding import Finding
from bpogov.core.report import EngagementResult, Report
from bpogov.core.suppression import Suppression, SuppressionKind
from bpogov.report.plain.naming import label, place, spot, terms
from bpogov.report.plain.ranking import speaks_up
from bpogov.report.plain.tally import count
from bpogov.report.terminal.block import INDENT
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.entries import entries
from bpogov.report.terminal.paint import Paint


def accepted(engagement: EngagementResult, report: Report, *, full: bool, width: int, paint: Paint) -> list[str]:
    """Give a short list of the waived findings of an engagement, and the number of those in the baseline.

    `full` lists the latter too, and says of each what was found and why it is accepted.
    """
    every = [(one, one.suppression) for one in engagement.findings if one.suppression]
    waived = [(one, why) for one, why in every if why.kind is SuppressionKind.WAIVER]
    if not every:
        return []
    parts = [f"{count(len(waived), 'finding')} waived"] if waived else []
    if len(every) > len(waived):
        known = len(every) - len(waived)
        parts.append(f"{known} in the baseline" if waived else f"{count(known, 'finding')} in the baseline")
    hint = "" if full else " (-v shows why)" if waived else " (-v lists them)"
    title = f"{engagement.file}: {', '.join(parts)}{hint}"
    lines = [paint(line, "strong") for line in wrap(title, width)]
    rows = [
        (spot(one.location), label(one.rule, report.rules), _said(one, why, full=full))
        for one, why in (every if full else waived)
    ]
    return lines + entries(rows, role="quiet", width=width, paint=paint)


def waivers(report: Report, *, full: bool, width: int, paint: Paint) -> list[str]:
    """Give the waivers that need somebody, because they end soon, have ended, or waive nothing; `full` gives all.

    One that a finding speaks of already is left out.
    """
    shown = [use for use in report.waivers if full or speaks_up(use, report)]
    lines = [paint("Waivers", "strong")] if shown else []
    for use in shown:
        text = f"{place(use.location)}: {use.rule} for {use.engagement}: {use.sentence}"
        lines += wrap(text, width, INDENT, INDENT * 2)
    return lines


def _said(finding: Finding, suppression: Suppression, *, full: bool) -> str:
    if not full:
        return terms(suppression)
    why = f": {suppression.reason}" if suppression.reason else ""
    return f"{finding.message} [{terms(suppression)}{why}]"

"""What is accepted, in the text report: findings with a waiver or in the baseline, and waivers that need somebody."""

from bpogov.core.finding import Finding
from bpogov.core.report import EngagementResult, Report
from bpogov.core.suppression import Suppression, SuppressionKind, WaiverState, WaiverUse
from bpogov.report.block import INDENT, label, place
from bpogov.report.display import wrap
from bpogov.report.entries import entries, spot
from bpogov.report.paint import Paint
from bpogov.report.tally import count

QUIET = frozenset({WaiverState.ACTIVE, WaiverState.ELSEWHERE})
"""States in which nobody has to do anything about a waiver."""


def accepted(engagement: EngagementResult, report: Report, *, full: bool, width: int, paint: Paint) -> list[str]:
    """Give a short list of the waived findings of an engagement, and the number of those in the baseline.

    `full` lists the latter too, and says of each what was found and why it is accepted.
    """
    waived = [one for one in engagement.findings if _kind(one) is SuppressionKind.WAIVER]
    known = [one for one in engagement.findings if _kind(one) is SuppressionKind.BASELINE]
    if not waived and not known:
        return []
    parts = [f"{count(len(waived), 'finding')} waived"] if waived else []
    if known:
        parts.append(f"{len(known)} in the baseline" if waived else f"{count(len(known), 'finding')} in the baseline")
    hint = "" if full else " (-v shows why)" if waived else " (-v lists them)"
    title = f"{engagement.file}: {', '.join(parts)}{hint}"
    lines = [paint(line, "strong") for line in wrap(title, width)]
    shown = [one for one in engagement.findings if one.suppression] if full else waived
    rows = [(spot(one.location), label(one.rule, report.rules), _said(one, full=full)) for one in shown]
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


def speaks_up(use: WaiverUse, report: Report) -> bool:
    """Whether a waiver needs somebody, and no finding about the waiver files says so."""
    told = {finding.location.order for finding in report.waiver_findings}
    return use.state not in QUIET and use.location.order not in told


def terms(suppression: Suppression) -> str:
    """Give until when something is accepted, and by whom, as far as it is known."""
    if suppression.kind is SuppressionKind.BASELINE:
        return "in the baseline"
    until = f"until {suppression.until}" if suppression.until else "waived"
    return f"{until}, approved by {suppression.approved_by}" if suppression.approved_by else until


def _kind(finding: Finding) -> SuppressionKind | None:
    return finding.suppression.kind if finding.suppression else None


def _said(finding: Finding, *, full: bool) -> str:
    if finding.suppression is None:
        return finding.message
    if not full:
        return terms(finding.suppression)
    why = f": {finding.suppression.reason}" if finding.suppression.reason else ""
    return f"{finding.message} [{terms(finding.suppression)}{why}]"

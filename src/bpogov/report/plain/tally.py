"""The numbers of a report, counted in one place for every format."""

from collections.abc import Mapping

from msgspec import Struct

from bpogov.core.outcome import Outcome
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.core.suppression import SuppressionKind, WaiverState


class Tally(Struct, frozen=True):
    """How many of what: engagements, rules of the policy set, findings by severity, outcomes, open questions.

    `suppressed` are the findings that a waiver or a baseline accepts; they are not among the findings by severity.
    `waived` and `baseline` are its two parts, `ending` those of the waived ones whose waiver ends soon.
    """

    engagements: int
    rules: int
    findings: Mapping[str, int]
    outcomes: Mapping[str, int]
    open_questions: int
    suppressed: int = 0
    waived: int = 0
    baseline: int = 0
    ending: int = 0


def tally(report: Report) -> Tally:
    """Count the report. Every severity and every outcome has an entry, also where there is none of it."""
    findings = {severity.value: 0 for severity in Severity}
    outcomes = {outcome.value: 0 for outcome in Outcome}
    for finding in report.findings:
        findings[finding.severity] += finding.suppression is None
    for engagement in report.engagements:
        for outcome, number in engagement.results.counts.items():
            outcomes[outcome] += number
    different = {id(engagement.results): engagement.results for engagement in report.engagements}.values()
    accepted = [finding for finding in report.findings if finding.suppression]
    waived = [one for one in accepted if one.suppression and one.suppression.kind is SuppressionKind.WAIVER]
    soon = {print_ for use in report.waivers if use.state is WaiverState.ENDS_SOON for print_ in use.fingerprints}
    return Tally(
        engagements=len(report.engagements),
        rules=len({result.rule for results in different for result in results}),
        findings=findings,
        outcomes=outcomes,
        open_questions=sum(len(engagement.open_questions) for engagement in report.engagements),
        suppressed=len(accepted),
        waived=len(waived),
        baseline=len(accepted) - len(waived),
        ending=sum(one.fingerprint in soon for one in waived),
    )


def count(number: int, singular: str, plural: str = "") -> str:
    """Give a number with its noun: `1 error`, `2 errors`, `0 errors`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"

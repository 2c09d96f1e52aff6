"""What the gate says: the one place where findings and outcomes become a verdict and an exit code."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from bpogov.core.finding import Finding, Notification
from bpogov.core.gate import NEVER, Gate
from bpogov.core.outcome import Outcome
from bpogov.core.report import EngagementResult, Verdict
from bpogov.core.severity import Severity

CLEAN, FINDINGS, NOT_CHECKED = 0, 1, 2
_NOTHING = "there was no engagement to check"
_MOST = 3
"""Files with waivers that the sentence names."""


def marked(findings: Iterable[Finding], gate: Gate) -> tuple[Finding, ...]:
    """The findings, each marked with whether it blocks the gate."""
    return tuple(replace(finding, blocking=gate.blocks(finding)) for finding in findings)


def verdict(
    gate: Gate,
    engagements: Sequence[EngagementResult],
    notifications: Iterable[Notification],
    more: Sequence[Finding] = (),
    *,
    others: str = "",
    may_be_empty: bool = False,
) -> Verdict:
    """The verdict of a gate on marked findings; `more` are those about files with waivers.

    `others` says in words which files were checked that are no engagements; alone they pass, unless the gate looks at
    everything: there is nothing to sign without an engagement.

    What could not be checked weighs more than any finding. Findings about the text and the structure always count,
    whatever the gate fails on: the rules that read a broken part were not checked, and that is never a pass. Nor is
    a run without an engagement, unless it `may_be_empty`.
    """
    sentence, code = _judged(gate, engagements, notifications, more, others, may_be_empty=may_be_empty)
    as_status = gate.as_status.value if gate.as_status else ""
    return Verdict(gate.name, gate.fail_on, code == CLEAN, code, sentence, as_status, gate.unknown_blocks)


def _judged(
    gate: Gate,
    engagements: Sequence[EngagementResult],
    notifications: Iterable[Notification],
    more: Sequence[Finding],
    others: str,
    *,
    may_be_empty: bool,
) -> tuple[str, int]:
    broken = [notification for notification in notifications if notification.severity is Severity.ERROR]
    errors = sum(one.results.counts[Outcome.ERROR] for one in engagements)
    if broken or errors or not (engagements or may_be_empty or (others and not gate.whole)):
        return "not checked: " + _why(len(broken), errors), NOT_CHECKED
    blocking = [one for engagement in engagements for one in engagement.findings if one.blocking]
    of_waivers = [one for one in more if one.blocking]
    reasons = _counted(blocking + of_waivers)
    if of_waivers:
        reasons[-1] += _where(of_waivers, alone=not blocking)
    if gate.unknown_blocks:
        reasons += _open(engagements)
    if reasons:
        return f"failed: {', '.join(reasons)}", FINDINGS
    if others and not engagements:
        return f"passed: {others}: {_passed(gate) if more else 'nothing wrong'}", CLEAN
    if not engagements:
        return f"passed: {_NOTHING}, as --allow-empty allows", CLEAN
    return f"passed: {_passed(gate)}{f', also in {others}' if others else ''}", CLEAN


def _where(findings: Sequence[Finding], *, alone: bool) -> str:
    """In which files with waivers there are findings; `alone`: there are no others."""
    files = sorted({finding.location.file for finding in findings})
    more = f" and {_number(len(files) - _MOST, 'more file')}" if len(files) > _MOST else ""
    return f" ({'' if alone else f'{len(findings)} of them '}in {', '.join(files[:_MOST])}{more})"


def _passed(gate: Gate) -> str:
    if gate.fail_on == NEVER:
        return "no findings count"
    which = f" of {', '.join(gate.only)}" if gate.only else ""
    return f"nothing{which} at or above {gate.fail_on}"


def _why(broken: int, errors: int) -> str:
    if errors:
        return f"{_number(errors, 'rule')} could not be evaluated"
    if broken:
        return f"{_number(broken, 'problem')} kept something from being checked"
    return _NOTHING


def _counted(findings: Sequence[Finding]) -> list[str]:
    counts = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
    return [_number(count, severity.value) for severity, count in counts if count]


def _open(engagements: Sequence[EngagementResult]) -> list[str]:
    """What nobody knows yet, and what could not be checked, in words."""
    questions = sum(len(one.open_questions) for one in engagements)
    unchecked = sum(one.results.counts[Outcome.NOT_CHECKED] for one in engagements)
    found = [_number(questions, "open question")] if questions else []
    return [*found, f"{_number(unchecked, 'check')} not made"] if unchecked else found


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"

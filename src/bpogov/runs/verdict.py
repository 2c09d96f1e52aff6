"""What the gate says: the one place where findings and outcomes become a verdict and an exit code."""

from collections.abc import Iterable, Sequence

from bpogov.core.finding import Finding, Notification
from bpogov.core.outcome import Outcome
from bpogov.core.report import EngagementResult, Verdict
from bpogov.core.severity import Severity

CLEAN, FINDINGS, NOT_CHECKED = 0, 1, 2
STRUCTURAL = ("YML", "STR")


def verdict(
    gate: str, fail_on: str, engagements: Sequence[EngagementResult], notifications: Iterable[Notification]
) -> Verdict:
    """The verdict of a gate. What could not be checked weighs more than any finding.

    Findings about the text and the structure always count, whatever `fail_on` says: the rules that read a broken part
    were not checked, and that is never a pass.
    """
    broken = [notification for notification in notifications if notification.severity is Severity.ERROR]
    errors = sum(result.outcome is Outcome.ERROR for one in engagements for result in one.results)
    if broken or errors or not engagements:
        sentence = "not checked: " + _why(len(broken), errors)
        return Verdict(gate, fail_on, passed=False, exit_code=NOT_CHECKED, sentence=sentence)
    blocking = [finding for one in engagements for finding in one.findings if _blocks(finding, fail_on)]
    if blocking:
        sentence = f"failed: {_counted(blocking)}"
        return Verdict(gate, fail_on, passed=False, exit_code=FINDINGS, sentence=sentence)
    what = "no findings count" if fail_on == "never" else f"nothing at or above {fail_on}"
    return Verdict(gate, fail_on, passed=True, exit_code=CLEAN, sentence=f"passed: {what}")


def _blocks(finding: Finding, fail_on: str) -> bool:
    if finding.rule.startswith(STRUCTURAL):
        return True
    return fail_on != "never" and finding.severity.at_least(Severity(fail_on))


def _why(broken: int, errors: int) -> str:
    if errors:
        return f"{_number(errors, 'rule')} could not be evaluated"
    if broken:
        return f"{_number(broken, 'problem')} kept something from being checked"
    return "there was no engagement to check"


def _counted(findings: Sequence[Finding]) -> str:
    counts = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
    return ", ".join(_number(count, severity.value) for severity, count in counts if count)


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"

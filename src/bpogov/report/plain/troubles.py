"""Why a check could not be made, for formats whose readers would take an empty list for a pass."""

from bpogov.core.finding import Notification
from bpogov.core.report import Report
from bpogov.core.severity import Severity

NOT_CHECKED = 2
"""The exit code of a run that could not check (docs/reference/exit-codes.md)."""

NAMELESS = "bpogov.yaml"
"""The file that stands for the run itself where a format has to name one."""


def could_not_check(report: Report) -> bool:
    """Whether something kept the run from giving an answer."""
    return report.verdict.exit_code == NOT_CHECKED


def troubles(report: Report) -> tuple[Notification, ...]:
    """Give what kept the run from checking: its errors, or, where there are none, the sentence of the verdict.

    Empty where everything was checked.
    """
    errors = tuple(said for said in report.notifications if said.severity is Severity.ERROR)
    if errors or not could_not_check(report):
        return errors
    return (Notification(Severity.ERROR, "not-checked", f"Gate {report.verdict.gate} {report.verdict.sentence}"),)

"""The report of a run that could not look at anything."""

from bpogov.core.errors import BpogovError
from bpogov.core.gate import Gate
from bpogov.core.report import Report
from bpogov.runs.preparing.versions import versions
from bpogov.runs.verdict import verdict


def not_checked(error: BpogovError, gate: str, today: str | None) -> Report:
    """Say what ended the run before it could check: every format shows it, and none of them as a pass.

    `gate` and `today` are what was asked for, the day as it was written.
    """
    return Report(
        today=today or "",
        engagements=(),
        rules={},
        notifications=error.problems,
        verdict=verdict(Gate(gate), (), error.problems),
        versions=versions(),
    )

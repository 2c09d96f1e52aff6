"""The report of a run that could not look at anything."""

from bpogov.core.errors import UsageError
from bpogov.runs.failed import not_checked


def test_it_is_never_a_pass() -> None:
    """The problems are in it, and the verdict is that nothing was checked."""
    error = UsageError("The file is gone", "look for it")
    report = not_checked(error, "ci", None)
    assert (report.notifications, report.engagements, report.today) == (error.problems, (), "")
    assert (report.verdict.gate, report.verdict.exit_code) == ("ci", 2)
    assert report.verdict.sentence == "not checked: 1 problem kept something from being checked"
    assert not_checked(error, "ci", "2026-11-21").today == "2026-11-21"

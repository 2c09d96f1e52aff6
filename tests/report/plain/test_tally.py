"""The numbers of a report."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.report import OpenQuestion, Report
from bpogov.core.suppression import Suppression, SuppressionKind, WaiverState, WaiverUse
from bpogov.report.plain.tally import count, tally


def test_tally_counts_findings_outcomes_and_rules(
    report_of: Callable[..., Report], meeting: Finding, note: Finding
) -> None:
    """Every severity and outcome has a number, also zero; a rule of several engagements counts once."""
    report = report_of(meeting, note, questions=(OpenQuestion("$.x", 1),))
    twice = report_of(engagements=(*report.engagements, *report.engagements))
    counted = tally(twice)
    assert counted.findings == {"error": 2, "warning": 0, "note": 2}
    assert counted.outcomes == {"pass": 4, "fail": 0, "not-applicable": 0, "not-checked": 0, "error": 0}
    assert (counted.engagements, counted.rules, counted.open_questions) == (2, 2, 2)


def test_what_is_accepted_is_counted_apart(
    report_of: Callable[..., Report], meeting: Finding, waived: Finding, waiver: WaiverUse
) -> None:
    """Waived findings, those whose waiver ends soon, and those of the baseline have their own numbers."""
    known = replace(meeting, suppression=Suppression(SuppressionKind.BASELINE, "baseline.json", ""))
    later = replace(waived, fingerprint="f4")
    active = replace(waiver, state=WaiverState.ACTIVE, fingerprints=("f4",))
    counted = tally(report_of(meeting, waived, later, known, waivers=(waiver, active)))
    assert counted.findings["error"] == 1
    assert (counted.suppressed, counted.waived, counted.baseline, counted.ending) == (3, 2, 1, 1)


def test_count_agrees_with_its_noun() -> None:
    """One is singular, everything else plural, also an irregular one."""
    assert [count(number, "error") for number in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]
    assert count(2, "policy", "policies") == "2 policies"

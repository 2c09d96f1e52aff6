"""What a report comes to."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import OpenQuestion, Report, Verdict
from bpogov.core.suppression import WaiverUse
from bpogov.report.plain.summary import numbers, standing, verdict
from bpogov.report.plain.tally import Tally, tally


def test_numbers_say_everything_that_is_there(
    report_of: Callable[..., Report], meeting: Finding, waived: Finding, waiver: WaiverUse
) -> None:
    """Findings, waived ones and those that end, open questions, and what was not checked, each with its number."""
    results = (RuleResult("COM001", Outcome.NOT_CHECKED, ""), RuleResult("COM002", Outcome.ERROR, ""))
    report = report_of(meeting, waived, results=results, questions=(OpenQuestion("$.x", 1),), waivers=(waiver,))
    assert numbers(tally(report)) == (
        "1 engagement, 2 rules: 1 error, 1 waived (1 ends soon), 1 open question, 1 check not made, "
        "1 check could not be evaluated"
    )
    assert numbers(tally(report), full=True).endswith(", 0 passed, 0 not applicable")


def test_numbers_without_findings(report_of: Callable[..., Report]) -> None:
    """A clean run says that nothing was found."""
    assert numbers(tally(report_of())) == "1 engagement, 2 rules, no findings"
    assert numbers(tally(replace(report_of(), engagements=()))) == "No engagement, no findings"


def test_baseline_and_several_ends() -> None:
    """The baseline has its number, and several waivers end."""
    outcomes = {outcome.value: 0 for outcome in Outcome}
    counted = Tally(2, 9, {"error": 0}, outcomes, 0, suppressed=8, waived=3, baseline=5, ending=2)
    assert numbers(counted) == "2 engagements, 9 rules, no findings, 3 waived (2 end soon), 5 in the baseline"


def test_the_verdict_is_one_safe_line(report_of: Callable[..., Report]) -> None:
    """A gate is named by an organisation, so its name is shown like everything else."""
    said = Verdict("a\nb", "error", passed=False, exit_code=1, sentence="failed: 1 error")
    assert verdict(report_of(verdict=said)) == "Gate a␊b failed: 1 error"


def test_a_later_status_of_the_gate_is_explained(report_of: Callable[..., Report]) -> None:
    """It is said of a draft, not of an engagement that has come so far, nor of one whose status cannot be read."""
    said = Verdict("sign-off", "error", passed=True, exit_code=0, sentence="passed", as_status="in-review")
    report = report_of(verdict=said)
    assert standing(report) == "Judged as if in-review, because the gate sign-off asks for that status"
    for status in ("in-review", "live", ""):
        assert standing(replace(report, engagements=(replace(report.engagements[0], status=status),))) == ""
    assert standing(report_of()) == ""

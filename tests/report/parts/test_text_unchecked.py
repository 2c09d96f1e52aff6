"""Rules that gave no answer."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import Report, Verdict
from bpogov.report.parts.text_unchecked import holes_block, unchecked, unevaluated
from bpogov.report.terminal.paint import Paint

PLAIN = Paint(color=False)
STRICT = Verdict("sign-off", "error", passed=False, exit_code=1, sentence="failed", unknown_blocks=True)


def _results(outcome: Outcome) -> tuple[RuleResult, ...]:
    broken = [RuleResult(f"SLA00{number}", outcome, "the file cannot be read") for number in range(1, 5)]
    pair = [RuleResult(f"CTR00{number}", outcome, "$.contract is not readable") for number in (1, 2)]
    return (*broken, *pair, RuleResult("COM001", outcome, "$.meetings is not readable"))


def _shown(report: Report, *, full: bool = False) -> list[str]:
    return unchecked(report.engagements[0], report, full=full, width=80, paint=PLAIN)


def test_one_reason_is_said_once(report_of: Callable[..., Report]) -> None:
    """A file that cannot be read stops every rule: one line says so, with the number and the first of them."""
    assert _shown(report_of(results=_results(Outcome.NOT_CHECKED), verdict=STRICT)) == [
        "engagements/acme.yaml: 7 rules not checked, which is no pass (-v names each)",
        "  4 rules (SLA001, SLA002, SLA003, …): the file cannot be read",
        "  2 rules (CTR001, CTR002): $.contract is not readable",
        "  COM001 meeting-rhythm: $.meetings is not readable",
    ]


def test_full_names_each(report_of: Callable[..., Report]) -> None:
    """With -v each rule has its line, whatever the gate asks for."""
    lines = _shown(report_of(results=_results(Outcome.NOT_CHECKED)), full=True)
    assert lines[0] == "engagements/acme.yaml: 7 rules not checked, which is no pass"
    assert [line.split(":")[0].split()[0] for line in lines[1:]] == [
        *("SLA001", "SLA002", "SLA003", "SLA004"),
        *("CTR001", "CTR002", "COM001"),
    ]


def test_a_gate_that_lets_holes_pass_is_quiet(report_of: Callable[..., Report]) -> None:
    """They are counted in the last line; nor is anything listed where the gate is open, or nothing is missing."""
    report = report_of(results=_results(Outcome.NOT_CHECKED))
    assert not holes_block(report)
    assert _shown(report) == []
    assert not holes_block(report_of(verdict=replace(STRICT, passed=True)))
    assert _shown(report_of(verdict=STRICT)) == []


def test_what_broke_is_always_said(report_of: Callable[..., Report]) -> None:
    """Rules that broke are listed at every gate, in red, those with the same reason together."""
    report = report_of(results=_results(Outcome.ERROR)[:4])
    lines = unevaluated(report.engagements[0], report, full=False, width=60, paint=Paint(color=True))
    assert lines == [
        "\x1b[1;31mengagements/acme.yaml: 4 rules could not be evaluated, which\x1b[0m",
        "\x1b[1;31mis no pass (-v names each)\x1b[0m",
        "  4 rules (SLA001, SLA002, SLA003, …): the file cannot be",
        "    read",
    ]

"""How often each rule found something."""

from collections.abc import Callable

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.report import Report
from bpogov.core.severity import Severity
from bpogov.report.answers.statistics import render


def test_the_most_frequent_rule_comes_first(report_of: Callable[..., Report], meeting: Finding, note: Finding) -> None:
    """Counts are sorted; a rule with two severities has two lines; the title says what the rule asks."""
    lighter = replace(meeting, severity=Severity.WARNING)
    assert render(report_of(meeting, lighter, note, note)) == (
        "2  note     GOL004\n1  error    COM001  You meet often enough\n1  warning  COM001  You meet often enough\n"
    )


def test_what_is_accepted_is_not_counted(report_of: Callable[..., Report], waived: Finding, note: Finding) -> None:
    """The numbers agree with those of the last line."""
    assert render(report_of(waived, note)) == "1  note  GOL004\n"


def test_nothing_found_is_nothing_to_count(report_of: Callable[..., Report]) -> None:
    """Without findings there is no table."""
    assert render(report_of()) == ""

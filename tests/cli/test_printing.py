"""Which format shows the result of a check."""

from collections.abc import Callable
from typing import Any

from tests.cli.conftest import REPORT
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
CheckGives = Callable[[object], list[Any]]


def test_how_much_is_said(run_cli: RunCli, check_gives: CheckGives) -> None:
    """-q gives one line for a finding, -v its place in the data, --statistics only numbers."""
    check_gives(REPORT)
    assert run_cli("check", "-q").out.startswith("a.yaml:3:8: error: COM001 The title")
    assert "  at:   $.title\n" in run_cli("check", "-v").out
    statistics = run_cli("check", "--statistics").out
    assert statistics.startswith("1  error  COM001  You meet often enough\n1 engagement")
    assert "Café" not in statistics


def test_contradictions_are_refused(run_cli: RunCli, check_gives: CheckGives) -> None:
    """Options that would do nothing together are a usage error, before anything is checked."""
    calls = check_gives(REPORT)
    assert "go with --format text only" in " ".join(run_cli("check", "--format", "json", "-v").err.split())
    outcome = run_cli("check", "-q", "-v")
    assert (outcome.code, outcome.out, calls) == (2, "", [])
    assert "Only one of --statistics, -q and -v can be asked for" in outcome.err

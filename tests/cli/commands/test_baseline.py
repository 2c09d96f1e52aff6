"""`bpogov baseline`."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Outcome
from tests.runs.bench import DAY, NO_GOALS, governed

RunCli = Callable[..., Outcome]


def test_a_baseline_is_written_used_and_shrunk(run_cli: RunCli, workspace: Path) -> None:
    """What is known does not fail the next check; a second run says what changed."""
    governed(NO_GOALS)
    assert run_cli("check", "--today", DAY, "--fail-on", "warning").code == 1
    outcome = run_cli("baseline", "known.yaml", "--today", DAY)
    assert (outcome.code, outcome.out) == (0, "wrote known.yaml: 1 known, 1 new, 0 gone\n")
    assert run_cli("check", "--today", DAY, "--fail-on", "warning", "--baseline", "known.yaml").code == 0
    outcome = run_cli("baseline", "known.yaml", "engagements/shop.yaml", "--add", "--today", DAY)
    assert outcome.out == "wrote known.yaml: 1 known, 0 new, 0 gone\n"
    assert (workspace / "known.yaml").is_file()


def test_a_broken_baseline_is_left_as_it_is(run_cli: RunCli, workspace: Path) -> None:
    """It stops the run, and nothing is written over it."""
    governed(NO_GOALS)
    (workspace / "known.yaml").write_text("mine")
    outcome = run_cli("baseline", "known.yaml", "--today", DAY)
    assert (outcome.code, (workspace / "known.yaml").read_text()) == (2, "mine")
    assert "known.yaml:1:1: error:" in outcome.err

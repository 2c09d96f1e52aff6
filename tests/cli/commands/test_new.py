"""`bpogov new`."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Outcome
from tests.runs.bench import DAY, NO_GOALS, governed

RunCli = Callable[..., Outcome]


def test_new_says_what_it_wrote_and_what_is_next(run_cli: RunCli, workspace: Path) -> None:
    """The files are named, and how to check them."""
    assert run_cli("new", "engagement", "acme").out.startswith("wrote engagements/acme.yaml\nNext: ")
    assert run_cli("new", "rule", "few-goals").out.splitlines()[:3] == [
        "wrote policies/own/own/few-goals.yaml",
        "wrote policies/own/pack.yaml",
        "wrote policies/own/examples/starter.yaml",
    ]
    assert (workspace / "policies/own/pack.yaml").is_file()


def test_a_new_waiver_says_what_is_to_be_filled_in(run_cli: RunCli, workspace: Path) -> None:
    """The file is named, and that people have to fill it in."""
    governed(NO_GOALS)
    outcome = run_cli("new", "waiver", "OWN002", "engagements/shop.yaml", "--today", DAY, "--at", "$.goals")
    assert outcome.out == (
        "wrote waivers/acme-email-support-own002.yaml\n"
        'Next: fill in what stands in <angle brackets>, then "bpogov check engagements/shop.yaml"\n'
    )
    assert "from: 2026-11-21\n" in (workspace / "waivers/acme-email-support-own002.yaml").read_text()


def test_new_without_a_kind_says_what_there_is(run_cli: RunCli) -> None:
    """`bpogov new` alone is a usage error with the way to its help."""
    outcome = run_cli("new")
    assert outcome.code == 2
    assert '"bpogov new --help" shows how it is used' in outcome.err

"""`bpogov new`."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Outcome

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


def test_new_without_a_kind_says_what_there_is(run_cli: RunCli) -> None:
    """`bpogov new` alone is a usage error with the way to its help."""
    outcome = run_cli("new")
    assert outcome.code == 2
    assert '"bpogov new --help" shows how it is used' in outcome.err

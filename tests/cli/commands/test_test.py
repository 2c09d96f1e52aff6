"""`bpogov test`."""

from collections.abc import Callable
from typing import Any

from bpogov.core.location import Location
from bpogov.core.selftest import ExampleFailure, RuleSelftest, SelftestReport
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
Stub = Callable[..., list[Any]]


def test_test_fails_with_the_examples(run_cli: RunCli, stub: Stub) -> None:
    """A failed example is exit code 1; the packs that are named are the ones that run."""
    failure = ExampleFailure("one", "it passed", Location("a.yaml"))
    rule = RuleSelftest("A001", "a", "own", ("one",), (failure,))
    calls = stub("runs", "selftest", selftest=SelftestReport((rule,)))
    outcome = run_cli("test", "policies/own", "-v")
    assert outcome.code == 1
    assert "  failed  one\n" in outcome.out
    assert calls[0] == (("policies/own",), None, None)
    stub("runs", "selftest", selftest=SelftestReport((RuleSelftest("A001", "a", "own", ("one",)),)))
    assert run_cli("test").code == 0

"""The result of running the examples in the rule files."""

from bpogov.core.location import Location
from bpogov.core.selftest import ExampleFailure, RuleSelftest, SelftestReport


def test_one_failed_example_fails_the_run() -> None:
    """The failures of all rules are gathered, and any of them is exit code 1."""
    failure = ExampleFailure("two", "it passed", Location("b.yaml"))
    good = RuleSelftest("A001", "a", "own", ("one",))
    bad = RuleSelftest("B001", "b", "own", ("two",), (failure,))
    assert SelftestReport((good, bad)).failures == (failure,)
    assert SelftestReport((good, bad)).exit_code == 1
    assert SelftestReport((good,)).exit_code == 0

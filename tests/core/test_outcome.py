"""Results of rules, and how many have which outcome."""

from bpogov.core.outcome import Outcome, Results, RuleResult

FIRST = RuleResult("COM001", Outcome.PASS, "all there")
SECOND = RuleResult("COM002", Outcome.FAIL, "nobody there")
THIRD = RuleResult("COM003", Outcome.PASS, "all there")


def test_results_are_counted_by_their_outcome() -> None:
    """They stay in the order of the rules, and equal any sequence of the same ones."""
    results = Results([FIRST, SECOND, THIRD])
    assert tuple(results) == (FIRST, SECOND, THIRD)
    assert (results.counts[Outcome.PASS], results.counts[Outcome.FAIL], results.counts[Outcome.ERROR]) == (2, 1, 0)
    assert results.counts is results.counts


def test_those_with_an_outcome_are_found() -> None:
    """In their order, or none."""
    results = Results([FIRST, SECOND, THIRD])
    assert results.having(Outcome.PASS) == (FIRST, THIRD)
    assert results.having(Outcome.NOT_CHECKED) == ()

"""The result of `bpogov test` for a person."""

from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.selftest import ExampleFailure, RuleSelftest, SelftestReport
from bpogov.report.answers.selftest import render

PLACE = Location("own/a.yaml", "$.examples[1]", Span(Position(9, 5), Position(9, 10)), ("  - name: x",))
FAILURE = ExampleFailure("no goal", "the rule passed, but the example expects fail", PLACE, "change the expectation")
REPORT = SelftestReport((RuleSelftest("OWN001", "own", "own", ("one goal", "no goal"), (FAILURE,)),))


def test_a_failed_example_shows_its_place_and_what_happened() -> None:
    """Every failure is a block like a finding; the last line has the numbers."""
    assert (
        render(REPORT)
        == """\
own/a.yaml:9:5: error: OWN001 own
  example "no goal": the rule passed, but the example expects fail
    |
  9 |   - name: x
    |     ^^^^^
  help: change the expectation

1 rule, 2 examples, 1 failure
"""
    )
    assert REPORT.exit_code == 1


def test_full_names_every_example_that_ran() -> None:
    """With -v a person sees what was run."""
    assert "OWN001 own\n  passed  one goal\n  failed  no goal\n" in render(REPORT, full=True)


def test_a_clean_run_says_what_ran() -> None:
    """Without failures the last line says that all examples hold; a failure without help has no help line."""
    clean = SelftestReport((RuleSelftest("OWN001", "own", "own", ("one goal",)),))
    assert render(clean) == "1 rule, 1 example, all as they say\n"
    assert clean.exit_code == 0
    bare = ExampleFailure("one goal", "broke", Location("own/a.yaml"))
    assert "help" not in render(SelftestReport((RuleSelftest("OWN001", "own", "own", ("one goal",), (bare,)),)))

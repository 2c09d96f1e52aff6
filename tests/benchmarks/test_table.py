from pathlib import Path

import pytest

from benchmarks.measuring.measure import Measure, Result, Taken, Target
from benchmarks.measuring.process import Cost
from benchmarks.measuring.table import HEAD, met, table


def _taken(name: str, cpu: list[float], target: Target | None = None, note: str = "") -> Taken:
    costs = [Cost(value, 2 * value, 40) for value in cpu]
    return Taken(Measure(name, [], Path(), target=target, note=note), costs)


def test_a_line_says_median_spread_ratio_and_target() -> None:
    """The ratio is the median of the ratios of the rounds, so that a slow round of both does not count."""
    loop = _taken("loop", [10, 20, 100])
    ours = _taken("ours", [15, 10, 50], Target("times", 1.5, 0.5), "well")
    assert table([Result("2", 2, [loop, ours])]).splitlines() == [
        *HEAD.splitlines(),
        "| 2 | loop | 20.0 | 10.0–100 | 10.0 | 40.0 |  |  |  | 40 | 3 |  |",
        "| 2 | ours | 15.0 | 10.0–50.0 | 7.50 | 30.0 | 0.50 | 1.50 ×, 0.50 × | stretch (0.50 ×) | 40 | 3 | well |",
    ]


def test_what_was_left_out_keeps_its_line() -> None:
    """Its note says why."""
    left = _taken("slow", [], note="left out: about 200 s")
    assert table([Result("files", 9, [left])]).splitlines()[-1] == (
        "| files | slow |  |  |  |  |  |  |  |  |  | left out: about 200 s |"
    )


def test_an_empty_group_has_no_line() -> None:
    """Nobody disagreed, for example."""
    assert table([Result("not timed", 0, [])]) == HEAD


def test_without_a_first_there_is_nothing_to_compare_with() -> None:
    """What was to be compared broke; what needs no comparison is judged all the same."""
    broken = _taken("first", [])
    assert met(_taken("ours", [200], Target("times", 3, 1)), broken, Target("times", 3, 1)) == "not known"
    assert met(_taken("ours", [200]), broken, Target("seconds", 0.5, 0.3)) == "must (0.40 s)"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target("times", 3, 1.5), "must (2.00 ×)"),
        (Target("times", 1.5, None), "**no** (2.00 ×)"),
        (Target("seconds", 0.5, 0.3), "must (0.40 s)"),
        (Target("more", 120, 100), "stretch (+100 ms)"),
        (Target("faster", 1.8, None), "**no** (0.50 × faster)"),
        (Target("faster", 0.4, None), "must (0.50 × faster)"),
        (Target("MiB", 80, 50), "stretch (40 MiB)"),
    ],
)
def test_targets_are_judged(target: Target, expected: str) -> None:
    """Beside a first of the group that took 100 ms of processor time, something took 200 ms."""
    assert met(_taken("ours", [200], target), _taken("first", [100]), target) == expected

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import credits as service_credits

VOICE = {
    "id": "voice",
    "metric": "service-level",
    "unit": "percent",
    "direction": "higher",
    "target": 80,
    "threshold": 75,
    "function": ["voice"],
    "credits": [{"below": 80, "percent": 2}, {"below": 75, "percent": 4}],
}
DELAY = {
    "id": "delay",
    "metric": "turnaround-time",
    "unit": "hours",
    "direction": "lower",
    "target": 20,
    "function": ["email"],
    "credits": [{"above": 20, "percent": 2.2}, {"above": 24, "percent": 4.1}],
}
ODD = [None, 7, "level", {}, {"credits": "none"}, {"credits": [None, {}, {"below": "x", "percent": 3}, {"above": 3}]}]


@pytest.mark.parametrize(
    ("levels", "base", "worst"),
    [
        ([VOICE, DELAY], "monthly-charges", 8.1),
        ([VOICE, DELAY], "function-charges", 4.1),
        ([VOICE, DELAY | {"function": ["voice", "email"]}], "function-charges", 8.1),
        ([VOICE, DELAY | {"function": []}], "function-charges", 8.1),
        ([VOICE | {"credits": [{"below": 0, "percent": 50}, {"above": 100, "percent": 60}]}], "monthly-charges", 0),
        ([VOICE | {"credits": [{"below": 75, "above": 70, "percent": 3}]}], "monthly-charges", 3),
        ([VOICE | {"credits": [{"below": 120, "above": 110, "percent": 3}]}], "monthly-charges", 0),
        ([VOICE | {"credits": [{"below": 75, "above": 90, "percent": 3}]}], "monthly-charges", 3),
        (ODD, "monthly-charges", 0),
        (ODD, "function-charges", 0),
        ([], "", 0),
    ],
)
def test_worst_month(levels: list[Any], base: str, worst: float) -> None:
    """The heaviest step of each level that some result can make due, by function where charges are."""
    assert service_credits.worst_month(levels, base) == worst


@pytest.mark.parametrize(
    ("level", "actual", "date", "percent"),
    [
        (VOICE, 80, "2026-10-01", 0),
        (VOICE, 79.9, "2026-10-01", 2),
        (VOICE, 75, "2026-10-01", 2),
        (VOICE, 74.9, "2026-10-01", 4),
        (DELAY, 24.5, "2026-10-01", 4.1),
        (VOICE | {"applies_from": "2026-10-02"}, 60, "2026-10-01", 0),
        (VOICE | {"applies_from": "2026-10-01"}, 60, "2026-10-01", 4),
        (VOICE | {"target": 70}, 72, "2026-10-01", 0),
        (VOICE | {"target": 70, "steps": [{"from": "2026-10-01", "target": 80}]}, 72, "2026-10-01", 4),
        (VOICE | {"credits": [{"above": 90, "percent": 9}]}, 95, "2026-10-01", 0),
        ({"direction": "keep", "credits": [{"below": 70, "above": 90, "percent": 3}]}, 95, "2026-10-01", 3),
        ({"credits": [{"below": 90, "above": 70, "percent": 3}]}, 80, "2026-10-01", 3),
        ({"credits": [{"below": 90, "above": 70, "percent": 3}]}, 90, "2026-10-01", 0),
        ({}, 80, "2026-10-01", 0),
    ],
)
def test_due(level: dict[str, Any], actual: float, date: str, percent: float) -> None:
    """The heaviest step that applies is due, once the level counts and only where its target is missed."""
    assert service_credits.due(level, actual, date) == percent


def test_nothing_is_due_for_no_number() -> None:
    """What is no number is no result."""
    with pytest.raises(ValueError, match="expected to be a number"):
        service_credits.due(VOICE, float("nan"), "2026-10-01")


def _faults(level: dict[str, Any], band: float = 1) -> list[tuple[str, str, float, float]]:
    found = service_credits.faults([level], band)
    return [(fault["kind"], fault["at"], fault["limit"], fault["other"]) for fault in found]


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({}, []),
        ({"credits": [{"below": 75, "percent": 4}]}, []),
        ({"credits": [{"below": 74, "percent": 4}]}, []),
        ({"credits": [{"below": 81, "percent": 4}]}, []),
        ({"credits": [{"below": 73.9, "percent": 4}]}, [("gap", 0, 73.9, 75.0)]),
        ({"credits": [{"below": 81.1, "percent": 4}]}, [("early", 0, 81.1, 80.0)]),
        ({"credits": [{"below": 78, "percent": 4}]}, [("between", 0, 78.0, 75.0)]),
        ({"threshold": None, "credits": [{"below": 78.9, "percent": 4}]}, [("gap", 0, 78.9, 80.0)]),
        ({"threshold": 85, "credits": [{"below": 78.9, "percent": 4}]}, [("gap", 0, 78.9, 80.0)]),
        ({"target": None, "credits": [{"below": 70, "percent": 4}]}, [("gap", 0, 70.0, 75.0)]),
        ({"target": None, "threshold": None, "credits": [{"below": 70, "percent": 4}]}, []),
        ({"steps": [{"from": "2027-01-01", "target": 85}], "credits": [{"below": 86, "percent": 4}]}, []),
        ({"credits": [{"above": 80, "percent": 2}, {"below": 75, "percent": 4}]}, [("wrong-way", 0, 80.0, 0.0)]),
        ({"credits": [{"below": 80, "percent": 5}, {"below": 75, "percent": 4}]}, [("cheaper", 1, 75.0, 80.0)]),
        ({"credits": [{"below": 80, "percent": 2}, {"below": 80, "percent": 4}]}, [("twice", 1, 80.0, 0.0)]),
        ({"credits": [{"percent": 2}]}, [("limit", 0, 0.0, 0.0)]),
        ({"credits": [{"below": 80, "above": 70, "percent": 2}]}, [("limit", 0, 0.0, 0.0)]),
        ({"credits": [{"below": 80}, None]}, [("percent", 0, 80.0, 0.0), ("limit", 1, 0.0, 0.0)]),
        ({"direction": "keep", "credits": [{"below": 80, "percent": 2}, {"above": 81, "percent": 2}]}, []),
    ],
)
def test_faults(change: dict[str, Any], faults: list[tuple[str, int, float, float]]) -> None:
    """Each fault of a ladder of credits is found at its step, with what it stands against."""
    expected = [(kind, f"$.slas[0].credits[{at}]", limit, other) for kind, at, limit, other in faults]
    assert _faults(VOICE | change) == expected


def test_faults_where_less_is_better() -> None:
    """The same in the other direction, with the dead band in hours."""
    assert _faults(DELAY) == []
    assert _faults(DELAY | {"credits": [{"above": 23, "percent": 4}]}, 3) == []
    late = DELAY | {"credits": [{"above": 23.5, "percent": 4}]}
    assert _faults(late, 3) == [("gap", "$.slas[0].credits[0]", 23.5, 20.0)]
    assert service_credits.faults([*ODD[:5], VOICE], 1) == []


RESULTS = [value / 2 for value in range(201)]
limits = st.integers(0, 100)
ladders = st.lists(st.tuples(st.sampled_from(["below", "above"]), limits, st.integers(0, 20)), max_size=5)


def _brute_due(side_limits: list[tuple[str, int, int]], better: str, target: int, actual: float) -> int:
    """What is due, written down anew: a target that is reached costs nothing, else the dearest step that applies."""
    if (better == "higher" and actual >= target) or (better == "lower" and actual <= target):
        return 0
    cost = 0
    for side, limit, percent in side_limits:
        applies = actual < limit if side == "below" else actual > limit
        if applies and percent > cost:
            cost = percent
    return cost


@given(ladders, st.sampled_from(["higher", "lower", "keep"]), limits, st.sampled_from(RESULTS))
@settings(max_examples=100, deadline=None)
def test_due_agrees_with_brute_force(
    ladder: list[tuple[str, int, int]], better: str, target: int, actual: float
) -> None:
    """For any ladder, direction, target and result, the credit is the one that a plain search finds."""
    steps = [{side: float(limit), "percent": float(percent)} for side, limit, percent in ladder]
    level = {"direction": better, "target": float(target), "credits": steps}
    assert service_credits.due(level, actual, "2026-10-01") == _brute_due(ladder, better, target, actual)


@given(st.lists(ladders, max_size=4))
@settings(max_examples=60, deadline=None)
def test_the_worst_month_agrees_with_brute_force(made: list[list[tuple[str, int, int]]]) -> None:
    """The worst month is the worst result of every level, found by trying all results."""
    levels = [
        {
            "metric": "csat",
            "unit": "percent",
            "credits": [{side: limit, "percent": cost} for side, limit, cost in ladder],
        }
        for ladder in made
    ]
    worst = sum(max((_brute_due(ladder, "", 0, actual) for actual in RESULTS), default=0) for ladder in made)
    assert service_credits.worst_month(levels, "monthly-charges") == worst


@given(st.lists(st.tuples(limits, st.integers(0, 20)), min_size=1, max_size=5), st.sampled_from(["below", "above"]))
@settings(max_examples=100, deadline=None)
def test_ladders_without_fault_never_cost_less_for_worse(steps: list[tuple[int, int]], side: str) -> None:
    """Exactly the ladders in which worse never costs less, and no limit stands twice, have no such fault."""
    better = "higher" if side == "below" else "lower"
    level = {"direction": better, "credits": [{side: limit, "percent": percent} for limit, percent in steps]}
    kinds = {fault["kind"] for fault in service_credits.faults([level], 1)}
    in_order = sorted(steps, key=lambda step: step[0], reverse=side == "below")
    twice = any(a[0] == b[0] for a, b in pairwise(in_order))
    assert ("twice" in kinds) is twice
    if not twice:
        assert ("cheaper" in kinds) is any(a[1] > b[1] for a, b in pairwise(in_order))


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-200, 200) | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["credits", "below", "above", "percent", "target", "steps", "from", "metric", "direction"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.lists(anything, max_size=4))
@settings(max_examples=100, deadline=None)
def test_odd_levels_never_break(levels: list[Any]) -> None:
    """Whatever stands where levels should be, a number and a list come out."""
    assert isinstance(service_credits.worst_month(levels, "function-charges"), float)
    assert isinstance(service_credits.faults(levels, 1), list)
    for level in levels:
        if isinstance(level, dict):
            assert isinstance(service_credits.due(level, 50.0, "2026-10-01"), float)

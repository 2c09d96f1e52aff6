from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import scorecards
from tests.functions.scored import TODAY, card, engagement, level

THREE = {"occurrences": 3, "period": "6 months"}


def _wrong(levels: list[Any], *cards: Any, **changes: Any) -> list[tuple[str, float, float]]:
    found = scorecards.wrong_credits(engagement(levels, list(cards), **changes), 1)
    return [(entry["at"], entry["written"], entry["right"]) for entry in found]


def _result(actual: float, credit: float | None = None, name: str = "m") -> dict[str, Any]:
    return {"sla": name, "actual": actual} | ({} if credit is None else {"credit": credit})


@pytest.mark.parametrize(
    ("result", "right"),
    [
        (_result(81), None),
        (_result(81, 0), None),
        (_result(77.4, 2), None),
        (_result(77.4), 2),
        (_result(77.4, 4), 2),
        (_result(70, 2), 4),
        (_result(81, 1), 0),
        ({"sla": "m", "credit": 3.0}, None),
        ({"deliverable": "Calls", "actual": 1.0, "credit": 3.0}, None),
        (_result(1, 3, "stranger"), None),
        (_result(1, 3, "aimless"), None),
    ],
)
def test_wrong_credits(result: dict[str, Any], right: float | None) -> None:
    """The credit is the one that the numbers make due; what cannot be told is not judged."""
    listed = [{"name": "Calls", "unit": "calls/month"}]
    aimless = {"id": "aimless", "window": "calendar-month"}
    scope = {"functions": [{"deliverables": listed}]}
    found = _wrong([level("m"), aimless], card("2026-10", [result]), scope=scope)
    at = "$.outcomes.scorecards[0].results[0].credit"
    assert found == ([] if right is None else [(at, result.get("credit", 0), right)])


def test_levels_whose_steps_are_at_fault_are_not_judged() -> None:
    """Where the steps contradict themselves, nobody can say which credit is right."""
    upside_down = level("m", credits=[{"below": 80.0, "percent": 4.0}, {"below": 75.0, "percent": 2.0}])
    assert _wrong([upside_down], card("2026-10", [_result(77, 2)])) == []


def test_a_trigger_waits_for_its_misses() -> None:
    """The credit is due with the third miss in six months; one that is written earlier is accepted."""
    made = [level("m", trigger=THREE)]
    june, april, august = (card(f"2026-{month}", [_result(70)]) for month in ("06", "04", "08"))
    at = "$.outcomes.scorecards[2].results[0].credit"
    assert _wrong(made, june, august, card("2026-10", [_result(70)])) == [(at, 0, 4)]
    assert _wrong(made, april, august, card("2026-10", [_result(70)])) == []
    assert _wrong(made, april, august, card("2026-10", [_result(70, 4)])) == []
    assert _wrong(made, card("2026-10", [_result(70, 2)])) == [("$.outcomes.scorecards[0].results[0].credit", 2, 0)]


def test_triggers_that_say_little() -> None:
    """One miss is no wait; without a period all misses count together."""
    once = level("m", trigger={"occurrences": 1, "period": "6 months"})
    assert _wrong([once], card("2026-10", [_result(70, 4)])) == []
    ever = level("m", trigger={"occurrences": 2})
    found = _wrong([ever], card("2020-10", [_result(70)]), card("2026-10", [_result(70)]))
    assert found == [("$.outcomes.scorecards[1].results[0].credit", 0, 4)]


@pytest.mark.parametrize(
    ("cap", "credits", "fine"),
    [
        (6.0, (4.0, 4.0), True),
        (6.0, (4.0, 2.0), True),
        (6.0, (3.0, 3.0), True),
        (6.0, (4.0, 1.0), False),
        (10.0, (4.0, 2.0), False),
        (None, (4.0, 2.0), False),
    ],
)
def test_the_cap(cap: float | None, credits: tuple[float, float], *, fine: bool) -> None:  # noqa: A002
    """Where everything due exceeds the cap, smaller credits are fine that add up to it."""
    results = [_result(70, credits[0], "a"), _result(70, credits[1], "b")]
    shared = {} if cap is None else {"service_credits": {"cap_percent": cap}}
    assert (_wrong([level("a"), level("b")], card("2026-10", results), **shared) == []) is fine


@given(st.integers(60, 100), st.integers(0, 5), st.integers(76, 90))
@settings(max_examples=100, deadline=None)
def test_credits_agree_with_the_numbers(actual: int, written: int, target: int) -> None:
    """Exactly the credits that differ from the dearest step that applies are found."""
    made = level("m", target=float(target), credits=[{"below": target, "percent": 2}, {"below": 75, "percent": 4}])
    right = 0 if actual >= target else 2 if actual >= 75 else 4
    assert bool(_wrong([made], card("2026-10", [_result(actual, written)]))) is (written != right)


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.floats() | st.sampled_from(["2026-10", "m", "x/month", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["results", "sla", "deliverable", "actual", "met", "credit", "period", "reviewed", "goals"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=15,
)


@given(anything, anything, anything, anything)
@settings(max_examples=100, deadline=None)
def test_odd_engagements_never_break(cards: Any, levels: Any, scope: Any, shared: Any) -> None:
    """Whatever stands in the parts of an engagement, lists come out."""
    parts = {"scope": scope, "service_credits": shared, "contract": {"term": shared}, "goals": levels}
    listed = [level("m", trigger=shared), *(levels if isinstance(levels, list) else [])]
    odd = [card("2026-10", [_result(70)]), *(cards if isinstance(cards, list) else []), cards]
    for made in (
        {"slas": listed, "outcomes": {"scorecards": odd}} | parts,
        {"slas": levels, "outcomes": cards} | parts,
    ):
        found = [
            scorecards.missing(made, TODAY),
            scorecards.misplaced(made),
            scorecards.wrong_flags(made),
            scorecards.wrong_credits(made, 1),
            scorecards.misses(made, 2, TODAY),
            scorecards.repeated(made, 3, 6, TODAY),
        ]
        assert all(isinstance(each, list) for each in found)
        assert isinstance(scorecards.decided_since(made, TODAY, ["exit"], TODAY), bool)
    assert scorecards.next_review(odd, TODAY, "3 months", TODAY) >= TODAY

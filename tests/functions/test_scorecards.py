from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import scorecards
from tests.functions.scored import TODAY, card, engagement, level

MONTHS = [f"2026-{month:02}" for month in range(1, 11)]


def _ats(found: list[dict[str, Any]]) -> list[str]:
    return [entry["at"] for entry in found]


def test_what_a_month_and_a_quarter_have_to_hold() -> None:
    """Each level belongs to the period that is as long as its window; per-incident levels belong to none."""
    levels = [
        level("m"),
        level("r", window="rolling-30d"),
        level("w", window="rolling-7d"),
        level("q", window="calendar-quarter"),
        level("y", window="contract-year"),
        level("i", window="per-incident"),
        level("n", window="now and then"),
        level("x", window=None),
    ]
    cards = [card("2026-10"), card("2026-Q3"), card("2027")]
    found = scorecards.missing(engagement(levels, cards), "2028-02-01")
    assert {entry["period"]: entry["levels"] for entry in found} == {
        "2026-Q3": ["q"],
        "2026-10": ["m", "r"],
        "2027": ["y"],
    }
    assert _ats(found)[0] == "$.outcomes.scorecards[1].results"


def test_what_has_to_be_counted() -> None:
    """A deliverable belongs to the period it is counted per, from the go-live of its function on."""
    made = engagement([], [card("2026-08"), card("2026-10"), card("2026-Q3")])
    made["scope"] = {
        "functions": [
            {
                "go_live": "2026-09-01",
                "deliverables": [
                    {"name": "Calls", "unit": "calls/month"},
                    {"name": "Audits", "unit": "audits per quarter"},
                    {"name": "Chats", "unit": "chats/day"},
                    {"unit": "nameless/month"},
                ],
            },
            {"deliverables": [{"name": "Mails", "unit": "mails a month"}]},
        ]
    }
    found = scorecards.missing(made, TODAY)
    assert [(entry["period"], entry["deliverables"]) for entry in found] == [
        ("2026-08", ["Mails"]),
        ("2026-10", ["Calls", "Mails"]),
    ]


def test_what_is_there_is_not_missing() -> None:
    """A result with a number counts; one without does not, nor a review that lies ahead or a period still running."""
    done = card("2026-10", [{"sla": "m", "actual": 81.0}])
    blank = card("2026-09", [{"sla": "m"}])
    ahead = card("2026-08", reviewed="2026-12-01")
    running = card("2026-11", reviewed=None)
    found = scorecards.missing(engagement([level("m")], [done, blank, ahead, running]), TODAY)
    assert [entry["period"] for entry in found] == ["2026-09"]


def test_before_a_level_applies_nothing_counts() -> None:
    """The first whole period counts first; without a day of its own, go-live counts."""
    late = level("late", applies_from="2026-09-02")
    cards = [card("2026-09"), card("2026-10")]
    made = engagement([late, level("m")], cards)
    made["contract"] = {"term": {"go_live": "2026-09-15"}}
    assert [(entry["period"], entry["levels"]) for entry in scorecards.missing(made, TODAY)] == [
        ("2026-10", ["late", "m"])
    ]
    wrong = [card("2026-09", [{"sla": "late", "actual": 10.0, "met": True}])]
    assert scorecards.wrong_flags(engagement([late], wrong)) == []


@pytest.mark.parametrize(
    ("result", "period", "measured"),
    [
        ({"sla": "m", "actual": 4.0}, "2026-Q3", "month"),
        ({"sla": "q", "actual": 4.0}, "2026-10", "quarter"),
        ({"sla": "y", "actual": 4.0}, "2026-Q3", "year"),
        ({"sla": "y", "actual": 4.0}, "2027-Q1", ""),
        ({"sla": "y", "actual": 4.0}, "2027-03", ""),
        ({"sla": "y", "actual": 4.0}, "2026-03", "year"),
        ({"sla": "i", "actual": 4.0}, "2026-Q3", ""),
        ({"sla": "stranger", "actual": 4.0}, "2026-Q3", ""),
        ({"deliverable": "Calls", "actual": 4.0}, "2026-Q3", "month"),
        ({"deliverable": "Calls", "actual": 4.0}, "2026-10", ""),
        ({"deliverable": "Both", "actual": 4.0}, "2026-10", "quarter or year"),
        ({"deliverable": "Stranger", "actual": 4.0}, "2026-Q3", "never"),
    ],
)
def test_misplaced(result: dict[str, Any], period: str, measured: str) -> None:
    """A result over another length of time is misplaced; a contract year also belongs where it ends."""
    levels = [
        level("m"),
        level("q", window="calendar-quarter"),
        level("y", window="contract-year"),
        level("i", window="per-incident"),
    ]
    made = engagement(levels, [card(period, [result])])
    made["contract"] = {"term": {"start": "2026-04-01"}}
    both = [{"name": "Both", "unit": "x/year"}, {"name": "Both", "unit": "y/quarter"}]
    made["scope"] = {"functions": [{"deliverables": [{"name": "Calls", "unit": "calls/month"}, *both]}]}
    found = scorecards.misplaced(made)
    assert [entry["measured"] for entry in found] == ([measured] if measured not in {"", "never"} else [])


@pytest.mark.parametrize(
    ("start", "period", "fits"),
    [
        ("2024-02-29", "2026-02", True),
        ("2026-01-01", "2026-12", True),
        ("9998-01-01", "9998-12", True),
        ("", "2026-12", False),
    ],
)
def test_the_end_of_a_contract_year(start: str, period: str, *, fits: bool) -> None:
    """Leap days, the turn of the year and the last year of the calendar; without a start nobody can tell."""
    made = engagement([level("y", window="contract-year")], [card(period, [{"sla": "y", "actual": 4.0}])])
    made["contract"] = {"term": {"start": start}}
    assert (scorecards.misplaced(made) == []) is fits


@pytest.mark.parametrize(
    ("result", "right"),
    [
        ({"sla": "m", "actual": 80.0, "met": True}, None),
        ({"sla": "m", "actual": 79.9, "met": True}, False),
        ({"sla": "m", "actual": 80.0, "met": False}, True),
        ({"sla": "m", "actual": 79.9}, False),
        ({"sla": "m", "actual": 80.0}, None),
        ({"sla": "m", "met": True}, None),
        ({"sla": "open", "actual": 5.0, "met": True}, None),
        ({"deliverable": "Calls", "actual": 85.0, "met": True}, None),
        ({"deliverable": "Calls", "actual": 84.0, "met": True}, False),
        ({"deliverable": "Exact", "actual": 99.0, "met": True}, False),
        ({"deliverable": "Many", "actual": 9.0, "met": True}, None),
        ({"deliverable": "Vague", "actual": 9.0, "met": True}, None),
        ({"deliverable": "Daily", "actual": 9.0, "met": True}, None),
    ],
)
def test_wrong_flags(result: dict[str, Any], right: bool | None) -> None:
    """The numbers decide; a reached target needs no flag, and where nobody can tell nothing is said."""
    listed = [
        {"name": "Calls", "quantity": 100, "unit": "calls/month", "tolerance_percent": 15},
        {"name": "Exact", "quantity": 100, "unit": "calls/month"},
        {"name": "Many", "quantity": 100, "unit": "calls/month"},
        {"name": "Many", "quantity": 200, "unit": "calls/month"},
        {"name": "Vague", "unit": "calls/month"},
        {"name": "Daily", "quantity": 100, "unit": "calls/day"},
    ]
    made = engagement([level("m"), {"id": "open", "window": "calendar-month"}], [card("2026-10", [result])])
    made["scope"] = {"functions": [{"deliverables": listed}]}
    found = scorecards.wrong_flags(made)
    assert [(entry["at"], entry["right"]) for entry in found] == (
        [] if right is None else [("$.outcomes.scorecards[0].results[0].met", right)]
    )


@given(
    actual=st.integers(0, 100),
    target=st.integers(0, 100),
    better=st.sampled_from(["higher", "lower"]),
    met=st.booleans(),
)
@settings(max_examples=100, deadline=None)
def test_flags_agree_with_the_numbers(actual: int, target: int, better: str, *, met: bool) -> None:
    """Exactly the flags that contradict target and direction are found."""
    made = level("m", target=float(target), direction=better)
    found = scorecards.wrong_flags(
        engagement([made], [card("2026-10", [{"sla": "m", "actual": float(actual), "met": met}])])
    )
    reached = actual >= target if better == "higher" else actual <= target
    assert bool(found) is (reached is not met)


def test_misses_of_the_latest_reviews() -> None:
    """Of each length the latest count; each miss is told once, at its latest place."""
    cards = [
        card("2026-08", [{"sla": "old", "actual": 1.0}]),
        card("2026-09", [{"sla": "m", "actual": 1.0}, {"sla": "flag", "actual": 3.0, "met": False}]),
        card("2026-10", [{"sla": "m", "actual": 2.0}, None, {"sla": "flag", "actual": 3.0}, {"deliverable": "Calls"}]),
        card("2026-Q3", goals={"g": "off-track", "h": "at-risk", "stranger": "off-track"}, reviewed=None),
        card("2026-11", [{"sla": "m", "actual": 1.0}], reviewed="2026-12-10"),
        card("someday", [{"sla": "m", "actual": 1.0}]),
    ]
    levels = [level("m"), level("old"), {"id": "flag", "window": "calendar-month"}]
    found = scorecards.misses(engagement(levels, cards, goals=[{"id": "g"}, {"id": "h"}]), 2, TODAY)
    assert [(miss["kind"], miss["name"], miss["period"], miss["reviewed"]) for miss in found] == [
        ("sla", "m", "2026-10", "2026-11-12"),
        ("sla", "flag", "2026-09", "2026-11-12"),
        ("goal", "g", "2026-Q3", ""),
    ]
    assert found[0]["at"] == "$.outcomes.scorecards[2].results[0]"
    assert found[2]["last_day"] == "2026-09-30"


@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=10), st.integers(1, 4), st.integers(1, 8))
@settings(max_examples=100, deadline=None)
def test_repeated_misses_agree_with_counting(history: list[bool | None], misses: int, periods: int) -> None:
    """A level is repeated exactly where so many of its latest scores are misses, whatever was not scored between."""
    cards = [
        card(month, [] if met is None else [{"sla": "m", "actual": 90.0 if met else 70.0}])
        for month, met in zip(MONTHS, history, strict=False)
    ]
    found = scorecards.repeated(engagement([level("m")], list(reversed(cards))), misses, periods, TODAY)
    scored = [(month, met) for month, met in zip(MONTHS, history, strict=False) if met is not None][-periods:]
    lost = [month for month, met in scored if not met]
    assert [entry["periods"] for entry in found] == ([lost] if len(lost) >= misses else [])
    if found:
        assert found[0]["reached_on"].startswith(lost[misses - 1])
        assert (found[0]["times"], found[0]["scored"], found[0]["period"]) == (len(lost), len(scored), lost[-1])


def test_repeated_in_months_and_in_quarters() -> None:
    """One length of period is enough, and a level is told once."""
    free = level("m", window="per-incident")
    low = [{"sla": "m", "actual": 1.0}]
    cards = [card("2026-09", low), card("2026-10", low), card("2026-Q2", low), card("2026-Q3", low)]
    found = scorecards.repeated(engagement([free], cards), 2, 6, TODAY)
    assert [entry["periods"] for entry in found] == [["2026-09", "2026-10"]]
    with pytest.raises(ValueError, match="At least one miss"):
        scorecards.repeated({}, 0, 6, TODAY)
    with pytest.raises(ValueError, match="At least one miss"):
        scorecards.repeated({}, 3, 0, TODAY)


def test_decided_since() -> None:
    """A decision counts in the period itself or later, once the review has taken place."""
    cards = [card("2026-08", decision="exit"), card("2026-09"), card("2026-11", decision="exit", reviewed="2026-12-10")]
    made = engagement([], cards)
    assert scorecards.decided_since(made, "2026-08-31", ["escalate", "exit"], TODAY)
    assert not scorecards.decided_since(made, "2026-09-01", ["escalate", "exit"], TODAY)
    assert scorecards.decided_since(made, "2026-09-01", ["exit"], "2026-12-10")


@pytest.mark.parametrize(
    ("reviews", "go_live", "every", "due"),
    [
        ([], "2026-05-11", "3 months", "2026-08-11"),
        (["2026-10-15", "2026-11-12", "2026-12-10", None, "soon"], "2026-05-11", "quarterly", "2027-02-12"),
        (["2026-04-01"], "2026-05-11", "1 month", "2026-06-11"),
        ([], "9999-12-01", "3 months", "9999-12-31"),
    ],
)
def test_next_review(reviews: list[str | None], go_live: str, every: str, due: str) -> None:
    """The rhythm runs from the latest review so far, before that from go-live, and never past the calendar."""
    assert scorecards.next_review([{"reviewed": when} for when in reviews], go_live, every, TODAY) == due

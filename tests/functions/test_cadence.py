import datetime as dt
import itertools
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import cadence

TODAY = "2026-11-21"
MONTHLY = "FREQ=MONTHLY;BYDAY=2TH"
THIRD = {"cadence": "FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE", "first": "2026-04-15"}


@pytest.mark.parametrize(
    ("meetings", "days"),
    [
        ([{"cadence": "daily"}], 1),
        ([{"cadence": "weekly", "day": "tue"}], 7),
        ([{"cadence": "weekly"}], 7),
        ([{"cadence": "monthly", "day": "tue"}], 35),
        ([{"cadence": MONTHLY}], 35),
        ([{"cadence": "quarterly", "day": "tue"}], 98),
        ([THIRD], 98),
        ([{"cadence": "FREQ=MONTHLY;BYDAY=5TH"}], 119),
        ([{"cadence": "biweekly", "day": "tue", "first": "2026-11-03"}], 14),
        (
            [
                {"cadence": "biweekly", "day": "tue", "first": "2026-11-03"},
                {"cadence": "biweekly", "day": "tue", "first": "2026-11-10"},
            ],
            7,
        ),
        ([{"cadence": "FREQ=MONTHLY;BYDAY=1MO"}, {"cadence": "FREQ=MONTHLY;BYDAY=3MO"}], 21),
        ([{"cadence": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"}], 1461),
        ([{"cadence": "FREQ=WEEKLY;INTERVAL=60", "first": "2026-01-05"}], 420),
        ([{"cadence": "weekly", "day": "tue"}, {"cadence": MONTHLY}], 7),
        ([{"cadence": "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29", "first": "2025-01-01"}], 10585),
        ([{"cadence": "weekly", "first": "9999-12-30"}], 10585),
    ],
)
def test_largest_gap(meetings: list[dict[str, Any]], days: int) -> None:
    """The gap is the longest that a calendar shows, over the meetings together."""
    assert cadence.largest_gap(meetings, TODAY) == days


@pytest.mark.parametrize("today", ["1999-01-01", "2026-02-28", "2028-02-29", "2040-07-15"])
def test_the_gap_does_not_depend_on_the_day_of_asking(today: str) -> None:
    """Weekdays and months repeat after 28 years, so that the verdict is the same on every day."""
    assert cadence.largest_gap([{"cadence": "FREQ=MONTHLY;BYDAY=5TH"}], today) == 119
    assert cadence.largest_gap([{"cadence": "quarterly", "day": "mon"}], today) == 98
    assert cadence.largest_gap([{"cadence": "annual", "day": "mon"}], today) == 371


def test_a_series_that_starts_late() -> None:
    """The time before the first meeting is no gap; but meetings that go on already count from today."""
    late = {"cadence": "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "first": "2029-01-01"}
    assert cadence.largest_gap([late], TODAY) == 63
    assert cadence.largest_gap([late, {"cadence": "monthly", "day": "mon"}], TODAY) == 35
    assert cadence.largest_gap([late, late | {"first": "2027-02-01"}], TODAY) == 63


@given(
    st.sampled_from(["FREQ=WEEKLY;BYDAY=MO,TH", MONTHLY, "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=31"]),
    st.integers(1, 3),
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)),
)
@settings(max_examples=40, deadline=None)
def test_the_gap_agrees_with_dateutil(rule: str, interval: int, first: dt.date) -> None:
    """The gap is that between the dates of python-dateutil, over as many years."""
    rule = f"{rule};INTERVAL={interval}"
    start = dt.datetime.combine(first, dt.time())
    years = 5 if "WEEKLY" in rule else 29
    end = start.replace(year=first.year + years, day=min(first.day, 28))
    held = [moment for moment in rrulestr(rule, dtstart=start).between(start, end, inc=True) if moment < end]
    gap = max((after - before).days for before, after in itertools.pairwise(held))
    assert cadence.largest_gap([{"cadence": rule, "first": first.isoformat()}], "2000-01-01") == gap


@pytest.mark.parametrize(
    ("meetings", "problem"),
    [
        ([], "There is no meeting"),
        ([{"day": "tue"}], "A meeting without a cadence has no dates"),
        (["weekly"], "A meeting without a cadence has no dates"),
        ([{"cadence": "biweekly"}], "The rhythm biweekly leaves out weeks"),
        ([{"cadence": "now and then"}], "is not a rhythm"),
        ([{"cadence": "weekly", "day": "someday"}], "is not a day of the week"),
    ],
)
def test_no_gap(meetings: list[Any], problem: str) -> None:
    """Where there is no gap to measure, a sentence says why."""
    with pytest.raises(ValueError, match=problem):
        cadence.largest_gap(meetings, TODAY)


@pytest.mark.parametrize(
    ("meeting", "known"),
    [
        ({"cadence": "weekly"}, True),
        ({"cadence": "biweekly"}, False),
        ({"cadence": "biweekly", "first": "2026-11-03"}, True),
        ({}, False),
    ],
)
def test_dated(meeting: dict[str, Any], *, known: bool) -> None:
    """The dates of a meeting are known with its rhythm, and with the first date where the rhythm needs it."""
    assert cadence.dated(meeting) is known


def test_per_year() -> None:
    """Every meeting counts, a late series in its own years, and the mean is not thrown by where the year starts."""
    assert cadence.per_year([], TODAY) == 0
    assert cadence.per_year([{"cadence": "monthly"}], TODAY) == 12
    assert cadence.per_year([{"cadence": "weekly", "day": "tue"}, {"cadence": "weekly", "day": "tue"}], TODAY) == 104
    assert cadence.per_year([THIRD | {"first": "2028-04-19"}], TODAY) == 4


@pytest.mark.parametrize(
    ("meetings", "hours"),
    [
        ([], 0.0),
        ([{"cadence": "weekly", "day": "tue", "duration": "1 hour"}], 1.0),
        ([{"cadence": "daily", "duration": "30 minutes"}], 3.5),
        ([{"cadence": "monthly", "duration": "1 hour"}], 0.2),
        ([{"cadence": "biweekly", "first": "2030-01-01", "duration": "8 hours"}], 4.0),
        ([{"cadence": "weekly", "duration": "2 hours"}, {"cadence": "weekly", "duration": "90 minutes"}], 3.5),
        ([{"cadence": "weekly"}, {"duration": "1 hour"}, {"cadence": "biweekly", "duration": "1 hour"}, "talk"], 0.0),
        ([{"cadence": "weekly", "first": "9999-12-31", "duration": "1 hour"}], 0.0),
    ],
)
def test_hours_per_week(meetings: list[Any], hours: float) -> None:
    """Time adds up over all meetings whose dates and length are known."""
    assert cadence.hours_per_week(meetings, TODAY) == hours

import datetime as dt

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bpogov.values import cadence
from bpogov.values.errors import BadValue
from bpogov.values.recurrence import DAYS, occurrences

FIRSTS = st.dates(dt.date(1999, 1, 1), dt.date(2030, 12, 31))


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Give a rule of the subset; numbered and plain weekdays are not mixed, where dateutil differs from RFC 5545."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}"]
    days = st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True)
    if draw(st.booleans()):
        chosen = draw(days)
        if frequency in ("MONTHLY", "YEARLY") and draw(st.booleans()):
            chosen = [f"{draw(st.sampled_from([1, 2, 3, 4, 5, -1, -2]))}{day}" for day in chosen]
        parts.append(f"BYDAY={','.join(chosen)}")
    if frequency != "WEEKLY" and draw(st.booleans()):
        numbers = draw(
            st.lists(st.sampled_from([1, 2, 15, 28, 29, 30, 31, -1, -2]), min_size=1, max_size=4, unique=True)
        )
        parts.append(f"BYMONTHDAY={','.join(map(str, numbers))}")
    if draw(st.booleans()):
        months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True))
        parts.append(f"BYMONTH={','.join(map(str, months))}")
    if len(parts) > 2 and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from([1, 2, -1]))}")
    return ";".join(parts)


@given(rules(), FIRSTS)
@settings(max_examples=100, deadline=None)
def test_dates_agree_with_dateutil(rule: str, first: dt.date) -> None:
    """The dates are those of python-dateutil, which implements the whole of RFC 5545."""
    if "WEEKLY" in rule and "BYSETPOS" in rule:
        first -= dt.timedelta(days=first.weekday())  # dateutil counts positions from the first date in its first week
    try:
        read = cadence.parse(rule)
    except BadValue:
        assume(False)
    end = dt.datetime.combine(first, dt.time()) + dt.timedelta(days=6 * 366)
    begin = dt.datetime.combine(first, dt.time())
    expected = [moment.date() for moment in rrulestr(rule, dtstart=begin).between(begin, end, inc=True)]
    assert occurrences(read, None, first, first, end.date()) == expected


@given(rules(), FIRSTS, st.integers(0, 900), st.integers(0, 900))
@settings(max_examples=100)
def test_a_part_of_the_time_has_its_part_of_the_dates(rule: str, first: dt.date, skip: int, length: int) -> None:
    """Looking at a stretch gives the dates that lie in it."""
    try:
        read = cadence.parse(rule)
    except BadValue:
        assume(False)
    start = first + dt.timedelta(days=skip)
    end = start + dt.timedelta(days=length)
    whole = occurrences(read, None, first, first, first + dt.timedelta(days=1800))
    assert occurrences(read, None, first, start, end) == [date for date in whole if start <= date <= end]


@pytest.mark.parametrize(
    ("text", "day", "first", "expected"),
    [
        ("daily", None, None, "2026-11-21 2026-11-22 2026-11-23"),
        ("daily", None, "2026-12-01", "2026-12-01 2026-12-02 2026-12-03"),
        ("weekly", 1, None, "2026-11-24 2026-12-01 2026-12-08"),
        ("weekly", None, None, "2026-11-23 2026-11-30 2026-12-07"),
        ("weekly", None, "2026-11-05", "2026-11-26 2026-12-03 2026-12-10"),
        ("biweekly", 1, "2026-11-03", "2026-12-01 2026-12-15 2026-12-29"),
        ("monthly", 1, None, "2026-12-01 2027-01-05 2027-02-02"),
        ("monthly", None, None, "2026-12-01 2027-01-01 2027-02-01"),
        ("monthly", None, "2026-01-31", "2026-11-30 2026-12-31 2027-01-31"),
        ("monthly", None, "2026-01-15", "2026-12-15 2027-01-15 2027-02-15"),
        ("quarterly", 1, None, "2027-01-05 2027-04-06 2027-07-06"),
        ("quarterly", 1, "2026-11-10", "2027-02-02 2027-05-04 2027-08-03"),
        ("semiannual", None, None, "2027-01-01 2027-07-01 2028-01-01"),
        ("annual", 4, None, "2027-01-01 2028-01-07 2029-01-05"),
        ("annual", None, "2024-02-29", "2027-02-28 2028-02-29 2029-02-28"),
        ("FREQ=MONTHLY", 3, None, "2026-12-03 2027-01-07 2027-02-04"),
        ("FREQ=MONTHLY;BYDAY=2TH", 0, None, "2026-12-10 2027-01-14 2027-02-11"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", None, None, "2026-12-31 2027-01-31 2027-03-31"),
        ("FREQ=MONTHLY;BYDAY=MO,1TU", None, None, "2026-11-23 2026-11-30 2026-12-01"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", None, None, "2026-11-30 2026-12-31 2027-01-29"),
        ("FREQ=YEARLY;BYMONTH=3", None, "2025-05-10", "2027-03-10 2028-03-10 2029-03-10"),
        ("FREQ=WEEKLY;BYMONTH=12;BYDAY=MO", None, None, "2026-12-07 2026-12-14 2026-12-21"),
    ],
)
def test_the_next_dates(text: str, day: int | None, first: str | None, expected: str) -> None:
    """Words mean the first such weekday of their period; what a rhythm leaves open comes from the first date."""
    begins = dt.date.fromisoformat(first) if first else None
    found = occurrences(cadence.parse(text), day, begins, dt.date(2026, 11, 21), dt.date(2030, 1, 1))
    assert " ".join(date.isoformat() for date in found[:3]) == expected


def test_nothing_happens_before_the_first_date() -> None:
    """Dates start with the first meeting, and an empty stretch has none."""
    weekly = cadence.parse("weekly")
    assert occurrences(weekly, 0, dt.date(2027, 1, 1), dt.date(2026, 1, 1), dt.date(2026, 12, 31)) == []
    assert occurrences(weekly, 0, None, dt.date(2026, 2, 1), dt.date(2026, 1, 1)) == []


def test_a_rhythm_that_leaves_out_weeks_needs_a_first_date() -> None:
    """Without the first date nobody knows which weeks are meant."""
    with pytest.raises(BadValue, match="The rhythm biweekly leaves out weeks, so it needs first"):
        occurrences(cadence.parse("biweekly"), 1, None, dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize("text", ["daily", "weekly", "FREQ=WEEKLY;BYDAY=SU", "monthly", "quarterly", "annual"])
def test_the_calendar_has_an_end_and_a_beginning(text: str) -> None:
    """Rhythms stop with the year 9999 and start with the year 1 without a crash."""
    read = cadence.parse(text)
    late = occurrences(read, None, dt.date(9990, 1, 1), dt.date(9999, 1, 1), dt.date.max)
    assert late[-1].year == 9999
    assert occurrences(read, None, None, dt.date.min, dt.date(2, 1, 1))[0].year == 1

import calendar
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.values import duration
from bpogov.values.duration import DAY, Duration
from bpogov.values.errors import BadValue

SMALL = st.builds(
    Duration,
    years=st.integers(0, 3),
    months=st.integers(0, 14),
    weeks=st.integers(0, 6),
    days=st.integers(0, 90),
    hours=st.integers(0, 30),
).filter(lambda length: length != Duration())
STARTS = [
    dt.date(2000 + month // 12, month % 12 + 1, day)
    for month in range(4800)
    for day in (1, *range(28, calendar.monthrange(2000 + month // 12, month % 12 + 1)[1] + 1))
]
DATES = st.dates(dt.date(2000, 1, 1), dt.date(2399, 12, 31))


@pytest.mark.parametrize(
    ("text", "canonical", "words"),
    [
        ("30 minutes", "PT30M", "30 minutes"),
        ("PT30M", "PT30M", "30 minutes"),
        ("14 days", "P14D", "14 days"),
        ("1 day", "P1D", "1 day"),
        ("1 days", "P1D", "1 day"),
        ("3 months", "P3M", "3 months"),
        ("1 hour 30 minutes", "PT1H30M", "1 hour 30 minutes"),
        ("1 hour and 30 minutes", "PT1H30M", "1 hour 30 minutes"),
        ("P1Y6M", "P1Y6M", "1 year 6 months"),
        ("PT2H30M", "PT2H30M", "2 hours 30 minutes"),
        ("P2W", "P2W", "2 weeks"),
        ("1 week 2 days", "P9D", "1 week 2 days"),
        ("P1DT12H", "P1DT12H", "1 day 12 hours"),
        ("5 business days", "5 business days", "5 business days"),
        ("1 business day", "1 business day", "1 business day"),
        ("  14   Days ", "P14D", "14 days"),
        ("007 days", "P7D", "7 days"),
        ("P0Y3M", "P3M", "3 months"),
        ("100 years", "P100Y", "100 years"),
        ("45 seconds", "PT45S", "45 seconds"),
    ],
)
def test_writings(text: str, canonical: str, words: str) -> None:
    """Plain words and ISO 8601 are read, and given back in both."""
    length = duration.parse(text)
    assert (length.canonical, length.words) == (canonical, words)


@pytest.mark.parametrize(
    ("text", "problem", "suggestion"),
    [
        ("0 days", '"0 days" is no time at all', ""),
        ("PT0S", '"PT0S" is no time at all', ""),
        ("-14 days", '"-14 days" is less than no time', "14 days"),
        ("-P14D", '"-P14D" is less than no time', "14 days"),
        ("1.5 hours", '"1.5 hours" has a fraction', "90 minutes"),
        ("PT1,5H", '"PT1,5H" has a fraction', "90 minutes"),
        ("1.5 months", '"1.5 months" has a fraction', ""),
        ("1.5 years", '"1.5 years" has a fraction', "18 months"),
        ("0.5 business days", '"0.5 business days" has a fraction', ""),
        ("2 hours 5 business days", '"2 hours 5 business days" mixes business days with other units', ""),
        ("5 business days 2 hours", '"5 business days 2 hours" mixes business days with other units', ""),
        ("30 minutes 1 hour", '"30 minutes 1 hour" is not a length of time', "1 hour 30 minutes"),
        ("2 days 3 days", '"2 days 3 days" is not a length of time', "5 days"),
        ("9999999 years", '"9999999 years" is longer than 100 years', ""),
        ("101 years", '"101 years" is longer than 100 years', ""),
        ("101 yrs", '"101 yrs" is not a length of time', ""),
        ("9" * 5000 + " days", "is longer than 100 years", ""),
        ("30000 business days", '"30000 business days" is longer than 100 years', ""),
        ("P", '"P" is not a length of time', ""),
        ("PT", '"PT" is not a length of time', ""),
        ("P1DT", '"P1DT" is not a length of time', ""),
        ("", '"" is not a length of time', ""),
        ("soon", '"soon" is not a length of time', ""),
        ("\N{SUPERSCRIPT TWO} days", "is not a length of time", ""),
    ],
)
def test_refused(text: str, problem: str, suggestion: str) -> None:
    """What is no duration is refused in plain words, with the text to write where that is certain."""
    with pytest.raises(BadValue) as caught:
        duration.parse(text)
    assert problem in caught.value.message
    assert caught.value.suggestion == suggestion


@given(st.text(max_size=30) | st.text("0123456789.,- PTYMWDHSdayshourbni", max_size=30))
@settings(max_examples=100)
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text whatever does more than raise BadValue, and a suggestion is always right."""
    try:
        assert duration.parse(text).canonical
    except BadValue as problem:
        assert not problem.suggestion or duration.parse(problem.suggestion).words == problem.suggestion  # noqa: PT017


@given(SMALL)
@settings(max_examples=100)
def test_canonical_keeps_the_length(length: Duration) -> None:
    """The canonical form and the words are read back as the same length."""
    again = duration.parse(length.canonical)
    assert (again.calendar_months, again.clock_seconds) == (length.calendar_months, length.clock_seconds)
    assert duration.parse(length.words) == length


@pytest.mark.parametrize(
    ("a", "b", "holds"),
    [
        ("1 month", "31 days", True),
        ("1 month", "30 days", True),
        ("1 month", "28 days", True),
        ("1 month", "27 days", False),
        ("P31D", "P1M", True),
        ("P32D", "P1M", False),
        ("P1M1D", "P1M", False),
        ("P1M", "P1M1D", True),
        ("1 year", "12 months", True),
        ("366 days", "1 year", True),
        ("367 days", "1 year", False),
        ("59 days", "2 months", True),
        ("2 months", "58 days", False),
        ("90 minutes", "1 hour", False),
        ("5 business days", "6 business days", True),
        ("6 business days", "5 business days", False),
        ("7 days", "5 business days", True),
        ("8 days", "5 business days", False),
        ("5 business days", "5 days", True),
        ("5 business days", "4 days", False),
    ],
)
def test_at_most(a: str, b: str, *, holds: bool) -> None:
    """A comparison fails only where it fails for every start date."""
    assert duration.at_most(duration.parse(a), duration.parse(b)) is holds


@given(SMALL, SMALL)
@settings(max_examples=10, deadline=None)
def test_at_most_agrees_with_the_calendar(a: Duration, b: Duration) -> None:
    """The comparison says what adding both to the days of 400 years says (days 2 to 27 behave like the first)."""
    shorter = any(_seconds(a, start) <= _seconds(b, start) for start in STARTS)
    assert duration.at_most(a, b) is shorter


@pytest.mark.parametrize("months", [*range(1, 15), 48, 97, 400, 1199, 1200])
def test_at_most_changes_where_the_calendar_does(months: int) -> None:
    """So many months are at most as long as they can be short; a day less is shorter from every start date."""
    length = Duration(months=months)
    least, most = length.shortest // DAY, length.longest // DAY
    compared = [(days, duration.at_most(length, Duration(days=days))) for days in range(least - 12, most + 12)]
    assert [days for days, holds in compared if holds] == [*range(least, most + 12)]
    compared = [(days, duration.at_most(Duration(days=days), length)) for days in range(least - 12, most + 12)]
    assert [days for days, holds in compared if holds] == [*range(least - 12, most + 1)]


@given(SMALL, DATES)
@settings(max_examples=100)
def test_every_length_lies_between_the_bounds(length: Duration, start: dt.date) -> None:
    """From no start date is a duration shorter than the shortest or longer than the longest."""
    assert length.shortest <= _seconds(length, start) <= length.longest


@pytest.mark.parametrize(
    ("text", "shortest", "longest"),
    [("1 month", 28, 31), ("1 year", 365, 366), ("14 days", 14, 14), ("2 months", 59, 62), ("1 business day", 1, 3)],
)
def test_bounds(text: str, shortest: int, longest: int) -> None:
    """The bounds are those that a calendar shows."""
    length = duration.parse(text)
    assert (length.shortest, length.longest) == (shortest * DAY, longest * DAY)


@given(st.integers(1, 40), DATES)
@settings(max_examples=100)
def test_business_days_lie_between_the_bounds(count: int, start: dt.date) -> None:
    """Business days over weekends are never shorter or longer than the bounds say."""
    length = Duration(business_days=count)
    days = (length.after(start) - start).days
    assert length.shortest <= days * DAY <= length.longest


@pytest.mark.parametrize(
    ("start", "text", "end"),
    [
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2028-01-31", "1 month", "2028-02-29"),
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2026-11-21", "14 days", "2026-12-05"),
        ("2026-11-21", "36 hours", "2026-11-22"),
        ("2026-11-21", "1 year 2 months 3 days", "2028-01-24"),
        ("2026-11-20", "1 business day", "2026-11-23"),
        ("2026-12-23", "2 business days", "2026-12-28"),
        ("9999-12-30", "1 day", "9999-12-31"),
    ],
)
def test_after(start: str, text: str, end: str) -> None:
    """Months are added first and end with the month; business days skip weekends and holidays."""
    holidays = {dt.date(2026, 12, 25)}
    assert duration.parse(text).after(dt.date.fromisoformat(start), holidays) == dt.date.fromisoformat(end)


def test_another_weekend() -> None:
    """Where Friday and Saturday are the weekend, Sunday is a business day."""
    assert Duration(business_days=1).after(dt.date(2026, 11, 19), weekend=(4, 5)) == dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("start", "text"),
    [("9999-12-31", "1 day"), ("9999-12-01", "1 month"), ("9950-01-01", "100 years"), ("9999-12-31", "1 business day")],
)
def test_the_calendar_ends(start: str, text: str) -> None:
    """Beyond the year 9999 there is a sentence and no crash."""
    with pytest.raises(BadValue, match="later than the year 9999"):
        duration.parse(text).after(dt.date.fromisoformat(start))


def test_a_week_without_working_days() -> None:
    """Business days cannot be counted where every day is weekend."""
    with pytest.raises(BadValue, match="no day of the week is a working day"):
        Duration(business_days=2).after(dt.date(2026, 11, 21), weekend=range(7))


def _seconds(length: Duration, start: dt.date) -> int:
    """Give the length from a start date in seconds, the slow and obvious way."""
    month = start.month - 1 + length.months
    year = start.year + length.years + month // 12
    month = month % 12 + 1
    reached = dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    return (reached - start).days * DAY + length.clock_seconds


def test_long_texts_mean_the_same() -> None:
    """What is written in many characters is read like what is written in few."""
    assert duration.parse("0" * 100 + "1 day") == duration.parse("1 day") == Duration(days=1)

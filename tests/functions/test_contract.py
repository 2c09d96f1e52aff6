import calendar
import datetime as dt
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bpogov.functions import contract

TODAY = "2026-11-21"
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
LENGTHS = st.tuples(st.integers(0, 4), st.integers(0, 18), st.integers(0, 400)).filter(any)


def _clock(today: str = TODAY, /, **renewal: Any) -> dict[str, Any]:
    term = {"start": "2026-04-01", "end": "2026-09-30"}
    clock: dict[str, Any] = contract.clock({"term": term, "renewal": renewal}, today)
    return clock


def _words(years: int, months: int, days: int) -> str:
    parts = [f"{years} years"] * bool(years) + [f"{months} months"] * bool(months) + [f"{days} days"] * bool(days)
    return " ".join(parts)


@pytest.mark.parametrize(
    ("end", "notice", "day"),
    [
        ("2029-03-31", "6 months", "2028-09-30"),
        ("2026-05-31", "3 months", "2026-02-28"),
        ("2026-05-31", "90 days", "2026-03-02"),
        ("2028-02-29", "1 year", "2027-02-28"),
        ("2026-11-23", "5 business days", "2026-11-16"),
        ("2026-11-22", "1 business day", "2026-11-20"),
        ("2026-11-21", "36 hours", "2026-11-19"),
        ("0001-01-31", "1 year", "0001-01-01"),
        ("9999-12-31", "100 years", "9899-12-31"),
    ],
)
def test_last_notice_day(end: str, notice: str, day: str) -> None:
    """Notice is counted back in the calendar: months as months, days as days, business days over weekends."""
    assert contract.last_notice_day(end, notice) == day


@given(end=DAYS, length=LENGTHS)
@settings(max_examples=100, deadline=None)
def test_deadlines_agree_with_dateutil(end: dt.date, length: tuple[int, int, int]) -> None:
    """The last day to give notice is the one that python-dateutil counts."""
    years, months, days = length
    expected = end - relativedelta(years=years, months=months, days=days)
    assert contract.last_notice_day(end.isoformat(), _words(*length)) == expected.isoformat()
    clock = contract.clock({"term": {"end": end.isoformat()}, "renewal": {"notice": _words(*length)}}, TODAY)
    assert clock["deadline"] == expected.isoformat()


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2027-01-04", "1 year", "2028-01-03"),
        ("2026-07-01", "6 months", "2026-12-31"),
        ("2027-03-01", "1 year", "2028-02-29"),
        ("2026-11-21", "1 second", "2026-11-20"),
        ("0001-01-01", "1 second", "0001-01-01"),
        ("9999-06-01", "1 year", "9999-12-31"),
        ("2026-11-23", "5 business days", "2026-11-29"),
        ("2026-11-21", "6 business days", "2026-11-29"),
    ],
)
def test_last_day(start: str, length: str, end: str) -> None:
    """A term ends on the day before the one that lies its length later, within the calendar."""
    assert contract.last_day(start, length) == end


@pytest.mark.parametrize(
    ("notice", "time", "covered"),
    [
        ("none", "100 years", True),
        ("120 days", "120 days", True),
        ("60 days", "120 days", False),
        ("2 months", "60 days", True),
        ("1 month", "60 days", False),
        ("1 month", "31 days", True),
    ],
)
def test_notice_covers(notice: str, time: str, *, covered: bool) -> None:
    """Notice falls short only if it does so from every start date, and never where the other side cannot leave."""
    assert contract.notice_covers(notice, time) is covered


def test_a_first_term() -> None:
    """Without a renewal by itself the term is the one that the file states."""
    clock = _clock("2026-06-01", type="manual", notice="3 months")
    assert (clock["start"], clock["end"], clock["number"]) == ("2026-04-01", "2026-09-30", 1)
    assert (clock["deadline"], clock["next_end"], clock["over"]) == ("2026-06-30", "", False)
    assert _clock(type="manual")["over"]
    assert _clock("2026-09-30", type="manual")["over"] is False


def test_terms_that_follow_each_other() -> None:
    """A contract that renews by itself is in its third term a year after the first, each ending with a month."""
    clock = _clock("2027-04-01", type="automatic", notice="60 days", period="6 months")
    assert (clock["start"], clock["end"], clock["number"]) == ("2027-04-01", "2027-09-30", 3)
    assert (clock["deadline"], clock["over"]) == ("2027-08-01", False)
    assert (clock["next_end"], clock["next_deadline"]) == ("2028-03-31", "2028-01-31")


def test_a_renewal_of_unknown_length() -> None:
    """A contract that renews by itself for nobody knows how long is not over, unless it was ended."""
    assert _clock(type="automatic")["over"] is False
    assert _clock(type="automatic", decided={"date": "2026-07-01", "outcome": "end"})["over"]
    assert _clock(type="automatic", decided={"date": "2026-07-01", "outcome": "renew"})["over"] is False


def test_without_notice_there_is_no_deadline() -> None:
    """Where no notice is stated, no deadline is made up."""
    clock = _clock(type="automatic", period="6 months")
    assert (clock["deadline"], clock["next_deadline"], clock["next_end"]) == ("", "", "2027-09-30")


@pytest.mark.parametrize(
    ("decided", "counts"),
    [
        ({"date": "2026-07-01", "outcome": "renew"}, False),
        ({"date": "2026-09-30", "outcome": "renew"}, False),
        ({"date": "2026-10-01", "outcome": "renew"}, True),
        ({"date": "2026-11-22", "outcome": "renew"}, False),
        ({"outcome": "renew"}, False),
        ({}, False),
    ],
)
def test_a_decision_is_for_its_own_term(decided: dict[str, str], *, counts: bool) -> None:
    """A decision of the first term does not apply to the second, nor does one of tomorrow."""
    assert _clock(type="automatic", notice="1 month", period="6 months", decided=decided)["decided"] is counts


def test_a_decision_of_the_first_term() -> None:
    """In the first term any decision counts, with its date or without, but for one that is still to come."""
    assert _clock("2026-08-01", type="manual", decided={"outcome": "renew"})["decided"]
    assert _clock("2026-08-01", type="manual", decided={"date": "2026-07-01"})["decided"]
    assert not _clock("2026-06-01", type="manual", decided={"date": "2026-07-01"})["decided"]


@pytest.mark.parametrize(
    ("decided", "end"),
    [
        ({"outcome": "end"}, "2026-09-30"),
        ({"date": "2026-07-01", "outcome": "end"}, "2026-09-30"),
        ({"date": "2026-10-01", "outcome": "end"}, "2027-03-31"),
    ],
)
def test_terms_stop_where_the_contract_was_ended(decided: dict[str, str], end: str) -> None:
    """After a decision to end it the term of the decision is the last; without its date, the first term is."""
    clock = _clock("2030-01-01", type="automatic", notice="1 month", period="6 months", decided=decided)
    assert (clock["end"], clock["over"]) == (end, True)


@given(end=DAYS, today=DAYS, length=LENGTHS)
@settings(max_examples=100, deadline=None)
def test_renewals_agree_with_counting_them(end: dt.date, today: dt.date, length: tuple[int, int, int]) -> None:
    """The running term is the one that is found by renewing with python-dateutil one term at a time."""
    years, months, days = length
    period = relativedelta(years=years, months=months, days=days)
    number, last, following = 0, end, end
    while last < today:
        number += 1
        last = end + dt.timedelta(days=1) + period * number - dt.timedelta(days=1)
        assume(number < 5000)
    following = end + dt.timedelta(days=1) + period * (number + 1) - dt.timedelta(days=1)
    renewal = {"type": "automatic", "period": _words(*length)}
    clock = contract.clock({"term": {"end": end.isoformat()}, "renewal": renewal}, today.isoformat())
    assert (clock["end"], clock["number"]) == (last.isoformat(), number + 1)
    assert clock["next_end"] == following.isoformat()
    assert clock["over"] is False


@given(start=DAYS, days=st.integers(1, 600))
@settings(max_examples=100, deadline=None)
def test_business_days_agree_with_counting_them(start: dt.date, days: int) -> None:
    """Many business days are counted by weeks, and end where counting day by day ends."""
    day, left = start, days
    while left:
        day += dt.timedelta(days=1)
        left -= calendar.weekday(day.year, day.month, day.day) < 5
    assert contract.last_day(start.isoformat(), f"{days} business days") == (day - dt.timedelta(days=1)).isoformat()


@pytest.mark.parametrize("period", ["1 second", "36 hours", "1 business day", "1 month", "100 years"])
@pytest.mark.parametrize("end", ["0001-01-01", "2026-11-21", "9999-12-30", "9999-12-31"])
def test_the_ends_of_the_calendar(period: str, end: str) -> None:
    """Periods of seconds and dates at both ends of the calendar give a term at once, and never one before its start."""
    renewal = {"type": "automatic", "period": period, "notice": "100 years"}
    clock = contract.clock({"term": {"end": end}, "renewal": renewal}, "9999-12-31")
    assert clock["end"] == "9999-12-31"
    assert clock["start"] <= clock["end"] <= clock["next_end"]
    assert clock["deadline"] == "9899-12-31"


ODD = st.one_of(
    st.none(), st.text(max_size=5), st.integers(), st.sampled_from(["2026-02-30", TODAY, "monthly", "none", "3 months"])
)
PARTS = st.one_of(
    ODD,
    st.lists(ODD, max_size=2),
    st.dictionaries(
        st.sampled_from(["start", "end", "type", "notice", "period", "decided", "date"]),
        st.one_of(ODD, st.dictionaries(st.sampled_from(["date", "outcome"]), ODD, max_size=2)),
    ),
)


@given(odd=st.dictionaries(st.sampled_from(["term", "renewal"]), PARTS))
@settings(max_examples=100, deadline=None)
def test_nothing_odd_breaks_the_clock(odd: dict[str, Any]) -> None:
    """Whatever stands in a contract, the clock answers with the same fields."""
    clock = contract.clock(odd, TODAY)
    assert set(clock) == set(_clock(type="automatic", period="1 month"))
    assert isinstance(clock["over"], bool)
    assert isinstance(clock["decided"], bool)


def test_nothing_is_known() -> None:
    """An open-ended contract has no clock, and is not over."""
    clock = contract.clock({"term": {"start": "2026-04-01"}}, TODAY)
    assert (clock["start"], clock["end"], clock["deadline"], clock["over"]) == ("2026-04-01", "", "", False)


def test_not_a_date() -> None:
    """A text that is no date or duration is an error where the rule itself gives it."""
    with pytest.raises(ValueError, match="not a date"):
        contract.clock({}, "soon")
    with pytest.raises(ValueError, match="not a length of time"):
        contract.last_notice_day(TODAY, "a while")

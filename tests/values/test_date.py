import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpogov.values import date
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@given(st.dates())
def test_reads_what_it_writes(day: dt.date) -> None:
    """Every date from year 1 to 9999 is written in one way, which is read as the same date."""
    assert date.parse(date.canonical(day)) == day


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("31.12.2026", "2026-12-31"),
        ("12/31/2026", "2026-12-31"),
        ("05/05/2026", "2026-05-05"),
        ("21 Nov 2026", "2026-11-21"),
        ("21st of November 2026", "2026-11-21"),
        ("November 21, 2026", "2026-11-21"),
        ("5 Sept 2026", "2026-09-05"),
        ("21-Nov-2026", "2026-11-21"),
        ("2026-2-3", "2026-02-03"),
        ("2026/02/03", "2026-02-03"),
        ("20260203", "2026-02-03"),
        (" 2026-11-21", "2026-11-21"),
        ("31 Nov 2026", ""),
        ("21 Foo 2026", ""),
        ("31.31.2026", ""),
        ("today", ""),
        ("", ""),
        ("\u0662\u0660\u0662\u0666-11-21", ""),
    ],
)
def test_suggests_the_date_that_is_meant(refused: Refused, text: str, suggestion: str) -> None:
    """Other writings are refused with the date they mean, where only one is possible."""
    problem = refused(date.parse, text)
    assert problem.message == f'"{text}" is not a date in the form year-month-day; write for example 2026-11-21'
    assert problem.suggestion == suggestion


def test_says_when_a_date_has_two_readings(refused: Refused) -> None:
    """Day and month are not guessed."""
    problem = refused(date.parse, "03/04/2026")
    assert problem.message == '"03/04/2026" can be read as 2026-03-04 or 2026-04-03; write for example 2026-11-21'
    assert problem.suggestion == ""


@pytest.mark.parametrize("text", ["2026-11-21T09:00:00Z", "2026-11-21 00:00:00", "2026-11-21t09:00:00.5+08:00"])
def test_refuses_a_time_of_day(refused: Refused, text: str) -> None:
    """A date with a time is refused, and the date alone suggested."""
    problem = refused(date.parse, text)
    assert "has a time of day where only a date is expected" in problem.message
    assert problem.suggestion == "2026-11-21"


def test_suggests_no_impossible_day_of_a_time(refused: Refused) -> None:
    """The date of a time is only suggested where there is such a day."""
    assert refused(date.parse, "2026-02-30 09:00").suggestion == ""


@pytest.mark.parametrize(
    ("text", "message", "suggestion"),
    [
        ("2026-02-30", '"2026-02-30" is not a day of the calendar: February 2026 has 28 days', ""),
        ("2024-02-30", '"2024-02-30" is not a day of the calendar: February 2024 has 29 days', ""),
        ("2026-13-02", '"2026-13-02" has no month between 01 and 12; write for example 2026-11-21', "2026-02-13"),
        ("2026-40-40", '"2026-40-40" has no month between 01 and 12; write for example 2026-11-21', ""),
        ("0000-40-02", '"0000-40-02" has no month between 01 and 12; write for example 2026-11-21', ""),
        ("0000-01-01", '"0000-01-01" has the year 0000, which no calendar has; write for example 2026-11-21', ""),
        ("2026-11", '"2026-11" is a month without a day; write for example 2026-11-21', ""),
    ],
)
def test_says_what_is_wrong_with_a_date(refused: Refused, text: str, message: str, suggestion: str) -> None:
    """A day that there is not, a swapped month and day, and a month alone each have a message of their own."""
    problem = refused(date.parse, text)
    assert (problem.message, problem.suggestion) == (message, suggestion)


@pytest.mark.parametrize(
    ("word", "number"), [("January", 1), ("sep", 9), ("SEPT", 9), ("May", 5), ("Decem", 0), ("", 0)]
)
def test_knows_months(word: str, number: int) -> None:
    """Months are known by their name and its first three letters."""
    assert date.month(word) == number

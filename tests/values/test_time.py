import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpogov.values import time
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@given(st.integers(0, 23), st.integers(0, 59))
def test_reads_what_it_writes(hour: int, minute: int) -> None:
    """Every minute of the day is written in one way, which is read as the same minute."""
    moment = dt.time(hour, minute)
    assert time.parse(time.canonical(moment)) == moment


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("9:00", "09:00"),
        ("9am", "09:00"),
        ("9 a.m.", "09:00"),
        ("12am", "00:00"),
        ("12:30 PM", "12:30"),
        ("22.30", "22:30"),
        ("22h30", "22:30"),
        ("22h", "22:00"),
        ("09:00:00", "09:00"),
        ("0900", "09:00"),
        ("1380", "23:00"),
        ("noon", "12:00"),
        ("13pm", ""),
        ("22.3", ""),
        ("25:00", ""),
        ("0999", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_suggests_the_time_that_is_meant(refused: Refused, text: str, suggestion: str) -> None:
    """Other writings are refused with the time they mean, where only one is possible."""
    problem = refused(time.parse, text)
    assert problem.message == f'"{text}" is not a time of day; write hours and minutes in quotes, for example "09:00"'
    assert problem.suggestion == suggestion


def test_does_not_guess_a_number(refused: Refused) -> None:
    """1350 is 13:50 as people write it, and 22:30 as older YAML tools store it."""
    problem = refused(time.parse, "1350")
    assert problem.message.startswith('"1350" can be read as 13:50 or 22:30; write hours and minutes')
    assert problem.suggestion == ""


def test_refuses_the_end_of_the_day(refused: Refused) -> None:
    """24:00 is no moment of the day that it ends."""
    problem = refused(time.parse, "24:00")
    assert problem.message == '"24:00" is only understood as the end of hours; write "00:00" for midnight'
    assert problem.suggestion == "00:00"


@pytest.mark.parametrize("text", ["09:00Z", "9:00 EST", "09:00+02:00", "09:00 Europe/London"])
def test_refuses_a_zone(refused: Refused, text: str) -> None:
    """A time with a zone is refused without a suggestion, for leaving the zone out changes the time."""
    problem = refused(time.parse, text)
    assert "has a time zone where only the local time is expected" in problem.message
    assert problem.suggestion == ""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpogov.values import weekdays
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize(
    ("text", "days", "canonical"),
    [
        ("sat", {5}, "sat"),
        ("mon-fri", {0, 1, 2, 3, 4}, "mon-fri"),
        ("sun-thu", {6, 0, 1, 2, 3}, "sun-thu"),
        ("mon,wed,fri", {0, 2, 4}, "mon,wed,fri"),
        ("mon, wed-thu", {0, 2, 3}, "mon,wed-thu"),
        ("tue-mon", set(range(7)), "mon-sun"),
        ("fri-mon,wed", {4, 5, 6, 0, 2}, "wed,fri-mon"),
    ],
)
def test_reads_days(text: str, days: set[int], canonical: str) -> None:
    """Single days, ranges over the end of the week and lists are read, and written in the shortest way."""
    read = weekdays.parse(text)
    assert set(read.days) == days
    assert read.canonical == canonical


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Monday", "mon"),
        ("Mon - Fri", "mon-fri"),
        ("mon\u2013fri", "mon-fri"),
        ("Monday to Friday", "mon-fri"),
        ("mondays & tuesdays", "mon-tue"),
        ("Mo-Fr", "mon-fri"),
        ("Monday, Wednesday and Friday", "mon,wed,fri"),
        ("Sat.", "sat"),
        ("weekdays", "mon-fri"),
        ("every day", "mon-sun"),
        ("tues/thurs", "tue,thu"),
        ("funday", ""),
        ("sat-sat", ""),
        ("mon,", ""),
        ("", ""),
    ],
)
def test_suggests_the_usual_writing(refused: Refused, text: str, suggestion: str) -> None:
    """Long names and other separators are refused with the right writing; what is no day gets none."""
    problem = refused(weekdays.parse, text)
    assert problem.message == f'"{text}" is not days of the week; write for example mon-fri, sat or mon,wed,fri'
    assert problem.suggestion == suggestion


def test_refuses_a_day_named_twice(refused: Refused) -> None:
    """A day that two parts of a list name is a slip."""
    problem = refused(weekdays.parse, "mon-wed,tue")
    assert problem.message.startswith('"mon-wed,tue" names a day more than once')
    assert problem.suggestion == "mon-wed"


def test_reads_one_day(refused: Refused) -> None:
    """The name of one day gives its number; a range is not one day."""
    assert [weekdays.day(name) for name in weekdays.NAMES] == list(range(7))
    problem = refused(weekdays.day, "Tuesday")
    assert problem.message == '"Tuesday" is not a day of the week; write mon, tue, wed, thu, fri, sat or sun'
    assert problem.suggestion == "tue"
    assert refused(weekdays.day, "weekdays").suggestion == ""


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_canonical_form_is_stable(days: frozenset[int]) -> None:
    """Any set of days, written and read again, is the same set."""
    written = weekdays.Weekdays(days).canonical
    assert weekdays.parse(written).days == days
    assert weekdays.parse(written).canonical == written

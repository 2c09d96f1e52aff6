import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpogov.values import period
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize(
    ("text", "first", "last", "months"),
    [
        ("2026-10", dt.date(2026, 10, 1), dt.date(2026, 10, 31), 1),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29), 1),
        ("2026-Q1", dt.date(2026, 1, 1), dt.date(2026, 3, 31), 3),
        ("2026-Q4", dt.date(2026, 10, 1), dt.date(2026, 12, 31), 3),
        ("9999", dt.date(9999, 1, 1), dt.date(9999, 12, 31), 12),
    ],
)
def test_reads_periods(text: str, first: dt.date, last: dt.date, months: int) -> None:
    """A month, a quarter and a year give their first and last day and their length."""
    read = period.parse(text)
    assert (read.first, read.last, read.months) == (first, last, months)


def test_puts_periods_in_order() -> None:
    """What ends first comes first; of periods that end together the longest."""
    written = ["2026-10", "2026-12", "2026", "2026-Q4", "2026-Q3"]
    order = sorted((period.parse(text) for text in written), key=lambda one: one.order)
    assert [one.canonical for one in order] == ["2026-Q3", "2026-10", "2026", "2026-Q4", "2026-12"]


def test_knows_what_lies_within() -> None:
    """A quarter contains its months and its days, and nothing else."""
    quarter = period.parse("2026-Q3")
    assert quarter.contains(period.parse("2026-09"))
    assert quarter.contains(quarter)
    assert not quarter.contains(period.parse("2026"))
    assert quarter.contains(dt.date(2026, 9, 30))
    assert not quarter.contains(dt.date(2026, 10, 1))


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Oct 2026", "2026-10"),
        ("October, 2026", "2026-10"),
        ("2026 Oct", "2026-10"),
        ("2026-9", "2026-09"),
        ("10/2026", "2026-10"),
        ("Q3 2026", "2026-Q3"),
        ("2026Q3", "2026-Q3"),
        ("2026-q3", "2026-Q3"),
        ("Foo 2026", ""),
        ("2026-13", ""),
        ("2026-00", ""),
        ("2026-Q5", ""),
        ("2026-10-01", ""),
        ("0000", ""),
        ("0000-01", ""),
        ("", ""),
    ],
)
def test_suggests_the_period_that_is_meant(refused: Refused, text: str, suggestion: str) -> None:
    """Other writings are refused with the right one."""
    problem = refused(period.parse, text)
    assert problem.message == f'"{text}" is not a month, quarter or year; write for example 2026-10, 2026-Q3 or 2026'
    assert problem.suggestion == suggestion


@given(
    st.integers(1, 9999), st.sampled_from(["", "-Q1", "-Q2", "-Q3", "-Q4", *(f"-{month:02}" for month in range(1, 13))])
)
def test_canonical_form_is_stable(year: int, part: str) -> None:
    """A period is written as it was read."""
    text = f"{year:04}{part}"
    assert period.parse(text).canonical == text

from collections.abc import Callable

import pytest

from bpogov.values import hours
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize(
    ("days", "start", "end", "canonical", "minutes"),
    [
        ("mon-fri", "09:00", "17:00", "mon-fri 09:00-17:00", 2400),
        ("sun-thu", "22:00", "06:00", "sun-thu 22:00-06:00", 2400),
        ("mon", "00:00", "24:00", "mon 00:00-24:00", 1440),
        ("sat", "18:00", "00:00", "sat 18:00-24:00", 360),
        ("mon-sun", "00:00", "24:00", "24x7", 10080),
    ],
)
def test_makes_hours_of_fields(days: str, start: str, end: str, canonical: str, minutes: int) -> None:
    """An end before the start lies on the next day; midnight as the end is 24:00."""
    made = hours.of(days, start, end)
    assert (made.canonical, made.minutes_a_week) == (canonical, minutes)
    assert hours.of(made.fields["days"], made.fields["from"], made.fields["to"]) == made


def test_gives_the_long_form_of_round_the_clock() -> None:
    """`24x7` is every day from midnight to midnight."""
    assert hours.parse("24x7") == hours.ALWAYS
    assert hours.ALWAYS.fields == {"days": "mon-sun", "from": "00:00", "to": "24:00"}
    assert hours.parse(hours.ALWAYS.canonical) == hours.ALWAYS


def test_gives_the_stretches_of_a_week() -> None:
    """Each day gives one stretch; the one of Sunday night runs into the next week."""
    assert hours.of("sun,mon", "22:00", "06:00").stretches == (
        (22 * 60, 30 * 60),
        (6 * hours.DAY + 22 * 60, hours.WEEK + 6 * 60),
    )


def test_refuses_hours_without_length() -> None:
    """The same start and end could be nothing or a whole day."""
    with pytest.raises(BadValue, match=r'^Hours from "09:00" to "09:00" have no length; write "00:00" to "24:00"'):
        hours.of("mon", "09:00", "09:00")


@pytest.mark.parametrize(
    ("days", "start", "end"), [("mon", "24:00", "09:00"), ("mon", "9:00", "17:00"), ("x", "09:00", "17:00")]
)
def test_refuses_parts_that_cannot_be_read(days: str, start: str, end: str) -> None:
    """Each field is read by its own rules; 24:00 is no start."""
    with pytest.raises(BadValue):
        hours.of(days, start, end)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("24/7", "24x7"), ("24 x 7", "24x7"), ("24\u00d77", "24x7"), ("Always", "24x7"), ("mon-fri", ""), ("", "")],
)
def test_suggests_the_short_form(refused: Refused, text: str, suggestion: str) -> None:
    """Other words for round the clock are refused with the short form."""
    problem = refused(hours.parse, text)
    assert problem.message == f'"{text}" is not hours; write 24x7, or {{days: mon-fri, from: "09:00", to: "17:00"}}'
    assert problem.suggestion == suggestion

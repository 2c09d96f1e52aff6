from collections.abc import Callable

import pytest

from bpogov.values import holiday_calendar
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize("code", ["US", "GB-ENG", "PH"])
def test_reads_calendars(code: str) -> None:
    """A calendar has the code of its country or of the part of it."""
    assert holiday_calendar.parse(code) == code


@pytest.mark.parametrize(
    ("text", "suggestion"), [("Philippines", "PH"), ("England", "GB-ENG"), ("TARGET", ""), ("", "")]
)
def test_suggests_the_calendar_that_is_meant(refused: Refused, text: str, suggestion: str) -> None:
    """Names are refused with the code."""
    problem = refused(holiday_calendar.parse, text)
    assert problem.message == (
        f'"{text}" is not a holiday calendar; write the code of a country or of its part such as PH or GB-ENG'
    )
    assert problem.suggestion == suggestion

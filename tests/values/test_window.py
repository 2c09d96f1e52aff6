from collections.abc import Callable

import pytest

from bpogov.values import window
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("calendar-month", 0),
        ("calendar-quarter", 0),
        ("contract-year", 0),
        ("per-incident", 0),
        ("rolling-30d", 30),
        ("rolling-366d", 366),
    ],
)
def test_reads_windows(text: str, days: int) -> None:
    """Named windows and rolling ones of up to a year are read, and written as they were."""
    assert window.parse(text) == window.Window(text, days)
    assert window.parse(window.parse(text).canonical) == window.parse(text)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("monthly", "calendar-month"),
        ("calender-month", "calendar-month"),
        ("per_incident", "per-incident"),
        ("Rolling 30 days", "rolling-30d"),
        ("90d", "rolling-90d"),
        ("last 7 days", "rolling-7d"),
        ("rolling-030d", "rolling-30d"),
        ("rolling-0d", ""),
        ("rolling-367d", ""),
        ("whenever", ""),
        ("", ""),
    ],
)
def test_suggests_the_window_that_is_meant(refused: Refused, text: str, suggestion: str) -> None:
    """Near words are refused with the right one."""
    problem = refused(window.parse, text)
    assert problem.message == (
        f'"{text}" is not a window of measurement; write calendar-month, calendar-quarter, rolling-30d, contract-year'
        " or per-incident"
    )
    assert problem.suggestion == suggestion

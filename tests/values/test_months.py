"""How long months are."""

import calendar

from bpogov.values.months import month_length, month_lengths


def test_every_month_of_the_calendar() -> None:
    """As Python's own calendar says, in all years that there are."""
    for year in range(1, 10000):
        assert month_lengths(year) == tuple(calendar.monthrange(year, month)[1] for month in range(1, 13))


def test_one_month() -> None:
    """By its number, as people count."""
    assert [month_length(2028, month) for month in (1, 2, 12)] == [31, 29, 31]

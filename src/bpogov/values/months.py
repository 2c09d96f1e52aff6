"""How long the months of the Gregorian calendar are (ISO 8601-1:2019, 4.2.1).

The module `calendar` knows it too, but importing it takes a millisecond, and asking it five times as long.
"""


def month_lengths(year: int) -> tuple[int, ...]:
    """Give the days of each month of a year, from January."""
    return _COMMON if year % 4 or (year % 100 == 0 and year % 400) else _LEAP


def month_length(year: int, month: int) -> int:
    """Give the days of a month; January is 1."""
    return month_lengths(year)[month - 1]


_COMMON = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP = (31, 29, *_COMMON[2:])

"""Lengths of time and dates, tried out on the calendar with python-dateutil instead of calculated."""

import datetime as dt
from collections.abc import Iterable
from functools import cache

from dateutil.relativedelta import relativedelta

WORDS = {
    "daily": "1 day", "weekly": "1 week", "biweekly": "2 weeks", "monthly": "1 month", "quarterly": "3 months",
    "semiannual": "6 months", "annual": "1 year",
}  # fmt: skip
_DAY = dt.timedelta(days=1)


def after(start: dt.date, length: str, times: int = 1) -> dt.datetime:
    """The moment that lies so many of a length after the start of a day; before it where there are less than none."""
    number, _, unit = WORDS.get(length, length).partition(" ")
    begin = dt.datetime.combine(start, dt.time())
    count = int(number) * times
    if unit.startswith("business"):
        while count:
            begin += _DAY
            count -= begin.weekday() < 5
        return begin
    match unit.removesuffix("s"):
        case "month":
            return begin + relativedelta(months=count)
        case "year":
            return begin + relativedelta(years=count)
        case "week":
            return begin + dt.timedelta(weeks=count)
        case other:
            return begin + dt.timedelta(**{f"{other}s": count})


def day_after(start: dt.date, length: str, times: int = 1) -> dt.date:
    """The date on which that moment lies."""
    return after(start, length, times).date()


def day_before(end: dt.date, length: str) -> dt.date:
    """The date that lies a length before another."""
    return after(end, length, -1).date()


def _starts() -> Iterable[dt.date]:
    """Days on which a length may begin: four years with a leap day, and three around one that is left out."""
    for first, count in ((dt.date(2023, 1, 1), 1461), (dt.date(2098, 6, 1), 1000)):
        yield from (first + step * _DAY for step in range(count))


@cache
def longer(one: str, other: str) -> bool:
    """Whether a length is longer than another from every start."""
    return all(after(start, one) > after(start, other) for start in _starts())


@cache
def most_days(length: str) -> int:
    """The most days that a length lasts, from any start."""
    return max((after(start, length).date() - start).days for start in _starts())


def minutes(length: str) -> int:
    """A length of hours and days, in minutes."""
    start = dt.date(2025, 1, 1)
    return int((after(start, length) - dt.datetime.combine(start, dt.time())).total_seconds()) // 60

"""Dates and lengths of time: comparing durations, counting days, adding to dates."""

import datetime as dt
import itertools
from typing import Any

from bpogov.functions.declare import function
from bpogov.values import date as dates
from bpogov.values import duration as durations
from bpogov.values import every
from bpogov.values.errors import BadValue
from bpogov.values.months import month_length


@function("dates.at_most", a="every", b="every", returns="flag")
def at_most(a: str, b: str) -> bool:
    """Tell whether `a` is not longer than `b`, both durations or words such as `weekly`.

    False only if `a` is longer from every start date: a month is at most 30 days, because February is; 32 days are
    never at most a month. Business days are counted over weekends of two days; holidays are not known here.
    Error: a text that is neither a duration nor a word. Source: ISO 8601-1:2019, 5.5.2.
    """
    return durations.at_most(every.parse(a).duration, every.parse(b).duration)


@function("dates.at_least", a="every", b="every", returns="flag")
def at_least(a: str, b: str) -> bool:
    """Tell whether `a` is not shorter than `b`, both durations or words such as `weekly`.

    False only if `a` is shorter from every start date; otherwise as `dates.at_most`.
    """
    return durations.at_most(every.parse(b).duration, every.parse(a).duration)


@function("dates.most_days", duration="every", returns="count")
def most_days(duration: str) -> int:
    """Give the most whole days that a duration, or a word such as `weekly`, can last: 31 for a month, 366 for a year.

    A limit on a number of days that is written as a duration is compared with this. Less than a day gives 0;
    business days are counted over weekends of two days. Error: a text that is neither a duration nor a word.
    """
    return every.parse(duration).duration.longest // durations.DAY


@function("dates.words", duration="every", returns="text")
def words(duration: str) -> str:
    """Give a duration in plain words, for messages: `3 months` for `P3M` or `quarterly`.

    Error: a text that is neither a duration nor a word.
    """
    return every.parse(duration).words


@function("dates.days_between", first="date", second="date", returns="count")
def days_between(first: str, second: str) -> int:
    """Count the days from the first date to the second: 1 from a day to the next, less than 0 where it lies before.

    Error: a text that is not a date.
    """
    return (dates.parse(second) - dates.parse(first)).days


@function("dates.add", date="date", duration="every", returns="date")
def add(date: str, duration: str) -> str:
    """Give the date that lies a duration, or a word such as `quarterly`, after a date.

    Months first: where the month has no such day, its last day counts (a month after 31 January is 28 or 29 February);
    then days; hours count from the start of the day. Business days skip Saturdays and Sundays; holidays are not known
    here. What lies after the calendar ends is 9999-12-31.
    Error: a text that is not a date or neither a duration nor a word.
    """
    start, length = dates.parse(date), every.parse(duration).duration
    try:
        return length.after(start).isoformat()
    except BadValue:
        return dt.date.max.isoformat()


@function("dates.subtract", date="date", duration="every", returns="date")
def subtract(date: str, duration: str) -> str:
    """Give the date that lies a duration, or a word such as `quarterly`, before a date.

    Months first: where the month has no such day, its last day counts (3 months before 31 May is 28 or 29 February);
    then days; hours count back from the start of the day, so that 36 hours are two days. Business days skip Saturdays
    and Sundays; holidays are not known here. What lies before the calendar begins is 0001-01-01.
    Error: a text that is not a date or neither a duration nor a word.
    """
    return before(dates.parse(date), every.parse(duration).duration).isoformat()


def before(end: dt.date, duration: durations.Duration) -> dt.date:
    """Give the date that lies a duration before `end`, as `dates.subtract` counts it."""
    try:
        day = end
        for _ in range(duration.business_days):
            day -= dt.timedelta(days=3 if day.weekday() == _MONDAY else 2 if day.weekday() == _SUNDAY else 1)
        years, month = divmod(day.month - 1 - duration.calendar_months, 12)
        year = day.year + years
        day = dt.date(year, month + 1, min(day.day, month_length(year, month + 1)))
        return day + dt.timedelta(days=-duration.clock_seconds // durations.DAY)
    except (ValueError, OverflowError):
        return dt.date.min


_MONDAY, _SUNDAY = 0, 6


@function("dates.earliest", dates="list", returns="date")
def earliest(dates: list[Any]) -> str:
    """Give the earliest date of a list. Error: an empty list, and anything in it that is not a date."""
    return min(_dates(dates)).isoformat()


@function("dates.latest", dates="list", returns="date")
def latest(dates: list[Any]) -> str:
    """Give the latest date of a list. Error: an empty list, and anything in it that is not a date."""
    return max(_dates(dates)).isoformat()


@function("dates.in_order", dates="list", returns="flag")
def in_order(dates: list[Any]) -> bool:
    """Tell whether each date of a list is later than the one before it; true for none or one.

    Error: anything in the list that is not a date.
    """
    found = _dates(dates) if dates else []
    return all(before < after for before, after in itertools.pairwise(found))


def _dates(values: list[Any]) -> list[dt.date]:
    if not values:
        raise ValueError("There is no date in the list")
    return [dates.parse(str(value)) for value in values]

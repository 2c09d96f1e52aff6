"""The dates of meetings, by python-dateutil."""

import datetime as dt
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rrulestr, weekday

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORDS: dict[str, tuple[Literal[0, 1, 2, 3], int]] = {
    "daily": (DAILY, 1), "weekly": (WEEKLY, 1), "biweekly": (WEEKLY, 2), "monthly": (MONTHLY, 1),
    "quarterly": (MONTHLY, 3), "semiannual": (MONTHLY, 6), "annual": (YEARLY, 1),
}  # fmt: skip
FAR = 29


def dated(meeting: dict[str, Any]) -> bool:
    """Whether the dates of a meeting are known: it has a rhythm, and a first date where that leaves something out."""
    cadence = str(meeting.get("cadence", ""))
    leaves_out = cadence == "biweekly" or ("INTERVAL=" in cadence and "INTERVAL=1" not in cadence)
    return bool(cadence) and (not leaves_out or "first" in meeting)


def held(meeting: dict[str, Any], begin: dt.date, end: dt.date) -> list[dt.date]:
    """The dates of a meeting from a day to another, both included."""
    known = _dates(meeting["cadence"], meeting.get("day"), meeting.get("first"), begin.year)
    return [date for date in known if begin <= date <= end]


@cache
def _dates(cadence: str, on: str | None, first: str | None, year: int) -> tuple[dt.date, ...]:
    """The dates from a year on, as long as anybody looks ahead; weeks and days repeat, so that three years do."""
    start = dt.date.fromisoformat(first) if first else dt.date(year, 1, 1)
    begin = dt.datetime.combine(start, dt.time())
    rule = _rule(cadence, on, begin, counted=first is not None)
    years = 5 if _short(cadence) else FAR + 1
    last = max(year, start.year) + years
    return tuple(date.date() for date in rule.between(begin, begin.replace(year=last, month=12, day=31), inc=True))


def _rule(cadence: str, on: str | None, begin: dt.datetime, *, counted: bool) -> rrule:
    if cadence not in WORDS:
        found = rrulestr(cadence, dtstart=begin)
        assert isinstance(found, rrule)
        return found
    frequency, interval = WORDS[cadence]
    if frequency == DAILY:
        return rrule(DAILY, dtstart=begin, interval=interval)
    if frequency == WEEKLY:
        number = DAYS.index(on) if on else begin.weekday() if counted else 0
        return rrule(WEEKLY, dtstart=begin, interval=interval, byweekday=number)
    month = begin.month if frequency == YEARLY else None
    if on:
        return rrule(frequency, dtstart=begin, interval=interval, bymonth=month, byweekday=weekday(DAYS.index(on))(1))
    if counted and begin.day > 28:  # the plain word means every month: where it is too short, its last day
        lasts = range(28, begin.day + 1)
        return rrule(frequency, dtstart=begin, interval=interval, bymonth=month, bymonthday=lasts, bysetpos=-1)
    return rrule(frequency, dtstart=begin, interval=interval, bymonth=month, bymonthday=begin.day if counted else 1)


def largest_gap(meetings: list[dict[str, Any]], today: dt.date) -> int:
    """The most days between two neighbouring dates of any of the meetings, from today on.

    Weekdays and months repeat after 28 years; where a rhythm of weeks fills the gaps, two years show them all.
    """
    years = 2 if any(_short(meeting["cadence"]) for meeting in meetings) else FAR
    end = dt.date(today.year + years, today.month, 28)
    dates = sorted({date for meeting in meetings for date in held(meeting, today, end)})
    return max((later - sooner).days for sooner, later in pairwise(dates))


def hours_a_week(meeting: dict[str, Any], minutes: int, today: dt.date) -> float:
    """The hours a week that a meeting takes, over four years from its first date on."""
    start = max(today, dt.date.fromisoformat(meeting.get("first", "0001-01-01")))
    weeks = 208
    return len(held(meeting, start, start + dt.timedelta(weeks=weeks, days=-1))) * minutes / 60 / weeks


def _short(cadence: str) -> bool:
    return cadence in ("daily", "weekly", "biweekly") or "WEEKLY" in cadence or "DAILY" in cadence

"""The rhythm of meetings: how long the gaps are, and how many meetings a year has.

A meeting is a group of fields with `cadence` (a word or a rule of RFC 5545), and where they are known `day` (the
weekday beside a rhythm that names none) and `first` (the date of the first meeting). Dates are nominal: what happens
on holidays does not count.
"""

import datetime as dt
import itertools
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bpogov.functions.declare import function
from bpogov.values import cadence as cadences
from bpogov.values import date as dates
from bpogov.values import duration as durations
from bpogov.values import weekdays
from bpogov.values.recurrence import Cadence, occurrences

_Plan = tuple[Cadence, int | None, dt.date | None]
"""A rhythm, the weekday beside it, and the date of the first meeting."""

_AHEAD = 29
_FOREVER = _AHEAD * 365
_HOUR = 60 * 60
_READS = ("[*].cadence", "[*].day", "[*].first")


@function("cadence.dated", meeting="map", returns="flag", reads=("cadence", "first"))
def dated(meeting: dict[str, Any]) -> bool:
    """Tell whether the dates of a meeting are known: it has a `cadence`, and `first` where the rhythm needs it.

    A rhythm needs `first` where it leaves out days, weeks, months or years (`biweekly`, `FREQ=MONTHLY;INTERVAL=3`).
    Error: a cadence that cannot be read.
    """
    return bool(meeting.get("cadence")) and ("first" in meeting or not _rhythm(meeting).needs_first)


@function("cadence.largest_gap", meetings="list", today="date", returns="count", reads=_READS)
def largest_gap(meetings: list[Any], today: str) -> int:
    """Give the largest number of days between two dates on which at least one of the meetings takes place.

    Looks from `today`, or from the earliest first meeting if that is later, 29 years ahead: weekdays and months repeat
    after 28 (rhythms of days and weeks alone repeat sooner, and get five). So the second Thursday of the month gives
    35, a third Wednesday every third month 98, a fifth Thursday 119, whatever the day on which it is asked.
    Where they take place less than twice in that time, or not at all, the gap is 10585 days (29 years).
    Error: no meeting, and a meeting whose dates are not known. Source: RFC 5545, 3.3.10.
    """
    plans = [_plan(meeting) for meeting in meetings]
    if not plans:
        raise ValueError("There is no meeting, so there is no time between meetings")
    start = max(dates.parse(today), min((first for _, _, first in plans if first), default=dt.date.min))
    if any(first is None for _, _, first in plans):
        start = dates.parse(today)
    years = 5 if all(_repeats_soon(rhythm) for rhythm, _, _ in plans) else _AHEAD
    end = _years_after(start, years)
    return _largest(tuple(plans), start, end)


@function("cadence.per_year", meetings="list", today="date", returns="count", reads=_READS)
def per_year(meetings: list[Any], today: str) -> int:
    """Give how many meetings a year has, as a mean over four years from `today`, rounded.

    A series that starts later is counted over its own first four years. Two meetings on one day count twice; no
    meetings give 0. Error: a meeting whose dates are not known.
    """
    count = 0
    for rhythm, day, first in (_plan(meeting) for meeting in meetings):
        start = max(dates.parse(today), first or dt.date.min)
        count += len(held(rhythm, day, first, start, _years_after(start, 4)))
    return round(count / 4)


@function("cadence.hours_per_week", meetings="list", today="date", returns="number", reads=(*_READS, "[*].duration"))
def hours_per_week(meetings: list[Any], today: str) -> float:
    """Give how many hours a week meetings take, as a mean over four years from `today`, to a tenth of an hour.

    A series that starts later is counted over its own first four years. A meeting without a `duration`, or whose dates
    are not known, takes no time here. Error: a cadence, date or duration that cannot be read.
    """
    hours = 0.0
    for meeting in meetings:
        if isinstance(meeting, Mapping) and "duration" in meeting and dated(dict(meeting)):
            rhythm, day, first = _plan(meeting)
            start = max(dates.parse(today), first or dt.date.min)
            end = _years_after(start, 4)
            weeks = max((end - start).days, 1) / 7
            length = durations.parse(str(meeting["duration"])).longest / _HOUR
            hours += len(held(rhythm, day, first, start, end)) * length / weeks
    return round(hours, 1)


@lru_cache(maxsize=256)
def _largest(plans: tuple[_Plan, ...], start: dt.date, end: dt.date) -> int:
    """Give the days of the largest gap; kept like the dates themselves (`benchmarks/stages`)."""
    days = sorted({date.toordinal() for plan in plans for date in held(*plan, start, end)})
    return max((after - before for before, after in itertools.pairwise(days)), default=_FOREVER)


@lru_cache(maxsize=1024)
def held(rhythm: Cadence, day: int | None, first: dt.date | None, start: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """Give the dates from `start` up to the day before `end`; kept, because many engagements share a rhythm."""
    return tuple(date for date in occurrences(rhythm, day, first, start, end) if date < end)


def _plan(meeting: Any) -> _Plan:
    if not isinstance(meeting, Mapping) or not meeting.get("cadence"):
        raise ValueError("A meeting without a cadence has no dates")
    day, first = meeting.get("day"), meeting.get("first")
    return _rhythm(meeting), weekdays.day(str(day)) if day else None, dates.parse(str(first)) if first else None


def _rhythm(meeting: Mapping[str, Any]) -> Cadence:
    return cadences.parse(str(meeting["cadence"]))


def _repeats_soon(rhythm: Cadence) -> bool:
    """Whether the rhythm knows days and weeks only, and repeats at least once a year."""
    least = {"DAILY": 366, "WEEKLY": 52}.get(rhythm.frequency, 0)
    return rhythm.interval <= least and not rhythm.months and not rhythm.month_days


def _years_after(start: dt.date, years: int) -> dt.date:
    """Give the first of the month that many years later, or the last day of the calendar."""
    return (
        dt.date(start.year + years, start.month, min(start.day, 28)) if start.year + years < dt.MAXYEAR else dt.date.max
    )

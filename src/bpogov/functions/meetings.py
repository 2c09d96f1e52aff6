"""The dates of meetings against the working hours and the holidays of both sides."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from bpogov.functions import staffing
from bpogov.functions.cadence import dated, held
from bpogov.functions.declare import function
from bpogov.functions.timeline import LAST, WEEKDAYS, Entries, Plan, clock, kinds, offset_at, weekday
from bpogov.values import cadence as cadences
from bpogov.values import date as dates
from bpogov.values import duration as durations
from bpogov.values import time, timezone, weekdays
from bpogov.values.errors import BadValue
from bpogov.values.hours import DAY

_READS = (
    "cadence", "day", "first", "start", "timezone", "duration",
    "client.working_hours", "client.timezone", "client.holidays",
    "provider.working_hours", "provider.timezone", "provider.holidays", "provider.sites",
)  # fmt: skip
_SIDES = ("client", "provider")


@function(
    "meetings.clashes", meeting="map", parties="map", today="date", look_ahead="duration", returns="map", reads=_READS
)
def clashes(meeting: dict[str, Any], parties: dict[str, Any], today: str, look_ahead: str) -> dict[str, Any]:
    """Find the dates of a meeting on which it cannot be held as planned, in the time after `today`.

    On each date the clock of each side decides, so that a meeting may fall on the next day there, and on another hour
    in winter. A date is a day off if it is a holiday of a side, or a day of the week that it does not work. Otherwise
    the whole meeting has to lie in the working hours of each side (of a provider without any, in the shifts of its
    sites); where `start` or its `timezone` is missing, hours are not looked at, and dates count as they are.
    Gives {dates, off, off_words, never, outside, outside_words}: how many dates there are; the dates off; these in
    words, each with its reason; the days of the week that one side never works if all the dates (two or more) fall on
    such; how many dates lie outside somebody's hours, and in words for each side how many, and the first.
    A meeting whose dates are not known has none. Error: a cadence, a date or a duration that cannot be read.
    Source: RFC 5545, 3.3.10; IANA time zone database.
    """
    found = _Clashes()
    plans = {side: staffing.office(parties.get(side, {})) for side in _SIDES}
    planned = _dates(meeting, today, look_ahead)
    for day, seats in _seated(meeting, plans, [date.toordinal() for date in planned]):
        _look(found, day, plans, seats)
    never = found.free if len(planned) > 1 and found.free_dates == len(planned) else set()
    return {
        "dates": len(planned),
        "off": [dt.date.fromordinal(day).isoformat() for day in found.off],
        "off_words": list(found.off.values()),
        "never": [WEEKDAYS[day] for day in sorted(never)],
        "outside": len({day for days in found.outside.values() for day, _ in days}),
        "outside_words": [_outside(side, days, len(planned)) for side, days in found.outside.items()],
    }


class _Clashes:
    """What is found: dates off with their reason, weekdays that one side never works, and dates outside the hours."""

    def __init__(self) -> None:
        self.off: dict[int, str] = {}
        self.free: set[int] = set()
        self.free_dates = 0
        self.outside: dict[str, list[tuple[int, str]]] = {}


class _Seat(Struct, frozen=True):
    """How a side sees a meeting on a date.

    `days` after the date it is held there, and `shown` is the start by the clock of the side; `inside` says whether the
    whole meeting lies in its hours, `idle` whether it never works on that day of the week.
    """

    days: int
    shown: str
    inside: bool
    idle: bool

    @property
    def fits(self) -> bool:
        """Whether nothing is wrong with the date but that it may be a holiday."""
        return not self.idle and (self.inside or not self.shown)


def _seated(
    meeting: Mapping[str, Any], plans: Mapping[str, Plan], days: Sequence[int]
) -> Iterator[tuple[int, Mapping[str, _Seat]]]:
    """Give the dates of the meeting that do not suit a side, with how each side sees them.

    Dates that are alike are looked at once; most of them suit everybody, and are not spoken of.
    """
    if not days:
        return
    slot, length = _slot(meeting), _minutes(meeting)
    zones = {zone for plan in plans.values() for _, zone in plan.entries} | ({slot[0]} if slot else set())
    kind = kinds(zones, days[0], days[-1], 2, 2 + min(length, _LONGEST) // DAY + 1)
    known: dict[tuple[int, int, int], tuple[Mapping[str, _Seat], bool, list[tuple[int, frozenset[int]]]]] = {}
    for day in days:
        key = kind(day)
        if key not in known:
            start = _start(*slot, day) if slot else None
            seen = {side: _seat(plan.entries, start, length, day) for side, plan in plans.items()}
            fit = all(seat.fits for seat in seen.values())
            known[key] = seen, fit, [(seen[side].days, plan.off) for side, plan in plans.items() if plan.off]
        seats, fit, free = known[key]
        for days_later, off in free if fit else ():
            if day + days_later in off:
                break
        else:
            if fit:
                continue
        yield day, seats


@lru_cache(maxsize=2048)
def _seat(entries: Entries, start: int | None, length: int, day: int) -> _Seat:
    """Give how a side sees a meeting; kept, because files of one organisation meet at the same times."""
    plan = Plan(entries)
    here, shown = _local(plan, start, day)
    inside = start is not None and _inside(plan, start, length)
    return _Seat(here - day, shown, inside, bool(plan.entries) and not inside and not plan.works(here))


def _look(found: _Clashes, day: int, plans: Mapping[str, Plan], seats: Mapping[str, _Seat]) -> None:
    """Judge one date of the meeting: a day off for either side, or outside the hours of one."""
    outside, reasons, free = [], [], False
    for side, seat in seats.items():
        here = day + seat.days
        if seat.idle:
            found.free.add(weekday(here))
            free = True
        if here in plans[side].off:
            reasons.append(f"holiday of the {side}")
        elif seat.idle:
            reasons.append(f"a {WEEKDAYS[weekday(here)]}, when the {side} does not work")
        elif seat.shown and not seat.inside:
            outside.append((side, seat.shown))
    found.free_dates += free
    if reasons:
        found.off[day] = f"{dt.date.fromordinal(day).isoformat()} ({' and '.join(reasons)})"
    else:
        for side, shown in outside:
            found.outside.setdefault(side, []).append((day, shown))


def _dates(meeting: Mapping[str, Any], today: str, look_ahead: str) -> tuple[dt.date, ...]:
    if not dated(dict(meeting)):
        return ()
    begin = dates.parse(today).toordinal() + 1
    end = min(begin - 1 + durations.parse(look_ahead).longest // durations.DAY, LAST)
    if begin > end:
        return ()
    day, first = meeting.get("day"), meeting.get("first")
    return held(
        cadences.parse(str(meeting["cadence"])),
        weekdays.day(str(day)) if day else None,
        dates.parse(str(first)) if first else None,
        dt.date.fromordinal(begin),
        dt.date.fromordinal(end + 1),
    )


def _slot(meeting: Mapping[str, Any]) -> tuple[str, dt.time] | None:
    """Give the zone and the time at which the meeting starts, or None where one of them is not known."""
    try:
        return timezone.parse(str(meeting["timezone"])), time.parse(str(meeting["start"]))
    except (KeyError, BadValue):
        return None


def _start(zone: str, at: dt.time, day: int) -> int:
    """Give the minute at which the meeting starts on a date, since the start of the calendar."""
    start = dt.datetime.combine(dt.date.fromordinal(day), at, timezone.zone(zone))
    return day * DAY + start.hour * 60 + start.minute - (start.utcoffset() or dt.timedelta()) // dt.timedelta(minutes=1)


def _minutes(meeting: Mapping[str, Any]) -> int:
    length = meeting.get("duration")
    return max(durations.parse(str(length)).longest // 60, 1) if length else 1


def _local(plan: Plan, start: int | None, day: int) -> tuple[int, str]:
    """Give the day on which the meeting is held for a side, and its start by the clock there."""
    if start is None or not plan.entries:
        return day, ""
    zone = plan.entries[0][1]
    here = start + offset_at(zone, start)
    return here // DAY, f"{clock(here % DAY)} {zone}"


def _inside(plan: Plan, start: int, length: int) -> bool:
    """Whether the whole meeting lies in the hours of a side, on a day off or not."""
    first, last = start // DAY, (start + length) // DAY
    if length > _LONGEST:
        return False
    wanted = ((1 << length) - 1) << (start - first * DAY)
    return plan.mask(first, last - first + 1) & wanted == wanted


def _outside(side: str, days: list[tuple[int, str]], dates: int) -> str:
    """Say how often the meeting is outside the hours of a side: `the client on 12 of 12 dates (08:30 …)`."""
    day, shown = days[0]
    date = dt.date.fromordinal(day).isoformat()
    return f"the {side} on {len(days)} of {dates} dates ({shown} on {date})"


_LONGEST = 7 * DAY

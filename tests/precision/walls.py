"""Clocks on walls, minute by minute: which minutes of UTC hours of work cover, by `zoneinfo` alone.

A minute is counted from the start of the calendar. Where a zone keeps its offset over the days around, hours are one
stretch of minutes; around a change of the clocks every single minute is looked up.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import holidays

from tests.functions.brute_force import minute, on_days, rules

DAY = 1440
YEARS = range(2023, 2033)
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """Hours that start on some days of the week, in minutes after midnight, by the clock of a zone."""

    days: frozenset[int]
    begin: int
    end: int
    zone: str


def entry(hours: Any, zone: str) -> Entry:
    """Read hours as they are written, in their own zone or in the one given."""
    if hours == "24x7":
        hours = {"days": "mon-sun", "from": "00:00", "to": "24:00"}
    begin, end = minute(hours["from"]), minute(hours["to"])
    end = end if end > begin else end + DAY
    return Entry(frozenset(on_days(hours["days"])), begin, end, hours.get("timezone") or zone)


@cache
def offset(zone: str, at: int) -> int:
    """The offset of a zone from UTC at a minute, in minutes."""
    instant = dt.datetime.fromordinal(at // DAY).replace(tzinfo=dt.UTC) + dt.timedelta(minutes=at % DAY)
    shown = instant.astimezone(rules(zone)).utcoffset()
    assert shown is not None
    return int(shown.total_seconds()) // 60


@cache
def offsets(zone: str, ordinal: int) -> tuple[int, ...]:
    """The offsets of a zone in every minute of a UTC day; a single one where it is the same at both ends."""
    begin = offset(zone, ordinal * DAY)
    if begin == offset(zone, (ordinal + 1) * DAY):
        return (begin,)
    return tuple(offset(zone, at) for at in range(ordinal * DAY, (ordinal + 1) * DAY))


@lru_cache(maxsize=200_000)
def stretches(zone: str, ordinal: int, begin: int, end: int) -> tuple[Stretch, ...]:
    """The minutes of UTC in which the wall shows minutes of a local day; its end may lie on the next day."""
    around = [offsets(zone, ordinal + step) for step in (-1, 0, 1, 2)]
    if len(set(around)) == 1 and len(around[0]) == 1:
        return ((ordinal * DAY + begin - around[0][0], ordinal * DAY + end - around[0][0]),)
    found: list[list[int]] = []
    for step, known in zip((-1, 0, 1, 2), around, strict=True):
        for number in range(DAY):
            at = (ordinal + step) * DAY + number
            if begin <= at + known[number % len(known)] - ordinal * DAY < end:
                if found and found[-1][1] == at:
                    found[-1][1] = at + 1
                else:
                    found.append([at, at + 1])
    return tuple((first, last) for first, last in found)


class Cover:
    """The minutes of a time around some days in which somebody is there."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first - 3, last + 3
        self.start = (self.first - 2) * DAY
        self.marks = bytearray((self.last - self.first + 5) * DAY)

    def add(self, entries: Iterable[Entry], off: frozenset[int] | set[int] = frozenset()) -> "Cover":
        """Mark the hours of every day on which they start, days off left out."""
        for each in entries:
            for ordinal in range(self.first, self.last + 1):
                if (ordinal - 1) % 7 in each.days and ordinal not in off:
                    for begin, end in stretches(each.zone, ordinal, each.begin, each.end):
                        self.marks[begin - self.start : end - self.start] = b"\1" * (end - begin)
        return self

    def count(self, begin: int, end: int) -> int:
        """How many minutes of a stretch are marked."""
        return self.marks.count(1, begin - self.start, end - self.start)

    def without(self, other: "Cover") -> Iterator[Stretch]:
        """The stretches that are marked here and not there."""
        size = len(self.marks)
        left = int.from_bytes(self.marks, "big") & ~int.from_bytes(other.marks, "big")
        for found in re.finditer(b"\1+", left.to_bytes(size, "big")):
            yield found.start() + self.start, found.end() + self.start


def local(zone: str, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
    """A stretch by the clock of a zone: (day, from, to), cut at midnights and where the clocks change."""
    while begin < end:
        known = offsets(zone, begin // DAY)
        here = begin + known[begin % DAY % len(known)]
        stop = min(end, (begin // DAY + 1) * DAY) if len(known) == 1 else begin + 1
        until = min(here + stop - begin, (here // DAY + 1) * DAY)
        yield here // DAY, here % DAY, until - here // DAY * DAY
        begin += until - here


@cache
def calendar(code: str) -> frozenset[int]:
    """The public holidays of a country or of a part of it, from the package `holidays`, as ordinals."""
    country, _, part = code.partition("-")
    found = holidays.country_holidays(country, subdiv=part or None, years=YEARS)
    return frozenset(date.toordinal() for date in found)


def days_off(declared: Any) -> frozenset[int]:
    """The holidays that a side or a site declares: a code, or a calendar with days added and removed."""
    if not declared:
        return frozenset()
    if isinstance(declared, str):
        return calendar(declared)
    known = calendar(declared["calendar"]) if "calendar" in declared else frozenset()
    added = {dt.date.fromisoformat(date).toordinal() for date in declared.get("add", ())}
    removed = {dt.date.fromisoformat(date).toordinal() for date in declared.get("remove", ())}
    return (known | added) - removed


def name_of(ordinal: int) -> str:
    """The name of the weekday of a day."""
    return dt.date.fromordinal(ordinal).strftime("%A")


def clock(at: int) -> str:
    """A minute of the day as the wall shows it."""
    return f"{at // 60:02}:{at % 60:02}"


def iso(ordinal: int) -> str:
    """A day as it is written."""
    return dt.date.fromordinal(ordinal).isoformat()

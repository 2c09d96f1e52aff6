"""Hours of work on one time line: which minutes of UTC they cover, with daylight saving and days off.

Minutes are bits of whole numbers, so that joining and taking away hours is one operation for a whole week. Between two
changes of the UTC offset every week looks the same, which is remembered. At every instant the clock on the wall
decides: somebody works whenever it shows a time inside their hours, also in the night in which it is set.
"""

import datetime as dt
import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from bpogov.values import timezone
from bpogov.values.hours import DAY, Hours

AHEAD = 366
"""The days of the next year: enough for a leap year, so that every day of the calendar comes up."""

LAST = dt.date.max.toordinal() - 8
"""The last day that is looked at, so that no zone can lead beyond the calendar."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Entries = tuple[tuple[Hours, str], ...]
"""Hours of a week, each with its time zone."""


class Stretch(Struct, frozen=True):
    """A time, in minutes since the start of the calendar, in which a zone keeps its offset from UTC (in minutes)."""

    begin: int
    end: int
    offset: int


class Plan(Struct, frozen=True):
    """Hours that repeat every week, each with its time zone, and the days (as ordinals) on which none of them start.

    Hours belong to the day on which they start: those of a day off are missing also after midnight, and those of the
    day before go on into it.
    """

    entries: Entries
    off: frozenset[int] = frozenset()

    def mask(self, first: int, days: int = 7) -> int:
        """Give the minutes from the start of the UTC day `first` (an ordinal) on, as bits: 1 in somebody's hours.

        Days off count like every other day here.
        """
        return joined(worked(hours, zone, first, days) for hours, zone in self.entries)

    def of_day(self, day: int, first: int, days: int) -> int:
        """Give the minutes of the hours that start on one local day only, off or not, as bits from `first` on."""
        return joined(
            starting(hours, day - first, offsets(zone, first, days))
            for hours, zone in self.entries
            if weekday(day) in hours.days.days
        )

    def works(self, day: int) -> bool:
        """Whether hours start on that day of the week, given as an ordinal."""
        return any(weekday(day) in hours.days.days for hours, _ in self.entries)


def worked(hours: Hours, zone: str, first: int, days: int) -> int:
    """Give the minutes that hours cover from the UTC day `first` on, as bits."""
    parts = offsets(zone, first, days)
    bits = 0
    for begin, end, offset in parts:
        found = _covered(hours, weekday(first), days, offset)
        bits |= found if len(parts) == 1 else found & ones(begin, end)
    return bits


def starting(hours: Hours, day: int, parts: Iterable[tuple[int, int, int]]) -> int:
    """Give the minutes of hours that start on one day, by the clock of each part of the time, as bits."""
    bits = 0
    start, stop = day * DAY + hours.start, day * DAY + hours.end
    for begin, end, offset in parts:
        bits |= ones(max(start - offset, begin), min(stop - offset, end))
    return bits


def weekday(day: int) -> int:
    """Give the day of the week of an ordinal, 0 for Monday."""
    return (day - 1) % 7


def year_after(today: dt.date) -> tuple[int, int]:
    """Give the first and the last day of the next year as ordinals: tomorrow and the day AHEAD days after today."""
    first = min(max(today.toordinal() + 1, 8), LAST)
    return first, min(first + AHEAD - 1, LAST)


def mondays(first: int, last: int) -> range:
    """Give the Mondays of the UTC weeks in which local days from `first` to `last` can lie, as ordinals."""
    return range(first - 1 - weekday(first - 1), last + 2, 7)


def kinds(
    zones: Iterable[str], first: int, last: int, before: int, after: int
) -> Callable[[int], tuple[int, int, int]]:
    """Give a function that tells the days from `first` to `last` apart, as far as clocks can make a difference.

    Two days are of the same kind if they are the same day of the week, and no zone changes its offset between them or
    in the time from `before` days before each of them to `after` days after it. So what hours and meetings come to is
    calculated for some twenty days of a year and not for all of them (`benchmarks/stages`).
    """
    spans = range((first - before) // _SPAN, (last + after) // _SPAN + 1)
    known = (stretches(zone, span) for zone in set(zones) for span in spans)
    changes = sorted({stretch.begin for found in known for stretch in found[1:]})

    def kind(day: int) -> tuple[int, int, int]:
        begin = bisect_right(changes, (day - before) * DAY)
        end = bisect_left(changes, (day + after) * DAY)
        return day % 7, begin, 0 if begin == end else day

    return kind


@lru_cache(maxsize=8192)
def offsets(zone: str, first: int, days: int) -> tuple[tuple[int, int, int], ...]:
    """Give the offsets of a zone in `days` days from `first` on: (begin, end, offset), in minutes from its start."""
    begin = first * DAY
    end = begin + days * DAY
    found = stretches(zone, first // _SPAN)
    if end > found[-1].end:
        found = (*found, *stretches(zone, first // _SPAN + 1))
    start = bisect_right(found, begin, key=lambda stretch: stretch.begin) - 1
    parts: list[tuple[int, int, int]] = []
    for stretch in found[start:]:
        if stretch.begin >= end:
            break
        part = (max(stretch.begin, begin) - begin, min(stretch.end, end) - begin, stretch.offset)
        if parts and parts[-1][2] == part[2]:
            part = (parts.pop()[0], part[1], part[2])
        parts.append(part)
    return tuple(parts)


@lru_cache(maxsize=1024)
def stretches(zone: str, span: int) -> tuple[Stretch, ...]:
    """Give the stretches of a zone in one span of 400 days; span 0 starts with the calendar.

    The offset is looked at every second week: no zone changes it there and back within that time.
    """
    first, last = max(span * _SPAN, 2), min((span + 1) * _SPAN, LAST + 6)
    points = [*range(first * DAY, last * DAY, _STEP), last * DAY]
    found: list[Stretch] = []
    begin, offset = span * _SPAN * DAY, offset_at(zone, points[0])
    for before, after in itertools.pairwise(points):
        later = offset_at(zone, after)
        if later != offset:
            change = _change(zone, before, after, offset)
            found.append(Stretch(begin, change, offset))
            begin, offset = change, later
    found.append(Stretch(begin, (span + 1) * _SPAN * DAY, offset))
    return tuple(found)


def offset_at(zone: str, minute: int) -> int:
    """Give the offset of a zone from UTC in whole minutes, at a minute since the start of the calendar."""
    instant = dt.datetime.fromordinal(minute // DAY).replace(tzinfo=dt.UTC) + dt.timedelta(minutes=minute % DAY)
    offset = instant.astimezone(timezone.zone(zone)).utcoffset() or dt.timedelta()
    return offset // _MINUTE


def runs(bits: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of ones in the bits, in order: (first, one after the last)."""
    start = 0
    while bits:
        skip = (bits & -bits).bit_length() - 1
        bits >>= skip
        start += skip
        length = (~bits & (bits + 1)).bit_length() - 1
        yield start, start + length
        bits >>= length
        start += length


def local(bits: int, zone: str, first: int, days: int = 7) -> Iterator[tuple[int, int, int]]:
    """Give minutes of UTC, as bits from the day `first` on, by the clock of a zone: (day, from, to) within a day."""
    for begin, end, offset in offsets(zone, first, days):
        part = bits & ones(begin, end) if (begin, end) != (0, days * DAY) else bits
        for start, stop in runs(part):
            here, until = first * DAY + start + offset, first * DAY + stop + offset
            while here < until:
                midnight = (here // DAY + 1) * DAY
                yield here // DAY, here % DAY, min(until, midnight) - here // DAY * DAY
                here = midnight


def joined(masks: Iterable[int]) -> int:
    """Give the minutes that any of the masks has."""
    bits = 0
    for mask in masks:
        bits |= mask
    return bits


def without(bits: int, masks: Iterable[int]) -> int:
    """Give the minutes that none of the masks has; the complement of a number costs twice as much."""
    return bits ^ (bits & joined(masks))


def ones(begin: int, end: int) -> int:
    """Give the minutes from `begin` to `end` as bits; none where the end comes first."""
    return ((1 << (end - begin)) - 1) << begin if end > begin else 0


def clock(minute: int) -> str:
    """Give a minute of the day as hours and minutes; 24:00 for its end."""
    return f"{minute // 60:02}:{minute % 60:02}"


@lru_cache(maxsize=4096)
def _covered(hours: Hours, start: int, days: int, offset: int) -> int:
    """Give the minutes of hours from a day of the week on; those that start on different days never overlap."""
    whole = ((0, days * DAY, offset),)
    working = (day for day in range(-2, days + 2) if (start + day) % 7 in hours.days.days)
    return joined(starting(hours, day, whole) for day in working)


def _change(zone: str, before: int, after: int, offset: int) -> int:
    """Give the first minute after `before` at which the zone no longer has the offset."""
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if offset_at(zone, middle) == offset else (before, middle)
    return after


_SPAN = 400
_STEP = 14 * DAY
_MINUTE = dt.timedelta(minutes=1)

"""Whether wanted hours are covered by those who work, on every day of a year."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from bpogov.functions.timeline import Plan, joined, local, mondays, offsets, ones, starting, without, worked
from bpogov.values.hours import DAY, WEEK, Hours


class Wanted(Struct, frozen=True):
    """Hours in which somebody should be there, with their time zone, and the days on which nobody expects it."""

    hours: tuple[Hours, str]
    closed: frozenset[int] = frozenset()


class Week(Struct, eq=False):
    """Minutes of a week, as bits, and the offsets in it; weeks that are known to be alike are the same object."""

    minutes: int
    parts: tuple[tuple[int, int, int], ...] = ()


class Gap(Struct, frozen=True):
    """What is missing of wanted hours, by their clock.

    `days` has a bit for each day from `first` (an ordinal) on: 1 where some minute of the day is without anybody of the
    `staffed`; `weeks` are those of UTC that were looked at.
    """

    wanted: Wanted
    staffed: tuple[Plan, ...]
    first: int
    days: int
    weeks: range

    @property
    def first_day(self) -> int:
        """The first day (an ordinal) on which somebody is missing; there has to be one."""
        return self.first + self._before

    @property
    def on_one_weekday(self) -> bool:
        """Whether all the days are the same day of the week."""
        return not (self.days >> self._before) & ~_WEEKLY

    @property
    def _before(self) -> int:
        return (self.days & -self.days).bit_length() - 1

    def pieces(self, day: int) -> list[tuple[int, int]]:
        """Give what is missing on a day (an ordinal): from which minute of the day to which, in order."""
        found: list[tuple[int, int]] = []
        start = self.weeks.start
        asked_for, free = _year(*self.wanted.hours, self.wanted.closed, self.weeks), _free(self.staffed, self.weeks)
        for number in range(max((day - start) // 7 - 1, 0), min((day - start) // 7 + 2, len(self.weeks))):
            asked, week = asked_for[number], self.weeks[number]
            if week - 1 <= day <= week + 7:
                minutes = asked.minutes & free[number].minutes & _local_days(asked.parts)[day - week + 1]
                for _, begin, end in local(minutes, self.wanted.hours[1], week):
                    found.append((found.pop()[0] if found and found[-1][1] == begin else begin, end))
        return found


def gaps(wanted: Iterable[Wanted], staffed: Iterable[Plan], first: int, last: int) -> list[Gap]:
    """Give what is missing of each of the wanted hours on the local days from `first` to `last` (ordinals).

    A year costs little, because most weeks are like others and each kind of week is calculated once, and because days
    are only counted: which minutes are missing is looked up for a day that is told (`benchmarks/stages`).
    """
    asked, staff = tuple(wanted), tuple(staffed)
    found = zip(asked, _days_missing(asked, staff, first, last), strict=True)
    return [Gap(each, staff, first, days, mondays(first, last)) for each, days in found]


@lru_cache(maxsize=512)
def _days_missing(wanted: tuple[Wanted, ...], staffed: tuple[Plan, ...], first: int, last: int) -> tuple[int, ...]:
    """Give the days with something missing of each of the wanted hours, as bits from `first` on.

    Kept, because files of one organisation have the same offices and the same windows.
    """
    weeks = mondays(first, last)
    free = _free(staffed, weeks)
    whole = (1 << (last - first + 1)) - 1
    years = (_year(*each.hours, each.closed, weeks) for each in wanted)
    return tuple(_missing(year, free) >> (first - weeks.start + 1) & whole for year in years)


def _missing(asked: Sequence[Week], free: Sequence[Week]) -> int:
    """Give the local days with a minute that is asked for and free, as bits from the day before the first week on."""
    known: dict[tuple[Week, Week], int] = {}
    found = shift = 0
    for both in zip(asked, free, strict=True):
        days = known.get(both)
        if days is None:
            days = known[both] = _days(both[0].minutes & both[1].minutes, both[0].parts)
        found |= days << shift
        shift += 7
    return found


@lru_cache(maxsize=64)
def _year(hours: Hours, zone: str, off: frozenset[int], weeks: range) -> list[Week]:
    """Give the minutes of each week that hours cover."""
    found: list[Week] = []
    for length, parts in _alike(zone, weeks):
        found += [Week(worked(hours, zone, weeks[len(found)], 7), parts)] * length
    for number, days in _closed(off, weeks).items():
        week = found[number]
        missing = [starting(hours, day, week.parts) for day in days if day % 7 in hours.days.days]
        if missing:
            found[number] = Week(without(week.minutes, missing), week.parts)
    return found


@lru_cache(maxsize=8)
def _free(staffed: tuple[Plan, ...], weeks: range) -> list[Week]:
    """Give the minutes of each week in which nobody works."""
    staff = [_year(hours, zone, plan.off, weeks) for plan in staffed for hours, zone in plan.entries]
    known: dict[tuple[Week, ...], Week] = {}
    found = []
    for working in zip(*staff, strict=True) if staff else [()] * len(weeks):
        if working not in known:
            known[working] = Week(without(_WHOLE, (each.minutes for each in working)))
        found.append(known[working])
    return found


@lru_cache(maxsize=256)
def _alike(zone: str, weeks: range) -> list[tuple[int, tuple[tuple[int, int, int], ...]]]:
    """Give how many weeks in a row have the same offsets from UTC, and these offsets."""
    return [(len(list(same)), parts) for parts, same in groupby(offsets(zone, week, 7) for week in weeks)]


@lru_cache(maxsize=64)
def _closed(off: frozenset[int], weeks: range) -> dict[int, list[int]]:
    """Give the days off that matter to a week, counted from its first day, by the number of the week."""
    found: dict[int, list[int]] = {}
    for day in off:
        if weeks.start - 2 <= day < weeks.stop + 2:
            for number in range((day - weeks.start - 2) // 7, (day - weeks.start + 2) // 7 + 1):
                if 0 <= number < len(weeks):
                    found.setdefault(number, []).append(day - weeks[number])
    return found


def _days(minutes: int, parts: tuple[tuple[int, int, int], ...]) -> int:
    """Give the local days that have any of the minutes of a week, as bits from the day before the week on."""
    days = 0
    for number, mask in enumerate(_local_days(parts) if minutes else ()):
        if minutes & mask:
            days |= 1 << number
    return days


@lru_cache(maxsize=128)
def _local_days(parts: tuple[tuple[int, int, int], ...]) -> tuple[int, ...]:
    """Give the minutes of a week that belong to each local day, from the day before the week on, as bits."""
    return tuple(
        joined(ones(max(begin, day * DAY - offset), min(end, (day + 1) * DAY - offset)) for begin, end, offset in parts)
        for day in range(-1, 8)
    )


_WHOLE = ones(0, WEEK)
_WEEKLY = sum(1 << 7 * week for week in range(54))

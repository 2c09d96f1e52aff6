"""Whether wanted hours are covered by those who work, on every day of a year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bpogov.functions.timeline import Plan, days_off, joined, local, mondays, offsets
from bpogov.values.hours import Hours


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hours in which somebody should be there, with their time zone, and the days on which nobody expects it."""

    hours: tuple[Hours, str]
    closed: frozenset[int] = frozenset()


@dataclass(slots=True)
class Gap:
    """What is missing: the minutes of each day (an ordinal) without anybody, by the clock of the wanted hours."""

    zone: str
    days: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, day: int, begin: int, end: int) -> None:
        """Add minutes of a day, after those that are there."""
        pieces = self.days.setdefault(day, [])
        if pieces and pieces[-1][1] == begin:
            begin = pieces.pop()[0]
        pieces.append((begin, end))


def gaps(wanted: Sequence[Wanted], staffed: Iterable[Plan], first: int, last: int) -> list[Gap]:
    """Give what is missing of each of the wanted hours on the local days from `first` to `last` (ordinals).

    Looks at one week of UTC after the other. A week that is like an earlier one, with the same offsets and days off,
    costs next to nothing.
    """
    staff = _Weeks(list(staffed))
    asked = _Weeks([Plan((each.hours,), each.closed) for each in wanted])
    found = [Gap(each.hours[1]) for each in wanted]
    known: dict[tuple[object, ...], list[tuple[Gap, int]]] = {}
    for week in mondays(first, last):
        key = (staff.like(week), asked.like(week))
        missing = known.get(key)
        if missing is None:
            free = ~joined(staff.masks(week, key[0]))
            missing = known[key] = [
                (gap, bits & free) for gap, bits in zip(found, asked.masks(week, key[1]), strict=True) if bits & free
            ]
        for gap, minutes in missing:
            for day, begin, end in local(minutes, gap.zone, week):
                if first <= day <= last:
                    gap.add(day, begin, end)
    return found


class _Weeks:
    """Plans with what they cover in each week that was asked for; weeks that are alike are calculated once."""

    def __init__(self, plans: list[Plan]) -> None:
        self._plans = plans
        self._zones = sorted({zone for plan in plans for _, zone in plan.entries})
        self._closings = list({plan.off for plan in plans if plan.off})
        self._known: dict[tuple[object, ...], list[int]] = {}

    def like(self, week: int) -> tuple[object, ...]:
        """Give what makes weeks alike: the offsets of the zones and the days off."""
        parts = [offsets(zone, week, 7) for zone in self._zones]
        return (*parts, *[days_off(off, week, 7) for off in self._closings])

    def masks(self, week: int, like: tuple[object, ...]) -> list[int]:
        """Give the minutes of a week that each plan covers, as bits."""
        found = self._known.get(like)
        if found is None:
            found = self._known[like] = [plan.mask(week) for plan in self._plans]
        return found

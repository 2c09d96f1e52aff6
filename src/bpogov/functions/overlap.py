"""The hours that two sides work at the same time, day by day."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from bpogov.functions.timeline import Plan, kinds


class SharedDays(Struct, frozen=True):
    """The days (ordinals) that both sides work, with the minutes that they share, and how many a week has."""

    minutes: dict[int, int]
    a_week: int


def shared_days(one: Plan, other: Plan, first: int, last: int) -> SharedDays:
    """Give the minutes that both sides work together, on each day from `first` to `last` that both of them work.

    The days are those of `one`; the other side works a day if its hours start on the same date, or on the next or last
    one where it is those that meet the hours of `one`. Days off do not count.
    """
    shift = _pairing(one, other, first)
    week = [one.works(day) and other.works(day + shift) for day in range(first, first + 7)]
    kind = kinds((zone for plan in (one, other) for _, zone in plan.entries), first, last, 1, _SPAN - 1)
    known: dict[tuple[int, int, int], int] = {}
    minutes = {}
    for day in range(first, last + 1):
        if week[(day - first) % 7]:
            key = kind(day)
            if key not in known:
                known[key] = (one.of_day(day, day - 1, _SPAN) & other.mask(day - 1, _SPAN)).bit_count()
            minutes[day] = known[key]
    return SharedDays(minutes, sum(week))


def periods(chosen: Sequence[int], among: Sequence[int]) -> str:
    """Say in words which of the days are chosen: runs without a gap among all the days, with dates.

    More than two runs become the first, the last and the number of all.
    """
    places = {day: number for number, day in enumerate(among)}
    found: list[list[int]] = []
    for day in chosen:
        if found and places[day] == places[found[-1][1]] + 1:
            found[-1][1] = day
        else:
            found.append([day, day])
    if len(found) > _FEW:
        return f"first on {_date(chosen[0])}, last on {_date(chosen[-1])}"
    return " and ".join(_run(begin, end) for begin, end in found)


def _run(begin: int, end: int) -> str:
    return f"on {_date(begin)}" if begin == end else f"from {_date(begin)} to {_date(end)}"


def _pairing(one: Plan, other: Plan, first: int) -> int:
    """Give the dates of the other side that meet those of `one`: 0 for the same, 1 or -1 where these share more."""
    together = dict.fromkeys((0, 1, -1), 0)
    for day in range(first, first + 7):
        own = one.of_day(day, day - 2, _SPAN + 2)
        for shift in together:
            together[shift] += (own & other.of_day(day + shift, day - 2, _SPAN + 2)).bit_count()
    return max(together, key=lambda shift: together[shift])


def _date(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


_FEW = 2
_SPAN = 4

"""The hours that two sides work at the same time, day by day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from bpogov.functions.timeline import Entries, Plan, kinds


class SharedDays(Struct, frozen=True):
    """The days (ordinals) that both sides work, with the minutes that they share, and how many a week has."""

    minutes: dict[int, int]
    a_week: int


def shared_days(one: Plan, other: Plan, first: int, last: int) -> SharedDays:
    """Give the minutes that both sides work together, on each day from `first` to `last` that both of them work.

    The days are those of `one`; the other side works a day if its hours start on the same date, or on the next or last
    one where it is those that meet the hours of `one`. Days off do not count.
    """
    numbers, a_week = _shared(one.entries, other.entries, first, last)
    together = zip(range(first, last + 1), _numbered(_zones(one.entries, other.entries), first, last), strict=True)
    minutes = {day: numbers[number] for day, number in together if number in numbers}
    return SharedDays(minutes, a_week)


@lru_cache(maxsize=512)
def _shared(one: Entries, other: Entries, first: int, last: int) -> tuple[Mapping[int, int], int]:
    """Give the minutes of each kind of day that both work, by its number, and how many days of a week both work.

    Kept, because files of one organisation share the hours of its offices (`benchmarks/stages`).
    """
    own, theirs = Plan(one), Plan(other)
    shift = _pairing(own, theirs, first)
    week = [own.works(day) and theirs.works(day + shift) for day in range(first, first + 7)]
    numbers: dict[int, int] = {}
    for day, number in enumerate(_numbered(_zones(one, other), first, last), first):
        if week[(day - first) % 7] and number not in numbers:
            numbers[number] = (own.of_day(day, day - 1, _SPAN) & theirs.mask(day - 1, _SPAN)).bit_count()
    return numbers, sum(week)


@lru_cache(maxsize=64)
def _numbered(zones: frozenset[str], first: int, last: int) -> tuple[int, ...]:
    """Give for each day the number of its kind: a year of it costs more than everything that is done with it."""
    kind = kinds(zones, first, last, 1, _SPAN - 1)
    known: dict[tuple[int, int, int], int] = {}
    return tuple(known.setdefault(kind(day), len(known)) for day in range(first, last + 1))


def _zones(*sides: Entries) -> frozenset[str]:
    return frozenset(zone for entries in sides for _, zone in entries)


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

"""Whether wanted hours are covered by those who work."""

import datetime as dt

from bpogov.functions.coverage import Gap, Wanted, gaps
from bpogov.functions.timeline import Plan
from bpogov.values import hours

_MONDAY = dt.date(2026, 11, 23).toordinal()
_OFFICE = hours.of("mon-fri", "09:00", "17:00")


def _missing(wanted: Wanted, *staffed: Plan, days: int = 7) -> dict[int, list[tuple[int, int]]]:
    """The missing minutes of each day, counted from the Monday."""
    (gap,) = gaps([wanted], staffed, _MONDAY, _MONDAY + days - 1)
    return {day - _MONDAY: pieces for day, pieces in gap.days.items()}


def test_hours_that_somebody_works_are_covered() -> None:
    """The same hours in the same zone leave nothing open, and two that follow each other do together."""
    assert _missing(Wanted((_OFFICE, "UTC")), Plan(((_OFFICE, "UTC"),))) == {}
    halves = [
        Plan(((hours.of("mon-fri", start, end), "UTC"),)) for start, end in (("09:00", "13:00"), ("13:00", "17:00"))
    ]
    assert _missing(Wanted((_OFFICE, "UTC")), *halves) == {}


def test_what_is_missing_is_told_in_the_zone_of_the_wanted_hours() -> None:
    """From 09:00 to 17:00 in Manila is 02:00 to 10:00 in Madrid in winter: the rest of its day is open."""
    wanted = Wanted((hours.of("mon", "09:00", "17:00"), "Europe/Madrid"))
    assert _missing(wanted, Plan(((_OFFICE, "Asia/Manila"),))) == {0: [(600, 1020)]}


def test_nobody_at_all_leaves_everything_open() -> None:
    """Each day has one piece, also where the hours run past midnight."""
    night = Wanted((hours.of("tue", "22:00", "02:00"), "UTC"))
    assert _missing(night) == {1: [(1320, 1440)], 2: [(0, 120)]}


def test_a_day_on_which_nobody_expects_it_is_no_gap() -> None:
    """Days off of the wanted hours are not asked for; days off of those who work are missing."""
    closed = Wanted((_OFFICE, "UTC"), frozenset({_MONDAY}))
    away = Plan(((_OFFICE, "UTC"),), frozenset({_MONDAY, _MONDAY + 1}))
    assert _missing(closed, away) == {1: [(540, 1020)]}


def test_pieces_that_follow_each_other_are_one() -> None:
    """Minutes found in two steps are told as one stretch."""
    gap = Gap("UTC")
    gap.add(1, 60, 120)
    gap.add(1, 120, 180)
    gap.add(1, 240, 300)
    assert gap.days == {1: [(60, 180), (240, 300)]}

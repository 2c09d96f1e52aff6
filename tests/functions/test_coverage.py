"""Whether wanted hours are covered by those who work."""

import datetime as dt

from bpogov.functions.coverage import Wanted, gaps
from bpogov.functions.timeline import Plan
from bpogov.values import hours

_MONDAY = dt.date(2026, 11, 23).toordinal()
_OFFICE = hours.of("mon-fri", "09:00", "17:00")


def _missing(wanted: Wanted, *staffed: Plan, days: int = 7) -> dict[int, list[tuple[int, int]]]:
    """The missing minutes of each day, counted from the Monday."""
    (gap,) = gaps([wanted], staffed, _MONDAY, _MONDAY + days - 1)
    return {day: gap.pieces(_MONDAY + day) for day in range(days) if gap.days >> day & 1}


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
    """Midnight of UTC on a Sunday, where one week ends and the next begins, lies inside an afternoon in Los Angeles."""
    wanted = Wanted((hours.of("sun", "14:00", "18:00"), "America/Los_Angeles"))
    assert _missing(wanted) == {6: [(840, 1080)]}
    siesta = Plan(((hours.of("mon-sun", "23:00", "01:00"), "UTC"),))
    assert _missing(wanted, siesta) == {6: [(840, 900), (1020, 1080)]}


def test_the_first_day_and_its_weekday() -> None:
    """The first day in the time that is looked at, and whether the others are such days too."""
    (mondays,) = gaps([Wanted((hours.of("mon", "09:00", "17:00"), "UTC"))], [], _MONDAY + 1, _MONDAY + 21)
    assert (mondays.first_day, mondays.days, mondays.on_one_weekday) == (_MONDAY + 7, 1 << 6 | 1 << 13 | 1 << 20, True)
    (office,) = gaps([Wanted((_OFFICE, "UTC"))], [], _MONDAY + 1, _MONDAY + 7)
    assert (office.first_day, office.days, office.on_one_weekday) == (_MONDAY + 1, 0b1001111, False)


def test_summer_time_in_the_middle_of_a_week() -> None:
    """On 29 March 2026 the clocks of Madrid leave out an hour: staff by UTC come an hour later from then on."""
    wanted = Wanted((hours.of("mon-sun", "09:00", "17:00"), "Europe/Madrid"))
    staff = Plan(((hours.of("mon-sun", "08:00", "16:00"), "UTC"),))
    saturday = dt.date(2026, 3, 28).toordinal()
    (gap,) = gaps([wanted], [staff], saturday, saturday + 1)
    assert (gap.days, gap.pieces(saturday), gap.pieces(saturday + 1)) == (0b10, [], [(540, 600)])

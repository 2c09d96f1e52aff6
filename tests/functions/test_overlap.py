"""The hours that two sides work at the same time."""

import datetime as dt

from bpogov.functions.overlap import periods, shared_days
from bpogov.functions.timeline import Plan
from bpogov.values import hours

_MONDAY = dt.date(2026, 11, 23).toordinal()


def _plan(start: str, end: str, zone: str, days: str = "mon-fri") -> Plan:
    return Plan(((hours.of(days, start, end), zone),))


def test_shared_minutes_are_counted_on_days_that_both_work() -> None:
    """London and Madrid share seven hours of the same office day, five days a week."""
    found = shared_days(
        _plan("09:00", "17:00", "Europe/London"), _plan("09:00", "17:00", "Europe/Madrid"), _MONDAY, _MONDAY + 6
    )
    assert found.minutes == {_MONDAY + day: 420 for day in range(5)}
    assert found.a_week == 5


def test_daylight_saving_changes_what_is_shared() -> None:
    """Manila keeps its clock while New York sets it: an evening shift shares an hour less in winter."""
    july = dt.date(2026, 7, 6).toordinal()
    sides = _plan("09:00", "17:00", "America/New_York"), _plan("20:00", "23:00", "Asia/Manila")
    assert set(shared_days(*sides, july, july + 4).minutes.values()) == {120}
    assert set(shared_days(*sides, _MONDAY, _MONDAY + 4).minutes.values()) == {60}


def test_sides_whose_days_do_not_meet_share_none() -> None:
    """One works on weekdays, the other on Saturdays."""
    found = shared_days(_plan("09:00", "17:00", "UTC"), _plan("09:00", "17:00", "UTC", "sat"), _MONDAY, _MONDAY + 6)
    assert (found.minutes, found.a_week) == ({}, 0)


def test_days_are_told_as_periods() -> None:
    """A run is told by its first and last day, a single day by its date, and many runs by their number."""
    days = list(range(_MONDAY, _MONDAY + 20))
    assert periods(days[:5], days) == "from 2026-11-23 to 2026-11-27"
    assert periods(days[:1], days) == "on 2026-11-23"
    assert "2026-11-23" in periods(days[::3], days)

"""The calculations of hours against every quarter of an hour of a year."""

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import hours
from tests.functions import brute_force as slow

TODAYS = st.sampled_from(["2026-11-21", "2027-03-13", "2027-07-01", "2027-12-31", "2028-02-28"])
TIMES = st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")
DAYS = st.sampled_from(["mon-fri", "mon-sun", "sun-thu", "sat", "sat-sun", "mon-sat", "fri-mon", "wed"])


@st.composite
def some_hours(draw: st.DrawFn) -> dict[str, Any]:
    begin = draw(TIMES)
    return {"days": draw(DAYS), "from": begin, "to": draw(TIMES.filter(lambda end: end != begin))}


@st.composite
def sites(draw: st.DrawFn, today: dt.date) -> list[dict[str, Any]]:
    found = []
    for number in range(draw(st.integers(1, 3))):
        off = draw(st.lists(st.integers(-1, 368), max_size=5, unique=True))
        dates = [today + dt.timedelta(days=days) for days in off]
        shifts = draw(st.lists(some_hours(), min_size=1, max_size=3))
        zone = draw(st.sampled_from(slow.ZONES))
        found.append({"id": f"s{number}", "timezone": zone, "shifts": shifts, "off": dates})
    return found


def declared(places: list[dict[str, Any]]) -> dict[str, Any]:
    """The same sites as an engagement writes them."""
    return {
        "sites": [
            {**place, "holidays": {"add": [day.isoformat() for day in place["off"]], "remove": []}} for place in places
        ]
    }


@settings(max_examples=12, deadline=None)
@given(st.data(), TODAYS, some_hours(), st.sampled_from(slow.ZONES))
def test_gaps_are_exactly_those_of_every_quarter_of_the_year(
    data: st.DataObject, today: str, window: dict[str, Any], zone: str
) -> None:
    """No gap is found that is not there, and none is missed, with any zones, shifts and days off."""
    date = dt.date.fromisoformat(today)
    places = data.draw(sites(date))
    wanted = {**window, "timezone": zone}
    expected = slow.missing(wanted, places, date)
    found = hours.uncovered([wanted], [declared(places)], today)
    if not expected:
        assert found == []
    else:
        first = min(expected)
        assert len(found) == 1
        assert (found[0]["gap_days"], found[0]["gap_date"]) == (len(expected), first.isoformat())
        assert slow.minute(found[0]["gap_from"]) == expected[first][0]


@settings(max_examples=8, deadline=None)
@given(TODAYS, st.sampled_from(slow.ZONES), st.integers(0, 95))
def test_a_window_that_a_site_works_itself_has_no_gap(today: str, zone: str, begin: int) -> None:
    """Shifts of the same hours cover a window in the nights in which clocks are set, too."""
    start, end = (f"{quarter // 4:02}:{quarter % 4 * 15:02}" for quarter in (begin, (begin + 37) % 96))
    window = {"days": "mon-sun", "from": start, "to": end, "timezone": zone}
    assert hours.uncovered([window], [{"timezone": zone, "shifts": [window]}], today) == []


@settings(max_examples=12, deadline=None)
@given(TODAYS, some_hours(), some_hours(), st.sampled_from(slow.ZONES), st.sampled_from(slow.ZONES))
def test_shared_hours_are_those_of_every_quarter_of_the_year(
    today: str, one: dict[str, Any], other: dict[str, Any], here: str, there: str
) -> None:
    """Days, the fewest, the most and the short days agree with counting quarters."""
    expected = slow.together({**one, "timezone": here}, {**other, "timezone": there}, dt.date.fromisoformat(today))
    found = hours.shared(
        {"working_hours": one, "timezone": here}, {"working_hours": other, "timezone": there}, today, "PT2H"
    )
    values = list(expected.values())
    assert (found["days"], found["short"]) == (len(values), sum(minutes < 120 for minutes in values))
    assert (found["least"] * 60, found["most"] * 60) == (min(values, default=0), max(values, default=0))


def test_every_minute_of_a_year_with_hours_to_the_minute() -> None:
    """Hours that are no whole quarters, counted minute by minute through both changes of the clocks."""
    window = {"days": "mon-sun", "from": "01:17", "to": "03:41", "timezone": "Europe/Madrid"}
    shift = {"days": "mon-sun", "from": "19:02", "to": "21:40"}
    place = {"timezone": "America/New_York", "shifts": [shift]}
    found = hours.uncovered([window], [place], "2026-11-21")[0]
    first = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    madrid, york = slow.rules("Europe/Madrid"), slow.rules("America/New_York")
    days = set()
    for number in range(369 * 1440):
        instant = first + dt.timedelta(minutes=number)
        here = instant.astimezone(madrid)
        if not 77 <= here.hour * 60 + here.minute < 221:
            continue
        there = instant.astimezone(york)
        if not 1142 <= there.hour * 60 + there.minute < 1300:
            days.add(here.date())
    days = {day for day in days if dt.date(2026, 11, 22) <= day <= dt.date(2027, 11, 22)}
    assert (found["gap_days"], found["gap_date"]) == (len(days), min(days).isoformat())

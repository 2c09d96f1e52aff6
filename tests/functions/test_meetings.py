import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.functions import meetings
from tests.functions import brute_force as slow

TODAY = "2026-11-21"
OFFICE = {"days": "mon-fri", "from": "09:00", "to": "17:30"}
PARTIES = {
    "client": {"timezone": "America/New_York", "working_hours": OFFICE, "holidays": {"calendar": "US"}},
    "provider": {
        "timezone": "America/Bogota",
        "working_hours": {"days": "mon-fri", "from": "08:00", "to": "17:00"},
        "holidays": {"calendar": "CO"},
    },
}
WEEKLY = {"cadence": "FREQ=WEEKLY;BYDAY=TU", "start": "10:00", "timezone": "America/New_York", "duration": "45 minutes"}


def test_a_weekly_meeting_meets_two_holidays_of_the_provider() -> None:
    """8 December 2026 and 20 July 2027 are holidays in Colombia."""
    found = meetings.clashes(WEEKLY, PARTIES, TODAY, "P365D")
    assert found["off"] == ["2026-12-08", "2027-07-20"]
    assert found["off_words"][0] == "2026-12-08 (holiday of the provider)"
    assert (found["dates"], found["outside"], found["never"]) == (52, 0, [])


def test_half_past_eight_is_too_early_for_both() -> None:
    """Before the client's day on every date, and before the provider's while New York has summer time."""
    meeting = {**WEEKLY, "cadence": "FREQ=MONTHLY;BYDAY=2TH", "start": "08:30"}
    assert meetings.clashes(meeting, PARTIES, TODAY, "P365D")["outside_words"] == [
        "the client on 11 of 12 dates (08:30 America/New_York on 2026-12-10)",
        "the provider on 7 of 12 dates (07:30 America/Bogota on 2027-04-08)",
    ]


def test_a_meeting_that_is_planned_for_free_days_only() -> None:
    """Saturdays, some of them holidays too, are never a working day."""
    found = meetings.clashes({**WEEKLY, "cadence": "weekly", "day": "sat"}, PARTIES, TODAY, "P365D")
    assert found["never"] == ["Saturday"]
    assert found["outside"] == 0


def test_the_day_is_that_of_each_side() -> None:
    """Thursday evening in New York is Friday in Manila, and Friday evening a Saturday."""
    parties = {"client": {}, "provider": {"timezone": "Asia/Manila", "working_hours": {**OFFICE, "days": "mon-fri"}}}
    late = {**WEEKLY, "start": "21:00"}
    thursday = meetings.clashes({**late, "cadence": "FREQ=WEEKLY;BYDAY=TH"}, parties, TODAY, "P28D")
    friday = meetings.clashes({**late, "cadence": "FREQ=WEEKLY;BYDAY=FR"}, parties, TODAY, "P28D")
    assert (thursday["off"], friday["never"]) == ([], ["Saturday"])


def test_without_a_start_only_days_count() -> None:
    """Nobody knows the hour, but a holiday is a holiday, and an unreadable hour is none."""
    for start in ({}, {"start": "10:00"}, {"start": "ten", "timezone": "UTC"}):
        found = meetings.clashes({"cadence": "FREQ=WEEKLY;BYDAY=TU", **start}, PARTIES, TODAY, "P365D")
        assert found["off"] == ["2026-12-08", "2027-07-20"]
        assert found["outside"] == 0


def test_sides_that_say_nothing_are_no_obstacle() -> None:
    """Without hours and holidays nothing clashes."""
    assert meetings.clashes(WEEKLY, {}, TODAY, "P365D")["off"] == []


def test_the_shifts_of_sites_stand_in_for_missing_hours() -> None:
    """A provider without working hours meets in the shifts of its sites."""
    site = {"id": "a", "timezone": "America/Bogota", "shifts": [{"days": "mon-sun", "from": "07:00", "to": "12:00"}]}
    parties = {"client": PARTIES["client"], "provider": {"sites": [site]}}
    assert meetings.clashes(WEEKLY, parties, TODAY, "P365D")["outside"] == 0
    assert meetings.clashes({**WEEKLY, "start": "16:00"}, parties, TODAY, "P365D")["outside"] == 52


def test_meetings_without_dates_have_no_clashes() -> None:
    """No cadence, a rhythm without its first date, a year in which nothing happens, the end of the calendar."""
    empty = {"dates": 0, "off": [], "off_words": [], "never": [], "outside": 0, "outside_words": []}
    assert meetings.clashes({}, PARTIES, TODAY, "P365D") == empty
    assert meetings.clashes({"cadence": "biweekly"}, PARTIES, TODAY, "P365D") == empty
    assert meetings.clashes({"cadence": "weekly", "first": "2030-01-01"}, PARTIES, TODAY, "P365D") == empty
    assert meetings.clashes({"cadence": "weekly"}, PARTIES, "9999-12-31", "P365D") == empty


def test_a_meeting_of_weeks_fits_into_no_working_hours() -> None:
    """Even round the clock, a meeting longer than a week is refused in bounded time."""
    parties = {"client": {"timezone": "UTC", "working_hours": {"days": "mon-sun", "from": "00:00", "to": "24:00"}}}
    assert meetings.clashes({**WEEKLY, "duration": "100 years"}, parties, TODAY, "P30D")["outside"] == 4
    assert meetings.clashes({**WEEKLY, "duration": "2 days"}, parties, TODAY, "P30D")["outside"] == 0


QUARTERS = st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")


@settings(max_examples=60, deadline=None)
@given(QUARTERS, QUARTERS, QUARTERS, st.sampled_from(slow.ZONES), st.sampled_from(slow.ZONES), st.integers(1, 8))
def test_dates_outside_hours_are_those_of_every_quarter(
    start: str, begin: str, end: str, zone: str, there: str, quarters: int
) -> None:
    """A weekly meeting and any hours: the dates agree with a look at the clock in each quarter of the meeting."""
    if begin == end:
        return
    hours = {"days": "mon-sun", "from": begin, "to": end}
    meeting: dict[str, Any] = {**WEEKLY, "start": start, "timezone": zone, "duration": f"{quarters * 15} minutes"}
    found = meetings.clashes(meeting, {"client": {"timezone": there, "working_hours": hours}}, TODAY, "P365D")
    outside = 0
    for week in range(52):
        day = dt.date(2026, 11, 24) + dt.timedelta(days=7 * week)
        first = dt.datetime.combine(day, dt.time.fromisoformat(start), slow.rules(zone)).astimezone(dt.UTC)
        walls = [(first + step * slow.QUARTER).astimezone(slow.rules(there)) for step in range(quarters)]
        outside += not all(list(slow.starts(hours, wall)) for wall in walls)
    assert found["outside"] == outside


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-25"])
def test_the_ends_of_the_calendar(today: str) -> None:
    """Nothing breaks where the calendar begins and ends."""
    assert meetings.clashes(WEEKLY, PARTIES, today, "P365D")["dates"] >= 0

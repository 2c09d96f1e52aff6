import datetime as dt

from bpogov.functions import timeline
from bpogov.values import zone_database
from bpogov.values.hours import DAY


def test_no_zone_changes_there_and_back_between_two_looks() -> None:
    """The offset on every third day, from 2024 to 2033, is the one of the stretches."""
    first, last = dt.date(2024, 1, 1).toordinal(), dt.date(2034, 1, 1).toordinal()
    for zone in sorted(zone_database.names())[::7]:
        for day in range(first, last, 3):
            (_, _, offset), *_ = timeline.offsets(zone, day, 1)
            assert offset == timeline.offset_at(zone, day * DAY), (zone, day)


def test_a_change_is_placed_to_the_minute() -> None:
    """New York goes back an hour at 06:00 UTC on 7 November 2027; Lord Howe moves by half an hour only."""
    day = dt.date(2027, 11, 7).toordinal()
    assert timeline.offsets("America/New_York", day, 1) == ((0, 360, -240), (360, 1440, -300))
    howe = dt.date(2027, 4, 3).toordinal()
    assert timeline.offsets("Australia/Lord_Howe", howe, 1) == ((0, 900, 660), (900, 1440, 630))


def test_offsets_run_on_where_two_spans_meet() -> None:
    """A time that reaches into the next 400 days is one part where nothing changes."""
    day = (dt.date(2027, 1, 1).toordinal() // 400 + 1) * 400 - 2
    assert timeline.offsets("UTC", day, 7) == ((0, 7 * DAY, 0),)


def test_the_next_year_starts_tomorrow() -> None:
    """366 days, and nothing after the end of the calendar."""
    first, last = timeline.year_after(dt.date(2026, 11, 21))
    assert (dt.date.fromordinal(first), dt.date.fromordinal(last)) == (dt.date(2026, 11, 22), dt.date(2027, 11, 22))
    assert timeline.year_after(dt.date.max) == (timeline.LAST, timeline.LAST)

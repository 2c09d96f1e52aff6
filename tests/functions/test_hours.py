import time
from typing import Any

import pytest

from bpogov.functions import hours

TODAY = "2026-11-21"
NEW_YORK = {"timezone": "America/New_York", "working_hours": {"days": "mon-fri", "from": "09:00", "to": "17:30"}}
ALWAYS = {"days": "mon-sun", "from": "00:00", "to": "24:00"}


def manila(begin: str, end: str) -> dict[str, Any]:
    return {"timezone": "Asia/Manila", "working_hours": {"days": "mon-fri", "from": begin, "to": end}}


def test_known_needs_hours_and_a_zone() -> None:
    """Working hours without a zone, sites without one, and nothing at all are not known."""
    assert hours.known(NEW_YORK)
    assert not hours.known({"working_hours": NEW_YORK["working_hours"]})
    assert not hours.known({})
    assert not hours.known({"timezone": "EST", "working_hours": NEW_YORK["working_hours"]})
    site = {"id": "a", "shifts": [NEW_YORK["working_hours"]]}
    assert not hours.known({"sites": [site]})
    assert hours.known({"sites": [site, {"id": "b"}], "timezone": "Asia/Manila"})
    assert not hours.known({"timezone": "UTC", "working_hours": {"days": "mon", "from": "09:00", "to": "09:00"}})


def test_offices_that_never_meet() -> None:
    """Nine to six in Manila is night in New York on all 261 working days."""
    found = hours.shared(NEW_YORK, manila("09:00", "18:00"), TODAY, "PT2H")
    assert (found["days"], found["days_a_week"], found["short"], found["most"]) == (261, 5, 261, 0.0)


def test_an_overlap_that_vanishes_in_winter() -> None:
    """Two hours in summer, one on 91 days of winter."""
    found = hours.shared(NEW_YORK, manila("20:00", "23:00"), TODAY, "2 hours")
    assert (found["short"], found["least"], found["most"]) == (91, 1.0, 2.0)
    assert found["when"] == "from 2026-11-23 to 2027-03-12 and from 2027-11-08 to 2027-11-22"


def test_many_short_stretches_are_not_all_told() -> None:
    """London and New York change their clocks on other dates: outside those weeks, they share half an hour less."""
    other = {"timezone": "Europe/London", "working_hours": {"days": "mon-fri", "from": "08:00", "to": "15:30"}}
    found = hours.shared(NEW_YORK, other, TODAY, "PT2H")
    assert found["when"] == "first on 2026-11-23, last on 2027-11-22"


def test_dates_that_meet_across_the_date_line() -> None:
    """Monday in Los Angeles is Tuesday in Auckland: four such days a week."""
    here = {**NEW_YORK, "timezone": "America/Los_Angeles"}
    there = {"timezone": "Pacific/Auckland", "working_hours": {"days": "mon-fri", "from": "07:00", "to": "15:00"}}
    found = hours.shared(here, there, TODAY, "PT1H")
    assert found["days_a_week"] == 4
    assert found["short"] == 0


def test_sides_that_say_nothing_share_no_day() -> None:
    """Without hours there are no days, and no error."""
    assert hours.shared({}, NEW_YORK, TODAY, "PT2H")["days"] == 0
    assert hours.shared(NEW_YORK, {}, TODAY, "PT2H") == {
        "days": 0, "days_a_week": 0, "short": 0, "least": 0.0, "most": 0.0, "when": "",
    }  # fmt: skip


def test_what_an_engagement_promises() -> None:
    """Windows, and levels and incidents round the clock; systems that are available are nobody's shift."""
    engagement: dict[str, Any] = {
        "parties": {"client": {"timezone": "Europe/London", "holidays": {"calendar": "GB"}}},
        "markets": [{"country": "ES"}, {}],
        "scope": {
            "functions": [
                {"id": "voice", "service_windows": [{"days": "mon-fri", "from": "09:00", "to": "18:00"}, ALWAYS, {}]},
                {"id": "email"},
            ]
        },
        "slas": [
            {"id": "fast", "hours": "24x7", "family": "speed"},
            {"id": "up", "hours": "24x7", "family": "availability"},
            {"id": "slow", "hours": "custom"},
        ],
        "incidents": [{"severity": 1, "hours": "24x7"}],
    }
    found = hours.promised(engagement, market_holidays=False)
    assert [(one["kind"], one["name"], one["at"]) for one in found] == [
        ("window", "voice", "$.scope.functions[0].service_windows[0]"),
        ("window", "voice", "$.scope.functions[0].service_windows[1]"),
        ("level", "fast", "$.slas[0].hours"),
        ("incident", "severity 1", "$.incidents[0].hours"),
    ]
    assert [one["closed"] for one in found] == [["ES"], [], [], []]
    assert found[0]["timezone"] == "Europe/London"
    assert hours.promised(engagement, market_holidays=True)[0]["closed"] == []
    assert hours.promised({}, market_holidays=False) == []
    del engagement["markets"]
    assert hours.promised(engagement, market_holidays=False)[0]["closed"] == [{"calendar": "GB"}]


def test_holidays_of_all_markets_close_a_window() -> None:
    """On Christmas nobody expects an answer where Spain and Ireland both rest; in May only Spain does."""
    window = {"days": "fri-sat", "from": "09:00", "to": "10:00", "timezone": "Europe/Madrid", "closed": ["ES", "IE"]}
    site = {"timezone": "Europe/Madrid", "shifts": [ALWAYS], "holidays": {"add": ["2026-12-25", "2027-05-01"]}}
    found = hours.uncovered([window], [site], TODAY)[0]
    assert (found["gap_days"], found["gap_date"], found["gap_holiday"]) == (1, "2027-05-01", [""])
    assert found["gap_words"] == "on Saturday 2027-05-01 from 09:00 to 10:00"


def test_a_gap_is_told_in_plain_words() -> None:
    """The first gap, why, and how many more."""
    window = {"days": "mon-sat", "from": "09:00", "to": "12:00", "timezone": "Asia/Manila"}
    site: dict[str, Any] = {"id": "mnl", "holidays": {"calendar": "PH"}, "shifts": [dict(window)]}
    found = hours.uncovered([window], [{"timezone": "Asia/Manila", "sites": [site]}], TODAY)[0]
    assert found["gap_words"].startswith("on Monday 2026-11-30 from 09:00 to 12:00 (a holiday at mnl), and on ")
    assert found["gap_words"].endswith(" more days")
    site["works_on_holidays"] = True
    assert hours.uncovered([window], [{"timezone": "Asia/Manila", "sites": [site]}], TODAY) == []


def test_a_night_shift_is_missing_after_midnight_of_its_holiday() -> None:
    """The shift that starts on the day off is missing on both days; the one before it goes on into the day off."""
    shift = {"days": "mon-sun", "from": "22:00", "to": "06:00"}
    place = {"timezone": "UTC", "shifts": [shift], "holidays": {"add": ["2027-02-10"]}}
    found = hours.uncovered([{**shift, "timezone": "UTC"}], [place], TODAY)[0]
    assert found["gap_words"] == "on Wednesday 2027-02-10 from 22:00 to 24:00, and on 1 more day"


def test_hours_without_a_zone_or_without_sense_are_left_out() -> None:
    """Nothing is said about what cannot be placed; round the clock needs no zone."""
    wanted = [{"days": "mon", "from": "09:00", "to": "10:00"}, "text", {"days": "x", "from": "1", "to": "2"}]
    assert hours.uncovered(wanted, [], TODAY) == []
    assert hours.uncovered([ALWAYS], ["text"], TODAY)[0]["gap_days"] == 366


def test_a_gap_over_the_end_of_a_week_is_one() -> None:
    """Sunday evening in New York is Monday in UTC, and still the same day without anybody."""
    found = hours.uncovered([{**ALWAYS, "timezone": "America/New_York"}], [], TODAY)[0]
    assert found["gap_words"] == "on Sunday 2026-11-22 from 00:00 to 24:00, and on 365 more days"


@pytest.mark.parametrize("today", ["9999-12-31", "9999-12-20", "9990-01-01", "0001-01-01", "0001-01-05"])
def test_the_ends_of_the_calendar(today: str) -> None:
    """At the ends of the calendar everything stays an answer."""
    assert hours.uncovered([ALWAYS], [NEW_YORK], today)[0]["gap_days"] > 0
    assert hours.shared(NEW_YORK, manila("20:00", "23:00"), today, "PT2H")["days"] >= 0


def test_markets_that_customers_call_from_need_a_window() -> None:
    """A function for customers with a real-time channel needs windows, and each market one."""
    voice = {"id": "voice", "customer_facing": True, "channels": ["voice"], "service_windows": [{"markets": ["US"]}]}
    engagement: dict[str, Any] = {"markets": [{"country": "US"}, {"country": "CA"}], "scope": {"functions": [voice]}}
    at = "$.scope.functions[0].service_windows"
    assert hours.unserved(engagement, ["voice", "chat"]) == [{"at": at, "name": "voice", "countries": ["CA"]}]
    assert hours.unserved(engagement, ["chat"]) == []
    voice["service_windows"] = [{}]
    assert hours.unserved(engagement, ["voice"]) == []
    del voice["service_windows"]
    assert hours.unserved(engagement, ["voice"]) == [{"at": at, "name": "voice", "countries": []}]
    voice["customer_facing"] = False
    assert hours.unserved(engagement, ["voice"]) == []


def test_lengths_of_time_add_up() -> None:
    """Units stay those of people; business days count as the fewest days."""
    assert hours.total(["30 minutes", "1 hour", "150 minutes"]) == "4 hours"
    assert hours.total(["PT30S", "P1M", "36 hours"]) == "1 month 1 day 12 hours 30 seconds"
    assert hours.total(["5 business days", "1 day"]) == "6 days"
    assert hours.total(["60 years", "60 years"]) == "100 years"
    with pytest.raises(ValueError, match="no length of time"):
        hours.total([])


def test_hours_in_words() -> None:
    """Decimals of an hour become minutes."""
    assert [hours.words(1.5), hours.words(8.0), hours.words(0.0)] == ["1 hour 30 minutes", "8 hours", "no time"]


def test_a_year_of_three_sites_and_ten_windows_takes_a_moment() -> None:
    """The bound is generous, because machines differ; the benchmark measures."""
    sites = [{"id": zone, "timezone": zone, "shifts": [ALWAYS], "holidays": {"calendar": code}}
             for zone, code in (("America/Bogota", "CO"), ("Asia/Manila", "PH"), ("Europe/Lisbon", "PT"))]  # fmt: skip
    windows = [
        {"days": "mon-fri", "from": f"{8 + number % 3:02}:00", "to": "18:00", "timezone": zone}
        for number, zone in enumerate(["America/New_York", "Europe/Madrid"] * 5)
    ]
    hours.uncovered(windows, [{"sites": sites}], TODAY)
    begin = time.perf_counter()
    hours.uncovered(windows, [{"sites": sites}], TODAY)
    assert time.perf_counter() - begin < 0.05

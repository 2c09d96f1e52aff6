import datetime as dt

from bpogov.functions import staffing

HOURS = {"days": "mon-fri", "from": "09:00", "to": "17:00"}


def test_holidays_are_read_in_every_form() -> None:
    """The code of a calendar, a group of fields, dates of its own, and what is none of these."""
    assert staffing.holidays_of("PH") == staffing.holidays_of({"calendar": "PH"})
    own = staffing.holidays_of({"add": ["2027-02-10"], "remove": []})
    assert len(own) == 1
    assert not staffing.holidays_of({"calendar": "PH", "remove": ["2026-12-08"]}) & staffing.holidays_of(
        {"add": ["2026-12-08"]}
    )
    assert staffing.holidays_of(None) == frozenset() == staffing.off_days("text")


def test_sites_with_shifts_stand_for_their_side() -> None:
    """Sites without shifts are no places of work; without any, the side works in its own hours."""
    side = {"timezone": "UTC", "working_hours": HOURS, "sites": [{"id": "a"}, "text"]}
    assert [plan.entries[0][1] for plan in staffing.plans(side)] == ["UTC"]
    side["sites"] = [{"id": "a"}, {"id": "b", "timezone": "Asia/Manila", "shifts": HOURS}]
    assert [plan.entries[0][1] for plan in staffing.plans(side)] == ["Asia/Manila"]
    assert staffing.plans("text") == []


def test_hours_are_read_whatever_stands_around_them() -> None:
    """A value that no file can hold, or more holidays than are worth remembering, change nothing in what is read."""
    side = {"timezone": "UTC", "working_hours": HOURS}
    many = [(dt.date(2026, 1, 1) + dt.timedelta(days=day)).isoformat() for day in range(400)]
    assert staffing.office(side | {"working_hours": HOURS | {"x-why": object()}}) == staffing.office(side)
    assert len(staffing.office(side | {"holidays": {"add": many}}).off) == len(many)
    assert staffing.office(side | {"holidays": {"add": many[:1]}}).off == {dt.date(2026, 1, 1).toordinal()}


def test_the_office_is_the_working_hours_before_the_shifts() -> None:
    """Managers work in the hours of their side; where these are not said, when their sites do."""
    sites = [{"id": "b", "timezone": "Asia/Manila", "shifts": [HOURS]}]
    assert staffing.office({"timezone": "UTC", "working_hours": HOURS, "sites": sites}).entries[0][1] == "UTC"
    assert staffing.office({"sites": sites}).entries[0][1] == "Asia/Manila"
    assert staffing.office("text").entries == ()

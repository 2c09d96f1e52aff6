import datetime as dt

import pytest

from bpogov.values import zone_database


@pytest.mark.parametrize(
    "name", ["Factory", "EST5EDT", "Etc/UTC", "Etc/GMT-8", "GMT", "Zulu", "localtime", "../zones", ""]
)
def test_leaves_out_what_is_no_place(name: str) -> None:
    """Names of the database that stand for an offset or an abbreviation are not given."""
    assert name not in zone_database.names()


def test_gives_the_rules_of_a_zone() -> None:
    """The rules know summer time, and are the same object every time."""
    zone = zone_database.rules("America/New_York")
    assert zone.key == "America/New_York"
    assert dt.datetime(2026, 7, 1, tzinfo=zone).utcoffset() == dt.timedelta(hours=-4)
    assert dt.datetime(2026, 1, 1, tzinfo=zone).utcoffset() == dt.timedelta(hours=-5)
    assert zone_database.rules("America/New_York") is zone


def test_gives_no_rules_for_other_files() -> None:
    """A name that is no time zone never becomes the name of a file."""
    with pytest.raises(KeyError):
        zone_database.rules("../zones")


def test_every_name_has_rules() -> None:
    """Each name can be used for calculations."""
    assert all(zone_database.rules(name).key == name for name in zone_database.names())


def test_names_its_release() -> None:
    """The release of the database is a year and a letter."""
    assert zone_database.release()[:4].isdigit()
    assert zone_database.release()[4:].isalpha()


def test_knows_the_zones_of_a_country() -> None:
    """A country has one zone or several; an unknown one has none."""
    assert zone_database.of_country("PH") == ("Asia/Manila",)
    assert "America/Chicago" in zone_database.of_country("US")
    assert zone_database.of_country("") == ()

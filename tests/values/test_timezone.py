import datetime as dt
from collections.abc import Callable

import pytest

from bpogov.values import timezone
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize(
    "name", ["Asia/Manila", "America/New_York", "Asia/Calcutta", "Europe/London", "Singapore", "UTC"]
)
def test_reads_names(name: str) -> None:
    """Names of the database are read, older ones too, and UTC."""
    assert timezone.parse(name) == name


@pytest.mark.parametrize("text", ["+08:00", "UTC+8", "GMT+8", "Etc/GMT+5", "UTC+05:30", "GMT-0", "-3"])
def test_refuses_offsets(refused: Refused, text: str) -> None:
    """A fixed distance from UTC is no time zone: it does not change its clocks."""
    problem = refused(timezone.parse, text)
    assert problem.message == (
        f'"{text}" is a distance from UTC that ignores summer time; write the area and the city,'
        " for example Asia/Manila"
    )
    assert problem.suggestion == ""


def test_refuses_shared_abbreviations(refused: Refused) -> None:
    """An abbreviation of several zones gets the choice; PST is said in Los Angeles and in Manila."""
    problem = refused(timezone.parse, "PST")
    assert problem.message == (
        '"PST" can mean more than one time zone; write the one that is meant,'
        " for example America/Los_Angeles or Asia/Manila"
    )
    assert problem.suggestion == ""
    assert refused(timezone.parse, "CET").message.endswith("Europe/Berlin, Europe/Madrid or Europe/Warsaw")


def test_suggests_a_name(refused: Refused) -> None:
    """An abbreviation with one meaning is refused with the name."""
    problem = refused(timezone.parse, "EST")
    assert (
        problem.message == '"EST" is not the name of a time zone; write the area and the city, for example Asia/Manila'
    )
    assert problem.suggestion == "America/New_York"


@pytest.mark.parametrize(
    "name", ["Factory", "EST5EDT", "Etc/UTC", "Etc/GMT-8", "GMT", "Zulu", "localtime", "../zones", ""]
)
def test_leaves_out_what_is_no_place(name: str) -> None:
    """Names of the database that stand for an offset or an abbreviation are not accepted."""
    assert name not in timezone.names()


def test_gives_the_rules_of_a_zone() -> None:
    """The rules know summer time, and are the same object every time."""
    zone = timezone.zone("America/New_York")
    assert zone.key == "America/New_York"
    assert dt.datetime(2026, 7, 1, tzinfo=zone).utcoffset() == dt.timedelta(hours=-4)
    assert dt.datetime(2026, 1, 1, tzinfo=zone).utcoffset() == dt.timedelta(hours=-5)
    assert timezone.zone("America/New_York") is zone


def test_gives_no_rules_for_other_files() -> None:
    """A name that is no time zone never becomes the name of a file."""
    with pytest.raises(BadValue):
        timezone.zone("../zones")


def test_every_name_has_rules() -> None:
    """Each accepted name can be used for calculations."""
    assert all(timezone.zone(name).key == name for name in timezone.names())


def test_names_its_release() -> None:
    """The release of the database is a year and a letter."""
    assert timezone.version()[:4].isdigit()
    assert timezone.version()[4:].isalpha()


def test_knows_the_zones_of_a_country() -> None:
    """A country has one zone or several; an unknown one has none."""
    assert timezone.of_country("PH") == ("Asia/Manila",)
    assert "America/Chicago" in timezone.of_country("US")
    assert timezone.of_country("") == ()

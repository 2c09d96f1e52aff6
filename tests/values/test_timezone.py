from collections.abc import Callable

import pytest

from bpogov.values import timezone, zone_database
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


def test_gives_the_rules_of_a_zone() -> None:
    """The rules of a zone come from the database that the version names; what is no zone has none."""
    assert timezone.zone("Asia/Manila") is zone_database.rules("Asia/Manila")
    assert timezone.version() == zone_database.release()
    with pytest.raises(BadValue):
        timezone.zone("EST")

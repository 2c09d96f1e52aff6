import datetime as dt
from importlib import metadata

import holidays as library
import pytest

from bpogov.values import holidays, region


def test_the_table_has_what_the_library_has() -> None:
    """Every calendar that a file can name has the dates of the library, in every year of the table."""
    release, _ = holidays.version().split(" ")
    if release != metadata.version("holidays"):
        pytest.skip("another release of the library is installed than the table was made from")
    years = holidays.years()
    for country, parts in library.list_supported_countries(include_aliases=False).items():
        for part in (None, *parts):
            code = f"{country}-{part}" if part else country
            if region.known(code):
                expected = library.country_holidays(country, subdiv=part, years=years)
                assert holidays.dates(code) == {date for date in expected if date.year in years}, code


def test_a_part_without_holidays_of_its_own_has_those_of_the_country() -> None:
    """Bogotá has no line in the table, and the library knows nothing of Manila."""
    assert holidays.dates("CO-DC") == holidays.dates("CO")
    assert holidays.dates("PH-00") == holidays.dates("PH")


def test_a_part_adds_to_its_country_and_takes_away() -> None:
    """Scotland keeps the second of January, and Utah pioneer day; Alaska's own days do not reach other states."""
    assert dt.date(2027, 1, 4) in holidays.dates("GB-SCT") - holidays.dates("GB")
    assert dt.date(2027, 1, 26) in holidays.dates("AU-NSW")
    assert dt.date(2027, 10, 11) in holidays.dates("US") - holidays.dates("US-CA")


@pytest.mark.parametrize("code", ["XX", "", "US-XX", "nonsense"])
def test_what_is_not_known_has_no_holidays_of_its_own(code: str) -> None:
    """An unknown country has none, and an unknown part those of its country."""
    assert holidays.dates(code) == holidays.dates(code.partition("-")[0])


def test_beyond_the_years_of_the_table_no_holiday_is_known() -> None:
    """The first and the last year are those that the version names."""
    years = holidays.years()
    assert {date.year for date in holidays.dates("PH")} == set(years)
    assert f"({years[0]}-{years[-1]})" in holidays.version()

from collections.abc import Callable

import pytest

from bpogov.values import country
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize("code", ["PH", "GB", "NO", "CO", "US", "XK"])
def test_reads_codes(code: str) -> None:
    """Codes of the standard are read, and the code that everyone uses for Kosovo."""
    assert country.parse(code) == code


def test_holds_the_standard() -> None:
    """ISO 3166-1 has 249 countries; reserved and withdrawn codes are none."""
    assert len(country.codes() - {"XK"}) == 249
    assert not country.codes() & {"UK", "EL", "EU", "SU", "YU", "AN", "XX", "ZZ"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"),
        ("EL", "GR"),
        ("Philippines", "PH"),
        ("the Philippines", "PH"),
        ("ph", "PH"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("England", "GB"),
        ("C\u00f4te d\u2019Ivoire", "CI"),
        ("Bosnia and Herzegovina", "BA"),
        ("Turkey", "TR"),
        ("Myanmar", "MM"),
        ("Kosovo", "XK"),
    ],
)
def test_suggests_the_code_of_a_name(refused: Refused, text: str, code: str) -> None:
    """Names, other codes and small letters are refused with the code."""
    problem = refused(country.parse, text)
    assert problem.message == f'"{text}" is not a country code: {country.name(code)} is {code}'
    assert problem.suggestion == code


@pytest.mark.parametrize("text", ["EU", "Congo", "false", "", "Atlantis"])
def test_does_not_guess(refused: Refused, text: str) -> None:
    """What is no country, or could be two, gets no suggestion."""
    problem = refused(country.parse, text)
    assert problem.message == f'"{text}" is not a country code of two letters (ISO 3166-1); write for example PH or GB'
    assert problem.suggestion == ""


def test_names_countries() -> None:
    """A code has an English name; an unknown one is the caller's mistake."""
    assert country.name("GB") == "United Kingdom"
    with pytest.raises(KeyError):
        country.name("ZZ")

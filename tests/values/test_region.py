from collections.abc import Callable

import pytest

from bpogov.values import region
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize("code", ["GB", "GB-ENG", "GB-EAW", "US-NY", "CO-ANT", "PH-00", "DE-BY", "CA-QC", "XK"])
def test_reads_codes(code: str) -> None:
    """Countries and parts of countries are read."""
    assert region.parse(code) == code


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("New York", "US-NY"),
        ("State of New York", "US-NY"),
        ("Delaware law", "US-DE"),
        ("laws of England and Wales", "GB-EAW"),
        ("England", "GB-ENG"),
        ("us_ny", "US-NY"),
        ("UK-ENG", "GB-ENG"),
        ("TX", "US-TX"),
        ("UK", "GB"),
        ("Germany", "DE"),
        ("United Kingdom", "GB"),
        ("Georgia", ""),
        ("US-ZZ", ""),
        ("ZZ-AA", ""),
        ("law", ""),
        ("42", ""),
        ("", ""),
    ],
)
def test_suggests_the_code_that_is_meant(refused: Refused, text: str, suggestion: str) -> None:
    """Names and other writings are refused with the code; Georgia may be a country or a state."""
    problem = refused(region.parse, text)
    assert problem.message == (
        f'"{text}" is not the code of a country or of its part (ISO 3166); write for example GB, GB-ENG or US-NY'
    )
    assert problem.suggestion == suggestion


def test_knows_codes() -> None:
    """A part counts only with its own country, and an empty part is none."""
    assert region.known("US-NY")
    assert not region.known("GB-NY")
    assert not region.known("US-")
    assert not region.known("AW-NY")

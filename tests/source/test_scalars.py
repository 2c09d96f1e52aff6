"""Unquoted words mean what the core schema of YAML 1.2 says."""

import pytest

from bpogov.source.scalars import SPECIAL_STARTS, BadNumberError, resolve

MEANINGS: dict[str, str | int | float | bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "NULL": None,
    "nULL": "nULL",
    "true": True,
    "FALSE": False,
    "yes": "yes",
    "NO": "NO",
    "0": 0,
    "-12": -12,
    "+12": 12,
    "010": 10,
    "0o17": 15,
    "0o18": "0o18",
    "0xfF": 255,
    "-0x1": "-0x1",
    "1_000": "1_000",
    "9223372036854775807": 2**63 - 1,
    "-9223372036854775808": -(2**63),
    "1.10": 1.1,
    ".5": 0.5,
    "5.": 5.0,
    "-1e3": -1000.0,
    ".": ".",
    "1e": "1e",
    "22:30": "22:30",
    "2026-11-21": "2026-11-21",
    "+442079460000": "+442079460000",
    "+123456": 123456,
    "١": "١",
}


@pytest.mark.parametrize("text", MEANINGS)
def test_resolve(text: str) -> None:
    """Each word has its value and its type, and the quick test on the first character agrees."""
    value = resolve(text)
    assert (type(value), value) == (type(MEANINGS[text]), MEANINGS[text])
    assert text in (value, "") or text[0] in SPECIAL_STARTS


@pytest.mark.parametrize("text", [".inf", "-.INF", "+.Inf", ".nan", ".NaN"])
def test_endless_numbers(text: str) -> None:
    """Infinity and NaN are refused."""
    with pytest.raises(BadNumberError, match=r"^is not a finite number$"):
        resolve(text)


@pytest.mark.parametrize("text", ["9223372036854775808", "0x8000000000000000", "9" * 5000, "1e999", "-9e9999"])
def test_huge_numbers(text: str) -> None:
    """Numbers that need more than 64 bits are refused, however long they are."""
    with pytest.raises(BadNumberError, match=r"^is too large a number$"):
        resolve(text)

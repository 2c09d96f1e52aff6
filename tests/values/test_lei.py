from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpogov.values import lei
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
WRONG_CHARACTERS = "is not a legal entity identifier of 18 digits and capital letters and 2 check digits"


def _with_check_digits(first: str) -> str:
    """Give the identifier that ISO/IEC 7064 makes of 18 characters, worked out digit by digit."""
    rest = 0
    for letter in first + "00":
        for digit in str((DIGITS + LETTERS).index(letter)):
            rest = (rest * 10 + int(digit)) % 97
    return f"{first}{98 - rest:02}"


identifiers = st.text(DIGITS + LETTERS, min_size=18, max_size=18).map(_with_check_digits)


@given(identifiers)
def test_reads_identifiers(text: str) -> None:
    """Every identifier with the check digits of the standard is read."""
    assert lei.parse(text) == text


@given(identifiers, st.integers(0, 19), st.data())
def test_notices_any_one_changed_character(text: str, place: int, data: st.DataObject) -> None:
    """Whichever character is mistyped as another of its kind, the check digits do not fit."""
    kind = DIGITS if text[place] in DIGITS else LETTERS
    other = data.draw(st.sampled_from(kind.replace(text[place], "")))
    with pytest.raises(BadValue) as caught:
        lei.parse(text[:place] + other + text[place + 1 :])
    assert caught.value.message.endswith(
        "is not a legal entity identifier: its check digits do not fit, so a character is mistyped"
    )
    assert caught.value.suggestion == ""


def test_takes_only_check_digits_of_the_standard(refused: Refused) -> None:
    """98, 97 and 02 are check digits; 01, 00 and 99 leave the same remainder and are none."""
    for good, bad in (("98", "01"), ("97", "00"), ("02", "99")):
        first = next(text[:18] for text in map(_with_check_digits, _many()) if text.endswith(good))
        assert lei.parse(first + good) == first + good
        assert "check digits do not fit" in refused(lei.parse, first + bad).message


def _many() -> list[str]:
    return [f"{number:018}" for number in range(1000)]


@pytest.mark.parametrize(
    ("text", "message", "suggestion"),
    [
        ("5493001KJTIIGC8Y1R1", '"5493001KJTIIGC8Y1R1" has 19 characters; a legal entity identifier has 20', ""),
        ("x", '"x" has 1 character; a legal entity identifier has 20', ""),
        ("", '"" has 0 characters; a legal entity identifier has 20', ""),
        (
            "5493 001K JTII GC8Y 1R12",
            '"5493 001K JTII GC8Y 1R12" has 24 characters; a legal entity identifier has 20',
            "5493001KJTIIGC8Y1R12",
        ),
        (
            "5493001kjtiigc8y1r12",
            f'"5493001kjtiigc8y1r12" {WRONG_CHARACTERS}',
            "5493001KJTIIGC8Y1R12",
        ),
        (
            "5493001KJTIIGC8Y1R1A",
            f'"5493001KJTIIGC8Y1R1A" {WRONG_CHARACTERS}',
            "",
        ),
    ],
)
def test_says_what_is_wrong(refused: Refused, text: str, message: str, suggestion: str) -> None:
    """Length and characters each have a message of their own."""
    problem = refused(lei.parse, text)
    assert (problem.message, problem.suggestion) == (message, suggestion)

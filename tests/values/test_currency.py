from collections.abc import Callable

import pytest

from bpogov.values import currency
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize("code", ["EUR", "USD", "PHP", "COP", "XCG", "CLF"])
def test_reads_codes(code: str) -> None:
    """Currencies in use are read."""
    assert currency.parse(code) == code


def test_holds_what_is_in_use() -> None:
    """Withdrawn codes and the two codes for tests and for no currency are not in use."""
    assert not currency.codes() & {"DEM", "HRK", "BGN", "ANG", "CUC", "SLL", "ZWL", "XTS", "XXX"}


@pytest.mark.parametrize(("code", "digits"), [("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("XAU", 0)])
def test_knows_minor_units(code: str, digits: int) -> None:
    """The digits after the point are those of ISO 4217."""
    assert currency.minor_digits(code) == digits


@pytest.mark.parametrize(
    ("code", "successor"), [("DEM", "EUR"), ("HRK", "EUR"), ("BGN", "EUR"), ("ANG", "XCG"), ("ZWL", "ZWG")]
)
def test_names_the_successor(refused: Refused, code: str, successor: str) -> None:
    """A withdrawn code is refused with the currency that took its place."""
    problem = refused(currency.parse, code)
    assert problem.message == f'"{code}" is a currency that is no longer in use; {successor} took its place'
    assert problem.suggestion == successor
    assert currency.parse(successor) == successor


@pytest.mark.parametrize(
    ("sign", "examples"), [("$", "USD, CAD, AUD, MXN"), ("\u00a5", "JPY, CNY"), (" kr", "SEK, NOK, DKK")]
)
def test_does_not_guess_a_shared_sign(refused: Refused, sign: str, examples: str) -> None:
    """A sign of several currencies gets the choice, and no suggestion."""
    problem = refused(currency.parse, sign)
    assert problem.message == (
        f'"{sign}" stands for several currencies; write the one that is meant, for example {examples}'
    )
    assert problem.suggestion == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("eur", "EUR"),
        ("Euro", "EUR"),
        ("euros", "EUR"),
        ("\u00a3", "GBP"),
        ("US$", "USD"),
        ("C$", "CAD"),
        ("US dollars", "USD"),
        ("Philippine peso", "PHP"),
        ("pounds", "GBP"),
        ("EUR (\u20ac)", "EUR"),
        ("hrk", "EUR"),
    ],
)
def test_suggests_the_code_of_a_name(refused: Refused, text: str, code: str) -> None:
    """Names, signs and small letters are refused with the code."""
    problem = refused(currency.parse, text)
    assert problem.message.startswith(f'"{text}" is not a currency code: ')
    assert problem.message.endswith(f" is {code}")
    assert problem.suggestion == code


@pytest.mark.parametrize("text", ["XXX", "dollars", "USD / EUR", "Bitcoin", ""])
def test_refuses_what_is_no_currency(refused: Refused, text: str) -> None:
    """What is no currency, or could be several, gets no suggestion."""
    problem = refused(currency.parse, text)
    assert (
        problem.message == f'"{text}" is not a currency code of three letters (ISO 4217); write for example EUR or PHP'
    )
    assert problem.suggestion == ""

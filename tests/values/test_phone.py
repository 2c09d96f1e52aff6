from collections.abc import Callable

import pytest

from bpogov.values import phone
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize("number", ["+442079460000", "+6328888000", "+12125550123", "+12345678", "+123456789012345"])
def test_reads_numbers(number: str) -> None:
    """Numbers of 8 to 15 digits after the plus sign are read."""
    assert phone.parse(number) == number


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("+44 20 7946 0000", "+442079460000"),
        ("+44 (0)20 7946-0000", "+442079460000"),
        ("0044 20 7946 0000", "+442079460000"),
        ("442079460000", "+442079460000"),
        ("+1 (212) 555.0123", "+12125550123"),
        ("tel:+442079460000", "+442079460000"),
        ("020 7946 0000", ""),
        ("2125550123", ""),
        ("+0123456789", ""),
        ("+1234567", ""),
        ("+1234567890123456", ""),
        ("ask Ana", ""),
        ("", ""),
    ],
)
def test_suggests_the_number_with_its_country_code(refused: Refused, text: str, suggestion: str) -> None:
    """Separators are taken out; a number without its country code is not guessed."""
    problem = refused(phone.parse, text)
    assert problem.message == (
        f'"{text}" is not a telephone number with a plus sign, the country code and digits only;'
        " write for example +442079460000"
    )
    assert problem.suggestion == suggestion


def test_refuses_an_extension(refused: Refused) -> None:
    """An extension cannot be dialled as part of the number."""
    problem = refused(phone.parse, "+44 20 7946 0000 ext 5")
    assert problem.message.startswith('"+44 20 7946 0000 ext 5" has an extension')
    assert problem.suggestion == ""

from collections.abc import Callable

import pytest

from bpogov.values import email
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize(
    "address",
    [
        "ana@example.com",
        "ana.maria+bpo@care.example.co.uk",
        "o'neill_7@x-y.example",
        "a@b.co",
        "x@xn--caf-dma.xn--p1ai",
    ],
)
def test_reads_addresses(address: str) -> None:
    """Addresses as people have them are read."""
    assert email.parse(address) == address


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Ana Cruz <ana@example.com>", "ana@example.com"),
        ("mailto:ana@example.com", "ana@example.com"),
        ("ana at example.com", "ana@example.com"),
        ("ana (at) example (dot) com", "ana@example.com"),
        (" ana@example.com.", "ana@example.com"),
        ("ana@example,com", "ana@example.com"),
        ("ana@example", ""),
        ("ana@@example.com", ""),
        (".ana@example.com", ""),
        ("ana..cruz@example.com", ""),
        ("ana@-example.com", ""),
        ("ana@example.c", ""),
        ("ana@exa mple.com", ""),
        ("Jos\u00e9@example.com", ""),
        ("ana", ""),
        ("", ""),
    ],
)
def test_suggests_the_address_that_is_meant(refused: Refused, text: str, suggestion: str) -> None:
    """Names, words for the sign and stray marks are taken off; what is broken is not mended."""
    problem = refused(email.parse, text)
    assert problem.message == f'"{text}" is not an e-mail address; write for example ana@example.com'
    assert problem.suggestion == suggestion


@pytest.mark.parametrize(
    "text", ["a" * 65 + "@example.com", "a@" + "b" * 64 + ".com", "a@" + "b." * 126 + "com", "a@" + "b.-" * 100000]
)
def test_refuses_what_is_too_long(refused: Refused, text: str) -> None:
    """The lengths of RFC 5321 hold."""
    assert refused(email.parse, text).suggestion == ""


def test_refuses_two_addresses(refused: Refused) -> None:
    """A field holds one address."""
    problem = refused(email.parse, "ana@example.com; lee@example.com")
    assert problem.message == (
        '"ana@example.com; lee@example.com" holds more than one e-mail address; write one, for example ana@example.com'
    )

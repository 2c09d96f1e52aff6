from collections.abc import Callable

import pytest

from bpogov.values import language
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "es-MX",
        "fil",
        "zh-Hant-TW",
        "es-419",
        "sr-Latn",
        "de-CH-1996",
        "ca-valencia",
        "en-u-ca-gregory",
        "en-x-care",
        "cmn",
        "ber",
    ],
)
def test_reads_tags(tag: str) -> None:
    """Known languages with scripts, regions, variants and extensions are read."""
    assert language.parse(tag) == tag


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("en_US", "en-US"),
        ("en_US.UTF-8", "en-US"),
        ("EN-us", "en-US"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("EN-U-CA-GREGORY", "en-u-ca-gregory"),
        ("English", "en"),
        ("Spanish (Mexico)", "es-MX"),
        ("Spanish (Latin America)", "es-419"),
        ("Mexican Spanish", "es-MX"),
        ("French, Canada", "fr-CA"),
        ("espa\u00f1ol", "es"),
        ("eng", "en"),
        ("ger", "de"),
        ("jp", "ja"),
        ("Tagalog", "tl"),
        ("Klingonese (Mars)", ""),
        ("Spanish (Mars)", ""),
        ("xx", ""),
        ("und", ""),
        ("en-ZZ", ""),
        ("en-Abcd", ""),
        ("en-999", ""),
        ("x-care", ""),
        ("", ""),
    ],
)
def test_suggests_the_tag_that_is_meant(refused: Refused, text: str, suggestion: str) -> None:
    """Names, longer codes and other writings are refused with the tag."""
    problem = refused(language.parse, text)
    assert problem.message == f'"{text}" is not a language tag (BCP 47); write for example en, es-MX or fil'
    assert problem.suggestion == suggestion


@pytest.mark.parametrize(
    ("wanted", "tag", "covers"),
    [
        ("es", "es-MX", True),
        ("es", "es", True),
        ("ES", "es-mx", True),
        ("zh-Hant", "zh-Hant-TW", True),
        ("*", "fil", True),
        ("es-ES", "es-MX", False),
        ("es-MX", "es", False),
        ("e", "es", False),
        ("fi", "fil", False),
    ],
)
def test_matches_by_prefix(wanted: str, tag: str, covers: bool) -> None:
    """The basic filtering of RFC 4647: a range covers itself and everything that is more special."""
    assert language.matches(wanted, tag) is covers

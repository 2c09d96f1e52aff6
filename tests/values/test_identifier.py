from collections.abc import Callable

import pytest

from bpogov.values import identifier
from bpogov.values.errors import BadValue

Refused = Callable[..., BadValue]


@pytest.mark.parametrize("text", ["a1", "sla-voice", "x" * 40])
def test_reads_ids(text: str) -> None:
    """Two to forty small letters, digits and hyphens are an id."""
    assert identifier.parse(text) == text


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("SLA Voice", "sla-voice"),
        ("sla_voice", "sla-voice"),
        ("Qualit\u00e9 du service", "qualite-du-service"),
        ("1st", ""),
        ("a", ""),
        ("x" * 41, ""),
        ("\u0431\u043f\u043e", ""),
        ("", ""),
    ],
)
def test_suggests_an_id(refused: Refused, text: str, suggestion: str) -> None:
    """A title is refused with the id that it makes, where it makes one."""
    problem = refused(identifier.parse, text)
    assert problem.message == (
        f'"{text}" is not an id; an id has 2 to 40 small letters, digits and hyphens and starts with a letter,'
        " for example voice-support"
    )
    assert problem.suggestion == suggestion

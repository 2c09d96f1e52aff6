"""Colour, or none."""

from bpogov.core.severity import Severity
from bpogov.report.terminal.paint import Paint


def test_colour_is_put_around_text_only_if_asked_for() -> None:
    """Without colour, and for an empty text, nothing is added."""
    assert Paint(color=True)("word", Severity.ERROR) == "\x1b[1;31mword\x1b[0m"
    assert Paint(color=False)("word", "error") == "word"
    assert Paint(color=True)("", "error") == ""

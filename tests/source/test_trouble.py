"""Texts of a file, quoted in messages."""

from bpogov.source.trouble import Trouble, in_quotes, shortened


def test_shortened() -> None:
    """A quoted text is on one line and at most sixty characters long."""
    assert shortened("a\n  b") == "a b"
    assert shortened("x" * 60) == "x" * 60
    assert shortened("x" * 61) == "x" * 59 + "…"


def test_in_quotes() -> None:
    """A suggestion in quotes escapes what has a meaning there."""
    assert in_quotes('say "x" \\ y') == '"say \\"x\\" \\\\ y"'
    assert not Trouble("YML001", 0, 1, "x").path

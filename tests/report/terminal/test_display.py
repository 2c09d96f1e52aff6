"""Columns, wrapping, and characters that a terminal would obey."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.report.safe.visible import visible
from bpogov.report.terminal.display import cells, columns, wrap


@pytest.mark.parametrize(("text", "expected"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("店", 2), ("👍", 2), ("ｆ", 2)])
def test_columns(text: str, expected: int) -> None:
    """Wide characters take two columns, combining marks none."""
    assert columns(text) == expected


def test_cells_expand_tabs_to_stops() -> None:
    """A tab becomes as many spaces as there are to the next stop."""
    assert cells("a\t\tb") == [("a", 1), ("   ", 3), ("    ", 4), ("b", 1)]


def test_cells_write_commands_out() -> None:
    """A source line holds no command to a build server either, and the columns still add up."""
    assert cells("a##[b")[:3] == [("a", 1), ("<U+0023>", 8), ("#", 1)]


def test_wrap_breaks_at_spaces_and_hangs() -> None:
    """Lines after the first stand under the text."""
    assert wrap("one two three", 9, "- ", "  ") == ["- one two", "  three"]
    assert wrap("", 9, "- ") == ["- "]


def test_wrap_breaks_words_that_are_too_wide() -> None:
    """Text without spaces is broken by columns, with the marks of a letter kept with it."""
    assert wrap("日本語" * 2, 5, " ") == [" 日本", " 語日", " 本語"]
    assert wrap("a " + "x" * 7 + " b", 4) == ["a", "xxxx", "xxx", "b"]
    assert wrap("e\u0301" * 3, 2) == ["e\u0301e\u0301", "e\u0301"]


@settings(max_examples=100)
@given(st.text(max_size=80), st.integers(min_value=4, max_value=40))
def test_wrap_keeps_to_the_width_and_loses_nothing(text: str, width: int) -> None:
    """Whatever the text, no line is too wide, nothing is unprintable, and every letter is still there."""
    lines = wrap(text, max(width, 12))
    assert all(columns(line) <= max(width, 12) for line in lines)
    assert "".join("".join(lines).split()) == "".join(visible(text).split())

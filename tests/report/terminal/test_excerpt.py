"""The underlined source line."""

import pytest

from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.report.terminal.display import columns
from bpogov.report.terminal.excerpt import excerpt
from bpogov.report.terminal.paint import Paint


def shown(line: str, start: int, end: tuple[int, int], width: int = 40) -> list[str]:
    """Give the excerpt of a span of line 7 that starts at column `start`."""
    span = Span(Position(7, start), Position(*end))
    return excerpt(Location("a.yaml", "", span, (line,)), width=width, paint=Paint(color=False), role="error")


def test_nothing_without_a_source_line() -> None:
    """A finding about a whole file has no excerpt."""
    assert excerpt(Location("a.yaml"), width=80, paint=Paint(color=False), role="error") == []
    span = Span(Position(1, 1), Position(1, 2))
    assert excerpt(Location("a.yaml", "", span), width=80, paint=Paint(color=False), role="error") == []


def test_wide_combining_and_tab_characters_keep_the_mark_below_its_text() -> None:
    """The mark counts columns of the terminal, not characters."""
    assert shown("a\t店e\u0301: x", 6, (7, 8)) == ["    |", "  7 | a   店e\u0301: x", "    |        ^^"]
    assert shown("店店", 2, (7, 3)) == ["    |", "  7 | 店店", "    |   ^^"]


def test_an_empty_span_at_the_end_of_a_line_is_marked() -> None:
    """A place just after the last character gets one mark there."""
    assert shown("end:", 5, (7, 5))[-1] == "    |     ^"
    assert shown("end:", 9, (7, 9))[-1] == "    |     ^"


def test_several_lines_show_the_first() -> None:
    """A span that goes on in later lines is marked to the end of its first line, with an ellipsis below."""
    assert shown("text: >  ", 7, (9, 4)) == ["    |", "  7 | text: >", "    |       ^", "    | …"]
    assert shown("text: abc", 7, (8, 1)) == ["    |", "  7 | text: abc", "    |       ^^^"]


@pytest.mark.parametrize(("start", "end"), [(1, 3), (150, 155), (298, 301), (301, 301), (100, 290)])
def test_of_a_long_line_a_window_around_the_span_is_shown(start: int, end: int) -> None:
    """300 characters are cut on both sides where they have to be, and the mark stays under the right text."""
    line = "".join(chr(ord("a") + number % 26) for number in range(300))
    _, source, marks = shown(line, start, (7, end))
    assert max(columns(source), columns(marks)) <= 40
    first = marks.index("^")
    assert source[first : first + 3] in line[start - 1 : start + 2] + "…"
    assert ("…" in source[:8]) == (start > 30)
    assert source.endswith("…") == (start < 270)


def test_a_window_never_separates_a_letter_from_its_marks() -> None:
    """Where the cut would fall between a letter and its combining mark, the mark goes with the letter."""
    line = "e\u0301" * 120
    for start in range(100, 140):
        _, source, _ = shown(line, start, (7, start + 1))
        assert source.partition("…")[2][0] == "e" or start % 2 == 0


def test_control_characters_are_visible() -> None:
    """An escape code in the source line is shown, and the mark counts what is shown."""
    assert shown("a\x1b\x9bb", 4, (7, 5)) == ["    |", "  7 | a␛<U+009B>b", "    |           ^"]


def test_colour_marks_in_the_role() -> None:
    """The mark has the colour of the severity."""
    span = Span(Position(1, 1), Position(1, 2))
    lines = excerpt(Location("a", "", span, ("x",)), width=80, paint=Paint(color=True), role="warning")
    assert lines[2].endswith("\x1b[1;33m^\x1b[0m")


def test_a_line_without_end_is_cut_around_the_place() -> None:
    """Of a line of any length only the surroundings of the place are shown, with the mark below it."""
    line = "a" * 50_000 + "bad" + "c" * 50_000
    _, middle, mark = shown(line, 50_001, (7, 50_004))
    assert middle.startswith("  7 | …aa")
    assert middle.endswith("cc…")
    assert columns(middle) <= 40
    assert middle[mark.index("^") : mark.rindex("^") + 1] == "bad"
    _, last, mark = shown(line, 100_003, (7, 100_004))
    assert last.startswith("  7 | …cc")
    assert mark.index("^") == columns(last) - 1

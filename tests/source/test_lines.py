"""Lines and columns as an editor counts them."""

from bpogov.core.position import Position
from bpogov.source.lines import Lines


def test_line_ends() -> None:
    """LF, CR LF and CR end a line, other separators do not, and columns count code points."""
    lines = Lines("a\r\n🙂e\u0301\u2028\x85b\rc\n")
    assert lines.position(0) == Position(1, 1)
    assert lines.position(1) == Position(1, 2)
    assert lines.position(3) == Position(2, 1)
    assert lines.position(8) == Position(2, 6)
    assert lines.position(10) == Position(3, 1)
    assert lines.position(12) == Position(4, 1)


def test_quoted_lines() -> None:
    """A report may quote the first three lines of a span, without their ends."""
    lines = Lines("a\nb\r\nc\nd\ne")
    assert lines.quoted(lines.span(2, 3)) == ("b",)
    assert lines.quoted(lines.span(0, 10)) == ("a", "b", "c")
    fresh = Lines("a\nb")
    assert fresh.quoted(lines.span(0, 1)) == ("a",)


def test_a_line_that_nobody_reads_is_not_quoted() -> None:
    """Up to 500 characters are; what follows a longer line is not quoted without it."""
    for length, quoted in ((500, ("a", "x" * 500, "b")), (501, ("a",))):
        text = f"a\n{'x' * length}\nb"
        lines = Lines(text)
        assert lines.quoted(lines.span(0, len(text))) == quoted

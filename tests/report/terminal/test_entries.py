"""Short entries in columns."""

from bpogov.report.terminal.display import columns
from bpogov.report.terminal.entries import entries, widest
from bpogov.report.terminal.paint import Paint

PLAIN = Paint(color=False)


def test_entries_stand_in_columns() -> None:
    """Places are aligned to the right, names to the left, and long words hang under their start."""
    rows = [("1:1", "A1", "one two three"), ("12:14", "店X", "four")]
    assert entries(rows, role="note", width=22, paint=PLAIN) == [
        "    1:1  A1   one two",
        "              three",
        "  12:14  店X  four",
    ]


def test_several_lists_share_their_columns() -> None:
    """With the widths of all of them, a short list stands like a long one; an entry without words has no blanks."""
    rows = [("1:1", "A1", "")]
    widths = widest([*rows, ("12:14", "A1234", "")])
    assert widths == (5, 5)
    assert entries(rows, role="note", width=40, paint=PLAIN, indent="    ", widths=widths) == ["      1:1  A1"]
    assert widest([]) == (0, 0)


def test_colour_changes_no_column() -> None:
    """Place and name are coloured, and the words stand where they stand without colour."""
    (line,) = entries([("1:1", "A1", "one")], role="error", width=40, paint=Paint(color=True))
    assert line == "  \x1b[34m1:1\x1b[0m  \x1b[1;31mA1\x1b[0m  one"
    assert columns("  1:1  A1  ") == 11

"""Rows of words in columns."""

from bpogov.report.terminal.paint import Paint
from bpogov.report.terminal.table import table


def test_columns_are_aligned_also_with_wide_words_and_colour() -> None:
    """Columns are as wide as their widest word in terminal columns; a severity is coloured where it stands."""
    rows = [("店", "error", "first"), ("abc", "note", "second with more words than fit in it, so they are wrapped")]
    assert table(("id", "how", "what"), rows, width=40, paint=Paint(color=False)) == (
        "id   how    what\n店   error  first\nabc  note   second with more words than\n"
        "            fit in it, so they are\n            wrapped\n"
    )
    assert "店   \x1b[1;31merror\x1b[0m  first" in table((), rows, width=60, paint=Paint(color=True), role_column=1)
    assert table(("id",), [], width=40, paint=Paint(color=False)) == ""

"""Markdown that must not be too long."""

import pytest

from bpogov.report.parts.markdown_page import Part, Row, fit

PARTS = (
    Part(["# Head"]),
    Part(["", "| a |", "| - |"], [Row("| 1 |"), Row("| 2 |")]),
    Part(["", "<details>"], [Row("list", counts=False), Row("- 3"), Row("- 4")], ["", "</details>"]),
)
MORE = "… and {} more, which `bpogov check` lists"


FULL = "# Head\n\n| a |\n| - |\n| 1 |\n| 2 |\n\n<details>\nlist\n- 3\n- 4\n\n</details>\n"
ROOM = len(MORE.format(10**9)) + 2
"""What is kept free for the last line."""


def test_everything_fits() -> None:
    """With room enough, the parts follow each other."""
    assert fit(PARTS, len(FULL) + ROOM, len) == FULL


def test_cut_between_rows_with_what_is_open_closed() -> None:
    """The part in which the room ends is closed, and the rows that are missing are counted."""
    text = fit(PARTS, len(FULL) + ROOM - 1, len)
    assert text == FULL.replace("- 4\n", "") + f"\n{MORE.format(1)}\n"


def test_a_part_without_room_is_left_out() -> None:
    """A list of which nothing fits is not begun, and neither is one whose first entry does not."""
    text = fit(PARTS, len(FULL) + ROOM - len("- 3\n- 4\n"), len)
    assert text == FULL[: FULL.index("\n<details>")] + f"\n{MORE.format(2)}\n"
    assert fit(PARTS, ROOM + len("# Head\n\n| a |\n| - |\n"), len) == f"# Head\n\n{MORE.format(4)}\n"
    assert fit(PARTS, 1, len) == f"# Head\n\n{MORE.format(4)}\n"


@pytest.mark.parametrize("limit", range(70, 200, 7))
def test_never_longer_than_the_limit(limit: int) -> None:
    """Whatever the limit, the text keeps to it, counted as asked."""
    parts = [Part(["é"]), *(Part(["", "| é |"], [Row("| é |")] * number, ["", "x"]) for number in (1, 2, 3, 4))]
    assert len(fit(parts, limit, len)) <= limit
    assert len(fit(parts, limit, lambda text: len(text.encode())).encode()) <= limit

"""Rows of words in columns."""

from collections.abc import Sequence

from bpogov.report.safe.visible import visible
from bpogov.report.terminal.display import columns, wrap
from bpogov.report.terminal.paint import Paint

_GAP = "  "


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    width: int,
    paint: Paint,
    role_column: int | None = None,
) -> str:
    """Give the rows in columns under `head` (which may be empty); the last column is wrapped to `width`.

    `role_column` is the column whose words are severities, shown in their colour. Without rows, an empty text.
    """
    if not rows:
        return ""
    shown = [[visible(word) for word in row] for row in rows]
    every = [list(head), *shown] if head else shown
    widths = [max(columns(row[index]) for row in every) for index in range(len(every[0]) - 1)]
    lines: list[str] = []
    if head:
        lines += [paint(line, "strong") for line in _row(list(head), widths, width)]
    for row in shown:
        first, *rest = _row(row, widths, width)
        if role_column is not None:
            before = len(_margin(row[:role_column], widths))
            word = row[role_column]
            first = first[:before] + paint(word, word) + first[before + len(word) :]
        lines += [first, *rest]
    return "".join(f"{line}\n" for line in lines)


def _row(row: list[str], widths: list[int], width: int) -> list[str]:
    margin = _margin(row[:-1], widths)
    return [line.rstrip() for line in wrap(row[-1], max(width, columns(margin) + 20), margin, " " * columns(margin))]


def _margin(words: list[str], widths: list[int]) -> str:
    return "".join(word + " " * (room - columns(word)) + _GAP for word, room in zip(words, widths, strict=False))

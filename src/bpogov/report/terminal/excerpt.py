"""The source line that a finding speaks of, with the exact place underlined."""

from operator import itemgetter

from bpogov.core.location import Location
from bpogov.core.position import Span
from bpogov.report.safe.visible import ELLIPSIS
from bpogov.report.terminal.display import cells
from bpogov.report.terminal.paint import Paint

_INDENT = "  "
_FAR = 1000
"""How many characters around the start of a span are looked at: a hostile line has a million."""


def excerpt(location: Location, *, width: int, paint: Paint, role: str) -> list[str]:
    """Give the lines of the excerpt, underlined in the colour of `role`; empty where the source line is not known.

    A span over several lines shows its first line and an ellipsis; of a line wider than `width` a window around the
    span is shown, with an ellipsis where it is cut.
    """
    if location.span is None or not location.lines:
        return []
    number = str(location.span.start.line)
    blank = paint(f"{_INDENT}{' ' * len(number)} |", "frame")
    room = max(width - len(_INDENT) - len(number) - 3, 10)
    shown, pad, marks = _marked(location.lines[0], location.span, room)
    lines = [
        blank,
        f"{paint(f'{_INDENT}{number} |', 'frame')} {shown}".rstrip(),
        f"{blank} {' ' * pad}{paint('^' * marks, role)}",
    ]
    if _continues(location.span):
        lines.append(f"{blank} {paint(ELLIPSIS, 'frame')}")
    return lines


def _continues(span: Span) -> bool:
    """Whether the span goes on in a later line; one that ends before the first letter of the next line does not."""
    return span.end.line > span.start.line and (span.end.line, span.end.column) != (span.start.line + 1, 1)


def _marked(line: str, span: Span, room: int) -> tuple[str, int, int]:
    """Give the line as shown in `room` columns, the columns before the mark, and those of the mark (1 or more)."""
    cut = max(span.start.column - 1 - _FAR, 0)
    row = cells(line[cut : cut + 2 * _FAR])
    start = min(span.start.column - 1 - cut, len(row))
    end = min((len(line.rstrip()) if span.end.line > span.start.line else span.end.column - 1) - cut, len(row))
    end = max(end, start)
    if _width(row) <= room:
        first, last = 0, len(row)
    else:
        first, last = _window(row, start, end, room)
    before = ELLIPSIS if first or cut else ""
    after = ELLIPSIS if last < len(row) or cut + len(row) < len(line) else ""
    shown = before + "".join(text for text, _ in row[first:last]) + after
    return shown, len(before) + _width(row[first:start]), max(_width(row[start : min(end, last)]), 1)


def _window(row: list[tuple[str, int]], start: int, end: int, room: int) -> tuple[int, int]:
    """Choose the part of a long line that has the span in its middle, or the start of a span that is too wide."""
    room -= 2 * len(ELLIPSIS)
    before, total = _width(row[:start]), _width(row)
    left = before - max(room - _width(row[start:end]), 0) // 2
    left = max(0, min(left, total - room))
    first = last = column = 0
    for index, (_, width) in enumerate(row):
        if column < left or (column == left and width == 0 and index < start):
            first = index + 1
        if column + width <= left + room:
            last = index + 1
        column += width
    return first, last


def _width(row: list[tuple[str, int]]) -> int:
    return sum(map(itemgetter(1), row))

"""Lines and columns of a text."""

import re
from bisect import bisect_right
from itertools import takewhile

from bpogov.core.position import Position, Span

_QUOTED_LINES = 3

_LONGEST_QUOTED = 500
"""In characters: what people write is shorter, and a thousand findings on one line would quote it a thousand times."""


class Lines:
    """Turns character indexes of a text into lines and columns, as an editor counts them.

    A line ends with LF, CR LF or CR; the separators U+0085, U+2028 and U+2029 are characters like any other, as
    YAML 1.2 says. Nothing is calculated before the first question.
    """

    __slots__ = ("_lines", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []
        self._lines: list[str] = []

    def _split(self) -> None:
        start = 0
        for found in re.finditer(r"\r\n|\r|\n", self.text):
            self._starts.append(start)
            self._lines.append(self.text[start : found.start()])
            start = found.end()
        self._starts.append(start)
        self._lines.append(self.text[start:])

    def position(self, index: int) -> Position:
        """Give the line and column of the character at `index`, both from 1, the column in code points."""
        if not self._starts:
            self._split()
        line = bisect_right(self._starts, index)
        return Position(line, index - self._starts[line - 1] + 1)

    def span(self, start: int, end: int) -> Span:
        """Give the stretch of text between two character indexes."""
        return Span(self.position(start), self.position(end))

    def quoted(self, span: Span) -> tuple[str, ...]:
        """Give the lines of `span` without their ends: at most the first few, for a report to quote.

        A line that is too long to be read is not quoted: a file on one line would be in the report for each finding.
        """
        if not self._lines:
            self._split()
        first = span.start.line - 1
        lines = self._lines[first : min(span.end.line, first + _QUOTED_LINES)]
        return tuple(takewhile(_can_be_read, lines))


def _can_be_read(line: str) -> bool:
    return len(line) <= _LONGEST_QUOTED

"""Lines and columns of a text."""

import re
from bisect import bisect_right
from itertools import accumulate, islice, pairwise, takewhile

from bpogov.core.position import Position, Span

_QUOTED_LINES = 3

_LONGEST_QUOTED = 500
"""In characters: what people write is shorter, and a thousand findings on one line would quote it a thousand times."""


class Lines:
    """Turns character indexes of a text into lines and columns, as an editor counts them.

    A line ends with LF, CR LF or CR; the separators U+0085, U+2028 and U+2029 are characters like any other, as
    YAML 1.2 says. Nothing is calculated before the first question.
    """

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []

    def _line_starts(self) -> list[int]:
        """Where each line starts."""
        if not self._starts and "\r" in self.text:
            self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]
        elif not self._starts:
            self._starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
            self._starts.pop()
        return self._starts

    def position(self, index: int) -> Position:
        """Give the line and column of the character at `index`, both from 1, the column in code points."""
        starts = self._line_starts()
        line = bisect_right(starts, index)
        return Position(line, index - starts[line - 1] + 1)

    def span(self, start: int, end: int) -> Span:
        """Give the stretch of text between two character indexes."""
        return Span(self.position(start), self.position(end))

    def quoted(self, span: Span) -> tuple[str, ...]:
        """Give the lines of `span` without their ends: at most the first few, for a report to quote.

        A line that is too long to be read is not quoted: a file on one line would be in the report for each finding.
        """
        starts = self._line_starts()
        first = span.start.line - 1
        behind = min(span.end.line, first + _QUOTED_LINES)
        edges = pairwise([*starts[first : behind + 1], len(self.text)])
        lines = (self.text[start:end].rstrip("\r\n") for start, end in islice(edges, behind - first))
        return tuple(takewhile(_can_be_read, lines))


def _can_be_read(line: str) -> bool:
    return len(line) <= _LONGEST_QUOTED

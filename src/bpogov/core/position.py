"""Where something stands in a text."""

from msgspec import Struct


class Position(Struct, frozen=True, array_like=True, order=True):
    """A place between two characters of a text.

    `line` and `column` start at 1; `column` counts Unicode code points, so that a report means the same place
    whatever the encoding of the file.
    """

    line: int
    column: int


class Span(Struct, frozen=True, array_like=True, order=True):
    """A stretch of text from `start` up to, but without, `end`."""

    start: Position
    end: Position

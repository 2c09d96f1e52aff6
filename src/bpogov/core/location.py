"""A place that a finding or a notification speaks of."""

from msgspec import Struct

from bpogov.core.position import Span

Step = str | int

Path = tuple[Step, ...]
"""The steps from the root of a file to a value: keys as text, list items by number from 0."""


class Location(Struct, frozen=True, array_like=True):
    """A place in a file that people read.

    `file` is the path as the user gave it, with forward slashes; `path` is the place inside the data in the one
    notation that bpogov shows to people, for example `$.slas[sl-voice].target`, or empty where there is none;
    `lines` are the source lines from `span.start.line` on that a report may quote (at most a few, without line ends).
    """

    file: str
    path: str = ""
    span: Span | None = None
    lines: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, int, int]:
        """Sorting key: by file, then line, then column."""
        if self.span is None:
            return (self.file, 0, 0)
        return (self.file, self.span.start.line, self.span.start.column)

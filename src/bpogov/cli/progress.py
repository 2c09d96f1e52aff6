"""A bar that shows how far a check is, on a terminal, where it takes longer than a second."""

import os
import sys
import time
from types import TracebackType
from typing import Self

from bpogov.cli.console import Console, width

_PATIENCE, _PAUSE = 1.0, 0.1
"""Seconds before the bar appears, and between two of its states."""

_WIDEST = 30


class Progress:
    """Shows the bar on standard error while it is open, and takes it away again: reports and messages stay alone."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._visible = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._next = time.monotonic() + _PATIENCE
        self._shown = 0

    def __enter__(self) -> Self:
        """Begin to count the time."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take the bar away, whatever happened."""
        if self._shown:
            self._console.note(f"\r{' ' * self._shown}\r")

    def __call__(self, done: int, of: int) -> None:
        """Show that `done` files of `of` are checked."""
        now = time.monotonic()
        if not self._visible or now < self._next:
            return
        self._next = now + _PAUSE
        words = f" {done} of {of} files"
        room = min(_WIDEST, width(sys.stderr) - len(words) - 3)  # the brackets, and a column that no terminal wraps
        full = room * done // of
        line = f"[{'#' * full}{'.' * (room - full)}]{words}" if room > 0 else words[1:]
        self._console.note(f"\r{line.ljust(self._shown)}")
        self._shown = len(line)

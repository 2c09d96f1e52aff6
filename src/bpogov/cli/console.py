"""Where output goes, how wide it may be, and whether in colour."""

import os
import sys
from collections.abc import Callable
from typing import TextIO

_NARROWEST, _DEFAULT, _WIDEST = 40, 80, 120


class OutputError(Exception):
    """What the run found could not be written, so that nobody can rely on having seen it."""


class Console:
    """The two streams of a run: reports go to standard output, everything about the run to standard error.

    `color` is `auto`, `always` or `never`; with `debug`, failures are shown with where they happened. Characters that
    a stream cannot show are replaced.
    """

    def __init__(self) -> None:
        self.color = "auto"
        self.debug = False

    def report(self, text: str) -> None:
        """Write a report to standard output; raise OutputError where that fails."""
        _write(sys.stdout, text)

    def note(self, text: str) -> None:
        """Write something about the run to standard error; where that is closed, it is lost."""
        try:
            _write(sys.stderr, text)
        except OutputError:
            return

    def show(self, render: Callable[..., str], subject: object, **more: object) -> None:
        """Write `subject` to standard output as the text format `render` gives it; `more` goes to the format."""
        self.report(render(subject, width=width(sys.stdout), color=in_color(self.color, sys.stdout), **more))

    def tell(self, render: Callable[..., str], subject: object) -> None:
        """Write `subject`, which is about the run, to standard error as the text format `render` gives it."""
        self.note(render(subject, width=width(sys.stderr), color=in_color(self.color, sys.stderr)))


def in_color(choice: str, stream: TextIO) -> bool:
    """Decide on colour: the option first, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE and TERM, then the terminal.

    The variables follow no-color.org and bixense.com/clicolors; an empty one, or `0` for those that force, counts as
    not set.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def width(stream: TextIO) -> int:
    """Give the columns that text may take: COLUMNS, else those of the terminal, else 80; between 40 and 120."""
    wanted = os.environ.get("COLUMNS", "")
    found = int(wanted) if wanted.isascii() and wanted.isdigit() else _terminal(stream)
    return min(max(found or _DEFAULT, _NARROWEST), _WIDEST)


def _terminal(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    safe = text.encode(encoding, "replace").decode(encoding)
    try:
        stream.write(safe)
        stream.flush()
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from error

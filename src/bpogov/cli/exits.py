"""The one place where what happened becomes an exit code.

0 checked, nothing at or above `--fail-on`; 1 findings; 2 could not check, or what was found could not be written (a
reader that closes the pipe early has not seen the verdict, so that is no pass either); 3 a defect in bpogov; 130
interrupted.
"""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from bpogov.cli.console import Console, OutputError

if TYPE_CHECKING:
    from bpogov.core.finding import Notification

CLEAN, NOT_CHECKED, DEFECT, INTERRUPTED = 0, 2, 3, 130


class Misused(Exception):
    """What was given on the command line does not go together; `command` is the command that it was given to."""

    def __init__(self, message: str, command: str) -> None:
        self.command = command
        super().__init__(message)


def guarded(action: Callable[[], object], console: Console) -> int:
    """Run `action`, which gives an exit code, and give the exit code; every failure is told on standard error."""
    try:
        code = action()
    except (KeyboardInterrupt, EOFError):
        return _interrupted(console)
    except Exception as error:  # noqa: BLE001 (whatever it is, a person gets a sentence and the right exit code)
        return _failed(error, console)
    return code if isinstance(code, int) else CLEAN


def _failed(error: Exception, console: Console) -> int:
    code = _of_click(error, console) if "click" in sys.modules else None
    if code is not None:
        return code
    from bpogov.core.errors import BpogovError  # imported here, like its neighbours: not needed if all goes well

    if isinstance(error, BpogovError):
        _trace(console)
        return _could_not(error.problems, console)
    if isinstance(error, Misused):
        return _could_not((_misuse(str(error), error.command),), console)
    if isinstance(error, OutputError | BrokenPipeError):
        _silence()
        return _could_not((_problem("output", f"The report could not be written: {error}"),), console)
    return _defect(error, console)


def _of_click(error: Exception, console: Console) -> int | None:
    """The exit code of an exception that is click's own (help ends with one, too), and None for others."""
    import click

    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        return _interrupted(console)
    if isinstance(error, click.ClickException):
        context = getattr(error, "ctx", None)
        misuse = _misuse(error.format_message().rstrip("."), context.command_path if context else "")
        return _could_not((misuse,), console)
    return None


def _interrupted(console: Console) -> int:
    console.note("Interrupted\n")
    return INTERRUPTED


def _could_not(found: "tuple[Notification, ...]", console: Console) -> int:
    from bpogov.report.answers import problems

    console.tell(problems.render, found)
    return NOT_CHECKED


def _misuse(message: str, command: str) -> "Notification":
    asked = f'"{command} --help" shows how it is used, with an example' if command else ""
    return _problem("usage", message, asked)


def _problem(code: str, message: str, advice: str = "") -> "Notification":
    from bpogov.core.finding import Notification
    from bpogov.core.severity import Severity

    return Notification(Severity.ERROR, code, message, help=advice)


def _trace(console: Console) -> None:
    if console.debug:
        import traceback  # imported here: only --debug needs it

        console.note(traceback.format_exc())


def _defect(error: Exception, console: Console) -> int:
    from bpogov.report.safe.visible import visible

    _trace(console)
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place else ""
    said = visible(f"{type(error).__name__}: {error} ({where})")
    console.note(
        "bpogov failed because of a defect of its own; nothing is wrong with your files because of this message.\n"
        "Please report it on the issue tracker of the project, with the command that you gave and this line:\n"
        f"  {said}\n"
    )
    if not console.debug:
        console.note("With --debug the same command shows where it happened.\n")
    return DEFECT


def _silence() -> None:
    """Let nothing be written to a closed standard output when Python ends, which would change the exit code."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return

"""Run one command line: a plain `bpogov check` at once, everything else by click.

Importing click takes longer than starting Python (benchmarks/startup.py), so that a plain check does without it.
"""

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial

from bpogov.cli.console import Console
from bpogov.cli.ending import end
from bpogov.cli.exits import guarded

_RARELY = (100_000, 50, 50)
"""How many objects more there have to be before Python looks for garbage that refers to itself, of which a check makes
next to none: looking as often as Python does by itself takes a twentieth of a check, and frees nothing."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; never raises, whatever happens."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    console = Console()
    return guarded(partial(_answer, arguments, console), console)


def _answer(arguments: Sequence[str], console: Console) -> object:
    if arguments and arguments[0] == "check":
        _import_values()
        from bpogov.cli.reading import read  # imported here, like its neighbours: other commands need none of them
        from bpogov.cli.table import CHECK

        asked = read(arguments[1:], CHECK, console)
        if asked is not None:
            from bpogov.cli.checking import checked

            return checked(console, asked.pop("paths"), asked)
    from bpogov.cli.program import invoke

    return invoke(arguments, console)


def _import_values() -> None:
    """Import what values are made with, and nothing beside it.

    msgspec asks `typing_extensions` for what `typing` has since Python 3.11, and does without it where it is missing.
    It imports `inspect` and more, and takes as long as the rest of msgspec (benchmarks/startup.py): so it is missing
    for a moment.
    """
    if "typing_extensions" in sys.modules or "msgspec" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # Python's own sign that there is no such module
    try:
        import msgspec  # noqa: F401 (it stays imported)
    finally:
        del sys.modules["typing_extensions"]


def _open_what_is_closed() -> None:
    """Put something in the place of a standard stream that the caller closed (`>&-`), for which Python has None.

    Nothing is read from it, and writing to it fails as it does on a full disk: nobody has seen the report.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, encoding="utf-8"))  # noqa: SIM115 (it lasts as long as the process)


def main() -> None:
    """Run the command line of the process and end it with the exit code."""
    if "_BPOGOV_COMPLETE" in os.environ:
        from bpogov.cli.program import program

        program.main(prog_name="bpogov")
    gc.set_threshold(*_RARELY)
    end(run(sys.argv[1:]))

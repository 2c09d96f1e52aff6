"""Run one command line: a plain `bpogov check` at once, everything else by click.

Importing click takes longer than starting Python (benchmarks/startup.py), so that a plain check does without it.
"""

import os
import sys
from collections.abc import Sequence
from functools import partial

from bpogov.cli.console import Console
from bpogov.cli.ending import end
from bpogov.cli.exits import guarded


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
        from bpogov.cli.reading import read  # imported here, like its neighbours: other commands need none of them
        from bpogov.cli.table import CHECK

        asked = read(arguments[1:], CHECK, console)
        if asked is not None:
            from bpogov.cli.checking import checked

            return checked(console, asked.pop("paths"), asked)
    from bpogov.cli.program import invoke

    return invoke(arguments, console)


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
    end(run(sys.argv[1:]))

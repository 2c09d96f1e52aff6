"""The end of the process."""

import atexit
import os
import sys


def end(code: int) -> None:
    """End the process with an exit code, at once.

    What asked to run at the end runs, and what was written is passed on. Python does not clean up its memory piece by
    piece before the operating system takes all of it, which takes a tenth of a short check (benchmarks/startup.py).
    """
    atexit._run_exitfuncs()  # noqa: SLF001 (the public way to run them is the slow one)
    for name in ("stdout", "stderr"):
        _flush(name)
    os._exit(code)


def _flush(name: str) -> None:
    """Pass on what was written; where that fails, the run has told it already, and has its exit code."""
    try:
        getattr(sys, name).flush()
    except (AttributeError, OSError, ValueError):
        return

"""Start a command and take what it cost from the operating system."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

MEBIBYTE = 1024 * 1024 if sys.platform == "darwin" else 1024  # macOS counts in bytes, others in KiB

CHECKED = frozenset({0, 1})
"""How a check ends: 0 for clean, 1 for findings."""


class Cost(NamedTuple):
    """What one run cost.

    `cpu` is the processor time of the command and of all it started and waited for, user and system; `wall` the time
    on the clock; both in milliseconds. `peak` is the most memory that one process of it held at once, in MiB; a
    process counts from its fork on, so that nothing is seen below what the measuring process itself holds.
    """

    cpu: float
    wall: float
    peak: float


class Broken(Exception):
    """A command that did not end as a check ends."""


def run(
    command: Sequence[str], folder: Path, variables: dict[str, str] | None = None, ends: frozenset[int] = CHECKED
) -> Cost:
    """Run a command in a folder, throw away what it prints, and give what it cost; Broken if it ends otherwise."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment(variables), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ends:
        raise Broken(f"broke: it ended with {process.returncode}")
    return Cost(1000 * (usage.ru_utime + usage.ru_stime), 1000 * wall, usage.ru_maxrss / MEBIBYTE)


def said(command: Sequence[str], folder: Path, variables: dict[str, str] | None = None) -> str:
    """Run a command in a folder and give all that it prints, standard output first."""
    done = subprocess.run(
        command, cwd=folder, env=environment(variables), capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout + done.stderr


def environment(variables: dict[str, str] | None = None) -> dict[str, str]:
    """The variables of a command: those of this process, without what would change how it starts."""
    kept = {key: value for key, value in os.environ.items() if key not in _CHANGING}
    return {**kept, "NO_COLOR": "1", **(variables or {})}


_CHANGING = ("PYTHONDONTWRITEBYTECODE", "FORCE_COLOR", "CI", "PYTHONPATH")

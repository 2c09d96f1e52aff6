"""What a contestant is: a command that checks files, and how its answer is read."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.fifteen import POLICIES
from benchmarks.measuring.process import CHECKED

ROOT = Path(__file__).resolve().parents[2]
SAID = ROOT / "benchmarks" / "policies"
LOOPS = ROOT / "benchmarks" / "loops"
Findings = frozenset[tuple[str, str]]
"""Pairs of a file and a policy; the policy is empty where the contestant does not say which."""


class Contestant(NamedTuple):
    """A checker and what it was told.

    `command` takes names of files in the working directory, `read` what was printed (both streams, one after the
    other). `policies` are those of the fifteen that it can express: none for a linter, which is timed and cannot be
    compared. `names_them` tells whether it says which policy a file breaks. `needs` is the program without which it
    cannot start, `ends` how it may end, `note` what a reader of the table should know.
    """

    name: str
    command: Callable[[list[str]], list[str]]
    read: Callable[[str], Findings]
    policies: frozenset[str] = frozenset(POLICIES)
    names_them: bool = True
    needs: Path | None = None
    ends: frozenset[int] = CHECKED
    note: str = ""

    @property
    def installed(self) -> bool:
        """Whether it can be started."""
        return self.needs is None or os.access(self.needs, os.X_OK)

    def expected(self, planted: dict[str, frozenset[str]]) -> Findings:
        """What it has to find in files with these defects, as far as it can express the policies."""
        known = ((file, name) for file, names in planted.items() for name in names & self.policies)
        return frozenset((file, name if self.names_them else "") for file, name in known)


def lines(said: str) -> Findings:
    """Read lines of the form `file: policy`."""
    found = (line.rpartition(": ") for line in said.splitlines() if ": " in line)
    return frozenset((os.path.basename(file), name) for file, _, name in found if name in POLICIES)


def together(files: list[str]) -> list[str]:
    """Name one file, or the folder of many, as people do."""
    return files if len(files) == 1 else ["."]


def without(*names: str) -> frozenset[str]:
    """All policies but these."""
    return frozenset(POLICIES) - frozenset(names)


def by_file(names: Iterable[str]) -> Findings:
    """Files that fail, for a reason that is not told in a form that could be read."""
    return frozenset((os.path.basename(name), "") for name in names)

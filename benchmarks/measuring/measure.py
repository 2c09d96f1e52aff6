"""What is measured, and how often: every round runs each command of a group once, in turn."""

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from benchmarks.measuring.process import CHECKED, Broken, Cost, run


class Target(NamedTuple):
    """What the project wants to reach, and what it dreams of.

    `kind` says what is compared: `times`, processor time as a multiple of the first of the group; `seconds` on the
    clock; `more`, milliseconds of processor time more than the first of the group; `faster`, how many times shorter
    the time on the clock is than that of the first of the group; `MiB` of memory at most.
    """

    kind: Literal["times", "seconds", "more", "faster", "MiB"]
    must: float
    stretch: float | None


class Measure(NamedTuple):
    """A command to be timed; `before` is done before every run and not counted."""

    name: str
    command: Sequence[str]
    folder: Path
    variables: dict[str, str] | None = None
    before: Callable[[], object] | None = None
    ends: frozenset[int] = CHECKED
    target: Target | None = None
    note: str = ""


class Group(NamedTuple):
    """Measures that are run in turn; the first is what the others are compared with. `files` is how many they read."""

    title: str
    measures: list[Measure]
    files: int = 0


class Taken(NamedTuple):
    """A measure and what its rounds cost; none where it was left out, and then `note` of the measure says why."""

    measure: Measure
    costs: list[Cost]

    def middle(self, what: Literal["cpu", "wall", "peak"]) -> float:
        """The median of one of the figures."""
        figures: list[float] = [getattr(cost, what) for cost in self.costs]
        return statistics.median(figures)


class Result(NamedTuple):
    """A group and what was taken, in its order."""

    title: str
    files: int
    taken: list[Taken]


def once(measure: Measure) -> Cost:
    """Run a measure one time."""
    if measure.before:
        measure.before()
    return run(measure.command, measure.folder, measure.variables, measure.ends)


def measured(group: Group, rounds: int, seconds: float) -> Result:
    """Measure a group: at most so many rounds, and no new one when the time is up; at least one.

    A round before the first fills the caches of the machine and of Python; it is left out where many files are read,
    because smaller groups went before. A command that breaks is not run again, and its line says why.
    """
    costs: list[list[Cost]] = [[] for _ in group.measures]
    broken: dict[int, str] = {}
    end = time.monotonic() + seconds
    for number in range(0 if group.files < WARM else 1, rounds + 1):
        for place, measure in enumerate(group.measures):
            if place not in broken:
                try:
                    costs[place].append(once(measure))
                except Broken as reason:
                    broken[place] = str(reason)
        if number and time.monotonic() > end:
            break
    warm = 1 if group.files < WARM else 0
    return Result(
        group.title,
        group.files,
        [
            Taken(measure._replace(note=broken[place]), []) if place in broken else Taken(measure, costs[place][warm:])
            for place, measure in enumerate(group.measures)
        ],
    )


WARM = 1000

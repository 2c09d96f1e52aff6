"""Measure bpogov beside a bare loop and beside its peers: `python -m benchmarks`, or `make bench`.

First every contestant has to find what was planted; one that does not is named and not timed. Then groups of commands
are run in turn, and one table is printed. The documentation says how to read it: docs/benchmarks.md.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks import startup
from benchmarks.contestants import own
from benchmarks.contestants.contestant import Contestant
from benchmarks.contestants.peers import PEERS
from benchmarks.measuring.agreement import disagreement
from benchmarks.measuring.groups import Groups
from benchmarks.measuring.material import LOOKED_AT, Material
from benchmarks.measuring.measure import Group, Measure, Result, Taken, measured
from benchmarks.measuring.memory import memory
from benchmarks.measuring.table import table


class Size(NamedTuple):
    """How much is measured: files for the agreement, numbers of files, rounds and seconds for a group.

    `longest` is how many seconds of processor time one run of a peer may be expected to take; the others are left out.
    """

    agreement: int
    files: tuple[int, ...]
    rounds: int
    seconds: float
    longest: float


SIZES = {
    "quick": Size(40, (1, 100), 5, 12, 6),
    "usual": Size(200, (1, 100, 1000), 10, 45, 15),
    "full": Size(200, (1, 100, 1000, 10_000), 20, 600, 120),
}


def main() -> None:
    """Check that all agree, measure, and print the table."""
    asked = _asked()
    size = SIZES[asked.size]
    size = size._replace(files=tuple(asked.files) or size.files, rounds=asked.rounds or size.rounds)
    with tempfile.TemporaryDirectory(prefix="bpogov-bench-") as folder:
        material = Material(Path(folder))
        chosen = _chosen(asked.only, peers=not asked.without_peers)
        contestants, others = _fit(chosen, material, size.agreement)
        results = [*_measured(Groups(material), contestants, size, asked.groups), others]
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    system = f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores, load {load}"
    print(f"\nCPython {platform.python_version()}, {system}, {time.strftime('%Y-%m-%d')}, `BENCH={asked.size}`\n")
    print(table(results))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure bpogov beside its peers.")
    parser.add_argument("size", nargs="?", default="usual", choices=SIZES, help="how much is measured")
    parser.add_argument("--files", type=int, nargs="*", default=[], help="other numbers of files, such as 1 100")
    parser.add_argument("--rounds", type=int, help="other number of rounds at most")
    parser.add_argument(
        "--only", nargs="*", default=[], help="only contestants whose name has one of these words in it"
    )
    parser.add_argument("--without-peers", action="store_true", help="only the bare loop and bpogov")
    parser.add_argument("--groups", nargs="*", default=[], help=f"only these: {', '.join(GROUPS)}")
    return parser.parse_args()


GROUPS = ("start-up", "worked", "cold", "first", "again", "changed", "processes")


def _chosen(only: list[str], *, peers: bool) -> list[Contestant]:
    found = [own.FIFTEEN, own.CORE, *(PEERS if peers else ())]
    return [one for one in found if not only or any(word in one.name for word in only)]


def _fit(contestants: list[Contestant], material: Material, number: int) -> tuple[list[Contestant], Result]:
    """Give those that are installed and agree, and lines about the others, which are not timed."""
    folder, planted = material.many(number), material.planted(number)
    found: list[Contestant] = []
    others: list[Taken] = []
    for contestant in (own.BARE, *contestants):
        reason = _reason(contestant, folder, planted)
        right = f"agrees on {len(contestant.policies)} policies" if contestant.policies else "has nothing to agree on"
        _tell(f"{contestant.name}: {reason or right}")
        if reason:
            others.append(_without_figures(contestant, reason))
        elif contestant is not own.BARE:
            found.append(contestant)
    if others and others[0].measure.name == own.BARE.name:
        sys.exit("the bare loop does not find what was planted: nothing can be compared")
    return found, Result("not timed", 0, others)


def _reason(contestant: Contestant, folder: Path, planted: dict[str, frozenset[str]]) -> str:
    """Why a contestant is not timed; empty where it is."""
    if not contestant.installed:
        return "not installed"
    wrong = disagreement(own.speaking(contestant), folder, planted)
    return f"disagrees: {wrong}" if wrong else ""


def _without_figures(contestant: Contestant, note: str) -> Taken:
    return Taken(Measure(contestant.name, [], Path(), note=note), [])


def _measured(groups: Groups, contestants: list[Contestant], size: Size, asked: list[str]) -> list[Result]:
    """Measure all groups that are asked for, the small ones first."""
    results: list[Result] = []

    def add(group: Group) -> None:
        if group.measures:
            _tell(f"measuring: {group.title}")
            results.append(measured(group, size.rounds, size.seconds))

    wanted = asked or GROUPS
    if "start-up" in wanted:
        add(startup.start_up())
    if "worked" in wanted:
        add(startup.worked(groups))
    if "first" in wanted:
        add(startup.first_ever(groups))
    left = list(contestants)
    for number in size.files if "cold" in wanted else ():
        needed = {one.name: _expected(results, one.name, number) for one in left if one in PEERS}
        slow = [one for one in left if needed.get(one.name, 0) > size.longest]
        left = [one for one in left if one not in slow]
        add(groups.cold(number, left))
        notes = ((one, f"left out: about {needed[one.name]:.0f} s") for one in slow)
        results[-1].taken.extend(_without_figures(one, note) for one, note in notes)
    results += memory([result for result in results if result.title.endswith("cold files")])
    many = [number for number in size.files if number > 1]
    for number in many if "again" in wanted else ():
        add(groups.again(number))
    if "changed" in wanted and many and max(many) >= LOOKED_AT:
        add(groups.one_changed(min(1000, max(many))))
    if "processes" in wanted and many:
        add(groups.two_processes(max(many)))
    return results


def _expected(results: list[Result], name: str, number: int) -> float:
    """The seconds that so many files will take, going by the largest number measured; 0 where there is none."""
    known = [
        (result.files, taken.middle("cpu"))
        for result in results
        for taken in result.taken
        if taken.measure.name == name and taken.costs and result.title.endswith("cold files")
    ]
    return known[-1][1] / 1000 / known[-1][0] * number if known else 0


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

"""The groups of measures in which starting takes most of the time: nothing to check, one file, nothing kept.

`python -m benchmarks quick --groups start-up worked first` measures these alone.
"""

import sys

from benchmarks.contestants import own
from benchmarks.contestants.contestant import ROOT
from benchmarks.contestants.peers import PLACE
from benchmarks.measuring.groups import Groups
from benchmarks.measuring.material import names
from benchmarks.measuring.measure import Group, Measure, Target

WORKED = "engagements/email-support.yaml"


def start_up() -> Group:
    """The bare interpreter, and bpogov where it has nothing to check."""
    plain = Measure("R1, `python -c pass`", [sys.executable, "-c", "pass"], ROOT)
    version = Measure("bpogov --version", [own.BPOGOV, "--version"], ROOT, target=Target("times", 3, 1.5))
    said = Measure("bpogov --help", [own.BPOGOV, "--help"], ROOT, target=Target("times", 6, 3))
    more = Measure("bpogov check --help", [own.BPOGOV, "check", "--help"], ROOT)
    return Group("start-up", [plain, version, said, more])


def worked(groups: Groups) -> Group:
    """A worked engagement with no finding, as it is checked in this repository; and every rule compiled again."""
    plain = Measure("R1, `python -c pass`", [sys.executable, "-c", "pass"], ROOT)
    bare = Measure("R2, the bare loop", own.BARE.command([WORKED]), ROOT)
    kept = groups.unseen(own.CORE, ROOT, [WORKED])
    command = [*own.CORE.command([WORKED]), "--no-cache"]
    without = Measure("bpogov, core pack, --no-cache", command, ROOT, note="compiles all rules")
    lint = PLACE / "bin/yamllint"
    linted = [Measure("yamllint", [str(lint), "-d", "relaxed", WORKED], ROOT, note="lint only")]
    return Group(f"one clean file, `{WORKED}`", [plain, bare, kept, without, *(linted if lint.exists() else [])], 1)


def first_ever(groups: Groups) -> Group:
    """One file after the installation: nothing is kept yet."""
    folder = groups.material.single()
    bare = Measure(own.BARE.name, own.BARE.command(names(folder)), folder)
    measures = [bare]
    for contestant in (own.FIFTEEN, own.CORE):
        shelf = groups.shelf()
        command = contestant.command(names(folder))
        measures.append(Measure(contestant.name, command, folder, shelf.variables, shelf.empty))
    return Group("one file, nothing kept", measures, 1)

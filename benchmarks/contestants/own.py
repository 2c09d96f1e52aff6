"""The loop that others are measured against, and bpogov itself: with the fifteen policies, and with the core pack."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from benchmarks.contestants.contestant import LOOPS, SAID, Contestant, Findings, lines, together
from benchmarks.corpus.timeline import TODAY
from benchmarks.fifteen import POLICIES

BPOGOV = str(Path(sys.executable).parent / "bpogov")
FIFTEEN_ONLY = str(SAID / "bpogov.yaml")
CORE_ONLY = str(SAID / "core.yaml")
NOTHING = frozenset[str]()


@cache
def knows_jobs() -> bool:
    """Whether this bpogov can be told how many processes to use."""
    said = subprocess.run([BPOGOV, "check", "--help"], capture_output=True, text=True, check=False).stdout
    return "--jobs" in said


def check(*options: str, jobs: int = 1) -> list[str]:
    """Give the command of a check, in one process where that can be said."""
    many = ["--jobs", str(jobs)] if knows_jobs() else []
    return [BPOGOV, "check", "--today", TODAY.isoformat(), *many, *options]


def _rules() -> dict[str, str]:
    """The names of the fifteen rules, by their ids: the pack lists them in the order of the policies."""
    return {f"FIF{number:03}": name for number, name in enumerate(POLICIES, 1)}


def _read(said: str) -> Findings:
    rules = _rules()
    found = [json.loads(line) for line in said.splitlines() if line.startswith('{"type": "finding"')]
    known = ((os.path.basename(one["location"]["file"]), one["rule"]) for one in found)
    return frozenset((file, rules.get(rule, rule)) for file, rule in known)


BARE = Contestant("R2, the bare loop", lambda files: [sys.executable, str(LOOPS / "bare.py"), *together(files)], lines)
FIFTEEN = Contestant(
    "bpogov, 15 policies",
    lambda files: check("--config", FIFTEEN_ONLY, *together(files)),
    _read,
    note="with places, sentences, the source line of each finding, and the structure of the file",
)
CORE = Contestant(
    "bpogov, core pack",
    lambda files: check("--config", CORE_ONLY, *together(files)),
    _read,
    policies=NOTHING,
    note="90 rules beside the structure of the file",
)


def speaking(contestant: Contestant) -> Contestant:
    """The same with an answer that programs read."""
    if contestant is not FIFTEEN:
        return contestant
    return FIFTEEN._replace(command=lambda files: [*FIFTEEN.command(files), "--format", "jsonl"])

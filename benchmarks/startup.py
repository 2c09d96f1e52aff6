"""Measure start-up and one file, beside `python -c pass`, a bare loop and yamllint on the same file.

Compiled policies are kept from the first round on; `--no-cache` shows what every run costs without.

Run it as `make bench`, or with a number of rounds: `.venv/bin/python benchmarks/startup.py 40`. Every round starts each
command once, in turn, so that a busy moment of the machine hits all of them. The figure is the median of the processor
time (user and system) that the operating system accounts to the process, in milliseconds; waiting does not count.
"""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
FILE = "engagements/email-support.yaml"
TODAY = "2026-11-21"
ROUNDS = 20

COMMANDS: dict[str, list[str]] = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "bpogov --version": [str(BIN / "bpogov"), "--version"],
    "bpogov --help": [str(BIN / "bpogov"), "--help"],
    f"bare.py {FILE}": [sys.executable, str(ROOT / "benchmarks/bare.py"), FILE],
    f"bpogov check {FILE}": [str(BIN / "bpogov"), "check", FILE, "--today", TODAY],
    f"bpogov check --no-cache {FILE}": [str(BIN / "bpogov"), "check", "--no-cache", FILE, "--today", TODAY],
    f"yamllint {FILE}": [str(BIN / "yamllint"), "-d", "relaxed", FILE],
}


def processor_milliseconds(command: Sequence[str]) -> float:
    """Start a command, throw away what it prints, and give the processor time it took, in milliseconds."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, cwd=ROOT, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return 1000 * (usage.ru_utime + usage.ru_stime)


def measure(rounds: int) -> dict[str, list[float]]:
    """Give the times of every command; one round before the first fills the caches."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for number in range(rounds + 1):
        for name, command in COMMANDS.items():
            taken = processor_milliseconds(command)
            if number:
                times[name].append(taken)
    return times


def table(times: dict[str, list[float]]) -> str:
    """Give the medians as a Markdown table, with the spread and the ratio to a bare interpreter."""
    floor = statistics.median(next(iter(times.values())))
    lines = ["| command | median ms | fastest | slowest | times python |", "| --- | --: | --: | --: | --: |"]
    for name, taken in times.items():
        middle = statistics.median(taken)
        lines.append(f"| `{name}` | {middle:.0f} | {min(taken):.0f} | {max(taken):.0f} | {middle / floor:.1f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    size = len((ROOT / FILE).read_text(encoding="utf-8").splitlines())
    python = sys.version.split()[0]
    print(f"Processor time, median of {asked} interleaved rounds, CPython {python}, {size} lines of YAML\n")
    print(table(measure(asked)))

"""Measure what the rules cost on one engagement, beside reading its file, and a year of hours coverage.

Run it as `make bench`, or with a number of rounds: `.venv/bin/python benchmarks/evaluation.py 60`. Everything runs in
this process, once per round and in turn, so that a busy moment of the machine hits all of it; a few rounds before the
first one fill the caches that a run over many files has filled too. The figure is the median of the processor time in
milliseconds; waiting does not count.

`load` is the text of the file as a document with positions, `structure` its check against the model, `evaluation` the
whole core pack on it. `coverage` is the calculation behind the rule on staffed service hours, for three sites and ten
windows: in the ordinary case two zones with a holiday here and there; in the worst, ten windows in ten zones, each with
holidays of its own, that the shifts of the sites leave open on nearly every day of the year.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bpogov.engine.compile import compile_policy
from bpogov.engine.evaluate import evaluate
from bpogov.functions.hours import uncovered
from bpogov.model.validate import validate
from bpogov.policy.load import load_policy_set
from bpogov.source.load import load

ROOT = Path(__file__).resolve().parents[1]
FILE = "engagements/customer-care.yaml"
TODAY = "2026-11-21"
ROUNDS = 40
WARM_UP = 3

ALWAYS = {"days": "mon-sun", "from": "00:00", "to": "24:00"}
NIGHT = {"days": "mon-fri", "from": "22:00", "to": "02:00"}
MORNING = {"days": "mon-sat", "from": "09:00", "to": "12:30"}
ZONES = {
    "America/New_York": "US",
    "America/Sao_Paulo": "BR",
    "Europe/Madrid": "ES",
    "Asia/Jerusalem": "IL",
    "Pacific/Auckland": "NZ",
    "America/Los_Angeles": "MX",
    "Africa/Cairo": "EG",
    "Asia/Kolkata": "IN",
    "Asia/Tokyo": "JP",
    "America/Toronto": "CA",
}


def sites(places: dict[str, str], *shifts: dict[str, str]) -> list[dict[str, Any]]:
    """Give a provider whose sites have the same shifts, each by the clock and with the holidays of its own place."""
    found = [
        {"id": zone, "timezone": zone, "shifts": list(shifts), "holidays": {"calendar": code}}
        for zone, code in places.items()
    ]
    return [{"sites": found}]


def ordinary() -> object:
    """Give the gaps of ten windows in two zones that somebody serves but for some holidays."""
    staff = sites({"America/Bogota": "CO", "Asia/Manila": "PH", "Europe/Lisbon": "PT"}, ALWAYS)
    windows = [
        {"days": "mon-fri", "from": f"{8 + number % 3:02}:00", "to": "18:00", "timezone": zone}
        for number, zone in enumerate(["America/New_York", "Europe/Madrid"] * 5)
    ]
    return uncovered(windows, staff, TODAY)


def worst() -> object:
    """Give the gaps of ten windows in ten zones, each closed on its own holidays, that are open nearly every day."""
    staff = sites({"America/Santiago": "CL", "Australia/Sydney": "AU", "Europe/Lisbon": "PT"}, NIGHT, MORNING)
    windows = [
        {
            "days": "mon-sun" if number % 2 else "mon-fri",
            "from": "08:00",
            "to": "20:00",
            "timezone": zone,
            "closed": [code],
        }
        for number, (zone, code) in enumerate(ZONES.items())
    ]
    return uncovered(windows, staff, TODAY)


def stages() -> dict[str, Callable[[], object]]:
    """Give what is measured, by name; the first is what the others are compared with."""
    text = (ROOT / FILE).read_bytes()
    document = load(text, FILE)
    engagement = validate(document)
    compiled = compile_policy(load_policy_set(None, None))
    if evaluate(compiled, engagement, TODAY).findings:
        sys.exit(f"{FILE} has findings, so the figures would be those of another file")
    return {
        "load": lambda: load(text, FILE),
        "structure": lambda: validate(document),
        f"evaluation, {len(compiled.rules)} rules": lambda: evaluate(compiled, engagement, TODAY),
        "coverage, ordinary": ordinary,
        "coverage, worst case": worst,
    }


def measure(work: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Give the times of every stage in milliseconds, one per round."""
    times: dict[str, list[float]] = {name: [] for name in work}
    for number in range(-WARM_UP, rounds):
        for name, run in work.items():
            begin = time.process_time()
            run()
            taken = 1000 * (time.process_time() - begin)
            if number >= 0:
                times[name].append(taken)
    return times


def table(times: dict[str, list[float]]) -> str:
    """Give the medians as a Markdown table, with the spread and the ratio to the first stage, round by round."""
    floor = next(iter(times.values()))
    lines = ["| stage | median ms | fastest | slowest | times load |", "| --- | --: | --: | --: | --: |"]
    for name, taken in times.items():
        middle = statistics.median(taken)
        ratio = statistics.median(one / other for one, other in zip(taken, floor, strict=True))
        lines.append(f"| {name} | {middle:.2f} | {min(taken):.2f} | {max(taken):.2f} | {ratio:.1f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    size = len((ROOT / FILE).read_text(encoding="utf-8").splitlines())
    python = sys.version.split()[0]
    print(f"Processor time, median of {asked} interleaved rounds, CPython {python}, {size} lines of YAML ({FILE})\n")
    print(table(measure(stages(), asked)))

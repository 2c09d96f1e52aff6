"""Checking many edits of the example engagement northwind at once, as files, the way a user's run does."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bpogov.core.finding import Finding
from bpogov.core.outcome import Outcome
from bpogov.policy.library import shipped_folder
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.patch import apply

TODAY = "2026-11-21"
RUN = "the run"

Patch = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that was found, for one rule; a finding that speaks for several rules is seen once for each."""

    rule: str
    severity: str
    at: str
    says: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run said of one edited engagement: findings, outcomes of the rules, and what it said about the run."""

    seen: tuple[Seen, ...]
    outcomes: dict[str, Outcome]
    told: tuple[str, ...]


def content(file: Path) -> Any:
    """The plain data of a YAML file."""
    return load(file.read_bytes(), file.name).data


def northwind() -> Any:
    """The example engagement that the edits change."""
    return content(shipped_folder() / "core/examples/northwind.yaml")


def check_edits(edits: dict[str, tuple[Patch, str]], folder: Path) -> dict[str, Checked]:
    """Check the engagement with each patch on its date, in one run for each date; give the results by name.

    Under `RUN` stands what was said about no engagement in particular. Every edited file gets an id of its own, because
    two engagements of a run cannot share one.
    """
    data = northwind()
    files: dict[str, dict[str, str]] = {}
    for number, (name, (patch, today)) in enumerate(edits.items()):
        file = folder / f"{number}.yaml"
        own = {"op": "replace", "path": "/id", "value": f"northwind-{number}"}
        file.write_text(Document.of(apply(data, [own, *patch]), file.name).text, encoding="utf-8")
        files.setdefault(today, {})[file.as_posix()] = name
    found: dict[str, Checked] = {}
    unplaced: list[str] = []
    for today, named in files.items():
        found |= _run(named, today, unplaced)
    return found | {RUN: Checked((), {}, tuple(unplaced))}


def _run(named: dict[str, str], today: str, unplaced: list[str]) -> dict[str, Checked]:
    report = check(CheckRequest(paths=tuple(named), today=today))
    told: dict[str, list[str]] = {file: [] for file in named}
    for notification in report.notifications:
        into = told[notification.location.file] if notification.location else unplaced
        into.append(notification.message)
    return {
        named[one.file]: Checked(
            tuple(seen for finding in one.findings for seen in _seen(finding)),
            {result.rule: result.outcome for result in one.results},
            tuple(told[one.file]),
        )
        for one in report.engagements
    }


def _seen(finding: Finding) -> list[Seen]:
    rest = (finding.severity.value, finding.location.path, finding.message)
    return [Seen(rule, *rest) for rule in (finding.rule, *finding.also)]

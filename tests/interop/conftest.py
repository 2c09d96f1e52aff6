"""Programs of others that read what bpogov writes; `make interop-test` installs them."""

from pathlib import Path

import pytest

from bpogov.core.report import Report
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest

TOOLS = Path(__file__).resolve().parents[2] / ".venv" / "interop" / "node_modules"

POOR = """\
apiVersion: bpogov/v1
kind: Engagement
id: poor
title: "Évil <script> [in](https://evil.example) 𐐀 {0}"
status: in-review
start: 2027-01-01
sla: []
slas: [{id: voice, metric: Answered in time, target: "800 %"}]
meetings: [{id: weekly, cadence: fortnightlyy}, {id: weekly, cadence: unknown}]
"""


@pytest.fixture
def node_modules() -> Path:
    """The folder in which npm put the programs."""
    assert TOOLS.is_dir(), "the programs of others are not there: run `make interop-test`, which installs them"
    return TOOLS


@pytest.fixture
def poor(workspace: Path) -> Report:
    """The report about two engagements with much to find, in files with unusual names, that share an id."""
    for name in ("poor.yaml", "été [1] & 100%.yaml"):
        file = workspace / "engagements" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(POOR, encoding="utf-8")
    return check(CheckRequest(paths=("./engagements",), today="2026-11-21"))

"""The worked engagements and the shipped rules: what a newcomer meets first has to be right."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bpogov.core.errors import BpogovError
from bpogov.core.finding import Notification
from bpogov.policy.library import shipped_folder
from bpogov.policy.pack import read_pack
from tests.repo.tree import ROOT

ENGAGEMENTS = sorted((ROOT / "engagements").glob("*.yaml"))
STATED = re.search(r"^TODAY\s*\?=\s*(\S+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
TODAY = STATED.group(1) if STATED else ""
LONGEST_LINE = 120


@pytest.mark.parametrize("path", ENGAGEMENTS, ids=lambda path: path.stem)
def test_a_worked_engagement_is_clean(path: Path) -> None:
    """Each one keeps the core policies on the stated date, without as much as a note."""
    run = subprocess.run(
        [
            Path(sys.executable).parent / "bpogov",
            "check",
            path.relative_to(ROOT),
            "--today",
            TODAY,
            "--fail-on",
            "note",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, ""), run.stdout


@pytest.mark.parametrize("path", ENGAGEMENTS, ids=lambda path: path.stem)
def test_a_worked_engagement_reads_well(path: Path) -> None:
    """It opens with a comment that says what it is, and no line is too long to read."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert [line for line in lines if len(line) > LONGEST_LINE] == []


def test_the_shipped_packs_load() -> None:
    """Every rule file of every shipped pack is read without a complaint."""
    problems: list[Notification] = []
    packs = sorted(path.parent for path in shipped_folder().glob("*/pack.yaml"))
    try:
        read = [read_pack(str(folder), problems) for folder in packs]
    except BpogovError as error:
        problems.extend(error.problems)
    assert [problem.message for problem in problems] == []
    assert [pack.form.name for pack in read if pack] == [f"bpogov/{folder.name}" for folder in packs]

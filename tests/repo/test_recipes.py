"""The recipes for people, hooks and CI."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml

from tests.repo.tree import ROOT

BIN = Path(sys.executable).parent


def _makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def _hooks() -> list[dict[str, object]]:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    return [hook for repo in config["repos"] for hook in repo["hooks"]]


def test_make_alone_lists_every_target() -> None:
    """`make` explains itself: every target for people has a line in its help."""
    phony = re.search(r"^\.PHONY: (.*)$", _makefile(), re.MULTILINE)
    assert phony is not None
    shown = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, check=True, capture_output=True, text=True)
    assert [line.split()[1] for line in shown.stdout.splitlines()] == phony.group(1).split()


def test_ci_runs_what_people_run() -> None:
    """The CI script is executable and calls `make test`, nothing else."""
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"


def test_hooks_need_nothing_from_outside() -> None:
    """The hooks of this repository are local ones, and their configuration is valid."""
    config = ROOT / ".pre-commit-config.yaml"
    repos = yaml.safe_load(config.read_text(encoding="utf-8"))["repos"]
    assert {repo["repo"] for repo in repos} == {"meta", "local"}
    subprocess.run([BIN / "pre-commit", "validate-config", config], cwd=ROOT, check=True, capture_output=True)


def test_hooks_run_what_make_installs() -> None:
    """Every local hook starts a program that `make` puts into the environment."""
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    known = {*scripts, "python", "ruff", "lint-imports"}
    for hook in _hooks():
        if "entry" in hook:
            folder, _, program = str(hook["entry"]).split()[0].rpartition("/")
            assert folder == ".venv/bin"
            assert program in known


def test_the_worked_engagements_have_one_date() -> None:
    """The Makefile, the hooks and the README judge the worked engagements on the same day."""
    stated = re.search(r"^TODAY\s*\?=\s*(\S+)$", _makefile(), re.MULTILINE)
    assert stated is not None
    dates = set(
        re.findall(r"--today (\d{4}-\d{2}-\d{2})", (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    )
    dates |= set(re.findall(r"check engagements/?\S* --today (\S+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert dates == {stated.group(1)}

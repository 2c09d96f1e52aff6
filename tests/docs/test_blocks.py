"""What the documentation shows is true: files load, commands give what is printed below them."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from bpogov.model.validate import validate
from bpogov.source.load import load

from bpogov.core.finding import Notification
from bpogov.policy.configuration import ConfigurationFile
from bpogov.policy.pack import PackFile
from bpogov.policy.reading import read_document
from bpogov.policy.rule import RuleFile
from tests.docs.blocks import ROOT, Block, blocks, pages

IN_A_CLONE = "in a clone of this repository"
POLICIES = {"Rule": RuleFile, "Pack": PackFile, "Configuration": ConfigurationFile}
FILES = [(page, block) for page in pages() for block in blocks(page) if block.language == "yaml" and block.title]
RUNS = [page for page in pages() if any(block.language == "console" for block in blocks(page))]


def _name(value: object) -> str:
    match value:
        case Path():
            return value.relative_to(ROOT).as_posix()
        case Block():
            return f"{value.title}:{value.line}"
        case _:
            return str(value)


@pytest.mark.parametrize(("page", "block"), FILES, ids=_name)
def test_a_file_that_is_shown_loads(page: Path, block: Block) -> None:
    """Every YAML block with a title is a whole file that the real loader takes without a complaint."""
    document = load(block.body.encode(), f"{_name(page)}:{block.line}")
    kind = (yaml.safe_load(block.body) or {}).get("kind", "Engagement")
    if kind == "Engagement":
        assert [(finding.rule, finding.message) for finding in validate(document).findings] == []
    else:
        problems: list[Notification] = []
        read_document(document, POLICIES[kind], problems)
        assert [problem.message for problem in problems] == []


@pytest.mark.parametrize("page", RUNS, ids=_name)
def test_what_a_console_shows_is_what_happens(page: Path, tmp_path: Path) -> None:
    """Run in order beside the files that a page shows, every bpogov command prints what the page prints."""
    last = 0
    for block in blocks(page):
        if block.language == "yaml" and block.title:
            target = tmp_path / block.title
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.body, encoding="utf-8")
        elif block.language == "console":
            folder = ROOT if block.title == IN_A_CLONE else tmp_path
            for command, shown in _commands(block.body):
                if command == "echo $?":
                    assert shown == f"{last}\n", f"{_name(page)}:{block.line}: {command}"
                elif command.startswith("bpogov "):
                    printed, last = _run(command, folder)
                    assert _agrees(shown, printed), f"{_name(page)}:{block.line}: {command} printed\n{printed}"


def _commands(body: str) -> list[tuple[str, str]]:
    parts = re.split(r"(?m)^\$ (.+)\n", body)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def _run(command: str, folder: Path) -> tuple[str, int]:
    words = shlex.split(command, comments=True)
    kept = {
        key: value for key, value in os.environ.items() if key.startswith(("COVERAGE", "PATH", "HOME", "SYSTEMROOT"))
    }
    done = subprocess.run(
        [Path(sys.executable).parent / words[0], *words[1:]],
        cwd=folder,
        env={**kept, "COLUMNS": "80", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, done.returncode


def _agrees(shown: str, printed: str) -> bool:
    """Whether the output is as shown; a line that is only `…` stands for any lines."""
    pattern = "".join("(?:.*\n)*" if line == "…" else f"{re.escape(line)}\n" for line in shown.rstrip("\n").split("\n"))
    return (
        re.fullmatch(pattern, printed if shown.strip() else printed.strip()) is not None
        or shown.strip() == printed.strip()
    )

"""Runs of the command line as a user sees them: one folder in `cases/` is one run, with what it has to print.

A case holds `command` (one line: `bpogov ARGUMENTS`, more of them after `&&`, `< FILE` for standard input), `exit` (the
code of the last one), `expected.txt` (standard output), `expected-errors.txt` (standard error, left out where there is
none), and optionally `files` (one path of this repository in each line, copied into the case as it is). Everything else
is input. `<all>` stands for the number of rules that come with bpogov, `<version>` for its version, `<digest>` for a
SHA-256, `<time>` for the time of the run.

After a change on purpose write the expectations again, and read what changed as its reader would:

    BPOGOV_REWRITE_CASES=1 .venv/bin/python -m pytest tests/acceptance/test_cases.py && git diff tests/acceptance
"""

import os
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bpogov.policy.library import shipped_folder
from bpogov.version import VERSION
from tests.conftest import Outcome

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(__file__).parent / "cases"
EXPECTATIONS = ("expected.txt", "expected-errors.txt", "exit")
SHIPPED = sum(1 for file in shipped_folder().glob("*/*/*.yaml") if file.parent.name != "examples")
REWRITE = bool(os.environ.get("BPOGOV_REWRITE_CASES"))


def with_placeholders(text: str) -> str:
    """Replace what every release, or every new rule, would change."""
    text = re.sub(rf"\b{SHIPPED} (rules|checks|rule files)\b", r"<all> \1", text)
    text = re.sub(rf'"(rules|not-checked)": {SHIPPED}\b', r'"\1": <all>', text)
    text = re.sub(r"\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", "<time>", text)
    return re.sub(r"sha256:[0-9a-f]{64}", "sha256:<digest>", text).replace(VERSION, "<version>")


def prepare(case: Path, folder: Path) -> None:
    """Copy the input of a case into a folder."""
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("command", "files", *EXPECTATIONS))
    named = case / "files"
    for name in named.read_text(encoding="utf-8").split() if named.is_file() else ():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)


def perform(command: str, folder: Path, run: Callable[..., Outcome]) -> Outcome:
    """Run the command lines of a case until one fails, and give what all of them wrote."""
    out, err, code = "", "", 0
    for part in command.split(" && "):
        line, _, stdin = part.partition(" < ")
        program, *arguments = shlex.split(line)
        assert program == "bpogov"
        done = run(*arguments, stdin=(folder / stdin.strip()).read_bytes() if stdin else b"")
        out, err, code = out + done.out, err + done.err, done.code
        if code:
            break
    return Outcome(code, with_placeholders(out), with_placeholders(err))


def write(case: Path, seen: Outcome) -> None:
    """Make what was seen the expectation."""
    for name, text in zip(EXPECTATIONS, (seen.out, seen.err, f"{seen.code}\n"), strict=True):
        (case / name).unlink(missing_ok=True)
        if text or name == "expected.txt":
            (case / name).write_text(text, encoding="utf-8", newline="\n")


def expectation(case: Path, name: str) -> str:
    """Give what a case expects; a file that is left out expects nothing."""
    path = case / name
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


@pytest.mark.parametrize("case", [pytest.param(path, id=path.name) for path in sorted(CASES.iterdir())])
def test_case(case: Path, workspace: Path, run_cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    """A run prints what its case shows, to the letter, and ends with the code that its case names."""
    monkeypatch.setenv("COLUMNS", "80")
    prepare(case, workspace)
    seen = perform(expectation(case, "command").strip(), workspace, run_cli)
    if REWRITE:
        write(case, seen)
    assert seen.err == expectation(case, "expected-errors.txt")
    assert seen.out == expectation(case, "expected.txt")
    assert seen.code == int(expectation(case, "exit"))

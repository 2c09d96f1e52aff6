"""A validator of the Reviewdog Diagnostic Format, which others wrote, accepts what bpogov writes."""

import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from bpogov.core.report import Report, Verdict
from bpogov.report.rdjson import render

pytestmark = pytest.mark.interop


def _validate(node_modules: Path, file: Path, text: str) -> tuple[int, str]:
    file.write_text(text, encoding="utf-8")
    node = shutil.which("node")
    assert node
    program = node_modules / "@umbrelladocs" / "rdformat-validator" / "bin" / "rdformat-validator.js"
    command = [node, str(program), "--strict", "--no-extra-fields", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_validator_accepts_the_report(poor: Report, node_modules: Path, tmp_path: Path) -> None:
    """In its strict mode and without further fields, also where nothing could be checked."""
    verdict = Verdict(
        "ci", "error", passed=False, exit_code=2, sentence="not checked: there was no engagement to check"
    )
    for report in (poor, replace(poor, engagements=(), verdict=verdict)):
        code, said = _validate(node_modules, tmp_path / "report.json", render(report))
        assert code == 0, said


def test_the_validator_is_awake(poor: Report, node_modules: Path, tmp_path: Path) -> None:
    """It objects to a severity that does not exist."""
    code, said = _validate(node_modules, tmp_path / "report.json", render(poor).replace('"ERROR"', '"HEAVY"'))
    assert code != 0, said

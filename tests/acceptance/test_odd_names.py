"""Files with names that no text can hold: what a file is called changes neither the verdict nor how it is shown."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bpogov.report.formats import NAMES
from tests.acceptance.hostile_files import SMALL
from tests.conftest import Outcome

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the file system refuses such a name")

ODD = os.fsdecode(b"\xff.yaml")
"""One byte that is no UTF-8, as Python holds it (PEP 383)."""

_MARKS = {
    "json": r"\udcff.yaml",
    "jsonl": r"\udcff.yaml",
    "sarif": "%FF.yaml",
    "gitlab": r"<U+DCFF>.yaml",
    "junit": "&lt;U+DCFF&gt;.yaml",
    "markdown": "&#60;U+DCFF&#62;.yaml",
}
"""How the name is written, where it is not `<U+DCFF>.yaml`."""


@pytest.fixture
def odd(workspace: Path) -> str:
    """A file with findings and without an id, which is therefore told apart by its name."""
    lines = [line for line in SMALL.splitlines() if not line.startswith("id:")]
    (workspace / ODD).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ODD


def test_the_name_is_shown_in_every_format(run_cli: Callable[..., Outcome], odd: str) -> None:
    """The check fails because of the findings; every report is UTF-8, on standard output and in its file."""
    files = [word for name in NAMES for word in ("--output", f"{name}=out.{name}")]
    shown = run_cli("check", odd, "--format", "concise", *files, "--today", "2026-11-21")
    assert (shown.code, shown.err) == (1, "")
    assert shown.out.startswith("<U+DCFF>.yaml:")
    written = {name: Path(f"out.{name}").read_text(encoding="utf-8") for name in NAMES}
    assert [name for name in NAMES if _MARKS.get(name, "<U+DCFF>.yaml") not in written[name]] == []


def test_a_terminal_without_other_letters_shows_it(run_cli: Callable[..., Outcome], odd: str) -> None:
    """Everything in full, where the output holds only ASCII."""
    shown = run_cli("check", odd, "-v", "--today", "2026-11-21", encoding="ascii")
    assert shown.code == 1
    assert "<U+DCFF>.yaml:1:1: error: STR002 missing-field" in shown.out


def test_the_summary_of_a_step_is_written(
    run_cli: Callable[..., Outcome], odd: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the name in it."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    assert run_cli("check", odd, "--format", "github", "--today", "2026-11-21").code == 1
    assert _MARKS["markdown"] in Path("summary.md").read_text(encoding="utf-8")


def test_the_name_of_a_file_stays_its_own(run_cli: Callable[..., Outcome], odd: str) -> None:
    """Two names that look alike when shown give different fingerprints, and the JSON report holds the real names."""
    other = os.fsdecode(b"\xfe.yaml")
    Path(other).write_bytes(Path(odd).read_bytes())
    report = json.loads(run_cli("check", odd, other, "--format", "json", "--today", "2026-11-21").out)
    prints = [{one["fingerprint"] for one in engagement["findings"]} for engagement in report["engagements"]]
    assert [engagement["file"] for engagement in report["engagements"]] == [other, odd]
    assert not prints[0] & prints[1]


@pytest.mark.parametrize(
    "arguments", [("baseline", "known.json", ODD), ("check", ODD, "--gate", "sign-off", "--attest", "records")]
)
def test_what_keeps_the_name_asks_for_another(
    run_cli: Callable[..., Outcome], odd: str, arguments: tuple[str, ...]
) -> None:
    """A baseline and a record have to name the file: they say so, instead of naming another one."""
    assert odd in os.listdir()
    shown = run_cli(*arguments, "--today", "2026-11-21")
    assert shown.code == 2
    assert "give the file a plain name" in " ".join(shown.err.split())

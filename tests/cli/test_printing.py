"""In which formats the result of a check is shown, and where it is written."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.core.report import Report
from bpogov.report.formats import NAMES
from tests.cli.conftest import REPORT
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
CheckGives = Callable[[object], list[Any]]


def test_how_much_is_said(run_cli: RunCli, check_gives: CheckGives) -> None:
    """-q gives one line for a finding, -v its place in the data, --statistics only numbers."""
    check_gives(REPORT)
    assert run_cli("check", "-q").out.startswith("a.yaml:3:8: error: COM001 The title")
    assert "  at:   $.title\n" in run_cli("check", "-v").out
    statistics = run_cli("check", "--statistics").out
    assert statistics.startswith("1  error  COM001  You meet often enough\n1 engagement")
    assert "Café" not in statistics


def test_contradictions_are_refused(run_cli: RunCli, check_gives: CheckGives) -> None:
    """Options that would do nothing together are a usage error, before anything is checked."""
    calls = check_gives(REPORT)
    assert "go with --format text only" in " ".join(run_cli("check", "--format", "json", "-v").err.split())
    outcome = run_cli("check", "-q", "-v")
    assert (outcome.code, outcome.out, calls) == (2, "", [])
    assert "Only one of --statistics, -q and -v can be asked for" in outcome.err


@pytest.mark.parametrize("name", NAMES)
def test_no_format_changes_the_exit_code(run_cli: RunCli, check_gives: CheckGives, name: str) -> None:
    """Each shows the same verdict on standard output, and ends with the same code."""
    check_gives(REPORT)
    outcome = run_cli("check", "--format", name)
    assert outcome.code == 1
    assert "COM001" in outcome.out


def test_several_reports_of_one_run(run_cli: RunCli, check_gives: CheckGives) -> None:
    """Each file gets its format, and standard output its own; the check is made once."""
    calls = check_gives(REPORT)
    outcome = run_cli("check", "--output", "json=out.json", "--output", "text=out=1.txt", "-q")
    assert (outcome.code, len(calls)) == (1, 1)
    assert outcome.out.startswith("a.yaml:3:8: error: COM001 The title")
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))["kind"] == "Report"
    text = Path("out=1.txt").read_text(encoding="utf-8")
    assert text.startswith("warning: The pack own is not listed\n\na.yaml:3:8: error: COM001 meeting-rhythm")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--output", "out.json"], '"out.json" is not a format and a file, such as sarif=bpogov.sarif'),
        (["--output", "json="], '"json=" is not a format and a file, such as sarif=bpogov.sarif'),
        (["--output", "sarf=a"], 'did you mean "sarif"?'),
        (["--output", "json=a", "--output", "sarif=a"], '"a" is named twice, but holds one report'),
        (["--omit-suppressed"], "--omit-suppressed is about SARIF"),
    ],
)
def test_outputs_that_mean_nothing(
    run_cli: RunCli, check_gives: CheckGives, arguments: list[str], complaint: str
) -> None:
    """They are a usage error before anything is checked."""
    calls = check_gives(REPORT)
    outcome = run_cli("check", *arguments)
    assert (outcome.code, calls) == (2, [])
    assert complaint in " ".join(outcome.err.split())


def test_a_report_that_cannot_be_written_is_no_pass(run_cli: RunCli, check_gives: CheckGives) -> None:
    """Somebody waits for that file."""
    check_gives(REPORT)
    outcome = run_cli("check", "--output", "json=no/folder/out.json")
    assert outcome.code == 2
    assert "no/folder/out.json" in outcome.err


def test_what_is_suppressed_can_be_left_out_of_sarif(run_cli: RunCli, check_gives: CheckGives) -> None:
    """The option reaches the format."""
    check_gives(REPORT)
    assert run_cli("check", "--format", "sarif", "--omit-suppressed").code == 1


def test_a_job_on_github_gets_its_summary(
    run_cli: RunCli, check_gives: CheckGives, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes at the end of the file that the job names; without one there is none."""
    check_gives(REPORT)
    run_cli("check", "--format", "github")
    assert not Path("summary.md").exists()
    Path("summary.md").write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    run_cli("check", "--format", "github")
    written = Path("summary.md").read_text(encoding="utf-8")
    assert written.startswith("before\n")
    assert "COM001" in written


@pytest.mark.parametrize("name", NAMES)
def test_a_run_that_could_not_check_is_in_every_format(run_cli: RunCli, check_gives: CheckGives, name: str) -> None:
    """A file of an earlier run is replaced, and says the same as standard error."""
    check_gives(UsageError("The file is gone", "look for it"))
    Path("out").write_text("all is well", encoding="utf-8")
    outcome = run_cli("check", "--format", name, "--output", f"{name}=out")
    written = Path("out").read_text(encoding="utf-8")
    assert (outcome.code, outcome.err) == (2, "error: The file is gone\n  help: look for it\n")
    assert "The file is gone" in written
    assert outcome.out == ("" if name == "text" else written)


def test_services_get_names_that_they_know(
    run_cli: RunCli, check_gives: CheckGives, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Absolute names below the working directory become relative, whatever it is called; Azure gets absolute ones."""
    real = Path.cwd()
    link = real.parent / "link"
    link.symlink_to(real)
    monkeypatch.setenv("PWD", str(link))
    for folder in (real, link):
        check_gives(_moved(f"{folder.as_posix()}/a.yaml"))
        assert '"path": "a.yaml"' in run_cli("check", "--format", "gitlab").out
        assert f'"file": "{folder.as_posix()}/a.yaml"' in run_cli("check", "--format", "json").out
        assert f";sourcepath={real.as_posix()}/a.yaml;" in run_cli("check", "--format", "azure").out
    monkeypatch.setenv("PWD", "/")
    assert f'"path": "{link.as_posix()}/a.yaml"' in run_cli("check", "--format", "gitlab").out


def test_a_folder_that_is_gone_changes_nothing(
    run_cli: RunCli, check_gives: CheckGives, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a working directory names stay as they are."""

    def gone() -> str:
        raise FileNotFoundError

    check_gives(REPORT)
    monkeypatch.setattr("os.getcwd", gone)
    assert ";sourcepath=a.yaml;" in run_cli("check", "--format", "azure").out


def test_a_summary_that_is_full_gets_the_verdict(
    run_cli: RunCli, check_gives: CheckGives, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GitHub shows nothing of a file that is too large, so that findings are left out before that."""
    check_gives(REPORT)
    Path("summary.md").write_text("x" * 1_000_000, encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    run_cli("check", "--format", "github")
    written = Path("summary.md").read_text(encoding="utf-8").lstrip("x")
    assert written.startswith("### bpogov: gate local failed: 1 error\n")
    assert "… and 2 more" in written


def _moved(file: str) -> Report:
    """The report about a file of another name."""
    engagement = REPORT.engagements[0]
    findings = tuple(replace(one, location=replace(one.location, file=file)) for one in engagement.findings)
    return replace(REPORT, engagements=(replace(engagement, file=file, findings=findings),))

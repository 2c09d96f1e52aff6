"""One command line, and the process that runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from bpogov.cli import main as module
from bpogov.version import VERSION
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]


def test_version_and_help_import_nothing_heavy(workspace: Path) -> None:
    """What is imported is what a person waits for."""
    code = (
        "import sys; from bpogov.cli.main import run; run([sys.argv[1]]); "
        "print(sorted({'pydantic', 'yaml', 'cel_expr_python', 'jsonschema', 'json', 'importlib.metadata', 'difflib'}"
        " & set(sys.modules)))"
    )
    for argument, said in (("--version", f"bpogov {VERSION}"), ("--help", "Usage: bpogov")):
        done = subprocess.run(
            [sys.executable, "-c", code, argument], cwd=workspace, capture_output=True, text=True, check=True
        )
        assert done.stdout.startswith(said)
        assert done.stdout.endswith("\n[]\n")


def test_the_module_runs_as_a_program(workspace: Path) -> None:
    """`python -m bpogov` is the same as `bpogov`."""
    done = subprocess.run(
        [sys.executable, "-m", "bpogov", "--version"], cwd=workspace, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"bpogov {VERSION}\n"


def test_main_ends_the_process_with_the_exit_code(monkeypatch: pytest.MonkeyPatch, run_cli: RunCli) -> None:
    """The exit code of the command is that of the process."""
    assert run_cli("--version").code == 0
    monkeypatch.setattr(sys, "argv", ["bpogov", "nothing-of-that-name"])
    monkeypatch.setattr(module, "end", sys.exit)
    with pytest.raises(SystemExit) as stop:
        module.main()
    assert stop.value.code == 2


def test_shell_completion_comes_from_click(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The script that shells load is click's own."""
    monkeypatch.setenv("_BPOGOV_COMPLETE", "zsh_source")
    with pytest.raises(SystemExit) as stop:
        module.main()
    assert stop.value.code == 0
    assert "compdef" in capsys.readouterr().out


def test_streams_without_settings_are_taken_as_they_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Output that is caught by another program works too."""

    class Plain:
        encoding = None

        def write(self, text: str) -> int:
            return os.write(1, b"") + len(text)

        def flush(self) -> None:
            """Keep nothing back."""

        def isatty(self) -> bool:
            return False

        def fileno(self) -> int:
            raise OSError

    monkeypatch.setattr(sys, "stderr", Plain())
    assert module.run(["nothing-of-that-name"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("closed", "words", "code"),
    [
        ("stdout", ["schema"], 2),
        ("stderr", ["--version"], 0),
        ("stderr", ["nothing-of-that-name"], 2),
        ("stdin", ["check", "-"], 1),
    ],
)
def test_a_stream_that_is_closed_is_no_defect(
    monkeypatch: pytest.MonkeyPatch, workspace: Path, closed: str, words: list[str], code: int
) -> None:
    """What could not be shown is no pass; what could not be told changes nothing; nothing is read as an empty file."""
    assert workspace.is_dir()
    monkeypatch.setattr(sys, closed, None)
    assert module.run(words) == code
    getattr(sys, closed).close()


def test_a_terminal_gets_colour_and_its_width(workspace: Path) -> None:
    """On a real terminal of 60 columns text is coloured and wrapped; NO_COLOR switches colour off."""
    said = _on_terminal(workspace, {})
    assert said.startswith("\x1b[1;31merror:\x1b[0m Invalid value")
    assert max(len(line) for line in said.splitlines()) <= 60 + len("\x1b[1;31m\x1b[0m")
    assert _on_terminal(workspace, {"NO_COLOR": "1"}).startswith("error: Invalid value")


def _on_terminal(folder: Path, variables: dict[str, str]) -> str:
    """Give what a misspelt command line says on a terminal of 60 columns."""
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-m", "bpogov", "check", "--fail-on", "eror"],
        cwd=str(folder),
        env={"PATH": os.environ["PATH"], "TERM": "xterm"} | variables,
        dimensions=(40, 60),
        encoding="utf-8",
    )
    child.expect(pexpect.EOF)
    return child.before or ""

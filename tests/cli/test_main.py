"""One command line, and the process that runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pexpect
import pytest

from bpogov.cli import main as module
from bpogov.version import VERSION
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]

ROOT = Path(__file__).resolve().parents[2]
CLEAN = ROOT / "engagements" / "email-support.yaml"
DRAFT = ROOT / "policies" / "core" / "examples" / "draft.yaml"

NEEDLESS = (
    *("click", "gettext", "typing_extensions", "inspect", "ast", "dataclasses", "pydantic", "jsonschema", "difflib"),
    *("subprocess", "signal", "shutil", "tempfile", "shlex", "traceback", "logging", "argparse", "cryptography"),
    *("importlib.metadata", "multiprocessing", "concurrent.futures", "asyncio", "email", "socket"),
)
"""What a check of a sound file does not import; add what it stops to need."""


def _imported(folder: Path, names: tuple[str, ...], *line: str) -> str:
    """Run a command line in a process of its own; give those of the names that were imported, or what went wrong."""
    code = (
        "import sys; from bpogov.cli.main import run; code = run(sys.argv[1:]); "
        f"print(code, [name for name in {names!r} if name in sys.modules], file=sys.stderr)"
    )
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}  # it imports, too
    done = subprocess.run(
        [sys.executable, "-c", code, *line],
        cwd=folder,
        env=plain | {"XDG_CACHE_HOME": str(folder / "cache")},  # no other test has kept anything there
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr.splitlines()[-1]


def test_help_imports_nothing_heavy(workspace: Path) -> None:
    """What is imported is what a person waits for."""
    names = ("pydantic", "yaml", "cel_expr_python", "jsonschema", "json", "importlib.metadata", "difflib", "msgspec")
    assert _imported(workspace, names, "--help") == "0 []"
    assert _imported(workspace, names, "--version") == "0 []"


def test_a_plain_check_imports_only_what_it_needs(workspace: Path) -> None:
    """With kept policies: neither click, nor what reads rules, nor what only mistakes and other formats need."""
    everything = _imported(workspace, (*NEEDLESS, "msgspec"), "check", str(DRAFT), "--fail-on", "never")
    assert "pydantic" in everything
    assert _imported(workspace, (*NEEDLESS, "msgspec"), "check", str(CLEAN), "--today", "2026-11-21") == "0 ['msgspec']"


def test_values_are_imported_without_what_they_can_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other libraries find `typing_extensions` afterwards, and one that has it keeps it."""
    monkeypatch.delitem(sys.modules, "typing_extensions", raising=False)
    monkeypatch.delitem(sys.modules, "msgspec")
    module._import_values()
    assert "msgspec" in sys.modules
    assert "typing_extensions" not in sys.modules
    monkeypatch.delitem(sys.modules, "msgspec")
    found = import_module("typing_extensions")
    module._import_values()
    assert sys.modules["typing_extensions"] is found


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

"""Where the process starts."""

import io
import os
import subprocess
import sys

import pytest

from bpogov.cli.start import main
from bpogov.version import VERSION

HEAVY = ("click", "msgspec", "typing", "enum", "re", "collections", "contextlib", "functools", "bpogov.cli.main")


class _Gone(io.StringIO):
    """A stream whose reader has gone."""

    def flush(self) -> None:
        """Refuse."""
        raise BrokenPipeError


def _started(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    monkeypatch.setattr(sys, "argv", ["bpogov", *arguments])
    monkeypatch.setattr("bpogov.cli.start.end", sys.exit)
    monkeypatch.setattr("bpogov.cli.main.end", sys.exit)
    with pytest.raises(SystemExit) as stopped:
        main()
    return stopped.value.code


def test_the_version_needs_no_command_line() -> None:
    """Neither click nor anything else of weight is imported for it, and it is what the command line says too."""
    code = (
        "import atexit, sys; sys.argv = ['bpogov', '--version']; from bpogov.cli.start import main\n"
        f"atexit.register(lambda: print([name for name in {HEAVY!r} if name in sys.modules]))\n"
        "main()"
    )
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}  # it imports, too
    done = subprocess.run([sys.executable, "-I", "-c", code], env=plain, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"bpogov {VERSION}", "[]"]


def test_everything_else_is_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also the version with something beside it."""
    assert _started(monkeypatch, "--version") == 0
    assert _started(monkeypatch, "--version", "check") == 0
    assert capsys.readouterr().out == f"bpogov {VERSION}\n" * 2
    assert _started(monkeypatch, "chekc") == 2
    assert 'did you mean "check"' in capsys.readouterr().err


def test_a_version_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line explains it, with its exit code."""
    monkeypatch.setattr(sys, "stdout", _Gone())
    assert _started(monkeypatch, "--version") == 2
    assert "could not be written" in capsys.readouterr().err

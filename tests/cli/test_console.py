"""Where output goes, how wide, and whether in colour."""

import io
import os
import pty
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bpogov.cli.console import Console, OutputError, in_color, width
from tests.cli.conftest import REPORT
from tests.conftest import Outcome


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


@pytest.mark.parametrize(
    ("variables", "terminal", "expected"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"CLICOLOR_FORCE": "1"}, False, True),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ({"TERM": "xterm"}, True, True),
    ],
)
def test_the_five_signals_of_colour(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], *, terminal: bool, expected: bool
) -> None:
    """NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM and the terminal itself, in this order."""
    assert workspace.is_dir()
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert in_color("auto", Screen() if terminal else io.StringIO()) is expected


def test_the_option_beats_every_signal(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--color always and never are obeyed."""
    assert workspace.is_dir()
    monkeypatch.setenv("NO_COLOR", "1")
    assert in_color("always", io.StringIO())
    assert not in_color("never", Screen())


@pytest.mark.parametrize(("wanted", "expected"), [("60", 60), ("10", 40), ("400", 120), ("", 80), ("0", 80), ("x", 80)])
def test_the_width_is_within_reason(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, expected: int
) -> None:
    """COLUMNS counts if it is a number; lines are never too narrow or too wide to read."""
    assert workspace.is_dir()
    monkeypatch.setenv("COLUMNS", wanted)
    assert width(io.StringIO()) == expected


def test_a_terminal_is_asked_for_its_width(workspace: Path) -> None:
    """Without COLUMNS the terminal says how wide it is; one that says nothing counts as 80."""
    assert workspace.is_dir()
    master, slave = pty.openpty()
    with os.fdopen(slave, "w") as stream:
        assert width(stream) == 80
    os.close(master)


def test_characters_that_the_terminal_lacks_are_replaced(
    run_cli: Callable[..., Outcome], check_gives: Callable[[object], list[Any]]
) -> None:
    """A terminal without Unicode gets question marks and no crash."""
    check_gives(REPORT)
    outcome = run_cli("check", encoding="ascii")
    assert outcome.code == 1
    assert 'The title "Caf? ?" is too short' in outcome.out


def test_colour_is_an_option_of_every_command(
    run_cli: Callable[..., Outcome], check_gives: Callable[[object], list[Any]]
) -> None:
    """--color always colours both streams, also where the command line is wrong."""
    check_gives(REPORT)
    outcome = run_cli("check", "--color", "always")
    assert "\x1b[1;31merror:\x1b[0m" in outcome.out
    assert "\x1b[1;33mwarning:\x1b[0m" in outcome.err
    assert "\x1b[" in run_cli("check", "--color", "always", "--fail-on", "x").err


def test_a_stream_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that cannot be written is an error; a remark that cannot be written is lost."""

    class Broken(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError(32, "Broken pipe", text)

    monkeypatch.setattr("sys.stdout", Broken())
    monkeypatch.setattr("sys.stderr", Broken())
    with pytest.raises(OutputError, match="Broken pipe"):
        Console().report("x")
    Console().note("x")

"""What happened, as an exit code."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from bpogov.cli.console import Console, OutputError
from bpogov.cli.exits import guarded
from bpogov.core.errors import PolicyError, UsageError
from bpogov.core.finding import Notification
from bpogov.core.location import Location
from bpogov.core.position import Position, Span
from bpogov.core.severity import Severity
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]
CheckGives = Callable[[object], list[Any]]


def test_a_broken_rule_is_shown_with_its_place(run_cli: RunCli, check_gives: CheckGives) -> None:
    """Every problem of a run that could not be made is shown, and the exit code is 2."""
    place = Location("own/a.yaml", "", Span(Position(4, 7), Position(4, 10)), ("name: abc",))
    problems = [
        Notification(Severity.ERROR, "unknown-key", "No such key", place, "did you mean title?"),
        Notification(Severity.ERROR, "usage", "Another one"),
    ]
    check_gives(PolicyError(problems))
    outcome = run_cli("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "error: Another one\n\n"
        "own/a.yaml:4:7: error:\n  No such key\n    |\n  4 | name: abc\n    |       ^^^\n  help: did you mean title?\n"
    )


def test_a_trace_is_shown_only_with_debug(run_cli: RunCli, check_gives: CheckGives) -> None:
    """A person sees a sentence; a developer who asks sees where it happened."""
    check_gives(UsageError("There is no file"))
    assert "Traceback" not in run_cli("check").err
    debug = run_cli("check", "--debug")
    assert debug.code == 2
    assert "Traceback" in debug.err


def test_a_defect_says_so_and_where_to_report_it(run_cli: RunCli, check_gives: CheckGives) -> None:
    """Any other exception is exit code 3 with a plain sentence; control characters in it are made visible."""
    check_gives(RuntimeError("bad \x1b[31m"))
    outcome = run_cli("check")
    assert (outcome.code, outcome.out) == (3, "")
    assert "bpogov failed because of a defect of its own" in outcome.err
    assert "issue tracker of the project" in outcome.err
    assert "  RuntimeError: bad ␛[31m (conftest.py:" in outcome.err
    assert "Traceback" not in outcome.err
    debug = run_cli("check", "--debug")
    assert "Traceback" in debug.err
    assert "With --debug" not in debug.err


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), click.Abort(), EOFError()])
def test_interrupted(run_cli: RunCli, check_gives: CheckGives, stop: BaseException) -> None:
    """Ctrl-C is 130, as shells expect."""
    check_gives(stop)
    assert run_cli("check") == Outcome(130, "", "Interrupted\n")


def test_output_that_cannot_be_written_is_no_pass(capsys: pytest.CaptureFixture[str]) -> None:
    """A report that nobody could read is exit code 2, also where the code was to be 0."""

    def full() -> object:
        message = "No space left on device"
        raise OutputError(message)

    assert guarded(full, Console()) == 2
    assert capsys.readouterr().err == "error: The report could not be written: No space left on device\n"


def test_an_action_without_a_code_went_well() -> None:
    """Help and versions end with 0."""
    assert guarded(lambda: None, Console()) == 0
    assert guarded(lambda: 1, Console()) == 1


def test_a_usage_error_without_a_command_has_no_advice(capsys: pytest.CaptureFixture[str]) -> None:
    """A message of click without a context is shown as it is."""

    def wrong() -> object:
        message = "Something is wrong."
        raise click.ClickException(message)

    assert guarded(wrong, Console()) == 2
    assert capsys.readouterr().err == "error: Something is wrong\n"


@pytest.mark.parametrize("target", ["closed pipe", "/dev/full"])
def test_a_process_whose_output_is_lost_ends_with_2(workspace: Path, target: str) -> None:
    """`bpogov schema | head -0` and a full disk: exit code 2, one plain sentence, nothing from Python itself."""
    command = [sys.executable, "-m", "bpogov", "schema", "report"]
    if target == "closed pipe":
        process = subprocess.Popen(command, cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.close()
        process.stdout = None
        _, err = process.communicate(timeout=60)
        code, said = process.returncode, err.decode()
    else:
        with open(target, "w") as full:
            done = subprocess.run(command, cwd=workspace, stdout=full, stderr=subprocess.PIPE, check=False)
        code, said = done.returncode, done.stderr.decode()
    assert code == 2
    assert said.startswith("error: The report could not be written: ")
    assert said.count("\n") == 1

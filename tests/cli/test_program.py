"""All commands, as click has them."""

from collections.abc import Callable

import pytest

from bpogov.cli.console import Console
from bpogov.cli.program import LazyGroup, invoke, program
from tests.conftest import Outcome

RunCli = Callable[..., Outcome]


def commands() -> list[str]:
    """Give the names of all commands."""
    assert isinstance(program, LazyGroup)
    return program.list_commands(program.make_context("bpogov", ["check"]))


def test_help_lists_every_command_with_its_line(run_cli: RunCli) -> None:
    """The list comes from the files; a new command is one new file."""
    outcome = run_cli("--help")
    assert outcome.code == 0
    assert "  check     Check engagements against the policies\n" in outcome.out
    assert all(f"  {name} " in outcome.out for name in commands())


@pytest.mark.parametrize("name", commands())
def test_every_help_has_an_example_and_no_long_lines(run_cli: RunCli, name: str) -> None:
    """Each command shows how it is used."""
    outcome = run_cli(name, "--help")
    assert outcome.code == 0
    assert "\n  Example: bpogov " in outcome.out


def test_a_name_outside_the_folder_is_no_command() -> None:
    """Only files of the folder are commands, whatever a caller asks for."""
    context = program.make_context("bpogov", ["check"])
    assert isinstance(program, LazyGroup)
    assert program.get_command(context, "../main") is None


def test_without_a_command_the_help_is_shown_and_nothing_was_checked(run_cli: RunCli) -> None:
    """An empty command line is no pass."""
    outcome = run_cli()
    assert outcome.code == 2
    assert "Commands:" in outcome.err
    assert outcome.out == ""


def test_an_unknown_option_of_the_group_is_a_usage_error(run_cli: RunCli) -> None:
    """An option before the command is not taken for a command."""
    outcome = run_cli("--nothing")
    assert outcome.code == 2
    assert "--nothing" in outcome.err


def test_what_a_command_raises_is_left_to_the_caller() -> None:
    """What becomes of it is decided in one place, for every command."""
    with pytest.raises(KeyboardInterrupt):
        invoke(["schema"], _Stopped())


class _Stopped(Console):
    """A console that is interrupted."""

    def report(self, text: str) -> None:
        """Write nothing."""
        del text
        raise KeyboardInterrupt

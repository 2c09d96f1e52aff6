"""All commands, as click has them: a command is one module in `commands/`, imported only when it is called."""

import os
from collections.abc import Sequence
from importlib import import_module

import click

from bpogov.cli.console import Console
from bpogov.cli.exits import NOT_CHECKED
from bpogov.version import VERSION

_FOLDER = os.path.join(os.path.dirname(__file__), "commands")
_QUOTES = '"' * 3


class LazyGroup(click.Group):
    """A group that knows its commands by the files in a folder, and their one-line help by the first line of each."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands, in alphabetical order."""
        del ctx
        return sorted(name[:-3] for name in os.listdir(_FOLDER) if name.endswith(".py") and name != "__init__.py")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and give its `command`; None where there is no such module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = import_module(f"bpogov.cli.commands.{cmd_name}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that `args` start with; where there is none, say which one may be meant."""
        name = args[0]
        if not name.startswith("-") and name not in self.list_commands(ctx):
            from bpogov.core.suggest import closest  # imported here: only a mistake needs it

            nearest = closest(name, self.list_commands(ctx))
            hint = f', did you mean "{nearest}"?' if nearest else ""
            message = f'There is no command "{name}"{hint}'
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any of them."""
        rows = [(name, _first_line(name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _first_line(name: str) -> str:
    with open(os.path.join(_FOLDER, f"{name}.py"), encoding="utf-8") as file:
        return file.readline().strip().strip(_QUOTES).rstrip(".")


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: bpogov check engagements/",
)
@click.version_option(VERSION, prog_name="bpogov", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Check outsourcing engagements, written as YAML files, against the policies of an organisation."""
    if ctx.invoked_subcommand is None:
        ctx.ensure_object(Console).note(ctx.get_help() + "\n")
        ctx.exit(NOT_CHECKED)


def invoke(arguments: Sequence[str], console: Console) -> object:
    """Run one command line and give what its command gives. Raises what the command raises, and what click does."""
    with program.make_context("bpogov", list(arguments), obj=console) as context:
        return program.invoke(context)

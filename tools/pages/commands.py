"""The reference of the command line: what every command says of itself."""

import os
from collections.abc import Iterator
from typing import Any

import click

from bpogov.cli.program import program
from tools.pages import markdown

WIDTH = 100


def page() -> str:
    """Give the page, made of the `--help` of every command."""
    parts = [
        markdown.GENERATED,
        "# Command line",
        (
            "Reports go to standard output, everything about the run itself to standard error. "
            "[Exit codes](exit-codes.md) are the same for every command and every format."
        ),
    ]
    os.environ["COLUMNS"] = str(WIDTH + 2)  # click asks the environment when it wraps defaults
    settings: dict[str, Any] = {**program.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    with click.Context(program, info_name="bpogov", **settings) as context:
        for command, inner in _commands(program, context):
            parts += [f"## `{inner.command_path}`", markdown.fence(command.get_help(inner), "text")]
    return markdown.join(parts)


def _commands(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    yield command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from _commands(inner, click.Context(inner, parent=context, info_name=name))

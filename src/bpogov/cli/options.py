"""Options as click has them, made of plain data."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from bpogov.cli.completion import FileName, FolderName, GateName, Pair
from bpogov.cli.console import Console
from bpogov.cli.option import Option, one_of
from bpogov.cli.table import CACHE, OUTPUT, POLICY

Command = TypeVar("Command", bound=Callable[..., Any])


class Word(click.Choice[str]):
    """One of a few words; a misspelt one is answered with the nearest."""

    name = "word"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the word back if it is one of those allowed."""
        try:
            return one_of(str(value), tuple(self.choices))
        except ValueError as error:
            return self.fail(str(error), param, ctx)


def options(*wanted: Option) -> Callable[[Command], Command]:
    """Add options to a command, in the order in which its help shows them."""

    def add(command: Command) -> Command:
        for option in reversed(wanted):
            command = _option(option)(command)
        return command

    return add


def _option(option: Option) -> Callable[[Command], Command]:
    settings: dict[str, Any] = {"help": option.help, "metavar": option.metavar}
    if option.flag:
        settings["is_flag"] = True
    else:
        settings |= {"type": _type(option), "multiple": option.repeated}
    if option.default is not None:
        settings |= {"default": option.default, "show_default": option.shows_default}
    if option.tells:
        settings |= {"is_eager": True, "expose_value": False}
    if option.tells or option.meaning:
        settings["callback"] = _callback(option)
    return click.option(*option.names, option.key, **settings)


def _type(option: Option) -> click.ParamType[str] | None:
    if option.kind == "word":
        return Word(option.choices)
    return Pair(option.choices) if option.kind == "pair" else _NAMES.get(option.kind)


_NAMES = {"file": FileName(), "folder": FolderName(), "gate": GateName()}


def _callback(option: Option) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """What click calls with the value: tell the console, which main always gives, or give what the value means."""

    def called(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
        try:
            meant = option.meaning(value) if option.meaning else value
        except ValueError as error:
            raise click.BadParameter(str(error), ctx, param) from None
        if option.tells:
            option.tells(ctx.ensure_object(Console), meant)
        return meant

    return called


output_options = options(*OUTPUT)
"""Add --color and --debug, which every command has."""

policy_options = options(*POLICY)
"""Add --config and --policies, which say what rules apply."""

cache_option = options(CACHE)
"""Add --no-cache, as `cache`: the folder where compiled policies are kept, or None."""

format_option = options(
    Option(
        ("--format",),
        "How to show the result.",
        value="format_name",
        kind="word",
        choices=("text", "json"),
        default="text",
    )
)
"""Add --format text|json."""

gate_option = options(
    Option(("--gate",), "The gate that it has to be about.", kind="gate", default="sign-off", metavar="NAME")
)
"""Add --gate to a command about evidence."""

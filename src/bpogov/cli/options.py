"""Options that several commands share, each written once."""

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from bpogov.cli.completion import FileName, FolderName
from bpogov.cli.console import Console

Command = TypeVar("Command", bound=Callable[..., Any])


class Word(click.Choice[str]):
    """One of a few words; a misspelt one is answered with the nearest."""

    name = "word"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the word back if it is one of those allowed."""
        word = str(value)
        if word in self.choices:
            return word
        from bpogov.core.suggest import closest  # imported here: only a mistake needs it

        nearest = closest(word, self.choices)
        hint = f', did you mean "{nearest}"?' if nearest else ""
        return self.fail(f'"{word}" is not one of {", ".join(self.choices)}{hint}', param, ctx)


def _set_color(ctx: click.Context, param: click.Parameter, value: str) -> None:
    del param
    ctx.find_object(Console).color = value  # type: ignore[union-attr]  # main always sets it


def _set_debug(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001 (click's signature)
    del param
    ctx.find_object(Console).debug = value  # type: ignore[union-attr]  # main always sets it


def output_options(command: Command) -> Command:
    """Add --color and --debug, which every command has."""
    color = click.option(
        "--color",
        type=Word(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        is_eager=True,
        expose_value=False,
        callback=_set_color,
        help="Colour; auto: on a terminal, unless NO_COLOR is set.",
    )
    debug = click.option(
        "--debug",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_set_debug,
        help="Show where in bpogov something failed.",
    )
    return color(debug(command))


def policy_options(command: Command) -> Command:
    """Add --config and --policies, which say what rules apply."""
    config = click.option(
        "--config", type=FileName(), metavar="FILE", help="The configuration; default: bpogov.yaml here or above."
    )
    policies = click.option(
        "--policies",
        type=FolderName(),
        metavar="FOLDER",
        help="The folder of the packs of the organisation; default: policies/.",
    )
    return config(policies(command))


def cache_option(command: Command) -> Command:
    """Add --no-cache, as `cache`: the folder where compiled policies are kept, or None."""
    return click.option(
        "--no-cache", "cache", is_flag=True, callback=_cache, help="Compile every rule again, and keep nothing."
    )(command)


def _cache(ctx: click.Context, param: click.Parameter, value: bool) -> str | None:  # noqa: FBT001 (click's signature)
    """The user's own folder for what can be made again (XDG Base Directory Specification), if it has a place."""
    del ctx, param
    above = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(above, "bpogov") if os.path.isabs(above) and not value else None


def format_option(command: Command) -> Command:
    """Add --format text|json."""
    return click.option(
        "--format",
        "format_name",
        type=Word(["text", "json"]),
        default="text",
        show_default=True,
        help="How to show the result.",
    )(command)


def words(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Give the words of an option that may be repeated and may hold several words with commas between them."""
    del ctx, param
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())

"""Read a plain command line without click, which takes longer to import than Python takes to start.

Whatever is not plain is left to click, so that its messages, its help and its exit codes are the only ones.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bpogov.cli.console import Console
from bpogov.cli.option import Option


def read(arguments: Sequence[str], options: Sequence[Option], console: Console) -> dict[str, Any] | None:
    """Give the values of `options` by their keys, and under `paths` what is no option; None for what is not plain.

    Plain are options by their full names, each with what it takes (`--name value`, `--name=value`), paths, `-`, and
    `--` before further paths. The console is told only where everything is plain.
    """
    given = _given(arguments, {name: option for option in options for name in option.names})
    if given is None:
        return None
    asked = {"paths": given.pop("paths", ())}
    told = []
    for option in options:
        value = given.get(option.key, option.absent)
        if option.kind == "word" and value is not None and value not in option.choices:
            return None
        try:
            meant = option.meaning(value) if option.meaning else value
        except ValueError:
            return None
        if option.tells:
            told.append((option.tells, meant))
        else:
            asked[option.key] = meant
    for tell, meant in told:
        tell(console, meant)
    return asked


def _given(arguments: Sequence[str], named: Mapping[str, Option]) -> dict[str, Any] | None:
    """What was given for each option, by its key, and the paths; None where an argument is not understood."""
    given: dict[str, Any] = {}
    paths: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            paths.extend(rest)
        elif argument == "-" or not argument.startswith("-"):
            paths.append(argument)
        else:
            name, equals, value = argument.partition("=")
            option = named.get(name)
            if option is None or (equals and (option.flag or not name.startswith("--"))):
                return None
            if option.flag:
                given[option.key] = True
                continue
            taken = value if equals else next(rest, None)
            if taken is None:
                return None
            given[option.key] = (*given.get(option.key, ()), taken) if option.repeated else taken
    return given | {"paths": tuple(paths)}

"""The reference of the calculations that rules may call."""

import inspect
import re
from itertools import groupby

from bpogov.functions.catalogue import catalogue
from bpogov.functions.declare import Function
from tools.pages import markdown


def page() -> str:
    """Give the page, made of the declarations and docstrings of the functions."""
    found = sorted(catalogue().values(), key=lambda function: (_theme(function), function.name))
    parts = [
        markdown.GENERATED,
        "# Functions for rules",
        (
            "What the expression language cannot calculate, every rule can call. `bpogov explain dates.add` prints "
            "the same as this page. Texts with a meaning (`date`, `duration`, `every`, `cadence`, `time`) are checked "
            "when a rule is loaded; `number` is a decimal, `count` a whole number, `flag` true or false."
        ),
    ]
    for theme, functions in groupby(found, key=_theme):
        parts.append(f"## {theme}")
        for function in functions:
            parts += [f"### `{function.name}`", markdown.fence(_signature(function), "text"), _documentation(function)]
    return markdown.join(parts)


def _theme(function: Function) -> str:
    theme, _, rest = function.name.partition(".")
    return theme if rest else "everywhere"


def _signature(function: Function) -> str:
    parameters = ", ".join(f"{name}: {kind}" for name, kind in function.parameters)
    return f"{function.name}({parameters}) -> {function.returns}"


def _documentation(function: Function) -> str:
    text = inspect.cleandoc(function.documentation)
    return re.sub(r"(?m)^( {4}.*)$", r"\1", text)

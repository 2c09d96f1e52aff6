"""How a calculation declares itself to the policy language."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

Kind = Literal[
    "text", "number", "count", "flag", "date", "time", "duration", "every", "cadence", "timezone", "list", "map", "any"
]
"""What a parameter or result is, in the words of the rule language.

`number` is a decimal, `count` a whole number; `duration`, `every`, `cadence`, `date` and `time` are texts with a
meaning that the loader checks; `list` and `map` are parts of an engagement or lists made in the rule; `any` takes
everything.
"""


class Function(Struct, frozen=True):
    """A calculation that rules may call: its CEL name, its typed parameters in order, its result, and what it reads.

    `reads` lists paths below each argument that the calculation looks at (for example `[*].cadence`), so that a value
    marked `unknown` elsewhere does not leave a rule unchecked; empty means that it may look at everything.
    `unknown_matters` is false where a value marked `unknown` can change nothing in the result, because the calculation
    looks for what is written and an open question is nothing of the kind. `module` is the one that declares it.
    """

    name: str
    parameters: tuple[tuple[str, Kind], ...]
    returns: Kind
    calculate: Callable[..., Any]
    reads: tuple[str, ...] = ()
    unknown_matters: bool = True
    module: str = ""

    @property
    def documentation(self) -> str:
        """The docstring of the calculation: meaning, units, errors and source."""
        from inspect import cleandoc  # imported here: only an explanation needs it

        return cleandoc(self.calculate.__doc__ or "")


def function(
    name: str,
    /,
    *,
    returns: Kind,
    reads: tuple[str, ...] = (),
    unknown_matters: bool = True,
    **parameters: Kind,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare a calculation under its CEL `name`; parameters are given in the order of the Python function.

    The declaration is kept on the function itself as `__declaration__`, where `functions.catalogue` finds it, so that
    adding a calculation means writing one function and nothing else.
    """

    def declare(calculate: Callable[..., Any]) -> Callable[..., Any]:
        module = calculate.__module__.rpartition(".")[2]
        declaration = Function(name, tuple(parameters.items()), returns, calculate, reads, unknown_matters, module)
        calculate.__declaration__ = declaration  # type: ignore[attr-defined]  # functions have no declared attributes
        return calculate

    return declare

"""The CEL environments: one that checks expressions against the engagement's shape, one that runs them.

The only module that opens environments. Both know the same names and functions; the checking one has the engagement as
a typed message, the running one as plain maps, because that is what the facts are.
"""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from bpogov.engine import reference
from bpogov.engine.calls import Calls, guarded
from bpogov.engine.later import Later
from bpogov.engine.runnable import Runnable
from bpogov.engine.slim import slim
from bpogov.functions.catalogue import catalogue
from bpogov.functions.declare import Function, Kind


def runtime_folders() -> tuple[str, ...]:
    """The folders that hold the modules of the runtime: whoever keeps programs has to know when it is another one."""
    import cel_expr_python

    return tuple(cel_expr_python.__path__)


def runtime_version() -> str:
    """The release of the runtime, from the name of the folder that describes it; empty where there is none."""
    names = os.listdir(os.path.dirname(runtime_folders()[0]))
    return min(
        (name for name in names if name.startswith("cel_expr_python-") and name.endswith(".dist-info")), default=""
    )


def checking_environment(pool: Any, variables: Mapping[str, Any]) -> Any:
    """An environment that knows the type of every field; `variables` are name → CEL type."""
    from cel_expr_python import cel

    return cel.NewEnv(
        descriptor_pool=pool,
        variables=dict(variables),
        extensions=_extensions(),
        functions=_declared(catalogue().values(), _CHECKED, Calls()),
    )


class Running(Struct, frozen=True):
    """An environment that evaluates facts, with the calls that its programs make to calculations.

    `variables` are the names, and `functions` the calculations, that its programs may use.
    `given` holds what the next evaluation looks at: an item, and a violation where its message is made. Programs ask
    for it by a call, because an activation of its own for each item would convert the whole engagement once more. The
    environment of the runtime is only opened when it is needed: that takes a sixth of a short check.
    """

    variables: tuple[str, ...]
    functions: tuple[Function, ...]
    calls: Calls
    given: dict[str, Any]
    opened: Later

    def compile(self, text: str) -> Runnable:
        """A program that can be evaluated. Raises RuntimeError where the runtime refuses the text."""
        return self.stored(slim(self.opened().compile(text).serialize()))

    def stored(self, serialized: bytes) -> Runnable:
        """A program that was compiled before, in an environment with the same names and functions."""
        return Runnable(self.opened, serialized)

    def activation(self, data: Mapping[str, Any]) -> Any:
        """What programs are evaluated on: a value for each of the variables that they read."""
        return self.opened().Activation(data)


def running_environment(variables: Iterable[str], functions: Iterable[Function] | None = None) -> Running:
    """An environment that evaluates facts; `variables` are all names that an activation may hold.

    `functions` are those that its programs use, where that is known; without it, there are all.
    """
    variables = tuple(variables)
    functions = tuple(catalogue().values() if functions is None else functions)
    calls = Calls()
    given: dict[str, Any] = dict.fromkeys((THIS_ITEM, THIS_VIOLATION))

    def opened() -> Any:
        from cel_expr_python import cel

        types: dict[str, Any] = dict.fromkeys([*variables, reference.NAME, reference.SECTIONS], cel.Type.DYN)
        known = [*_declared(functions, _RUNTIME, calls), *(_asking(name, given) for name in given)]
        return cel.NewEnv(variables=types, extensions=_extensions(), functions=known)

    return Running(variables, functions, calls, given, Later(opened))


def given_text(name: str) -> str:
    """The text of the call that gives what an evaluation looks at; its argument keeps the runtime from folding it."""
    return f"{name}({reference.NAME})"


def _asking(name: str, given: dict[str, Any]) -> Any:
    """The declaration of that call; no expression of an author can make it."""
    from cel_expr_python import cel

    def ask(_reference: Any) -> Any:
        return given[name]

    return cel.FunctionDecl(name, [cel.Overload(f"{name}_map", cel.Type.DYN, [cel.Type.MAP], impl=ask)])


def parameters_of(rule: str) -> str:
    """The variable that holds the parameters of a rule; inside the rule it is called `params`."""
    return f"params__{rule}"


@cache
def _extensions() -> list[Any]:
    from cel_expr_python.ext import ext_bindings, ext_math, ext_optional, ext_strings

    return [ext_bindings.ExtBindings(), ext_optional.ExtOptional(), ext_strings.ExtStrings(), ext_math.ExtMath()]


def _declared(functions: Iterable[Function], options: Mapping[Kind, tuple[str, ...]], calls: Calls) -> list[Any]:
    return [_declare(function, options, calls) for function in functions]


def _declare(function: Function, options: Mapping[Kind, tuple[str, ...]], calls: Calls) -> Any:
    """A CEL declaration with one overload per combination of runtime types that the parameters can have."""
    from cel_expr_python import cel

    combinations: list[tuple[str, ...]] = [()]
    for _, kind in function.parameters:
        combinations = [(*before, name) for before in combinations for name in options.get(kind, ("STRING",))]
    returns = getattr(cel.Type, _RETURNS.get(function.returns, "STRING"))
    if function.returns == "list":
        returns = cel.Type.List(cel.Type.DYN)
    if function.returns == "map":
        returns = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
    parts = any(kind in _PARTS for _, kind in function.parameters)
    calculate = calls.remembered(function.name, function.calculate) if parts else guarded(function.calculate)
    return cel.FunctionDecl(
        function.name,
        [
            cel.Overload(
                f"{function.name}({','.join(names)})".lower().replace(".", "_"),
                returns,
                [getattr(cel.Type, name) for name in names],
                impl=calculate,
            )
            for names in combinations
        ],
    )


THIS_ITEM = "_item"
THIS_VIOLATION = "_violation"

_PARTS = frozenset[Kind]({"list", "map", "any"})
"""What makes a calculation worth remembering: two words are compared in less time than they are looked up."""

_CHECKED: Mapping[Kind, tuple[str, ...]] = {
    "number": ("DOUBLE", "INT"),
    "count": ("INT",),
    "flag": ("BOOL",),
    "list": ("DYN",),
    "map": ("DYN",),
    "any": ("DYN",),
}
_RUNTIME: Mapping[Kind, tuple[str, ...]] = {
    "number": ("DOUBLE", "INT"),
    "count": ("INT",),
    "flag": ("BOOL",),
    "list": ("LIST",),
    "map": ("MAP",),
    "any": ("MAP", "LIST", "STRING", "DOUBLE", "INT", "BOOL", "NULL"),
}
_RETURNS: Mapping[Kind, str] = {
    "number": "DOUBLE",
    "count": "INT",
    "flag": "BOOL",
    "any": "DYN",
}

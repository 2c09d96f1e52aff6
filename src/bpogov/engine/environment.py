"""The CEL environments: one that checks expressions against the engagement's shape, one that runs them.

The only module that opens environments. Both know the same names and functions; the checking one has the engagement as
a typed message, the running one as plain maps, because that is what the facts are.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from bpogov.functions.catalogue import catalogue
from bpogov.functions.declare import Function, Kind


def checking_environment(pool: Any, variables: Mapping[str, Any]) -> Any:
    """An environment that knows the type of every field; `variables` are name → CEL type."""
    from cel_expr_python import cel

    return cel.NewEnv(
        descriptor_pool=pool, variables=dict(variables), extensions=_extensions(), functions=_declared(checking=True)
    )


def running_environment(variables: Iterable[str]) -> Any:
    """An environment that evaluates facts; `variables` are all names that an activation may hold."""
    from cel_expr_python import cel

    types: dict[str, Any] = dict.fromkeys(variables, cel.Type.DYN)
    return cel.NewEnv(variables=types, extensions=_extensions(), functions=_declared(checking=False))


def parameters_of(rule: str) -> str:
    """The variable that holds the parameters of a rule; inside the rule it is called `params`."""
    return f"params__{rule}"


@cache
def _extensions() -> list[Any]:
    from cel_expr_python.ext import ext_bindings, ext_math, ext_optional, ext_strings

    return [ext_bindings.ExtBindings(), ext_optional.ExtOptional(), ext_strings.ExtStrings(), ext_math.ExtMath()]


@cache
def _declared(*, checking: bool) -> list[Any]:
    return [_declare(function, checking=checking) for function in catalogue().values()]


def _declare(function: Function, *, checking: bool) -> Any:
    """A CEL declaration with one overload per combination of runtime types that the parameters can have."""
    from cel_expr_python import cel

    options = _CHECKED if checking else _RUNTIME
    combinations: list[tuple[str, ...]] = [()]
    for _, kind in function.parameters:
        combinations = [(*before, name) for before in combinations for name in options.get(kind, ("STRING",))]
    returns = getattr(cel.Type, _RETURNS.get(function.returns, "STRING"))
    if function.returns == "list":
        returns = cel.Type.List(cel.Type.DYN)
    if function.returns == "map":
        returns = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
    calculate = _guarded(function.calculate)
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


def _guarded(calculate: Callable[..., Any]) -> Callable[..., Any]:
    """Turn whatever a calculation raises into a ValueError, which the runtime makes an error value: never a pass."""

    def call(*arguments: Any) -> Any:
        try:
            return calculate(*arguments)
        except ValueError:
            raise
        except Exception as defect:
            raise ValueError(f"defect in the calculation: {type(defect).__name__}: {defect}") from defect

    return call


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

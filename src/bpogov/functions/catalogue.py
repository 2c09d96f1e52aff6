"""All calculations that rules may call."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType, ModuleType
from typing import Any

from bpogov import functions
from bpogov.functions.declare import Function


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Function]:
    """Give every calculation by its name in the policy language, in alphabetical order.

    Found by walking this folder: adding a calculation means writing one function and nothing else.
    """
    files = (name for folder in functions.__path__ for name in os.listdir(folder))
    names = sorted(file[:-3] for file in files if file.endswith(".py") and file != "__init__.py")
    return MappingProxyType(declared(map(_module, names)))


class Imported:
    """A calculation by its name and by the module of this folder that declares it, which the first call imports.

    A run needs few of them, and where its rules were compiled before, their names and types are known already.
    """

    __slots__ = ("_calculate", "_module", "_name")

    def __init__(self, name: str, module: str) -> None:
        self._name = name
        self._module = module
        self._calculate: Callable[..., Any] | None = None

    def __call__(self, *arguments: Any) -> Any:
        """The result of the calculation. Raises LookupError or ImportError where there is no such calculation."""
        if self._calculate is None:
            self._calculate = _within(self._module)[self._name].calculate
        return self._calculate(*arguments)


def declared(modules: Iterable[ModuleType]) -> dict[str, Function]:
    """Give the calculations that the modules declare, by name. Raises TypeError where two share a name."""
    found: dict[str, Function] = {}
    for module in modules:
        for value in vars(module).values():
            declaration = getattr(value, "__declaration__", None)
            if not isinstance(declaration, Function) or value.__module__ != module.__name__:
                continue
            if declaration.name in found:
                raise TypeError(f"Two calculations are called {declaration.name}")
            found[declaration.name] = declaration
    return dict(sorted(found.items()))


@cache
def _within(module: str) -> dict[str, Function]:
    return declared([_module(module)])


def _module(name: str) -> ModuleType:
    from importlib import import_module  # imported here: it is only needed where a calculation is

    return import_module(f"{functions.__name__}.{name}")

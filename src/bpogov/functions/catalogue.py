"""All calculations that rules may call."""

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType, ModuleType

from bpogov import functions
from bpogov.functions.declare import Function


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Function]:
    """Give every calculation by its name in the policy language, in alphabetical order.

    Found by walking this folder: adding a calculation means writing one function and nothing else.
    """
    import importlib

    files = (name for folder in functions.__path__ for name in os.listdir(folder))
    names = sorted(file[:-3] for file in files if file.endswith(".py") and file != "__init__.py")
    modules = (importlib.import_module(f"{functions.__name__}.{name}") for name in names)
    return MappingProxyType(declared(modules))


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

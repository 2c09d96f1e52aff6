"""Paths to what a calculation found, in the notation that rules give to findings."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bpogov.core.location import Path
from bpogov.source.notation import Key, Steps, write


def path_text(path: Path, data: Any) -> str:
    """Write a place in `data` as text: `$.slas[0].goal`.

    A list item goes by its position; from the end (`[-1]`) where the position could be taken for what identifies
    another item, such as the level of an escalation.
    """
    return Paths(data).text(path)


@lru_cache(maxsize=1024)
def _known(name: str) -> str:
    """Write the step to a field as `_key` does; nearly all fields have one of a few hundred names."""
    return _key(name)


def _key(name: str) -> str:
    return write(Steps("$", (Key(name),)))[1:]


_LONGEST_KNOWN = 40
"""In characters; no field that the definition of an engagement has is called anything longer."""


class Paths:
    """Writes many places in the same data: what identifies the items of a list is looked up once per list."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._names: dict[Path, frozenset[str]] = {}

    def text(self, path: Path) -> str:
        """Write a place as `path_text` does."""
        written = "$"
        here = self._data
        for depth, step in enumerate(path):
            if isinstance(step, int):
                named = str(step) in self._names_in(path[:depth], here)
                written += f"[{step - len(here) if named else step}]"
            else:
                written += _known(step) if len(step) <= _LONGEST_KNOWN else _key(step)
            here = here[step]
        return written

    def _names_in(self, path: Path, items: list[Any]) -> frozenset[str]:
        """Everything in the fields of the items that could read like a position."""
        if path not in self._names:
            values = (value for item in items if isinstance(item, Mapping) for value in item.values())
            self._names[path] = frozenset(str(value) for value in values if type(value) in (int, str))
        return self._names[path]

"""Paths to what a calculation found, in the notation that rules give to findings."""

from collections.abc import Mapping
from typing import Any

from bpogov.core.location import Path
from bpogov.source.notation import Index, Key, Steps, write


def path_text(path: Path, data: Any) -> str:
    """Write a place in `data` as text: `$.slas[0].goal`.

    A list item goes by its position; from the end (`[-1]`) where the position could be taken for what identifies
    another item, such as the level of an escalation.
    """
    return Paths(data).text(path)


class Paths:
    """Writes many places in the same data: what identifies the items of a list is looked up once per list."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._names: dict[Path, frozenset[str]] = {}

    def text(self, path: Path) -> str:
        """Write a place as `path_text` does."""
        steps: list[Key | Index] = []
        here = self._data
        for depth, step in enumerate(path):
            if isinstance(step, int):
                named = str(step) in self._names_in(path[:depth], here)
                steps.append(Index(step - len(here) if named else step))
            else:
                steps.append(Key(step))
            here = here[step]
        return write(Steps("$", tuple(steps)))

    def _names_in(self, path: Path, items: list[Any]) -> frozenset[str]:
        """Everything in the fields of the items that could read like a position."""
        if path not in self._names:
            values = (value for item in items if isinstance(item, Mapping) for value in item.values())
            self._names[path] = frozenset(str(value) for value in values if type(value) in (int, str))
        return self._names[path]

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
    steps: list[Key | Index] = []
    here = data
    for step in path:
        if isinstance(step, int):
            steps.append(Index(step - len(here) if _is_named(step, here) else step))
        else:
            steps.append(Key(step))
        here = here[step]
    return write(Steps("$", tuple(steps)))


def _is_named(position: int, items: list[Any]) -> bool:
    """Whether some item of a list has a field whose value reads like the position."""
    alike = {str(position), position}
    values = (value for item in items if isinstance(item, Mapping) for value in item.values())
    return any(value in alike for value in values if type(value) in (int, str))

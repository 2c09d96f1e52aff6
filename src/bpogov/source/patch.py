"""JSON Patch (RFC 6902) on plain data: how examples and fixes say what changes."""

from collections.abc import Mapping, Sequence
from typing import Any

from bpogov.source.data import Data, copied


class PatchError(ValueError):
    """An edit that cannot be made; `number` is its position in the patch, from 0."""

    def __init__(self, number: int, message: str) -> None:
        super().__init__(message)
        self.number = number


def apply(data: Data, patch: Sequence[Mapping[str, Any]]) -> Data:
    """Give `data` with all edits made, in order; `data` itself stays as it is. Raises PatchError.

    Knows `add`, `replace`, `remove` and `move` with JSON Pointers (RFC 6901).
    """
    root: dict[str, Any] = {"": copied(data)}
    for number, edit in enumerate(patch):
        try:
            _apply_one(root, edit)
        except (KeyError, IndexError, ValueError, TypeError) as error:
            where = edit.get("path", "no path")
            raise PatchError(
                number, f'The edit "{edit.get("op", "without op")}" at "{where}" cannot be made: {error}'
            ) from error
    return root[""]  # type: ignore[no-any-return]  # the root holds data


def _apply_one(root: dict[str, Any], edit: Mapping[str, Any]) -> None:
    op, steps = edit["op"], _steps(edit["path"])
    holder = _walk(root, steps[:-1])
    match op:
        case "add":
            _add(holder, steps[-1], copied(edit["value"]))
        case "replace":
            _take(holder, steps[-1])
            _add(holder, steps[-1], copied(edit["value"]))
        case "remove":
            _take(holder, steps[-1])
        case "move":
            source = _steps(edit["from"])
            value = _take(_walk(root, source[:-1]), source[-1])
            _add(_walk(root, steps[:-1]), steps[-1], value)
        case _:
            raise ValueError(f'"{op}" is none of add, replace, remove and move')


def _steps(pointer: str) -> list[str]:
    """The steps of a JSON Pointer; the first one is the root itself."""
    if pointer and not pointer.startswith("/"):
        raise ValueError(f'a pointer starts with /, but this is "{pointer}"')
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")]


def _walk(here: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        here = here[_index(here, step)]
    return here


def _index(holder: Any, step: str) -> Any:
    if isinstance(holder, list):
        if not step.isdecimal() or int(step) >= len(holder):
            raise ValueError(f'there is no entry "{step}" in a list of {len(holder)}')
        return int(step)
    if not isinstance(holder, dict) or step not in holder:
        raise ValueError(f'there is no "{step}"')
    return step


def _add(holder: Any, step: str, value: Any) -> None:
    if isinstance(holder, list):
        position = len(holder) if step == "-" else int(step)
        if position > len(holder):
            raise ValueError(f'there is no place "{step}" in a list of {len(holder)}')
        holder.insert(position, value)
    elif isinstance(holder, dict):
        holder[step] = value
    else:
        raise ValueError(f'"{step}" lies inside a single value')  # noqa: TRY004 (a wrong edit, not a wrong argument)


def _take(holder: Any, step: str) -> Any:
    return holder.pop(_index(holder, step))

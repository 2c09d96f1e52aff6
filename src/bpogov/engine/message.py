"""Messages with holes: `A bad month costs {{ worst }} percent`."""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

_HOLE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


class Hole(Struct, frozen=True):
    """An expression inside a message: its text, and where it starts in the message."""

    text: str
    start: int


def holes(template: str) -> tuple[Hole, ...]:
    """The holes of a message, in order."""
    found = []
    for match in _HOLE.finditer(template):
        inner = match.group(1)
        found.append(Hole(inner.strip(), match.start(1) + len(inner) - len(inner.lstrip())))
    return tuple(found)


def unclosed(template: str) -> int | None:
    """Where a hole starts that is never closed, or None."""
    rest = _HOLE.sub(lambda match: " " * len(match.group(0)), template)
    place = rest.find("{{")
    return place if place >= 0 else None


def fill(template: str, values: Callable[[int], str]) -> str:
    """Put values into the holes; `values` gives the text for the hole with a number."""
    numbers = iter(range(len(_HOLE.findall(template))))
    return _HOLE.sub(lambda _: values(next(numbers)), template)


def shown(value: Any) -> str:
    """A value as people write it: whole decimals without `.0`, lists with commas, no quotes."""
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            return number(value)
        case list():
            return ", ".join(shown(item) for item in value)
        case dict():
            return ", ".join(
                f"{key}: {shown(value[key])}" for key in sorted(value, key=str)
            )  # the runtime has no order
        case None:
            return "nothing"
        case _:
            return str(value)


def number(value: float) -> str:
    """A decimal as people write it, with at most six places behind the point: 6.0 is 6, 0.1 + 0.2 is 0.3."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if abs(value) < _LARGE else repr(value)


_LARGE = 1e15

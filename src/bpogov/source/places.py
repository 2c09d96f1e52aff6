"""Where the parts of a file stand: a tree beside the data, in character indexes."""

import re
from typing import TypeAlias

Leaf: TypeAlias = tuple[int, int]
"""Start and end of a text, number, flag or empty place."""


class Branch:
    """Where a group of fields (`names`) or a list (`items`) stands; `flow` is the style with brackets."""

    __slots__ = ("end", "flow", "items", "names", "start")

    def __init__(self, start: int, *, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.names: dict[str, Named] = {}
        self.items: list[Place] = []


class Alias:
    """Where a part is repeated by its alias: the alias itself, and the part it stands for."""

    __slots__ = ("end", "start", "target")

    def __init__(self, start: int, end: int, target: "Leaf | Branch") -> None:
        self.start = start
        self.end = end
        self.target = target


Place: TypeAlias = Leaf | Branch | Alias

Named: TypeAlias = tuple[Leaf, Place]
"""The place of a key, and that of its value."""


def child(place: Place, step: str | int) -> Place | None:
    """Give the place one `step` further in, seen through an alias, or None where there is none."""
    if isinstance(place, Alias):
        place = place.target
    if not isinstance(place, Branch):
        return None
    if isinstance(step, str):
        named = place.names.get(step)
        return named[1] if named else None
    return place.items[step] if 0 <= step < len(place.items) else None


def bounds(place: Place) -> tuple[int, int]:
    """Give start and end of `place`, without the blanks, line ends and comments behind it."""
    return place if isinstance(place, tuple) else (place.start, place.end)


def behind_colon(text: str, key_end: int, start: int) -> int | None:
    """Give where an empty value stands: right behind the colon of the key that ends at `key_end`.

    `start` is where the parser noticed that there is no value. None where the key has no colon.
    """
    if text.startswith(":", key_end):
        return key_end + 1
    colon = re.compile(r"(?:[ \t\r\n]++(?:#[^\r\n]*+)?)*+:").match(text, key_end)
    return colon.end() if colon and colon.end() <= start else None

"""The parts of a file that are being read."""

from typing import Any

from bpogov.source.data import Data
from bpogov.source.places import Branch, Leaf, Place

DROPPED = "\0dropped"
"""Stands for a key that cannot be used: its value is read, but goes nowhere. Compare with `is`."""

MERGE = "\0merge"
"""Stands for the merge key `<<`. Compare with `is`."""


class Frame:
    """A group of fields (`named`) or a list that is being read.

    `key` is the name of the field whose value comes next, at `key_place`; `last` is the place of the latest value;
    `merges` are the groups whose fields are taken over, None where there is no merge key; `as_key` says that the part
    stands where the name of a field is expected; `values` is how many values were read up to and with this one.
    """

    __slots__ = ("anchored", "as_key", "data", "key", "key_place", "last", "merges", "named", "place", "values")

    def __init__(self, place: Branch, *, named: bool, values: int) -> None:
        self.place = place
        self.named = named
        self.data: Any = {} if named else []
        self.key: str | None = None
        self.key_place: Leaf = (0, 0)
        self.last: Place = (place.start, place.start)
        self.merges: list[tuple[dict[str, Data], Branch]] | None = None
        self.anchored: Anchored | None = None
        self.as_key = False
        self.values = values

    @property
    def step(self) -> str | int | None:
        """The step of a path to the value that comes next; None where its key is not usable."""
        if not self.named:
            return len(self.data)
        return None if self.key is DROPPED or self.key is MERGE else self.key


class Anchored:
    """A part with an anchor; `values` and `height` say how large it is, once it is complete."""

    __slots__ = ("complete", "data", "height", "place", "values")

    def __init__(self, data: Any, place: Leaf | Branch, *, complete: bool) -> None:
        self.data = data
        self.place = place
        self.values = 1
        self.height = 0
        self.complete = complete

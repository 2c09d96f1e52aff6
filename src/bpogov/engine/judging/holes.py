"""The parts of an engagement that cannot be judged: values marked `unknown`, and parts that are broken."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct, field

from bpogov.core.location import Path, Step
from bpogov.engine.reads import EACH, ITEM, Read
from bpogov.model.engagement import Engagement


class Hole(Struct, frozen=True):
    """A place that is not in the facts although the author wrote something there, and why."""

    path: Path
    why: str
    unknown: bool = False


class _Place(Struct):
    """A step on the way to holes: the numbers of those that lie right here, of those here or below, and the next steps.

    Each is the lowest number of a hole, once of all holes and once of those that are not `unknown`.
    """

    here: dict[bool, int] = field(default_factory=dict)
    below: dict[bool, int] = field(default_factory=dict)
    steps: dict[Step, "_Place"] = field(default_factory=dict)


class Holes:
    """The holes of an engagement by their place: a hostile file has thousands, and every rule asks for every item."""

    def __init__(self, found: Iterable[Hole]) -> None:
        self._found = tuple(found)
        self._root = _Place()
        self._sections = frozenset(hole.path[:1] for hole in self._found)
        self._known: dict[tuple[Path, bool, bool], int | None] = {}
        for number, hole in enumerate(self._found):
            self._add(number, hole)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._found)

    def _add(self, number: int, hole: Hole) -> None:
        kinds = (True,) if hole.unknown else (True, False)
        place = self._root
        for step in (*hole.path, None):
            for kind in kinds:
                place.below.setdefault(kind, number)
                if step is None:
                    place.here.setdefault(kind, number)
            if step is not None:
                place = place.steps.setdefault(step, _Place())

    def blocking(self, reads: Iterable[Read], item: Path | None = None) -> Hole | None:
        """The first hole that one of the reads looks at; `item` is the item that the rule is looking at.

        A read looks at a hole where the hole is the place that is read, lies above it, or is an entry of the list that
        is read: then it changes how many there are. A deep read also looks at every hole further below.
        """
        if not self._found:
            return None
        numbers = (self._first(_placed(read.path, item), read.deep, read.unknown_matters) for read in reads)
        return self._hole(number for number in numbers if number is not None)

    def spare(self, reads: frozenset[Read]) -> bool:
        """Whether none of the reads looks at any hole, whatever the item; nearly all files have no hole at all."""
        if not self._found:
            return True
        looked_at = sections(reads)
        apart = () not in looked_at and () not in self._sections and self._sections.isdisjoint(looked_at)
        return apart or self.blocking(reads) is None

    def covering(self, path: Path) -> Hole | None:
        """The first hole that lies at a path, above it, or below it."""
        return self._hole(_looked_at(self._root, path, deep=True, kind=True))

    def _first(self, pattern: Path, deep: bool, kind: bool) -> int | None:  # noqa: FBT001 (the key of what is known)
        key = (pattern, deep, kind)
        if key not in self._known:
            self._known[key] = min(_looked_at(self._root, pattern, deep=deep, kind=kind), default=None)
        return self._known[key]

    def _hole(self, numbers: Iterable[int]) -> Hole | None:
        first = min(numbers, default=None)
        return None if first is None else self._found[first]


@lru_cache(maxsize=4096)
def sections(reads: frozenset[Read]) -> frozenset[Path]:
    """The paths of the sections of the engagement that are read; the empty path for all of it."""
    return frozenset(read.path[:1] for read in reads)


def holes(engagement: Engagement) -> Holes:
    """All holes of an engagement."""
    return Holes(
        (
            *(Hole(path, "is marked as unknown", unknown=True) for path in engagement.unknown),
            *(Hole(path, "is not readable") for path in engagement.broken),
            *(Hole(path, "is kept in another file, which is not read") for path in engagement.elsewhere),
            *(Hole(path, "depends on a part that is unknown or not readable") for path in engagement.unsettled),
        )
    )


def _looked_at(place: _Place, pattern: Path, *, deep: bool, kind: bool) -> Iterator[int]:
    """The numbers of the holes that a read of the pattern, from a place on, looks at (of several below the first)."""
    if kind not in place.below:
        return
    if not pattern:
        entries = (inner.here for step, inner in place.steps.items() if isinstance(step, int))
        for numbers in (place.below,) if deep else (place.here, *entries):
            yield from (numbers[kind],) if kind in numbers else ()
        return
    yield from (place.here[kind],) if kind in place.here else ()
    step, *rest = pattern
    nexts = place.steps.values() if step == EACH else (place.steps[step],) if step in place.steps else ()
    for inner in nexts:
        yield from _looked_at(inner, tuple(rest), deep=deep, kind=kind)


def _placed(pattern: Path, item: Path | None) -> Path:
    """A pattern with the item put in: everything up to the marker is the item's own path."""
    if item is None or ITEM not in pattern:
        return tuple(EACH if step == ITEM else step for step in pattern)
    return (*item, *pattern[pattern.index(ITEM) + 1 :])

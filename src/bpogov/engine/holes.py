"""The parts of an engagement that cannot be judged: values marked `unknown`, and parts that are broken."""

from collections.abc import Iterable
from dataclasses import dataclass

from bpogov.core.location import Path
from bpogov.engine.value import EACH, ITEM, Read
from bpogov.model.engagement import Engagement


@dataclass(frozen=True, slots=True)
class Hole:
    """A place that is not in the facts although the author wrote something there, and why."""

    path: Path
    why: str
    unknown: bool = False


def holes(engagement: Engagement) -> tuple[Hole, ...]:
    """All holes of an engagement."""
    return (
        *(Hole(path, "is marked as unknown", unknown=True) for path in engagement.unknown),
        *(Hole(path, "is not readable") for path in engagement.broken),
        *(Hole(path, "is kept in another file, which is not read") for path in engagement.elsewhere),
        *(Hole(path, "depends on a part that is unknown or not readable") for path in engagement.unsettled),
    )


def blocking(found: Iterable[Hole], reads: Iterable[Read], item: Path | None = None) -> Hole | None:
    """The first hole that one of the reads looks at; `item` is the item that the rule is looking at."""
    reads = tuple(reads)
    return next((hole for hole in found if any(_looks_at(read, hole, item) for read in reads)), None)


def covers(path: Path, found: Iterable[Hole]) -> Hole | None:
    """The first hole that lies at a path, above it, or below it."""
    return next(
        (hole for hole in found if all(one == other for one, other in zip(hole.path, path, strict=False))), None
    )


def _looks_at(read: Read, hole: Hole, item: Path | None) -> bool:
    """Whether a read looks at a hole.

    It does where the hole is the place that is read, lies above it, or is an entry of the list that is read: then it
    changes how many there are. A deep read also looks at every hole further below.
    """
    if hole.unknown and not read.unknown_matters:
        return False
    pattern, path = _placed(read.path, item), hole.path
    shared = min(len(pattern), len(path))
    if any(one not in (other, EACH) for one, other in zip(pattern[:shared], path[:shared], strict=True)):
        return False
    entry = len(path) == len(pattern) + 1 and isinstance(path[-1], int)
    return len(path) <= len(pattern) or entry or read.deep


def _placed(pattern: Path, item: Path | None) -> Path:
    """A pattern with the item put in: everything up to the marker is the item's own path."""
    if item is None or ITEM not in pattern:
        return tuple(EACH if step == ITEM else step for step in pattern)
    return (*item, *pattern[pattern.index(ITEM) + 1 :])

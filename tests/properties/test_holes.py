"""The quick look for what cannot be judged gives what the definition gives, one hole after the other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.location import Path
from bpogov.engine.judging.holes import Hole, Holes
from bpogov.engine.reads import EACH, ITEM, Read

STEPS = st.sampled_from(["a", "b", 0, 1])
PATHS = st.lists(STEPS, max_size=4).map(tuple)
HOLES = st.lists(st.builds(Hole, PATHS, st.text("xy", max_size=2), st.booleans()), max_size=6)
PATTERNS = st.lists(st.sampled_from(["a", "b", 0, 1, EACH, ITEM]), max_size=4).map(tuple)
READS = st.lists(st.builds(Read, PATTERNS, st.booleans(), st.booleans()), max_size=3)


def looks_at(read: Read, hole: Hole, item: Path | None) -> bool:
    """Whether a read looks at a hole: at it, below it, at the list that it is an entry of, or deep above it."""
    pattern = tuple(EACH if step == ITEM else step for step in read.path)
    if item is not None and ITEM in read.path:
        pattern = (*item, *read.path[read.path.index(ITEM) + 1 :])
    if hole.unknown and not read.unknown_matters:
        return False
    if any(one not in (other, EACH) for one, other in zip(pattern, hole.path, strict=False)):
        return False
    entry = len(hole.path) == len(pattern) + 1 and isinstance(hole.path[-1], int)
    return len(hole.path) <= len(pattern) or entry or read.deep


@settings(max_examples=100, deadline=None)
@given(HOLES, READS, st.none() | PATHS)
def test_blocking_is_the_first_hole_that_a_read_looks_at(
    found: list[Hole], reads: list[Read], item: Path | None
) -> None:
    """Of several holes the first in the order of the engagement is the reason, and none is missed."""
    expected = next((hole for hole in found if any(looks_at(read, hole, item) for read in reads)), None)
    assert Holes(found).blocking(reads, item) == expected


@settings(max_examples=100, deadline=None)
@given(HOLES, PATHS)
def test_covering_is_the_first_hole_at_above_or_below(found: list[Hole], path: Path) -> None:
    """A place is covered by a hole on the way to it, and by one further inside."""
    covers = (hole for hole in found if all(one == two for one, two in zip(hole.path, path, strict=False)))
    assert Holes(found).covering(path) == next(covers, None)

"""The parts of an engagement that cannot be judged, and what looks at them."""

import pytest

from bpogov.engine.judging.holes import Hole, Holes, holes
from bpogov.engine.reads import EACH, ITEM, Read
from tests.engine.bench import engagement

UNKNOWN = Hole(("slas", 1, "target"), "is marked as unknown", unknown=True)
BROKEN = Hole(("slas", 1, "unit"), "is not readable")
ENTRY = Hole(("goals", 0), "is not readable")


@pytest.mark.parametrize(
    ("path", "deep", "found"),
    [
        (("slas", EACH, "target"), False, UNKNOWN),
        (("slas", 1, "target"), False, UNKNOWN),
        (("slas", 0, "target"), False, None),
        (("slas", ITEM, "target"), False, UNKNOWN),
        (("slas", EACH, "target", "inside"), False, UNKNOWN),
        (("slas", EACH, "id"), True, None),
        (("slas",), False, None),
        (("slas",), True, UNKNOWN),
        ((), True, UNKNOWN),
        ((), False, None),
        (("slas", EACH, "unit"), True, BROKEN),
        (("goals",), False, ENTRY),
        (("goals", EACH, "id"), False, ENTRY),
        (("risks",), True, None),
    ],
)
def test_what_a_read_looks_at(path: tuple[str | int, ...], deep: bool, found: Hole | None) -> None:
    """A read looks at its place, at what lies above it and at entries of its list; a deep one at all below it too."""
    places = Holes([UNKNOWN, BROKEN, ENTRY])
    assert places.blocking([Read(("title",), deep=True), Read(path, deep)]) == found
    assert places.blocking([Read(path, deep)]) == found
    assert places.spare(frozenset([Read(path, deep)])) is (found is None)


def test_a_hole_that_is_everything() -> None:
    """A file that is no engagement at all leaves nothing to read; one without holes leaves all of it."""
    somewhere = frozenset([Read(("goals",), deep=False)])
    assert not Holes([Hole((), "is not readable")]).spare(somewhere)
    assert Holes([]).spare(somewhere)


def test_items() -> None:
    """A read of the item looks only at the item that the rule is looking at."""
    places = Holes([UNKNOWN])
    read = Read(("slas", ITEM, "target"), deep=False)
    assert places.blocking([read], ("slas", 1)) == UNKNOWN
    assert places.blocking([read], ("slas", 0)) is None


def test_reads_to_which_unknown_values_do_not_matter() -> None:
    """Such a read passes over open questions, but not over broken parts."""
    read = Read(("slas",), deep=True, unknown_matters=False)
    assert Holes([UNKNOWN]).blocking([read]) is None
    assert Holes([UNKNOWN, BROKEN]).blocking([read]) == BROKEN


def test_covering() -> None:
    """A place is covered by what lies at it, above it or below it."""
    places = Holes([UNKNOWN, ENTRY])
    assert [
        places.covering(path) for path in (("slas",), ("slas", 1, "target", "x"), ("goals", 0, "id"), ("goals", 1))
    ] == [
        UNKNOWN,
        UNKNOWN,
        ENTRY,
        None,
    ]
    assert Holes([]).blocking([Read((), deep=True)]) is None


def test_why() -> None:
    """Each hole says why nothing stands there."""
    found = holes(engagement(last_reviewed="unknown", risks=5, tier="unknown", contacts_ref="people.yaml"))
    said = {path: hole.why for path in (("last_reviewed",), ("risks",)) if (hole := found.covering(path))}
    assert said == {("last_reviewed",): "is marked as unknown", ("risks",): "is not readable"}


def test_whether_there_are_any() -> None:
    """No holes count as nothing, so that whoever asks for each item can leave it."""
    assert not Holes([])
    assert Holes([UNKNOWN])

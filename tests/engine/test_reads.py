"""Places that a program reads."""

from bpogov.engine.reads import EACH, ITEM, Read


def test_reads_are_told_apart() -> None:
    """By their place, and by what about it matters; any item is not the item that is looked at."""
    assert Read(("goals", EACH), deep=True) == Read(("goals", EACH), deep=True)
    different = {Read(("goals", EACH), deep=True), Read(("goals", ITEM), deep=True), Read(("goals", EACH), deep=False)}
    assert len({*different, Read(("goals", EACH), deep=True, unknown_matters=False)}) == 4

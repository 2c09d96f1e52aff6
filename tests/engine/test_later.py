"""What is made when somebody asks for it."""

from itertools import count

from bpogov.engine.later import Later


def test_later() -> None:
    """It is made once, and not before."""
    numbers = count()
    later = Later(lambda: next(numbers))
    assert next(numbers) == 0
    assert (later(), later(), next(numbers)) == (1, 1, 2)

"""A program that is made when it is asked for."""

import pytest

from bpogov.engine.environment import running_environment


def test_a_stored_program_gives_what_it_gave_before() -> None:
    """In another environment with the same names, also the second time; its bytes stay."""
    first, other = running_environment(["a"]), running_environment(["a"])
    program = first.compile("a + 1.0")
    stored = other.stored(program.serialized)
    for number in (1.5, 2.5):
        assert stored.eval(other.activation({"a": number})).plain_value() == number + 1
    assert stored.serialized == program.serialized


def test_bytes_that_are_no_program() -> None:
    """The runtime refuses them when they are asked for."""
    with pytest.raises(RuntimeError):
        running_environment(["a"]).stored(b"no program").eval(None)

"""Programs without what only a compiler needs."""

import pytest

from bpogov.engine.compiling import syntax
from bpogov.engine.environment import running_environment
from bpogov.engine.slim import slim

ENVIRONMENT = running_environment(["a"])


@pytest.mark.parametrize(
    "text", ["1", "a", "size(a) > 1 && a.exists(x, x == 'é😀')", " + ".join(f"'{'x' * n}'" for n in range(0, 300, 50))]
)
def test_the_tree_stays(text: str) -> None:
    """What is evaluated is the same; the places in the text are gone, and slim programs cannot be made slimmer."""
    whole = ENVIRONMENT.opened().compile(text).serialize()
    small = slim(whole)
    assert syntax.read(small).root == syntax.read(whole).root
    assert (syntax.read(small).positions, slim(small)) == ({}, small)
    assert syntax.read(whole).positions


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("size([a, 1]) > 1 && [a].exists(x, text.same(x, 'B'))", True),
        ("type(timestamp('2026-11-21T00:00:00Z')) == google.protobuf.Timestamp", True),
        ("google.protobuf.NullValue.NULL_VALUE + 7", 7),
        ("cel.bind(x, [a], x.map(y, y + 'c')[?0].orValue('')).upperAscii()", "BC"),
    ],
)
def test_names_mean_the_same(text: str, value: object) -> None:
    """Variables, functions of all kinds, types and constants give what they give in the whole program."""
    activation = ENVIRONMENT.activation({"a": "b"})
    whole = ENVIRONMENT.opened().compile(text)
    small = ENVIRONMENT.stored(slim(whole.serialize()))
    assert (small.eval(activation).plain_value(), whole.eval(activation).plain_value()) == (value, value)

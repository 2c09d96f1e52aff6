"""Messages with holes, and values as people write them."""

import pytest

from bpogov.engine.message import fill, holes, number, shown, unclosed


def test_holes() -> None:
    """Each hole knows its text and where it starts, also over lines."""
    template = "A {{ one }} and {{\n  two\n}}"
    assert [(hole.text, template[hole.start :][:3]) for hole in holes(template)] == [("one", "one"), ("two", "two")]
    assert fill(template, lambda place: f"<{place}>") == "A <0> and <1>"


def test_unclosed_holes() -> None:
    """The start of a hole that is never closed, or nothing."""
    assert unclosed("a {{ b }} {{ c") == 10
    assert unclosed("a {{ b }} } { c") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (6.0, "6"),
        (0.1 + 0.2, "0.3"),
        (1e20, "1e+20"),
        (3, "3"),
        ("a", "a"),
        ([1.0, "b", []], "1, b, "),
        ({"a": 1.5, "b": [True]}, "a: 1.5, b: true"),
        ({"b": 1, "a": {"d": 2, "c": 3}}, "a: c: 3, d: 2, b: 1"),
        (None, "nothing"),
    ],
)
def test_values(value: object, text: str) -> None:
    """Values as people write them: no brackets, no quotes, no needless zeros."""
    assert shown(value) == text


def test_numbers() -> None:
    """A decimal has at most six places behind the point."""
    assert (number(2.5), number(-0.00000049), number(1e15)) == ("2.5", "-0", "1000000000000000.0")

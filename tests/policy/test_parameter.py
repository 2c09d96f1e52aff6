"""Parameters of rules."""

from typing import Any

import pytest
from pydantic import ValidationError

from bpogov.policy.parameter import Parameter


def _parameter(**keys: Any) -> Parameter:
    return Parameter.model_validate({"description": "d", **keys})


@pytest.mark.parametrize(
    ("keys", "value", "complaint"),
    [
        ({"type": "number", "default": 1}, "x", 'expected a number, but found "x"'),
        ({"type": "number", "default": 1}, True, "expected a number, but found true"),
        ({"type": "number", "default": 1}, 2.5, ""),
        ({"type": "number", "default": 1, "minimum": 1, "maximum": 3}, 0.5, "expected at least 1, but found 0.5"),
        ({"type": "number", "default": 1, "minimum": 1, "maximum": 3}, 4, "expected at most 3, but found 4"),
        ({"type": "number", "default": 1, "minimum": 1, "maximum": 3}, 3, ""),
        ({"type": "integer", "default": 1}, 1.5, "expected a whole number, but found 1.5"),
        ({"type": "integer", "default": 1}, True, "expected a whole number, but found true"),
        ({"type": "string", "default": "a"}, 3, "expected a text, but found 3"),
        ({"type": "string", "default": "a", "choices": ["a", "b"]}, "c", 'expected one of a, b, but found "c"'),
        ({"type": "boolean", "default": True}, "yes", 'expected true or false, but found "yes"'),
        ({"type": "boolean", "default": True}, False, ""),
        ({"type": "duration", "default": "P7D"}, "P14D", ""),
        ({"type": "duration", "default": "P7D"}, 7, "expected a duration such as P14D or 14 days, but found 7"),
        ({"type": "list", "items": "string", "default": []}, "a", 'expected a list, but found "a"'),
        ({"type": "list", "items": "string", "default": []}, ["a", 2], "expected a text, but found 2"),
        ({"type": "list", "items": "string", "default": [], "choices": ["a"]}, ["a", "b"],
         'expected one of a, but found "b"'),
        ({"type": "list", "items": "integer", "default": [], "minimum": 2}, [3, 1], "expected at least 2, but found 1"),
        ({"type": "list", "items": "string", "default": []}, {}, "expected a list, but found a group of fields"),
        ({"type": "list", "items": "string", "default": []}, None, "expected a list, but found nothing"),
        ({"type": "map", "values": "number", "default": {}}, {"a": "b"}, 'expected a number, but found "b"'),
        ({"type": "map", "values": "number", "default": {}}, [1],
         "expected a group of names with values, but found a list"),
        ({"type": "map", "values": "list", "default": {}}, {"a": ["b"]}, ""),
        ({"type": "map", "values": "list", "default": {}}, {"a": ["b", 3]},
         "expected a list of texts, but found a list"),
        ({"type": "map", "values": "list", "default": {}}, {"a": "b"}, 'expected a list of texts, but found "b"'),
    ],
)  # fmt: skip
def test_values_that_do_not_fit_are_told(keys: dict[str, Any], value: object, complaint: str) -> None:
    """What is expected and what was found, as the rest of a sentence; nothing where it fits."""
    assert _parameter(**keys).complaint(value) == complaint


def test_a_duration_has_to_be_one() -> None:
    """The reason is that of the value itself."""
    assert '"soon"' in _parameter(type="duration", default="P7D").complaint("soon")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"type": "number", "default": "x"}, "the default does not fit: expected a number"),
        ({"type": "list", "default": []}, "a list parameter says items: what it holds"),
        ({"type": "map", "default": {}}, "a map parameter says values: what it holds"),
        ({"type": "duration", "default": "soon"}, "the default does not fit"),
    ],
)
def test_a_declaration_has_to_be_sound(keys: dict[str, Any], message: str) -> None:
    """The default fits, and what holds others says what."""
    with pytest.raises(ValidationError, match=message):
        _parameter(**keys)


@pytest.mark.parametrize(
    ("keys", "value", "plain"),
    [
        ({"type": "number", "default": 1}, 3, "3.0"),
        ({"type": "integer", "default": 1}, 3, "3"),
        ({"type": "string", "default": "a"}, "b", "'b'"),
        ({"type": "list", "items": "number", "default": []}, [1, 2], "[1.0, 2.0]"),
        ({"type": "map", "values": "number", "default": {}}, {"a": 1}, "{'a': 1.0}"),
        ({"type": "map", "values": "list", "default": {}}, {"a": ["b"]}, "{'a': ['b']}"),
    ],
)
def test_rules_see_numbers_as_decimals(keys: dict[str, Any], value: object, plain: str) -> None:
    """Numbers become decimals wherever they stand, whole numbers and texts stay."""
    assert repr(_parameter(**keys).facts.plain(value)) == plain

"""The schema kind of check, in our words."""

from typing import Any

import pytest

from bpogov.engine.schemacheck import SchemaError, compile_schema


@pytest.mark.parametrize(
    ("schema", "path", "message"),
    [
        ({"properties": {"a": {"pattern": "x"}}}, ("properties", "a", "pattern"), "use matches() in a CEL expression"),
        ({"patternProperties": {"a": {}}}, ("patternProperties",), "use a CEL expression"),
        ({"allOf": [{"$dynamicRef": "#x"}]}, ("allOf", 0, "$dynamicRef"), "use $ref"),
        ({"$id": "x"}, ("$id",), "a reference starts with #"),
        ({"$ref": "https://example.org/x"}, ("$ref",), "lies outside the rule"),
        ({"$ref": "other.json#/a"}, ("$ref",), "lies outside the rule"),
        ({"$ref": "#/$defs/x"}, (), "leads nowhere"),
        ({"$ref": "#anchor"}, (), "leads nowhere"),
        ({"$ref": "#"}, (), "leads back to itself"),
        ({"$ref": "#/$defs/a", "$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}}, (), "leads back to itself"),
        ({"type": "strin"}, ("type",), "this is not JSON Schema"),
        ({"minimum": "x"}, ("minimum",), "this is not JSON Schema"),
    ],
)
def test_what_is_refused(schema: dict[str, Any], path: tuple[str | int, ...], message: str) -> None:
    """Patterns, references to elsewhere and what is no JSON Schema are refused at their place."""
    with pytest.raises(SchemaError) as caught:
        compile_schema(schema)
    assert caught.value.path == path
    assert message in str(caught.value)


def test_schemas_without_end() -> None:
    """References that multiply are refused before they cost minutes."""
    parts: dict[str, Any] = {"d0": {"const": 1}}
    parts |= {f"d{n}": {"allOf": [{"$ref": f"#/$defs/d{n - 1}"}] * 10} for n in range(1, 7)}
    with pytest.raises(SchemaError, match="more than 10,000 parts"):
        compile_schema({"$ref": "#/$defs/d6", "$defs": parts})


@pytest.mark.parametrize(
    ("schema", "value", "path", "sentence"),
    [
        ({"required": ["b", "a"]}, {"b": 1}, ("a",), '"a" is not filled in'),
        ({"type": "string"}, 5, (), "this part has to be a text, but it is 5"),
        ({"type": ["array", "object"]}, 5.0, (), "this part has to be a list or a group of fields, but it is 5"),
        ({"properties": {"a": {"type": "number"}}}, {"a": "x"}, ("a",), '"a" has to be a number, but it is "x"'),
        (
            {"properties": {"a": {"type": "integer"}}},
            {"a": []},
            ("a",),
            '"a" has to be a whole number, but it is a list',
        ),
        ({"items": {"type": "boolean"}}, [{}], (0,), "this part has to be true or false, but it is a group of fields"),
        ({"type": "null"}, True, (), "this part has to be null, but it is true"),
        ({"enum": ["a", 2]}, "b", (), 'this part has to be one of a, 2, but it is "b"'),
        ({"const": 2}, 3, (), "this part has to be 2, but it is 3"),
        ({"minimum": 2.5}, 1.0, (), "this part has to be at least 2.5, but it is 1"),
        ({"maximum": 2}, 3, (), "this part has to be at most 2, but it is 3"),
        ({"exclusiveMinimum": 2}, 2, (), "this part has to be more than 2, but it is 2"),
        ({"exclusiveMaximum": 2}, 2, (), "this part has to be less than 2, but it is 2"),
        ({"minLength": 2}, "a", (), "this part has to have 2 or more characters, but it has 1"),
        ({"maxLength": 2}, "abc", (), "this part has to have 2 or fewer characters, but it has 3"),
        ({"properties": {"a": {"minItems": 1}}}, {"a": []}, ("a",), '"a" has to have 1 or more entries, but it has 0'),
        ({"maxItems": 1}, [1, 2], (), "this part has to have 1 or fewer entries, but it has 2"),
        ({"not": {}}, 1, (), "this part does not have the form that the rule asks for"),
    ],
)
def test_sentences(schema: dict[str, Any], value: Any, path: tuple[str | int, ...], sentence: str) -> None:
    """Each keyword has a sentence of ours, and a place below the value."""
    assert list(compile_schema(schema).violations(value)) == [(path, sentence)]


def test_references_inside_the_rule() -> None:
    """A reference inside the rule works, also with a name that has to be escaped; names of fields are no keywords."""
    schema = {
        "$defs": {"a/b~c": {"minimum": 2}, "pattern": {"const": 1}},
        "properties": {
            "pattern": {"$ref": "#/$defs/a~1b~0c"},
            "other": {"$ref": "#/$defs/a~1b~0c"},
            "$ref": {"const": "x"},
        },
    }
    found = list(compile_schema(schema).violations({"pattern": 1, "other": 1}))
    assert [path for path, _ in found] == [("other",), ("pattern",)]


def test_several_fields_that_are_missing() -> None:
    """Each missing field is told at its own place."""
    found = list(compile_schema({"required": ["b", "a"]}).violations({}))
    assert found == [(("a",), '"a" is not filled in'), (("b",), '"b" is not filled in')]

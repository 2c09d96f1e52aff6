"""The `schema` kind of check: JSON Schema 2020-12 on a part of the engagement, with our own wording.

The only module that knows `jsonschema`. Patterns are refused, because Python's regular expressions can be made to run
forever; `matches()` in CEL runs on RE2. References may only point inside the rule.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from msgspec import Struct

from bpogov.core.location import Path
from bpogov.engine.message import shown


class SchemaError(Exception):
    """A schema in a rule that is not JSON Schema, or that uses what is not allowed; `path` is the place in it."""

    def __init__(self, message: str, path: Path = ()) -> None:
        super().__init__(message)
        self.path = path


class Shape(Struct, frozen=True, dict=True):
    """A schema that is sound; what checks by it is made when something is checked."""

    schema: dict[str, Any]

    @cached_property
    def _validator(self) -> Any:
        import jsonschema

        return jsonschema.Draft202012Validator(self.schema)

    def violations(self, value: Any) -> Iterator[tuple[Path, str]]:
        """What does not fit: the place below the value, and a sentence in our words."""
        for error in sorted(
            self._validator.iter_errors(value), key=lambda error: (list(map(str, error.absolute_path)), error.message)
        ):
            yield from _worded(error)


def compile_schema(schema: dict[str, Any]) -> Shape:
    """Check a schema. Raises SchemaError."""
    import jsonschema

    for path, keyword, value in _keywords(schema, ()):
        if keyword in _REFUSED:
            raise SchemaError(f'"{keyword}" is not allowed in a rule: {_REFUSED[keyword]}', path)
        if keyword == "$ref" and not str(value).startswith("#"):
            raise SchemaError(f'"{value}" lies outside the rule: a reference starts with #', path)
    _size(schema, schema, (), {})
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        raise SchemaError(f"this is not JSON Schema: {error.message}", tuple(error.absolute_path)) from error
    return Shape(schema)


_REFUSED = {
    "pattern": "use matches() in a CEL expression",
    "patternProperties": "use a CEL expression",
    "$dynamicRef": "use $ref",
    "$id": "a reference starts with #",
}
_NAMES = frozenset({"properties", "$defs", "dependentSchemas"})
_MOST_PARTS = 10_000
_MOST_REFERENCES = 20


def _keywords(schema: Any, path: Path, *, names: bool = False) -> Iterator[tuple[Path, str, Any]]:
    """Every keyword with its place and value; below `properties` and the like stand `names`, which mean nothing."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if not names:
                yield (*path, key), key, value
            yield from _keywords(value, (*path, key), names=not names and key in _NAMES)
    elif isinstance(schema, list):
        for number, value in enumerate(schema):
            yield from _keywords(value, (*path, number))


def _size(part: Any, schema: Any, followed: tuple[str, ...], known: dict[str, int]) -> int:
    """How many parts a schema has with its references written out; `known` holds those of references counted before.

    Raises SchemaError where that has no end, or is so much that checking would take minutes.
    """
    if not isinstance(part, dict | list):
        return 1
    inner = part.values() if isinstance(part, dict) else part
    size = 1 + sum(_size(value, schema, followed, known) for value in inner)
    reference = part.get("$ref") if isinstance(part, dict) else None
    if isinstance(reference, str):
        if reference in followed or len(followed) == _MOST_REFERENCES:
            message = f'"{reference}" leads back to itself, or on to more than {_MOST_REFERENCES} other references'
            raise SchemaError(message)
        if reference not in known:
            known[reference] = _size(_target(reference, schema), schema, (*followed, reference), known)
        size += known[reference]
    if size > _MOST_PARTS:
        raise SchemaError(f"with its references written out, the schema has more than {_MOST_PARTS:,} parts")
    return size


def _target(reference: str, schema: Any) -> Any:
    """The part that a reference inside the rule names."""
    part = schema if reference == "#" or reference.startswith("#/") else None
    for step in reference.removeprefix("#").split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if not isinstance(part, dict) or key not in part:
            part = None
            break
        part = part[key]
    if part is None:
        raise SchemaError(f'"{reference}" leads nowhere: write for example #/$defs/hours')
    return part


def _worded(error: Any) -> Iterator[tuple[Path, str]]:
    path: Path = tuple(error.absolute_path)
    if error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance and repr(key) in error.message:
                yield (*path, key), f'"{key}" is not filled in'
        return
    name = next((f'"{step}"' for step in reversed(path) if isinstance(step, str)), "this part")
    sentence = _SENTENCES.get(error.validator, "{name} does not have the form that the rule asks for")
    yield (
        path,
        sentence.format(
            name=name,
            limit=_limit(error.validator, error.validator_value),
            value=_value(error.validator, error.instance),
        ),
    )


_SENTENCES = {
    "type": "{name} has to be {limit}, but it is {value}",
    "enum": "{name} has to be one of {limit}, but it is {value}",
    "const": "{name} has to be {limit}, but it is {value}",
    "minimum": "{name} has to be at least {limit}, but it is {value}",
    "maximum": "{name} has to be at most {limit}, but it is {value}",
    "exclusiveMinimum": "{name} has to be more than {limit}, but it is {value}",
    "exclusiveMaximum": "{name} has to be less than {limit}, but it is {value}",
    "minLength": "{name} has to have {limit} or more characters, but it has {value}",
    "maxLength": "{name} has to have {limit} or fewer characters, but it has {value}",
    "minItems": "{name} has to have {limit} or more entries, but it has {value}",
    "maxItems": "{name} has to have {limit} or fewer entries, but it has {value}",
}
_COUNTED = frozenset({"minLength", "maxLength", "minItems", "maxItems"})


def _limit(validator: str, limit: Any) -> str:
    return _kind(limit) if validator == "type" else shown(limit)


def _value(validator: str, value: Any) -> str:
    return str(len(value)) if validator in _COUNTED else _shown(value)


_KINDS = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of fields",
}


def _kind(limit: str | list[str]) -> str:
    kinds = [limit] if isinstance(limit, str) else limit
    return " or ".join(_KINDS.get(kind, kind) for kind in kinds)


def _shown(value: Any) -> str:
    match value:
        case str():
            return f'"{value}"'
        case list():
            return "a list"
        case dict():
            return "a group of fields"
        case _:
            return shown(value)

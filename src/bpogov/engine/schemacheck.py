"""The `schema` kind of check: JSON Schema 2020-12 on a part of the engagement, with our own wording.

The only module that knows `jsonschema`. Patterns are refused, because Python's regular expressions can be made to run
forever; `matches()` in CEL runs on RE2. References may only point inside the rule.
"""

from collections.abc import Iterator
from typing import Any

from bpogov.core.location import Path
from bpogov.engine.message import shown


class SchemaError(Exception):
    """A schema in a rule that is not JSON Schema, or that uses what is not allowed; `path` is the place in it."""

    def __init__(self, message: str, path: Path = ()) -> None:
        super().__init__(message)
        self.path = path


def compile_schema(schema: dict[str, Any]) -> Any:
    """Check a schema and give its validator. Raises SchemaError."""
    import jsonschema

    for path, keyword, value in _keywords(schema, ()):
        if keyword in _REFUSED:
            raise SchemaError(f'"{keyword}" is not allowed in a rule: {_REFUSED[keyword]}', path)
        if keyword == "$ref" and not str(value).startswith("#"):
            raise SchemaError(f'"{value}" lies outside the rule: a reference starts with #', path)
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        raise SchemaError(f"this is not JSON Schema: {error.message}", tuple(error.absolute_path)) from error
    return jsonschema.Draft202012Validator(schema)


def violations(validator: Any, value: Any) -> Iterator[tuple[Path, str]]:
    """What does not fit: the place below the value, and a sentence in our words."""
    for error in sorted(validator.iter_errors(value), key=lambda error: (list(map(str, error.absolute_path)), error.message)):
        yield from _worded(error)


_REFUSED = {
    "pattern": "use matches() in a CEL expression",
    "patternProperties": "use a CEL expression",
    "$dynamicRef": "use $ref",
}


def _keywords(schema: Any, path: Path) -> Iterator[tuple[Path, str, Any]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if path[-1:] not in (("properties",), ("$defs",)):
                yield (*path, key), key, value
            yield from _keywords(value, (*path, key))
    elif isinstance(schema, list):
        for number, value in enumerate(schema):
            yield from _keywords(value, (*path, number))


def _worded(error: Any) -> Iterator[tuple[Path, str]]:
    path: Path = tuple(error.absolute_path)
    name = next((f'"{step}"' for step in reversed(path) if isinstance(step, str)), "this part")
    value, limit = error.instance, error.validator_value
    match error.validator:
        case "required":
            for key in limit:
                if key not in value and f"'{key}'" in error.message:
                    yield (*path, key), f'"{key}" is not filled in'
        case "type":
            yield path, f"{name} has to be {_kind(limit)}, but it is {_shown(value)}"
        case "enum":
            yield path, f"{name} has to be one of {', '.join(map(shown, limit))}, but it is {_shown(value)}"
        case "const":
            yield path, f"{name} has to be {_shown(limit)}, but it is {_shown(value)}"
        case "minimum":
            yield path, f"{name} has to be at least {shown(limit)}, but it is {_shown(value)}"
        case "maximum":
            yield path, f"{name} has to be at most {shown(limit)}, but it is {_shown(value)}"
        case "exclusiveMinimum":
            yield path, f"{name} has to be more than {shown(limit)}, but it is {_shown(value)}"
        case "exclusiveMaximum":
            yield path, f"{name} has to be less than {shown(limit)}, but it is {_shown(value)}"
        case "minLength":
            yield path, f"{name} has to have at least {limit} characters, but it has {len(value)}"
        case "maxLength":
            yield path, f"{name} has to have at most {limit} characters, but it has {len(value)}"
        case "minItems":
            yield path, f"{name} has to have at least {limit} entries, but it has {len(value)}"
        case "maxItems":
            yield path, f"{name} has to have at most {limit} entries, but it has {len(value)}"
        case _:
            yield path, f"{name} does not have the form that the rule asks for"


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

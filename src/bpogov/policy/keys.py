"""What a form knows at a place of a file: the keys, and the value that a key is to have."""

from typing import Any

from pydantic import BaseModel

from bpogov.core.location import Path

_Node = dict[str, Any]


def known_keys(form: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that the form has at a place, in alphabetical order."""
    return tuple(sorted({key for node in _at(form, path) for key in node.get("properties", {})}))


def expected_value(form: type[BaseModel], path: Path) -> str:
    """What to write at a place: the only word, the words to choose from, or what the form says of the value."""
    for node in _at(form, path):
        if "const" in node:
            return str(node["const"])
        if "enum" in node:
            return f"one of {', '.join(node['enum'])}"
    described = [node["properties"].get(path[-1], {}) for node in _at(form, path[:-1]) if "properties" in node]
    text = next((one["description"] for one in described if "description" in one), "")
    return text[:1].lower() + text[1:]


def _at(form: type[BaseModel], path: Path) -> list[_Node]:
    schema = form.model_json_schema()
    here = [schema]
    for step in path:
        here = [inner for node in here for inner in _inside(node, step, schema.get("$defs", {}))]
    return here


def _inside(node: _Node, step: str | int, definitions: _Node) -> list[_Node]:
    """The forms of what lies one step below: an entry of a list, the field of a name, or any name of a map."""
    if isinstance(step, int):
        return _branches(node.get("items", {}), definitions)
    if step in node.get("properties", {}):
        return _branches(node["properties"][step], definitions)
    maps = [*node.get("patternProperties", {}).values(), node.get("additionalProperties")]
    return [branch for inner in maps if isinstance(inner, dict) for branch in _branches(inner, definitions)]


def _branches(node: _Node, definitions: _Node) -> list[_Node]:
    if "$ref" in node:
        return _branches(definitions[node["$ref"].rsplit("/", 1)[-1]], definitions)
    parts = [*node.get("anyOf", []), *node.get("oneOf", [])]
    return [branch for part in parts for branch in _branches(part, definitions)] or [node]

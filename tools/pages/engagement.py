"""The reference of the engagement file, from the JSON Schema that editors use."""

from collections.abc import Iterator
from typing import Any

from bpogov.model.schema import json_schema

from tools.pages import markdown

Node = dict[str, Any]


def page() -> str:
    """Give the page: one section of the file after the other, each field with its kind and meaning."""
    schema = json_schema()
    parts = [
        markdown.GENERATED,
        "# The engagement file",
        (
            "One file, one engagement. `bpogov schema engagement` prints the same for editors (JSON Schema 2020-12), "
            "and `bpogov explain '$.goals[*].target'` explains one field. Any value but ids, `status` and "
            "`apiVersion` may be `unknown`; keys that start with `x-` are yours."
        ),
        "`[]` stands for each item of a list, `.*` for a name that you choose.",
    ]
    properties: Node = schema["properties"]
    required = set(schema.get("required", ()))
    scalars = {name: node for name, node in properties.items() if not list(_fields(node, "", schema))}
    parts += [
        "## At the top",
        _table([row for name, node in scalars.items() for row in _rows(name, node, required, schema)]),
    ]
    for name, node in properties.items():
        if name not in scalars:
            parts += [f"## {name}", _meaning(node, schema), _table(list(_fields(node, name, schema)))]
    return markdown.join(parts)


def _table(rows: list[tuple[str, ...]]) -> str:
    return markdown.table(("field", "kind", "must be there", "meaning"), rows) if rows else ""


def _rows(path: str, node: Node, required: set[str], schema: Node) -> Iterator[tuple[str, ...]]:
    must = "yes" if path.rpartition(".")[2] in required else ""
    yield f"`{path}`", _kind(node, schema), must, _meaning(node, schema)
    yield from _fields(node, path, schema)


def _fields(node: Node, path: str, schema: Node, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every field below a node, depth first; `above` holds the definitions on the way, against circles."""
    reference = node.get("$ref", "")
    if reference in above:
        return
    here = _resolve(node, schema)
    way = (*above, reference) if reference else above
    for branch in (*here.get("anyOf", ()), *here.get("oneOf", ()), *here.get("allOf", ())):
        yield from _fields(branch, path, schema, way)
    if "items" in here:
        yield from _fields(here["items"], f"{path}[]", schema, way)
    if isinstance(here.get("additionalProperties"), dict):
        yield from _fields(here["additionalProperties"], f"{path}.*", schema, way)
    required = set(here.get("required", ()))
    for name, inner in here.get("properties", {}).items():
        where = f"{path}.{name}" if path else name
        must = "yes" if name in required else ""
        yield f"`{where}`", _kind(inner, schema), must, _meaning(inner, schema)
        yield from _fields(inner, where, schema, way)


def _resolve(node: Node, schema: Node) -> Node:
    while "$ref" in node:
        found = schema
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        node = {**found, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


_KINDS = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "true or false",
    "object": "fields",
}


def _kind(node: Node, schema: Node) -> str:
    here = _resolve(node, schema)
    branches = [*here.get("anyOf", ()), *here.get("oneOf", ())]
    if branches:
        kinds = dict.fromkeys(kind for branch in branches if (kind := _kind(branch, schema)) and kind != "`unknown`")
        return " or ".join(kinds)
    if "const" in here:
        return f"`{here['const']}`"
    if "enum" in here:
        return ", ".join(f"`{word}`" for word in here["enum"])
    if here.get("type") == "array":
        return f"list of {_kind(here['items'], schema)}" if "items" in here else "list"
    if isinstance(here.get("type"), list):
        return " or ".join(_KINDS.get(kind, kind) for kind in here["type"])
    return _KINDS.get(here.get("type", ""), "")


def _meaning(node: Node, schema: Node) -> str:
    here = _resolve(node, schema)
    said = str(here.get("description", ""))
    words = [
        f"`{branch['const']}`: {branch['description']}"
        for branch in (*here.get("oneOf", ()), *here.get("anyOf", ()))
        if "const" in branch and branch.get("description")
    ]
    return f"{said} ({'; '.join(words)})" if words else said

"""The reference of the files that people write, from the JSON Schemas that editors use."""
# ruff: noqa: E501 (the documentation has one sentence per line)

import json
from collections.abc import Iterator
from typing import Any

from bpogov.model.schema import json_schema
from bpogov.policy import schema as policy
from bpogov.waiver import schema as waiver
from tools.pages import markdown

Node = dict[str, Any]


ENGAGEMENT = """\
One file, one engagement.
`bpogov schema engagement` prints the same for editors (JSON Schema 2020-12), and `bpogov explain '$.goals[*].target'` explains one field.
Any value but ids, `status` and `apiVersion` may be `unknown`; keys that start with `x-` are yours; an empty value is the same as none."""

CONFIGURATION = """\
An organisation's choices, in `bpogov.yaml`.
It is looked for from the working directory upwards; without it, the pack `bpogov/core` applies as it is.
A value for a rule comes from the rule, then its pack, then a parent configuration (`extends`), then `bpogov.yaml`; in each of them first the plain values, then those of the engagement's tier.
`bpogov explain COM001` shows who set which value.
A `lock` in a parent cannot be undone below.

```yaml
apiVersion: bpogov/v1
kind: Configuration
timezone: Europe/London
packs: [bpogov/core, ./policies/acme]
rules:
  COM001: {parameters: {operational: P14D}}
  STF003: {enabled: false, reason: pay is set by law}
  SCP002: {lock: true}
tiers:
  small: {rules: {OUT001: {parameters: {max: P6M}}}}
```"""

RULE = """\
One file, one rule: what it demands, of whom, from when, why, how to fix it, and the examples that are its tests.
[Your first rule](../start/first-rule.md) builds one; the [functions](functions.md) are what expressions may call.
It has exactly one of three checks: `assert` (must be true), `violations` (a list with one map per finding) and `schema` (JSON Schema)."""

PACK = """\
The manifest of a pack, `pack.yaml`, in the folder that holds its rules.
Its example engagements are what the examples in the rules start from."""


WAIVER = """\
One exception: a finding that a person of the client accepts, for a time.
Waivers lie in files of their own, in the folder `waivers/` beside `bpogov.yaml`, so that other people own them; [exceptions](../guides/exceptions.md) shows how they are made.

```yaml title="waivers/acme-email-scp002.yaml"
apiVersion: bpogov/v1
kind: Waiver
rule: SCP002/kept
engagement: acme-email
at: $.scope.functions[email].classification
value: core
reason: The brand book goes with the work, and the shop team reads every tenth reply
requested_by: Amy Reed
approved_by: {name: Raj Shah, role: executive-sponsor}
from: 2026-11-21
until: 2027-03-31
ticket: GOV-12
measure: A monthly review of fifty replies by the shop team
```

`at` is the path that the finding shows, and covers what lies below it.
`value` is what stood there when the waiver was approved: a text, number or flag as it is written in the engagement; for a list or a group its digest, which the check says; nothing where nothing stood there.
When it is no longer the same, the waiver has ended.
`until` is the last day on which the waiver counts."""

BASELINE = """\
Findings that were known when a check was introduced.
`bpogov baseline` writes this file and shrinks it; [exceptions](../guides/exceptions.md#a-baseline-for-what-is-there-already) shows when to use it."""


def pages() -> dict[str, str]:
    """Give the pages of all kinds of files: name and text."""
    return {
        "engagement.md": _page("The engagement file", ENGAGEMENT, json_schema()),
        "configuration-file.md": _page("The configuration file", CONFIGURATION, policy.json_schema("configuration")),
        "rule-file.md": _page("The rule file", RULE, policy.json_schema("rule")),
        "waiver-file.md": _page("The waiver file", WAIVER, waiver.json_schema("waiver")),
        "baseline-file.md": _page("The baseline file", BASELINE, waiver.json_schema("baseline")),
        "pack-file.md": _page("The pack file", PACK, policy.json_schema("pack")),
    }


def _page(title: str, introduction: str, schema: Node) -> str:
    """One section of a file after the other, each field with its kind and meaning."""
    parts = [
        markdown.GENERATED,
        f"# {title}",
        introduction,
        "`[]` stands for each item of a list, `.*` for a name that you choose.",
    ]
    properties: Node = schema["properties"]
    required = set(schema.get("required", ()))
    scalars = {name: node for name, node in properties.items() if not list(_fields(node, "", schema))}
    parts += [
        "## At the top",
        _table([_row(name, node, schema, must=name in required) for name, node in scalars.items()]),
    ]
    for name, node in properties.items():
        if name not in scalars:
            parts += [f"## {name}", _meaning(node, schema), _table(list(_fields(node, name, schema)))]
    return markdown.join(parts)


def _table(rows: list[tuple[str, ...]]) -> str:
    if not any(row[-1] for row in rows):
        return markdown.table(("field", "kind", "meaning"), [row[:-1] for row in rows]) if rows else ""
    return markdown.table(("field", "kind", "meaning", "example"), rows)


def _row(path: str, node: Node, schema: Node, *, must: bool) -> tuple[str, ...]:
    kind = f"{_kind(node, schema)}, **must be there**" if must else _kind(node, schema)
    return f"`{path}`", kind, _meaning(node, schema), _example(node, schema)


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
    for free in (here.get("additionalProperties"), *here.get("patternProperties", {}).values()):
        if isinstance(free, dict):
            yield from _fields(free, f"{path}.*", schema, way)
    required = set(here.get("required", ()))
    for name, inner in here.get("properties", {}).items():
        where = f"{path}.{name}" if path else name
        yield _row(where, inner, schema, must=name in required)
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
_EVERYWHERE = ("unknown", None)
"""What every field but a few may be; said once at the top of the page."""


def _kind(node: Node, schema: Node) -> str:
    here = _resolve(node, schema)
    branches = [*here.get("anyOf", ()), *here.get("oneOf", ())]
    if branches:
        return " or ".join(dict.fromkeys(kind for branch in branches if (kind := _kind(branch, schema))))
    if "enum" in here or "const" in here:
        words = [word for word in here.get("enum", [here.get("const")]) if word not in _EVERYWHERE]
        return "word" if words and "enumDescriptions" in here else ", ".join(f"`{word}`" for word in words)
    if here.get("type") == "array":
        return f"list of {_kind(here['items'], schema)}".replace("of word", "of words") if "items" in here else "list"
    if isinstance(here.get("type"), list):
        return _KINDS[here["type"][0]]
    return _KINDS.get(here.get("type", ""), "")


def _meaning(node: Node, schema: Node) -> str:
    here = _resolve(node, schema)
    said = str(here.get("description", ""))
    words = list(_words(here, schema))
    return f"{said}. {'; '.join(words)}" if words else said


def _words(node: Node, schema: Node) -> Iterator[str]:
    """The words that a field may be, with what each means."""
    here = _resolve(node, schema)
    words: dict[str, None] = {}
    for branch in (*here.get("anyOf", ()), *([here["items"]] if "items" in here else ())):
        if "properties" not in _resolve(branch, schema):
            words.update(dict.fromkeys(_words(branch, schema)))
    for word, meaning in zip(here.get("enum", ()), here.get("enumDescriptions", ()), strict=False):
        if word not in _EVERYWHERE:
            words[f"`{word}`: {meaning}"] = None
    yield from words


def _example(node: Node, schema: Node) -> str:
    examples = _resolve(node, schema).get("examples", ())
    if not examples or isinstance(examples[0], dict):
        return ""
    return f"`{json.dumps(examples[0], ensure_ascii=False) if not isinstance(examples[0], str) else examples[0]}`"

from typing import Any

import pytest

from bpogov.model.shape import Node, engagement_shape
from bpogov.model.validate import validate
from tests.model.conftest import read


def at(*path: str) -> Node:
    node = engagement_shape()
    for step in path:
        inner = node.item if step == "*" else node.fields[step].node
        assert inner is not None
        node = inner
    return node


@pytest.mark.parametrize(
    ("path", "kind", "meaning"),
    [
        (("status",), "text", "enum"),
        (("goals", "*", "baseline"), "any", ""),
        (("goals", "*", "target"), "number", ""),
        (("slas", "*", "goal"), "text", "id"),
        (("slas", "*", "id"), "text", "id"),
        (("slas", "*", "within"), "text", "duration"),
        (("slas", "*", "target_as_text"), "text", ""),
        (("meetings", "*", "cadence"), "text", "cadence"),
        (("meetings", "*", "level", "*"), "text", "enum"),
        (("meetings", "*", "agenda", "*"), "text", ""),
        (("contract", "termination", "provider_notice"), "any", ""),
        (("contract", "clauses"), "map", ""),
        (("contract", "clauses", "*"), "object", ""),
        (("provider_staff", "headcount"), "count", ""),
        (("parties", "client", "holidays"), "object", ""),
        (("apiVersion",), "text", "enum"),
    ],
)
def test_nodes(path: tuple[str, ...], kind: str, meaning: str) -> None:
    """Each place says what stands there in the long form."""
    node = at(*path)
    assert (node.kind, node.meaning) == (kind, meaning)
    assert node.description


def test_required_after_defaults() -> None:
    """A field that is required or always filled by default counts as required, others do not."""
    function = at("scope", "functions", "*")
    always = {name for name, field in function.fields.items() if field.required}
    assert always == {"id", "name", "customer_facing", "critical_or_important"}
    assert at("slas").identity == "id"
    assert at("status").values == ("draft", "in-review", "signed", "live", "exiting", "ended")
    assert engagement_shape().fields["tier"].required
    assert not engagement_shape().fields["slas"].required


_PLAIN: dict[str, type] = {"text": str, "number": float, "count": int, "flag": bool}


def fits(node: Node, value: Any) -> bool:
    if node.kind in _PLAIN:
        return type(value) is _PLAIN[node.kind] and (not node.values or value in node.values)
    if node.kind == "any":
        return type(value) in {str, float}
    if node.kind == "list":
        return isinstance(value, list) and node.item is not None and all(fits(node.item, item) for item in value)
    if node.kind == "map":
        return node.item is not None and all(fits(node.item, item) for item in value.values())
    there = all(name in value for name, field in node.fields.items() if field.required)
    return there and all(name in node.fields and fits(node.fields[name].node, item) for name, item in value.items())


@pytest.mark.parametrize("name", ["starter.yaml", "northwind.yaml"])
def test_facts_have_the_shape(name: str) -> None:
    """The facts of a file without findings are exactly what the shape says."""
    assert fits(engagement_shape(), validate(read(name)).facts)

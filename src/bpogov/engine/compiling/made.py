"""Values that a rule makes itself: one of several, a list or a map written out, and what is sure to exist in them."""

from collections.abc import Iterable, Sequence

from bpogov.engine.compiling.value import NOTHING, Facts, Value, about_items, below
from bpogov.model.shape import Field, Node


def one_of(values: Sequence[Value], facts: Facts) -> Value:
    """What is known of a value that is one of several: what all of them have in common.

    What is written out in the rule (an empty list, a text) says nothing about the others; where nothing is known of one
    of them, nothing is known of the result. It has a path where only one of them has, or all have the same.
    """
    nodes = [value.node for value in values if value.node is not None]
    if not nodes or any(value.node is None and value.literal is None for value in values):
        return Value()
    open_ = [value for value in values if value.literal is None]
    places = {value.place for value in values}
    paths = {value.path for value in values if value.path is not None}
    return Value(
        merged(nodes),
        places.pop() if len(places) == 1 else "",
        paths.pop() if len(paths) == 1 else None,
        elements=frozenset.intersection(*(value.elements | about_items(value.place, facts) for value in open_)),
        sure=frozenset.intersection(*(_inside(value, facts) for value in open_)),
    )


def list_of(values: Sequence[Value], facts: Facts) -> Value:
    """A list written out in the rule. Its items have a known shape where all of them come from the engagement."""
    if not values:
        return Value(literal=())
    nodes = [value.node for value in values if value.node is not None]
    if len(nodes) < len(values):
        return Value()
    elements = frozenset.intersection(*(_inside(value, facts) for value in values))
    return Value(Node("list", item=merged(nodes)), elements=elements)


def map_of(entries: Iterable[tuple[object, Value, bool]], facts: Facts) -> Value:
    """A map written out in the rule, from keys, values and whether the entry is sure to be there (`?` before it: not).

    Each key is a field of its own, if all of them are texts.
    """
    fields: dict[str, Field] = {}
    sure: set[str] = set()
    for key, value, required in entries:
        if not isinstance(key, str):
            return Value()
        fields[key] = Field(value.node or Node("any"), required)
        sure.update(f".{key}{suffix}" for suffix in _inside(value, facts) if suffix)
    return Value(Node("object", fields), sure=frozenset(sure)) if fields else Value(literal=())


def merged(nodes: Sequence[Node]) -> Node:
    """A shape that fits several: a field is sure to be there only where each of them has it."""
    first = nodes[0]
    if all(node == first for node in nodes):
        return first
    if any(node.kind != first.kind for node in nodes):
        return Node("any")
    if first.kind == "list":
        items = [node.item for node in nodes if node.item is not None]
        return Node("list", item=merged(items) if len(items) == len(nodes) else None)
    names = dict.fromkeys(name for node in nodes for name in node.fields)
    return Node(first.kind, {name: _merged_field(name, nodes) for name in names})


def _merged_field(name: str, nodes: Sequence[Node]) -> Field:
    declared = [node.fields[name] for node in nodes if name in node.fields]
    required = len(declared) == len(nodes) and all(field.required for field in declared)
    return Field(merged([field.node for field in declared]), required)


def _inside(value: Value, facts: Facts) -> Facts:
    """What is sure to exist in a value, as suffixes of its place."""
    return value.sure | (below(value.place, facts) if value.place else NOTHING)

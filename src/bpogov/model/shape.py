"""The shape of an engagement as rules see it: the long form, for checking expressions."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from msgspec import Struct, field

from bpogov.model.form import Form, Slot, engagement_form

NodeKind = Literal["object", "list", "map", "text", "number", "count", "flag", "any"]


class Node(Struct, frozen=True):
    """What stands at one place of the facts.

    `fields` are those of an object, `item` is what a list or map holds; `meaning` says what a text stands for (`date`,
    `duration`, `every`, `cadence`, `time`, `timezone`, `enum`, `id`, another kind of `values.scalars`, or empty);
    `values` are the words of an enum; `identity` is the field by which the objects of a list are told apart.
    `any` is a number or a duration in whose place a word such as `none` may stand.
    """

    kind: NodeKind
    fields: "Mapping[str, Field]" = field(default_factory=dict)
    item: "Node | None" = None
    meaning: str = ""
    values: tuple[str, ...] = ()
    identity: str | None = None
    description: str = ""


class Field(Struct, frozen=True):
    """A field of an object; `required` says that it is always there, be it by default."""

    node: Node
    required: bool


@cache
def engagement_shape() -> Node:
    """Give the shape of the facts of an engagement without structural findings."""
    return _node(engagement_form(), "")


_KINDS: Mapping[str, NodeKind] = {"group": "object", "table": "map"}
_MEANINGS = {"reference": "id", "constant": "enum"}


def _node(form: Form, description: str) -> Node:
    word = form.short is not None and form.short.kind == "word"
    if form.scalar and word:
        return Node("any", description=description)
    closed = tuple(form.words) if form.words and not form.open else ()
    fields = {name: _field(slot) for name, slot in form.fields.items()}
    return Node(
        _KINDS.get(form.kind, form.kind),  # type: ignore[arg-type]  # the other kinds have the same names
        fields=fields,
        item=_node(form.item, form.item.description or description) if form.item else None,
        meaning="" if fields else "enum" if closed else _MEANINGS.get(form.meaning, form.meaning),
        values=closed,
        identity=form.identity or None,
        description=description or form.description,
    )


def _field(slot: Slot) -> Field:
    return Field(_node(slot.form, slot.description), slot.required or slot.filled)

"""The engagement as a type: message descriptors from its shape, so that the CEL checker knows every field.

`cel-expr-python` checks fields of protobuf messages. A descriptor pool made from the shape lets Google's checker find
misspelt fields and wrong types with line and column. Times, durations and cadences stay text here: what may be compared
with what is a matter of `engine.compiling.guards` (ADR 0010).
"""

from collections.abc import Mapping
from typing import Any

from bpogov.model.shape import Field, Node
from bpogov.policy.parameter import Parameter

ENGAGEMENT = "bpogov.Engagement"

_SCALARS = {"text": "STRING", "number": "DOUBLE", "count": "INT64", "flag": "BOOL"}
_PARAMETERS = {"string": "text", "number": "number", "integer": "count", "boolean": "flag", "duration": "text"}


class Descriptors:
    """A descriptor pool with the engagement and the parameters of rules, and the type name of each part of it."""

    def __init__(self, engagement: Node) -> None:
        from google.protobuf import descriptor_pb2, descriptor_pool, struct_pb2

        self.pool = descriptor_pool.DescriptorPool()
        self.pool.AddSerializedFile(struct_pb2.DESCRIPTOR.serialized_pb)
        self._kinds = descriptor_pb2.FieldDescriptorProto
        self._names: dict[int, str] = {}
        self._parameters: dict[str, Node] = {}
        self._file = self._new_file("engagement")
        self._declare(engagement, "Engagement")
        self.pool.Add(self._file)

    def type_name(self, node: Node) -> str:
        """The name of the message that stands for a group of fields."""
        return f"bpogov.{self._names[id(node)]}"

    def parameters(self, rule: str, declared: Mapping[str, Parameter]) -> str:
        """Declare the parameters of a rule as a message, and give its name."""
        fields = {name: Field(node=_parameter_node(parameter), required=True) for name, parameter in declared.items()}
        node = Node(kind="object", fields=fields, item=None, meaning="", values=(), identity=None, description="")
        self._parameters[rule] = node
        self._file = self._new_file(f"parameters/{rule}")
        self._declare(node, f"Parameters{rule}")
        self.pool.Add(self._file)
        return f"bpogov.Parameters{rule}"

    def parameter_node(self, rule: str) -> Node:
        """The shape of the parameters of a rule that was declared."""
        return self._parameters[rule]

    def _new_file(self, name: str) -> Any:
        from google.protobuf import descriptor_pb2

        file = descriptor_pb2.FileDescriptorProto(name=f"bpogov/{name}.proto", package="bpogov", syntax="proto3")
        file.dependency.append("google/protobuf/struct.proto")
        return file

    def _declare(self, node: Node, name: str) -> str:
        known = self._names.get(id(node))
        if known:
            return known
        self._names[id(node)] = name
        message = self._file.message_type.add(name=name)
        for number, (key, field) in enumerate(node.fields.items(), 1):
            self._add(message, key, number, field.node, name)
        return name

    def _add(self, message: Any, key: str, number: int, node: Node, parent: str) -> None:
        field = message.field.add(name=key, number=number, label=self._kinds.LABEL_OPTIONAL)
        inner = node.item if node.kind in ("list", "map") else node
        if node.kind == "map":
            entry = message.nested_type.add(name=f"{_camel(key)}Entry")
            entry.options.map_entry = True
            entry.field.add(name="key", number=1, label=1, type=self._kinds.TYPE_STRING)
            self._type(entry.field.add(name="value", number=2, label=1), inner, f"{parent}_{_camel(key)}")
            field.label, field.type = self._kinds.LABEL_REPEATED, self._kinds.TYPE_MESSAGE
            field.type_name = f".bpogov.{parent}.{entry.name}"
            return
        if node.kind == "list":
            field.label = self._kinds.LABEL_REPEATED
        self._type(field, inner, f"{parent}_{_camel(key)}")

    def _type(self, field: Any, node: Node | None, name: str) -> None:
        """Give a field its type; lists inside lists and mixed values are left open, as CEL's `dyn`."""
        if node is not None and node.kind in _SCALARS:
            field.type = getattr(self._kinds, f"TYPE_{_SCALARS[node.kind]}")
        elif node is not None and node.kind == "object":
            field.type, field.type_name = self._kinds.TYPE_MESSAGE, f".bpogov.{self._declare(node, name)}"
        else:
            field.type, field.type_name = self._kinds.TYPE_MESSAGE, ".google.protobuf.Value"


def _camel(key: str) -> str:
    return "".join(part.capitalize() for part in key.split("_"))


def _parameter_node(parameter: Parameter) -> Node:
    inner = parameter.items or parameter.values
    if inner is None:
        return _leaf(_PARAMETERS[parameter.type], "duration" if parameter.type == "duration" else "")
    item = _leaf("any" if inner == "list" else _PARAMETERS[inner], "duration" if inner == "duration" else "")
    return Node(kind=parameter.type, fields={}, item=item, meaning="", values=(), identity=None, description="")  # type: ignore[arg-type]  # list and map are kinds of both


def _leaf(kind: str, meaning: str) -> Node:
    return Node(kind=kind, fields={}, item=None, meaning=meaning, values=(), identity=None, description="")  # type: ignore[arg-type]  # the words of _PARAMETERS are kinds

"""The syntax tree of an expression, read from what the CEL runtime serialises.

`cel-expr-python` gives no access to the tree, but `Expression.serialize()` writes the public message
`cel.expr.CheckedExpr` (`cel.expr.ParsedExpr` for an unchecked one). Only the parts that the loader needs are declared
here, with the field numbers of the CEL specification (cel-spec, `proto/cel/expr/syntax.proto`).
"""

import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any

from msgspec import Struct


class Tree(Struct, frozen=True):
    """A parsed expression: `root` is a `cel.expr.Expr` message, `positions` gives offsets in code points by node id."""

    root: Any
    positions: dict[int, int]

    def offset(self, node: Any) -> int:
        """Offset of a node in the text of the expression: for an operator, where the operator stands."""
        return self.positions.get(node.id, 0)

    def start(self, node: Any) -> int:
        """Offset of the first character that belongs to a node or to anything below it."""
        return min((self.positions[found.id] for found in below(node) if found.id in self.positions), default=0)


class TooDeepError(ValueError):
    """An expression is nested so deeply that its tree cannot be read (protobuf reads 100 levels)."""


def read(serialized: bytes) -> Tree:
    """Read the tree out of a serialised expression, checked or unchecked. Raises TooDeepError."""
    from google.protobuf import any_pb2
    from google.protobuf import message as protobuf

    envelope = any_pb2.Any.FromString(serialized)
    name = envelope.type_url.rsplit(".", 1)[-1]
    try:
        message = _message_class(name).FromString(envelope.value)
    except protobuf.DecodeError as error:
        raise TooDeepError("the expression is nested too deeply: give parts of it names under let") from error
    return Tree(message.expr, {entry.key: entry.value for entry in message.source_info.positions})


def kind(node: Any) -> str:
    """Which kind of expression a node is: const, ident, select, call, list, struct or comprehension."""
    return (node.WhichOneof("kind") or "const_expr").removesuffix("_expr")


def constant(node: Any) -> Any:
    """The Python value of a literal, or None where the node is no literal (or is the literal null)."""
    if kind(node) != "const":
        return None
    which = node.const_expr.WhichOneof("kind")
    return getattr(node.const_expr, which) if which and which != "null_value" else None


def below(node: Any) -> "list[Any]":
    """A node and all nodes below it, parents first."""
    found = [node]
    for parent in found:
        found.extend(children(parent))
    return found


def children(node: Any) -> "list[Any]":
    """The direct parts of a node, in the order of the text."""
    match kind(node):
        case "select":
            return [node.select_expr.operand]
        case "call":
            call = node.call_expr
            return [*([call.target] if call.HasField("target") else []), *call.args]
        case "list":
            return list(node.list_expr.elements)
        case "struct":
            return [part for entry in node.struct_expr.entries for part in (entry.map_key, entry.value)]
        case "comprehension":
            loop = node.comprehension_expr
            return [loop.iter_range, loop.accu_init, loop.loop_condition, loop.loop_step, loop.result]
        case _:
            return []


def spelled(node: Any, name: Callable[[str], str]) -> str:
    """An expression written out from its tree: equal texts mean equal values. `name` writes the names in it."""
    match kind(node):
        case "const":
            return repr(constant(node))
        case "ident":
            return name(node.ident_expr.name)
        case "select":
            select = node.select_expr
            head = f"{'has ' if select.test_only else ''}{select.field}"
        case "call":
            head = str(node.call_expr.function)
        case "comprehension":
            head = f"{node.comprehension_expr.iter_var} {node.comprehension_expr.accu_var}"
        case other:
            head = other
    return f"{head}({', '.join(spelled(part, name) for part in children(node))})"


def digest(text: str) -> str:
    """A short name for a text, made of letters and digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


_EXPR = "Expr"

# for each message its fields: name, number, type, whether it repeats, and the group of which only one may be set
_FIELDS: dict[str, list[tuple[str, int, str, bool, str]]] = {
    "Constant": [
        ("null_value", 1, "int32", False, "kind"),
        ("bool_value", 2, "bool", False, "kind"),
        ("int64_value", 3, "int64", False, "kind"),
        ("uint64_value", 4, "uint64", False, "kind"),
        ("double_value", 5, "double", False, "kind"),
        ("string_value", 6, "string", False, "kind"),
        ("bytes_value", 7, "bytes", False, "kind"),
    ],
    "Ident": [("name", 1, "string", False, "")],
    "Select": [
        ("operand", 1, _EXPR, False, ""),
        ("field", 2, "string", False, ""),
        ("test_only", 3, "bool", False, ""),
    ],
    "Call": [("target", 1, _EXPR, False, ""), ("function", 2, "string", False, ""), ("args", 3, _EXPR, True, "")],
    "CreateList": [("elements", 1, _EXPR, True, "")],
    "Entry": [
        ("map_key", 3, _EXPR, False, ""),
        ("value", 4, _EXPR, False, ""),
        ("optional_entry", 5, "bool", False, ""),
    ],
    "CreateStruct": [("entries", 2, "Entry", True, "")],
    "Comprehension": [
        ("iter_var", 1, "string", False, ""),
        ("iter_range", 2, _EXPR, False, ""),
        ("accu_var", 3, "string", False, ""),
        ("accu_init", 4, _EXPR, False, ""),
        ("loop_condition", 5, _EXPR, False, ""),
        ("loop_step", 6, _EXPR, False, ""),
        ("result", 7, _EXPR, False, ""),
    ],
    "Expr": [
        ("id", 2, "int64", False, ""),
        ("const_expr", 3, "Constant", False, "kind"),
        ("ident_expr", 4, "Ident", False, "kind"),
        ("select_expr", 5, "Select", False, "kind"),
        ("call_expr", 6, "Call", False, "kind"),
        ("list_expr", 7, "CreateList", False, "kind"),
        ("struct_expr", 8, "CreateStruct", False, "kind"),
        ("comprehension_expr", 9, "Comprehension", False, "kind"),
    ],
    # a map on the wire is a list of such entries
    "Position": [("key", 1, "int64", False, ""), ("value", 2, "int32", False, "")],
    "SourceInfo": [("positions", 4, "Position", True, "")],
    "CheckedExpr": [("expr", 4, _EXPR, False, ""), ("source_info", 5, "SourceInfo", False, "")],
    "ParsedExpr": [("expr", 2, _EXPR, False, ""), ("source_info", 3, "SourceInfo", False, "")],
}


@cache
def _message_class(name: str) -> Any:
    from google.protobuf import message_factory

    return message_factory.GetMessageClass(_pool().FindMessageTypeByName(f"bpogov.syntax.{name}"))


@cache
def _pool() -> Any:
    from google.protobuf import descriptor_pb2, descriptor_pool

    file = descriptor_pb2.FileDescriptorProto(name="bpogov/syntax.proto", package="bpogov.syntax", syntax="proto3")
    for name, fields in _FIELDS.items():
        _declare(file.message_type.add(name=name), fields)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return pool


def _declare(message: Any, fields: list[tuple[str, int, str, bool, str]]) -> None:
    from google.protobuf import descriptor_pb2

    kinds = descriptor_pb2.FieldDescriptorProto
    if any(oneof for *_, oneof in fields):
        message.oneof_decl.add(name="kind")
    for name, number, type_, repeated, oneof in fields:
        field = message.field.add(name=name, number=number, label=3 if repeated else 1)
        if type_ in _FIELDS:
            field.type, field.type_name = kinds.TYPE_MESSAGE, f".bpogov.syntax.{type_}"
        else:
            field.type = getattr(kinds, f"TYPE_{type_.upper()}")
        if oneof:
            field.oneof_index = 0

"""What may be compared with what, and what calculations and operators give: texts that are more than text.

Dates, times, durations and cadences are texts for the CEL checker. Here the loader refuses what would compile and
mislead: a duration compared with `<=`, a status compared with a word that is not one, a date that is not written as
one.
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from bpogov.core.suggest import closest
from bpogov.engine.compiling import entries, syntax
from bpogov.engine.compiling.value import Facts, Follower, Value, exists
from bpogov.engine.reads import EACH, Pattern, Read
from bpogov.functions.declare import Function
from bpogov.model.shape import Node

_ORDER = {"_<_": "<", "_<=_": "<=", "_>_": ">", "_>=_": ">="}
_EQUAL = {"_==_": "==", "_!=_": "!="}
_NOT_ORDERED = {
    "duration": "dates.at_most(a, b) or dates.at_least(a, b)",
    "every": "dates.at_most(a, b) or dates.at_least(a, b)",
    "cadence": "cadence.largest_gap(meetings, today)",
    "time": "the functions of the theme hours",
    "cefr": "the functions of the theme language",
}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_ACCEPTED = {
    "duration": {"duration", "every"},
    "every": {"duration", "every"},
    "cadence": {"cadence", "every"},
    "date": {"date"},
    "time": {"time"},
    "timezone": {"timezone"},
}
_MEANT = {
    "duration": "a length of time",
    "every": "a length of time",
    "cadence": "a rhythm",
    "date": "a date",
    "time": "a time of day",
    "timezone": "a time zone",
    "cefr": "a level of a language",
    "enum": "a word of a list",
}
_GROUPS = {"list": {"list", "any"}, "map": {"object", "map", "any"}}
_CHECKED_MEANINGS = frozenset().union(*_ACCEPTED.values(), {"enum"})


def calculated(analysis: Follower, node: Any, function: Function, arguments: list[Value]) -> Value:
    """The value of a calculation; its arguments are read as far as the calculation looks."""
    for argument, part, (_, kind) in zip(arguments, node.call_expr.args, function.parameters, strict=False):
        if argument.path is not None and kind in {"list", "map", "any"}:
            analysis.found.reads.update(_reads(argument.path, function))
        else:
            analysis.use(argument)
        _check_argument(analysis, part, function, kind, argument)
    meaning = function.returns if function.returns in _ACCEPTED else ""
    return Value(_text(meaning)) if meaning else Value()


def _reads(path: Pattern, function: Function) -> Iterator[Read]:
    """What a calculation looks at below an argument; without a declaration, everything."""
    for read in function.reads or ("",):
        yield Read((*path, *_steps(read)), deep=True, unknown_matters=function.unknown_matters)


def _steps(read: str) -> tuple[str | int, ...]:
    return tuple(EACH if step == "[*]" else step for step in re.findall(r"\[\*\]|[^.\[\]]+", read))


def _text(meaning: str) -> Node:
    return Node(kind="text", fields={}, item=None, meaning=meaning, values=(), identity=None, description="")


def _check_argument(analysis: Follower, node: Any, function: Function, kind: str, argument: Value) -> None:
    if kind in _GROUPS and argument.node is not None and argument.node.kind not in _GROUPS[kind]:
        wanted = {"list": "a list", "map": "a group of fields"}[kind]
        message = f"{function.name} expects {wanted} here, but {analysis.text(node) or 'this'} is something else"
        analysis.mistake(node, "wrong-type", message)
    if kind not in _ACCEPTED:
        return
    if isinstance(argument.literal, str):
        complaint = _unreadable(kind, argument.literal)
        if complaint:
            analysis.mistake(node, "wrong-literal", complaint)
    elif argument.node is not None and argument.node.meaning in _CHECKED_MEANINGS - _ACCEPTED[kind]:
        message = (
            f"{function.name} expects {_MEANT[kind]} here, "
            f"but {analysis.text(node) or 'this'} is {_MEANT[argument.node.meaning]}"
        )
        analysis.mistake(node, "wrong-meaning", message)


def _unreadable(kind: str, text: str) -> str:
    from bpogov.values import scalars
    from bpogov.values.errors import BadValue

    try:
        scalars.parse(kind, text)
    except BadValue as bad:
        return str(bad)
    return ""


def operated(analysis: Follower, node: Any, parts: list[Value], facts: Facts) -> Value:
    """The value of an operator or of one of CEL's own functions."""
    call = node.call_expr
    match call.function:
        case "_[_]":
            return entries.indexed(analysis, node, parts, facts)
        case "_?._":
            inner = parts[0].unwrapped().step(str(parts[1].literal))
            analysis.found.reads.update({Read(inner.path, deep=False)} if inner.path is not None else ())
            return Value(inner.node, inner.place, inner.path, optional=True)
        case "_[?_]":
            inner = parts[0].unwrapped().item("?")
            return Value(inner.node, "", inner.path, optional=True)
        case "orValue" | "or":
            return _or_other(analysis, node, parts, facts)
        case "value":
            return _opened(analysis, node, parts[0], facts)
        case "_+_" if _any_list(parts):
            return replace(analysis.one_of(parts, facts), place="")
        case "hasValue" | "size":
            analysis.found.reads.update({Read(parts[0].path, deep=False)} if parts[0].path is not None else ())
            return Value()
        case _:
            _check(analysis, node, parts)
            for part in parts:
                analysis.use(part)
            return Value()


def _any_list(parts: list[Value]) -> bool:
    return any(part.node is not None and part.node.kind == "list" for part in parts)


def _or_other(analysis: Follower, node: Any, parts: list[Value], facts: Facts) -> Value:
    """`x.orValue(y)` and `x.or(y)`: where y is empty, what exists in the result exists in x."""
    value, other = parts[0], parts[1].unwrapped()
    if other.literal is not None:
        return value.unwrapped() if other.literal in ("", ()) else replace(value.unwrapped(), place="")
    together = analysis.one_of([value.unwrapped(), other], facts)
    return replace(together, place="", optional=node.call_expr.function == "or")


def _opened(analysis: Follower, node: Any, value: Value, facts: Facts) -> Value:
    target = node.call_expr.target
    if not exists(analysis.place(value, target), facts):
        message = "this optional may be empty, and value() then gives no verdict"
        analysis.mistake(node, "unguarded-read", message, "write orValue(…) with what counts when it is absent")
    return value.unwrapped()


def _check(analysis: Follower, node: Any, parts: list[Value]) -> None:
    if node.call_expr.function == "@in":
        _check_membership(analysis, node, parts)
    elif node.call_expr.function in {**_ORDER, **_EQUAL}:
        _check_comparison(analysis, node, parts)


def _check_comparison(analysis: Follower, node: Any, parts: list[Value]) -> None:
    call = node.call_expr
    for one, other, asked in ((parts[0], parts[1], call.args[0]), (parts[1], parts[0], call.args[1])):
        if one.node is None or one.node.kind != "text":
            continue
        name = analysis.text(asked) or "this value"
        if call.function in _ORDER and one.node.meaning in _NOT_ORDERED:
            message = (
                f"{name} is {_MEANT[one.node.meaning]}, which {_ORDER[call.function]} would compare letter by letter"
            )
            analysis.mistake(node, "compared-as-text", message, f"use {_corrected(analysis, call, one.node.meaning)}")
            return
        if isinstance(other.literal, str):
            _check_word(analysis, node, name, one.node, other.literal)
        elif _clash(one, other):
            clash = (_MEANT.get(value.node.meaning, "a text") for value in (one, other) if value.node is not None)
            message = f"{name} is {', but it is compared with '.join(clash)}"
            analysis.mistake(node, "wrong-meaning", message)
            return


def _clash(one: Value, other: Value) -> bool:
    meanings = {value.node.meaning for value in (one, other) if value.node is not None}
    return len(meanings & _CHECKED_MEANINGS) > 1 and "date" in meanings


def _corrected(analysis: Follower, call: Any, meaning: str) -> str:
    """The comparison of two durations as a call that knows what they mean."""
    if meaning not in ("duration", "every"):
        return _NOT_ORDERED[meaning]
    left, right = (analysis.text(part) or repr(syntax.constant(part) or "…") for part in call.args)
    at_most = f"dates.at_most({left}, {right})"
    at_least = f"dates.at_least({left}, {right})"
    return {"_<=_": at_most, "_>=_": at_least, "_<_": f"!{at_least}", "_>_": f"!{at_most}"}[call.function]


def _check_membership(analysis: Follower, node: Any, parts: list[Value]) -> None:
    """`word in list`: a word written out has to be one that the list can hold, and the other way round."""
    call = node.call_expr
    word, holder = parts
    item = holder.node.item if holder.node is not None else None
    if isinstance(word.literal, str) and item is not None:
        _check_word(analysis, node, analysis.text(call.args[1]) or "the list", item, word.literal)
    if word.node is not None and syntax.kind(call.args[1]) == "list":
        for element in call.args[1].list_expr.elements:
            literal = syntax.constant(element)
            if isinstance(literal, str):
                _check_word(analysis, element, analysis.text(call.args[0]) or "this value", word.node, literal)


def _check_word(analysis: Follower, node: Any, name: str, shape: Node, word: str) -> None:
    if shape.values and word not in shape.values:
        near = closest(word, shape.values)
        help_ = f"did you mean '{near}'?" if near else f"write one of: {', '.join(shape.values)}"
        analysis.mistake(node, "unknown-word", f'{name} is never "{word}"', help_)
    elif shape.meaning == "date" and word and not _DATE.match(word):
        analysis.mistake(node, "wrong-literal", f'{name} is a date, and "{word}" is not', "write it as '2026-11-21'")

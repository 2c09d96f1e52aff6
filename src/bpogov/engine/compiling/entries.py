"""Items of lists and entries of maps: what says that they are there, and reads of them that nothing guards."""

from typing import Any

from msgspec.structs import replace

from bpogov.engine.compiling import syntax
from bpogov.engine.compiling.value import NOTHING, Facts, Follower, Value, exists, sized
from bpogov.engine.reads import EACH

_EQUAL = frozenset({"_==_", "_!=_"})
_TURNED = {"_<_": "_>_", "_>_": "_<_", "_<=_": "_>=_", "_>=_": "_<=_"}


def filled(analysis: Follower, node: Any, facts: Facts) -> tuple[Facts, Facts]:
    """What a comparison says about a list having items, or an optional having a value: where true, where false."""
    call = node.call_expr
    if call.function == "hasValue" and call.HasField("target"):
        return frozenset({analysis.place(analysis.walk(call.target, facts), call.target)}), NOTHING
    if call.function == "@in":
        return _key_in_map(analysis, call, facts), NOTHING
    if call.function not in {*_TURNED, *_EQUAL}:
        return NOTHING, NOTHING
    for one, other, function in (
        (call.args[0], call.args[1], call.function),
        (call.args[1], call.args[0], _TURNED.get(call.function, call.function)),
    ):
        if syntax.constant(other) == "" or (syntax.kind(other) == "list" and not other.list_expr.elements):
            return _at_least(analysis.place(analysis.walk(one, facts), one), function, 0)
        place = _size_of(analysis, one, facts)
        number = syntax.constant(other)
        if place and type(number) is int:
            return _at_least(place, function, number)
        if place and function == "_>_":
            return frozenset({f"{place}#<{analysis.place(analysis.walk(other, facts), other)}>"}), NOTHING
    return NOTHING, NOTHING


def _at_least(place: str, function: str, number: int) -> tuple[Facts, Facts]:
    """How many items a list has at least where its size compares with a number like that, and where it does not."""
    match function:
        case "_>_":
            return sized(place, number + 1), NOTHING
        case "_>=_":
            return sized(place, number), NOTHING
        case "_<_":
            return NOTHING, sized(place, number)
        case "_<=_":
            return NOTHING, sized(place, number + 1)
        case "_==_":
            return sized(place, number), sized(place, 1) if number == 0 else NOTHING
        case _:
            return sized(place, 1) if number == 0 else NOTHING, sized(place, number)


def _size_of(analysis: Follower, node: Any, facts: Facts) -> str:
    """The place whose size a call asks for: `size(x)` or `x.size()`; empty for anything else."""
    if syntax.kind(node) != "call" or node.call_expr.function != "size":
        return ""
    call = node.call_expr
    asked = call.target if call.HasField("target") else call.args[0]
    return analysis.place(analysis.walk(asked, facts), asked)


def _key_in_map(analysis: Follower, call: Any, facts: Facts) -> Facts:
    holder = analysis.walk(call.args[1], facts)
    place = analysis.place(holder, call.args[1])
    return frozenset({f"{place}.{_key(analysis, call.args[0], facts)}"})


def _key(analysis: Follower, node: Any, facts: Facts) -> str:
    """A key of a map, as a step of a place."""
    literal = syntax.constant(node)
    if isinstance(literal, str):
        return literal if literal.isidentifier() else f"={syntax.digest(literal)}"
    return f"<{analysis.place(analysis.walk(node, facts), node)}>"


def indexed(analysis: Follower, node: Any, parts: list[Value], facts: Facts) -> Value:
    """`x[y]`: an item of a list, or an entry of a map."""
    holder, key = parts
    list_, index = node.call_expr.args
    analysis.use(key)
    place = analysis.place(holder, list_)
    if holder.node is not None and holder.node.kind in ("map", "object"):
        return _entry(analysis, node, replace(holder, place=place), facts)
    number, from_end = syntax.constant(index), _from_end(list_, index)
    if type(number) is int:
        step, sure = str(number), f"{place}#{number + 1}"
    elif from_end:
        step, sure = f"-{from_end}", f"{place}#{from_end}"
    else:
        step = f"<{analysis.place(key, index)}>"
        sure = f"{place}#{step}"
    written = len(list_.list_expr.elements) if syntax.kind(list_) == "list" else 0
    if sure not in facts and not (type(number) is int and 0 <= number < written):
        _complain(analysis, node, from_end or (number + 1 if type(number) is int else 0))
    return replace(holder, place=place).item(step)


def _from_end(list_: Any, index: Any) -> int:
    """The n of `size(x) - n` as an index of the list x; 0 for anything else."""
    call = index.call_expr
    if syntax.kind(index) != "call" or call.function != "_-_":
        return 0
    if syntax.spelled(call.args[0], str) != f"size({syntax.spelled(list_, str)})":
        return 0
    number = syntax.constant(call.args[1])
    return number if type(number) is int and number > 0 else 0


def _complain(analysis: Follower, node: Any, needed: int) -> None:
    """An item that may not be there: the list needs so many (0: that depends on the index)."""
    list_, index = node.call_expr.args
    named, number = analysis.text(list_), analysis.text(index)
    few = "too few items" if needed != 1 else "no items"
    message = f"{named or 'the list'} may have {few}, so this expression can fail on a complete file"
    limit = str(needed - 1) if needed else number
    asked = f"ask size({named or 'NAME'}) > {limit} first, or " if limit else ""
    asked = asked if named or not asked else f"give the list a name under let and {asked}"
    analysis.mistake(node, "unguarded-read", message, f"{asked}write [?…] with orValue(…)")


def _entry(analysis: Follower, node: Any, holder: Value, facts: Facts) -> Value:
    """An entry of a map."""
    asked = node.call_expr.args[1]
    key = _key(analysis, asked, facts)
    place = f"{holder.place}.{key}"
    if not (exists(place, facts) or (holder.node and holder.node.kind == "object" and holder.always_has(key))):
        analysis.mistake(
            node,
            "unguarded-read",
            f'there may be no entry for "{syntax.constant(asked) or analysis.text(asked) or "this"}" here',
            "ask whether it is in the map first, or write [?…] with orValue(…)",
        )
    inner = holder.step(key)
    return replace(inner, place=place, path=(*holder.path, EACH) if holder.path is not None else None)

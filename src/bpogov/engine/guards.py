"""Reading an expression before any engagement is read: what it looks at, and whether that is sure to be there.

An optional field may be absent, and CEL then gives an error instead of a verdict. So every read of one has to be
guarded: by `has()`, by `.?` with `orValue`, by `needs`, `when` or `where` of the rule, or by the left side of `&&`,
`||` or `? :`. The analysis follows the checked expression and keeps the set of places that are sure to exist; it knows
CEL's macros by the loops that they become. See ADR 0009.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bpogov.engine import meanings, syntax
from bpogov.engine.value import EACH, NOTHING, Facts, Findings, Mistake, Read, Value, about_items, exists
from bpogov.functions.catalogue import catalogue


@dataclass(frozen=True, slots=True)
class Source:
    """An expression of a rule: where it stands in the file, its text and its tree."""

    part: tuple[str | int, ...]
    text: str
    tree: syntax.Tree


Names = Mapping[str, "Value | Source"]
"""What a name means: a value, or a `let` whose expression is followed where it is used."""


class Analysis:
    """Follows one expression of a rule and collects what it reads and what is wrong in it."""

    def __init__(self, source: Source, names: Names, found: Findings) -> None:
        self.source = source
        self.names = dict(names)
        self.found = found

    def run(self, facts: Facts) -> tuple[Value, Facts, Facts]:
        """Follow the expression; give its value, and what is sure to exist where it is true, and where it is false."""
        root = self.source.tree.root
        true, false = self.judge(root, facts)
        if syntax.kind(root) == "call" and root.call_expr.function in _LOGIC - {"_?_:_"}:
            return Value(), true, false
        value = self.walk(root, facts)
        self.use(value)
        return value, true, false

    # what a condition says

    def judge(self, node: Any, facts: Facts) -> tuple[Facts, Facts]:
        """Follow a condition: what is sure to exist where it is true, and where it is false."""
        match syntax.kind(node):
            case "call":
                return self._judge_call(node, facts)
            case "select" if node.select_expr.test_only:
                operand = self.walk(node.select_expr.operand, facts)
                place = operand.step(node.select_expr.field)
                self._note(place)
                return frozenset({place.place}) if place.place else NOTHING, NOTHING
            case "ident" if isinstance(source := self.names.get(node.ident_expr.name), Source):
                return Analysis(source, self.names, self.found).judge(source.tree.root, facts)
            case "comprehension":
                return self._judge_loop(node.comprehension_expr, facts)
            case _:
                self.use(self.walk(node, facts))
                return NOTHING, NOTHING

    def _judge_call(self, node: Any, facts: Facts) -> tuple[Facts, Facts]:
        call = node.call_expr
        match call.function:
            case "_&&_":
                true, false = self.judge(call.args[0], facts)
                more, less = self.judge(call.args[1], facts | true)
                return true | more, false & less
            case "_||_":
                true, false = self.judge(call.args[0], facts)
                more, less = self.judge(call.args[1], facts | false)
                return true & more, false | less
            case "!_":
                true, false = self.judge(call.args[0], facts)
                return false, true
            case "@not_strictly_false":
                return self.judge(call.args[0], facts)
            case "_?_:_":
                true, false = self.judge(call.args[0], facts)
                yes = self.judge(call.args[1], facts | true)
                no = self.judge(call.args[2], facts | false)
                return (true | yes[0]) & (false | no[0]), (true | yes[1]) & (false | no[1])
            case _:
                self.use(self.walk(node, facts))
                return meanings.filled(self, node, facts)

    def _judge_loop(self, loop: Any, facts: Facts) -> tuple[Facts, Facts]:
        if _is_binding(loop):
            return self._bound(loop, facts).judge(loop.result, facts)
        self._loop(loop, facts)
        items = self.walk(loop.iter_range, facts)
        exists_one = syntax.kind(loop.loop_step) == "call" and loop.loop_step.call_expr.function == "_||_"
        return frozenset({f"{items.place}#filled"}) if exists_one and items.place else NOTHING, NOTHING

    # what a value is

    def walk(self, node: Any, facts: Facts) -> Value:
        """Follow an expression and give what is known of its value."""
        match syntax.kind(node):
            case "const":
                return Value(literal=syntax.constant(node))
            case "ident":
                return self._name(node, facts)
            case "select" if node.select_expr.test_only:
                self.judge(node, facts)
                return Value()
            case "select":
                return self._select(node, facts)
            case "call":
                return self._call(node, facts)
            case "comprehension":
                return self._loop(node.comprehension_expr, facts)
            case _:
                for part in syntax.children(node):
                    if part.WhichOneof("kind"):
                        self.use(self.walk(part, facts))
                return Value()

    def use(self, value: Value) -> None:
        """Note that a value counts as a whole: compared, calculated with, shown or handed to a calculation."""
        if value.path is not None:
            self.found.reads.add(Read(value.path, deep=True))

    def mistake(self, node: Any, code: str, message: str, help: str = "") -> None:  # noqa: A002
        """Note something wrong at a node."""
        offset = self.source.tree.offset(node)
        self.found.mistakes.setdefault(
            (self.source.part, offset, code), Mistake(self.source.part, offset, code, message, help)
        )

    def text(self, node: Any) -> str:
        """The chain of names that a node is, such as `engagement.contract.term`; empty for anything else."""
        match syntax.kind(node):
            case "ident":
                return str(node.ident_expr.name)
            case "select":
                operand = self.text(node.select_expr.operand)
                return f"{operand}.{node.select_expr.field}" if operand else ""
            case _:
                return ""

    def _note(self, value: Value) -> None:
        if value.path is not None:
            self.found.reads.add(Read(value.path, deep=False))

    def _name(self, node: Any, facts: Facts) -> Value:
        meant = self.names.get(node.ident_expr.name)
        if isinstance(meant, Source):
            known = self.found.followed.get((meant.part, facts))
            if known is None:
                known = Analysis(meant, self.names, self.found).walk(meant.tree.root, facts)
                self.found.followed[meant.part, facts] = known
            return known
        return meant or Value()

    def _select(self, node: Any, facts: Facts) -> Value:
        """A field: each optional step of `a.b.c` has to be sure, and the first that is not is reported, once."""
        steps: list[Any] = []
        here = node
        while syntax.kind(here) == "select" and not here.select_expr.test_only:
            steps.append(here)
            here = here.select_expr.operand
        value = self.walk(here, facts)
        corrected, unsure = self.text(here), None
        for step in reversed(steps):
            key = step.select_expr.field
            inner = value.step(key)
            if value.optional:
                inner = replace(inner, optional=True)
            elif unsure or not (value.always_has(key) or exists(inner.place, facts)):
                unsure = unsure or step
            corrected += (".?" if unsure else ".") + key
            value = inner
            self._note(value)
        if unsure is not None:
            name = unsure.select_expr.field
            help_ = f"write {corrected}.orValue({_default(value)})" if corrected.startswith(tuple(self.names)) else ""
            asked = self.text(unsure)
            self.mistake(
                unsure,
                "unguarded-read",
                f'"{name}" is optional, so it may be absent where this expression reads it',
                "; or ".join(filter(None, (help_, f"ask has({asked}) first" if asked else "", "name it in needs"))),
            )
        return replace(value, elements=about_items(value.place, facts))

    def _call(self, node: Any, facts: Facts) -> Value:
        call = node.call_expr
        if call.function in _LOGIC:
            self.judge(node, facts)
            if call.function == "_?_:_":
                true, false = self.judge(call.args[0], facts)
                one, other = self.walk(call.args[1], facts | true), self.walk(call.args[2], facts | false)
                return _either(one, other)
            return Value()
        function = self._calculation(call)
        if function is not None:
            return meanings.calculated(self, node, function, [self.walk(part, facts) for part in call.args])
        parts = [self.walk(part, facts) for part in syntax.children(node)]
        return meanings.operated(self, node, parts, facts)

    def _calculation(self, call: Any) -> Any:
        """The calculation that a call means: written `theme.name(…)`, it arrives as a name or as a method."""
        if call.HasField("target"):
            theme = self.text(call.target)
            return catalogue().get(f"{theme}.{call.function}") if theme and theme not in self.names else None
        return catalogue().get(call.function)

    # macros: all, exists, filter, map and bind have become loops

    def _loop(self, loop: Any, facts: Facts) -> Value:
        if _is_binding(loop):
            return self._bound(loop, facts).walk(loop.result, facts)
        items = self.walk(loop.iter_range, facts)
        self._note(items)
        name = f"*{self.source.tree.offset(loop.iter_range)}.{loop.iter_var}.{self.source.part}"
        item = items.item(name)
        inside = facts | {f"{item.place}{suffix}" for suffix in (*items.elements, *about_items(items.place, facts))}
        inner = Analysis(self.source, {**self.names, loop.iter_var: item, loop.accu_var: Value()}, self.found)
        step = loop.loop_step
        if syntax.kind(loop.accu_init) != "list":
            inner.judge(step, inside)
            return Value()
        if syntax.kind(step) == "call" and step.call_expr.function == "_?_:_":
            true, _ = inner.judge(step.call_expr.args[0], inside)
            inside, step = inside | true, step.call_expr.args[1]
        element = inner.walk(step.call_expr.args[1].list_expr.elements[0], inside)
        if element.place != item.place:
            inner.use(element)
        kept = frozenset(
            fact.removeprefix(element.place) for fact in inside if element.place and fact.startswith(element.place)
        )
        return _list_of(element, items, kept)

    def _bound(self, loop: Any, facts: Facts) -> "Analysis":
        value = self.walk(loop.accu_init, facts)
        return Analysis(self.source, {**self.names, loop.accu_var: value}, self.found)


_LOGIC = frozenset({"_&&_", "_||_", "!_", "@not_strictly_false", "_?_:_"})

_DEFAULTS = {"number": "0.0", "count": "0", "flag": "false", "list": "[]", "map": "{}"}


def _is_binding(loop: Any) -> bool:
    """Whether a loop is what `cel.bind` has become: it runs over nothing."""
    return (
        syntax.kind(loop.iter_range) == "list" and not loop.iter_range.list_expr.elements and loop.accu_var != "@result"
    )


def _default(value: Value) -> str:
    return _DEFAULTS.get(value.node.kind, "''") if value.node is not None else "''"


def _either(one: Value, other: Value) -> Value:
    """One of two values: known where they agree, or where the other is written out in the rule."""
    if one.node is not None and (other.node is None or other.node == one.node):
        return replace(one, place=one.place if one.place == other.place else "", literal=None)
    return replace(other, place="", literal=None) if one.node is None and other.node is not None else Value()


def _list_of(element: Value, items: Value, kept: Facts) -> Value:
    from bpogov.model.shape import Node

    node = Node(kind="list", fields={}, item=element.node, meaning="", values=(), identity=None, description="")
    path = element.path[:-1] if element.path and element.path[-1] == EACH else None
    place = items.place if path is not None and path == items.path else f"({element.place})"
    return Value(node if element.node is not None else None, place, path, elements=kept)

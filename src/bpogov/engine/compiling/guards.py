"""Reading an expression before any engagement is read: what it looks at, and whether that is sure to be there.

An optional field may be absent, and CEL then gives an error instead of a verdict. So every read of one has to be
guarded: by `has()`, by `.?` with `orValue`, by `needs`, `when` or `where` of the rule, or by the left side of `&&`,
`||` or `? :`. The analysis follows the checked expression and keeps the set of places that are sure to exist; it knows
CEL's macros by the loops that they become. See ADR 0009.
"""

from typing import Any

from msgspec.structs import replace

from bpogov.core.suggest import closest
from bpogov.engine.compiling import entries, made, meanings, syntax
from bpogov.engine.compiling.reader import Reader, Source
from bpogov.engine.compiling.value import NOTHING, Facts, Value, about_items, below, exists, of_items, sized
from bpogov.engine.reads import EACH
from bpogov.functions.catalogue import catalogue
from bpogov.model.shape import Node


class Analysis(Reader):
    """Follows one expression of a rule and collects what it reads and what is wrong in it."""

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
                operand = node.select_expr.operand
                known = self._select(operand, facts, node.select_expr.field)
                asked = replace(known, place=self.place(known, operand)).step(node.select_expr.field)
                self.note(asked)
                return frozenset({asked.place}), NOTHING
            case "ident" if isinstance(source := self.names.get(node.ident_expr.name), Source):
                return self._judge_let(source, facts)
            case "comprehension":
                return self._judge_loop(node.comprehension_expr, facts)
            case _:
                self.use(self.walk(node, facts))
                return NOTHING, NOTHING

    def _judge_let(self, source: Source, facts: Facts) -> tuple[Facts, Facts]:
        key = (source.part, facts)
        if key not in self.found.judged:
            analysis = Analysis(source, self.rule, self.found)
            if analysis.overstrained():
                return NOTHING, NOTHING
            self.found.judged[key] = analysis.judge(source.tree.root, facts)
        return self.found.judged[key]

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
            case "_?_:_":
                true, false = self.judge(call.args[0], facts)
                yes = self.judge(call.args[1], facts | true)
                no = self.judge(call.args[2], facts | false)
                return (true | yes[0]) & (false | no[0]), (true | yes[1]) & (false | no[1])
            case _:
                self.use(self.walk(node, facts))
                return entries.filled(self, node, facts)

    def _judge_loop(self, loop: Any, facts: Facts) -> tuple[Facts, Facts]:
        """A macro that is a condition: all and exists, and what they say about the list and about its items."""
        if _is_binding(loop):
            return self._bound(loop, facts).judge(loop.result, facts)
        items, item, inner, inside = self._enter(loop, facts)
        true, _ = inner.judge(loop.loop_step, inside)
        some = sized(items.place, 1)
        if loop.loop_step.call_expr.function == "_&&_":
            return of_items(items.place, below(item.place, true)), some
        return some, NOTHING

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
                return self._loop(node, facts)
            case "list":
                return made.list_of([self._used(part, facts) for part in syntax.children(node)], facts)
            case _:
                return self._map(node.struct_expr.entries, facts)

    def _name(self, node: Any, facts: Facts) -> Value:
        meant = self.names.get(node.ident_expr.name)
        if isinstance(meant, Source):
            known = self.found.followed.get((meant.part, facts))
            if known is None:
                analysis = Analysis(meant, self.rule, self.found)
                if analysis.overstrained():
                    return Value()
                known = analysis.walk(meant.tree.root, facts)
                known = replace(known, place=analysis.place(known, meant.tree.root))
                self.found.followed[meant.part, facts] = known
            return known
        return meant or Value()

    def _select(self, node: Any, facts: Facts, asked: str = "") -> Value:
        """A field: each optional step of `a.b.c` has to be sure, and the first that is not is reported, once.

        `asked` is the field that `has()` asks for behind them.
        """
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
            elif value.lacks(key):
                near = closest(key, value.node.fields if value.node else ())
                help_ = f'did you mean "{near}"?' if near else ""
                self.mistake(step, "unknown-field", f'The field "{key}" does not exist here', help_)
            elif unsure or not (value.always_has(key) or exists(inner.place, facts)):
                unsure = unsure or step
            corrected += (".?" if unsure else ".") + key
            value = inner
            self.note(value)
        if not steps:
            return value
        if unsure is not None:
            ending = f".?{asked}.hasValue()" if asked else f".orValue({_default(value)})"
            writable = corrected.startswith(tuple(self.names)) and (asked or _default(value))
            self._unguarded(unsure, value, f"write {corrected}{ending}" if writable else "")
        return replace(value, elements=about_items(value.place, facts))

    def _unguarded(self, step: Any, value: Value, corrected: str) -> None:
        """Report a field that may be absent; `value` is what the whole chain of names leads to."""
        path = self.text(step)
        named = "name it in needs" if value.path is not None else ""
        self.mistake(
            step,
            "unguarded-read",
            f'"{step.select_expr.field}" is optional, so it may be absent where this expression reads it',
            "; or ".join(filter(None, (corrected, f"ask has({path}) first" if path else "", named))),
        )

    def _call(self, node: Any, facts: Facts) -> Value:
        call = node.call_expr
        if call.function in _LOGIC:
            self.judge(node, facts)
            if call.function == "_?_:_":
                true, false = self.judge(call.args[0], facts)
                one, other = self.walk(call.args[1], facts | true), self.walk(call.args[2], facts | false)
                return self.one_of([one, other], facts)
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

    def _loop(self, node: Any, facts: Facts) -> Value:
        loop = node.comprehension_expr
        if _is_binding(loop):
            return self._bound(loop, facts).walk(loop.result, facts)
        if syntax.kind(loop.accu_init) != "list":
            self._judge_loop(loop, facts)
            return Value()
        items, item, inner, inside = self._enter(loop, facts)
        step = loop.loop_step
        if step.call_expr.function == "_?_:_":
            true, _ = inner.judge(step.call_expr.args[0], inside)
            inside, step = inside | true, step.call_expr.args[1]
        element = inner.walk(step.call_expr.args[1].list_expr.elements[0], inside)
        if element.place != item.place:
            inner.use(element)
        kept = element.sure | (below(element.place, inside) if element.place else NOTHING)
        shape = Node("list", item=element.node) if element.node is not None else None
        path = element.path[:-1] if element.path and element.path[-1] == EACH else None
        # a list made of another one has no items where that one has none, but not the other way round
        place = f"{items.place}[?{syntax.digest(syntax.spelled(node, self.meant))}]"
        return Value(shape, place, path, elements=kept)

    def _enter(self, loop: Any, facts: Facts) -> "tuple[Value, Value, Analysis, Facts]":
        """Begin a loop: what it runs over, its item, an analysis that knows the item, and what is sure inside."""
        items = self.walk(loop.iter_range, facts)
        self.note(items)
        items = replace(items, place=self.place(items, loop.iter_range))
        item = items.item(f"%{self.source.tree.offset(loop.iter_range)}.{loop.iter_var}.{self.source.part}")
        sure = items.elements | about_items(items.place, facts)
        inside = facts | {f"{item.place}{suffix}" for suffix in sure} | {f"{items.place}.<{item.place}>"}
        names = {**self.names, loop.iter_var: item, loop.accu_var: Value()}
        return items, item, Analysis(self.source, names, self.found, self.rule), inside

    def _bound(self, loop: Any, facts: Facts) -> "Analysis":
        value = self.walk(loop.accu_init, facts)
        value = replace(value, place=self.place(value, loop.accu_init))
        return Analysis(self.source, {**self.names, loop.accu_var: value}, self.found, self.rule)

    # values made in the rule

    def one_of(self, values: list[Value], facts: Facts) -> Value:
        """One of several values; where they come from different places, each of them counts as a whole."""
        value = made.one_of(values, facts)
        if value.path is None:
            for part in values:
                self.use(part)
        return value

    def _used(self, node: Any, facts: Facts) -> Value:
        value = self.walk(node, facts)
        self.use(value)
        return value

    def _map(self, entries: Any, facts: Facts) -> Value:
        for entry in entries:
            self._used(entry.map_key, facts)
        parts = [
            (syntax.constant(entry.map_key), self._used(entry.value, facts), not entry.optional_entry)
            for entry in entries
        ]
        return made.map_of(parts, facts)


_LOGIC = frozenset({"_&&_", "_||_", "!_", "_?_:_"})

_DEFAULTS = {"number": "0.0", "count": "0", "flag": "false", "list": "[]", "map": "{}", "object": ""}


def _is_binding(loop: Any) -> bool:
    """Whether a loop is what `cel.bind` has become: it runs over nothing."""
    return (
        syntax.kind(loop.iter_range) == "list" and not loop.iter_range.list_expr.elements and loop.accu_var != "@result"
    )


def _default(value: Value) -> str:
    return _DEFAULTS.get(value.node.kind, "''") if value.node is not None else "''"

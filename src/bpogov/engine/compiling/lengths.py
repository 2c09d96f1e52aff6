"""How long texts and lists can become in an expression, found before any engagement is read.

The runtime counts the steps of loops, but not characters: twelve `replace` behind each other make a text of a billion
times its length. So for each value an upper bound of its size is calculated: its characters, and one for each entry of
a list or group. A file has at most as many characters as it may be long; a loop over items of which all together have
`s` characters makes at most what its body makes of `s`, and for each of the items what it makes of nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bpogov.engine.compiling import syntax
from bpogov.engine.compiling.reader import Source
from bpogov.engine.compiling.value import Mistake
from bpogov.engine.reads import EACH, Pattern
from bpogov.functions.catalogue import catalogue
from bpogov.functions.declare import Function
from bpogov.model.form import MOST_ENTRIES
from bpogov.model.shape import Node


class Amount(Struct, frozen=True):
    """At most so much: `size` in characters and entries, `count` the entries of a list.

    `node` is the shape of the value, if it comes from the engagement; `many` how many values of this shape are meant at
    once, because a loop looks at all of them; `listed` says that it is a list or group for sure.
    """

    size: int
    count: int = 0
    node: Node | None = None
    many: int = 1
    listed: bool = False

    def step(self, key: str) -> "Amount":
        """A field of the value."""
        if self.node is None or self.node.kind not in ("object", "map"):
            return Amount(self.size, min(self.size, MOST_STEPS), many=self.many)
        field = self.node.fields.get(key)
        return self._inner(field.node if field else self.node.item)

    def item(self) -> "Amount":
        """All entries of the list at once."""
        inner = self.node.item if self.node is not None and self.node.kind in ("list", "map") else None
        return replace(self._inner(inner), many=self.count)

    def _inner(self, node: Node | None) -> "Amount":
        size = min(self.size, self.many * _longest(node))
        listed = node is not None and node.kind in ("list", "map")
        return Amount(size, min(size, self.many * MOST_ENTRIES, MOST_STEPS), node, self.many, listed)


Amounts = Mapping[str, "Amount | Source"]


class Budget:
    """What all expressions of a rule make together; the first that makes too much is told."""

    def __init__(self, engagement: Node, parameters: Node | None, values: Iterable[Mapping[str, Any]]) -> None:
        """Begin with the names that every rule has; `values` are its parameters, for each tier."""
        self._names: dict[str, Amount | Source] = {
            "engagement": Amount(LONGEST_FILE, node=engagement),
            "params": Amount(max(len(str(each)) for each in values), node=parameters),
            "today": Amount(_LONGEST_OF["date"]),
            "violation": Amount(LONGEST_FILE, MOST_STEPS),
        }
        self._made = Lengths(self._names)
        self._of_each: Lengths | None = None
        self._many = 1

    def items(self, name: str, node: Node, pattern: Pattern) -> None:
        """The rule looks at each item of a list: the name of the item stands for all of them at once."""
        self._many = min(MOST_STEPS, MOST_ENTRIES ** pattern.count(EACH))
        self._names[name] = Amount(LONGEST_FILE, node=node, many=self._many)
        self._of_each = Lengths({**self._names, name: Amount(0, node=node, many=0)})

    def declare(self, name: str, source: Source) -> None:
        """A value under let."""
        self._names[name] = source

    def spend(self, source: Source, once: Collection[Pattern]) -> list[Mistake]:
        """What is wrong with one more expression; `once` are the values under let that do not depend on the item."""
        if self._made.mistakes:
            return []
        self._made.follow(source)
        total = self._made.made
        if self._of_each is not None and not self._made.mistakes:
            self._of_each.know(self._names, {part: self._made.known[part] for part in once if part in self._made.known})
            self._of_each.follow(source)
            total += self._many * self._of_each.made
        if total > MOST_MADE and not self._made.mistakes:
            self._made.mistakes.append(_mistake(source, source.tree.root))
        return self._made.mistakes


class Lengths:
    """Follows expressions; `made` is what all of them make, `known` what each gives: a value under let is made once."""

    def __init__(self, names: Amounts) -> None:
        self.made = 0
        self.mistakes: list[Mistake] = []
        self.known: dict[Pattern, Amount] = {}
        self._names = names

    def know(self, names: Amounts, known: Mapping[Pattern, Amount]) -> None:
        """Take over the names that are new, and what is known of values under let."""
        self._names = {**names, **self._names}
        self.known.update(known)

    def follow(self, source: Source) -> Amount:
        """The amount that an expression gives."""
        return self._amount(source.tree.root, source, self._names)

    def _value(self, source: Source) -> Amount:
        """The amount of a value under let."""
        if source.part not in self.known:
            self.known[source.part] = self.follow(source)
        return self.known[source.part]

    def _amount(self, node: Any, source: Source, names: Amounts) -> Amount:
        amount = self._of(node, source, names)
        if (amount.size > MOST_HELD or self.made > MOST_MADE) and not self.mistakes:
            self.mistakes.append(_mistake(source, node))
        return amount

    def _of(self, node: Any, source: Source, names: Amounts) -> Amount:
        match syntax.kind(node):
            case "const":
                written = syntax.constant(node)
                return Amount(len(written) if isinstance(written, str | bytes) else _SHORT)
            case "ident":
                meant = names.get(node.ident_expr.name, Amount(_SHORT))
                return self._value(meant) if isinstance(meant, Source) else meant
            case "select":
                inner = self._amount(node.select_expr.operand, source, names)
                return Amount(_SHORT) if node.select_expr.test_only else inner.step(node.select_expr.field)
            case "call":
                parts = [self._amount(part, source, names) for part in syntax.children(node)]
                return self._call(node.call_expr, parts)
            case "comprehension":
                return self._loop(node.comprehension_expr, source, names)
            case _:
                parts = [self._amount(part, source, names) for part in syntax.children(node)]
                return self._listed(sum(part.size for part in parts), len(parts))

    def _text(self, size: int) -> Amount:
        """A new text, or something of which nobody knows what it is."""
        self.made += size
        return Amount(size, min(size, MOST_STEPS))

    def _listed(self, size: int, count: int, node: Node | None = None) -> Amount:
        """A new list or group: its values are not copied."""
        self.made += count
        return Amount(size + count, min(count, MOST_STEPS), node, listed=True)

    def _call(self, call: Any, parts: list[Amount]) -> Amount:
        name, size = call.function, sum(part.size for part in parts)
        if name in _SMALL:
            return Amount(_SHORT)
        function = catalogue().get(name) or catalogue().get(_dotted(call))
        if function is not None:
            return _calculated(function, size)
        if name in _CHOICES:
            return _larger(parts[-2], parts[-1])
        if name in _ENTRIES:
            return self._entry(call, parts)
        if name == "_+_" and any(part.listed for part in parts):
            same = parts[0].node if parts[0].node == parts[1].node else None
            return self._listed(size, sum(part.count for part in parts), same)
        return self._text(_written(call, parts, size))

    @staticmethod
    def _entry(call: Any, parts: list[Amount]) -> Amount:
        match call.function:
            case "_?._":
                return parts[0].step(str(syntax.constant(call.args[1])))
            case "_[_]" | "_[?_]":
                return replace(parts[0].item(), many=parts[0].many)
            case _:
                return parts[0]

    def _loop(self, loop: Any, source: Source, names: Amounts) -> Amount:
        items = self._amount(loop.iter_range, source, names)
        started = self._amount(loop.accu_init, source, names)
        if not items.count and loop.accu_var != "@result":  # this is what cel.bind has become
            return self._amount(loop.result, source, {**names, loop.accu_var: started})
        step = loop.loop_step
        item = items.item()
        body = self._of_step(step, source, {**names, loop.iter_var: item, loop.accu_var: Amount(0)})
        before = self.made
        nothing = {**names, loop.iter_var: replace(item, size=0, count=0, many=0), loop.accu_var: Amount(0)}
        each = self._of_step(step, source, nothing)
        self.made = before + items.count * (self.made - before)
        if syntax.kind(loop.accu_init) != "list":
            return Amount(_SHORT)
        if body is item:
            return items
        return self._listed(body.size + items.count * each.size, items.count)

    def _of_step(self, step: Any, source: Source, names: Amounts) -> Amount:
        """What one round of a loop puts into its list; for `all` and `exists` that is of no size."""
        if syntax.kind(step) == "call" and step.call_expr.function == "_?_:_":
            self._amount(step.call_expr.args[0], source, names)
            step = step.call_expr.args[1]
        if syntax.kind(step) == "call" and step.call_expr.function == "_+_":
            added = step.call_expr.args[1]
            if syntax.kind(added) == "list" and len(added.list_expr.elements) == 1:
                return self._amount(added.list_expr.elements[0], source, names)
        return self._amount(step, source, names)


def _mistake(source: Source, node: Any) -> Mistake:
    """What is wrong with an expression that makes too much at a node."""
    offset = source.tree.offset(node)
    help_ = "repeat less: use fewer +, join and replace one inside the other, also in the values of let that it reads"
    message = "This can make a text or list that is longer than a rule may make"
    return Mistake(source.part, offset, "too-long", message, help_)


def _calculated(function: Function, size: int) -> Amount:
    """The result of a calculation; the rule does not make it, and calculations watch their own length."""
    longest = _GROWTH * size + _LEAST
    longest = _LONGEST_OF.get(function.returns, longest)
    return Amount(longest, min(longest, MOST_STEPS), listed=function.returns in ("list", "map"))


def _written(call: Any, parts: list[Amount], size: int) -> int:
    """How long the text is that one of CEL's own functions makes; `size` is that of all its parts."""
    match call.function:
        case "_+_":
            return size
        case "join":
            between = parts[1].size if len(parts) > 1 else 0
            return parts[0].size + parts[0].count * between
        case "replace":
            wanted = syntax.constant(call.args[0])
            places = parts[0].size // max(1, len(wanted) if isinstance(wanted, str) else 1) + 1
            return parts[0].size + places * parts[2].size
        case _:
            return _ESCAPED * size + _LEAST


def _larger(one: Amount, other: Amount) -> Amount:
    """What two values have in common: as large as the larger one, of a shape only where it is that of both."""
    node = one.node if one.node == other.node or not other.size else other.node if not one.size else None
    listed = one.listed or other.listed
    return Amount(max(one.size, other.size), max(one.count, other.count), node, max(one.many, other.many), listed)


def _dotted(call: Any) -> str:
    target = call.target.ident_expr.name if call.HasField("target") else ""
    return f"{target}.{call.function}"


def _longest(node: Node | None) -> int:
    """How many characters a value of a shape can have."""
    if node is None:
        return LONGEST_FILE
    if node.values:
        return max(map(len, node.values))
    return _LONGEST_OF.get(node.meaning if node.kind == "text" else node.kind, LONGEST_FILE)


LONGEST_FILE = 1 << 16
"""How many characters a file has; real ones have up to 30,000. What is made of it may grow as it does, not faster."""
MOST_STEPS = 10_000
"""How many rounds all loops of an evaluation have together: the runtime stops it there."""
MOST_MADE = 1 << 29
"""How many characters one evaluation may make of such a file at the very most. A text of the file times a text of the
file is more, so that a file of the largest size makes 16 times as many, never 256 times."""
MOST_HELD = 1 << 34
"""How many characters lists may hold, where the same ones count again each time: they are not copied."""

_SHORT = 25  # numbers, and whether something is so
_LEAST = 100  # what a calculation may add of its own: a date, a sentence
_GROWTH = 4  # how many times longer than all it is given the result of a calculation may be
_ESCAPED = 6  # how many times longer CEL's own functions write a text, with escapes for each character
_LONGEST_OF = {
    "number": _SHORT, "count": _SHORT, "flag": _SHORT, "date": 10, "time": 5, "timezone": 64, "country": 2,
    "currency": 3, "duration": 80, "every": 80, "language": 60, "cefr": 6, "period": 7, "email": 254, "phone": 60,
    "lei": 20,
}  # fmt: skip
_CHOICES = frozenset({"_?_:_", "orValue", "or"})
_ENTRIES = frozenset({"_?._", "_[_]", "_[?_]", "value", "dyn", "optional.of", "optional.ofNonZeroValue"})
_SMALL = frozenset({
    "_&&_", "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "_-_", "-_", "_*_", "_/_", "_%_",
    "@not_strictly_false", "size", "hasValue", "matches", "startsWith", "endsWith", "contains", "indexOf",
    "lastIndexOf", "int", "double", "bool", "uint", "type", "optional.none",
})  # fmt: skip

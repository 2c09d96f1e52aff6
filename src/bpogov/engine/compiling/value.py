"""What the static analysis of an expression knows about a value: its shape, its place, and what is sure to exist."""

from typing import Any, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from bpogov.engine.reads import EACH, Pattern, Read
from bpogov.model.shape import Node

Facts = frozenset[str]
"""Places that are sure to exist here, such as `engagement.contract.term`.

`place#2` says that a list has at least two items, `place*.target` that each of them, if there are any, has a target.
"""

NOTHING: Facts = frozenset()


class Value(Struct, frozen=True):
    """A value in an expression, as far as it is known before any engagement is read.

    `node` is its shape (None: not known), `place` its identity for facts, `path` where in the engagement it comes from
    (None: not from there), `optional` whether it is a CEL optional, `elements` what is sure to exist in every item
    and `sure` what is sure to exist in it (both as suffixes of places), `literal` its value where it is written out in
    the rule.
    """

    node: Node | None = None
    place: str = ""
    path: Pattern | None = None
    optional: bool = False
    elements: Facts = NOTHING
    sure: Facts = NOTHING
    literal: Any = None

    def step(self, key: str) -> "Value":
        """The value of a field."""
        node = None
        if self.node is not None:
            declared = self.node.fields.get(key)
            node = declared.node if declared else self.node.item if self.node.kind == "map" else None
        path = None if self.path is None else (*self.path, key)
        return Value(node, f"{self.place}.{key}" if self.place else "", path, sure=below(f".{key}", self.sure))

    def item(self, name: str) -> "Value":
        """An item of a list, under a name of its own."""
        node = self.node.item if self.node is not None and self.node.kind == "list" else None
        path = None if self.path is None else (*self.path, EACH)
        return Value(node, f"{self.place}[{name}]", path, sure=self.elements)

    def always_has(self, key: str) -> bool:
        """Whether the field is sure to exist in this value, as far as its shape and its origin say."""
        if self.node is None or self.node.kind == "any" or exists(f".{key}", self.sure):
            return True
        declared = self.node.fields.get(key)
        return declared is not None and declared.required

    def lacks(self, key: str) -> bool:
        """Whether the value is a group of fields in which there is never such a field: a map made in the rule."""
        return self.node is not None and self.node.kind == "object" and key not in self.node.fields

    def unwrapped(self) -> "Value":
        """The value inside an optional."""
        return replace(self, optional=False)


class Mistake(Struct, frozen=True):
    """Something wrong in an expression: where in which part of the rule, what, and the corrected text."""

    part: tuple[str | int, ...]
    offset: int
    code: str
    message: str
    help: str = ""


class Findings(Struct):
    """What an analysis collects.

    `followed` and `judged` keep what is known of `let` names, by part and by what was sure there.
    """

    mistakes: dict[tuple[tuple[str | int, ...], int, str], Mistake] = field(default_factory=dict)
    reads: set[Read] = field(default_factory=set)
    followed: dict[tuple[tuple[str | int, ...], Facts], Value] = field(default_factory=dict)
    judged: dict[tuple[tuple[str | int, ...], Facts], tuple[Facts, Facts]] = field(default_factory=dict)


class Follower(Protocol):
    """Who follows an expression: what the rules about meanings need of the analysis that asks them."""

    found: Findings

    def walk(self, node: Any, facts: Facts) -> Value:
        """Follow a node and give what is known of its value."""

    def use(self, value: Value) -> None:
        """Note that a value counts as a whole."""

    def mistake(self, node: Any, code: str, message: str, help: str = "") -> None:  # noqa: A002 (the word of findings)
        """Note something wrong at a node."""

    def text(self, node: Any) -> str:
        """The chain of names that a node is, or an empty text."""

    def one_of(self, values: list[Value], facts: Facts) -> Value:
        """What is known of a value that is one of several."""

    def place(self, value: Value, node: Any) -> str:
        """Where a value stands: its place in the engagement, or a name that all equal expressions share."""


def exists(place: str, facts: Facts) -> bool:
    """Whether a place is sure to exist: it, or something inside it, is among the facts."""
    size = len(place)
    return place in facts or any(
        fact.startswith(place) and fact[size : size + 1] in _INSIDE and _ITEMS not in fact[size:] for fact in facts
    )


def below(place: str, facts: Facts) -> Facts:
    """What facts say about a place and everything inside it, as suffixes of it."""
    size = len(place)
    return frozenset(
        fact[size:] for fact in facts if fact.startswith(place) and fact[size : size + 1] in {"", _ITEMS, *_INSIDE}
    )


def about_items(place: str, facts: Facts) -> Facts:
    """What facts say about every item of the list at a place, as suffixes."""
    prefix = f"{place}{_ITEMS}"
    return frozenset(fact.removeprefix(prefix) for fact in facts if fact.startswith(prefix))


def of_items(place: str, suffixes: Facts) -> Facts:
    """The facts that say something about every item of the list at a place."""
    return frozenset(f"{place}{_ITEMS}{suffix}" for suffix in suffixes)


def sized(place: str, size: int) -> Facts:
    """The facts that say that a list has at least so many items."""
    return frozenset(f"{place}#{number}" for number in range(1, min(size, _LONGEST) + 1)) if place else NOTHING


_ITEMS = "*"
_INSIDE = (".", "[", "#")
_LONGEST = 64  # nobody asks for the hundredth item of a list by its number

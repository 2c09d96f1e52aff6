"""What following an expression writes down: places that are read, mistakes, and the names of places."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from bpogov.engine.compiling import syntax
from bpogov.engine.compiling.value import Findings, Mistake, Value
from bpogov.engine.reads import Read


class Source(Struct, frozen=True):
    """An expression of a rule: where it stands in the file, its text and its tree."""

    part: tuple[str | int, ...]
    text: str
    tree: syntax.Tree


Names = Mapping[str, "Value | Source"]
"""What a name means: a value, or a `let` whose expression is followed where it is used."""


class Reader:
    """Where an expression is being followed.

    `rule` are the names of the rule itself, where `names` also has those of the loops around the expression: a `let`
    means the same wherever it is read.
    """

    def __init__(self, source: Source, names: Names, found: Findings, rule: Names | None = None) -> None:
        self.source = source
        self.names = dict(names)
        self.found = found
        self.rule = self.names if rule is None else rule

    def use(self, value: Value) -> None:
        """Note that a value counts as a whole: compared, calculated with, shown or handed to a calculation."""
        if value.path is not None:
            self.found.reads.add(Read(value.path, deep=True))

    def mistake(self, node: Any, code: str, message: str, help: str = "") -> None:  # noqa: A002 (the word of findings)
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

    def note(self, value: Value) -> None:
        """Note that a place is looked at: whether it is there, how many items it has, or a part of it."""
        if value.path is not None:
            self.found.reads.add(Read(value.path, deep=False))

    def place(self, value: Value, node: Any) -> str:
        """Where a value stands: its place in the engagement, or a name that all equal expressions share."""
        return value.place or f"={syntax.digest(syntax.spelled(node, self.meant))}"

    def meant(self, name: str) -> str:
        """A name as the place that it means, or as it is."""
        meant = self.names.get(name)
        return meant.place or name if isinstance(meant, Value) else name

    def overstrained(self) -> bool:
        """Whether names under let are read under too many different conditions: each of them is followed for itself."""
        if len(self.found.judged) + len(self.found.followed) < _MOST_CONDITIONS:
            return False
        message = "too many conditions depend on each other here, so nobody can say what is sure to exist"
        self.mistake(self.source.tree.root, "too-complex", message, "ask for less in one rule")
        return True


_MOST_CONDITIONS = 1000

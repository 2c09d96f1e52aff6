"""Paths in rules, checked against the engagement's shape before any engagement is read."""

from dataclasses import dataclass

from bpogov.core.suggest import closest
from bpogov.engine.value import EACH, ITEM, Pattern
from bpogov.model.shape import Node
from bpogov.source.notation import Each, Key, NotationError, Steps, parse


class PathError(Exception):
    """A path that the engagement does not have, or that is not written as a path."""

    def __init__(self, message: str, help: str = "", offset: int = 0) -> None:  # noqa: A002
        super().__init__(message)
        self.help = help
        self.offset = offset


@dataclass(frozen=True, slots=True)
class RulePath:
    """A path of a rule: its steps, the shape of what it leads to, and whether each step is always there."""

    text: str
    steps: Steps
    node: Node

    @property
    def relative(self) -> bool:
        """Whether it starts at the item (`@`)."""
        return self.steps.root == "@"

    @property
    def pattern(self) -> Pattern:
        """The path as a pattern of reads, from the root or from the item."""
        return tuple(step.name if isinstance(step, Key) else EACH for step in self.steps.steps)

    @property
    def fact(self) -> str:
        """The place that exists once this path does, as the static analysis names it."""
        return "".join(f".{step.name}" if isinstance(step, Key) else "[*]" for step in self.steps.steps)


def check(text: str, root: Node, item: Node | None, *, several: bool) -> RulePath:
    """Read a path and follow it through the shape. `several` says whether `[*]` may occur in it."""
    try:
        steps = parse(text)
    except NotationError as error:
        raise PathError(
            f'"{text}" is not a path: {error}', "write it as $.contract.term.end or $.slas[*].target", error.offset
        ) from error
    node = root
    if steps.root == "@":
        if item is None:
            raise PathError(f'"{text}" starts at an item, but the rule has no for_each', "start it with $")
        node = item
    for step in steps.steps:
        node = _follow(node, step, text, several=several)
    return RulePath(text, steps, node)


def _follow(node: Node, step: object, text: str, *, several: bool) -> Node:
    if isinstance(step, Key):
        field = node.fields.get(step.name)
        if field is not None:
            return field.node
        if node.kind == "map" and node.item is not None:
            return node.item
        near = closest(step.name, node.fields)
        help_ = f'did you mean "{near}"?' if near else f"there are: {', '.join(sorted(node.fields)) or 'no fields'}"
        raise PathError(
            f'"{text}" leads nowhere: there is no "{step.name}" in an engagement there',
            help_,
            max(0, text.find(step.name)),
        )
    if node.kind not in ("list", "map") or node.item is None:
        raise PathError(f'"{text}" leads nowhere: what stands before the bracket is no list')
    if isinstance(step, Each) and not several:
        raise PathError(f'"{text}" means several places, but one is needed', "name the item, or use for_each and @")
    return node.item


def relative(pattern: Pattern, for_each: Pattern) -> Pattern:
    """A pattern relative to the item, as one from the root in which the item is marked."""
    return (*for_each[:-1], ITEM, *pattern)

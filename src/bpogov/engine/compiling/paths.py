"""Paths in rules, checked against the engagement's shape before any engagement is read."""

from bpogov.core.suggest import closest
from bpogov.engine.compiling.value import NOTHING, Facts, sized
from bpogov.engine.reads import ITEM, Pattern
from bpogov.engine.rulepath import RulePath
from bpogov.model.shape import Node
from bpogov.source.notation import Each, Index, Key, NotationError, Steps, parse


class PathError(Exception):
    """A path that the engagement does not have, or that is not written as a path."""

    def __init__(self, message: str, help: str = "", offset: int = 0) -> None:  # noqa: A002 (the word of findings)
        super().__init__(message)
        self.help = help
        self.offset = offset


class CheckedPath(RulePath, frozen=True):
    """A path that was followed through the shape: what it leads to, and what is sure once it exists."""

    node: Node

    @property
    def bare(self) -> RulePath:
        """The path alone, as programs keep it."""
        return RulePath(self.text, self.steps)

    def facts(self, root: str) -> Facts:
        """What is sure to exist once this path does, for the static analysis: `root` is where it starts.

        `[*]` says something about every item, but not that there are any.
        """
        place, found = root, NOTHING
        for step in self.steps.steps:
            match step:
                case Key():
                    place += f".{step.name}"
                case Each():
                    place += "*"
                case Index() if step.number >= 0:
                    found |= sized(place, step.number + 1)
                    place += f"[{step.number}]"
                case _:
                    found |= sized(place, 1)
                    place += "[?]"
        return found | {place}

    def facts_of_items(self, root: str) -> Facts:
        """What is sure to exist where a rule looks at an item of this path: the first list on the way is not empty."""
        steps = self.steps.steps
        first = next(number for number, step in enumerate(steps) if isinstance(step, Each))
        place = CheckedPath("", Steps("$", (*steps[:first], Index(0))), self.node)
        return place.facts(root)

    @property
    def sample(self) -> str:
        """An expression for the checker that has the type of what the path leads to."""
        steps = (f".{step.name}" if isinstance(step, Key) else "[0]" for step in self.steps.steps)
        return "engagement" + "".join(steps)


def check(text: str, root: Node, item: Node | None, *, several: bool) -> CheckedPath:
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
    return CheckedPath(text, steps, node)


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
    if node.kind != "list" or node.item is None:
        help_ = "write a dot and the name of the entry" if node.kind == "map" else ""
        raise PathError(f'"{text}" leads nowhere: what stands before the bracket is no list', help_)
    if isinstance(step, Each) and not several:
        raise PathError(f'"{text}" means several places, but one is needed', "name the item, or use for_each and @")
    return node.item


def relative(pattern: Pattern, for_each: Pattern) -> Pattern:
    """A pattern relative to the item, as one from the root in which the item is marked."""
    return (*for_each[:-1], ITEM, *pattern)

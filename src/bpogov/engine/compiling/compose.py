"""Composing the text that the runtime evaluates: `let` becomes `cel.bind`, `for_each` one loop over all items."""

import re
from collections.abc import Callable
from typing import Any

from bpogov.engine.compiling.expression import Expression, Frame
from bpogov.engine.environment import THIS_ITEM, THIS_VIOLATION, given_text, parameters_of
from bpogov.engine.rulepath import RulePath
from bpogov.source.notation import Each, Key

_WORD = re.compile(r"[A-Za-z_]\w*")
_BROKEN = "dyn(0)"
"""Stands for a `let` with a mistake in it, so that its readers bring up only mistakes of their own."""


class RefusedError(Exception):
    """An expression that fits the types of the engagement, but not what the runtime can calculate with: `f(5)`."""

    def __init__(self, expression: Expression, text: str, words: str) -> None:
        self.expression = expression
        self.text = text
        super().__init__(words)


class Composer:
    """Composes the expressions of one rule, for the checking and for the running environment.

    `lets` are those that were accepted; `used` collects the names of those that something reads.
    """

    def __init__(self, rule: str, item: str | None, environment: Any) -> None:
        self.used: set[str] = set()
        self.lets: dict[str, Expression | None] = {}
        self._item = item
        self._environment = environment
        self._parameters = ("params", parameters_of(rule))

    def frame(self, text: str, item: str | None) -> Frame:
        """What gives the names in a text their meaning for the checker; `item` is an expression with its type."""
        needed = self._needed(frozenset(_WORD.findall(text)))
        bindings = [self._parameters]
        if item is not None and self._item is not None:
            bindings.append((self._item, item))
        bindings += [
            (name, checked.adjusted.text if checked else _BROKEN)
            for name, checked in self.lets.items()
            if name in needed
        ]
        return Frame(tuple(bindings))

    def compile(self, checked: Expression) -> Any:
        """A program of the runtime for one checked expression. Raises RefusedError."""
        try:
            return self._environment.compile(self._bound(checked, _runnable))
        except RuntimeError:
            return self._compile_as_written(checked)

    def _compile_as_written(self, checked: Expression) -> Any:
        """The same from the text of the author, because what is refused is told by its place in that."""
        text = self._bound(checked, _written)
        try:
            return self._environment.compile(text)
        except RuntimeError as error:
            broken = next(filter(self._is_refused, self._lets_of(checked)), None)
            if broken is not None:
                self.compile(broken)
            raise RefusedError(checked, text, str(error)) from error

    def _lets_of(self, checked: Expression) -> list[Expression]:
        """The values of `let` that an expression reads, in their order."""
        needed = self._needed(checked.names)
        return [let for name, let in self.lets.items() if let and name in needed]

    def _is_refused(self, let: Expression) -> bool:
        try:
            self._environment.compile(self._bound(let, _written))
        except RuntimeError:
            return True
        return False

    def batch(self, path: RulePath | None, where: Expression | None, assertions: tuple[Expression, ...]) -> Any:
        """A program that gives, per item, the results of all assertions; an empty list where `where` leaves it out.

        Without items (no `path`) it gives one such list.

        None where it would be nested too deeply for the runtime, although every part of it is not: the items are then
        looked at one by one.

        A value under let that does not depend on the item is calculated once for all of them, and every other one once
        for all assertions.

        Several rules are not put together: that would save a tenth of the runtime's time, and of two loops that are
        sound alone, the runtime refuses some side by side.
        """
        parts = (*assertions, where) if where else assertions
        once, each = self._frames(frozenset[str]().union(*(part.names for part in parts)))
        results = ", ".join(f"({checked.run}\n)" for checked in assertions)
        body = f"[{results}]" if where is None else f"({where.run}\n) ? [{results}] : []"
        if path is not None:
            body = self._loops(list(path.steps.steps), "engagement", f"{each.before}{body}{each.after}", 0)
        try:
            return self._environment.compile(f"{once.before}{body}{once.after}")
        except RuntimeError:
            return None

    def _frames(self, names: frozenset[str]) -> tuple[Frame, Frame]:
        """What gives names their meaning around the loop over the items, and what inside it."""
        needed = self._needed(names)
        self.used |= needed
        once: list[tuple[str, str]] = [self._parameters]
        each: list[tuple[str, str]] = []
        for name, let in self.lets.items():
            if name in needed:
                of_item = let is not None and self._item in self.closure(let)
                (each if of_item else once).append((name, let.run if let else _BROKEN))
        return Frame(tuple(once)), Frame(tuple(each))

    def mention(self, text: str) -> None:
        """Note the `let` names in a text that has a mistake: they are read all the same."""
        self.used |= self._needed(frozenset(_WORD.findall(text)))

    def closure(self, checked: Expression) -> frozenset[str]:
        """All names that an expression mentions, directly or through `let`."""
        return checked.names.union(*(let.names for let in self._lets_of(checked)))

    def _bound(self, checked: Expression, text: Callable[[Expression], str]) -> str:
        """The text of an expression with the values that it reads bound around it."""
        needed = self._needed(checked.names)
        self.used |= needed
        mentioned = self.closure(checked)
        bindings = [self._parameters] if "params" in mentioned else []
        given = ((self._item, THIS_ITEM), ("violation", THIS_VIOLATION))
        bindings += [(name, given_text(asked)) for name, asked in given if name in mentioned]
        bindings += [(name, text(let) if let else _BROKEN) for name, let in self.lets.items() if name in needed]
        frame = Frame(tuple(bindings))
        return f"({frame.before}{text(checked)}{frame.after})"

    def _needed(self, names: frozenset[str]) -> frozenset[str]:
        """The `let` names among some names, with those that they read themselves."""
        wanted = set(names) & set(self.lets)
        for name in reversed(self.lets):
            let = self.lets[name]
            if name in wanted and let:
                wanted |= let.names & set(self.lets)
        return frozenset(wanted)

    def _loops(self, steps: list[Any], holder: str, body: str, depth: int) -> str:
        """One loop per `[*]`, over lists that may be absent."""
        keys = []
        while steps and not isinstance(steps[0], Each):
            keys.append(steps.pop(0))
        source = holder + "".join(f".?{step.name}" for step in keys if isinstance(step, Key)) + ".orValue([])"
        steps.pop(0)
        if not steps:
            return f"{source}.map({self._item}, {body})"
        name = f"outer__{depth}"
        return f"{source}.map({name}, {self._loops(steps, name, body, depth + 1)})"


def _runnable(checked: Expression) -> str:
    return checked.run


def _written(checked: Expression) -> str:
    return checked.adjusted.text

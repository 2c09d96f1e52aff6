"""Composing the text that the runtime evaluates: `let` becomes `cel.bind`, `for_each` one loop over all items."""

from typing import Any

from bpogov.engine.environment import running_environment
from bpogov.engine.expression import Expression
from bpogov.engine.paths import RulePath
from bpogov.source.notation import Each, Key


class Composer:
    """Composes and compiles the expressions of one rule for the running environment.

    The rule's id is the container of the environment, so that `params` means the variable `SLA005.params` of the one
    activation that all rules share. `used` collects the `let` names that were read.
    """

    def __init__(self, rule: str, item: str | None, lets: dict[str, Expression]) -> None:
        self.used: set[str] = set()
        self._lets = lets
        self._item = item
        variables = ["engagement", "today", "violation", f"{rule}.params", *([item] if item else [])]
        self._environment = running_environment(rule, variables)

    def compile(self, checked: Expression) -> Any:
        """A program of the runtime for one checked expression."""
        return self._environment.compile(self._bound(checked))

    def batch(self, path: RulePath | None, where: Expression | None, assertions: tuple[Expression, ...]) -> Any:
        """A program that gives, per item that `where` lets through, the results of all assertions; else an empty list."""
        if path is None:
            return None
        results = ", ".join(self._bound(checked) for checked in assertions)
        body = f"[{results}]" if where is None else f"({self._bound(where)}) ? [{results}] : []"
        return self._environment.compile(self._loops(list(path.steps.steps), "engagement", body, 0))

    def closure(self, checked: Expression) -> frozenset[str]:
        """All names that an expression mentions, directly or through `let`."""
        return checked.names.union(*(self._lets[name].names for name in self._needed(checked)))

    def _bound(self, checked: Expression) -> str:
        """The text with the `let` values that it reads around it, the first one outermost."""
        text = _closed(checked.adjusted.text)
        for name in reversed(self._needed(checked)):
            text = f"cel.bind({name}, {_closed(self._lets[name].adjusted.text)}, {text})"
        return text

    def _needed(self, checked: Expression) -> list[str]:
        wanted = set(checked.names) & set(self._lets)
        for name in reversed(self._lets):
            if name in wanted:
                wanted |= self._lets[name].names & set(self._lets)
        self.used |= wanted
        return [name for name in self._lets if name in wanted]

    def _loops(self, steps: list[Any], holder: str, body: str, depth: int) -> str:
        """One loop per `[*]`, over lists that may be absent."""
        keys = []
        while steps and not isinstance(steps[0], Each):
            keys.append(steps.pop(0))
        source = holder + "".join(f".?{step.name}" for step in keys if isinstance(step, Key)) + ".orValue([])"
        steps.pop(0)
        if not steps:
            return f"{source}.map({self._item}, {body})"
        name = f"outer{depth}__"
        return f"{source}.map({name}, {self._loops(steps, name, body, depth + 1)})"


def _closed(text: str) -> str:
    """An expression in brackets; the line end closes a comment that the author may have put last."""
    return f"({text}\n)"

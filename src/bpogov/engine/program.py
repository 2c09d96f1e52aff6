"""What a rule becomes once it is loaded: programs of the CEL runtime, with what they read."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from bpogov.core.status import Status, Tier
from bpogov.engine.environment import Running, parameters_of
from bpogov.engine.later import Later
from bpogov.engine.reads import Pattern, Read
from bpogov.engine.rulepath import RulePath
from bpogov.policy.policyset import BoundRule, PolicySet


class Program(Struct, frozen=True):
    """An expression that can be run: `text` is the author's, `run` the runtime's, `reads` what it looks at."""

    text: str
    run: Any
    reads: frozenset[Read]


class Template(Struct, frozen=True):
    """A message: its text, a program for each hole, and for a hole that is a plain read, which path that is."""

    text: str
    holes: tuple[Program, ...]
    paths: tuple[Pattern | None, ...]


class Assertion(Struct, frozen=True):
    """One thing that must be true, at which statuses, where a finding points, and what it says.

    `each` gives a list with a map for each finding where it is not true; without it there is one finding, at `at`.
    """

    id: str
    statuses: tuple[Status, ...]
    that: Program
    at: RulePath
    each: Program | None
    message: Template
    help: Template


class Need(Struct, frozen=True):
    """A part that must be there, and what is said when it is not (None: a sentence made from its name)."""

    at: RulePath
    message: Template | None


class Iteration(Struct, frozen=True):
    """`for_each`: the list, the name of its item, the condition on items, and the outcome without any."""

    path: RulePath
    name: str
    where: Program | None
    on_empty: str

    @property
    def reads(self) -> frozenset[Read]:
        """What finding the items looks at: the list, and whether each of them is there."""
        pattern = self.path.pattern
        return frozenset((Read(pattern[:-1], deep=False), Read(pattern, deep=False)))


class Detail(Struct, frozen=True):
    """What a rule asks one by one, and what it says: nobody looks at it where the rule holds in one go."""

    help: Template
    assertions: tuple[Assertion, ...] = ()
    message: Template | None = None

    @property
    def statuses(self) -> frozenset[Status] | None:
        """The statuses that any assertion counts for; None where there is no assertion."""
        if not self.assertions:
            return None
        return frozenset(status for part in self.assertions for status in part.statuses)


class CompiledRule(Struct, frozen=True):
    """A rule that can be evaluated. Exactly one of `assertions`, `violations` and `shape` is set.

    `detail` gives its `Detail`, and `asserted` the statuses that any assertion counts for (None: it has none). `batch`
    evaluates every assertion on every item in one go: a list (nested per `[*]`) with a list of results per item that
    `where` lets through; its text is that of the first assertion.
    """

    bound: BoundRule
    detail: Later
    asserted: frozenset[Status] | None = None
    when: Program | None = None
    needs: tuple[Need, ...] = ()
    iteration: Iteration | None = None
    batch: Program | None = None
    violations: Program | None = None
    shape: Any = None
    at: RulePath | None = None
    parameters: Mapping[Tier, dict[str, Any]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The permanent id of the rule."""
        return self.bound.id

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """The assertions, in the order of their author."""
        return self._detail.assertions

    @property
    def help(self) -> Template:
        """What to do where the rule does not hold."""
        return self._detail.help

    @property
    def message(self) -> Template | None:
        """What is said where the rule does not hold, for all violations; None: its assertions say it."""
        return self._detail.message

    @property
    def _detail(self) -> Detail:
        detail: Detail = self.detail()
        return detail


class CompiledPolicy(Struct, frozen=True, dict=True):
    """A policy set that can be evaluated, with the environment that makes activations for it.

    Where it is not `dated`, no rule reads the day of the check.
    """

    policy: PolicySet
    rules: tuple[CompiledRule, ...]
    environment: Running
    dated: bool = True

    @cached_property
    def parameters(self) -> Mapping[Tier, Mapping[str, Any]]:
        """For each tier, the parameters of every rule by the name that its programs know them by."""
        return {tier: {parameters_of(rule.id): rule.parameters[tier] for rule in self.rules} for tier in Tier}

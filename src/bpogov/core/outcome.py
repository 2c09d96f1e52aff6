"""What became of a rule on an engagement."""

from collections import Counter
from enum import StrEnum
from functools import cached_property

from msgspec import Struct


class Outcome(StrEnum):
    """The outcome of one rule on one engagement (the result vocabulary of XCCDF, reduced).

    `NOT_CHECKED`: the part that the rule reads is broken or `unknown`; `ERROR`: the rule itself could not be
    evaluated. Neither is ever a pass.
    """

    PASS = "pass"  # noqa: S105 (an outcome, no password)
    FAIL = "fail"
    NOT_APPLICABLE = "not-applicable"
    NOT_CHECKED = "not-checked"
    ERROR = "error"


class RuleResult(Struct, frozen=True, array_like=True):
    """One rule on one engagement: the outcome, and one sentence why."""

    rule: str
    outcome: Outcome
    reason: str


class Results(tuple[RuleResult, ...]):  # noqa: SLOT001 (it keeps what was counted)
    """The results of all rules on an engagement, in the order of the rules.

    Thousands of engagements have the same ones and share them, so they are counted once (`benchmarks`).
    """

    @cached_property
    def counts(self) -> Counter[Outcome]:
        """How many rules have which outcome."""
        return Counter(result.outcome for result in self)

    def having(self, outcome: Outcome) -> tuple[RuleResult, ...]:
        """Give those with an outcome."""
        return tuple(result for result in self if result.outcome is outcome) if self.counts[outcome] else ()

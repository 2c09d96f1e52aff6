"""What became of a rule on an engagement."""

from enum import StrEnum

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

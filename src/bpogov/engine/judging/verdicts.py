"""What becomes of a rule where nothing is wrong with the engagement, in words."""

from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.status import Status
from bpogov.engine.program import CompiledRule, Iteration, Program


def passed(rule: CompiledRule) -> RuleResult:
    """Everything is as it should be."""
    return RuleResult(rule.id, Outcome.PASS, "everything that it asks for is there")


def not_at(rule: CompiledRule, status: Status) -> RuleResult | None:
    """The rule, or every part of it, is for engagements of another status; None where it is for this one."""
    statuses = rule.bound.facts.statuses
    if status not in statuses:
        words = ", ".join(one.value for one in statuses)
        return _elsewhere(rule, f"it applies to engagements that are {words}; this one is {status}")
    if rule.asserted is not None and status not in rule.asserted:
        return _elsewhere(rule, f"no part of it applies to engagements that are {status}")
    return None


def not_met(rule: CompiledRule, condition: Program) -> RuleResult:
    """The condition of the rule is false."""
    return _elsewhere(rule, f"its condition is not met: {condition.text.strip()}")


def nothing_there(rule: CompiledRule, iteration: Iteration) -> RuleResult | None:
    """There are no items to look at; None where that is wrong by itself."""
    shown = iteration.path.text
    match iteration.on_empty:
        case "fail":
            return None
        case "not-applicable":
            return _elsewhere(rule, f"there is nothing that it looks at: {shown} is empty")
        case _:
            return RuleResult(rule.id, Outcome.PASS, f"there is nothing that could be wrong: {shown} is empty")


def _elsewhere(rule: CompiledRule, reason: str) -> RuleResult:
    return RuleResult(rule.id, Outcome.NOT_APPLICABLE, reason)

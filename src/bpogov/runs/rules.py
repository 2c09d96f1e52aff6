"""The effective policy set as a table."""

from bpogov.core.listing import RuleRow
from bpogov.core.status import Tier
from bpogov.engine.compiling.compile import compile_policy
from bpogov.policy.load import load_policy_set
from bpogov.policy.policyset import BoundRule
from bpogov.policy.settings import Settings


def list_rules(config: str | None, policies: str | None) -> tuple[RuleRow, ...]:
    """One row per rule, in the order of the ids, switched off ones too. Raises PolicyError where a rule is broken."""
    policy = load_policy_set(config, policies)
    compile_policy(policy)
    return tuple(_row(rule) for rule in policy.rules)


def _row(rule: BoundRule) -> RuleRow:
    settings = rule.settings[Tier.STANDARD]
    return RuleRow(
        id=rule.id,
        name=rule.facts.name,
        title=rule.facts.title,
        severity=settings.severity.value,
        since=settings.since.value.value,
        pack=rule.facts.pack,
        enabled=rule.enabled,
        changed_by=tuple(sorted(_files(settings))),
    )


def _files(settings: Settings) -> set[str]:
    every = (
        settings.severity,
        settings.since,
        settings.enabled,
        *settings.parameters.values(),
        *settings.assertions.values(),
    )
    return {setting.origin.rsplit(", line", 1)[0] for setting in every if setting.origin != "the rule"}

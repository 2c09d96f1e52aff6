"""What counts for a rule after every layer, with the origin of each value."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from bpogov.policy.amendment import Amendment
from bpogov.policy.facts import RuleFacts


class Setting(Struct, frozen=True):
    """A value and where it comes from, in words: `the rule`, `pack bpogov/core`, `bpogov.yaml, line 12`."""

    value: Any
    origin: str


class Settings(Struct, frozen=True):
    """What counts for a rule on the engagements of one tier.

    `assertions` holds severities and first statuses set for single assertions, as `id/severity` and `id/from`.
    """

    severity: Setting
    since: Setting
    enabled: Setting
    parameters: Mapping[str, Setting]
    assertions: Mapping[str, Setting]

    def plain_parameters(self, rule: RuleFacts) -> dict[str, Any]:
        """The values of the parameters, as rules see them."""
        return {name: rule.parameters[name].plain(setting.value) for name, setting in self.parameters.items()}


def settle(rule: RuleFacts, amendments: Iterable[Amendment]) -> Settings:
    """Lay the changes over the rule's own values, in the order in which they win."""
    severity = Setting(rule.severity, "the rule")
    since = Setting(rule.since, "the rule")
    enabled = Setting(value=True, origin="the rule")
    parameters = {name: Setting(declared.default, "the rule") for name, declared in rule.parameters.items()}
    assertions: dict[str, Setting] = {}
    for change in sorted(amendments, key=lambda one: one.order):
        if change.assertion:
            if change.severity is not None:
                assertions[f"{change.assertion}/severity"] = Setting(change.severity, change.origin)
            if change.since is not None:
                assertions[f"{change.assertion}/from"] = Setting(change.since, change.origin)
            continue
        severity = Setting(change.severity, change.origin) if change.severity is not None else severity
        since = Setting(change.since, change.origin) if change.since is not None else since
        enabled = Setting(change.enabled, change.origin) if change.enabled is not None else enabled
        parameters |= {name: Setting(value, change.origin) for name, value in change.parameters.items()}
    return Settings(severity, since, enabled, parameters, assertions)

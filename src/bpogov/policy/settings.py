"""What counts for a rule after every layer, with the origin of each value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bpogov.policy.entry import Entry
from bpogov.policy.override import LocalOverride
from bpogov.policy.pack import PackRule


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it comes from, in words: `the rule`, `pack bpogov/core`, `bpogov.yaml, line 12`."""

    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What counts for a rule on the engagements of one tier.

    `assertions` holds severities and first statuses set for single assertions, as `id/severity` and `id/from`.
    """

    severity: Setting
    since: Setting
    enabled: Setting
    parameters: Mapping[str, Setting]
    assertions: Mapping[str, Setting]

    def plain_parameters(self, rule: PackRule) -> dict[str, Any]:
        """The values of the parameters, as rules see them."""
        return {name: rule.form.parameters[name].plain(setting.value) for name, setting in self.parameters.items()}


def settle(rule: PackRule, entries: Iterable[Entry]) -> Settings:
    """Lay the changes over the rule's own values, in the order in which they win."""
    form = rule.form
    severity = Setting(form.severity, "the rule")
    since = Setting(form.since, "the rule")
    enabled = Setting(value=True, origin="the rule")
    parameters = {name: Setting(declared.default, "the rule") for name, declared in form.parameters.items()}
    assertions: dict[str, Setting] = {}
    for entry in sorted(entries, key=lambda entry: entry.order):
        change = entry.change
        if entry.assertion:
            if change.severity is not None:
                assertions[f"{entry.assertion}/severity"] = Setting(change.severity, entry.origin)
            if change.since is not None:
                assertions[f"{entry.assertion}/from"] = Setting(change.since, entry.origin)
            continue
        severity = Setting(change.severity, entry.origin) if change.severity is not None else severity
        since = Setting(change.since, entry.origin) if change.since is not None else since
        if isinstance(change, LocalOverride) and change.enabled is not None:
            enabled = Setting(change.enabled, entry.origin)
        parameters |= {name: Setting(value, entry.origin) for name, value in change.parameters.items()}
    return Settings(severity, since, enabled, parameters, assertions)

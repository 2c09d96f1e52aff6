"""The rules that apply now, with the origin of every value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bpogov.core.finding import Notification
from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.policy.configuration import Configuration
from bpogov.policy.pack import Pack, PackRule


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


@dataclass(frozen=True, slots=True)
class BoundRule:
    """A rule with the settings that count for each tier. `locked_by` names the file that locks it, or is empty."""

    rule: PackRule
    settings: Mapping[Tier, Settings]
    locked_by: str = ""

    @property
    def id(self) -> str:
        """The permanent id of the rule."""
        return self.rule.form.id

    @property
    def enabled(self) -> bool:
        """Whether the rule counts at all; a tier never switches one off."""
        return bool(self.settings[Tier.STANDARD].enabled.value)

    def severity(self, tier: Tier, status: Status, assertion: str = "") -> Severity:
        """The severity of a finding: a note before the rule's first status, and never above the rule's own."""
        settings = self.settings[tier]
        ceiling: Severity = settings.severity.value
        first: Status = settings.since.value
        if assertion:
            own = next(part for part in self.rule.form.assertions if part.id == assertion)
            ceiling = (own.severity or ceiling).capped(ceiling)
            first = max(first, own.since or first, key=lambda status: status.rank)
            changed = settings.assertions.get(f"{assertion}/severity")
            ceiling = changed.value.capped(settings.severity.value) if changed else ceiling
            later = settings.assertions.get(f"{assertion}/from")
            first = later.value if later else first
        return ceiling if status.reached(first) else Severity.NOTE


@dataclass(frozen=True, slots=True)
class PolicySet:
    """The rules that apply now, in the order of their ids, and what they were bound from."""

    rules: tuple[BoundRule, ...]
    packs: tuple[Pack, ...]
    configuration: Configuration
    digest: str
    notifications: tuple[Notification, ...] = ()

    @property
    def enabled(self) -> tuple[BoundRule, ...]:
        """The rules that are not switched off."""
        return tuple(rule for rule in self.rules if rule.enabled)

"""The rules that apply now, with the origin of every value."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from bpogov.core.errors import UsageError
from bpogov.core.finding import Notification
from bpogov.core.gate import BUILT_IN, LOCAL, Gate
from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.core.suggest import closest
from bpogov.policy.configuration import Configuration
from bpogov.policy.entry import Entry, Scope
from bpogov.policy.override import LocalOverride
from bpogov.policy.pack import Pack, PackRule
from bpogov.policy.settings import Settings, settle
from bpogov.policy.terms import WaiverTerms


@dataclass(frozen=True, slots=True)
class BoundRule:
    """A rule with the changes that may count for it, and the settings that do count, for each tier.

    Changes for some files only count after `within`. `locked_by` names the file that locks the rule, or is empty.
    """

    rule: PackRule
    settings: Mapping[Tier, Settings]
    entries: tuple[Entry, ...] = ()
    locked_by: str = ""

    @classmethod
    def of(cls, rule: PackRule, entries: Sequence[Entry], locked_by: str, scopes: Collection[Scope] = ()) -> Self:
        """Settle the changes that count within `scopes`, and those that count everywhere."""
        counting = [entry for entry in entries if entry.scope is None or entry.scope in scopes]
        settings = {tier: settle(rule, [one for one in counting if one.tier in (None, tier)]) for tier in Tier}
        return cls(rule, settings, tuple(entries), locked_by)

    def within(self, scopes: Collection[Scope]) -> Self:
        """The same rule, with the changes for these files too."""
        if not any(entry.scope in scopes for entry in self.entries if entry.scope is not None):
            return self
        return self.of(self.rule, self.entries, self.locked_by, scopes)

    @property
    def id(self) -> str:
        """The permanent id of the rule."""
        return self.rule.form.id

    @property
    def enabled(self) -> bool:
        """Whether the rule counts at all; a tier never switches one off."""
        return bool(self.settings[Tier.STANDARD].enabled.value)

    @property
    def enabled_somewhere(self) -> bool:
        """Whether the rule counts at least for some engagement files."""
        local = (one.change for one in self.entries if one.scope is not None)
        return self.enabled or any(isinstance(change, LocalOverride) and bool(change.enabled) for change in local)

    @property
    def parameters(self) -> dict[Tier, dict[str, Any]]:
        """The parameters for each tier, as the expressions of the rule see them."""
        return {tier: settings.plain_parameters(self.rule) for tier, settings in self.settings.items()}

    def severity(
        self,
        tier: Tier,
        status: Status,
        assertion: str = "",
        lighter: Severity = Severity.ERROR,
        gate: Gate = LOCAL,
    ) -> Severity:
        """The severity of a finding: a note before the rule's first status, and never above the rule's own.

        `lighter` is a ceiling that a violation sets for itself. A gate that promotes the rule, or the assertion, makes
        an error of it all the same, but nothing of what is still a note because of the status.
        """
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
        if not status.reached(first):
            return Severity.NOTE
        return Severity.ERROR if gate.promotes(self.id, assertion) else ceiling.capped(lighter)


@dataclass(frozen=True, slots=True)
class PolicySet:
    """The rules that apply now, in the order of their ids, and what they were bound from."""

    rules: tuple[BoundRule, ...]
    packs: tuple[Pack, ...]
    configuration: Configuration
    digest: str
    notifications: tuple[Notification, ...] = ()
    gates: Mapping[str, Gate] = field(default_factory=lambda: dict(BUILT_IN))
    terms: WaiverTerms = field(default_factory=WaiverTerms)

    @property
    def enabled(self) -> tuple[BoundRule, ...]:
        """The rules that are not switched off."""
        return tuple(rule for rule in self.rules if rule.enabled)

    def gate(self, name: str) -> Gate:
        """The gate of a name. Raises UsageError where there is none."""
        if name in self.gates:
            return self.gates[name]
        near = closest(name, self.gates)
        help_ = f'did you mean "{near}"?' if near else f"gates: {', '.join(self.gates)}"
        raise UsageError(f'There is no gate "{name}"', help_, "unknown-gate")

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The groups of files for which something is different, in the order of the layers."""
        return tuple(dict.fromkeys(one.scope for rule in self.rules for one in rule.entries if one.scope is not None))

"""The rules that apply now, with the origin of every value."""

import posixpath
from collections.abc import Collection, Mapping
from typing import Any, Self

from msgspec import Struct, field
from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.core.finding import Notification
from bpogov.core.gate import BUILT_IN, LOCAL, Gate
from bpogov.core.report import Input
from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.core.suggest import closest
from bpogov.policy.amendment import Amendment, Scope
from bpogov.policy.facts import RuleFacts
from bpogov.policy.settings import Settings, settle
from bpogov.policy.waiverterms import WaiverTerms


class BoundRule(Struct, frozen=True):
    """A rule with the changes that may count for it, and the settings that do count, for each tier.

    Changes for some files only count after `within`. `locked_by` names the file that locks the rule, or is empty.
    """

    facts: RuleFacts
    settings: Mapping[Tier, Settings]
    amendments: tuple[Amendment, ...] = ()
    locked_by: str = ""

    def within(self, scopes: Collection[Scope]) -> Self:
        """The same rule, with the changes for these files too."""
        if not any(one.scope in scopes for one in self.amendments if one.scope is not None):
            return self
        return replace(self, settings=settled(self.facts, self.amendments, scopes))

    @property
    def id(self) -> str:
        """The permanent id of the rule."""
        return self.facts.id

    @property
    def enabled(self) -> bool:
        """Whether the rule counts at all; a tier never switches one off."""
        return bool(self.settings[Tier.STANDARD].enabled.value)

    @property
    def enabled_somewhere(self) -> bool:
        """Whether the rule counts at least for some engagement files."""
        return self.enabled or any(one.enabled for one in self.amendments if one.scope is not None)

    @property
    def parameters(self) -> dict[Tier, dict[str, Any]]:
        """The parameters for each tier, as the expressions of the rule see them."""
        return {tier: settings.plain_parameters(self.facts) for tier, settings in self.settings.items()}

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
        own = self.facts.part(assertion)
        if own is not None:
            ceiling = (own.severity or ceiling).capped(ceiling)
            first = max(first, own.since or first, key=lambda status: status.rank)
            changed = settings.assertions.get(f"{assertion}/severity")
            ceiling = changed.value.capped(settings.severity.value) if changed else ceiling
            later = settings.assertions.get(f"{assertion}/from")
            first = later.value if later else first
        if not status.reached(first):
            return Severity.NOTE
        return Severity.ERROR if gate.promotes(self.id, assertion) else ceiling.capped(lighter)


def settled(rule: RuleFacts, amendments: Collection[Amendment], scopes: Collection[Scope] = ()) -> dict[Tier, Settings]:
    """What counts for each tier: the changes that count within `scopes`, and those that count everywhere."""
    counting = [one for one in amendments if one.scope is None or one.scope in scopes]
    return {tier: settle(rule, [one for one in counting if one.tier in (None, tier)]) for tier in Tier}


class Ground(Struct, frozen=True):
    """Where a configuration counts: its folder, the time zone of its days, and the patterns of its engagements."""

    root: str
    timezone: str
    engagements: tuple[str, ...]

    def within(self, name: str) -> str:
        """The path of a file or a folder that is named from the folder; of nothing, the folder itself."""
        if self.root == ".":
            return name or self.root
        return posixpath.join(self.root, name) if name else self.root


class PolicySet(Struct, frozen=True):
    """The rules that apply now, in the order of their ids, and the files that they were bound from."""

    rules: tuple[BoundRule, ...]
    ground: Ground
    inputs: tuple[Input, ...]
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
        return tuple(
            dict.fromkeys(one.scope for rule in self.rules for one in rule.amendments if one.scope is not None)
        )

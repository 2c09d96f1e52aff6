"""What a layer may change in a rule: the same keys in a pack, in a configuration and for a tier."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.policy.base import Part, Switch, Text

RuleKey = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{1,11}[0-9]{3}(/[a-z][a-z0-9-]*)?$")]
"""A rule by its id, or one assertion of it: `PPL003/client`."""


def _filled(entries: object) -> object:
    """Leave out empty entries: a name with nothing behind it says nothing."""
    if not isinstance(entries, dict):
        return entries
    return {name: entry for name, entry in entries.items() if entry is not None}


class Change(Part):
    """Values that a layer gives to a rule."""

    severity: Severity | None = Field(default=None, description="How much a finding weighs")
    parameters: dict[str, Any] = Field(default={}, description="Values for the parameters of the rule")
    since: Status | None = Field(default=None, alias="from", description="First status with that severity")


class LocalOverride(Change):
    """Values of a layer for some engagements, which may switch a rule off."""

    enabled: Switch | None = Field(default=None, description="false switches the rule off; then say a reason")
    reason: Text | None = Field(default=None, description="Why the rule is switched off")

    @model_validator(mode="after")
    def _off_has_a_reason(self) -> "LocalOverride":
        if self.enabled is False and not self.reason:
            raise ValueError("a rule that is switched off says why: add reason")
        return self


class Override(LocalOverride):
    """Values of a layer for every engagement; only this may lock a rule."""

    lock: Switch | None = Field(default=None, description="true: nobody below may weaken, change or waive the rule")


Overrides = Annotated[dict[RuleKey, Override], BeforeValidator(_filled)]


class PathOverride(Part):
    """Changes to rules for the engagement files that patterns name."""

    engagements: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Patterns of engagement files, relative to the folder of this file"
    )
    rules: Annotated[dict[RuleKey, LocalOverride], BeforeValidator(_filled), Field(min_length=1)] = Field(
        description="Changes to rules, by id"
    )


class TierChanges(Part):
    """What changes for the engagements of one tier."""

    rules: Annotated[dict[RuleKey, Change], BeforeValidator(_filled)] = Field(default={})


Tiers = Annotated[dict[Tier, TierChanges], BeforeValidator(_filled)]

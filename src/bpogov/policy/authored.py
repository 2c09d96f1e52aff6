"""A policy set with the files that authors wrote: for what looks at more than a check needs."""

from dataclasses import dataclass, fields
from typing import Any, TypeVar

from bpogov.policy.configuration import Configuration
from bpogov.policy.pack import Pack, PackRule
from bpogov.policy.policyset import BoundRule, PolicySet


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoredRule(BoundRule):
    """A rule that applies, with its file."""

    rule: PackRule

    @property
    def bare(self) -> BoundRule:
        """The rule alone."""
        return _bare(BoundRule, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoredPolicy(PolicySet):
    """The rules that apply, with their files, packs and configuration."""

    rules: tuple[AuthoredRule, ...]
    packs: tuple[Pack, ...]
    configuration: Configuration

    @property
    def bare(self) -> PolicySet:
        """The policy set alone."""
        return _bare(PolicySet, self, rules=tuple(rule.bare for rule in self.rules))

    @property
    def enabled(self) -> tuple[AuthoredRule, ...]:
        """The rules that are not switched off."""
        return tuple(rule for rule in self.rules if rule.enabled)


Bare = TypeVar("Bare", BoundRule, PolicySet)


def _bare(kind: type[Bare], authored: Bare, **other: Any) -> Bare:
    return kind(**{field.name: getattr(authored, field.name) for field in fields(kind)} | other)

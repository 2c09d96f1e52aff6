"""A policy set with the files that authors wrote: for what looks at more than a check needs."""

from typing import Any, TypeVar

from bpogov.policy.configuration import Configuration
from bpogov.policy.pack import Pack, PackRule
from bpogov.policy.policyset import BoundRule, PolicySet


class AuthoredRule(BoundRule, frozen=True, kw_only=True):
    """A rule that applies, with its file."""

    rule: PackRule

    @property
    def bare(self) -> BoundRule:
        """The rule alone."""
        return _bare(BoundRule, self)


class AuthoredPolicy(PolicySet, frozen=True, kw_only=True):
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
    return kind(**{name: getattr(authored, name) for name in kind.__struct_fields__} | other)

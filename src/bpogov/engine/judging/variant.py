"""The same compiled rules with the settings that count for one engagement file: nothing is compiled again."""

from msgspec.structs import replace

from bpogov.engine.program import CompiledPolicy, CompiledRule
from bpogov.policy.amendment import Scope


class Variants:
    """Gives the policy for a file; files for which the same changes count share one."""

    def __init__(self, compiled: CompiledPolicy) -> None:
        self._compiled = compiled
        self._scopes = compiled.policy.scopes
        self._known: dict[tuple[Scope, ...], CompiledPolicy] = {}

    def of(self, file: str) -> CompiledPolicy:
        """The policy that counts for an engagement file: only the rules that are switched on for it."""
        scopes = tuple(scope for scope in self._scopes if scope.covers(file))
        if scopes not in self._known:
            rules = tuple(within(rule, scopes) for rule in self._compiled.rules)
            kept = tuple(rule for rule in rules if rule.bound.enabled)
            self._known[scopes] = replace(self._compiled, rules=kept)
        return self._known[scopes]


def within(rule: CompiledRule, scopes: tuple[Scope, ...]) -> CompiledRule:
    """A compiled rule with the settings that count within some scopes."""
    bound = rule.bound.within(scopes)
    return rule if bound is rule.bound else replace(rule, bound=bound, parameters=bound.parameters)

"""What a layer says of a rule, as plain values, and the files that it says it of."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.source.discover import matches


class Scope(Struct, frozen=True):
    """The engagement files that a change is about: patterns, and the folder that they start from."""

    patterns: tuple[str, ...]
    root: str

    def covers(self, file: str) -> bool:
        """Whether a file is meant, wherever a link to it may lie."""
        return matches(file, self.patterns, self.root)


class Amendment(Struct, frozen=True):
    """One change to one rule: later wins, by `order`. None means that nothing is said.

    `origin` says where it is written: `bpogov.yaml, line 12`. `tier` and `scope` are None where it counts for every
    engagement; `assertion` is empty where it is about the whole rule.
    """

    order: tuple[int, bool, bool]
    origin: str
    tier: Tier | None
    scope: Scope | None
    assertion: str
    severity: Severity | None
    since: Status | None
    enabled: bool | None
    parameters: Mapping[str, Any]

"""What a run knows of a rule: its texts and its own values, without the form that its file was read in.

Neither pydantic nor the file is needed for them, so that they can be kept beside compiled programs.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from bpogov.core.severity import Severity
from bpogov.core.status import Status


class PartFacts(Struct, frozen=True):
    """One assertion of a rule: its id (empty: the only one), and what it says for itself of weight and of who acts."""

    id: str
    severity: Severity | None
    since: Status | None
    acts: str


class ParameterFacts(Struct, frozen=True):
    """A parameter of a rule: its kind, the kind of what a list or a map holds (or None), and its default."""

    kind: str
    inner: str | None
    default: Any

    def plain(self, value: Any) -> Any:
        """The value as rules see it: numbers as decimals, everything else as it is."""
        return _plain(self.kind, self.inner, value)


class RuleFacts(Struct, frozen=True):
    """What a rule says of itself, with the name of its pack; `acts` is empty where the rule does not know it."""

    id: str
    name: str
    title: str
    severity: Severity
    since: Status
    statuses: tuple[Status, ...]
    rationale: str
    remediation: str
    acts: str
    can_be_waived: bool
    parts: tuple[PartFacts, ...]
    parameters: Mapping[str, ParameterFacts]
    pack: str

    def part(self, assertion: str) -> PartFacts | None:
        """The assertion with an id, or None."""
        return next((part for part in self.parts if part.id == assertion), None) if assertion else None


def _plain(kind: str, inner: str | None, value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(inner or "string", None, item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(inner or "string", "string", item) for key, item in value.items()}
    return float(value) if kind == "number" else value

"""How much a finding weighs."""

from enum import StrEnum


class Severity(StrEnum):
    """The weight of a rule and of its findings (the levels of SARIF 2.1.0)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the heaviest: sorts findings most severe first."""
        return _RANKS[self]

    def at_least(self, other: "Severity") -> bool:
        """Whether this severity weighs as much as `other`, or more."""
        return self.rank <= other.rank

    def capped(self, ceiling: "Severity") -> "Severity":
        """This severity, but no heavier than `ceiling`."""
        return self if ceiling.at_least(self) else ceiling


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}

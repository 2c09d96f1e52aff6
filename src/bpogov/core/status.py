"""Where an engagement stands in its life."""

from enum import StrEnum


class Status(StrEnum):
    """The life cycle of an engagement, in order (after the phases of ISO 37500)."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    SIGNED = "signed"
    LIVE = "live"
    EXITING = "exiting"
    ENDED = "ended"

    @property
    def rank(self) -> int:
        """Position in the life cycle, 0 for draft."""
        return _ORDER.index(self)

    def reached(self, other: "Status") -> bool:
        """Whether an engagement of this status has come as far as `other`."""
        return self.rank >= other.rank


_ORDER = tuple(Status)


class Tier(StrEnum):
    """How much is asked of an engagement, in proportion to its size and risk."""

    SMALL = "small"
    STANDARD = "standard"
    CRITICAL = "critical"

"""The versions of the tool and of the data that a verdict depends on."""

from bpogov.values import holidays, timezone
from bpogov.version import VERSION


def versions() -> dict[str, str]:
    """Versions by name: `bpogov`, `tzdata` (the time zones) and `holidays`."""
    return {"bpogov": VERSION, "tzdata": timezone.version(), "holidays": holidays.version()}

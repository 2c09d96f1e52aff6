"""What counts for waivers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WaiverTerms:
    """What counts for waivers.

    `files` are patterns from the folder of the configuration; `longest` and `remind` are durations; `approvers` are
    the roles that may approve, in the order of the configuration.
    """

    files: tuple[str, ...] = ("waivers/**/*.yaml", "waivers/**/*.yml")
    longest: str = "P180D"
    approvers: tuple[str, ...] = ("executive-sponsor", "legal", "security", "data-protection")
    remind: str = "P30D"

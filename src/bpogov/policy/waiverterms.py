"""What counts for waivers."""

from msgspec import Struct


class WaiverTerms(Struct, frozen=True):
    """What counts for waivers.

    `files` are patterns from the folder of the configuration; `longest` and `remind` are durations; `approvers` are
    the roles that may approve, in the order of the configuration.
    """

    files: tuple[str, ...] = ("waivers/**/*.yaml", "waivers/**/*.yml")
    longest: str = "P180D"
    approvers: tuple[str, ...] = ("executive-sponsor", "legal", "security", "data-protection")
    remind: str = "P30D"

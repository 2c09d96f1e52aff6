"""The date that a check is made for: an input, never read inside a rule."""

from datetime import datetime

from bpogov.core.errors import UsageError
from bpogov.values import date
from bpogov.values.errors import BadValue


def date_of_check(asked: str | None, timezone: str) -> str:
    """The date in ISO 8601: the one that was asked for, else the day it is now in the configured time zone."""
    if asked is None:
        from zoneinfo import ZoneInfo  # imported here: with --today no zone is needed

        return datetime.now(tz=ZoneInfo(timezone)).date().isoformat()
    try:
        return date.parse(asked).isoformat()
    except BadValue as bad:
        help_ = f"write --today {bad.suggestion}" if bad.suggestion else "write --today 2026-11-21"
        raise UsageError(str(bad), help_) from bad

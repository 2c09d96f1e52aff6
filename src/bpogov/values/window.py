"""The stretch of time that a level is measured over: `calendar-month`, `rolling-30d`, `per-incident`."""

import re

from msgspec import Struct

from bpogov.values.errors import BadValue, quoted

WORDS = ("calendar-month", "calendar-quarter", "contract-year", "per-incident")
"""The windows with a fixed name; besides them there are rolling windows of any number of days."""


class Window(Struct, frozen=True):
    """A named window, or one that rolls over the last `days` days (0 for a named one)."""

    canonical: str
    days: int = 0


def parse(text: str) -> Window:
    """Read a window: one of WORDS, or `rolling-` with 1 to 366 days and `d`; raises BadValue for anything else."""
    if text in WORDS:
        return Window(text)
    match = _ROLLING.fullmatch(text)
    if match and int(match[1]) <= _LONGEST:
        return Window(text, int(match[1]))
    raise BadValue(
        f"{quoted(text)} is not a window of measurement; write calendar-month, calendar-quarter, rolling-30d,"
        " contract-year or per-incident",
        _meant(text),
    )


def _meant(text: str) -> str:
    from bpogov.core.suggest import closest

    plain = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    match = re.fullmatch(_LOOSE, plain)
    if match:
        days = int(match[1] or match[2] or match[3])
        return f"rolling-{days}d" if 1 <= days <= _LONGEST else ""
    return _SAYINGS.get(plain) or closest(plain.replace(" ", "-"), WORDS) or ""


_LONGEST = 366
_ROLLING = re.compile(r"rolling-([1-9][0-9]{0,2})d")
_LOOSE = r"rolling ([0-9]{1,3}) ?(?:d|days?)?|([0-9]{1,3}) ?(?:d|days?)(?: rolling)?|last ([0-9]{1,3}) ?(?:d|days?)"
_SAYINGS = {
    "month": "calendar-month",
    "monthly": "calendar-month",
    "per month": "calendar-month",
    "quarter": "calendar-quarter",
    "quarterly": "calendar-quarter",
    "per quarter": "calendar-quarter",
    "year": "contract-year",
    "yearly": "contract-year",
    "annual": "contract-year",
    "incident": "per-incident",
    "each incident": "per-incident",
    "every incident": "per-incident",
}

"""A time zone: `Asia/Manila` (a name of the IANA time zone database)."""

import re
from typing import TYPE_CHECKING

from bpogov.values import zone_database
from bpogov.values.errors import BadValue, quoted

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def parse(text: str) -> str:
    """Read the name of a time zone and give it back; older names of the same zone (`Asia/Calcutta`) count too.

    Raises BadValue for everything that stands still while clocks change or that means several places: fixed offsets
    (`+08:00`, `Etc/GMT-8`) and abbreviations (`EST`, `CET`). `UTC` is accepted, for it never means anything else.
    """
    if text in zone_database.names():
        return text
    from bpogov.values.zone_words import meant, several

    if re.fullmatch(_OFFSET, text.strip()):
        message = f"{quoted(text)} is a distance from UTC that ignores summer time; {_EXPECTED}"
        raise BadValue(message)
    choices = several(text)
    if choices:
        message = f"{quoted(text)} can mean more than one time zone; write the one that is meant, for example"
        raise BadValue(f"{message} {', '.join(choices[:-1])} or {choices[-1]}")
    raise BadValue(f"{quoted(text)} is not the name of a time zone; {_EXPECTED}", meant(text))


def zone(name: str) -> "ZoneInfo":
    """Give the rules of a time zone that `parse` accepts, for calculations; raises BadValue for anything else."""
    return zone_database.rules(parse(name))


def version() -> str:
    """Give the release of the time zone database in use, for example `2026a`."""
    return zone_database.release()


_EXPECTED = "write the area and the city, for example Asia/Manila"
_OFFSET = r"(?i)(?:(?:Etc/)?(?:UTC|GMT|Z)? ?[+\u2212-] ?[0-9]{1,2}(?::?[0-9]{2})?)"

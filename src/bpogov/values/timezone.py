"""A time zone: `Asia/Manila` (a name of the IANA time zone database)."""

import re
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, cast

from bpogov.values.errors import BadValue, quoted

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo


def parse(text: str) -> str:
    """Read the name of a time zone and give it back; older names of the same zone (`Asia/Calcutta`) count too.

    Raises BadValue for everything that stands still while clocks change or that means several places: fixed offsets
    (`+08:00`, `Etc/GMT-8`) and abbreviations (`EST`, `CET`). `UTC` is accepted, for it never means anything else.
    """
    if text in names():
        return text
    from bpogov.values.zone_words import meant, several

    if _OFFSET.fullmatch(text.strip()):
        message = f"{quoted(text)} is a distance from UTC that ignores summer time; {_EXPECTED}"
        raise BadValue(message)
    choices = several(text)
    if choices:
        message = f"{quoted(text)} can mean more than one time zone; write the one that is meant, for example"
        raise BadValue(f"{message} {', '.join(choices[:-1])} or {choices[-1]}")
    raise BadValue(f"{quoted(text)} is not the name of a time zone; {_EXPECTED}", meant(text))


@cache
def names() -> frozenset[str]:
    """Give every name that `parse` accepts, from the time zone database that bpogov was installed with."""
    every = (_database() / "zones").read_text(encoding="utf-8").split()
    return frozenset(name for name in every if not _is_fixed(name))


@cache
def zone(name: str) -> "ZoneInfo":
    """Give the rules of a time zone that `parse` accepts, always from the database that `version` names.

    The database of the machine is not used, so that the same file gives the same result everywhere. Raises BadValue.
    """
    from zoneinfo import ZoneInfo

    with (_database() / "zoneinfo" / parse(name)).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=name)


def version() -> str:
    """Give the release of the time zone database in use, for example `2026a`."""
    return str(_package().IANA_VERSION)


@cache
def of_country(code: str) -> tuple[str, ...]:
    """Give the time zones of a country by its ISO 3166-1 code, in the order of the database; none for others."""
    lines = (_database() / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return tuple(row[2] for row in rows if row[0] == code)


@cache
def _database() -> "Path":
    from pathlib import Path

    return Path(_package().__path__[0])


def _package() -> ModuleType:
    import tzdata  # type: ignore[import-untyped]

    return cast("ModuleType", tzdata)


def _is_fixed(name: str) -> bool:
    return name in _FIXED or name.startswith("Etc/")


_EXPECTED = "write the area and the city, for example Asia/Manila"
_OFFSET = re.compile(r"(?:(?:Etc/)?(?:UTC|GMT|Z)? ?[+\u2212-] ?[0-9]{1,2}(?::?[0-9]{2})?)", re.IGNORECASE)
_FIXED = frozenset({
    "CET", "CST6CDT", "EET", "EST", "EST5EDT", "Factory", "GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich", "HST",
    "MET", "MST", "MST7MDT", "PST8PDT", "UCT", "Universal", "WET", "Zulu",
})  # fmt: skip
"""Names of the database that are offsets or abbreviations rather than places."""

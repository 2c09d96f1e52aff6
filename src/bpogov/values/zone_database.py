"""The IANA time zone database that bpogov was installed with (the package `tzdata`), never the one of the machine.

So the same file gives the same result everywhere, and a report can name the release that counted.
"""

import os
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@cache
def names() -> frozenset[str]:
    """Give every name that stands for a place with rules of its own, and `UTC`."""
    every = _text("zones").split()
    return frozenset(name for name in every if name not in _FIXED and not name.startswith("Etc/"))


@cache
def of_country(code: str) -> tuple[str, ...]:
    """Give the time zones of a country by its ISO 3166-1 code, in the order of the database; none for others."""
    lines = _text("zoneinfo", "zone.tab").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return tuple(row[2] for row in rows if row[0] == code)


@cache
def rules(name: str) -> "ZoneInfo":
    """Give the rules of a zone, the same object every time; raises KeyError for a name that `names` does not give."""
    from zoneinfo import ZoneInfo

    if name not in names():
        raise KeyError(name)
    with open(_file("zoneinfo", name), "rb") as compiled:
        return ZoneInfo.from_file(compiled, key=name)


def release() -> str:
    """Give the release of the database, for example `2026a`."""
    return str(_package().IANA_VERSION)


def _text(*names: str) -> str:
    with open(_file(*names), encoding="utf-8") as file:
        return file.read()


def _file(*names: str) -> str:
    return os.path.join(_package().__path__[0], *names)


def _package() -> ModuleType:
    import tzdata  # type: ignore[import-untyped]  # it has no types

    return cast("ModuleType", tzdata)


_FIXED = frozenset({
    "CET", "CST6CDT", "EET", "EST", "EST5EDT", "Factory", "GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich", "HST",
    "MET", "MST", "MST7MDT", "PST8PDT", "UCT", "Universal", "WET", "Zulu",
})  # fmt: skip
"""Names of the database that are offsets or abbreviations rather than places."""

"""Public holidays of countries and of their parts, from a table that ships with bpogov.

The table is a snapshot of the package `holidays`, made when bpogov is released: the same file gives the same result
everywhere, and a report can name the data that counted. Beyond its years, and for a country of which it has no days,
no holiday is known; what an engagement itself adds or removes always wins over it.
"""

import datetime as dt
import os.path
from functools import cache


@cache
def dates(calendar: str) -> frozenset[dt.date]:
    """Give every known public holiday of a calendar (`US`, `GB-ENG`, `PH`), those that fall on weekends included.

    A part of a country of which nothing is known has the holidays of the country; anything else unknown has none.
    """
    line = _lines().get(calendar)
    if line is None:
        country, _, part = calendar.partition("-")
        return dates(country) if part else frozenset()
    basis, _, days = line.partition(" ")
    whole = dates(basis.removeprefix("=")) if basis != "=" else frozenset()
    added, removed = _read(days)
    return (whole - removed) | added


def years() -> range:
    """Give the years of which holidays are known."""
    first, last = _head()[2].split("-")
    return range(int(first), int(last) + 1)


def version() -> str:
    """Give the release of the package `holidays` and the years, for example `0.109 (2024-2032)`."""
    _, release, span = _head()
    return f"{release} ({span})"


def _read(days: str) -> tuple[frozenset[dt.date], frozenset[dt.date]]:
    """Give the dates that a line adds and those that it takes away."""
    every, year = years(), 0
    added, removed = set[dt.date](), set[dt.date]()
    for word in days.split():
        if word.endswith(":"):
            year = int(word[:-1])
            continue
        month, day = int(word[-4:-2]), int(word[-2:])
        group = removed if word.startswith("-") else added
        group.update(dt.date(each, month, day) for each in (every if year == 0 else (year,)))
    return frozenset(added), frozenset(removed)


@cache
def _lines() -> dict[str, str]:
    """Give the line of every calendar: what follows its code."""
    found = {}
    with open(_TABLE, encoding="ascii") as table:
        for line in table:
            codes, _, rest = line.rstrip("\n").partition(" ")
            found.update(dict.fromkeys(codes.split(","), rest))
    return found


@cache
def _head() -> list[str]:
    with open(_TABLE, encoding="ascii") as table:
        return table.readline().split()


_TABLE = os.path.join(os.path.dirname(__file__), "tables", "holidays.txt")

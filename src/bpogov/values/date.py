"""A calendar date: `2026-11-21` (ISO 8601-1:2019, 5.2.2.1, extended format)."""

import datetime as dt
import re
from functools import lru_cache

from bpogov.values.errors import BadValue, quoted
from bpogov.values.months import month_length


def parse(text: str) -> dt.date:
    """Read a date written as year-month-day with four, two and two digits.

    Years run from 0001 to 9999 (9999-12-31 is how registers write "no end"). Raises BadValue for every other writing,
    for a day that the month does not have, and for a date with a time of day.
    """
    return _known(text) if len(text) == _LENGTH else _read(text)


@lru_cache(maxsize=4096)
def _known(text: str) -> dt.date:
    """Read a text of that length: the structure and many rules ask for the same ones (`benchmarks/stages`)."""
    return _read(text)


def _read(text: str) -> dt.date:
    match = _ISO.fullmatch(text)
    if match is None:
        raise _misspelt(text)
    year, month, day = (int(part) for part in match.groups())
    date = _date(year, month, day)
    if date is None:
        raise _no_such_day(text, year, month)
    return date


def canonical(date: dt.date) -> str:
    """Give a date as it is written in a file: year-month-day, the year with four digits."""
    return date.isoformat()


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _no_such_day(text: str, year: int, month: int) -> BadValue:
    if not 1 <= month <= _MONTHS_IN_A_YEAR:
        swapped = "" if year == 0 else _iso(_date(year, int(text[8:]), month))
        return BadValue(f"{quoted(text)} has no month between 01 and 12; {_EXPECTED}", swapped)
    if year == 0:
        return BadValue(f"{quoted(text)} has the year 0000, which no calendar has; {_EXPECTED}")
    days = month_length(year, month)
    return BadValue(f"{quoted(text)} is not a day of the calendar: {_MONTHS[month - 1]} {year} has {days} days")


def _misspelt(text: str) -> BadValue:
    """Say what is wrong with a text that is not written as a date, with the date it means where that is certain."""
    plain = " ".join(text.split())
    if match := re.fullmatch(_WITH_TIME, plain):
        meant = _iso(_date(int(match[1]), int(match[2]), int(match[3])))
        return BadValue(f"{quoted(text)} has a time of day where only a date is expected; {_EXPECTED}", meant)
    if re.fullmatch(_MONTH_ONLY, plain):
        return BadValue(f"{quoted(text)} is a month without a day; {_EXPECTED}")
    readings = _readings(plain)
    if len(readings) > 1:
        both = " or ".join(date.isoformat() for date in readings)
        return BadValue(f"{quoted(text)} can be read as {both}; {_EXPECTED}")
    meant = readings[0].isoformat() if readings else ""
    return BadValue(f"{quoted(text)} is not a date in the form year-month-day; {_EXPECTED}", meant)


def _readings(text: str) -> list[dt.date]:
    """Give every date that a text can mean, earliest first: two for 03/04/2026, one for 31.12.2026, none for a name."""
    if match := re.fullmatch(_YEAR_FIRST, text):
        return _dates((match[1], match[2] or match[4], match[3] or match[5]))
    if match := re.fullmatch(_YEAR_LAST, text):
        return _dates((match[3], match[2], match[1]), (match[3], match[1], match[2]))
    if match := re.fullmatch(_DAY_NAME, text) or re.fullmatch(_NAME_DAY, text):
        named = month(match["month"])
        return _dates((match["year"], str(named), match["day"])) if named else []
    return []


def _dates(*parts: tuple[str, str, str]) -> list[dt.date]:
    found = (_date(int(year), int(month), int(day)) for year, month, day in parts)
    return sorted({date for date in found if date})


def month(word: str) -> int:
    """Give the number of a month from its English name or the first three letters of it (also `Sept`), or 0."""
    name = word.casefold()
    names = [known.casefold() for known in _MONTHS]
    short = [known[:3] for known in names]
    if name == "sept":
        return short.index("sep") + 1
    return names.index(name) + 1 if name in names else short.index(name) + 1 if name in short else 0


def _iso(date: dt.date | None) -> str:
    return date.isoformat() if date else ""


_LENGTH = 10
_EXPECTED = "write for example 2026-11-21"
_MONTHS_IN_A_YEAR = 12
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WITH_TIME = r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt]| )[0-9]{1,2}:?[0-9]{2}[0-9:.,+ZzUTC -]{0,24}"
_MONTH_ONLY = r"[0-9]{4}-(?:0[1-9]|1[0-2])"
_YEAR_FIRST = r"([0-9]{4})(?:[-/. \u2010-\u2014]([0-9]{1,2})[-/. \u2010-\u2014]([0-9]{1,2})|([0-9]{2})([0-9]{2}))"
_YEAR_LAST = r"([0-9]{1,2})[-/.] ?([0-9]{1,2})[-/.] ?([0-9]{4})"
_DAY_NAME = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?[ -]?(?:of )?(?P<month>[A-Za-z]{3,9})\.?,?[ -]?(?P<year>[0-9]{4})"
_NAME_DAY = r"(?P<month>[A-Za-z]{3,9})\.?[ -]?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,?[ -](?P<year>[0-9]{4})"

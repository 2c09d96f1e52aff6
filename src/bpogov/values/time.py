"""A time of day: `09:00` (ISO 8601-1:2019, hours and minutes), local to the place that it is about."""

import datetime as dt
import re

from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> dt.time:
    """Read a time written as two digits for the hour, a colon and two digits for the minute, from 00:00 to 23:59.

    The end of the day, 24:00, is only understood as the end of hours (see `hours`). Raises BadValue for seconds, zones,
    twelve-hour times and anything else.
    """
    match = _ISO.fullmatch(text)
    if match:
        return dt.time(int(match[1]), int(match[2]))
    if text == "24:00":
        raise BadValue(f'{quoted(text)} is only understood as the end of hours; write "00:00" for midnight', "00:00")
    if re.fullmatch(_WITH_ZONE, text):
        raise BadValue(f"{quoted(text)} has a time zone where only the local time is expected; {_EXPECTED}")
    readings = _readings(" ".join(text.casefold().split()))
    if len(readings) > 1:
        either = " or ".join(readings)
        raise BadValue(f"{quoted(text)} can be read as {either}; {_EXPECTED}")
    raise BadValue(f"{quoted(text)} is not a time of day; {_EXPECTED}", readings[0] if readings else "")


def canonical(time: dt.time) -> str:
    """Give a time as it is written in a file: hours and minutes with a colon."""
    return time.strftime("%H:%M")


def _readings(text: str) -> list[str]:
    """Give the times that a text can mean, in order; two for the number 1350, which some YAML tools make of 22:30."""
    if text in _SAYINGS:
        return [_SAYINGS[text]]
    if match := re.fullmatch(_TWELVE_HOURS, text):
        hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
        return _valid((hour, int(match[2] or 0))) if 1 <= int(match[1]) <= _NOON else []
    if match := re.fullmatch(_LOOSE, text):
        return _valid((int(match[1]), int(match[2] or 0)))
    if re.fullmatch(_DIGITS, text):
        digits = (int(text[:-2]), int(text[-2:]))
        return _valid(digits) if text.startswith("0") else _valid(digits, divmod(int(text), 60))
    return []


def _valid(*times: tuple[int, int]) -> list[str]:
    return sorted({f"{hour:02}:{minute:02}" for hour, minute in times if hour < _HOURS and minute < _MINUTES})


_HOURS = 24
_MINUTES = 60
_NOON = 12
_EXPECTED = 'write hours and minutes in quotes, for example "09:00"'
_ISO = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_WITH_ZONE = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? ?(?:[A-Za-z]{1,20}/[A-Za-z_]{1,20}|[A-Z]{3,4}|Z|[+-][0-9:]{2,5})"
_TWELVE_HOURS = r"([0-9]{1,2})(?:[:.]([0-5][0-9]))? ?([ap])\.? ?m\.?"
_LOOSE = r"([0-9]{1,2}) ?(?:[:.h]([0-5][0-9])(?::00(?:\.0+)?)?h?|h|hrs|hours|o'clock)"
_DIGITS = r"[0-9]{3,4}"
_SAYINGS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}

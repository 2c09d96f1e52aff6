"""The rhythm of a meeting: a word (`weekly`, `monthly`) or a subset of the recurrence rules of RFC 5545, 3.3.10.

The subset is FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL, BYDAY (with ordinals such as 2TH and -1FR), BYMONTHDAY,
BYMONTH and BYSETPOS, with weeks that start on Monday.
"""

import re
from functools import lru_cache

from bpogov.values.errors import BadValue, quoted
from bpogov.values.recurrence import DAYS, Cadence, ever_occurs

WORDS = ("daily", "weekly", "biweekly", "monthly", "quarterly", "semiannual", "annual")
"""The words that are a rhythm, from the most to the least frequent."""


def parse(text: str) -> Cadence:
    """Read a word or a recurrence rule; capitals do not matter.

    Raises BadValue for anything else, for parts of RFC 5545 beyond the subset (each refused by its name), and for a
    rule without any date, such as the 31st of February.
    """
    return _known(text) if len(text) <= _SHORT else _read(text)


@lru_cache(maxsize=1024)
def _known(text: str) -> Cadence:
    """Read a text of usual length: the structure and many rules ask for the same ones (`benchmarks/stages`)."""
    return _read(text)


def _read(text: str) -> Cadence:
    plain = "".join(text.split()) if "=" in text else text.strip()
    if plain.lower() in _OF_WORD:
        frequency, interval = _OF_WORD[plain.lower()]
        return Cadence(frequency, interval, word=plain.lower())
    if "=" not in plain:
        raise _no_rhythm(text)
    parts = _parts(text, plain.upper())
    cadence = Cadence(
        frequency=_frequency(text, parts),
        interval=_interval(text, parts),
        days=_days(text, parts),
        month_days=_numbers(
            text, parts, "BYMONTHDAY", 31, "the days of a month run from 1 to 31, or from -1 backwards"
        ),
        months=_numbers(text, parts, "BYMONTH", 12, "the months are numbered from 1 to 12", negative=False),
        positions=_numbers(text, parts, "BYSETPOS", 366, "it counts from 1, or from -1 backwards"),
    )
    _check(text, cadence)
    return cadence


def _parts(text: str, plain: str) -> dict[str, str]:
    """Take a rule apart into names and values; a part beyond the subset is refused by its name."""
    if plain.startswith("RRULE:"):
        meant = plain.removeprefix("RRULE:")
        raise BadValue(f"{quoted(text)} starts with RRULE:, which is left out here", meant)
    found: dict[str, str] = {}
    for part in plain.removesuffix(";").split(";"):
        name, _, value = part.partition("=")
        if name in _REFUSED:
            raise BadValue(f"{quoted(text)} uses {name}, which is not supported here: {_REFUSED[name]}")
        if name not in _KNOWN:
            raise BadValue(f"{quoted(text)} has a part {quoted(part)} that no rhythm has; {_EXPECTED}")
        if name in found:
            raise BadValue(f"{quoted(text)} says {name} twice; {_EXPECTED}")
        found[name] = value
    return found


def _frequency(text: str, parts: dict[str, str]) -> str:
    frequency = parts.get("FREQ", "")
    if frequency in _MOST_APART:
        return frequency
    if frequency in ("SECONDLY", "MINUTELY", "HOURLY"):
        raise BadValue(f"{quoted(text)} is more often than daily, which no meeting is; {_EXPECTED}")
    raise BadValue(f"{quoted(text)} does not say FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; {_EXPECTED}")


def _interval(text: str, parts: dict[str, str]) -> int:
    value = parts.get("INTERVAL", "1")
    most = _MOST_APART[parts["FREQ"]]
    if not re.fullmatch(_NUMBER, value) or not 1 <= int(value) <= most:
        message = f"{quoted(text)} has INTERVAL={value[:12]}; it is a whole number from 1 to {most} (ten years)"
        raise BadValue(message)
    return int(value)


def _days(text: str, parts: dict[str, str]) -> tuple[tuple[int, int], ...]:
    """Read BYDAY: weekdays, in a month or a year also with a number (2TH is the second Thursday, -1FR the last)."""
    if "BYDAY" not in parts:
        return ()
    most = {"MONTHLY": 5, "YEARLY": 5 if "BYMONTH" in parts else 53}.get(parts["FREQ"], 0)
    found = set()
    for value in parts["BYDAY"].split(","):
        match = re.fullmatch(_WEEKDAY, value)
        if match is None:
            raise BadValue(f"{quoted(text)} has BYDAY with {quoted(value)}; write days such as MO, 2TH or -1FR")
        ordinal = int(match[1] or 0)
        if match[1] and not most:
            raise BadValue(f"{quoted(text)} counts a weekday ({value}), which only FREQ=MONTHLY and FREQ=YEARLY can")
        if match[1] and not 1 <= abs(ordinal) <= most:
            raise BadValue(f"{quoted(text)} has no date: weekdays such as {value} are counted from 1 to {most}")
        found.add((ordinal, DAYS.index(match[2])))
    return tuple(sorted(found))


def _numbers(
    text: str, parts: dict[str, str], name: str, most: int, expected: str, *, negative: bool = True
) -> tuple[int, ...]:
    if name not in parts:
        return ()
    found = set()
    for value in parts[name].split(","):
        match = re.fullmatch(_SIGNED, value)
        if match is None or not 1 <= int(match[2]) <= most or (match[1] == "-" and not negative):
            raise BadValue(f"{quoted(text)} has {name} with {quoted(value)}; {expected}")
        found.add(int(value))
    return tuple(sorted(found))


def _check(text: str, cadence: Cadence) -> None:
    """Refuse what the parts cannot mean together."""
    if cadence.month_days and cadence.frequency == "WEEKLY":
        raise BadValue(f"{quoted(text)} names days of the month in a weekly rhythm; use FREQ=MONTHLY or BYDAY")
    if cadence.positions and not (cadence.days or cadence.month_days or cadence.months):
        raise BadValue(f"{quoted(text)} has BYSETPOS with nothing to choose from; add BYDAY or BYMONTHDAY")
    if not ever_occurs(cadence):
        raise BadValue(f"{quoted(text)} has no date in any year, so nobody would ever meet")


def _no_rhythm(text: str) -> BadValue:
    from bpogov.values.every import nearest  # imported here: only a mistake needs it

    plain = " ".join(text.lower().split())
    suggestion = nearest(plain)
    if match := re.fullmatch(_SAYING, plain):
        day = match["day"][:2].upper()
        ordinal = _ORDINALS.get(match["ordinal"] or "", "")
        suggestion = f"FREQ=MONTHLY;BYDAY={ordinal}{day}" if ordinal else f"FREQ=WEEKLY;BYDAY={day}"
    return BadValue(f"{quoted(text)} is not a rhythm; {_EXPECTED}", suggestion)


_SHORT = 100
_EXPECTED = "write for example weekly, monthly, FREQ=WEEKLY;BYDAY=TU or FREQ=MONTHLY;BYDAY=2TH"
_OF_WORD = {
    "daily": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "biweekly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "quarterly": ("MONTHLY", 3),
    "semiannual": ("MONTHLY", 6),
    "annual": ("YEARLY", 1),
}
_MOST_APART = {"DAILY": 3653, "WEEKLY": 521, "MONTHLY": 120, "YEARLY": 10}
_KNOWN = ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS")
_REFUSED = {
    "COUNT": "a rhythm has no end, so say how often you meet and leave the number of meetings out",
    "UNTIL": "a rhythm has no end, so leave the last date out",
    "BYHOUR": "write the time of day in start",
    "BYMINUTE": "write the time of day in start",
    "BYSECOND": "write the time of day in start",
    "BYWEEKNO": "use BYMONTH and BYDAY instead of numbered weeks",
    "BYYEARDAY": "use BYMONTH and BYMONTHDAY instead of numbered days of the year",
    "WKST": "weeks always start on Monday",
    "DTSTART": "write the date of the first meeting in first",
    "RDATE": "write a meeting of its own for extra dates",
    "EXDATE": "say in if_holiday what happens on days off",
    "TZID": "write the time zone in timezone",
}
_ORDINALS = {
    "first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4",
    "last": "-1",
}  # fmt: skip
_SAYING = (
    rf"(?:(?:on )?(?:every|each|the) )?(?P<ordinal>{'|'.join(_ORDINALS)})? ?"
    r"(?P<day>mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:of|in) (?:the|every|each|a) month)?"
)
_NUMBER = "[0-9]{1,4}"
_SIGNED = r"([+-]?)([0-9]{1,3})"
_WEEKDAY = f"([+-]?[0-9]{{1,2}})?({'|'.join(DAYS)})"

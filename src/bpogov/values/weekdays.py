"""Days of the week: `mon`, `mon-fri`, `sun-thu`, `mon,wed,fri`."""

import re

from msgspec import Struct

from bpogov.values.errors import BadValue, quoted

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The seven days as they are written; the position of a day is its number, as `datetime.date.weekday` counts."""


class Weekdays(Struct, frozen=True):
    """Some days of the week, at least one: numbers from 0 (Monday) to 6 (Sunday)."""

    days: frozenset[int]

    @property
    def canonical(self) -> str:
        """The shortest writing: runs of days as ranges, from Monday on (`mon-wed,fri`, `sun-thu`)."""
        if len(self.days) == _WEEK:
            return "mon-sun"
        starts = [day for day in sorted(self.days) if (day - 1) % _WEEK not in self.days]
        return ",".join(_written(start, self._end(start)) for start in starts)

    def _end(self, start: int) -> int:
        end = start
        while (end + 1) % _WEEK in self.days:
            end = (end + 1) % _WEEK
        return end


def parse(text: str) -> Weekdays:
    """Read one day, a range that may run over the end of the week, or a list of these with commas.

    Raises BadValue for anything else, for a day that is named twice, and for a range from a day to itself.
    """
    days = _read(text)
    if not days:
        raise BadValue(f"{quoted(text)} is not days of the week; {_EXPECTED}", _suggestion(text))
    if len(set(days)) < len(days):
        message = f"{quoted(text)} names a day more than once; {_EXPECTED}"
        raise BadValue(message, Weekdays(frozenset(days)).canonical)
    return Weekdays(frozenset(days))


def day(text: str) -> int:
    """Read the name of one day (`mon`) and give its number, 0 for Monday; raises BadValue for anything else."""
    if text in NAMES:
        return NAMES.index(text)
    suggestion = _suggestion(text)
    raise BadValue(
        f"{quoted(text)} is not a day of the week; write mon, tue, wed, thu, fri, sat or sun",
        suggestion if suggestion in NAMES else "",
    )


def _read(text: str) -> list[int]:
    """Give the days that a text names, in its order, or none where it cannot be read."""
    days: list[int] = []
    for part in text.split(","):
        match = _PART.fullmatch(part.strip(" "))
        if match is None or match[1] == match[2]:
            return []
        first = NAMES.index(match[1])
        length = (NAMES.index(match[2] or match[1]) - first) % _WEEK + 1
        days.extend((first + step) % _WEEK for step in range(length))
    return days


def _written(first: int, last: int) -> str:
    return NAMES[first] if first == last else f"{NAMES[first]}-{NAMES[last]}"


def _suggestion(text: str) -> str:
    """Give the text as it has to be written where the words leave no doubt, otherwise an empty text."""
    words = " ".join(text.casefold().split())
    if words in _SAYINGS:
        return _SAYINGS[words]
    short = re.sub(_LONG_NAME, lambda match: _SHORT[match[0]], words)
    days = _read(re.sub(_AND, ",", re.sub(_BETWEEN, "-", short)))
    return Weekdays(frozenset(days)).canonical if days else ""


_WEEK = 7
_EXPECTED = "write for example mon-fri, sat or mon,wed,fri"
_PART = re.compile(r"({0})(?:-({0}))?".format("|".join(NAMES)))
_LONG = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = (
    {long: long[:3] for long in _LONG}
    | {f"{long}s": long[:3] for long in _LONG}
    | {long[:2]: long[:3] for long in _LONG}
    | {"tues": "tue", "weds": "wed", "thur": "thu", "thurs": "thu"}
    | {f"{name}.": name for name in NAMES}
)
_LONG_NAME = r"(?<![a-z])(?:{})(?![a-z.])".format("|".join(re.escape(w) for w in sorted(_SHORT, key=len, reverse=True)))
_BETWEEN = r" ?(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|\bto\b|\bthrough\b|\bthru\b|\buntil\b) ?"
_AND = r" ?(?:, ?and\b|[,;&+/]|\band\b|(?<=[a-z]) (?=[a-z])) ?"
_SAYINGS = {
    "weekdays": "mon-fri",
    "weekday": "mon-fri",
    "working days": "mon-fri",
    "business days": "mon-fri",
    "weekend": "sat-sun",
    "weekends": "sat-sun",
    "daily": "mon-sun",
    "every day": "mon-sun",
    "all": "mon-sun",
    "all days": "mon-sun",
    "all week": "mon-sun",
}

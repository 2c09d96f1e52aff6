"""A length of time: `30 minutes`, `14 days`, `3 months`, `5 business days`, or ISO 8601 (`PT30M`, `P14D`, `P3M`).

A month is no number of days: durations are added to dates, and two of them are compared over all start dates of the
Gregorian calendar, which repeats after 400 years (ISO 8601-1:2019, 4.2.1 and 5.5.2).
"""

import datetime as dt
import re
from collections.abc import Collection
from functools import lru_cache
from itertools import accumulate, chain
from operator import add, sub

from msgspec import Struct

from bpogov.values.errors import BadValue, quoted
from bpogov.values.months import month_length, month_lengths

DAY = 24 * 60 * 60
"""Seconds in a day."""


class Duration(Struct, frozen=True):
    """A length of time in the units of its author; longer than nothing, and at most 100 years.

    Business days stand alone. Durations are equal where they are written with the same units: compare lengths with
    `at_most`.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    business_days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0

    @property
    def canonical(self) -> str:
        """The ISO 8601 form; weeks beside other units become days; business days, which ISO lacks, stay in words."""
        if self.business_days:
            return self.words
        if self.weeks and self == Duration(weeks=self.weeks):
            return f"P{self.weeks}W"
        day = _letters((self.years, "Y"), (self.months, "M"), (7 * self.weeks + self.days, "D"))
        time = _letters((self.hours, "H"), (self.minutes, "M"), (self.seconds, "S"))
        return f"P{day}T{time}" if time else f"P{day}"

    @property
    def words(self) -> str:
        """The plain words: `1 hour 30 minutes`."""
        amounts = ((getattr(self, unit), unit.replace("_", " ")) for unit in _UNITS)
        return " ".join(f"{n} {unit[:-1] if n == 1 else unit}" for n, unit in amounts if n)

    @property
    def calendar_months(self) -> int:
        """The years and months, in months."""
        return 12 * self.years + self.months

    @property
    def clock_seconds(self) -> int:
        """The weeks, days and time, in seconds: the part whose length does not depend on the start date."""
        days = 7 * self.weeks + self.days
        return days * DAY + self.hours * 3600 + self.minutes * 60 + self.seconds

    @property
    def shortest(self) -> int:
        """Seconds that it lasts from the start date where it is shortest: 28 days for a month.

        Business days are counted over weekends of two days; the shortest stretch starts right after one.
        """
        if self.business_days:
            return (self.business_days + 2 * ((self.business_days - 1) // 5)) * DAY
        return _least_difference(self.calendar_months, 0) * DAY + self.clock_seconds

    @property
    def longest(self) -> int:
        """Seconds that it lasts from the start date where it is longest: 31 days for a month.

        Business days are counted over weekends of two days, and start right before one; holidays are not known here.
        """
        if self.business_days:
            return (self.business_days + 2 * -(-self.business_days // 5)) * DAY
        return -_least_difference(0, self.calendar_months) * DAY + self.clock_seconds

    def after(self, start: dt.date, holidays: Collection[dt.date] = (), weekend: Collection[int] = (5, 6)) -> dt.date:
        """Give the date that lies this duration after `start`.

        Years and months first: a day that the month reached does not have becomes its last day; then days; hours
        count from the start of the day. Business days skip the `weekend` (0 is Monday) and the `holidays`.
        Raises BadValue beyond the year 9999, and for business days where every day is weekend.
        """
        if self.business_days and len(set(weekend)) == 7:  # noqa: PLR2004 (the days of a week)
            raise BadValue(f"{self.words} cannot be counted where no day of the week is a working day")
        try:
            if self.business_days:
                return _skip(start, self.business_days, holidays, weekend)
            years, month = divmod(start.month - 1 + self.calendar_months, 12)
            year = start.year + years
            day = min(start.day, month_length(year, month + 1))
            return dt.date(year, month + 1, day) + dt.timedelta(days=self.clock_seconds // DAY)
        except (ValueError, OverflowError):
            raise BadValue(f"{self.words} after {start} is later than the year 9999, where the calendar ends") from None


def parse(text: str) -> Duration:
    """Read a duration in plain words or in ISO 8601; capitals and the spaces between words do not matter.

    Raises BadValue for anything else, for nothing or less, for fractions, and for more than 100 years.
    """
    return _known(text) if len(text) <= _SHORT else _read(text)


@lru_cache(maxsize=1024)
def _known(text: str) -> Duration:
    """Read a text of usual length: the structure and many rules ask for the same ones (`benchmarks/stages`)."""
    return _read(text)


def _read(text: str) -> Duration:
    plain = " ".join(text.lower().split())
    amounts = _amounts(plain, text.strip())
    if amounts is None:
        raise _misspelt(text, plain)
    if not any(amounts.values()):
        raise BadValue(f"{quoted(text)} is no time at all; {_EXPECTED}")
    if any(len(digits) > _MOST_DIGITS for digits in amounts.values()):
        raise _too_long(text)
    duration = Duration(**{unit: int(digits or 0) for unit, digits in amounts.items()})
    if _average(duration) > _LONGEST:
        raise _too_long(text)
    return duration


def at_most(a: Duration, b: Duration) -> bool:
    """Whether `a` is not longer than `b`: false only where it is longer from every start date.

    So a month is at most 28 days and 31 days are at most a month, but a month and a day are never at most a month.
    Exact for calendar and clock units; business days beside other units are compared by `shortest` and `longest`.
    """
    if a.business_days and b.business_days:
        return a.business_days <= b.business_days
    if a.business_days or b.business_days:
        return a.shortest <= b.longest
    months, seconds = a.calendar_months - b.calendar_months, a.clock_seconds - b.clock_seconds
    roughly = months * _AVERAGE_MONTH + seconds
    if abs(roughly) > _UNSURE:
        return roughly < 0
    return _least_difference(a.calendar_months, b.calendar_months) * DAY + seconds <= 0


@lru_cache(maxsize=256)
def _least_difference(first: int, second: int) -> int:
    """Give the smallest number of days, over all start dates, from `second` months later to `first` months later.

    From day k of month i the dates reached are day min(k, length) of months i + first and i + second. Their distance
    changes with k in one direction only, so that the first and the last day of month i are enough; and where `first`
    is none, the last day of a month is never nearer than the first.
    """
    if first == second:
        return 0
    lengths, starts = _cycles()
    laps = (first // _CYCLE - second // _CYCLE) * _CYCLE_DAYS
    places = (first % _CYCLE, second % _CYCLE)
    least: int = min(map(sub, *(starts[place : place + _CYCLE] for place in places)))
    if first:
        month = lengths[:_CYCLE]
        ends = (map(add, starts[place:], map(min, month, lengths[place:])) for place in places)
        least = min(least, *map(sub, *ends))
    return laps + least


@lru_cache(maxsize=1)
def _cycles() -> tuple[list[int], list[int]]:
    """Give the length in days, and the days before it, of every month of the 800 years from 2000."""
    lengths = [*chain.from_iterable(map(month_lengths, range(_CYCLE // 12)))] * 2
    return lengths, [*accumulate(lengths, initial=0)]


def _skip(start: dt.date, days: int, holidays: Collection[dt.date], weekend: Collection[int]) -> dt.date:
    day = start
    while days:
        day += dt.timedelta(days=1)
        if day.weekday() not in weekend and day not in holidays:
            days -= 1
    return day


def _letters(*amounts: tuple[int, str]) -> str:
    return "".join(f"{amount}{letter}" for amount, letter in amounts if amount)


def _average(duration: Duration) -> int:
    """Give the seconds of a duration at the average length of a month and of a business day."""
    months = duration.calendar_months * _AVERAGE_MONTH
    return months + duration.clock_seconds + duration.business_days * 7 * DAY // 5


def _amounts(plain: str, iso: str) -> dict[str, str] | None:
    """Give the digits of each unit, without leading zeros, or None where the text is not written as a duration."""
    if iso.startswith("P") and (match := re.fullmatch(_ISO, iso)):
        found = {unit: digits for unit, digits in match.groupdict().items() if digits}
    elif _PLAIN.fullmatch(plain):
        parts = [(match[2].replace(" ", "_") + "s", match[1]) for match in _PART.finditer(plain)]
        found = dict(parts)
        if list(found) != [unit for unit in _UNITS if unit in found] or len(found) < len(parts):
            return None
        if "business_days" in found and len(found) > 1:
            return None
    else:
        return None
    return {unit: digits.lstrip("0") for unit, digits in found.items()} or None


def _misspelt(text: str, plain: str) -> BadValue:
    """Say what is wrong with a text that is not written as a duration, with the duration it means where certain."""
    meant = _meant(plain[1:].lstrip()) if plain[:1] in _MINUS else _meant(plain)
    if plain[:1] in _MINUS:
        return BadValue(f"{quoted(text)} is less than no time; {_EXPECTED}", meant)
    if re.search(_FRACTION, plain):
        return BadValue(f"{quoted(text)} has a fraction; write whole numbers, with a smaller unit where needed", meant)
    if "business day" in plain and _PLAIN.fullmatch(plain):
        return BadValue(f"{quoted(text)} mixes business days with other units; {_EXPECTED}")
    return BadValue(f"{quoted(text)} is not a length of time; {_EXPECTED}", meant)


def _too_long(text: str) -> BadValue:
    return BadValue(f"{quoted(text)} is longer than 100 years; {_EXPECTED}")


def _meant(plain: str) -> str:
    """Give the duration that a text means in words, or an empty text where that is not certain."""
    from bpogov.values.duration_sayings import meant  # imported here: only a mistake needs it

    duration = Duration(**meant(plain))
    return duration.words if _average(duration) <= _LONGEST else ""


_EXPECTED = "write for example 30 minutes, 14 days, 3 months or 5 business days"
_UNITS = ("years", "months", "weeks", "days", "business_days", "hours", "minutes", "seconds")
_MINUS = ("-", "\N{MINUS SIGN}", "\N{EN DASH}")
_MOST_DIGITS = 10
_SHORT = 60
_LONGEST = 100 * 31556952  # the average Gregorian year has 365.2425 days
_AVERAGE_MONTH = 31556952 // 12
_UNSURE = 8 * DAY
"""So much may the length of months differ from their average; nearer than that, the calendar of 400 years decides."""

_CYCLE = 400 * 12
_CYCLE_DAYS = 146097
_PART_TEXT = "([0-9]+) (year|month|week|business day|day|hour|minute|second)s?"
_PART = re.compile(_PART_TEXT)
_PLAIN = re.compile(f"{_PART_TEXT}(?: (?:and )?{_PART_TEXT})*")
_ISO = (
    r"P(?=[0-9T])(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<weeks>[0-9]+)W)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+)S)?)?"
)
_FRACTION = r"[0-9][.,][0-9]"

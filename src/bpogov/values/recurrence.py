"""A rhythm and its dates: what RFC 5545, 3.3.10 makes of a rule, on civil dates with weeks from Monday.

Where no date of a first meeting is given, a rhythm without days takes Monday of the week, the first of the month, or
the first of January; a `day` beside it takes the first such weekday of the week, month, quarter, half year or year.
"""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from bpogov.values.errors import BadValue
from bpogov.values.months import month_length, month_lengths

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The weekdays as RFC 5545 writes them; the position of a day is its number."""


class Cadence(Struct, frozen=True):
    """A rhythm, without the date from which it counts.

    `frequency` is DAILY, WEEKLY, MONTHLY or YEARLY; `days` are (ordinal, weekday) with ordinal 0 for every such day of
    the period and weekday 0 for Monday; the other tuples are empty where the rule does not name that part.
    """

    frequency: str
    interval: int = 1
    days: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    word: str = ""

    @property
    def needs_first(self) -> bool:
        """Whether its dates are known only once the date of the first meeting is.

        So for every rhythm that leaves out days, weeks, months or years, but not for the words that follow the
        calendar: `quarterly` and `semiannual` count from January.
        """
        return self.interval > 1 and self.word not in ("quarterly", "semiannual")

    @property
    def canonical(self) -> str:
        """The word, else the rule in upper case with its parts in one order."""
        if self.word:
            return self.word
        parts = [f"FREQ={self.frequency}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        named = {
            "BYMONTH": [str(month) for month in self.months],
            "BYMONTHDAY": [str(day) for day in self.month_days],
            "BYDAY": [f"{ordinal or ''}{DAYS[day]}" for ordinal, day in self.days],
            "BYSETPOS": [str(position) for position in self.positions],
        }
        return ";".join(parts + [f"{name}={','.join(values)}" for name, values in named.items() if values])


def occurrences(
    cadence: Cadence, day: int | None, first: dt.date | None, start: dt.date, end: dt.date
) -> list[dt.date]:
    """Give the dates of a rhythm from `start` to `end`, both included, in order.

    `day` is the weekday beside a rhythm that names no days (0 is Monday); nothing takes place before `first`, and
    periods that a rhythm leaves out are counted from it. Raises BadValue where the rhythm needs `first` and has none.
    """
    if cadence.needs_first and first is None:
        raise BadValue(f"The rhythm {cadence.canonical} leaves out {_PERIODS[cadence.frequency]}, so it needs first")
    begin = max(start, first) if first else start
    rule = _completed(cadence, day, first)
    return [date for date in _dates(rule, first or _JANUARY, begin, end) if begin <= date <= end]


def ever_occurs(cadence: Cadence) -> bool:
    """Whether the rule has a date at all, in some year and counted from some date.

    Rules repeat with the calendar; 28 years hold every pair of a leap or common year and a first weekday.
    """
    rule = Cadence(cadence.frequency, 1, cadence.days, cadence.month_days, cadence.months, cadence.positions)
    dates = _dates(_completed(rule, None, None), _JANUARY, _JANUARY, _JANUARY.replace(year=_JANUARY.year + 28))
    return next(dates, None) is not None


def _completed(cadence: Cadence, day: int | None, first: dt.date | None) -> Cadence:
    """Give the rule with the days that it leaves to `day`, to the first date, or to the start of the period."""
    if cadence.days or cadence.month_days or cadence.frequency == "DAILY":
        return cadence
    days, month_days, months, positions = cadence.days, cadence.month_days, cadence.months, cadence.positions
    if cadence.frequency == "WEEKLY":
        days = ((0, _either(day, first.weekday() if first else 0)),)
    elif day is not None:
        days = ((1, day),)
    elif first and cadence.word and first.day > _ALWAYS_THERE:
        month_days, positions = tuple(range(_ALWAYS_THERE, first.day + 1)), (-1,)
    else:
        month_days = (first.day if first else 1,)
    if cadence.frequency == "YEARLY" and not months:
        months = (first.month if first else 1,)
    return replace(cadence, days=days, month_days=month_days, months=months, positions=positions)


def _either(day: int | None, other: int) -> int:
    return other if day is None else day


def _dates(rule: Cadence, anchor: dt.date, begin: dt.date, end: dt.date) -> Iterator[dt.date]:
    """Give the dates of the rule in every period that touches the time from `begin` to `end`, in order."""
    number, set_of = _NUMBERING[rule.frequency]
    anchored = number(anchor)
    late = (number(begin) - anchored) % rule.interval
    for period in range(number(begin) - late, number(end) + 1, rule.interval):
        dates = sorted(set_of(rule, period))
        if rule.positions:
            dates = _chosen(dates, rule.positions)
        yield from dates


def _chosen(dates: list[dt.date], positions: tuple[int, ...]) -> list[dt.date]:
    """Give the dates at the positions, which count from 1, and from -1 backwards."""
    indices = {position - 1 if position > 0 else len(dates) + position for position in positions}
    return [date for index, date in enumerate(dates) if index in indices]


def _day(rule: Cadence, number: int) -> list[dt.date]:
    date = dt.date.fromordinal(number)
    wanted = not rule.days or (0, date.weekday()) in rule.days
    return [date] if wanted and _in_month(rule, date) and _on_month_day(rule, date) else []


def _week(rule: Cadence, number: int) -> list[dt.date]:
    ordinals = (7 * number + 1 + day for _, day in rule.days)
    dates = (dt.date.fromordinal(ordinal) for ordinal in ordinals if ordinal <= _LAST)
    return [date for date in dates if _in_month(rule, date)]


def _month(rule: Cadence, number: int) -> list[dt.date]:
    year, month = divmod(number, 12)
    if rule.months and month + 1 not in rule.months:
        return []
    start = dt.date(year, month + 1, 1)
    return _matching(rule, start, month_length(year, month + 1))


def _year(rule: Cadence, year: int) -> list[dt.date]:
    if rule.months:
        return [date for month in rule.months for date in _month(rule, 12 * year + month - 1)]
    return _matching(rule, dt.date(year, 1, 1), sum(month_lengths(year)))


def _matching(rule: Cadence, start: dt.date, length: int) -> list[dt.date]:
    """Give the dates of a month or a year that match BYDAY, whose numbers count within it, and BYMONTHDAY."""
    first = start.toordinal()
    weekday = start.weekday()
    found: set[int] = set() if rule.days else set(range(length))
    for ordinal, day in rule.days:
        such = range((day - weekday) % 7, length, 7)
        if ordinal == 0:
            found.update(such)
        elif abs(ordinal) <= len(such):
            found.add(such[ordinal - 1 if ordinal > 0 else ordinal])
    dates = (dt.date.fromordinal(first + offset) for offset in found)
    return [date for date in dates if _on_month_day(rule, date)]


def _in_month(rule: Cadence, date: dt.date) -> bool:
    return not rule.months or date.month in rule.months


def _on_month_day(rule: Cadence, date: dt.date) -> bool:
    if not rule.month_days:
        return True
    backwards = date.day - month_length(date.year, date.month) - 1
    return date.day in rule.month_days or backwards in rule.month_days


_ALWAYS_THERE = 28
_JANUARY = dt.date(2001, 1, 1)
_LAST = dt.date.max.toordinal()
_PERIODS = {"DAILY": "days", "WEEKLY": "weeks", "MONTHLY": "months", "YEARLY": "years"}
_NUMBERING = {
    "DAILY": (dt.date.toordinal, _day),
    "WEEKLY": (lambda date: (date.toordinal() - 1) // 7, _week),
    "MONTHLY": (lambda date: 12 * date.year + date.month - 1, _month),
    "YEARLY": (lambda date: date.year, _year),
}

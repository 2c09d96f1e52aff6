"""A period that is looked back at: `2026-10`, `2026-Q3`, `2026` (a month, a quarter, a year of the calendar)."""

import datetime as dt
import re

from msgspec import Struct

from bpogov.values import date
from bpogov.values.errors import BadValue, quoted
from bpogov.values.months import month_length


class Period(Struct, frozen=True):
    """One or more whole months of one year: `months` of them (1, 3 or 12), from the month `start` (1 to 12) on."""

    year: int
    start: int
    months: int

    @property
    def canonical(self) -> str:
        """The period as it is written in a file."""
        if self.months == _YEAR:
            return f"{self.year:04}"
        if self.months == _QUARTER:
            return f"{self.year:04}-Q{(self.start + 2) // _QUARTER}"
        return f"{self.year:04}-{self.start:02}"

    @property
    def first(self) -> dt.date:
        """The first day."""
        return dt.date(self.year, self.start, 1)

    @property
    def last(self) -> dt.date:
        """The last day."""
        month = self.start + self.months - 1
        return dt.date(self.year, month, month_length(self.year, month))

    @property
    def order(self) -> tuple[dt.date, dt.date]:
        """Sorting key: periods that end first come first, and of these the longest."""
        return (self.last, self.first)

    def contains(self, other: "Period | dt.date") -> bool:
        """Whether a day, or every day of another period, lies in this period."""
        if isinstance(other, Period):
            return self.first <= other.first and other.last <= self.last
        return self.first <= other <= self.last


def parse(text: str) -> Period:
    """Read a month (`2026-10`), a quarter (`2026-Q3`) or a year (`2026`); raises BadValue for anything else."""
    match = _FORM.fullmatch(text)
    if match is None or match["year"] == "0000":
        raise BadValue(
            f"{quoted(text)} is not a month, quarter or year; write for example 2026-10, 2026-Q3 or 2026", _meant(text)
        )
    year = int(match["year"])
    if match["month"]:
        return Period(year, int(match["month"]), 1)
    if match["quarter"]:
        return Period(year, int(match["quarter"]) * _QUARTER - 2, _QUARTER)
    return Period(year, 1, _YEAR)


def _meant(text: str) -> str:
    plain = " ".join(text.split())
    if match := re.fullmatch(_LOOSE_MONTH, plain):
        year, month = match["year"] or match["year2"], int(match["month"] or match["month2"])
        return f"{year}-{month:02}" if 1 <= month <= _YEAR else ""
    if match := re.fullmatch(_LOOSE_QUARTER, plain):
        return f"{match['year'] or match['year2']}-Q{match['quarter'] or match['quarter2']}"
    match = re.fullmatch(_NAMED_MONTH, plain)
    named = date.month(match["name"] or match["name2"]) if match else 0
    return f"{match['year'] or match['year2']}-{named:02}" if match and named else ""


_QUARTER = 3
_YEAR = 12
_FORM = re.compile(r"(?P<year>[0-9]{4})(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])))?")
_Y = r"[1-9][0-9]{3}"
_LOOSE_MONTH = rf"(?P<year>{_Y})[-/. ]?(?P<month>[0-9]{{1,2}})|(?P<month2>[0-9]{{1,2}})[-/. ](?P<year2>{_Y})"
_LOOSE_QUARTER = rf"(?P<year>{_Y})[-/ ]?[Qq](?P<quarter>[1-4])|[Qq](?P<quarter2>[1-4])[-/ ]?(?P<year2>{_Y})"
_NAMED_MONTH = rf"(?P<name>[A-Za-z]{{3,9}})\.?,?[- ](?P<year>{_Y})|(?P<year2>{_Y})[- ](?P<name2>[A-Za-z]{{3,9}})\.?"

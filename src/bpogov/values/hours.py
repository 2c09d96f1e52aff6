"""Hours of work: days of the week with a start and an end, or `24x7`."""

import re

from msgspec import Struct

from bpogov.values import time, weekdays
from bpogov.values.errors import BadValue, quoted
from bpogov.values.weekdays import Weekdays

DAY = 24 * 60
"""Minutes of a day."""

WEEK = 7 * DAY
"""Minutes of a week."""


class Hours(Struct, frozen=True):
    """Hours that start on each of some days of the week.

    `start` and `end` are minutes after the midnight that begins the day; `end` is later than `start`, at most 24 hours
    later, and beyond 1440 where the hours run past midnight.
    """

    days: Weekdays
    start: int
    end: int

    @property
    def canonical(self) -> str:
        """One writing: `24x7`, or the days and both times, such as `mon-fri 22:00-06:00`."""
        if self == ALWAYS:
            return _ALWAYS
        fields = self.fields
        return f"{fields['days']} {fields['from']}-{fields['to']}"

    @property
    def fields(self) -> dict[str, str]:
        """The long form as it is written in a file: `days`, `from` and `to` (24:00 for the end of the day)."""
        end = "24:00" if self.end == DAY else _clock(self.end % DAY)
        return {"days": self.days.canonical, "from": _clock(self.start), "to": end}

    @property
    def minutes_a_week(self) -> int:
        """The minutes of work in a week without holidays."""
        return len(self.days.days) * (self.end - self.start)

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The stretches of a week in minutes after Monday 00:00, in order; the last may run into the next week."""
        return tuple((day * DAY + self.start, day * DAY + self.end) for day in sorted(self.days.days))


ALWAYS = Hours(Weekdays(frozenset(range(7))), 0, DAY)
"""Round the clock."""


def parse(text: str) -> Hours:
    """Read the short form `24x7`; raises BadValue for anything else, since other hours have a field for each part."""
    if text == _ALWAYS:
        return ALWAYS
    message = f'{quoted(text)} is not hours; write 24x7, or {{days: mon-fri, from: "09:00", to: "17:00"}}'
    raise BadValue(message, _ALWAYS if re.fullmatch(_ROUND_THE_CLOCK, text.strip().casefold()) else "")


def of(days: str, start: str, end: str) -> Hours:
    """Make hours of the three fields `days`, `from` and `to`; `to` before `from` runs past midnight.

    `to` may be 24:00 for the end of the day. Raises BadValue where a part cannot be read, and where both times are the
    same: that can mean no time at all or a whole day.
    """
    first = _minutes(start)
    last = DAY if end == "24:00" else _minutes(end)
    if first == last:
        raise BadValue(f'Hours from "{start}" to "{end}" have no length; write "00:00" to "24:00" for a whole day')
    return Hours(weekdays.parse(days), first, last if last > first else last + DAY)


def _minutes(text: str) -> int:
    read = time.parse(text)
    return read.hour * 60 + read.minute


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


_ALWAYS = "24x7"
_ROUND_THE_CLOCK = r"24 ?[x/*\u00d7] ?7(?: ?[x/*\u00d7] ?365)?|24 hours|24h|always|round the clock|around the clock"

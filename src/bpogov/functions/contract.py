"""The clocks of a contract: until when notice can be given, how renewals follow each other, and what notice covers.

Dates are those that the file states; the calculation says nothing about what a contract or a law means by them.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from bpogov.functions.dates import before
from bpogov.functions.declare import function
from bpogov.values import date as dates
from bpogov.values import duration as durations
from bpogov.values.duration import DAY, Duration
from bpogov.values.errors import BadValue

_Decision = tuple[str, dt.date | None]
"""Outcome and date of a decision on renewal."""

_CLOCK_READS = ("term.start", "term.end", "renewal.type", "renewal.notice", "renewal.period", "renewal.decided")


@function("contract.last_notice_day", end="date", notice="duration", returns="date")
def last_notice_day(end: str, notice: str) -> str:
    """Give the last day on which notice can be given for a term that ends on `end`: the end less the notice.

    Months are counted back in the calendar, days as days, and neither is turned into the other: 3 months before
    31 May is the last day of February. As `dates.subtract` otherwise. Error: a text that is not a date or duration.
    """
    return before(dates.parse(end), durations.parse(notice)).isoformat()


@function("contract.last_day", start="date", length="duration", returns="date")
def last_day(start: str, length: str) -> str:
    """Give the last day of a term that begins on `start` and has that length: 2028-01-03 for a year from 2027-01-04.

    A length of less than a day ends on the day before `start`; a term beyond the calendar ends on 9999-12-31.
    Error: a text that is not a date or duration.
    """
    return _end(dates.parse(start), durations.parse(length), 1).isoformat()


@function("contract.notice_covers", notice="any", time="duration", returns="flag")
def notice_covers(notice: str, time: str) -> bool:
    """Tell whether a notice lasts at least as long as something that has to happen within it, such as a hand-over.

    `none` (the other side cannot leave) covers everything. False only if the notice is shorter from every start date,
    as for `dates.at_least`: 2 months cover 60 days, 1 month does not. Error: a text that is not a duration.
    """
    return notice.strip().lower() == "none" or durations.at_most(durations.parse(time), durations.parse(notice))


@function("contract.clock", contract="map", today="date", returns="map", reads=_CLOCK_READS)
def clock(contract: dict[str, Any], today: str) -> dict[str, Any]:
    """Give the term of a contract that runs on `today`, and the last day to give notice before it ends.

    In: the contract with `term` and `renewal`, any part of which may be missing. Out, with empty text for a date that
    is not known: `start` and `end` (first and last day of the term), `number` (1 for the first term, 2 after one
    renewal), `deadline` (the end less the notice), `decided` (whether a decision on renewal that applies to this
    term is written down), `over` (whether the term has ended before `today`), and `next_end` and `next_deadline` of
    the term after it, where the renewal is automatic.
    An automatic renewal with a period goes on term after term from the first end, until a decision to end it: such
    terms begin on the day after the last, so that half a year after 30 June ends on 31 December. A decision dated
    after `today` is none yet, and one of an earlier term does not apply to a later one. What is not a date or
    duration counts as missing. Dates beyond the calendar become 9999-12-31. Error: a `today` that is not a date.
    """
    now = dates.parse(today)
    term, renewal = _part(contract, "term"), _part(contract, "renewal")
    start, first_end, decision = _date(term, "start"), _date(term, "end"), _decision(renewal, now)
    known = {"start": _text(start), "end": "", "number": 1, "deadline": "", "decided": decision is not None}
    nothing = {**known, "over": False, "next_end": "", "next_deadline": ""}
    return nothing if first_end is None else {**nothing, **_running(renewal, first_end, decision, now)}


def _running(
    renewal: Mapping[str, Any], first_end: dt.date, decision: _Decision | None, now: dt.date
) -> dict[str, Any]:
    """Give what is known of the term that runs now, where the end of the first one is known."""
    ending = decision is not None and decision[0] == "end"
    automatic, notice = renewal.get("type") == "automatic", _duration(renewal, "notice")
    period = _duration(renewal, "period") if automatic else None
    if period is None:
        over = first_end < now and (ending or not automatic)
        return {"end": first_end.isoformat(), "deadline": _deadline(first_end, notice), "over": over}
    number = _renewals(first_end, period, now if not ending or decision is None else decision[1] or first_end)
    end, following = (_successive(first_end, period, number + more) for more in (0, 1))
    found = {
        "end": end.isoformat(),
        "number": number + 1,
        "deadline": _deadline(end, notice),
        "over": end < now,
        "next_end": following.isoformat(),
        "next_deadline": _deadline(following, notice),
    }
    if number:
        previous = _successive(first_end, period, number - 1)
        since = decision[1] if decision else None
        found |= {"start": _next_day(previous).isoformat(), "decided": since is not None and since > previous}
    return found


def _deadline(end: dt.date, notice: Duration | None) -> str:
    return before(end, notice).isoformat() if notice else ""


def _decision(renewal: Mapping[str, Any], now: dt.date) -> _Decision | None:
    """Give outcome and date of the decision on renewal, or None where there is none yet."""
    decided = _part(renewal, "decided")
    date = _date(decided, "date")
    if not decided or (date is not None and date > now):
        return None
    return str(decided.get("outcome", "")), date


def _renewals(first_end: dt.date, period: Duration, day: dt.date) -> int:
    """Give how many renewals it takes until a term ends on or after a day; found by halving, for periods of seconds."""
    if day <= first_end:
        return 0
    high = 1
    while _successive(first_end, period, high) < day:
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _successive(first_end, period, middle) < day else (low, middle)
    return high


def _successive(first_end: dt.date, period: Duration, number: int) -> dt.date:
    """Give the end of the term after so many renewals, counted from the first end and not from the one before."""
    return first_end if number == 0 else max(first_end, _end(_next_day(first_end), period, number))


def _end(start: dt.date, length: Duration, times: int) -> dt.date:
    """Give the last day of so many lengths from a day on, or the last day of the calendar where they go beyond it."""
    days = length.business_days * times
    weeks, days = divmod(days - 1, 5) if days else (0, -1)  # the same weekday is reached five business days later
    whole = Duration(
        months=length.calendar_months * times, days=length.clock_seconds * times // DAY, business_days=days + 1
    )
    try:
        end = whole.after(start).toordinal() + 7 * weeks - 1
    except BadValue:
        return dt.date.max
    return dt.date.fromordinal(min(max(end, 1), dt.date.max.toordinal()))


def _next_day(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + dt.timedelta(days=1)


def _part(whole: Any, name: str) -> Mapping[str, Any]:
    part = whole.get(name) if isinstance(whole, Mapping) else None
    return part if isinstance(part, Mapping) else {}


def _date(part: Mapping[str, Any], name: str) -> dt.date | None:
    try:
        return dates.parse(str(part[name]))
    except (KeyError, BadValue):  # a date that is not there need not be made sense of, which takes a while
        return None


def _text(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _duration(part: Mapping[str, Any], name: str) -> Duration | None:
    try:
        return durations.parse(str(part[name]))
    except (KeyError, BadValue):
        return None

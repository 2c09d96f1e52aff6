"""Hours of work over the next year: what two sides share, what is promised, and whether somebody is there.

The next year are the 366 days after `today`. Hours are a group of fields with `days`, `from`, `to` and `timezone`; they
count by the clock on the wall of their time zone, through every change to and from summer time. A place is a side or a
site: with `working_hours` or `shifts`, a `timezone`, `holidays`, and for a provider `sites`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from bpogov.core.location import Path
from bpogov.functions import overlap, staffing
from bpogov.functions.coverage import Gap, Wanted, gaps
from bpogov.functions.declare import function
from bpogov.functions.places import Paths
from bpogov.functions.timeline import WEEKDAYS, clock, weekday, year_after
from bpogov.values import date as dates
from bpogov.values import duration as lengths
from bpogov.values.errors import BadValue
from bpogov.values.hours import ALWAYS

_PLACE = ("working_hours", "timezone", "holidays", "sites", "shifts", "works_on_holidays")
_PROMISES = (
    "parties.client.timezone", "parties.client.holidays", "scope.functions[*].id", "scope.functions[*].service_windows",
    "markets[*].country", "slas[*].id", "slas[*].hours", "slas[*].family", "incidents[*].severity",
    "incidents[*].hours",
)  # fmt: skip


@function("hours.known", place="map", returns="flag", reads=_PLACE)
def known(place: dict[str, Any]) -> bool:
    """Tell whether a side or a site says when it works: hours, each in a time zone that is known. No errors.

    Where it has sites with shifts, these count; otherwise its own shifts or working hours.
    """
    return staffing.known(place)


@function("hours.shared", first="map", second="map", today="date", least="duration", returns="map", reads=_PLACE)
def shared(first: dict[str, Any], second: dict[str, Any], today: str, least: str) -> dict[str, Any]:
    """Compare the working hours of two sides on each day of the next year that both of them work.

    A day is one of the first side; it is shared if hours of the second side start on the same date too, or, where that
    alone gives them hours together (Auckland and Los Angeles), on the next or the last date. Holidays do not count.
    Gives {days, days_a_week, short, least, most, when}: the shared days in the year and in a week, those on which they
    work together for less than `least`, the fewest and the most hours together (decimals), and in words on which of
    the days it is less. A side whose hours are not known shares none: 0 days.
    Error: a date or a duration that cannot be read. Source: IANA time zone database.
    """
    days = overlap.shared_days(staffing.office(first), staffing.office(second), *year_after(dates.parse(today)))
    expected = lengths.parse(least).shortest // 60
    short = [day for day, minutes in days.minutes.items() if minutes < expected]
    return {
        "days": len(days.minutes),
        "days_a_week": days.a_week,
        "short": len(short),
        "least": min(days.minutes.values(), default=0) / 60,
        "most": max(days.minutes.values(), default=0) / 60,
        "when": overlap.periods(short, list(days.minutes)),
    }


@function("hours.promised", engagement="map", market_holidays="flag", returns="list", reads=_PROMISES)
def promised(engagement: dict[str, Any], market_holidays: bool) -> list[dict[str, Any]]:  # noqa: FBT001 (CEL has no names)
    """List the hours that an engagement promises, for `hours.uncovered`.

    These are the service windows of its functions, and 24x7 for each service level and each severity of incident that
    says so. A level of availability is left out: systems keep it, not people. A window without a time zone is in that
    of the client. Unless `market_holidays` is true, a window that leaves out a day of the week is not promised on days
    that are public holidays in all its markets (those of the engagement where it names none; the client's holidays
    where there are no markets). Gives for each {at, kind, name, days, from, to, timezone, closed}: its place, `window`,
    `level` or `incident`, the id of the function or level or the severity, and the holiday calendars. No errors.
    """
    return [*_windows(engagement, market_holidays), *_round_the_clock(engagement)]


@function("hours.uncovered", wanted="list", places="list", today="date", returns="list", reads=_PLACE)
def uncovered(wanted: list[Any], places: list[Any], today: str) -> list[dict[str, Any]]:
    """Find hours in which nobody works, on any day of the next year.

    `wanted` are hours, as the file has them or as `hours.promised` gives them; `places` are sides and sites. A site is
    closed on its holidays unless it works on holidays, and a side on its own; a provider with shifts at its sites works
    in these. Gives an entry for each of the wanted hours in which somebody is missing: its own fields, and `gap_days`
    (a count), `gap_date`, `gap_day` (Monday), `gap_from` and `gap_to` (the first gap, by the clock of the hours),
    `gap_holiday` (the ids of sites that have a holiday then) and `gap_words`, which say it all. Hours without a time
    zone are left out, unless they are round the clock. Error: a date that cannot be read.
    """
    first, last = year_after(dates.parse(today))
    plans = [plan for place in places for plan in staffing.plans(place)]
    asked, items = [], []
    for item in wanted:
        entries = staffing.entries([item] if isinstance(item, Mapping) else [], "")
        if entries:
            closed = [staffing.holidays_of(calendar) for calendar in item.get("closed", [])]
            asked.append(Wanted(entries[0], frozenset.intersection(*closed) if closed else frozenset()))
            items.append(item)
    found = gaps(asked, plans, first, last)
    missing = [(item, gap) for item, gap in zip(items, found, strict=True) if gap.days]
    sites = _sites(places) if missing else []
    return [{**item, **_told(gap, sites)} for item, gap in missing]


@function("hours.unserved", engagement="map", channels="list", returns="list")
def unserved(engagement: dict[str, Any], channels: list[Any]) -> list[dict[str, Any]]:
    """Find functions that customers reach over one of the `channels`, but for which no hours are promised.

    Gives {at, name, countries} for each such function: the place of its service windows, its id, and the markets
    without a window; none where it has no windows at all. A window that names no markets serves all. No errors.
    """
    markets = [country for market in _maps(engagement.get("markets")) if (country := market.get("country"))]
    found = []
    places = Paths(engagement)
    for path, item in _functions(engagement):
        if item.get("customer_facing") is not True or not set(item.get("channels", [])) & set(channels):
            continue
        windows = _maps(item.get("service_windows"))
        served = {country for window in windows for country in window.get("markets", markets)}
        missing = [country for country in markets if country not in served]
        if missing or not windows:
            countries = missing if windows else []
            at = f"{places.text(path)}.service_windows"
            found.append({"at": at, "name": str(item.get("id", "")), "countries": countries})
    return found


@function("hours.total", durations="list", returns="duration")
def total(durations: list[Any]) -> str:
    """Add up lengths of time, in plain words: 30 minutes, 1 hour and 150 minutes give `4 hours`.

    Business days count as the fewest days that they can take. More than 100 years is `100 years`, the longest that can
    be written. Error: an empty list, and anything in it that is not a length of time.
    """
    read = [lengths.parse(str(item)) for item in durations]
    if not read:
        raise ValueError("There is no length of time in the list")
    months = sum(each.calendar_months for each in read)
    seconds = sum(each.shortest if each.business_days else each.clock_seconds for each in read)
    days, rest = divmod(seconds, lengths.DAY)
    minutes, seconds = divmod(rest, 60)
    summed = lengths.Duration(months // 12, months % 12, 0, days, 0, minutes // 60, minutes % 60, seconds).words
    try:
        return lengths.parse(summed).words
    except BadValue:
        return "100 years"


@function("hours.words", hours="number", returns="text")
def words(hours: float) -> str:
    """Give a number of hours in plain words, to the minute: `1 hour 30 minutes` for 1.5. No errors."""
    minutes = round(hours * 60)
    return lengths.Duration(hours=minutes // 60, minutes=minutes % 60).words or "no time"


def _windows(engagement: Mapping[str, Any], market_holidays: bool) -> Iterator[dict[str, Any]]:  # noqa: FBT001 (CEL has no names)
    client = engagement.get("parties", {}).get("client", {})
    markets = [market["country"] for market in _maps(engagement.get("markets")) if "country" in market]
    places = Paths(engagement)
    for path, item in _functions(engagement):
        for number, window in enumerate(_maps(item.get("service_windows"))):
            hours = staffing.read(window)
            if hours is None:
                continue
            closed = window.get("markets") or markets or [client.get("holidays", {})]
            yield {
                "at": places.text((*path, "service_windows", number)),
                "kind": "window",
                "name": str(item.get("id", "")),
                **hours.fields,
                "timezone": window.get("timezone") or client.get("timezone", ""),
                "closed": [] if market_holidays or len(hours.days.days) == len(WEEKDAYS) else closed,
            }


def _round_the_clock(engagement: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    places = Paths(engagement)
    for section, kind, name in (("slas", "level", "id"), ("incidents", "incident", "severity")):
        for number, item in enumerate(_maps(engagement.get(section))):
            if item.get("hours") == ALWAYS.canonical and item.get("family") != "availability":
                yield {
                    "at": places.text((section, number, "hours")),
                    "kind": kind,
                    "name": f"severity {item.get(name, '')}" if kind == "incident" else str(item.get(name, "")),
                    **ALWAYS.fields,
                    "timezone": engagement.get("parties", {}).get("client", {}).get("timezone", "UTC"),
                    "closed": [],
                }


def _told(gap: Gap, sites: list[tuple[str, frozenset[int]]]) -> dict[str, Any]:
    first, count = gap.first_day, gap.days.bit_count()
    begin, end = gap.pieces(first)[0]
    name, date = WEEKDAYS[weekday(first)], dt.date.fromordinal(first).isoformat()
    closed = [name for name, off in sites if first in off]
    words = f"on {name} {date} from {clock(begin)} to {clock(end)}"
    if any(closed):
        words += f" (a holiday at {' and '.join(closed)})"
    more = count - 1
    if more:
        words += f", and on {more} more {name if gap.on_one_weekday else 'day'}{'s' if more > 1 else ''}"
    return {
        "gap_days": count,
        "gap_date": date,
        "gap_day": name,
        "gap_from": clock(begin),
        "gap_to": clock(end),
        "gap_holiday": closed,
        "gap_words": words,
    }


def _sites(places: list[Any]) -> list[tuple[str, frozenset[int]]]:
    """Give what may close for a holiday, with its days off: sites by their id, a provider without sites by its name."""
    found: list[tuple[str, frozenset[int]]] = []
    for place in _maps(places):
        sites = _maps(place.get("sites")) or [place]
        closing = (site for site in sites if site.get("works_on_holidays") is not True)
        found.extend((str(site.get("id", site.get("name", ""))), staffing.off_days(site)) for site in closing)
    return found


def _functions(engagement: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for number, item in enumerate(_maps(engagement.get("scope", {}).get("functions"))):
        yield ("scope", "functions", number), item


def _maps(items: Any) -> list[Any]:
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []

"""Reads from an engagement who works when: the hours of sides and sites, their time zones and their days off.

Whatever is missing or cannot be read is left out: the structure of a file is the business of others.
"""

import datetime as dt
import marshal
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from bpogov.functions.timeline import Plan
from bpogov.values import date as dates
from bpogov.values import holidays, timezone
from bpogov.values import hours as hours_of
from bpogov.values.errors import BadValue
from bpogov.values.hours import Hours


def plans(place: Any) -> list[Plan]:
    """Give the hours of a side or a site: those of its sites with shifts, else its shifts, else its working hours.

    A site is closed on its holidays, unless it works on holidays; a side keeps its own. A site without a time zone is
    in that of its side. Hours whose time zone is not known are left out.
    """
    found = (_plan(part, zone) for part, zone in _parts(place))
    return [plan for plan in found if plan.entries]


def office(side: Any) -> Plan:
    """Give the working hours of a side with its holidays; where it has none, the shifts of its sites as one plan."""
    own = _plan(_without(side, "sites", "shifts"), "")
    if own.entries:
        return own
    return Plan(tuple(entry for plan in plans(side) for entry in plan.entries), off_days(side))


def known(place: Any) -> bool:
    """Tell whether a side or a site says when it works, in a time zone that is known."""
    expected = sum(len(_hours(part)) for part, _ in _parts(place))
    return 0 < expected == sum(len(plan.entries) for plan in plans(place))


def entries(items: Iterable[Any], zone: Any) -> tuple[tuple[Hours, str], ...]:
    """Give hours with their time zone, their own before `zone`; round the clock needs none."""
    found = []
    for item in items:
        hours = read(item)
        name = _zone(item.get("timezone")) or _zone(zone) or ("UTC" if hours == hours_of.ALWAYS else "")
        if hours and name:
            found.append((hours, name))
    return tuple(found)


def read(item: Any) -> Hours | None:
    """Give the hours of a group of fields with `days`, `from` and `to`, or None where they cannot be read."""
    try:
        return _read(str(item["days"]), str(item["from"]), str(item["to"]))
    except (KeyError, TypeError, BadValue):
        return None


def off_days(place: Any) -> frozenset[int]:
    """Give the holidays of a side or a site, as ordinals: those of its calendar and those added, without those removed.

    Dates that the engagement adds or removes win over the calendar.
    """
    return holidays_of(place.get("holidays")) if isinstance(place, Mapping) else frozenset()


def holidays_of(declared: Any) -> frozenset[int]:
    """Give the ordinals of holidays as they are declared: {calendar, add, remove}, or the code of a calendar."""
    if isinstance(declared, str):
        declared = {"calendar": declared}
    if not isinstance(declared, Mapping):
        return frozenset()
    found = _calendar(str(declared.get("calendar", "")))
    added, removed = _ordinals(declared.get("add")), _ordinals(declared.get("remove"))
    return (found | added) - removed if added or removed else found


def _parts(place: Any) -> list[tuple[Mapping[str, Any], str]]:
    """Give what has hours of its own: sites with shifts, else the place itself; each with the zone around it."""
    if not isinstance(place, Mapping):
        return []
    around = str(place.get("timezone", ""))
    sites = [site for site in _listed(place.get("sites")) if isinstance(site, Mapping) and site.get("shifts")]
    return [(site, around) for site in sites] or [(place, "")]


def _plan(part: Mapping[str, Any], around: str) -> Plan:
    closes = part.get("works_on_holidays") is not True
    written = (part.get("timezone") or around, _hours(part), part.get("holidays") if closes else None)
    try:
        key = marshal.dumps(written, _WITHOUT_SHARING)
    except ValueError:  # something that no file can hold
        return _read_plan(*written)
    return _known_plan(key) if len(key) <= _LONGEST_KEY else _read_plan(*written)


@lru_cache(maxsize=512)
def _known_plan(written: bytes) -> Plan:
    """Give the hours of a part by what is written there: several rules ask for those of the same few offices."""
    return _read_plan(*marshal.loads(written))  # noqa: S302 (made above)


def _read_plan(zone: Any, hours: list[Mapping[str, Any]], holidays: Any) -> Plan:
    return Plan(entries(hours, zone), holidays_of(holidays))


def _hours(part: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    written = _listed(part.get("shifts")) or _listed(part.get("working_hours"))
    return [item for item in written if isinstance(item, Mapping)]


def _without(place: Any, *names: str) -> dict[str, Any]:
    return {key: value for key, value in place.items() if key not in names} if isinstance(place, Mapping) else {}


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _zone(name: Any) -> str:
    try:
        return timezone.parse(name) if isinstance(name, str) else ""
    except BadValue:
        return ""


def _ordinals(written: Any) -> frozenset[int]:
    return frozenset(dt.date.toordinal(dates.parse(str(date))) for date in _listed(written))


@lru_cache(maxsize=256)
def _read(days: str, start: str, end: str) -> Hours:
    return hours_of.of(days, start, end)


@lru_cache(maxsize=256)
def _calendar(code: str) -> frozenset[int]:
    return frozenset(date.toordinal() for date in holidays.dates(code))


_WITHOUT_SHARING = 2
"""The version of the format of `marshal` in which equal values are always equal bytes."""

_LONGEST_KEY = 4096

"""Hours of work calculated the slow way: every quarter of an hour of a year, by the clocks of the standard library.

Shares no code with the calculations: it reads the fields itself and asks `zoneinfo` for the time on every wall. All
offsets of the zones and all hours in the tests are whole quarters, so that nothing lies between two of them.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ZONES = (
    "America/New_York", "America/Bogota", "Asia/Manila", "Europe/Madrid", "Australia/Sydney", "Australia/Lord_Howe",
    "Asia/Kolkata", "Asia/Kathmandu", "America/Santiago", "Pacific/Auckland", "Pacific/Chatham", "America/St_Johns",
    "Africa/Casablanca", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC",
)  # fmt: skip
QUARTER = dt.timedelta(minutes=15)


@cache
def minute(text: str) -> int:
    """Minutes after midnight."""
    return int(text[:2]) * 60 + int(text[3:])


@cache
def on_days(days: str) -> set[int]:
    """The numbers of days such as `mon-fri` or `sat`; ranges may run over the end of the week."""
    first, _, last = days.partition("-")
    start, count = DAYS.index(first), (DAYS.index(last or first) - DAYS.index(first)) % 7 + 1
    return {(start + step) % 7 for step in range(count)}


@cache
def quarters(first: dt.date, days: int) -> tuple[dt.datetime, ...]:
    """Every quarter of an hour in UTC, from a day before the first day to a day after the last."""
    start = dt.datetime.combine(first - dt.timedelta(days=1), dt.time(), dt.UTC)
    return tuple(start + step * QUARTER for step in range((days + 2) * 96))


@cache
def rules(zone: str) -> ZoneInfo:
    """The rules of a zone as the package `tzdata` has them; those of the machine may be older."""
    with resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")).open("rb") as compiled:
        return ZoneInfo.from_file(compiled, key=zone)


@cache
def walls(zone: str, first: dt.date, days: int) -> tuple[dt.datetime, ...]:
    """What the clock of a zone shows in each of these quarters."""
    place = rules(zone)
    return tuple(quarter.astimezone(place) for quarter in quarters(first, days))


def starts(hours: dict[str, Any], wall: dt.datetime) -> Iterator[dt.date]:
    """The days on which hours start that cover this moment."""
    begin, end = minute(hours["from"]), minute(hours["to"])
    length = (end - begin) % 1440 or 1440
    for back in (0, 1):
        day = wall.date() - dt.timedelta(days=back)
        since = back * 1440 + wall.hour * 60 + wall.minute - begin
        if 0 <= since < length and day.weekday() in on_days(hours["days"]):
            yield day


def staffed(sites: list[dict[str, Any]], first: dt.date, days: int) -> list[bool]:
    """Whether somebody works in each quarter; sites have shifts, a timezone and days off."""
    found = [False] * len(quarters(first, days))
    for site in sites:
        off = set(site["off"])
        for number, wall in enumerate(walls(site["timezone"], first, days)):
            found[number] = found[number] or any(
                day not in off for shift in site["shifts"] for day in starts(shift, wall)
            )
    return found


def missing(window: dict[str, Any], sites: list[dict[str, Any]], today: dt.date) -> dict[dt.date, list[int]]:
    """For each day of the next year, by the clock of the window, the minutes that begin a quarter without anybody."""
    first = today + dt.timedelta(days=1)
    there = staffed(sites, first, 366)
    found: dict[dt.date, list[int]] = {}
    last = today + dt.timedelta(days=366)
    for number, wall in enumerate(walls(window["timezone"], first, 366)):
        wanted = any(day not in window.get("off", ()) for day in starts(window, wall))
        if wanted and not there[number] and first <= wall.date() <= last:
            found.setdefault(wall.date(), []).append(wall.hour * 60 + wall.minute)
    return found


def together(one: dict[str, Any], other: dict[str, Any], today: dt.date) -> dict[dt.date, int]:
    """The minutes that two sides share on each day of the next year that both work, by the days of the first."""
    first = today + dt.timedelta(days=1)
    mine, theirs = walls(one["timezone"], first, 366), walls(other["timezone"], first, 366)
    pairs: dict[int, int] = {0: 0, 1: 0, -1: 0}
    shared: dict[dt.date, int] = {}
    for wall, there in zip(mine, theirs, strict=True):
        for day in starts(one, wall):
            for met in starts(other, there):
                shared[day] = shared.get(day, 0) + 15
                if 0 <= (day - first).days < 7 and (met - day).days in pairs:
                    pairs[(met - day).days] += 15
    shift = max((0, 1, -1), key=lambda each: pairs[each])
    found = {}
    for step in range(366):
        day = first + dt.timedelta(days=step)
        then = day + dt.timedelta(days=shift)
        if day.weekday() in on_days(one["days"]) and then.weekday() in on_days(other["days"]):
            found[day] = shared.get(day, 0)
    return found

"""What hours of work deserve: hours shared by both sides, hours promised and staffed, and somebody on call."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tests.precision import walls
from tests.precision.expected import RUNNING, Case, Expected, customer_facing, many
from tests.precision.walls import Cover, Entry, entry

FULL_WEEK = 7


@dataclass(frozen=True, slots=True)
class Shared:
    """The minutes that both sides share on each day that both work, and how many such days the first week has."""

    minutes: dict[int, int]
    a_week: int


@dataclass(frozen=True, slots=True)
class Promise:
    """Hours that are promised: by what, and where it stands."""

    kind: str
    place: tuple[str | int, ...]
    entry: Entry
    closed: frozenset[int] = frozenset()


def findings(case: Case) -> Iterator[Expected]:
    """Everything about hours that is computed."""
    if case.status in RUNNING:
        yield from _overlap(case)
        yield from _staffed(case)
        yield from _on_call(case)


def year(today: dt.date) -> tuple[int, int]:
    """The first and the last day of the next 366."""
    return today.toordinal() + 1, today.toordinal() + 366


@lru_cache(maxsize=2)
def office(case: Case, side: str) -> tuple[list[Entry], frozenset[int]]:
    """The hours of a side with its holidays; without hours of its own it works in the shifts of its sites."""
    party = case.part("parties", side)
    off = walls.days_off(party.get("holidays"))
    if "working_hours" in party:
        return [entry(party["working_hours"], party["timezone"])], off
    return [each for entries, _ in _shifts(party) for each in entries], off


def _shifts(party: dict[str, Any]) -> list[tuple[list[Entry], frozenset[int]]]:
    found = []
    for site in party.get("sites", ()):
        zone = site.get("timezone", party.get("timezone"))
        entries = [entry(shift, zone) for shift in many(site.get("shifts"))]
        if entries:
            off = frozenset[int]() if site.get("works_on_holidays") else walls.days_off(site.get("holidays"))
            found.append((entries, off))
    return found


@lru_cache(maxsize=1)
def shared(case: Case) -> Shared:
    """Go through every day of the next year on which both sides work, by the days of the client."""
    first, last = year(case.today)
    (mine, _), (theirs, _) = office(case, "client"), office(case, "provider")
    there = Cover(first, last).add(theirs)
    shift = max((0, 1, -1), key=lambda step: sum(_meet(mine, theirs, first + day, step) for day in range(FULL_WEEK)))
    found: dict[int, int] = {}
    for ordinal in range(first, last + 1):
        if _works(mine, ordinal) and _works(theirs, ordinal + shift):
            found[ordinal] = sum(
                there.count(*stretch)
                for each in mine
                if (ordinal - 1) % 7 in each.days
                for stretch in walls.stretches(each.zone, ordinal, each.begin, each.end)
            )
    week = sum(ordinal < first + FULL_WEEK for ordinal in found)
    return Shared(found, week)


def _works(entries: list[Entry], ordinal: int) -> bool:
    return any((ordinal - 1) % 7 in each.days for each in entries)


def _meet(mine: list[Entry], theirs: list[Entry], ordinal: int, step: int) -> int:
    return len(_of_day(mine, ordinal) & _of_day(theirs, ordinal + step))


def _of_day(entries: list[Entry], ordinal: int) -> set[int]:
    """The minutes of hours that start on one day."""
    starting = [each for each in entries if (ordinal - 1) % 7 in each.days]
    pieces = (piece for each in starting for piece in walls.stretches(each.zone, ordinal, each.begin, each.end))
    return {at for piece in pieces for at in range(*piece)}


def _overlap(case: Case) -> Iterator[Expected]:
    """Two hours on each such day (one for a small engagement), and three such days a week."""
    if not office(case, "provider")[0]:
        return
    found, place = shared(case), ("parties", "provider", "working_hours")
    short = [each for each in found.minutes.values() if each < case.asked(120, small=60)]
    if short:
        words = (f" {len(short)} of {len(found.minutes)} ",)
        least = min(short)
        told = " no time" if least == 0 else f"{least // 60} hour" if least >= 60 else f"{least} minutes"
        yield Expected("CUL004", "hours", place, (*words, told))
    if found.a_week < 3:
        yield Expected("CUL004", "days", place, (f" {found.a_week} day",))


def _promises(case: Case, *, on_holidays: bool) -> Iterator[Promise]:
    """The windows of functions, and levels and incidents around the clock."""
    home = case.part("parties", "client", "timezone")
    markets = [each["country"] for each in case.listed("markets")]
    for number, function, _ in case.functions():
        for position, window in enumerate(function.get("service_windows", ())):
            found = entry(window, home)
            closed = frozenset[int]()
            if not on_holidays and len(found.days) < FULL_WEEK:
                named = window.get("markets") or markets or [case.part("parties", "client", "holidays")]
                closed = frozenset.intersection(*map(walls.days_off, named))
            place = ("scope", "functions", number, "service_windows", position)
            yield Promise("window", place, found, closed)
    for section, kind in (("slas", "level"), ("incidents", "incident")):
        for number, each in enumerate(case.listed(section)):
            if each.get("hours") == "24x7" and each.get("metric") != "availability":
                yield Promise(kind, (section, number, "hours"), entry("24x7", home))


def _uncovered(case: Case, promise: Promise, staff: Cover) -> dict[int, tuple[int, int]]:
    """The days on which somebody is missing, by the clock of the promise, with the first minutes without anybody."""
    first, last = year(case.today)
    wanted = Cover(first, last).add([promise.entry], promise.closed)
    found: dict[int, tuple[int, int]] = {}
    for stretch in wanted.without(staff):
        for ordinal, begin, end in walls.local(promise.entry.zone, *stretch):
            if first <= ordinal <= last:
                known = found.get(ordinal)
                if known is None:
                    found[ordinal] = begin, end
                elif known[1] == begin:
                    found[ordinal] = known[0], end
    return found


def _staffed(case: Case) -> Iterator[Expected]:
    """Every promised minute has a shift, on every day, holidays and changes of the clocks included."""
    provider = case.part("parties", "provider")
    plans = _shifts(provider)
    if not plans and "working_hours" in provider:
        plans = [office(case, "provider")]
    staff = Cover(*year(case.today))
    for entries, off in plans:
        staff.add(entries, off)
    promised = [each for each in _promises(case, on_holidays=False) if each.kind != "incident"]
    for promise in promised if plans else ():
        found = _uncovered(case, promise, staff)
        if found:
            first = min(found)
            begin, end = map(walls.clock, found[first])
            # Where the clocks are set back on that day, an hour comes twice, and words for it are a matter of taste.
            twice = any(len(walls.offsets(promise.entry.zone, first + back)) > 1 for back in (-1, 0))
            when = f"on {walls.name_of(first)} {walls.iso(first)} from {begin} to {'' if twice else end}"
            more = (f" {len(found) - 1} more ",) if len(found) > 1 else ()
            yield Expected("CUL005", promise.kind, promise.place, (when, *more))
    if promised and not plans:
        yield Expected("CUL005", "hours-known", ("parties", "provider", "working_hours"))
    yield from _unserved(case)


def _unserved(case: Case) -> Iterator[Expected]:
    """Customers who call or chat have a window in each of their markets."""
    markets = [each["country"] for each in case.listed("markets")]
    for number, function, _ in case.functions():
        if not customer_facing(function) or not {"voice", "chat"} & set(function.get("channels", ())):
            continue
        windows = function.get("service_windows", [])
        served = {country for window in windows for country in window.get("markets", markets)}
        missing = tuple(country for country in markets if country not in served)
        if missing or not windows:
            place = ("scope", "functions", number, "service_windows")
            yield Expected("CUL005", "market", place, missing if windows else ())


def _on_call(case: Case) -> Iterator[Expected]:
    """Where service is promised while the office is closed, the ladder names somebody to call."""
    ladder = case.listed("escalation")
    party = case.part("parties", "provider")
    if not ladder or any(step.get("out_of_hours") for step in ladder):
        return
    first = next((number for number, step in enumerate(ladder) if step["level"] == 1), 0)
    called = case.person(ladder[first].get("provider")) or {}
    entries = [entry(party["working_hours"], party["timezone"])] if "working_hours" in party else []
    for site in party.get("sites", ()):
        if site["id"] == called.get("site"):
            zone = site.get("timezone", party.get("timezone"))
            entries += [entry(shift, zone) for shift in many(site.get("shifts"))]
    if not entries:
        return
    there = Cover(*year(case.today)).add(entries)
    if any(_uncovered(case, promise, there) for promise in _promises(case, on_holidays=True)):
        yield Expected("PPL007", "duty", ("escalation", first, "out_of_hours"))

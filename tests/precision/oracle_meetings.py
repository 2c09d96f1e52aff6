"""What meetings and reports deserve: rhythm, silence, and dates on which nobody can come."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tests.functions.brute_force import minute
from tests.precision import walls
from tests.precision.expected import RUNNING, SIDES, Case, Expected, Path, many
from tests.precision.lengths import longer, minutes, most_days
from tests.precision.oracle_hours import office, shared, year
from tests.precision.rhythms import dated, held, hours_a_week, largest_gap

LEVELS = {"operational": (7, 35), "tactical": (35, 35), "strategic": (100, 366)}


def findings(case: Case) -> Iterator[Expected]:
    """Everything about meetings and reports that is computed."""
    if case.status not in RUNNING:
        return
    yield from _rhythm(case)
    yield from _load(case)
    yield from _talk(case)
    if case.status == "live":
        yield from _quiet(case)
    for number, meeting in enumerate(case.listed("meetings")):
        if dated(meeting):
            yield from _clashes(case, meeting, ("meetings", number))


def _rhythm(case: Case) -> Iterator[Expected]:
    """The longest time between two dates of a level, over all meetings that have it, at most 7, 35 and 100 days."""
    meetings = case.listed("meetings")
    if any("cadence" in each and not dated(each) for each in meetings):
        yield Expected("COM001", "first-known", ("meetings",))
    for level, (standard, small) in LEVELS.items():
        serving = [each for each in meetings if level in many(each.get("level"))]
        if any("cadence" in each and not dated(each) for each in serving):
            continue
        known = [each for each in serving if dated(each)]
        if not known:
            yield Expected("COM001", level, ("meetings",), ())
        elif (gap := largest_gap(known, case.today)) > case.asked(standard, small=small):
            yield Expected("COM001", level, ("meetings",), (f" {gap} days ",))


def _load(case: Case) -> Iterator[Expected]:
    """At most four hours of meetings a week, those that only serve the relationship left out."""
    hours = 0.0
    for meeting in case.listed("meetings"):
        if dated(meeting) and "duration" in meeting and many(meeting.get("level")) != ["relationship"]:
            hours += hours_a_week(meeting, minutes(meeting["duration"]), case.today)
    if round(hours, 1) > 4:
        yield Expected("AUT003", "meetings", ("meetings",))


def _talk(case: Case) -> Iterator[Expected]:
    """An answer to feedback within two days, and a report of the provider once a month."""
    answer = case.part("communication", "feedback", "respond_within")
    if answer and longer(answer, "2 days"):
        yield Expected("COM004", "fast-enough", ("communication", "feedback", "respond_within"))
    reports = [each for each in case.listed("communication", "reports") if each["from"] == "provider"]
    if reports and all(longer(each["every"], case.asked("1 month", small="35 days")) for each in reports):
        yield Expected("COM005", "often-enough", ("communication", "reports"))


def _quiet(case: Case) -> Iterator[Expected]:
    """Last dates that lie further back than the rhythm and half of it (three days at least), or that lie ahead."""
    rhythms: list[int] = []
    noted = False
    for section, field in ((("meetings",), "last_held"), (("communication", "reports"), "last_received")):
        for number, each in enumerate(case.listed(*section)):
            noted |= field in each
            gap = _gap(each, case.today)
            if gap is None:
                continue
            rhythms.append(gap)
            if field not in each:
                continue
            late = most_days(each["grace"]) if "grace" in each else max(3, gap / 2)
            days = (case.today - dt.date.fromisoformat(each[field])).days
            place = (*section, number, field)
            if days > gap + late:
                yield Expected("COM006", "quiet", place, (f" {days} days ago", f"at most {int(gap + late)} "))
            if days < 0:
                yield Expected("COM006", "past", place)
    live = case.first_live()
    if not noted and live and rhythms and any((case.today - live).days > gap + max(3, gap / 2) for gap in rhythms):
        yield Expected("COM006", "noted", ("meetings",))


def _gap(each: dict[str, Any], today: dt.date) -> int | None:
    if "every" in each:
        return most_days(each["every"])
    return largest_gap([each], today) if dated(each) else None


def _clashes(case: Case, meeting: dict[str, Any], place: Path) -> Iterator[Expected]:
    """Each date of the next 365 days, by the clock of each side."""
    dates = held(meeting, case.today + dt.timedelta(days=1), case.today + dt.timedelta(days=365))
    length = max(minutes(meeting["duration"]), 1) if "duration" in meeting else 1
    off: list[dt.date] = []
    idle: list[dt.date] = []
    never: dict[str, None] = {}
    outside: dict[str, list[str]] = {side: [] for side in SIDES}
    for date in dates:
        looks = [_look(case, side, date, _begin(meeting, date), length) for side in SIDES]
        never |= {look.weekday: None for look in looks if look.idle}
        idle += [date] * any(look.idle for look in looks)
        if any(look.idle or look.holiday for look in looks):
            off.append(date)
            continue
        for look in looks:
            if not look.inside:
                outside[look.side].append(look.shown)
    if len(dates) > 1 and len(idle) == len(dates):
        yield Expected("COM007", "never", (*place, "cadence"), tuple(never))
    elif off and "if_holiday" not in meeting:
        words = (f" {len(off)} of ", f" {len(dates)} dates", str(off[0]))
        yield Expected("COM007", "holiday", (*place, "if_holiday"), words)
    zones = {case.part("parties", side, "timezone") for side in SIDES}
    if "start" in meeting and "timezone" not in meeting and len(zones) > 1:
        yield Expected("COM007", "timezone", (*place, "timezone"))
    told = [f"{len(found)} of {len(dates)} dates ({found[0]})" for found in outside.values() if found]
    if told and not _hardly_share(case):
        yield Expected("COM007", "hours", (*place, "start"), (told[0],))


@dataclass(frozen=True, slots=True)
class Look:
    """One date of a meeting as one side sees it."""

    side: str
    weekday: str
    shown: str
    holiday: bool
    idle: bool
    inside: bool


def _look(case: Case, side: str, date: dt.date, begin: int | None, length: int) -> Look:
    """The day and the hour by the clock of a side; a side whose hours are not known has its holidays only."""
    entries, holidays = office(case, side)
    here, shown, inside = date.toordinal(), "", True
    if begin is not None and entries:
        zone = entries[0].zone
        wall = begin + walls.offset(zone, begin)
        here, shown = wall // walls.DAY, f"{walls.clock(wall % walls.DAY)} {zone} on {date}"
        inside = _cover(case, side).count(begin, begin + length) == length
    works = any((here - 1) % 7 in each.days for each in entries)
    unable = bool(entries) and not works and (begin is None or not inside)
    return Look(side, walls.name_of(here), shown, here in holidays, unable, inside)


def _begin(meeting: dict[str, Any], date: dt.date) -> int | None:
    if "start" not in meeting or "timezone" not in meeting:
        return None
    start = minute(meeting["start"])
    (begin, _), *_ = walls.stretches(meeting["timezone"], date.toordinal(), start, start + 1)
    return begin


@lru_cache(maxsize=2)
def _cover(case: Case, side: str) -> walls.Cover:
    """The hours of a side, days off or not."""
    return walls.Cover(*year(case.today)).add(office(case, side)[0])


def _hardly_share(case: Case) -> bool:
    """Whether the sides share so little that no time of a meeting would do."""
    known = all(office(case, side)[0] for side in SIDES)
    return known and any(each < case.asked(120, small=60) for each in shared(case).minutes.values())

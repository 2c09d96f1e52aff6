"""How the two sides talk: meetings, channels, reports."""

import datetime as dt
from typing import Any

from benchmarks.corpus.chance import Chance
from benchmarks.corpus.people import Cast
from benchmarks.corpus.routes import Route

# When both sides are at work in winter and in summer, by the clock of the client
STARTS = {
    "America/Los_Angeles": "12:30",
    "America/New_York": "10:00",
    "America/Toronto": "10:00",
    "Australia/Sydney": "10:00",
    "Pacific/Auckland": "10:30",
}
LATEST = {
    "monthly": dt.date(2026, 11, 12),
    "weekly": dt.date(2026, 11, 18),
    "service-monthly": dt.date(2026, 11, 12),
    "sponsors": dt.date(2026, 10, 14),
}


def meetings(chance: Chance, route: Route, cast: Cast, *, small: bool, live: bool) -> list[dict[str, Any]]:
    """One meeting for all levels in a small engagement, else one for the work, the service and the direction."""
    owner, worker, sponsor = cast.ours
    manager, lead, their_sponsor = cast.theirs
    day = chance.one(("tue", "wed", "thu"))
    if small:
        found = [_together("monthly", day, [owner, sponsor, manager, their_sponsor])]
    else:
        found = [
            _weekly(day, chance.one(("30 minutes", "45 minutes")), [worker, manager, lead]),
            _monthly(chance.one(("2TU", "2WE", "2TH")), [owner, worker, manager]),
            _quarterly(day, [sponsor, owner, their_sponsor, manager]),
        ]
    start = STARTS.get(route.client.zone, "11:00")
    return [_arranged(meeting, start, route.client.zone, live=live) for meeting in found]


def _together(name: str, day: str, people: list[str]) -> dict[str, Any]:
    agenda = ["goals", "performance", "provider topics", "risks", "informal catch-up"]
    levels = ["operational", "tactical", "strategic", "relationship"]
    rhythm = {"id": name, "level": levels, "cadence": "monthly", "day": day}
    return rhythm | {"duration": "1 hour", "attendees": people, "agenda": agenda}


def _weekly(day: str, duration: str, people: list[str]) -> dict[str, Any]:
    agenda = ["performance", "provider topics", "risks", "forecast"]
    rhythm = {"id": "weekly", "level": "operational", "cadence": "weekly", "day": day}
    return rhythm | {"duration": duration, "attendees": people, "agenda": agenda}


def _monthly(day: str, people: list[str]) -> dict[str, Any]:
    agenda = ["performance", "improvements", "changes", "provider topics"]
    rhythm = {"id": "service-monthly", "level": "tactical", "cadence": f"FREQ=MONTHLY;BYDAY={day}"}
    return rhythm | {"duration": "1 hour", "attendees": people, "agenda": agenda}


def _quarterly(day: str, people: list[str]) -> dict[str, Any]:
    agenda = ["goals", "relationship", "provider topics", "risks", "informal catch-up"]
    rhythm = {"id": "sponsors", "level": ["strategic", "relationship"], "cadence": "quarterly", "day": day}
    return rhythm | {"duration": "90 minutes", "attendees": people, "agenda": agenda}


def _arranged(meeting: dict[str, Any], start: str, zone: str, *, live: bool) -> dict[str, Any]:
    """A meeting with its time, who leads it and who writes it down, and the last one where the work runs."""
    people = meeting["attendees"]
    arranged = {**meeting, "start": start, "timezone": zone, "chair": people[0], "minutes_by": people[-1]}
    arranged["if_holiday"] = "next-working-day"
    return arranged | ({"last_held": LATEST[meeting["id"]]} if live else {})


def communication(chance: Chance, *, live: bool) -> dict[str, Any]:
    """Channels, feedback in both ways, and the report whose absence raises an alarm."""
    report = {"name": chance.one(("Weekly numbers", "Weekly performance report", "Friday figures"))}
    report |= {"from": "provider", "every": "weekly", "grace": "2 days", "if_missed": "level-1"}
    return {
        "channels": [
            {
                "type": "chat",
                "name": chance.one(("shared channel", "care questions", "day-to-day room")),
                "real_time": True,
            },
            {
                "type": chance.one(("email", "ticket")),
                "name": chance.one(("shared inbox", "issue board", "service desk")),
            },
        ],
        "feedback": {"both_ways": True, "respond_within": "1 day"},
        "reports": [report | ({"last_received": dt.date(2026, 11, chance.between(16, 20))} if live else {})],
        "issue_log": {"location": chance.one(("issue board", "shared channel", "service desk")), "shared": True},
    }

"""Scorecards: what each has to hold, whether it adds up, which levels were missed, and when the next review is due.

A scorecard looks back at a month, a quarter or a year. What is scored in it has to be measured over as long a time.
Periods that start before a level or a function counts are left out everywhere.
"""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bpogov.functions.booklet import Booklet, Card, Entry, booklet_of
from bpogov.functions.credits import due, faults
from bpogov.functions.declare import function
from bpogov.functions.levels import day, direction, entries, number, text
from bpogov.values import date as dates
from bpogov.values import duration as durations
from bpogov.values import every as rhythms
from bpogov.values.errors import BadValue

_READS = (
    "outcomes.scorecards",
    "slas",
    "scope.functions[*].deliverables",
    "scope.functions[*].go_live",
    "contract.term.start",
    "contract.term.go_live",
    "service_credits.cap_percent",
)


@function("scorecards.missing", engagement="map", today="date", returns="list", reads=_READS)
def missing(engagement: dict[str, Any], today: str) -> list[dict[str, Any]]:
    """Find what the scorecards that have been reviewed leave out; those of later reviews have time.

    Expected are the levels that are measured over as long a time as the period (a month for `calendar-month` and
    `rolling-30d`, a quarter for `calendar-quarter`, a year for `contract-year`), and the deliverables that are counted
    per such period (`calls/month`). Levels per incident are expected nowhere. Gives {at, period, levels, deliverables}
    with the names that have no `actual`, for each scorecard that leaves something out. Error: no date.
    """
    booklet, now = booklet_of(engagement), dates.parse(today)
    found: list[dict[str, Any]] = []
    for card in booklet.cards:
        if not card.is_reviewed(now):
            continue
        scored = {(entry.kind, entry.name) for entry in card.results if entry.actual is not None}
        levels = [name for name in booklet.levels_for(card.period) if ("sla", name) not in scored]
        deliverables = [name for name in booklet.deliverables_for(card.period) if ("deliverable", name) not in scored]
        if levels or deliverables:
            at = f"{card.at}.results"
            found.append({"at": at, "period": card.name, "levels": levels, "deliverables": deliverables})
    return found


@function("scorecards.misplaced", engagement="map", returns="list", reads=_READS)
def misplaced(engagement: dict[str, Any]) -> list[dict[str, str]]:
    """Find results that do not belong into their scorecard, because they are measured over another length of time.

    Levels per incident, and rolling windows that are as long as no month, quarter or year, belong anywhere; a level of
    a contract year also belongs where such a year ends. Gives {at, period, kind, name, measured}: `kind` is `sla` or
    `deliverable`, `measured` says over what: `month`, `quarter` or `year`. No errors.
    """
    booklet = booklet_of(engagement)
    return [
        {
            "at": f"{entry.at}.{entry.kind}",
            "period": card.name,
            "kind": entry.kind,
            "name": entry.name,
            "measured": unit,
        }
        for card in booklet.cards
        for entry in card.results
        if (unit := booklet.misplaced(entry, card.period))
    ]


@function("scorecards.wrong_flags", engagement="map", returns="list", reads=_READS)
def wrong_flags(engagement: dict[str, Any]) -> list[dict[str, Any]]:
    """Find results whose `met` contradicts their numbers, and misses that do not say `met: false`.

    A level is met if the result reaches the target that holds on the first day of the period; a deliverable if its
    quantity is reached within its tolerance. Gives {at, period, kind, name, actual, target, written, right}: `written`
    is `true`, `false` or empty where nothing is written, `target` what had to be reached. No errors.
    """
    found: list[dict[str, Any]] = []
    booklet = booklet_of(engagement)
    for card, entry in booklet.judged():
        right, target = booklet.met(entry, card.period)
        if right is None or entry.actual is None or target is None or entry.met is right:
            continue
        if entry.met is None and right:
            continue
        found.append(
            {
                "at": f"{entry.at}.met",
                "period": card.name,
                "kind": entry.kind,
                "name": entry.name,
                "actual": float(entry.actual),
                "target": target,
                "written": "" if entry.met is None else str(entry.met).lower(),
                "right": right,
            }
        )
    return found


@function("scorecards.wrong_credits", engagement="map", max_dead_band="number", returns="list", reads=_READS)
def wrong_credits(engagement: dict[str, Any], max_dead_band: float) -> list[dict[str, Any]]:
    """Find results of levels whose `credit` is not the one that their numbers make due.

    See `credits.due`; nothing written stands for no credit. Where a level has a `trigger`, its credit is due once so
    many misses are recorded in its period, and one that is written earlier is accepted, because older scorecards may
    be kept elsewhere. Where all credits of a scorecard together exceed the cap, smaller ones are accepted that add up
    to it. Levels whose credit steps are at fault (`credits.faults` with `max_dead_band`) are not judged.
    Gives {at, period, name, actual, written, right}, credits in percent of the base. No errors.
    """
    found: list[dict[str, Any]] = []
    booklet = booklet_of(engagement)
    faulty = {fault["level"] for fault in faults(list(booklet.levels.values()), max_dead_band)}
    for card in booklet.cards:
        rows = [(entry, *_credit(booklet, entry, card)) for entry in card.results if booklet.counts(entry, card.period)]
        capped = _is_capped(engagement, rows)
        for entry, right, full in rows:
            if right is None or entry.actual is None or entry.name in faulty:
                continue
            if entry.credit in {right, full} or (capped and entry.credit <= right):
                continue
            found.append(
                {
                    "at": f"{entry.at}.credit",
                    "period": card.name,
                    "name": entry.name,
                    "actual": float(entry.actual),
                    "written": float(entry.credit),
                    "right": right,
                }
            )
    return found


@function(
    "scorecards.misses",
    engagement="map",
    periods="count",
    today="date",
    returns="list",
    reads=(*_READS, "goals[*].id"),
)
def misses(engagement: dict[str, Any], periods: int, today: str) -> list[dict[str, Any]]:
    """Give what was missed in the latest reviews: of so many of the months, of the quarters and of the years.

    A level is missed where its numbers say so, or its `met` where they say nothing; a goal where it is `off-track`.
    Gives {at, period, kind, name, reviewed, last_day} for the latest miss of each, newest first: `kind` is `sla` or
    `goal`, `reviewed` is empty where no review is recorded. Error: no date.
    """
    booklet = booklet_of(engagement)
    goals = {text(goal.get("id")) for goal in entries(engagement.get("goals"))}
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for card in booklet.latest(periods, dates.parse(today)):
        lost = [("sla", name, verdict.at) for name, verdict in booklet.verdicts(card).items() if not verdict.met]
        lost += [("goal", goal, f"{card.at}.goals") for goal in card.lost_goals if goal in goals]
        for kind, name, at in lost:
            details = {"at": at, "period": card.name, "kind": kind, "name": name}
            when = {"reviewed": card.reviewed.isoformat() if card.reviewed else "", "last_day": str(card.period.last)}
            found.setdefault((kind, name), details | when)
    return list(found.values())


@function(
    "scorecards.repeated",
    engagement="map",
    misses="count",
    periods="count",
    today="date",
    returns="list",
    reads=_READS,
)
def repeated(engagement: dict[str, Any], misses: int, periods: int, today: str) -> list[dict[str, Any]]:
    """Find levels that were missed at least so many times in the latest reviewed periods in which they were scored.

    Periods of one length are compared with one another, months first; what came before `applies_from` does not count.
    Gives {name, at, period, times, scored, periods, reached_on} for each: the scorecard of the latest miss as `at` and
    `period`, how often the level was missed of how many times it was scored, the missed periods in order, and the last
    day of the one that made the count full. Error: less than one miss or period, and no date.
    """
    if misses < 1 or periods < 1:
        raise ValueError("At least one miss and one period are expected")
    booklet, now = booklet_of(engagement), dates.parse(today)
    scored: dict[tuple[str, int], list[tuple[Card, bool]]] = {}
    for card in filter(lambda card: card.is_reviewed(now), booklet.cards):
        for name, verdict in booklet.verdicts(card).items():
            scored.setdefault((name, card.period.months), []).append((card, verdict.met))
    found: dict[str, dict[str, Any]] = {}
    for (name, _), history in sorted(scored.items()):
        recent = history[-periods:]
        lost_in = [card for card, met in recent if not met]
        if len(lost_in) >= misses and name not in found:
            found[name] = {
                "name": name,
                "at": lost_in[-1].at,
                "period": lost_in[-1].name,
                "times": len(lost_in),
                "scored": len(recent),
                "periods": [card.name for card in lost_in],
                "reached_on": lost_in[misses - 1].period.last.isoformat(),
            }
    return list(found.values())


@function(
    "scorecards.decided_since",
    engagement="map",
    date="date",
    decisions="list",
    today="date",
    returns="flag",
    reads=("outcomes.scorecards[*].period", "outcomes.scorecards[*].reviewed", "outcomes.scorecards[*].decision"),
)
def decided_since(engagement: dict[str, Any], date: str, decisions: list[Any], today: str) -> bool:
    """Tell whether a review so far, of a period that ends on a date or later, had one of the decisions.

    Error: a text that is not a date.
    """
    since, now = dates.parse(date), dates.parse(today)
    cards = (card for card in booklet_of(engagement).cards if card.is_reviewed(now))
    return any(card.period.last >= since and card.decision in decisions for card in cards)


@function(
    "scorecards.next_review",
    scorecards="list",
    go_live="date",
    every="every",
    today="date",
    returns="date",
    reads=("[*].reviewed",),
)
def next_review(scorecards: list[Any], go_live: str, every: str, today: str) -> str:
    """Give the date by which the next review is due: `every` after the latest review so far, else after go-live.

    Reviews later than `today` are planned and do not count; those before go-live do not count either. The last day of
    the calendar where the date would lie beyond. Error: a text that is not a date, or not a duration.
    """
    now, rhythm = dates.parse(today), rhythms.parse(every).duration
    held = [when for card in entries(scorecards) if (when := day(card.get("reviewed"))) and when <= now]
    return _after(max([dates.parse(go_live), *held]), rhythm).isoformat()


def _after(start: dt.date, rhythm: durations.Duration) -> dt.date:
    try:
        return rhythm.after(start)
    except BadValue:
        return dt.date.max


def _credit(booklet: Booklet, entry: Entry, card: Card) -> tuple[float | None, float]:
    """Give the credit that is due for an entry (None: nobody can tell), and the one that its numbers alone give."""
    level = booklet.levels.get(entry.name)
    if entry.kind != "sla" or level is None or entry.actual is None or not direction(level):
        return None, 0.0
    full = due(dict(level), float(entry.actual), card.period.first.isoformat())
    trigger = level.get("trigger")
    asked, within = (trigger.get("occurrences"), trigger.get("period")) if isinstance(trigger, Mapping) else (1, "")
    needed = number(asked) or 1
    if needed > 1 and _times(booklet, entry.name, card, text(within)) < needed:
        return 0.0, full
    return full, full


def _times(booklet: Booklet, name: str, card: Card, within: str) -> int:
    """Count the recorded misses of a level up to the end of a scorecard, as far back as its trigger looks."""
    end = card.period.last
    counted = (other for other in booklet.cards if other.period.last <= end < _forgotten(other.period.last, within))
    return sum(name in verdicts and not verdicts[name].met for verdicts in map(booklet.verdicts, counted))


@lru_cache(maxsize=1024)
def _forgotten(missed: dt.date, within: str) -> dt.date:
    """Give the day from which a miss no longer counts together with others; never where no time is stated."""
    try:
        return _after(missed, durations.parse(within))
    except BadValue:
        return dt.date.max


def _is_capped(engagement: Mapping[str, Any], rows: list[tuple[Entry, float | None, float]]) -> bool:
    """Whether the credits of a scorecard exceed the cap of a period, and those written add up to it."""
    shared = engagement.get("service_credits")
    cap = number(shared.get("cap_percent")) if isinstance(shared, Mapping) else None
    if cap is None or sum(right or 0.0 for _, right, _ in rows) <= cap:
        return False
    return sum((number(entry.credit) or 0) for entry, _, _ in rows) == cap

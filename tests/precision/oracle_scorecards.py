"""What scorecards deserve: complete, added up right, reviewed in time, and every miss answered."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from dateutil.relativedelta import relativedelta

from tests.precision.expected import Case, Expected, day, many
from tests.precision.lengths import day_after
from tests.precision.oracle_levels import as_good, better, faults, target_on

WINDOWS = {"calendar-month": 1, "rolling-30d": 1, "calendar-quarter": 3, "contract-year": 12}
NAMES = {1: "month", 3: "quarter", 12: "year"}


@dataclass(frozen=True, slots=True)
class Card:
    """A scorecard with the months that it looks back on."""

    number: int
    written: dict[str, Any]
    first: dt.date
    last: dt.date
    months: int

    @property
    def place(self) -> tuple[str | int, ...]:
        """Where it stands."""
        return "outcomes", "scorecards", self.number

    def reviewed(self, today: dt.date) -> bool:
        """Whether the review has been held."""
        when = day(self.written.get("reviewed"))
        return when <= today if when else self.last < today


def findings(case: Case) -> Iterator[Expected]:
    """Everything about scorecards that is computed."""
    cards = sorted(_cards(case), key=lambda card: (card.last, -card.months))
    if case.status in ("live", "exiting", "ended"):
        for card in cards:
            yield from _complete(case, card)
            yield from _flags(case, card)
            yield from _credits(case, card, cards)
    if case.status in ("live", "exiting"):
        yield from _plans(case, cards)
        yield from _overdue(case)
    if case.status == "live":
        yield from _repeats(case, cards)


def _cards(case: Case) -> Iterator[Card]:
    for number, written in enumerate(case.listed("outcomes", "scorecards")):
        name = written["period"]
        year, _, rest = name.partition("-")
        months = 12 if not rest else 3 if rest.startswith("Q") else 1
        month = 1 if not rest else int(rest[1:]) * 3 - 2 if months == 3 else int(rest)
        first = dt.date(int(year), month, 1)
        yield Card(number, written, first, first + relativedelta(months=months, days=-1), months)


def _level(case: Case, name: str) -> dict[str, Any]:
    return next(level for level in case.listed("slas") if level["id"] == name)


def _since(case: Case, level: dict[str, Any]) -> dt.date | None:
    """The day from which a level counts: its own, else the first go-live of what it measures."""
    measured = [when for _, each, when in case.functions() if each["id"] in many(level.get("function")) and when]
    return day(level.get("applies_from")) or min(measured, default=case.date("contract", "term", "go_live"))


def _deliverables(case: Case) -> Iterator[tuple[dict[str, Any], dt.date | None, int]]:
    """What is counted, since when, and over how many months."""
    for _, function, live in case.functions():
        for each in function.get("deliverables", ()):
            per = each["unit"].rpartition("/")[2]
            yield each, live, next((months for months, name in NAMES.items() if name == per), 0)


def _counts(since: dt.date | None, card: Card) -> bool:
    return since is None or since <= card.first


def _complete(case: Case, card: Card) -> Iterator[Expected]:
    """A result for what is measured over as long a time, and for nothing else."""
    results = card.written.get("results", [])
    scored = {result.get("sla", result.get("deliverable")) for result in results if "actual" in result}
    due = [each for each in case.listed("slas") if WINDOWS.get(each["window"]) == card.months]
    due = [each for each in due if _counts(_since(case, each), card) and each["id"] not in scored]
    if due and card.reviewed(case.today):
        yield Expected("OUT003", "levels", (*card.place, "results"), (due[0]["id"],))
    uncounted = [
        each["name"]
        for each, since, months in _deliverables(case)
        if months == card.months and _counts(since, card) and each["name"] not in scored
    ]
    if uncounted and card.reviewed(case.today):
        yield Expected("OUT003", "deliverables", (*card.place, "results"), (uncounted[0],))
    for number, result in enumerate(results):
        if length := _elsewhere(case, result, card):
            kind = "sla" if "sla" in result else "deliverable"
            words = (f" {NAMES[length]}",)
            yield Expected("OUT003", "misplaced", (*card.place, "results", number, kind), words)


def _elsewhere(case: Case, result: dict[str, Any], card: Card) -> int:
    """The months over which something is measured that does not belong here; 0 where it does."""
    if "sla" in result:
        window = _level(case, result["sla"])["window"]
        length = WINDOWS.get(window, 0)
        if window == "contract-year" and _birthday_within(case, card):
            return 0
    else:
        length = next(months for each, _, months in _deliverables(case) if each["name"] == result["deliverable"])
    return length if length not in (0, card.months) else 0


def _birthday_within(case: Case, card: Card) -> bool:
    """Whether a year of the contract ends in the period."""
    start = case.date("contract", "term", "start")
    ends = [start + relativedelta(years=number, days=-1) for number in range(1, 12)] if start else []
    return any(card.first <= end <= card.last for end in ends)


def _verdict(case: Case, card: Card, result: dict[str, Any]) -> bool | None:
    """Whether a result reaches what it has to; None for what does not count."""
    if _elsewhere(case, result, card):
        return None
    if "sla" in result:
        level = _level(case, result["sla"])
        if not _counts(_since(case, level), card):
            return None
        if "actual" not in result:
            return bool(result["met"]) if "met" in result else None
        return as_good(result["actual"], target_on(level, card.first), better(level))
    each, since, months = next(row for row in _deliverables(case) if row[0]["name"] == result["deliverable"])
    if not _counts(since, card) or months != card.months or "actual" not in result:
        return None
    least = Fraction(str(each["quantity"])) * (100 - Fraction(str(each.get("tolerance_percent", 0)))) / 100
    return bool(Fraction(str(result["actual"])) >= least)


def _flags(case: Case, card: Card) -> Iterator[Expected]:
    """A flag that contradicts its numbers, and a miss without a flag."""
    for number, result in enumerate(card.written.get("results", [])):
        right = _verdict(case, card, result) if "actual" in result else None
        if right is not None and right is not result.get("met", True):
            verb = "reaches" if right else "misses"
            yield Expected("OUT003", "met", (*card.place, "results", number, "met"), (verb,))


def _credits(case: Case, card: Card, cards: list[Card]) -> Iterator[Expected]:
    """The heaviest step that the result falls under; nothing where the target is reached or misses are still few."""
    rows: list[tuple[int, Fraction, Fraction, Fraction, str]] = []
    for number, result in enumerate(card.written.get("results", [])):
        if "sla" not in result or "actual" not in result:
            continue
        met = _verdict(case, card, result)
        if met is None:
            continue
        level = _level(case, result["sla"])
        full = Fraction(0) if met else _step_due(level, result["actual"])
        right = full if _triggered(case, level, card, cards) else Fraction(0)
        rows.append((number, right, full, Fraction(str(result.get("credit", 0))), level["id"]))
    cap = case.part("service_credits", "cap_percent")
    written = sum((Fraction(str(result.get("credit", 0))) for result in card.written.get("results", [])), Fraction(0))
    capped = cap is not None and sum(row[1] for row in rows) > Fraction(str(cap)) == written
    wrong = {name for level in case.listed("slas") for _, name in faults(level, ())}
    for number, right, full, credit, name in rows:
        if name in wrong or credit in (right, full) or (capped and credit <= right):
            continue
        words = () if right == 0 else (f" {float(right):g} percent",)
        yield Expected("OUT003", "credit", (*card.place, "results", number, "credit"), words)


def _step_due(level: dict[str, Any], actual: float) -> Fraction:
    steps = level.get("credits", ())
    due = [step for step in steps if actual < step.get("below", -1e9) or actual > step.get("above", 1e9)]
    return max((Fraction(str(step["percent"])) for step in due), default=Fraction(0))


def _triggered(case: Case, level: dict[str, Any], card: Card, cards: list[Card]) -> bool:
    """Whether misses so far, within the time that the trigger looks back, are as many as it asks."""
    trigger = level.get("trigger")
    if not trigger:
        return True
    lost = 0
    for other in cards:
        if other.last <= card.last < day_after(other.last, trigger["period"]):
            lost += any(
                result.get("sla") == level["id"] and _verdict(case, other, result) is False
                for result in other.written.get("results", ())
            )
    return lost >= int(trigger["occurrences"])


def _lost_in(case: Case, card: Card) -> Iterator[tuple[str, bool, int]]:
    """The levels that a scorecard judges, whether each was met, and where."""
    for number, result in enumerate(card.written.get("results", [])):
        met = _verdict(case, card, result) if "sla" in result else None
        if met is not None:
            yield result["sla"], met, number


def _repeats(case: Case, cards: list[Card]) -> Iterator[Expected]:
    """Three misses in the six latest periods in which a level was scored need a decision since."""
    told = set()
    for level in sorted(case.listed("slas"), key=lambda level: level["id"]):
        for months in NAMES:
            history = [
                (card, met)
                for card in cards
                if card.reviewed(case.today) and card.months == months
                for name, met, _ in _lost_in(case, card)
                if name == level["id"]
            ]
            lost = [card for card, met in history[-6:] if not met]
            if len(lost) < 3 or level["id"] in told:
                continue
            told.add(level["id"])
            if not any(
                card.written.get("decision") in ("escalate", "renegotiate", "exit")
                for card in cards
                if card.reviewed(case.today) and card.last >= lost[2].last
            ):
                words = (f'"{level["id"]}"', f" {len(lost)} of ", f" {len(history[-6:])} ")
                yield Expected("OUT005", "", (*lost[-1].place, "decision"), words)


def _plans(case: Case, cards: list[Card]) -> Iterator[Expected]:
    """The latest miss of each level and goal in the two latest reviews of each length has a joint action in time."""
    missed: dict[tuple[str, str], tuple[Card, tuple[str | int, ...]]] = {}
    for months in NAMES:
        latest = [card for card in cards if card.months == months and card.reviewed(case.today)][-2:]
        for card in latest:
            lost = [("sla", name, (*card.place, "results", at)) for name, met, at in _lost_in(case, card) if not met]
            states = card.written.get("goals", {})
            lost += [("goal", name, (*card.place, "goals")) for name, state in states.items() if state == "off-track"]
            for kind, name, place in lost:
                known = missed.get((kind, name))
                if known is None or (card.last, -card.months) > (known[0].last, -known[0].months):
                    missed[kind, name] = card, place
    for (_, name), (card, place) in missed.items():
        yield from _answered(case, name, card, place)


def _answered(case: Case, name: str, card: Card, place: tuple[str | int, ...]) -> Iterator[Expected]:
    alike = {name}
    for level in case.listed("slas"):
        if level["id"] == name and "goal" in level:
            alike.add(level["goal"])
        if level.get("goal") == name:
            alike.add(level["id"])
    actions = [
        (number, action, _lacks(case, action), _late(case, action, card))
        for number, action in enumerate(case.listed("outcomes", "actions"))
        if action["for"] in alike and action.get("status", "open") != "dropped"
    ]
    if not actions:
        yield Expected("OUT004", "plan", place, (f'"{name}"',))
    elif all(lacks or late for _, _, lacks, late in actions):
        number, action, lacks, late = actions[0]
        if lacks:
            yield Expected("OUT004", "joint", ("outcomes", "actions", number, "owners"), (f'"{name}"', *lacks))
        if late:
            yield Expected("OUT004", "in-time", ("outcomes", "actions", number, "due"), (action["due"],))


def _lacks(case: Case, action: dict[str, Any]) -> list[str]:
    sides = {person["side"] for person in map(case.person, action.get("owners", ())) if person}
    return [side for side in ("client", "provider") if side not in sides]


def _late(case: Case, action: dict[str, Any], card: Card) -> bool:
    due, reviewed, done = day(action["due"]), day(card.written.get("reviewed")), action.get("status") == "done"
    assert due is not None
    if reviewed and due < reviewed and (not done or due <= card.last):
        return True
    return due < case.today and not done


def _overdue(case: Case) -> Iterator[Expected]:
    """A review every so often since the latest one, or since go-live, and two weeks of grace."""
    live = case.first_live()
    if live is None:
        return
    reviews = [day(card.get("reviewed")) for card in case.listed("outcomes", "scorecards")]
    latest = max([live, *(when for when in reviews if when and when <= case.today)])
    due = day_after(latest, case.part("outcomes", "review_every") or "3 months")
    if due + dt.timedelta(days=14) < case.today:
        yield Expected("OUT002", "on-time", ("outcomes", "scorecards"), (str(due),))

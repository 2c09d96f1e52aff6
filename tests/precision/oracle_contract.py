"""What a contract deserves: dates that fit together, a clock for its renewal, and a way out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tests.precision.expected import RUNNING, Case, Expected, day
from tests.precision.lengths import day_after, day_before, longer

TERM = ("contract", "term")


@dataclass(frozen=True, slots=True)
class Term:
    """The term that runs now: its days, the last day to give notice, and whether its renewal has been decided."""

    start: dt.date | None
    end: dt.date
    number: int
    deadline: dt.date | None
    decided: bool
    over: bool
    next_deadline: dt.date | None


def findings(case: Case) -> Iterator[Expected]:
    """Everything about the contract that is computed."""
    yield from _dates(case)
    yield from _status(case)
    yield from _milestones(case)
    yield from _exit(case)
    if case.status in RUNNING:
        yield from _clock(case)
        yield from _ending(case)
        yield from _protections(case)
    if case.status in RUNNING:
        yield from _access(case)


def _dates(case: Case) -> Iterator[Expected]:
    """Signed, started, live, over: in this order."""
    signed, start, live, end = (case.date(*TERM, name) for name in ("signed", "start", "go_live", "end"))
    if start and live and start > live:
        yield Expected("CTR003", "start-before-go-live", (*TERM, "go_live"))
    if live and end and live >= end:
        yield Expected("CTR003", "go-live-before-end", (*TERM, "end"))
    if start and end and start >= end:
        yield Expected("CTR003", "start-before-end", (*TERM, "end"))
    for number, function, when in case.functions():
        if when is None or when == live or "go_live" not in function:
            continue
        if (start and when < start) or (end and when >= end):
            yield Expected("CTR003", "functions-in-term", ("scope", "functions", number, "go_live"), (str(when),))
    if signed and live and signed > live:
        yield Expected("CTR003", "signed-before-go-live", (*TERM, "signed"))
    elif signed and start and signed > start:
        yield Expected("CTR003", "not-backdated", (*TERM, "signed"))


def _status(case: Case) -> Iterator[Expected]:
    """The status against the dates."""
    signed, end, today, status = case.date(*TERM, "signed"), case.date(*TERM, "end"), case.today, case.status
    first = case.first_live()
    if status in ("signed", "live", "exiting"):
        if signed is None:
            yield Expected("CTR003", "signed-when-live", (*TERM, "signed"))
        elif signed > today:
            yield Expected("CTR003", "signed-in-past", (*TERM, "signed"))
        term = running(case)
        if term and term.over:
            yield Expected("CTR003", "not-over", (*TERM, "end"))
    if status in ("draft", "in-review") and signed and signed <= today:
        yield Expected("CTR003", "not-yet-signed", ("status",))
    if status in ("live", "exiting") and first and first > today:
        yield Expected("CTR003", "live-has-started", (*TERM, "go_live"), (str(first),))
    if status == "signed" and first and first <= today:
        yield Expected("CTR003", "not-yet-live", ("status",), (str(first),))
    if status == "live" and not case.part("transition", "approved"):
        yield Expected("CTR003", "go-live-approved", ("transition", "approved"))
    if status == "ended" and (end is None or end > today):
        yield Expected("CTR003", "ended-is-over", (*TERM, "end"))


def _milestones(case: Case) -> Iterator[Expected]:
    """Each one is due between the start of the contract and the last go-live."""
    start = case.date(*TERM, "start")
    lives = [when for _, _, when in case.functions() if when] + [when for when in [case.date(*TERM, "go_live")] if when]
    for number, each in enumerate(case.listed("transition", "milestones")):
        due = day(each["due"])
        if due and ((start and due < start) or (lives and due > max(lives))):
            place = ("transition", "milestones", number, "due")
            yield Expected("CTR003", "milestones-in-transition", place, (each["due"],))


def running(case: Case) -> Term | None:
    """Go from term to term until the one that runs today, or the last one where somebody decided to end it."""
    start, first_end = case.date(*TERM, "start"), case.date(*TERM, "end")
    renewal = case.part("contract", "renewal") or {}
    if first_end is None:
        return None
    decision = renewal.get("decided") or {}
    when = day(decision.get("date"))
    if when and when > case.today:
        decision, when = {}, None
    ends = decision.get("outcome") == "end"
    notice = renewal.get("notice")
    automatic = renewal.get("type") == "automatic"
    period = renewal.get("period") if automatic else None

    def deadline(end: dt.date) -> dt.date | None:
        return day_before(end, notice) if notice else None

    if period is None:
        over = first_end < case.today and (ends or not automatic)
        return Term(start, first_end, 1, deadline(first_end), bool(decision), over, None)
    begin, end, number = start, first_end, 1
    until = (when or first_end) if ends else case.today
    while end < until:
        begin, number = end + dt.timedelta(days=1), number + 1
        end = _end_of(first_end, period, number - 1)
    decided = bool(decision) if number == 1 else bool(when and begin and when >= begin)
    return Term(
        begin, end, number, deadline(end), decided, end < case.today, deadline(_end_of(first_end, period, number))
    )


def _end_of(first_end: dt.date, period: str, renewals: int) -> dt.date:
    """The end after so many renewals; all are counted from the first end, so that the 31st stays the 31st."""
    return day_after(first_end + dt.timedelta(days=1), period, renewals) - dt.timedelta(days=1)


def _clock(case: Case) -> Iterator[Expected]:
    """The last day to give notice lies in the term, and the decision is written down before it."""
    term = running(case)
    if term is None:
        return
    renewal = case.part("contract", "renewal") or {}
    live, kind, place = case.status == "live", renewal.get("type"), ("contract", "renewal")
    if term.over and live:
        yield Expected("CTR004", "not-over", (*TERM, "end"), (f" {(case.today - term.end).days} days",))
    if kind is None:
        yield Expected("CTR004", "renewal-stated", (*place, "type"))
    if kind in ("manual", "automatic") and "notice" not in renewal:
        yield Expected("CTR004", "notice-stated", (*place, "notice"))
    too_long = bool(term.deadline and term.start and term.deadline <= term.start)
    if kind == "automatic" and "period" not in renewal and not too_long:
        yield Expected("CTR004", "period-stated", (*place, "period"))
    if too_long:
        yield Expected("CTR004", "notice-fits-term", (*place, "notice"), (str(term.deadline),))
    elif term.next_deadline and term.next_deadline <= term.end:
        yield Expected("CTR004", "notice-fits-renewal", (*place, "notice"))
    if live and not (term.over or term.decided or too_long):
        yield from _deadline(case, term)


def _deadline(case: Case, term: Term) -> Iterator[Expected]:
    """The last day to give notice has passed, or is less than 120 days away."""
    place = ("contract", "renewal", "decided")
    words = (str(term.deadline), str(term.end))
    if term.deadline and term.deadline < case.today:
        yield Expected("CTR004", "decided-in-time", place, words)
    elif term.deadline and day_before(term.deadline, "120 days") <= case.today:
        days = (term.deadline - case.today).days
        yield Expected("CTR004", "decide-soon", place, (*words, f" {days} days") if days > 1 else words)


def _ending(case: Case) -> Iterator[Expected]:
    """The provider gives at least as much notice as the hand-over takes."""
    notice = case.part("contract", "termination", "provider_notice")
    handover = case.part("contract", "exit", "transition")
    if notice and notice != "none" and handover and longer(handover, notice):
        yield Expected("CTR007", "time-to-hand-over", ("contract", "termination", "provider_notice"))


def _exit(case: Case) -> Iterator[Expected]:
    """Help for 60 days (30 and 180 by tier), data that comes back, and a trial within a year where it is critical."""
    place = ("contract", "exit")
    plan = case.part(*place)
    least = case.asked("60 days", small="30 days", critical="180 days")
    if case.status != "ended" and longer(least, plan["transition"]):
        yield Expected("CTR008", "transition", (*place, "transition"))
    if "data_return" not in plan:
        yield Expected("CTR008", "data-return", (*place, "data_return"))
    owner = case.person(plan["owner"])
    if owner and owner["side"] == "provider":
        yield Expected("CTR008", "owner-of-your-side", (*place, "owner"))
    critical = case.tier == "critical" or any(each.get("critical_or_important") for _, each, _ in case.functions())
    if critical and case.status == "live" and not _within_a_year(case, day(plan.get("last_tested"))):
        yield Expected("CTR008", "tested", (*place, "last_tested"))


def _within_a_year(case: Case, tried: dt.date | None) -> bool:
    """Whether a trial, or the go-live of the contract, lies at most a year back."""
    counted = [tried, case.date(*TERM, "go_live")]
    return any(when and day_before(case.today, "1 year") <= when <= case.today for when in counted)


def _protections(case: Case) -> Iterator[Expected]:
    """Certificates that are valid, and a rehearsal of the continuity plan within a year."""
    for number, each in enumerate(case.listed("parties", "provider", "certifications")):
        if dt.date.fromisoformat(each["valid_until"]) < case.today:
            place = ("parties", "provider", "certifications", number, "valid_until")
            yield Expected("CTR010", "certificates", place, (each["valid_until"],))
    tried = case.date("contract", "continuity", "last_tested")
    counted = [when for when in (tried, case.date(*TERM, "go_live")) if when and when <= case.today]
    if case.status in ("live", "exiting") and not any(day_after(when, "1 year") >= case.today for when in counted):
        yield Expected("CTR010", "continuity-tested", ("contract", "continuity", "last_tested"))


def _access(case: Case) -> Iterator[Expected]:
    """Each access of a live service has been reviewed within six months, or is younger than that."""
    oldest, live = day_before(case.today, "6 months"), case.date(*TERM, "go_live")
    for number, each in enumerate(case.listed("access")):
        when = day(each.get("reviewed"))
        fine = oldest <= when <= case.today if when else live is not None and live >= oldest
        if case.status == "live" and not fine:
            yield Expected("CTR011", "reviewed", ("access", number, "reviewed"))

"""All oracles together, and the parts of rules that they answer for."""

from collections.abc import Iterator

from tests.precision import (
    oracle_calendar,
    oracle_contract,
    oracle_hours,
    oracle_languages,
    oracle_levels,
    oracle_meetings,
    oracle_money,
    oracle_people,
    oracle_scorecards,
)
from tests.precision.expected import Case, Expected

COMPUTED = {
    "AUT003": "meetings",
    "CHG002": "addressed before-start covers early",
    "CHG008": "in-time",
    "COM001": "operational tactical strategic first-known",
    "COM004": "fast-enough",
    "COM005": "often-enough",
    "COM006": "quiet past noted",
    "COM007": "holiday never timezone hours",
    "CST002": "governance-share",
    "CST003": "savings benchmark",
    "CTR001": "before-signing not-yet",
    "CTR003": "start-before-go-live go-live-before-end start-before-end functions-in-term signed-before-go-live"
    " not-backdated milestones-in-transition signed-when-live signed-in-past not-yet-signed live-has-started"
    " not-yet-live go-live-approved not-over ended-is-over",
    "CTR004": "not-over renewal-stated notice-stated period-stated notice-fits-term notice-fits-renewal decided-in-time"
    " decide-soon",
    "CTR007": "time-to-hand-over",
    "CTR008": "transition data-return owner-of-your-side tested",
    "CTR010": "certificates continuity-tested",
    "CTR011": "reviewed",
    "CUL001": "missing function level region",
    "CUL003": "in-time as-promised",
    "CUL004": "hours days",
    "CUL005": "window level hours-known market",
    "CUL006": "working-language prepared",
    "GOL002": "target-is-better due-before-the-end due-after-the-start something-ahead",
    "GOL005": "made both-sides before-signing",
    "LIF001": "fresh not-in-the-future",
    "LIF005": "enough review-due",
    "OUT001": "",
    "OUT002": "on-time",
    "OUT003": "levels deliverables misplaced met credit",
    "OUT004": "plan joint in-time",
    "OUT005": "",
    "PPL001": "client-operations client-sponsor client-people provider-operations provider-sponsor provider-people",
    "PPL002": "acknowledged from-day-one successor",
    "PPL003": "client provider",
    "PPL006": "levels own-side sponsor-last sponsor-not-first answer rising climbs",
    "PPL007": "first-step whole-ladder duty",
    "REL002": "activities before-signing",
    "REL004": "often-enough done not-ahead",
    "SCP003": "before-signing before-start made",
    "SCP006": "often-enough",
    "SCP007": "",
    "SCP008": "far-enough often-enough",
    "SLA003": "unit-fits target-possible baseline-possible threshold-possible steps-possible percent-written-out"
    " better-than-baseline threshold-not-stricter steps-in-order",
    "SLA004": "target steps",
    "SLA005": "ceiling all-can-be-paid ceiling-can-be-reached lasts-a-year",
    "SLA006": "wrong-way twice cheaper early gap between",
    "SLA007": "answered-in-order solved-in-order answered-before-solved",
}
"""The rules whose verdict is calculated from dates, clocks, numbers or several places, with their parts."""

PARTS = frozenset((rule, part) for rule, parts in COMPUTED.items() for part in parts.split() or [""])


def findings(case: Case) -> Iterator[Expected]:
    """Everything that an engagement deserves from these rules."""
    for one in (
        oracle_meetings,
        oracle_hours,
        oracle_people,
        oracle_levels,
        oracle_scorecards,
        oracle_contract,
        oracle_calendar,
        oracle_languages,
        oracle_money,
    ):
        yield from one.findings(case)

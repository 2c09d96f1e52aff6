"""Makes the contract of an engagement: its dates, how it goes on and ends, and what is tried and looked at in time."""

import datetime as dt
from typing import Any

from dateutil.relativedelta import relativedelta

from tests.precision.world import Chance, months, stated

RENEWED = "renewed month by month"
BREAKS = (
    ("", "", 0, 0), ("", "", 0, 0), ("", "", 0, 0), ("live", "signed", 0, 0), ("", "", 0, 0),
    ("live", "go_live", 1, 30), ("signed", "go_live", -30, -1), ("draft", "signed", -40, -1), ("live", "signed", 1, 30),
    ("", "", 0, 0), ("live", "end", -20, -1), ("live", "end", 1, 100), ("live", "end", 100, 200),
    ("ended", "end", 1, 30), ("in-review", "start", 300, 400), ("live", RENEWED, 0, 0), ("signed", "signed", 100, 200),
)  # fmt: skip
"""By turns: a status with a date of the contract that does not go with it, or that makes it interesting."""


def term(chance: Chance, status: str) -> tuple[dict[str, Any], dt.date]:
    """The dates of the contract that go with a status, most of the time; and when the service goes live."""
    if status in ("draft", "in-review"):
        live = chance.date(40, 200)
        signed = chance.pick((None, chance.date(1, 20)), (chance.date(-30, 0),), 0.5)
    elif status == "signed":
        live, signed = chance.date(1, 90), chance.date(-60, -35)
    else:
        live = chance.date(-700, -20)
        signed = live - dt.timedelta(days=chance.between(40, 90))
    start = live - dt.timedelta(days=chance.between(14, 35))
    if status == "ended":
        end = chance.date(-15, 0)
    elif status in ("live", "exiting") and chance.slip(1.2):
        end = chance.date(-200, 170)
    else:
        end = months(max(live, chance.today), chance.between(12, 40)) - dt.timedelta(days=chance.between(0, 3))
    dates: dict[str, dt.date | None] = {
        "signed": signed,
        "start": start,
        "go_live": live,
        "end": end if not chance.often(0.1) else None,
    }
    if chance.slip(1.2):
        name = chance.one(tuple(dates))
        moved = (dates[name] or start) + dt.timedelta(days=chance.between(-400, 400))
        dates[name] = chance.one((moved, moved, dates["go_live"], dates["start"]))
    _, name, low, high = chance.turn(BREAKS)
    if name == RENEWED:
        dates["end"] = months(chance.today.replace(day=1), -chance.between(3, 9)) + dt.timedelta(days=29)
    elif name:
        dates[name] = chance.date(low, high) if high else None
    elif status == "live" and chance.often(0.25):
        dates["end"] = _near(chance)
    return stated(**dates), dates["go_live"] or live


def _near(chance: Chance) -> dt.date:
    """An end whose notice falls on today or on a day beside it, or one near the end of a month that has passed."""
    if chance.often(0.4):
        return months(chance.today.replace(day=1), -chance.between(1, 9)) + dt.timedelta(days=chance.between(27, 30))
    beside = chance.today + dt.timedelta(days=chance.one((-1, 0, 1, 119, 120, 121)))
    return chance.one((months(beside, 3), months(beside, 1), beside + dt.timedelta(days=90), months(beside, 12)))


MARKET = 1.1
"""What a call costs elsewhere."""


def cost(chance: Chance) -> dict[str, Any]:
    """What is paid in a year and saved by it, steering included: two percent, to the cent now and then."""
    run = chance.one((1200000, 100300, 1012, 600000.5))
    least = round(run / 50, 2) + (0.01 if run > 600000 else 0)
    return stated(
        currency="USD",
        yearly={"run": run, "governance": chance.pick((least, run / 20), (round(least * 0.99, 2),))},
        one_off={"transition": 1, "exit": 1},
        long_term=["Growth"],
        savings_percent=chance.pick((18, 35, None), (35.5, 60), 0.7),
        benchmark_price=MARKET,
        evidence="docs/case.md" if chance.often(0.2) else None,
    )


def _pricing(chance: Chance) -> dict[str, Any]:
    """A price per call: as elsewhere, ten percent less, or a little less than that."""
    rate = chance.pick((MARKET, 0.99), (0.98, 0.5))
    currency = chance.one(("USD", "USD", "USD", "EUR"))
    return {"model": "per-transaction", "rate": rate, "currency": currency, "invoice_every": "monthly"}


def contract(chance: Chance, term: dict[str, Any]) -> dict[str, Any]:
    """Everything about the contract beside its dates."""
    signed = dt.date.fromisoformat(term["signed"]) if "signed" in term else chance.today
    read = min(signed, chance.today) - dt.timedelta(days=chance.between(0, 20))
    notice = chance.pick(("180 days", "6 months", "none", "3 months"), ("30 days", "59 days", "1 month"))
    return stated(
        document={"title": "Agreement", "version": "1", "location": "contracts/msa.pdf"},
        term=term,
        renewal=_renewal(chance),
        governing_law="US-NY",
        understood=[
            stated(side=side, by=f"{side[0]}0-{side}", version="1", topics="all", date=chance.moved(read, 1, 200))
            for side in ("client", "provider")
        ],
        pricing=_pricing(chance),
        ip={"deliverables": "client", "client_data": "client", "provider_tools": "provider"},
        termination=stated(
            client_notice="60 days", provider_notice=notice, cure_period="30 days", convenience_fee_percent=0
        ),
        exit=stated(
            transition=chance.pick(("180 days", "6 months"), ("29 days", "59 days", "2 months", "90 days"), 1.0)
            if chance.often(0.6)
            else "60 days",
            owner=chance.pick(("c0-client",), ("p0-provider",), 0.4),
            plan="docs/exit.md",
            knowledge_transfer="docs/kt.md",
            data_return=chance.pick(("CSV within 30 days",), (None,), 0.5),
            last_tested=_tried(chance),
        ),
        liability_cap="12 months of fees",
        insurance=[{"type": "professional", "amount": 5000000, "currency": "USD"}],
        audit={"allowed": True, "who": ["client"], "notice": "10 days", "every": "annual"},
        subcontracting={"allowed": "with-approval", "notice": "60 days"},
        continuity=stated(plan="docs/bcp.md", last_tested=_tried(chance)),
    )


def _tried(chance: Chance) -> dt.date | None:
    """A trial within the year, to the day now and then; or none, or one that is too old or still to come."""
    exactly = chance.today - relativedelta(years=1)
    return chance.pick(
        (chance.date(-364, 0), exactly),
        (exactly - dt.timedelta(days=1), chance.date(-600, -380), chance.date(1, 30), None),
        1.5,
    )


def _renewal(chance: Chance) -> dict[str, Any] | None:
    """How the contract goes on after its end."""
    if chance.turn(BREAKS)[1] == RENEWED:
        return {"type": "automatic", "notice": "2 weeks", "period": "1 month", "decision_owner": "c0-client"}
    if chance.slip(0.2):
        return None
    kind = chance.one(("none", "manual", "manual", "automatic", "automatic", "automatic"))
    notice = chance.pick(("3 months", "90 days", "1 month", "2 weeks"), ("6 months", "1 year", "900 days", None), 1.2)
    decided = None
    if chance.often(0.3):
        when = chance.date(*chance.one(((-30, 0), (-400, -100), (1, 30))))
        decided = {"date": when.isoformat(), "outcome": chance.one(("renew", "end", "renegotiate"))}
    return stated(
        type=None if chance.slip(0.2) else kind,
        notice=notice,
        decision_owner="c0-client",
        decided=decided,
        period=chance.pick(("1 year", "6 months", "12 months"), ("30 days", "1 month", "1 month", None, None), 2.0)
        if kind == "automatic"
        else None,
    )


def transition(chance: Chance, start: dt.date, live: dt.date, status: str) -> dict[str, Any]:
    """Milestones between the start and the go-live, and who approved it."""
    steps = [start, start + (live - start) / 2, live]
    return stated(
        milestones=[
            stated(what=f"Step {number}", due=chance.moved(due, -60, 60, 0.3), owner="p0-provider")
            for number, due in enumerate(steps)
        ],
        approved=stated(by="c0-client", date=live) if status == "live" and not chance.slip(0.3) else None,
    )


def access(chance: Chance) -> list[dict[str, Any]]:
    """What the provider can get into, reviewed within the half year."""
    oldest = chance.today - relativedelta(months=6)
    found = []
    for name in ("tickets", "orders"):
        when = chance.pick(
            (chance.date(-180, 0), oldest),
            (oldest - dt.timedelta(days=1), chance.date(-400, -190), None, chance.date(1, 9)),
            0.5,
        )
        found.append(stated(system=name, rights="read", reviewed=when))
    return found

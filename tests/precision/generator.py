"""Whole valid engagements, one for each seed, each dated on a day of its own; most things in them are right."""

import datetime as dt
import random
from typing import Any

from tests.precision import generated_contract, generated_home, generated_levels, generated_people, generated_sides
from tests.precision.expected import Case
from tests.precision.world import RATES, Chance, stated

DAYS = (
    "2024-02-29", "2028-02-29", "2027-12-31", "2026-10-25", "2026-03-29", "2027-02-28", "2025-11-30", "2028-03-31",
    "2026-12-24", "2029-12-20",
)  # fmt: skip
"""Leap days, ends of months, days on which clocks are set, and days before long holidays."""
STATUSES = ("live", "live", "live", "live", "exiting", "signed", "in-review", "draft", "ended")


def engagement(seed: int) -> Case:
    """Make the engagement of a seed; one in four has nothing wrong on purpose."""
    source = random.Random(seed)  # noqa: S311 (the same seed has to give the same engagement)
    today = dt.date(2024, 2, 1) + dt.timedelta(days=source.randint(0, 2200))
    if source.random() < 0.3:
        today = dt.date.fromisoformat(source.choice(DAYS))
    chance = Chance(seed, today, RATES[seed % len(RATES)], source)
    return Case(_written(chance, chance.turn(generated_contract.BREAKS)[0] or chance.one(STATUSES)), today)


def _written(chance: Chance, status: str) -> dict[str, Any]:
    term, live = generated_contract.term(chance, status)
    start = dt.date.fromisoformat(term["start"])
    end = dt.date.fromisoformat(term["end"]) if "end" in term else None
    home, sites = generated_sides.places(chance)
    served = generated_sides.markets(chance, home)
    windows = generated_sides.service_windows(chance, served, 10 if chance.often(0.1) else 1)
    functions = _functions(chance, windows, live)
    slas = generated_levels.levels(chance, functions, live)
    running = status in ("live", "exiting")
    made = stated(
        apiVersion="bpogov/v1",
        id=f"seed-{chance.seed}",
        title="A generated engagement",
        status=status,
        tier=_tier(chance),
        last_reviewed=chance.date(*chance.pick(((-80, 0), (-90, 0)), ((-91, -91), (-300, -91), (1, 9)))),
        parties=generated_sides.parties(chance, home, sites, windows),
        goals=generated_levels.goals(chance, slas, start, end),
        goals_agreed=generated_home.goals_agreed(chance, term),
        scope={
            "analysis": stated(by="c0-client", method="workshop", date=generated_home.analysis(chance, term)),
            "retained": ["Fraud decisions"],
            "functions": functions,
            "forecast": {
                "horizon": chance.pick(("3 months", "30 days", "4 weeks"), ("3 weeks", "20 days")),
                "shared_every": chance.pick(("monthly", "31 days", "weekly"), ("5 weeks", "32 days", "quarterly")),
            },
        },
        markets=[{"country": place.country, "languages": list(place.languages)} for place in served],
        contacts=generated_people.contacts(chance, start),
        escalation=generated_people.ladder(chance),
        meetings=generated_people.meetings(chance, home, running),
        communication=generated_people.communication(chance, running),
        slas=slas,
        service_credits=generated_levels.ceiling(chance, slas),
        incidents=generated_levels.incidents(chance),
        culture=generated_home.culture(chance, served, functions, live),
        in_house=generated_home.in_house(chance, live, start),
        cost=generated_contract.cost(chance),
        contract=generated_contract.contract(chance, term),
        transition=generated_contract.transition(chance, start, live, status),
        access=generated_contract.access(chance),
        relationship=generated_home.relationship(chance, term),
        risks=generated_home.risks(chance),
    )
    made["outcomes"] = generated_levels.outcomes(chance, made, live)
    return made


def _tier(chance: Chance) -> str | None:
    return chance.one((None, None, None, "standard", "small", "critical"))


def _functions(chance: Chance, windows: list[dict[str, Any]], live: dt.date) -> list[dict[str, Any]]:
    count = chance.pick((1, 2, 2), (8,), 0.7)
    found = []
    for number in range(count):
        own = live + dt.timedelta(days=chance.between(1, 60)) if number and count < 8 and chance.often(0.3) else None
        own = live + dt.timedelta(days=chance.one((-300, 2000))) if number and chance.slip(0.3) else own
        kind = "customer-care" if number < 2 else "data-entry"
        asked = number == 0 or (number == 1 and not chance.slip(0.5))
        unit = chance.one(("calls/month", "cases/month", "cases/quarter"))
        found.append(
            stated(
                id=f"f{number}",
                name=f"Function {number}",
                type=kind,
                classification="non-core",
                channels=["voice", "email"] if number == 0 else ["email", "chat"] if kind == "customer-care" else None,
                critical_or_important=chance.often(0.2),
                description="Answer questions about orders and returns by the knowledge base.",
                procedures="docs/sop.md",
                acceptance="QA of 90",
                go_live=own,
                deliverables=[
                    stated(
                        name=f"Work {number}",
                        quantity=chance.one((1000, 4200)),
                        unit=unit,
                        tolerance_percent=chance.one((None, 10, 12.5)),
                    )
                ],
                monitoring={
                    "method": "dashboard",
                    "remote": True,
                    "every": chance.pick(("daily", "weekly", "7 days"), ("8 days", "monthly"), 0.4),
                },
                service_windows=windows if asked and kind == "customer-care" else None,
            )
        )
    return found

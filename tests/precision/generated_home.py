"""Makes what an engagement says about goals agreed, culture, the own people, the relationship and risks."""

import datetime as dt
from typing import Any

from dateutil.relativedelta import relativedelta

from tests.precision import generated_sides
from tests.precision.world import Chance, stated


def goals_agreed(chance: Chance, term: dict[str, Any]) -> list[dict[str, Any]]:
    """When both sides agreed the goals: before the signature and before today."""
    signed = dt.date.fromisoformat(term["signed"]) if "signed" in term else chance.today
    when = min(signed, chance.today) - dt.timedelta(days=chance.between(0, 30))
    when = chance.moved(when, 1, 200) or when
    first = {
        "date": when.isoformat(),
        "by": chance.pick((["c0-client", "p0-provider"],), (["c0-client"], ["p2-provider"]), 0.5),
    }
    again = {
        "date": chance.date(-15, 0).isoformat(),
        "by": chance.pick((["c1-client", "p1-provider"],), (["p1-provider"],)),
    }
    return [first, again] if chance.often(0.2) else [first]


def analysis(chance: Chance, term: dict[str, Any]) -> dt.date | None:
    first = min(dt.date.fromisoformat(term[name]) for name in ("signed", "start") if name in term)
    when = min(first, chance.today) - dt.timedelta(days=chance.between(0, 60))
    if chance.slip(0.3) and first > chance.today:
        return chance.today + dt.timedelta(days=1)
    return chance.moved(first, 1, 60, 1.5) if chance.often(0.5) else chance.moved(when, 1, 400, 0.6)


def culture(chance: Chance, served: Any, functions: list[dict[str, Any]], live: dt.date) -> dict[str, Any]:
    shared = live - dt.timedelta(days=chance.pick((14, 42, 60), (13, 20, 0, -3)))
    disclosed = {"notes": "Friendly", "communication_style": "direct", "work_ethic": "steady"}
    trained = served if not chance.slip() else served[1:]
    return stated(
        shared_on=shared,
        settle_in=chance.pick((None, "2 weeks"), ("6 weeks", "1 month")) if chance.often(0.5) else None,
        working_language="en",
        client=disclosed,
        provider=disclosed,
        language_skills=generated_sides.skills(
            chance, served, [each for each in functions if each["type"] == "customer-care"]
        ),
        market_training=[{"country": place.country, "topics": "manners"} for place in trained] or None,
    )


def in_house(chance: Chance, live: dt.date, start: dt.date) -> dict[str, Any]:
    told = min(start, live - dt.timedelta(days=chance.pick((14, 15, 40), (13, 6), 0.7))) - dt.timedelta(days=0)
    told = chance.moved(told, 1, 60) or told
    covers = chance.pick((["why", "jobs", "vision"],), (["why"], ["jobs", "vision"]), 0.5)
    audience = chance.pick(("all-staff",), ("care team", "night shift"), 0.7)
    spoken = [
        {
            "audience": audience,
            "date": told.isoformat(),
            "channel": "meeting",
            "owner": "c2-client",
            "two_way": True,
            "covers": covers,
        }
    ]
    if chance.often(0.3):
        later = told + dt.timedelta(days=chance.between(-5, 20))
        spoken.append(
            {**spoken[0], "audience": "care team", "date": later.isoformat(), "covers": ["context", "vision"]}
        )
    return {
        "owner": "c2-client",
        "vision": "Be trusted",
        "why": "Time for customers",
        "how_this_helps": "More time",
        "freed_focus": "Advice",
        "job_impact": [
            {"audience": "care team", "effect": "changed", "detail": "New desk"},
            {"audience": "store staff", "effect": "none", "detail": "-"},
        ],
        "announcements": spoken,
        "training": stated(what="Hand-over", date=chance.moved(live - dt.timedelta(days=chance.between(1, 9)), 1, 20)),
    }


def relationship(chance: Chance, term: dict[str, Any]) -> dict[str, Any]:
    signed = dt.date.fromisoformat(term.get("signed", term["start"]))
    session = signed - dt.timedelta(days=chance.pick((1, 20), (0, -10)))
    first = chance.date(-20, 20)
    again = first + dt.timedelta(days=chance.pick((100, 300), (367, 420)))
    year = chance.today - relativedelta(years=1)
    done = chance.pick((chance.date(-360, 0), year), (year - dt.timedelta(days=1), None, chance.date(1, 9)))
    return {
        "shared_success": {"type": "gain-share", "goal": "g-none"},
        "openness": "Raise it within a day",
        "activities": [stated(what="Visit", date=first), stated(what="Workshop", date=again)],
        "first_joint_session": session.isoformat(),
        "health": stated(
            survey_every=chance.pick(("6 months", "12 months", "1 year"), ("13 months", "18 months"), 0.6),
            last_done=done,
            client_score=8,
            provider_score=7,
        ),
        "knowledge": {"provider_learns": "products", "client_learns": "planning"},
    }


def risks(chance: Chance) -> list[dict[str, Any]]:
    count = chance.pick((5, 6), (2, 4), 0.7)
    return [
        stated(
            id=f"r{number}",
            risk="A storm",
            owner="p0-provider",
            response="Another site",
            review=chance.date(*chance.pick(((0, 90),), ((-40, -1),), 0.4)),
        )
        for number in range(count)
    ]

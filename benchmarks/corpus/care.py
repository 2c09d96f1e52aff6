"""What keeps an engagement going: culture, decisions, the own people, the people of the provider, time together."""

import datetime as dt
from typing import Any

from benchmarks.corpus import words
from benchmarks.corpus.chance import Chance
from benchmarks.corpus.people import Cast
from benchmarks.corpus.routes import Route
from benchmarks.corpus.timeline import TODAY, Dates
from benchmarks.corpus.trades import Trade


def culture(chance: Chance, route: Route, trades: list[Trade], dates: Dates) -> dict[str, Any]:
    """What each side should know of the other, and who speaks which language."""
    facing = [trade.id for trade in trades if trade.type == "customer-care"]
    notes, styles = chance.some(words.NOTES, 2), chance.some(words.STYLES, 2)
    made: dict[str, Any] = {"shared_on": dates.shared, "working_language": "en"}
    for number, side in enumerate(("client", "provider")):
        made[side] = {
            "notes": notes[number],
            "communication_style": styles[number],
            "decision_style": chance.one(words.DECIDES),
            "work_ethic": chance.one(words.ETHICS),
        }
    if facing:
        spoken = sorted({tag.split("-")[0] for tag in route.client.languages})
        made["language_skills"] = [{"language": tag, "level": "C1", "functions": facing} for tag in spoken]
        topics = chance.one(("manners and vocabulary", "returns etiquette", "rights of consumers", "forms of address"))
        made["market_training"] = [{"country": route.client.country, "topics": topics}]
    return made


def decisions(chance: Chance, *, brief: bool) -> dict[str, str] | list[dict[str, str]]:
    """Who has the final say: the short form or the long one."""
    final = {
        "provider-staff-performance": "provider",
        "hiring-and-shifts": "provider",
        "daily-work-methods": "provider",
        "scope-and-sla-changes": "client",
        "policy-exceptions": "client",
        "payment-approval": "client",
        "data-access": "client",
    }
    if brief or chance.often(0.5):
        return final
    return [{"decision": name, "accountable": side, "responsible": side} for name, side in final.items()]


def ways_of_working(chance: Chance) -> dict[str, Any]:
    """How much room the provider has."""
    mandated = {"rule": "Use the client's ticket system", "why": "one history of each customer"}
    return {
        "provider_methods_allowed": True,
        **({"mandated": [mandated]} if chance.often(0.4) else {}),
        "provider_policies_acknowledged": True,
    }


def in_house(chance: Chance, cast: Cast, dates: Dates) -> dict[str, Any]:
    """How the client prepares its own people."""
    objections = chance.some(words.OBJECTIONS, chance.between(1, 3))
    team = chance.one(("shop team", "care team", "finance team", "office staff"))
    everything = ["why", "jobs", "vision", "context"]
    announcement = {"owner": cast.ours[2], "two_way": True, "covers": everything}
    return {
        "owner": cast.ours[2],
        "vision": chance.one(words.VISIONS),
        "why": chance.one(words.REASONS),
        "how_this_helps": chance.one(words.HELPS),
        "freed_focus": chance.one(words.FOCUS),
        "context": {
            "practice": chance.one(("Common among firms of our size", "Three of four peers use a partner")),
            "provider_record": f"Serves {chance.between(3, 14)} firms of our trade",
            "structure": chance.one(("Two-year service contract", "We keep what sets us apart; routine moves out")),
        },
        "job_impact": [
            {
                "audience": team,
                "headcount": chance.between(2, 14),
                "effect": "changed",
                "detail": chance.one(words.DETAILS),
            }
        ],
        "announcements": [
            {"audience": "all-staff", "date": dates.told, "channel": chance.one(("town hall", "staff meeting"))}
            | announcement,
            {"audience": team, "date": dates.told, "channel": "team meeting"} | announcement,
        ],
        "objections": [
            {"concern": concern, "answer": answer, "owner": cast.ours[number % 2]}
            for number, (concern, answer) in enumerate(objections)
        ],
        "faqs": "docs/faq.md",
        "training": {
            "what": chance.one(("New steps of the hand-over", "Tickets instead of e-mail")),
            "date": dates.go_live - dt.timedelta(days=chance.between(3, 10)),
        },
    }


def provider_staff(chance: Chance, headcount: int, currency: str) -> dict[str, Any]:
    """How the people of the provider are trained, paid and kept."""
    return {
        "headcount": headcount,
        "training": {"initial_hours": chance.between(5, 10) * 8, "yearly_hours": chance.between(3, 6) * 8},
        "growth": chance.one(words.GROWTH),
        "recognition": {
            "programme": chance.one(words.AWARDS),
            "budget": chance.between(5, 60) * 100,
            "currency": currency,
        },
        "pay": {"benchmark_percentile": chance.between(10, 14) * 5},
        "wellbeing": {"attrition_target_percent": chance.between(18, 25), "esat_target_percent": 80},
        "included_in": chance.some(words.INCLUDED, 3),
        "cover": {"backup_percent": chance.between(12, 20), "cross_trained": True},
    }


def relationship(chance: Chance, goal: str, dates: Dates) -> dict[str, Any]:
    """What is shared, and the time spent together."""
    made: dict[str, Any] = {
        "shared_success": {"type": chance.one(("shared-target", "gain-share")), "goal": goal},
        "first_joint_session": min(dates.appointed + dt.timedelta(days=14), dates.agreed),
        "openness": chance.one(words.OPENNESS),
        "activities": [
            {"what": what, "date": chance.day(TODAY + dt.timedelta(days=30 + 100 * number), 60)}
            for number, what in enumerate(chance.some(words.ACTIVITIES, 2))
        ],
        "health": {"survey_every": "6 months"},
        "knowledge": {
            "provider_learns": chance.one(("products and policies", "tone of voice", "how customers decide")),
            "client_learns": chance.one(("workforce planning", "routing of tickets", "automation of routine")),
        },
    }
    if dates.live:
        made["health"] |= {"last_done": dt.date(2026, 10, 1), "client_score": 8.1, "provider_score": 7.7}
    return made


def risks(chance: Chance, cast: Cast, count: int) -> list[dict[str, Any]]:
    """What could go wrong, and who watches it."""
    return [
        {
            "id": name,
            "risk": risk,
            "owner": chance.one((cast.theirs[0], cast.ours[0])),
            "response": response,
            "review": chance.day(TODAY + dt.timedelta(days=10), 60),
        }
        for name, risk, response in chance.some(words.RISKS, count)
    ]

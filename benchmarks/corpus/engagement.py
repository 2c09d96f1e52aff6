"""Whole engagements: what belongs into one depends on how large it is and how far it has come."""

import datetime as dt
from typing import Any, NamedTuple

from benchmarks.corpus import care, gaps, papers, people, promises, rhythm, words
from benchmarks.corpus.chance import Chance
from benchmarks.corpus.people import Cast
from benchmarks.corpus.routes import ROUTES, Route
from benchmarks.corpus.scope import promises_hours, scope
from benchmarks.corpus.timeline import Dates, dates
from benchmarks.corpus.trades import TRADES, Trade

SIZES = {"brief": 0.66, "small": 0.18, "standard": 0.09, "large": 0.07}
STATUSES = {
    "brief": {"draft": 0.1, "in-review": 0.5, "signed": 0.2, "live": 0.2},
    "small": {"in-review": 0.5, "signed": 0.3, "live": 0.2},
    "standard": {"in-review": 0.3, "signed": 0.3, "live": 0.4},
    "large": {"in-review": 0.2, "signed": 0.2, "live": 0.6},
}
MORE_GOALS = {"brief": 0, "small": 1, "standard": 2, "large": 3}
HEADCOUNTS = {"brief": (3, 5), "small": (3, 5), "standard": (6, 20), "large": (20, 110)}
ORDER = (
    "apiVersion", "kind", "id", "title", "status", "tier", "last_reviewed", "parties", "goals", "goals_agreed", "scope",
    "markets", "contacts", "escalation", "meetings", "communication", "slas", "service_credits", "incidents", "culture",
    "decisions", "ways_of_working", "in_house", "provider_staff", "cost", "selection", "contract", "transition",
    "access", "outcomes", "relationship", "risks",
)  # fmt: skip


class Plan(NamedTuple):
    """What is drawn before anything is written."""

    size: str
    status: str
    route: Route
    trades: list[Trade]
    names: tuple[str, str]
    when: Dates

    @property
    def few(self) -> bool:
        """Whether few people do everything; then the tier is small."""
        return self.size in ("brief", "small")


def engagement(chance: Chance, number: int) -> dict[str, Any]:
    """Make an engagement with nothing wrong in it on purpose, and with the gaps that people leave."""
    plan = _plan(chance)
    contacts = people.contacts(chance, plan.route, plan.names, plan.when.appointed, small=plan.few)
    cast = _cast(contacts)
    made = _head(chance, plan, number) | _core(chance, plan, cast) | {"contacts": contacts}
    made |= _care(chance, plan, cast, made)
    made = {name: made[name] for name in ORDER if name in made}
    if plan.size == "brief":
        gaps.shorten(chance, made)
    (gaps.leave_open if plan.status == "draft" else gaps.forget)(chance, made)
    return made


def _plan(chance: Chance) -> Plan:
    size = chance.weighted(SIZES)
    status = chance.weighted(STATUSES[size])
    route = chance.one(ROUTES)
    trades = [trade for trade in TRADES if not promises_hours([trade]) or size in ("standard", "large")]
    client, provider = chance.one(words.CLIENTS), chance.one(words.PROVIDERS)
    names = f"{client} {words.FORMS[route.client.country]}", f"{provider} {words.FORMS[route.provider.country]}"
    count = chance.between(2, 3) if size == "large" else 1
    return Plan(size, status, route, chance.some(trades, count), names, dates(chance, status))


def _cast(contacts: list[dict[str, Any]]) -> Cast:
    """Who does what; where a side has two people, the owner is also the one who runs the work."""
    sides = [[one["id"] for one in contacts if one["side"] == side] for side in ("client", "provider")]
    ours, theirs = ((ids[0], ids[-2], ids[-1]) for ids in sides)
    return Cast(ours, theirs)


def _head(chance: Chance, plan: Plan, number: int) -> dict[str, Any]:
    firm, work = people.plain(plan.names[0].split()[0]), plan.trades[0]
    tier = {"tier": "small"} if plan.few else {"tier": "standard"} if chance.often(0.4) else {}
    return {
        "apiVersion": "bpogov/v1",
        **({"kind": "Engagement"} if chance.often(0.5) else {}),
        "id": f"{firm}-{work.id}-{number:05}",
        "title": f"{work.name} for {plan.names[0]} by {plan.names[1]}",
        "status": plan.status,
        **tier,
        "last_reviewed": plan.when.reviewed,
    }


def _core(chance: Chance, plan: Plan, cast: Cast) -> dict[str, Any]:
    """What is wanted, from whom, and what is promised and agreed."""
    route, trades, when = plan.route, plan.trades, plan.when
    due = when.go_live + dt.timedelta(days=chance.between(180, 300))
    goals = promises.goals(chance, trades, due, route.client.currency, more=MORE_GOALS[plan.size])
    made = {
        "parties": people.parties(chance, route, plan.names, sites=promises_hours(trades)),
        "goals": goals,
        "scope": scope(chance, route, trades, cast, when),
        "escalation": people.escalation(chance, route, cast, small=plan.few),
        "meetings": rhythm.meetings(chance, route, cast, small=plan.few, live=when.live),
        "slas": promises.slas(chance, trades, goals[0]["id"]),
        "service_credits": promises.ceiling(chance, trades),
        "culture": care.culture(chance, route, trades, when),
        "contract": papers.contract(chance, route, cast, when, large=plan.size == "large"),
    }
    if any(trade.type == "customer-care" for trade in trades):
        made["markets"] = [{"country": route.client.country, "languages": list(route.client.languages)}]
    return made


def _care(chance: Chance, plan: Plan, cast: Cast, made: dict[str, Any]) -> dict[str, Any]:
    """What keeps it going: people, decisions, costs, reviews and risks."""
    currency, when = plan.route.client.currency, plan.when
    system = chance.one(("ticket system", "order system", "ledger"))
    more: dict[str, Any] = {
        "goals_agreed": {"date": when.agreed, "by": [cast.ours[0], cast.theirs[0]]},
        "communication": rhythm.communication(chance, live=when.live),
        "decisions": care.decisions(chance, brief=plan.size == "brief"),
        "ways_of_working": care.ways_of_working(chance),
        "provider_staff": care.provider_staff(chance, chance.between(*HEADCOUNTS[plan.size]), currency),
        "cost": papers.cost(chance, made["contract"]["pricing"]),
        "selection": papers.selection(chance, when),
        "outcomes": promises.outcomes(chance, plan.trades, made["slas"], made["goals"], cast, live=when.live),
        "relationship": care.relationship(chance, made["goals"][0]["id"], when),
        "in_house": care.in_house(chance, cast, when),
        "access": [{"system": system, "rights": "write", "reviewed": when.reviewed}],
        "risks": care.risks(chance, cast, chance.between(3, 5)),
    }
    if plan.size == "large":
        more["incidents"] = promises.incidents(chance)
    if plan.size == "large" or when.live:
        more["transition"] = papers.transition(chance, cast, when)
    return more

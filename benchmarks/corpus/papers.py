"""What the contract says, what it costs, and how the provider was chosen."""

import datetime as dt
from typing import Any

from benchmarks.corpus.chance import Chance
from benchmarks.corpus.people import Cast
from benchmarks.corpus.routes import Route
from benchmarks.corpus.timeline import Dates


def contract(chance: Chance, route: Route, cast: Cast, dates: Dates, *, large: bool) -> dict[str, Any]:
    """Everything that is agreed in writing."""
    version = chance.one(("1.0", "1.1", "2.0"))
    notice = chance.one(("60 days", "90 days"))
    made: dict[str, Any] = {
        "document": {
            "title": chance.one(("Services agreement", "Master agreement and order 1", "Agreement on services")),
            "version": version,
            "location": f"contracts/{cast.theirs[0]}-{version}.pdf",
        },
        "term": dates.term(),
        "renewal": {"type": "manual", "notice": notice, "decision_owner": cast.ours[0]},
        "governing_law": route.client.law,
        "understood": [
            {"side": side, "by": by, "date": dates.read, "version": version, "topics": "all"}
            for side, by in (("client", cast.ours[2]), ("provider", cast.theirs[2]))
        ],
        "pricing": {
            "model": "fixed-monthly",
            "rate": chance.between(20, 90) * 100,
            "currency": route.client.currency,
            "invoice_every": "monthly",
            "index_cap_percent": chance.between(2, 5),
            "excluded": chance.some(("travel", "overtime", "new channels", "migration of other systems"), 2),
        },
        "ip": {"deliverables": "client", "client_data": "client", "provider_tools": "provider"},
        "termination": {
            "client_notice": notice,
            "provider_notice": chance.one(("120 days", "180 days", "6 months")),
            "cure_period": "30 days",
            "convenience_fee_percent": 0,
        },
        "exit": {
            "transition": chance.one(("120 days", "4 months")),
            "owner": cast.ours[0],
            "plan": "docs/exit-plan.md",
            "data_return": chance.one(("export within 14 days", "CSV within 30 days")),
            "knowledge_transfer": chance.one(("the procedures and two hand-over weeks", "docs/hand-over.md")),
            "last_tested": dt.date(2026, 9, chance.between(1, 28)),
        },
        "client_obligations": chance.some(
            ("Answer questions within a working day", "Keep the procedures approved", "Forecast every month"), 2
        ),
        "change_control": chance.one(("docs/change-control.md", "in writing, signed by both sponsors", "Agreement 7")),
        "liability_cap": "12 months of fees",
        "insurance": [{"type": "professional", "amount": 5000000, "currency": route.client.currency}],
        "audit": {"allowed": True, "who": ["client"], "notice": "10 days", "every": "annual"},
        "subcontracting": {"allowed": "with-approval", "notice": "60 days"},
        "continuity": {"plan": "docs/continuity.md", "last_tested": dt.date(2026, 8, chance.between(1, 28))},
    }
    return made | (_larger(route) if large else {})


def _larger(route: Route) -> dict[str, Any]:
    here, there = route.client.country, route.provider.country
    return {
        "locations": {
            "service": [there],
            "data_processing": [here, there],
            "data_storage": [here],
            "change_notice": "60 days",
        },
        "personal_data": {
            "roles": {"client": "controller", "provider": "processor"},
            "categories": ["contact data", "order history"],
            "data_subjects": ["customers"],
            "transfer_mechanism": "SCC-2021-module-2",
            "breach_notice": "1 day",
        },
        "clauses": {
            "service-description": "Order 2",
            "documented-instructions": "DPA 2",
            "confidentiality": "DPA 3",
            "data-protection-security": "DPA 4",
            "subcontracting": "DPA 5",
            "incident-assistance": "DPA 7",
            "audit-access": "DPA 9",
            "term-and-notice": "Agreement 11",
        },
    }


def cost(chance: Chance, pricing: dict[str, Any]) -> dict[str, Any]:
    """The whole cost of a year at the price of each month, steering included."""
    run = pricing["rate"] * 12
    return {
        "currency": pricing["currency"],
        "yearly": {"run": run, "governance": run // 20},
        "one_off": {"transition": run // 15, "exit": run // 30},
        "savings_percent": chance.between(8, 20),
        "benchmark": chance.one(("three quotations of summer 2026", "2026 market survey")),
        "long_term": chance.some(("Cover at peak times", "Answers in the evening", "Data that planning can use"), 2),
    }


def selection(chance: Chance, dates: Dates) -> dict[str, Any]:
    """How the provider was chosen."""
    return {
        "method": chance.one(("comparison", "tender")),
        "weights": chance.one(
            ({"quality": 50, "cost": 50}, {"quality": 45, "cost": 35, "relationship": 20}, {"quality": 60, "cost": 40})
        ),
        "quality_evidence": chance.some(("references", "site-visit", "pilot", "sample-work"), 2),
        "due_diligence": dates.analysed,
    }


def transition(chance: Chance, cast: Cast, dates: Dates) -> dict[str, Any]:
    """The steps of the move, and who allowed it."""
    steps = chance.some(("Procedures handed over", "Pilot with real cases done", "Accounts and access ready"), 2)
    between = (dates.go_live - dates.start).days // 3
    made: dict[str, Any] = {
        "milestones": [
            {"what": what, "due": dates.start + dt.timedelta(days=between * number), "owner": cast.theirs[0]}
            | ({"done": dates.start + dt.timedelta(days=between * number)} if dates.live else {})
            for number, what in enumerate(steps, 1)
        ],
        "go_live_criteria": ["Quality score of 85 in the pilot", "Everybody is certified"],
    }
    if dates.live:
        made["approved"] = {"by": cast.ours[0], "date": dates.go_live}
    return made

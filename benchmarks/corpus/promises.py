"""What is promised: goals, service levels, credits, incidents, and the scorecards that say how it went."""

import datetime as dt
from typing import Any

from benchmarks.corpus import words
from benchmarks.corpus.chance import Chance
from benchmarks.corpus.people import Cast
from benchmarks.corpus.trades import Level, Trade


def goals(chance: Chance, trades: list[Trade], due: dt.date, currency: str, *, more: int) -> list[dict[str, Any]]:
    """A goal that the first level serves, and a few that are followed in other ways."""
    level = trades[0].levels[0]
    kind = "quality" if level.metric == "accuracy" else "speed"
    first = {
        "id": "faster" if kind == "speed" else "right",
        "statement": chance.one(words.GOALS[kind]),
        "category": kind,
        "owner": "joint",
        "metric": level.metric,
        "unit": level.unit,
        "baseline": level.before,
        "target": level.target,
        "due": due,
    }
    others = [
        {
            "id": "focus",
            "statement": chance.one(words.GOALS["capacity"]),
            "category": "capacity",
            "owner": "client",
            "metric": "hours-freed",
            "direction": "higher",
            "unit": "hours/month",
            "baseline": 0,
            "target": chance.between(6, 50) * 10,
            "due": chance.day(due, 200),
            "tracked_by": "monthly report of hours",
        },
        {
            "id": "cost",
            "statement": chance.one(words.GOALS["cost"]),
            "category": "cost",
            "owner": "joint",
            "metric": "cost-per-case",
            "direction": "lower",
            "unit": currency,
            "baseline": 6.4,
            "target": 5.1,
            "due": chance.day(due, 200),
            "tracked_by": "invoice divided by cases",
        },
        {
            "id": "liked-better",
            "statement": chance.one(words.GOALS["experience"]),
            "category": "experience",
            "owner": "joint",
            "metric": "nps",
            "unit": "points",
            "baseline": chance.between(5, 20),
            "target": chance.between(30, 50),
            "due": chance.day(due, 200),
            "tracked_by": "survey of customers twice a year",
        },
    ]
    return [first, *chance.some(others, more)]


def slas(chance: Chance, trades: list[Trade], goal: str) -> list[dict[str, Any]]:
    """The levels of all functions; one id each, and credits for promises of larger engagements."""
    found = []
    for trade in trades:
        for number, level in enumerate(trade.levels):
            serves = {"goal": goal} if trade is trades[0] and number == 0 else {}
            found.append(_sla(chance, trade, level, serves, many=len(trades) > 1))
    return found


def _sla(chance: Chance, trade: Trade, level: Level, serves: dict[str, str], *, many: bool) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": f"{trade.id}-{level.id}" if many else level.id,
        "type": level.type,
        "function": trade.id,
        **serves,
        "metric": level.metric,
        **({"within": "30 seconds"} if level.metric == "service-level" else {}),
        "unit": level.unit,
        "baseline": level.before,
        "target": level.target,
        "threshold": level.worse,
        "window": "calendar-quarter" if level.type == "xla" else "calendar-month",
        "calculation": level.calculation,
        "data_source": level.source,
        "measured_by": chance.one(("client", "joint")),
    }
    if level.type == "sla":
        side = "below" if level.better == "higher" else "above"
        made["critical"] = True
        made["credits"] = [{side: level.target, "percent": 2}, {side: level.worse, "percent": 4}]
    return made


def ceiling(chance: Chance, trades: list[Trade]) -> dict[str, Any]:
    """The rules that all credits share: the ceiling is what the worst month costs."""
    promises = sum(level.type == "sla" for trade in trades for level in trade.levels)
    return {"base": "monthly-charges", "cap_percent": 4 * promises, "applied": chance.one(("next-invoice", "quarter"))}


def incidents(chance: Chance) -> list[dict[str, Any]]:
    """How fast incidents are answered and solved, worst first."""
    return [
        {
            "severity": 1,
            "definition": chance.one(("No cases can be handled", "All channels are down")),
            "respond_within": "30 minutes",
            "resolve_within": "4 hours",
        },
        {
            "severity": 2,
            "definition": chance.one(("Capacity reduced by a quarter or more", "One channel is down")),
            "respond_within": "1 hour",
            "resolve_within": "8 hours",
        },
        {"severity": 3, "definition": "A way around it exists", "respond_within": "1 day", "resolve_within": "5 days"},
    ]


def outcomes(
    chance: Chance,
    trades: list[Trade],
    levels: list[dict[str, Any]],
    goals: list[dict[str, Any]],
    cast: Cast,
    *,
    live: bool,
) -> dict[str, Any]:
    """How results are reviewed; for what runs, the scorecards of the latest quarter and month."""
    if not live:
        return {"review_every": "3 months"}
    quarter = [_result(chance, level) for level in levels if level["window"] == "calendar-quarter"]
    month = [_result(chance, level) for level in levels if level["window"] == "calendar-month"]
    month += [
        {"deliverable": trade.deliverable, "actual": _near(chance, trade.volumes[0]), "met": True} for trade in trades
    ]
    heard = {"by": [cast.ours[0], cast.theirs[0]], "provider_self_assessment": True, "decision": "continue"}
    staff = {"attrition_percent": chance.between(9, 18), "esat_percent": chance.between(81, 90)}
    cards = [
        {"period": "2026-Q3", "reviewed": dt.date(2026, 10, chance.between(12, 22)), **heard}
        | ({"results": quarter} if quarter else {})
        | {"staff": staff, "goals": {goal["id"]: "on-track" for goal in goals}},
        {"period": "2026-10", "reviewed": dt.date(2026, 11, chance.between(9, 18)), **heard, "results": month},
    ]
    return {"review_every": "3 months", "scorecards": cards}


def _near(chance: Chance, volume: int) -> int:
    return volume * chance.between(95, 105) // 100


def _result(chance: Chance, level: dict[str, Any]) -> dict[str, Any]:
    """A result that reaches its target."""
    worse = level["threshold"] > level["target"]
    share = chance.between(60, 95) / 100
    target = float(level["target"])
    actual = target * share if worse else target + (100 - target) * (1 - share)
    return {"sla": level["id"], "actual": round(actual, 1), "met": True}

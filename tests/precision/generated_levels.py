"""Makes service levels with their credits, goals, incidents, and the scorecards of the months so far."""

import datetime as dt
from typing import Any

from dateutil.relativedelta import relativedelta

from tests.precision.world import Chance, stated

METRICS = {
    "service-level": (80, 70, 60, 5), "abandonment-rate": (5, 8, 12, 1), "turnaround-time": (20, 24, 40, 4),
    "qa-score": (90, 85, 80, 3), "csat": (86, 80, 70, 4), "first-contact-resolution": (75, 70, 60, 4),
    "error-rate": (2, 4, 9, 1), "on-time-rate": (98.5, 95, 90, 1), "availability": (99.5, 97.5, 95, 1),
}  # fmt: skip
LOWER = ("abandonment-rate", "turnaround-time", "error-rate")
WINDOWS = (
    "calendar-month",
    "calendar-month",
    "calendar-month",
    "rolling-30d",
    "calendar-quarter",
    "contract-year",
    "per-incident",
)


def levels(chance: Chance, functions: list[dict[str, Any]], live: dt.date) -> list[dict[str, Any]]:
    """A few levels, one metric each."""
    names = chance.some(sorted(METRICS), chance.between(3, 6))
    return [_level(chance, f"sl-{number}", metric, functions, live) for number, metric in enumerate(names)]


def _level(chance: Chance, name: str, metric: str, functions: list[dict[str, Any]], live: dt.date) -> dict[str, Any]:
    target, threshold, baseline, step = METRICS[metric]
    sign = -1 if metric in LOWER else 1
    served = chance.some([function["id"] for function in functions], chance.one((1, 1, 2)))
    low = chance.slip(0.2) and metric not in LOWER
    when = live + dt.timedelta(days=chance.between(20, 500))
    grown = [(when, target + step * sign), (when + dt.timedelta(days=200), target + 1.2 * step * sign)]
    grown = grown[: chance.one((0, 0, 1, 2))]
    if len(grown) > 1 and chance.slip():
        grown = grown[::-1] if chance.often(0.7) else [(when, 101), grown[1]]
    return stated(
        id=name,
        type=chance.one(("sla", "kpi")),
        function=served if len(served) > 1 or chance.often(0.5) else served[0],
        metric=metric,
        goal=f"g-{metric}" if chance.often(0.5) else None,
        unit=chance.pick((None,), ("points",), 0.2),
        baseline=chance.pick((baseline,), (target, target + step * sign, target + 3 * step * sign), 0.5),
        target=target / 100 if low else chance.pick((target,), (130,), 0.1),
        threshold=chance.pick((threshold, None), (target + step * sign, 130), 0.5),
        steps=[stated(**{"from": begin, "target": round(value, 2)}) for begin, value in grown] or None,
        applies_from=live + dt.timedelta(days=chance.between(0, 90)) if chance.often(0.2) else None,
        window=chance.one(WINDOWS),
        calculation="as measured",
        data_source="platform",
        measured_by="joint",
        hours=chance.pick((None, "service-window"), ("24x7",), 0.6),
        critical=False,
        credits=_credits(chance, metric) if chance.often(0.6) else None,
        trigger={"occurrences": chance.one((2, 3)), "period": chance.one(("6 months", "90 days"))}
        if chance.often(0.2)
        else None,
    )


def _credits(chance: Chance, metric: str) -> list[dict[str, Any]]:
    target, threshold, baseline, step = METRICS[metric]
    sign, side = (-1, "above") if metric in LOWER else (1, "below")
    if chance.slip(0.3):
        side = {"above": "below", "below": "above"}[side]
    first = chance.pick(
        (target, target, threshold), (target + 3 * step * sign, baseline, (target + threshold) / 2), 0.7
    )
    found = [{side: first, "percent": chance.one((1, 2, 2.5, 1.03))}]
    if chance.often(0.6):
        found.append({side: chance.pick((baseline,), (first,), 0.4), "percent": chance.pick((3, 4.5), (0.5,), 0.7)})
    if chance.often(0.2):
        found.append({side: {"below": 0, "above": 100}[side], "percent": 9})
    if found[-1][side] == first and len(found) > 1 and chance.often(0.5):
        found[-1]["percent"] += 0.1
    return found[::-1] if chance.often(0.2) else found


def ceiling(chance: Chance, slas: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The ceiling of the credits: about what the worst month costs."""
    worst = sum(
        max((step["percent"] for step in level.get("credits", ()) if step["percent"] < 9), default=0) for level in slas
    )
    if not worst or chance.slip(0.4):
        return None
    cap = chance.pick((worst, worst + 1, max(worst - 1, 0)), (worst + 3, max(worst - 2.5, 0), None), 1.0)
    cap = None if cap is None else round(cap, 2)
    return stated(
        base="function-charges" if chance.often(0.2) else "monthly-charges",
        cap_percent=cap,
        applied="next-invoice",
        yearly_cap=chance.pick((100000,), (3000,), 2.0) if chance.often(0.6) or cap is None else None,
    )


def goals(chance: Chance, slas: list[dict[str, Any]], start: dt.date, end: dt.date | None) -> list[dict[str, Any]]:
    """One goal for each metric of a level that has one, as strict as the level or milder."""
    found = []
    wanted = [level["metric"] for level in slas if "goal" in level] or [slas[0]["metric"]]
    for metric in wanted:
        target, threshold, baseline, step = METRICS[metric]
        sign = -1 if metric in LOWER else 1
        last = min(end, chance.today + dt.timedelta(days=600)) if end else chance.today + dt.timedelta(days=400)
        due = max(start + dt.timedelta(days=1), last - dt.timedelta(days=chance.between(0, 300)))
        if chance.slip(0.7):
            due = chance.one(
                (
                    start,
                    last + dt.timedelta(days=900),
                    start - dt.timedelta(days=1),
                    chance.today - dt.timedelta(days=1),
                )
            )
        aim = chance.pick((threshold, target), (target + step * sign * 0.5, target + 2 * step * sign), 0.7)
        found.append(
            stated(
                id=f"g-{metric}",
                category="quality",
                statement="Better than before",
                owner="joint",
                metric=metric,
                baseline=chance.pick((baseline, "none"), (aim, aim + sign), 0.5),
                target=aim,
                due=due,
                tracked_by="report",
                unit=chance.pick((None,), ("minutes",), 1.0) if metric == "turnaround-time" else None,
            )
        )
        if "unit" in found[-1]:
            found[-1]["target"] *= 60
            if found[-1]["baseline"] != "none":
                found[-1]["baseline"] *= 60
    return found


def incidents(chance: Chance) -> list[dict[str, Any]]:
    """Three severities, slower and slower."""
    answers, solved = ("30 minutes", "1 hour", "1 day"), ("4 hours", "8 hours", "5 days")
    found = [
        stated(
            severity=number + 1,
            definition="As agreed",
            respond_within=chance.pick((answers[number],), ("2 hours", "5 minutes", "6 days"), 0.7),
            resolve_within=chance.pick((solved[number],), ("2 hours", "20 minutes", "7 days"), 0.7),
            hours="24x7" if number == 0 and chance.often(0.2) else None,
        )
        for number in range(3)
    ]
    return found[::-1] if chance.often(0.1) else found


def outcomes(chance: Chance, made: dict[str, Any], live: dt.date) -> dict[str, Any]:
    """Scorecards of the months and quarters since go-live, and an action for each level that was missed."""
    cards: list[dict[str, Any]] = []
    bad = chance.one((0.0, 0.1, 0.5)) if chance.rate else 0.0
    month = dt.date(chance.today.year, chance.today.month, 1)
    for back in range(7, 0, -1):
        first = month - relativedelta(months=back)
        if first >= live - dt.timedelta(days=45):
            cards.append(_card(chance, made, f"{first:%Y-%m}", 1, first, bad))
            if first.month % 3 == 0:
                quarter = first - relativedelta(months=2)
                cards.append(_card(chance, made, f"{first.year}-Q{first.month // 3}", 3, quarter, bad))
            if first.month == 12 and chance.often(0.5):
                cards.append(_card(chance, made, str(first.year), 12, dt.date(first.year, 1, 1), bad))
    if cards and chance.slip():
        cards = cards[: -chance.between(1, 6)]
    if chance.often(0.2):
        cards = cards[::-1]
    return stated(
        review_every=chance.pick(("3 months", "1 month", "quarterly"), ("4 months", "6 months", "1 year"), 0.7),
        scorecards=cards or None,
        actions=_actions(chance, made) if cards else None,
    )


def _card(chance: Chance, made: dict[str, Any], period: str, length: int, first: dt.date, bad: float) -> dict[str, Any]:
    over = first + relativedelta(months=length)
    lengths = {"calendar-month": 1, "rolling-30d": 1, "calendar-quarter": 3, "contract-year": 12}
    results = []
    for level in made["slas"]:
        fits = lengths.get(level["window"], 1) == length
        if fits != chance.slip(0.1):
            results.append(_result(chance, level, missed=chance.often(bad)))
    for function in made["scope"]["functions"]:
        results += [
            _delivered(chance, each)
            for each in function["deliverables"]
            if (each["unit"].endswith("/month") == (length == 1)) != chance.slip(0.1) and length < 12
        ]
    reviewed = over + dt.timedelta(days=chance.between(3, 14))
    return stated(
        period=period,
        reviewed=None if chance.slip(0.2) else min(reviewed, chance.today) if reviewed > over else reviewed,
        by=["c0-client", "p0-provider"],
        provider_self_assessment=True,
        decision=chance.one(("continue", "improve", "escalate")) if chance.often(0.5) else "improve",
        results=results or None,
        goals={goal["id"]: chance.pick(("on-track", "met"), ("off-track",), 0.4) for goal in made["goals"]},
    )


def _result(chance: Chance, level: dict[str, Any], *, missed: bool) -> dict[str, Any]:
    """A result with the flag and the credit that follow from it, most of the time."""
    target, threshold, baseline, step = METRICS[level["metric"]]
    sign, wanted = (-1 if level["metric"] in LOWER else 1), level["target"]
    best = max(abs(wanted) + 2.5 * step * sign, 0) if sign > 0 else max(wanted - 2.5 * step, 0)
    actual = chance.one((baseline - sign, (threshold + target) / 2, wanted - 0.1 * sign)) if missed else min(best, 100)
    actual = round(wanted if not missed and chance.often(0.2) and "steps" not in level else actual, 2)
    met = actual >= wanted if sign > 0 else actual <= wanted
    due = [
        each["percent"]
        for each in level.get("credits", ())
        if not met and (actual < each.get("below", -1e9) or actual > each.get("above", 1e9))
    ]
    credit = chance.pick((max(due, default=None),), (1, 7.5, None), 0.3)
    if "trigger" in level and chance.often(0.5):
        credit = None
    return stated(sla=level["id"], actual=actual, met=chance.pick((met,), (not met, None), 0.3), credit=credit)


def _delivered(chance: Chance, each: dict[str, Any]) -> dict[str, Any]:
    least = each["quantity"] * (100 - each.get("tolerance_percent", 0)) / 100
    actual = chance.pick((each["quantity"], least), (least - 1, least * 0.8), 0.3)
    return stated(deliverable=each["name"], actual=actual, met=chance.pick((actual >= least,), (actual < least,), 0.3))


def _actions(chance: Chance, made: dict[str, Any]) -> list[dict[str, Any]]:
    """An action for each level, most of them joint and in time."""
    found = []
    for number, name in enumerate([each["id"] for each in (*made["slas"], *made["goals"])]):
        if chance.slip(0.5):
            continue
        due = chance.date(*chance.pick(((0, 40),), ((-20, -1), (-120, -60)), 0.7))
        found.append(
            {
                "id": f"a{number}",
                "for": name,
                "what": "Mend it",
                "due": due.isoformat(),
                "owners": chance.pick(
                    (["c1-client", "p0-provider"],), (["c1-client"], ["p0-provider", "p2-provider"]), 0.5
                ),
                "status": chance.one(("open", "open", "done", "done", "dropped")) if chance.slip() else "open",
            }
        )
    return found

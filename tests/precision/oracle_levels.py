"""What service levels deserve: numbers that are possible, targets that serve their goals, credits that bite."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

from tests.precision.expected import RUNNING, Case, Expected, many
from tests.precision.lengths import longer

HIGHER = {"service-level", "first-contact-resolution", "qa-score", "csat", "nps", "availability", "on-time-rate"}
LOWER = {"abandonment-rate", "turnaround-time", "error-rate", "resolution-time"}
SHARES = HIGHER - {"nps"} | {"abandonment-rate", "error-rate"}
UNITS = {"turnaround-time": "hours", "resolution-time": "hours", "nps": "points"}
SIZES = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}


def findings(case: Case) -> Iterator[Expected]:
    """Everything about levels, goals and incidents that is computed."""
    if case.status in RUNNING:
        for number, level in enumerate(case.listed("slas")):
            yield from _sane(level, ("slas", number))
            yield from _serves(case, level, ("slas", number))
            yield from (each for each, _ in faults(level, ("slas", number)))
        yield from _cap(case)
        yield from _severities(case)


def better(level: dict[str, Any]) -> str:
    """Which way is better."""
    return str(level.get("direction") or ("higher" if level.get("metric") in HIGHER else "lower"))


def as_good(value: float, than: float, way: str) -> bool:
    """Whether a value is at least as good as another."""
    return value >= than if way == "higher" else value <= than


def target_on(level: dict[str, Any], when: dt.date) -> float:
    """The target on a day: that of the latest step that has begun, else the plain one."""
    begun = [step for step in level.get("steps", ()) if dt.date.fromisoformat(step["from"]) <= when]
    return float(max(begun, key=lambda step: step["from"])["target"] if begun else level["target"])


def _sane(level: dict[str, Any], place: tuple[str | int, ...]) -> Iterator[Expected]:
    """Possible values, in a unit that fits, better than today, and a threshold not stricter than the target."""
    way, steps, metric = better(level), level.get("steps", []), level["metric"]
    unit = level.get("unit", UNITS.get(metric, "percent"))
    fitting = {"csat": ("percent", "points"), "nps": ("points",)}.get(
        metric, ("percent",) if metric in SHARES else SIZES
    )
    if unit not in fitting:
        yield Expected("SLA003", "unit-fits", (*place, "unit"))
    tiny = way == "higher" and unit == "percent" and 0 < level["target"] < 1
    if tiny:
        yield Expected("SLA003", "percent-written-out", (*place, "target"))
    values = {field: level[field] for field in ("target", "threshold", "baseline") if field in level}
    for field, value in values.items():
        if metric in SHARES and not 0 <= value <= 100:
            yield Expected("SLA003", f"{field}-possible", (*place, field))
    if any(metric in SHARES and not 0 <= step["target"] <= 100 for step in steps):
        yield Expected("SLA003", "steps-possible", (*place, "steps"))
    aim = steps[-1]["target"] if steps else level["target"]
    base = level.get("baseline")
    if not tiny and base is not None and (aim == base or not as_good(aim, base, way)):
        yield Expected("SLA003", "better-than-baseline", (*place, "target"))
    if not tiny and "threshold" in level and not as_good(level["target"], level["threshold"], way):
        yield Expected("SLA003", "threshold-not-stricter", (*place, "threshold"))
    begins = [step["from"] for step in steps]
    if begins != sorted(set(begins)):
        yield Expected("SLA003", "steps-in-order", (*place, "steps"))


def _serves(case: Case, level: dict[str, Any], place: tuple[str | int, ...]) -> Iterator[Expected]:
    """On the day on which its goal is due, a level of the same metric asks for at least as much."""
    for goal in case.listed("goals"):
        if goal["id"] != level.get("goal") or goal["metric"] != level["metric"]:
            continue
        own = level.get("unit", UNITS.get(level["metric"], "percent"))
        other = goal.get("unit", UNITS.get(goal["metric"], "percent"))
        if own != other and not {own, other} <= SIZES.keys():
            continue
        factor = Fraction(SIZES[own], SIZES[other]) if own != other else Fraction(1)
        due = dt.date.fromisoformat(goal["due"])
        asked = Fraction(str(target_on(level, due))) * factor
        grown = any(dt.date.fromisoformat(step["from"]) <= due for step in level.get("steps", ()))
        if not as_good(float(asked), float(goal["target"]), better(level)):
            yield Expected("SLA004", "steps" if grown else "target", (*place, "steps" if grown else "target"))


def faults(level: dict[str, Any], place: tuple[str | int, ...]) -> Iterator[tuple[Expected, str]]:
    """Credit steps that pay for good results, contradict each other, or start in the wrong place."""
    steps = level.get("credits", [])
    side, sign = ("below", -1) if better(level) == "higher" else ("above", 1)
    wrong = [number for number, step in enumerate(steps) if side not in step]
    for number in wrong:
        yield _fault("wrong-way", place, number), level["id"]
    if wrong or not steps:
        return
    for (one, first), (two, second) in combinations(sorted(enumerate(steps), key=lambda each: each[1][side] * sign), 2):
        if first[side] == second[side]:
            worse = max((first["percent"], one), (second["percent"], two))[1]
            yield _fault("twice", place, worse), level["id"]
    ladder = sorted(enumerate(steps), key=lambda each: (each[1][side] * sign, each[1]["percent"]))
    for order, (number, step) in enumerate(ladder):
        milder = [other for _, other in ladder[:order] if other[side] != step[side]]
        twice = any(other[side] == step[side] for _, other in ladder[:order])
        if not twice and any(other["percent"] > step["percent"] for other in milder):
            yield _fault("cheaper", place, number), level["id"]
    yield from _start(level, place, side, sign)


def _start(level: dict[str, Any], place: tuple[str | int, ...], side: str, sign: int) -> Iterator[tuple[Expected, str]]:
    """The first step begins at a target or at the threshold, give or take one unit."""
    number, step = min(
        enumerate(level["credits"]), key=lambda each: (each[1][side] * sign, each[1]["percent"], each[0])
    )
    depth = step[side] * sign
    aims = [value * sign for value in (level["target"], *(each["target"] for each in level.get("steps", ())))]
    limit = level["threshold"] * sign if "threshold" in level else None
    if limit is not None and limit < min(aims):
        limit = None
    if depth < min(aims) - 1:
        kind = "early"
    elif depth > (max(aims) if limit is None else limit) + 1:
        kind = "gap"
    elif limit is not None and max(aims) + 1 < depth < limit - 1:
        kind = "between"
    else:
        return
    yield _fault(kind, place, number), level["id"]


def _fault(kind: str, place: tuple[str | int, ...], number: int) -> Expected:
    return Expected("SLA006", kind, (*place, "credits", number))


def _heaviest(level: dict[str, Any]) -> Fraction:
    """The most that a level can cost: the heaviest step that any value of the metric falls under."""
    usual = UNITS.get(level["metric"], "percent")
    low, high = (0, 100) if usual == "percent" else (0, None)
    known = level.get("unit", usual) == usual  # nobody knows what a share can be in another unit
    costs = [Fraction(0)]
    for step in level.get("credits", ()):
        reached = not known or (step["below"] > low if "below" in step else high is None or step["above"] < high)
        costs += [Fraction(str(step["percent"]))] * reached
    return max(costs)


def _cap(case: Case) -> Iterator[Expected]:
    """The worst month, with every level missed as badly as possible, against the ceiling of credits."""
    shared = case.part("service_credits")
    levels = case.listed("slas")
    if shared is None and not any(level.get("credits") for level in levels):
        return
    shared = shared or {}
    split = shared.get("base") == "function-charges"
    worst = sum(map(_heaviest, levels), Fraction(0))
    if split:
        names = {name for level in levels for name in many(level.get("function"))}
        worst = max(
            (
                sum((_heaviest(each) for each in levels if name in many(each.get("function"))), Fraction(0))
                for name in names
            ),
            default=Fraction(0),
        )
    cap = Fraction(str(shared["cap_percent"])) if "cap_percent" in shared else None
    place = ("service_credits", "cap_percent")
    if worst and cap is None and "yearly_cap" not in shared:
        yield Expected("SLA005", "ceiling", place, (f"{float(worst):g} percent",))
    if cap is not None and worst > cap + 1:
        words = (f"{float(worst):g} percent", f"{float(worst - cap):g} points")
        yield Expected("SLA005", "all-can-be-paid", place, words)
    if cap is not None and cap > worst + 1:
        yield Expected("SLA005", "ceiling-can-be-reached", place)
    run = Fraction(str(case.part("cost", "yearly", "run") or 0))
    dearest = run / 12 * min(worst, Fraction(100) if cap is None else cap) / 100
    same = case.part("cost", "currency") == case.part("contract", "pricing", "currency")
    if "yearly_cap" in shared and not split and same and dearest > Fraction(str(shared["yearly_cap"])):
        yield Expected("SLA005", "lasts-a-year", ("service_credits", "yearly_cap"))


def _severities(case: Case) -> Iterator[Expected]:
    """A worse incident is answered and solved no later than the next milder one, and answered before it is solved."""
    incidents = case.listed("incidents")
    for number, incident in enumerate(incidents):
        slower = False
        for field, part in (("respond_within", "answered-in-order"), ("resolve_within", "solved-in-order")):
            milder = [
                other
                for other in incidents
                if other["severity"] > incident["severity"] and field in other
                and (incident.get("hours") == other.get("hours") or other.get("hours") == "24x7")
            ]  # fmt: skip
            following = min(milder, key=lambda other: other["severity"], default=None)
            if following and field in incident and longer(incident[field], following[field]):
                slower |= field == "respond_within"
                yield Expected("SLA007", part, ("incidents", number, field), (f"severity {following['severity']} ",))
        if (
            not slower
            and "resolve_within" in incident
            and longer(incident["respond_within"], incident["resolve_within"])
        ):
            yield Expected("SLA007", "answered-before-solved", ("incidents", number, "respond_within"))

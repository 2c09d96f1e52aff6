"""Service credits: what a missed level costs, and what the worst month can cost.

A credit step is a group of fields with `below` or `above` (a result in the unit of the level) and `percent` (of the
base of the credits). Of the steps of one level only the heaviest that applies is due. A step with both limits means the
values between them where `above` is the lower one, and the values outside them where it is not.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from bpogov.functions.declare import function
from bpogov.functions.levels import (
    HIGHER,
    LOWER,
    bounds,
    day,
    direction,
    entries,
    number,
    reached,
    targets,
    text,
)
from bpogov.functions.places import Paths
from bpogov.values import date as dates

_STEP = ("credits[*].below", "credits[*].above", "credits[*].percent")
_TARGETS = ("target", "steps[*].target", "steps[*].from", "direction", "metric", "unit")
_LEVEL = (*_STEP, "metric", "unit", "function")
_DUE = (*_STEP, *_TARGETS, "applies_from")


@function("credits.worst_month", levels="list", base="text", returns="number", reads=tuple(f"[*].{x}" for x in _LEVEL))
def worst_month(levels: list[Any], base: str) -> float:
    """Give the credits, in percent of their base, of the month in which every level is missed as badly as possible.

    The heaviest step of each level that can fall due at all, added up: levels of a quarter, a year or an incident
    count once, because their credit falls due in some month too. A step can fall due if the metric can have such a
    value. With the base `function-charges` each function has charges of its own, so that the worst function counts; a
    level that names no function counts for each. No errors.
    Source: UK Model Services Contract, service credits.
    """
    heaviest = [(_functions(level), _heaviest(level)) for level in entries(levels)]
    if base != "function-charges":
        return float(sum((percent for _, percent in heaviest), Decimal(0)))
    everywhere = sum((percent for functions, percent in heaviest if not functions), Decimal(0))
    charged: dict[str, Decimal] = {}
    for functions, percent in heaviest:
        for name in functions:
            charged[name] = charged.get(name, Decimal(0)) + percent
    return float(everywhere + max(charged.values(), default=Decimal(0)))


@function("credits.due", level="map", actual="number", date="date", returns="number", reads=_DUE)
def due(level: dict[str, Any], actual: float, date: str) -> float:
    """Give the credit, in percent of the base, that a result of a level costs in the period that starts on a date.

    The heaviest step that applies to `actual` (in the unit of the level). Nothing where the target that holds on the
    date is reached, and before the day from which the level counts (`applies_from`). How often a level has to be missed
    (`trigger`) is not looked at. Error: a text that is not a date, and a result that is no number.
    """
    when, result = dates.parse(date), number(actual)
    if result is None:
        raise ValueError("The result of a level is expected to be a number")
    starts = day(level.get("applies_from"))
    if starts is not None and when < starts:
        return 0.0
    if direction(level) in {HIGHER, LOWER} and reached(level, result, when):
        return 0.0
    costs = (step.percent for step in _steps(level) if any(span.holds(result) for span in step.spans))
    return float(max(costs, default=Decimal(0)))


@function(
    "credits.faults",
    levels="list",
    max_dead_band="number",
    returns="list",
    reads=tuple(f"[*].{field}" for field in (*_STEP, *_TARGETS, "threshold")),
)
def faults(levels: list[Any], max_dead_band: float) -> list[dict[str, Any]]:
    """Find credit steps that are incomplete, upside down, or start in the wrong place.

    Gives {kind, at, level, unit, side, limit, percent, other, other_percent} for each step at fault: `at` is its place
    below `$.slas`, `level` the id, `side` is `below` or `above`, and `kind` says what is wrong, with what in `other`:

    - `limit`: it names no limit, or both; `percent`: it names no percentage;
    - `wrong-way`: it pays for good results; other steps of such a level are not looked at further;
    - `twice`: another step has the same limit (`other_percent` is what that one costs);
    - `cheaper`: a step for better results, at the limit `other`, costs more (`other_percent`);
    - `early`: the first step lies more than the dead band on the good side of every target (`other`);
    - `gap`: the first step lies more than the dead band past the threshold, or without one past the target (`other`);
    - `between`: it lies between target and threshold (`other`), further than the dead band from both.

    `max_dead_band` is in the unit of each level. No errors. Source: UK Model Services Contract, severity bands.
    """
    found: list[dict[str, Any]] = []
    places = Paths({"slas": levels})
    for position, level in enumerate(levels):
        listed = level.get("credits") if isinstance(level, Mapping) else None
        for kind, number_of, details in _faults(level, max_dead_band) if isinstance(listed, list) else ():
            at = places.text(("slas", position, "credits", number_of))
            named = {"kind": kind, "at": at, "level": text(level.get("id")), "unit": text(level.get("unit"))}
            found.append(_EMPTY | named | details)
    return found


class _Span:
    """All values between two limits, without the limits themselves; None: no limit."""

    def __init__(self, low: Decimal | None, high: Decimal | None) -> None:
        self.low, self.high = low, high

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies in it."""
        return (self.low is None or self.low < value) and (self.high is None or value < self.high)

    def meets(self, lowest: Decimal | None, highest: Decimal | None) -> bool:
        """Whether any value from `lowest` to `highest`, these included, lies in it."""
        return (
            (self.low is None or self.high is None or self.low < self.high)
            and (self.low is None or highest is None or self.low < highest)
            and (self.high is None or lowest is None or lowest < self.high)
        )


class _Step:
    """A credit step: its percentage, and the stretches of values to which it applies."""

    def __init__(self, percent: Decimal, below: Decimal | None, above: Decimal | None) -> None:
        self.percent = percent
        if below is not None and above is not None and above >= below:
            self.spans: tuple[_Span, ...] = (_Span(None, below), _Span(above, None))
        else:
            self.spans = (_Span(above, below),)


def _steps(level: Mapping[str, Any]) -> Iterator[_Step]:
    """Give the steps of a level that name a limit and a percentage."""
    for step in entries(level.get("credits")):
        below, above = number(step.get("below")), number(step.get("above"))
        percent = number(step.get("percent"))
        if percent is not None and (below is not None or above is not None):
            yield _Step(percent, below, above)


def _heaviest(level: Mapping[str, Any]) -> Decimal:
    """Give the heaviest step of a level that some result can make due."""
    lowest, highest = bounds(text(level.get("metric")), text(level.get("unit")))
    costs = (step.percent for step in _steps(level) if any(span.meets(lowest, highest) for span in step.spans))
    return max(costs, default=Decimal(0))


def _functions(level: Mapping[str, Any]) -> list[str]:
    names = level.get("function")
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


_Fault = tuple[str, int, dict[str, Any]]
_EMPTY = {"side": "", "limit": 0.0, "percent": 0.0, "other": 0.0, "other_percent": 0.0}


class _Rung(NamedTuple):
    """A credit step that names one limit and a percentage; on one side, a greater `depth` means a worse result."""

    depth: Decimal
    percent: Decimal
    position: int
    side: str

    @property
    def details(self) -> dict[str, Any]:
        """What a finding says about it."""
        return {"side": self.side, "limit": _limit(self.depth, self.side), "percent": float(self.percent)}


def _faults(level: Mapping[str, Any], max_dead_band: float) -> Iterator[_Fault]:
    rungs: list[_Rung] = []
    broken: list[_Fault] = []
    for position, step in enumerate(level["credits"]):
        named = [side for side in _SIDES if isinstance(step, Mapping) and number(step.get(side)) is not None]
        if len(named) != 1:
            broken.append(("limit", position, {}))
            continue
        limit, percent = number(step[named[0]]) or Decimal(0), number(step.get("percent"))
        depth = limit * _SIDES[named[0]]
        if percent is None:
            broken.append(("percent", position, _Rung(depth, Decimal(0), position, named[0]).details))
        else:
            rungs.append(_Rung(depth, percent, position, named[0]))
    good = _GOOD_SIDES.get(direction(level), tuple(_SIDES))
    broken += [("wrong-way", rung.position, rung.details) for rung in rungs if rung.side not in good]
    yield from sorted(broken, key=lambda fault: fault[1])
    if not broken:
        for side in _SIDES:
            ladder = sorted(rung for rung in rungs if rung.side == side)
            yield from _out_of_order(ladder)
            if ladder:
                yield from _start(level, ladder[0], Decimal(str(max_dead_band)))


def _out_of_order(ladder: list[_Rung]) -> Iterator[_Fault]:
    """Find, from mild to bad results, the steps that share a limit or cost less than a milder one."""
    dearest = None
    for before, rung in pairwise(ladder):
        if before.depth == rung.depth:
            yield "twice", rung.position, rung.details | {"other_percent": float(before.percent)}
            continue
        dearest = before if dearest is None or before.percent > dearest.percent else dearest
        if rung.percent < dearest.percent:
            other = {"other": _limit(dearest.depth, dearest.side), "other_percent": float(dearest.percent)}
            yield "cheaper", rung.position, rung.details | other


def _start(level: Mapping[str, Any], first: _Rung, band: Decimal) -> Iterator[_Fault]:
    """Find whether the first step lies where the level is missed; depths grow from good results to bad ones."""
    sign = _SIDES[first.side]
    aims = [target * sign for _, target in targets(level)]
    worst_accepted = number(level.get("threshold"))
    threshold = None if worst_accepted is None else worst_accepted * sign
    if threshold is not None and aims and threshold < min(aims):
        threshold = None
    limit = threshold if threshold is not None else max(aims, default=None)
    if aims and first.depth < min(aims) - band:
        yield "early", first.position, first.details | {"other": _limit(min(aims), first.side)}
    elif limit is not None and first.depth > limit + band:
        yield "gap", first.position, first.details | {"other": _limit(limit, first.side)}
    elif aims and threshold is not None and max(aims) + band < first.depth < threshold - band:
        yield "between", first.position, first.details | {"other": _limit(threshold, first.side)}


def _limit(depth: Decimal, side: str) -> float:
    return float(depth * _SIDES[side])


_SIDES = {"above": 1, "below": -1}
_GOOD_SIDES = {HIGHER: ("below",), LOWER: ("above",)}

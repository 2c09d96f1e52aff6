"""Service credits: what a missed level costs, and what the worst month can cost.

A credit step is a group of fields with `below` or `above` (a result in the unit of the level) and `percent` (of the
base of the credits). Of the steps of one level only the heaviest that applies is due. A step with both limits means the
values between them where `above` is the lower one, and the values outside them where it is not.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from bpogov.functions.declare import function
from bpogov.functions.levels import (
    HIGHER,
    KEEP,
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
from bpogov.values import date as dates

_STEP = ("credits[*].below", "credits[*].above", "credits[*].percent")
_TARGETS = ("target", "steps[*].target", "steps[*].from", "direction", "metric", "unit")
_LEVEL = (*_STEP, *_TARGETS, "function")
_DUE = (*_STEP, *_TARGETS, "applies_from")


@function("credits.worst_month", levels="list", base="text", returns="number", reads=tuple(f"[*].{x}" for x in _LEVEL))
def worst_month(levels: list[Any], base: str) -> float:
    """Give the credits, in percent of their base, of the month in which every level is missed as badly as possible.

    The heaviest step of each level that can fall due at all, added up: levels of a quarter, a year or an incident
    count once, because their credit falls due in some month too. A step can fall due if the metric can have such a
    value and if the value misses the target of some day. With the base `function-charges` each function has charges of
    its own, so that the worst function counts; a level that names no function counts for each. No errors.
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


@function("credits.ladder", level="map", returns="list", reads=_STEP)
def ladder(level: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the credit steps of a level, on each side from the one that applies first to the one that applies last.

    Gives {side, limit, percent, rank}: `side` is `below` or `above`, `rank` counts from 1 on each side, and two steps
    with the same limit share it. Steps that name no limit, both limits or no percentage are left out. No errors.
    """
    found: list[dict[str, Any]] = []
    for side, other in (("above", "below"), ("below", "above")):
        whole = [
            (limit, percent)
            for step in entries(level.get("credits"))
            if (limit := number(step.get(side))) is not None
            and (percent := number(step.get("percent"))) is not None
            and other not in step
        ]
        limits = sorted({limit for limit, _ in whole}, reverse=side == "below")
        ranks = {limit: rank for rank, limit in enumerate(limits, 1)}
        found += (
            {"side": side, "limit": float(limit), "percent": float(percent), "rank": ranks[limit]}
            for limit, percent in sorted(whole, key=lambda step: (ranks[step[0]], step[1]))
        )
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

    def within(self, low: Decimal | None, high: Decimal | None) -> "_Span":
        """The part of it between two other limits."""
        lows = [limit for limit in (self.low, low) if limit is not None]
        highs = [limit for limit in (self.high, high) if limit is not None]
        return _Span(max(lows, default=None), min(highs, default=None))


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
    """Give the heaviest step of a level that some result can make due on some day."""
    lowest, highest = bounds(text(level.get("metric")), text(level.get("unit")))
    low, high = _missed(level)
    costs = (
        step.percent
        for step in _steps(level)
        if any(span.within(low, high).meets(lowest, highest) for span in step.spans)
    )
    return max(costs, default=Decimal(0))


def _missed(level: Mapping[str, Any]) -> tuple[Decimal | None, Decimal | None]:
    """Give the limits between which results miss the target of some day; no limits where that cannot be told."""
    aims, better = [target for _, target in targets(level)], direction(level)
    if number(level.get("target")) is None or better in {KEEP, ""}:
        return None, None
    return (None, max(aims)) if better == HIGHER else (min(aims), None)


def _functions(level: Mapping[str, Any]) -> list[str]:
    names = level.get("function")
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
